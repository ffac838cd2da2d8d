"""The doctors' timetable (график приёма врачей): the times of a day from the weekly receptions, and what must not overlap.

Pure: receptions, absences and the clinic's hours come in, times come out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from models.law import Basis, Impediment, Refused, forbid
from models.law.term import ZONE, Hours

# The standard knows a schedule (paragraph 6) and the clinic's hours (8), but no rules of what a schedule may look like: these are ours.
_PROPOSAL = Basis("proposal")
IMPEDIMENTS = {
    "RECEPTION_TIMES": _PROPOSAL,
    "RECEPTION_DAYS": _PROPOSAL,
    "RECEPTION_MINUTES": _PROPOSAL,
    "RECEPTION_DOCTOR": _PROPOSAL,
    "RECEPTION_ROOM": _PROPOSAL,
    "RECEPTION_CLOSED": Basis("order-272-appointment", "8"),
    "ABSENCE_TIMES": _PROPOSAL,
}
SHORTEST, LONGEST = 5, 120
SHORTEST_ABSENCE = timedelta(seconds=1)


class SlotState(StrEnum):
    """Whether a time of a doctor can be given: open, taken by an appointment, or closed by the clinic."""

    OPEN = "OPEN"
    BOOKED = "BOOKED"
    CLOSED = "CLOSED"


class Reception(Protocol):
    """A weekly reception: weekday (Monday is 0), hours, slot length in minutes, days between which it holds, both included."""

    @property
    def weekday(self) -> int: ...
    @property
    def begins(self) -> time: ...
    @property
    def ends(self) -> time: ...
    @property
    def minutes(self) -> int: ...
    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...
    @property
    def room(self) -> str: ...
    @property
    def doctor_id(self) -> object: ...


@dataclass(frozen=True)
class Span:
    """A time of a doctor: beginning and end."""

    starts_at: datetime
    ends_at: datetime


def holds_on(one: Reception, day: date) -> bool:
    """Whether a reception takes place on a day."""
    return one.weekday == day.weekday() and one.since <= day and (one.until is None or day <= one.until)


def spans(one: Reception, day: date, hours: Hours) -> Iterator[Span]:
    """The times of a reception on a day: whole ones only, and only while the clinic is open (its calendar and holidays)."""
    opened = hours.on(day)
    if opened is None or not holds_on(one, day):
        return
    begins, step = datetime.combine(day, one.begins, ZONE), timedelta(minutes=one.minutes)
    while begins + step <= datetime.combine(day, one.ends, ZONE):
        if opened[0] <= begins.time() and begins + step <= datetime.combine(day, opened[1], ZONE):
            yield Span(begins, begins + step)
        begins += step


def absent(span: Span, absences: Iterable[tuple[datetime, datetime]]) -> bool:
    """Whether a time falls into an absence, even in part."""
    return any(start < span.ends_at and span.starts_at < end for start, end in absences)


def check(wanted: Reception, others: Sequence[Reception], hours: Hours) -> None:
    """A reception is possible in itself, and no other of the same doctor or room overlaps it; otherwise `Refused`."""
    found = list(_shape(wanted, hours))
    for one in others:
        if not _overlap(wanted, one):
            continue
        if one.doctor_id == wanted.doctor_id:
            found.append(_no("RECEPTION_DOCTOR", ("begins",), other=_words(one)))
        elif one.room == wanted.room:
            found.append(_no("RECEPTION_ROOM", ("room",), room=one.room, other=_words(one)))
    forbid(found)


def check_absence(since: datetime, until: datetime) -> None:
    """An absence ends after it begins; otherwise `Refused`."""
    if until - since <= SHORTEST_ABSENCE:
        raise Refused(_no("ABSENCE_TIMES", ("until",)))


def _shape(wanted: Reception, hours: Hours) -> Iterator[Impediment]:
    if not SHORTEST <= wanted.minutes <= LONGEST:
        yield _no("RECEPTION_MINUTES", ("minutes",), least=SHORTEST, most=LONGEST)
    elif _minute(wanted.ends) - _minute(wanted.begins) < wanted.minutes:
        yield _no("RECEPTION_TIMES", ("ends",))
    if wanted.until is not None and wanted.until < _first(wanted.since, wanted.weekday):
        yield _no("RECEPTION_DAYS", ("until",))
    opened = hours.on(wanted.since) if wanted.until == wanted.since else hours.week.get(wanted.weekday)
    if opened is None or wanted.begins < opened[0] or opened[1] < wanted.ends:
        yield _no("RECEPTION_CLOSED", ("begins",), hours=f"{opened[0]:%H:%M}–{opened[1]:%H:%M}" if opened else "—")


def _overlap(one: Reception, other: Reception) -> bool:
    """Same weekday, a common day, common minutes."""
    first = max(one.since, other.since)
    if one.weekday != other.weekday or not (one.begins < other.ends and other.begins < one.ends):
        return False
    ends = [end for end in (one.until, other.until) if end is not None]
    return not ends or _first(first, one.weekday) <= min(ends)


def _first(since: date, weekday: int) -> date:
    """The first such weekday from a day on."""
    return since + timedelta(days=min((weekday - since.weekday()) % 7, (date.max - since).days))


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _words(one: Reception) -> str:
    return f"{one.begins:%H:%M}–{one.ends:%H:%M}"


def _no(code: str, field: tuple[str, ...] = (), **values: object) -> Impediment:
    return Impediment(code, IMPEDIMENTS[code], field, values)
