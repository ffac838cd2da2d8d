"""Posts of a clinic's people, given and ended. Every act locks the clinic: of two administrators the second sees what the first did."""

from dataclasses import dataclass
from datetime import date

from models import candidate, clock, doctor_change, journal, lock
from models.account import Post, Session, account_of
from models.actor import Actor
from models.doctor_change import DoctorFacts
from models.law import Impediment, Role, forbid
from models.law import staffing as law
from models.law.person import is_adult
from models.member import Member, again, ended
from models.person import Person
from models.timetable_opening import settle


@dataclass(frozen=True)
class Asked:
    """A post as it is asked for; a doctor's comes with what the clinic says of the doctor."""

    iin: str
    role: Role
    since: date
    until: date | None = None
    doctor: DoctorFacts | None = None


async def give(actor: Actor, asked: Asked) -> Member:
    """Give a post at the actor's own clinic to somebody of the register; a post that had ended is the same row again."""
    clinic, person = await lock.clinic(actor.clinic), await _to_be(actor, asked)
    account = await account_of(person)
    before = await Post.get_or_none(account=account, clinic=clinic, role=asked.role)
    forbid(law.may_give(actor.capacity, _given(asked, person.id == actor.person, before, person)))
    doctor = await doctor_change.serve(clinic, person, asked.doctor, asked.since) if asked.role is Role.DOCTOR and asked.doctor else None
    post = before or Post(account=account, clinic=clinic, role=asked.role)
    post.since, post.until, post.may_sign = asked.since, asked.until, False
    await post.save()
    await _end_sessions(post)  # a sign-in from before the post had ended does not come to life again
    if doctor:
        await settle(actor, doctor, clinic, "")
    until = asked.until.isoformat() if asked.until else ""
    await journal.record(actor, "post:give", person=person.id, post=asked.role, since=asked.since.isoformat(), until=until)
    return await again(actor, account.id)


async def _to_be(actor: Actor, asked: Asked) -> Person:
    """Who is to have the post: nothing of the person is told to whoever does not give such posts, or has looked up enough today."""
    forbid([] if asked.role in law.givable(actor.capacity) else [law.impediment("POST_NOT_GIVEN")])
    found = await Person.get_or_none(iin=asked.iin)
    forbid(await candidate.spent(actor, found))
    return candidate.known(found)


def _given(asked: Asked, own: bool, before: Post | None, person: Person) -> law.Given:
    return law.Given(
        role=asked.role, own=own, since=asked.since, today=clock.today(), until=asked.until,
        held=before is not None and not ended(before), deceased=person.deceased_on is not None,
        adult=is_adult(person.birth_date, asked.since),
    )  # fmt: skip


async def forbidding(actor: Actor, post: Post, last: date | None = None) -> list[Impediment]:
    """Why a post cannot be ended after its last day, now or on another one."""
    return law.may_end(actor.capacity, await _facts(actor, post, last or clock.yesterday()))


async def _facts(actor: Actor, post: Post, last: date) -> law.Ended:
    heads = Post.filter(clinic_id=post.clinic_id, role=Role.HEAD, until=None, since__lte=clock.today()).exclude(id=post.id)
    doctor = await doctor_change.doctor_of(post) if post.role is Role.DOCTOR else None
    receptions, booked, calls = await doctor_change.waiting(doctor.id, last) if doctor else (0, 0, 0)
    return law.Ended(
        role=post.role, own=post.account_id == actor.account, over=ended(post), backwards=clock.today() <= last < post.since,
        receptions=receptions, booked=booked, calls=calls,
        other_heads=await heads.count() if post.role is Role.HEAD else 0,
    )  # fmt: skip


async def end(actor: Actor, post: Post, last: date) -> Member:
    """A post ends after its last day; today or earlier, it ends at once, and so does every session in that capacity.

    One that ends before it was held for a whole day keeps yesterday as its only day: the journal has the first day as it was given.
    """
    clinic = await lock.clinic(actor.clinic)
    post = await Post.get(id=post.id).prefetch_related("account")
    last = clock.yesterday() if last <= clock.today() else last
    forbid(await forbidding(actor, post, last))
    given, post.since, post.until = post.since, min(post.since, last), last
    await post.save(update_fields=["since", "until"])
    if ended(post):
        await _end_sessions(post)
    affected = await doctor_change.served_to(actor, clinic, post)
    person = post.account.person_id
    await journal.record(
        actor, "post:end", person=person, post=post.role, since=given.isoformat(), until=last.isoformat(), affected=affected
    )  # fmt: skip
    return await again(actor, post.account_id)


async def _end_sessions(post: Post) -> None:
    await Session.filter(post_id=post.id, ended_at=None).update(ended_at=clock.now())
