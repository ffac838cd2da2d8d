"""The limit: recorded statements sent by the bare drivers, asyncpg and sqlite3, with nothing else around them."""

import asyncio
import math
import re
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from time import perf_counter
from typing import Any

import asyncpg

from tests.bench.children import Ready

FRAME = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b")
Words = list[tuple[str, tuple[Any, ...]]]  # statements with their values, in order
Took = tuple[list[float], list[Any]]


async def postgres(ready: Ready, url: str, connections: int, warm: list[Words], replays: list[Words], seconds: float) -> Took:
    """Replays over so many connections at once, each a whole request's words; statements are prepared beforehand."""
    opened = [await asyncpg.connect(url) for _ in range(connections)]
    await asyncio.gather(*(_over(one, iter(warm[number::connections]), [], math.inf) for number, one in enumerate(opened)))
    ready()
    took, row, until = list[float](), iter(replays), perf_counter() + seconds
    await asyncio.gather(*(_over(one, row, took, until) for one in opened))
    for one in opened:
        await one.close()
    return took, []


async def _over(connection: "asyncpg.Connection[Any]", row: Iterator[Words], took: list[float], until: float) -> None:
    while (begun := perf_counter()) < until and (words := next(row, None)):
        for sql, values in words:
            if FRAME.match(sql):
                await connection.execute(sql)
            else:
                await connection.fetch(sql, *values)
        took.append(perf_counter() - begun)


async def sqlite(ready: Ready, path: str, warm: list[Words], replays: list[Words], seconds: float) -> Took:
    """Replays over one connection with the program's own settings: WAL, synchronous=FULL, foreign keys."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=5, cached_statements=512)
    for setting in ("journal_mode=WAL", "journal_size_limit=16384", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    first, rest = _plain(warm), _plain(replays)
    _said(connection, first, math.inf)
    ready()
    took = _said(connection, rest, perf_counter() + seconds)
    connection.close()
    return took, []


def _plain(replays: list[Words]) -> list[Words]:
    """Moments and days as the program writes them."""
    return [[(sql, tuple(_text(one) for one in values)) for sql, values in words] for words in replays]


def _text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


def _said(connection: sqlite3.Connection, replays: list[Words], until: float) -> list[float]:
    took, row = [], iter(replays)
    while (begun := perf_counter()) < until and (words := next(row, None)):
        for sql, values in words:
            connection.execute(sql, values).fetchall()
        took.append(perf_counter() - begun)
    return took
