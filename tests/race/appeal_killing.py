"""Eight writers who do not stop, and kill -9 in their midst: who was told what, what was under way, what is found then."""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter

from models import journal_chain
from models.appeal import Appeal
from models.database import close, connect
from models.journal import Entry
from tests.race.appeal_stage import Told
from tests.race.appeal_truth import violations
from tests.race.herd import Asked
from tests.race.home_visit_stage import Voices
from tests.race.serving import ROOT, Server


@dataclass
class Writing:
    """Eight writers, each with a connection to both servers: what they were told, and what is under way."""

    servers: list[Server]
    told: Told = field(default_factory=Told)
    flight: Counter[str] = field(default_factory=Counter)
    lost: int = 0
    pace: float = 0.0
    faults: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    async def row(self, number: int, row: Sequence[Asked]) -> None:
        """One writer: one appeal after another; every tenth is sent twice, and what got no answer is sent again with its key."""
        near = self.servers[number % 2 :] + self.servers[: number % 2]
        async with Voices(near, "", 2) as voices:
            for asked in row:
                await self._one(voices, [asked] * (1 + (random.random() < 0.1)))
        self.faults += voices.faults
        self.refused.update(voices.refused)

    async def _one(self, voices: Voices, asked: list[Asked]) -> None:
        key = asked[0][1]["input"]["idempotencyKey"]
        self.flight[key] += 1
        while asked:
            answers = await voices.together(asked)
            self.told.hear(answers)
            asked = asked[len(answers) :]
            self.lost += len(asked)
        voices.unknown.clear()
        del self.flight[key]

    async def reached(self, number: int) -> None:
        while len(self.told.filed) < number:
            assert not self.faults, self.faults[:3]
            await asyncio.sleep(0.005)


async def killed_in_the_midst(writing: Writing, total: int, url: str) -> list[str]:
    """One process dies after a third and comes back; all of them die after two thirds. What is found then, before they come back."""
    first, *_ = others = writing.servers[::-1]
    began = perf_counter()
    await writing.reached(total // 3)
    writing.pace = len(writing.told.filed) / (perf_counter() - began)
    assert writing.flight
    await first.kill()
    await first.start()
    await writing.reached(2 * total // 3)
    assert writing.flight
    await asyncio.gather(*(one.kill() for one in others))
    await asyncio.sleep(0.5)  # the database hears of it
    await connect(url)
    found = await violations(writing.told, unanswered=True)
    more = await Appeal.all().count() - len(writing.told.filed)
    if not 0 <= more <= len(writing.flight):
        found.append(f"{more} appeals nobody was told of, {len(writing.flight)} were under way")
    await close()
    await asyncio.gather(*(one.start() for one in others))
    return found


async def asked_once_more(writing: Writing, asked: list[Asked]) -> None:
    """Whoever asks again much later has the first answer."""
    before = len(writing.told.filed)
    async with Voices(writing.servers, "", 8) as voices:
        writing.told.hear(await voices.together(asked))
    writing.faults += voices.faults
    assert len(writing.told.filed) == before and writing.told.faults == []


async def verified() -> list[str]:
    """`emhana journal verify` by itself, after the sequencer: every line of an appeal has its place in the chain."""
    while await journal_chain.chain():
        pass
    await close()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "web.cli", "journal", "verify", cwd=ROOT, env={**os.environ, "EMHANA_CLOCK": ""},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await process.communicate()
    await connect()
    loose = await Entry.filter(act="appeal:file", position=None).count()
    return [] if process.returncode == 0 and not loose else [f"{loose} lines without a place", said.decode()]
