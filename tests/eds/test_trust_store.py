"""The trust store of production: what it takes, what it never takes, what it says of itself, and what is not served with."""

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from models import database, eds, journal, trust, trust_store
from models.demonstration_keys import Authority
from models.eds import Revocation, gost, issue, respond
from models.eds.issue import Issuer
from models.eds.write import PrivateKey
from models.settings import Misconfigured, settings
from tests import databases
from tests.eds.lists import Keeper, row
from tests.eds.server import Say, Server, serving
from web.cli import main

AT = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
Run = Callable[..., tuple[int, str, str]]
T = TypeVar("T")


def made(
    name: str = "AUTHORITY", *, days: tuple[int, int] = (-400, 400), key: PrivateKey | None = None, by: Keeper | None = None
) -> Keeper:
    """An authority of a name and a period, its own root or under another."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    since, until = (AT + timedelta(days=one) for one in days)
    issuer = Issuer(by.certificate.subject, by.key, since, until) if by else Issuer(issue.plain(name), key, since, until)
    return Keeper(issue.authority(issue.plain(name), key, issuer, 0 if by else None), key, AT)


def digest(keeper: Keeper) -> str:
    return keeper.certificate.fingerprint(hashes.SHA256()).hex()


@pytest.fixture
def store(environment: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The empty trust store of a production process, on a day in November."""
    folder = tmp_path / "trust"
    folder.mkdir()
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    environment.setenv("EMHANA_TRUST", str(folder))
    settings.cache_clear()
    with time_machine.travel(AT):
        yield folder


@pytest.fixture
def run(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command with a certificate in a file: exit code, what it said, what it complained of."""

    def command(verb: str, *keepers: Keeper, reason: str = "") -> tuple[int, str, str]:
        file = tmp_path / "offered.pem"
        file.write_bytes(b"".join(one.certificate.public_bytes(Encoding.PEM) for one in keepers))
        code = main(["trust", verb, *([str(file)] if keepers else []), *(["--override", reason] if reason else [])])
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


def put(store: Path, keeper: Keeper, name: str = "placed.cer") -> None:
    """A certificate laid into the folder by hand."""
    (store / name).write_bytes(keeper.certificate.public_bytes(Encoding.DER))


def files(store: Path) -> set[str]:
    return {one.name for one in store.iterdir()}


def test_the_national_authorities_are_taken_without_a_reason(store: Path, fixtures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in sorted((fixtures / "prod-ca").iterdir()):
        assert main(["trust", "add", str(file)]) == 0
    assert len(trust.anchors().certificates) == 4
    assert trust.anchors().foreign == ()
    capsys.readouterr()
    assert main(["trust", "list"]) == 0
    listed = capsys.readouterr().out
    assert listed.count("  national") == 4 and "ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022" in listed
    assert "af77725f8328bb24f89d81da3acdf7cee4324248538b7ba2cd2a860517fb9dca" in listed and "valid 2022-06-15 to 2045-09-08" in listed
    trust.check()


def test_what_is_not_on_the_national_list_is_not_taken_without_a_reason(store: Path, run: Run) -> None:
    other = made()
    for reason in ("", "   "):
        code, _, told = run("add", other, reason=reason)
        assert code == 2 and digest(other) in told and "--override" in told
        assert files(store) == set()


def test_a_reason_is_kept_beside_the_certificate_and_in_the_journal(store: Path, run: Run, address: str) -> None:
    other = made()
    code, told, _ = run("add", other, reason="the ministry's letter 12-3")
    assert code == 0 and "the ministry's letter 12-3" in told
    kept = json.loads((store / f"{digest(other)}.override").read_text("utf-8"))
    assert kept["reason"] == "the ministry's letter 12-3" and kept["by"] and kept["made_at"].startswith("2026-11-20T12:00")
    (line,) = databases.now(lines())
    assert line == {"sha256": digest(other), "subject": "C=KZ,CN=AUTHORITY", **kept}
    assert trust.anchors().certificates == (other.certificate,)
    assert "the ministry's letter 12-3" in run("list")[1]
    trust.check()


async def lines() -> list[dict[str, object]]:
    await database.connect()
    try:
        return [one.details for one in await journal.Entry.filter(act=trust_store.ACT)]
    finally:
        await database.close()


def test_without_its_line_in_the_journal_no_override_comes_to_be(store: Path) -> None:
    """No database is at hand: the line cannot be written, so nothing else is."""
    blob = made().certificate.public_bytes(Encoding.DER)
    with pytest.raises(Exception):  # noqa: B017 - whatever the database says
        asyncio.run(trust_store.add(blob, "offered", "because"))
    assert files(store) == set()


NEVER: dict[str, tuple[Callable[[], Keeper], str]] = {
    "expired": (lambda: made(days=(-400, -1)), "expired"),
    "not yet valid": (lambda: made(days=(1, 400)), "not valid before"),
    "a test authority": (lambda: made("ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) TEST 2022"), "test"),
    "a test authority in Cyrillic": (lambda: made("ТЕСТ ОРТАЛЫҒЫ"), "test"),
    "a demonstration's": (lambda: made("ОРТАЛЫҚ (DEMO)"), "demonstration"),
    "a test in Kazakh": (lambda: made("НЕГІЗГІ СЫНАҚ"), "test"),
    "a demonstration in Kazakh": (lambda: made("КӨРСЕТУ ОРТАЛЫҒЫ"), "demonstration"),
    "the algorithm of 2004": (lambda: made(key=gost.generate(gost.GOST_2004)), "2004"),
    "a person": (lambda: Keeper(made().person(AT), ec.generate_private_key(ec.SECP256R1()), AT), "may not issue"),
    "a root that another key signed": (lambda: made("ROOT", by=made("ROOT")), "signed itself"),
}


@pytest.mark.parametrize("what", NEVER)
def test_some_certificates_are_never_trusted_whatever_the_reason(store: Path, run: Run, what: str) -> None:
    keeper, why = NEVER[what][0](), NEVER[what][1]
    code, _, told = run("add", keeper, reason="because I say so")
    assert code == 2 and why in told and told.count("\n") == 1
    assert files(store) == set()


@pytest.mark.parametrize("what", NEVER)
def test_nothing_is_served_while_such_a_certificate_lies_there_override_or_not(store: Path, what: str) -> None:
    keeper = NEVER[what][0]()
    put(store, keeper)
    (store / f"{digest(keeper)}.override").write_text(json.dumps({"reason": "r", "by": "b", "made_at": "2026-11-20"}))
    with pytest.raises(Misconfigured, match=digest(keeper)):
        trust.check()


def test_the_national_test_authorities_are_known_by_their_fingerprints(store: Path, fixtures: Path) -> None:
    for file in (fixtures / "test-ca").glob("*.cer"):
        assert x509.load_der_x509_certificate(file.read_bytes()).fingerprint(hashes.SHA256()).hex() in trust_store.TEST_AUTHORITIES
        assert main(["trust", "add", str(file), "--override", "to try it"]) == 2
    assert files(store) == set()


def test_the_authorities_of_a_real_demonstration_are_refused(store: Path, authority: Authority) -> None:
    (store / "demo.pem").write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    with pytest.raises(Misconfigured, match="demonstration"):
        trust.check()
    with pytest.raises(Misconfigured, match="demonstration"):
        trust.anchors()


def test_the_algorithm_of_2004_is_taken_where_it_is_switched_on(
    store: Path, run: Run, address: str, environment: pytest.MonkeyPatch
) -> None:
    old = made(key=gost.generate(gost.GOST_2004))
    environment.setenv("EMHANA_LEGACY_GOST", "1")
    settings.cache_clear()
    assert run("add", old, reason="staff of state bodies")[0] == 0
    assert trust.anchors().legacy and trust.anchors().certificates == (old.certificate,)
    environment.setenv("EMHANA_LEGACY_GOST", "0")
    settings.cache_clear()
    with pytest.raises(Misconfigured, match="2004"):
        trust.anchors()


TESTS = [
    "ROOT_TEST", "TEST2022", "root-test", "ROOT (Тестовый)", "СЫНАҚТЫҚ ОРТАЛЫҚ", "Орталық сынағы", "TESTING AUTHORITY", "ＲＯＯＴ ＴＥＳＴ",
]  # fmt: skip
DEMONSTRATIONS = [
    "ROOT ( DEMO )", "root_demo_2", "ДЕМО", "Демонстрационный УЦ", "НЕГІЗГІ (КӨРСЕТУ)", "Demonstration CA", "Көрсетілім орталығы",
]  # fmt: skip
OTHERS = ["ATTESTATION CENTRE", "ДЕМОГРАФИЯ ОРТАЛЫҒЫ", "Медициналық көмек көрсету орталығы", "ҚЫЗМЕТТЕРІН КӨРСЕТУ ОРТАЛЫҒЫ", "АТТЕСТАТ"]


@pytest.mark.parametrize(("words", "names"), [("a test authority's", TESTS), ("demonstration's", DEMONSTRATIONS), ("", OTHERS)])
def test_what_calls_itself_a_test_or_a_demonstration_is_known_by_that_word_alone(store: Path, words: str, names: list[str]) -> None:
    for name in names:
        told = trust_store.never(made(name).certificate, AT)
        assert words in told and bool(words) == bool(told), (name, told)


def by_hand(store: Path, keeper: Keeper) -> Path:
    """An authority of one's own and its override, written into the folder past the command; the override's file."""
    put(store, keeper, f"{digest(keeper)}.cer")
    override = store / f"{digest(keeper)}.override"
    override.write_text(json.dumps({"reason": "by order", "by": "root", "made_at": AT.isoformat()}), "utf-8")
    return override


async def served(work: Callable[[], T]) -> T:
    """Something done as a serving process does it."""
    await database.connect()
    try:
        async with trust.serving():
            return work()
    finally:
        await database.close()


def test_a_server_believes_whom_it_believed_at_its_start_whatever_the_folder_becomes(store: Path, run: Run, address: str) -> None:
    mine, forged = made("ROOT"), made("ROOT")
    run("add", mine, reason="because")

    def changed() -> None:
        by_hand(store, forged)
        assert trust.anchors().certificates == (mine.certificate,)
        with pytest.raises(eds.Bad, match="UNTRUSTED"):
            trust.anchors().chain(forged.person(AT), AT)
        put(store, made("STRAY"), "stray.cer")
        (store / "junk.pem").write_bytes(b"junk")
        (store / f"{digest(mine)}.cer").unlink()
        assert trust.anchors().certificates == (mine.certificate,)
        assert trust.anchors().chain(mine.person(AT), AT) == (mine.certificate,)

    databases.now(served(changed))
    with pytest.raises(Misconfigured, match="junk"):
        trust.anchors()


def test_a_command_reads_the_folder_as_it_is(store: Path, run: Run, address: str) -> None:
    assert trust.anchors().certificates == ()
    for one in (made("FIRST"), made("SECOND")):
        run("add", one, reason="because")
        assert one.certificate in trust.anchors().certificates


def test_whoever_adds_a_certificate_is_told_to_restart_the_servers(store: Path, run: Run, address: str) -> None:
    assert "restart them" in run("add", made(), reason="because")[1]
    assert "restart them" not in run("list")[1]


def test_nothing_is_served_upon_an_override_that_the_journal_does_not_know(store: Path, run: Run, address: str) -> None:
    forged = made("ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022")
    by_hand(store, forged)
    trust.check()
    with pytest.raises(Misconfigured, match=rf"{digest(forged)}\): the override is not in the journal: .*emhana trust add"):
        databases.now(served(lambda: None))


def test_a_line_of_the_journal_answers_only_for_the_very_words_it_holds(store: Path, run: Run, address: str) -> None:
    mine = made()
    run("add", mine, reason="because")
    databases.now(served(lambda: None))
    path = store / f"{digest(mine)}.override"
    path.write_text(path.read_text("utf-8").replace("because", "by order"), "utf-8")
    with pytest.raises(Misconfigured, match="not in the journal"):
        databases.now(served(lambda: None))


def test_the_way_out_is_to_answer_for_it_by_the_command(store: Path, run: Run, address: str) -> None:
    mine = made()
    by_hand(store, mine)
    assert run("add", mine)[0] == 0, "without a reason nothing is written"
    with pytest.raises(Misconfigured, match="not in the journal"):
        databases.now(served(lambda: None))
    assert run("add", mine, reason="the ministry's letter 12-3")[0] == 0
    assert databases.now(served(trust.anchors)).certificates == (mine.certificate,)


def test_a_certificate_laid_into_the_folder_by_hand_stops_the_start_and_every_command(store: Path) -> None:
    assert trust.anchors().certificates == ()
    put(store, made())
    for looked in (trust.check, trust.anchors):
        with pytest.raises(Misconfigured, match="neither national nor answered for"):
            looked()


def test_a_file_that_is_no_certificate_is_named(store: Path) -> None:
    (store / "authority.cer").write_bytes(b"junk")
    with pytest.raises(Misconfigured, match=r"authority\.cer"):
        trust.check()


def test_an_override_that_cannot_be_read_is_none(store: Path) -> None:
    other = made()
    put(store, other)
    for content in ("", "[]", "{}", '{"reason": "r"}', '{"reason": "r", "by": "b", "made_at": "x", "more": 1}'):
        (store / f"{digest(other)}.override").write_text(content)
        with pytest.raises(Misconfigured):
            trust.check()


def test_a_store_that_is_no_folder_is_named(store: Path, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMHANA_TRUST", str(store / "absent"))
    settings.cache_clear()
    with pytest.raises(Misconfigured, match="EMHANA_TRUST"):
        trust.check()


def test_while_serving_a_certificate_that_has_meanwhile_expired_stops_only_its_own_chains(store: Path, run: Run, address: str) -> None:
    short, long = made("SHORT", days=(-400, 5)), made("LONG")
    run("add", short, long, reason="because")

    def later() -> None:
        with time_machine.travel(AT + timedelta(days=6)):
            found = trust.anchors()
            with pytest.raises(eds.Bad, match="EXPIRED"):
                found.chain(short.certificate, AT + timedelta(days=6))
            assert found.chain(long.certificate, AT + timedelta(days=6))

    databases.now(served(later))
    with time_machine.travel(AT + timedelta(days=6)):
        for start in (trust.check, lambda: databases.now(served(lambda: None))):
            with pytest.raises(Misconfigured, match="expired"):
                start()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda _: Say(status=500)) as running:
        yield running


class Hierarchy:
    """A root, an issuing authority, and a server that is its responder and has its list."""

    def __init__(self, server: Server) -> None:
        self.root = made("ROOT")
        self.issuing = made("ISSUING", by=self.root)
        self.list, self.says = self.issuing.list(), respond.GOOD
        server.say = self.answer

    def answer(self, asked: object) -> Say:
        body: bytes = asked.body  # type: ignore[attr-defined]
        if not body:
            return Say(self.list)
        return Say(respond.answer(body, respond.Responder(self.issuing.certificate, self.issuing.key), lambda _: self.says, AT))


@pytest.fixture
def hierarchy(server: Server, store: Path, run: Run, address: str, environment: pytest.MonkeyPatch) -> Hierarchy:
    """Both in the store, with the settings that name the server."""
    both = Hierarchy(server)
    environment.setenv("EMHANA_OCSP", f"{server.url}/ocsp")
    environment.setenv("EMHANA_CRL", f"{server.url}/issuing.crl")
    settings.cache_clear()
    assert run("add", both.root, both.issuing, reason="because")[0] == 0
    return both


def test_a_check_of_what_is_in_order_says_so_and_brings_the_lists(hierarchy: Hierarchy, run: Run) -> None:
    code, told, _ = run("check")
    assert code == 0 and "FAULT" not in told
    assert told.count("answers about") == 1 and told.count("brought") == 1
    person = hierarchy.issuing.person(AT)
    assert trust.revocation().status(person, hierarchy.issuing.certificate, AT).evidence["by"] == "OCSP"


def test_the_job_brings_the_lists_and_they_answer_when_the_responder_is_dead(
    hierarchy: Hierarchy, server: Server, environment: pytest.MonkeyPatch
) -> None:
    environment.setattr(trust, "_fetching", None)
    person = hierarchy.issuing.person(AT)
    hierarchy.list = hierarchy.issuing.list(row(person.serial_number, AT))

    async def round() -> int:
        """One run of the job, and its thread waited for."""
        brought = await trust.fetch_lists()
        assert trust._fetching is not None
        await asyncio.to_thread(trust._fetching.result)
        return brought

    assert [asyncio.run(round()) for _ in range(3)] == [0, 1, 0]
    server.say = lambda _: Say(status=503)
    found = trust.revocation().status(person, hierarchy.issuing.certificate, AT)
    assert (found.state, found.evidence["by"]) == (Revocation.REVOKED, "CRL")


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("ocsp", "HTTP 503"),
        ("garbage", "about C=KZ,CN=ISSUING"),
        ("list", "no trusted authority has signed"),
        ("stale", "no list in force"),
    ],
)
def test_a_check_names_what_does_not_answer(hierarchy: Hierarchy, server: Server, run: Run, broken: str, words: str) -> None:
    usual = server.say
    if broken in ("ocsp", "garbage"):
        bad = Say(status=503) if broken == "ocsp" else Say(b"garbage")
        server.say = lambda asked: bad if asked.body else usual(asked)
    hierarchy.list = {"list": made("ISSUING").list(), "stale": hierarchy.issuing.list(hours=(-9, -1))}.get(broken, hierarchy.list)
    code, told, _ = run("check")
    assert words in told
    assert code == (0 if broken == "stale" else 1), "a list that is over is a warning while the responder answers"


def test_a_check_says_that_nobody_answers_for_an_authority(hierarchy: Hierarchy, server: Server, run: Run) -> None:
    server.say = lambda _: Say(status=503)
    code, told, _ = run("check")
    assert code == 1 and "neither a responder nor a list in force" in told


def test_a_check_names_an_override_that_the_journal_does_not_know(hierarchy: Hierarchy, store: Path, run: Run) -> None:
    path = store / f"{digest(hierarchy.root)}.override"
    path.write_text(path.read_text("utf-8").replace("because", "by order"), "utf-8")
    code, told, _ = run("check")
    assert code == 1 and f"({digest(hierarchy.root)}): the override is not in the journal" in told


def test_a_check_names_a_chain_without_its_root(hierarchy: Hierarchy, store: Path, run: Run) -> None:
    (store / f"{digest(hierarchy.root)}.cer").unlink()
    code, told, _ = run("check")
    assert code == 1 and "CN=ISSUING: no whole chain to a root" in told


def test_a_certificate_near_its_end_is_told_and_is_no_fault_yet(hierarchy: Hierarchy, run: Run) -> None:
    assert run("add", made("ENDING", days=(-9, 89)), made("LASTING", days=(-9, 91)), reason="because")[0] == 0
    code, told, _ = run("check")
    assert code == 0 and "CN=ENDING expires on 2027-02-17" in told and "LASTING expires" not in told
    assert "(soon)" in run("list")[1]


def test_a_check_says_what_to_install_when_gost_cannot_be_read(
    store: Path, run: Run, address: str, fixtures: Path, environment: pytest.MonkeyPatch
) -> None:
    for file in (fixtures / "prod-ca").glob("*gost*"):
        main(["trust", "add", str(file)])
    environment.setattr(gost, "available", lambda: False)
    code, told, _ = run("check")
    assert code == 1 and "apt install libgcrypt20" in told


def test_a_check_of_a_process_with_ncanode_asks_whether_that_lives(
    hierarchy: Hierarchy, server: Server, run: Run, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("EMHANA_NCANODE", server.url)
    settings.cache_clear()
    assert run("check")[0] == 0
    server.say = lambda _: Say(status=503)
    code, told, _ = run("check")
    assert code == 1 and "NCANode: HTTP 503" in told


def test_an_empty_store_believes_nobody_and_the_check_says_so(run: Run, address: str, environment: pytest.MonkeyPatch) -> None:
    code, told, _ = run("check")
    assert code == 1 and "nobody's signature is believed" in told
    assert run("list")[1] == "The trust store is empty.\n"


@pytest.mark.parametrize("name", ["EMHANA_OCSP", "EMHANA_CRL", "EMHANA_NCANODE"])
@pytest.mark.parametrize("value", ["ocsp.example", "file:///etc/passwd", "http://", "http://a.example, ldap://b.example"])
def test_an_address_that_is_none_is_named(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    environment.setenv(name, value)
    settings.cache_clear()
    with pytest.raises(Misconfigured, match=name):
        settings()


def test_without_a_setting_no_store_can_be_looked_at(environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trust", "list"]) == 2
    assert "EMHANA_TRUST" in capsys.readouterr().err
