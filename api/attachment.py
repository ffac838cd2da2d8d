"""Attachment to a clinic as the API shows it: the case, the list, the queue of the clinic."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from api.case import Case, Due, Impediment, OfPatient, Told, impeding, served
from api.clinic import Doctor, Site
from api.complaint import ComplaintWay, Refusal
from api.context import Info
from api.document import Document, DocumentNeed, documents_of
from api.names import AttachmentGround, AttachmentState, Language, Mark
from api.node import Node
from api.notice import refusal_of
from api.person import Address
from api.problems import from_impediment
from api.provision import cite
from api.rows import loads
from api.shown import by_id, shown
from models import attachment as rows
from models import clock, texts
from models.actor import Actor
from models.attachment_course import course
from models.attachment_facts import of_case
from models.clinic import Clinic as ClinicRow
from models.clinic import Doctor as DoctorRow
from models.clinic import Site as SiteRow
from models.journal_reading import opened
from models.law import Role, open_acts
from models.law import attachment as law
from models.law.representation import Right

CLINIC = (Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.DOCTOR)
Root = strawberry.Parent[rows.Attachment]


@strawberry.type(description="A request for attachment to a clinic and what became of it.")
class Attachment(OfPatient, Case, Node):
    state: AttachmentState = strawberry.field(description="Where the case stands.")
    ground: AttachmentGround = strawberry.field(description="Why attachment is asked for.")

    @shown
    def ground_text(self, root: Root, info: Info) -> str:
        """The ground in words."""
        return texts.text(f"law.ground.{root.ground}", info.context.language)

    @shown
    async def site(self, root: Root, info: Info) -> Site | None:
        """The site of the clinic's zone; null outside the zone or before it is named."""
        return await info.context.loader(by_id(SiteRow)).load(root.site_id) if root.site_id else None

    @shown
    async def doctor(self, root: Root, info: Info) -> Doctor | None:
        """The doctor chosen or named; null until then."""
        return await info.context.loader(by_id(DoctorRow)).load(root.doctor_id) if root.doctor_id else None

    @shown
    def address(self, root: Root, info: Info) -> Address:
        """The address given with the request."""
        return Address.of(root.address, info.context.language)

    phone: str = strawberry.field(description="The phone given with the request.")
    outside_zone: bool = strawberry.field(description="Whether the address is outside the clinic's zone.")
    language: Language = strawberry.field(description="The language in which the answer is asked for.")
    effective_on: date | None = strawberry.field(description="The day on which it takes or took force; null before a decision.")
    decided_at: datetime | None = strawberry.field(description="When the clinic decided, or the request was withdrawn.")
    ended_on: date | None = strawberry.field(description="The day on which it ended.")
    identity_seen: str = strawberry.field(description="At the desk: the identity document that the registrar saw.")

    @shown
    async def documents(self, root: Root, info: Info) -> list[Document]:
        """The documents of the case: files, and papers noted at the desk."""
        return await info.context.loader(documents_of(info.context.actor)).load(root.id)  # type: ignore[return-value]

    @shown
    async def documents_needed(self, root: Root, info: Info) -> list[DocumentNeed]:
        """The documents that the ground needs, and whether each is there."""
        present = {one.kind for one in await info.context.loader(documents_of(info.context.actor)).load(root.id)}
        kinds = law.documents_needed(root.ground, root.channel, root.applicant_right is Right.POWER_OF_ATTORNEY)
        return [DocumentNeed.of(kind, kind in present, info.context.language) for kind in kinds]

    @shown
    async def refusal(self, root: Root, info: Info) -> Refusal | None:
        """The refusal, once it is decided; for the clinic also while it is only proposed."""
        proposed = info.context.actor.of_clinic and root.state is law.State.REFUSAL_PROPOSED
        if root.refusal_ground is None or (root.state is not law.State.REFUSED and not proposed):
            return None
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        assert clinic is not None, "a case has a clinic"
        day = clock.local(root.decided_at).date() if root.decided_at else clock.today()
        return refusal_of(root.refusal_ground, root.refusal_rule, root.refusal_words, clinic, day, info.context.language)

    @shown
    async def broken_rules(self, root: Root, info: Info) -> list[Impediment]:
        """For the clinic: the rules that the register finds broken for this request; a refusal may name others and must prove them."""
        if not info.context.actor.of_clinic or root.state not in rows.OPEN:
            return []
        await root.fetch_related("person", "clinic", "doctor", "applicant")
        return [impeding(from_impediment(one, info.context.language)) for one in await of_case(root)]

    @shown
    def detachment_text(self, root: Root, info: Info) -> str | None:
        """The ground of detachment in words."""
        return texts.text(f"law.detachment.{root.detachment_ground}", info.context.language) if root.detachment_ground else None

    @shown
    def proposed_by_me(self, root: Root, info: Info) -> bool:
        """Whether the caller proposed the refusal and so may not decide it."""
        return root.proposed_by is not None and root.proposed_by == info.context.actor.person

    @shown
    async def complaint(self, root: Root, info: Info) -> ComplaintWay | None:
        """The way of complaint where there is something to complain about: a refusal, or a term that ran out."""
        refused = root.decided_at if root.state is law.State.REFUSED else None
        if not refused and not root.overdue:
            return None
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        assert clinic is not None, "a case has a clinic"
        if refused:
            return ComplaintWay.of(clinic, clock.local(refused).date(), info.context.language)
        return ComplaintWay.of_silence(clinic, clock.local(root.due_at).date(), info.context.language) if root.due_at else None

    @shown
    async def spoken(self, root: Root, info: Info) -> str | None:
        """What a registrar reads out to the person at the desk or on the phone, in the person's language."""
        if info.context.actor.role is not Role.REGISTRAR or root.awaits is None:
            return None
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        due = clock.local(root.awaits)
        return texts.text(
            "api.spoken.attachment_overdue" if root.overdue else "api.spoken.attachment", root.language, number=root.number,
            clinic=clinic.name_in(root.language) if clinic else "", day=due.strftime("%d.%m.%Y"), time=due.strftime("%H:%M"),
        )  # fmt: skip


def due_of(case: rows.Attachment, language: Language) -> Due | None:
    """The term that runs in a case."""
    if case.awaits is None:
        return None
    left = int((case.awaits - clock.now()).total_seconds() // 60)
    target = case.target_at if case.target_at and case.target_at > clock.now() else None
    return Due(at=case.awaits, target=target, overdue=left < 0, minutes_left=left, provision=cite(law.REVIEW.basis, language))


def _mark(case: rows.Attachment) -> Mark:
    return law.mark(case.state, case.accepted_at or case.submitted_at, clock.now())


def _may(case: rows.Attachment, actor: Actor) -> list[str]:
    """The acts open to an actor: whoever proposed a refusal takes it back but does not confirm it (S1)."""
    acts = open_acts(law.MOVES, case.state, actor.role) if actor.role else []
    mine = case.proposed_by == actor.person
    hidden = {"refuse"} if mine else {"decline_refusal"} if actor.role is Role.REGISTRAR else set()
    return [act for act in acts if act not in hidden]


async def leave_line(actor: Actor, case: rows.Attachment) -> None:
    """Opening somebody else's case leaves a line in the journal."""
    await opened(actor, "attachment:read", case)


async def _load(key: UUID, actor: Actor) -> rows.Attachment | None:
    return await rows.Attachment.visible_to(actor).get_or_none(id=key)


loads("Attachment", rows.Attachment, _load, leave_line)
served(rows.Attachment, Told(mark=_mark, course=course, may=_may, due=due_of))
