"""Revocation lists: which are read, whose they are, and what a complete one and its changes say together."""

import random
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from models.eds import Bad, LocalCrl, Revocation, crl, der, gost
from models.eds.trust import load
from models.eds.write import PrivateKey
from tests.eds.lists import ON_HOLD, REMOVED, Keeper, extension, row

AT = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
KEYS: dict[str, Callable[[], PrivateKey]] = {
    "gost": gost.generate,
    "rsa": lambda: rsa.generate_private_key(65537, 2048),
    "ecdsa": lambda: ec.generate_private_key(ec.SECP256R1()),
}
FIXTURE = "nca_gost2022_test_2026-08-11.crl"


@pytest.fixture(scope="module")
def keeper() -> Keeper:
    return Keeper.made(KEYS["ecdsa"](), AT)


def state(keeper: Keeper, serial: int, *blobs: bytes, at: datetime = AT) -> Revocation:
    person = keeper.person(AT)
    return LocalCrl(*blobs).status(_Numbered(person, serial), keeper.certificate, at).state  # type: ignore[arg-type]


class _Numbered:
    """A certificate under another number: lists are asked about nothing else of it."""

    def __init__(self, certificate: object, serial: int) -> None:
        self.serial_number = serial


@pytest.mark.parametrize("kind", KEYS)
def test_a_list_is_believed_when_its_authority_signed_it_by_any_accepted_algorithm(kind: str) -> None:
    keeper, other = Keeper.made(KEYS[kind](), AT), Keeper.made(KEYS[kind](), AT)
    blob = keeper.list(row(7, AT), row(9, AT, ON_HOLD))
    assert [state(keeper, one, blob) for one in (7, 8, 9)] == [Revocation.REVOKED, Revocation.GOOD, Revocation.REVOKED]
    assert state(other, 7, blob) is Revocation.UNKNOWN


def test_the_evidence_names_the_list_by_number_period_and_hash(keeper: Keeper) -> None:
    blob = keeper.list(number=5)
    told = LocalCrl(blob).status(keeper.person(AT), keeper.certificate, AT).evidence
    assert told["by"] == "CRL" and told["number"] == 5 and told["delta"] is None
    assert told["this_update"] == "2026-11-20T06:00:00+00:00" and told["next_update"] == "2026-11-21T07:00:00+00:00"
    assert told["sha256"] == crl.read(blob).facts.sha256


def test_a_list_that_names_no_end_is_not_relied_on(keeper: Keeper) -> None:
    assert state(keeper, 7, keeper.list(end=False)) is Revocation.UNKNOWN


def test_a_list_without_entries_says_that_all_are_good(keeper: Keeper) -> None:
    assert state(keeper, 7, keeper.list()) is Revocation.GOOD


def test_of_several_lists_the_newest_in_force_speaks(keeper: Keeper) -> None:
    older, newer = keeper.list(row(7, AT, ON_HOLD), number=1, hours=(-5, 24)), keeper.list(number=2, hours=(-1, 24))
    assert state(keeper, 7, newer, older) is Revocation.GOOD
    assert state(keeper, 7, newer, older, at=AT - timedelta(hours=2)) is Revocation.REVOKED


def test_changes_add_to_the_complete_list_and_take_back_from_it(keeper: Keeper) -> None:
    full = keeper.list(row(7, AT, ON_HOLD), row(9, AT), number=10)
    delta = keeper.list(row(8, AT), row(7, AT, REMOVED), number=11, base=10)
    found = [state(keeper, one, full, delta) for one in (7, 8, 9, 6)]
    assert found == [Revocation.GOOD, Revocation.REVOKED, Revocation.REVOKED, Revocation.GOOD]
    told = LocalCrl(full, delta).status(keeper.person(AT), keeper.certificate, AT).evidence
    assert told["number"] == 10 and told["delta"]["number"] == 11


@pytest.mark.parametrize(
    ("number", "base", "hours"), [(12, 11, (-1, 24)), (10, 9, (-1, 24)), (11, 10, (-9, -1)), (11, 10, (1, 9))],
    ids=["since a later list", "no later than the list", "over", "of tomorrow"],
)  # fmt: skip
def test_changes_that_do_not_fit_change_nothing(keeper: Keeper, number: int, base: int, hours: tuple[int, int]) -> None:
    full = keeper.list(row(7, AT), number=10)
    delta = keeper.list(row(8, AT), row(7, AT, REMOVED), number=number, base=base, hours=hours)
    assert state(keeper, 7, full, delta) is Revocation.REVOKED
    assert state(keeper, 8, full, delta) is Revocation.GOOD


def test_a_list_that_names_the_authoritys_key_and_is_signed_by_another_is_nobodys(keeper: Keeper) -> None:
    forged = Keeper.made(KEYS["ecdsa"](), AT).list(key_of=keeper.key)
    assert crl.read(forged).facts.authority_key == crl.read(keeper.list()).facts.authority_key
    assert state(keeper, 7, forged) is Revocation.UNKNOWN


def test_changes_alone_say_nothing(keeper: Keeper) -> None:
    assert state(keeper, 7, keeper.list(row(8, AT), number=11, base=10)) is Revocation.UNKNOWN


def test_changes_that_another_signed_change_nothing(keeper: Keeper) -> None:
    stranger = Keeper.made(KEYS["ecdsa"](), AT)
    full = keeper.list(row(7, AT), number=10)
    assert state(keeper, 7, full, stranger.list(row(7, AT, REMOVED), number=11, base=10)) is Revocation.REVOKED


REFUSED: dict[str, Callable[[Keeper], bytes]] = {
    "a part of a list": lambda one: one.list(further=[extension("2.5.29.28", b"\x30\x00", critical=True)]),
    "a part of a list not marked so": lambda one: one.list(further=[extension("2.5.29.28", b"\x30\x00")]),
    "critical and unknown": lambda one: one.list(further=[extension("1.2.398.99.1", b"\x05\x00", critical=True)]),
    "an extension twice": lambda one: one.list(further=[extension("2.5.29.20", b"\x02\x01\x05")]),
    "an entry about another issuer": lambda one: one.list(row(7, AT, further=extension("2.5.29.29", b"\x30\x00", critical=True))),
    "a complete list that takes back": lambda one: one.list(row(7, AT, REMOVED)),
    "two algorithms": lambda one: one.list(inner=bytes.fromhex("300d06092a864886f70d01010b0500")),
    "a serial of 21 bytes": lambda one: one.list(row(1 << 161, AT)),
    "a negative serial": lambda one: one.list(row(-5, AT)),
    "bytes behind it": lambda one: one.list() + b"\0",
    "cut off": lambda one: one.list()[:-1],
    "nothing": lambda one: b"",
    "a web page": lambda one: b"<html>Sign in to the network</html>",
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_list_that_is_not_wholly_understood_counts_as_absent(keeper: Keeper, what: str) -> None:
    blob = REFUSED[what](keeper)
    with pytest.raises(Bad):
        crl.read(blob)
    assert state(keeper, 7, blob) is Revocation.UNKNOWN


def test_a_harmless_extension_nobody_knows_is_passed_over(keeper: Keeper) -> None:
    blob = keeper.list(row(7, AT, further=extension("1.2.398.99.1", b"\x05\x00")), further=[extension("1.2.398.99.1", b"\x05\x00")])
    assert state(keeper, 7, blob) is Revocation.REVOKED


def test_serials_of_every_length_are_found_and_no_others() -> None:
    numbers = [0, 1, 127, 128, 255, 1 << 63, (1 << 159) + 5, (1 << 160) - 1]
    found = crl.Serials([one.to_bytes(crl.WIDTH, "big") for one in numbers])
    assert all(one in found for one in numbers)
    assert not any(one in found for one in (2, 126, 1 << 64, (1 << 159) + 4, 1 << 160, -1))


def test_the_national_list_is_read_though_it_leaves_out_a_null(fixtures: Path) -> None:
    (issuer,) = load((fixtures / "test-ca" / "nca_gost2022_test.cer").read_bytes())
    (root,) = load((fixtures / "test-ca" / "root_test_gost_2022.cer").read_bytes())
    found = crl.read((fixtures / "test-ca" / FIXTURE).read_bytes())
    assert (len(found.revoked), found.facts.number, found.facts.base) == (195, 166, None)
    assert not found.is_of(root) and found.is_of(issuer)


def test_the_national_list_knows_a_living_signer_and_a_revoked_one(fixtures: Path) -> None:
    (issuer,) = load((fixtures / "test-ca" / "nca_gost2022_test.cer").read_bytes())
    blob, at = (fixtures / "test-ca" / FIXTURE).read_bytes(), datetime(2026, 8, 15, tzinfo=UTC)
    good, gone = 0x6C425659BD2FC6DC587B871AEDE1857727CF8451, 0x11878BBB2D0C22C0BB736D57935C80D54BE605FF
    found = [LocalCrl(blob).status(_Numbered(None, one), issuer, at).state for one in (good, gone)]  # type: ignore[arg-type]
    assert found == [Revocation.GOOD, Revocation.REVOKED]


def test_no_bit_of_the_national_list_can_be_changed(fixtures: Path) -> None:
    """A thousand changes of one bit: each is unreadable or unsigned, so that nothing at all is known."""
    (issuer,) = load((fixtures / "test-ca" / "nca_gost2022_test.cer").read_bytes())
    blob, at = (fixtures / "test-ca" / FIXTURE).read_bytes(), datetime(2026, 8, 15, tzinfo=UTC)
    chance = random.Random(20261122)
    edges = [*range(12 * 8), *range((len(blob) - 160) * 8, (len(blob) - 120) * 8)]
    places = [*edges, *chance.sample(range(len(blob) * 8), 1000 - len(edges))]
    for place in places:
        changed = bytearray(blob)
        changed[place // 8] ^= 1 << place % 8
        finding = LocalCrl(bytes(changed)).status(_Numbered(None, 5), issuer, at)  # type: ignore[arg-type]
        assert finding.state is Revocation.UNKNOWN, place


def test_a_list_of_the_national_size_is_read_quickly_and_kept_small(keeper: Keeper, request: pytest.FixtureRequest) -> None:
    """422,000 entries with `--full`, as many as the national list has; 50,000 otherwise."""
    size = 422_000 if request.config.getoption("--full", default=False) else 50_000
    chance = random.Random(1)
    serials = [chance.getrandbits(158) | 1 << 158 for _ in range(size)]
    tail = row(1, AT, 3)[5:]
    blob = keeper.list(*(der.value(0x30, b"\x02\x14", one.to_bytes(20, "big"), tail) for one in serials))
    assert len(blob) > 45 * size
    tracemalloc.start()
    found = crl.read(blob)
    assert found.is_of(keeper.certificate)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 25 * size + 100_000, "what stays is the serials alone"
    assert peak < 5 * len(blob)
    began = time.perf_counter()
    crl.read(blob)
    taken = time.perf_counter() - began
    print(f"{size} entries, {len(blob)} bytes: {taken:.2f} s, {held} bytes kept, {peak} at most")
    assert taken < 60 * size / 1_000_000 + 1
    assert all(one in found.revoked for one in serials[:1000])
    assert not any(one + 1 in found.revoked for one in serials[:1000])
