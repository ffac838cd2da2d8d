"""The tables of the program itself, made by its migrations."""

import uuid

import pytest
from tortoise.exceptions import IntegrityError

from models import clock
from models.actor import SYSTEM
from models.database import connection, transaction
from models.database.constraints import missing
from models.journal import Entry, record


async def test_every_promise_is_kept_by_the_database(database: str) -> None:
    assert await missing() == []


@pytest.mark.parametrize("time", ["first", "second"])
async def test_every_test_begins_with_an_empty_database(database: str, time: str) -> None:
    assert await Entry.all().count() == 0
    await record(SYSTEM, "trial", person=uuid.uuid4(), time=time)


async def test_a_line_of_the_journal_cannot_be_deleted(database: str) -> None:
    line = await record(SYSTEM, "trial")
    with pytest.raises(IntegrityError, match="journal_keeps_its_lines"):
        async with transaction():
            await line.delete()
    assert await Entry.all().count() == 1


@pytest.mark.parametrize("change", [{"act": "other"}, {"name": "other"}, {"details": {"n": 2}}, {"at": "now"}])
async def test_the_words_of_a_line_cannot_be_changed(database: str, change: dict[str, object]) -> None:
    line = await record(SYSTEM, "trial", n=1)
    with pytest.raises(IntegrityError, match="journal_keeps_its_words"):
        async with transaction():
            await Entry.filter(id=line.id).update(**(change if change != {"at": "now"} else {"at": clock.now()}))


async def test_a_line_gets_its_place_once(database: str) -> None:
    line = await record(SYSTEM, "trial")
    await Entry.filter(id=line.id).update(position=1, hash="a")
    with pytest.raises(IntegrityError, match="journal_keeps_its_words"):
        async with transaction():
            await Entry.filter(id=line.id).update(hash="b")


async def test_a_promise_that_is_dropped_is_named(database: str, engine: str) -> None:
    async with transaction():
        await connection().execute_script("DROP INDEX uq_attachment_in_force")
        assert await missing() == ["unique person_id of attachment where state = 'IN_FORCE' (uq_attachment_in_force)"]
        await connection().execute_script("CREATE UNIQUE INDEX uq_attachment_in_force ON attachment (person_id) WHERE state = 'IN_FORCE'")
    assert await missing() == []
