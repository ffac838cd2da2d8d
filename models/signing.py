"""What must be signed, and what was: one-time canonical requests, and the signatures received for them (product, section 3.4).

A signature is a CMS over the exact bytes of a request that this server made: it names the site, the act, the hash of the input,
a readable summary and a moment after which it is void. So a signature can be used once, here, for that input, and for nothing else.
"""

import base64
import json
import secrets
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256

import anyio.to_thread
from tortoise import fields
from tortoise.models import Model

from models import clock, eds, trust
from models.actor import Actor
from models.law import Impediment, Refused
from models.law import signature as law
from models.settings import settings


class Purpose(StrEnum):
    """Separate purposes keep a signature made to sign in from being used for a request."""

    SIGN_IN = "SIGN_IN"
    REQUEST = "REQUEST"
    DECISION = "DECISION"


class SignatureRequest(Model):
    """A one-time request: the exact bytes to sign, of which act and input, for whom, until when, and when it was used."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    purpose = fields.CharEnumField(Purpose, max_length=10)
    act = fields.CharField(max_length=60, default="")
    account_id = fields.UUIDField(null=True)
    partner_id = fields.UUIDField(null=True)
    content = fields.BinaryField()
    payload_hash = fields.CharField(max_length=64, default="")
    payload: dict[str, object] = fields.JSONField(default=dict)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "signature_request"

    def summary(self, language: str) -> list[str]:
        """The readable lines of what is signed, in a language."""
        lines: list[str] = json.loads(bytes(self.content))["summary"][language]
        return lines


class Signature(Model):
    """A signature as received, with what was read from it: evidence, never changed.

    `evidence` is the answer about revocation as it came (OCSP) or what names the list (CRL); `verdict` what was decided upon it:
    the chain by SHA-256, the proved time stamp, the use that the law allowed.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    request: fields.OneToOneRelation[SignatureRequest] = fields.OneToOneField(
        "models.SignatureRequest", related_name="signature", on_delete=fields.RESTRICT
    )
    cms = fields.BinaryField()
    facts: dict[str, object] = fields.JSONField()
    evidence: dict[str, object] = fields.JSONField(default=dict)
    verdict: dict[str, object] = fields.JSONField(default=dict)
    received_at = fields.DatetimeField()
    request_id: uuid.UUID

    class Meta:
        table = "signature"


@dataclass(frozen=True)
class Signed:
    """A signature received and read: its bytes, and the signer, or the code of what is wrong with it."""

    cms: bytes
    signer: eds.Signer | None
    fault: str = ""


Summary = Mapping[str, Sequence[str]]


def canonical(value: object) -> str:
    """A value as canonical JSON: sorted names, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def hashed(payload: Mapping[str, object]) -> str:
    """The hash of an act's input, without the key and the signature that travel with it and without what was left empty."""
    kept = {name: value for name, value in payload.items() if name not in ("idempotencyKey", "signature") and value is not None}
    return sha256(canonical(kept).encode()).hexdigest()


async def ask(
    actor: Actor, purpose: Purpose, act: str = "", payload: Mapping[str, object] | None = None, *,
    summary: Summary, facts: Mapping[str, object] | None = None,
) -> SignatureRequest:  # fmt: skip
    """Make the bytes that must be signed for an act with an input; `facts` are what a decision will state."""
    request, made = uuid.uuid4(), clock.now().replace(microsecond=0)
    expires = made + timedelta(minutes=law.LIFETIME.on(made.date()))
    payload_hash = hashed({**(payload or {}), "facts": facts})
    content = {
        "v": 1, "id": str(request), "site": settings().site, "purpose": purpose, "act": act, "nonce": secrets.token_hex(16),
        "iat": made.isoformat(), "exp": expires.isoformat(), "payload": payload_hash,
        "summary": {language: list(lines) for language, lines in summary.items()},
    }  # fmt: skip
    if facts is not None:
        content["facts"] = dict(facts)
    return await SignatureRequest.create(
        id=request, purpose=purpose, act=act, account_id=actor.account, partner_id=actor.partner,
        content=canonical(content).encode(), payload_hash=payload_hash, payload=dict(payload or {}), made_at=made, expires_at=expires,
    )  # fmt: skip


async def read(cms: bytes) -> Signed:
    """Verify a signature's mathematics, chain and revocation: work for a thread, done before any transaction begins."""
    try:
        signer = await anyio.to_thread.run_sync(trust.verify, cms, clock.now())
    except eds.Bad as bad:
        return Signed(cms, None, bad.code)
    return Signed(cms, signer)


Verdict = Callable[[law.Facts], list[Impediment]]


async def use(
    actor: Actor, signed: Signed | None, purpose: Purpose, act: str, payload: Mapping[str, object], verdict: Verdict
) -> Signature:
    """Accept a signature for an act with an input, once; refuses with every reason found. Call it inside the act's transaction.

    `payload` is the act's input and, for a decision, its `facts`.
    """
    if signed is None:
        raise Refused(law.impediment("SIGNATURE_REQUIRED"))
    if signed.signer is None:
        raise Refused(law.of_fault(signed.fault))
    request = await _request_of(signed.signer.content)
    found = verdict(law.Facts.of(signed.signer)) + _mismatches(actor, request, signed.signer.content, purpose, act, payload)
    if found or request is None:
        raise Refused(*found)
    if not await SignatureRequest.filter(id=request.id, used_at=None).update(used_at=clock.now()):
        raise Refused(law.impediment("CHALLENGE_USED"))
    return await Signature.create(
        request=request, cms=signed.cms, facts=facts_of(signed.signer), evidence=dict(signed.signer.evidence),
        verdict=_verdict_of(signed.signer, purpose), received_at=clock.now(),
    )  # fmt: skip


def _verdict_of(signer: eds.Signer, purpose: Purpose) -> dict[str, object]:
    """What was decided upon the evidence, for whoever looks later: for which purpose it was accepted, by which chain, when stamped."""
    return {
        "accepted": purpose, "chain": list(signer.chain), "stamped": signer.timestamp.isoformat() if signer.timestamp else None,
        "claimed": signer.signing_time.isoformat() if signer.signing_time else None,
    }  # fmt: skip


async def _request_of(content: bytes) -> SignatureRequest | None:
    """The request whose id the signed content names."""
    try:
        wanted = uuid.UUID(json.loads(content)["id"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return await SignatureRequest.get_or_none(id=wanted)


def _mismatches(
    actor: Actor, request: SignatureRequest | None, content: bytes, purpose: Purpose, act: str, payload: Mapping[str, object]
) -> list[Impediment]:
    """Why a good signature is not one for this act, by this caller, with this input, now."""
    if request is None or bytes(request.content) != content or (request.purpose, request.act) != (purpose, act):
        return [law.impediment("SIGNATURE_OTHER_CONTENT")]
    if (request.account_id, request.partner_id) != (actor.account, actor.partner):
        return [law.impediment("SIGNATURE_OTHER_CONTENT")]
    if request.payload_hash != hashed({"facts": None, **payload}):
        return [law.impediment("SIGNATURE_OTHER_CONTENT")]
    if request.used_at is not None:
        return [law.impediment("CHALLENGE_USED")]
    if clock.now() >= request.expires_at:
        return [law.impediment("CHALLENGE_EXPIRED")]
    return []


def facts_of(signer: eds.Signer) -> dict[str, object]:
    """What is kept as read from a signature, beside the signature itself."""
    return {
        "iin": signer.iin, "bin": signer.bin, "name": signer.name, "surname": signer.surname, "patronymic": signer.patronymic,
        "organisation": signer.organisation, "roles": sorted(signer.roles), "usage": sorted(signer.usage), "serial": signer.serial,
        "issuer": signer.issuer, "algorithm": signer.algorithm, "revocation": str(signer.revocation),
        "certificate": base64.b64encode(signer.certificate).decode(),
    }  # fmt: skip
