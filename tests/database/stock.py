"""Tortoise's own engines over the same tables: what the tests compare ours with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.context import TortoiseContext

from tests.database.tables_of_the_test import MODULES


def config(url: str, pool: int = 3) -> dict[str, Any]:
    """The configuration that Tortoise makes of the URL."""
    wanted = expand_db_url(url.replace("postgresql://", "postgres://"))
    if url.startswith("postgres"):
        wanted["credentials"] |= {"minsize": 1, "maxsize": pool}
    return {
        "connections": {"default": wanted},
        "apps": {"models": {"models": [*MODULES, "aerich.models"], "default_connection": "default"}},
    }


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[TortoiseContext]:
    """The tables behind Tortoise's own engine."""
    EXECUTOR_CACHE.clear()
    async with TortoiseContext() as context:
        await context.init(config=config(url))
        yield context
    EXECUTOR_CACHE.clear()
