"""Clinics, their sites, doctors and working hours: public facts."""

from datetime import time
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.connection import After, Connection, First, page
from api.context import Info
from api.ids import decode
from api.limits import PAGE
from api.names import Specialty
from api.node import Node
from api.person import territory_name
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, query
from api.rows import loads
from api.shown import by_id, of_related, shown
from models import clinic as rows
from models import clock, texts
from models.actor import Actor
from models.law import attachment as law
from models.law import attachment_doctor, territory
from models.law.specialty import ATTENDING
from models.search import plain as plain_search

LONGEST_SEARCH = 100


@strawberry.type(description="The working hours of one day of the week.")
class OpeningHours:
    weekday: int = strawberry.field(description="Monday is 1, Sunday 7.")
    weekday_text: str = strawberry.field(description="The day in words.")
    opens: str | None = strawberry.field(description="Opening, 08:00; null on a day off.")
    closes: str | None = strawberry.field(description="Closing, 20:00; null on a day off.")


@strawberry.type(description="A street, or houses of it, in the zone of a site.")
class Zone(Node):
    street: str = strawberry.field(description="The street in the form in which streets are compared: small letters, no kind of street.")
    first_house: int = strawberry.field(description="The first house.")
    last_house: int = strawberry.field(description="The last house.")


@strawberry.type(description="A site: the part of a clinic's zone that one doctor serves.")
class Site(Node):
    number: int = strawberry.field(description="The number of the site.")

    @shown
    async def zones(self, root: strawberry.Parent[rows.Site], info: Info) -> list[Zone]:
        """The streets of its zone."""
        return await info.context.loader(_zones_of).load(root.id)  # type: ignore[return-value]

    @shown
    async def doctors(self, root: strawberry.Parent[rows.Site], info: Info) -> list[Annotated["Doctor", strawberry.lazy("api.clinic")]]:
        """The doctors who serve it, to whom people are attached."""
        return await info.context.loader(_doctors_of_sites).load(root.id)  # type: ignore[return-value]


@strawberry.type(description="A doctor of a clinic, or a room of it without a doctor.")
class Doctor(Node):
    @shown
    def full_name(self, root: strawberry.Parent[rows.Doctor], info: Info) -> str:
        """Surname, given name, patronymic."""
        return of_related(root, "person", info, lambda person: str(person.full_name))  # type: ignore[no-any-return]

    specialty: Specialty = strawberry.field(description="What the doctor is a doctor of.")

    @shown
    def specialty_text(self, root: strawberry.Parent[rows.Doctor], info: Info) -> str:
        """The specialty in words."""
        return texts.text(f"law.specialty.{root.specialty}", info.context.language)

    @shown
    async def site(self, root: strawberry.Parent[rows.Doctor], info: Info) -> Site | None:
        """The site served, if the doctor has one."""
        return await info.context.loader(by_id(rows.Site)).load(root.site_id) if root.site_id else None

    @shown
    async def load(self, root: strawberry.Parent[rows.Doctor], info: Info) -> int:
        """How many people are attached to the doctor."""
        return int(await info.context.loader(_loads).load(root.id))

    @shown
    def norm(self, root: strawberry.Parent[rows.Doctor]) -> int | None:
        """How many people are attached to one doctor by the norm; null for a specialist, to whom nobody is."""
        return int(law.NORM[root.specialty].on(clock.today())) if root.specialty in law.NORM else None

    @shown
    async def full(self, root: strawberry.Parent[rows.Doctor], info: Info) -> bool:
        """Whether the norm is reached: another doctor is then proposed."""
        return attachment_doctor.full(root.specialty, int(await info.context.loader(_loads).load(root.id)), clock.today())

    @shown
    def ages(self, root: strawberry.Parent[rows.Doctor], info: Info) -> str | None:
        """Whom the doctor serves, by age, in words; null where age does not matter."""
        from models.law.words import said

        return said(law.AGES[root.specialty].on(clock.today()), info.context.language) if root.specialty in law.AGES else None

    languages: list[str] = strawberry.field(description="The languages the doctor speaks: kk, ru, en.")
    serving: bool = strawberry.field(description="Whether the doctor serves people now.")


async def _loads(keys: list[UUID]) -> list[int]:
    found = await rows.loads(keys)
    return [found.get(key, 0) for key in keys]


async def _doctors_of(keys: list[UUID]) -> list[list[rows.Doctor]]:
    found = await rows.Doctor.filter(clinic_id__in=keys, serving=True, specialty__in=ATTENDING).order_by("specialty", "id")
    return [[one for one in found if one.clinic_id == key] for key in keys]


async def _zones_of(keys: list[UUID]) -> list[list[rows.Zone]]:
    found = await rows.Zone.filter(site_id__in=keys).order_by("street", "first_house")
    return [[one for one in found if one.site_id == key] for key in keys]


async def _doctors_of_sites(keys: list[UUID]) -> list[list[rows.Doctor]]:
    found = await rows.Doctor.filter(site_id__in=keys, serving=True, specialty__in=ATTENDING).order_by("specialty", "id")
    return [[one for one in found if one.site_id == key] for key in keys]


async def _sites_of(keys: list[UUID]) -> list[list[rows.Site]]:
    found = await rows.Site.filter(clinic_id__in=keys).order_by("number")
    return [[one for one in found if one.clinic_id == key] for key in keys]


def _opening(day: int, span: tuple[time, time] | None, info: Info) -> OpeningHours:
    opens, closes = (f"{one:%H:%M}" for one in span) if span else (None, None)
    return OpeningHours(weekday=day + 1, weekday_text=texts.text(f"law.weekday.{day}", info.context.language), opens=opens, closes=closes)


@strawberry.type(description="A medical organisation of primary health care.")
class Clinic(Node):
    bin: str = strawberry.field(description="Business identification number.")

    @shown
    def name(self, root: strawberry.Parent[rows.Clinic], info: Info) -> str:
        """The name, in the caller's language."""
        return root.name_in(info.context.language)

    @shown
    def address(self, root: strawberry.Parent[rows.Clinic], info: Info) -> str:
        """The address, in the caller's language."""
        return root.address[info.context.language.value]

    kato: str = strawberry.field(description="The nine digits of its territory code (KATO).")

    @shown
    def territory(self, root: strawberry.Parent[rows.Clinic], info: Info) -> str:
        """The oblast or city, in the caller's language."""
        return territory_name(root.kato, info.context.language)

    phone: str = strawberry.field(description="Phone of the desk.")
    serving: bool = strawberry.field(description="Whether it serves people now.")
    fund_contract: bool = strawberry.field(description="Whether it has a contract with the Fund.")

    @shown
    def hours(self, root: strawberry.Parent[rows.Clinic], info: Info) -> list[OpeningHours]:
        """The working hours of the week."""
        week = root.working_hours().week
        return [_opening(day, week.get(day), info) for day in range(7)]

    @shown
    def today(self, root: strawberry.Parent[rows.Clinic], info: Info) -> OpeningHours:
        """The working hours of this day, which may be a holiday or a day of other hours."""
        return _opening(clock.today().weekday(), root.working_hours().on(clock.today()), info)

    @shown
    async def sites(self, root: strawberry.Parent[rows.Clinic], info: Info) -> list[Site]:
        """Its sites by number."""
        return await info.context.loader(_sites_of).load(root.id)  # type: ignore[return-value]

    @shown
    async def doctors(self, root: strawberry.Parent[rows.Clinic], info: Info) -> list[Doctor]:
        """Its doctors to whom people are attached."""
        return await info.context.loader(_doctors_of).load(root.id)  # type: ignore[return-value]


@strawberry.type(description="An oblast, or a city of republican significance: a clinic is chosen within one.")
class Territory:
    kato: str = strawberry.field(description="Its territory code (KATO), nine digits.")
    name: str = strawberry.field(description="Its name, in the caller's language.")
    city: bool = strawberry.field(description="Whether it is a city.")


@query(ANYONE, returns=Connection[Clinic])
async def clinics(
    info: Info,
    search: Annotated[str | None, strawberry.argument(description="Part of a name or address, in any of the languages.")] = None,
    territory: Annotated[str | None, strawberry.argument(description="Territory code (KATO): clinics of its oblast or city.")] = None,
    first: First = PAGE,
    after: After = None,
) -> Any:
    """Clinics that serve people, by territory and name."""
    found = rows.Clinic.filter(serving=True)
    if territory:
        found = found.filter(kato__startswith=territory[:2] if territory[:2].isalnum() else "-")
    for word in plain_search((search or "")[:LONGEST_SEARCH]).split():
        found = found.filter(search__contains=word)
    return await page(found, "bin", first=first, after=after)


@query(ANYONE, returns=Clinic | None)
async def clinic(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The clinic's id.")]) -> Any:
    """One clinic."""
    return await rows.Clinic.get_or_none(id=decode(id, "Clinic"))


def clinic_of(actor: Actor, given: strawberry.ID | None, field: str) -> UUID:
    """The clinic of an id; the clinic in which staff work, when no id is given."""
    if given:
        return decode(given, "Clinic", field)
    if not actor.of_clinic or actor.clinic is None:
        raise Invalid(ProblemCode.REQUIRED, field)
    return actor.clinic


@query(ANYONE, returns=Connection[Doctor])
async def doctors(
    info: Info,
    clinic: Annotated[
        strawberry.ID | None, strawberry.argument(description="The clinic's id; the caller's own, for staff, when absent.")
    ] = None,
    specialty: Annotated[Specialty | None, strawberry.argument(description="Only of this specialty.")] = None,
    first: First = PAGE,
    after: After = None,
) -> Any:
    """The doctors of a clinic."""
    found = rows.Doctor.filter(clinic_id=clinic_of(info.context.actor, clinic, "clinic"), serving=True)
    return await page(found.filter(specialty=specialty) if specialty else found, "specialty", first=first, after=after)


@query(ANYONE, returns=list[Territory])
async def territories(info: Info) -> Any:
    """The oblasts and cities of republican significance."""
    return [
        Territory(kato=f"{one.code}0000000", name=one.name(info.context.language), city=one.city) for one in territory.TERRITORIES.values()
    ]


async def _clinic(key: UUID, actor: Actor) -> rows.Clinic | None:
    return await rows.Clinic.get_or_none(id=key)


async def _doctor(key: UUID, actor: Actor) -> rows.Doctor | None:
    return await rows.Doctor.get_or_none(id=key)


async def _site(key: UUID, actor: Actor) -> rows.Site | None:
    return await rows.Site.get_or_none(id=key)


async def _zone(key: UUID, actor: Actor) -> rows.Zone | None:
    return await rows.Zone.get_or_none(id=key)


loads("Clinic", rows.Clinic, _clinic)
loads("Doctor", rows.Doctor, _doctor)
loads("Site", rows.Site, _site)
loads("Zone", rows.Zone, _zone)
