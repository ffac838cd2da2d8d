"""Cancelling by the person, and the clinic's cancellation: never without another time that is offered and held for the person."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial

from models import appointment_facts as facts
from models import clock, lock, news, slot_search
from models.actor import SYSTEM, Actor
from models.appointment import Appointment
from models.appointment_booking import given_back, journal_and_tell, lock_slots
from models.appointment_moving import end_offers
from models.database import retrying, transaction
from models.hold import Hold, HoldPurpose
from models.law import appointment as law
from models.law import appointment_rules as rules
from models.law import perform
from models.law.appointment import State
from models.law.person import full_years
from models.law.timetable import SlotState
from models.timetable import Slot, reasons_of


async def cancel(actor: Actor, case: Appointment, reason: str = "") -> Appointment:
    """Cancel at the person's wish, up to the start; the time is free at once."""
    after = perform(law.MOVES, "cancel", case.state, actor.capacity)
    was_booked = case.state is State.BOOKED
    if was_booked:
        law.before_start("cancel", case.starts_at, clock.now())
    slots = await lock_slots(case.slot_id)
    case.state, case.cancelled_at, case.cancelled_by, case.cancel_reason = after, clock.now(), actor.capacity, reason
    case.sequence += 1
    await case.save(update_fields=["state", "cancelled_at", "cancelled_by", "cancel_reason", "sequence"])
    await end_offers(case)
    if was_booked:
        await given_back(slots[case.slot_id])
    await journal_and_tell(actor, "cancel", case, "appointment_cancelled", reason=reason)
    return case


async def offer(actor: Actor, case: Appointment, reason: str) -> Appointment:
    """The clinic cannot keep the time: it is closed, and the nearest other time is held for the person, who decides.

    Up to the start; whoever has come and waits in vain is offered another time also after it.
    """
    if case.state is State.BOOKED:
        law.before_start("offer", case.starts_at, clock.now())
    if case.state in (State.BOOKED, State.ARRIVED):
        slot = (await lock_slots(case.slot_id))[case.slot_id]
        slot.state, slot.withdrawn = SlotState.CLOSED, True
        await slot.save(update_fields=["state", "withdrawn"])
    await end_offers(case)
    (offered,) = await offer_all(actor, [case], reason)
    return offered


async def offer_all(actor: Actor, cases: Sequence[Appointment], reason: str) -> list[Appointment]:
    """Offer another time to each, whose person is locked and whose own time is closed; no time is offered twice."""
    used: set[uuid.UUID] = set()
    pools: dict[tuple[uuid.UUID, str], list[Slot]] = {}
    for case in cases:
        key = (case.clinic_id, str(case.specialty))
        if key not in pools:
            pools[key] = await _candidates(case)
        slot = await _best(case, [one for one in pools[key] if one.id not in used])
        if slot:
            used.add(slot.id)
        await _offered(actor, case, slot, reason)
    return list(cases)


async def _candidates(case: Appointment) -> list[Slot]:
    """Free times of the specialty that leave time for an answer."""
    return await slot_search.free().filter(
        clinic_id=case.clinic_id, specialty=case.specialty, starts_at__gte=clock.now() + timedelta(hours=law.OFFER_LEAVES.on(clock.today()))
    )  # fmt: skip


async def _best(case: Appointment, free: Iterable[Slot]) -> Slot | None:
    """The best replacement that is still free when it is locked: for this kind of visit, at which the person is nowhere else."""
    live = await facts.live_of(case.person_id, but=case.id)
    age = full_years(case.person.birth_date, clock.today())
    serving = rules.serves(case.specialty, age, clock.today())
    fit = [one for one in facts.without_overlap(free, live) if serving and case.reason in reasons_of(one)]
    for one in slot_search.replacements(fit, case.starts_at, case.doctor_id):
        # never waited for: whoever has it locked may be waiting for us, and is about to take it anyhow
        slot = await Slot.select_for_update(no_key=True, skip_locked=True).filter(id=one.id, state=SlotState.OPEN).first()
        if slot and not await Hold.live().filter(slot_id=slot.id).exists():
            return slot
    return None


async def _offered(actor: Actor, case: Appointment, slot: Slot | None, reason: str) -> None:
    """The case waits for the person's word; without a free time it waits for the first that opens."""
    renewed = case.state is State.OFFERED
    case.state = perform(law.MOVES, "offer", case.state, actor.capacity)
    case.offer_reason, case.arrived_at = reason or case.offer_reason, None
    if not renewed:
        case.sequence += 1
    await case.save(update_fields=["state", "offer_reason", "arrived_at", "sequence"])
    if slot:
        await Hold.filter(slot_id=slot.id, ended_at=None).update(ended_at=clock.now())
        await Hold.create(
            slot=slot, person_id=case.person_id, purpose=HoldPurpose.OFFER, appointment=case, held_by=actor.account, held_at=clock.now(),
            expires_at=law.offer_until(clock.now(), slot.starts_at),
        )  # fmt: skip
        news.changed([slot.id])
    if slot or not renewed:
        template = "appointment_offered" if slot else "appointment_offer_waits"
        await journal_and_tell(actor, "offer", case, template, reason=reason, offered=str(slot.id) if slot else "")


async def renew_offers() -> int:
    """Whoever has no offer that still holds is offered another time; run by the schedule, and harmless when run twice."""
    held = Hold.live().filter(purpose=HoldPurpose.OFFER)
    waiting = await Appointment.filter(state=State.OFFERED).order_by("starts_at").values_list("id", "person_id")
    holding = {one.appointment_id for one in await held.filter(appointment_id__in=[case for case, _ in waiting])} if waiting else set()
    renewed = 0
    for case_id, person in waiting:
        if case_id not in holding:
            renewed += await retrying(partial(_renew, uuid.UUID(str(case_id)), uuid.UUID(str(person))))
    return renewed


async def _renew(case_id: uuid.UUID, person: uuid.UUID) -> bool:
    async with transaction():
        return await _renewed(case_id, person)


async def _renewed(case_id: uuid.UUID, person: uuid.UUID) -> bool:
    await lock.person(person)
    case = await Appointment.select_for_update(no_key=True).get(id=case_id)
    if case.state is not State.OFFERED or await Hold.live().filter(appointment_id=case_id).exists():
        return False
    await case.fetch_related("person", "clinic", "slot", "doctor__person", "applicant")
    await end_offers(case)
    await offer_all(SYSTEM, [case], "")
    return await Hold.live().filter(appointment_id=case_id).exists()
