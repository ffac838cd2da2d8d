"""The doctor's round: on the way, at the door, done, nobody home. A step that arrives twice counts once."""

from datetime import date
from hashlib import sha256

from tortoise.expressions import Q

from models import clock
from models import home_visit_facts as facts
from models.actor import Actor
from models.home_visit import HomeVisit
from models.home_visit_calling import saved
from models.home_visit_facts import Wanted
from models.law import Refused, perform
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.law.home_visit import Outcome, State
from models.signing import canonical


def taken_already(case: HomeVisit, act: str) -> bool:
    """Whether a step was taken before: a doubled tap, or one sent again over a bad connection, changes nothing."""
    return case.state is law.MOVES[act].after


IN_HAND = {State.ON_SITE: 0, State.EN_ROUTE: 1}
AT_THE_DOOR = ("set_out", "arrive", "complete", "miss")


async def _step(actor: Actor, case: HomeVisit, act: str, template: str = "", *changed: str, **details: str) -> HomeVisit:
    case.state = perform(law.MOVES, act, case.state, actor.capacity)
    if act in AT_THE_DOOR:
        rules.on_the_day(act, case.visit_day, clock.now())
    return await saved(actor, act, case, changed, template, **details)


async def set_out(actor: Actor, case: HomeVisit) -> HomeVisit:
    """The doctor is on the way, for the first time or once more."""
    if taken_already(case, "set_out"):
        return case
    case.set_out_at = clock.now()
    return await _step(actor, case, "set_out", "home_visit_on_the_way", "set_out_at")


async def arrive(actor: Actor, case: HomeVisit) -> HomeVisit:
    """The doctor is at the door."""
    if taken_already(case, "arrive"):
        return case
    case.arrived_at = clock.now()
    return await _step(actor, case, "arrive", "", "arrived_at")


async def miss(actor: Actor, case: HomeVisit) -> HomeVisit:
    """Nobody opened: the person is told, and the doctor comes once more."""
    if taken_already(case, "miss"):
        return case
    case.attempts, case.arrived_at = case.attempts + 1, None
    return await _step(actor, case, "miss", "home_visit_nobody_home", "attempts", "arrived_at")


async def give_up(actor: Actor, case: HomeVisit) -> HomeVisit:
    """In vain the last time too: the call is over, and a new one can be made at any time."""
    if taken_already(case, "give_up"):
        return case
    if case.state is State.NOBODY_HOME:
        rules.attempts_made(case.attempts, case.window_until, clock.now())
    case.ended_at = clock.now()
    return await _step(actor, case, "give_up", "home_visit_unmet", "ended_at")


async def complete(actor: Actor, case: HomeVisit, outcome: Outcome, diagnosis: str, help_given: str) -> HomeVisit:
    """The visit is over: how it ended, and what the doctor found and did, for the log.

    Sent again it counts once; something else said of a visit that is over is not lost in silence: the mark is taken back first.
    """
    rules.findings_noted(actor.capacity, diagnosis, help_given)
    before = (case.outcome, case.diagnosis, case.help_given)
    if taken_already(case, "complete") and before == (outcome, diagnosis, help_given):
        return case
    case.outcome, case.diagnosis, case.help_given = outcome, diagnosis, help_given
    case.ended_at, case.arrived_at = clock.now(), case.arrived_at or clock.now()
    content = sha256(canonical([outcome, diagnosis, help_given]).encode()).hexdigest()
    changed = ("outcome", "diagnosis", "help_given", "ended_at", "arrived_at")
    return await _step(actor, case, "complete", "home_visit_done", *changed, outcome=outcome, content=content)


_UNMARKED = {"set_out_at": None, "arrived_at": None, "ended_at": None, "outcome": None, "diagnosis": "", "help_given": ""}


async def step_back(actor: Actor, case: HomeVisit) -> HomeVisit:
    """Take a mark of the round back, the end of a visit on its own day; nothing found or done stands where no visit was.

    What stood there is proved by the journal: it holds the hash of what was found and done.
    """
    if case.state is State.COMPLETED:
        rules.within_the_day("step_back", case.ended_at or clock.now(), clock.now())
        await _nothing_instead(actor, case)
    attempts = case.attempts - (case.state is State.NOBODY_HOME)
    case.update_from_dict(_UNMARKED | {"attempts": attempts})
    return await _step(actor, case, "step_back", "home_visit_step_back", "attempts", *_UNMARKED)


async def _nothing_instead(actor: Actor, case: HomeVisit) -> None:
    """Whoever has called anew meanwhile does not get the former call back beside it."""
    live = (await facts.of_call(actor, Wanted(case.person), case.clinic)).live
    if live and live != case.number:
        raise Refused(rules.impediment("ALREADY_CALLED", ("id",), number=live))


async def of_day(actor: Actor, day: date) -> list[HomeVisit]:
    """A doctor's calls of a day: the one in hand, what is still to be done in the order of urgency and promise, then what is done."""
    mine, begins = HomeVisit.visible_to(actor), clock.start_of_day(day)
    found = await mine.filter(Q(visit_day=day) | Q(visit_day__lt=day, ended_at__gte=begins, ended_at__lt=clock.end_of_day(day)))
    late = await mine.filter(visit_day__lt=day, state__in=law.ON_ROUND) if day == clock.today() else []
    to_do = law.in_order(one for one in [*late, *found] if one.state in law.ON_ROUND)
    done = [one for one in found if one.state not in law.ON_ROUND]
    in_hand = sorted(to_do, key=lambda one: IN_HAND.get(one.state, len(IN_HAND)))
    return [*in_hand, *sorted(done, key=lambda one: one.ended_at or one.submitted_at)]
