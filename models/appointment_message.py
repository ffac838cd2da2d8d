"""What people are told of an appointment: the person concerned, and whoever booked on the person's behalf."""

from datetime import datetime

from models import clock, journal, outbox, texts
from models.appointment import Appointment
from models.clinic import Clinic
from models.hold import Hold, HoldPurpose
from models.law import Language
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


async def told_of(case: Appointment, person: Person | None = None) -> outbox.Values:
    """What every message about an appointment says, read as it stands now."""
    slot = await Slot.get(id=case.slot_id).select_related("doctor__person", "clinic")
    return words_of(case, person or case.person, slot.clinic, slot, slot.doctor.person)


async def tell(cause: journal.Entry, case: Appointment, template: str, **values: str) -> None:
    """Tell the person of what happened to an appointment, and whoever booked it on the person's behalf."""
    people = await Person.filter(id__in=[one for one in (case.person_id, case.applicant_id) if one])
    told = {**await told_of(case, next(one for one in people if one.id == case.person_id)), **await _offered(case, template), **values}
    for person in people:
        await outbox.post(cause, person, template, link=f"Appointment:{case.id}", **told)


async def _offered(case: Appointment, template: str) -> dict[str, str]:
    """The time that is offered, and until when it is held."""
    if template not in ("appointment_offered", "appointment_offer_waits"):
        return {}
    told = {"old": printed(case.starts_at)}
    offer = await Hold.live().filter(appointment_id=case.id, purpose=HoldPurpose.OFFER).prefetch_related("slot").first()
    return told | {"new": printed(offer.slot.starts_at), "until": printed(offer.expires_at)} if offer else told
