"""Enough people, doctors and times for the bench of booking: entered at once, their times opened by the timetable itself."""

import math
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from api.ids import encode
from models import clock, demo, timetable_opening
from models.account import Account, Partner, Session, SessionKind, add_partner, hashed
from models.actor import SYSTEM
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.consent import Consent
from models.database import connection, dialect, transaction
from models.demo_data import CLINICS, iin
from models.law import Channel, Language
from models.law import appointment as law
from models.law.attachment import Ground, State
from models.law.consent import EDITION, Purpose
from models.law.specialty import Specialty
from models.person import Person
from models.slot_search import free
from models.timetable import Reception, reasons_text
from tests.race.stage import HOME

BORN = date(1950, 1, 1)
BATCH = 2000
SEARCHERS = 8
SEARCHED = 4000  # times of the clinic whose times are looked through; nobody books there
EARLIEST = timedelta(hours=2)


@dataclass(frozen=True)
class Booker:
    """Somebody who will book a time of his or her own: IIN, row, bearer, and the time."""

    iin: str
    person: UUID
    token: str
    slot: UUID


@dataclass(frozen=True)
class Crowd:
    """The partner system's key, who books, and who only looks, at which clinic."""

    partner: str
    bookers: list[Booker]
    searchers: list[str]
    clinic: str
    doctor: str
    day: str
    patients: list[str]


async def gather(bookers: int) -> Crowd:
    """Fill the connected database: one free time of a general practitioner for each of the bookers."""
    await demo.seed()
    busy, searched = [await Clinic.get(bin=one.bin) for one in CLINICS[:2]]
    people = await _people(bookers + SEARCHERS)
    key = await add_partner("Bench", ["appointment:book", "appointment:read"])
    partner = await Partner.get(key_hash=hashed(key))
    await _attached(people[:bookers], busy)
    await _attached(people[bookers:], searched)
    await _consenting(people[:bookers], partner)
    tokens = await _signed_in(people)
    await _receiving(busy, bookers, minutes=10, hours=(8, 20))
    await _receiving(searched, SEARCHED, minutes=15, hours=(8, 14))
    times = free().filter(clinic=busy, specialty=Specialty.GP, starts_at__gt=clock.now() + EARLIEST)
    slots = await times.order_by("starts_at", "doctor_id").limit(bookers).values_list("id", flat=True)
    assert len(slots) == bookers, f"only {len(slots)} times of {bookers} were opened"
    if dialect() == "postgres":  # as autovacuum does by itself where rows come by and by
        await connection().execute_script("ANALYZE")
    found = [Booker(one.iin, one.id, token, UUID(str(slot))) for one, token, slot in zip(people, tokens, slots, strict=False)]
    whole = await free().filter(clinic=searched, specialty=Specialty.GP, day__gt=clock.today()).order_by("day", "doctor_id").first()
    assert whole, "the clinic where people look has no day of its own"
    looked_at = encode("Clinic", searched.id), encode("Doctor", whole.doctor_id), whole.day.isoformat()
    return Crowd(key, found, tokens[bookers:], *looked_at, [encode("Patient", one.id) for one in people[bookers:]])


async def _people(number: int) -> list[Person]:
    """Invented people of full age."""
    now = clock.now()
    found = [
        Person(
            iin=iin(BORN + timedelta(days=one), True, 60), surname="Сынақов", given_name="Өлшем", patronymic=str(one),
            birth_date=BORN + timedelta(days=one), sex="M", address=HOME, phone="+77000000000", language=Language.KK, recorded_at=now,
        )
        for one in range(number)
    ]  # fmt: skip
    await Person.bulk_create(found, batch_size=BATCH)
    return found


async def _attached(people: list[Person], clinic: Clinic) -> None:
    """All of them in force at one clinic."""
    now = clock.now()
    rows = [
        Attachment(
            number=f"BENCH-{one.iin}", state=State.IN_FORCE, person_id=one.id, clinic_id=clinic.id, ground=Ground.FIRST,
            channel=Channel.REGISTER, applicant_id=one.id, address=HOME, language=Language.KK, submitted_at=now, accepted_at=now,
            decided_at=now, effective_on=now.date(),
        )
        for one in people
    ]  # fmt: skip
    await Attachment.bulk_create(rows, batch_size=BATCH)


async def _consenting(people: list[Person], partner: Partner) -> None:
    """All of them let the partner system act for them."""
    now = clock.now()
    rows = [
        Consent(
            person_id=one.id, given_by=one.id, purpose=Purpose.PARTNER_ACCESS, partner_id=partner.id, edition=EDITION,
            channel=Channel.PORTAL, given_at=now,
        )
        for one in people
    ]  # fmt: skip
    await Consent.bulk_create(rows, batch_size=BATCH)


async def _signed_in(people: list[Person]) -> list[str]:
    """A bearer for each."""
    now, tokens = clock.now(), [secrets.token_urlsafe(32) for _ in people]
    accounts = [Account(id=uuid4(), person_id=one.id, opened_at=now) for one in people]
    await Account.bulk_create(accounts, batch_size=BATCH)
    sessions = [
        Session(token_hash=hashed(token), kind=SessionKind.BEARER, account_id=one.id, begun_at=now, seen_at=now)
        for one, token in zip(accounts, tokens, strict=True)
    ]
    await Session.bulk_create(sessions, batch_size=BATCH)
    return tokens


async def _receiving(clinic: Clinic, wanted: int, *, minutes: int, hours: tuple[int, int]) -> None:
    """As many general practitioners as give that many free times within the horizon: the first shows how many one gives."""
    await _practitioners(clinic, [0], minutes, hours)
    one = await free().filter(clinic=clinic, room="B0", starts_at__gt=clock.now() + EARLIEST).count()
    await _practitioners(clinic, list(range(1, math.ceil(wanted / one) + 1)), minutes, hours)


async def _practitioners(clinic: Clinic, rooms: list[int], minutes: int, hours: tuple[int, int]) -> None:
    """Doctors who receive every working day, each in a room of his own; the timetable opens their times."""
    born, now = date(1980, 1, 1), clock.now()
    serial = 60 if clinic.bin == CLINICS[0].bin else 80
    people = [
        Person(
            iin=iin(born + timedelta(days=one), False, serial), surname="Дәрігерова", given_name="Сынақ", patronymic=str(one),
            birth_date=born + timedelta(days=one), sex="F", address=HOME, language=Language.KK, recorded_at=now,
        )
        for one in rooms
    ]  # fmt: skip
    await Person.bulk_create(people)
    doctors = [Doctor(id=uuid4(), person_id=one.id, clinic_id=clinic.id, specialty=Specialty.GP, languages=["KK"]) for one in people]
    await Doctor.bulk_create(doctors)
    receptions = [
        Reception(
            clinic_id=clinic.id, doctor_id=doctor.id, weekday=weekday, begins_minute=hours[0] * 60, ends_minute=hours[1] * 60,
            minutes=minutes, room=f"B{room}", reasons=reasons_text(list(law.VisitReason)), since=clock.today(), recorded_at=now,
        )
        for doctor, room in zip(doctors, rooms, strict=True)
        for weekday in range(5)
    ]  # fmt: skip
    await Reception.bulk_create(receptions)
    async with transaction():
        for doctor in doctors:
            await timetable_opening.settle(SYSTEM, doctor, clinic, "")
