"""The unfinished call: answers kept on the server page by page, so that nothing typed is lost and nothing of it stands in an address."""

from typing import Any
from uuid import UUID

import strawberry

from api.act import plain
from api.context import Info
from api.given import phone, words
from api.home_visit import VisitAddress
from api.home_visit_input import LONGEST_REASON, VisitAddressInput, address, indications
from api.home_visit_list import CallTerm, term_for
from api.home_visit_reason import DangerSignChoice, IndicationChoice, indication_choice, sign_choice
from api.ids import encode
from api.names import DangerSign, Indication, Language
from api.patient import patient_of
from api.person import Patient
from api.problems import Invalid
from api.root import mutation, payload, query
from api.shown import shown
from models import clinic as clinics
from models import draft as drafts
from models import home_visit_facts as facts
from models.actor import Actor
from models.draft import Draft
from models.law import Language as LanguageOfLaw
from models.law import Role, Service
from models.law.home_visit_reason import DangerSign as Sign
from models.law.home_visit_reason import Indication as State
from models.person import Person

Root = strawberry.Parent[Draft]


@strawberry.input(description="Answers to keep: those given replace those before, the others stay.")
class SaveHomeVisitDraftInput:
    patient: strawberry.ID | None = strawberry.field(default=None, description="For whom.")
    danger_signs: list[DangerSign] | None = strawberry.field(default=None, description="Signs of danger; an empty list: none.")
    indications: list[Indication] | None = strawberry.field(default=None, description="States of the standard's list.")
    words: str | None = strawberry.field(default=None, description="What happened, in the person's own words.")
    address: VisitAddressInput | None = strawberry.field(default=None, description="Where the doctor comes.")
    phone: str | None = strawberry.field(default=None, description="A phone at which the doctor reaches the person.")
    arrival: str | None = strawberry.field(default=None, description="What to know on arrival.")
    language: Language | None = strawberry.field(default=None, description="The language of the answer.")


@strawberry.input(description="Forget an unfinished call.")
class DiscardHomeVisitDraftInput:
    key: UUID = strawberry.field(description="The draft's key.")


async def for_whom(actor: Actor, draft: Draft) -> UUID:
    """Whose call it is: the caller's own again once the person chosen may no longer be represented."""
    try:
        return await patient_of(actor, draft.answers.get("patient"), Service.HOME_VISIT)  # type: ignore[arg-type]
    except Invalid:
        return await patient_of(actor, None)


@strawberry.type(description="The caller's unfinished call of a doctor home.")
class HomeVisitDraft:
    key: UUID = strawberry.field(description="The idempotency key with which to call: a second call with it gives the first answer.")

    @shown
    async def patient(self, root: Root, info: Info) -> Patient:
        """For whom."""
        return await Person.get(id=await for_whom(info.context.actor, root))  # type: ignore[return-value]

    @shown
    def danger_asked(self, root: Root) -> bool:
        """Whether the signs of danger have been answered, with yes or no."""
        return root.answers.get("dangerSigns") is not None

    @shown
    def danger_signs(self, root: Root, info: Info) -> list[DangerSignChoice]:
        """The signs of danger that were named."""
        named: Any = root.answers.get("dangerSigns") or []
        return [sign_choice(Sign(one), info.context.language) for one in named]

    @shown
    def indications(self, root: Root, info: Info) -> list[IndicationChoice]:
        """The states that were named."""
        named: Any = root.answers.get("indications") or []
        return [indication_choice(State(one), info.context.language) for one in named]

    @shown
    def words(self, root: Root) -> str:
        """What happened, in the person's own words."""
        return str(root.answers.get("words") or "")

    @shown
    async def address(self, root: Root, info: Info) -> VisitAddress:
        """Where the doctor comes: as answered, or the registered residence."""
        kept: Any = root.answers.get("address")
        if not kept:
            kept = (await Person.get(id=await for_whom(info.context.actor, root))).address
        return VisitAddress.of(kept)

    @shown
    def address_given(self, root: Root) -> bool:
        """Whether the address has been answered."""
        return bool(root.answers.get("address"))

    @shown
    async def outside_zone(self, root: Root, info: Info) -> bool:
        """Whether the address given is outside the zone of the clinic that comes."""
        kept: Any = root.answers.get("address")
        clinic = await facts.clinic_of(info.context.actor, await for_whom(info.context.actor, root)) if kept else None
        return clinic is not None and await clinics.site_of(clinic.id, dict(kept)) is None

    @shown
    async def phone(self, root: Root, info: Info) -> str:
        """The phone: as answered, or the caller's by the register."""
        kept = str(root.answers.get("phone") or "")
        return kept or (await Person.get(id=info.context.actor.person)).phone

    @shown
    def arrival(self, root: Root) -> str:
        """What to know on arrival."""
        return str(root.answers.get("arrival") or "")

    @shown
    def language(self, root: Root, info: Info) -> Language:
        """The language of the answer: as answered, or that of the page."""
        return LanguageOfLaw(str(root.answers.get("language") or info.context.language))

    @shown
    async def term(self, root: Root, info: Info) -> CallTerm:
        """What the call would be promised, were it made now, and what forbids it for this person."""
        return await term_for(info.context.actor, await for_whom(info.context.actor, root), info.context.language)


HomeVisitDraftPayload = payload(HomeVisitDraft)


@query(Role.CITIZEN, returns=HomeVisitDraft)
async def home_visit_draft(info: Info) -> Any:
    """The caller's unfinished call; opened at the first look."""
    return await drafts.of(info.context.actor, Service.HOME_VISIT)


@mutation(Role.CITIZEN, returns=HomeVisitDraftPayload)
async def save_home_visit_draft(info: Info, input: SaveHomeVisitDraftInput) -> Any:
    """Keep answers of an unfinished call."""
    return await drafts.save(info.context.actor, Service.HOME_VISIT, await _kept(info.context.actor, input))


async def _kept(actor: Actor, given: SaveHomeVisitDraftInput) -> dict[str, Any]:
    """The answers as they are kept; what is wrong in one of them is told on its field."""
    kept = plain(given)
    indications(given.indications or (), actor.channel)
    if given.patient is not None:
        kept["patient"] = encode("Patient", await patient_of(actor, given.patient, Service.HOME_VISIT))
    if given.address is not None:
        kept["address"] = address(given.address)
    if given.phone is not None:
        kept["phone"] = phone(given.phone)
    for name, longest in (("words", 2000), ("arrival", LONGEST_REASON)):
        if name in kept:
            kept[name] = words(kept[name], name, longest)
    return kept


@mutation(Role.CITIZEN, returns=HomeVisitDraftPayload)
async def discard_home_visit_draft(info: Info, input: DiscardHomeVisitDraftInput) -> Any:
    """Forget an unfinished call: the caller's next one begins with the first question."""
    draft = await drafts.of(info.context.actor, Service.HOME_VISIT)
    if draft.key == input.key:
        await drafts.forget(info.context.actor, Service.HOME_VISIT)
    return await drafts.of(info.context.actor, Service.HOME_VISIT)
