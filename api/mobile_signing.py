"""Signing with eGov Mobile: a QR code for a request, what the application is told, and the signature that it brings.

Absent unless it is switched on: the application opens only sites that its operator has registered.
"""

from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

import strawberry

from api.context import Info
from api.description import enumeration
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, mutation, payload, query
from api.scalars import Base64
from models import mobile_signing as rows
from models import texts
from models.law import Language
from models.mobile_signing import MobileState
from models.settings import settings
from models.signing import Purpose, SignatureRequest

PATH = "/mgovSign"
LAUNCH = "https://m.egov.kz/mobileSign/", {"isi": "1476128386", "ibi": "kz.egov.mobile", "apn": "kz.mobile.mgov"}
LAUNCH_BUSINESS = "https://m.egov.kz/businessSign/", {
    "isi": "1597880144", "ibi": "kz.mobile.mgov.business", "apn": "kz.mobile.mgov.business",
}  # fmt: skip
enumeration(
    MobileState,
    {
        MobileState.WAITING: "Nobody has scanned the code yet.", MobileState.OPENED: "The application has opened the request.",
        MobileState.RECEIVED: "The signature has come and is good for this request.",
        MobileState.EXPIRED: "The request is void: it can no longer be signed or used.",
    }.__getitem__,
)  # fmt: skip

Request = Annotated[strawberry.ID, strawberry.argument(description="The signature request.")]
Secret = Annotated[str, strawberry.argument(description="The secret given with the code.")]
Token = Annotated[str, strawberry.argument(description="The token of the QR code, or the document's token told for it.")]


@strawberry.type(description="A code for signing with the mobile application, told once, to who asked for it.")
class MobileCode:
    qr_text: str = strawberry.field(description="What the QR code says.")
    link: str = strawberry.field(description="On the phone itself: opens the application for persons.")
    business_link: str = strawberry.field(description="On the phone itself: opens the application for organisations, whose head decides.")
    check_word: str = strawberry.field(description="Four letters to show beside the code; the application shows them too.")
    expires_at: datetime = strawberry.field(description="When the request is void, and the code with it.")
    secret: str = strawberry.field(description="What takes the signature later; keep it where the request was made, out of addresses.")


MobileCodePayload = payload(MobileCode)


@strawberry.type(description="How far a signing with the mobile application is.")
class MobileSigning:
    state: MobileState = strawberry.field(description="How far it is now.")
    expires_at: datetime = strawberry.field(description="When the request is void.")
    signature: Base64 | None = strawberry.field(description="The signature received, to be sent with the act; null until it has come.")


@strawberry.type(description="A name in the three languages.")
class MobileName:
    kk: str = strawberry.field(description="In Kazakh.")
    ru: str = strawberry.field(description="In Russian.")
    en: str = strawberry.field(description="In English.")


@strawberry.type(description="One thing to read before signing.")
class MobileDetail:
    name: str = strawberry.field(description="What it is.")
    value: str = strawberry.field(description="What it says.")


@strawberry.type(description="What the mobile application is told of the request behind a code.")
class MobileRequest:
    description: str = strawberry.field(description="The site, what is signed, and the word to compare with the screen.")
    expires_at: datetime = strawberry.field(description="When the request is void.")
    organisation: MobileName = strawberry.field(description="Who serves the site.")
    bin: str = strawberry.field(description="The BIN of who serves the site; empty when it is not set.")
    document_token: str = strawberry.field(description="With this the content is read and the signature brought.")
    name: MobileName = strawberry.field(description="What is signed.")
    details: list[MobileDetail] = strawberry.field(description="The word, the site and the summary, in the caller's language.")
    content: Base64 = strawberry.field(description="The exact bytes to sign, attached.")


@strawberry.type(description="A signature that the mobile application brought.")
class MobileDelivery:
    state: MobileState = strawberry.field(description="How far the signing is after it.")


MobileDeliveryPayload = payload(MobileDelivery)


@strawberry.input(description="What to sign with the mobile application.")
class StartMobileSigningInput:
    request: strawberry.ID = strawberry.field(description="The signature request.")


@strawberry.input(description="A signature brought by the mobile application.")
class DeliverMobileSignatureInput:
    token: str = strawberry.field(description="The document's token.")
    signature: Base64 = strawberry.field(description="The CMS with the content inside.")


@mutation(ANYONE, returns=MobileCodePayload)
async def start_mobile_signing(info: Info, input: StartMobileSigningInput) -> Any:
    """A QR code for a request of the caller's, in the place of the one before; a request to sign in gets one code only."""
    key = decode(input.request, "SignatureRequest", "request")
    code = await rows.start(info.context.actor, key) if settings().egov_mobile else None
    if code is None:
        raise Invalid(ProblemCode.NOT_FOUND, "request")
    address = f"{settings().site}{PATH}?{urlencode({'token': code.token})}"
    return MobileCode(
        qr_text=f"mobileSign:{address}", link=_launch(address, *LAUNCH), business_link=_launch(address, *LAUNCH_BUSINESS),
        check_word=code.word, expires_at=code.request.expires_at, secret=code.secret,
    )  # fmt: skip


def _launch(address: str, page: str, programs: dict[str, str]) -> str:
    return f"{page}?{urlencode({'link': address, **programs})}"


@query(ANYONE, returns=MobileSigning | None)
async def mobile_signing(info: Info, request: Request, secret: Secret) -> Any:
    """How far the signing of a request is, for whoever started it; null for a wrong secret and for anybody else's request."""
    key = decode(request, "SignatureRequest", "request")
    found = await rows.find(info.context.actor, key, secret) if settings().egov_mobile else None
    if found is None:
        return None
    signature = Base64(bytes(found.cms)) if found.cms is not None else None
    return MobileSigning(state=found.state, expires_at=found.request.expires_at, signature=signature)


@query(ANYONE, returns=MobileRequest | None)
async def mobile_request(info: Info, token: Token) -> Any:
    """What the application is told by a token; the code counts as opened from then. Null when it is unknown or has expired."""
    found = await rows.told(token) if settings().egov_mobile else None
    if found is None:
        return None
    request, document = found[0].request, found[1]
    return MobileRequest(
        description=_description(request, rows.check_word(document)), expires_at=request.expires_at, organisation=_organisation(),
        bin=settings().organisation_bin, document_token=document, name=_name(request),
        details=_details(request, rows.check_word(document), info.context.language), content=Base64(bytes(request.content)),
    )  # fmt: skip


@mutation(ANYONE, returns=MobileDeliveryPayload)
async def deliver_mobile_signature(info: Info, input: DeliverMobileSignatureInput) -> Any:
    """Bring the signature of a request, once; the same bytes again are the same delivery. Judged as the act itself judges it."""
    signed = info.context.signed(input.signature)
    assert signed is not None, "the signature of an input is read before its act"
    found = await rows.deliver(info.context.actor, input.token, signed) if settings().egov_mobile else None
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "token")
    return MobileDelivery(state=MobileState.RECEIVED)


def _description(request: SignatureRequest, word: str) -> str:
    """In Kazakh and Russian: the application does not say in which language it speaks, and has one place for all."""
    site = urlsplit(settings().site).netloc
    spoken = (Language.KK, Language.RU)
    return " / ".join(
        texts.text("mobile_signing.description", one, site=site, act=_pair(request.summary(one)[0])[1], word=word) for one in spoken
    )


def _organisation() -> MobileName:
    """The operator's own names, one for all languages or one for each; unset, the name of the service."""
    given = [one.strip() for one in settings().organisation_name.split(";") if one.strip()]
    if not given:
        return _in_each(lambda language: texts.text("mobile_signing.organisation", language))
    return MobileName(kk=given[0], ru=given[1] if len(given) > 1 else given[0], en=given[-1])


def _name(request: SignatureRequest) -> MobileName:
    return _in_each(lambda language: _pair(request.summary(language)[0])[1])


def _in_each(words: Any) -> MobileName:
    return MobileName(kk=words(Language.KK), ru=words(Language.RU), en=words(Language.EN))


def _details(request: SignatureRequest, word: str, language: Language) -> list[MobileDetail]:
    """The word to compare and the site come first; then the lines of the request, of which a notice's first has no label."""
    own = [("word", word), ("site", urlsplit(settings().site).netloc)]
    first = [(texts.text(f"mobile_signing.{name}", language), value) for name, value in own]
    lines = map(_pair, request.summary(language) if request.purpose is not Purpose.SIGN_IN else [])
    return [MobileDetail(name=name or texts.text("mobile_signing.document", language), value=value) for name, value in (*first, *lines)]


def _pair(line: str) -> tuple[str, str]:
    """The label of a line of the summary, and what it says; a line may have no label."""
    label, colon, value = line.partition(": ")
    return (label, value) if colon else ("", line)
