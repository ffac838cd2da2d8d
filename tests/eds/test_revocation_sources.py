"""Where revocation is looked up: over the network, in folders, in what was kept; and what happens when a place does not answer."""

import base64
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from models.eds import CrlFolder, LocalCrl, NothingKnown, Revocation, ocsp, respond
from models.eds.kept import Kept
from models.eds.revocation import FirstKnown
from models.outside import exchange, revocation, revocation_lists
from models.outside.exchange import NoAnswer
from models.outside.revocation import Responder
from models.outside.revocation_lists import fetch, file_name
from tests.eds.lists import ON_HOLD, Keeper, row
from tests.eds.server import Asked, Say, Server, serving
from tests.eds.test_ocsp import Bench, bench_of

AT = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
GOOD, REVOKED, UNKNOWN = Revocation.GOOD, Revocation.REVOKED, Revocation.UNKNOWN


@pytest.fixture(scope="module")
def bench() -> Bench:
    return bench_of("ecdsa")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda _: Say(status=500)) as made:
        yield made


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short limits, so that a slow server can be tried without being waited for."""
    monkeypatch.setattr(revocation, "SECONDS", 0.5)
    monkeypatch.setattr(revocation_lists, "SECONDS", 1.0)
    monkeypatch.setattr(exchange, "STEP", 0.4)


def responds(bench: Bench, state: bytes = respond.GOOD, at: datetime = AT) -> Callable[[Asked], Say]:
    """What the authority's responder would say."""
    return lambda asked: Say(respond.answer(asked.body, bench.responder, lambda _: state, at))


def state(bench: Bench, source: Any, at: datetime = AT) -> Revocation:
    found: Revocation = source.status(bench.person, bench.keeper.certificate, at).state
    return found


def test_a_responder_is_asked_by_post_in_our_name_about_this_certificate(bench: Bench, server: Server) -> None:
    server.say = responds(bench)
    assert state(bench, Responder(server.url)) is GOOD
    (asked,) = server.asked
    assert asked.headers["content-type"] == "application/ocsp-request"
    assert asked.headers["user-agent"].startswith("Emhana")
    assert respond.is_about(asked.body, bench.keeper.key)


def test_a_responder_says_that_a_certificate_is_revoked(bench: Bench, server: Server) -> None:
    server.say = responds(bench, respond.revoked(AT))
    assert state(bench, Responder(server.url)) is REVOKED


WRONG: dict[str, Callable[[Bench], Callable[[Asked], Say]]] = {
    "garbage": lambda bench: lambda _: Say(b"<html>Sign in to the network</html>"),
    "nothing": lambda bench: lambda _: Say(b""),
    "another nonce": lambda bench: lambda _: Say(bench.said(nonce=b"o" * 32)),
    "an answer of yesterday": lambda bench: responds(bench, at=AT - timedelta(days=1)),
    "another signer": lambda bench: responds(replace(bench, responder=bench_of("ecdsa").responder)),
    "an error": lambda bench: lambda asked: replace(responds(bench)(asked), status=500),
    "too much": lambda bench: lambda _: Say(bytes(ocsp.LARGEST + 1)),
    "too much by the byte, without an end": lambda bench: lambda _: Say(bytes(ocsp.LARGEST + 1), headers={"Content-Length": str(1 << 40)}),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_answer_is_no_answer_and_the_list_speaks(bench: Bench, server: Server, what: str) -> None:
    server.say = WRONG[what](bench)
    assert state(bench, Responder(server.url)) is UNKNOWN
    assert state(bench, FirstKnown(Responder(server.url), LocalCrl(bench.keeper.list(row(bench.person.serial_number, AT))))) is REVOKED


def test_a_redirection_is_not_followed(bench: Bench, server: Server) -> None:
    with serving(responds(bench)) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            server.say = lambda _, status=status: Say(status=status, headers={"Location": elsewhere.url})  # type: ignore[misc]
            assert state(bench, Responder(server.url)) is UNKNOWN
        assert elsewhere.asked == []


@pytest.mark.parametrize("say", [Say(wait=3), Say(bytes(100), drip=0.1)], ids=["silent", "a byte now and then"])
def test_a_slow_responder_is_not_waited_for(bench: Bench, server: Server, hurried: None, say: Say) -> None:
    server.say = lambda _: say
    began = time.monotonic()
    assert state(bench, Responder(server.url)) is UNKNOWN
    assert time.monotonic() - began < 2.9


@pytest.fixture
def dead() -> Iterator[str]:
    """An address where nobody listens."""
    with serving(lambda _: Say()) as server:
        url = server.url
    yield url


def test_a_responder_that_is_not_there_says_nothing(bench: Bench, dead: str) -> None:
    assert state(bench, Responder(dead)) is UNKNOWN
    with pytest.raises(NoAnswer, match=dead):
        Responder(dead).asked(bench.person, bench.keeper.certificate, AT)


def test_after_three_failures_a_responder_rests_for_a_minute_and_then_one_tries_it(
    bench: Bench, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(revocation, "monotonic", lambda: now)
    source = Responder(server.url)
    assert [state(bench, source) for _ in range(5)] == [UNKNOWN] * 5
    assert len(server.asked) == revocation.FAILURES
    now += revocation.REST - 1
    assert (state(bench, source), len(server.asked)) == (UNKNOWN, 3)
    now += 2
    assert [state(bench, source) for _ in range(3)] == [UNKNOWN] * 3
    assert len(server.asked) == 4
    server.say = responds(bench)
    now += revocation.REST + 1
    assert [state(bench, source) for _ in range(2)] == [GOOD, GOOD]
    assert source.breaker.lets()


def test_wrong_answers_do_not_put_a_responder_to_rest(bench: Bench, server: Server) -> None:
    server.say = lambda _: Say(b"\x30\x03\x0a\x01\x06")  # "not mine": a person of another authority must not silence it for all
    source = Responder(server.url)
    assert [state(bench, source) for _ in range(5)] == [UNKNOWN] * 5
    assert len(server.asked) == 5


def test_an_answer_is_used_again_for_two_minutes_and_no_longer_than_it_says_itself(bench: Bench, server: Server) -> None:
    server.say = responds(bench)
    source = Responder(server.url)
    times = [AT, AT + revocation.REMEMBERED, AT + revocation.REMEMBERED + timedelta(seconds=1)]
    assert ([state(bench, source, one) for one in times], len(server.asked)) == ([GOOD] * 3, 2)
    short = replace(bench, responder=replace(bench.responder, lasts=timedelta(seconds=30)))
    server.say, source = responds(short), Responder(server.url)
    assert state(bench, source) is GOOD
    assert state(bench, source, AT + timedelta(seconds=31)) is UNKNOWN


def test_an_answer_about_one_certificate_is_not_remembered_for_another(bench: Bench, server: Server) -> None:
    server.say = responds(bench)
    source = Responder(server.url)
    assert state(bench, source) is GOOD
    server.say = responds(bench, respond.revoked(AT))
    assert source.status(bench.keeper.person(AT), bench.keeper.certificate, AT).state is REVOKED


def test_about_an_authority_no_responder_is_asked(bench: Bench, server: Server) -> None:
    server.say = responds(bench)
    assert Responder(server.url).status(bench.keeper.certificate, bench.keeper.certificate, AT).state is UNKNOWN
    assert server.asked == []


def test_a_proxy_of_the_environment_is_not_used(bench: Bench, server: Server, dead: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, dead)
    server.say = responds(bench)
    assert state(bench, Responder(server.url)) is GOOD


def test_the_first_source_that_knows_anything_has_the_word(bench: Bench) -> None:
    good, gone = LocalCrl(bench.keeper.list()), LocalCrl(bench.keeper.list(row(bench.person.serial_number, AT)))
    assert state(bench, FirstKnown(NothingKnown(), gone, good)) is REVOKED
    assert state(bench, FirstKnown(NothingKnown(), good, gone)) is GOOD
    assert state(bench, FirstKnown()) is state(bench, NothingKnown()) is UNKNOWN


def test_in_a_folder_only_what_changed_is_read_again(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.crl").write_bytes(bench.keeper.list(number=1))
    source, read = CrlFolder(tmp_path), list[str]()
    usual = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path.name) or usual(path))  # type: ignore[func-returns-value]
    assert [state(bench, source) for _ in range(3)] == [GOOD] * 3
    (tmp_path / "b.crl").write_bytes(bench.keeper.list(row(bench.person.serial_number, AT), number=2, base=1))
    assert state(bench, source) is REVOKED
    (tmp_path / "b.crl").unlink()
    assert state(bench, source) is GOOD
    assert read == ["a.crl", "b.crl"]


class Lists:
    """A server of lists, a folder, and the round that brings them."""

    def __init__(self, server: Server, folder: Path, keeper: Keeper) -> None:
        self.server, self.folder, self.keeper = server, folder, keeper
        self.url = f"{server.url}/nca_gost_2022.crl"

    def offer(self, blob: bytes, **how: Any) -> None:
        self.server.say = lambda _: Say(blob, **how)

    def round(self, at: datetime = AT) -> dict[str, str]:
        return fetch([self.url], self.folder, [self.keeper.certificate], at)

    @property
    def held(self) -> bytes:
        return (self.folder / file_name(self.url)).read_bytes()


@pytest.fixture
def lists(server: Server, tmp_path: Path, bench: Bench) -> Lists:
    return Lists(server, tmp_path / "revocation", bench.keeper)


def test_a_list_is_brought_used_and_kept_under_its_hash(lists: Lists, bench: Bench) -> None:
    blob = bench.keeper.list(row(bench.person.serial_number, AT))
    lists.offer(blob)
    assert lists.round() == {lists.url: ""}
    assert state(bench, CrlFolder(lists.folder)) is REVOKED
    kept = lists.folder / "kept" / f"{sha256(blob).hexdigest()}.crl"
    assert kept.samefile(lists.folder / file_name(lists.url))
    assert list(lists.folder.glob(".*")) == []


def test_a_replaced_list_stays_among_the_kept_ones(lists: Lists, bench: Bench) -> None:
    first, second = bench.keeper.list(number=1, hours=(-1, 24)), bench.keeper.list(number=2, hours=(20, 48))
    lists.offer(first)
    lists.round()
    lists.offer(second)
    assert lists.round(AT + timedelta(hours=23)) == {lists.url: ""}
    assert lists.held == second
    assert {one.stem for one in (lists.folder / "kept").iterdir()} == {sha256(one).hexdigest() for one in (first, second)}


def test_a_list_is_asked_for_again_hourly_in_the_last_quarter_of_its_life(lists: Lists, bench: Bench) -> None:
    lists.offer(bench.keeper.list(hours=(0, 24)))
    hours = [0, 1, 10, 17.9, 18.1, 18.5, 19.2, 20.3]
    asked = [lists.url in lists.round(AT + timedelta(hours=one)) for one in hours]
    assert asked == [True, False, False, False, True, False, True, True]


def test_changes_are_asked_for_every_quarter_of_an_hour(lists: Lists, bench: Bench) -> None:
    lists.offer(bench.keeper.list(number=2, base=1, hours=(0, 8)))
    assert [lists.url in lists.round(AT + timedelta(minutes=one)) for one in (0, 5, 14, 15, 20, 30)] == [
        True, False, False, True, False, True,
    ]  # fmt: skip


def test_a_list_that_is_not_here_is_asked_for_every_minute(lists: Lists) -> None:
    asked = [lists.url in lists.round(AT + timedelta(seconds=one)) for one in (0, 30, 60, 90, 120)]
    assert asked == [True, False, True, False, True]


NOT_BROUGHT: dict[str, Callable[[Keeper], Say]] = {
    "a page of a gateway": lambda keeper: Say(b"<html>Sign in</html>"),
    "a redirection": lambda keeper: Say(status=303, headers={"Location": "http://127.0.0.1:1/"}),
    "an error with a list in it": lambda keeper: Say(keeper.list(number=9, hours=(0, 30)), status=500),
    "an older list": lambda keeper: Say(keeper.list(number=1, hours=(-30, 48))),
    "a list that somebody else signed": lambda keeper: Say(Keeper.made(ec.generate_private_key(ec.SECP256R1()), AT).list(number=9)),
    "half a list": lambda keeper: Say(keeper.list(number=9)[:100]),
    "too slow": lambda keeper: Say(bytes(1000), drip=0.1),
}


@pytest.mark.parametrize("what", NOT_BROUGHT)
def test_a_good_list_stays_when_something_worse_is_offered(lists: Lists, bench: Bench, hurried: None, what: str) -> None:
    good = bench.keeper.list(row(bench.person.serial_number, AT), number=5)
    lists.offer(good)
    lists.round()
    lists.server.say = lambda _: NOT_BROUGHT[what](bench.keeper)
    told = lists.round(AT + timedelta(hours=23))
    assert told[lists.url], "the fault is told"
    assert lists.held == good
    assert len(list((lists.folder / "kept").iterdir())) == 1
    assert list(lists.folder.glob(".*")) == []


def test_a_list_beyond_its_limit_is_given_up_while_it_comes(lists: Lists, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revocation_lists, "LARGEST", 1000)
    lists.offer(bytes(1001), headers={"Content-Length": str(1 << 40)})
    assert "more than 1000 bytes" in lists.round()[lists.url]


def test_one_address_that_fails_does_not_keep_the_others_from_being_brought(lists: Lists, bench: Bench, dead: str) -> None:
    lists.offer(bench.keeper.list())
    told = fetch([f"{dead}/a.crl", lists.url], lists.folder, [bench.keeper.certificate], AT)
    assert (bool(told[f"{dead}/a.crl"]), told[lists.url]) == (True, "")


def test_two_addresses_of_one_name_have_two_files() -> None:
    one, two = file_name("http://a.example/list.crl"), file_name("http://b.example/list.crl")
    assert one != two and one.startswith("list-") and "/" not in file_name("http://a.example/../../etc/passwd%00")


def test_lists_put_by_hand_are_kept_too(bench: Bench, tmp_path: Path) -> None:
    placed, folder = tmp_path / "trust", tmp_path / "revocation"
    placed.mkdir()
    blob = bench.keeper.list()
    armoured = b"-----BEGIN X509 CRL-----\n" + base64.encodebytes(blob) + b"-----END X509 CRL-----\n"
    (placed / "issuing.crl").write_bytes(armoured)
    (placed / "junk.crl").write_bytes(b"junk")
    revocation_lists.keep_placed(placed, folder)
    revocation_lists.keep_placed(placed, folder)
    assert [one.read_bytes() for one in (folder / "kept").iterdir()] == [blob]
    told = CrlFolder(placed).status(bench.person, bench.keeper.certificate, AT).evidence
    assert state(bench, Kept(told, folder / "kept")) is GOOD


def test_a_kept_answer_is_proved_again_as_of_its_time_and_of_no_other(bench: Bench) -> None:
    kept = Kept(bench.judged(bench.said()).evidence)
    assert [state(bench, kept, one) for one in (AT, AT + timedelta(days=1000))] == [GOOD, UNKNOWN]


def test_a_kept_answer_that_was_changed_proves_nothing(bench: Bench) -> None:
    told = dict(bench.judged(bench.said(respond.revoked(AT))).evidence)
    forged = bytearray(base64.b64decode(told["response"]))
    forged[len(forged) // 3] ^= 1
    for response in (base64.b64encode(forged).decode(), "", "!", None, 5):
        assert state(bench, Kept({**told, "response": response})) is UNKNOWN
    assert state(bench, Kept(told)) is REVOKED


def test_a_kept_list_is_found_by_its_hash_and_read_with_its_changes(bench: Bench, tmp_path: Path) -> None:
    serial = bench.person.serial_number
    full, delta = bench.keeper.list(row(serial, AT, ON_HOLD), number=1), bench.keeper.list(row(serial, AT, 8), number=2, base=1)
    told = LocalCrl(full, delta).status(bench.person, bench.keeper.certificate, AT).evidence
    for blob in (full, delta):
        (tmp_path / f"{sha256(blob).hexdigest()}.crl").write_bytes(blob)
    assert state(bench, Kept(told, tmp_path)) is GOOD
    assert state(bench, Kept({**told, "delta": None}, tmp_path)) is REVOKED
    assert state(bench, Kept(told, tmp_path), AT + timedelta(days=2)) is UNKNOWN
    assert state(bench, Kept(told)) is UNKNOWN


def test_a_kept_list_that_is_gone_or_is_another_proves_nothing(bench: Bench, tmp_path: Path) -> None:
    blob = bench.keeper.list(number=77)
    told = LocalCrl(blob).status(bench.person, bench.keeper.certificate, AT).evidence
    assert state(bench, Kept(told, tmp_path)) is UNKNOWN
    (tmp_path / f"{sha256(blob).hexdigest()}.crl").write_bytes(bench.keeper.list(number=78))
    assert state(bench, Kept(told, tmp_path)) is UNKNOWN
    (tmp_path / f"{sha256(blob).hexdigest()}.crl").write_bytes(blob)
    assert state(bench, Kept(told, tmp_path)) is GOOD


UNSIGNED: list[dict[str, Any]] = [
    {},
    {"by": "NCANODE", "answer": {}},
    {"by": "CRL"},
    {"by": "CRL", "sha256": "../../etc/passwd"},
    {"by": "OCSP"},
]


@pytest.mark.parametrize("evidence", UNSIGNED)
def test_evidence_that_nobody_signed_proves_nothing_later(bench: Bench, tmp_path: Path, evidence: dict[str, Any]) -> None:
    assert state(bench, Kept(evidence, tmp_path)) is UNKNOWN


def test_an_exchange_given_up_leaves_no_thread_behind() -> None:
    with serving(lambda _: Say(wait=60)) as server:
        for _ in range(3):
            with pytest.raises(NoAnswer):
                exchange.exchange(server.url, seconds=0.2, largest=10)
        until = time.monotonic() + exchange.STEP * 3
        while any(one.name == "emhana-exchange" for one in threading.enumerate()):
            assert time.monotonic() < until, "cut off, so long before the server would have answered"
            time.sleep(0.02)
