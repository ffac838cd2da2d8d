"""What must be signed, and may I?: the bytes of a one-time request, and the verdict of the very code that decides."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.scalars import JSON

from api.act import ACTS, Rehearsed, chosen
from api.act_input import ActInput
from api.case import Verdict, impeding
from api.context import Info
from api.ids import decode
from api.node import Node
from api.problems import Invalid, Problem, ProblemCode, from_fault, from_impediment
from api.root import ANYONE, admitted, mutation, payload, query
from api.rows import loads
from api.scalars import Base64
from api.shown import shown
from models import clock
from models import signing as rows
from models.actor import Actor
from models.clinic import Clinic
from models.database import transaction
from models.law import Refused, Role
from models.person import Person
from models.settings import settings

SIGNERS = (Role.CITIZEN, Role.HEAD, Role.PARTNER)


@strawberry.type(description="The bytes to sign for one act: once, within some minutes, with any program that makes a CMS.")
class SignatureRequest(Node):
    act: str = strawberry.field(description="The act, by the name of its mutation; empty for signing in.")
    expires_at: datetime = strawberry.field(description="When the request is void.")

    @shown
    def content(self, root: strawberry.Parent[rows.SignatureRequest]) -> Base64:
        """The exact bytes to sign: canonical JSON, with a summary that can be read. Sign them attached, as they are."""
        return Base64(bytes(root.content))

    @shown
    def lines(self, root: strawberry.Parent[rows.SignatureRequest], info: Info) -> list[str]:
        """The summary in the caller's language."""
        return root.summary(info.context.language.value)

    @shown
    def input(self, root: strawberry.Parent[rows.SignatureRequest]) -> JSON:
        """The act's input for which the signature will be good."""
        return JSON(root.payload)

    @shown
    def used(self, root: strawberry.Parent[rows.SignatureRequest]) -> bool:
        """Whether a signature for it was accepted already."""
        return root.used_at is not None

    @shown
    def seconds_left(self, root: strawberry.Parent[rows.SignatureRequest]) -> int:
        """How many seconds are left to sign it; 0 when it is void."""
        return max(0, int((root.expires_at - clock.now()).total_seconds()))

    @shown
    async def signer_iin(self, info: Info) -> str:
        """The IIN that the certificate must bear: the caller's own. Empty where anybody may sign, and for partner systems."""
        person = info.context.actor.person
        return (await Person.get(id=person)).iin if person else ""

    @shown
    async def signer_bin(self, root: strawberry.Parent[rows.SignatureRequest], info: Info) -> str:
        """The BIN that the certificate of a decision must bear: that of the clinic that decides. Empty for everything else."""
        clinic = info.context.actor.clinic if root.purpose is rows.Purpose.DECISION else None
        return (await Clinic.get(id=clinic)).bin if clinic else ""

    @shown
    def may_demonstrate(self) -> bool:
        """Whether this server can sign with demonstration keys."""
        return settings().demonstration


SignatureRequestPayload = payload(SignatureRequest)


@mutation(*SIGNERS, returns=SignatureRequestPayload)
async def request_signature(info: Info, input: ActInput) -> Any:
    """Ask what must be signed for an act with an input; the signature is good for that input only, once, for five minutes."""
    act, given = chosen(input)
    ask = ACTS[act].ask
    if ask is None:
        raise Invalid(ProblemCode.INVALID_VALUE)
    await rehearse(info, ACTS[act], given)
    return await ask(info.context.actor, given, act)


@query(*SIGNERS, returns=SignatureRequest | None)
async def signature_request(info: Info, id: strawberry.ID) -> Any:
    """What must be signed, asked for earlier by the caller."""
    return await _load(decode(id, "SignatureRequest"), info.context.actor)


async def _load(key: UUID, actor: Actor) -> rows.SignatureRequest | None:
    if actor.account is None and actor.partner is None:
        return None
    return await rows.SignatureRequest.get_or_none(id=key, account_id=actor.account, partner_id=actor.partner)


loads("SignatureRequest", rows.SignatureRequest, _load)


class _Undone(Exception):
    """The rehearsal went well; nothing of it stays."""


async def rehearse(info: Info, act: Rehearsed, given: Any) -> None:
    """Do an act and undo it: every rule that decides speaks. Only a signature that is yet to be made is not missed."""
    admitted(info.context, act.roles, act.scope)
    if act.line:
        await act.line(info.context.actor, given)
    try:
        async with transaction():
            await act.resolver(info, input=given)
            raise _Undone
    except _Undone:
        return
    except Refused as refused:
        rest = [one for one in refused.impediments if one.code != "SIGNATURE_REQUIRED"]
        if rest:
            raise Refused(*rest) from refused


@query(ANYONE, returns=Verdict)
async def may_i(
    info: Info, act: Annotated[ActInput, strawberry.argument(description="The act with its input, as it would be done.")]
) -> Any:
    """May I? The act is done and undone, so the answer is that of the code that decides; nothing is kept."""
    name, given = chosen(act)
    try:
        await rehearse(info, ACTS[name], given)
    except Refused as refused:
        return _verdict([from_impediment(one, info.context.language) for one in refused.impediments])
    except Invalid as invalid:
        return _verdict([from_fault(one, info.context.language) for one in invalid.faults])
    return Verdict(allowed=True, forbidding=[])


def _verdict(problems: list[Problem]) -> Verdict:
    return Verdict(allowed=not problems, forbidding=[impeding(one) for one in problems])
