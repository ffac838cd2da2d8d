"""The same request served without protection: looks whether one is open, then writes; no lock, no transaction, no unique index.

The storm must catch it, or it would see nothing in the real servers either.
"""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from api.ids import decode, encode
from models import clock, journal, outbox
from models.account import actor_of_token
from models.actor import Actor
from models.attachment import OPEN, Attachment
from models.clinic import Clinic
from models.consent import give
from models.document import Document
from models.law import Language, Service
from models.law.attachment import DocumentKind, Ground, State
from models.law.consent import Purpose
from models.law.notice import CASE_PREFIX
from models.number import next_number
from models.person import Person
from tests.race.calls import Json
from web.app import assemble
from web.server import OPTIONS


async def answer(request: Request) -> JSONResponse:
    """Filing, and the questions of the storm, which find nothing."""
    asked = await request.json()
    if "submitAttachment" not in asked["query"]:
        return JSONResponse({"data": {"attachments": {"nodes": []}}})
    actor = await actor_of_token(request.headers["authorization"].removeprefix("Bearer "))
    assert actor is not None
    case = await file(actor, asked["variables"]["input"])
    shown = case and {"id": encode("Attachment", case.id), "number": case.number}
    return JSONResponse({"data": {"done": {"attachment": shown, "problems": [] if case else [{"code": "ALREADY_APPLIED"}]}}})


async def file(actor: Actor, given: Json) -> Attachment | None:
    """Everything that filing writes, one statement after another."""
    person = await Person.get(iin=given["patientIin"])
    if await Attachment.filter(person=person, state__in=OPEN).exists():
        return None
    clinic = await Clinic.get(id=decode(given["clinic"], "Clinic"))
    consent = await give(actor, person.id, Purpose.ATTACHMENT, clinic=clinic.id, given_by=person.id)
    case = await Attachment.create(
        number=await next_number(CASE_PREFIX), state=State.SUBMITTED, person=person, clinic=clinic, ground=Ground.FIRST, consent=consent,
        channel=actor.channel, applicant=person, language=Language.KK, submitted_at=clock.now(),
    )  # fmt: skip
    await Document.create(
        person=person, attachment=case, kind=DocumentKind.IDENTITY, paper=True, uploaded_by=actor.account, uploaded_at=clock.now()
    )
    entry = await journal.record(
        actor, "attachment:submit", person=person.id, service=Service.ATTACHMENT, case=case.id, number=case.number, state=case.state
    )
    await outbox.post(entry, person, "attachment_submitted")
    return case


def create() -> Starlette:
    return assemble([], [Route("/graphql", answer, methods=["POST"])])


if __name__ == "__main__":
    uvicorn.run("tests.race.naive:create", host="127.0.0.1", port=int(sys.argv[1]), **{**OPTIONS, "lifespan": "on"})
