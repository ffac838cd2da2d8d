"""Appeals and complaints: kinds and their clocks, states and acts (Administrative Procedural and Process-Related Code, APPC; S1–S4).

The days and moments of the clock stand in `appeal_clock`, the rules of "why not?" in `appeal_rules`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from models.law import Basis, Mark, Move, Provision, Role, Service, perform
from models.law.attachment import COMPLAINT_REVIEW, COMPLAINT_REVIEW_BODY
from models.law.calendar import Regime
from models.law.term import Hours

SERVICE = Service.APPEAL
_PROPOSAL = Basis("proposal")
_CONTENTS = Basis("appc", "63")
_ACCEPTANCE = Basis("appc", "64")
_FORWARDING = Basis("appc", "65")
_HEARD = Basis("appc", "73")
_PROTOCOL = Basis("appc", "74")
_TERM = Basis("appc", "76")
_COMPLAINT = Basis("appc", "91")
_ENDS = Basis("appc", "100")


class Kind(StrEnum):
    """What a person wants: the first question, which decides the clock and the body (domain 4.1).

    REQUEST: that something be done; INFORMATION: to be told what the body knows; MESSAGE: to tell of a fault or a breach;
    RESPONSE: to say what one thinks of a policy; PROPOSAL: to better something; COMPLAINT: about a decision, an action or an inaction;
    SERVICE_COMPLAINT: about a public service and its quality.
    """

    REQUEST = "REQUEST"
    INFORMATION = "INFORMATION"
    MESSAGE = "MESSAGE"
    RESPONSE = "RESPONSE"
    PROPOSAL = "PROPOSAL"
    COMPLAINT = "COMPLAINT"
    SERVICE_COMPLAINT = "SERVICE_COMPLAINT"


COMPLAINTS = (Kind.COMPLAINT, Kind.SERVICE_COMPLAINT)


class Body(StrEnum):
    """Who answers: the clinic, or the authorised body for the quality of public services, which stands above it."""

    CLINIC = "CLINIC"
    AUTHORITY = "AUTHORITY"


class Lapse(StrEnum):
    """What the end of a term without an answer does: it is deemed a refusal, or the clock itself sends the complaint on."""

    DEEMED_REFUSED = "DEEMED_REFUSED"
    FORWARDED = "FORWARDED"


# The day on which the Code took force.
IN_FORCE = date(2021, 7, 1)
_OURS = date(2026, 11, 1)
REVIEW = Provision("appeal.review", _TERM, {IN_FORCE: 15}, "working_day", SERVICE)
INFORMATION_REVIEW = Provision("appeal.information", Basis("information-law", "11"), {date(2015, 11, 16): 15}, "day", SERVICE, False)
COMPLAINT_DECISION = Provision("appeal.complaint", Basis("appc", "99"), {IN_FORCE: 20}, "working_day", SERVICE)
FORWARD = Provision("appeal.forward", _FORWARDING, {IN_FORCE: 3}, "working_day", SERVICE)
COMPLAINT_FORWARD = Provision("appeal.complaint_forward", _COMPLAINT, {IN_FORCE: 3}, "working_day", SERVICE, False)
EXTENSION_NOTICE = Provision("appeal.extension_notice", _TERM, {IN_FORCE: 3}, "working_day", SERVICE)
PRELIMINARY = Provision("appeal.preliminary", _HEARD, {IN_FORCE: 3}, "working_day", SERVICE, False)
OBJECTION = Provision("appeal.objection", _HEARD, {IN_FORCE: 2}, "working_day", SERVICE)
CORRECTION = Provision("appeal.correction", _ACCEPTANCE, {_OURS: 2}, "working_day", SERVICE, False)
CASE_GIVEN = Provision("appeal.case_given", _COMPLAINT, {_OURS: 3}, "working_day", SERVICE, False)
# Shorter reasons than this say nothing.
LEAST_REASONS = Provision("appeal.least_reasons", _PROPOSAL, {_OURS: 20}, "letter", SERVICE, False)
_DAY = (time(9), time(18))
OFFICE_HOURS = Provision(
    "appeal.office_hours", _ACCEPTANCE, {IN_FORCE: Hours(dict.fromkeys(range(5), _DAY), regime=Regime.FIVE_DAY)}, "hours_of_week", SERVICE,
    False,
)  # fmt: skip
PROVISIONS = (
    REVIEW, INFORMATION_REVIEW, COMPLAINT_DECISION, FORWARD, COMPLAINT_FORWARD, EXTENSION_NOTICE, PRELIMINARY, OBJECTION, CORRECTION,
    CASE_GIVEN, LEAST_REASONS, OFFICE_HOURS,
)  # fmt: skip


@dataclass(frozen=True)
class Clock:
    """The clock of a kind of appeal at a body: the term and its days, whether article 76 lets it be extended, what its end does.

    `regime` is the working week by which it is counted; None counts calendar days.
    """

    term: Provision[int]
    regime: Regime | None = Regime.FIVE_DAY
    extendable: bool = False
    lapse: Lapse = Lapse.DEEMED_REFUSED


_GENERAL = Clock(REVIEW, extendable=True)
_ASKED = Clock(INFORMATION_REVIEW, None)
CLOCKS: Mapping[tuple[Kind, Body], Clock] = {
    **{(kind, body): _GENERAL for kind in (Kind.REQUEST, Kind.MESSAGE, Kind.RESPONSE, Kind.PROPOSAL) for body in Body},
    **{(Kind.INFORMATION, body): _ASKED for body in Body},
    # The body whose act it is grants the complaint in full or sends it on with the case; the higher body decides.
    (Kind.COMPLAINT, Body.CLINIC): Clock(COMPLAINT_FORWARD, lapse=Lapse.FORWARDED),
    (Kind.COMPLAINT, Body.AUTHORITY): Clock(COMPLAINT_DECISION),
    (Kind.SERVICE_COMPLAINT, Body.CLINIC): Clock(COMPLAINT_REVIEW),
    (Kind.SERVICE_COMPLAINT, Body.AUTHORITY): Clock(COMPLAINT_REVIEW_BODY),
}


class State(StrEnum):
    """Where an appeal stands. LEFT: left without consideration; DEEMED_REFUSED: the term ran out, and the duty to answer stays."""

    REGISTERED = "REGISTERED"
    NEEDS_CORRECTION = "NEEDS_CORRECTION"
    IN_WORK = "IN_WORK"
    PRELIMINARY = "PRELIMINARY"
    HEARING = "HEARING"
    DEEMED_REFUSED = "DEEMED_REFUSED"
    FORWARDED = "FORWARDED"
    DECIDED = "DECIDED"
    LEFT = "LEFT"
    WITHDRAWN = "WITHDRAWN"


# A term runs.
RUNNING = (State.REGISTERED, State.NEEDS_CORRECTION, State.IN_WORK, State.PRELIMINARY, State.HEARING)
# The body owes an answer, in time or late.
OWED = (*RUNNING, State.DEEMED_REFUSED)
FINAL = (State.FORWARDED, State.DECIDED, State.LEFT, State.WITHDRAWN)


class Outcome(StrEnum):
    """How an appeal is decided; the last five are the decisions on a complaint (APPC, article 100)."""

    GRANTED = "GRANTED"
    PARTLY = "PARTLY"
    EXPLAINED = "EXPLAINED"
    DENIED = "DENIED"
    CANCELLED = "CANCELLED"
    REPLACED = "REPLACED"
    ORDERED = "ORDERED"
    RETURNED = "RETURNED"
    UNSATISFIED = "UNSATISFIED"


ON_APPEAL = (Outcome.GRANTED, Outcome.PARTLY, Outcome.EXPLAINED, Outcome.DENIED)
ON_COMPLAINT = (Outcome.CANCELLED, Outcome.REPLACED, Outcome.ORDERED, Outcome.RETURNED, Outcome.UNSATISFIED)
UNFAVOURABLE = (Outcome.PARTLY, Outcome.DENIED, Outcome.UNSATISFIED)
# Nothing could be worse: whoever was shown one of these has been warned of every decision.
WORST = (Outcome.DENIED, Outcome.UNSATISFIED)
# What satisfies a complaint in full, so that the body whose act it is need not send it on.
IN_FULL = (Outcome.CANCELLED, Outcome.REPLACED, Outcome.ORDERED)
SATISFIED = (Outcome.GRANTED, Outcome.CANCELLED, Outcome.REPLACED, Outcome.ORDERED)


def outcomes(kind: Kind, body: Body) -> tuple[Outcome, ...]:
    """The decisions that can end an appeal of a kind at a body: an explanation alone ends neither a request that something be
    done nor one to be told, and nobody returns a complaint to oneself."""
    if kind not in COMPLAINTS:
        return tuple(one for one in ON_APPEAL if one is not Outcome.EXPLAINED or kind not in (Kind.REQUEST, Kind.INFORMATION))
    if kind is Kind.COMPLAINT:
        return IN_FULL if body is Body.CLINIC else ON_COMPLAINT
    # how one was treated is no act that could be cancelled: such a complaint is justified, wholly or in part
    return (Outcome.GRANTED, Outcome.PARTLY, *(one for one in ON_COMPLAINT if one is not Outcome.RETURNED or body is Body.AUTHORITY))


@dataclass(frozen=True)
class Complaint:
    """Where a complaint goes: of which kind, and to which body first."""

    kind: Kind
    body: Body


# A complaint about a public service is the clinic's to answer first (S4, paragraph 10).
COMPLAINT_ABOUT_SERVICE = Complaint(Kind.SERVICE_COMPLAINT, Body.CLINIC)


def way_on(kind: Kind, body: Body) -> str:
    """Where an answer can be taken: to the "court" after the authorised body, otherwise to the "authority" or by a "complaint"."""
    if body is Body.AUTHORITY:
        return "court"
    return "authority" if kind is Kind.SERVICE_COMPLAINT else "complaint"


def complaint_about_answer(kind: Kind, body: Body, state: State, ended_by: Role | None) -> Complaint | None:
    """A complaint about a clinic's answer, or its silence, on a complaint is the authorised body's (S4, paragraph 10); about any other
    it is filed with the clinic, which sends it on (APPC, article 91, part 4); also where a body has noted that the person withdrew it.
    After the authorised body there is the court only, and before an answer nothing to complain of: None."""
    answered = state in (State.DEEMED_REFUSED, State.DECIDED, State.LEFT)
    noted = state is State.WITHDRAWN and ended_by not in (Role.CITIZEN, Role.PARTNER)
    if body is Body.AUTHORITY or not (answered or noted):
        return None
    return Complaint(kind, Body.AUTHORITY) if kind in COMPLAINTS else Complaint(Kind.COMPLAINT, Body.CLINIC)


class Requirement(StrEnum):
    """What an appeal must contain, by name; the IIN is none of it: it is given "if any" (APPC, article 63)."""

    NAME = "NAME"
    POSTAL_ADDRESS = "POSTAL_ADDRESS"
    BODY = "BODY"
    ESSENCE = "ESSENCE"
    SIGNATURE = "SIGNATURE"
    POWER = "POWER"
    PAYMENT = "PAYMENT"
    OTHER = "OTHER"


class LeaveGround(StrEnum):
    """Why an appeal may be left without consideration; never one that tells of a crime or a threat (domain 4.2)."""

    ANONYMOUS = "ANONYMOUS"
    WITHOUT_ESSENCE = "WITHOUT_ESSENCE"
    NOT_CORRECTED = "NOT_CORRECTED"


@dataclass(frozen=True)
class Listed:
    """A ground of a list: its short code and its paragraph."""

    code: str
    basis: Basis
    confirmed: bool = False


LEAVING: Mapping[LeaveGround, Listed] = {
    LeaveGround.ANONYMOUS: Listed("L1", Basis("appc")),
    LeaveGround.WITHOUT_ESSENCE: Listed("L2", Basis("appc")),
    LeaveGround.NOT_CORRECTED: Listed("L3", _ACCEPTANCE),
}


class ForwardGround(StrEnum):
    """Why an appeal goes to another body: not ours to decide; a complaint for the body above; those complained about would decide."""

    NOT_COMPETENT = "NOT_COMPETENT"
    COMPLAINT = "COMPLAINT"
    CONFLICT = "CONFLICT"


FORWARDING: Mapping[ForwardGround, Listed] = {
    ForwardGround.NOT_COMPETENT: Listed("F1", _FORWARDING, True),
    ForwardGround.COMPLAINT: Listed("F2", _COMPLAINT),
    ForwardGround.CONFLICT: Listed("F3", _COMPLAINT),
}


class AnswerWay(StrEnum):
    """How the answer is wanted: in the account, by post, by hand at the body."""

    ACCOUNT = "ACCOUNT"
    POST = "POST"
    HAND = "HAND"


class Subject(StrEnum):
    """What an appeal is about: the grounds by which figures are counted (domain 4.5: the Fund's statistics of complaints)."""

    REFUSAL_OF_CARE = "REFUSAL_OF_CARE"
    QUALITY = "QUALITY"
    WAITING = "WAITING"
    PAID_SERVICES = "PAID_SERVICES"
    NOT_GIVEN = "NOT_GIVEN"
    MEDICINES = "MEDICINES"
    BEHAVIOUR = "BEHAVIOUR"
    DATA = "DATA"
    OTHER = "OTHER"


class HearingWay(StrEnum):
    """How a hearing is held (APPC, article 73)."""

    IN_PERSON = "IN_PERSON"
    VIDEO = "VIDEO"
    PHONE = "PHONE"


def _move(before: tuple[State, ...], after: State | None, by: tuple[Role, ...], basis: Basis, confirmed: bool = True) -> Move[State]:
    return Move(frozenset(before), after, frozenset(by), basis, confirmed)


_APPELLANT = (Role.CITIZEN, Role.PARTNER, Role.REGISTRAR)
_HANDLING = (Role.APPEALS_OFFICER, Role.HEAD, Role.AUTHORITY)
_DECIDING = (Role.HEAD, Role.AUTHORITY)
_NEW = (State.REGISTERED, State.IN_WORK)

MOVES: Mapping[str, Move[State]] = {
    # What is deemed refused stays so until it has ended, whatever is done on the way (`state_after`).
    "take_up": _move((*_NEW, State.DEEMED_REFUSED), State.IN_WORK, _HANDLING, Basis("order-272", "10")),
    "ask_correction": _move(_NEW, State.NEEDS_CORRECTION, _HANDLING, _ACCEPTANCE),
    "correct": _move((State.NEEDS_CORRECTION,), State.IN_WORK, (*_APPELLANT, Role.APPEALS_OFFICER, Role.AUTHORITY), _ACCEPTANCE),
    "correction_over": _move((State.NEEDS_CORRECTION,), State.IN_WORK, (Role.SYSTEM,), _ACCEPTANCE, False),
    "forward": _move((*_NEW, State.NEEDS_CORRECTION), State.FORWARDED, (*_HANDLING, Role.SYSTEM), _FORWARDING),
    # None: the state stays.
    "forward_part": _move((*_NEW, State.NEEDS_CORRECTION), None, _HANDLING, _FORWARDING),
    "extend": _move(RUNNING, None, _DECIDING, _TERM),
    "notify": _move((*OWED, State.DECIDED), None, _HANDLING, _TERM),
    "propose": _move((State.IN_WORK, State.DEEMED_REFUSED), State.PRELIMINARY, _HANDLING, _HEARD),
    # A hearing appointed meanwhile takes nothing from the two days.
    "object": _move(
        (State.PRELIMINARY, State.HEARING, State.IN_WORK, State.DEEMED_REFUSED), None,
        (*_APPELLANT, Role.APPEALS_OFFICER, Role.AUTHORITY), _HEARD,
    ),
    "appoint_hearing": _move((State.IN_WORK, State.PRELIMINARY), State.HEARING, _HANDLING, _HEARD),
    "record_hearing": _move((State.HEARING,), State.IN_WORK, _HANDLING, _PROTOCOL),
    "decide": _move(
        (*_NEW, State.NEEDS_CORRECTION, State.PRELIMINARY, State.DEEMED_REFUSED), State.DECIDED, _DECIDING, _TERM,
    ),
    # Not before the time set for a correction is over.
    "leave": _move(_NEW, State.LEFT, _DECIDING, _ENDS, False),
    "withdraw": _move(OWED, State.WITHDRAWN, (*_APPELLANT, Role.APPEALS_OFFICER, Role.AUTHORITY), _ACCEPTANCE),
    "answer": _move((State.DECIDED, State.LEFT), None, _HANDLING, Basis("order-272", "10")),
    "name_accused": _move(OWED, None, _HANDLING, _COMPLAINT, False),
    "request_case": _move(OWED, None, (Role.AUTHORITY,), _COMPLAINT, False),
    "give_case": _move(OWED, None, (Role.APPEALS_OFFICER, Role.HEAD), _COMPLAINT),
    "lapse": _move(RUNNING, State.DEEMED_REFUSED, (Role.SYSTEM,), _COMPLAINT),
    # Steps not taken in time, recorded against the body.
    "late_registration": _move((State.REGISTERED,), None, (Role.SYSTEM,), _ACCEPTANCE),
    "late_forwarding": _move((*_NEW, State.NEEDS_CORRECTION, State.FORWARDED), None, (Role.SYSTEM,), _FORWARDING),
    "late_notice": _move((*OWED, *FINAL), None, (Role.SYSTEM,), _TERM),
    "late_case": _move((*OWED, *FINAL), None, (Role.SYSTEM,), _COMPLAINT, False),
}

# Acts of the person who appeals, whoever enters them; every other act is the body's.
OF_APPELLANT = ("correct", "object", "withdraw")
# What the body complained about does in a case of the body above it.
OF_RESPONDENT = ("give_case",)

MARK: Mapping[State, Mark] = {
    State.REGISTERED: Mark.REGISTERED,
    State.NEEDS_CORRECTION: Mark.IN_WORK,
    State.IN_WORK: Mark.IN_WORK,
    State.PRELIMINARY: Mark.IN_WORK,
    State.HEARING: Mark.IN_WORK,
    State.DEEMED_REFUSED: Mark.REFUSED,
    State.FORWARDED: Mark.DONE,
    State.DECIDED: Mark.DONE,
    State.LEFT: Mark.REFUSED,
    State.WITHDRAWN: Mark.DONE,
}


def state_after(act: str, state: State, role: Role) -> State:
    """The state after an act, or `Refused`: by the table; a deemed refusal stands until the appeal has ended (91, part 2)."""
    found = perform(MOVES, act, state, role)
    return state if state is State.DEEMED_REFUSED and found not in FINAL else found


def mark(state: State, registered_at: datetime, at: datetime) -> Mark:
    """The mark a person sees; what came outside working time is only delivered until the next working day (APPC, article 64)."""
    return Mark.DELIVERED if state is State.REGISTERED and at < registered_at else MARK[state]


