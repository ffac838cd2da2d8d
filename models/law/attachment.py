"""Attachment to a clinic: states and acts, the term, grounds of refusal and of detachment (Rules 194; S1; S4).

Grounds, documents, doctors and the campaign stand in `attachment_ground`, the rules of "why not?" in
`attachment_rules`; this module offers all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.law import Basis, Impediment, Mark, Move, Provision, Refused, Role, Service, forbid
from models.law.attachment_ground import AGES as AGES
from models.law.attachment_ground import CAMPAIGN as CAMPAIGN
from models.law.attachment_ground import CHILD_BY_RESIDENCE as CHILD_BY_RESIDENCE
from models.law.attachment_ground import DOCUMENT_BASIS as DOCUMENT_BASIS
from models.law.attachment_ground import DOCUMENTS as DOCUMENTS
from models.law.attachment_ground import FREE_CHANGES_PER_YEAR as FREE_CHANGES_PER_YEAR
from models.law.attachment_ground import NORM as NORM
from models.law.attachment_ground import NORM_YOUNG_CHILDREN as NORM_YOUNG_CHILDREN
from models.law.attachment_ground import Ages as Ages
from models.law.attachment_ground import Campaign as Campaign
from models.law.attachment_ground import DocumentKind as DocumentKind
from models.law.attachment_ground import Ground as Ground
from models.law.attachment_ground import campaign_open as campaign_open
from models.law.attachment_ground import documents_needed as documents_needed
from models.law.attachment_ground import next_campaign as next_campaign
from models.law.attachment_rules import IMPEDIMENTS as IMPEDIMENTS
from models.law.attachment_rules import Doctor as Doctor
from models.law.attachment_rules import Facts as Facts
from models.law.attachment_rules import count_free_changes as count_free_changes
from models.law.attachment_rules import impediments as impediments
from models.law.attachment_rules import of_ground as of_ground
from models.law.attachment_rules import of_person as of_person
from models.law.term import CUTOFF, ZONE, Hours, Term, accepted, clinic_day, closes, closing, cutoff, months_after


class State(StrEnum):
    """Where a case of attachment stands; APPROVED is decided and waits for its day."""

    SUBMITTED = "SUBMITTED"
    CHECKED = "CHECKED"
    REFUSAL_PROPOSED = "REFUSAL_PROPOSED"
    APPROVED = "APPROVED"
    IN_FORCE = "IN_FORCE"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"
    ENDED = "ENDED"


def _move(before: tuple[State, ...], after: State, by: tuple[Role, ...], basis: Basis, confirmed: bool = True) -> Move[State]:
    return Move(frozenset(before), after, frozenset(by), basis, confirmed)


_NEW, _CHECKED, _PROPOSED = State.SUBMITTED, State.CHECKED, State.REFUSAL_PROPOSED
_ANSWER = Basis("rules-194", "25")
_REFUSAL = Basis("portal-3176", "refusal")

MOVES: Mapping[str, Move[State]] = {
    "check": _move((_NEW,), _CHECKED, (Role.REGISTRAR,), Basis("proposal"), False),
    "approve": _move((_NEW, _CHECKED), State.APPROVED, (Role.HEAD,), _ANSWER),
    "take_force": _move((State.APPROVED,), State.IN_FORCE, (Role.SYSTEM,), Basis("portal-3176")),
    "propose_refusal": _move((_NEW, _CHECKED), _PROPOSED, (Role.REGISTRAR, Role.HEAD), _REFUSAL),
    "refuse": _move((_PROPOSED,), State.REFUSED, (Role.HEAD,), _REFUSAL),
    "decline_refusal": _move((_PROPOSED,), _NEW, (Role.HEAD, Role.REGISTRAR), Basis("proposal"), False),
    "withdraw": _move((_NEW, _CHECKED, _PROPOSED), State.WITHDRAWN, (Role.CITIZEN, Role.REGISTRAR), Basis("appc", "64")),
    "end": _move((State.IN_FORCE,), State.ENDED, (Role.SYSTEM,), Basis("rules-194")),
    "detach": _move((State.IN_FORCE, State.APPROVED), State.ENDED, (Role.HEAD,), Basis("rules-194"), False),
}

MARK: Mapping[State, Mark] = {
    State.SUBMITTED: Mark.REGISTERED,
    State.CHECKED: Mark.IN_WORK,
    State.REFUSAL_PROPOSED: Mark.IN_WORK,
    State.APPROVED: Mark.DONE,
    State.IN_FORCE: Mark.DONE,
    State.REFUSED: Mark.REFUSED,
    State.WITHDRAWN: Mark.DONE,
    State.ENDED: Mark.DONE,
}


def mark(state: State, accepted_at: datetime, at: datetime) -> Mark:
    """The mark a person sees; what came outside working time is only delivered until the opening (S4, paragraph 8)."""
    return Mark.DELIVERED if state is State.SUBMITTED and at < accepted_at else MARK[state]


REVIEW = Provision("attachment.review", _ANSWER, {date(2020, 11, 13): 1}, "working_day", Service.ATTACHMENT)
SAME_DAY_CUTOFF = CUTOFF


def term(submitted_at: datetime, hours: Hours) -> Term:
    """The clinic answers by the closing of its next working day after the filing, in working time or not (S1).

    A request filed before 18:00 (Saturday 12:00) of a working day is aimed at the same day (S4, paragraph 4).
    """
    day = submitted_at.astimezone(ZONE).date()
    due_day, last = clinic_day(day, hours, REVIEW.on(day)), cutoff(day, hours)
    target = closing(day, hours) if last and submitted_at < last else None
    return Term(accepted(submitted_at, hours), closes(due_day, hours), target, REVIEW)


def effective_day(ground: Ground, approved_on: date, submitted_on: date | None = None) -> date:
    """The day an attachment takes force: 1 January after the campaign (S1), otherwise the day of approval."""
    if ground is not Ground.CAMPAIGN:
        return approved_on
    return max(date((submitted_on or approved_on).year + 1, 1, 1), approved_on)


class RefusalGround(StrEnum):
    """The closed list of grounds on which the service is refused (S1)."""

    UNRELIABLE = "UNRELIABLE"
    NONCOMPLIANT = "NONCOMPLIANT"
    NEGATIVE_OPINION = "NEGATIVE_OPINION"
    COURT_BAN = "COURT_BAN"
    COURT_DEPRIVED = "COURT_DEPRIVED"
    NO_CONSENT = "NO_CONSENT"


@dataclass(frozen=True)
class Listed:
    """A ground of a list: its short code and its paragraph."""

    code: str
    basis: Basis
    confirmed: bool = True


REFUSAL: Mapping[RefusalGround, Listed] = {
    ground: Listed(f"R{number}", Basis("portal-3176", f"refusal:{number}")) for number, ground in enumerate(RefusalGround, start=1)
}


LEAST_REASONS = 20


def reasoned(words: str) -> bool:
    """Whether words are a sentence: long enough, and at least half of that letters, so that a row of dots is none."""
    return len(words.strip()) >= LEAST_REASONS and sum(sign.isalpha() for sign in words) * 2 >= LEAST_REASONS


def refusal_allowed(ground: RefusalGround, rule: str | None, words: str) -> None:
    """A refusal needs a ground of the list, for NONCOMPLIANT and only for it a rule, and reasons (S1); otherwise `Refused`.

    Reasons shorter than a sentence are none.
    """
    basis = REFUSAL[ground].basis
    found = []
    if (rule not in IMPEDIMENTS) if ground is RefusalGround.NONCOMPLIANT else bool(rule):
        found.append(Impediment("REFUSAL_RULE", basis, ("rule",)))
    if not reasoned(words):
        found.append(Impediment("REFUSAL_WORDS", basis, ("words",)))
    forbid(found)


def may_decline(proposer: object, decider: object, role: Role) -> None:
    """A proposed refusal is sent back by a head, or taken back by whoever proposed it; otherwise `Refused` (rule of this system)."""
    if role is not Role.HEAD and proposer != decider:
        raise Refused(Impediment("NOT_YOURS", MOVES["decline_refusal"].basis))


def four_eyes(proposer: object, decider: object) -> None:
    """Nobody confirms the refusal that he or she proposed; otherwise `Refused` (rule of this system)."""
    if proposer == decider:
        raise Refused(Impediment("FOUR_EYES", Basis("proposal")))


class DetachmentGround(StrEnum):
    """Why an attachment ends without a new one."""

    DEATH = "DEATH"
    LEFT_COUNTRY = "LEFT_COUNTRY"
    WITHOUT_WILL = "WITHOUT_WILL"
    RIGHT_LOST = "RIGHT_LOST"
    COMMISSION = "COMMISSION"


DETACHMENT: Mapping[DetachmentGround, Listed] = {
    DetachmentGround.DEATH: Listed("D1", Basis("rules-194"), False),
    DetachmentGround.LEFT_COUNTRY: Listed("D2", Basis("rules-194"), False),
    DetachmentGround.WITHOUT_WILL: Listed("D3", Basis("rules-194"), False),
    DetachmentGround.RIGHT_LOST: Listed("D4", Basis("rules-194"), False),
    DetachmentGround.COMMISSION: Listed("D5", Basis("portal-3176", "documents:5")),
}

COMPLAINT_TERM = Provision("complaint.term", Basis("appc", "92"), {date(2021, 7, 1): 3}, "month")
COMPLAINT_REVIEW = Provision("complaint.review", Basis("portal-3176"), {date(2013, 4, 15): 5}, "working_day")
COMPLAINT_REVIEW_BODY = Provision("complaint.review_body", Basis("order-272", "10"), {date(2015, 4, 27): 15}, "working_day")


def complaint_due(learned: date) -> date:
    """The last day for a complaint: three months from learning of the act (Procedural Code, article 92)."""
    return months_after(learned, COMPLAINT_TERM.on(learned))


def silence_learned(term_ended: date) -> date:
    """Of an inaction one learns when the term of the answer runs out, and not when anybody records it (Procedural Code, article 92)."""
    return term_ended
