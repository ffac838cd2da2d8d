"""The journal is verified while it grows: a chain that is longer at the end of the reading than at its start is no fault."""

import asyncio

import pytest

from models.actor import SYSTEM
from models.database import connect
from models.journal import Entry, record
from models.journal_chain import chain, verify
from tests.race.stage import Stage

pytestmark = pytest.mark.race
TIMES = 40


async def test_a_verification_beside_the_sequencer_finds_no_fault(stage: Stage, read_back: str) -> None:
    await connect(read_back)

    async def grow() -> None:
        for _ in range(TIMES):
            await record(SYSTEM, "trial")
            await chain()

    async def read() -> list[str]:
        return [fault for _ in range(TIMES) for fault in (await verify()).faults]

    _, _, found = await asyncio.gather(grow(), grow(), read())
    assert found == []
    report = await verify()
    assert report.lines == await Entry.all().count()
