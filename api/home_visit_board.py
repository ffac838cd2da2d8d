"""The dispatch board of a clinic, and the round of a doctor."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.clinic import Doctor
from api.context import Info
from api.home_visit import HomeVisit
from api.root import query
from api.timetable import Absence
from models import clock
from models import home_visit_dispatch as dispatch
from models import home_visit_facts as facts
from models import home_visit_round as rounds
from models.actor import Actor
from models.clinic import Doctor as DoctorRow
from models.journal_reading import listed
from models.law import Role
from models.law.home_visit import CARRIED_DAYS
from models.law.specialty import ATTENDING
from models.timetable import Absence as AbsenceRow
from models.timetable import Reception, absences_of, receptions_of


@strawberry.type(description="An attending doctor as the board shows one: what is on the round of today.")
class DoctorOnCall:
    doctor: Doctor = strawberry.field(description="The doctor, with the site.")
    waiting: int = strawberry.field(description="How many calls of today are still to be served.")
    done: int = strawberry.field(description="How many are done.")
    absent: bool = strawberry.field(description="Whether the doctor is absent now.")
    absences: list[Absence] = strawberry.field(description="The absences that are not over, as far ahead as calls are carried.")
    reception: str | None = strawberry.field(
        description="The reception hours of today, 08:00–14:00; null when there are none, or the doctor is absent in all of them."
    )


@strawberry.type(description="A clinic's calls in the order in which they are to be dealt with, and who can go.")
class CallBoard:
    calls: list[HomeVisit] = strawberry.field(
        description="The live calls: by urgency, then by the time left of the term, then the older first."
    )
    doctors: list[DoctorOnCall] = strawberry.field(description="The attending doctors by site.")


@query(Role.REGISTRAR, Role.HEAD, returns=CallBoard)
async def call_board(info: Info) -> Any:
    """The clinic's dispatch board. Calls seen in it leave a line in the journal once a day."""
    actor = info.context.actor
    calls = await dispatch.board(actor)
    await listed(actor, calls)
    return CallBoard(calls=calls, doctors=await _doctors(actor))  # type: ignore[arg-type]


async def _doctors(actor: Actor) -> list[DoctorOnCall]:
    clinic, today = actor.clinic or UUID(int=0), clock.today()
    attending = DoctorRow.filter(clinic_id=clinic, serving=True, specialty__in=ATTENDING)
    found = await attending.select_related("site").order_by("site__number", "id")
    keys = [one.id for one in found]
    loads = await facts.loads(clinic, today)
    away = await _absences(keys)
    hours = {one: _hours(at, away.get(one, [])) for one, at in _by_doctor(await receptions_of(keys, today, today)).items()}
    return [
        DoctorOnCall(
            doctor=one, waiting=loads.get(one.id, (0, 0))[0], done=loads.get(one.id, (0, 0))[1],  # type: ignore[arg-type]
            absent=any(gone.since <= clock.now() for gone in away.get(one.id, [])),
            absences=away.get(one.id, []), reception=hours.get(one.id),  # type: ignore[arg-type]
        )
        for one in found
    ]  # fmt: skip


def _by_doctor(receptions: list[Reception]) -> dict[UUID, list[Reception]]:
    """Today's receptions of each doctor."""
    found: dict[UUID, list[Reception]] = {}
    for one in receptions:
        if one.weekday == clock.today().weekday():
            found.setdefault(one.doctor_id, []).append(one)
    return found


async def _absences(doctors: list[UUID]) -> dict[UUID, list[AbsenceRow]]:
    """The absences of each doctor that are not over and begin while calls can still be carried to their days."""
    last = clock.end_of_day(clock.today() + timedelta(days=CARRIED_DAYS.on(clock.today())))
    found: dict[UUID, list[AbsenceRow]] = {}
    for one in await absences_of(doctors, clock.now()):
        if one.since < last:
            found.setdefault(one.doctor_id, []).append(one)
    return found


def _hours(receptions: list[Reception], away: list[AbsenceRow]) -> str | None:
    """Today's hours in words, without those in which the doctor is absent from beginning to end."""
    there = [one for one in receptions if not any(_within(one, gone) for gone in away)]
    return ", ".join(f"{one.begins:%H:%M}–{one.ends:%H:%M}" for one in sorted(there, key=lambda one: one.begins_minute)) or None


def _within(one: Reception, gone: AbsenceRow) -> bool:
    """Whether the doctor is absent in all of today's reception that is still ahead."""
    begins, ends = (datetime.combine(clock.today(), at, clock.ZONE) for at in (one.begins, one.ends))
    return gone.since <= max(begins, clock.now()) and ends <= gone.until


@query(Role.REGISTRAR, Role.HEAD, returns=list[DoctorOnCall])
async def doctors_on_call(info: Info) -> Any:
    """The clinic's attending doctors with what is on their rounds of today: who can go, without a look at anybody's call."""
    return await _doctors(info.context.actor)


@query(Role.DOCTOR, returns=list[HomeVisit])
async def call_round(info: Info, on: Annotated[date | None, strawberry.argument(description="The day; today when absent.")] = None) -> Any:
    """The doctor's own round of a day in its order: what is to be done by urgency and promise, then what is done."""
    actor = info.context.actor
    calls = await rounds.of_day(actor, on or clock.today())
    await listed(actor, calls)
    return calls
