"""Opening slots: what the receptions, absences and the clinic's calendar give for the horizon, and what exists, brought together.

Settling can be repeated at any time and by any process: what is there already stays. A booked person is never dropped: the
appointments whose time is no longer in the timetable are given back to the caller, who offers other times.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from models import clock, doctor_service, lock, news
from models.actor import SYSTEM, Actor
from models.appointment import Appointment
from models.appointment_ending import offer_all
from models.clinic import Clinic, Doctor
from models.database import retrying, transaction
from models.hold import Hold
from models.law import appointment as law
from models.law import timetable
from models.law.appointment import State
from models.law.term import Hours
from models.law.timetable import SlotState, Span
from models.timetable import Absence, Reception, Slot, absences_of, receptions_of


class Overtaken(Exception):
    """Somebody was quicker: the transaction is repeated, as after a deadlock."""

    sqlstate = "40001"


@dataclass(frozen=True)
class Opened:
    """One time that the timetable gives on a day."""

    reception: Reception
    span: Span


def wanted(receptions: Sequence[Reception], absences: Sequence[Absence], hours: Hours, days: Iterable[date]) -> dict[datetime, Opened]:
    """The times of one doctor on these days, by beginning."""
    away = [(one.since, one.until) for one in absences]
    return {
        span.starts_at: Opened(one, span)
        for day in days
        for one in receptions
        for span in timetable.spans(one, day, hours)
        if not timetable.absent(span, away)
    }


async def settle(actor: Actor, doctor: Doctor, clinic: Clinic, reason: str) -> list[Appointment]:
    """Bring the slots of a doctor in line with the timetable, from now to the horizon; whoever loses a time is offered another.

    Inside a transaction. The doctor is locked first, then the people concerned in the order of their ids, then slots.
    """
    await Doctor.select_for_update(no_key=True).get(id=doctor.id)
    now, open_times = clock.now(), await _open_times(doctor, clinic)
    people = await _concerned(doctor, open_times)
    for person in sorted(people, key=str):
        await lock.person(person)
    slots = await Slot.select_for_update(no_key=True).filter(doctor_id=doctor.id, starts_at__gt=now).order_by("id")
    lost = await _settled(doctor, slots, open_times, await _visited(doctor))
    if not lost:
        return []
    affected = await Appointment.select_for_update(no_key=True).filter(slot_id__in=lost, state=State.BOOKED).order_by("starts_at")
    if any(case.person_id not in people for case in affected):
        raise Overtaken  # somebody booked a lost time meanwhile: people are locked before slots, so all of it begins again
    await Appointment.fetch_for_list(affected, "person", "clinic", "slot__clinic", "slot__doctor__person", "doctor__person", "applicant")
    return await offer_all(actor, affected, reason)


async def _open_times(doctor: Doctor, clinic: Clinic) -> dict[datetime, Opened]:
    """What the timetable gives of a doctor from today to the horizon, on the days of the post; who does not serve gives nothing."""
    now, served = clock.now(), await doctor_service.days_of(doctor)
    coming = [clock.today() + timedelta(days=number) for number in range((law.horizon(now) - clock.today()).days + 1)]
    days = [day for day in coming if served.covers(day)]
    if not days:
        return {}
    receptions = await receptions_of([doctor.id], days[0], days[-1])
    hours = clinic.working_hours() if doctor.serving else Hours({})
    return wanted(receptions, await absences_of([doctor.id], now), hours, days)


async def _differs(doctor: Doctor, clinic: Clinic) -> bool:
    """Whether anything is to be done for a doctor: asked without locking anybody, since mostly nothing is."""
    now, given = clock.now(), {at: one for at, one in (await _open_times(doctor, clinic)).items() if at > clock.now()}
    there = {one.starts_at: one for one in await Slot.filter(doctor_id=doctor.id, starts_at__gt=now)}
    fitting = {at for at, one in there.items() if one.withdrawn or (one.state is not SlotState.CLOSED and _as_now(one, given.get(at)))}
    resting = {at for at, one in there.items() if one.state is SlotState.CLOSED and at not in given}
    return set(given) - fitting != set() or set(there) - fitting - resting != set()


def _as_now(slot: Slot, opened: Opened | None) -> bool:
    """Whether a slot is just what the timetable gives."""
    if opened is None or not _same(opened, slot.ends_at):
        return False
    one = opened.reception
    return (slot.room, slot.reasons, slot.reception_id) == (one.room, one.reasons, one.id)


async def _concerned(doctor: Doctor, open_times: dict[datetime, Opened]) -> set[uuid.UUID]:
    """The people whose booked time is no longer in the timetable."""
    booked = await Appointment.filter(doctor_id=doctor.id, state=State.BOOKED, starts_at__gt=clock.now())
    return {one.person_id for one in booked if not _same(open_times.get(one.starts_at), one.ends_at)}


async def _visited(doctor: Doctor) -> set[uuid.UUID]:
    """Times ahead whose person has come already: they stay that person's, whatever the timetable says now."""
    marked = [one for one in law.TAKING if one is not State.BOOKED]
    found = Appointment.filter(doctor_id=doctor.id, starts_at__gt=clock.now(), state__in=marked)
    return {one.slot_id for one in await found}


def _same(opened: Opened | None, ends_at: datetime) -> bool:
    return opened is not None and opened.span.ends_at == ends_at


async def _settled(doctor: Doctor, slots: Sequence[Slot], open_times: dict[datetime, Opened], visited: set[uuid.UUID]) -> list[uuid.UUID]:
    """Close what is no longer given, open what is missing; the ids of the booked slots that were closed."""
    known, lost, closed = {one.starts_at for one in slots}, [], []
    for one in slots:
        opened = open_times.get(one.starts_at)
        if one.state is not SlotState.CLOSED and one.id not in visited and not _same(opened, one.ends_at):
            closed.append(one.id)
            lost += [one.id] if one.state is SlotState.BOOKED else []
    if closed:  # before anything is opened: the new times may be those of the old ones
        await Slot.filter(id__in=closed).update(state=SlotState.CLOSED)
        await Hold.filter(slot_id__in=closed, ended_at=None).update(ended_at=clock.now())  # an offer of it is made anew by the schedule
    for one in slots:
        if (opened := open_times.get(one.starts_at)) and not one.withdrawn:
            await _as_given(one, opened, reopen=one.state is SlotState.CLOSED or one.id in closed)
    fresh = [_slot(doctor, opened) for starts_at, opened in open_times.items() if starts_at not in known and starts_at > clock.now()]
    if fresh:
        await Slot.bulk_create(fresh)
    news.changed([*closed, *(one.id for one in fresh)])
    return lost


async def _as_given(slot: Slot, opened: Opened, reopen: bool) -> None:
    """A slot as the timetable gives it now: its room and kinds of visit may have changed; one that was closed opens again."""
    given = {"room": opened.reception.room, "reasons": opened.reception.reasons, "reception_id": opened.reception.id}
    changed = {name: value for name, value in given.items() if getattr(slot, name) != value}
    if reopen:
        changed |= {"state": SlotState.OPEN, "ends_at": opened.span.ends_at}
    if changed:
        await Slot.filter(id=slot.id).update(**changed)


def _slot(doctor: Doctor, opened: Opened) -> Slot:
    one = opened.reception
    return Slot(
        clinic_id=doctor.clinic_id, doctor_id=doctor.id, reception_id=one.id, specialty=doctor.specialty, room=one.room,
        reasons=one.reasons, day=opened.span.starts_at.date(),
        starts_at=opened.span.starts_at, ends_at=opened.span.ends_at, state=SlotState.OPEN,
    )  # fmt: skip


async def open_horizon() -> int:
    """Open the times of every doctor up to the horizon; run by the schedule. The number of doctors whose timetable was settled."""
    doctors = await Doctor.filter(id__in=await _timetabled()).prefetch_related("clinic").order_by("id")
    settled = 0
    for one in doctors:
        if await _differs(one, one.clinic):
            await retrying(partial(_alone, one))
            settled += 1
    return settled


async def _alone(doctor: Doctor) -> None:
    async with transaction():
        await settle(SYSTEM, doctor, doctor.clinic, "")


async def _timetabled() -> list[uuid.UUID]:
    found = await Reception.all().distinct().values_list("doctor_id", flat=True)
    return [uuid.UUID(str(one)) for one in found]
