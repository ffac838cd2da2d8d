"""The PDF of a notice, verified with the file and the anchors alone: genuine as given, and nothing else passes."""

import json
import random
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from models import clock as now
from models import notice_file, notice_sealing, notice_sheet, trust
from models.law import Language
from models.law.notice import Kind
from models.notice import Notice, canonical
from models.settings import settings
from models.sheet import File, Sheet, opened, render, sealed
from tests.attachment.conftest import People
from tests.notice.acts import given
from web import cli

FLIPS = 300
CLINIC_9, CLINIC_5 = ("260440990029", "№ 9 қалалық емхана"), ("260440990019", "№ 5 қалалық емхана")


def verified(pdf: bytes, language: Language = Language.EN) -> notice_file.Report:
    return notice_file.verify(pdf, now.now(), language)


def failed(pdf: bytes) -> set[str]:
    """The names of the steps that do not hold."""
    report = verified(pdf)
    assert not report.genuine
    return {one.name for one in report.steps if not one.holds}


@pytest.mark.parametrize("kind", Kind)
async def test_the_sheet_of_every_kind_is_genuine(people: People, kind: Kind) -> None:
    notice = await given(people, kind)
    report = verified(await notice_sheet.pdf(notice, "kk"), Language.KK)
    assert report.genuine and [one.name for one in report.steps] == ["sheet", "facts"], report
    assert notice.stated["person"]["name"] in " ".join(report.words)
    assert notice.clinic.bin in report.steps[1].found or notice.authority


@pytest.mark.parametrize("language", Language)
async def test_the_sheet_is_genuine_in_every_language_and_says_what_the_notice_says(people: People, language: Language) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    pdf = await notice_sheet.pdf(notice, language)
    assert verified(pdf, language).genuine
    printed = text(pdf)
    for words in (notice.number, notice.code, f"{settings().site}/verify/{notice.code}", notice.clinic.name_in(language)):
        assert words.replace(" ", "") in printed, words
    for words in verified(pdf, language).words:
        assert words.split(": ")[-1].rstrip(".").replace(" ", "") in printed, words
    if language is Language.KK:
        assert set("әғқңөұүі") & set(printed) and "�" not in printed


def text(pdf: bytes) -> str:
    """Everything that is printed, without spaces: where lines are broken is the sheet's."""
    import io

    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture
async def sheet(people: People) -> bytes:
    """Zhanar's appointment on paper."""
    return await notice_sheet.pdf(await given(people, Kind.APPOINTMENT), "ru")


async def test_no_bit_of_the_file_can_be_changed(sheet: bytes) -> None:
    assert verified(sheet).genuine
    dice, passed, why = random.Random(20261123), [], Counter[str]()
    for _ in range(FLIPS):
        place, bit = dice.randrange(len(sheet)), dice.randrange(8)
        report = verified(sheet[:place] + bytes([sheet[place] ^ 1 << bit]) + sheet[place + 1 :])
        if report.genuine:
            passed.append((place, bit))
        why[next((one.found.partition(":")[0] for one in report.steps if not one.holds), "passed")] += 1
    assert passed == [], (len(passed), why)


async def test_bits_of_the_seal_and_of_its_place_cannot_be_changed(sheet: bytes) -> None:
    """The hole that no signature covers itself: every byte of it is read in one way only."""
    begins = sheet.index(b"/Contents <") + len(b"/Contents <")
    ends = sheet.index(b">", begins)
    dice = random.Random(7)
    for _ in range(FLIPS):
        place = dice.randrange(begins - 12, ends + 2)
        assert not verified(sheet[:place] + bytes([sheet[place] ^ 1 << dice.randrange(8)]) + sheet[place + 1 :]).genuine, place


@pytest.mark.parametrize("added", [b"\n", b"%", b"\n1 0 obj\n<<>>\nendobj\n", b"\x00"])
async def test_nothing_can_be_appended(sheet: bytes, added: bytes) -> None:
    assert not verified(sheet + added).genuine


def resealed(pdf: bytes, files: dict[str, bytes], clinic: tuple[str, str] | None = CLINIC_9) -> bytes:
    """A new sheet with these files, sealed by a clinic's genuine system key: what only a dishonest issuer could make."""
    made = render(
        Sheet(
            language="ru", title="Уведомление", number="BN", issued="сегодня", issuer="Емхана", issuer_lines=(), paragraphs=("Текст.",),
            facts=(), sections=(), signed=(), verify_words="", verify_address="http://127.0.0.1:8000/verify/x", code_words="", code="x",
            footer="", moment=now.now(), author="Емхана", producer="Emhana",
        ), {name: File(content, "application/json", name, "data") for name, content in files.items()},
    )  # fmt: skip
    return made if clinic is None else under(made, clinic)


def under(pdf: bytes, clinic: tuple[str, str]) -> bytes:
    """A sheet with the seal of a clinic."""
    return sealed(
        pdf, clinic[1], "x", lambda covered: trust.authority().sign_as_system(clinic[0], covered, organisation=clinic[1], detached=True),
        at=now.now(),
    )  # fmt: skip


async def test_the_same_files_sealed_anew_by_the_same_issuer_are_as_genuine(sheet: bytes) -> None:
    assert verified(resealed(sheet, opened(sheet).files)).genuine


async def test_other_facts_under_the_issuers_own_seal_are_not_those_signed(sheet: bytes) -> None:
    files = opened(sheet).files
    facts = json.loads(files["facts.json"])
    for name, value in (("room", "1"), ("starts_at", "2026-11-30T10:00:00+05:00"), ("doctor", "Басқа дәрігер")):
        assert facts[name] != value
        changed = files | {"facts.json": canonical(facts | {name: value}).encode()}
        assert failed(resealed(sheet, changed)) == {"facts"}
    person = facts | {"person": facts["person"] | {"iin": "000000000000"}}
    assert failed(resealed(sheet, files | {"facts.json": canonical(person).encode()})) == {"facts"}


async def test_facts_replaced_without_sealing_anew_break_the_seal_too(sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "changed.pdf"
    path.write_bytes(sheet)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        del document.attachments["facts.json"]
        document.attachments["facts.json"] = b"{}"
        document.save(path)
    assert not verified(path.read_bytes()).genuine


async def test_another_notices_signature_is_not_this_ones(people: People, sheet: bytes) -> None:
    from tests.notice.acts import booked

    await booked(people, "olga")
    other = await Notice.filter(kind=Kind.APPOINTMENT).order_by("-number").first().prefetch_related("clinic", "authority")
    assert other
    theirs, own = opened(await notice_sheet.pdf(other, "ru")).files, opened(sheet).files
    assert failed(resealed(sheet, own | {"facts.cms": theirs["facts.cms"]})) == {"facts"}
    assert failed(resealed(sheet, own | {"facts.cms": theirs["facts.cms"], "evidence.json": theirs["evidence.json"]})) == {"facts"}


async def test_the_seal_of_another_clinic_is_none(sheet: bytes) -> None:
    assert failed(resealed(sheet, opened(sheet).files, CLINIC_5)) == {"sheet"}


async def test_a_sheet_without_a_seal_is_not_proved_but_its_facts_are(sheet: bytes) -> None:
    report = verified(resealed(sheet, opened(sheet).files, None))
    assert not report.genuine and [one.holds for one in report.steps] == [False, True]


async def test_facts_of_another_kind_or_issuer_do_not_lend_the_signature(people: People, sheet: bytes) -> None:
    """A system's seal is no head's signature: calling the appointment an attachment does not make it one."""
    files = opened(sheet).files
    facts = json.loads(files["facts.json"])
    for changed in (facts | {"kind": "ATTACHMENT"}, facts | {"clinic": facts["clinic"] | {"bin": CLINIC_5[0]}}):
        assert "facts" in failed(resealed(sheet, files | {"facts.json": canonical(changed).encode()}))


async def test_a_person_with_a_certificate_cannot_seal_for_the_clinic(people: People, sheet: bytes) -> None:
    authority, iin = trust.authority(), (await Notice.get().prefetch_related("person")).stated["person"]["iin"]
    bare = resealed(sheet, opened(sheet).files, None)
    forged = sealed(bare, "x", "x", lambda covered: authority.sign(iin, covered, detached=True), at=now.now())
    assert failed(forged) == {"sheet"}


@pytest.mark.parametrize("moved", [timedelta(minutes=6), timedelta(seconds=-1), timedelta(days=400)])
async def test_a_heads_signature_is_believed_only_within_the_life_of_what_was_signed(people: People, moved: timedelta) -> None:
    pdf = await notice_sheet.pdf(await given(people, Kind.ATTACHMENT), "ru")
    files = opened(pdf).files
    assert verified(resealed(pdf, files, CLINIC_5)).genuine
    known = json.loads(files["evidence.json"])
    known["received_at"] = (datetime.fromisoformat(known["received_at"]) + moved).isoformat()
    assert failed(resealed(pdf, files | {"evidence.json": canonical(known).encode()}, CLINIC_5)) == {"facts"}


HOSTILE: list[Any] = [
    None, [], {}, "", "x", 0, -1, 1e308, True, "2026-11-23T10:00:00", "9999-12-31T23:59:59+00:00", "{kind}", "\x00", "a" * 70_000,
]  # fmt: skip


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to everything inside."""
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))


def put(value: Any, path: tuple[str, ...], new: Any) -> Any:
    return new if not path else value | {path[0]: put(value[path[0]], path[1:], new)}


async def test_whatever_stands_in_the_files_the_answer_is_a_report(sheet: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader is given the hostile files directly: sealing each anew would only cost time."""
    whole, tried = opened(sheet), 0
    for name in ("facts.json", "evidence.json"):
        value = json.loads(whole.files[name])
        for path in leaves(value):
            for new in HOSTILE:
                changed = json.dumps(put(value, path, new)).encode()
                files = whole.files | {name: changed}
                monkeypatch.setattr(notice_file, "opened", lambda pdf, files=files: type(whole)(whole.covered, whole.seal, files))
                report = verified(b"")
                assert notice_file.printed(report) and (name == "evidence.json" or not report.genuine or json.loads(changed) == value)
                tried += 1
    assert tried > 300


def restated(pdf: bytes, **changes: Any) -> bytes:
    """The sheet of a dishonest issuer: other facts, signed and sealed with the genuine keys of its system."""
    files = opened(pdf).files
    content = canonical(json.loads(files["facts.json"]) | changes).encode()
    cms = trust.authority().sign_as_system(CLINIC_9[0], content, organisation=CLINIC_9[1], signing_time=now.now())
    return resealed(pdf, files | {"facts.json": content, "facts.cms": cms})


HIDING = "Дәрігер\x1b[2J\r\ngenuine\x00\x07\x9b31m\u202e\u2028"


async def test_what_a_file_says_cannot_command_the_terminal_or_begin_a_line_of_its_own(sheet: bytes) -> None:
    report = verified(restated(sheet, doctor=HIDING, room="1\n2"))
    assert report.genuine and any(HIDING in words for words in report.words), "it reaches the report as it is"
    lines = notice_file.printed(report)
    assert all(one.isprintable() for one in lines)
    assert len(lines) == len(report.steps) + len(report.words) + 2


@pytest.mark.parametrize("spoilt", ["facts", "seal", "sealed by another"])
async def test_the_words_of_a_file_that_is_not_genuine_are_not_printed(sheet: bytes, spoilt: str) -> None:
    files, words = opened(sheet).files, verified(sheet).words
    assert all(one in "\n".join(notice_file.printed(verified(sheet))) for one in words)
    changed = files | {"facts.json": canonical(json.loads(files["facts.json"]) | {"room": "1"}).encode()}
    made = {"facts": lambda: resealed(sheet, changed), "seal": lambda: resealed(sheet, files, None)}
    report = verified(made.get(spoilt, lambda: resealed(sheet, files, CLINIC_5))())
    told = "\n".join(notice_file.printed(report))
    assert report.words and not any(one in told for one in report.words) and told.endswith("NOT PROVED GENUINE")


LISTED = {
    "by": "CRL", "number": 7, "sha256": "ab" * 32, "this_update": "2026-11-23T00:00:00+05:00", "next_update": "2026-11-24T00:00:00+05:00",
}  # fmt: skip
MALFORMED: list[dict[str, Any]] = [
    {"sha256": "ab" * 31}, {"sha256": "xy" * 32}, {"sha256": None}, {"sha256": ""}, {"sha256": 7}, {"by": "OCSP"}, {"by": "crl"},
    {"by": None}, {"this_update": "2026-11-23T00:00:00"}, {"this_update": "2026-11-23T23:00:00+05:00"}, {"this_update": None},
    {"next_update": "2026-11-23T01:00:00+05:00"}, {"next_update": "2026-11-24"}, {"next_update": "never"}, {"next_update": None},
]  # fmt: skip


async def test_a_list_that_was_in_force_is_believed_as_far_as_the_seal_and_a_malformed_one_is_not(sheet: bytes) -> None:
    files = opened(sheet).files

    def with_list(known: dict[str, Any]) -> bytes:
        evidence = json.loads(files["evidence.json"]) | {"revocation": known}
        return resealed(sheet, files | {"evidence.json": canonical(evidence).encode()})

    assert verified(with_list(LISTED)).genuine
    for spoilt in [*(LISTED | one for one in MALFORMED), *(lacking(name) for name in ("by", "sha256", "this_update", "next_update"))]:
        assert failed(with_list(spoilt)) == {"facts"}, spoilt


def lacking(name: str) -> dict[str, Any]:
    """The evidence of a list with one thing left out."""
    return {key: value for key, value in LISTED.items() if key != name}


@pytest.mark.parametrize("missing", ["facts.json", "facts.cms", "evidence.json"])
async def test_a_file_that_is_missing_is_told(sheet: bytes, missing: str) -> None:
    files = {name: content for name, content in opened(sheet).files.items() if name != missing}
    assert failed(resealed(sheet, files)) == {"facts"}


@pytest.mark.parametrize("blob, reason", [
    (b"", "no_pdf"), (b"%PDF-1.7\nno", "no_pdf"), (b"\x00" * 9_000_000, "too_large"), (b"%PDF-1.7\n" + b"0" * 9_000_000, "too_large"),
    ("Құжат".encode(), "no_pdf"),
], ids=["empty", "a head", "9 MB of nothing", "9 MB", "a text"])  # fmt: skip
def test_what_is_no_sheet_is_said_to_be_none(environment: pytest.MonkeyPatch, keys: Path, blob: bytes, reason: str) -> None:
    report = verified(blob)
    assert not report.genuine and reason in report.steps[0].found


@pytest.fixture
def alone(environment: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, neither a database nor a network can be reached."""

    def cut() -> None:
        def refuse(*_: object) -> None:
            raise AssertionError("the network was asked")

        environment.setenv("EMHANA_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nowhere")
        environment.setattr(socket.socket, "connect", refuse)
        environment.setattr(socket, "getaddrinfo", refuse)
        settings.cache_clear()

    return cut


async def test_the_command_needs_no_database_and_no_network(
    people: People, sheet: bytes, alone: Callable[[], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, large = tmp_path / "good.pdf", tmp_path / "bad.pdf", tmp_path / "large.pdf"
    good.write_bytes(sheet)
    bad.write_bytes(sheet.replace(b"%%EOF", b"%%EoF"))
    large.write_bytes(sheet + b"0" * 9_000_000)
    alone()
    assert cli.main(["notice", "verify", str(good), "--language", "kk"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[-1] == "a demonstration: without legal force" and told.splitlines()[-2].startswith("genuine; ")
    assert told.count("holds ") == 2 and "Құрметті" in told
    for path in (bad, large):
        assert cli.main(["notice", "verify", str(path), "--language", "kk"]) == 1
        told = capsys.readouterr().out
        assert told.splitlines()[-1] == "NOT PROVED GENUINE" and "Құрметті" not in told
    assert cli.main(["notice", "verify", str(tmp_path / "absent.pdf")]) == 2
    assert "absent.pdf" in capsys.readouterr().err


async def test_a_seal_is_looked_at_as_of_today_and_the_facts_as_of_then(people: People, clock: Any) -> None:
    """An expired seal is told: whoever keeps paper for years keeps the register's word for it."""
    notice = await given(people, Kind.APPOINTMENT)
    await notice_sealing.seal_due()
    pdf = await notice_sheet.pdf(notice, "ru")
    clock.move_to(datetime(2051, 1, 1, tzinfo=now.ZONE))
    assert failed(pdf) == {"sheet"}
