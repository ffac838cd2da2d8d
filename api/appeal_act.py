"""The acts on an appeal. Each fetches and hands over; what the law allows is decided below."""

from typing import Any
from uuid import UUID

from api.act import ACTS, Rehearsed, plain
from api.appeal import Appeal
from api.appeal_input import (
    LONGEST_ADDRESS,
    LONGEST_ESSENCE,
    AppealWordsInput,
    AppointHearingInput,
    AskAppealCorrectionInput,
    CorrectAppealInput,
    DecideAppealInput,
    ExtendAppealInput,
    FileAppealInput,
    FileComplaintInput,
    ForwardAppealInput,
    ForwardAppealPartInput,
    GiveAppealCaseInput,
    LeaveAppealInput,
    NameAccusedInput,
    ObjectToAppealDecisionInput,
    ProposeAppealDecisionInput,
    RecordHearingInput,
    TakeUpAppealInput,
    WithdrawAppealInput,
    files,
    other_clinic,
    wanted,
)
from api.asked import leave_line
from api.context import Info
from api.given import words
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import mutation, payload
from models import appeal_decision as decision
from models import appeal_filing as filing
from models import appeal_handling as handling
from models import signing
from models.actor import Actor
from models.appeal import Appeal as Row
from models.appeal_summary import summary
from models.authority import Authority, above
from models.clinic import Clinic
from models.law import Role, Service

AppealPayload = payload(Appeal)
FILE = "appeal:file"
FILING = (Role.CITIZEN, Role.REGISTRAR, Role.APPEALS_OFFICER, Role.HEAD, Role.AUTHORITY, Role.PARTNER)
FOR_PERSON = (Role.CITIZEN, Role.REGISTRAR, Role.APPEALS_OFFICER, Role.AUTHORITY, Role.PARTNER)
HANDLING = (Role.APPEALS_OFFICER, Role.HEAD, Role.AUTHORITY)
DECIDING = (Role.HEAD, Role.AUTHORITY)
GIVING = (Role.APPEALS_OFFICER, Role.HEAD)
asked = leave_line(Service.APPEAL)


async def case(actor: Actor, given: str) -> Row:
    """The appeal of an id, locked; absent and not the caller's look alike."""
    found = await filing.locked(actor, decode(given, "Appeal"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return found


async def seen(actor: Actor, given: Any) -> Row:
    """The appeal of an act, locked, as the caller has seen it."""
    found = await case(actor, given.id)
    filing.seen(found, given.version)
    return found


async def _file(info: Info, given: FileAppealInput | FileComplaintInput, act: str) -> Any:
    actor = filing.with_channel(info.context.actor, given.channel)
    signed = info.context.signed(given.signature)
    return await filing.file(actor, await wanted(actor, given, signed), plain(given), signed, act)


@mutation(*FILING, returns=AppealPayload, scope=FILE, refused=asked)
async def file_appeal(info: Info, input: FileAppealInput) -> Any:
    """File an appeal: signed on the portal; at a desk and by phone taken in by staff; by a partner with consent or a signature.

    It is accepted always, with a receipt at once (APPC, article 64). The kind decides the clock: `appealKinds`.
    """
    return await _file(info, input, filing.ACT)


@mutation(*FILING, returns=AppealPayload, scope=FILE, refused=asked)
async def file_complaint(info: Info, input: FileComplaintInput) -> Any:
    """Complain about a case of any service, with its facts attached. One that comes late is accepted (APPC, article 92)."""
    return await _file(info, input, filing.COMPLAINT)


@mutation(*FOR_PERSON, returns=AppealPayload, scope=FILE)
async def correct_appeal(info: Info, input: CorrectAppealInput) -> Any:
    """Give what was missing; the term runs on (APPC, article 64)."""
    actor = info.context.actor
    given, enclosed = words(input.words, "words"), await files(actor, input.files)
    postal = words(input.postal_address or "", "postal_address", LONGEST_ADDRESS)
    if not (given or enclosed or postal):
        raise Invalid(ProblemCode.REQUIRED, "words")
    return await filing.correct(actor, await case(actor, input.id), given, enclosed, postal)


@mutation(*FOR_PERSON, returns=AppealPayload, scope=FILE)
async def object_to_appeal_decision(info: Info, input: ObjectToAppealDecisionInput) -> Any:
    """Object to the preliminary decision, within two working days of receiving it (APPC, article 73, part 3)."""
    actor = info.context.actor
    return await filing.object_to(actor, await case(actor, input.id), words(input.words, "words"))


@mutation(*FOR_PERSON, returns=AppealPayload, scope=FILE)
async def withdraw_appeal(info: Info, input: WithdrawAppealInput) -> Any:
    """Take an appeal back before the decision (APPC, article 64)."""
    actor = info.context.actor
    enclosed = await files(actor, input.files)
    return await filing.withdraw(actor, await case(actor, input.id), words(input.words or "", "words"), enclosed)


@mutation(*HANDLING, returns=AppealPayload)
async def take_up_appeal(info: Info, input: TakeUpAppealInput) -> Any:
    """Name the executor, or another one."""
    actor = info.context.actor
    return await handling.take_up(actor, await seen(actor, input), decode(input.executor, "Account", "executor"))


@mutation(*HANDLING, returns=AppealPayload)
async def ask_appeal_correction(info: Info, input: AskAppealCorrectionInput) -> Any:
    """Say which requirements of article 63 are not met and set a reasonable time; the term does not stop."""
    actor = info.context.actor
    return await handling.ask_correction(actor, await seen(actor, input), input.requirements, words(input.words, "words"), input.until)


@mutation(*HANDLING, returns=AppealPayload)
async def forward_appeal(info: Info, input: ForwardAppealInput) -> Any:
    """Send an appeal on to the body whose it is to decide, within three working days, with notice; that body opens its own case."""
    actor, found = info.context.actor, await seen(info.context.actor, input)
    clinic, authority = await _receiver(found, input.clinic)
    return await handling.forward(actor, found, input.ground, clinic, authority, words(input.words, "words"))


@mutation(*HANDLING, returns=AppealPayload)
async def forward_appeal_part(info: Info, input: ForwardAppealPartInput) -> Any:
    """Send on the part that another body decides on; the rest stays, in its own term."""
    actor, found = info.context.actor, await seen(info.context.actor, input)
    clinic, authority = await _receiver(found, input.clinic)
    part = words(input.part, "part", LONGEST_ESSENCE)
    return await handling.forward_part(actor, found, clinic, authority, part, words(input.words, "words"))


async def _receiver(found: Row, clinic: str | None) -> tuple[Clinic | None, Authority | None]:
    """The clinic named, or the authorised body above the clinic of the appeal."""
    if clinic:
        return await other_clinic(clinic), None
    authority = await above(found.clinic)
    if authority is None:
        raise Invalid(ProblemCode.REQUIRED, "clinic")
    return None, authority


@mutation(*DECIDING, returns=AppealPayload)
async def extend_appeal(info: Info, input: ExtendAppealInput) -> Any:
    """Extend the term of article 76 with reasons, once, to two months after the receipt at most; the person is told."""
    actor = info.context.actor
    return await handling.extend(actor, await seen(actor, input), input.until, words(input.words, "words"))


@mutation(*HANDLING, returns=AppealPayload)
async def note_extension_notice(info: Info, input: AppealWordsInput) -> Any:
    """Note how and when somebody without an account was told of the extension."""
    actor = info.context.actor
    return await handling.notify(actor, await seen(actor, input), words(input.words, "words", 300))


@mutation(*HANDLING, returns=AppealPayload)
async def propose_appeal_decision(info: Info, input: ProposeAppealDecisionInput) -> Any:
    """Show the person the decision that is to be taken, at least three working days before one against the person."""
    actor = info.context.actor
    return await decision.propose(actor, await seen(actor, input), input.outcome, words(input.words, "words", LONGEST_ESSENCE))


@mutation(*HANDLING, returns=AppealPayload)
async def appoint_hearing(info: Info, input: AppointHearingInput) -> Any:
    """Invite the person to be heard (APPC, article 73)."""
    actor, place = info.context.actor, words(input.place, "place", LONGEST_ADDRESS)
    if not place:
        raise Invalid(ProblemCode.REQUIRED, "place")
    return await decision.appoint_hearing(actor, await seen(actor, input), input.at, input.way, place)


@mutation(*HANDLING, returns=AppealPayload)
async def record_hearing(info: Info, input: RecordHearingInput) -> Any:
    """Keep the protocol of a hearing (APPC, article 74)."""
    actor = info.context.actor
    parts = {name: words(getattr(input, name), name, LONGEST_ESSENCE) for name in decision.PARTS}
    return await decision.record_hearing(actor, await seen(actor, input), input.began_at, input.ended_at, parts)


@mutation(*DECIDING, returns=AppealPayload)
async def decide_appeal(info: Info, input: DecideAppealInput) -> Any:
    """Decide, with reasons, the law and the way on. What is owed after the term has run out is decided so too."""
    actor = info.context.actor
    reasons, law = words(input.words, "words", LONGEST_ESSENCE), words(input.law or "", "law")
    return await decision.decide(actor, await seen(actor, input), input.outcome, reasons, law, input.restored)


@mutation(*DECIDING, returns=AppealPayload)
async def leave_appeal(info: Info, input: LeaveAppealInput) -> Any:
    """Leave without consideration, on a ground of the list; never what tells of a crime or a threat."""
    actor = info.context.actor
    return await decision.leave(actor, await seen(actor, input), input.ground, words(input.words, "words"))


@mutation(*HANDLING, returns=AppealPayload)
async def send_appeal_answer(info: Info, input: AppealWordsInput) -> Any:
    """Note that the answer was sent by post or given by hand: when, under which number, to whom."""
    actor = info.context.actor
    return await decision.answer(actor, await seen(actor, input), words(input.words, "words", 300))


@mutation(*HANDLING, returns=AppealPayload)
async def name_accused(info: Info, input: NameAccusedInput) -> Any:
    """Name those of the clinic's staff about whom it complains: from then on they do not act on it. Nobody is taken off the list."""
    actor = info.context.actor
    people: list[UUID] = [decode(one, "Patient", "people") for one in input.people]
    note = words(input.words or "", "words")
    if not (people or note):
        raise Invalid(ProblemCode.REQUIRED, "people")
    return await handling.name_accused(actor, await seen(actor, input), people, note)


@mutation(Role.AUTHORITY, returns=AppealPayload)
async def request_appeal_case(info: Info, input: AppealWordsInput) -> Any:
    """Ask the clinic complained about for its case."""
    actor = info.context.actor
    return await handling.request_case(actor, await seen(actor, input), words(input.words, "words"))


@mutation(*GIVING, returns=AppealPayload)
async def give_appeal_case(info: Info, input: GiveAppealCaseInput) -> Any:
    """Give the authorised body the case that it has asked for: explanations and papers."""
    actor = info.context.actor
    told = words(input.words, "words", LONGEST_ESSENCE)
    return await handling.give_case(actor, await seen(actor, input), told, await files(actor, input.files))


async def _ask(actor: Actor, given: Any, act: str) -> signing.SignatureRequest:
    asked_for = await wanted(actor, given, to_sign=True)
    lines = summary(asked_for, named=actor.partner is None)
    return await signing.ask(actor, signing.Purpose.REQUEST, act, plain(given), summary=lines)


ACTS |= {
    "fileAppeal": Rehearsed(file_appeal, FILING, FILE, ask=_ask, line=asked),
    "fileComplaint": Rehearsed(file_complaint, FILING, FILE, ask=_ask, line=asked),
    "correctAppeal": Rehearsed(correct_appeal, FOR_PERSON, FILE),
    "objectToAppealDecision": Rehearsed(object_to_appeal_decision, FOR_PERSON, FILE),
    "withdrawAppeal": Rehearsed(withdraw_appeal, FOR_PERSON, FILE),
    "takeUpAppeal": Rehearsed(take_up_appeal, HANDLING),
    "askAppealCorrection": Rehearsed(ask_appeal_correction, HANDLING),
    "forwardAppeal": Rehearsed(forward_appeal, HANDLING),
    "forwardAppealPart": Rehearsed(forward_appeal_part, HANDLING),
    "extendAppeal": Rehearsed(extend_appeal, DECIDING),
    "noteExtensionNotice": Rehearsed(note_extension_notice, HANDLING),
    "proposeAppealDecision": Rehearsed(propose_appeal_decision, HANDLING),
    "appointHearing": Rehearsed(appoint_hearing, HANDLING),
    "recordHearing": Rehearsed(record_hearing, HANDLING),
    "decideAppeal": Rehearsed(decide_appeal, DECIDING),
    "leaveAppeal": Rehearsed(leave_appeal, DECIDING),
    "sendAppealAnswer": Rehearsed(send_appeal_answer, HANDLING),
    "nameAccused": Rehearsed(name_accused, HANDLING),
    "requestAppealCase": Rehearsed(request_appeal_case, (Role.AUTHORITY,)),
    "giveAppealCase": Rehearsed(give_appeal_case, GIVING),
}
