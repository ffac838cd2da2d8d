"""The unfinished request: answers kept on the server page by page, what is still missing, and what would follow from filing it."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import strawberry

from api.act import plain
from api.attachment import Attachment
from api.attachment_input import SubmitAttachmentInput, address, application
from api.case import Due, Impediment, Verdict, impeding
from api.clinic import Clinic, Doctor, Site
from api.context import Info
from api.document import Document, DocumentNeed, patient_of
from api.given import phone
from api.ids import decode, encode
from api.names import AttachmentGround, Language
from api.person import Address, AddressInput, Patient
from api.problems import Invalid, ProblemCode, from_fault, from_impediment
from api.provision import cite
from api.root import mutation, payload, query
from api.shown import shown
from models import attachment_draft as drafts
from models import attachment_facts, clock, texts
from models import clinic as clinics
from models.actor import Actor
from models.attachment import OPEN
from models.attachment import Attachment as Row
from models.document import Document as DocumentRow
from models.draft import Draft
from models.law import Channel, Role, Service, attachment_doctor
from models.law import attachment as law
from models.law.attachment import Ground
from models.law.person import full_years
from models.law.representation import Right
from models.person import Person as PersonRow
from models.representation import right_of

Root = strawberry.Parent[Draft]
NAME = "patient"


@strawberry.input(description="Answers to keep: those given replace those before, the others stay.")
class SaveAttachmentDraftInput:
    patient: strawberry.ID | None = strawberry.field(default=None, description="For whom.")
    ground: AttachmentGround | None = strawberry.field(default=None, description="Why attachment is asked for.")
    address: AddressInput | None = strawberry.field(default=None, description="Where the person lives.")
    clinic: strawberry.ID | None = strawberry.field(default=None, description="The clinic asked.")
    doctor: str | None = strawberry.field(default=None, description="The doctor chosen; empty: named by address.")
    outside_zone: bool | None = strawberry.field(default=None, description="That care at home outside the zone is agreed.")
    consent: bool | None = strawberry.field(default=None, description="Consent to access restricted personal data.")
    language: Language | None = strawberry.field(default=None, description="The language of the answer.")
    phone: str | None = strawberry.field(default=None, description="A phone for questions about the request.")


async def answers(actor: Actor) -> dict[str, Any]:
    """The answers kept so far."""
    return dict((await drafts.of(actor)).answers)


async def for_whom(actor: Actor, kept: Mapping[str, Any]) -> UUID:
    """Whose request it is: the caller's own again once the person chosen may no longer be represented."""
    try:
        return await patient_of(actor, kept.get(NAME))
    except Invalid:
        return await patient_of(actor, None)


async def _documents(actor: Actor, person: UUID) -> list[DocumentRow]:
    mine = DocumentRow.unfiled(Service.ATTACHMENT).filter(uploaded_by=actor.account or actor.partner)
    return await mine.filter(person_id=person).order_by("uploaded_at", "id")


async def complete(actor: Actor) -> SubmitAttachmentInput:
    """The draft as a whole request; every answer still missing is told on its field."""
    kept = await answers(actor)
    missing = [name for name in ("ground", "address", "clinic", "phone") if not kept.get(name)]
    if missing:
        raise Invalid.together([fault for name in missing for fault in Invalid(ProblemCode.REQUIRED, name).faults])
    person = await for_whom(actor, kept)
    return SubmitAttachmentInput(
        idempotency_key=uuid4(), patient=encode("Patient", person), clinic=kept["clinic"], ground=Ground(kept["ground"]),
        address=AddressInput(**kept["address"]), doctor=kept.get("doctor") or None,
        documents=[encode("Document", one.id) for one in await _documents(actor, person)], outside_zone=bool(kept.get("outsideZone")),
        consent=bool(kept.get("consent")), language=kept.get("language") or actor.language, phone=kept["phone"],
    )  # fmt: skip


@strawberry.type(description="The caller's unfinished request for attachment.")
class AttachmentDraft:
    key: UUID = strawberry.field(description="The idempotency key with which to file it: a second filing gives the first answer.")

    @shown
    async def patient(self, root: Root, info: Info) -> Patient:
        """For whom."""
        person = await for_whom(info.context.actor, root.answers)
        return await PersonRow.get(id=person)  # type: ignore[return-value]

    @shown
    def ground(self, root: Root) -> AttachmentGround | None:
        """Why attachment is asked for."""
        return Ground(str(root.answers["ground"])) if root.answers.get("ground") else None

    @shown
    def ground_text(self, root: Root, info: Info) -> str | None:
        """The ground in words."""
        return texts.text(f"law.ground.{root.answers['ground']}", info.context.language) if root.answers.get("ground") else None

    @shown
    async def address(self, root: Root, info: Info) -> Address:
        """Where the person lives: as answered, or by the register."""
        kept: Any = root.answers.get("address")
        if kept:
            return Address.of(kept, info.context.language)
        person = await PersonRow.get(id=await for_whom(info.context.actor, root.answers))
        return Address.of(person.address, info.context.language)

    @shown
    async def clinic(self, root: Root) -> Clinic | None:
        """The clinic asked."""
        return await _clinic(root)  # type: ignore[return-value]

    @shown
    async def doctor(self, root: Root) -> Doctor | None:
        """The doctor chosen; null when the clinic names one by address."""
        kept = str(root.answers.get("doctor") or "")
        return await clinics.Doctor.get_or_none(id=decode(kept, "Doctor")) if kept else None  # type: ignore[return-value]

    @shown
    async def site(self, root: Root) -> Site | None:
        """The site of the clinic's zone to which the address belongs; null outside the zone."""
        clinic, kept = await _clinic(root), root.answers.get("address")
        return await clinics.site_of(clinic.id, kept) if clinic and kept else None  # type: ignore[return-value,arg-type]

    @shown
    def outside_zone(self, root: Root) -> bool:
        """That care at home outside the zone is agreed."""
        return bool(root.answers.get("outsideZone"))

    @shown
    def consent(self, root: Root) -> bool:
        """Consent to access restricted personal data."""
        return bool(root.answers.get("consent"))

    @shown
    def language(self, root: Root, info: Info) -> Language:
        """The language of the answer."""
        return Language(str(root.answers.get("language") or info.context.language))

    @shown
    async def phone(self, root: Root, info: Info) -> str:
        """The phone: as answered, or by the register."""
        if root.answers.get("phone"):
            return str(root.answers["phone"])
        return (await PersonRow.get(id=info.context.actor.person)).phone

    @shown
    async def documents(self, root: Root, info: Info) -> list[Document]:
        """The files uploaded for it."""
        actor = info.context.actor
        return await _documents(actor, await for_whom(actor, root.answers))  # type: ignore[return-value]

    @shown
    async def documents_needed(self, root: Root, info: Info) -> list[DocumentNeed]:
        """The documents that the ground needs, and whether each is there."""
        if not root.answers.get("ground"):
            return []
        actor = info.context.actor
        person = await for_whom(actor, root.answers)
        present = {one.kind for one in await _documents(actor, person)}
        attorney = await right_of(actor.person, person, Service.ATTACHMENT) is Right.POWER_OF_ATTORNEY
        kinds = law.documents_needed(Ground(str(root.answers["ground"])), Channel.PORTAL, attorney)
        return [DocumentNeed.of(kind, kind in present, info.context.language) for kind in kinds]

    @shown
    async def person_forbids(self, root: Root, info: Info) -> list[Impediment]:
        """Rules about the person alone that forbid to file anything: told at the first question, not at the last."""
        person = await PersonRow.get(id=await for_whom(info.context.actor, root.answers))
        found = await attachment_facts.of_person(info.context.actor, person)
        return [impeding(from_impediment(one, info.context.language)) for one in found]

    @shown
    async def open_case(self, root: Root, info: Info) -> Attachment | None:
        """The request of this person that already waits for an answer."""
        person = await for_whom(info.context.actor, root.answers)
        return await Row.visible_to(info.context.actor).filter(person_id=person, state__in=OPEN).first()  # type: ignore[return-value]

    @shown
    async def doctors_that_serve(self, root: Root, info: Info) -> list[Doctor]:
        """The doctors of the clinic who serve the person's age."""
        clinic = await _clinic(root)
        if clinic is None:
            return []
        person = await PersonRow.get(id=await for_whom(info.context.actor, root.answers))
        age = full_years(person.birth_date, clock.today())
        found = await clinics.Doctor.filter(clinic=clinic, serving=True).order_by("specialty", "id")
        return [one for one in found if attachment_doctor.serves(one.specialty, age, clock.today())]  # type: ignore[misc]

    @shown
    async def verdict(self, info: Info) -> Verdict:
        """Whether it may be filed as it stands, and every rule that forbids it."""
        return await verdict_of(info)

    @shown
    async def due(self, root: Root, info: Info) -> Due | None:
        """By when the clinic would answer if it were filed now."""
        clinic = await _clinic(root)
        if clinic is None:
            return None
        term = law.term(clock.now(), clinic.working_hours())
        left = int((term.due_at - clock.now()).total_seconds() // 60)
        basis = cite(term.basis, info.context.language)
        return Due(at=term.due_at, target=term.target_at, overdue=False, minutes_left=left, provision=basis)

    @shown
    def effective_on(self, root: Root) -> date | None:
        """The day on which it would take force if approved today."""
        return law.effective_day(Ground(str(root.answers["ground"])), clock.today()) if root.answers.get("ground") else None


async def _clinic(draft: Draft) -> clinics.Clinic | None:
    kept = str(draft.answers.get("clinic") or "")
    return await clinics.Clinic.get_or_none(id=decode(kept, "Clinic")) if kept else None


async def verdict_of(info: Info) -> Verdict:
    """Whether the draft may be filed: what is missing, or what the law forbids."""
    actor, language = info.context.actor, info.context.language
    try:
        found = await attachment_facts.impediments(actor, await application(actor, await complete(actor)))
        problems = [from_impediment(one, language) for one in found]
    except Invalid as invalid:
        problems = [from_fault(one, language) for one in invalid.faults]
    return Verdict(allowed=not problems, forbidding=[impeding(one) for one in problems])


AttachmentDraftPayload = payload(AttachmentDraft, "draft")


@query(Role.CITIZEN, returns=AttachmentDraft | None)
async def attachment_draft(info: Info) -> Any:
    """The caller's unfinished request for attachment; an empty one when none was begun."""
    return await drafts.of(info.context.actor)


@mutation(Role.CITIZEN, returns=AttachmentDraftPayload)
async def save_attachment_draft(info: Info, input: SaveAttachmentDraftInput) -> Any:
    """Keep answers of an unfinished request; nothing is filed by it."""
    actor = info.context.actor
    given = plain(input)
    if input.patient is not None:
        await patient_of(actor, input.patient)
    if input.address is not None:
        given["address"] = address(input.address)
    if input.phone is not None:
        given["phone"] = phone(input.phone)
    if input.clinic is not None:
        decode(input.clinic, "Clinic", "clinic")
        given.setdefault("doctor", "")
    if input.doctor:
        decode(input.doctor, "Doctor", "doctor")
    return await drafts.save(actor, given)


@strawberry.input(description="Nothing needs to be said.")
class DiscardAttachmentDraftInput:
    confirm: bool = strawberry.field(default=True, description="That the answers are to be forgotten.")


@mutation(Role.CITIZEN, returns=AttachmentDraftPayload)
async def discard_attachment_draft(info: Info, input: DiscardAttachmentDraftInput) -> Any:
    """Forget the answers of the unfinished request and the files uploaded for it."""
    await drafts.discard(info.context.actor)
    return await drafts.of(info.context.actor)
