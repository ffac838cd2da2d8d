"""The unfinished appeal: answers kept on the server page by page, so that nothing typed is lost; and the complaint prepared from a case."""

from datetime import date
from typing import Any
from uuid import UUID

import strawberry

from api.act import plain
from api.appeal_file import waiting
from api.appeal_input import LONGEST_ADDRESS, LONGEST_ESSENCE, about_case, target_of
from api.appeal_list import clock_of
from api.appeal_part import AppealClock
from api.case import Case
from api.clinic import Clinic, Doctor
from api.context import Info
from api.document import Document
from api.given import phone, words
from api.ids import decode, encode
from api.names import AnswerWay, AppealKind, AppealSubject, Language
from api.patient import patient_of
from api.person import Patient
from api.problems import Invalid
from api.root import mutation, payload, query
from api.shown import shown
from models import appeal_facts as facts
from models import appeal_prepared as prepared
from models import clock
from models import draft as drafts
from models.actor import Actor
from models.clinic import Clinic as ClinicRow
from models.clinic import Doctor as DoctorRow
from models.draft import Draft
from models.law import Language as LanguageOfLaw
from models.law import Role, Service
from models.law import appeal_clock as clocks
from models.law.appeal import COMPLAINTS, Kind, Subject
from models.law.appeal import AnswerWay as Way
from models.person import Person

Root = strawberry.Parent[Draft]
LONGEST = {"essence": LONGEST_ESSENCE, "postalAddress": LONGEST_ADDRESS, "complainedOf": 300, "restoreTerm": 2000}


@strawberry.input(description="Answers to keep: those given replace those before, the others stay.")
class SaveAppealDraftInput:
    patient: strawberry.ID | None = strawberry.field(default=None, description="Who appeals.")
    kind: AppealKind | None = strawberry.field(default=None, description="What is wanted.")
    clinic: strawberry.ID | None = strawberry.field(default=None, description="The clinic.")
    to_authority: bool | None = strawberry.field(default=None, description="To the authorised body above the clinic instead.")
    essence: str | None = strawberry.field(default=None, description="The essence.")
    subject: AppealSubject | None = strawberry.field(default=None, description="What it is about.")
    complained_of: str | None = strawberry.field(default=None, description="Who is complained about.")
    accused: list[strawberry.ID] | None = strawberry.field(default=None, description="Doctors complained about.")
    learned_on: date | None = strawberry.field(default=None, description="When the person learnt of the act.")
    restore_term: str | None = strawberry.field(default=None, description="Why a complaint comes late.")
    crime: bool | None = strawberry.field(default=None, description="Whether it tells of a crime or a threat.")
    postal_address: str | None = strawberry.field(default=None, description="The postal address.")
    phone: str | None = strawberry.field(default=None, description="A phone.")
    answer_by: list[AnswerWay] | None = strawberry.field(default=None, description="How the answer is wanted.")
    language: Language | None = strawberry.field(default=None, description="The language of the answer.")


@strawberry.input(description="A case to complain about.")
class PrepareComplaintInput:
    about: strawberry.ID = strawberry.field(description="A case of any service.")


@strawberry.input(description="Forget an unfinished appeal.")
class DiscardAppealDraftInput:
    key: UUID = strawberry.field(description="The draft's key.")


async def for_whom(actor: Actor, draft: Draft) -> UUID:
    """Whose appeal it is: the caller's own again once the person chosen may no longer be represented."""
    try:
        return await patient_of(actor, draft.answers.get("patient"), Service.APPEAL)  # type: ignore[arg-type]
    except Invalid:
        return await patient_of(actor, None)


@strawberry.type(description="The caller's unfinished appeal.")
class AppealDraft:
    key: UUID = strawberry.field(description="The idempotency key with which to file: a second filing with it gives the first answer.")

    @shown
    async def patient(self, root: Root, info: Info) -> Patient:
        """Who appeals."""
        return await Person.get(id=await for_whom(info.context.actor, root))  # type: ignore[return-value]

    @shown
    def kind(self, root: Root) -> AppealKind | None:
        """What is wanted; null while it is not answered."""
        return Kind(str(root.answers["kind"])) if root.answers.get("kind") else None

    @shown
    def is_complaint(self, root: Root) -> bool:
        """Whether it complains of something, so that it is asked when the person learnt of it."""
        return root.answers.get("kind") in COMPLAINTS

    @shown
    async def about(self, root: Root, info: Info) -> Case | None:
        """The case that it complains about; null when about none."""
        return await _about(info.context.actor, root)  # type: ignore[no-any-return]

    @shown
    async def clinic(self, root: Root, info: Info) -> Clinic | None:
        """The clinic: as answered, or that of the attachment."""
        return await _clinic(info.context.actor, root)  # type: ignore[return-value]

    @shown
    def to_authority(self, root: Root) -> bool:
        """Whether it goes to the authorised body above the clinic."""
        return bool(root.answers.get("toAuthority"))

    @shown
    async def clock(self, root: Root, info: Info) -> AppealClock | None:
        """The clock that it would have, filed now; null while what is wanted, and from whom, is not answered."""
        return await _clock(info, root)

    @shown
    async def body_name(self, root: Root, info: Info) -> str:
        """The name of the body to which it goes; empty while it is not known."""
        found = await target_of(info.context.actor, root.answers, await _clinic(info.context.actor, root))
        return (found.authority or found.clinic).name_in(info.context.language) if found else ""

    @shown
    def essence(self, root: Root) -> str:
        """What is said."""
        return str(root.answers.get("essence") or "")

    @shown
    def subject(self, root: Root) -> AppealSubject:
        """What it is about."""
        return Subject(str(root.answers.get("subject") or Subject.OTHER))

    @shown
    def complained_of(self, root: Root) -> str:
        """Who is complained about, in the person's words."""
        return str(root.answers.get("complainedOf") or "")

    @shown
    async def accused(self, root: Root) -> list[Doctor]:
        """The doctors complained about."""
        keys: Any = root.answers.get("accused") or []
        return await DoctorRow.filter(id__in=[decode(one, "Doctor") for one in keys]).select_related("person")  # type: ignore[return-value]

    @shown
    def learned_on(self, root: Root) -> date | None:
        """When the person learnt of the act."""
        kept = root.answers.get("learnedOn")
        return date.fromisoformat(str(kept)) if kept else None

    @shown
    def late(self, root: Root) -> bool:
        """Whether the complaint comes after three months: it is accepted, and says why (APPC, article 92)."""
        kept = root.answers.get("learnedOn")
        return bool(kept) and self_late(date.fromisoformat(str(kept)))

    @shown
    def restore_term(self, root: Root) -> str:
        """Why the complaint comes late."""
        return str(root.answers.get("restoreTerm") or "")

    @shown
    def crime(self, root: Root) -> bool:
        """Whether it tells of a crime or a threat."""
        return bool(root.answers.get("crime"))

    @shown
    async def files(self, info: Info) -> list[Document]:
        """The files uploaded for it."""
        return await waiting(info.context.actor)  # type: ignore[return-value]

    @shown
    async def postal_address(self, root: Root, info: Info) -> str:
        """The postal address: as answered, or the registered residence."""
        kept = str(root.answers.get("postalAddress") or "")
        return kept or prepared.address_of(await Person.get(id=await for_whom(info.context.actor, root)))

    @shown
    async def phone(self, root: Root, info: Info) -> str:
        """The phone: as answered, or the caller's by the register."""
        kept = root.answers.get("phone")
        return str(kept) if kept is not None else (await Person.get(id=info.context.actor.person)).phone

    @shown
    def answer_by(self, root: Root) -> list[AnswerWay]:
        """How the answer is wanted."""
        kept: Any = root.answers.get("answerBy") or [Way.ACCOUNT]
        return [Way(one) for one in kept]

    @shown
    def language(self, root: Root, info: Info) -> Language:
        """The language of the answer: as answered, or that of the page."""
        return LanguageOfLaw(str(root.answers.get("language") or info.context.language))


def self_late(learned_on: date) -> bool:
    """Whether a complaint about what was learnt of on a day comes late today."""
    return clocks.complaint_late(learned_on, clock.today())


async def _about(actor: Actor, draft: Draft) -> Any:
    """The case of a draft, while the caller may see it."""
    kept = str(draft.answers.get("about") or "")
    try:
        return await about_case(actor, kept) if kept else None
    except Invalid:
        return None


async def _clinic(actor: Actor, draft: Draft) -> ClinicRow | None:
    """The clinic of a draft: of the case, as answered, or of the attachment."""
    about = await _about(actor, draft)
    if about is not None:
        return about.clinic  # type: ignore[no-any-return]
    kept = str(draft.answers.get("clinic") or "")
    if kept:
        return await ClinicRow.get_or_none(id=decode(kept, "Clinic", "clinic"))
    return await prepared.own_clinic(await for_whom(actor, draft))


async def _clock(info: Info, draft: Draft) -> AppealClock | None:
    found = await target_of(info.context.actor, draft.answers, await _clinic(info.context.actor, draft))
    if found is None:
        return None
    return clock_of(found.kind, facts.body_of(found.authority), info)


AppealDraftPayload = payload(AppealDraft)


@query(Role.CITIZEN, returns=AppealDraft)
async def appeal_draft(info: Info) -> Any:
    """The caller's unfinished appeal; opened at the first look."""
    return await drafts.of(info.context.actor, Service.APPEAL)


@mutation(Role.CITIZEN, returns=AppealDraftPayload)
async def save_appeal_draft(info: Info, input: SaveAppealDraftInput) -> Any:
    """Keep answers of an unfinished appeal; nothing is filed by it."""
    return await drafts.save(info.context.actor, Service.APPEAL, await _kept(info.context.actor, input))


async def _kept(actor: Actor, given: SaveAppealDraftInput) -> dict[str, Any]:
    """The answers as they are kept; what is wrong in one of them is told on its field."""
    kept = plain(given)
    if given.patient is not None:
        kept["patient"] = encode("Patient", await patient_of(actor, given.patient, Service.APPEAL))
    if given.phone:
        kept["phone"] = phone(given.phone)
    if given.clinic is not None:
        decode(given.clinic, "Clinic", "clinic")
    for name, longest in LONGEST.items():
        if name in kept:
            kept[name] = words(kept[name], name, longest)
    for one in given.accused or ():
        decode(one, "Doctor", "accused")
    return kept


@mutation(Role.CITIZEN, returns=AppealDraftPayload)
async def prepare_complaint(info: Info, input: PrepareComplaintInput) -> Any:
    """Begin a complaint about a case: its facts attached, its first words written, its body and clock known. What the caller has begun
    about the same case stays as it is."""
    actor = info.context.actor
    case = await about_case(actor, input.about)
    draft = await drafts.of(actor, Service.APPEAL)
    if draft.answers.get("about") == input.about:
        return draft
    kept = {"about": input.about, "patient": encode("Patient", case.person_id), **await prepared.complaint(case, info.context.language)}
    await drafts.forget(actor, Service.APPEAL)
    return await drafts.save(actor, Service.APPEAL, kept)


@mutation(Role.CITIZEN, returns=AppealDraftPayload)
async def discard_appeal_draft(info: Info, input: DiscardAppealDraftInput) -> Any:
    """Forget an unfinished appeal: the caller's next one begins with the first question."""
    actor = info.context.actor
    draft = await drafts.of(actor, Service.APPEAL)
    if draft.key == input.key:
        await drafts.forget(actor, Service.APPEAL)
    return await drafts.of(actor, Service.APPEAL)
