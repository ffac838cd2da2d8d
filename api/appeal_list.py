"""The lists of appeals: a person's own, a body's register and its work, one by its id; the kinds with their clocks; the figures."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Annotated, Any

import strawberry
from tortoise.expressions import Q

from api.appeal import Appeal, leave_line
from api.appeal_part import AppealClock
from api.case_search import searched
from api.clinic import Clinic
from api.connection import After, Connection, First, page
from api.context import Info
from api.ids import decode
from api.limits import PAGE
from api.names import AppealKind, AppealState, AppealSubject, Channel
from api.provision import cite
from api.root import ANYONE, query
from api.shown import shown
from models import appeal as rows
from models import appeal_figures as counted
from models import clock, texts
from models.actor import Actor
from models.journal_reading import listed
from models.law import Role
from models.law import appeal as law
from models.law import appeal_clock as clocks
from models.law.appeal import Body, Kind, Lapse
from models.law.words import value_words

READERS = (Role.CITIZEN, Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY, Role.PARTNER)
BODIES = (Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY)
READ = "appeal:read"


@strawberry.input(description="Which appeals: every condition given must hold.")
class AppealFilter:
    state: list[AppealState] | None = strawberry.field(default=None, description="In one of these states.")
    kind: list[AppealKind] | None = strawberry.field(default=None, description="Of one of these kinds.")
    subject: list[AppealSubject] | None = strawberry.field(default=None, description="About one of these subjects.")
    channel: list[Channel] | None = strawberry.field(default=None, description="That came by one of these ways.")
    owed: bool | None = strawberry.field(default=None, description="True: an answer is owed; false: it has ended.")
    overdue: bool | None = strawberry.field(
        default=None, description="True: late, the term ran out without an answer or it was sent on after its days."
    )
    clinic: strawberry.ID | None = strawberry.field(default=None, description="At this clinic, or about it.")
    since: date | None = strawberry.field(default=None, description="Received on this day or later.")
    until: date | None = strawberry.field(default=None, description="Received on this day or earlier.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="Of this person.")
    search: str | None = strawberry.field(default=None, description="A number or an IIN, whole.")


Which = Annotated[AppealFilter | None, strawberry.argument(description="Which of them; all when absent.")]
Since = Annotated[date, strawberry.argument(description="The first day.")]
Until = Annotated[date, strawberry.argument(description="The last day.")]


def _filtered(found: Any, asked: AppealFilter) -> Any:
    """Narrow a list by what was asked."""
    simple = {"state__in": asked.state, "kind__in": asked.kind, "subject__in": asked.subject, "channel__in": asked.channel}
    found = found.filter(**{name: value for name, value in simple.items() if value})
    if asked.owed is not None:
        found = found.filter(state__in=law.OWED) if asked.owed else found.exclude(state__in=law.OWED)
    if asked.overdue is not None:
        late = Q(lapsed_at__not_isnull=True) | Q(state=law.State.FORWARDED, forwarding_late_at__not_isnull=True)
        found = found.filter(late if asked.overdue else ~late)
    if asked.clinic:
        found = found.filter(clinic_id=decode(asked.clinic, "Clinic", "filter.clinic"))
    if asked.since:
        found = found.filter(submitted_at__gte=clock.start_of_day(asked.since))
    if asked.until:
        found = found.filter(submitted_at__lt=clock.end_of_day(asked.until))
    if asked.patient:
        found = found.filter(person_id=decode(asked.patient, "Patient", "filter.patient"))
    return searched(found, asked.search.strip()) if asked.search and asked.search.strip() else found


@query(*READERS, returns=Connection[Appeal], scope=READ)
async def appeals(info: Info, filter: Which = None, first: First = PAGE, after: After = None) -> Any:
    """Appeals as far as the caller may see them, the latest first."""
    return await listed_of(info.context.actor, filter, first, after)


async def listed_of(actor: Actor, asked: AppealFilter | None, first: int, after: str | None) -> Any:
    """A page of the appeals that somebody may see; others than the person's own leave a line in the journal."""
    found = await page(_filtered(rows.Appeal.visible_to(actor), asked or AppealFilter()), "-submitted_at", first=first, after=after)
    await listed(actor, [edge.node for edge in found.edges])
    return found


@query(*BODIES, returns=Connection[Appeal])
async def appeal_register(info: Info, filter: Which = None, first: First = PAGE, after: After = None) -> Any:
    """The body's register of appeals: every one that it has received, line by line."""
    actor = info.context.actor
    own = _filtered(counted.register_of(actor), filter or AppealFilter())
    found = await page(own, "register_year", "register_number", first=first, after=after)
    await listed(actor, [edge.node for edge in found.edges])
    return found


@query(*BODIES, returns=list[Appeal])
async def appeal_work(info: Info) -> Any:
    """What awaits the caller's body: the next act, why now and by when (`next` of each), the nearest last day first."""
    actor = info.context.actor
    found = await counted.work(actor)
    await listed(actor, found)
    return found


@query(*READERS, returns=Appeal | None, scope=READ)
async def appeal(info: Info, id: strawberry.ID) -> Any:
    """One appeal; null when it is absent or not the caller's to see."""
    actor = info.context.actor
    found = await rows.Appeal.visible_to(actor).get_or_none(id=decode(id, "Appeal"))
    if found is not None:
        await leave_line(actor, found)
    return found


@query(ANYONE, returns=list[AppealClock])
async def appeal_kinds(info: Info) -> Any:
    """What can be wanted, and the clock of each kind at each body, with the paragraph: the first question of an appeal."""
    return [clock_of(kind, body, info) for kind in Kind for body in Body]


def clock_of(kind: Kind, body: Body, info: Info) -> AppealClock:
    language, term, found = info.context.language, clocks.term(clock.now(), kind, body), law.CLOCKS[kind, body]
    return AppealClock(
        kind=kind, kind_text=texts.text(f"law.appeal_kind.{kind}", language), body=body, due_on=term.due_on,
        registered_on=term.registered_on, term=value_words(found.term, clock.today(), language), basis=cite(found.term.basis, language),
        extendable=found.extendable, goes_up=found.lapse is Lapse.FORWARDED,
    )  # fmt: skip


@strawberry.type(description="How many appeals of one kind or subject.")
class AppealCount:
    key: str = strawberry.field(description="The kind or subject.")
    text: str = strawberry.field(description="The same in words.")
    number: int = strawberry.field(description="How many.")
    late: int = strawberry.field(description="How many of them were not ended in their terms.")
    satisfied: int = strawberry.field(description="How many of them were satisfied in full.")


@strawberry.type(
    description="A register of appeals in figures: what was received in a period, and what has become of it. Each appeal is in one of "
    "`running`, `inTerm`, `late`, `forwarded`, `withdrawn`, which together are `received`; the rest is counted beside these."
)
class AppealFigures:
    received: int = strawberry.field(description="Received.")
    running: int = strawberry.field(description="Under way, in their terms.")
    in_term: int = strawberry.field(description="Decided, or left without consideration, in their terms.")
    late: int = strawberry.field(description="Not ended in their terms, whatever came of them later.")
    forwarded: int = strawberry.field(description="Sent on to another body as a whole.")
    withdrawn: int = strawberry.field(description="Withdrawn in their terms.")
    satisfied: int = strawberry.field(description="Satisfied in full.")
    unsatisfied: int = strawberry.field(description="Decided against the person, wholly or in part.")
    otherwise: int = strawberry.field(description="Decided otherwise: explained, or returned for a new procedure.")
    left: int = strawberry.field(description="Left without consideration.")
    unanswered: int = strawberry.field(description="Decided, while the answer has not been sent yet.")
    late_steps: int = strawberry.field(description="Late registrations, sendings on and notices; of a clinic also cases given too late.")
    counts: strawberry.Private[counted.Figures]

    @shown
    def by_kind(self, info: Info) -> list[AppealCount]:
        """By kind, the most frequent first."""
        return _counts(self.counts.by_kind, "appeal_kind", info)

    @shown
    def by_subject(self, info: Info) -> list[AppealCount]:
        """By subject, the most frequent first."""
        return _counts(self.counts.by_subject, "appeal_subject", info)

    @classmethod
    def of(cls, found: counted.Figures) -> "AppealFigures":
        """Figures as the API shows them."""
        return cls(counts=found, **{one.name: getattr(found, one.name) for one in fields(found) if not one.name.startswith("by_")})


def _counts(found: Mapping[Any, counted.Tally], topic: str, info: Info) -> list[AppealCount]:
    most = sorted(found.items(), key=lambda one: (-one[1].number, one[0]))
    language = info.context.language
    return [AppealCount(key=key.value, text=texts.text(f"law.{topic}.{key}", language), **asdict(tally)) for key, tally in most]


@query(*BODIES, returns=AppealFigures)
async def appeal_figures(info: Info, since: Since, until: Until) -> Any:
    """The body's register in figures over a period."""
    return AppealFigures.of(await counted.figures_for(info.context.actor, since, until))


@strawberry.type(description="What an authorised body sees of a clinic: figures, and no names.")
class ClinicOversight:
    clinic: Clinic = strawberry.field(description="The clinic.")
    own: AppealFigures = strawberry.field(description="The clinic's own register in figures.")
    complaints: AppealFigures = strawberry.field(description="What came to the authorised body about the clinic.")


@query(Role.AUTHORITY, returns=list[ClinicOversight])
async def appeal_oversight(info: Info, since: Since, until: Until) -> Any:
    """All clinics in figures over a period: how they keep their terms, and what is complained of. Clinics with late answers first."""
    told = await counted.overseen(info.context.actor, since, until)
    return [
        ClinicOversight(clinic=one.clinic, own=AppealFigures.of(one.own), complaints=AppealFigures.of(one.complaints))  # type: ignore[arg-type]
        for one in told
    ]
