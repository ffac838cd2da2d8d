"""Reading other people's data leaves a line: opening a case always, seeing it in a list once a day for each reader."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Protocol
from uuid import UUID

from models import clock
from models.actor import Actor
from models.journal import Entry, record
from models.law import Role, Service

LISTED = "attachment:listed"


class Case(Protocol):
    """What a line of reading tells of a case."""

    id: UUID
    number: str
    person_id: UUID


async def opened(actor: Actor, act: str, case: Case, about: UUID | None = None) -> None:
    """Somebody opened a case, a notice or a document of it; one's own data may be opened without a line."""
    if case.person_id != actor.person:
        await record(actor, act, person=case.person_id, service=Service.ATTACHMENT, case=about or case.id, number=case.number, reading=True)


async def listed(actor: Actor, cases: Sequence[Case]) -> None:
    """A member of staff or a partner system saw cases in a list: one line a day for each."""
    if actor.role is Role.CITIZEN or not cases:
        return
    today = datetime.combine(clock.today(), time(), clock.ZONE)
    reader = {"account_id": actor.account, "partner_id": actor.partner}
    known = await Entry.filter(act=LISTED, at__gte=today, case_id__in=[one.id for one in cases], **reader).values_list("case_id", flat=True)
    seen = {UUID(str(one)) for one in known}
    for case in cases:
        if case.id not in seen:
            await record(actor, LISTED, person=case.person_id, service=Service.ATTACHMENT, case=case.id, number=case.number, reading=True)
