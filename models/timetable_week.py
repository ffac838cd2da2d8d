"""A week of a doctor as it stands: the receptions of each day, whether the doctor is absent, and how many times are free and taken."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from models import clock
from models.clinic import Doctor
from models.law import timetable as law
from models.law.term import Hours
from models.law.timetable import SlotState
from models.timetable import Absence, Reception, Slot, receptions_of

DAYS = 7


@dataclass(frozen=True)
class Day:
    """One day of a doctor; `closed` when the clinic does not work, `absences` those that take some of the day."""

    day: date
    receptions: Sequence[Reception]
    absences: Sequence[Absence]
    closed: bool
    free: int
    taken: int


async def week(doctor: Doctor, containing: date | None) -> list[Day]:
    """The days from a Monday to a Sunday; unsaid which, those of the next day on which the clinic works."""
    containing = containing or _next_working_day(doctor.clinic.working_hours())
    first = containing - timedelta(days=containing.weekday())
    days = [first + timedelta(days=number) for number in range(DAYS)]
    receptions = await receptions_of([doctor.id], days[0], days[-1])
    begins, ends = _begins(days[0]), _begins(days[-1] + timedelta(days=1))
    absences = await Absence.filter(doctor_id=doctor.id, until__gt=begins, since__lt=ends).order_by("since")
    slots = await Slot.filter(doctor_id=doctor.id, day__gte=days[0], day__lte=days[-1], state__not=SlotState.CLOSED)
    counted = Counter((one.day, one.state) for one in slots)
    away, hours = [one for one in absences if one.takes_place], doctor.clinic.working_hours()
    return [_day(day, receptions, away, hours, counted) for day in days]


def _day(
    day: date, receptions: Sequence[Reception], absences: Sequence[Absence], hours: Hours, counted: Counter[tuple[date, SlotState]]
) -> Day:
    begins, ends = _begins(day), _begins(day + timedelta(days=1))
    return Day(
        day=day, receptions=[one for one in receptions if law.holds_on(one, day)], closed=hours.on(day) is None,
        absences=[one for one in absences if one.since < ends and begins < one.until],
        free=counted[day, SlotState.OPEN], taken=counted[day, SlotState.BOOKED],
    )  # fmt: skip


def _next_working_day(hours: Hours) -> date:
    """Today, or the first day after it on which the clinic works."""
    coming = (clock.today() + timedelta(days=number) for number in range(2 * DAYS))
    return next((day for day in coming if hours.on(day)), clock.today())


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.ZONE)
