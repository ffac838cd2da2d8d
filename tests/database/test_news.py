"""Which times changed: told after a commit and to everybody, never after a rollback, and whole again after an outage."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import pytest

from models import news
from models.database import across, transaction
from models.news import Batch, Changes
from tests import databases

SOON, SILENCE = 3.0, 0.35
ONE, TWO = UUID(int=1), UUID(int=2)


async def heard(changes: Changes) -> Batch:
    return await asyncio.wait_for(anext(changes), SOON)


async def hears_nothing(changes: Changes) -> bool:
    try:
        await asyncio.wait_for(anext(changes), SILENCE)
    except TimeoutError:
        return True
    return False


async def test_what_is_committed_is_told_and_once(database: str) -> None:
    async with news.listening() as changes:
        async with transaction():
            news.changed([ONE])
            async with transaction():
                news.changed([TWO, ONE])
            assert await hears_nothing(changes)
        assert await heard(changes) == frozenset({ONE, TWO})
        assert await hears_nothing(changes)


async def test_what_is_rolled_back_is_not_told(database: str) -> None:
    async with news.listening() as changes:
        with pytest.raises(ZeroDivisionError):
            async with transaction():
                news.changed([ONE])
                raise ZeroDivisionError
        async with transaction():
            with pytest.raises(ZeroDivisionError):
                async with transaction():
                    news.changed([ONE])
                    raise ZeroDivisionError
            news.changed([TWO])
        assert await heard(changes) == frozenset({TWO})


async def test_the_commits_of_one_moment_are_told_together(database: str) -> None:
    async with news.listening() as changes:
        for slot in (ONE, TWO):
            async with transaction():
                news.changed([slot])
        assert await heard(changes) == frozenset({ONE, TWO})


async def test_a_slow_listener_hears_all_at_once_and_beyond_a_limit_that_anything_may_have_changed() -> None:
    changes = Changes()
    for one in (ONE, TWO):
        changes.tell(frozenset([one]))
    assert await heard(changes) == frozenset({ONE, TWO})
    for _ in range(news.MOST_NAMED + 1):
        changes.tell(frozenset([uuid4()]))
    assert await heard(changes) is None
    changes.tell(frozenset([ONE]))
    assert await heard(changes) == frozenset({ONE})


async def test_so_many_may_listen_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST_LISTENERS", 1)
    async with news.listening():
        assert news.listeners() == 1
        with pytest.raises(news.Full):
            async with news.listening():
                pytest.fail("it listens")
    assert news.listeners() == 0


async def test_a_fault_in_telling_other_processes_is_a_line_in_the_log(
    database: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(word: str) -> None:
        raise ZeroDivisionError(word)

    async with news.watching(), news.listening() as changes:
        monkeypatch.setattr(news._exchange.way, "tell", broken)
        async with transaction():
            news.changed([ONE])
        while ONE not in (await heard(changes) or {}):
            pass
    assert "ZeroDivisionError" in caplog.text and ONE.hex not in caplog.text


@pytest.mark.parametrize("size", [1, 241, 700])
def test_a_word_to_other_processes_fits_into_a_notification(size: int) -> None:
    batch = frozenset(uuid4() for _ in range(size))
    words = list(news._words(batch))
    assert all(len(word.encode()) <= across.LONGEST_WORD < 8000 for word in words)
    assert frozenset().union(*(news._batch(word) or frozenset() for word in words)) == batch


@pytest.mark.parametrize("word", ["", "nonsense", "00000000000000000000000000000001,"])
def test_a_word_that_names_no_times_means_anything(word: str) -> None:
    assert news._batch(word) is None


@pytest.fixture
async def watched(database: str, engine: str) -> AsyncIterator[Changes]:
    """A listener of a process that hears the others on PostgreSQL; what it hears at the beginning is over."""
    if engine != "postgres":
        pytest.skip("SQLite carries no words")
    async with news.listening() as changes, news.watching():
        assert await heard(changes) is None
        yield changes


NOTIFY = f"SELECT pg_notify('{news.CHANNEL}', '{ONE.hex}')"


async def test_another_process_is_heard(watched: Changes, database: str) -> None:
    await databases.execute(database, NOTIFY)
    assert await heard(watched) == frozenset({ONE})


async def test_our_own_words_do_not_come_back(watched: Changes) -> None:
    news.changed([ONE])
    assert await heard(watched) == frozenset({ONE})
    assert await hears_nothing(watched)


async def test_after_an_outage_anything_may_have_changed_and_others_are_heard_again(watched: Changes, database: str) -> None:
    await databases.execute(database, databases.CUT)
    assert await heard(watched) is None
    await databases.execute(database, NOTIFY)
    assert await heard(watched) == frozenset({ONE})


async def test_a_database_that_refuses_for_a_while_is_waited_for(watched: Changes, database: str) -> None:
    server, _, name = database.partition("?")[0].rpartition("/")
    elsewhere = database.replace(f"{server}/{name}", f"{server}/postgres", 1)
    await databases.execute(elsewhere, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    try:
        await databases.execute(elsewhere, databases.CUT.replace("current_database()", f"'{name}'"))
        assert await hears_nothing(watched)
    finally:
        await databases.execute(elsewhere, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert await heard(watched) is None
    await databases.execute(database, NOTIFY)
    assert await heard(watched) == frozenset({ONE})
