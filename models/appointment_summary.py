"""The readable lines of a booking, as they are signed, in the three languages."""

from models import texts
from models.appointment_facts import Wanted
from models.appointment_message import printed
from models.law import Impediment, Language, Refused
from models.law import appointment_rules as rules
from models.timetable import Slot


async def summary(asked: Wanted, *, named: bool = True) -> dict[str, list[str]]:
    """What the person signs; a partner system learns no name from an IIN."""
    slot = await Slot.get_or_none(id=asked.slot).select_related("doctor__person", "clinic")
    if slot is None:
        raise Refused(_gone())
    return {language.value: _lines(asked, slot, named, language.value) for language in Language}


def _gone() -> Impediment:
    return rules.instead("SLOT_GONE", ())


def _lines(asked: Wanted, slot: Slot, named: bool, language: str) -> list[str]:
    def said(key: str) -> str:
        return texts.text(key, language)

    access = said(f"law.access_reason.{asked.access_reason}") if asked.access_reason else ""
    referral = f"№ {asked.referral.number}, {asked.referral.issuer}, {asked.referral.issued_on:%d.%m.%Y}" if asked.referral else ""
    pairs = [
        ("act", said("signing.act.bookAppointment")),
        ("patient", f"{asked.patient.full_name}, {asked.patient.iin}" if named else asked.patient.iin),
        ("clinic", slot.clinic.name_in(language)),
        ("specialty", said(f"law.specialty.{slot.specialty}")),
        ("doctor", slot.doctor.person.full_name),
        ("moment", printed(slot.starts_at)),
        ("reason", said(f"law.visit_reason.{asked.reason}")),
        ("access_reason", f"{access}: {asked.evidence}" if access and asked.evidence else access),
        ("referral", referral),
        ("phone", asked.phone),
    ]
    return [f"{said(f'signing.label.{name}')}: {value}" for name, value in pairs if value]
