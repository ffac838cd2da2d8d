"""What a member of staff is to do next with a case, why now, and by when: the order of the day's work across the services (product, 1).

Appeals have a clock of their own: `appeal_next`. The agenda holds only what the role may do now by the tables of moves, and never what
somebody else is awaited for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from models.law import Basis, Provision, Role, Service
from models.law.appeal import OWED
from models.law.appointment import LIVE as COMING
from models.law.appointment import State as VisitState
from models.law.attachment import State as AttachmentState
from models.law.home_visit import LIVE as CALLED
from models.law.home_visit import State as CallState

# So long after a visit whose outcome nobody marked the doctor is still asked for it.
MARKED_WITHIN = Provision("agenda.marked_within", Basis("proposal"), {date(2026, 1, 1): 3}, "day", None, False)
PROVISIONS = (MARKED_WITHIN,)

# The states in which a case goes on: something is awaited of somebody, or an attachment holds or will.
GOING_ON: Mapping[Service, frozenset[StrEnum]] = {
    Service.ATTACHMENT: frozenset(AttachmentState) - {AttachmentState.REFUSED, AttachmentState.WITHDRAWN, AttachmentState.ENDED},
    Service.APPOINTMENT: frozenset(COMING),
    Service.HOME_VISIT: frozenset(CALLED),
    Service.APPEAL: frozenset(OWED),
}

# Who has work of a service in the day's agenda; what it is, each function below says.
HAVE_WORK: Mapping[Service, frozenset[Role]] = {
    Service.ATTACHMENT: frozenset({Role.REGISTRAR, Role.HEAD}),
    Service.APPOINTMENT: frozenset({Role.REGISTRAR, Role.DOCTOR}),
    Service.HOME_VISIT: frozenset({Role.REGISTRAR, Role.HEAD, Role.DOCTOR}),
    Service.APPEAL: frozenset({Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY}),
}


class Why(StrEnum):
    """Why something is next: what the clock, the person or a colleague waits for."""

    CHECK = "CHECK"
    SIGN = "SIGN"
    SIGN_REFUSAL = "SIGN_REFUSAL"
    SIGN_LATE = "SIGN_LATE"
    ANSWER_CALL = "ANSWER_CALL"
    INSISTED = "INSISTED"
    NAME_DOCTOR = "NAME_DOCTOR"
    WINDOW_MISSED = "WINDOW_MISSED"
    DOCTOR_AWAY = "DOCTOR_AWAY"
    SET_OUT = "SET_OUT"
    COME_AGAIN = "COME_AGAIN"
    ON_THE_WAY = "ON_THE_WAY"
    AT_THE_DOOR = "AT_THE_DOOR"
    OFFER_OPEN = "OFFER_OPEN"
    HAS_COME = "HAS_COME"
    EXPECTED = "EXPECTED"
    IN_VISIT = "IN_VISIT"
    UNMARKED = "UNMARKED"


@dataclass(frozen=True)
class Todo:
    """The next act on a case, by its name in the service's table; why; the moment by which, None where none is set."""

    act: str
    why: Why
    by: datetime | None


def of_attachment(state: AttachmentState, role: Role, due_at: datetime | None, at: datetime, proposed: bool = False) -> Todo | None:
    """A registrar checks what is new, the head signs what was checked or proposed; what is late the head need not wait for (S1).

    `proposed`: the reader proposed its refusal, and nobody confirms an own proposal.
    """
    late = due_at is not None and at > due_at
    if role is Role.REGISTRAR and state is AttachmentState.SUBMITTED:
        return Todo("check", Why.CHECK, due_at)
    if role is Role.HEAD and state is AttachmentState.REFUSAL_PROPOSED and not proposed:
        return Todo("refuse", Why.SIGN_REFUSAL, due_at)
    if role is Role.HEAD and (state is AttachmentState.CHECKED or (late and state is AttachmentState.SUBMITTED)):
        return Todo("approve", Why.SIGN if state is AttachmentState.CHECKED else Why.SIGN_LATE, due_at)
    return None


@dataclass(frozen=True)
class Call:
    """A call to a doctor as far as it decides what is next. `away`: the doctor named is absent when the person awaits one."""

    state: CallState
    answer_by: datetime
    window_until: datetime | None
    insisted: bool = False
    away: bool = False


# Somebody was named, and has neither set out nor ended.
PROMISED = (CallState.ACCEPTED, CallState.ASSIGNED, CallState.NOBODY_HOME)
_ROUND = {
    CallState.ASSIGNED: ("set_out", Why.SET_OUT),
    CallState.NOBODY_HOME: ("set_out", Why.COME_AGAIN),
    CallState.EN_ROUTE: ("arrive", Why.ON_THE_WAY),
    CallState.ON_SITE: ("complete", Why.AT_THE_DOOR),
}


def of_call(call: Call, role: Role, at: datetime) -> Todo | None:
    """The desk answers, names a doctor or another for one who is away, and promises anew what was missed; a head only what is late;
    a doctor goes the round (standard, paragraph 4; product, 6)."""
    if role is Role.DOCTOR:
        act, why = _ROUND.get(call.state, ("", None))
        return Todo(act, why, call.window_until) if why else None
    if role not in (Role.REGISTRAR, Role.HEAD):
        return None
    found = _of_desk(call, at)
    late = found is not None and found.by is not None and at > found.by
    return found if role is Role.REGISTRAR or late else None


def _of_desk(call: Call, at: datetime) -> Todo | None:
    if call.state is CallState.SUBMITTED:
        return Todo("accept", Why.INSISTED if call.insisted else Why.ANSWER_CALL, call.answer_by)
    if call.away and call.state in PROMISED:
        return Todo("assign", Why.DOCTOR_AWAY, call.window_until)
    if call.state is CallState.ACCEPTED:
        return Todo("assign", Why.NAME_DOCTOR, call.window_until)
    waits = call.state in (CallState.ASSIGNED, CallState.NOBODY_HOME)
    if waits and call.window_until is not None and at > call.window_until:
        return Todo("promise", Why.WINDOW_MISSED, call.window_until)
    return None


def unmarked_since(at: datetime) -> datetime:
    """Visits that ended since then are still to be marked."""
    return at - timedelta(days=MARKED_WITHIN.on(at.date()))


def of_appointment(
    state: VisitState, role: Role, starts_at: datetime, ends_at: datetime, offered_until: datetime | None, at: datetime
) -> Todo | None:
    """The desk tells the person of an offered time; the doctor receives, ends and marks the visits of the day (product, 5).

    While no time is offered there is nothing to tell yet: it is sought by itself (`offered_until` None).
    """
    if role is Role.REGISTRAR:
        told = state is VisitState.OFFERED and offered_until is not None
        return Todo("accept", Why.OFFER_OPEN, offered_until) if told else None
    if role is not Role.DOCTOR:
        return None
    if state is VisitState.PASSED:
        return Todo("complete", Why.UNMARKED, ends_at) if ends_at >= unmarked_since(at) else None
    if state is VisitState.BOOKED and at > ends_at:
        return Todo("miss", Why.UNMARKED, ends_at)
    found = {
        VisitState.IN_VISIT: Todo("complete", Why.IN_VISIT, ends_at),
        VisitState.ARRIVED: Todo("begin", Why.HAS_COME, starts_at),
        VisitState.BOOKED: Todo("begin", Why.EXPECTED, starts_at),
    }
    return found.get(state)


def place(by: datetime | None, emergency: bool) -> tuple[bool, bool, float]:
    """Where something stands in the day's work: a life in danger first, then what runs out first, then what has no term."""
    return (not emergency, by is None, by.timestamp() if by else 0.0)
