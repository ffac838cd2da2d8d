"""A registrar who asks about a person learns of the person: the line of it stays, whatever becomes of the act."""

from typing import Any

from api.ids import decode
from models import journal
from models.actor import Actor
from models.law import Service
from models.person import Person


async def leave_line(actor: Actor, given: Any) -> None:
    """A registrar who asks what a person may do learns of the person, and leaves a line that stays."""
    iin, key = getattr(given, "patient_iin", None), getattr(given, "patient", None)
    if not actor.of_clinic or not (iin or key):
        return
    person = await Person.get_or_none(**({"iin": iin} if iin else {"id": decode(str(key), "Patient", "patient")}))
    if person:
        await journal.record(actor, "attachment:asked", person=person.id, service=Service.ATTACHMENT, reading=True)
