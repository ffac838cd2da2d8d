"""A site of three pages over a schema of a few fields: enough to show every behaviour of pages without any service."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import httpx
import strawberry
from graphql import GraphQLError
from starlette.applications import Starlette

from api.execution import Api
from models.database import Away
from web import render
from web.app import assemble
from web.page import Action, Page, action, page

TEMPLATES = Path(__file__).parent / "templates"
SITE = "http://127.0.0.1:8000"


@dataclass
class Told:
    """What the mutation was asked last, and what the database does next."""

    inputs: list[object] = field(default_factory=list)
    away: bool = False


TOLD = Told()


@strawberry.type
class Note:
    id: strawberry.ID
    words: str

    @strawberry.field
    def tab(self, name: str | None = None) -> str:
        return name or ""


@strawberry.type
class Problem:
    code: str
    field: list[str] | None
    message: str


@strawberry.type
class NotePayload:
    note: Note | None
    problems: list[Problem]


@strawberry.input
class NoteInput:
    id: strawberry.ID
    words: str
    urgent: bool = False


@strawberry.type
class Query:
    @strawberry.field
    def note(self, id: strawberry.ID) -> Note | None:
        """Note 1 is there, note 2 is not, at note 3 our own code fails."""
        if TOLD.away:
            raise Away
        if id == "3":
            raise RuntimeError("the secret insides of note 3")
        return Note(id=id, words="<b>words</b>") if id == "1" else None

    @strawberry.field
    def mine(self) -> str | None:
        raise GraphQLError("sign in", extensions={"code": "UNAUTHENTICATED"})


@strawberry.type
class Mutation:
    @strawberry.mutation
    def change_note(self, input: Annotated[NoteInput, strawberry.argument()]) -> NotePayload:
        if TOLD.away:
            raise Away
        TOLD.inputs.append(input)
        if input.words == "refused":
            return NotePayload(
                note=None, problems=[Problem(code="NOT_OPEN", field=["words"], message="not these words")]
            )
        return NotePayload(note=Note(id=input.id, words=input.words), problems=[])


DECLARED: list[Page | Action] = [
    page("/", "home"),
    page("/notes/{id}", "note", fragments=("status",)),
    action("/notes/{id}/change", "change", shows="note", then="/notes/{note.id}", returns=True),
    page("/mine", "mine"),
    action("/mine/{id}", "change", shows="note"),
]


@asynccontextmanager
async def nothing(app: Starlette) -> AsyncIterator[None]:
    yield


def application() -> Starlette:
    api = Api(strawberry.Schema(Query, Mutation))
    return assemble(DECLARED, folders=(TEMPLATES, render.FOLDER), api=api, lifespan=nothing)


def browser(app: Starlette) -> httpx.AsyncClient:
    """A client that keeps cookies and follows nothing by itself; a fault of the application would be raised here."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=SITE)
