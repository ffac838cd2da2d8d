"""Several processes on one database: nothing lost, nothing refused."""

import asyncio
import sys
from pathlib import Path

import pytest

from models.database import close, connect
from tests.database.tables_of_the_test import MODULES, Slot

ROOT = Path(__file__).parents[2]
PROCESSES, TIMES = 3, 60
pytestmark = pytest.mark.race


async def _race(kind: str, url: str) -> tuple[int, int]:
    """How many transactions failed, and what they counted together."""
    await connect(url, MODULES)
    await Slot.create(name="a")
    await close()
    command = [sys.executable, "-m", "tests.database.worker", kind, url, str(TIMES)]
    pipe = asyncio.subprocess.PIPE
    racers = [await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe) for _ in range(PROCESSES)]
    for racer in racers:
        assert racer.stdout is not None
        assert await racer.stdout.readline() == b"ready\n"
    said = await asyncio.gather(*(racer.communicate(b"go\n") for racer in racers))
    await connect(url, MODULES)
    counted = (await Slot.get(name="a")).taken
    await close()
    return sum(int(out) for out, _ in said), counted


async def test_several_processes_lose_nothing_and_are_never_refused(trial: str) -> None:
    assert await _race("ours", trial) == (0, PROCESSES * TIMES)


async def test_with_tortoises_deferred_begin_sqlite_refuses_many(sqlite_trial: str) -> None:
    failed, counted = await _race("stock", sqlite_trial)
    assert failed > 10
    assert failed + counted == PROCESSES * TIMES
