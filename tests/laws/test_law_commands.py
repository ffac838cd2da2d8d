"""`emhana law` and `emhana calendar` print the very tables of the pages, in columns that stand under each other."""

import re

import httpx
import pytest

from models import clock
from models.law import Language, Service, tables
from models.texts import text
from tests.laws.test_law_pages import opened, row_of
from web import printing
from web.cli import main

LANGUAGES = pytest.mark.parametrize("language", list(Language))


def table(printed: str, section: str, language: Language, key: int) -> list[list[str]]:
    """The rows of a printed table, put together again: a row begins where column `key`, never longer than a line, is filled."""
    lines = iter(printed.split(text(f"print.section.{section}", language) + "\n", 1)[1].split("\n\n")[0].split("\n"))
    next(line for line in lines if set(line) <= set("-+"))
    rows: list[list[str]] = []
    for line in lines:
        parts = [part.strip() for part in line.split("|")]
        parts += [""] * 9
        if parts[key]:
            rows.append(parts)
        else:
            rows[-1] = [f"{one} {more}".strip() for one, more in zip(rows[-1], parts, strict=True)]
    return rows


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


@LANGUAGES
def test_every_number_is_printed_with_its_key_and_mark(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    assert main(["law", "--language", language]) == 0
    rows = {row[4]: row for row in table(capsys.readouterr().out, "provisions", language, 4)}
    for one in tables.provisions(language, clock.today()):
        found = rows[one.key]
        assert [bare(cell) for cell in found[:4]] == [bare(cell) for cell in (one.title, one.value, one.basis, one.since)]
        assert (text("print.unconfirmed", language) in found[5]) == (not one.confirmed)


@LANGUAGES
async def test_the_page_and_the_command_say_the_same(visitor: httpx.AsyncClient, language: Language) -> None:
    page, printed = await opened(visitor, f"/{language}/law"), printing.law(language)
    for row in table(printed, "provisions", language, 4):
        assert [bare(cell) for cell in row_of(page, row[4])[:4]] == [bare(cell) for cell in row[:4]]
    for section, anchor in (("impediments", "rule"), ("home_visit_impediments", "home-visit-rule"), ("appeal_impediments", "appeal-rule")):
        for row in table(printed, section, language, 1):
            assert [bare(cell) for cell in row_of(page, f"{anchor}-{row[1]}")] == [bare(cell) for cell in row[:3]]
    refusals = table(printed, "home_visit_refusals", language, 0)
    assert [row[0] for row in refusals] == ["R1", "R2"]
    assert [bare(row[1]) for row in refusals] == [bare(one.title) for one in tables.refusal_grounds(language, Service.HOME_VISIT)]
    for row, one in zip(table(printed, "appeal_clocks", language, 2), tables.clocks(language, clock.today()), strict=True):
        assert [bare(cell) for cell in row_of(page, f"appeal-clock-{one.key}")[:6]] == [bare(cell) for cell in row[:6]]
    codes = [row[0] for row in table(printed, "indications", language, 0)]
    assert codes == [one.code for one in tables.indications(language)]


@LANGUAGES
async def test_the_calendar_of_the_page_is_the_calendar_printed(visitor: httpx.AsyncClient, language: Language) -> None:
    page, printed = await opened(visitor, f"/{language}/law/calendar?year=2027"), printing.calendar(2027, language)
    days = tables.calendar_days(2027, language)
    worked = text("laws.calendar.worked", language)
    for day, row in zip(days, table(printed, "days", language, 1), strict=True):
        shown = ["–" if cell == worked else cell for cell in row_of(page, day.day.isoformat())[:5]]
        assert [bare(cell) for cell in shown] == [bare(cell) for cell in row[:5]]


@LANGUAGES
def test_columns_stand_under_each_other(language: Language) -> None:
    for block in printing.law(language).split("\n\n"):
        lines = block.split("\n")[1:]
        rule = next(line for line in lines if set(line) <= set("-+"))
        bars = [at for at, sign in enumerate(rule) if sign == "+"]
        for line in lines:
            if line is rule:
                continue
            assert [at for at in bars if at < len(line)] == [at for at, sign in enumerate(line) if sign == "|"]


def test_every_table_of_the_law_is_printed_whole() -> None:
    printed = bare(printing.law("en"))
    assert all(bare(act.title) in printed for act in tables.moves(Service.ATTACHMENT, "en") if len(act.title) < 20)
    for name in printing.COLUMNS:
        if name not in ("days", "months", "overrides"):
            assert bare(text(f"print.section.{name}", "en")) in printed
