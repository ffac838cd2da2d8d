"""The acts on an appointment. Each fetches and hands over; what the law allows is decided below."""

from typing import Any

from api.act import ACTS, Rehearsed, plain
from api.appointment import Appointment
from api.appointment_input import (
    BookAppointmentInput,
    CancelAppointmentInput,
    MoveAppointmentInput,
    OfferOtherTimeInput,
    wanted,
)
from api.asked import leave_line
from api.context import Info
from api.given import CaseInput, words
from api.ids import decode
from api.notice import Notice
from api.problems import Invalid, ProblemCode
from api.root import mutation, payload
from models import appointment_booking as booking
from models import appointment_day as day
from models import appointment_ending as ending
from models import appointment_moving as moving
from models import appointment_refusing as refusing
from models import signing
from models.actor import Actor
from models.appointment import Appointment as Row
from models.appointment_summary import summary
from models.attachment_filing import channel_of
from models.law import Role, Service

AppointmentPayload = payload(Appointment)
NoticePayload = payload(Notice)
BOOKERS = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)
BOOK = "appointment:book"
asked = leave_line(Service.APPOINTMENT)


async def case(actor: Actor, given: str) -> Row:
    """The appointment of an id, locked; absent and not the caller's look alike."""
    found = await booking.locked(actor, decode(given, "Appointment"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return found


@mutation(*BOOKERS, returns=AppointmentPayload, scope=BOOK, refused=asked)
async def book_appointment(info: Info, input: BookAppointmentInput) -> Any:
    """Book a free time of a doctor: signed on the portal; at the desk and on the phone by the registrar; by a partner with consent.

    The answer is given at once (standard of order 272, paragraph 4: within 30 minutes on the portal, 10 at the desk).
    """
    actor = channel_of(info.context.actor, input.channel)
    signed = info.context.signed(input.signature)
    return await booking.book(actor, await wanted(actor, input, signed), plain(input), signed)


@mutation(*BOOKERS, returns=AppointmentPayload, scope=BOOK)
async def move_appointment(info: Info, input: MoveAppointmentInput) -> Any:
    """Move an appointment to another time of the same specialty, in one act: the old time is kept if the new one cannot be had."""
    actor = info.context.actor
    hold = decode(input.hold, "Hold", "hold") if input.hold else None
    return await moving.move(actor, await case(actor, input.id), decode(input.slot, "Slot", "slot"), hold)


@mutation(*BOOKERS, returns=AppointmentPayload, scope=BOOK)
async def accept_offered_time(info: Info, input: CaseInput) -> Any:
    """Take the time that the clinic offers instead of the one it could not keep."""
    return await moving.accept(info.context.actor, await case(info.context.actor, input.id))


@mutation(*BOOKERS, returns=AppointmentPayload, scope=BOOK)
async def cancel_appointment(info: Info, input: CancelAppointmentInput) -> Any:
    """Cancel an appointment at the person's wish, up to its start; the time is free at once."""
    actor = info.context.actor
    return await ending.cancel(actor, await case(actor, input.id), words(input.reason or "", "reason", 300))


@mutation(Role.REGISTRAR, Role.HEAD, Role.ADMINISTRATOR, returns=AppointmentPayload)
async def offer_other_time(info: Info, input: OfferOtherTimeInput) -> Any:
    """The clinic cannot keep a time: the nearest other one is offered and held for the person, who accepts, chooses or cancels."""
    actor = info.context.actor
    reason = words(input.reason, "reason", 300)
    if not reason:
        raise Invalid(ProblemCode.REQUIRED, "reason")
    return await ending.offer(actor, await case(actor, input.id), reason)


@mutation(Role.REGISTRAR, Role.DOCTOR, returns=AppointmentPayload)
async def mark_arrival(info: Info, input: CaseInput) -> Any:
    """Note that the person has come, also late."""
    return await day.arrive(info.context.actor, await case(info.context.actor, input.id))


@mutation(Role.DOCTOR, returns=AppointmentPayload)
async def begin_visit(info: Info, input: CaseInput) -> Any:
    """Note that the visit begins."""
    return await day.begin(info.context.actor, await case(info.context.actor, input.id))


@mutation(Role.DOCTOR, returns=AppointmentPayload)
async def complete_visit(info: Info, input: CaseInput) -> Any:
    """Note that the visit is over."""
    return await day.complete(info.context.actor, await case(info.context.actor, input.id))


@mutation(Role.DOCTOR, returns=AppointmentPayload)
async def reopen_visit(info: Info, input: CaseInput) -> Any:
    """Take back that the visit has begun or is over, on the day of the visit: the person has arrived, as before."""
    return await day.reopen(info.context.actor, await case(info.context.actor, input.id))


@mutation(Role.REGISTRAR, Role.DOCTOR, returns=AppointmentPayload)
async def take_arrival_back(info: Info, input: CaseInput) -> Any:
    """Take back the mark that the person has come, on the day of the visit: the person is expected, as before."""
    return await day.step_back(info.context.actor, await case(info.context.actor, input.id))


@mutation(Role.REGISTRAR, Role.DOCTOR, returns=AppointmentPayload)
async def mark_no_show(info: Info, input: CaseInput) -> Any:
    """Note that the person has not come; not before the time, and nothing else follows from it."""
    return await day.miss(info.context.actor, await case(info.context.actor, input.id))


@mutation(Role.CITIZEN, Role.REGISTRAR, returns=NoticePayload)
async def refuse_appointment(info: Info, input: BookAppointmentInput) -> Any:
    """What the rules forbid now, in writing: a notice with each rule, its paragraph and the way of complaint; no signature is needed.

    Refused with NOTHING_FORBIDS where the booking is allowed: then it can be booked.
    """
    actor = channel_of(info.context.actor, input.channel)
    return await refusing.refuse(actor, await wanted(actor, input))


async def _ask_book(actor: Actor, given: Any, act: str) -> signing.SignatureRequest:
    lines = await summary(await wanted(actor, given, to_sign=True), named=actor.partner is None)
    return await signing.ask(actor, signing.Purpose.REQUEST, booking.ACT, plain(given), summary=lines)


ACTS |= {
    "bookAppointment": Rehearsed(book_appointment, BOOKERS, BOOK, ask=_ask_book, line=asked),
    "moveAppointment": Rehearsed(move_appointment, BOOKERS, BOOK),
    "acceptOfferedTime": Rehearsed(accept_offered_time, BOOKERS, BOOK),
    "cancelAppointment": Rehearsed(cancel_appointment, BOOKERS, BOOK),
    "offerOtherTime": Rehearsed(offer_other_time, (Role.REGISTRAR, Role.HEAD, Role.ADMINISTRATOR)),
    "markArrival": Rehearsed(mark_arrival, (Role.REGISTRAR, Role.DOCTOR)),
    "beginVisit": Rehearsed(begin_visit, (Role.DOCTOR,)),
    "completeVisit": Rehearsed(complete_visit, (Role.DOCTOR,)),
    "reopenVisit": Rehearsed(reopen_visit, (Role.DOCTOR,)),
    "takeArrivalBack": Rehearsed(take_arrival_back, (Role.REGISTRAR, Role.DOCTOR)),
    "markNoShow": Rehearsed(mark_no_show, (Role.REGISTRAR, Role.DOCTOR)),
}
