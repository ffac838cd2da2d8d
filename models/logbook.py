"""Journals and registers in one place: which there are, who reads each, and how many lines it has, as far as the reader may see them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from models import clock
from models.actor import Actor
from models.appeal_figures import register_of
from models.appointment import Appointment
from models.attachment import Attachment
from models.home_visit import HomeVisit
from models.law import CLINIC_ROLES, Role
from models.law.attachment import State


class Logbook(StrEnum):
    """The journals and registers that a clinic or a body above it keeps."""

    APPOINTMENTS = "APPOINTMENTS"
    CALLS = "CALLS"
    APPEALS = "APPEALS"
    ATTACHMENTS = "ATTACHMENTS"
    PEOPLE = "PEOPLE"


READERS: dict[Logbook, frozenset[Role]] = {
    Logbook.APPOINTMENTS: frozenset(CLINIC_ROLES),
    Logbook.CALLS: frozenset({Role.REGISTRAR, Role.HEAD}),
    Logbook.APPEALS: frozenset({Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY}),
    Logbook.ATTACHMENTS: frozenset({Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER}),
    Logbook.PEOPLE: frozenset({Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.DOCTOR}),
}
# The column by whose day a line belongs to a day.
DAYS = {
    Logbook.APPOINTMENTS: "starts_at", Logbook.CALLS: "submitted_at", Logbook.APPEALS: "submitted_at",
    Logbook.ATTACHMENTS: "submitted_at", Logbook.PEOPLE: "effective_on",
}  # fmt: skip


@dataclass(frozen=True)
class Lines:
    """How many lines a logbook has: of today, of this month, and of all times."""

    logbook: Logbook
    today: int
    month: int
    whole: int


def month(day: date) -> tuple[date, date]:
    """The first day of a day's month and its last."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


async def counted(actor: Actor) -> list[Lines]:
    """The logbooks that the actor reads, with their lines; no line is read, so none is journalled."""
    return [await _lines(one, actor) for one in Logbook if actor.role in READERS[one]]


async def _lines(one: Logbook, actor: Actor) -> Lines:
    today, rows = clock.today(), _rows(one, actor)
    return Lines(
        one, await _between(rows, one, today, today).count(), await _between(rows, one, *month(today)).count(), await rows.count()
    )


def _rows(one: Logbook, actor: Actor) -> Any:
    if one is Logbook.APPEALS:
        return register_of(actor)
    if one is Logbook.PEOPLE:
        return Attachment.visible_to(actor).filter(state=State.IN_FORCE)
    tables: dict[Logbook, Any] = {Logbook.APPOINTMENTS: Appointment, Logbook.CALLS: HomeVisit, Logbook.ATTACHMENTS: Attachment}
    return tables[one].visible_to(actor)


def _between(rows: Any, one: Logbook, since: date, until: date) -> Any:
    column = DAYS[one]
    if one is Logbook.PEOPLE:
        return rows.filter(**{f"{column}__gte": since, f"{column}__lte": until})
    return rows.filter(**{f"{column}__gte": clock.start_of_day(since), f"{column}__lt": clock.end_of_day(until)})
