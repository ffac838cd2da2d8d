"""The law and the calendar as text for a terminal: the tables of the pages /law and /law/calendar, in aligned columns."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from models import clock
from models.law import Service, paragraphs, tables
from models.texts import text
from web import render as render  # brings the words of the site

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WIDTH = 132
GAP = " | "
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "provisions": ("title", "value", "basis", "since", "key", "confirmed"),
    "moves": ("title", "before", "after", "by", "basis", "confirmed"),
    "grounds": ("title", "note", "documents", "basis"),
    "impediments": ("title", "code", "basis"),
    "appointment_moves": ("title", "before", "after", "by", "basis", "confirmed"),
    "access": ("specialty", "access", "reasons", "basis", "confirmed"),
    "appointment_impediments": ("title", "code", "basis"),
    "home_visit_moves": ("title", "before", "after", "by", "basis", "confirmed"),
    "danger_signs": ("code", "title", "note", "basis", "confirmed"),
    "indications": ("code", "title", "note", "basis", "confirmed"),
    "home_visit_impediments": ("title", "code", "basis"),
    "home_visit_refusals": ("code", "title", "basis"),
    "appeal_clocks": ("title", "body", "term", "calendar", "course", "basis", "confirmed"),
    "appeal_moves": ("title", "before", "after", "by", "basis", "confirmed"),
    "appeal_leaving": ("code", "title", "basis", "confirmed"),
    "appeal_forwarding": ("code", "title", "basis", "confirmed"),
    "appeal_impediments": ("title", "code", "basis"),
    "refusals": ("code", "title", "basis"),
    "detachments": ("code", "title", "basis", "confirmed"),
    "disclosures": ("title", "shown_to", "basis", "confirmed"),
    "contradictions": ("number", "topic", "first", "second", "settled"),
    "sources": ("title", "adopted", "edition", "state", "mark", "certainty", "key"),
    "paragraphs": ("title", "rests", "basis"),
    "days": ("date", "weekday", "name", "five_day", "six_day", "confirmed"),
    "months": ("month", "five_day", "six_day"),
    "overrides": ("date", "effect", "name", "basis", "confirmed"),
}
RENAMED = {
    "overrides": {"date": "code", "effect": "title", "name": "note"},
    "access": {"specialty": "title"},
    "appeal_clocks": {"term": "value"},
}


def law(language: str) -> str:
    """Everything that the program applies, table by table; unconfirmed readings carry a mark."""
    sections: dict[str, Iterable[DataclassInstance]] = {
        "provisions": tables.provisions(language, clock.today()),
        "moves": tables.moves(Service.ATTACHMENT, language),
        "grounds": tables.grounds(language),
        "impediments": tables.impediments(language),
        "refusals": tables.refusal_grounds(language),
        "detachments": tables.detachment_grounds(language),
        "appointment_moves": tables.moves(Service.APPOINTMENT, language),
        "access": tables.access(language),
        "appointment_impediments": tables.impediments(language, Service.APPOINTMENT),
        "home_visit_moves": tables.moves(Service.HOME_VISIT, language),
        "danger_signs": tables.danger_signs(language),
        "indications": tables.indications(language),
        "home_visit_impediments": tables.impediments(language, Service.HOME_VISIT),
        "home_visit_refusals": tables.refusal_grounds(language, Service.HOME_VISIT),
        "appeal_clocks": tables.clocks(language, clock.today()),
        "appeal_moves": tables.moves(Service.APPEAL, language),
        "appeal_leaving": tables.leaving_grounds(language),
        "appeal_forwarding": tables.forwarding_grounds(language),
        "appeal_impediments": tables.impediments(language, Service.APPEAL),
        "disclosures": tables.disclosures(language),
        "contradictions": tables.contradictions(language),
        "sources": tables.sources(language),
        "paragraphs": paragraphs.paragraphs(language),
    }
    return _printed(sections, language)


def calendar(year: int, language: str) -> str:
    """The days off and the working days of a year in both working weeks, and what the state decided about single days."""
    sections: dict[str, Iterable[DataclassInstance]] = {
        "days": tables.calendar_days(year, language),
        "months": tables.calendar_months(year, language),
        "overrides": tables.overrides(language),
    }
    return f"{year}\n\n" + _printed(sections, language)


def _printed(sections: "Mapping[str, Iterable[DataclassInstance]]", language: str) -> str:
    parts = []
    for name, rows in sections.items():
        renamed = RENAMED.get(name, {})
        heads = [text(f"print.column.{column}", language) for column in COLUMNS[name]]
        cells = [[_said(row, renamed.get(column, column), language) for column in COLUMNS[name]] for row in rows]
        parts.append("\n".join([text(f"print.section.{name}", language), *_table([heads, *cells])]))
    return "\n\n".join(parts)


def _said(row: "DataclassInstance", column: str, language: str) -> str:
    """One value in words; what is confirmed and in force needs no mark, and a day without a word is a working day."""
    value = getattr(row, column)
    if column == "confirmed":
        repealed = [] if getattr(row, "in_force", True) else [text("law.words.repealed", language)]
        return "; ".join([*([] if value else [text("print.unconfirmed", language)]), *repealed])
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value) or ("–" if column in ("five_day", "six_day", "before") else "")


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table: the head, a rule, the rows, in columns that fit the width together."""
    columns = list(zip(*rows, strict=True))
    words = [max(len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    widths = _widths([max(map(len, column)) for column in columns], words)
    head, *rest = [_lines(row, widths) for row in rows]
    rule = "-+-".join("-" * width for width in widths)
    return [*head, rule, *(line for lines in rest for line in lines)]


def _widths(natural: list[int], words: list[int]) -> list[int]:
    """The widths of the columns: as wide as they need; where that is too much the widest give way, but break no word."""
    widths = list(natural)
    while sum(widths) + len(GAP) * (len(widths) - 1) > WIDTH:
        loose = [at for at, width in enumerate(widths) if width > words[at]]
        if not loose:
            break
        widths[max(loose, key=widths.__getitem__)] -= 1
    return widths


def _lines(row: Sequence[str], widths: list[int]) -> list[str]:
    """One row in as many lines as its longest cell needs."""
    cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    filled = [cell + [""] * (max(map(len, cells)) - len(cell)) for cell in cells]
    return [GAP.join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip() for line in zip(*filled, strict=True)]
