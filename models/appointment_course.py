"""The course of an appointment: what has happened, from the journal, and what is still ahead."""

from collections.abc import Sequence
from datetime import datetime

from models.appointment import Appointment
from models.case import Step
from models.journal import Entry
from models.law import Mark, Role
from models.law import appointment as law
from models.law.appointment import State

STEPS = ("book", "move", "accept", "cancel", "offer", "remind", "arrive", "begin", "complete", "reopen", "step_back", "miss", "pass")


def course(case: Appointment, entries: Sequence[Entry], for_clinic: bool) -> list[Step]:
    """The steps done and ahead. The reasons given with a step are for the clinic and for the person alike."""
    done = []
    for entry in entries:
        act = entry.act.removeprefix("appointment:")
        if entry.reading or act not in STEPS:
            continue
        if act == "book":
            done.append(Step("deliver", Mark.DELIVERED, entry.at, entry.role))
            done.append(Step("book", Mark.REGISTERED, entry.at, Role.SYSTEM))
        else:
            state = State(str(entry.details.get("state", case.state)))
            done.append(Step(act, law.MARK[state], entry.at, entry.role, note=str(entry.details.get("reason") or "")))
    return done + ahead(case)


def ahead(case: Appointment) -> list[Step]:
    """What comes next: the person's word about an offered time, then the visit."""
    if case.state is State.OFFERED:
        return [Step("accept", None, None, None), Step("visit", None, None, None)]
    return [Step("visit", None, None, None, due=_at(case))] if case.state in (State.BOOKED, State.ARRIVED) else []


def _at(case: Appointment) -> datetime:
    return case.starts_at
