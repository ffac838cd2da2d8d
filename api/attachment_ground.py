"""The grounds of attachment as they stand for a person today: for whom each is, its documents, and what forbids it."""

from typing import Annotated, Any

import strawberry

from api.asked import record
from api.attachment_draft import answers, for_whom
from api.case import Impediment, impeding
from api.context import Info
from api.document import DocumentNeed, patient_of
from api.ids import encode
from api.names import AttachmentGround
from api.problems import from_impediment
from api.provision import Provision, cite
from api.root import query
from models import attachment_facts, texts
from models.law import Channel, Role, Service
from models.law import Impediment as Rule
from models.law import attachment as law
from models.law.attachment import Ground
from models.person import Person as PersonRow


@strawberry.type(description="A ground of attachment, as it stands for a person today.")
class AttachmentGroundChoice:
    ground: AttachmentGround = strawberry.field(description="The ground.")
    text: str = strawberry.field(description="The ground in words.")
    hint: str = strawberry.field(description="For whom it is and what follows from it.")
    documents: list[DocumentNeed] = strawberry.field(description="The documents it needs on the portal.")
    provision: Provision = strawberry.field(description="The paragraph it rests on.")
    forbidding: list[Impediment] = strawberry.field(description="Rules of the ground itself that forbid it to this person today.")


@query(Role.CITIZEN, Role.REGISTRAR, returns=list[AttachmentGroundChoice])
async def attachment_grounds(
    info: Info, patient: Annotated[strawberry.ID | None, strawberry.argument(description="For whom; the caller when absent.")] = None
) -> Any:
    """The grounds of attachment for a person, each with its documents and with what forbids it today."""
    actor, language = info.context.actor, info.context.language
    # a citizen who names nobody asks about the person of the draft
    if patient is None and actor.role is Role.CITIZEN:
        patient = encode("Patient", await for_whom(actor, await answers(actor)))
    person = await PersonRow.get(id=await patient_of(actor, patient))
    if actor.of_clinic:
        await record(actor, Service.ATTACHMENT, person)
    return [_choice(ground, found, language) for ground, found in (await attachment_facts.of_grounds(actor, person)).items()]


def _choice(ground: Ground, found: list[Rule], language: Any) -> AttachmentGroundChoice:
    kinds = law.documents_needed(ground, Channel.PORTAL)
    return AttachmentGroundChoice(
        ground=ground, text=texts.text(f"law.ground.{ground}", language), hint=texts.text(f"law.ground_note.{ground}", language),
        documents=[DocumentNeed.of(kind, False, language) for kind in kinds],
        provision=cite(law.DOCUMENT_BASIS[kinds[0]] if kinds else law.IMPEDIMENTS["NOT_FIRST"], language),
        forbidding=[impeding(from_impediment(one, language)) for one in found],
    )  # fmt: skip
