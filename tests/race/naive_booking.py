"""The same booking served without protection: looks whether the time is free, then writes; no lock, no transaction.

The herd must catch it when the unique index is gone too, or it would see nothing in the real servers either. While the
index stands, it is the database that refuses (INDEX).
"""

import sys
from uuid import UUID

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from tortoise.exceptions import IntegrityError

from api.ids import decode, encode
from models import clock, journal, outbox
from models.account import actor_of_token
from models.actor import Actor
from models.appointment import Appointment
from models.law import Language, Service
from models.law.appointment import TAKING, State, VisitReason
from models.law.notice import APPOINTMENT_PREFIX
from models.law.timetable import SlotState
from models.number import next_unlocked
from models.person import Person
from models.timetable import Slot
from tests.race.calls import Json
from web.app import assemble
from web.server import OPTIONS


async def answer(request: Request) -> JSONResponse:
    """A booking, done or refused."""
    given = (await request.json())["variables"]["input"]
    actor = await actor_of_token(request.headers["authorization"].removeprefix("Bearer "))
    assert actor is not None
    try:
        case = await book(actor, given)
        problems = [] if case else [{"code": "SLOT_TAKEN"}]
    except IntegrityError:
        case, problems = None, [{"code": "INDEX"}]
    shown = case and {"id": encode("Appointment", case.id), "number": case.number, "slot": {"id": encode("Slot", case.slot_id)}}
    return JSONResponse({"data": {"done": {"appointment": shown, "problems": problems}}})


async def book(actor: Actor, given: Json) -> Appointment | None:
    """Everything that a booking writes, one statement after another."""
    person, slot = await Person.get(iin=given["patientIin"]), await Slot.get(id=decode(given["slot"], "Slot"))
    if slot.state is not SlotState.OPEN or await _standing(slot.id):
        return None
    case = await Appointment.create(
        number=await next_unlocked(APPOINTMENT_PREFIX, "appointment_number"), state=State.BOOKED, person=person, clinic_id=slot.clinic_id,
        doctor_id=slot.doctor_id, slot=slot, specialty=slot.specialty, reason=VisitReason.PRIMARY, channel=actor.channel, applicant=person,
        partner_id=actor.partner, language=Language.KK, submitted_at=clock.now(), booked_at=clock.now(), starts_at=slot.starts_at,
        ends_at=slot.ends_at,
    )  # fmt: skip
    slot.state = SlotState.BOOKED
    await slot.save(update_fields=["state"])
    entry = await journal.record(
        actor, "appointment:book", person=person.id, service=Service.APPOINTMENT, case=case.id, number=case.number, state=case.state,
        slot=str(slot.id),
    )  # fmt: skip
    await outbox.post(entry, person, "appointment_booked")
    return case


async def _standing(slot: UUID) -> bool:
    return await Appointment.filter(slot_id=slot, state__in=TAKING).exists()


def create() -> Starlette:
    return assemble([], [Route("/graphql", answer, methods=["POST"])])


if __name__ == "__main__":
    uvicorn.run("tests.race.naive_booking:create", host="127.0.0.1", port=int(sys.argv[1]), **{**OPTIONS, "lifespan": "on"})
