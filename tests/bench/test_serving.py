"""What real processes serve over HTTP, against the very statements that they send, sent by the bare driver instead (`make bench`)."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from uuid import UUID

import pytest

from models import trust
from models.appointment import Appointment
from models.database import close, connect
from models.idempotency import IdempotencyKey
from models.journal import Entry
from models.law.timetable import SlotState
from models.outbox import Message
from models.settings import settings
from models.timetable import Slot
from tests import databases
from tests.bench.contest import BOOKINGS, ROUNDS, SIGNED, WARM, Bare, Contest, Ours, booked
from tests.bench.preparing import Prepared, prepare, taken
from tests.bench.requests import has_page, page, times
from tests.bench.served import group
from tests.race.serving import EMHANA, Server, free_port

PEOPLE = 4600
PROCESSES = {"postgres": (2,), "sqlite": (1, 2)}
NAME = {"postgres": "PostgreSQL", "sqlite": "SQLite, synchronous=FULL"}
LIST = "GraphQL list of 20 times"
PAGE = "slot-search page" if has_page() else "what a slot-search page asks, as GraphQL"
UNPLACED = "SELECT count(*) FROM journal WHERE position IS NULL"


@pytest.fixture
async def prepared(address: str, environment: pytest.MonkeyPatch) -> AsyncIterator[Prepared]:
    """Prepared and disconnected: what serves now are processes of their own."""
    environment.setenv("EMHANA_SITE", "http://127.0.0.1")
    environment.setattr("tests.race.serving.PATIENCE", 120.0)  # the first work of a process is to settle a large timetable
    settings.cache_clear()
    trust.authority.cache_clear()
    await connect(address)
    made = await prepare(PEOPLE, ROUNDS * SIGNED + WARM)
    await close()
    yield made
    trust.authority.cache_clear()


@asynccontextmanager
async def serving(number: int) -> AsyncIterator[list[int]]:
    """So many processes, started as the operator starts them; their ports."""
    servers = [Server(free_port(), EMHANA) for _ in range(number)]
    try:
        for one in servers:
            await one.start()
        yield [one.port for one in servers]
    finally:
        for one in servers:
            await one.stop()


@pytest.fixture
def copies(address: str, engine: str, prepared: Prepared, request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """A copy of the database for each contest, so that the bare driver and the servers do not meet in one."""
    names = [f"bare{number}" for number in PROCESSES[engine]]
    if engine == "sqlite":
        path = address.removeprefix("sqlite://")
        yield [f"sqlite://{shutil.copy(path, f'{path}-{name}')}" for name in names]
        return
    server = request.getfixturevalue("postgres_server")
    for name in names:
        databases.now(databases.execute(server, f'CREATE DATABASE "{name}" TEMPLATE "emhana"'))
    yield [databases.named(server, name) for name in names]
    for name in names:
        databases.now(databases.drop(server, name))


async def test_serving_against_the_bare_statements(prepared: Prepared, copies: list[str], address: str, engine: str) -> None:
    people, acknowledged = iter(prepared.waiting), list[UUID]()
    for number, copy in zip(PROCESSES[engine], copies, strict=True):
        lines = group(f"{NAME[engine]}, {number} process{'es' if number > 1 else ''}")
        last = number == PROCESSES[engine][-1]
        async with serving(number) as ports:
            contest = Contest(prepared, engine, Bare(copy, number, settings().pool), Ours(ports, acknowledged), lines)
            for _ in range(2):  # the processes begin with the work that is due, and whoever asks meanwhile waits
                await contest.warm(booked(prepared, taken(people, WARM)), [*times(prepared.crowd), *page(prepared.crowd)] * 2)
                await chained(address)
            for turn in range(ROUNDS):
                await contest.booking(booked(prepared, taken(people, BOOKINGS)))
                await chained(address)
                if last:
                    await contest.signing(turn)
                    await chained(address)
                await contest.reading(PAGE, prepared.pages, page(prepared.crowd))
                await contest.reading(LIST, prepared.lists, times(prepared.crowd))
        assert await whole(copy) == contest.replayed + 3
    assert await whole(address, acknowledged) == len(acknowledged) + 3, "three were booked while preparing"


async def chained(address: str) -> None:
    """Wait until the journal's lines have their places, so that this work of one round does not weigh upon the next."""
    for _ in range(100):
        if not await _unplaced(address):
            return
        await asyncio.sleep(0.1)


async def _unplaced(address: str) -> int:
    if not address.startswith("sqlite"):
        return int((await databases.execute(address, UNPLACED))[0][0])
    with closing(sqlite3.connect(address.removeprefix("sqlite://"))) as connection:
        return int(connection.execute(UNPLACED).fetchone()[0])


async def whole(url: str, acknowledged: list[UUID] | None = None) -> int:
    """How many appointments there are: each with its own time, line, message and key, and everyone that was acknowledged among them."""
    await connect(url)
    try:
        kept = await Appointment.all().values_list("id", "slot_id")
        assert len({slot for _, slot in kept}) == len(kept), "a time was booked twice"
        assert {UUID(str(one)) for one, _ in kept} >= set(acknowledged or ()), "an acknowledged booking is not there"
        counts = [
            await Slot.filter(state=SlotState.BOOKED).count(), await Entry.filter(act="appointment:book").count(),
            await Message.filter(template="appointment_booked").count(), await IdempotencyKey.filter(mutation="bookAppointment").count(),
        ]  # fmt: skip
        assert counts == [len(kept)] * 4, counts
        return len(kept)
    finally:
        await close()
