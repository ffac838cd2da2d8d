"""Who opened or changed one's data: the journal of access, as the person sees it; and what the contact centre may say."""

from datetime import datetime
from enum import Enum
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.case import Due, state_words, told_of
from api.connection import After, Connection, First, page
from api.context import Info
from api.document import patient_of
from api.limits import PAGE
from api.names import Role, Service
from api.node import Node
from api.root import query
from api.rows import loads
from api.shown import by_id, shown
from models import journal, texts
from models.actor import SYSTEM, Actor
from models.appeal import Appeal
from models.appointment import Appointment
from models.appointment_message import printed
from models.authority import Authority
from models.case import numbered, of_person
from models.clinic import Clinic
from models.hold import Hold, HoldPurpose
from models.home_visit import HomeVisit
from models.home_visit_message import window_words
from models.law import Mark
from models.law import Role as RoleOfLaw
from models.law import person as person_law
from models.law.appeal import State
from models.law.appointment import State as AppointmentState
from models.law.home_visit import PROMISED
from models.law.notice import parse

Root = strawberry.Parent[journal.Entry]


@strawberry.type(description="A line of the journal about a person: who opened or changed what, in what role, for which case.")
class AccessEntry(Node):
    at: datetime = strawberry.field(description="When.")
    role: Role = strawberry.field(description="In what role.")
    name: str = strawberry.field(description="Who: surname and initials of staff, the name of a partner system.")
    reading: bool = strawberry.field(description="True: only opened; false: changed.")
    service: Service | None = strawberry.field(description="The service of the case.")
    case_number: str = strawberry.field(description="The number of the case; empty when there is none.")
    position: int | None = strawberry.field(description="The place of the line in the chain; null within the first second.")
    hash: str = strawberry.field(description="The hash of the line in the chain; empty within the first second.")

    @shown
    def role_text(self, root: Root, info: Info) -> str:
        """The role in words."""
        return texts.text(f"law.role.{root.role}", info.context.language)

    @shown
    def act_text(self, root: Root, info: Info) -> str:
        """What was done, in words."""
        key = f"api.journal.{root.act.replace(':', '.')}"
        return texts.text(key if texts.has(key, info.context.language) else "api.journal.other", info.context.language)

    @shown
    async def clinic_name(self, root: Root, info: Info) -> str:
        """For which clinic; empty when for none."""
        clinic = await info.context.loader(by_id(Clinic)).load(root.clinic_id) if root.clinic_id else None
        return clinic.name_in(info.context.language) if clinic else ""


async def _load(key: UUID, actor: Actor) -> journal.Entry | None:
    return await journal.Entry.visible_to(actor).get_or_none(id=key)


loads("AccessEntry", journal.Entry, _load)


@query(RoleOfLaw.CITIZEN, returns=Connection[AccessEntry])
async def access_log(
    info: Info,
    patient: Annotated[
        strawberry.ID | None, strawberry.argument(description="Whose data: one's own when absent, or a person represented.")
    ] = None,
    first: First = PAGE,
    after: After = None,
) -> Any:
    """Who opened or changed one's data, the latest first."""
    actor = info.context.actor
    person = await patient_of(actor, patient, service=None)
    return await page(journal.Entry.visible_to(actor).filter(person_id=person), "-at", first=first, after=after)


@strawberry.enum(description="How a case stands for somebody who calls: what is to be said.")
class CaseStanding(Enum):
    AWAITED = strawberry.enum_value("AWAITED", description="A term runs.")
    OVERDUE = strawberry.enum_value("OVERDUE", description="The term has run out, and the duty to answer stays.")
    SENT_ON = strawberry.enum_value("SENT_ON", description="Another body has it now.")
    TO_SEND = strawberry.enum_value("TO_SEND", description="It is decided, and the answer has not been sent yet.")
    GOES_ON = strawberry.enum_value("GOES_ON", description="No term runs, and it has not ended.")
    ENDED = strawberry.enum_value("ENDED", description="It has ended: no answer is awaited.")


@strawberry.type(description="What the contact centre may tell a caller of a case: its state and term, nothing else.")
class CaseStatus:
    number: str = strawberry.field(description="The number of the case.")
    service_text: str = strawberry.field(description="The service in words.")
    state_text: str = strawberry.field(description="The state in words.")
    standing: CaseStanding = strawberry.field(description="How it stands for the caller.")
    account: bool = strawberry.field(description="Whether the person whose case it is has a personal account.")
    clinic_name: str = strawberry.field(description="Who answers: the clinic, or the authorised body that has an appeal.")
    clinic_phone: str = strawberry.field(description="The phone of whoever answers.")
    submitted_at: datetime = strawberry.field(description="When it was filed.")
    due: Due | None = strawberry.field(description="The running term; null when none runs.")
    order_text: str = strawberry.field(description="How the service is rendered, to be read out.")
    sent_on_numbers: list[str] = strawberry.field(description="The numbers of the cases to which it, or a part, was sent on.")
    case: strawberry.Private[Any]

    @shown
    async def detail_text(self, info: Info) -> str:
        """What is promised, to be read out: the time offered instead and until when to answer, or when a doctor comes; else empty."""
        return await _promised(self.case, info.context.language)

    @shown
    async def sent_on(self, info: Info) -> list["CaseStatus"]:
        """Those cases, and the cases to which they were sent on in turn; every one told of leaves a line in the journal."""
        return [await _status(info.context.actor, one, info.context.language) for one in await _onward(self.case)]


MOST_TOLD = 100


async def _status(actor: Actor, case: Any, language: Any) -> CaseStatus:
    """What may be told of a case; the question leaves its line."""
    service, body, due = case.service, await _body(case), told_of(case).due(case, language)
    act = f"{service.lower()}:status"
    await journal.record(actor, act, person=case.person_id, service=service, case=case.id, number=case.number, reading=True)
    return CaseStatus(
        number=case.number, service_text=texts.text(f"law.service.{service}", language), clinic_phone=body.phone,
        state_text=state_words(case, language), clinic_name=body.name_in(language), standing=_standing(case, due),
        account=case.person_id is not None, submitted_at=case.submitted_at, due=due,
        order_text=texts.text(f"api.order.{service}", language), sent_on_numbers=[one.number for one in await _next(case)], case=case,
    )  # fmt: skip


async def _promised(case: Any, language: Any) -> str:
    """The promise of a case: of a visit that the clinic cannot keep the time offered instead, of a call the window. Names nobody."""
    if isinstance(case, HomeVisit) and case.state in PROMISED and case.window_until:
        key, values = "window_doctor" if case.doctor_id else "window", {"window": window_words(case)}
        return texts.text(f"api.promised.{key}", language, **values)
    if not isinstance(case, Appointment) or case.state is not AppointmentState.OFFERED:
        return ""
    held = await Hold.live().filter(appointment_id=case.id, purpose=HoldPurpose.OFFER).select_related("slot").first()
    if held is None:
        return texts.text("api.promised.sought", language)
    return texts.text("api.promised.offered", language, moment=printed(held.slot.starts_at), until=printed(held.expires_at))


def _standing(case: Any, due: Due | None) -> CaseStanding:
    """An appeal that was sent on, or decided without its answer being sent, has not ended; nor what has no term and still goes on."""
    if isinstance(case, Appeal) and case.state is State.FORWARDED:
        return CaseStanding.SENT_ON
    if isinstance(case, Appeal) and case.state in (State.DECIDED, State.LEFT) and case.answered_at is None:
        return CaseStanding.TO_SEND
    if due is not None:
        return CaseStanding.OVERDUE if due.overdue else CaseStanding.AWAITED
    return CaseStanding.ENDED if told_of(case).mark(case) in (Mark.DONE, Mark.REFUSED) else CaseStanding.GOES_ON


async def _next(case: Any) -> list[Appeal]:
    """The appeals at other bodies to which an appeal, or a part of it, was sent on."""
    if not isinstance(case, Appeal):
        return []
    return await Appeal.filter(origin_id=case.id).order_by("submitted_at", "id").prefetch_related("clinic")


async def _onward(case: Any) -> list[Appeal]:
    """Those, and theirs in turn: no appeal is ever sent back to a body that had it, so the chain ends."""
    found: list[Appeal] = []
    for one in await _next(case):
        found += [one, *await _onward(one)]
    return found


async def _body(case: Any) -> Any:
    """Who answers: the clinic; of an appeal that is at the authorised body, that body."""
    return await Authority.get(id=case.authority_id) if isinstance(case, Appeal) and case.authority_id else case.clinic


@query(RoleOfLaw.CONTACT_CENTRE, returns=list[CaseStatus])
async def case_statuses(
    info: Info, search: Annotated[str, strawberry.argument(description="The number of a case, or the IIN of a person, whole.")]
) -> Any:
    """The cases of a number or of a person, the latest first: states, terms and the order of the service, nothing medical. For the contact
    centre; every case told of leaves a line in the journal."""
    actor, read = info.context.actor, parse(search)
    if read:
        found = [await numbered(SYSTEM, f"{read.prefix}-{read.year}-{read.sequence:06d}-")]
    else:
        iin = person_law.normalise(search)
        found = await of_person(SYSTEM, iin, MOST_TOLD) if person_law.iin_fault(iin) is None else []
    return [await _status(actor, one, info.context.language) for one in found if one is not None]


@query(RoleOfLaw.CONTACT_CENTRE, returns=CaseStatus | None)
async def case_status(info: Info, number: Annotated[str, strawberry.argument(description="The number of the case.")]) -> Any:
    """The state and term of a case by its number, for the contact centre; the question is journalled."""
    read = parse(number)
    case = await numbered(SYSTEM, f"{read.prefix}-{read.year}-{read.sequence:06d}-") if read else None
    if case is None:
        return None
    return await _status(info.context.actor, case, info.context.language)
