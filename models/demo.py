"""The demonstration: clinics, people and staff to try everything with, and keys that sign for them with real signatures."""

import base64
from datetime import date, datetime, timedelta

import anyio.to_thread

from models import clock, register, trust
from models.account import Post, SessionKind, account_of, begin, posts_of
from models.actor import Actor
from models.attachment import Attachment
from models.authority import Authority
from models.clinic import Clinic, Doctor
from models.database import transaction
from models.demo_data import AFTERNOON, AUTHORITY, CLINICS, MORNING, OLD_HOMES, PEOPLE, SATURDAY, SLOT_MINUTES, DemoClinic, DemoPerson
from models.eds.issue import Holder
from models.law import Channel, Language, Role, attachment_doctor, notice
from models.law import appointment as law
from models.law.attachment import Ground, State
from models.law.person import full_years
from models.law.representation import Right
from models.law.specialty import ATTENDING
from models.number import next_number
from models.person import Person
from models.representation import Representation
from models.settings import Misconfigured, settings
from models.timetable import Reception, reasons_text

SERVICES = ["ATTACHMENT", "APPOINTMENT", "HOME_VISIT", "APPEAL"]
KEYS = {one.key: one for one in PEOPLE}


def required() -> None:
    """Everything here is refused unless the demonstration is on."""
    if not settings().demonstration:
        raise Misconfigured("this is a part of the demonstration: set EMHANA_DEMONSTRATION=1")


async def seed() -> bool:
    """Fill an empty register with the demonstration, once; whether it was filled now."""
    required()
    async with transaction():
        if await Clinic.exists():
            return False
        clinics = {one.key: await _clinic(one) for one in CLINICS}
        people = {one.key: await _person(one) for one in PEOPLE}
        above = await register.authority(**AUTHORITY)
        for one in PEOPLE:
            await _post(one, people[one.key], clinics, above)
        for one in PEOPLE:
            await _attached(one, people[one.key], clinics)
        await _family(people)
        await _timetable(clinics)
    return True


async def _clinic(one: DemoClinic) -> Clinic:
    made = await register.clinic(one.bin, one.kato, one.name, one.address, one.phone, one.fund_contract)
    for number, streets in one.streets.items():
        await register.site(made, number, streets)
    return made


async def _person(one: DemoPerson) -> Person:
    russian = one.surname in ("Ким", "Иванова", "Пак", "Ли", "Волков")
    return await register.person(
        one.iin, one.surname, one.given_name, one.patronymic, one.birth, sex="M" if one.male else "F", address=one.address,
        phone="+7 700 000 00 0" + str(one.serial % 10), language=Language.RU if russian else Language.KK,
    )  # fmt: skip


async def _post(one: DemoPerson, person: Person, clinics: dict[str, Clinic], above: Authority) -> None:
    """The staff post of a person, and the doctor's place at a site."""
    await account_of(person)
    if one.role is None:
        return
    clinic = clinics.get(one.clinic)
    authority = above if one.role is Role.AUTHORITY else None
    await register.post(person, one.role, clinic, authority=authority, since=date(2026, 1, 1))
    if one.doctor and clinic:
        await register.doctor(person, clinic, one.doctor, one.site, one.languages, one.elsewhere)


async def _attached(one: DemoPerson, person: Person, clinics: dict[str, Clinic]) -> None:
    """The attachment in force of a person, as the national register knew it, and free changes already made this year."""
    if not one.at:
        return
    spent = [clock.now() - timedelta(days=40 * back) for back in range(one.free_changes, 0, -1)]
    for at in spent[:-1]:
        await _carried(person, clinics["almaty-5"], Ground.FREE_CHOICE, at, ended=True)
    if spent:
        await _carried(person, clinics[one.at], Ground.FREE_CHOICE, spent[-1], ended=False)
    else:
        await carried(person, clinics[one.at])


async def carried(person: Person, clinic: Clinic) -> None:
    """An attachment in force since long, carried over from the national register."""
    await _carried(person, clinic, Ground.FIRST, clock.now() - timedelta(days=900), ended=False)


async def _carried(person: Person, clinic: Clinic, ground: Ground, at: datetime, *, ended: bool) -> None:
    age = full_years(person.birth_date, clock.today())
    colleagues = await Doctor.filter(clinic=clinic).order_by("person__iin")
    doctor = next((one for one in colleagues if attachment_doctor.serves(one.specialty, age, clock.today())), None)
    await Attachment.create(
        number=await next_number(notice.CASE_PREFIX),
        state=State.ENDED if ended else State.IN_FORCE,
        person=person,
        clinic=clinic,
        doctor=doctor,
        site_id=doctor.site_id if doctor else None,
        ground=ground,
        channel=Channel.REGISTER,
        applicant=person,
        address=OLD_HOMES.get(person.iin, person.address),
        phone=person.phone,
        language=person.language,
        submitted_at=at,
        accepted_at=at,
        decided_at=at,
        effective_on=at.date(),
        ended_on=clock.today() if ended else None,
    )


async def _family(people: dict[str, Person]) -> None:
    """Zhanar is Aliya's mother, and holds her father's power of attorney for a year."""
    since, next_year = clock.today(), clock.today() + timedelta(days=365)
    for represented, right, until, basis in (
        ("aliya", Right.PARENT, None, "Туу туралы куәлік № 0012345"),
        ("marat", Right.POWER_OF_ATTORNEY, next_year, "Сенімхат № 778, нотариус"),
    ):
        await Representation.create(
            representative=people["zhanar"], represented=people[represented], right=right, services=SERVICES,
            basis=basis, since=since, until=until, recorded_at=clock.now(),
        )  # fmt: skip


async def _timetable(clinics: dict[str, Clinic]) -> None:
    """The doctors' weekly receptions: mornings and afternoons in turn, attending doctors on Saturday too."""
    made = []
    for clinic in clinics.values():
        for place, one in enumerate(await Doctor.filter(clinic=clinic).order_by("person__iin")):
            shifts = [AFTERNOON if place % 2 else MORNING] + ([SATURDAY] if one.specialty in ATTENDING else [])
            made += [_reception(one, str(101 + place), day, first, last) for days, first, last in shifts for day in days]
    await Reception.bulk_create(made)


def _reception(doctor: Doctor, room: str, weekday: int, first: int, last: int) -> Reception:
    return Reception(
        clinic_id=doctor.clinic_id, doctor_id=doctor.id, weekday=weekday, begins_minute=first * 60, ends_minute=last * 60, room=room,
        minutes=SLOT_MINUTES.get(doctor.specialty, law.SLOT_MINUTES.on(clock.today())), reasons=reasons_text(list(law.VisitReason)),
        since=clock.today(), recorded_at=clock.now(),
    )  # fmt: skip


async def person(name: str) -> Person:
    """A demonstration person by key ("zhanar"), or anybody in the register by IIN."""
    required()
    found = await Person.get_or_none(iin=KEYS[name].iin if name in KEYS else name)
    if found is None:
        raise LookupError(f"nobody is called {name!r}: use an IIN or one of {', '.join(KEYS)}")
    return found


async def token(name: str) -> str:
    """A bearer for a person: a member of staff's speaks in the capacity of the post, everybody else's as a citizen."""
    account = await account_of(await person(name))
    posts = await posts_of(account.id)
    return await begin(account, SessionKind.BEARER, posts[0] if posts else None)


async def sign(name: str, content: bytes, *, as_head: bool | None = None) -> bytes:
    """Sign bytes with a person's demonstration key; a head of a clinic signs with the organisation's key unless told otherwise."""
    signer = await person(name)
    clinic = await _clinic_headed(signer) if as_head is not False else None
    holder = Holder(
        iin=signer.iin, surname=signer.surname, given_name=signer.given_name, patronymic=signer.patronymic,
        organisation=clinic.name_in(Language.RU) if clinic else "", bin=clinic.bin if clinic else "", head=clinic is not None,
    )  # fmt: skip
    return await anyio.to_thread.run_sync(_sign, holder, content)


def _sign(holder: Holder, content: bytes) -> bytes:
    """Make the key at the first call, and sign: work for a thread."""
    authority = trust.authority()
    authority.issue(holder)
    return authority.sign(holder.iin, content, organisation=holder.bin or None, at=clock.now())


async def _clinic_headed(signer: Person) -> Clinic | None:
    post = await Post.filter(account__person=signer, role=Role.HEAD).prefetch_related("clinic").first()
    return post.clinic if post else None


def armoured(cms: bytes) -> str:
    """A signature as programs pass it on: PEM."""
    lines = base64.encodebytes(cms).decode()
    return f"-----BEGIN CMS-----\n{lines}-----END CMS-----\n"


async def iin_of(actor: Actor, wanted: str) -> str | None:
    """As whom to sign: whoever is signed in, or for signing in a person of the demonstration."""
    if actor.person:
        return (await Person.get(id=actor.person)).iin
    return wanted if wanted in {one.iin for one in PEOPLE} else None
