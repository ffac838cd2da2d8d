"""The journal is append-only and chained: the database refuses a change, and whoever gets round it is found out."""

import random
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from tortoise.exceptions import IntegrityError

from models import clock as clocks
from models import database, journal, journal_chain
from models.actor import SYSTEM
from models.journal import Entry
from models.journal_chain import Head
from models.law import Channel, Role, Service
from models.notice import Notice
from models.signing import Signature
from tests.attachment.asking import done
from tests.attachment.conftest import People

TRIGGERS = ("journal_keeps_its_lines", "journal_keeps_its_words")
LINES = 30


async def written() -> list[Entry]:
    """Some lines of many kinds, chained."""
    for number in range(LINES):
        await journal.record(
            SYSTEM, f"test:{number % 4}", person=uuid4(), service=Service.ATTACHMENT, case=uuid4(), number=f"AP-{number}",
            words="Қазақша «сөз»", count=number, part=number / 7, nothing=None, many=[1, "екі", {"үш": True}],
        )  # fmt: skip
    while await journal_chain.chain():
        pass
    return await Entry.all().order_by("position")


@pytest.fixture
async def unguarded(database: str, engine: str) -> AsyncIterator[list[Entry]]:
    """Chained lines in a table whose triggers are off; PostgreSQL's is of all tests, so there they are put on again."""
    lines = await written()
    if engine == "sqlite":
        for name in TRIGGERS:
            await run(f"DROP TRIGGER {name}")
        yield lines
        return
    await run("ALTER TABLE journal DISABLE TRIGGER USER")
    yield lines
    await run("ALTER TABLE journal ENABLE TRIGGER USER")


async def run(sql: str) -> None:
    await database.connection().execute_script(sql)


CHANGES: dict[str, Any] = {
    "at": lambda old: old + timedelta(microseconds=1), "act": lambda old: old + "x", "reading": lambda old: not old,
    "role": lambda old: Role.HEAD if old is not Role.HEAD else Role.CITIZEN, "account_id": lambda old: uuid4(),
    "partner_id": lambda old: uuid4(), "clinic_id": lambda old: uuid4(), "name": lambda old: old + "x",
    "channel": lambda old: Channel.DESK if old is not Channel.DESK else Channel.PHONE, "person_id": lambda old: uuid4(),
    "service": lambda old: None, "case_id": lambda old: None, "case_number": lambda old: "", "request": lambda old: "x",
    "details": lambda old: {**old, "count": -1}, "address": lambda old: "10.0.0.1", "hash": lambda old: "0" * 64,
    "position": lambda old: old + 1000,
}  # fmt: skip


@pytest.mark.parametrize("column", [name for name in CHANGES])
async def test_the_database_refuses_to_change_a_line(database: str, column: str) -> None:
    line = (await written())[LINES // 2]
    with pytest.raises(IntegrityError, match="journal_keeps_its_words"):
        await Entry.filter(id=line.id).update(**{column: CHANGES[column](getattr(line, column))})


async def test_the_database_refuses_to_delete_a_line_chained_or_not(database: str) -> None:
    line = (await written())[0]
    fresh = await journal.record(SYSTEM, "test:fresh")
    for one in (line, fresh):
        with pytest.raises(IntegrityError, match="journal_keeps_its_lines"):
            await Entry.filter(id=one.id).delete()


async def test_a_line_not_yet_chained_keeps_its_words_too(database: str) -> None:
    fresh = await journal.record(SYSTEM, "test:fresh")
    with pytest.raises(IntegrityError, match="journal_keeps_its_words"):
        await Entry.filter(id=fresh.id).update(name="x")


async def test_signatures_and_notices_are_kept_as_they_were(people: People) -> None:
    case = done(await (await people("yerlan")).file())
    done(await (await people("head")).decide("approveAttachment", case["id"]))
    for table, change in ((Signature, {"cms": b"x"}), (Notice, {"facts": "{}"})):
        with pytest.raises(IntegrityError):
            await table.all().update(**change)
        with pytest.raises(IntegrityError):
            await table.all().delete()


async def test_an_untouched_journal_verifies(database: str) -> None:
    lines = await written()
    report = await journal_chain.verify()
    assert (report.lines, report.faults, report.hash) == (LINES, [], lines[-1].hash)


async def test_the_lines_of_a_whole_case_verify(people: People) -> None:
    case = done(await (await people("yerlan")).file())
    done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert await journal_chain.chain() == 4
    assert (await journal_chain.verify()).faults == []


async def test_two_hundred_changes_behind_the_databases_back_are_all_found(unguarded: list[Entry]) -> None:
    dice = random.Random(1)
    for _ in range(200):
        line, column = dice.choice(unguarded), dice.choice(list(CHANGES))
        old = getattr(line, column)
        await Entry.filter(id=line.id).update(**{column: CHANGES[column](old)})
        assert (await journal_chain.verify()).faults, column
        await Entry.filter(id=line.id).update(**{column: old})
    assert (await journal_chain.verify()).faults == []


async def test_a_line_taken_out_put_in_or_exchanged_is_found(unguarded: list[Entry]) -> None:
    third, fourth = unguarded[2], unguarded[3]
    await Entry.filter(id=third.id).delete()
    assert "line 3 is missing" in (await journal_chain.verify()).faults
    await Entry.filter(id=fourth.id).update(position=3)
    assert "line 3 was changed" in (await journal_chain.verify()).faults


async def test_a_line_added_behind_the_chain_is_found(unguarded: list[Entry]) -> None:
    await Entry.create(at=clocks.now(), act="test:forged", role=Role.SYSTEM, channel=Channel.PORTAL, position=LINES + 1, hash="f" * 64)
    assert (await journal_chain.verify()).faults


async def test_an_end_cut_off_shows_against_the_head(unguarded: list[Entry]) -> None:
    await Entry.filter(id=unguarded[-1].id).delete()
    assert (await journal_chain.verify()).faults


async def test_an_end_cut_off_with_its_head_shows_against_a_head_written_down(unguarded: list[Entry]) -> None:
    known = (LINES, unguarded[-1].hash)
    await Entry.filter(id=unguarded[-1].id).delete()
    await Head.filter(id=1).update(position=LINES - 1, hash=unguarded[-2].hash)
    assert (await journal_chain.verify()).faults == []
    assert (await journal_chain.verify(known)).faults


async def test_a_journal_computed_anew_shows_against_a_head_written_down(unguarded: list[Entry]) -> None:
    known = (LINES, unguarded[-1].hash)
    await Entry.filter(id=unguarded[0].id).update(name="somebody else")
    await Entry.all().update(position=None, hash="")
    await Head.filter(id=1).update(position=0, hash=journal_chain.FIRST)
    await journal_chain.chain()
    assert (await journal_chain.verify()).faults == []
    assert (await journal_chain.verify(known)).faults
