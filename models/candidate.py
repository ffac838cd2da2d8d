"""Whether somebody of the register may be given a post: whoever is looked up learns of it, and so many people a day and no more."""

from models import clock, journal, journal_reading, lock
from models.actor import Actor
from models.database import transaction
from models.law import Impediment, Refused, Role, forbid
from models.law import staffing as law
from models.person import Person


async def look_up(actor: Actor, iin: str) -> Person:
    """Somebody of the register who is to have a post; whoever is looked up leaves a line, and so many are in a day."""
    async with transaction():
        await lock.clinic(actor.clinic)  # of two at once the second sees the line of the first
        found = await Person.get_or_none(iin=iin)
        forbid(await spent(actor, found))
        await _looked_up(actor, found)
    return known(found)


async def tried(actor: Actor, iin: str, role: Role) -> None:
    """A refused post tells whether somebody is known to the register, too: it leaves the same line."""
    if role not in law.givable(actor.capacity):
        return
    async with transaction():
        await lock.clinic(actor.clinic)
        found = await Person.get_or_none(iin=iin)
        if not await spent(actor, found):
            await _looked_up(actor, found)


async def _looked_up(actor: Actor, found: Person | None) -> None:
    """One line a day for each person; whoever is not in the register has no journal, but counts."""
    if found is None or found.id not in await journal_reading.looked_up(actor):
        await journal.record(actor, journal_reading.LOOKED_UP, person=found.id if found else None, reading=True)


async def spent(actor: Actor, found: Person | None) -> list[Impediment]:
    """Whether the look-ups of the day are spent; whoever was seen today may be seen again."""
    seen = await journal_reading.looked_up(actor)
    again = found is not None and found.id in seen
    most = law.LOOKUPS.on(clock.today())
    return [] if again or len(seen) < most else [law.impediment("LOOKUPS_SPENT", n=most)]


def known(found: Person | None) -> Person:
    """Somebody of the register; nobody else can be given a post (`Refused`)."""
    if found is None:
        raise Refused(law.impediment("NO_SUCH_PERSON"))
    return found
