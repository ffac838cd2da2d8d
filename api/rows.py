"""Rows behind the types of the API: which row a type shows, and how one is read again for an actor."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from models.actor import Actor

Loader = Callable[[UUID, Actor], Awaitable[object | None]]
Read = Callable[[Actor, Any], Awaitable[None]]
LOADERS: dict[str, Loader] = {}
READS: dict[str, Read] = {}
ROWS: dict[str, type] = {}


def loads(name: str, row: type, loader: Loader, read: Read | None = None) -> None:
    """Say which row a type shows and how one is read for an actor; the loader keeps to what the actor may see.

    `read` leaves the line in the journal where opening such a row must leave one.
    """
    LOADERS[name], ROWS[name] = loader, row
    if read:
        READS[name] = read


async def load(name: str, key: UUID, actor: Actor) -> object | None:
    """A row of a type as the actor may see it, or nothing."""
    loader = LOADERS.get(name)
    return await loader(key, actor) if loader else None
