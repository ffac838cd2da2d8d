"""Holding a time and booking it: one transaction each. The person is locked first, then the slot; the indexes have the last word."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from tortoise.queryset import QuerySet

from models import applicant as applicants
from models import appointment_facts as facts
from models import appointment_message as message
from models import clock, journal, lock, news, notice_issuing, signing
from models import consent as consents
from models.actor import Actor
from models.applicant import Applicant
from models.appointment import Appointment
from models.appointment_facts import Wanted
from models.database.prepared import Prepared, PreparedUpdate
from models.hold import Hold, HoldPurpose
from models.law import Refused, Service, forbid
from models.law import appointment as law
from models.law import appointment_rules as rules
from models.law.appointment import State
from models.law.notice import APPOINTMENT_PREFIX
from models.law.timetable import SlotState
from models.number import next_unlocked
from models.person import Person
from models.representation import right_of
from models.slot_search import NEAREST
from models.timetable import Slot, any_reason

ACT = "bookAppointment"
SERIES = "appointment_number"
AT_ONCE = 500


def _slots(*slots: uuid.UUID) -> QuerySet[Slot]:
    locked = Slot.select_for_update(no_key=True, of=("slot",)).filter(id__in=slots).order_by("id")
    return locked.select_related("doctor__person", "clinic")


_SLOT, _TWO_SLOTS = Prepared(_slots, uuid.UUID), Prepared(_slots, uuid.UUID, uuid.UUID)
_END_HOLDS = PreparedUpdate(lambda at, slot: Hold.filter(slot_id=slot, ended_at=None).update(ended_at=at), datetime, uuid.UUID)


async def lock_slots(*slots: uuid.UUID) -> dict[uuid.UUID, Slot]:
    """Slots locked in the order of their ids, with their doctor and clinic; so two who exchange times cannot block each other."""
    wanted = sorted(set(slots), key=str)
    found = await (_SLOT(*wanted) if len(wanted) == 1 else _TWO_SLOTS(*wanted))
    return {one.id: one for one in found}


async def hold(actor: Actor, patient: Person, slot: uuid.UUID, moving: uuid.UUID | None = None) -> Hold:
    """Keep a time for a person for five minutes; whatever the person was choosing before is given back. One's own hold is given again.

    `moving` is the person's appointment that is to be moved there: it forbids nothing.
    """
    await may_choose(actor, patient)
    await lock.person(patient.id)
    locked = (await lock_slots(slot)).get(slot)
    if locked is None:
        raise Refused(rules.impediment("SLOT_GONE", ("slot",), alternatives=()))
    known = await facts.of_person(actor, patient, locked.clinic, locked.specialty)
    live = await facts.live_of(patient.id, but=moving) if moving else known.live
    time = await facts.time_of(locked, patient.id)
    known = replace(known, live=live, time=time, access_known=True, reason=any_reason(locked))
    forbid(await facts.told(known, locked, patient.id))
    mine = await Hold.live().get_or_none(slot_id=slot, person_id=patient.id)
    if mine:  # chosen before, or offered by the clinic
        return mine
    now = clock.now()
    given_back = await _let_go(patient.id, slot)
    made = await Hold.create(
        slot=locked, person=patient, purpose=HoldPurpose.CHOICE, held_by=actor.account or actor.partner, held_at=now,
        expires_at=law.hold_until(now),
    )  # fmt: skip
    until = made.expires_at.isoformat()
    await journal.record(actor, "hold:take", person=patient.id, service=Service.APPOINTMENT, slot=str(slot), until=until)
    news.changed([slot, *given_back])
    return made


async def may_choose(actor: Actor, patient: Person) -> None:
    """A partner system holds times only for people who let it act for them; a citizen for those he or she may act for."""
    if actor.partner and not await consents.partner_may(actor.partner, patient.id):
        raise applicants.not_representative()
    if actor.person and not actor.of_clinic and await right_of(actor.person, patient.id, Service.APPOINTMENT) is None:
        raise applicants.not_representative()


async def _let_go(person: uuid.UUID, slot: uuid.UUID) -> list[uuid.UUID]:
    """End the person's former choice, and holds on this slot that have run out; the slots given back."""
    former = await Hold.filter(person_id=person, purpose=HoldPurpose.CHOICE, ended_at=None)
    if former:
        await Hold.filter(id__in=[one.id for one in former]).update(ended_at=clock.now())
    await Hold.filter(slot_id=slot, ended_at=None, expires_at__lte=clock.now()).update(ended_at=clock.now())
    return [one.slot_id for one in former]


async def own_hold(actor: Actor, hold: uuid.UUID) -> Hold | None:
    """A hold of the person's own choice that the actor may use, with the person locked."""
    found = await Hold.get_or_none(id=hold, purpose=HoldPurpose.CHOICE).prefetch_related("person")
    if found is None:
        return None
    mine = found.held_by == (actor.account or actor.partner) if actor.of_clinic or actor.partner else False
    if not mine and (actor.of_clinic or actor.partner or await right_of(actor.person, found.person_id, Service.APPOINTMENT) is None):
        return None
    await lock.person(found.person_id)
    return await Hold.get(id=hold).prefetch_related("person")


async def extend(actor: Actor, held: Hold) -> Hold:
    """Five more minutes, once, while the hold still holds."""
    await lock_slots(held.slot_id)  # somebody else may be taking the time at the very moment at which the hold runs out
    await held.refresh_from_db(fields=["ended_at", "expires_at"])
    if not held.lives:
        raise await expired(held)
    if held.extensions >= law.HOLD_EXTENSIONS.on(clock.today()):
        raise Refused(rules.impediment("HOLD_EXTENDED", ("hold",)))
    held.extensions += 1
    held.expires_at = law.hold_until(held.expires_at)
    await held.save(update_fields=["extensions", "expires_at"])
    await journal.record(actor, "hold:extend", person=held.person_id, service=Service.APPOINTMENT, slot=str(held.slot_id))
    return held


async def release(actor: Actor, held: Hold) -> Hold:
    """Give a held time back at once."""
    if held.ended_at is None:
        held.ended_at = clock.now()
        await held.save(update_fields=["ended_at"])
        await journal.record(actor, "hold:release", person=held.person_id, service=Service.APPOINTMENT, slot=str(held.slot_id))
        news.changed([held.slot_id])
    return held


async def end_expired() -> int:
    """Holds that have run out are noted as ended, and open pages hear that the times are free; run by the schedule.

    Nothing waits for this: a hold that has run out holds nothing, noted or not.
    """
    gone = await Hold.filter(ended_at=None, purpose=HoldPurpose.CHOICE, expires_at__lte=clock.now()).limit(AT_ONCE)
    if gone:
        await Hold.filter(id__in=[one.id for one in gone], ended_at=None).update(ended_at=clock.now())
        news.changed([one.slot_id for one in gone])
    return len(gone)


async def expired(held: Hold) -> Refused:
    """A hold that has run out books nothing: with the nearest free times, the same one first while nobody else has it."""
    slot = await Slot.get(id=held.slot_id).prefetch_related("clinic")
    near = await facts.alternatives(slot, held.person_id)
    mine = await facts.time_of(slot, held.person_id)
    same = (facts.time(slot),) if mine.open and mine.free and slot.starts_at > clock.now() else ()
    return Refused(rules.instead("HOLD_EXPIRED", (*same, *near)[:NEAREST]))


async def book(actor: Actor, wanted: Wanted, payload: Mapping[str, object], signed: signing.Signed | None) -> Appointment:
    """Book a time: signed by the citizen, by a partner with consent or a signature, or at the desk and on the phone."""
    await lock.person(wanted.patient.id)
    # a partner system learns nothing of a person before somebody with a right to act has signed or consented
    proven = await _applicant(actor, wanted, payload, signed) if actor.partner else None
    slot = await _chosen(wanted)
    forbid(await facts.told(await facts.of_booking(actor, wanted, slot), slot, wanted.patient.id))
    who = proven or await _applicant(actor, wanted, payload, signed)
    case = await _open(actor, wanted, slot, who)
    await taken(slot)
    await journal_and_tell(actor, "book", case, "appointment_booked")
    return case


async def _chosen(wanted: Wanted) -> Slot:
    """The slot asked for, locked; chosen under a hold only while the hold holds."""
    slot = (await lock_slots(wanted.slot)).get(wanted.slot)
    if slot is None:
        raise Refused(rules.impediment("SLOT_GONE", ("slot",), alternatives=()))
    if wanted.hold:  # read after the slot is locked: it may run out while the lock is waited for
        held = await Hold.get_or_none(id=wanted.hold, person_id=wanted.patient.id, slot_id=wanted.slot)
        if held is None or not held.lives:
            raise await expired(held) if held else Refused(rules.impediment("HOLD_OTHER", ("hold",)))
    return slot


async def _applicant(actor: Actor, wanted: Wanted, payload: Mapping[str, object], signed: signing.Signed | None) -> Applicant:
    if actor.of_clinic:
        return await applicants.at_desk(actor, Service.APPOINTMENT, wanted.patient, wanted.applicant, wanted.identity)
    consented = await applicants.consented(actor, wanted.patient, signed)
    return consented or await applicants.signed_for(actor, Service.APPOINTMENT, wanted.patient, ACT, payload, signed)


async def _open(actor: Actor, wanted: Wanted, slot: Slot, who: Applicant) -> Appointment:
    """The new case, at the slot's time."""
    now, referral = clock.now(), wanted.referral
    return await Appointment.create(
        number=await next_unlocked(APPOINTMENT_PREFIX, SERIES), state=State.BOOKED, person=wanted.patient, clinic_id=slot.clinic_id,
        doctor_id=slot.doctor_id, slot=slot, specialty=slot.specialty, reason=wanted.reason, access_reason=wanted.access_reason,
        evidence=wanted.evidence, referral_number=referral.number if referral else "", referral_issuer=referral.issuer if referral else "",
        referral_issued_on=referral.issued_on if referral else None, referral_valid_until=referral.valid_until if referral else None,
        channel=actor.channel, applicant=who.person, applicant_right=who.right, partner_id=actor.partner,
        registrar_id=actor.account if actor.of_clinic else None, recorded_by=actor.name if actor.of_clinic or actor.partner else "",
        identity_seen=wanted.identity, signature_id=who.signature, phone=wanted.phone, language=wanted.language, submitted_at=now,
        accepted_at=law.accepted_at(now, slot.clinic.working_hours()), booked_at=now, starts_at=slot.starts_at, ends_at=slot.ends_at,
    )  # fmt: skip


async def taken(slot: Slot) -> None:
    """The slot is now somebody's: it leaves the lists, and every hold on it ends."""
    slot.state = SlotState.BOOKED
    await slot.save(update_fields=["state"])
    if slot.holds_noted is None or slot.holds_noted:
        await _END_HOLDS(clock.now(), slot.id)
    news.changed([slot.id])


async def given_back(slot: Slot) -> None:
    """The slot can be had again, unless the clinic has closed it."""
    if slot.state is SlotState.BOOKED:
        slot.state = SlotState.OPEN
        await slot.save(update_fields=["state"])
    news.changed([slot.id])


async def journal_and_tell(actor: Actor, act: str, case: Appointment, template: str = "", **details: Any) -> journal.Entry:
    """Write an act on an appointment to the journal, and tell the people concerned in the same transaction."""
    details |= await notice_issuing.noted(act, case)
    entry = await journal.record(
        actor, f"appointment:{act}", person=case.person_id, service=Service.APPOINTMENT, case=case.id, number=case.number,
        state=case.state, slot=str(case.slot_id), starts_at=case.starts_at.isoformat(), **details,
    )  # fmt: skip
    if template:
        await message.tell(entry, case, template)
    return entry


async def locked(actor: Actor, case: uuid.UUID) -> Appointment | None:
    """An appointment that the actor may see, locked until the end of the transaction."""
    found: Appointment | None = await lock.case(Appointment, actor, case, "person", "clinic", "slot", "doctor__person", "applicant")
    return found
