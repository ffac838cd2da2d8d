"""Transactions on both databases: all or nothing, savepoints, callbacks after the commit, conflicts repeated."""

import asyncio
from datetime import datetime

import asyncpg
import pytest
from tortoise.exceptions import IntegrityError, TransactionManagementError

from models.clock import ZONE
from models.database import after_commit, close, connect, connection, dialect, retrying, transaction
from tests.database.tables_of_the_test import MODULES, Line, Slot


class Unwanted(Exception):
    """Something went wrong inside."""


async def _names() -> list[str]:
    return [slot.name for slot in await Slot.all().order_by("name")]


async def test_the_dialect_is_the_engine_asked_for(trials: str, engine: str) -> None:
    assert dialect() == engine


async def test_an_error_undoes_everything(trials: str) -> None:
    with pytest.raises(Unwanted):
        async with transaction():
            await Slot.create(name="a")
            raise Unwanted
    assert await _names() == []


async def test_an_inner_transaction_is_undone_alone(trials: str) -> None:
    async with transaction():
        await Slot.create(name="a")
        with pytest.raises(Unwanted):
            async with transaction():
                await Slot.create(name="b")
                raise Unwanted
        await Slot.create(name="c")
    assert await _names() == ["a", "c"]


async def test_a_refused_row_leaves_an_outer_transaction_usable(trials: str) -> None:
    async with transaction():
        await Slot.create(name="a")
        with pytest.raises(IntegrityError):
            async with transaction():
                await Slot.create(name="a")
        await Slot.create(name="b")
    assert await _names() == ["a", "b"]


async def test_bulk_rows_are_written_all_or_none(trials: str) -> None:
    await Slot.create(name="b")
    with pytest.raises(IntegrityError):
        await Slot.bulk_create([Slot(name="a"), Slot(name="b")])
    assert await _names() == ["b"]
    await Slot.bulk_create([Slot(name="c"), Slot(name="d")])
    assert await _names() == ["b", "c", "d"]


async def test_callbacks_run_after_the_outermost_commit(trials: str) -> None:
    called: list[str] = []
    async with transaction():
        async with transaction():
            after_commit(lambda: called.append("inner"))
        after_commit(lambda: called.append("outer"))
        assert called == []
    assert called == ["inner", "outer"]


async def test_callbacks_never_run_after_a_rollback(trials: str) -> None:
    called: list[str] = []
    with pytest.raises(Unwanted):
        async with transaction():
            after_commit(lambda: called.append("outer"))
            raise Unwanted
    async with transaction():
        with pytest.raises(Unwanted):
            async with transaction():
                after_commit(lambda: called.append("inner"))
                raise Unwanted
    assert called == []


async def test_a_callback_outside_of_a_transaction_runs_at_once(trials: str) -> None:
    called: list[str] = []
    after_commit(lambda: called.append("now"))
    assert called == ["now"]


async def test_a_failing_callback_hides_neither_the_commit_nor_the_others(trials: str, caplog: pytest.LogCaptureFixture) -> None:
    called: list[str] = []
    async with transaction():
        await Slot.create(name="a")
        after_commit(lambda: 1 / 0)
        after_commit(lambda: called.append("second"))
    assert (await _names(), called) == (["a"], ["second"])
    assert "a callback after a commit failed" in caplog.text


async def test_a_task_started_after_the_commit_has_a_connection_of_its_own(trials: str) -> None:
    tasks: list[asyncio.Task[Slot]] = []
    async with transaction():
        await Slot.create(name="a")
        after_commit(lambda: tasks.append(asyncio.create_task(Slot.create(name="b"))))
    await asyncio.gather(*tasks)
    assert await _names() == ["a", "b"]


async def test_a_task_that_outlives_its_transaction_is_refused(trials: str) -> None:
    done = asyncio.Event()

    async def late() -> None:
        await done.wait()
        await Slot.create(name="late")

    async with transaction():
        task = asyncio.create_task(late())
        await Slot.create(name="a")
    done.set()
    with pytest.raises(TransactionManagementError):
        await task
    assert await _names() == ["a"]


async def test_moments_come_back_as_they_were(trials: str) -> None:
    moment = datetime(2026, 3, 18, 17, 45, tzinfo=ZONE)
    await Slot.create(name="a", at=moment)
    slot = await Slot.get(name="a")
    assert slot.at == moment
    assert slot.at is not None
    assert slot.at.utcoffset() == moment.utcoffset()


async def test_one_process_can_change_its_database(sqlite_trial: str, postgres_trial: str) -> None:
    for url in (sqlite_trial, postgres_trial, sqlite_trial):
        await connect(url, MODULES)
        await Line.create(word="here")  # a statement cached for the other database would be refused
        await Line.all().update(word="there")
        await close()


async def _bump(name: str, first_try: list[asyncio.Event]) -> None:
    """Read, let the other change the row, write: under REPEATABLE READ PostgreSQL refuses the first try."""
    async with transaction():
        await connection().execute_script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        slot = await Slot.get(name=name)
        if first_try:
            first_try.pop().set()
            await asyncio.sleep(0.1)
        slot.taken += 1
        await slot.save()


async def _meet(work: asyncio.Task[None], read: asyncio.Event) -> None:
    await read.wait()
    await Slot.filter(name="a").update(taken=10)
    await work


async def test_a_serialization_failure_is_repeated(postgres_trial: str) -> None:
    await connect(postgres_trial, MODULES)
    try:
        await Slot.create(name="a")
        read = asyncio.Event()
        with pytest.raises(asyncpg.SerializationError):
            await _meet(asyncio.create_task(_bump("a", [read])), read)
        read, tries = asyncio.Event(), list[asyncio.Event]()
        tries.append(read)
        await _meet(asyncio.create_task(retrying(lambda: _bump("a", tries))), read)
        assert (await Slot.get(name="a")).taken == 11
    finally:
        await close()


async def _both(first: str, second: str, meeting: asyncio.Barrier, tries: list[str]) -> None:
    """Change two rows in this order; on the first try both tasks hold one row before they want the other."""
    again = first in tries
    tries.append(first)
    async with transaction():
        await connection().execute_script("SET LOCAL deadlock_timeout = '50ms'")
        await Slot.filter(name=first).update(taken=1)
        if not again:
            await meeting.wait()
        await Slot.filter(name=second).update(taken=1)


async def test_a_deadlock_is_repeated(postgres_trial: str) -> None:
    await connect(postgres_trial, MODULES)
    try:
        await Slot.bulk_create([Slot(name="a"), Slot(name="b")])
        alone = asyncio.Barrier(2)
        answers = await asyncio.gather(_both("a", "b", alone, []), _both("b", "a", alone, []), return_exceptions=True)
        assert [type(answer) for answer in answers if answer] == [asyncpg.DeadlockDetectedError]
        meeting, tries = asyncio.Barrier(2), list[str]()
        await asyncio.gather(retrying(lambda: _both("a", "b", meeting, tries)), retrying(lambda: _both("b", "a", meeting, tries)))
        assert len(tries) == 3
    finally:
        await close()


async def test_other_errors_are_not_repeated(trials: str) -> None:
    tries: list[int] = []

    async def fails() -> None:
        tries.append(1)
        raise Unwanted

    with pytest.raises(Unwanted):
        await retrying(fails)
    assert tries == [1]
