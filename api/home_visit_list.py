"""The lists of calls: a person's own, the clinic's call log, one by its id; and what a call would be promised now."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.asked import record
from api.case import Impediment, impeding
from api.case_search import searched
from api.clinic import Clinic
from api.connection import After, Connection, First, page
from api.context import Info
from api.home_visit import HomeVisit, leave_line
from api.ids import decode
from api.limits import PAGE
from api.names import Channel, HomeVisitState, Urgency
from api.patient import patient_of
from api.problems import Invalid, ProblemCode, from_impediment
from api.provision import Provision, cite
from api.root import query
from models import clock
from models import home_visit as rows
from models import home_visit_calling as calling
from models import home_visit_facts as facts
from models.actor import Actor
from models.journal_reading import listed
from models.law import Impediment as Forbidding
from models.law import Language, Role, Service
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.person import Person

READERS = (Role.CITIZEN, Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.DOCTOR, Role.PARTNER)
READ = "home_visit:read"


@strawberry.input(description="Which calls: every condition given must hold.")
class HomeVisitFilter:
    state: list[HomeVisitState] | None = strawberry.field(default=None, description="In one of these states.")
    live: bool | None = strawberry.field(default=None, description="True: still under way; false: ended.")
    urgency: list[Urgency] | None = strawberry.field(default=None, description="Of one of these urgencies.")
    channel: list[Channel] | None = strawberry.field(default=None, description="That came by one of these ways.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="To which this doctor is sent.")
    since: date | None = strawberry.field(default=None, description="Made on this day or later.")
    until: date | None = strawberry.field(default=None, description="Made on this day or earlier.")
    visit_day: date | None = strawberry.field(default=None, description="To be served on this day.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="Of this person.")
    search: str | None = strawberry.field(default=None, description="A number or an IIN, whole.")


Which = Annotated[HomeVisitFilter | None, strawberry.argument(description="Which of them; all when absent.")]


def _filtered(found: Any, asked: HomeVisitFilter) -> Any:
    """Narrow a list by what was asked."""
    simple = {"state__in": asked.state, "urgency__in": asked.urgency, "channel__in": asked.channel, "visit_day": asked.visit_day}
    found = found.filter(**{name: value for name, value in simple.items() if value})
    if asked.live is not None:
        found = found.filter(state__in=law.LIVE) if asked.live else found.exclude(state__in=law.LIVE)
    if asked.doctor:
        found = found.filter(doctor_id=decode(asked.doctor, "Doctor", "filter.doctor"))
    if asked.since:
        found = found.filter(submitted_at__gte=clock.start_of_day(asked.since))
    if asked.until:
        found = found.filter(submitted_at__lt=clock.end_of_day(asked.until))
    if asked.patient:
        found = found.filter(person_id=decode(asked.patient, "Patient", "filter.patient"))
    return searched(found, asked.search.strip()) if asked.search and asked.search.strip() else found


async def listed_of(actor: Actor, asked: HomeVisitFilter | None, first: int, after: str | None, order: str = "-submitted_at") -> Any:
    """A page of the calls that somebody may see; others than the person's own leave a line in the journal."""
    found = await page(_filtered(rows.HomeVisit.visible_to(actor), asked or HomeVisitFilter()), order, first=first, after=after)
    await listed(actor, [edge.node for edge in found.edges])
    return found


@query(*READERS, returns=Connection[HomeVisit], scope=READ)
async def home_visits(info: Info, filter: Which = None, first: First = PAGE, after: After = None) -> Any:
    """Calls as far as the caller may see them, the latest first."""
    return await listed_of(info.context.actor, filter, first, after)


@query(Role.REGISTRAR, Role.HEAD, returns=Connection[HomeVisit])
async def call_log(info: Info, filter: Which = None, first: First = PAGE, after: After = None) -> Any:
    """The clinic's call log: the calls of every channel and of every end, the earliest first. Calls seen in it are journalled."""
    return await listed_of(info.context.actor, filter, first, after, "submitted_at")


@query(*READERS, returns=HomeVisit | None, scope=READ)
async def home_visit(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The call's id.")]) -> Any:
    """One call; null when it is absent or not the caller's to see. Somebody else's reading of it is journalled."""
    actor = info.context.actor
    found = await rows.HomeVisit.visible_to(actor).get_or_none(id=decode(id, "HomeVisit"))
    if found:
        await leave_line(actor, found)
    return found


@strawberry.type(description="What a call made now would be promised, and what forbids it.")
class CallTerm:
    clinic: Clinic | None = strawberry.field(description="The clinic that comes; null when the patient is attached to none.")
    accepted_at: datetime | None = strawberry.field(description="When the call counts as accepted.")
    answer_by: datetime | None = strawberry.field(description="By when the clinic must answer.")
    visit_day: date | None = strawberry.field(description="On which day a doctor comes.")
    same_day_until: datetime | None = strawberry.field(
        description="Until when a call of today is served today; null when the clinic is closed."
    )
    provision: Provision | None = strawberry.field(description="The paragraph that sets the term.")
    forbidding: list[Impediment] = strawberry.field(description="What forbids a call for this person; empty when nothing does.")


@query(Role.CITIZEN, Role.REGISTRAR, returns=CallTerm)
async def call_term(
    info: Info,
    patient: Annotated[strawberry.ID | None, strawberry.argument(description="For whom; the caller, when a citizen and absent.")] = None,
    channel: Annotated[Channel | None, strawberry.argument(description="For registrars: how the call comes.")] = None,
) -> Any:
    """On which day a doctor would come and by when the clinic would answer, were the call made now (standard, paragraph 4)."""
    actor = calling.with_channel(info.context.actor, channel)
    asked = await patient_of(actor, patient, Service.HOME_VISIT)
    person = await Person.get_or_none(id=asked)
    if person is None:
        raise Invalid(ProblemCode.NOT_FOUND, "patient")
    if actor.of_clinic:
        await record(actor, Service.HOME_VISIT, person)
    return await term_for(actor, asked, info.context.language)


async def term_for(actor: Actor, patient: UUID, language: Language) -> CallTerm:
    """What a call of a patient would be promised, were it made now."""
    person, clinic = await Person.get(id=patient), await facts.clinic_of(actor, patient)
    if clinic is None:
        return CallTerm(
            clinic=None, accepted_at=None, answer_by=None, visit_day=None, same_day_until=None, provision=None,
            forbidding=_told([rules.impediment("NOT_ATTACHED", ("patient",))], language),
        )  # fmt: skip
    term, known = await facts.term_of(actor, clinic), await facts.of_call(actor, facts.Wanted(person), clinic)
    return CallTerm(
        clinic=clinic, accepted_at=term.accepted_at, answer_by=term.answer_by, visit_day=term.visit_day,  # type: ignore[arg-type]
        same_day_until=term.same_day_until, provision=cite(term.basis, language), forbidding=_told(rules.of_person(known), language),
    )  # fmt: skip


def _told(found: Iterable[Forbidding], language: Language) -> list[Impediment]:
    return [impeding(from_impediment(one, language)) for one in found]
