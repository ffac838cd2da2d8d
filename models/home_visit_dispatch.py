"""Dispatch: who goes, when it cannot be today, how urgent it is, and what 103 takes over."""

import uuid
from datetime import date, timedelta

from models import clock
from models import home_visit_facts as facts
from models.actor import Actor
from models.home_visit import HomeVisit
from models.home_visit_answer import told_window
from models.home_visit_calling import saved
from models.law import Refused, Role, forbid, perform
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.law import home_visit_window as windows_law
from models.law.home_visit import State
from models.law.home_visit_reason import Urgency
from models.law.home_visit_window import Window


async def assign(actor: Actor, case: HomeVisit, doctor: uuid.UUID) -> HomeVisit:
    """Name the doctor who goes, or another one; the person is told."""
    case.state = perform(law.MOVES, "assign", case.state, actor.capacity)
    before = case.doctor.person.short_name if case.doctor else ""
    case.doctor = await facts.doctor_for(case, doctor, facts.promised(case))
    case.set_out_at = None
    said = {"doctor": case.doctor.person.short_name, "before": before}
    return await saved(actor, "assign", case, ["doctor_id", "set_out_at"], "home_visit_assigned", **said)


async def carry(actor: Actor, case: HomeVisit, day: date, reason: str, window: Window | None = None) -> HomeVisit:
    """Carry a call to a later day, with reasons and an apology: the duty of the day was not met, and the log says so.

    A call that was answered is promised the window given, else the first one that the new day still has; its doctor must be there.
    """
    role = actor.capacity
    perform(law.MOVES, "carry", case.state, role)
    rules.carried_to(day, max(case.visit_day, clock.today() - timedelta(days=1)), case.urgency, role, case.clinic.working_hours())
    rules.reasons_given(reason, "reason")
    windows = windows_law.windows(clock.now(), day, case.clinic.working_hours())
    if not windows:
        raise Refused(rules.impediment("WINDOW_HOURS", ("day",)))
    case.visit_day, case.carry_reason = day, reason
    changed = ["visit_day", "carry_reason"]
    if case.state is not State.SUBMITTED:
        case.window_since, case.window_until = _carried(case, day, window) if window else windows[0]
        changed += ["window_since", "window_until"]
        if case.doctor_id and role is not Role.SYSTEM:
            await facts.doctor_for(case, case.doctor_id, facts.promised(case))
    template = "home_visit_carried" if case.window_since else "home_visit_carried_unanswered"
    return await saved(actor, "carry", case, changed, template, day=day.isoformat(), reason=reason, **told_window(case))


def _carried(case: HomeVisit, day: date, window: Window) -> Window:
    """A window of the new day, if it can be promised (`Refused`)."""
    found = rules.window_allowed(window, day, clock.now(), case.clinic.working_hours())
    if clock.local(window[0]).date() != day:
        found = [rules.impediment("WINDOW_DAY", ("since",), day=day)]
    forbid(found)
    return window


async def weigh(actor: Actor, case: HomeVisit, urgency: Urgency, words: str) -> HomeVisit:
    """A human says how urgent a call is; lower than it was only with reasons."""
    perform(law.MOVES, "weigh", case.state, actor.capacity)
    rules.urgency_allowed(case.urgency, urgency, words, actor.capacity)
    before, case.urgency = case.urgency, urgency
    return await saved(actor, "weigh", case, ["urgency"], before=before, urgency=urgency, reason=words)


async def hand_over(actor: Actor, case: HomeVisit, number: str, words: str) -> HomeVisit:
    """Hand a call over to 103, with the number of the ambulance's call where known; sent twice, it counts once."""
    if case.state is State.HANDED_OVER and (case.ambulance_number or not number):
        return case
    if case.state is State.HANDED_OVER:
        case.ambulance_number = number
        return await saved(actor, "hand_over", case, ["ambulance_number"], ambulance=number)
    rules.handed_over(number, words)
    case.state, case.ended_at = perform(law.MOVES, "hand_over", case.state, actor.capacity), clock.now()
    case.ambulance_number = number or case.ambulance_number
    case.reasons, case.answered_at = words, case.answered_at or clock.now()
    changed = ["ended_at", "ambulance_number", "reasons", "answered_at"]
    return await saved(actor, "hand_over", case, changed, "home_visit_handed_over", ambulance=number, reason=words)


async def board(actor: Actor) -> list[HomeVisit]:
    """The live calls of the actor's clinic in the order in which they are to be dealt with."""
    return law.in_order(await HomeVisit.visible_to(actor).filter(state__in=law.LIVE))
