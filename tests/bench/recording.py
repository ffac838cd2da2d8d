"""What one request says to the database, word for word: listened to beside the drivers, so that nobody's own words are missed."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

from asyncpg import Connection

from models.database.sqlite import Inline
from tests.bench.bare import Words

POOL = "SELECT pg_advisory_unlock_all()"  # what asyncpg's pool says whenever a connection comes back
INSERT = re.compile(r'INSERT INTO "?\w+"? \(([^)]*)\)')
NUMBER = "number"
Values = tuple[Any, ...]


@dataclass(frozen=True)
class Statement:
    """One statement with its values, and how long its answer took."""

    sql: str
    values: Values
    seconds: float


def _listened(heard: list[Statement], method: Any) -> Any:
    async def listening(self: Any, sql: str, *values: Any, **named: Any) -> Any:
        begun = perf_counter()
        try:
            return await method(self, sql, *values, **named)
        finally:
            flat = tuple(values[0] or ()) if isinstance(self, Inline) and values else values
            heard.append(Statement(sql, flat, perf_counter() - begun))

    return listening


@contextmanager
def recording() -> Iterator[list[Statement]]:
    """Every statement that this process sends while it lasts, on either engine, in order."""
    heard: list[Statement] = []
    places = ((Connection, ("execute", "fetch", "fetchrow", "fetchval")), (Inline, ("execute", "execute_fetchall")))
    patches = [patch.object(kind, name, _listened(heard, getattr(kind, name))) for kind, names in places for name in names]
    for one in patches:
        one.start()
    try:
        yield heard
    finally:
        for one in reversed(patches):
            one.stop()


def words(heard: list[Statement]) -> Words:
    """The statements alone: what the pool says between them is none of the request's."""
    return [(one.sql, one.values) for one in heard if not one.sql.startswith(POOL)]


def made(said: Words) -> dict[str, str]:
    """The ids, keys, codes and numbers that a recorded request gave to its new rows, each with the name of its column."""
    found: dict[str, str] = {}
    for sql, values in said:
        columns = INSERT.match(sql)
        names = [one.strip(' "') for one in columns[1].split(",")] if columns else []
        found |= {str(value): name for name, value in zip(names, values, strict=False) if name in ("id", "key", "code", NUMBER)}
    return found


def remade(said: Words, given: Mapping[str, str], place: int) -> Words:
    """The same words with other values: those given (person, time, key), and fresh ids, codes and a number for every new row."""
    fresh = {old: f"BENCH-{place}" if kind == NUMBER else str(uuid4()) for old, kind in made(said).items() if old not in given}
    names = {**fresh, **given}
    return [(sql, tuple(_other(one, names) for one in values)) for sql, values in said]


def _other(value: Any, names: Mapping[str, str]) -> Any:
    """A value under its other name, also where it stands within words."""
    if isinstance(value, UUID):
        return UUID(names.get(str(value), str(value)))
    if isinstance(value, str) and len(value) >= 12:
        for old, new in names.items():
            if old in value:
                value = value.replace(old, new)
    return value
