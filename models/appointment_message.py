"""What people are told of an appointment: the person concerned, and whoever booked on the person's behalf."""

from datetime import datetime
from typing import Any

from models import applicant as applicants
from models import clock, journal, outbox, texts
from models.appointment import Appointment
from models.clinic import Clinic, Doctor
from models.hold import Hold, HoldPurpose
from models.law import Language, Service
from models.person import Person
from models.timetable import Slot


def printed(moment: datetime) -> str:
    """A moment as messages say it, in Kazakhstan's time."""
    return clock.local(moment).strftime("%d.%m.%Y, %H:%M")


def words_of(case: Appointment, person: Person, clinic: Clinic, slot: Slot, doctor: Person) -> outbox.Values:
    """What messages about an appointment say; names by language, since a message may be read in any."""
    specialty = {language.value: texts.text(f"law.specialty.{case.specialty}", language) for language in Language}
    return {
        "number": case.number, "name": person.full_name, "clinic": clinic.name, "address": clinic.address, "phone": clinic.phone,
        "doctor": doctor.full_name, "specialty": specialty, "room": slot.room, "moment": printed(case.starts_at),
    }  # fmt: skip


async def told_of(case: Appointment) -> outbox.Values:
    """What every message about an appointment says, as it stands now."""
    slot = await slot_of(case)
    return words_of(case, case.person, slot.clinic, slot, slot.doctor.person)


async def slot_of(case: Appointment) -> Slot:
    """The slot of an appointment with its doctor and clinic; what was not read yet is read, once."""
    slot = case.slot if isinstance(case.slot, Slot) and case.slot.id == case.slot_id else None
    if slot is None or not isinstance(slot.doctor, Doctor) or not isinstance(slot.doctor.person, Person):
        slot = case.slot = await Slot.get(id=case.slot_id).select_related("doctor__person", "clinic")
    return slot


def asked_for(case: Appointment, person: Person) -> dict[str, Any]:
    """Whoever asked is answered in the language and at the phone given with the request."""
    return {"language": case.language, "sms_to": case.phone} if person.id == case.applicant_id else {}


async def tell(cause: journal.Entry, case: Appointment, template: str, **values: str) -> None:
    """Tell the person of what happened to an appointment, whoever booked it on the person's behalf, a child's parents and guardians."""
    told = {**await told_of(case), **await _offered(case, template), **values}
    for person in await applicants.told(Service.APPOINTMENT, case.person, case.applicant):
        await outbox.post(cause, person, template, link=f"Appointment:{case.id}", **asked_for(case, person), **told)


async def _offered(case: Appointment, template: str) -> dict[str, str]:
    """The time that is offered, and until when it is held."""
    if template not in ("appointment_offered", "appointment_offer_waits"):
        return {}
    told = {"old": printed(case.starts_at)}
    offer = await Hold.live().filter(appointment_id=case.id, purpose=HoldPurpose.OFFER).select_related("slot__doctor__person").first()
    if offer is None:
        return told
    return told | {
        "new": printed(offer.slot.starts_at), "until": printed(offer.expires_at), "new_doctor": offer.slot.doctor.person.full_name,
        "new_room": offer.slot.room,
    }  # fmt: skip
