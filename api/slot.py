"""Times of doctors as the API shows them: free ones to anybody, their appointments to the clinic."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import strawberry

from api.asked import record
from api.case import Impediment, impeding
from api.clinic import Clinic, Doctor
from api.context import Info
from api.names import Access, PartOfDay, SlotState, Specialty, VisitReason
from api.node import Node
from api.problems import from_impediment
from api.rows import loads
from api.shown import by_id, related, shown
from models import appointment_facts as facts
from models import clock, texts
from models import timetable as rows
from models.actor import Actor
from models.appointment import Appointment as AppointmentRow
from models.clinic import Clinic as ClinicRow
from models.hold import Hold as HoldRow
from models.journal_reading import listed
from models.law import Role, Service
from models.law import appointment as law
from models.law import appointment_rules as rules
from models.law.appointment_access import WAYS
from models.person import Person

if TYPE_CHECKING:
    from api.appointment import Appointment
    from api.slot_search import AccessReasonChoice

Root = strawberry.Parent[rows.Slot]
AppointmentLater = Annotated["Appointment", strawberry.lazy("api.appointment")]
AccessReasonLater = Annotated["AccessReasonChoice", strawberry.lazy("api.slot_search")]


@strawberry.type(description="One time of a doctor.")
class Slot(Node):
    starts_at: datetime = strawberry.field(description="When it begins.")
    ends_at: datetime = strawberry.field(description="When it ends.")
    day: date = strawberry.field(description="Its day in Kazakhstan.")
    room: str = strawberry.field(description="The room.")
    specialty: Specialty = strawberry.field(description="The doctor's specialty.")

    @shown
    def specialty_text(self, root: Root, info: Info) -> str:
        """The specialty in words."""
        return texts.text(f"law.specialty.{root.specialty}", info.context.language)

    @shown
    def part_of_day(self, root: Root) -> PartOfDay:
        """Morning, day or evening."""
        return law.part_of_day(root.starts_at)

    @shown
    def reasons(self, root: Root) -> list[VisitReason]:
        """The kinds of visit it is open for."""
        return rows.reasons_of(root)

    @shown
    def access(self, root: Root) -> Access:
        """How one comes to a doctor of the specialty: directly, directly for a reason, or by referral."""
        return WAYS[root.specialty].access

    @shown
    def access_reasons(self, root: Root, info: Info) -> list[AccessReasonLater]:
        """Reasons that spare the referral; empty where none is needed."""
        from api.slot_search import without_referral

        return without_referral(root.specialty, info.context.language)

    @shown
    def doctor(self, root: Root, info: Info) -> Doctor:
        """The doctor."""
        return related(root, "doctor", info)  # type: ignore[no-any-return]

    @shown
    def clinic(self, root: Root, info: Info) -> Clinic:
        """The clinic."""
        return related(root, "clinic", info)  # type: ignore[no-any-return]

    @shown
    async def free(self, root: Root, info: Info) -> bool:
        """Whether anybody can have it now: open, ahead, neither taken nor held, one's own hold not counted."""
        holder = await info.context.loader(_holders).load(root.id)
        mine = holder is None or holder == info.context.actor.person
        return root.state is rows.SlotState.OPEN and root.starts_at > clock.now() and mine

    @shown
    async def state(self, root: Root, info: Info) -> SlotState | None:
        """For the clinic: open, taken or closed; null for others, who learn only whether it is free."""
        return root.state if info.context.actor.clinic == root.clinic_id else None

    @shown
    async def appointment(self, root: Root, info: Info) -> AppointmentLater | None:
        """For the clinic: whose time it is; null when it is nobody's, or not the caller's to see."""
        if not info.context.actor.of_clinic:
            return None
        return await info.context.loader(_appointments).load((info.context.actor, root.id))  # type: ignore[return-value]

    @shown
    async def forbidding(
        self,
        root: Root,
        info: Info,
        patient: Annotated[strawberry.ID | None, strawberry.argument(description="For whom; the caller when absent.")] = None,
    ) -> list[Impediment]:
        """Every rule that forbids this time to a person, reason and referral apart; empty: it can be booked."""
        from api.patient import patient_of

        actor = info.context.actor
        if patient is None and actor.role is not Role.CITIZEN:
            return []
        key = await patient_of(actor, patient)
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        assert clinic is not None, "a slot has a clinic"
        known = await info.context.loader(_known).load((actor, key, root.clinic_id, root.specialty))
        free = root.state is not rows.SlotState.BOOKED and await info.context.loader(_holders).load(root.id) in (None, key)
        found = rules.of_time(replace(known, time=facts.time(root, free), reason=rows.reasons_of(root)[0]))
        return [impeding(from_impediment(one, info.context.language)) for one in found]


async def _holders(keys: list[UUID]) -> list[UUID | None]:
    """For whom each slot is held at this moment."""
    held = {one.slot_id: one.person_id for one in await HoldRow.live().filter(slot_id__in=keys)}
    return [held.get(key) for key in keys]


async def _appointments(keys: list[tuple[Actor, UUID]]) -> list[AppointmentRow | None]:
    """The appointment that has each slot, as the actor may see it; seeing it leaves a line, as in a list."""
    actor = keys[0][0]
    visible = AppointmentRow.visible_to(actor).filter(slot_id__in=[slot for _, slot in keys], state__in=law.TAKING)
    found = {one.slot_id: one for one in await visible}
    await listed(actor, list(found.values()))
    return [found.get(slot) for _, slot in keys]


async def _known(keys: list[tuple[Actor, UUID, UUID, Any]]) -> list[rules.Facts]:
    """What is known of each person before a time is chosen; a list of times asks once, and leaves one line of each person."""
    people = {one.id: one for one in await Person.filter(id__in=[key[1] for key in keys])}
    if keys[0][0].of_clinic:
        for one in people.values():
            await record(keys[0][0], Service.APPOINTMENT, one)
    clinics = {one.id: one for one in await ClinicRow.filter(id__in=[key[2] for key in keys])}
    known: dict[tuple[UUID, UUID], rules.Facts] = {}
    for actor, person, clinic, specialty in keys:
        if (person, clinic) not in known:
            known[person, clinic] = await facts.of_person(actor, people[person], clinics[clinic], specialty)
    return [replace(known[person, clinic], specialty=specialty) for _, person, clinic, specialty in keys]


async def _load(key: UUID, actor: Actor) -> rows.Slot | None:
    """Anybody may see a time that is open; the clinic sees all of its own."""
    found = await rows.Slot.get_or_none(id=key)
    own = found is not None and actor.of_clinic and actor.clinic == found.clinic_id
    return found if found and (own or found.state is rows.SlotState.OPEN or actor.role is Role.SYSTEM) else None


loads("Slot", rows.Slot, _load)
