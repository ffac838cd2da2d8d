"""People as the API shows them: addresses, patients, and who acts for whom."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import strawberry
from tortoise.expressions import Q

from api.context import Batch, Info
from api.limits import PAGE
from api.names import Language, Right, Service
from api.node import Node
from api.rows import loads
from api.shown import by_id, shown, shown_to
from models import clock, journal, texts
from models.actor import Actor
from models.case import concerns, of_people
from models.journal_reading import listed
from models.law import Role, territory
from models.law.disclosure import Fact
from models.law.person import full_years
from models.person import Person as Row
from models.representation import Representation as RepresentationRow
from models.representation import right_of

if TYPE_CHECKING:
    from api.case import Case
    from api.representation import Representation

HIDDEN = "••••••••"
PARTS = ("locality", "street", "house", "flat")


def line(address: dict[str, str]) -> str:
    """An address in one line."""
    return ", ".join(address[part] for part in PARTS if address.get(part))


def territory_name(kato: str, language: str) -> str:
    """The oblast or city of a territory code; an unknown code has no name."""
    known = territory.TERRITORIES.get(kato[:2])
    return known.name(language) if known else ""


@strawberry.type(description="Where a person lives or a request concerns.")
class Address:
    kato: str = strawberry.field(description="The nine digits of the territory code (KATO).")
    territory: str = strawberry.field(description="The oblast or city, in the caller's language.")
    locality: str = strawberry.field(description="City, town or village.")
    street: str = strawberry.field(description="Street or micro-district.")
    house: str = strawberry.field(description="House.")
    flat: str = strawberry.field(description="Flat; empty when there is none.")
    line: str = strawberry.field(description="The address in one line.")

    @classmethod
    def of(cls, address: dict[str, str], language: str) -> "Address":
        parts = {part: address.get(part, "") for part in ("kato", *PARTS)}
        return cls(**parts, territory=territory_name(parts["kato"], language), line=line(address))


@strawberry.input(description="Where a person lives, in parts.")
class AddressInput:
    kato: str = strawberry.field(description="The nine digits of the territory code (KATO).")
    locality: str = strawberry.field(description="City, town or village.")
    street: str = strawberry.field(description="Street or micro-district.")
    house: str = strawberry.field(description="House.")
    flat: str | None = strawberry.field(default=None, description="Flat, if there is one.")

    def plain(self) -> dict[str, str]:
        """The address as it is kept."""
        return {name: (getattr(self, name) or "").strip() for name in ("kato", *PARTS)}


@strawberry.type(description="A person in the register, as far as the caller may see.")
class Patient(Node):
    @shown
    def full_name(self, root: strawberry.Parent[Row]) -> str:
        """Surname, given name, patronymic."""
        return root.full_name

    @shown
    def short_name(self, root: strawberry.Parent[Row]) -> str:
        """Surname and initials."""
        return root.short_name

    @shown
    async def iin(self, root: strawberry.Parent[Row], info: Info) -> str:
        """Individual identification number; the last four digits of it where the caller need not know more."""
        return root.iin if await _known(root, info) else f"{HIDDEN}{root.iin[-4:]}"

    birth_date: date = strawberry.field(description="Day of birth by the state register.")

    @shown
    def age(self, root: strawberry.Parent[Row]) -> int:
        """Full years today."""
        return full_years(root.birth_date, clock.today())

    @shown
    async def address(self, root: strawberry.Parent[Row], info: Info) -> Address:
        """The registered residence; empty where the caller need not know it."""
        return Address.of(root.address if await _known(root, info) else {}, info.context.language)

    @shown
    async def phone(self, root: strawberry.Parent[Row], info: Info) -> str:
        """Phone; empty when none is known, or where the caller need not know it."""
        return root.phone if await _known(root, info) else ""

    @shown
    async def email(self, root: strawberry.Parent[Row], info: Info) -> str:
        """E-mail; empty when none is known, or where the caller need not know it."""
        return root.email if await _known(root, info) else ""

    language: Language = strawberry.field(description="The language of messages and documents.")

    @shown
    def deceased(self, root: strawberry.Parent[Row]) -> bool:
        """Whether the state register knows of the death."""
        return root.deceased_on is not None

    @shown
    def is_me(self, root: strawberry.Parent[Row], info: Info) -> bool:
        """Whether this is the caller."""
        return root.id == info.context.actor.person

    @shown
    async def right(
        self,
        root: strawberry.Parent[Row],
        info: Info,
        service: Annotated[Service, strawberry.argument(description="In which service.")] = Service.ATTACHMENT,
    ) -> Right | None:
        """By what right the caller may act for this person in a service; null when the caller may not."""
        return await right_of(info.context.actor.person, root.id, service)

    @shown
    async def cases(
        self,
        root: strawberry.Parent[Row],
        info: Info,
        live: Annotated[bool, strawberry.argument(description="True: those that go on; false: those that have ended.")] = True,
    ) -> list[Annotated["Case", strawberry.lazy("api.case")]]:
        """The person's latest cases of every service that the caller may see, twenty at most. Cases shown are journalled."""
        return await info.context.loader(_cases_of(info.context.actor, live)).load(root.id)

    @shown
    async def representations(
        self, root: strawberry.Parent[Row], info: Info
    ) -> list[Annotated["Representation", strawberry.lazy("api.representation")]]:
        """The rights in force by which the person acts for another or another for the person, as far as the caller may see them."""
        return await info.context.loader(_representations_of(info.context.actor)).load(root.id)  # type: ignore[return-value]


async def _known(person: Row, info: Info) -> bool:
    """Whether the caller may know how to reach a person: oneself, and as the law of disclosure has it; a citizen those one acts for, not
    whoever acts for one."""
    actor = info.context.actor
    if person.id == actor.person or not shown_to(info, Fact.CONTACTS):
        return person.id == actor.person
    if actor.role is not Role.CITIZEN:
        return True
    return bool(await info.context.loader(_represented(actor)).load(person.id))


@lru_cache(256)
def _represented(actor: Actor) -> Batch[UUID, bool]:
    """For whom of several people an actor may act today, in some service."""

    async def batch(keys: list[UUID]) -> list[bool]:
        held = await RepresentationRow.in_force().filter(representative_id=actor.person, represented_id__in=keys)
        known = {one.represented_id for one in held if one.covers(None)}
        return [key in known for key in keys]

    return batch


@lru_cache(256)
def _cases_of(actor: Actor, live: bool) -> Batch[UUID, list[Any]]:
    """The cases of several people, as far as an actor may see them."""

    async def batch(keys: list[UUID]) -> list[list[Any]]:
        found = await of_people(actor, keys, live, PAGE * len(keys))
        by_person = [[one for one in found if one.person_id == key][:PAGE] for key in keys]
        await listed(actor, [one for cases in by_person for one in cases])
        return by_person

    return batch


@lru_cache(256)
def _representations_of(actor: Actor) -> Batch[UUID, list[RepresentationRow]]:
    """The rights in force on either side of which several people stand, as far as an actor may see them."""

    async def batch(keys: list[UUID]) -> list[list[RepresentationRow]]:
        either = Q(represented_id__in=keys) | Q(representative_id__in=keys)
        in_force = {one.id for one in await RepresentationRow.in_force().filter(either)}
        found = await RepresentationRow.visible_to(actor).filter(either).order_by("since", "id")
        return [[one for one in found if one.id in in_force and key in (one.represented_id, one.representative_id)] for key in keys]

    return batch


async def visible(actor: Actor, key: Any) -> Row | None:
    """A person as far as an actor may see: oneself and those one represents, in whatever service; for a registrar whoever
    comes to the desk; for others of a clinic, for an authorised body and a partner system, the people of the cases that they may see."""
    if actor.role is Role.CITIZEN:
        allowed = await right_of(actor.person, key, None) is not None
    else:
        has_cases = actor.role in (Role.PARTNER, Role.AUTHORITY) or actor.of_clinic
        allowed = actor.role is Role.REGISTRAR or (has_cases and await concerns(actor, key))
    return await Row.get_or_none(id=key) if allowed else None


async def _load(key: Any, actor: Actor) -> Row | None:
    return await visible(actor, key)


async def _read(actor: Actor, person: Row) -> None:
    if person.id != actor.person:
        await journal.record(actor, "person:read", person=person.id, reading=True)


loads("Patient", Row, _load, _read)


@strawberry.type(description="Who asked, and by what right.")
class Applicant:
    full_name: str = strawberry.field(description="Surname, given name, patronymic.")
    right: Right = strawberry.field(description="By what right.")
    right_text: str = strawberry.field(description="The right in words.")


def right_text(right: Any, language: str) -> str:
    """A right in words."""
    return texts.text(f"law.right.{right}", language)


person_by_id = by_id(Row)
PatientLater = Annotated["Patient", strawberry.lazy("api.person")]
