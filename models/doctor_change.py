"""What a clinic says of its doctors: whom and where they serve, from which day to which; nobody who waits for one is dropped."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from tortoise.expressions import Q

from models import clock, doctor_service, journal, lock
from models.account import Account, Post
from models.actor import SYSTEM, Actor
from models.appointment import Appointment
from models.clinic import Clinic, Doctor, Site
from models.database import retrying, transaction
from models.home_visit import HomeVisit
from models.law import Refused, Role, forbid
from models.law import staffing as law
from models.law.appointment import AWAITED
from models.law.home_visit import LIVE
from models.law.specialty import Specialty
from models.member import Member, again, ended
from models.person import Person
from models.timetable import Reception
from models.timetable_opening import settle


@dataclass(frozen=True)
class DoctorFacts:
    """What a clinic says of a doctor of its own."""

    site: uuid.UUID | None
    languages: tuple[str, ...]
    specialty: Specialty | None = None
    serving: bool = True
    elsewhere: int | None = None


def version(doctor: Doctor) -> str:
    """What is said of a doctor, in short: whoever changes it says which version was seen."""
    said = f"{doctor.specialty} {doctor.site_id} {doctor.languages} {doctor.serving} {doctor.elsewhere}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


async def change(actor: Actor, doctor: uuid.UUID, seen: str, facts: DoctorFacts) -> Member | None:
    """Change what the clinic says of a doctor; one for whom somebody waits goes on serving. None when the doctor is another clinic's."""
    clinic = await lock.clinic(actor.clinic)
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
    return await again(actor, (await Account.get(person_id=found.person_id)).id)


async def _may_serve(doctor: Doctor, facts: DoctorFacts) -> None:
    """Whoever stops serving is awaited by nobody; whoever begins holds a doctor's post at the clinic today."""
    if doctor.serving and not facts.serving:
        forbid(law.awaited(*await waiting(doctor.id, clock.yesterday())))
    if facts.serving and not doctor.serving:
        posts = await Post.filter(account__person_id=doctor.person_id, clinic_id=doctor.clinic_id, role=Role.DOCTOR)
        forbid([] if any(one.in_force for one in posts) else [law.impediment("NO_POST")])


async def serve(clinic: Clinic, person: Person, facts: DoctorFacts, since: date) -> Doctor:
    """The person is a doctor of the clinic from a day on: a new one, or the same again.

    Another specialty only when nobody waits for the old one.
    """
    assert facts.specialty is not None, "a doctor is given with the specialty"
    site = await _site(clinic, facts, facts.specialty, ("doctor", "site"))
    doctor = await Doctor.get_or_none(person=person, clinic=clinic)
    if doctor and doctor.specialty is not facts.specialty:
        forbid(law.awaited(*await waiting(doctor.id, clock.yesterday())))
    doctor = doctor or Doctor(person=person, clinic=clinic)
    doctor.specialty, doctor.site_id = facts.specialty, site
    doctor.serving = since <= clock.today()
    doctor.languages, doctor.serves_from = list(facts.languages), None if doctor.serving else since
    doctor.elsewhere = doctor.elsewhere if facts.elsewhere is None else facts.elsewhere
    await doctor.save()
    return doctor


async def _site(clinic: Clinic, facts: DoctorFacts, specialty: Specialty, field: tuple[str, ...] = ("site",)) -> uuid.UUID | None:
    """The site that a doctor serves: one of the clinic's own, and one there must be where people are attached to the doctor."""
    forbid(law.place_of(specialty, facts.site is not None, field))
    if facts.site and not await Site.exists(id=facts.site, clinic_id=clinic.id):
        raise Refused(law.impediment("NO_SUCH_SITE", field))
    return facts.site


async def waiting(doctor: uuid.UUID, last: date) -> tuple[int, int, int]:
    """After a day: the receptions still open, the people booked and the calls given to a doctor."""
    after = datetime.combine(last + timedelta(days=1), time.min, clock.ZONE)
    lasting = await Reception.filter(Q(until=None) | Q(until__gt=last), doctor_id=doctor)
    takes_place = [one for one in lasting if one.until is None or one.since <= one.until]
    booked = await Appointment.filter(doctor_id=doctor, state__in=AWAITED, starts_at__gte=after).count()
    calls = await HomeVisit.filter(doctor_id=doctor, state__in=LIVE, visit_day__gt=last).count()
    return len(takes_place), booked, calls


async def doctor_of(post: Post) -> Doctor | None:
    """What the clinic of a post knows of its holder as a doctor."""
    account = await Account.get(id=post.account_id)
    return await Doctor.get_or_none(person_id=account.person_id, clinic_id=post.clinic_id)


async def served_to(actor: Actor, clinic: Clinic, post: Post) -> int:
    """Whose post of a doctor is over, serves nobody, and no time is given after its last day; how many were offered another."""
    doctor = await doctor_of(post) if post.role is Role.DOCTOR else None
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
    found = [await doctor_of(one) for one in await over] + list(await Doctor.filter(serves_from__lte=clock.today()))
    return sorted({one.id for one in found if one and (one.serving or one.serves_from)})


async def _kept(key: uuid.UUID) -> bool:
    """One doctor's service as the post has it today: the clinic is locked first, and whoever is still booked is offered another time."""
    async with transaction():
        clinic = await lock.clinic((await Doctor.get(id=key)).clinic_id)
        doctor = await Doctor.get(id=key)
        days, begins = await doctor_service.days_of(doctor), doctor.serves_from is not None and doctor.serves_from <= clock.today()
        if not begins and not (doctor.serving and days.over(clock.today())):
            return False
        await _now_serves(doctor, days.covers(clock.today()))
        affected = await settle(SYSTEM, doctor, clinic, "")
        act = "doctor:begin" if doctor.serving else "doctor:end"
        await journal.record(SYSTEM, act, person=doctor.person_id, doctor=str(doctor.id), affected=len(affected))
    return True
