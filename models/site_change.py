"""The sites of a clinic and the streets of their zones: a house belongs to one site of a clinic only."""

import uuid

from models import journal, lock
from models.actor import Actor
from models.clinic import Site, Zone, plain_street
from models.law import Refused
from models.law import staffing as law


async def sites(actor: Actor) -> list[Site]:
    """The sites of the actor's own clinic, by number."""
    return await Site.filter(clinic_id=actor.clinic).order_by("number") if actor.clinic else []


async def add_site(actor: Actor, number: int) -> Site:
    """A new site of the clinic, by a number that no other has."""
    clinic = await lock.clinic(actor.clinic)
    if await Site.exists(clinic=clinic, number=number):
        raise Refused(law.impediment("SITE_EXISTS", number=number))
    made = await Site.create(clinic=clinic, number=number)
    await journal.record(actor, "site:add", number=str(number))
    return made


async def add_zone(actor: Actor, site: uuid.UUID, street: str, first: int, last: int) -> Site | None:
    """A street, or houses of it, for the zone of a site; no house belongs to two. None when the site is another clinic's."""
    clinic = await lock.clinic(actor.clinic)
    found = await Site.get_or_none(id=site, clinic=clinic)
    if found is None:
        return None
    wanted = law.Houses(found.number, plain_street(street), first, last)
    others = await Zone.filter(site__clinic_id=clinic.id, street=wanted.street).prefetch_related("site")
    law.zone_allowed(wanted, [law.Houses(one.site.number, one.street, one.first_house, one.last_house) for one in others])
    await Zone.create(site=found, kato=clinic.kato, street=wanted.street, first_house=first, last_house=last)
    await journal.record(actor, "zone:add", number=str(found.number), street=wanted.street, first=first, last=last)
    return found


async def remove_zone(actor: Actor, zone: uuid.UUID) -> Site | None:
    """A street no longer in the zone of a site; attachments that there are stay. None when there is none at the actor's clinic."""
    clinic = await lock.clinic(actor.clinic)
    found = await Zone.get_or_none(id=zone, site__clinic_id=clinic.id).prefetch_related("site")
    if found is None:
        return None
    await found.delete()
    number, first, last = str(found.site.number), found.first_house, found.last_house
    await journal.record(actor, "zone:remove", number=number, street=found.street, first=first, last=last)
    return found.site
