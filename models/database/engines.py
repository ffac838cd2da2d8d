"""Where the database is, by its URL, and the connection of this process to it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.executor import EXECUTOR_CACHE

from models.clock import ZONE
from models.database.postgres import Client as Postgres
from models.database.sqlite import Client as Sqlite
from models.database.tables import TABLES
from models.database.transactions import CONNECTION
from models.settings import Misconfigured, settings

APP = "models"


def config(url: str | None = None, modules: Sequence[str] = TABLES, **options: str) -> dict[str, Any]:
    """What Tortoise and aerich want to know; the options are pragmas for SQLite."""
    return {
        "connections": {CONNECTION: _engine(url or settings().database, options)},
        "apps": {APP: {"models": [*modules, "aerich.models"], "default_connection": CONNECTION}},
        "use_tz": True,
        "timezone": str(ZONE),
    }


def _engine(url: str, options: dict[str, str]) -> dict[str, Any]:
    if url.startswith(("postgres://", "postgresql://")):
        return {"engine": "models.database.postgres", "credentials": {"dsn": url, "maxsize": settings().pool}}
    if url.startswith("sqlite://") and sqlite_path(url):
        pragmas = dict(parse_qsl(url.partition("?")[2])) | options
        return {"engine": "models.database.sqlite", "credentials": {"file_path": sqlite_path(url), **pragmas}}
    raise Misconfigured("EMHANA_DATABASE_URL: use sqlite:///folder/file, or postgresql://user:password@host/database")


def sqlite_path(url: str) -> str:
    """The file of an SQLite URL."""
    return url.removeprefix("sqlite://").partition("?")[0]


async def connect(url: str | None = None, modules: Sequence[str] = TABLES) -> None:
    """Connect this process to the database; to be called once, where the process starts. Raises `Away`."""
    await Tortoise.init(config=config(url, modules), _enable_global_fallback=True)
    try:
        await open_now()
    except BaseException:
        await close()
        raise


async def open_now() -> None:
    """Open the connection that Tortoise was told of."""
    EXECUTOR_CACHE.clear()  # keyed without the dialect: SQLite's statements would be sent to PostgreSQL
    client = connection()
    if isinstance(client, Postgres):
        await client.open_pool()
    elif isinstance(client, Sqlite):
        await client.create_connection(with_db=True)


async def close() -> None:
    """Give the connections back."""
    await Tortoise.close_connections()


def connection() -> BaseDBAsyncClient:
    """The connection of this task: the transaction's inside one."""
    return Tortoise.get_connection(CONNECTION)


def pool() -> object:
    """What this process's connections come from, the same inside a transaction and outside; another one after `connect()`."""
    mine = connection()
    return getattr(mine, "_parent", mine)


def dialect() -> str:
    """ "sqlite" or "postgres": for the few statements that differ."""
    return connection().capabilities.dialect
