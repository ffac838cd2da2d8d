"""Reading other people's data leaves a line: opening a case always, seeing it in a list once a day for each reader."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from models import clock
from models.actor import Actor
from models.case import Read
from models.journal import Entry, record
from models.law import Role, Service

LISTED = [f"{one.lower()}:listed" for one in Service]


async def opened(actor: Actor, act: str, case: Read, about: UUID | None = None) -> None:
    """Somebody opened a case, a notice or a document of it; one's own data may be opened without a line."""
    if case.person_id != actor.person:
        await record(actor, act, person=case.person_id, service=case.service, case=about or case.id, number=case.number, reading=True)


async def listed(actor: Actor, cases: Sequence[Read]) -> None:
    """A member of staff or a partner system saw cases in a list: one line a day for each."""
    if actor.role is Role.CITIZEN or not cases:
        return
    seen = await _seen_today(actor, [one.id for one in cases])
    for case in cases:
        if case.id not in seen:
            act = f"{case.service.lower()}:listed"
            await record(actor, act, person=case.person_id, service=case.service, case=case.id, number=case.number, reading=True)


async def _seen_today(actor: Actor, cases: list[UUID]) -> set[UUID]:
    """Which of several cases the reader has seen in a list today."""
    today = datetime.combine(clock.today(), time(), clock.ZONE)
    known = Entry.filter(act__in=LISTED, at__gte=today, case_id__in=cases, account_id=actor.account, partner_id=actor.partner)
    return {UUID(str(one)) for one in await known.values_list("case_id", flat=True)}
