"""A case of any of the four services: what journal, notices, pages and partners ask of it, whatever the service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from tortoise.queryset import QuerySet

from models.actor import Actor
from models.law import Channel, Mark, Role, Service
from models.law.agenda import GOING_ON
from models.law.representation import Right


class Read(Protocol):
    """What a line of reading tells of a case, or of something that belongs to one; an appeal may be nobody's of the register."""

    @property
    def service(self) -> Service: ...
    @property
    def id(self) -> UUID: ...
    @property
    def number(self) -> str: ...
    @property
    def person_id(self) -> UUID | None: ...


class Case(Read, Protocol):
    """A row of a case; its table names the service once, as a class attribute."""

    @property
    def applicant_id(self) -> UUID | None: ...
    @property
    def applicant_right(self) -> Right: ...
    @property
    def clinic_id(self) -> UUID: ...
    @property
    def signature_id(self) -> UUID | None: ...
    @property
    def channel(self) -> Channel: ...
    @property
    def submitted_at(self) -> datetime: ...
    @property
    def accepted_at(self) -> datetime | None: ...
    @property
    def state(self) -> StrEnum: ...


class Table(Protocol):
    """A table of cases, which knows who may see which of them."""

    def visible_to(self, actor: Actor) -> QuerySet[Any]: ...


# each module that holds a table of cases enters it here under its service
CASES: dict[Service, Table] = {}


@dataclass(frozen=True)
class Step:
    """One step of a course, done or ahead: `act` is its name in the service's table of moves, or a name of the course's own."""

    act: str
    mark: Mark | None
    at: datetime | None
    by: Role | None
    due: datetime | None = None
    note: str = ""

    @property
    def ahead(self) -> bool:
        return self.at is None


async def concerns(actor: Actor, person: UUID) -> bool:
    """Whether some case that an actor may see, of any service, is a person's."""
    for table in CASES.values():
        if await table.visible_to(actor).filter(person_id=person).exists():
            return True
    return False


async def of_person(actor: Actor, iin: str, most: int) -> list[Any]:
    """The latest cases of a person that an actor may see, of every service, with their clinics."""
    found: list[Any] = []
    for table in CASES.values():
        found += await table.visible_to(actor).filter(person__iin=iin).order_by("-submitted_at").limit(most).prefetch_related("clinic")
    return sorted(found, key=lambda one: one.submitted_at, reverse=True)[:most]


async def of_people(actor: Actor, people: Sequence[UUID], live: bool, most: int) -> list[Any]:
    """The latest cases of several people that an actor may see, of every service: those that go on, or those that have ended."""
    found: list[Any] = []
    for service, table in CASES.items():
        theirs, states = table.visible_to(actor).filter(person_id__in=people), list(GOING_ON[service])
        theirs = theirs.filter(state__in=states) if live else theirs.exclude(state__in=states)
        found += await theirs.order_by("-submitted_at").limit(most)
    return sorted(found, key=lambda one: one.submitted_at, reverse=True)


async def numbered(actor: Actor, series: str) -> Any:
    """The case that an actor may see whose number begins so, of any service, with its clinic; or None."""
    for table in CASES.values():
        found = await table.visible_to(actor).filter(number__startswith=series).first().prefetch_related("clinic")
        if found is not None:
            return found
    return None
