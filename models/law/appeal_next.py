"""What a body is to do next with an appeal, why now, and by when: the order of its work (product, 7)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.law.appeal import Body, Kind, State
from models.law.appeal_clock import decide_from


class Why(StrEnum):
    """Why something is next: what the clock or the person waits for."""

    NEW = "NEW"
    COMPLAINT_UP = "COMPLAINT_UP"
    AWAITS_PERSON = "AWAITS_PERSON"
    IN_WORK = "IN_WORK"
    OBJECTION_OPEN = "OBJECTION_OPEN"
    SHOWN = "SHOWN"
    HEARING = "HEARING"
    LAPSED = "LAPSED"
    NOTICE = "NOTICE"
    ANSWER = "ANSWER"
    CASE_ASKED = "CASE_ASKED"


@dataclass(frozen=True)
class Next:
    """The next act on an appeal, why, and its last day; None where no day is set."""

    act: str
    why: Why
    by: date | None


@dataclass(frozen=True)
class Pending:
    """What an appeal is like, as far as it decides what is next."""

    state: State
    kind: Kind
    body: Body
    due_on: date
    forward_by: date
    correct_by: date | None = None
    notice_by: date | None = None  # of a notice that is owed
    shown_on: date | None = None
    heard_on: date | None = None
    unanswered: bool = False
    case_by: date | None = None  # of a case that was asked for and not given


def next_of(case: Pending, today: date, respondent: bool = False) -> Next | None:
    """The next act of the body that has an appeal, or of the body complained about; None when nothing is left to do."""
    if respondent:
        return Next("give_case", Why.CASE_ASKED, case.case_by) if case.case_by else None
    if case.notice_by:
        return Next("notify", Why.NOTICE, case.notice_by)
    if case.state in (State.DECIDED, State.LEFT):
        return Next("answer", Why.ANSWER, None) if case.unanswered else None
    if case.state is State.DEEMED_REFUSED:
        return Next("decide", Why.LAPSED, case.due_on)
    if case.state in (State.REGISTERED, State.IN_WORK) and case.kind is Kind.COMPLAINT and case.body is Body.CLINIC:
        return Next("forward", Why.COMPLAINT_UP, case.due_on)
    return _on_the_way(case, today)


def _on_the_way(case: Pending, today: date) -> Next | None:
    if case.state is State.PRELIMINARY and case.shown_on:
        waits = today < decide_from(case.shown_on)
        return Next("decide", Why.OBJECTION_OPEN if waits else Why.SHOWN, case.due_on)
    found = {
        State.REGISTERED: Next("take_up", Why.NEW, min(case.forward_by, case.due_on)),
        State.NEEDS_CORRECTION: Next("correct", Why.AWAITS_PERSON, case.correct_by),
        State.IN_WORK: Next("decide", Why.IN_WORK, case.due_on),
        State.HEARING: Next("record_hearing", Why.HEARING, case.heard_on),
    }
    return found.get(case.state)
