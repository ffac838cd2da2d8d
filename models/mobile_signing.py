"""Signing with the national mobile application: the request behind a QR code, and the signature that the application brings back.

The code holds a token, whose holder is told what to sign and may bring a signature; the browser that asked keeps a secret, with
which it takes that signature. The application gets a second token, which follows from the first: the first stands in an address,
and addresses end up in logs. What is brought is judged at once as the act will judge it, and used later, with the act itself.
"""

import base64
import hmac
import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from tortoise import fields
from tortoise.models import Model

from models import clock, eds, journal
from models.account import Account, Post, hashed
from models.actor import Actor
from models.law import Impediment, Refused, Role, forbid
from models.law import signature as law
from models.person import Person
from models.signing import Purpose, SignatureRequest, Signed

SECRET = 32  # random bytes of a token and of a secret
LETTERS = "BHKMPTX"  # letters of both alphabets, without vowels: nobody reads a word that nobody meant


class MobileSigning(Model):
    """One QR code for one signature request. The token stands in the code, the secret only in the browser that asked; both as SHA-256.

    `cms` is what the application brought, verified; it is used like any signature, by whoever asked, with the act itself.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    request: fields.OneToOneRelation[SignatureRequest] = fields.OneToOneField(
        "models.SignatureRequest", related_name="mobile", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(max_length=64, unique=True)
    secret_hash = fields.CharField(max_length=64)
    cms = fields.BinaryField(null=True)
    made_at: datetime = fields.DatetimeField()
    opened_at: datetime | None = fields.DatetimeField(null=True)
    received_at: datetime | None = fields.DatetimeField(null=True)
    request_id: uuid.UUID

    class Meta:
        table = "mobile_signing"

    @property
    def state(self) -> "MobileState":
        """How far it is now; a signature that can no longer be used has expired, brought or not."""
        if clock.now() >= self.request.expires_at:
            return MobileState.EXPIRED
        return MobileState.RECEIVED if self.received_at else MobileState.OPENED if self.opened_at else MobileState.WAITING


class MobileState(StrEnum):
    """How far a signing with the mobile application is."""

    WAITING = "WAITING"
    OPENED = "OPENED"
    RECEIVED = "RECEIVED"
    EXPIRED = "EXPIRED"


@dataclass(frozen=True)
class Code:
    """What only the browser that asked learns: the token for its QR code, and its own secret."""

    request: SignatureRequest
    token: str
    secret: str

    @property
    def word(self) -> str:
        return check_word(document_token(self.token))


def document_token(token: str) -> str:
    """The token with which the application reads and brings documents, from the one in the QR code."""
    digest = hmac.new(token.encode(), b"emhana: the document of this code", sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def check_word(token: str) -> str:
    """Four letters that follow from the document's token: who sees others on the screen has scanned somebody else's code."""
    digest = sha256(b"emhana: check word " + token.encode()).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:4])


async def start(actor: Actor, key: uuid.UUID) -> Code | None:
    """A new code for a signature request, in the place of the one before; None when the request is not the caller's to sign.

    A request to sign in belongs to nobody, so it gets one code only: whoever saw that code must not be able to replace it.
    """
    request = await SignatureRequest.select_for_update(no_key=True).get_or_none(id=key)
    if request is None or not _may(actor, request):
        return None
    _open(request)
    before = await MobileSigning.get_or_none(request_id=key)
    if before and (before.received_at or request.purpose is Purpose.SIGN_IN):
        raise Refused(law.impediment("CHALLENGE_USED"))
    await MobileSigning.filter(request_id=key).delete()
    code = Code(request, secrets.token_urlsafe(SECRET), secrets.token_urlsafe(SECRET))
    token_hash = hashed(document_token(code.token))
    await MobileSigning.create(request=request, token_hash=token_hash, secret_hash=hashed(code.secret), made_at=clock.now())
    if actor.account or actor.partner:
        await journal.record(actor, "mobile_signing:start", person=actor.person, signature_request=str(key), signing=request.act)
    return code


def _may(actor: Actor, request: SignatureRequest) -> bool:
    """Whether a request is the caller's own; one to sign in belongs to nobody, and its id is known to who asked for it."""
    if request.purpose is Purpose.SIGN_IN:
        return True
    own = (actor.account, actor.partner)
    return own != (None, None) and own == (request.account_id, request.partner_id)


def _open(request: SignatureRequest) -> None:
    if request.used_at is not None:
        raise Refused(law.impediment("CHALLENGE_USED"))
    if clock.now() >= request.expires_at:
        raise Refused(law.impediment("CHALLENGE_EXPIRED"))


async def find(actor: Actor, key: uuid.UUID, secret: str) -> MobileSigning | None:
    """The signing of a request, for the browser that asked; a wrong secret, another's request and no request look alike."""
    found = await MobileSigning.get_or_none(request_id=key).select_related("request")
    if found is None or not _may(actor, found.request) or not secret.isascii():
        return None
    return found if hmac.compare_digest(found.secret_hash, hashed(secret)) else None


async def told(token: str) -> tuple[MobileSigning, str] | None:
    """What a code or its document's token is for, and the document's token, while it can be signed; it counts as opened now."""
    if not token.isascii():
        return None
    documents = {hashed(one): one for one in (token, document_token(token))}
    found = await MobileSigning.get_or_none(token_hash__in=list(documents)).select_related("request")
    if found is None or found.state is MobileState.EXPIRED:
        return None
    await MobileSigning.filter(id=found.id, opened_at=None).update(opened_at=clock.now())
    return found, documents[found.token_hash]


async def deliver(actor: Actor, token: str, signed: Signed) -> MobileSigning | None:
    """Keep what the application brought, once; None when the token is not known.

    The same bytes again are the same delivery: a phone repeats what it got no answer to. Refuses whatever the act would refuse.
    """
    found = await MobileSigning.get_or_none(token_hash=hashed(token)).select_related("request") if token.isascii() else None
    if found is None:
        return None
    if _same(found, signed):
        return found
    _open(found.request)
    impediments = await _wrong(found.request, signed)
    forbid(impediments)
    if not await MobileSigning.filter(id=found.id, received_at=None).update(cms=signed.cms, received_at=clock.now()):
        found = await MobileSigning.get(id=found.id).select_related("request")
        if not _same(found, signed):
            raise Refused(law.impediment("CHALLENGE_USED"))
        return found
    await _recorded(actor, found.request)
    return found


def _same(found: MobileSigning, signed: Signed) -> bool:
    return found.cms is not None and bytes(found.cms) == signed.cms


async def _wrong(request: SignatureRequest, signed: Signed) -> list[Impediment]:
    """Why a signature is not one for this request, in the words of the law."""
    if signed.signer is None:
        return [law.of_fault(signed.fault)]
    other = [law.impediment("SIGNATURE_OTHER_CONTENT")] if signed.signer.content != bytes(request.content) else []
    return other + await _verdict(request, signed.signer)


async def _verdict(request: SignatureRequest, signer: eds.Signer) -> list[Impediment]:
    """What the act will say of the signer; of whom a partner system asks for, only the act itself knows."""
    facts = law.Facts.of(signer)
    if request.purpose is Purpose.SIGN_IN:
        return law.login(facts)
    person = await _person(request)
    if request.purpose is Purpose.REQUEST:
        return law.request(facts, person.iin if person else facts.iin or "")
    posts = await Post.filter(account_id=request.account_id, role=Role.HEAD).select_related("clinic")
    post = next((one for one in posts if one.clinic and one.clinic.bin == facts.bin), None)
    bin_, registered = (post.clinic.bin, post.may_sign) if post and post.clinic else ("", False)
    return law.decision(facts, bin_, registered, person.iin if person else None)


async def _person(request: SignatureRequest) -> Person | None:
    """Whose account asked; nobody's for a sign-in and a partner system."""
    account = await Account.get_or_none(id=request.account_id).select_related("person") if request.account_id else None
    return account.person if account else None


async def _recorded(actor: Actor, request: SignatureRequest) -> None:
    """The delivery in the journal, under the name of whose signature was asked for; who has signed in, the sign-in itself says."""
    person = await _person(request)
    if person is None:
        return
    known = replace(actor, role=Role.CITIZEN, account=request.account_id, person=person.id, name=person.full_name)
    await journal.record(known, "mobile_signing:deliver", person=person.id, signature_request=str(request.id), signing=request.act)
