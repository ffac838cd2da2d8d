"""Reading other people's data leaves a line: opening a case always, seeing it in a list once a day for each reader."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from models import clock
from models.actor import Actor
from models.case import Read
from models.journal import Entry, line, record, record_all
from models.law import Role, Service
from models.person import Person

LISTED = [f"{one.lower()}:listed" for one in Service]
FOUND = "person:found"
LOOKED_UP = "post:lookup"


async def opened(actor: Actor, act: str, case: Read, about: UUID | None = None) -> None:
    """Somebody opened a case, a notice or a document of it; one's own data may be opened without a line."""
    if case.person_id != actor.person:
        await record(actor, act, person=case.person_id, service=case.service, case=about or case.id, number=case.number, reading=True)


async def listed(actor: Actor, cases: Sequence[Read]) -> None:
    """A member of staff or a partner system saw cases in a list: one line a day for each."""
    if actor.role is Role.CITIZEN or not cases:
        return
    seen = await _seen_today(actor, "case_id", LISTED, [one.id for one in cases])
    await record_all([_listed(actor, one) for one in cases if one.id not in seen])


def _listed(actor: Actor, case: Read) -> Entry:
    act = f"{case.service.lower()}:listed"
    return line(actor, act, person=case.person_id, service=case.service, case=case.id, number=case.number, reading=True)


async def found(actor: Actor, people: Sequence[Person]) -> None:
    """A member of staff saw people in what a search found: one line a day for each."""
    seen = await _seen_today(actor, "person_id", [FOUND], [one.id for one in people])
    await record_all([line(actor, FOUND, person=one.id, reading=True) for one in people if one.id not in seen])


async def looked_up(actor: Actor) -> list[UUID | None]:
    """Whom a member of staff has looked up today to give a post: each person once, and None for each IIN of nobody."""
    known = Entry.filter(act=LOOKED_UP, at__gte=clock.start_of_day(clock.today()), account_id=actor.account)
    return [one.person_id for one in await known]


async def _seen_today(actor: Actor, column: str, acts: Sequence[str], keys: list[UUID]) -> set[UUID]:
    """Which of several cases or people the reader has seen in a list today."""
    if not keys:
        return set()
    today = datetime.combine(clock.today(), time(), clock.ZONE)
    known = Entry.filter(act__in=acts, at__gte=today, account_id=actor.account, partner_id=actor.partner)
    return {UUID(str(one)) for one in await known.filter(**{f"{column}__in": keys}).values_list(column, flat=True)}
