"""The lists of attachments: a person's own, the clinic's register, the queue of what awaits an answer; and one case by its id."""

from datetime import date
from typing import Annotated, Any

import strawberry

from api.attachment import CLINIC, Attachment, leave_line
from api.case import Case
from api.case_search import searched
from api.connection import After, Connection, First, page
from api.context import Info
from api.ids import decode
from api.limits import PAGE
from api.names import AttachmentState, Channel
from api.root import query
from models import attachment as rows
from models import clock
from models.actor import Actor
from models.journal_reading import listed
from models.law import Role


@strawberry.input(description="Which cases: every condition given must hold.")
class CaseFilter:
    state: list[AttachmentState] | None = strawberry.field(default=None, description="In one of these states.")
    open: bool | None = strawberry.field(default=None, description="True: waiting for an answer; false: not waiting.")
    overdue: bool | None = strawberry.field(default=None, description="True: the term has run out without an answer.")
    channel: list[Channel] | None = strawberry.field(default=None, description="That came by one of these ways.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="To this doctor.")
    since: date | None = strawberry.field(default=None, description="Submitted on this day or later.")
    until: date | None = strawberry.field(default=None, description="Submitted on this day or earlier.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="Of this person.")
    search: str | None = strawberry.field(default=None, description="A case number or an IIN, whole.")


def _filtered(found: Any, asked: CaseFilter | None) -> Any:
    """Narrow a list by what was asked."""
    if asked is None:
        return found
    if asked.state:
        found = found.filter(state__in=asked.state)
    if asked.open is not None:
        found = found.filter(state__in=rows.OPEN) if asked.open else found.exclude(state__in=rows.OPEN)
    if asked.overdue:
        found = found.filter(state__in=rows.OPEN, due_at__lt=clock.now())
    if asked.channel:
        found = found.filter(channel__in=asked.channel)
    if asked.doctor:
        found = found.filter(doctor_id=decode(asked.doctor, "Doctor", "filter.doctor"))
    if asked.since:
        found = found.filter(submitted_at__gte=clock.start_of_day(asked.since))
    if asked.until:
        found = found.filter(submitted_at__lt=clock.end_of_day(asked.until))
    if asked.patient:
        found = found.filter(person_id=decode(asked.patient, "Patient", "filter.patient"))
    return searched(found, asked.search.strip()) if asked.search and asked.search.strip() else found


@query(Role.CITIZEN, *CLINIC, Role.PARTNER, returns=Connection[Attachment], scope="attachment:read")
async def attachments(
    info: Info,
    filter: Annotated[CaseFilter | None, strawberry.argument(description="Which of them; all when absent.")] = None,
    first: First = PAGE,
    after: After = None,
) -> Any:
    """Attachments as far as the caller may see them, the latest first."""
    actor = info.context.actor
    found = await page(_filtered(rows.Attachment.visible_to(actor), filter), "-submitted_at", first=first, after=after)
    await listed(actor, [edge.node for edge in found.edges])
    return found


async def listed_of(actor: Actor, filter: CaseFilter | None, first: int, after: str | None) -> Any:
    """A citizen's own list: attachments of the person and of those represented; staff have none here."""
    own = rows.Attachment.visible_to(actor) if actor.role is Role.CITIZEN else rows.Attachment.filter(id=None)
    return await page(_filtered(own, filter), "-submitted_at", first=first, after=after)


@query(Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, returns=Connection[Case])
async def work(
    info: Info,
    first: First = PAGE,
    after: After = None,
    state: Annotated[list[AttachmentState] | None, strawberry.argument(description="In one of these states; in any when absent.")] = None,
) -> Any:
    """The clinic's queue over its services: what awaits an answer, the nearest term first."""
    waiting = rows.Attachment.visible_to(info.context.actor).filter(state__in=rows.OPEN, due_at__not_isnull=True)
    waiting = waiting.filter(state__in=state) if state else waiting
    found = await page(waiting, "due_at", first=first, after=after)
    await listed(info.context.actor, [edge.node for edge in found.edges])
    return found


@query(Role.CITIZEN, *CLINIC, Role.PARTNER, returns=Attachment | None, scope="attachment:read")
async def attachment(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The attachment's id.")]) -> Any:
    """One attachment; null when it is absent or not the caller's to see. Somebody else's reading of it is journalled."""
    actor = info.context.actor
    found = await rows.Attachment.visible_to(actor).get_or_none(id=decode(id, "Attachment"))
    if found:
        await leave_line(actor, found)
    return found
