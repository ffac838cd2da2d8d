"""Notices: the documents of decisions, and their verification by anyone who holds the code."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any
from uuid import UUID

import strawberry
from tortoise.expressions import Q

from api.clinic import Clinic
from api.complaint import ComplaintWay, Refusal
from api.connection import After, Connection, First, page
from api.context import Batch, Info
from api.ids import decode
from api.limits import PAGE
from api.names import Language, NoticeKind
from api.names import Service as ServiceName
from api.node import Node
from api.paths import path_of
from api.provision import cite
from api.root import ANYONE, query
from api.rows import loads
from api.scalars import Base64
from api.shown import by_id, shown
from models import clock, evidence, texts
from models import notice as rows
from models import notice_sheet as sheet
from models import notice_words as words
from models.actor import Actor
from models.authority import Authority as AuthorityRow
from models.clinic import Clinic as ClinicRow
from models.journal_reading import opened
from models.law import Role, Service
from models.law import attachment as law
from models.law import notice as notice_law
from models.law import signature as signature_law
from models.law.attachment import RefusalGround
from models.law.words import day_words
from models.notice_status import replacing, status
from models.signing import Signature

READERS = (Role.CITIZEN, Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY, Role.PARTNER)
CASES = {Service.ATTACHMENT: "Attachment", Service.APPOINTMENT: "Appointment", Service.HOME_VISIT: "HomeVisit", Service.APPEAL: "Appeal"}
Root = strawberry.Parent[rows.Notice]


@strawberry.type(description="Who signed, as read from the signature.")
class Signer:
    name: str = strawberry.field(description="Surname and given name in the certificate.")
    role_text: str = strawberry.field(description="In what capacity, in words.")
    organisation: str = strawberry.field(description="The organisation in the certificate.")
    bin: str = strawberry.field(description="Its business identification number.")
    serial: str = strawberry.field(description="The serial number of the certificate.")
    algorithm: str = strawberry.field(description="The algorithm of the signature.")
    at: datetime = strawberry.field(description="When the signature was received and verified.")
    revocation: str = strawberry.field(
        description="What was known then of the certificate's revocation: the answer (OCSP) and its moment, or the list (CRL), its number."
    )


@strawberry.type(description="Who issued a notice: the clinic, or the authorised body.")
class Issuer:
    name: str = strawberry.field(description="Its name, as it was when the notice was issued.")
    bin: str = strawberry.field(description="Its business identification number.")
    address: str = strawberry.field(description="Its address.")
    phone: str = strawberry.field(description="Its telephone.")


@strawberry.type(description="A numbered, immutable document of a decision.")
class Notice(Node):
    number: str = strawberry.field(description="Its number, with a check digit.")
    code: str = strawberry.field(description="The code of its verification page.")
    kind: NoticeKind = strawberry.field(description="What it decides.")
    issued_at: datetime = strawberry.field(description="When it was issued.")
    facts: str = strawberry.field(description="What it states, as canonical JSON; the signature covers it.")

    @shown
    def title(self, root: Root, info: Info) -> str:
        """Its title in the caller's language."""
        return words.title(root.kind, info.context.language)

    @shown
    def service(self, root: Root) -> ServiceName:
        """The service whose case gave it."""
        return root.service

    @shown
    def body(self, root: Root, info: Info) -> list[str]:
        """Its words, paragraph by paragraph, in the caller's language."""
        return words.body(root.kind, root.stated, info.context.language)

    @shown
    def patient_name(self, root: Root) -> str:
        """Whom it concerns; for an appeal of somebody whom the register does not know, the name as it was given."""
        return str(root.stated["person"]["name"])

    @shown
    async def clinic(self, root: Root, info: Info) -> Clinic:
        """The clinic that issued it."""
        return await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)  # type: ignore[return-value]

    @shown
    async def issuer(self, root: Root, info: Info) -> Issuer:
        """Who issued it."""
        found: Any = await _issuer(root, info)
        return Issuer(
            name=root.stated["clinic"]["name"][info.context.language.value], bin=found.bin,
            address=found.address[info.context.language.value], phone=found.phone,
        )  # fmt: skip

    @shown
    async def signer(self, root: Root, info: Info) -> Signer | None:
        """Who signed it: the head, or the issuer's information system; null until the system has, a moment after the act."""
        signed = await _signed(root, info)
        return signer_of(signed, info.context.language) if signed else None

    @shown
    async def cms(self, root: Root, info: Info) -> Base64 | None:
        """The signature as received or made: CMS with the signed content inside, DER."""
        signed = await _signed(root, info)
        return Base64(bytes(signed.cms)) if signed else None

    @shown
    async def replaced_by(self, root: Root, info: Info) -> str | None:
        """The number of the later notice that has taken its place; null while none has."""
        return await info.context.loader(_replacing).load(root) or None

    @shown
    async def pdf(self, root: Root, language: Annotated[Language, strawberry.argument(description="The language of the sheet.")]) -> Base64:
        """The document on paper: PDF/A-3 with the facts, the signature and the evidence attached, under the issuer's seal."""
        await root.fetch_related("clinic", "authority")
        return Base64(await sheet.pdf(root, language))

    @shown
    def verify_path(self, root: Root) -> str:
        """The page on which anyone with the code verifies it."""
        return f"/verify/{root.code}"

    @shown
    def case_path(self, root: Root) -> str | None:
        """The page of its case."""
        return path_of(CASES[root.service], root.case_id) if root.case_id else None

    @shown
    async def complaint(self, root: Root, info: Info) -> ComplaintWay | None:
        """Where, how and until when to complain, where the notice goes against the person."""
        if not notice_law.FORMS[root.kind].complaint:
            return None
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        assert clinic is not None, "a notice has a clinic"
        return ComplaintWay.of(clinic, clock.local(root.issued_at).date(), info.context.language)


async def _issuer(root: rows.Notice, info: Info) -> object:
    if root.authority_id:
        return await info.context.loader(by_id(AuthorityRow)).load(root.authority_id)
    return await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)


async def _signed(root: rows.Notice, info: Info) -> Signature | rows.NoticeSeal | None:
    """The head's signature of a notice, or the system's seal."""
    if root.signature_id:
        return await info.context.loader(by_id(Signature)).load(root.signature_id)
    return await info.context.loader(_seal_of).load(root.id)


async def _seal_of(keys: list[UUID]) -> Sequence[rows.NoticeSeal | None]:
    found = {one.notice_id: one for one in await rows.NoticeSeal.filter(notice_id__in=keys)}
    return [found.get(key) for key in keys]


async def _replacing(notices: list[rows.Notice]) -> list[str]:
    return await replacing(notices)


def signer_of(signature: Signature | rows.NoticeSeal, language: Any) -> Signer:
    """The signer by what was read from the signature when it was received or made."""
    facts: dict[str, Any] = signature.facts
    roles = set(facts.get("roles", []))
    who = "head" if roles & signature_law.HEAD else "system" if roles & signature_law.SYSTEM else "other"
    return Signer(
        name=str(facts.get("name", "")), role_text=texts.text(f"api.signer.{who}", language),
        organisation=str(facts.get("organisation") or ""), bin=str(facts.get("bin") or ""), serial=str(facts.get("serial", "")),
        algorithm=str(facts.get("algorithm", "")),
        at=signature.made_at if isinstance(signature, rows.NoticeSeal) else signature.received_at,
        revocation=evidence.told(signature.evidence),
    )  # fmt: skip


def refusal_of(ground: RefusalGround, rule: str, words: str, clinic: ClinicRow, day: date, language: Any) -> Refusal:
    """A refusal in words, with the way of complaint."""
    return Refusal(
        ground=ground, text=texts.text(f"law.refusal.{ground}", language), rule=rule or None,
        rule_text=texts.text(f"law.impediment.{rule}.title", language) if rule else None, explanation=words,
        provision=cite(law.REFUSAL[ground].basis, language), complaint=ComplaintWay.of(clinic, day, language),
    )  # fmt: skip


@strawberry.type(description="What anyone may know of a notice by its code: nothing personal.")
class Verification:
    valid: bool = strawberry.field(description="Whether it is genuine, unchanged and not annulled, and its signature verifies.")
    number: str = strawberry.field(description="Its number.")
    kind: NoticeKind = strawberry.field(description="What it decides.")
    title: str = strawberry.field(description="Its title in the caller's language.")
    issued_at: datetime = strawberry.field(description="When it was issued.")
    clinic_name: str = strawberry.field(description="Who issued it, the clinic or the authorised body, in the caller's language.")
    clinic_bin: str = strawberry.field(description="The issuer's business identification number.")
    signer: Signer | None = strawberry.field(description="Who signed it.")
    status: str = strawberry.field(description="What was found: valid, replaced, ended, annulled, unsealed, changed, broken or revoked.")
    status_text: str = strawberry.field(description="What was found, in words.")
    replaced_by: str | None = strawberry.field(description="The number of the later document that has taken its place.")
    effective_on: str | None = strawberry.field(description="The day on which the decision takes force, in words.")


@query(*READERS, returns=Notice | None)
async def notice(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The notice's id.")]) -> Any:
    """One notice; null when it is absent or not the caller's to see. Somebody else's reading of it is journalled."""
    actor = info.context.actor
    found = await rows.Notice.visible_to(actor).get_or_none(id=decode(id, "Notice"))
    if found:
        await _read(actor, found)
    return found


@query(Role.CITIZEN, returns=Connection[Notice])
async def notices(info: Info, first: First = PAGE, after: After = None) -> Any:
    """One's documents of every service, and those of people whom one represents, the latest first."""
    return await page(rows.Notice.visible_to(info.context.actor), "-issued_at", first=first, after=after)


async def _read(actor: Actor, found: rows.Notice) -> None:
    await opened(actor, "notice:read", found, found.case_id)


@query(ANYONE, returns=Verification | None)
async def verify_notice(
    info: Info, code: Annotated[str, strawberry.argument(description="The code printed on the notice, under its QR code.")]
) -> Any:
    """Verify a notice by its code: for anyone who holds it, with nothing personal in the answer."""
    language = info.context.language
    typed = "".join(sign for sign in code.lower() if sign.isalnum())[:40]
    found = await rows.Notice.get_or_none(code=typed).prefetch_related("signature__request")
    if found is None:
        return None
    state, issuer, signed = await status(found), found.stated["clinic"], await _signed(found, info)
    effective = found.stated.get("effective_on")
    return Verification(
        valid=state.word == "valid",
        number=found.number,
        kind=found.kind,
        title=words.title(found.kind, language),
        issued_at=found.issued_at,
        clinic_name=issuer["name"][language.value],
        clinic_bin=issuer["bin"],
        signer=signer_of(signed, language) if signed else None,
        status=state.word,
        status_text=texts.text(
            f"api.verification.{state.word}", language, number=state.replaced_by,
            kind=words.title(state.kind, language) if state.kind else "",
        ),
        replaced_by=state.replaced_by or None,
        effective_on=day_words(date.fromisoformat(effective), language) if effective else None,
    )


@lru_cache(256)
def notices_of(actor: Actor) -> Batch[UUID, list[rows.Notice]]:
    """The notices of cases, as far as an actor may see them."""

    async def batch(keys: list[UUID]) -> Sequence[list[rows.Notice]]:
        of_them = Q(*(_among(column, keys) for column in rows.CASE_OF.values()), join_type="OR")
        found = await rows.Notice.visible_to(actor).filter(of_them).order_by("issued_at", "id")
        return [[one for one in found if one.case_id == key] for key in keys]

    return batch


def _among(column: str, keys: list[UUID]) -> Q:
    wanted: dict[str, Any] = {f"{column}__in": keys}
    return Q(**wanted)


async def _load(key: UUID, actor: Actor) -> rows.Notice | None:
    return await rows.Notice.visible_to(actor).get_or_none(id=key)


loads("Notice", rows.Notice, _load, _read)
