"""What an act locks, and in which order: the person first, then the case; so no two acts on one person can block each other."""

import uuid
from typing import Any

from models import applicant
from models.actor import Actor
from models.clinic import Clinic
from models.consent import partner_may
from models.database.prepared import Prepared
from models.person import Person

_PERSON = Prepared(lambda key: Person.select_for_update(no_key=True).filter(id=key), uuid.UUID)


async def person(key: uuid.UUID) -> Person:
    """Everything that concerns one person waits in one line."""
    locked = await _PERSON.one(key)
    if locked is None:
        raise LookupError(f"there is no person {key}")
    return locked


async def clinic(key: uuid.UUID | None) -> Clinic:
    """The people, sites and timetables of a clinic change one act after another: the second sees what the first has done."""
    return await Clinic.select_for_update(no_key=True).get(id=key)


async def case(table: Any, actor: Actor, key: uuid.UUID, *relations: str) -> Any:
    """A case that the actor may see, with its person locked, until the end of the transaction; None when there is none to be seen.

    A partner system acts on what it asked for itself, while the person lets it: a consent withdrawn ends it (`Refused`).
    """
    visible = await table.visible_to(actor).filter(id=key).first()
    if visible is None:
        return None
    if actor.partner and not (visible.partner_id == actor.partner and await partner_may(actor.partner, visible.person_id)):
        raise applicant.not_representative()
    if visible.person_id:  # an appeal may be nobody's of the register
        await person(visible.person_id)
    found = await table.select_for_update(no_key=True).get(id=key)
    if not await table.visible_to(actor).filter(id=key).exists():
        return None  # while the lock was waited for, it has become another's
    await found.fetch_related(*relations)
    return found
