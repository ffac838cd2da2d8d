"""A member of staff's work of the day, across the services: what is next, why now and by when (`models.law.agenda`, `appeal_next`)."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from models import appeal_figures, clock
from models.actor import Actor
from models.appointment import Appointment
from models.attachment import OPEN, Attachment
from models.hold import Hold, HoldPurpose
from models.home_visit import HomeVisit
from models.home_visit_facts import left as left_calls
from models.law import Role, Service, agenda, appeal_clock
from models.law import appointment as visits
from models.law.agenda import Todo
from models.law.home_visit import LIVE
from models.law.home_visit_reason import Urgency

MOST = 1000  # of each service; a queue longer than that is told from its beginning


@dataclass(frozen=True)
class Task:
    """One case with what is to be done next: `act` by its name in the service's table, the key of the reason, the moment."""

    case: Any
    act: str
    why: str
    by: datetime | None
    emergency: bool = False

    @property
    def service(self) -> Service:
        found: Service = self.case.service
        return found

    @property
    def overdue(self) -> bool:
        return self.by is not None and clock.now() > self.by


async def of(actor: Actor) -> list[Task]:
    """Everything that the actor is to do next, in the order in which it runs out; a life in danger first."""
    found = [task for service, tasks in _TASKS.items() if actor.role in agenda.HAVE_WORK[service] for task in await tasks(actor)]
    return sorted(found, key=lambda one: (*agenda.place(one.by, one.emergency), one.case.submitted_at, one.case.number))


def _task(case: Any, todo: Todo | None, emergency: bool = False) -> Iterable[Task]:
    """A task, when there is something to do."""
    return [Task(case, todo.act, f"agenda_why.{todo.why}", todo.by, emergency)] if todo else []


async def _attachments(actor: Actor) -> list[Task]:
    """Requests for attachment."""
    cases = await Attachment.visible_to(actor).filter(state__in=OPEN).order_by("due_at").limit(MOST)
    told: list[Task] = []
    for one in cases:
        told += _task(one, agenda.of_attachment(one.state, actor.capacity, one.due_at, clock.now(), one.proposed_by == actor.person))
    return told


async def _calls(actor: Actor) -> list[Task]:
    """Calls to a doctor that have not ended; a doctor's own of today."""
    live = HomeVisit.visible_to(actor).filter(state__in=LIVE).order_by("submitted_at")
    cases = await (live.filter(visit_day__lte=clock.today()) if actor.role is Role.DOCTOR else live).limit(MOST)
    left = await left_calls(cases)
    told: list[Task] = []
    for one in cases:
        call = agenda.Call(one.state, one.answer_by, one.window_until, one.insisted, one.id in left)
        told += _task(one, agenda.of_call(call, actor.capacity, clock.now()), one.urgency is Urgency.EMERGENCY)
    return told


async def _appointments(actor: Actor) -> list[Task]:
    """A doctor's visits of today and those of the last days that nobody marked; for the desk, the times offered and not answered."""
    if actor.role is Role.REGISTRAR:
        cases = await Appointment.visible_to(actor).filter(state=visits.State.OFFERED).order_by("starts_at").limit(MOST)
    else:
        cases = await _visits(actor)
    until = await _offered(cases)
    told: list[Task] = []
    for one in cases:
        told += _task(one, agenda.of_appointment(one.state, actor.capacity, one.starts_at, one.ends_at, until.get(one.id), clock.now()))
    return told


async def _visits(actor: Actor) -> list[Appointment]:
    today = Q(state__in=visits.TAKING, starts_at__gte=clock.start_of_day(clock.today()), starts_at__lt=clock.end_of_day(clock.today()))
    unmarked = Q(state=visits.State.PASSED, ends_at__gte=agenda.unmarked_since(clock.now()))
    own = Appointment.visible_to(actor).filter(doctor__person_id=actor.person)
    return await own.filter(today | unmarked).order_by("starts_at").limit(MOST)


async def _offered(cases: list[Appointment]) -> dict[Any, datetime]:
    """Until when the times offered instead are held."""
    offered = [one.id for one in cases if one.state is visits.State.OFFERED]
    if not offered:
        return {}
    holds = await Hold.live().filter(purpose=HoldPurpose.OFFER, appointment_id__in=offered)
    return {one.appointment_id: one.expires_at for one in holds}


async def _appeals(actor: Actor) -> list[Task]:
    """Appeals of the actor's body, as far as the next act is open to the actor's role and not closed to the person."""
    told = []
    for one in await appeal_figures.work(actor):
        todo = appeal_figures.next_for(one, actor)
        if todo is not None and todo.act in appeal_figures.open_to(actor, one):
            told.append(Task(one, todo.act, f"appeal_why.{todo.why}", appeal_clock.ends(todo.by) if todo.by else None))
    return told


_TASKS: Mapping[Service, Callable[[Actor], Awaitable[list[Task]]]] = {
    Service.ATTACHMENT: _attachments, Service.HOME_VISIT: _calls, Service.APPOINTMENT: _appointments, Service.APPEAL: _appeals,
}  # fmt: skip
