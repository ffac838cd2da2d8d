"""Documents of a request: uploading them, and what a ground needs."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import strawberry

from api.context import Batch, Info
from api.ids import decode, encode
from api.names import DocumentKind
from api.node import Node
from api.problems import Invalid, ProblemCode
from api.provision import Provision, cite
from api.root import mutation, payload, query
from api.rows import loads
from api.scalars import IIN, Base64
from api.shown import shown
from models import document as rows
from models import journal, texts
from models.actor import Actor
from models.law import Role, Service
from models.law import attachment as law
from models.person import Person
from models.representation import right_of

FILERS = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)


@strawberry.type(description="A document of a request: a file, or a paper that a registrar has seen.")
class Document(Node):
    kind: DocumentKind = strawberry.field(description="What document it is.")

    @shown
    def kind_text(self, root: strawberry.Parent[rows.Document], info: Info) -> str:
        """The kind in words."""
        return texts.text(f"law.document.{root.kind}", info.context.language)

    paper: bool = strawberry.field(description="Whether it is a paper seen at the desk, without a file.")
    note: str = strawberry.field(description="What the registrar noted of a paper.")
    file_name: str = strawberry.field(description="The name of the file.")
    media_type: str = strawberry.field(description="application/pdf, image/jpeg or image/png.")
    size: int = strawberry.field(description="The size of the file in bytes.")
    uploaded_at: datetime = strawberry.field(description="When it was uploaded or noted.")

    @shown
    async def content(self, root: strawberry.Parent[rows.Document], info: Info) -> Base64 | None:
        """The file itself; null for a paper. Reading it is journalled."""
        return None if root.paper else Base64(await rows.content_of(info.context.actor, root))

    @shown
    def path(self, root: strawberry.Parent[rows.Document]) -> str | None:
        """Where the site serves the file to a browser that is signed in; null for a paper. Programs ask for `content`."""
        return None if root.paper else f"/documents/{encode('Document', root.id)}"


@strawberry.type(description="A document that a ground needs.")
class DocumentNeed:
    kind: DocumentKind = strawberry.field(description="What document it is.")
    text: str = strawberry.field(description="The kind in words.")
    present: bool = strawberry.field(description="Whether it is there.")
    provision: Provision = strawberry.field(description="The item of the list that names it.")

    @classmethod
    def of(cls, kind: Any, present: bool, language: Any) -> "DocumentNeed":
        words = texts.text(f"law.document.{kind}", language)
        return cls(kind=kind, text=words, present=present, provision=cite(law.DOCUMENT_BASIS[kind], language))


@strawberry.input(description="A file to be kept for a request.")
class UploadDocumentInput:
    idempotency_key: UUID = strawberry.field(description="A UUID made for this act; repeating it gives the first answer.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="Whose request it is for; the caller's own when absent.")
    patient_iin: IIN | None = strawberry.field(default=None, description="Whose request, by IIN: for registrars and partners.")
    kind: DocumentKind = strawberry.field(description="What document it is.")
    file_name: str = strawberry.field(description="The name of the file; its ending must fit its content.")
    content: Base64 = strawberry.field(description="The file: PDF, JPEG or PNG, five megabytes at most.")


@strawberry.input(description="One document.")
class DocumentInput:
    id: strawberry.ID = strawberry.field(description="The document's id.")


DocumentPayload = payload(Document)


@mutation(*FILERS, returns=DocumentPayload, scope="attachment:submit")
async def upload_document(info: Info, input: UploadDocumentInput) -> Any:
    """Keep a file for a request that is yet to be filed: its content is checked, not only its name."""
    actor = info.context.actor
    person = await by_iin(actor, input.patient_iin) or await patient_of(actor, input.patient)
    return await rows.upload(actor, person, input.kind, input.file_name, input.content)


@mutation(*FILERS, returns=DocumentPayload, scope="attachment:submit")
async def remove_document(info: Info, input: DocumentInput) -> Any:
    """Take back a file that has not been filed with a request."""
    actor = info.context.actor
    found = await rows.Document.visible_to(actor).get_or_none(id=decode(input.id, "Document"), attachment=None, appeal=None)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    await rows.remove(actor, found)
    return found


@query(*FILERS, Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY, returns=Document | None)
async def document(info: Info, id: strawberry.ID) -> Any:
    """One document, without its content; null when it is absent or not the caller's to see."""
    found = await rows.Document.visible_to(info.context.actor).get_or_none(id=decode(id, "Document"))
    if found:
        await _read(info.context.actor, found)
    return found


async def patient_of(
    actor: Actor, given: strawberry.ID | None, field: str = "patient", service: Service | None = Service.ATTACHMENT
) -> UUID:
    """For whom: oneself, somebody one represents in a service (None: in some service), or whoever is in front of the registrar."""
    from api.person import visible

    if given is None and actor.person and actor.role is Role.CITIZEN:
        return actor.person
    if given is None:
        raise Invalid(ProblemCode.REQUIRED, field)
    key = decode(given, "Patient", field)
    found = await visible(actor, key)
    if found is None or (actor.role is Role.CITIZEN and not await right_of(actor.person, key, service)):
        raise Invalid(ProblemCode.NOT_FOUND, field)
    return found.id


async def by_iin(actor: Actor, iin: IIN | None) -> UUID | None:
    """For whom, by IIN: only registrars and partner systems say it so."""
    if iin is None or actor.role not in (Role.REGISTRAR, Role.PARTNER):
        return None
    found = await Person.get_or_none(iin=iin)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "patient_iin")
    return found.id


@lru_cache(256)
def documents_of(actor: Actor) -> Batch[UUID, list[rows.Document]]:
    """The documents of cases, as far as an actor may see them."""

    async def batch(keys: list[UUID]) -> Sequence[list[rows.Document]]:
        found = await rows.Document.visible_to(actor).filter(attachment_id__in=keys).order_by("uploaded_at", "id")
        return [[one for one in found if one.attachment_id == key] for key in keys]

    return batch


async def _load(key: UUID, actor: Actor) -> rows.Document | None:
    return await rows.Document.visible_to(actor).get_or_none(id=key)


async def _read(actor: Actor, found: rows.Document) -> None:
    if found.person_id != actor.person and found.case_id:
        await journal.record(actor, "document:seen", person=found.person_id, service=found.service, case=found.case_id, reading=True)


loads("Document", rows.Document, _load, _read)
