"""Figures of the services: what counts as answered in its term, on which grounds was refused, and which small counts are hidden.

The terms themselves are those of each service; here it is said only how a case is counted by its term.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from models.law import Basis, Provision, Service, appeal, appointment, appointment_rules, attachment, home_visit, timetable


class Fate(StrEnum):
    """What has become of the term of a case: exactly one of these, so that the five together are all that was received."""

    IN_TERM = "IN_TERM"
    RUNNING = "RUNNING"
    LATE = "LATE"
    WITHDRAWN = "WITHDRAWN"
    FORWARDED = "FORWARDED"


# By which number of the law a service is answered in its term; appeals have further clocks of their own (`appeal.CLOCKS`).
TERMS: Mapping[Service, Provision[int]] = {
    Service.ATTACHMENT: attachment.REVIEW,
    Service.APPOINTMENT: appointment.ANSWER_PORTAL,
    Service.HOME_VISIT: home_visit.ANSWER_PORTAL,
    Service.APPEAL: appeal.REVIEW,
}


@dataclass(frozen=True)
class Course:
    """What decides whether a case was answered in its term: its last moment, and when an answer or another end came."""

    due_at: datetime | None
    ended_at: datetime | None = None
    recorded_late: bool = False
    withdrawn: bool = False
    forwarded: bool = False


def fate(course: Course, now: datetime) -> Fate:
    """A case is kept in term when its answer came not later than the last moment of its term (each service's own paragraph: `TERMS`).

    Late is whatever had no answer by that moment, whatever came of it later, and whether the clock has come round to it or not: also
    what was sent on only after its own days, by hand or by the clock (Procedural Code, 91). What was sent on in time is the other
    body's to answer: here neither in term nor late. What was taken back in time is neither.
    """
    if course.recorded_late or (course.due_at is not None and (course.ended_at or now) > course.due_at):
        return Fate.LATE
    if course.forwarded:
        return Fate.FORWARDED
    if course.withdrawn:
        return Fate.WITHDRAWN
    return Fate.IN_TERM if course.ended_at else Fate.RUNNING


@dataclass(frozen=True)
class Ground:
    """A ground of refusal: where its words stand under `law.`, and its paragraph."""

    words: str
    basis: Basis


def _listed(topic: str, found: Mapping[Any, Any]) -> dict[str, Ground]:
    return {str(one): Ground(f"{topic}.{one}", listed.basis) for one, listed in found.items()}


def _rules(found: Mapping[str, Basis]) -> dict[str, Ground]:
    return {code: Ground(f"impediment.{code}.title", basis) for code, basis in found.items()}


# What counts as refused, by the names under which it is kept; an appeal is refused by its decision, by being left, or by silence.
GROUNDS: Mapping[Service, Mapping[str, Ground]] = {
    Service.ATTACHMENT: _listed("refusal", attachment.REFUSAL),
    Service.APPOINTMENT: _rules({**timetable.IMPEDIMENTS, **appointment_rules.IMPEDIMENTS}),
    Service.HOME_VISIT: _listed("home_visit_refusal", home_visit.REFUSAL),
    Service.APPEAL: {
        **{str(one): Ground(f"appeal_outcome.{one}", Basis("appc", "76" if one in appeal.ON_APPEAL else "100")) for one in appeal.WORST},
        **_listed("appeal_leaving", appeal.LEAVING),
        str(appeal.State.DEEMED_REFUSED): Ground(f"state.appeal.{appeal.State.DEEMED_REFUSED}", Basis("appc", "91")),
    },
}  # fmt: skip


class Visit(StrEnum):
    """What has become of a booked time: exactly one of these."""

    KEPT = "KEPT"
    MISSED = "MISSED"
    UNMARKED = "UNMARKED"
    CANCELLED = "CANCELLED"
    BY_CLINIC = "BY_CLINIC"
    AHEAD = "AHEAD"


_VISITS: Mapping[appointment.State, Visit] = {
    appointment.State.BOOKED: Visit.AHEAD,
    appointment.State.OFFERED: Visit.BY_CLINIC,
    appointment.State.ARRIVED: Visit.KEPT,
    appointment.State.IN_VISIT: Visit.KEPT,
    appointment.State.COMPLETED: Visit.KEPT,
    appointment.State.NO_SHOW: Visit.MISSED,
    appointment.State.PASSED: Visit.UNMARKED,
    appointment.State.CANCELLED: Visit.CANCELLED,
}


def visit(state: appointment.State, offered: bool) -> Visit:
    """A time that the clinic could not keep is the clinic's, also where the person has then cancelled (rule of this system)."""
    return Visit.BY_CLINIC if offered and state is appointment.State.CANCELLED else _VISITS[state]


# Counts of people smaller than this are not published.
SMALL = Provision("figures.small", Basis("proposal"), {date(2026, 1, 1): 10}, "person", None, False)
# A month is counted for everybody so many days after its end, and never again: by then the longest ordinary term (20 working days of a
# complaint, holidays included) of its last day has run out. What an extension keeps open even then is told as still running.
PUBLISHED_AFTER = Provision("figures.published_after", Basis("proposal"), {date(2026, 1, 1): 45}, "day", None, False)
PROVISIONS = (SMALL, PUBLISHED_AFTER)
# Longer periods are not counted for one answer.
LONGEST_DAYS = 366
MOST_MONTHS = 12


class Cover(StrEnum):
    """How a published count is told. SHOWN: as it is. FEW: fewer than the least that is published. MOST: all of the whole but so few.

    HIDDEN: not told, because what is told otherwise would give it away.
    """

    SHOWN = "SHOWN"
    FEW = "FEW"
    MOST = "MOST"
    HIDDEN = "HIDDEN"


@dataclass(frozen=True)
class Told:
    """A published count: the number, or only how it is covered."""

    number: int | None
    cover: Cover


def whole(number: int, small: int) -> Told:
    """A count from which nothing is subtracted: nought or at least `small` is shown (rule of this system)."""
    return Told(number, Cover.SHOWN) if number == 0 or number >= small else Told(None, Cover.FEW)


def part(number: int, of: int, small: int) -> Told:
    """A count that is a part of another: it is hidden too where the rest of the whole is small, so that no subtraction gives either.

    Which of the two is the small one is told only where each number below `small` stays possible.
    """
    if whole(of, small).number is None:
        return Told(None, Cover.HIDDEN)
    hidden = [0 < one < small for one in (number, of - number)]
    if not any(hidden):
        return Told(number, Cover.SHOWN)
    if of < 2 * small - 1:
        return Told(None, Cover.HIDDEN)
    return Told(None, Cover.FEW if hidden[0] else Cover.MOST)


def part_beside(number: int, of: int, others: Iterable[tuple[int, Told]], small: int) -> Told:
    """A part that has no case in common with some other parts: hidden too where a shown one of them and this would leave a small rest.

    Why it is hidden is then not told, so that each number below `small` stays possible.
    """
    wholes = [of, *(of - other for other, told in others if told.number is not None)]
    safe = all(part(number, one, small).number is not None for one in wholes) and whole(of, small).number is not None
    return Told(number, Cover.SHOWN) if safe else Told(None, Cover.HIDDEN)


def share_without(told: Told, of: Told, small: int) -> tuple[int | None, bool]:
    """How many percent of a whole are not in a part, and whether exactly or at least: from what is published only, rounded down."""
    if not of.number or told.cover in (Cover.HIDDEN, Cover.MOST):
        return None, False
    number = small - 1 if told.number is None else told.number
    return 100 * (of.number - number) // of.number, told.cover is Cover.SHOWN


def month(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def month_after(day: date) -> date:
    """The first day of the month after a day's."""
    return month(month(day) + timedelta(days=31))


def opens_on(month: date, today: date) -> date:
    """The day on which a month is counted for everybody: so many days after its end as the rule of `today` has it."""
    return month_after(month) + timedelta(days=PUBLISHED_AFTER.on(today))


def months_open(since: date, until: date, today: date) -> list[date]:
    """The months that are published of a period: whole ones, some days after their end, so that no period can be subtracted from a
    longer one to leave days (rule of this system); the latest twelve of them. A period that has not begun has none."""
    one, last, found = month(since), min(until, today), list[date]()
    while one <= last and opens_on(one, today) <= today:
        found.append(one)
        one = month_after(one)
    return found[-MOST_MONTHS:]


def median(values: Iterable[int]) -> int | None:
    """The middle of some numbers: half of them are not greater; None of nothing."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2] if ordered else None
