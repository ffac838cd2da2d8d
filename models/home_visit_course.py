"""The course of a call: what has happened, from the journal, and what is still ahead."""

from collections.abc import Sequence
from datetime import datetime

from models import clock
from models.case import Step
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Mark, Role
from models.law import home_visit as law
from models.law.home_visit import State
from models.law.home_visit_window import given_up

STEPS = tuple(law.MOVES)
# What only the clinic reads: how it weighs a call against others.
CLINICS_OWN = ("weigh",)


def course(case: HomeVisit, entries: Sequence[Entry], for_clinic: bool) -> list[Step]:
    """The steps done and ahead. Reasons given with a step are for the person too, but for how a call was weighed."""
    done = []
    for entry in entries:
        act = entry.act.removeprefix("home_visit:")
        if entry.reading or (act in CLINICS_OWN and not for_clinic):
            continue
        if act == "call":
            done.append(Step("deliver", Mark.DELIVERED, entry.at, entry.role))
            done.append(Step("call", Mark.REGISTERED, entry.at, Role.SYSTEM))
        elif act in STEPS:
            state = State(str(entry.details.get("state", case.state)))
            done.append(Step(act, law.MARK[state], entry.at, entry.role, note=_note(entry)))
            if act == "accept" and entry.details.get("doctor"):
                done.append(Step("assign", law.MARK[state], entry.at, entry.role, note=str(entry.details["doctor"])))
    return done + ahead(case)


def _note(entry: Entry) -> str:
    """What was said with a step: the window, the doctor, the reasons."""
    details = entry.details
    since, until = details.get("since"), details.get("until")
    window = f"{datetime.fromisoformat(str(since)):%d.%m.%Y, %H:%M}–{datetime.fromisoformat(str(until)):%H:%M}" if since and until else ""
    doctor = str(details.get("doctor") or "") if entry.act != "home_visit:accept" else ""
    return "; ".join(part for part in (window, doctor, str(details.get("reason") or "")) if part)


_AHEAD: dict[State, tuple[str, ...]] = {
    State.SUBMITTED: ("accept", "visit"),
    State.REDIRECTED: ("agree",),
    State.ACCEPTED: ("assign", "visit"),
    State.ASSIGNED: ("set_out", "visit"),
    State.EN_ROUTE: ("visit",),
    State.NOBODY_HOME: ("set_out", "visit"),
}


def ahead(case: HomeVisit) -> list[Step]:
    """What comes next: the answer by its term, then the visit by the end of the promised window."""
    due = {"accept": case.answer_by, "visit": case.window_until}
    acts = () if given_up(case.state, case.attempts, clock.now()) else _AHEAD.get(case.state, ())
    return [Step(act, None, None, None, due=due.get(act)) for act in acts]
