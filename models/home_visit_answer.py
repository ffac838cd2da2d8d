"""The clinic's answer to a call: a day and a window, a refusal on a ground of the list, or something else that is offered."""

import uuid

from models import clock
from models import home_visit_facts as facts
from models.actor import Actor
from models.appointment_facts import attached_to
from models.home_visit import HomeVisit
from models.home_visit_calling import saved
from models.home_visit_message import window_words
from models.law import Refused, forbid, perform
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.law.home_visit import RefusalGround, Route
from models.law.home_visit_window import Window


def seen(case: HomeVisit, version: int) -> None:
    """Whoever acts on a call has seen it as it is; somebody who was slower is told what it has become (`Refused`)."""
    if case.version != version:
        doctor = case.doctor.person.short_name if case.doctor else ""
        raise Refused(rules.impediment("CALL_CHANGED", ("version",), state=case.state, doctor=doctor, window=window_words(case)))


async def accept(actor: Actor, case: HomeVisit, window: Window, doctor: uuid.UUID | None) -> HomeVisit:
    """Answer with the day and the window in which a doctor comes, and with the doctor where known (standard, paragraph 6)."""
    case.state = perform(law.MOVES, "accept", case.state, actor.capacity)
    _promise(case, window)
    case.answered_at = clock.now()
    changed = ["window_since", "window_until", "visit_day", "answered_at"]
    if doctor is None:
        return await saved(actor, "accept", case, changed, "home_visit_accepted", **told_window(case))
    case.doctor = await facts.doctor_for(case, doctor, window)
    case.state = perform(law.MOVES, "assign", case.state, actor.capacity)
    said = told_window(case) | {"doctor": case.doctor.person.short_name}
    return await saved(actor, "accept", case, [*changed, "doctor_id"], "home_visit_accepted_doctor", **said)


def _promise(case: HomeVisit, window: Window) -> None:
    """What the person is told must be possible (`Refused`)."""
    forbid(rules.window_allowed(window, case.visit_day, clock.now(), case.clinic.working_hours()))
    case.window_since, case.window_until = window
    case.visit_day = clock.local(window[0]).date()


def told_window(case: HomeVisit) -> dict[str, str]:
    """The window as the journal keeps it."""
    if case.window_since is None or case.window_until is None:
        return {}
    return {"since": case.window_since.isoformat(), "until": case.window_until.isoformat()}


async def promise(actor: Actor, case: HomeVisit, window: Window) -> HomeVisit:
    """Promise another window, on the day of the visit or earlier, in which its doctor is there; the person is told at once."""
    perform(law.MOVES, "promise", case.state, actor.capacity)
    _promise(case, window)
    if case.doctor_id:
        await facts.doctor_for(case, case.doctor_id, window)
    return await saved(actor, "promise", case, ["window_since", "window_until", "visit_day"], "home_visit_window", **told_window(case))


async def refuse(actor: Actor, case: HomeVisit, ground: RefusalGround, words: str) -> HomeVisit:
    """Refuse on one of the two grounds of the list, with reasons; the person is told the ground and the way of complaint."""
    case.state = perform(law.MOVES, "refuse", case.state, actor.capacity)
    rules.refusal_allowed(ground, words, await attached_to(case.person_id) == case.clinic_id, case.channel)
    case.refusal_ground, case.reasons, case.answered_at, case.ended_at = ground, words, clock.now(), clock.now()
    changed = ["refusal_ground", "reasons", "answered_at", "ended_at"]
    return await saved(actor, "refuse", case, changed, "home_visit_refused", ground=ground, reason=words)


async def redirect(actor: Actor, case: HomeVisit, route: Route, words: str) -> HomeVisit:
    """Offer an appointment or the pre-doctor room where nothing of the list was named; the person agrees or insists."""
    case.state = perform(law.MOVES, "redirect", case.state, actor.capacity)
    rules.redirect_allowed(case.urgency, case.danger, case.reasons_named, case.insisted)
    rules.reasons_given(words)
    case.route, case.reasons, case.answered_at = route, words, clock.now()
    return await saved(actor, "redirect", case, ["route", "reasons", "answered_at"], "home_visit_redirected", route=route, reason=words)
