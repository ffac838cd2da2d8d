"""What the clock does by itself: an answer that is late is recorded, a window about to be missed brings an apology and a new one,
and what a day has left undone goes to the next working day. The duty stays; nothing is closed."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from tortoise.queryset import QuerySet

from models import clock, texts
from models.actor import SYSTEM
from models.database import Away, transaction
from models.home_visit import HomeVisit
from models.home_visit_answer import told_window
from models.home_visit_calling import locked, saved
from models.home_visit_dispatch import carry
from models.home_visit_round import step_back
from models.law import Role, perform
from models.law import home_visit as law
from models.law.home_visit import State
from models.law.home_visit_window import day_over, given_up, later_window, missed_soon, windows
from models.law.term import clinic_day

CARRIED = (State.SUBMITTED, State.ACCEPTED, State.ASSIGNED, State.EN_ROUTE, State.NOBODY_HOME)
Done = Callable[[HomeVisit], Awaitable[bool]]


async def _each(found: QuerySet[HomeVisit], act: Done) -> int:
    """Do something to each call by itself, locked, if it is still to be done; harmless when run twice or by two at once.

    A call at which it fails keeps no other waiting: the rest is done, then the failure is told, and the next minute tries again.
    """
    done, failed = 0, list[Exception]()
    for key in await found.order_by("submitted_at", "id").values_list("id", flat=True):
        try:
            async with transaction():
                case = await locked(SYSTEM, UUID(str(key)))
                done += case is not None and await act(case)
        except Away:
            raise
        except Exception as error:
            failed.append(error)
    if failed:
        raise failed[0]
    return done


async def record_overdue() -> int:
    """The clinic has not answered in time: recorded, and the person is told; the duty to answer stays."""
    return await _each(HomeVisit.filter(state=State.SUBMITTED, answer_by__lt=clock.now(), overdue_at=None), _overdue)


async def _overdue(case: HomeVisit) -> bool:
    if case.state is not State.SUBMITTED or case.overdue_at is not None or case.answer_by >= clock.now():
        return False
    perform(law.MOVES, "overdue", case.state, Role.SYSTEM)
    case.overdue_at = clock.now()
    await saved(SYSTEM, "overdue", case, ["overdue_at"], "home_visit_overdue")
    return True


async def apologise() -> int:
    """Windows about to be missed: an apology and the next window; when the day has none left, the next working day."""
    soon = clock.now() + timedelta(minutes=law.APOLOGY_BEFORE.on(clock.today()))
    return await _each(HomeVisit.filter(state__in=law.PROMISED, window_until__lte=soon), _apologise)


async def _apologise(case: HomeVisit) -> bool:
    until, hours = case.window_until, case.clinic.working_hours()
    if until is None or given_up(case.state, case.attempts, clock.now()) or not missed_soon(case.state, until, clock.now()):
        return False
    window = later_window(until, clock.now(), hours)
    if window is None:
        return await _carry(case)
    perform(law.MOVES, "promise", case.state, Role.SYSTEM)
    case.window_since, case.window_until = window
    case.apologies += 1
    await saved(SYSTEM, "promise", case, ["window_since", "window_until", "apologies"], "home_visit_apology", **told_window(case))
    return True


async def carry_over() -> int:
    """What a day has left undone when the clinic has closed goes to its next working day, with an apology."""
    left, over = HomeVisit.filter(state__in=CARRIED, visit_day__lte=clock.today()), list[UUID]()
    for one in await left.only("id", "clinic_id", "visit_day").prefetch_related("clinic"):
        # only what is to be carried is locked: until the closing everybody else works on the calls of the day
        if day_over(one.visit_day, clock.now(), one.clinic.working_hours()):
            over.append(one.id)
    return await _each(HomeVisit.filter(id__in=over), _carry) if over else 0


async def _carry(case: HomeVisit) -> bool:
    hours = case.clinic.working_hours()
    now = clock.now()
    if case.state not in CARRIED or given_up(case.state, case.attempts, now) or not day_over(case.visit_day, now, hours):
        return False
    if case.state is State.EN_ROUTE:  # nobody has arrived by the closing: the doctor comes another day
        await step_back(SYSTEM, case)
    after = max(case.visit_day, clock.today() - timedelta(days=1))
    day = clinic_day(after, hours)
    while not windows(clock.now(), day, hours):
        day = clinic_day(day, hours)
    await carry(SYSTEM, case, day, texts.text("message.carried_by_clock", case.language))
    return True
