"""Bringing a database up to date: the migrations in order, each whole or not at all, by one process at a time."""

import asyncio
import fcntl
import pkgutil
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from aerich import Command
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.context import TortoiseContext
from tortoise.exceptions import IntegrityError

import migrations
from models.database.away import Away
from models.database.engines import APP, config, connection, open_now, sqlite_path
from models.database.postgres import SECONDS_TO_CONNECT, translated
from models.database.tables import TABLES
from models.settings import settings

FOLDER = Path(next(iter(migrations.__path__)))
KEY = 823_411_907  # of the advisory lock: any number that nobody else uses
PATIENCE = 120.0
PAUSE = 0.05


class Upgrade(Command):
    """aerich's command, which on SQLite also looks whether every foreign key still points at something.

    While migrations run, SQLite does not enforce foreign keys: rebuilding a table means dropping it, and the rows that
    refer to it would go with it.
    """

    async def _upgrade(
        self,
        conn: BaseDBAsyncClient,
        version_file: str,
        fake: bool = False,
        version_module: pkgutil.ModuleInfo | None = None,
    ) -> None:
        await super()._upgrade(conn, version_file, fake, version_module)
        if conn.capabilities.dialect != "sqlite":
            return
        if lost := await conn.execute_query_dict("PRAGMA foreign_key_check"):
            raise IntegrityError(f"{version_file} leaves rows that point at nothing, the first in {lost[0]['table']}")


async def upgrade(url: str | None = None, modules: Sequence[str] = TABLES, folder: Path = FOLDER) -> list[str]:
    """Apply what is not applied yet and name it. Another process that does the same is waited for."""
    address = url or settings().database
    async with alone(address), _command(address, modules, folder) as command:
        return list(await command.upgrade())


async def waiting(url: str | None = None, modules: Sequence[str] = TABLES, folder: Path = FOLDER) -> list[str]:
    """The migrations that are not applied yet, by name; changes nothing but an SQLite file that is not there."""
    async with _command(url or settings().database, modules, folder) as command:
        return [version for version in await command.history() if version not in await _applied(command)]


async def _applied(command: Command) -> list[str]:
    tables = "pg_tables WHERE tablename = 'aerich'"
    client = connection()
    if client.capabilities.dialect == "sqlite":
        tables = "sqlite_master WHERE name = 'aerich'"
    if not await client.execute_query_dict(f"SELECT 1 FROM {tables}"):  # noqa: S608 - our own words only
        return []
    return list(await command.get_applied_migrations(APP))


@asynccontextmanager
async def _command(url: str, modules: Sequence[str], folder: Path) -> AsyncIterator[Upgrade]:
    """aerich, connected by our engines and apart from the connection that the process may have already."""
    wanted: dict[str, Any] = config(url, modules, foreign_keys="OFF")
    async with TortoiseContext() as context:
        await context.init(config=wanted)
        await open_now()
        try:
            command = Upgrade(wanted, app=APP, location=str(folder))
            await command.init()
            yield command
        finally:
            EXECUTOR_CACHE.clear()


def alone(url: str) -> AbstractAsyncContextManager[None]:
    """The right to migrate this database, waited for."""
    return _alone_on_sqlite(url) if url.startswith("sqlite") else _alone_on_postgres(url)


@asynccontextmanager
async def _alone_on_sqlite(url: str) -> AsyncIterator[None]:
    """A lock on a file beside the database; the system takes it from a process that dies."""
    lock = Path(sqlite_path(url) + ".migrating")
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:  # noqa: ASYNC230 - opening an empty file does not wait
        for _ in range(int(PATIENCE / PAUSE)):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                await asyncio.sleep(PAUSE)
            else:
                yield
                return
    raise Away("another process has been migrating the database for too long")


@asynccontextmanager
async def _alone_on_postgres(url: str) -> AsyncIterator[None]:
    """An advisory lock of a connection of its own; the server takes it from a process that dies."""
    with translated():
        holder = await asyncpg.connect(url, timeout=SECONDS_TO_CONNECT)
    try:
        with translated():
            await holder.execute("SELECT pg_advisory_lock($1)", KEY, timeout=PATIENCE)
        yield
    finally:
        await holder.close(timeout=SECONDS_TO_CONNECT)
