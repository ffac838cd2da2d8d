"""What is asked for with a booking, and everything that the law looks at before it is made or moved."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models import clock, slot_search
from models.actor import Actor
from models.appointment import Appointment
from models.attachment import Attachment
from models.clinic import Clinic
from models.database.prepared import Prepared
from models.hold import Hold
from models.law import Channel, Impediment, Language, Role, Service
from models.law import appointment as law
from models.law import appointment_rules as rules
from models.law.appointment import State, VisitReason
from models.law.appointment_access import AccessReason, Referral
from models.law.attachment import State as AttachmentState
from models.law.specialty import Specialty
from models.law.timetable import SlotState
from models.person import Person
from models.representation import right_of
from models.timetable import Slot, reasons_of


@dataclass(frozen=True)
class Wanted:
    """What is asked for: for whom, which time, why, and by what access. `hold` is the hold under which the time was chosen."""

    patient: Person
    slot: uuid.UUID
    hold: uuid.UUID | None = None
    reason: VisitReason = VisitReason.PRIMARY
    access_reason: AccessReason | None = None
    evidence: str = ""
    referral: Referral | None = None
    language: Language = Language.KK
    phone: str = ""
    identity: str = ""
    applicant: Person | None = None


_LIVE = Prepared(lambda person: Appointment.filter(person_id=person, state__in=law.LIVE), uuid.UUID)
_ATTACHED = Prepared(lambda person: Attachment.filter(person_id=person, state=AttachmentState.IN_FORCE), uuid.UUID)
_HELD = Prepared(lambda slot: Hold.filter(slot_id=slot, ended_at=None), uuid.UUID)


async def live_of(person: uuid.UUID, but: uuid.UUID | None = None) -> tuple[rules.Booked, ...]:
    """The live appointments of a person; an offered one has a specialty but no time."""
    found = [one for one in await _LIVE(person) if one.id != but]
    return tuple(_booked(one) for one in found)


def _booked(one: Appointment) -> rules.Booked:
    return rules.Booked(one.specialty, one.starts_at, one.ends_at, one.number, one.state is not State.OFFERED, one.id)


async def attached_to(person: uuid.UUID) -> uuid.UUID | None:
    """The clinic to which a person is attached today."""
    held = await _ATTACHED.one(person)
    return held.clinic_id if held else None


async def of_person(actor: Actor, patient: Person, clinic: Clinic, specialty: Specialty, applicant: Person | None = None) -> rules.Facts:
    """What the law looks at before any time is chosen: the person, the right to act, the clinic, the specialty."""
    asking = _asking(actor, patient, applicant)
    return rules.Facts(
        on=clock.now(), channel=actor.channel, specialty=specialty, birth_date=patient.birth_date,
        attached=await attached_to(patient.id) == clinic.id, deceased=patient.deceased_on is not None, clinic_serving=clinic.serving,
        applicant_is_patient=asking == patient.id,
        may_represent=actor.partner is not None or await right_of(asking, patient.id, Service.APPOINTMENT) is not None,
        other_desk=actor.of_clinic and actor.clinic != clinic.id, own_desk_self=actor.of_clinic and actor.person in (patient.id, asking),
        live=await live_of(patient.id),
    )  # fmt: skip


def _asking(actor: Actor, patient: Person, applicant: Person | None) -> uuid.UUID | None:
    """Who asks: whoever is signed in; at the desk the person in front; through a partner the patient, or whoever signs."""
    if actor.of_clinic or actor.partner:
        return applicant.id if applicant else patient.id
    return actor.person


async def of_booking(actor: Actor, wanted: Wanted, slot: Slot) -> rules.Facts:
    """Everything that decides a booking of a slot that is locked."""
    known = await of_person(actor, wanted.patient, slot.clinic, slot.specialty, wanted.applicant)
    return replace(
        known, access_reason=wanted.access_reason, evidence=wanted.evidence, referral=wanted.referral, reason=wanted.reason,
        earlier_visit=await _earlier_visit(actor, wanted, slot.specialty), time=await time_of(slot, wanted.patient.id),
    )  # fmt: skip


async def of_move(actor: Actor, case: Appointment, slot: Slot) -> rules.Facts:
    """Everything that decides whether an appointment may be moved to a slot: the access given with the booking stands."""
    known = await of_person(actor, case.person, slot.clinic, slot.specialty, case.applicant)
    return replace(
        known, live=await live_of(case.person_id, but=case.id), access_reason=case.access_reason, evidence=case.evidence,
        referral=case.referral, reason=case.reason, earlier_visit=True, time=await time_of(slot, case.person_id),
    )  # fmt: skip


async def time_of(slot: Slot, person: uuid.UUID) -> rules.Time:
    """A slot as the law looks at it: somebody else's live hold takes it as a booking does."""
    slot.holds_noted = await _HELD(slot.id)
    held = any(one.lives and one.person_id != person for one in slot.holds_noted)
    return time(slot, free=slot.state is not SlotState.BOOKED and not held)


def time(slot: Slot, free: bool = True) -> rules.Time:
    """A slot as the law looks at it."""
    return rules.Time(slot.starts_at, slot.ends_at, slot.state is not SlotState.CLOSED, free, frozenset(reasons_of(slot)), slot)


async def _earlier_visit(actor: Actor, wanted: Wanted, specialty: Specialty) -> bool:
    """A visit within the case: known to the register, or seen by the registrar in the record; looked for only when it is the reason."""
    if wanted.access_reason is not AccessReason.REPEAT_IN_CASE:
        return False
    if actor.role is Role.REGISTRAR and actor.channel in (Channel.DESK, Channel.PHONE):
        return True
    return await Appointment.filter(person=wanted.patient, specialty=specialty, state=State.COMPLETED).exists()


async def told(facts: rules.Facts, slot: Slot, person: uuid.UUID) -> list[Impediment]:
    """Why a booking or a move is forbidden; a time that cannot be had comes with the nearest that can."""
    found = rules.impediments(facts)
    if not rules.needs_alternatives(found):
        return found
    return rules.impediments(replace(facts, alternatives=await alternatives(slot, person)))


async def alternatives(slot: Slot, person: uuid.UUID) -> tuple[rules.Time, ...]:
    """The nearest free times that do not overlap with what the person has already."""
    live = await live_of(person)
    near = await slot_search.nearest(slot, person, slot_search.NEAREST + len(live))
    return tuple(time(one) for one in without_overlap(near, live))[: slot_search.NEAREST]


def without_overlap(slots: Iterable[Slot], live: Iterable[rules.Booked]) -> list[Slot]:
    """The slots at which a person is nowhere else."""
    taken = list(live)
    return [one for one in slots if not any(rules.overlaps(busy, one.starts_at, one.ends_at) for busy in taken)]
