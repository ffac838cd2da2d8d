"""The acts on a request for attachment. Each fetches and hands over; what the law allows is decided below."""

from typing import Any

from api.act import ACTS, Ask, Rehearsed, plain
from api.asked import leave_line
from api.attachment import Attachment
from api.attachment_draft import complete
from api.attachment_input import (
    ApproveAttachmentInput,
    CheckAttachmentInput,
    DeclineAttachmentRefusalInput,
    DetachAttachmentInput,
    ProposeAttachmentRefusalInput,
    RefuseAttachmentInput,
    SubmitAttachmentDraftInput,
    SubmitAttachmentInput,
    application,
    doctor,
)
from api.context import Info
from api.given import CaseInput, words
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import mutation, payload
from models import attachment_decision as decision
from models import attachment_draft as drafts
from models import attachment_filing as filing
from models import signing
from models.actor import Actor
from models.attachment import Attachment as Row
from models.law import Role, Service
from models.law.notice import Kind

AttachmentPayload = payload(Attachment)
FILERS = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)
SUBMIT = "attachment:submit"
asked = leave_line(Service.ATTACHMENT)


async def case(actor: Actor, given: str) -> Row:
    """The case of an id, locked; absent and not the caller's look alike."""
    found = await decision.locked(actor, decode(given, "Attachment"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return found


@mutation(*FILERS, returns=AttachmentPayload, scope=SUBMIT, refused=asked)
async def submit_attachment(info: Info, input: SubmitAttachmentInput) -> Any:
    """File a request for attachment: signed on the portal and through partners, with the identity seen at the desk (S1; S4, 9)."""
    actor = filing.channel_of(info.context.actor, input.channel)
    return await filing.submit(actor, await application(actor, input), plain(input), info.context.signed(input.signature))


@mutation(Role.CITIZEN, returns=AttachmentPayload)
async def submit_attachment_draft(info: Info, input: SubmitAttachmentDraftInput) -> Any:
    """File the caller's draft as it stands, signed; the draft is then gone."""
    actor = info.context.actor
    given = await complete(actor)
    filed = await filing.submit(actor, await application(actor, given), plain(given), info.context.signed(input.signature))
    await drafts.forget(actor)
    return filed


@mutation(Role.REGISTRAR, returns=AttachmentPayload)
async def check_attachment(info: Info, input: CheckAttachmentInput) -> Any:
    """Note the documents as checked and name the doctor; the case goes to the head for signature."""
    actor = info.context.actor
    return await decision.check(actor, await case(actor, input.id), await doctor(input.doctor), None)


@mutation(Role.REGISTRAR, Role.HEAD, returns=AttachmentPayload)
async def propose_attachment_refusal(info: Info, input: ProposeAttachmentRefusalInput) -> Any:
    """Propose a refusal by the closed list of grounds, with reasons; a second person decides (S1)."""
    actor = info.context.actor
    reasons = words(input.words, "words")
    return await decision.propose_refusal(actor, await case(actor, input.id), input.ground, input.rule or "", reasons)


@mutation(Role.REGISTRAR, Role.HEAD, returns=AttachmentPayload)
async def decline_attachment_refusal(info: Info, input: DeclineAttachmentRefusalInput) -> Any:
    """Not confirm a proposed refusal, or take back one's own: the case goes back to the queue."""
    actor = info.context.actor
    return await decision.decline_refusal(actor, await case(actor, input.id), words(input.words, "words"))


@mutation(Role.HEAD, returns=AttachmentPayload)
async def approve_attachment(info: Info, input: ApproveAttachmentInput) -> Any:
    """Attach the person: the head signs the notice with the EDS; in force at once, or on 1 January for the campaign (S1; S4, appendix)."""
    actor = info.context.actor
    return await decision.approve(actor, await case(actor, input.id), plain(input), info.context.signed(input.signature))


@mutation(Role.HEAD, returns=AttachmentPayload)
async def refuse_attachment(info: Info, input: RefuseAttachmentInput) -> Any:
    """Confirm and sign a proposed refusal: never by the person who proposed it (S1)."""
    actor = info.context.actor
    return await decision.refuse(actor, await case(actor, input.id), plain(input), info.context.signed(input.signature))


@mutation(Role.CITIZEN, Role.REGISTRAR, returns=AttachmentPayload)
async def withdraw_attachment(info: Info, input: CaseInput) -> Any:
    """Take a request back before the clinic has decided it (Procedural Code, article 64)."""
    actor = info.context.actor
    return await decision.withdraw(actor, await case(actor, input.id))


@mutation(Role.HEAD, returns=AttachmentPayload)
async def detach_attachment(info: Info, input: DetachAttachmentInput) -> Any:
    """Detach a person on a ground of its own, with a signed notice."""
    actor = info.context.actor
    found = await case(actor, input.id)
    return await decision.detach(
        actor, found, input.ground, words(input.words, "words"), plain(input), info.context.signed(input.signature)
    )


async def _ask_submit(actor: Actor, given: Any, act: str) -> signing.SignatureRequest:
    wanted = await application(actor, given, to_sign=True)
    summary = filing.summary(wanted, named=actor.partner is None)
    return await signing.ask(actor, signing.Purpose.REQUEST, filing.ACT, plain(given), summary=summary)


async def _ask_draft(actor: Actor, given: Any, act: str) -> signing.SignatureRequest:
    return await _ask_submit(actor, await complete(actor), act)


def _ask_decision(kind: Kind) -> Ask:
    async def ask(actor: Actor, given: Any, act: str) -> signing.SignatureRequest:
        facts = await decision.decision(await case(actor, given.id), kind, plain(given))
        summary = decision.decision_summary(facts)
        return await signing.ask(actor, signing.Purpose.DECISION, act, plain(given), summary=summary, facts=facts)

    return ask


ACTS |= {
    "submitAttachment": Rehearsed(submit_attachment, FILERS, SUBMIT, _ask_submit, asked),
    "submitAttachmentDraft": Rehearsed(submit_attachment_draft, (Role.CITIZEN,), ask=_ask_draft),
    "checkAttachment": Rehearsed(check_attachment, (Role.REGISTRAR,)),
    "proposeAttachmentRefusal": Rehearsed(propose_attachment_refusal, (Role.REGISTRAR, Role.HEAD)),
    "declineAttachmentRefusal": Rehearsed(decline_attachment_refusal, (Role.REGISTRAR, Role.HEAD)),
    "approveAttachment": Rehearsed(approve_attachment, (Role.HEAD,), ask=_ask_decision(Kind.ATTACHMENT)),
    "refuseAttachment": Rehearsed(refuse_attachment, (Role.HEAD,), ask=_ask_decision(Kind.ATTACHMENT_REFUSAL)),
    "withdrawAttachment": Rehearsed(withdraw_attachment, (Role.CITIZEN, Role.REGISTRAR)),
    "detachAttachment": Rehearsed(detach_attachment, (Role.HEAD,), ask=_ask_decision(Kind.DETACHMENT)),
}
