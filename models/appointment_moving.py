"""Moving an appointment to another time, one act: the old time is kept if the new one fails. Taking the time that the clinic offers."""

import uuid

from models import appointment_facts as facts
from models import clock
from models.actor import Actor
from models.appointment import Appointment
from models.appointment_booking import expired, given_back, journal_and_tell, lock_slots, taken
from models.hold import Hold, HoldPurpose
from models.law import Refused, forbid, perform
from models.law import appointment as law
from models.law import appointment_rules as rules
from models.law.appointment import State
from models.timetable import Slot


async def move(actor: Actor, case: Appointment, wanted: uuid.UUID, hold: uuid.UUID | None = None) -> Appointment:
    """Move an appointment to another time of the same specialty: the new time is taken and the old given back, or nothing happens."""
    after = perform(law.MOVES, "move", case.state, actor.capacity)
    if case.state is State.BOOKED:
        law.before_start("move", case.starts_at, clock.now())
    slots = await lock_slots(case.slot_id, wanted)
    if hold:
        held = await Hold.get_or_none(id=hold, person_id=case.person_id, slot_id=wanted)
        if held is None or not held.lives:
            raise await expired(held) if held else Refused(rules.impediment("HOLD_OTHER", ("hold",)))
    slot = slots.get(wanted)
    if slot is None or slot.clinic_id != case.clinic_id:
        raise Refused(rules.impediment("SLOT_GONE", ("slot",), alternatives=()))
    if wanted == case.slot_id and case.state is State.BOOKED:
        raise Refused(rules.impediment("SAME_SLOT", ("slot",)))
    if slot.specialty is not case.specialty:
        raise Refused(rules.impediment("OTHER_SPECIALTY", ("slot",)))
    forbid(await facts.told(await facts.of_move(actor, case, slot), slot, case.person_id))
    return await _moved(actor, case, slots[case.slot_id], slot, after, "move")


async def accept(actor: Actor, case: Appointment) -> Appointment:
    """Take the time that the clinic offers and holds."""
    after = perform(law.MOVES, "accept", case.state, actor.capacity)
    offer = await Hold.live().get_or_none(appointment_id=case.id, purpose=HoldPurpose.OFFER)
    if offer is None:
        raise Refused(rules.impediment("NO_OFFER"))
    slots = await lock_slots(case.slot_id, offer.slot_id)
    slot = slots[offer.slot_id]
    found = await facts.told(await facts.of_move(actor, case, slot), slot, case.person_id)
    # whoever was given a time by the clinic keeps it, even if the attachment or the referral's last day have passed meanwhile
    if forbidding := [one for one in found if one.code not in ("NOT_ATTACHED", "REFERRAL_EXPIRED", "SLOT_REASON", "DOCTOR_AGE")]:
        raise Refused(*forbidding)
    return await _moved(actor, case, slots[case.slot_id], slot, after, "accept")


async def _moved(actor: Actor, case: Appointment, old: Slot, new: Slot, after: State, act: str) -> Appointment:
    """The swap itself: an offered appointment has lost its old time already."""
    before, was_booked = case.starts_at, case.state is State.BOOKED
    case.state, case.slot, case.doctor = after, new, new.doctor
    case.starts_at, case.ends_at, case.booked_at = new.starts_at, new.ends_at, clock.now()
    case.sequence += 1
    case.offer_reason = ""
    await case.save(update_fields=["state", "slot_id", "doctor_id", "starts_at", "ends_at", "booked_at", "sequence", "offer_reason"])
    await end_offers(case)
    await taken(new)
    if was_booked:
        await given_back(old)
    await journal_and_tell(actor, act, case, "appointment_moved" if act == "move" else "appointment_accepted", before=before.isoformat())
    return case


async def end_offers(case: Appointment) -> None:
    """Whatever was held for this appointment is free again."""
    from models import news

    offers = await Hold.filter(appointment_id=case.id, ended_at=None)
    if offers:
        await Hold.filter(id__in=[one.id for one in offers]).update(ended_at=clock.now())
        news.changed([one.slot_id for one in offers])
