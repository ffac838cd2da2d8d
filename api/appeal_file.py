"""Files enclosed with appeals: uploaded beforehand, checked by content, kept with every body to which the appeal goes."""

from typing import Any
from uuid import UUID

import strawberry

from api.context import Info
from api.document import DocumentInput, DocumentPayload
from api.given import KEY
from api.ids import decode
from api.patient import patient_of
from api.problems import Invalid, ProblemCode
from api.root import mutation
from api.scalars import Base64
from models import document as rows
from models.actor import Actor
from models.law import Role, Service
from models.law.attachment import DocumentKind

ENCLOSING = (Role.CITIZEN, Role.REGISTRAR, Role.APPEALS_OFFICER, Role.HEAD, Role.AUTHORITY, Role.PARTNER)
FILE = "appeal:file"


@strawberry.input(description="A file to be enclosed with an appeal.")
class UploadEnclosureInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    patient: strawberry.ID | None = strawberry.field(default=None, description="Who appeals; the caller when absent. Staff need not say.")
    file_name: str = strawberry.field(description="The name of the file; its ending must fit its content.")
    content: Base64 = strawberry.field(description="The file: PDF, JPEG or PNG, five megabytes at most.")


@mutation(*ENCLOSING, returns=DocumentPayload, scope=FILE)
async def upload_enclosure(info: Info, input: UploadEnclosureInput) -> Any:
    """Keep a file for an appeal, a correction or a case that is yet to be filed or given."""
    actor = info.context.actor
    person = await _whose(actor, input.patient)
    return await rows.upload(actor, person, DocumentKind.ENCLOSURE, input.file_name, input.content, Service.APPEAL)


async def _whose(actor: Actor, given: strawberry.ID | None) -> UUID | None:
    """Whose appeal it is for: a member of staff says it with the appeal itself."""
    return None if actor.staff else await patient_of(actor, given, Service.APPEAL)


@mutation(*ENCLOSING, returns=DocumentPayload, scope=FILE)
async def remove_enclosure(info: Info, input: DocumentInput) -> Any:
    """Take back a file that has not been enclosed yet."""
    actor = info.context.actor
    unfiled = rows.Document.unfiled(Service.APPEAL).filter(uploaded_by=actor.account or actor.partner)
    found = await unfiled.get_or_none(id=decode(input.id, "Document"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    await rows.remove(actor, found)
    return found


async def waiting(actor: Actor) -> list[rows.Document]:
    """The files that the caller has uploaded for an appeal and not enclosed yet."""
    unfiled = rows.Document.unfiled(Service.APPEAL).filter(uploaded_by=actor.account or actor.partner)
    return await unfiled.order_by("uploaded_at", "id")
