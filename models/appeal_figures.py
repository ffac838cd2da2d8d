"""The work of a body on its appeals: what is next and by when; and what its register says in figures."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import clock
from models.actor import Actor
from models.appeal import Appeal
from models.authority import below
from models.clinic import Clinic
from models.clinic_figures import appeal_course
from models.law import Role
from models.law import appeal as law
from models.law.appeal import Kind, Outcome, State, Subject
from models.law.appeal_next import Next, Pending, next_of
from models.law.appeal_rules import Seat, acts_now
from models.law.figures import Fate as Fate
from models.law.figures import fate as kept

FAR = date.max
Part = TypeVar("Part", Kind, Subject)


def pending(case: Appeal) -> Pending:
    """An appeal as far as it decides what is next."""
    return Pending(
        state=case.state, kind=case.kind, body=case.body, due_on=case.due_on, forward_by=case.forward_by, correct_by=case.correct_by,
        notice_by=case.notice_by if case.notice_owed else None, shown_on=_day(case.shown_at),
        heard_on=_day(datetime.fromisoformat(case.hearing["at"])) if case.hearing else None,
        unanswered=case.state in (State.DECIDED, State.LEFT) and case.answered_at is None,
        case_by=case.case_by if case.case_requested_at and not case.case_given_at else None,
    )  # fmt: skip


def next_for(case: Appeal, actor: Actor) -> Next | None:
    """What the actor's body is to do next with an appeal; None where it is not the body's."""
    seat = case.seat_of(actor)
    return next_of(pending(case), clock.today(), seat is Seat.RESPONDENT) if seat in (Seat.BODY, Seat.RESPONDENT) else None


def open_to(actor: Actor, case: Appeal) -> list[str]:
    """The acts open to an actor on an appeal now."""
    return acts_now(case.standing(actor), actor.role, clock.now()) if actor.role else []


async def work(actor: Actor) -> list[Appeal]:
    """Everything that awaits the actor's body: the nearest last day first."""
    unsaid = Q(state__in=(State.DECIDED, State.LEFT), answered_at=None) | Q(extended_at__not_isnull=True, noticed_at=None)
    waits = Q(state__in=law.OWED) | unsaid
    found = await Appeal.visible_to(actor).filter(waits).prefetch_related("clinic", "authority")
    due = {one.id: next_for(one, actor) for one in found}
    mine = [one for one in found if due[one.id] is not None]
    return sorted(mine, key=lambda one: (_by(due[one.id]), one.submitted_at, one.number))


def _by(todo: Next | None) -> date:
    return todo.by if todo and todo.by else FAR


def _day(moment: datetime | None) -> date | None:
    return clock.local(moment).date() if moment else None


def register_of(actor: Actor) -> QuerySet[Appeal]:
    """The actor's own register: the appeals that the body has or had; for a body above not those behind its own."""
    found = Appeal.visible_to(actor)
    if actor.role is Role.AUTHORITY:
        return found.filter(authority_id=actor.authority)
    return found.filter(clinic_id=actor.clinic, authority_id=None)


class Line(NamedTuple):
    """What the figures read of an appeal: neither names nor words."""

    clinic_id: UUID
    state: State
    kind: Kind
    subject: Subject
    outcome: Outcome | None
    due_on: date
    ended_at: datetime | None
    answered_at: datetime | None
    lapsed_at: datetime | None
    registration_late_at: datetime | None
    forwarding_late_at: datetime | None
    notice_late_at: datetime | None
    case_late_at: datetime | None


def fate(case: Line, today: date) -> Fate:
    """What has become of the term of an appeal by a day: `models.law.figures.fate`."""
    return kept(appeal_course(case.state, case.due_on, case.ended_at, case.lapsed_at, case.forwarding_late_at), clock.start_of_day(today))


@dataclass
class Tally:
    """The appeals of one kind or subject: how many, how many of them late, how many satisfied."""

    number: int = 0
    late: int = 0
    satisfied: int = 0


@dataclass(frozen=True)
class Figures:
    """A register in figures over a period: what was received in it, and what has become of that by now.

    received = running + in_term + late + forwarded + withdrawn: each appeal is counted in one of the five (`fate`). `in_term` was decided,
    or left without consideration, in its term; `late` was not, whether it was decided, left or withdrawn after the term or still waits, or
    was sent on only after the days for that; `forwarded` was sent on as a whole in time; `withdrawn` was taken back in its term.

    Each of the rest is counted beside these. `satisfied`, `unsatisfied` (wholly or in part) and `otherwise` (explained, returned) are the
    decisions, early or late; `left` was left without consideration. `unanswered` was decided, and nobody has sent the answer yet.
    `late_steps` are steps, not appeals: one appeal may have several, also one that was answered in its term or sent on. A case that was
    not given in time is a late step of the clinic that was asked for it, not of the authorised body that asked.
    """

    received: int
    running: int
    in_term: int
    late: int
    forwarded: int
    withdrawn: int
    satisfied: int
    unsatisfied: int
    otherwise: int
    left: int
    unanswered: int
    late_steps: int
    by_kind: Mapping[Kind, Tally]
    by_subject: Mapping[Subject, Tally]


def figures(cases: Sequence[Line], asked: Sequence[Line] = ()) -> Figures:
    """The figures of a body's appeals; `asked` are those at the body above for which a clinic is asked to give its case."""
    today = clock.today()
    fates = [fate(one, today) for one in cases]
    of, decided = Counter(fates), [one for one in cases if one.outcome]
    satisfied = sum(one.outcome in law.SATISFIED for one in decided)
    unsatisfied = sum(one.outcome in law.UNFAVOURABLE for one in decided)
    return Figures(
        received=len(cases), running=of[Fate.RUNNING], in_term=of[Fate.IN_TERM], late=of[Fate.LATE], forwarded=of[Fate.FORWARDED],
        withdrawn=of[Fate.WITHDRAWN], satisfied=satisfied, unsatisfied=unsatisfied, otherwise=len(decided) - satisfied - unsatisfied,
        left=sum(one.state is State.LEFT for one in cases),
        unanswered=sum(one.state is State.DECIDED and one.answered_at is None for one in cases),
        late_steps=sum(_late_steps(one) for one in cases) + sum(one.case_late_at is not None for one in asked),
        by_kind=_tallies(cases, fates, lambda one: one.kind),
        by_subject=_tallies(cases, fates, lambda one: one.subject),
    )  # fmt: skip


def _late_steps(case: Line) -> int:
    """How many steps of the body that has an appeal were late: registration, sending on, notice."""
    moments = (case.registration_late_at, case.forwarding_late_at, case.notice_late_at)
    return sum(one is not None for one in moments)


def _tallies(cases: Sequence[Line], fates: Sequence[Fate], part: Callable[[Line], Part]) -> Mapping[Part, Tally]:
    """The appeals by a part of them."""
    found: dict[Part, Tally] = {}
    for case, one in zip(cases, fates, strict=True):
        tally = found.setdefault(part(case), Tally())
        tally.number += 1
        tally.late += one is Fate.LATE
        tally.satisfied += case.outcome in law.SATISFIED
    return found


async def of_period(found: QuerySet[Appeal], since: date, until: date) -> list[Line]:
    """The appeals received in a period, as far as they are counted; people's names and words are not even read."""
    asked = found.filter(submitted_at__gte=clock.start_of_day(since), submitted_at__lt=clock.end_of_day(until))
    return [Line(*one) for one in await asked.values_list(*Line._fields)]


async def figures_for(actor: Actor, since: date, until: date) -> Figures:
    """The register of the actor's body in figures; a clinic's late steps are also the cases that it gave too late to the body above."""
    own = await of_period(register_of(actor), since, until)
    if actor.role is Role.AUTHORITY:
        return figures(own)
    return figures(own, await of_period(Appeal.filter(clinic_id=actor.clinic, authority_id__not_isnull=True), since, until))


@dataclass(frozen=True)
class Overseen:
    """A clinic as the body above sees it."""

    clinic: Clinic
    own: Figures
    complaints: Figures


async def overseen(actor: Actor, since: date, until: date) -> list[Overseen]:
    """For an authorised body: every clinic that it stands above, with the clinic's own register and the complaints that came up about it.
    Clinics with late answers first, then those with late steps, then those most complained about. No names leave here."""
    clinics = await below(actor.authority)
    own = by_clinic(await of_period(Appeal.filter(authority_id=None, clinic_id__in=[one.id for one in clinics]), since, until))
    above = by_clinic(await of_period(register_of(actor), since, until))
    told = [Overseen(one, figures(own.get(one.id, []), above.get(one.id, [])), figures(above.get(one.id, []))) for one in clinics]
    return sorted(told, key=lambda one: (-one.own.late, -one.own.late_steps, -one.complaints.received))


def by_clinic(cases: Sequence[Line]) -> dict[UUID, list[Line]]:
    """Appeals by the clinic that has them, or whose act they are about."""
    found: dict[UUID, list[Line]] = {}
    for one in cases:
        found.setdefault(one.clinic_id, []).append(one)
    return found
