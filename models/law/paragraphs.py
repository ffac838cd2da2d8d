"""Every paragraph that something here rests on, so that each citation leads to a place of the page /law."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models.law import (
    Basis,
    appeal,
    appointment_access,
    attachment,
    calendar,
    consent,
    home_visit,
    home_visit_reason,
    notice,
    representation,
    signature,
)
from models.law.sources import SOURCES
from models.law.table_rows import Listed
from models.law.tables import ALL_PROVISIONS, MOVES, RULES
from models.law.words import cite, day_words, said
from models.texts import text

# The closed lists, with the topic of their words.
_LISTS: tuple[tuple[str, Mapping[Any, Listed]], ...] = (
    ("refusal", attachment.REFUSAL),
    ("detachment", attachment.DETACHMENT),
    ("home_visit_refusal", home_visit.REFUSAL),
    ("danger_sign", home_visit_reason.DANGER),
    ("indication", home_visit_reason.INDICATIONS),
    ("appeal_leaving", appeal.LEAVING),
    ("appeal_forwarding", appeal.FORWARDING),
)


@dataclass(frozen=True)
class ParagraphRow:
    """One paragraph: its name for programs, how people cite it, the key of its source, and what rests on it."""

    basis: str
    title: str
    source: str
    rests: tuple[str, ...]


def paragraphs(language: str) -> list[ParagraphRow]:
    """The paragraphs in the order of their sources."""
    rests: dict[Basis, list[str]] = {}
    for basis, words in _cited(language):
        rests.setdefault(basis, []).append(words)
    order = list(SOURCES)
    found = sorted(rests, key=lambda one: (order.index(one.source), _counted(one.paragraph)))
    return [ParagraphRow(str(one), cite(one, language), one.source, tuple(dict.fromkeys(rests[one]))) for one in found]


def _counted(paragraph: str) -> tuple[str, list[int], str]:
    """Paragraphs in the order in which people count: 4 before 25, 8 before 8(2)."""
    part, _, number = paragraph.rpartition(":")
    return part or number.strip("0123456789()"), [int(one) for one in re.findall(r"\d+", number)], number


def _cited(language: str) -> Iterator[tuple[Basis, str]]:
    """Each citation of the tables, with the words of what cites it."""
    for provision in ALL_PROVISIONS:
        yield provision.basis, text(f"law.provision.{provision.key}", language)
    for service, moves in MOVES.items():
        for act, move in moves.items():
            yield move.basis, text(f"law.act.{service.lower()}.{act}", language)
    for kind, basis in attachment.DOCUMENT_BASIS.items():
        yield basis, said(kind, language)
    for specialty, way in appointment_access.WAYS.items():
        yield way.basis, f"{said(specialty, language)}: {text(f'law.access.{way.access}', language)}"
    for reason, listed in appointment_access.REASONS.items():
        yield listed.basis, said(reason, language)
    yield from _rules(language)
    for topic, grounds in _LISTS:
        for key, one in grounds.items():
            yield one.basis, text(f"law.{topic}.{key}", language)
    for name, form in notice.FORMS.items():
        yield form.basis, text(f"law.notice.kind.{name}", language)
    for day in calendar.OVERRIDES:
        yield day.basis, f"{day_words(day.day, language)}: {text(f'law.effect.{day.effect}', language)}"


def _rules(language: str) -> Iterator[tuple[Basis, str]]:
    """The rules that may forbid an act."""
    for rules in RULES.values():
        for code, basis in rules.items():
            yield basis, text(f"law.impediment.{code}.title", language)
    told = {code: basis for code, (basis, _) in representation.RULES.items()} | dict(signature.BASES)
    in_use = consent.withdrawal_impediments(consent.Purpose.ATTACHMENT, open_application=True)
    for code, basis in (told | {one.code: one.basis for one in in_use}).items():
        yield basis, text(f"law.impediment.{code}.text", language).rstrip(".")
