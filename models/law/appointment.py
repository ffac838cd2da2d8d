"""Appointment with a doctor: states and acts, the hold, the horizon, reminders and the answer's term (standard of order 272; product, 5).

To whom one may go directly stands in `appointment_access`, the rules of "why not?" in `appointment_rules`, the doctors'
timetable in `timetable`.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from models.law import Basis, Impediment, Mark, Move, Provision, Refused, Role, Service
from models.law.term import ZONE, Hours, accepted

SERVICE = Service.APPOINTMENT
_STANDARD = "order-272-appointment"
_CHOICE = Basis(_STANDARD, "6")
_PROPOSAL = Basis("proposal")


class State(StrEnum):
    """Where an appointment stands. OFFERED: the clinic cannot keep the time and holds another for the person.

    PASSED: the day is over, and nobody has marked what happened.
    """

    BOOKED = "BOOKED"
    OFFERED = "OFFERED"
    ARRIVED = "ARRIVED"
    IN_VISIT = "IN_VISIT"
    COMPLETED = "COMPLETED"
    NO_SHOW = "NO_SHOW"
    CANCELLED = "CANCELLED"
    PASSED = "PASSED"


LIVE = (State.BOOKED, State.OFFERED, State.ARRIVED, State.IN_VISIT)
# The person comes to this very doctor; one whose time is offered anew may come to another.
AWAITED = (State.BOOKED, State.ARRIVED, State.IN_VISIT)
# States in which the appointment's own time is taken by it; an offered one has lost its time.
TAKING = (State.BOOKED, State.ARRIVED, State.IN_VISIT, State.COMPLETED, State.NO_SHOW, State.PASSED)


class VisitReason(StrEnum):
    """What the visit is for: a column of the journal of preliminary appointments, and what a slot may be opened for."""

    PRIMARY = "PRIMARY"
    REPEAT = "REPEAT"
    PREVENTIVE = "PREVENTIVE"
    DISPENSARY = "DISPENSARY"


class PartOfDay(StrEnum):
    """Morning until noon, day until five, evening after it."""

    MORNING = "MORNING"
    DAY = "DAY"
    EVENING = "EVENING"


PARTS: Mapping[PartOfDay, tuple[int, int]] = {PartOfDay.MORNING: (0, 12), PartOfDay.DAY: (12, 17), PartOfDay.EVENING: (17, 24)}


def part_of_day(moment: datetime) -> PartOfDay:
    """The part of the day of a moment in Kazakhstan."""
    hour = moment.astimezone(ZONE).hour
    return next(part for part, (first, last) in PARTS.items() if first <= hour < last)


def _move(before: tuple[State, ...], after: State, by: tuple[Role, ...], basis: Basis, confirmed: bool = True) -> Move[State]:
    return Move(frozenset(before), after, frozenset(by), basis, confirmed)


_ASKING = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)
_DESK = (Role.REGISTRAR, Role.HEAD, Role.ADMINISTRATOR)
_WAITING = (State.BOOKED, State.OFFERED)

MOVES: Mapping[str, Move[State]] = {
    "move": _move(_WAITING, State.BOOKED, _ASKING, _CHOICE, False),
    "accept": _move((State.OFFERED,), State.BOOKED, _ASKING, _PROPOSAL, False),
    "cancel": _move(_WAITING, State.CANCELLED, _ASKING, _PROPOSAL, False),
    # Also to somebody who has come to a doctor who is not there.
    "offer": _move((*_WAITING, State.ARRIVED), State.OFFERED, (*_DESK, Role.SYSTEM), _PROPOSAL, False),
    "arrive": _move((State.BOOKED, State.PASSED, State.NO_SHOW), State.ARRIVED, (Role.REGISTRAR, Role.DOCTOR), _PROPOSAL, False),
    "begin": _move((State.BOOKED, State.ARRIVED), State.IN_VISIT, (Role.DOCTOR,), _PROPOSAL, False),
    "complete": _move((State.ARRIVED, State.IN_VISIT, State.PASSED), State.COMPLETED, (Role.DOCTOR,), _PROPOSAL, False),
    # Marks of the day taken back: of the visit, and of the arrival.
    "reopen": _move((State.IN_VISIT, State.COMPLETED), State.ARRIVED, (Role.DOCTOR,), _PROPOSAL, False),
    "step_back": _move((State.ARRIVED,), State.BOOKED, (Role.REGISTRAR, Role.DOCTOR), _PROPOSAL, False),
    "miss": _move((State.BOOKED, State.PASSED), State.NO_SHOW, (Role.REGISTRAR, Role.DOCTOR), _PROPOSAL, False),
    "pass": _move((State.BOOKED, State.ARRIVED, State.IN_VISIT), State.PASSED, (Role.SYSTEM,), _PROPOSAL, False),
}

MARK: Mapping[State, Mark] = {
    State.BOOKED: Mark.DONE,
    State.OFFERED: Mark.IN_WORK,
    State.ARRIVED: Mark.DONE,
    State.IN_VISIT: Mark.DONE,
    State.COMPLETED: Mark.DONE,
    State.NO_SHOW: Mark.DONE,
    State.CANCELLED: Mark.DONE,
    State.PASSED: Mark.DONE,
}


def mark(state: State, accepted_at: datetime, at: datetime) -> Mark:
    """The mark a person sees: the service is rendered by the entry itself, unless another time waits for the person's word."""
    return MARK[state]


_FIRST = date(2015, 4, 27)
_OURS = date(2026, 11, 1)
# The answer is given at once, in every channel; these are the longest terms that the standard allows.
ANSWER_PORTAL = Provision("appointment.answer_portal", Basis(_STANDARD, "4"), {_FIRST: 30}, "minute", SERVICE)
ANSWER_DESK = Provision("appointment.answer_desk", Basis(_STANDARD, "4"), {_FIRST: 10}, "minute", SERVICE)
HORIZON = Provision("appointment.horizon", _PROPOSAL, {_OURS: 14}, "day", SERVICE, False)
SLOT_MINUTES = Provision("appointment.slot_minutes", _PROPOSAL, {_OURS: 15}, "minute", SERVICE, False)
HOLD_MINUTES = Provision("appointment.hold", _PROPOSAL, {_OURS: 5}, "minute", SERVICE, False)
HOLD_EXTENSIONS = Provision("appointment.hold_extensions", _PROPOSAL, {_OURS: 1}, "time", SERVICE, False)
# An offered time is held until this long before it begins; then another one is offered.
OFFER_ENDS_BEFORE = Provision("appointment.offer_ends_before", _PROPOSAL, {_OURS: 2}, "hour", SERVICE, False)
OFFER_LEAVES = Provision("appointment.offer_leaves", _PROPOSAL, {_OURS: 3}, "hour", SERVICE, False)
# A referral, a result or a dispensary entry counts when it can be told from another: at least so many characters.
LEAST_EVIDENCE = 3


class Reminder(StrEnum):
    """When a person is reminded of an appointment."""

    WEEK = "WEEK"
    DAY = "DAY"
    HOURS = "HOURS"


REMINDERS: Mapping[Reminder, Provision[int]] = {
    Reminder.WEEK: Provision("appointment.reminder.WEEK", _PROPOSAL, {_OURS: 7 * 24}, "hour", SERVICE, False),
    Reminder.DAY: Provision("appointment.reminder.DAY", _PROPOSAL, {_OURS: 24}, "hour", SERVICE, False),
    Reminder.HOURS: Provision("appointment.reminder.HOURS", _PROPOSAL, {_OURS: 2}, "hour", SERVICE, False),
}


def accepted_at(submitted_at: datetime, hours: Hours) -> datetime:
    """The moment of acceptance by the clinic's own hours; the answer itself is given at once."""
    return accepted(submitted_at, hours)


def horizon(now: datetime) -> date:
    """The last day on which times are opened and booked."""
    today = now.astimezone(ZONE).date()
    return today + timedelta(days=HORIZON.on(today))


def hold_until(now: datetime) -> datetime:
    """Until when a time is held for whoever has just chosen it."""
    return now + timedelta(minutes=HOLD_MINUTES.on(now.astimezone(ZONE).date()))


def offer_until(now: datetime, starts_at: datetime) -> datetime:
    """Until when an offered time is held: some hours before it begins, or its beginning when it is nearer than that."""
    ends = starts_at - timedelta(hours=OFFER_ENDS_BEFORE.on(now.astimezone(ZONE).date()))
    return ends if ends > now else starts_at


def before_start(act: str, starts_at: datetime, now: datetime) -> None:
    """A person moves or cancels up to the start; afterwards the day's marks decide; otherwise `Refused`."""
    if now >= starts_at:
        raise Refused(Impediment("VISIT_BEGUN", MOVES[act].basis))


def after_start(act: str, starts_at: datetime, now: datetime) -> None:
    """Nobody is noted as absent before the time has come; otherwise `Refused`."""
    if now < starts_at:
        raise Refused(Impediment("VISIT_AHEAD", MOVES[act].basis, allowed_from=starts_at))


def on_the_day(act: str, starts_at: datetime, now: datetime) -> None:
    """Arrival and the visit itself are noted on the day of the visit, not before it; otherwise `Refused`."""
    begins = datetime.combine(starts_at.astimezone(ZONE).date(), time(), ZONE)
    if now < begins:
        raise Refused(Impediment("VISIT_AHEAD", MOVES[act].basis, allowed_from=begins))


def within_the_day(act: str, starts_at: datetime, now: datetime) -> None:
    """A mark is taken back on the very day of the visit, not on later ones; otherwise `Refused`."""
    if now.astimezone(ZONE).date() > starts_at.astimezone(ZONE).date():
        raise Refused(Impediment("NOT_OPEN", MOVES[act].basis))
