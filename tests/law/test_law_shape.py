"""The law keeps its shape: sources are known, words exist in three languages, imports point down, tables print."""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from models import law, texts
from models.law import (
    Basis,
    Language,
    Provision,
    Service,
    agenda,
    appeal,
    appeal_clock,
    appeal_rules,
    appointment,
    appointment_access,
    appointment_rules,
    attachment,
    attachment_ground,
    calendar,
    consent,
    disclosure,
    figures,
    home_visit,
    home_visit_reason,
    home_visit_rules,
    home_visit_window,
    notice,
    person,
    representation,
    signature,
    sources,
    specialty,
    staffing,
    tables,
    term,
    territory,
    timetable,
)
from models.law.sources import SOURCES
from tests.law.test_law_attachment import CHANGE, GOOD

FOLDER = Path(law.__file__).parent
DAY = date(2026, 11, 22)
MODULES = (
    agenda, appeal, appeal_clock, appeal_rules, appointment, appointment_access, appointment_rules, attachment, attachment_ground, calendar,
    consent, disclosure, figures, home_visit, home_visit_reason, home_visit_rules, home_visit_window, notice, person, signature, specialty,
    staffing, term, tables, timetable,
)  # fmt: skip
TALKING = {"tables", "words", "paragraphs"}
# Every enumeration that people meet, and the table of its words.
WORDED: dict[str, type[StrEnum]] = {
    "role": law.Role, "service": law.Service, "channel": law.Channel, "mark": law.Mark, "language": law.Language,
    "state.attachment": attachment.State, "ground": attachment.Ground, "ground_note": attachment.Ground,
    "document": attachment.DocumentKind, "specialty": specialty.Specialty, "refusal": attachment.RefusalGround, "notice.kind": notice.Kind,
    "detachment": attachment.DetachmentGround, "purpose": consent.Purpose, "consent": consent.Purpose,
    "consent_content": consent.Content, "right": representation.Right, "sex": person.Sex,
    "state.appointment": appointment.State, "visit_reason": appointment.VisitReason, "part_of_day": appointment.PartOfDay,
    "access": appointment_access.Access, "access_reason": appointment_access.AccessReason, "reminder": appointment.Reminder,
    "slot_state": timetable.SlotState,
    "state.home_visit": home_visit.State, "home_visit_kind": home_visit.Kind, "home_visit_route": home_visit.Route,
    "home_visit_outcome": home_visit.Outcome, "home_visit_refusal": home_visit.RefusalGround, "urgency": home_visit_reason.Urgency,
    "danger_sign": home_visit_reason.DangerSign, "indication": home_visit_reason.Indication,
    "state.appeal": appeal.State, "appeal_kind": appeal.Kind, "appeal_body": appeal.Body, "appeal_lapse": appeal.Lapse,
    "appeal_outcome": appeal.Outcome, "appeal_requirement": appeal.Requirement, "appeal_leaving": appeal.LeaveGround,
    "appeal_forwarding": appeal.ForwardGround, "appeal_way": appeal.AnswerWay, "appeal_subject": appeal.Subject,
    "hearing_way": appeal.HearingWay,
    "meaning.attachment": attachment.State, "meaning.appointment": appointment.State, "meaning.home_visit": home_visit.State,
    "meaning.appeal": appeal.State,
    "fate": figures.Fate, "fact": disclosure.Fact, "visit": figures.Visit, "cover": figures.Cover,
    "certainty": sources.Certainty, "day_kind": calendar.Kind, "effect": calendar.Effect, "regime": calendar.Regime,
}  # fmt: skip
SYSTEM_CODES = {
    "NOT_OPEN", "NOT_YOURS", "REFUSAL_RULE", "REFUSAL_WORDS", "FOUR_EYES", "CONSENT_IN_USE", "ANOTHER_APPROVED", "DOCTOR_MISSING",
    "DOCUMENTS_TOO_MANY", "DOCUMENT_EMPTY", "DOCUMENT_TOO_LARGE", "DOCUMENT_NOT_ACCEPTED", "DOCUMENT_NOT_ITS_NAME",
}  # fmt: skip


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.py"))


def cited() -> Iterator[tuple[str, str]]:
    """Every `Basis("source", …)` written in the package."""
    for file in files():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Basis":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield file.stem, str(first.value)


def test_every_basis_in_the_package_names_a_known_source() -> None:
    found = list(cited())
    assert len(found) > 40
    assert [one for one in found if one[1] not in SOURCES] == []


def test_a_law_module_imports_the_law_the_standard_library_and_the_calendar_only() -> None:
    for file in files():
        allowed = sys.stdlib_module_names | {"models.law", "holidays"} | ({"models.texts"} if file.stem in TALKING else set())
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                inside = name.startswith("models.law.") or name.split(".")[0] in allowed or name in allowed
                assert inside, f"{file.name} imports {name}"


def test_every_provision_of_the_package_is_in_the_printed_table() -> None:
    found: dict[str, Provision[object]] = {}
    for module in MODULES:
        for value in vars(module).values():
            each = list(value.values()) if isinstance(value, dict) else [value]
            found |= {one.key: one for one in each if isinstance(one, Provision)}
    assert set(found) == {one.key for one in tables.ALL_PROVISIONS}
    assert len(tables.ALL_PROVISIONS) == len(found)


@pytest.mark.parametrize("language", list(Language))
def test_every_member_and_code_has_words(language: Language) -> None:
    wanted = [f"law.{topic}.{member}" for topic, enum in WORDED.items() for member in enum]
    codes = {code for rules in tables.RULES.values() for code in rules} | set(signature.BASES) | SYSTEM_CODES
    codes |= set(representation.RULES) | set(staffing.RULES)
    wanted += [f"law.impediment.{code}.{part}" for code in codes for part in ("text", "remedy")]
    wanted += [f"law.notice.{kind}.{part}" for kind in notice.Kind for part in ("text", "signature")]
    wanted += [f"law.impediment.{code}.title" for rules in tables.RULES.values() for code in rules]
    wanted += [f"law.act.{service.lower()}.{act}" for service, moves in tables.MOVES.items() for act in moves]
    wanted += [f"law.source.{key}.{part}" for key in SOURCES for part in ("title", "short")]
    assert [key for key in wanted if not texts.has(key, language)] == []


def _shape(words: texts.Words) -> set[str]:
    every = [words] if isinstance(words, str) else list(words.values())
    return {name for one in every for name in re.findall(r"{(\w+)}", one)}


@pytest.mark.parametrize("language", [Language.RU, Language.EN])
def test_the_three_languages_have_the_same_keys_and_places(language: Language) -> None:
    first, other = ({key: value for key, value in texts.words(one).items() if key.startswith("law.")} for one in (Language.KK, language))
    assert first.keys() == other.keys()
    assert [key for key in first if _shape(first[key]) != _shape(other[key])] == []
    assert [key for key, value in other.items() if not value] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_table_prints_in_every_language(language: Language) -> None:
    printed: list[Sequence[object]] = [
        tables.provisions(language, DAY), tables.sources(language), tables.moves(Service.ATTACHMENT, language),
        tables.refusal_grounds(language), tables.detachment_grounds(language), tables.grounds(language),
        tables.impediments(language), tables.contradictions(language), tables.calendar_days(2027, language),
        tables.calendar_months(2027, language), tables.overrides(language), tables.moves(Service.APPOINTMENT, language),
        tables.impediments(language, Service.APPOINTMENT), tables.access(language), tables.moves(Service.HOME_VISIT, language),
        tables.impediments(language, Service.HOME_VISIT), tables.refusal_grounds(language, Service.HOME_VISIT),
        tables.danger_signs(language), tables.indications(language), tables.moves(Service.APPEAL, language),
        tables.impediments(language, Service.APPEAL), tables.clocks(language, DAY), tables.leaving_grounds(language),
        tables.forwarding_grounds(language),
    ]  # fmt: skip
    assert all(rows for rows in printed)
    assert "{" not in str([[vars(row) for row in rows] for rows in printed]).replace("[{", "").replace(", {", "")


@pytest.mark.parametrize("language", list(Language))
def test_every_impediment_prints_with_its_values(language: Language) -> None:
    facts = [
        replace(CHANGE, free_changes=2, unit="75", consent=False),
        replace(GOOD, channel=law.Channel.DESK, birth_date=date(2020, 1, 1)),
        replace(GOOD, doctor=attachment.Doctor("d", specialty.Specialty.PAEDIATRICIAN, 900, True, ("Y",))),
    ]
    for impediment in (one for each in facts for one in attachment.impediments(each)):
        words = tables.impediment_words(impediment, language)
        assert words.text and words.remedy and words.basis
        assert "{" not in words.text + words.remedy
        assert bool(words.allowed_from) == (impediment.allowed_from is not None)


@pytest.mark.parametrize(
    ("basis", "language", "words"),
    [
        (Basis("rules-194", "25"), "ru", "Правила № ҚР ДСМ-194/2020, п. 25"),
        (Basis("rules-194", "25"), "kk", "№ ҚР ДСМ-194/2020 қағидалары, 25-тармақ"),
        (Basis("appc", "92"), "ru", "АППК, ст. 92"),
        (Basis("personal-data-law", "8"), "kk", "Дербес деректер туралы заң, 8-бап"),
        (Basis("portal-3176", "documents:5"), "en", "gov.kz, service 3176, list of documents, item 5"),
        (Basis("portal-3176", "refusal"), "ru", "gov.kz, услуга 3176, основания отказа"),
        (Basis("rules-194"), "en", "Rules ҚР ДСМ-194/2020"),
    ],
)
def test_a_paragraph_is_cited_as_people_cite_it(basis: Basis, language: str, words: str) -> None:
    assert tables.cite(basis, language) == words


def test_what_is_not_confirmed_is_marked_and_the_repealed_standard_is_named_repealed() -> None:
    rows = {row.key: row for row in tables.provisions("ru", DAY)}
    assert rows["attachment.review"].note == "" and rows["attachment.review"].value == "1 рабочий день"
    assert "не подтверждено" in rows["signature.lifetime"].note
    assert "утратил силу" in rows["term.cutoff"].note
    kurban = [row for row in tables.calendar_days(2027, "en") if row.name.startswith("First day of Kurban")]
    assert [row.confirmed for row in kurban] == [False] and "estimate" in kurban[0].note


def test_every_act_of_an_appeal_has_words_for_its_step_and_its_entry_in_the_journal() -> None:
    """An act that the clock or a body does is told to the person in words, in three languages."""
    wanted = [key for act in (*appeal.MOVES, "file") for key in (f"api.step.appeal.{act}.done", f"api.journal.appeal.{act}")]
    assert [(key, language) for key in wanted for language in Language if not texts.has(key, language)] == []


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_words_about_appeals_are_translated_and_quoted_as_the_language_quotes(language: Language) -> None:
    """A word left in English would be read by somebody who does not know it."""
    own, english = texts.words(language), texts.words(Language.EN)
    codes = {f"law.impediment.{code}" for code in appeal_rules.IMPEDIMENTS}
    named = re.compile(r"(law|api|message|signing)\.(.*appeal|hearing_way|source\.information-law)")
    about = [key for key in english if named.match(key) or key.rpartition(".")[0] in codes]
    assert len(about) > 300
    for key in about:
        words = own[key]
        for one in [words] if isinstance(words, str) else words.values():
            assert not re.search('[“”"]', one), key
            latin = re.sub(r"{\w+}|PDF|JPEG|PNG|gov\.kz", "", one)
            assert not re.search("[A-Za-z]{3}", latin), (key, one)
    assert not [key for key in about if re.search("[«»]", str(english[key]))]


def test_the_contradictions_about_appeals_are_settled_in_words() -> None:
    """Domain 11, rows 1, 2 and 14, and the six choices where paragraphs leave one (26 to 31)."""
    for language in Language:
        settled = {row.number: row.settled for row in tables.contradictions(language)}
        assert {"1", "2", "14", *map(str, range(26, 32))} <= set(settled)
        assert all(number in settled["1"] for number in ("5", "15", "20"))
        assert "18:00" in settled["31"] and "76" in settled["29"]


def test_territories_stay_data_of_their_own() -> None:
    assert set(territory.TERRITORIES) == {one.code for one in territory.TERRITORIES.values()}
