"""Holds: a time kept for the person who chooses it, for five minutes, on any device; extended once; given back."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
from tortoise.expressions import Q

from api.asked import leave_line
from api.context import Info
from api.given import CaseInput
from api.ids import decode
from api.node import Node
from api.patient import patient as patient_named
from api.patient import patient_of
from api.person import Patient, person_by_id
from api.problems import Invalid, ProblemCode
from api.root import mutation, payload, query
from api.rows import loads
from api.scalars import IIN
from api.shown import by_id, shown
from api.slot import Slot
from models import appointment_booking as booking
from models import clock
from models import hold as rows
from models.actor import Actor
from models.law import Role, Service
from models.law import appointment as law
from models.representation import represented_by
from models.timetable import Slot as SlotRow

HOLDERS = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)
BOOK, READ = "appointment:book", "appointment:read"
Root = strawberry.Parent[rows.Hold]


@strawberry.type(description="A time held for a person: nobody else can take it until it ends.")
class Hold(Node):
    expires_at: datetime = strawberry.field(description="When it ends by itself.")

    @shown
    async def slot(self, root: Root, info: Info) -> Slot:
        """The time."""
        return await info.context.loader(by_id(SlotRow)).load(root.slot_id)  # type: ignore[return-value]

    @shown
    async def patient(self, root: Root, info: Info) -> Patient:
        """For whom."""
        return await info.context.loader(person_by_id).load(root.person_id)  # type: ignore[return-value]

    @shown
    def lives(self, root: Root) -> bool:
        """Whether it holds the time at this moment."""
        return root.lives

    @shown
    def may_extend(self, root: Root) -> bool:
        """Whether it can be extended: once, while it holds."""
        chosen = root.purpose is rows.HoldPurpose.CHOICE
        return chosen and root.lives and root.extensions < law.HOLD_EXTENSIONS.on(clock.today())

    @shown
    async def alternatives(self, root: Root) -> list[Slot]:
        """For a hold that has run out: the nearest free times, the same one first while nobody else has it."""
        if root.lives:
            return []
        return (await booking.expired(root)).impediments[0].values["slots"]  # type: ignore[return-value]


HoldPayload = payload(Hold)


@strawberry.input(description="The time to hold.")
class HoldSlotInput:
    slot: strawberry.ID = strawberry.field(description="The time's id.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="For whom; the caller when absent.")
    patient_iin: IIN | None = strawberry.field(default=None, description="For whom, by IIN: for registrars and partner systems.")
    moving: strawberry.ID | None = strawberry.field(default=None, description="The person's appointment that is to be moved there.")


async def _held(actor: Actor, given: str) -> rows.Hold:
    found = await booking.own_hold(actor, decode(given, "Hold"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return found


@mutation(*HOLDERS, returns=HoldPayload, scope=BOOK, refused=leave_line(Service.APPOINTMENT))
async def hold_slot(info: Info, input: HoldSlotInput) -> Any:
    """Keep a time for a person for five minutes; what the person held before is given back. One's own hold is given again."""
    actor = info.context.actor
    person = await patient_named(actor, input.patient, input.patient_iin)
    moving = decode(input.moving, "Appointment", "moving") if input.moving else None
    return await booking.hold(actor, person, decode(input.slot, "Slot", "slot"), moving)


@mutation(*HOLDERS, returns=HoldPayload, scope=BOOK)
async def extend_hold(info: Info, input: CaseInput) -> Any:
    """Five more minutes, once, while the hold still holds."""
    return await booking.extend(info.context.actor, await _held(info.context.actor, input.id))


@mutation(*HOLDERS, returns=HoldPayload, scope=BOOK)
async def release_hold(info: Info, input: CaseInput) -> Any:
    """Give a held time back at once; giving back what has ended does nothing."""
    return await booking.release(info.context.actor, await _held(info.context.actor, input.id))


@query(Role.CITIZEN, returns=list[Hold])
async def holds(
    info: Info,
    patient: Annotated[strawberry.ID | None, strawberry.argument(description="Only for this person.")] = None,
) -> Any:
    """The times held now for the caller and for those the caller may act for, on whatever device they were chosen."""
    actor = info.context.actor
    mine = rows.Hold.filter(person_id=await patient_of(actor, patient), ended_at=None) if patient else _mine(actor)
    return await mine.filter(expires_at__gt=clock.now(), purpose=rows.HoldPurpose.CHOICE).order_by("expires_at")


@query(*HOLDERS, returns=Hold | None, scope=BOOK)
async def hold(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The hold's id.")]) -> Any:
    """A hold, also one that has ended; null when it is not the caller's to see."""
    return await _load(decode(id, "Hold"), info.context.actor)


def _mine(actor: Actor) -> Any:
    own = Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.APPOINTMENT))
    return rows.Hold.filter(own, ended_at=None)


async def _load(key: UUID, actor: Actor) -> rows.Hold | None:
    """The person's and the representatives'; registrars and partner systems see those they took."""
    if actor.role is Role.CITIZEN:
        own = Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.APPOINTMENT))
        return await rows.Hold.filter(own).get_or_none(id=key)
    by = actor.account or actor.partner
    return await rows.Hold.get_or_none(id=key, held_by=by) if by and actor.role in HOLDERS else None


loads("Hold", rows.Hold, _load)
