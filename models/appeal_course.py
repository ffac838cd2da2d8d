"""The course of an appeal: what has happened, from the journal, and what is still ahead."""

from collections.abc import Sequence
from datetime import datetime

from models import clock
from models.appeal import Appeal
from models.case import Step
from models.journal import Entry
from models.law import Mark, Role
from models.law import appeal as law
from models.law.appeal import Lapse, State
from models.law.appeal_clock import ends

# What only the bodies read.
BODIES_OWN = ("name_accused",)


def course(case: Appeal, entries: Sequence[Entry], for_body: bool) -> list[Step]:
    """The steps done and ahead, with the reasons given."""
    done = []
    for entry in entries:
        act = entry.act.removeprefix("appeal:")
        if entry.reading or (act in BODIES_OWN and not for_body):
            continue
        if act == "file":
            done.append(Step("deliver", Mark.DELIVERED, case.submitted_at, entry.role))
            if case.registered_at <= clock.now():
                done.append(Step("file", Mark.REGISTERED, max(case.registered_at, case.submitted_at), Role.SYSTEM))
        elif act in law.MOVES:
            state = State(str(entry.details.get("state", case.state)))
            done.append(Step(act, law.MARK[state], _at(case, entry), entry.role, note=_note(entry)))
    return done + ahead(case)


def _at(case: Appeal, entry: Entry) -> datetime:
    """When a step was; a deemed refusal is from the end of the term, whenever the clock came round to it."""
    return case.lapsed_at if entry.act == "appeal:lapse" and case.lapsed_at else entry.at


def _note(entry: Entry) -> str:
    """What was said with a step: the reasons, the executor, the number of the case at the other body."""
    return "; ".join(str(entry.details[name]) for name in ("executor", "reason", "to", "place") if entry.details.get(name))


def ahead(case: Appeal) -> list[Step]:
    """What comes next, and by when; first the registration, while it waits for the next working day."""
    waiting = [Step("file", None, None, None, due=case.registered_at)] if case.registered_at > clock.now() else []
    return waiting + _answered(case)


def _answered(case: Appeal) -> list[Step]:
    due = ends(case.due_on)
    if case.state is State.NEEDS_CORRECTION and case.correct_by:
        return [Step("correct", None, None, None, due=ends(case.correct_by)), Step("decide", None, None, None, due=due)]
    if case.state in law.OWED:
        act = "forward" if case.clock.lapse is Lapse.FORWARDED and case.state is not State.DEEMED_REFUSED else "decide"
        return [Step(act, None, None, None, due=due)]
    return [Step("answer", None, None, None)] if case.state in (State.DECIDED, State.LEFT) and case.answered_at is None else []
