"""A registrar who asks about a person learns of the person: the line of it stays, whatever becomes of the act."""

from typing import Any

from api.act import Line
from api.ids import decode
from models import journal
from models.actor import Actor
from models.law import Service
from models.person import Person


def leave_line(service: Service) -> Line:
    """What leaves the line when a registrar asks what a person may do in a service; the person is named by id or by IIN."""

    async def line(actor: Actor, given: Any) -> None:
        iin, key = getattr(given, "patient_iin", None), getattr(given, "patient", None)
        if not actor.of_clinic or not (iin or key):
            return
        person = await Person.get_or_none(**({"iin": iin} if iin else {"id": decode(str(key), "Patient", "patient")}))
        if person:
            await record(actor, service, person)

    return line


async def record(actor: Actor, service: Service, person: Person) -> None:
    """Note in the journal that somebody of a clinic asked what a person may do in a service."""
    await journal.record(actor, f"{service.lower()}:asked", person=person.id, service=service, reading=True)
