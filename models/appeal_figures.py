"""The work of a body on its appeals: what is next and by when; and what its register says in figures."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import clock
from models.actor import Actor
from models.appeal import Appeal
from models.law import Role
from models.law import appeal as law
from models.law.appeal import Kind, State, Subject
from models.law.appeal_next import Next, Pending, next_of
from models.law.appeal_rules import Seat

FAR = date.max


def pending(case: Appeal) -> Pending:
    """An appeal as far as it decides what is next."""
    return Pending(
        state=case.state, kind=case.kind, body=case.body, due_on=case.due_on, forward_by=case.forward_by, correct_by=case.correct_by,
        notice_by=case.notice_by if case.notice_owed else None, shown_on=_day(case.shown_at),
        heard_on=_day(datetime.fromisoformat(case.hearing["at"])) if case.hearing else None,
        unanswered=case.state is State.DECIDED and case.answered_at is None,
        case_by=case.case_by if case.case_requested_at and not case.case_given_at else None,
    )  # fmt: skip


def next_for(case: Appeal, actor: Actor) -> Next | None:
    """What the actor's body is to do next with an appeal; None where it is not the body's."""
    seat = case.seat_of(actor)
    return next_of(pending(case), clock.today(), seat is Seat.RESPONDENT) if seat in (Seat.BODY, Seat.RESPONDENT) else None


async def work(actor: Actor) -> list[Appeal]:
    """Everything that awaits the actor's body: the nearest last day first."""
    waits = Q(state__in=law.OWED) | Q(state=State.DECIDED, answered_at=None) | Q(extended_at__not_isnull=True, noticed_at=None)
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


@dataclass(frozen=True)
class Figures:
    """A register in figures over a period: what was received in it, and what became of that.

    `in_term` was answered in its term; `late` was not (deemed refused, whether answered since or not); `running` is in its term.
    """

    received: int
    running: int
    in_term: int
    late: int
    satisfied: int
    unsatisfied: int
    forwarded: int
    left: int
    withdrawn: int
    late_steps: int
    by_kind: dict[Kind, int]
    by_subject: dict[Subject, int]


def figures(cases: Sequence[Appeal]) -> Figures:
    """The figures of some appeals."""
    states, on_time = Counter(one.state for one in cases), [one for one in cases if one.lapsed_at is None]
    return Figures(
        received=len(cases), running=sum(states[state] for state in law.RUNNING),
        in_term=sum(one.state in (State.DECIDED, State.LEFT) for one in on_time), late=len(cases) - len(on_time),
        satisfied=sum(one.outcome in law.SATISFIED for one in cases), unsatisfied=sum(one.outcome in law.UNFAVOURABLE for one in cases),
        forwarded=states[State.FORWARDED], left=states[State.LEFT], withdrawn=states[State.WITHDRAWN],
        late_steps=sum(_late_steps(one) for one in cases), by_kind=Counter(one.kind for one in cases),
        by_subject=Counter(one.subject for one in cases),
    )  # fmt: skip


def _late_steps(case: Appeal) -> int:
    """How many steps on the way were late: registration, sending on, notice, giving the case."""
    moments = (case.registration_late_at, case.forwarding_late_at, case.notice_late_at, case.case_late_at)
    return sum(one is not None for one in moments)


async def of_period(found: QuerySet[Appeal], since: date, until: date) -> list[Appeal]:
    """The appeals received in a period."""
    return await found.filter(submitted_at__gte=clock.start_of_day(since), submitted_at__lt=clock.end_of_day(until))


async def by_clinic(since: date, until: date) -> dict[uuid.UUID, list[Appeal]]:
    """For the body above: the appeals of every clinic in a period, its own register and what was sent up about it. No names leave here."""
    found: dict[uuid.UUID, list[Appeal]] = {}
    for one in await of_period(Appeal.filter(authority_id=None), since, until):
        found.setdefault(one.clinic_id, []).append(one)
    return found
