"""How an appeal is decided: the preliminary decision, the hearing with its protocol, the decision and its answer (APPC, 73–76, 100)."""

from datetime import datetime

from models import clock
from models.actor import Actor
from models.appeal import Appeal, Kept
from models.appeal_filing import begin, saved
from models.appeal_handling import returned
from models.law import appeal_clock as clocks
from models.law import appeal_rules as rules
from models.law.appeal import AnswerWay, HearingWay, LeaveGround, Outcome

# What a protocol must say beside when and where (article 74).
PARTS = ("secretary", "participants", "content", "explanations")


async def propose(actor: Actor, case: Appeal, outcome: Outcome, words: str) -> Appeal:
    """Show the person the decision that is to be taken, three working days before it; two are there to object (73)."""
    begin(actor, "propose", case)
    rules.proposal_allowed(case.standing(actor), outcome, words, clock.today())
    _kept_before(case)
    case.proposed_outcome, case.proposed_words, case.shown_at = outcome, words, clock.now()
    case.object_by, case.objection, case.objected_at = clocks.object_by(clock.today()), "", None
    changed = ["proposed_outcome", "proposed_words", "shown_at", "object_by", "objection", "objected_at", "earlier"]
    return await saved(actor, "propose", case, changed, "appeal_proposed", outcome=outcome, reason=words)


def _kept_before(case: Appeal) -> None:
    """What was shown and objected before stays with the case."""
    if case.shown_at and case.object_by:
        case.earlier = [*case.earlier, {
            "outcome": case.proposed_outcome, "words": case.proposed_words, "at": case.shown_at.isoformat(),
            "object_by": case.object_by.isoformat(), "objection": case.objection,
            "objected_at": case.objected_at.isoformat() if case.objected_at else None,
        }]  # fmt: skip


async def appoint_hearing(actor: Actor, case: Appeal, at: datetime, way: HearingWay, place: str) -> Appeal:
    """Invite the person to be heard: when, where and how (73)."""
    begin(actor, "appoint_hearing", case)
    rules.hearing_allowed(at, case.due_on, clock.now())
    if case.protocol:
        case.earlier = [*case.earlier, {"hearing": case.hearing, "protocol": case.protocol}]
    case.hearing, case.protocol = {"at": at.isoformat(), "way": way, "place": place}, {}
    changed = ["hearing", "protocol", "earlier"]
    return await saved(actor, "appoint_hearing", case, changed, "appeal_hearing", hearing=at.isoformat(), way=way, place=place)


async def record_hearing(actor: Actor, case: Appeal, began_at: datetime, ended_at: datetime, parts: Kept) -> Appeal:
    """Keep the protocol of a hearing: who took part, what was said, questions and answers (74)."""
    begin(actor, "record_hearing", case)
    rules.protocol_allowed(case.standing(actor), began_at, ended_at, {name: str(parts.get(name, "")) for name in PARTS}, clock.now())
    case.protocol = {
        **parts, "began_at": began_at.isoformat(), "ended_at": ended_at.isoformat(), "official": actor.name,
        "kept_at": clock.now().isoformat(),
    }  # fmt: skip
    return await saved(actor, "record_hearing", case, ["protocol"], "appeal_heard")


async def decide(actor: Actor, case: Appeal, outcome: Outcome, words: str, law: str, restored: bool | None) -> Appeal:
    """Decide: with reasons, the law and the way on; the answer is in the account at once (76; 100). A late answer is one all the same."""
    begin(actor, "decide", case)
    rules.decision_allowed(case.standing(actor), outcome, words, law, restored, clock.today())
    case.outcome, case.reasons, case.decision_law = outcome, words, law
    case.restored = restored if case.late else None
    _ended(actor, case)
    if outcome is Outcome.RETURNED:
        await returned(case)
    changed = ["outcome", "reasons", "decision_law", "restored", *_ENDED]
    return await saved(actor, "decide", case, changed, "appeal_decided", outcome=outcome, reason=words)


async def leave(actor: Actor, case: Appeal, ground: LeaveGround, words: str) -> Appeal:
    """Leave without consideration what nobody signs or what says nothing; never what tells of a crime or a threat."""
    begin(actor, "leave", case)
    rules.leave_allowed(case.standing(actor), ground, words, clock.today())
    case.leave_ground, case.reasons = ground, words
    _ended(actor, case)
    return await saved(actor, "leave", case, ["leave_ground", "reasons", *_ENDED], "appeal_left", ground=ground, reason=words)


_ENDED = ("ended_at", "decided_by", "decided_role", "answered_at")


def _ended(actor: Actor, case: Appeal) -> None:
    """Who ended it and when; where only the account was asked for, or nobody knows whom to answer, that is all."""
    case.ended_at, case.decided_by, case.decided_role = clock.now(), actor.name, actor.capacity
    if case.anonymous or (case.person_id and set(case.ways) <= {AnswerWay.ACCOUNT}):
        case.answered_at = clock.now()


async def answer(actor: Actor, case: Appeal, words: str) -> Appeal:
    """Note that the answer was sent by post or given by hand: when, under which number, to whom."""
    begin(actor, "answer", case)
    rules.may_answer(case.standing(actor))
    rules.reasons_given(words, clock.today())
    case.answered_at, case.answer_words = clock.now(), words[:300]
    return await saved(actor, "answer", case, ["answered_at", "answer_words"], "appeal_answered")
