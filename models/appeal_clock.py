"""What the clock does to appeals by itself, and nobody can stop: a term that ran out is a refusal, a complaint goes up, what is late
is recorded against the body. The duty to answer stays."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import clock
from models.actor import SYSTEM
from models.appeal import Appeal
from models.appeal_filing import begin, locked, saved
from models.appeal_handling import send_up
from models.database import Away, transaction
from models.law import appeal as law
from models.law import appeal_clock as clocks
from models.law.appeal import Lapse, State

Done = Callable[[Appeal], Awaitable[bool]]


async def _each(found: QuerySet[Appeal], act: Done) -> int:
    """Do something to each appeal by itself, locked, if it is still to be done; harmless when run twice or by two at once.

    An appeal at which it fails keeps no other waiting: the rest is done, then the failure is told, and the next minute tries again.
    """
    done, failed = 0, list[Exception]()
    for key in await found.order_by("due_on", "id").values_list("id", flat=True):
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


async def lapse() -> int:
    """Terms that have run out: deemed a refusal from the day after, and the person is told of the complaint (APPC, 91, part 2); a
    complaint that its body has kept goes up by itself (91, part 4)."""
    return await _each(Appeal.filter(state__in=law.RUNNING, due_on__lt=clock.today()), _lapse)


async def _lapse(case: Appeal) -> bool:
    if case.state not in law.RUNNING or not clocks.over(case.due_on, clock.now()):
        return False
    if case.clock.lapse is Lapse.FORWARDED:
        if case.state in (State.PRELIMINARY, State.HEARING):
            case.state = State.IN_WORK  # nothing begun keeps a complaint here
        if await send_up(case):
            return True
    begin(SYSTEM, "lapse", case)
    case.lapsed_at = clock.end_of_day(case.due_on)  # from the expiry, whenever the clock came round to it
    await saved(SYSTEM, "lapse", case, ["lapsed_at"], "appeal_lapsed", due=case.due_on.isoformat())
    return True


async def end_corrections() -> int:
    """The time set for a correction is over: the appeal goes on as it is."""
    return await _each(Appeal.filter(state=State.NEEDS_CORRECTION, correct_by__lt=clock.today()), _correction_over)


async def _correction_over(case: Appeal) -> bool:
    if case.state is not State.NEEDS_CORRECTION or case.correct_by is None or not clocks.over(case.correct_by, clock.now()):
        return False
    begin(SYSTEM, "correction_over", case)
    case.correction_missed = True
    await saved(SYSTEM, "correction_over", case, ["correction_missed"])
    return True


async def record_late_notices() -> int:
    """Nobody has told the person of an extension within three working days: recorded against the body (76)."""
    late = Appeal.filter(extended_at__not_isnull=True, noticed_at=None, notice_late_at=None, notice_by__lt=clock.today())
    return await _each(late.exclude(Q(name="", iin="", bin="")), _late_notice)  # where nobody is known, nobody can be told


async def _late_notice(case: Appeal) -> bool:
    if case.noticed_at or case.notice_late_at or case.notice_by is None or not clocks.over(case.notice_by, clock.now()):
        return False
    begin(SYSTEM, "late_notice", case)
    case.notice_late_at = clock.now()
    await saved(SYSTEM, "late_notice", case, ["notice_late_at"])
    return True


async def record_late_cases() -> int:
    """The clinic has not given the case that the authorised body asked for: recorded against it."""
    late = Appeal.filter(case_requested_at__not_isnull=True, case_given_at=None, case_late_at=None, case_by__lt=clock.today())
    return await _each(late, _late_case)


async def _late_case(case: Appeal) -> bool:
    if case.case_given_at or case.case_late_at or case.case_by is None or not clocks.over(case.case_by, clock.now()):
        return False
    begin(SYSTEM, "late_case", case)
    case.case_late_at = clock.now()
    await saved(SYSTEM, "late_case", case, ["case_late_at"])
    return True
