"""Calling a doctor home: states and acts, terms and cut-offs, the order of calls (standard of order 272; product, 6).

The promised windows stand in `home_visit_window`, why a doctor is called in `home_visit_reason`, the rules of "why not?" in
`home_visit_rules`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from models.law import Basis, Channel, Mark, Move, Provision, Role, Service
from models.law.home_visit_reason import RANK, Urgency
from models.law.term import CUTOFF, ZONE, Hours, accepted, clinic_day, cutoff, working_minutes

SERVICE = Service.HOME_VISIT
_STANDARD = "order-272-home-visit"
_TERM = Basis(_STANDARD, "4")
_ANSWER = Basis(_STANDARD, "6")
_REFUSAL = Basis("portal-3182", "refusal")
_AMBULANCE = Basis("rules-225")
_PROPOSAL = Basis("proposal")


class State(StrEnum):
    """Where a call stands. REDIRECTED: something else is offered, and the person's word is awaited; REROUTED: the person agreed.

    NOBODY_HOME: a doctor was at the door in vain and comes once more; UNMET: in vain the last time too.
    """

    SUBMITTED = "SUBMITTED"
    REDIRECTED = "REDIRECTED"
    ACCEPTED = "ACCEPTED"
    ASSIGNED = "ASSIGNED"
    EN_ROUTE = "EN_ROUTE"
    ON_SITE = "ON_SITE"
    NOBODY_HOME = "NOBODY_HOME"
    COMPLETED = "COMPLETED"
    HANDED_OVER = "HANDED_OVER"
    REROUTED = "REROUTED"
    UNMET = "UNMET"
    REFUSED = "REFUSED"
    CANCELLED = "CANCELLED"


LIVE = (
    State.SUBMITTED, State.REDIRECTED, State.ACCEPTED, State.ASSIGNED, State.EN_ROUTE, State.ON_SITE, State.NOBODY_HOME,
)  # fmt: skip
# States in which a window has been promised and the doctor has not come yet.
PROMISED = (State.ACCEPTED, State.ASSIGNED, State.EN_ROUTE, State.NOBODY_HOME)
# States of a doctor's round: what is still to be done.
ON_ROUND = (State.ASSIGNED, State.EN_ROUTE, State.ON_SITE, State.NOBODY_HOME)


class Kind(StrEnum):
    """A column of the call log: the first call, a further one in the same illness, or a visit of the clinic's own accord."""

    PRIMARY = "PRIMARY"
    REPEAT = "REPEAT"
    ACTIVE = "ACTIVE"


class Route(StrEnum):
    """What is offered when no visit is needed: an appointment with a doctor, or the pre-doctor room without one."""

    APPOINTMENT = "APPOINTMENT"
    PRE_DOCTOR_ROOM = "PRE_DOCTOR_ROOM"


class Outcome(StrEnum):
    """How a visit ended: a column of the call log."""

    LEFT_AT_HOME = "LEFT_AT_HOME"
    HOSPITALISED = "HOSPITALISED"
    AMBULANCE = "AMBULANCE"


class RefusalGround(StrEnum):
    """The closed list of grounds on which the service is refused; there is no other way to refuse (portal, service 3182)."""

    UNRELIABLE = "UNRELIABLE"
    NOT_ATTACHED = "NOT_ATTACHED"


@dataclass(frozen=True)
class Listed:
    """A ground of the list: its short code and its paragraph."""

    code: str
    basis: Basis
    confirmed: bool = True


REFUSAL: Mapping[RefusalGround, Listed] = {
    ground: Listed(f"R{number}", Basis("portal-3182", f"refusal:{number}")) for number, ground in enumerate(RefusalGround, start=1)
}


def _move(before: tuple[State, ...], after: State | None, by: tuple[Role, ...], basis: Basis, confirmed: bool = True) -> Move[State]:
    return Move(frozenset(before), after, frozenset(by), basis, confirmed)


_CLINIC = (Role.REGISTRAR, Role.HEAD)
_ASKING = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)
_STEPS = (Role.DOCTOR, Role.REGISTRAR)
_OPEN = (State.ACCEPTED, State.ASSIGNED, State.NOBODY_HOME)
_MARKED = (State.EN_ROUTE, State.ON_SITE, State.NOBODY_HOME, State.COMPLETED)

MOVES: Mapping[str, Move[State]] = {
    "accept": _move((State.SUBMITTED,), State.ACCEPTED, _CLINIC, _ANSWER),
    "refuse": _move((State.SUBMITTED,), State.REFUSED, _CLINIC, _REFUSAL),
    # Nothing to come for is no ground of refusal: something else is offered, and the person may insist.
    "redirect": _move((State.SUBMITTED,), State.REDIRECTED, _CLINIC, _PROPOSAL, False),
    "agree": _move((State.REDIRECTED,), State.REROUTED, _ASKING, _PROPOSAL, False),
    "insist": _move((State.REDIRECTED,), State.SUBMITTED, _ASKING, _REFUSAL, False),
    "assign": _move((*_OPEN, State.EN_ROUTE), State.ASSIGNED, _CLINIC, _PROPOSAL, False),
    # None: the state stays.
    "promise": _move((*_OPEN, State.EN_ROUTE), None, (*_CLINIC, Role.SYSTEM), _ANSWER),
    "carry": _move((State.SUBMITTED, *_OPEN), None, (*_CLINIC, Role.SYSTEM), _TERM, False),
    "set_out": _move((State.ASSIGNED, State.NOBODY_HOME), State.EN_ROUTE, _STEPS, _PROPOSAL, False),
    "arrive": _move((State.ASSIGNED, State.EN_ROUTE, State.NOBODY_HOME), State.ON_SITE, _STEPS, _PROPOSAL, False),
    "complete": _move((State.ASSIGNED, State.EN_ROUTE, State.ON_SITE), State.COMPLETED, _STEPS, _ANSWER),
    "miss": _move((State.ON_SITE,), State.NOBODY_HOME, _STEPS, _PROPOSAL, False),
    "give_up": _move((State.NOBODY_HOME,), State.UNMET, _STEPS, _PROPOSAL, False),
    # A mark of the round taken back.
    "step_back": _move(_MARKED, State.ASSIGNED, (*_STEPS, Role.SYSTEM), _PROPOSAL, False),
    "hand_over": _move(LIVE, State.HANDED_OVER, (Role.REGISTRAR, Role.HEAD, Role.DOCTOR), _AMBULANCE, False),
    "weigh": _move(LIVE, None, (Role.REGISTRAR, Role.HEAD, Role.DOCTOR), _PROPOSAL, False),
    "worsen": _move(LIVE, None, _ASKING, _PROPOSAL, False),
    "overdue": _move((State.SUBMITTED,), None, (Role.SYSTEM,), _TERM),
    "cancel": _move(tuple(one for one in LIVE if one is not State.ON_SITE), State.CANCELLED, _ASKING, _PROPOSAL, False),
}

MARK: Mapping[State, Mark] = {
    State.SUBMITTED: Mark.REGISTERED,
    State.REDIRECTED: Mark.IN_WORK,
    State.ACCEPTED: Mark.IN_WORK,
    State.ASSIGNED: Mark.IN_WORK,
    State.EN_ROUTE: Mark.IN_WORK,
    State.ON_SITE: Mark.IN_WORK,
    State.NOBODY_HOME: Mark.IN_WORK,
    State.COMPLETED: Mark.DONE,
    State.HANDED_OVER: Mark.DONE,
    State.REROUTED: Mark.DONE,
    State.UNMET: Mark.DONE,
    State.REFUSED: Mark.REFUSED,
    State.CANCELLED: Mark.DONE,
}


def mark(state: State, accepted_at: datetime, at: datetime) -> Mark:
    """The mark a person sees; what came outside working time is only delivered until the opening (standard, paragraph 8)."""
    return Mark.DELIVERED if state is State.SUBMITTED and at < accepted_at else MARK[state]


_FIRST = date(2015, 4, 27)
_OURS = date(2026, 11, 1)
ANSWER_PORTAL = Provision("home_visit.answer_portal", _TERM, {_FIRST: 30}, "minute", SERVICE)
ANSWER_DESK = Provision("home_visit.answer_desk", _TERM, {_FIRST: 10}, "minute", SERVICE)
# Until so long before the closing a call is served on its own day: 18:00 on working days, 12:00 on Saturday.
SAME_DAY_CUTOFF = Provision("home_visit.cutoff", _TERM, CUTOFF.editions, "hour", SERVICE)
AMBULANCE_ARRIVES = Provision("home_visit.category_4", _AMBULANCE, {date(2020, 11, 30): 60}, "minute", SERVICE, False)
WINDOW = Provision("home_visit.window", _PROPOSAL, {_OURS: 2}, "hour", SERVICE, False)
LONGEST_WINDOW = Provision("home_visit.longest_window", _PROPOSAL, {_OURS: 4}, "hour", SERVICE, False)
SHORTEST_WINDOW = Provision("home_visit.shortest_window", _PROPOSAL, {_OURS: 30}, "minute", SERVICE, False)
# So long before its end a window in which nobody has set out is about to be missed.
APOLOGY_BEFORE = Provision("home_visit.apology_before", _PROPOSAL, {_OURS: 15}, "minute", SERVICE, False)
ATTEMPTS = Provision("home_visit.attempts", _PROPOSAL, {_OURS: 2}, "time", SERVICE, False)
CARRIED_DAYS = Provision("home_visit.carried_days", _PROPOSAL, {_OURS: 3}, "working_day", SERVICE, False)
REPEAT_WITHIN = Provision("home_visit.repeat_within", _PROPOSAL, {_OURS: 14}, "day", SERVICE, False)
PROVISIONS = (
    ANSWER_PORTAL, ANSWER_DESK, SAME_DAY_CUTOFF, AMBULANCE_ARRIVES, WINDOW, LONGEST_WINDOW, SHORTEST_WINDOW, APOLOGY_BEFORE, ATTEMPTS,
    CARRIED_DAYS, REPEAT_WITHIN,
)  # fmt: skip

AT_THE_CLINIC = (Channel.DESK, Channel.PHONE)
OWN_ACCORD = (Channel.CLINIC, Channel.AMBULANCE)


def answered_within(channel: Channel) -> Provision[int]:
    """10 minutes at the desk, by phone and for 103; 30 on the portal and for partner systems (standard, paragraph 4)."""
    return ANSWER_DESK if channel in (*AT_THE_CLINIC, *OWN_ACCORD) else ANSWER_PORTAL


@dataclass(frozen=True)
class Term:
    """The clock of a call: accepted when, answered by when, served on which day; `basis` is the paragraph."""

    accepted_at: datetime
    answer_by: datetime
    visit_day: date
    same_day_until: datetime | None
    provision: Provision[int]

    @property
    def basis(self) -> Basis:
        return self.provision.basis


def term(submitted_at: datetime, channel: Channel, hours: Hours) -> Term:
    """A call is answered in 10 minutes at the desk and by phone, in 30 on the portal (standard, paragraph 4), from its acceptance.

    Outside working time it is accepted at the next opening (8). It is served on the day of the call when it came earlier than two
    hours before the closing, otherwise on the clinic's next working day (4); what 103 hands over is served on the same day.
    """
    at = accepted(submitted_at, hours)
    provision = answered_within(channel)
    day = at.date()
    last = cutoff(day, hours)
    # who waits for the opening is served that day, however short it is
    in_time = channel is Channel.AMBULANCE or at != submitted_at or (last is not None and at < last)
    return Term(
        at, working_minutes(at, provision.on(day), hours), day if in_time else clinic_day(day, hours),
        cutoff(submitted_at.astimezone(ZONE).date(), hours), provision,
    )  # fmt: skip


def running(state: State, answer_by: datetime, window_until: datetime | None) -> datetime | None:
    """The moment by which the clinic owes the next thing: its answer, then the doctor; None once the doctor is there."""
    if state is State.SUBMITTED:
        return answer_by
    return window_until if state in PROMISED else None


class Call(Protocol):
    """What the order of calls looks at."""

    @property
    def urgency(self) -> Urgency: ...
    @property
    def state(self) -> State: ...
    @property
    def answer_by(self) -> datetime: ...
    @property
    def window_until(self) -> datetime | None: ...
    @property
    def submitted_at(self) -> datetime: ...


One = TypeVar("One", bound=Call)


def in_order(calls: Iterable[One]) -> list[One]:
    """Calls as they are to be dealt with: by urgency, then by the time left of the term, then the older one first (product, 6)."""
    return sorted(calls, key=_place)


def _place(call: Call) -> tuple[int, bool, float, float]:
    due = running(call.state, call.answer_by, call.window_until)
    return RANK[call.urgency], due is None, due.timestamp() if due else 0.0, call.submitted_at.timestamp()
