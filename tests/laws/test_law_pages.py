"""The law and the calendar in public: every number, paragraph and day stands there, in three languages, unconfirmed ones marked."""

import re
from html import unescape

import httpx
import pytest

from api.provision import cite
from models import clock
from models.law import (
    Basis,
    Language,
    Service,
    appeal,
    appointment_access,
    attachment,
    home_visit,
    home_visit_reason,
    paragraphs,
    representation,
    signature,
    tables,
)
from models.law.sources import SOURCES
from models.texts import text

LANGUAGES = pytest.mark.parametrize("language", list(Language))
CITED = [
    *(basis for rules in tables.RULES.values() for basis in rules.values()),
    *(way.basis for way in appointment_access.WAYS.values()),
    *(one.basis for one in appointment_access.REASONS.values()),
    *attachment.DOCUMENT_BASIS.values(),
    *signature.BASES.values(),
    *(basis for basis, _ in representation.RULES.values()),
    *(one.basis for one in (*attachment.REFUSAL.values(), *attachment.DETACHMENT.values())),
    *(one.basis for one in home_visit.REFUSAL.values()),
    *(one.basis for one in (*home_visit_reason.DANGER.values(), *home_visit_reason.INDICATIONS.values())),
    *(one.basis for one in home_visit.PROVISIONS),
    *(one.basis for one in appeal.PROVISIONS),
    *(one.basis for one in (*appeal.LEAVING.values(), *appeal.FORWARDING.values())),
    *(move.basis for moves in tables.MOVES.values() for move in moves.values()),
    attachment.REVIEW.basis,
]


async def opened(visitor: httpx.AsyncClient, path: str) -> str:
    found = await visitor.get(path)
    assert found.status_code == 200
    return found.text


def cells(row: str) -> list[str]:
    """The words of a row's cells."""
    bare = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
    return [re.sub(r"\s+", " ", unescape(cell)).strip() for cell in bare]


def row_of(page: str, anchor: str) -> list[str]:
    """The cells of the row that an anchor names."""
    (row,) = (one for one in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if f'id="{anchor}"' in one)
    return cells(row)


@LANGUAGES
async def test_every_number_of_the_law_is_an_anchor_with_its_value_paragraph_and_day(
    visitor: httpx.AsyncClient, language: Language
) -> None:
    page = await opened(visitor, f"/{language}/law")
    for one in tables.provisions(language, clock.today()):
        assert row_of(page, one.key)[:4] == [one.title, one.value, one.basis, one.since]


@LANGUAGES
async def test_exactly_the_unconfirmed_readings_are_marked(visitor: httpx.AsyncClient, language: Language) -> None:
    page, mark = await opened(visitor, f"/{language}/law"), text("common.law.unconfirmed", language)
    for one in tables.provisions(language, clock.today()):
        assert (mark in row_of(page, one.key)[4]) == (not one.confirmed)
    anchors = {
        Service.ATTACHMENT: "act", Service.APPOINTMENT: "appointment-act", Service.HOME_VISIT: "home-visit-act",
        Service.APPEAL: "appeal-act",
    }  # fmt: skip
    for service, anchor in anchors.items():
        for act in tables.moves(service, language):
            assert (mark in row_of(page, f"{anchor}-{act.act}")[5]) == (not act.confirmed)


@pytest.mark.parametrize("basis", sorted(set(CITED), key=str), ids=str)
async def test_every_paragraph_that_the_api_cites_is_an_anchor(visitor: httpx.AsyncClient, basis: Basis) -> None:
    key = cite(basis, Language.KK).key
    assert f'id="{key}"' in await opened(visitor, "/kk/law")


async def test_no_anchor_stands_twice(visitor: httpx.AsyncClient) -> None:
    for path in ("/kk/law", "/kk/law/calendar?year=2027"):
        ids = re.findall(r' id="([^"]+)"', await opened(visitor, path))
        assert len(ids) == len(set(ids)) and not [one for one in ids if re.search(r"\s", one)]


@LANGUAGES
async def test_every_source_says_how_sure_we_are_of_it_and_what_rests_on_it(visitor: httpx.AsyncClient, language: Language) -> None:
    page = unescape(await opened(visitor, f"/{language}/law"))
    for one in tables.sources(language):
        assert f'id="{one.key}"' in page and f"<b>{one.mark}</b>, {one.certainty}" in page
    for paragraph in paragraphs.paragraphs(language):
        assert paragraph.source in SOURCES and "; ".join(paragraph.rests) in page


@LANGUAGES
async def test_grounds_rules_and_contradictions_stand_there_whole(visitor: httpx.AsyncClient, language: Language) -> None:
    page = await opened(visitor, f"/{language}/law")
    for one in tables.grounds(language):
        assert row_of(page, f"ground-{one.key}")[1] == one.note
    for anchor, rows in {
        "refusal": tables.refusal_grounds(language),
        "detachment": tables.detachment_grounds(language),
        "rule": tables.impediments(language),
        "appointment-rule": tables.impediments(language, Service.APPOINTMENT),
        "home-visit-rule": tables.impediments(language, Service.HOME_VISIT),
        "home-visit-refusal": tables.refusal_grounds(language, Service.HOME_VISIT),
        "appeal-rule": tables.impediments(language, Service.APPEAL),
        "appeal-leaving": tables.leaving_grounds(language),
        "appeal-forwarding": tables.forwarding_grounds(language),
    }.items():
        for row in rows:
            assert row_of(page, f"{anchor}-{row.key}")[:3] == [row.title, row.code or "—", row.basis]
    for two in tables.contradictions(language):
        assert row_of(page, f"contradiction-{two.number}") == [two.topic, two.first, two.second, two.settled]


@LANGUAGES
async def test_signs_of_danger_and_indications_stand_there_with_code_urgency_paragraph_and_mark(
    visitor: httpx.AsyncClient, language: Language
) -> None:
    page, mark = await opened(visitor, f"/{language}/law"), text("common.law.unconfirmed", language)
    for anchor, rows in {"danger-sign": tables.danger_signs(language), "indication": tables.indications(language)}.items():
        for one in rows:
            row = row_of(page, f"{anchor}-{one.key}")
            assert row[:4] == [one.title, one.code, one.note, one.basis]
            assert (mark in row[4]) == (not one.confirmed)


@LANGUAGES
async def test_a_call_is_refused_on_two_grounds_only_and_the_page_says_so(visitor: httpx.AsyncClient, language: Language) -> None:
    """Portal, service 3182; domain 11, row 15."""
    page = await opened(visitor, f"/{language}/law")
    found = re.findall(r'id="home-visit-refusal-(\w+)"', page)
    assert found == ["UNRELIABLE", "NOT_ATTACHED"]
    settled = {one.number: one.settled for one in tables.contradictions(language)}
    assert {"10", "15", "22", "23", "24", "25"} <= set(settled)
    assert "30" in settled["22"] and "10" in settled["22"] and "18:00" in settled["23"]


@LANGUAGES
async def test_every_kind_of_appeal_says_its_term_its_days_and_what_its_end_does(visitor: httpx.AsyncClient, language: Language) -> None:
    page, mark = await opened(visitor, f"/{language}/law"), text("common.law.unconfirmed", language)
    for one in tables.clocks(language, clock.today()):
        row = row_of(page, f"appeal-clock-{one.key}")
        assert row[:6] == [one.title, one.body, one.value, one.calendar, one.course, one.basis]
        assert (mark in row[6]) == (not one.confirmed) and (text("law.words.repealed", language) in row[6]) == (not one.in_force)


@LANGUAGES
async def test_every_specialty_says_how_one_comes_to_it_and_what_spares_the_referral(
    visitor: httpx.AsyncClient, language: Language
) -> None:
    page, mark = await opened(visitor, f"/{language}/law"), text("common.law.unconfirmed", language)
    for one in tables.access(language):
        row = row_of(page, f"access-{one.key}")
        assert row[:4] == [one.title, one.access, "; ".join(one.reasons) or "—", one.basis]
        assert (mark in row[4]) == (not one.confirmed)


@LANGUAGES
async def test_the_calendar_shows_both_weeks_and_marks_what_is_estimated(visitor: httpx.AsyncClient, language: Language) -> None:
    page = await opened(visitor, f"/{language}/law/calendar?year=2027")
    worked, mark = text("laws.calendar.worked", language), text("common.law.unconfirmed", language)
    for one in tables.calendar_days(2027, language):
        row = row_of(page, one.day.isoformat())
        assert row[3:5] == [one.five_day or worked, one.six_day or worked]
        assert (mark in row[5]) == (not one.confirmed)
    assert row_of(page, "2027-01-04")[4] == worked


async def test_a_year_that_is_no_year_shows_this_one(visitor: httpx.AsyncClient) -> None:
    year = str(clock.today().year)
    for path in ("/ru/law/calendar", "/ru/law/calendar?year=soon"):
        assert f'id="{year}-01-01"' in await opened(visitor, path)


@LANGUAGES
async def test_a_year_without_a_calendar_is_said_to_have_none_and_every_letter_of_certainty_is_explained(
    visitor: httpx.AsyncClient, language: Language
) -> None:
    page = unescape(await opened(visitor, f"/{language}/law/calendar?year=2050"))
    assert text("laws.calendar.absent", language, asked="2050", shown=2035) in page
    assert "2050" not in unescape(await opened(visitor, f"/{language}/law/calendar?year=2027"))
    legend = unescape(await opened(visitor, f"/{language}/law"))
    for letter in {one.mark for one in tables.sources(language)}:
        assert f"<dt>{letter}</dt><dd>{text(f'law.certainty.{letter}', language)}</dd>" in legend


async def test_the_tables_of_one_service_are_shown_when_asked_for_and_all_when_the_service_is_none(visitor: httpx.AsyncClient) -> None:
    own, every = await opened(visitor, "/kk/law?service=APPEAL"), await opened(visitor, "/kk/law?service=NOBODY")
    assert 'id="section-appeal_clocks"' in own and 'id="section-sources"' in own and 'id="section-access"' not in own
    assert every.count("<tr") == (await opened(visitor, "/kk/law")).count("<tr")
    assert 'href="#section-access"' not in own, "the contents name what is there"


async def test_the_page_of_the_law_folds_its_tables_but_when_the_whole_is_asked_for(visitor: httpx.AsyncClient) -> None:
    folded, whole = await opened(visitor, "/kk/law"), await opened(visitor, "/kk/law?whole=1")
    assert 'class="chapters"' in folded and 'class="chapters"' not in whole
    assert folded.count("<tr") == whole.count("<tr"), "folded by the sheet only: nothing is kept back"
