"""Reminders: a week, a day and two hours before the visit, each once for each time of an appointment; with links to cancel and move."""

from datetime import datetime, timedelta

from models import appointment_link, clock, outbox
from models.actor import SYSTEM
from models.appointment import Appointment, Reminded
from models.appointment_booking import journal_and_tell, locked
from models.appointment_link import LinkAct
from models.appointment_message import asked_for, told_of
from models.database import transaction
from models.law import appointment as law
from models.law.appointment import Reminder, State
from models.person import Person
from models.settings import settings


def lead(reminder: Reminder) -> timedelta:
    """How long before the visit a reminder is sent."""
    return timedelta(hours=law.REMINDERS[reminder].on(clock.today()))


def due(reminder: Reminder, starts_at: datetime, booked_at: datetime, now: datetime) -> bool:
    """Whether it is time for a reminder: not for a time taken when its moment had passed already, nor once the next one is due."""
    following = [lead(one) for one in Reminder if lead(one) < lead(reminder)]
    until = starts_at - max(following, default=timedelta())
    return booked_at <= starts_at - lead(reminder) <= now < until


async def send_due() -> int:
    """Remind everybody for whom it is time; run by the schedule, and harmless when run twice."""
    now, reminded = clock.now(), 0
    for reminder in Reminder:
        coming = await Appointment.filter(state=State.BOOKED, starts_at__gt=now, starts_at__lte=now + lead(reminder))
        sent = await Reminded.filter(appointment_id__in=[one.id for one in coming], reminder=reminder) if coming else []
        known = {(one.appointment_id, one.sequence) for one in sent}
        for one in coming:
            if (one.id, one.sequence) not in known and due(reminder, one.starts_at, one.booked_at, now):
                async with transaction():
                    reminded += await _remind(one, reminder)
    return reminded


async def _remind(one: Appointment, reminder: Reminder) -> bool:
    case = await locked(SYSTEM, one.id)
    if case is None or case.state is not State.BOOKED or not due(reminder, case.starts_at, case.booked_at, clock.now()):
        return False
    _, mine = await Reminded.get_or_create(defaults={"at": clock.now()}, appointment_id=case.id, sequence=case.sequence, reminder=reminder)
    if not mine:
        return False
    entry = await journal_and_tell(SYSTEM, "remind", case, reminder=reminder)
    told = await told_of(case)
    for person in {one.id: one for one in (case.person, case.applicant) if one is not None}.values():
        links = {act.lower(): await _address(case, person, act) for act in LinkAct}
        asked = asked_for(case, person)
        await outbox.post(entry, person, "appointment_reminder", link=f"Appointment:{case.id}", links=links, **asked, **told)
    return True


async def _address(case: Appointment, person: Person, act: LinkAct) -> str:
    """The address of a link: it names nobody, and does one act once."""
    token = await appointment_link.make(case, person.id, act)
    return f"{settings().site}/{person.language}/a/{token}"
