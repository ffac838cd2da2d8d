"""Changing the timetable: a reception begun or ended, a doctor absent or back. Whoever loses a time is offered another, at once."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time

from models import clock, doctor_service, journal, lock, news
from models.actor import Actor
from models.appointment import Appointment
from models.clinic import Clinic, Doctor
from models.law import Role, Service, staffing, timetable
from models.law.appointment import VisitReason
from models.law.term import closing
from models.timetable import Absence, Reception, minute_of, reasons_text
from models.timetable_opening import settle

ADMINISTERS = (Role.ADMINISTRATOR,)
NOTES_ABSENCE = (Role.ADMINISTRATOR, Role.HEAD, Role.REGISTRAR)


@dataclass(frozen=True)
class Asked:
    """A reception as it is asked for."""

    weekday: int
    begins: time
    ends: time
    minutes: int
    room: str
    reasons: tuple[VisitReason, ...]
    since: date
    until: date | None = None


async def doctor_of(actor: Actor, doctor: uuid.UUID) -> Doctor | None:
    """A doctor of the actor's own clinic."""
    return await Doctor.get_or_none(id=doctor, clinic_id=actor.clinic).prefetch_related("clinic") if actor.clinic else None


async def reception_of(actor: Actor, reception: uuid.UUID) -> Reception | None:
    """A reception of the actor's own clinic."""
    found = Reception.get_or_none(id=reception, clinic_id=actor.clinic).prefetch_related("doctor__clinic")
    return await found if actor.clinic else None


async def absence_of(actor: Actor, absence: uuid.UUID) -> Absence | None:
    """An absence in the actor's own clinic."""
    found = Absence.get_or_none(id=absence, clinic_id=actor.clinic).prefetch_related("doctor__clinic")
    return await found if actor.clinic else None


async def begin(actor: Actor, doctor: Doctor, asked: Asked) -> tuple[Reception, list[Appointment]]:
    """A new weekly reception, or one of a single day, while the doctor's post is held; never over another of the same doctor or room."""
    clinic = await lock.clinic(doctor.clinic_id)
    staffing.within_post(await doctor_service.days_of(doctor), asked.since, asked.until)
    made = Reception(
        clinic_id=clinic.id, doctor_id=doctor.id, weekday=asked.weekday, begins_minute=minute_of(asked.begins),
        ends_minute=minute_of(asked.ends), minutes=asked.minutes, room=asked.room, reasons=reasons_text(asked.reasons),
        since=asked.since, until=asked.until, recorded_at=clock.now(),
    )  # fmt: skip
    timetable.check(made, await Reception.filter(clinic_id=clinic.id, weekday=asked.weekday), clinic.working_hours())
    await made.save()
    return made, await _settled(actor, doctor, clinic, "reception:begin", "")


async def end(actor: Actor, reception: Reception, last: date) -> tuple[Reception, list[Appointment]]:
    """A reception holds to a last day and no longer; one that has not begun yet never takes place."""
    clinic = await lock.clinic(reception.clinic_id)
    longer, reception.until = reception.until is not None and last > reception.until, last
    if longer:  # its hours may have been given to another meanwhile, and the post may end before
        staffing.within_post(await doctor_service.days_of(reception.doctor), None, last)
        others = Reception.filter(clinic_id=clinic.id, weekday=reception.weekday).exclude(id=reception.id)
        timetable.check(reception, await others, clinic.working_hours())
    await reception.save(update_fields=["until"])
    return reception, await _settled(actor, reception.doctor, clinic, "reception:end", "")


def rest_of_today(doctor: Doctor) -> tuple[datetime, datetime]:
    """From now until the clinic closes; on a day without work, until midnight."""
    ends = closing(clock.today(), doctor.clinic.working_hours())
    return clock.now(), ends if ends and ends > clock.now() else clock.end_of_day(clock.today())


async def absent(actor: Actor, doctor: Doctor, since: datetime, until: datetime, reason: str) -> tuple[Absence, list[Appointment]]:
    """A doctor is absent: the times are closed, and everybody booked is offered another time; nobody is dropped."""
    timetable.check_absence(since, until)
    clinic = await lock.clinic(doctor.clinic_id)
    made = await Absence.create(
        clinic_id=clinic.id, doctor_id=doctor.id, since=since, until=until, reason=reason, recorded_at=clock.now()
    )  # fmt: skip
    return made, await _settled(actor, doctor, clinic, "absence:begin", reason)


async def back(actor: Actor, absence: Absence) -> tuple[Absence, list[Appointment]]:
    """The doctor is back earlier: the times from now on are open again; an absence that had not begun never takes place."""
    clinic = await lock.clinic(absence.clinic_id)
    absence.until = max(min(absence.until, clock.now()), absence.since + timetable.SHORTEST_ABSENCE)
    await absence.save(update_fields=["until"])
    return absence, await _settled(actor, absence.doctor, clinic, "absence:end", "")


async def _settled(actor: Actor, doctor: Doctor, clinic: Clinic, act: str, reason: str) -> list[Appointment]:
    affected = await settle(actor, doctor, clinic, reason)
    await journal.record(actor, act, service=Service.APPOINTMENT, doctor=str(doctor.id), affected=len(affected))
    news.changed([clinic.id])  # the dispatch board shows who is there
    return affected
