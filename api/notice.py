"""Notices: the documents of decisions, and their verification by anyone who holds the code."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.clinic import Clinic
from api.complaint import ComplaintWay, Refusal
from api.context import Batch, Info
from api.ids import decode
from api.names import NoticeKind
from api.node import Node
from api.paths import path_of
from api.person import person_by_id
from api.provision import cite
from api.root import ANYONE, query
from api.rows import loads
from api.scalars import Base64
from api.shown import by_id, shown
from models import clock, texts
from models import notice as rows
from models.actor import Actor
from models.clinic import Clinic as ClinicRow
from models.journal_reading import opened
from models.law import Role
from models.law import attachment as law
from models.law import notice as notice_law
from models.law import signature as signature_law
from models.law.attachment import RefusalGround
from models.law.words import day_words
from models.notice_words import body, status
from models.signing import Signature

READERS = (Role.CITIZEN, Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.PARTNER)
Root = strawberry.Parent[rows.Notice]


@strawberry.type(description="Who signed a notice, as read from the signature.")
class Signer:
    name: str = strawberry.field(description="Surname and given name in the certificate.")
    role_text: str = strawberry.field(description="In what capacity, in words.")
    organisation: str = strawberry.field(description="The organisation in the certificate.")
    bin: str = strawberry.field(description="Its business identification number.")
    serial: str = strawberry.field(description="The serial number of the certificate.")
    algorithm: str = strawberry.field(description="The algorithm of the signature.")
    at: datetime = strawberry.field(description="When the signature was received and verified.")


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
        return texts.text(f"law.notice.kind.{root.kind}", info.context.language)

    @shown
    def body(self, root: Root, info: Info) -> list[str]:
        """Its words, paragraph by paragraph, in the caller's language."""
        return body(root.kind, json.loads(root.facts), info.context.language)

    @shown
    async def patient_name(self, root: Root, info: Info) -> str:
        """Whom it concerns."""
        person = await info.context.loader(person_by_id).load(root.person_id)
        return person.full_name if person else ""

    @shown
    async def clinic(self, root: Root, info: Info) -> Clinic:
        """The clinic that issued it."""
        return await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)  # type: ignore[return-value]

    @shown
    async def signer(self, root: Root, info: Info) -> Signer | None:
        """Who signed it."""
        signature = await info.context.loader(by_id(Signature)).load(root.signature_id) if root.signature_id else None
        return signer_of(signature, info.context.language) if signature else None

    @shown
    async def cms(self, root: Root, info: Info) -> Base64 | None:
        """The signature as received: CMS with the signed content inside, DER."""
        signature = await info.context.loader(by_id(Signature)).load(root.signature_id) if root.signature_id else None
        return Base64(bytes(signature.cms)) if signature else None

    @shown
    def verify_path(self, root: Root) -> str:
        """The page on which anyone with the code verifies it."""
        return f"/verify/{root.code}"

    @shown
    def case_path(self, root: Root) -> str | None:
        """The page of its case."""
        return path_of("Attachment", root.attachment_id) if root.attachment_id else None

    @shown
    async def complaint(self, root: Root, info: Info) -> ComplaintWay | None:
        """Where, how and until when to complain, where the notice goes against the person."""
        if not notice_law.FORMS[root.kind].complaint:
            return None
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        assert clinic is not None, "a notice has a clinic"
        return ComplaintWay.of(clinic, clock.local(root.issued_at).date(), info.context.language)


def signer_of(signature: Signature, language: Any) -> Signer:
    """The signer by what was read from the signature when it was received."""
    facts: dict[str, Any] = signature.facts
    head = bool(set(facts.get("roles", [])) & signature_law.HEAD)
    return Signer(
        name=str(facts.get("name", "")), role_text=texts.text("api.signer.head" if head else "api.signer.other", language),
        organisation=str(facts.get("organisation") or ""), bin=str(facts.get("bin") or ""), serial=str(facts.get("serial", "")),
        algorithm=str(facts.get("algorithm", "")), at=signature.received_at,
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
    clinic_name: str = strawberry.field(description="The clinic that issued it, in the caller's language.")
    clinic_bin: str = strawberry.field(description="The clinic's business identification number.")
    signer: Signer | None = strawberry.field(description="Who signed it.")
    status_text: str = strawberry.field(description="What was found, in words.")
    effective_on: str | None = strawberry.field(description="The day on which the decision takes force, in words.")


@query(*READERS, returns=Notice | None, scope="attachment:read")
async def notice(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The notice's id.")]) -> Any:
    """One notice; null when it is absent or not the caller's to see. Somebody else's reading of it is journalled."""
    actor = info.context.actor
    found = await rows.Notice.visible_to(actor).get_or_none(id=decode(id, "Notice"))
    if found:
        await _read(actor, found)
    return found


async def _read(actor: Actor, found: rows.Notice) -> None:
    await opened(actor, "notice:read", found, found.attachment_id)


@query(ANYONE, returns=Verification | None)
async def verify_notice(
    info: Info, code: Annotated[str, strawberry.argument(description="The code printed on the notice, under its QR code.")]
) -> Any:
    """Verify a notice by its code: for anyone who holds it, with nothing personal in the answer."""
    language = info.context.language
    typed = "".join(sign for sign in code.lower() if sign.isalnum())[:40]
    found = await rows.Notice.get_or_none(code=typed).prefetch_related("clinic", "signature__request")
    if found is None:
        return None
    state = await status(found)
    effective = json.loads(found.facts).get("effective_on")
    return Verification(
        valid=state == "valid",
        number=found.number,
        kind=found.kind,
        title=texts.text(f"law.notice.kind.{found.kind}", language),
        issued_at=found.issued_at,
        clinic_name=found.clinic.name_in(language),
        clinic_bin=found.clinic.bin,
        signer=signer_of(found.signature, language) if found.signature else None,
        status_text=texts.text(f"api.verification.{state}", language),
        effective_on=day_words(date.fromisoformat(effective), language) if effective else None,
    )


@lru_cache(256)
def notices_of(actor: Actor) -> Batch[UUID, list[rows.Notice]]:
    """The notices of cases, as far as an actor may see them; the cases of a service that issues none have none."""

    async def batch(keys: list[UUID]) -> Sequence[list[rows.Notice]]:
        found = await rows.Notice.visible_to(actor).filter(attachment_id__in=keys).order_by("issued_at", "id")
        return [[one for one in found if one.attachment_id == key] for key in keys]

    return batch


async def _load(key: UUID, actor: Actor) -> rows.Notice | None:
    return await rows.Notice.visible_to(actor).get_or_none(id=key)


loads("Notice", rows.Notice, _load, _read)
