"""The clock of appeals: registration, the term and its extension, and the days of the steps on the way (APPC, articles 64–100).

Terms are counted in working days of the five-day week, the first being the next working day after the registration. A term ends with
its last day; what is not done by then is late on the day after.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.law import Provision
from models.law.appeal import (
    CASE_GIVEN,
    CLOCKS,
    COMPLAINT_FORWARD,
    CORRECTION,
    EXTENSION_NOTICE,
    FORWARD,
    IN_FORCE,
    OBJECTION,
    OFFICE_HOURS,
    PRELIMINARY,
    Body,
    Clock,
    Kind,
)
from models.law.attachment import complaint_due
from models.law.calendar import Regime
from models.law.term import ZONE, accepted, extended, working_days


@dataclass(frozen=True)
class Term:
    """The clock of one appeal: received and registered when, by which day it is answered, and the latest day to which that can move."""

    received_at: datetime
    registered_at: datetime
    due_on: date
    latest_on: date
    clock: Clock

    @property
    def registered_on(self) -> date:
        """The day from which the term is counted."""
        return self.registered_at.astimezone(ZONE).date()

    @property
    def provision(self) -> Provision[int]:
        return self.clock.term


def term(received_at: datetime, kind: Kind, body: Body) -> Term:
    """An appeal is registered on the day on which it came; after the working day or on a day off, on the next working day (64, part 3).

    The kind and the body decide the term; only that of article 76 can be extended, to two months after the receipt at most.
    """
    day, clock = received_at.astimezone(ZONE).date(), CLOCKS[kind, body]
    registered_at = accepted(received_at, OFFICE_HOURS.on(day))
    due_on = due(registered_at.date(), clock)
    return Term(received_at, registered_at, due_on, max(due_on, extended(day)) if clock.extendable else due_on, clock)


def due(registered_on: date, clock: Clock) -> date:
    """The last day of a term; in calendar days it may be a day off, and is not moved: the stricter reading."""
    number = clock.term.on(registered_on)
    return working_days(registered_on, number, clock.regime) if clock.regime else registered_on + timedelta(days=number)


def ends(day: date) -> datetime:
    """The last second of a day: until then what is due on it is in time."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZONE)


def over(day: date, now: datetime) -> bool:
    """Whether a day has ended."""
    return now.astimezone(ZONE).date() > day


def forward_by(registered_on: date, kind: Kind) -> date:
    """By when an appeal that is another body's, or a complaint with its case, is sent on (65; 91, part 4)."""
    return _after(registered_on, COMPLAINT_FORWARD if kind is Kind.COMPLAINT else FORWARD)


def days_left(last: date, today: date) -> int:
    """How many working days are left to act by a day, today and that day among them; none once it is over."""
    left, day = 0, working_days(today - timedelta(days=1), 1, Regime.FIVE_DAY)
    while day <= last:
        left, day = left + 1, working_days(day, 1, Regime.FIVE_DAY)
    return left


def notice_by(extended_on: date) -> date:
    """By when the person is told of an extension (76)."""
    return _after(extended_on, EXTENSION_NOTICE)


def object_by(shown_on: date) -> date:
    """By when the person may object to a preliminary decision (73, part 3)."""
    return _after(shown_on, OBJECTION)


def decide_from(shown_on: date) -> date:
    """From when a decision against the person may follow the preliminary one (73)."""
    return _after(shown_on, PRELIMINARY)


def correct_from(asked_on: date) -> date:
    """The earliest day that may be set for a correction: a reasonable term (64)."""
    return _after(asked_on, CORRECTION)


def case_by(requested_on: date) -> date:
    """By when the body complained about gives its case (91, part 4)."""
    return _after(requested_on, CASE_GIVEN)


def complain_by(learned_on: date) -> date:
    """The last day for a complaint: three months from learning of the act (92), and not before the Code took force."""
    return complaint_due(max(learned_on, IN_FORCE))


def complaint_late(learned_on: date, filed_on: date) -> bool:
    """Whether a complaint comes after its term; it is accepted all the same, and the reasons are examined with the merits (92)."""
    return filed_on > complain_by(learned_on)


def _after(day: date, term: Provision[int]) -> date:
    return working_days(day, term.on(day), Regime.FIVE_DAY)


