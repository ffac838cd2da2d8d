"""What is asked for with a request for attachment, and everything that the law looks at before it is filed.

`facts` feeds both the answer to "may I?" and the decision to accept the filing, so the two cannot differ.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models import clinic as clinics
from models import clock
from models.actor import Actor
from models.attachment import OPEN, Attachment
from models.clinic import Clinic, Doctor
from models.document import Document
from models.law import Impediment, Language, Role, Service, territory
from models.law import attachment as law
from models.law import attachment_doctor as doctors
from models.law import person as person_law
from models.law.attachment import DocumentKind, Ground, State
from models.law.representation import Right
from models.person import Person
from models.representation import right_of

ACT = "submitAttachment"


@dataclass(frozen=True)
class Paper:
    """A paper document that a registrar has seen."""

    kind: DocumentKind
    note: str = ""


@dataclass(frozen=True)
class Application:
    """What is asked for. Ids are of our tables; `address` has kato, locality, street, house, flat."""

    patient: Person
    clinic: Clinic
    ground: Ground
    address: Mapping[str, str] = field(default_factory=dict)
    doctor: Doctor | None = None
    documents: Sequence[uuid.UUID] = ()
    papers: Sequence[Paper] = ()
    outside_zone: bool = False
    consent: bool = False
    language: Language = Language.KK
    phone: str = ""
    identity: str = ""
    applicant: Person | None = None


async def facts(actor: Actor, asked: Application) -> law.Facts:
    """Everything that the law looks at before a request is filed."""
    patient, clinic = asked.patient, asked.clinic
    held = await _held(patient)
    site = await clinics.site_of(clinic.id, dict(asked.address))
    applicant = applicant_of(actor, asked)
    right = await right_of(applicant, patient.id, Service.ATTACHMENT)
    return law.Facts(
        on=clock.now(),
        channel=actor.channel,
        ground=asked.ground,
        clinic=clinic.id,
        unit=unit(asked.address.get("kato", "")),
        clinic_unit=unit(clinic.kato),
        birth_date=patient.birth_date,
        deceased=patient.deceased_on is not None,
        clinic_serving=clinic.serving,
        clinic_contract=clinic.fund_contract,
        current_clinic=held.clinic_id if held else None,
        current_doctor=held.doctor_id if held else None,
        current_serving=held is None or held.clinic.serving,
        same_address=held is not None and line(held.address) == line(asked.address),
        doctor=await _doctor(asked),
        in_zone=site is not None,
        outside_zone_acknowledged=asked.outside_zone,
        free_changes=await free_changes(patient.id, clock.today().year),
        open_application=await Attachment.filter(person=patient, state__in=OPEN).exists(),
        documents=await _documents(actor, asked),
        consent=asked.consent,
        applicant_is_patient=applicant == patient.id,
        may_represent=right is not None or (applicant is None and actor.role is Role.PARTNER),
        by_attorney=right is Right.POWER_OF_ATTORNEY,
        other_desk=actor.of_clinic and actor.clinic != clinic.id,
        own_desk_self=actor.of_clinic and actor.person in (patient.id, applicant),
    )


async def _held(patient: Person) -> Attachment | None:
    """The attachment in force of a person."""
    return await Attachment.get_or_none(person=patient, state=State.IN_FORCE).prefetch_related("clinic")


def line(address: Mapping[str, str]) -> tuple[str, ...]:
    """An address in the form in which two are compared."""
    street = clinics.plain_street(address.get("street", ""))
    return (street, *(address.get(part, "").strip().casefold() for part in ("locality", "house", "flat")))


def unit(kato: str) -> str:
    """The administrative-territorial unit of a territory code; an unknown code is in none."""
    try:
        return territory.unit(kato)
    except KeyError:
        return ""


def applicant_of(actor: Actor, asked: Application) -> uuid.UUID | None:
    """Who asks: whoever is signed in; at the desk the person in front of the registrar; through a partner the signer."""
    if actor.of_clinic:
        return asked.applicant.id if asked.applicant else asked.patient.id
    return asked.applicant.id if actor.partner and asked.applicant else actor.person


async def free_changes(person: uuid.UUID, year: int) -> int:
    """How many changes by free choice a person was granted in a calendar year (S1: two a year)."""
    return await Attachment.filter(
        person_id=person, ground=Ground.FREE_CHOICE, decided_at__gte=clock.start_of(year), decided_at__lt=clock.start_of(year + 1),
        state__in=[State.APPROVED, State.IN_FORCE, State.ENDED],
    ).count()  # fmt: skip


async def _doctor(asked: Application) -> law.Doctor | None:
    """The doctor chosen, the load by the register, and who of the same clinic has room instead."""
    if asked.doctor is None:
        return None
    colleagues = await Doctor.filter(clinic_id=asked.doctor.clinic_id, serving=True).prefetch_related("person")
    load = await clinics.loads([asked.doctor.id, *(one.id for one in colleagues)])
    age = person_law.full_years(asked.patient.birth_date, clock.today())
    room = [
        one.person.short_name
        for one in colleagues
        if one.id != asked.doctor.id
        and doctors.serves(one.specialty, age, clock.today())
        and not doctors.full(one.specialty, load[one.id], clock.today())
    ]
    return law.Doctor(
        key=asked.doctor.id, specialty=asked.doctor.specialty, load=load[asked.doctor.id], alternatives=tuple(room),
        of_clinic=asked.doctor.clinic_id == asked.clinic.id and asked.doctor.serving,
    )  # fmt: skip


async def _documents(actor: Actor, asked: Application) -> frozenset[DocumentKind]:
    """The kinds of documents that stand with the request: files of this person not yet filed elsewhere, and papers seen."""
    files = await Document.visible_to(actor).filter(id__in=list(asked.documents), person=asked.patient, attachment=None, appeal=None)
    seen = {one.kind for one in asked.papers} | ({DocumentKind.IDENTITY} if asked.identity else set())
    return frozenset({one.kind for one in files} | seen)


async def impediments(actor: Actor, asked: Application) -> list[Impediment]:
    """Why a request may not be filed now: the same rules that decide the filing."""
    return law.impediments(await facts(actor, asked))


async def of_case(case: Attachment) -> list[Impediment]:
    """Which rules the register finds broken for a request already filed, by the facts of now and the day of its filing."""
    files = await Document.filter(attachment=case)
    asked = Application(
        patient=case.person, clinic=case.clinic, ground=case.ground, address=case.address, doctor=case.doctor, outside_zone=True,
        consent=True, language=case.language, applicant=case.applicant,
    )  # fmt: skip
    filed = Actor(role=Role.CITIZEN, person=case.applicant_id, channel=case.channel)
    known = replace(await facts(filed, asked), on=case.submitted_at, open_application=False, documents=frozenset(one.kind for one in files))
    return law.impediments(known)


async def of_person(actor: Actor, patient: Person) -> list[Impediment]:
    """Why nothing may be filed for a person at all, whatever is asked: the rules about the person alone."""
    right = await right_of(actor.person, patient.id, Service.ATTACHMENT)
    return law.of_person(
        law.Facts(
            on=clock.now(), channel=actor.channel, ground=Ground.FIRST, clinic=None, unit="", clinic_unit="", birth_date=patient.birth_date,
            deceased=patient.deceased_on is not None, applicant_is_patient=actor.person == patient.id, may_represent=right is not None,
            open_application=await Attachment.filter(person=patient, state__in=OPEN).exists(),
        )
    )  # fmt: skip


async def of_grounds(actor: Actor, patient: Person) -> dict[Ground, list[Impediment]]:
    """Why each ground is not open to a person today, whichever clinic is asked."""
    held = await _held(patient)
    known = law.Facts(
        on=clock.now(), channel=actor.channel, ground=Ground.FIRST, clinic=None, unit="", clinic_unit="", birth_date=patient.birth_date,
        current_clinic=held.clinic_id if held else None, current_serving=held is None or held.clinic.serving,
        free_changes=await free_changes(patient.id, clock.today().year),
    )  # fmt: skip
    return {ground: law.of_ground(replace(known, ground=ground)) for ground in Ground}
