"""What a request for attachment and the acts on it are given, and how it becomes an application."""

from uuid import UUID

import strawberry

from api.document import by_iin, patient_of
from api.given import KEY, SIGNATURE, phone, words
from api.ids import decode
from api.names import AttachmentGround, Channel, DetachmentGround, DocumentKind, Language, RefusalGround
from api.person import AddressInput
from api.problems import Invalid, ProblemCode
from api.scalars import IIN, Base64
from models.actor import Actor
from models.attachment_facts import Application, Paper
from models.clinic import Clinic, Doctor
from models.law import Impediment, Refused, Role
from models.law import Language as LanguageOfLaw
from models.law import signature as signature_law
from models.law.attachment import IMPEDIMENTS
from models.person import Person


@strawberry.input(description="A paper document that a registrar has seen.")
class PaperInput:
    kind: DocumentKind = strawberry.field(description="What document it is.")
    note: str | None = strawberry.field(default=None, description="Its number and date, as seen.")


@strawberry.input(description="A request for attachment to a clinic.")
class SubmitAttachmentInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    patient: strawberry.ID | None = strawberry.field(default=None, description="For whom; the caller when absent.")
    patient_iin: IIN | None = strawberry.field(default=None, description="For whom, by IIN: for registrars and partner systems.")
    applicant_iin: IIN | None = strawberry.field(default=None, description="At the desk: who asks, when it is not the patient.")
    clinic: strawberry.ID = strawberry.field(description="The clinic asked.")
    ground: AttachmentGround = strawberry.field(description="Why attachment is asked for.")
    address: AddressInput = strawberry.field(description="Where the person lives.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="The doctor chosen; named by address when absent.")
    documents: list[strawberry.ID] = strawberry.field(default_factory=list, description="Files uploaded for this request.")
    papers: list[PaperInput] = strawberry.field(default_factory=list, description="At the desk: papers that the registrar has seen.")
    outside_zone: bool = strawberry.field(
        default=False, description="That care at home outside the clinic's zone is agreed: true when the address is outside."
    )
    consent: bool = strawberry.field(description="Consent to access restricted personal data (Law on personal data, article 8).")
    language: Language = strawberry.field(description="The language of the answer.")
    phone: str = strawberry.field(description="A phone for questions about the request.")
    identity: str | None = strawberry.field(default=None, description="At the desk: the identity document seen, with its number.")
    channel: Channel | None = strawberry.field(default=None, description="For registrars: DESK or PHONE.")
    signature: Base64 | None = strawberry.field(default=None, description=SIGNATURE)


@strawberry.input(description="The caller's draft, to be filed as it stands.")
class SubmitAttachmentDraftInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    signature: Base64 | None = strawberry.field(default=None, description=SIGNATURE)


@strawberry.input(description="That the documents are checked, and who serves the person.")
class CheckAttachmentInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="The doctor; by address and load when absent.")


@strawberry.input(description="A refusal proposed, by the closed list.")
class ProposeAttachmentRefusalInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")
    ground: RefusalGround = strawberry.field(description="The ground of the closed list.")
    rule: str | None = strawberry.field(default=None, description="For NONCOMPLIANT: the rule not met, by its code.")
    words: str = strawberry.field(description="The reasons, for the person to read.")


@strawberry.input(description="Why a proposed refusal is not confirmed.")
class DeclineAttachmentRefusalInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")
    words: str = strawberry.field(description="The reasons, for the colleague who proposed it.")


@strawberry.input(description="The head's approval.")
class ApproveAttachmentInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")
    signature: Base64 | None = strawberry.field(default=None, description=SIGNATURE)


@strawberry.input(description="The head's confirmation of a proposed refusal.")
class RefuseAttachmentInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")
    signature: Base64 | None = strawberry.field(default=None, description=SIGNATURE)


@strawberry.input(description="A detachment on a ground of its own.")
class DetachAttachmentInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")
    ground: DetachmentGround = strawberry.field(description="The ground.")
    words: str = strawberry.field(description="What the ground rests on: document, number, date.")
    signature: Base64 | None = strawberry.field(default=None, description=SIGNATURE)


async def application(actor: Actor, given: SubmitAttachmentInput, *, to_sign: bool = False) -> Application:
    """A request as the register knows it; what is absent or not the caller's is told on its field.

    A partner system asks what is to be signed (`to_sign`) without learning whether the register knows the person.
    """
    if actor.partner and given.signature is None and not to_sign:
        raise Refused(signature_law.impediment("SIGNATURE_REQUIRED"))
    patient = _named(given) if actor.partner and to_sign else await _patient(actor, given)
    clinic = await Clinic.get_or_none(id=decode(given.clinic, "Clinic", "clinic"))
    if clinic is None:
        raise Invalid(ProblemCode.NOT_FOUND, "clinic")
    return Application(
        patient=patient, clinic=clinic, ground=given.ground, address=address(given.address), doctor=await doctor(given.doctor),
        documents=[decode(one, "Document", "documents") for one in given.documents],
        papers=[Paper(one.kind, words(one.note or "", "papers", 300)) for one in given.papers] if actor.of_clinic else [],
        outside_zone=given.outside_zone, consent=given.consent, language=LanguageOfLaw(given.language), phone=phone(given.phone),
        identity=words(given.identity or "", "identity", 200) if actor.of_clinic else "",
        applicant=await _at_desk(actor, given.applicant_iin),
    )  # fmt: skip


def _named(given: SubmitAttachmentInput) -> Person:
    """Somebody of whom only the IIN is known."""
    if given.patient_iin is None:
        raise Invalid(ProblemCode.REQUIRED, "patient_iin")
    return Person(iin=given.patient_iin)


async def _patient(actor: Actor, given: SubmitAttachmentInput) -> Person:
    """For whom: by id, or by IIN for registrars and partner systems."""
    if actor.partner and not await Person.exists(iin=given.patient_iin):
        raise Refused(Impediment("NOT_REPRESENTATIVE", IMPEDIMENTS["NOT_REPRESENTATIVE"], ("patient",)))
    if given.patient_iin and actor.role is Role.CITIZEN:
        raise Invalid(ProblemCode.INVALID_VALUE, "patient_iin")
    known = await by_iin(actor, given.patient_iin)
    return await Person.get(id=known or await patient_of(actor, given.patient))


async def _at_desk(actor: Actor, iin: IIN | None) -> Person | None:
    if iin is None or not actor.of_clinic:
        return None
    found = await Person.get_or_none(iin=iin)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "applicant_iin")
    return found


async def doctor(given: strawberry.ID | None) -> Doctor | None:
    """The doctor of an id; none was chosen when there is no id."""
    if not given:
        return None
    found = await Doctor.get_or_none(id=decode(given, "Doctor", "doctor")).prefetch_related("site")
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "doctor")
    return found


def address(given: AddressInput) -> dict[str, str]:
    """An address with its required parts."""
    parts = given.plain()
    for name in ("kato", "locality", "street", "house"):
        if not parts[name]:
            raise Invalid(ProblemCode.REQUIRED, f"address.{name}")
    for name, value in parts.items():
        words(value, f"address.{name}", 200)
    return parts
