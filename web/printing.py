"""The law and the calendar as text for a terminal: the same tables as the page /law."""

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

from models import clock
from models.law import Service, tables
from models.texts import text
from web import render as render  # brings the words of the site

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def law(language: str) -> str:
    """Everything that the program applies, section by section; unconfirmed readings carry a mark."""
    today = clock.today()
    sections: dict[str, Iterable[DataclassInstance]] = {
        "provisions": tables.provisions(language, today),
        "moves": tables.moves(Service.ATTACHMENT, language),
        "grounds": tables.grounds(language),
        "impediments": tables.impediments(language),
        "refusals": tables.refusal_grounds(language),
        "detachments": tables.detachment_grounds(language),
        "contradictions": tables.contradictions(language),
        "sources": tables.sources(language),
    }
    return _printed(sections, language)


def calendar(year: int, language: str) -> str:
    """The days off and the working days of a year in both working weeks, and what the state decided about single days."""
    sections: dict[str, Iterable[DataclassInstance]] = {
        "days": tables.calendar_days(year, language),
        "months": tables.calendar_months(year, language),
        "overrides": tables.overrides(language),
    }
    return _printed(sections, language)


def _printed(sections: "dict[str, Iterable[DataclassInstance]]", language: str) -> str:
    mark = text("print.unconfirmed", language)
    parts = [
        [text(f"print.section.{name}", language), *(_line(row, mark) for row in rows)]
        for name, rows in sections.items()
    ]
    return "\n\n".join("\n  ".join(part) for part in parts)


def _line(row: "DataclassInstance", mark: str) -> str:
    """A row: its words, and the mark when nothing official confirms it."""
    values = {one.name: getattr(row, one.name) for one in fields(row)}
    weeks = {name: values[name] or "–" for name in ("five_day", "six_day") if name in values}
    told = [value for name, value in (values | weeks).items() if name != "key" or "code" not in values]
    words = [value for value in told if isinstance(value, str) and value]
    counts = [str(value) for value in told if type(value) is int]
    lists = [", ".join(value) for value in told if isinstance(value, tuple) and value]
    marks = [] if getattr(row, "confirmed", True) else [mark]
    return " | ".join(words + counts + lists + marks)
