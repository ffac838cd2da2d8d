"""A small API of shelves and books: our own decorators, limits and transport around types of no service."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import httpx
import strawberry
from starlette.applications import Starlette
from strawberry.types.field import StrawberryField

from api.connection import Connection, page
from api.context import Context, Info, context
from api.execution import Api
from api.http import route
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, mutation, payload, query
from api.rows import loads
from api.scalars import BIN, IIN, Base64
from api.schema import build
from models.actor import Actor
from models.database import Away
from models.law import Basis, Impediment, Language, Refused, Role
from models.person import Person

QUERIES: list[StrawberryField] = []
MUTATIONS: list[StrawberryField] = []
CITIZEN = Actor(role=Role.CITIZEN, account=UUID(int=1))
REGISTRAR = Actor(role=Role.REGISTRAR, account=UUID(int=2))
SECRET = "postgres://emhana:swordfish@10.0.0.7"


@strawberry.type(description="A book.")
class Book:
    title: str = strawberry.field(description="Its title.")
    parts: list["Book"] = strawberry.field(description="Its parts.", default_factory=list)


@strawberry.type(description="A shelf.")
class Shelf:
    name: str = strawberry.field(description="Its name.")
    books: list[Book] = strawberry.field(description="What stands on it.", default_factory=list)
    beside: "Shelf | None" = strawberry.field(description="The next one.", default=None)


@strawberry.type(description="A person on the list of readers.")
class Reader:
    surname: str = strawberry.field(description="The surname.")


@strawberry.input(description="A place, within another.")
class Place:
    name: str = strawberry.field(description="Its name.", default="")
    within: "Place | None" = strawberry.field(description="What it is in.", default=None)


@strawberry.input(description="Who is to be read in.")
class ReadInInput:
    idempotency_key: UUID = strawberry.field(description="A new key for each act.")
    iin: IIN = strawberry.field(description="Of whom.")
    surname: str = strawberry.field(description="The surname.")
    born: date = strawberry.field(description="The day of birth.")


ReaderPayload = payload(Reader)
Words = Annotated[str, strawberry.argument(description="What to say.")]


@query(ANYONE, into=QUERIES)
async def shelf(
    info: Info,
    first: Annotated[int, strawberry.argument(description="How many.")] = 20,
    place: Annotated[Place | None, strawberry.argument(description="Where.")] = None,
) -> Shelf | None:
    """The shelf."""
    return Shelf(name="A", books=[Book(title="Abai")])


@query(Role.REGISTRAR, into=QUERIES)
async def ledger(info: Info) -> str | None:
    """What registrars alone may read."""
    return "ledger"


@query(Role.PARTNER, scope="ledger:read", into=QUERIES)
async def abroad(info: Info) -> str | None:
    """What partners with the scope may read."""
    return "abroad"


@query(ANYONE, into=QUERIES)
async def broken(info: Info) -> str | None:
    """What fails with something that nobody may see."""
    raise RuntimeError(SECRET)


@query(ANYONE, into=QUERIES)
async def gone(info: Info) -> str | None:
    """What asks a database that is away."""
    raise Away(SECRET)


@query(ANYONE, into=QUERIES)
async def hidden(info: Info) -> str | None:
    """What is absent, or hidden."""
    raise Invalid(ProblemCode.NOT_FOUND, "id")


@query(ANYONE, into=QUERIES)
async def spoken(info: Info) -> str | None:
    """The caller's language."""
    return f"{info.context.language} {info.context.actor.language} {info.context.actor.role}"


@query(ANYONE, into=QUERIES)
async def typed(
    info: Info,
    iin: Annotated[IIN | None, strawberry.argument(description="An IIN.")] = None,
    bin: Annotated[BIN | None, strawberry.argument(description="A BIN.")] = None,
    day: Annotated[date | None, strawberry.argument(description="A day.")] = None,
    at: Annotated[datetime | None, strawberry.argument(description="A moment.")] = None,
    bytes_: Annotated[Base64 | None, strawberry.argument(description="Bytes.", name="bytes")] = None,
) -> str | None:
    """What was typed, as it was understood."""
    return str(iin or bin or day or (at and at.isoformat()) or bytes_)


@query(ANYONE, returns=Connection[Reader], into=QUERIES)
async def readers(
    info: Info,
    first: Annotated[int, strawberry.argument(description="How many.")] = 20,
    after: Annotated[str | None, strawberry.argument(description="After which cursor.")] = None,
) -> Connection[Person]:
    """The readers, the youngest first."""
    return await page(Person.all(), "-birth_date", "surname", first=first, after=after)


@mutation(Role.CITIZEN, Role.REGISTRAR, returns=ReaderPayload, into=MUTATIONS)
async def read_in(info: Info, input: Annotated[ReadInInput, strawberry.argument(description="Who.")]) -> Person:
    """Put a person on the list of readers."""
    made = await Person.create(
        iin=input.iin, surname=input.surname, given_name="A", birth_date=input.born, recorded_at=datetime.now().astimezone()
    )
    if input.surname == "Refused":
        raise Refused(Impediment("NO_CONSENT", Basis("personal-data-law", "8"), ("consent",)))
    if input.surname == "Broken":
        raise RuntimeError(SECRET)
    return made


async def _reader(key: UUID, actor: Actor) -> Person | None:
    return await Person.get_or_none(id=key)


loads("Reader", Person, _reader)
API = Api(build(QUERIES, MUTATIONS))


def asking(actor: Actor = CITIZEN, language: Language = Language.EN, trace: str = "trace-1") -> Context:
    """The context of a request."""
    return context(actor, language, trace)


async def known(token: str) -> Actor | None:
    """Two bearers are known, and the database is away for a third."""
    if token == "away":
        raise Away(SECRET)
    return {"citizen": CITIZEN, "registrar": REGISTRAR}.get(token)


@asynccontextmanager
async def client(api: Api = API, **headers: str) -> AsyncIterator[Callable[..., Any]]:
    """Ask over HTTP: `await ask(query, **headers)`."""
    transport = httpx.ASGITransport(Starlette(routes=[route(api, known)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:

        async def ask(query: str, variables: dict[str, Any] | None = None, **more: str) -> httpx.Response:
            given = {name.replace("_", "-"): value for name, value in (headers | more).items()}
            return await http.post("/graphql", json={"query": query, "variables": variables}, headers=given)

        yield ask
