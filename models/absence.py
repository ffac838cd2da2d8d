"""What an absence leaves to the desk: calls promised with the doctor, and people who have come and wait. Neither moves by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import clock
from models.appointment import Appointment
from models.clinic import Doctor
from models.home_visit import HomeVisit
from models.home_visit_facts import left
from models.law.agenda import PROMISED
from models.law.appointment import State
from models.law.timetable import Span, absent
from models.timetable import absences_of


@dataclass(frozen=True)
class Left:
    """Calls somebody else has to be named for; people who have come, by their times."""

    calls: Sequence[HomeVisit]
    arrived: Sequence[Appointment]


async def left_by(doctor: Doctor) -> Left:
    """What the absences of a doctor leave to the desk now."""
    calls = await HomeVisit.filter(doctor_id=doctor.id, state__in=PROMISED).order_by("number")
    open_calls = await left(calls)
    return Left([one for one in calls if one.id in open_calls], await _arrived(doctor))


async def _arrived(doctor: Doctor) -> list[Appointment]:
    """Whoever has come to a doctor who is absent at the time, or has gone while they waited on after it."""
    came = await Appointment.filter(doctor_id=doctor.id, state=State.ARRIVED).order_by("starts_at")
    away = [(one.since, one.until) for one in await absences_of([doctor.id], clock.now())] if came else []
    return [one for one in came if absent(Span(one.starts_at, max(one.ends_at, clock.now())), away)]
