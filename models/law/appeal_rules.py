"""Appeals: why not? One small function per rule; the same rules answer beforehand and decide each act.

Nothing here forbids filing: an appeal is accepted, registered and considered, always (APPC, article 64, part 1).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from models.law import Basis, Impediment, Refused, Role, forbid, open_acts, perform
from models.law.appeal import (
    CLOCKS,
    COMPLAINTS,
    FORWARDING,
    IN_FORCE,
    LEAST_REASONS,
    LEAVING,
    MOVES,
    OF_APPELLANT,
    OF_RESPONDENT,
    OWED,
    UNFAVOURABLE,
    WORST,
    Body,
    ForwardGround,
    Kind,
    LeaveGround,
    Outcome,
    State,
    outcomes,
)
from models.law.appeal_clock import correct_from, decide_from, ends, object_by, over
from models.law.term import ZONE

_PROPOSAL = Basis("proposal")
# Every code with the basis of its rule: what /law prints.
IMPEDIMENTS: Mapping[str, Basis] = {
    "NOT_REPRESENTATIVE": Basis("appc", "63"),
    "APPEAL_CHANGED": _PROPOSAL,
    "NOT_THIS_BODY": Basis("appc", "65"),
    "ACCUSED_UNNAMED": Basis("appc", "91"),
    "PAPER_MISSING": Basis("appc", "64"),
    "HEARING_TERM": Basis("appc", "73"),
    "ACCUSED": Basis("appc", "91"),
    "OWN_APPEAL": _PROPOSAL,
    "RECEIVED_LATER": Basis("appc", "64"),
    "LEARNED_LATER": Basis("appc", "92"),
    "EXECUTOR_ELSEWHERE": Basis("order-272", "10"),
    "REQUIREMENTS_MISSING": Basis("appc", "64"),
    "CORRECTION_TERM": Basis("appc", "64"),
    "FORWARDED_HOME": Basis("appc", "65"),
    "FORWARDED_BACK": _PROPOSAL,
    "COMPLAINT_UPWARDS": Basis("appc", "91"),
    "NO_BODY_ABOVE": Basis("appc", "91"),
    "NOBODY_ACCUSED": Basis("appc", "91"),
    "PART_MISSING": Basis("appc", "65"),
    "NOT_EXTENDABLE": Basis("appc", "76"),
    "EXTENDED_ONCE": Basis("appc", "76"),
    "EXTENDED_LATE": Basis("appc", "76"),
    "EXTENDED_UNTIL": Basis("appc", "76"),
    "NOTHING_TO_NOTIFY": Basis("appc", "76"),
    "OBJECTION_LATE": Basis("appc", "73"),
    "OBJECTED_ALREADY": Basis("appc", "73"),
    "HEARING_PAST": Basis("appc", "73"),
    "HEARING_TIMES": Basis("appc", "74"),
    "PROTOCOL_PARTS": Basis("appc", "74"),
    "OUTCOME_KIND": Basis("appc", "100"),
    "ONLY_IN_FULL": Basis("appc", "91"),
    "PRELIMINARY_FIRST": Basis("appc", "73"),
    "PRELIMINARY_TIME": Basis("appc", "73"),
    "LAW_MISSING": Basis("appc", "76"),
    "RESTORE_UNDECIDED": Basis("appc", "92"),
    "LEAVE_GROUND": Basis("appc"),
    "CRIME_REPORTED": Basis("appc"),
    "ANSWERED_ALREADY": Basis("order-272", "10"),
    "CASE_AT_CLINIC": Basis("appc", "91"),
    "CASE_NOT_REQUESTED": Basis("appc", "91"),
    "REASONS_MISSING": Basis("appc", "76"),
}


class Seat(StrEnum):
    """In which place somebody stands to an appeal: who appeals (or enters it for the person), the body that has it, the body
    complained about, anybody else."""

    APPELLANT = "APPELLANT"
    BODY = "BODY"
    RESPONDENT = "RESPONDENT"
    OTHER = "OTHER"


@dataclass(frozen=True)
class Standing:
    """What an appeal is like at a moment, as far as it decides which acts are open, and for whom."""

    state: State
    kind: Kind
    body: Body
    seat: Seat
    due_on: date
    latest_on: date
    accused: bool = False  # whether the one who asks is complained about
    own: bool = False  # whether the one who asks, in a post, appeals or has appealed for the person
    anybody_accused: bool = False
    extended: bool = False
    notice_owed: bool = False
    shown_on: date | None = None  # the preliminary decision
    proposed: Outcome | None = None  # which one was shown
    objected: bool = False
    anonymous: bool = False
    crime: bool = False
    correction_missed: bool = False
    essence_asked: bool = False  # whether the correction asked for was of the essence
    accused_unnamed: bool = False  # somebody is complained of in words, and nobody is named yet
    late: bool = False
    answered: bool = False
    signed: bool = False  # under the person's own signature
    appointed_at: datetime | None = None  # the hearing
    case_requested: bool = False
    case_given: bool = False
    lapsed: bool = False


def impediment(code: str, *fields: str, at: datetime | None = None, **values: object) -> Impediment:
    """The impediment of a code, with the basis of its rule."""
    return Impediment(code, IMPEDIMENTS[code], fields, values, at)


def may_act(act: str, case: Standing) -> None:
    """Whose act it is: the appellant's, the body's that has the appeal, the body's complained about; and never theirs about whom
    it complains, whatever the act: a colleague gives their case and their words; nor theirs who appeal themselves: nobody is a
    judge in one's own case; otherwise `Refused`."""
    if case.accused:
        raise Refused(impediment("ACCUSED"))
    if case.own:
        raise Refused(impediment("OWN_APPEAL"))
    fit: tuple[Seat, ...] = (Seat.BODY,)
    if act in OF_APPELLANT:
        fit = (Seat.APPELLANT, Seat.BODY)
    if act in OF_RESPONDENT:
        fit = (Seat.RESPONDENT,)
    if case.seat not in fit:
        raise Refused(impediment("NOT_THIS_BODY"))


def reasoned(words: str, on: date) -> bool:
    """Whether words are reasons: long enough, and at least half of that letters, so that a row of dots is none."""
    least = LEAST_REASONS.on(on)
    return len(words.strip()) >= least and sum(sign.isalpha() for sign in words) * 2 >= least


def reasons_given(words: str, on: date, name: str = "words") -> None:
    """What the person must understand has reasons; otherwise `Refused`."""
    forbid(_without_reasons(words, on, name))


def _without_reasons(words: str, on: date, name: str = "words") -> list[Impediment]:
    return [] if reasoned(words, on) else [impediment("REASONS_MISSING", name, least=LEAST_REASONS.on(on))]


def received(received_at: datetime, now: datetime) -> None:
    """A paper is not received later than it is entered, nor before there was the Code; otherwise `Refused`."""
    if received_at > now or received_at.astimezone(ZONE).date() < IN_FORCE:
        raise Refused(impediment("RECEIVED_LATER", "receivedAt", first=IN_FORCE))


def learned(learned_on: date | None, on: date) -> None:
    """Nobody has learnt of an act after complaining of it; otherwise `Refused`."""
    if learned_on is not None and learned_on > on:
        raise Refused(impediment("LEARNED_LATER", "learnedOn"))


def correction_allowed(requirements: Collection[object], words: str, until: date, due_on: date, on: date) -> None:
    """What is missing is named, the time is reasonable and lies in the general term, which does not stop (64); otherwise `Refused`."""
    found = []
    if not requirements:
        found.append(impediment("REQUIREMENTS_MISSING", "requirements"))
    first = min(correct_from(on), due_on)
    if not first <= until <= due_on:
        found.append(impediment("CORRECTION_TERM", "until", first=first, last=due_on))
    found += _without_reasons(words, on)
    forbid(found)


def forward_allowed(case: Standing, ground: ForwardGround, to: Body, same: bool, back: bool = False) -> None:
    """To another body only; a complaint goes to the body above, which an authorised body has none of (65; 91); and as another's to
    decide never back to a body that has had it, so that no appeal goes round in a circle; otherwise `Refused`."""
    if same:
        raise Refused(impediment("FORWARDED_HOME", "body"))
    if back and ground is ForwardGround.NOT_COMPETENT:
        raise Refused(impediment("FORWARDED_BACK", "body"))
    may_forward(case, ground)
    if to is not Body.AUTHORITY and (ground is not ForwardGround.NOT_COMPETENT or case.kind in COMPLAINTS):
        raise Refused(impediment("COMPLAINT_UPWARDS", "body"))


def may_forward(case: Standing, ground: ForwardGround) -> None:
    """Whether a ground fits: complaints go upwards only, above the authorised body there is none; otherwise `Refused`."""
    upwards = ground is not ForwardGround.NOT_COMPETENT or case.kind in COMPLAINTS
    if upwards and case.body is Body.AUTHORITY:
        raise Refused(impediment("NO_BODY_ABOVE", "ground"))
    if ground is ForwardGround.COMPLAINT and case.kind not in COMPLAINTS:
        raise Refused(Impediment("OUTCOME_KIND", FORWARDING[ground].basis, ("ground",)))
    if ground is ForwardGround.CONFLICT and not (case.anybody_accused or case.accused_unnamed):
        raise Refused(impediment("NOBODY_ACCUSED", "ground"))


def forward_grounds(case: Standing) -> list[ForwardGround]:
    """The grounds that fit."""
    return [one for one in ForwardGround if allows(partial(may_forward, case, one))]


def part_named(part: str, on: date) -> None:
    """What is forwarded in part says which part (65); otherwise `Refused`."""
    if not reasoned(part, on):
        raise Refused(impediment("PART_MISSING", "part", least=LEAST_REASONS.on(on)))


def may_extend(case: Standing, on: date) -> None:
    """Only the term of article 76 is extended, once, before it has run out; otherwise `Refused`."""
    if not CLOCKS[case.kind, case.body].extendable:
        raise Refused(impediment("NOT_EXTENDABLE"))
    if case.extended:
        raise Refused(impediment("EXTENDED_ONCE"))
    if on > case.due_on:
        raise Refused(impediment("EXTENDED_LATE"))


def extension_allowed(case: Standing, until: date, words: str, on: date) -> None:
    """To a day after the term and not later than two months after the receipt, with reasons (76); otherwise `Refused`."""
    may_extend(case, on)
    found = []
    if not case.due_on < until <= case.latest_on:
        found.append(impediment("EXTENDED_UNTIL", "until", due=case.due_on, last=case.latest_on))
    found += _without_reasons(words, on)
    forbid(found)


def may_notify(case: Standing) -> None:
    """A notice of an extension is noted where one is owed; otherwise `Refused`."""
    if not case.notice_owed:
        raise Refused(impediment("NOTHING_TO_NOTIFY"))


def may_object(case: Standing, on: date) -> None:
    """Within two working days of receiving the preliminary decision (73, part 3), once; otherwise `Refused`."""
    if case.shown_on is None:
        raise Refused(Impediment("NOT_OPEN", MOVES["object"].basis))
    if case.objected:
        raise Refused(impediment("OBJECTED_ALREADY"))
    if on > object_by(case.shown_on):
        raise Refused(impediment("OBJECTION_LATE", day=object_by(case.shown_on)))


def _may_object_for(case: Standing, role: Role, on: date) -> None:
    said_for("object", case, role)
    may_object(case, on)


def hearing_allowed(at: datetime, due_on: date, now: datetime) -> None:
    """A hearing is appointed for a moment to come, within the term; otherwise `Refused`."""
    if at <= now:
        raise Refused(impediment("HEARING_PAST", "at"))
    if over(due_on, at):
        raise Refused(impediment("HEARING_TERM", "at", day=due_on))


def protocol_allowed(case: Standing, began_at: datetime, ended_at: datetime, parts: Mapping[str, str], now: datetime) -> None:
    """The protocol says when the hearing began, not before the person was invited for, and ended, who took part and what was said (74);
    otherwise `Refused`."""
    found = []
    if not (case.appointed_at or began_at) <= began_at < ended_at <= now:
        found.append(impediment("HEARING_TIMES", "endedAt"))
    found += [impediment("PROTOCOL_PARTS", name) for name, words in parts.items() if not words.strip()]
    forbid(found)


def decision_allowed(case: Standing, outcome: Outcome, words: str, law: str, restored: bool | None, on: date) -> None:
    """A decision of the kind's list, with reasons; against the person also with the law, and only after the preliminary decision has
    been shown for three working days (73); a late complaint's says whether the term is restored (92); otherwise `Refused`.

    When the term has run out the refusal stands already by the law; the answer that is still owed keeps the person's guarantees.
    """
    accused_named(case)
    found = outcome_allowed(case, outcome)
    found += _without_reasons(words, on)
    if outcome in UNFAVOURABLE and not law.strip():
        found.append(impediment("LAW_MISSING", "law"))
    if case.late and restored is None:
        found.append(impediment("RESTORE_UNDECIDED", "restored"))
    forbid(found or preliminary_shown(case, outcome, on))


def outcome_allowed(case: Standing, outcome: Outcome) -> list[Impediment]:
    """A decision that can end an appeal of this kind at this body."""
    if outcome in outcomes(case.kind, case.body):
        return []
    in_full = case.kind is Kind.COMPLAINT and case.body is Body.CLINIC
    return [impediment("ONLY_IN_FULL" if in_full else "OUTCOME_KIND", "outcome")]


def preliminary_shown(case: Standing, outcome: Outcome, on: date) -> list[Impediment]:
    """Before a decision against the person one no better is shown as the preliminary one (73)."""
    if outcome not in UNFAVOURABLE:
        return []
    warned = case.proposed in (outcome, *WORST)
    if case.shown_on is None or not warned:
        return [impediment("PRELIMINARY_FIRST", "outcome")]
    first = decide_from(case.shown_on)
    begins = datetime.combine(first, datetime.min.time(), ZONE)
    return [impediment("PRELIMINARY_TIME", "outcome", at=begins, day=first)] if on < first else []


def proposal_allowed(case: Standing, outcome: Outcome, words: str, on: date) -> None:
    """A preliminary decision is one that could end the appeal, with its reasons (73); otherwise `Refused`."""
    found = outcome_allowed(case, outcome)
    found += _without_reasons(words, on)
    forbid(found)


def leave_allowed(case: Standing, ground: LeaveGround, words: str, on: date) -> None:
    """A ground that is so, with reasons, and never where a crime or a threat is told of (domain 4.2); otherwise `Refused`."""
    may_leave(case)
    missed = case.correction_missed
    # who can be asked what is meant is asked first
    so = {
        LeaveGround.ANONYMOUS: case.anonymous,
        LeaveGround.WITHOUT_ESSENCE: missed and case.essence_asked,
        LeaveGround.NOT_CORRECTED: missed,
    }
    found = [] if so[ground] else [Impediment("LEAVE_GROUND", LEAVING[ground].basis, ("ground",))]
    found += _without_reasons(words, on)
    forbid(found)


def may_leave(case: Standing) -> None:
    """What tells of a crime or a threat is never left without consideration; nor does a clinic leave a complaint that it grants in full
    or sends up; otherwise `Refused`."""
    if case.crime:
        raise Refused(impediment("CRIME_REPORTED"))
    if case.kind is Kind.COMPLAINT and case.body is Body.CLINIC:
        raise Refused(impediment("ONLY_IN_FULL"))
    accused_named(case)


def accused_named(case: Standing) -> None:
    """Before anybody ends a complaint about somebody in words, it is said who that is, so that they do not; otherwise `Refused`."""
    if case.accused_unnamed:
        raise Refused(impediment("ACCUSED_UNNAMED"))


def said_for(act: str, case: Standing, role: Role) -> None:
    """Nobody of a body or a desk corrects, objects to or takes back what the person has filed under an own signature, nor takes back
    what is deemed refused; otherwise `Refused`."""
    if role not in (Role.CITIZEN, Role.PARTNER) and (case.signed or (act == "withdraw" and case.lapsed)):
        raise Refused(Impediment("NOT_YOURS", MOVES[act].basis))


def withdrawal_noted(case: Standing, role: Role, words: str, papers: int, on: date) -> None:
    """A withdrawal that the body or a desk enters says which written application stands behind it, and encloses it (64); what the person
    has signed the person takes back; otherwise `Refused`."""
    said_for("withdraw", case, role)
    if role in (Role.CITIZEN, Role.PARTNER):
        return
    reasons_given(words, on)
    if not papers:
        raise Refused(impediment("PAPER_MISSING", "files"))


def may_answer(case: Standing) -> None:
    """An answer sent by post or given by hand is noted once; otherwise `Refused`."""
    if case.answered:
        raise Refused(impediment("ANSWERED_ALREADY"))


def may_request_case(case: Standing) -> None:
    """The authorised body asks once for the case of a clinic: asking again would give it new days; otherwise `Refused`."""
    if case.body is Body.CLINIC or case.case_requested or case.case_given:
        raise Refused(impediment("CASE_AT_CLINIC"))


def may_give_case(case: Standing) -> None:
    """A clinic gives the case that it was asked for; otherwise `Refused`."""
    if not case.case_requested or case.case_given:
        raise Refused(impediment("CASE_NOT_REQUESTED"))


def may_now(act: str, case: Standing, role: Role, now: datetime) -> None:
    """An act is open to a role now: by the table, by the place in which it stands, and by the rule of the act; otherwise `Refused`."""
    on = now.astimezone(ZONE).date()
    rules: Mapping[str, Callable[[], None]] = {
        "extend": partial(may_extend, case, on),
        "notify": partial(may_notify, case),
        "object": partial(_may_object_for, case, role, on),
        "leave": partial(may_leave, case),
        "decide": partial(accused_named, case),
        **{act: partial(may_forward, case, ForwardGround.NOT_COMPETENT) for act in ("forward", "forward_part")},
        **{act: partial(said_for, act, case, role) for act in ("correct", "withdraw")},
        "answer": partial(may_answer, case),
        "request_case": partial(may_request_case, case),
        "give_case": partial(may_give_case, case),
    }
    perform(MOVES, act, case.state, role)
    may_act(act, case)
    rules.get(act, lambda: None)()


def acts_now(case: Standing, role: Role, now: datetime) -> list[str]:
    """The acts open to a role now."""
    return [act for act in open_acts(MOVES, case.state, role) if allows(partial(may_now, act, case, role, now))]


def allows(rule: Callable[[], None]) -> bool:
    """Whether a rule lets an act be done."""
    try:
        rule()
    except Refused:
        return False
    return True


def registered_late(received_registered_on: date, entered_on: date) -> bool:
    """Whether an appeal that came on paper was entered after the day on which it had to be registered (64, part 3)."""
    return entered_on > received_registered_on


def late(day: date | None, now: datetime) -> bool:
    """Whether something that was due on a day is late."""
    return day is not None and over(day, now)


def due_at(state: State, due_on: date) -> datetime | None:
    """The moment at which the running term ends; the term that ran out stays, since the duty stays."""
    return ends(due_on) if state in OWED else None
