"""The day of the visit: arrived, in visit, completed, not come; and what nobody marked is noted as passed, without blame."""

from datetime import datetime

from models import appointment_facts as facts
from models import clock
from models.actor import SYSTEM, Actor
from models.appointment import Appointment
from models.appointment_booking import journal_and_tell, locked
from models.database import transaction
from models.law import Refused, perform
from models.law import appointment as law
from models.law import appointment_rules as rules
from models.law.appointment import State

COMING = (State.BOOKED, State.ARRIVED, State.IN_VISIT)


async def _marked(actor: Actor, case: Appointment, act: str, **moments: datetime | None) -> Appointment:
    case.state = perform(law.MOVES, act, case.state, actor.capacity)
    for name, moment in moments.items():
        setattr(case, name, moment)
    await case.save(update_fields=["state", *moments])
    await journal_and_tell(actor, act, case)
    return case


async def _nothing_instead(case: Appointment) -> None:
    """Whoever has booked another time meanwhile does not get the former one back beside it."""
    if case.state in law.LIVE:
        return
    for one in await facts.live_of(case.person_id, but=case.id):
        if one.specialty is case.specialty:
            raise Refused(rules.impediment("SPECIALTY_BOOKED", specialty=one.specialty, moment=one.starts_at, number=one.number))
        if rules.overlaps(one, case.starts_at, case.ends_at):
            raise Refused(rules.impediment("OVERLAP", specialty=one.specialty, moment=one.starts_at, number=one.number))


async def arrive(actor: Actor, case: Appointment) -> Appointment:
    """The person has come; also late, after the time was noted as missed, unless another time was booked instead meanwhile."""
    law.on_the_day("arrive", case.starts_at, clock.now())
    await _nothing_instead(case)
    return await _marked(actor, case, "arrive", arrived_at=clock.now())


async def begin(actor: Actor, case: Appointment) -> Appointment:
    """The visit begins; whoever is with the doctor has arrived."""
    law.on_the_day("begin", case.starts_at, clock.now())
    return await _marked(actor, case, "begin", begun_at=clock.now(), arrived_at=case.arrived_at or clock.now())


async def complete(actor: Actor, case: Appointment) -> Appointment:
    """The visit is over."""
    return await _marked(actor, case, "complete", ended_at=clock.now())


async def reopen(actor: Actor, case: Appointment) -> Appointment:
    """A mark of the day taken back: the person has arrived, and the visit has neither begun nor ended."""
    if case.state in law.MOVES["reopen"].before:
        law.within_the_day("reopen", case.starts_at, clock.now())
        await _nothing_instead(case)
    return await _marked(actor, case, "reopen", begun_at=None, ended_at=None)


async def step_back(actor: Actor, case: Appointment) -> Appointment:
    """The mark of the arrival taken back, on the day itself: the person is still expected."""
    if case.state in law.MOVES["step_back"].before:
        law.within_the_day("step_back", case.starts_at, clock.now())
    return await _marked(actor, case, "step_back", arrived_at=None)


async def miss(actor: Actor, case: Appointment) -> Appointment:
    """The person has not come; nothing follows from it but this mark (no bans: product, section 5)."""
    law.after_start("miss", case.starts_at, clock.now())
    return await _marked(actor, case, "miss")


async def record_passed() -> int:
    """Appointments of days gone by that nobody marked; run by the schedule, and harmless when run twice."""
    today = datetime.combine(clock.today(), datetime.min.time(), clock.ZONE)
    passed = 0
    for late in await Appointment.filter(state__in=COMING, ends_at__lt=today).only("id"):
        async with transaction():
            case = await locked(SYSTEM, late.id)
            if case and case.state in COMING and case.ends_at < today:
                await _marked(SYSTEM, case, "pass")
                passed += 1
    return passed
