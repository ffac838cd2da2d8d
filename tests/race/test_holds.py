"""Holds whose holders die: they hang up, forget, or their server is killed. The clock moves on, and the times are free again."""

import asyncio
import random
from collections import defaultdict
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import pairwise
from time import perf_counter

import httpx
import pytest

from models import clock
from models.database import connect
from models.hold import Hold
from models.settings import settings
from tests.race.booking_stage import Surgery
from tests.race.booking_truth import counted, violations
from tests.race.calls import Json
from tests.race.herd import Asked, Herd, booking, done
from tests.race.serving import Server, killing, serving

pytestmark = pytest.mark.race
MOVED = ("-m", "tests.race.moved_server")
USUAL, FULL = (60, 4), (500, 20)
AT_ONCE, SAMPLE = 50, 10
MOMENT = timedelta(seconds=1)


async def everywhere(servers: list[Server], now: datetime, environment: pytest.MonkeyPatch) -> None:
    """It is this moment in all processes, and in those started from now on."""
    environment.setenv("EMHANA_CLOCK", now.isoformat())
    async with httpx.AsyncClient() as client:
        await asyncio.gather(*(client.post(f"{one.address}/clock", content=now.isoformat()) for one in servers))


def holding(slot: str, person: str) -> Asked:
    return "holdSlot", {"slot": slot, "patientIin": person}


async def held(herd: Herd, asked: list[Asked], lose: float = 0.0) -> list[Json | None]:
    """All of them, so many at one instant."""
    answers: list[Json | None] = []
    for first in range(0, len(asked), AT_ONCE):
        answers += await herd.release(asked[first : first + AT_ONCE], lose, after=0.02)
    return answers


@pytest.mark.parametrize("surgery", [((2 * USUAL[0], 2 * FULL[0]), 2)], indirect=True)
async def test_no_hold_blocks_a_time_longer_than_its_end_and_one_second(
    surgery: Surgery, full: bool, engine: str, environment: pytest.MonkeyPatch, read_back: str
) -> None:
    (size, rounds), began = FULL if full else USUAL, perf_counter()
    slots, halves = surgery.slots[:size], (surgery.patients[:size], surgery.patients[size : 2 * size])
    await connect(read_back)
    now = clock.now()
    async with serving(*MOVED) as servers, Herd(servers, surgery.partner, AT_ONCE) as herd:
        for turn in range(rounds):
            await everywhere(servers, now, environment)
            people = random.sample(halves[turn % 2], size)
            asked = [holding(slot, person) for slot, person in zip(slots, people, strict=True)]
            answers = await abandoned(herd, servers[1], asked, kills=turn % 2)
            assert not herd.refused and not herd.faults, "a time was blocked after the end of its hold"
            await owners_come_back(herd, asked, answers)
            await rivals_are_refused(herd, asked, answers, halves[1 - turn % 2])
            now = await ends(surgery) + MOMENT
            await everywhere(servers, now, environment)
            await books_nothing(herd, asked, answers)
        everybody = [booking(slot, person) for slot, person in zip(slots, halves[rounds % 2], strict=True)]
        assert all(map(done, await held(herd, everybody)))
    assert herd.faults == [] and not herd.refused
    made = await apart()
    print(f"\nholds, {engine}: {made} in {rounds} rounds on {size} times, {perf_counter() - began:.1f} s")
    environment.delenv("EMHANA_CLOCK")
    settings.cache_clear()
    assert await counted() == (size,) * 4
    assert await violations(herd.acknowledged) == []


async def abandoned(herd: Herd, server: Server, asked: list[Asked], kills: int) -> list[Json | None]:
    """Everybody holds a time; a third never learns of it, and a server is killed in the middle of it."""
    async with AsyncExitStack() as stack:
        if kills:
            await stack.enter_async_context(killing(server, kills))
        answers = await held(herd, asked, lose=0.3)
    herd.unknown.clear()
    return answers


async def owners_come_back(herd: Herd, asked: list[Asked], answers: list[Json | None]) -> None:
    """Whoever asks again for the time that he or she holds has the same hold, always."""
    back = [(one, answer["hold"]["id"]) for one, answer in zip(asked, answers, strict=True) if answer][::2]
    again = await held(herd, [one for one, _ in back])
    assert [answer and answer["hold"]["id"] for answer in again] == [known for _, known in back]


async def rivals_are_refused(herd: Herd, asked: list[Asked], answers: list[Json | None], rivals: list[str]) -> None:
    """While a hold holds, nobody else has the time."""
    taken = [given["slot"] for (_, given), answer in zip(asked, answers, strict=True) if answer][:SAMPLE]
    await held(herd, [(holding if place % 2 else booking)(slot, rivals[place]) for place, slot in enumerate(taken)])
    assert herd.refused.pop("SLOT_TAKEN") == len(taken)


async def books_nothing(herd: Herd, asked: list[Asked], answers: list[Json | None]) -> None:
    """A hold that has run out books nothing, although nobody else has the time."""
    late = [(given, answer["hold"]["id"]) for (_, given), answer in zip(asked, answers, strict=True) if answer][-SAMPLE:]
    await held(herd, [booking(given["slot"], given["patientIin"], hold=hold) for given, hold in late])
    assert herd.refused.pop("HOLD_EXPIRED") == len(late)


async def ends(surgery: Surgery) -> datetime:
    """When the last of the holds runs out."""
    last = await Hold.filter(ended_at=None).order_by("-expires_at").first()
    assert last is not None
    return clock.local(last.expires_at)


async def apart() -> int:
    """No two holds of one time were ever in force at one moment; how many holds there were."""
    rows, by_slot = await Hold.all().order_by("held_at"), defaultdict(list)
    for one in rows:
        by_slot[one.slot_id].append(one)
    for holds in by_slot.values():
        for one, after in pairwise(holds):
            assert after.held_at >= min(one.expires_at, one.ended_at or one.expires_at), "two held one time"
    return len(rows)
