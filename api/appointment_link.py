"""Links of reminders: whoever holds one cancels or moves that one appointment, once, without signing in; nothing else is told."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from api.clinic import Clinic, Doctor
from api.context import Info
from api.description import enumeration
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, mutation, payload, query
from api.shown import by_id, shown
from api.slot import Slot
from models import appointment_booking as booking
from models import appointment_ending as ending
from models import appointment_link as links
from models import appointment_moving as moving
from models import slot_search, texts
from models.appointment import Appointment as Row
from models.appointment_link import LinkAct
from models.clinic import Clinic as ClinicRow
from models.clinic import Doctor as DoctorRow

enumeration(LinkAct, {LinkAct.CANCEL: "Cancel the appointment.", LinkAct.MOVE: "Move it to another time."}.__getitem__)
SHOWN = 100


@strawberry.type(description="The appointment behind a link of a reminder: when, where, with whom; not whose.")
class LinkedAppointment:
    act: LinkAct = strawberry.field(description="The one act that the link does.")
    number: str = strawberry.field(description="The number of the appointment.")
    state_text: str = strawberry.field(description="The state in words.")
    starts_at: datetime = strawberry.field(description="When the visit begins.")
    specialty_text: str = strawberry.field(description="The doctor's specialty, in words.")
    case: strawberry.Private[Row]

    @shown
    async def doctor(self, info: Info) -> Doctor:
        """The doctor."""
        return await info.context.loader(by_id(DoctorRow)).load(self.case.doctor_id)  # type: ignore[return-value]

    @shown
    async def clinic(self, info: Info) -> Clinic:
        """The clinic."""
        return await info.context.loader(by_id(ClinicRow)).load(self.case.clinic_id)  # type: ignore[return-value]

    @shown
    async def free_slots(self, info: Info) -> list[Slot]:
        """For a link that moves: the nearest free times of the specialty in the clinic."""
        if self.act is not LinkAct.MOVE:
            return []
        free = slot_search.free(self.case.person_id).filter(clinic_id=self.case.clinic_id, specialty=self.case.specialty)
        return await free.exclude(id=self.case.slot_id).order_by("starts_at", "id").limit(SHOWN)  # type: ignore[return-value]


LinkedAppointmentPayload = payload(LinkedAppointment)


@strawberry.input(description="A link that cancels.")
class CancelByLinkInput:
    token: str = strawberry.field(description="The last part of the link's address.")


@strawberry.input(description="A link that moves, and the new time.")
class MoveByLinkInput:
    token: str = strawberry.field(description="The last part of the link's address.")
    slot: strawberry.ID = strawberry.field(description="The new time.")


def _shown(case: Row, act: LinkAct, info: Info) -> LinkedAppointment:
    language = info.context.language
    return LinkedAppointment(
        act=act, number=case.number, state_text=texts.text(f"law.state.appointment.{case.state}", language), starts_at=case.starts_at,
        specialty_text=texts.text(f"law.specialty.{case.specialty}", language), case=case,
    )  # fmt: skip


@query(ANYONE, returns=LinkedAppointment | None)
async def appointment_link(
    info: Info, token: Annotated[str, strawberry.argument(description="The last part of the link's address.")]
) -> Any:
    """What a link of a reminder leads to; null when it was used, has run out, or never was."""
    link = await links.find(token)
    return _shown(link.appointment, link.act, info) if link else None


async def _used(token: str, act: LinkAct) -> tuple[Any, Row]:
    """The link's bearer and appointment, the link now used; an act that fails gives it back with its transaction."""
    link = await links.find(token, act)
    bearer = await links.bearer(link) if link else None
    case = await booking.locked(bearer, link.appointment_id) if link and bearer else None
    if link is None or case is None or case.sequence != link.sequence or not await links.use(link):
        raise Invalid(ProblemCode.NOT_FOUND, "token")
    return bearer, case


@mutation(ANYONE, returns=LinkedAppointmentPayload)
async def cancel_by_link(info: Info, input: CancelByLinkInput) -> Any:
    """Cancel the appointment of a link, once."""
    bearer, case = await _used(input.token, LinkAct.CANCEL)
    return _shown(await ending.cancel(bearer, case), LinkAct.CANCEL, info)


@mutation(ANYONE, returns=LinkedAppointmentPayload)
async def move_by_link(info: Info, input: MoveByLinkInput) -> Any:
    """Move the appointment of a link to another free time of the specialty, once."""
    bearer, case = await _used(input.token, LinkAct.MOVE)
    return _shown(await moving.move(bearer, case, decode(input.slot, "Slot", "slot")), LinkAct.MOVE, info)
