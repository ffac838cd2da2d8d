"""A slow and obvious second opinion on terms: the days off are written out by hand, minutes and days are looked at one by one.

It shares no code with the law it checks. The days are those of the Ministry's calendar for 2026 and the computed one for 2027.
"""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ALMATY = ZoneInfo("Asia/Almaty")
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)

HOLIDAYS = [
    "2026-01-01", "2026-01-02", "2026-01-07", "2026-03-08", "2026-03-21", "2026-03-22", "2026-03-23", "2026-05-01",
    "2026-05-07", "2026-05-09", "2026-05-27", "2026-07-06", "2026-10-25", "2026-12-16", "2027-01-01", "2027-01-02",
    "2027-01-07", "2027-03-08", "2027-03-15", "2027-03-21", "2027-03-22", "2027-03-23", "2027-05-01", "2027-05-07",
    "2027-05-09", "2027-05-16", "2027-07-06", "2027-10-25", "2027-12-16",
]  # fmt: skip
FIVE_MORE = [
    "2026-03-09", "2026-03-24", "2026-03-25", "2026-05-11", "2026-10-26", "2027-01-04", "2027-03-24", "2027-05-03",
    "2027-05-10",
]  # fmt: skip
SIX_MORE = [
    "2026-03-09", "2026-03-24", "2026-10-26", "2027-03-24", "2027-05-10",
]  # fmt: skip


def works_five(day: date) -> bool:
    return day.weekday() < 5 and str(day) not in HOLIDAYS and str(day) not in FIVE_MORE


def works_six(day: date) -> bool:
    return day.weekday() < 6 and str(day) not in HOLIDAYS and str(day) not in SIX_MORE


def working_days(start: date, number: int, works: Callable[[date], bool]) -> date:
    """Go forward one day at a time; stop on the working day of that number."""
    day, passed = start, 0
    while passed < number:
        day = day + ONE_DAY
        if works(day):
            passed = passed + 1
    return day


def open_at(moment: datetime) -> bool:
    """Whether a clinic of the usual week is open: Monday to Friday 08 to 20, Saturday 09 to 14."""
    if not works_six(moment.date()):
        return False
    if moment.weekday() == 5:
        return time(9) <= moment.time() < time(14)
    return time(8) <= moment.time() < time(20)


def every_open_minute() -> list[datetime]:
    """The beginning of every minute of two years in which the clinic is open."""
    found = []
    day = FIRST
    while day <= LAST:
        if works_six(day):
            start = datetime.combine(day, time())
            found += [start + ONE_MINUTE * n for n in range(24 * 60) if open_at(start + ONE_MINUTE * n)]
        day = day + ONE_DAY
    return found


OPEN = every_open_minute()


def accepted(moment: datetime) -> datetime:
    """The first open minute not before the moment (whole minutes)."""
    return OPEN[bisect_left(OPEN, moment.replace(tzinfo=None))].replace(tzinfo=ALMATY)


def working_minutes(moment: datetime, minutes: int) -> datetime:
    """Count open minutes one after another; the term ends with the last of them."""
    first = bisect_left(OPEN, moment.replace(tzinfo=None))
    if minutes == 0:
        return OPEN[first].replace(tzinfo=ALMATY)
    return (OPEN[first + minutes - 1] + ONE_MINUTE).replace(tzinfo=ALMATY)


def closing(day: date) -> datetime:
    """The end of the last open minute of a day."""
    return (max(minute for minute in _of(day)) + ONE_MINUTE).replace(tzinfo=ALMATY)


def due(moment: datetime) -> datetime:
    """The closing of the first clinic day after the day of filing."""
    day = moment.date() + ONE_DAY
    while not works_six(day):
        day = day + ONE_DAY
    return closing(day)


def target(moment: datetime) -> datetime | None:
    """The closing of the same day, when two more hours of it are left."""
    if not works_six(moment.date()):
        return None
    end = closing(moment.date())
    return end if moment < end - ONE_MINUTE * 120 else None


def call_term(moment: datetime, minutes: int) -> tuple[datetime, datetime, date]:
    """A call: accepted, answered by, served on. Two hours of open minutes must be left after the minute of the call; who waits for the
    opening is served that day."""
    at = accepted(moment)
    after = [minute for minute in _of(at.date()) if minute > at.replace(tzinfo=None)]
    day = at.date()
    if at == moment and len(after) < 120:
        day = day + ONE_DAY
        while not works_six(day):
            day = day + ONE_DAY
    return at, working_minutes(at, minutes), day


def _of(day: date) -> list[datetime]:
    start = bisect_left(OPEN, datetime.combine(day, time()))
    return OPEN[start : bisect_left(OPEN, datetime.combine(day + ONE_DAY, time()))]
