"""A refusal of an appointment in writing: what the law's rules forbid, on paper with their paragraphs and the way of complaint.

Nothing is refused by it that the same rules would not refuse when it is booked: they are asked, and their answer is written down.
"""

from datetime import datetime, time

from models import applicant as applicants
from models import appointment_facts as facts
from models import clock, journal, lock, notice_issuing
from models.actor import Actor
from models.appointment_booking import may_choose
from models.appointment_facts import Wanted
from models.law import Impediment, Refused, Service
from models.law import appointment_rules as rules
from models.law import notice as law
from models.law.notice import Kind
from models.notice import Notice
from models.notice_facts import Facts, of_issuer, of_person
from models.number import next_number
from models.timetable import Slot


async def refuse(actor: Actor, wanted: Wanted) -> Notice:
    """The notice of what forbids a booking now; asked for the same again on the same day, the same notice."""
    await may_choose(actor, wanted.patient)
    await lock.person(wanted.patient.id)
    slot = await Slot.get_or_none(id=wanted.slot).select_related("doctor__person", "clinic")
    if slot is None:
        raise Refused(rules.impediment("SLOT_GONE", ("slot",), alternatives=()))
    found = await facts.told(await facts.of_booking(actor, wanted, slot), slot, wanted.patient.id)
    if whose := [one for one in found if one.code in rules.OF_CALLER]:
        raise Refused(*whose)  # they say who may ask, and are no ground against the patient: nothing else is told
    if actor.of_clinic:
        await applicants.at_desk(actor, Service.APPOINTMENT, wanted.patient, wanted.applicant, wanted.identity)
    if not found:
        raise Refused(rules.impediment("NOTHING_FORBIDS"))
    stated = _stated(slot, found)
    return await _given_today(wanted, slot, stated) or await _issued(actor, wanted, slot, stated)


def _stated(slot: Slot, found: list[Impediment]) -> Facts:
    """What was asked for, and each rule that forbids it with its paragraph."""
    grounds = [{"code": one.code, "source": one.basis.source, "paragraph": one.basis.paragraph} for one in found]
    return {
        "specialty": slot.specialty, "doctor": slot.doctor.person.full_name, "room": slot.room,
        "starts_at": clock.local(slot.starts_at).isoformat(timespec="seconds"), "grounds": grounds,
    }  # fmt: skip


async def _given_today(wanted: Wanted, slot: Slot, stated: Facts) -> Notice | None:
    """The same refusal, given to the person today already."""
    midnight = datetime.combine(clock.today(), time(), clock.ZONE)
    given = Notice.filter(kind=Kind.APPOINTMENT_REFUSAL, person_id=wanted.patient.id, clinic_id=slot.clinic_id, issued_at__gte=midnight)
    return next((one for one in await given.order_by("issued_at") if stated.items() <= one.stated.items()), None)


async def _issued(actor: Actor, wanted: Wanted, slot: Slot, stated: Facts) -> Notice:
    number = await next_number(law.FORMS[Kind.APPOINTMENT_REFUSAL].prefix)
    whole = {
        "kind": Kind.APPOINTMENT_REFUSAL, "number": number, "case": number, "person": of_person(wanted.patient),
        "clinic": of_issuer(slot.clinic), "issued_at": clock.now().isoformat(timespec="seconds"), **stated,
    }  # fmt: skip
    made = await notice_issuing.issue(
        Kind.APPOINTMENT_REFUSAL, Service.APPOINTMENT, whole, person=wanted.patient.id, clinic=slot.clinic_id, case=None
    )
    document = notice_issuing.document(made.number, made.facts)
    await journal.record(
        actor, "appointment:refuse", person=wanted.patient.id, service=Service.APPOINTMENT, number=number, slot=str(slot.id),
        grounds=" ".join(one["code"] for one in stated["grounds"]), document=document,
    )  # fmt: skip
    return made
