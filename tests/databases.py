"""Databases for the tests: made, emptied and dropped without the program's own connection."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar
from urllib.parse import urlsplit

import asyncpg

T = TypeVar("T")
_EMPTY = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'aerich' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
END $$
"""


def now(work: Awaitable[T]) -> T:
    """Wait for it in a fixture that is not asynchronous itself."""

    async def waited() -> T:
        return await work

    return asyncio.run(waited())


async def execute(url: str, sql: str) -> list[Any]:
    """Run one statement over a connection of its own."""
    connection = await asyncpg.connect(url)
    try:
        return list(await connection.fetch(sql))
    finally:
        await connection.close()


async def empty(url: str) -> None:
    """Delete every row; the role of a replica keeps the triggers that forbid it from firing."""
    await execute(url, _EMPTY)


CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


async def clear(url: str) -> None:
    """Drop every table and end every other connection."""
    for sql in (CUT, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public"):
        await execute(url, sql)


def named(server: str, name: str) -> str:
    """The URL of another database of the same server."""
    return urlsplit(server)._replace(path=f"/{name}").geturl()


async def create(server: str, name: str) -> str:
    """A new database."""
    await execute(server, f'CREATE DATABASE "{name}"')
    return named(server, name)


async def drop(server: str, name: str) -> None:
    await execute(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
