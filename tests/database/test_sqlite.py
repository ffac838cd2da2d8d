"""The SQLite engine: what Tortoise's own loses by errors and cancellation, ours keeps."""

import asyncio
import sqlite3
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tortoise.exceptions import IntegrityError, OperationalError
from tortoise.transactions import in_transaction

from models.database import Away, close, connect, connection, transaction
from models.database.engines import sqlite_path
from models.database.sqlite import statements
from models.settings import Misconfigured
from tests.database import stock
from tests.database.sweep import sweep
from tests.database.tables_of_the_test import MODULES, Booking, Slot


@pytest.fixture
async def here(sqlite_trial: str) -> AsyncIterator[str]:
    """A connected SQLite database, impatient so that the tests are quick."""
    await connect(f"{sqlite_trial}?busy_timeout=100", MODULES)
    yield sqlite_trial
    await close()


@contextmanager
def _another_writes(url: str) -> Iterator[None]:
    """Somebody else holds the write lock."""
    other = sqlite3.connect(sqlite_path(url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def _create() -> None:
    async with transaction():
        await Slot.create(name=uuid.uuid4().hex[:20])
        await asyncio.sleep(0)
        await Slot.create(name=uuid.uuid4().hex[:20])


async def test_a_begin_that_fails_gives_the_lock_back(here: str) -> None:
    with _another_writes(here), pytest.raises(Away):
        await _create()
    await asyncio.wait_for(_create(), 1)


async def test_cancellation_at_any_moment_gives_the_lock_back_and_leaves_no_half(here: str) -> None:
    cancelled = await sweep(_create, 12)
    with _another_writes(here):
        cancelled += await sweep(_create, 30, pause=0.0005)
    assert cancelled > 20
    async with asyncio.timeout(1):
        await _create()
        assert await Slot.all().count() % 2 == 0


async def test_tortoises_own_engine_keeps_the_lock_for_ever(sqlite_trial: str) -> None:
    async def create() -> None:
        async with in_transaction():
            await Slot.create(name=uuid.uuid4().hex[:20])

    async with stock.connected(sqlite_trial):
        await Slot.all().count()
        await sweep(create, 30)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(create(), 0.5)


async def test_a_commit_that_fails_leaves_no_transaction_open(here: str) -> None:
    await Slot.create(name="a")
    with pytest.raises(IntegrityError):
        async with transaction():
            await connection().execute_script("PRAGMA defer_foreign_keys = ON")
            await Booking.create(slot_id=uuid.uuid4())
    async with asyncio.timeout(1), transaction():
        assert await Booking.all().count() == 0


async def test_waiting_for_another_process_leaves_the_event_loop_to_others(here: str) -> None:
    with _another_writes(here):
        waiting = asyncio.create_task(_create())
        for _ in range(20):
            await asyncio.sleep(0.001)
        assert not waiting.done()
    await asyncio.wait_for(waiting, 1)


async def test_a_statement_outside_of_a_transaction_waits_its_turn_too(here: str) -> None:
    with _another_writes(here), pytest.raises(Away):
        await Slot.create(name="a")
    await Slot.create(name="a")


async def test_a_file_that_cannot_be_opened_is_a_database_away(tmp_path: Path) -> None:
    with pytest.raises(Away):
        await connect(f"sqlite://{tmp_path / 'no such folder' / 'x.sqlite3'}", MODULES)


async def test_a_mistake_in_sql_is_not_a_database_away(here: str) -> None:
    with pytest.raises(OperationalError):
        await connection().execute_script("SELECT nothing FROM nowhere")


@pytest.mark.parametrize("weak", ["synchronous=NORMAL", "synchronous=OFF", "journal_mode=DELETE"])
async def test_a_weaker_durability_is_refused(sqlite_trial: str, weak: str) -> None:
    with pytest.raises(Misconfigured):
        await connect(f"{sqlite_trial}?{weak}", MODULES)


async def test_what_is_acknowledged_is_on_the_disk_and_points_at_something(here: str) -> None:
    for name, value in (("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1)):
        assert (await connection().execute_query_dict(f"PRAGMA {name}"))[0][name] == value


async def test_a_script_stays_inside_its_transaction(here: str) -> None:
    with pytest.raises(OperationalError):
        async with transaction():
            await connection().execute_script("CREATE TABLE half (x INT); INSERT INTO half VALUES (1); no sql;")
    assert not await connection().execute_query_dict("SELECT 1 FROM sqlite_master WHERE name = 'half'")


def test_a_script_is_split_where_its_statements_end() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT ';'; END;"
    script = f"CREATE TABLE a (x TEXT DEFAULT ';' /* ; */); {trigger} -- the end;"
    assert [part.strip() for part in statements(script)] == [
        "CREATE TABLE a (x TEXT DEFAULT ';' /* ; */);", trigger, "-- the end;",
    ]  # fmt: skip
