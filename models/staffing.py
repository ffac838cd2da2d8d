"""The people of a clinic: posts given and ended, doctors changed, sites and the streets of their zones. One act after another.

Every act locks the clinic's row first, as the timetable does: of two administrators the second sees what the first has done.
"""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial

from tortoise.expressions import Q
from tortoise.functions import Max

from models import clock, doctor_service, journal, journal_reading
from models.account import Account, Post, Session, account_of
from models.actor import SYSTEM, Actor
from models.appointment import Appointment
from models.clinic import Clinic, Doctor, Site, Zone, plain_street
from models.database import retrying, transaction
from models.home_visit import HomeVisit
from models.law import CLINIC_ROLES, Impediment, Refused, Role
from models.law import staffing as law
from models.law.appointment import State
from models.law.home_visit import LIVE
from models.law.person import is_adult
from models.law.specialty import Specialty
from models.person import Person
from models.timetable import Reception
from models.timetable_opening import settle

ADMINISTERS = (Role.HEAD, Role.ADMINISTRATOR)
ALPHABET = " -аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
AWAITED = (State.BOOKED, State.ARRIVED, State.IN_VISIT)


@dataclass
class Member:
    """Somebody who has or had a post at a clinic: `doctor` is what the clinic knows of the person as a doctor."""

    id: uuid.UUID
    person: Person
    posts: list[Post] = field(default_factory=list)
    doctor: Doctor | None = None
    signed_in: dict[uuid.UUID, date] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether every post has ended."""
        return all(ended(one) for one in self.posts)


@dataclass(frozen=True)
class DoctorFacts:
    """What a clinic says of a doctor of its own."""

    site: uuid.UUID | None
    languages: tuple[str, ...]
    specialty: Specialty | None = None
    serving: bool = True
    elsewhere: int | None = None


@dataclass(frozen=True)
class Asked:
    """A post as it is asked for; a doctor's comes with what the clinic says of the doctor."""

    iin: str
    role: Role
    since: date
    until: date | None = None
    doctor: DoctorFacts | None = None


def ended(post: Post) -> bool:
    """Whether a post is over; one that begins later is not."""
    return post.until is not None and post.until < clock.today()


async def members(actor: Actor, role: Role | None = None, former: bool = False) -> list[Member]:
    """The people of the actor's clinic by name; `former` are those whose posts have all ended."""
    found = [one for one in await _members(actor) if one.over == former]
    return [one for one in found if role is None or any(post.role is role and ended(post) == former for post in one.posts)]


async def member(actor: Actor, account: uuid.UUID) -> Member | None:
    """Somebody of the actor's clinic."""
    return next(iter(await _members(actor, account)), None)


async def _members(actor: Actor, account: uuid.UUID | None = None) -> list[Member]:
    if actor.role not in ADMINISTERS or actor.clinic is None:
        return []
    posts = Post.filter(clinic_id=actor.clinic, role__in=list(CLINIC_ROLES)).prefetch_related("account__person")
    found: dict[uuid.UUID, Member] = {}
    for one in await (posts.filter(account_id=account) if account else posts):
        found.setdefault(one.account_id, Member(one.account_id, one.account.person)).posts.append(one)
    await _add_doctors(actor.clinic, found.values())
    await _add_signing_in(found.values())
    for each in found.values():
        each.posts.sort(key=lambda post: (ended(post), list(Role).index(post.role)))
    return sorted(found.values(), key=lambda one: _alphabetical(one.person.full_name))


def _alphabetical(name: str) -> list[int]:
    """The order of the Kazakh alphabet; a letter of another stands before."""
    return [ALPHABET.find(letter) for letter in name.lower()]


async def _add_doctors(clinic: uuid.UUID, found: Iterable[Member]) -> None:
    people = {one.person.id: one for one in found}
    for doctor in await Doctor.filter(clinic_id=clinic, person_id__in=list(people)).prefetch_related("person"):
        people[doctor.person_id].doctor = doctor


async def _add_signing_in(found: Iterable[Member]) -> None:
    """The last day on which each post was taken up."""
    posts = {post.id: one for one in found for post in one.posts}
    rows = Session.filter(post_id__in=list(posts)).annotate(last=Max("begun_at")).group_by("post_id").values_list("post_id", "last")
    for key, last in await rows:
        at = datetime.fromisoformat(last) if isinstance(last, str) else last
        posts[uuid.UUID(str(key))].signed_in[uuid.UUID(str(key))] = clock.local(at).date()


async def candidate(actor: Actor, iin: str) -> Person:
    """Somebody of the register who is to have a post; whoever is looked up leaves a line, and so many are in a day."""
    async with transaction():
        await _locked(actor)  # of two at once the second sees the line of the first
        found = await Person.get_or_none(iin=iin)
        _refuse(await _spent(actor, found))
        await _looked_up(actor, found)
    return _known(found)


async def tried(actor: Actor, iin: str, role: Role) -> None:
    """A refused post tells whether somebody is known to the register, too: it leaves the same line."""
    if role not in law.givable(_role(actor)):
        return
    async with transaction():
        await _locked(actor)
        found = await Person.get_or_none(iin=iin)
        if not await _spent(actor, found):
            await _looked_up(actor, found)


async def _looked_up(actor: Actor, found: Person | None) -> None:
    """One line a day for each person; whoever is not in the register has no journal, but counts."""
    if found is None or found.id not in await journal_reading.looked_up(actor):
        await journal.record(actor, journal_reading.LOOKED_UP, person=found.id if found else None, reading=True)


async def _spent(actor: Actor, found: Person | None) -> list[Impediment]:
    """Whether the look-ups of the day are spent; whoever was seen today may be seen again."""
    seen = await journal_reading.looked_up(actor)
    again = found is not None and found.id in seen
    return [] if again or len(seen) < law.LOOKUPS_A_DAY else [law.impediment("LOOKUPS_SPENT", n=law.LOOKUPS_A_DAY)]


def _known(found: Person | None) -> Person:
    if found is None:
        raise Refused(law.impediment("NO_SUCH_PERSON"))
    return found


async def give(actor: Actor, asked: Asked) -> Member:
    """Give a post at the actor's own clinic to somebody of the register; a post that had ended is the same row again."""
    clinic, person = await _locked(actor), await _to_be(actor, asked)
    account = await account_of(person)
    before = await Post.get_or_none(account=account, clinic=clinic, role=asked.role)
    _refuse(law.may_give(_role(actor), _given(asked, person.id == actor.person, before, person)))
    doctor = await _serve(clinic, person, asked.doctor, asked.since) if asked.role is Role.DOCTOR and asked.doctor else None
    post = before or Post(account=account, clinic=clinic, role=asked.role)
    post.since, post.until, post.may_sign = asked.since, asked.until, False
    await post.save()
    await _end_sessions(post)  # a sign-in from before the post had ended does not come to life again
    if doctor:
        await settle(actor, doctor, clinic, "")
    until = asked.until.isoformat() if asked.until else ""
    await journal.record(actor, "post:give", person=person.id, post=asked.role, since=asked.since.isoformat(), until=until)
    return await _again(actor, account.id)


async def _to_be(actor: Actor, asked: Asked) -> Person:
    """Who is to have the post: nothing of the person is told to whoever does not give such posts, or has looked up enough today."""
    _refuse([] if asked.role in law.givable(_role(actor)) else [law.impediment("POST_NOT_GIVEN")])
    found = await Person.get_or_none(iin=asked.iin)
    _refuse(await _spent(actor, found))
    return _known(found)


def _given(asked: Asked, own: bool, before: Post | None, person: Person) -> law.Given:
    return law.Given(
        role=asked.role, own=own, since=asked.since, today=clock.today(), until=asked.until,
        held=before is not None and not ended(before), deceased=person.deceased_on is not None,
        adult=is_adult(person.birth_date, asked.since),
    )  # fmt: skip


async def _serve(clinic: Clinic, person: Person, facts: DoctorFacts, since: date) -> Doctor:
    """The person is a doctor of the clinic from a day on: a new one, or the same again.

    Another specialty only when nobody waits for the old one.
    """
    assert facts.specialty is not None, "a doctor is given with the specialty"
    site = await _site(clinic, facts, facts.specialty, ("doctor", "site"))
    doctor = await Doctor.get_or_none(person=person, clinic=clinic)
    if doctor and doctor.specialty is not facts.specialty:
        _refuse(law.awaited(*await waiting(doctor.id, _yesterday())))
    doctor = doctor or Doctor(person=person, clinic=clinic)
    doctor.specialty, doctor.site_id = facts.specialty, site
    doctor.serving = since <= clock.today()
    doctor.languages, doctor.serves_from = list(facts.languages), None if doctor.serving else since
    doctor.elsewhere = doctor.elsewhere if facts.elsewhere is None else facts.elsewhere
    await doctor.save()
    return doctor


async def post_of(actor: Actor, post: uuid.UUID) -> Post | None:
    """A post at the actor's own clinic."""
    if actor.role not in ADMINISTERS or actor.clinic is None:
        return None
    return await Post.get_or_none(id=post, clinic_id=actor.clinic).prefetch_related("account")


async def forbidding(actor: Actor, post: Post, last: date | None = None) -> list[Impediment]:
    """Why a post cannot be ended after its last day, now or on another one."""
    return law.may_end(_role(actor), await _facts(actor, post, last or _yesterday()))


async def _facts(actor: Actor, post: Post, last: date) -> law.Ended:
    heads = Post.filter(clinic_id=post.clinic_id, role=Role.HEAD, until=None, since__lte=clock.today()).exclude(id=post.id)
    doctor = await _doctor_of(post) if post.role is Role.DOCTOR else None
    receptions, booked, calls = await waiting(doctor.id, last) if doctor else (0, 0, 0)
    return law.Ended(
        role=post.role, own=post.account_id == actor.account, over=ended(post), backwards=clock.today() <= last < post.since,
        receptions=receptions, booked=booked, calls=calls,
        other_heads=await heads.count() if post.role is Role.HEAD else 0,
    )  # fmt: skip


async def _doctor_of(post: Post) -> Doctor | None:
    """What the clinic of a post knows of its holder as a doctor."""
    account = await Account.get(id=post.account_id)
    return await Doctor.get_or_none(person_id=account.person_id, clinic_id=post.clinic_id)


async def waiting(doctor: uuid.UUID, last: date) -> tuple[int, int, int]:
    """After a day: the receptions still open, the people booked and the calls given to a doctor."""
    after = datetime.combine(last + timedelta(days=1), time.min, clock.ZONE)
    lasting = await Reception.filter(Q(until=None) | Q(until__gt=last), doctor_id=doctor)
    takes_place = [one for one in lasting if one.until is None or one.since <= one.until]
    booked = await Appointment.filter(doctor_id=doctor, state__in=AWAITED, starts_at__gte=after).count()
    calls = await HomeVisit.filter(doctor_id=doctor, state__in=LIVE, visit_day__gt=last).count()
    return len(takes_place), booked, calls


async def end(actor: Actor, post: Post, last: date) -> Member:
    """A post ends after its last day; today or earlier, it ends at once, and so does every session in that capacity.

    One that ends before it was held for a whole day keeps yesterday as its only day: the journal has the first day as it was given.
    """
    clinic = await _locked(actor)
    post = await Post.get(id=post.id).prefetch_related("account")
    last = _yesterday() if last <= clock.today() else last
    _refuse(await forbidding(actor, post, last))
    given, post.since, post.until = post.since, min(post.since, last), last
    await post.save(update_fields=["since", "until"])
    if ended(post):
        await _end_sessions(post)
    affected = await _served_to(actor, clinic, post)
    person = post.account.person_id
    await journal.record(
        actor, "post:end", person=person, post=post.role, since=given.isoformat(), until=last.isoformat(), affected=affected
    )  # fmt: skip
    return await _again(actor, post.account_id)


async def _end_sessions(post: Post) -> None:
    await Session.filter(post_id=post.id, ended_at=None).update(ended_at=clock.now())


async def _served_to(actor: Actor, clinic: Clinic, post: Post) -> int:
    """Whose post of a doctor is over, serves nobody, and no time is given after its last day; how many were offered another."""
    doctor = await _doctor_of(post) if post.role is Role.DOCTOR else None
    if doctor is None:
        return 0
    if ended(post):
        await _now_serves(doctor, False)
    return len(await settle(actor, doctor, clinic, ""))


async def _now_serves(doctor: Doctor, serving: bool) -> None:
    doctor.serving, doctor.serves_from = serving, None
    await doctor.save(update_fields=["serving", "serves_from"])


async def keep_service() -> int:
    """Doctors whose post ran out serve nobody any more, those whose post begins serve from now on; how many they were."""
    return sum([await retrying(partial(_kept, one)) for one in await _due()])


async def _due() -> list[uuid.UUID]:
    """Doctors who serve although the post is over, and those whose first day has come."""
    over = Post.filter(role=Role.DOCTOR, until__lt=clock.today(), account__person__doctors__serving=True).distinct()
    found = [await _doctor_of(one) for one in await over] + list(await Doctor.filter(serves_from__lte=clock.today()))
    return sorted({one.id for one in found if one and (one.serving or one.serves_from)})


async def _kept(key: uuid.UUID) -> bool:
    """One doctor's service as the post has it today: the clinic is locked first, and whoever is still booked is offered another time."""
    async with transaction():
        clinic = await Clinic.select_for_update(no_key=True).get(id=(await Doctor.get(id=key)).clinic_id)
        doctor = await Doctor.get(id=key)
        days, begins = await doctor_service.days_of(doctor), doctor.serves_from is not None and doctor.serves_from <= clock.today()
        if not begins and not (doctor.serving and days.over(clock.today())):
            return False
        await _now_serves(doctor, days.covers(clock.today()))
        affected = await settle(SYSTEM, doctor, clinic, "")
        act = "doctor:begin" if doctor.serving else "doctor:end"
        await journal.record(SYSTEM, act, person=doctor.person_id, doctor=str(doctor.id), affected=len(affected))
    return True


def version(doctor: Doctor) -> str:
    """What is said of a doctor, in short: whoever changes it says which version was seen."""
    said = f"{doctor.specialty} {doctor.site_id} {doctor.languages} {doctor.serving} {doctor.elsewhere}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


async def change(actor: Actor, doctor: uuid.UUID, seen: str, facts: DoctorFacts) -> Member | None:
    """Change what the clinic says of a doctor; one for whom somebody waits goes on serving. None when the doctor is another clinic's."""
    clinic = await _locked(actor)
    found = await Doctor.select_for_update(no_key=True).get_or_none(id=doctor, clinic_id=clinic.id)
    if found is None:
        return None
    if version(found) != seen:
        raise Refused(law.impediment("DOCTOR_CHANGED"))
    await _may_serve(found, facts)
    begins = facts.serving and not found.serving
    found.site_id = await _site(clinic, facts, found.specialty)
    found.languages, found.serving = list(facts.languages), facts.serving
    found.serves_from = None if facts.serving else found.serves_from
    found.elsewhere = found.elsewhere if facts.elsewhere is None else facts.elsewhere
    await found.save()
    if begins:
        await settle(actor, found, clinic, "")
    await journal.record(actor, "doctor:change", person=found.person_id, doctor=str(found.id), serving=found.serving)
    return await _again(actor, (await Account.get(person_id=found.person_id)).id)


async def _may_serve(doctor: Doctor, facts: DoctorFacts) -> None:
    """Whoever stops serving is awaited by nobody; whoever begins holds a doctor's post at the clinic today."""
    if doctor.serving and not facts.serving:
        _refuse(law.awaited(*await waiting(doctor.id, _yesterday())))
    if facts.serving and not doctor.serving:
        posts = await Post.filter(account__person_id=doctor.person_id, clinic_id=doctor.clinic_id, role=Role.DOCTOR)
        _refuse([] if any(one.in_force for one in posts) else [law.impediment("NO_POST")])


async def _site(clinic: Clinic, facts: DoctorFacts, specialty: Specialty, field: tuple[str, ...] = ("site",)) -> uuid.UUID | None:
    """The site that a doctor serves: one of the clinic's own, and one there must be where people are attached to the doctor."""
    _refuse(law.place_of(specialty, facts.site is not None, field))
    if facts.site and not await Site.exists(id=facts.site, clinic_id=clinic.id):
        raise Refused(law.impediment("NO_SUCH_SITE", field))
    return facts.site


async def add_site(actor: Actor, number: int) -> Site:
    """A new site of the clinic, by a number that no other has."""
    clinic = await _locked(actor)
    if await Site.exists(clinic=clinic, number=number):
        raise Refused(law.impediment("SITE_EXISTS", number=number))
    made = await Site.create(clinic=clinic, number=number)
    await journal.record(actor, "site:add", number=str(number))
    return made


async def add_zone(actor: Actor, site: uuid.UUID, street: str, first: int, last: int) -> Site | None:
    """A street, or houses of it, for the zone of a site; no house belongs to two. None when the site is another clinic's."""
    clinic = await _locked(actor)
    found = await Site.get_or_none(id=site, clinic=clinic)
    if found is None:
        return None
    wanted = law.Houses(found.number, plain_street(street), first, last)
    others = await Zone.filter(site__clinic_id=clinic.id, street=wanted.street).prefetch_related("site")
    law.zone_allowed(wanted, [law.Houses(one.site.number, one.street, one.first_house, one.last_house) for one in others])
    await Zone.create(site=found, kato=clinic.kato, street=wanted.street, first_house=first, last_house=last)
    await journal.record(actor, "zone:add", number=str(found.number), street=wanted.street, first=first, last=last)
    return found


async def remove_zone(actor: Actor, zone: uuid.UUID) -> Site | None:
    """A street no longer in the zone of a site; attachments that there are stay. None when there is none at the actor's clinic."""
    clinic = await _locked(actor)
    found = await Zone.get_or_none(id=zone, site__clinic_id=clinic.id).prefetch_related("site")
    if found is None:
        return None
    await found.delete()
    number, first, last = str(found.site.number), found.first_house, found.last_house
    await journal.record(actor, "zone:remove", number=number, street=found.street, first=first, last=last)
    return found.site


async def sites(actor: Actor) -> list[Site]:
    """The sites of the actor's own clinic, by number."""
    return await Site.filter(clinic_id=actor.clinic).order_by("number") if actor.clinic else []


async def _locked(actor: Actor) -> Clinic:
    return await Clinic.select_for_update(no_key=True).get(id=actor.clinic)


async def _again(actor: Actor, account: uuid.UUID) -> Member:
    found = await member(actor, account)
    if found is None:
        raise LookupError(f"account {account} has no post at {actor.clinic}")
    return found


def _role(actor: Actor) -> Role:
    return actor.role or Role.SYSTEM


def _yesterday() -> date:
    return clock.today() - timedelta(days=1)


def _refuse(found: list[Impediment]) -> None:
    if found:
        raise Refused(*found)
