"""The people of a clinic, as whoever administers it sees them: their posts, and what the clinic knows of them as doctors."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from tortoise.functions import Max

from models import clock
from models.account import Post, Session
from models.actor import Actor
from models.clinic import Doctor
from models.law import CLINIC_ROLES, Role
from models.law.staffing import ADMINISTERS
from models.person import Person
from models.search import alphabetical


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


async def again(actor: Actor, account: uuid.UUID) -> Member:
    """Somebody of the actor's clinic who was just given or kept a post there, as it is now."""
    found = await member(actor, account)
    if found is None:
        raise LookupError(f"account {account} has no post at {actor.clinic}")
    return found


async def post_of(actor: Actor, post: uuid.UUID) -> Post | None:
    """A post at the actor's own clinic."""
    if actor.role not in ADMINISTERS or actor.clinic is None:
        return None
    return await Post.get_or_none(id=post, clinic_id=actor.clinic).prefetch_related("account")


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
    return sorted(found.values(), key=lambda one: alphabetical(one.person.full_name))


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
