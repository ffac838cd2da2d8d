"""The people of the booking tests: patients attached to one clinic who let a partner system book for them, and doctors with free times."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from tortoise.models import Model

from api.ids import encode
from models import clock, demo
from models.account import Partner, add_partner
from models.attachment import Attachment
from models.clinic import Clinic, Doctor, Site
from models.consent import Consent
from models.demo_data import CLINICS, iin
from models.law import Channel, Language
from models.law.appointment import VisitReason
from models.law.attachment import Ground
from models.law.attachment import State as AttachmentState
from models.law.consent import EDITION, Purpose
from models.law.specialty import Specialty
from models.law.timetable import SlotState
from models.person import Person
from models.timetable import Reception, Slot, reasons_text
from models.timetable_opening import open_horizon
from tests.race.stage import BORN

MINUTES = 15
FIRST, LAST = 8 * 60, 20 * 60
BATCH = 500


@dataclass(frozen=True)
class Surgery:
    """A clinic with its free times (ids at the API, the nearest first), its doctors, patients by IIN, and who may act."""

    clinic: str
    partner: str
    administrator: str
    doctors: list[str]
    slots: list[str]
    patients: list[str]


async def open_surgery(patients: int, doctors: int) -> Surgery:
    """Fill the connected database: so many patients, and so many doctors who receive from morning to evening on workdays."""
    await demo.seed()
    clinic = await Clinic.get(bin=CLINICS[1].bin)
    made = [await _doctor(clinic, number) for number in range(doctors)]
    await open_horizon()
    key = await add_partner("Сынақ жүйесі", ["appointment:book", "appointment:read"])
    people = [_person(number) for number in range(doctors, doctors + patients)]
    await _keep(Person, people)
    await _keep(Attachment, [_attached(person, clinic, number) for number, person in enumerate(people)])
    partner = await Partner.get(name="Сынақ жүйесі")
    await _keep(Consent, [_consent(person, partner) for person in people])
    return Surgery(
        encode("Clinic", clinic.id), key, await demo.token("head9"), [encode("Doctor", one.id) for one in made],
        await free_times([one.id for one in made]), [one.iin for one in people],
    )  # fmt: skip


async def free_times(doctors: list[UUID]) -> list[str]:
    """The open times of these doctors from tomorrow on."""
    tomorrow = clock.today() + timedelta(days=1)
    found = Slot.filter(doctor_id__in=doctors, state=SlotState.OPEN, day__gte=tomorrow)
    return [encode("Slot", one.id) for one in await found.order_by("starts_at", "doctor_id")]


async def _keep(kind: type[Model], rows: list[Any]) -> None:
    await kind.bulk_create(rows, batch_size=BATCH)


async def _doctor(clinic: Clinic, number: int) -> Doctor:
    """A general practitioner in a room of one's own."""
    person = _person(number)
    await person.save()
    site = await Site.get(clinic=clinic, number=1)
    made = await Doctor.create(person=person, clinic=clinic, site=site, specialty=Specialty.GP, languages=["kk", "ru"], elsewhere=0)
    for weekday in range(5):
        await Reception.create(
            clinic=clinic, doctor=made, weekday=weekday, begins_minute=FIRST, ends_minute=LAST, minutes=MINUTES, room=f"R{number}",
            reasons=reasons_text(list(VisitReason)), since=clock.today(), recorded_at=clock.now(),
        )  # fmt: skip
    return made


def _person(number: int) -> Person:
    """An invented person of full age."""
    day, serial = number % 7000, number // 7000
    born = BORN + timedelta(days=day)
    return Person(
        iin=iin(born, True, 41 + 10 * serial), surname="Сынақов", given_name="Сынақ", patronymic=str(number), birth_date=born, sex="M",
        phone="+7 700 000 00 00", language=Language.KK, recorded_at=clock.now(),
    )  # fmt: skip


def _attached(person: Person, clinic: Clinic, number: int) -> Attachment:
    now = clock.now()
    return Attachment(
        number=f"RACE-{number}", state=AttachmentState.IN_FORCE, person_id=person.id, clinic=clinic, ground=Ground.FIRST,
        channel=Channel.REGISTER, applicant_id=person.id, language=Language.KK, submitted_at=now, effective_on=date(2026, 1, 1),
    )  # fmt: skip


def _consent(person: Person, partner: Partner) -> Consent:
    return Consent(
        person_id=person.id, given_by=person.id, purpose=Purpose.PARTNER_ACCESS, partner=partner, edition=EDITION, channel=Channel.PORTAL,
        given_at=clock.now(),
    )  # fmt: skip


def herds(surgery: Surgery, slots: int, clients: int) -> list[tuple[str, list[str]]]:
    """Each slot with its own clients: nobody stands in two herds."""
    people = iter(surgery.patients)
    return [(slot, list(islice(people, clients))) for slot in surgery.slots[:slots]]
