"""Terms: working hours, acceptance, working days and minutes, cut-offs, extensions (S1; S4, paragraphs 4 and 8).

The clinic's own days are counted for its services; the five-day week for the procedural code. Every moment is aware
and is read in Kazakhstan's time. Opening is in working time, closing is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.law import Basis, Provision
from models.law import calendar as days
from models.law.calendar import Regime

ZONE = ZoneInfo("Asia/Almaty")
Span = tuple[time, time]
_HORIZON = 366


@dataclass(frozen=True)
class Hours:
    """The working hours of a clinic: by weekday (Monday is 0), and exceptions by date (None is closed)."""

    week: Mapping[int, Span]
    exceptions: Mapping[date, Span | None] = field(default_factory=dict)
    regime: Regime = Regime.SIX_DAY

    def on(self, day: date) -> Span | None:
        """The hours of a day, or nothing when closed: the clinic's exception, then the calendar, then the weekday."""
        if day in self.exceptions:
            return self.exceptions[day]
        if not days.is_working(day, self.regime):
            return None
        return days.decided_hours(day, self.regime) or self.week.get(day.weekday())


_WEEKDAY, _SATURDAY = (time(8), time(20)), (time(9), time(14))
CLINIC_HOURS = Provision(
    "term.clinic_hours",
    Basis("order-272", "8"),
    {date(2015, 4, 27): Hours({0: _WEEKDAY, 1: _WEEKDAY, 2: _WEEKDAY, 3: _WEEKDAY, 4: _WEEKDAY, 5: _SATURDAY})},
    unit="hours_of_week",
)
CUTOFF = Provision("term.cutoff", Basis("order-272", "4"), {date(2015, 4, 27): 2}, unit="hour")
EXTENSION = Provision("term.extension", Basis("appc", "76"), {date(2021, 7, 1): 2}, unit="month")


@dataclass(frozen=True)
class Term:
    """The clock of one case: accepted when, due when, aimed at when, and the provision that says so."""

    accepted_at: datetime
    due_at: datetime
    target_at: datetime | None
    provision: Provision[Any]

    @property
    def basis(self) -> Basis:
        return self.provision.basis


def is_open(moment: datetime, hours: Hours) -> bool:
    """Whether a moment is in working time: from the opening on, before the closing."""
    moment = _local(moment)
    span = hours.on(moment.date())
    return span is not None and span[0] <= moment.timetz().replace(tzinfo=None) < span[1]


def accepted(moment: datetime, hours: Hours) -> datetime:
    """The moment of acceptance: itself in working time, otherwise the next opening (S1; S4, paragraph 8)."""
    moment = _local(moment)
    if is_open(moment, hours):
        return moment
    today = opening(moment.date(), hours)
    return today if today and moment < today else opens(clinic_day(moment.date(), hours), hours)


def opening(day: date, hours: Hours) -> datetime | None:
    """The opening of a day, or nothing when the clinic is closed."""
    span = hours.on(day)
    return datetime.combine(day, span[0], ZONE) if span else None


def closing(day: date, hours: Hours) -> datetime | None:
    """The closing of a day, or nothing when the clinic is closed."""
    span = hours.on(day)
    return datetime.combine(day, span[1], ZONE) if span else None


def cutoff(day: date, hours: Hours) -> datetime | None:
    """Until when a request is aimed at the same day: two hours before the closing (S4, paragraph 4)."""
    end = closing(day, hours)
    return end - timedelta(hours=CUTOFF.on(day)) if end else None


def clinic_day(day: date, hours: Hours, number: int = 1) -> date:
    """The clinic's working day of that number after a day: a day on which it has hours."""
    for _ in range(_HORIZON * max(number, 1)):
        day += timedelta(days=1)
        number -= hours.on(day) is not None
        if number <= 0:
            return day
    raise LookupError("the clinic never opens")


def working_days(start: date, number: int, regime: Regime) -> date:
    """The last day of a term in working days: the first counted is the next working day after `start`."""
    return days.after(start, number, regime)


def working_minutes(start: datetime, minutes: int, hours: Hours) -> datetime:
    """The end of a term in minutes of working time; time when the clinic is closed does not count."""
    moment, left = accepted(start, hours), timedelta(minutes=minutes)
    while (end := closes(moment.date(), hours)) < moment + left:
        left -= end - moment
        moment = opens(clinic_day(moment.date(), hours), hours)
    return moment + left


def extended(receipt: date) -> date:
    """The last day to which a procedure may be extended: two months after the receipt (Procedural Code, article 76)."""
    return months_after(receipt, EXTENSION.on(receipt))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def opens(day: date, hours: Hours) -> datetime:
    """The opening of a day on which the clinic is known to work."""
    return _known(opening(day, hours), day)


def closes(day: date, hours: Hours) -> datetime:
    """The closing of a day on which the clinic is known to work."""
    return _known(closing(day, hours), day)


def _known(moment: datetime | None, day: date) -> datetime:
    if moment is None:
        raise LookupError(f"the clinic is closed on {day}")
    return moment


def _local(moment: datetime) -> datetime:
    """A moment in Kazakhstan's time; a naive one is a fault of the caller."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone has no place in a term")
    return moment.astimezone(ZONE)
