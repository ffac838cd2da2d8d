"""Twenty clients released at one instant on each free time: one has it, nineteen are refused, and nothing is lost or left over."""

import asyncio
import random
from collections.abc import Sequence
from time import perf_counter

import pytest

from models.database import connect, connection
from tests.race.booking_stage import Surgery, herds, open_surgery
from tests.race.booking_truth import counted, doubles, violations
from tests.race.herd import Asked, Herd, booking
from tests.race.serving import Server, serving
from tests.race.truth import deadlocks

pytestmark = pytest.mark.race
CLIENTS, LANES = 20, 2
USUAL, FULL = 60, 500
RETRIED, CONTROL = 40, 60
NAIVE = ("-m", "tests.race.naive_booking")
SIZES = ((USUAL * CLIENTS, FULL * CLIENTS), 2)


async def run(servers: Sequence[Server], surgery: Surgery, slots: int, lose: float = 0.0, fresh_keys: bool = False) -> Herd:
    """A herd on every slot, two slots at a time. Whoever lost an answer asks again, with the same key, until there is one."""
    waiting = iter(herds(surgery, slots, CLIENTS))
    total = Herd(servers, surgery.partner, 0)

    async def lane(number: int) -> Herd:
        async with Herd([*servers[number:], *servers[:number]], surgery.partner, CLIENTS) as herd:
            for slot, people in waiting:
                asked = [booking(slot, person) for person in people]
                random.shuffle(asked)
                await herd.release(asked, lose, after=0.02)
                await ask_again(herd, fresh_keys)
        return herd

    for herd in await asyncio.gather(*(lane(number) for number in range(LANES))):
        total.acknowledged += herd.acknowledged
        total.refused += herd.refused
        total.faults += herd.faults
    return total


async def ask_again(herd: Herd, fresh_keys: bool) -> None:
    while herd.unknown:
        lost, herd.unknown = herd.unknown, []
        await herd.release([_again(one, fresh_keys) for one in lost])


def _again(asked: Asked, fresh_key: bool) -> Asked:
    name, given = asked
    return booking(given["slot"], given["patientIin"]) if fresh_key else (name, given)


@pytest.mark.parametrize("surgery", [SIZES], indirect=True)
async def test_a_herd_on_every_slot_books_each_once_and_loses_nothing(
    surgery: Surgery, processes: int, full: bool, engine: str, read_back: str
) -> None:
    slots, before = FULL if full else USUAL, await deadlocks(read_back)
    async with serving(processes=processes) as servers:
        began = perf_counter()
        told = await run(servers, surgery, slots)
        seconds = perf_counter() - began
    print(f"\nherd, {engine}, {processes} processes: {slots} slots x {CLIENTS}, {seconds:.1f} s, refused {dict(told.refused)}")
    assert told.faults == []
    assert told.refused == {"SLOT_TAKEN": slots * (CLIENTS - 1)}
    await connect(read_back)
    assert await counted() == (slots,) * 4
    assert await violations(told.acknowledged) == []
    assert await deadlocks(read_back) == before


@pytest.mark.parametrize("surgery", [((RETRIED * CLIENTS,) * 2, 1)], indirect=True)
async def test_a_lost_answer_asked_for_again_with_its_key_leaves_no_ghost(surgery: Surgery, processes: int, read_back: str) -> None:
    async with serving(processes=processes) as servers:
        told = await run(servers, surgery, RETRIED, lose=0.2)
    assert told.faults == []
    await connect(read_back)
    assert await counted() == (RETRIED,) * 4
    assert await violations(set(told.acknowledged)) == []


@pytest.mark.parametrize("surgery", [((RETRIED * CLIENTS,) * 2, 1)], indirect=True)
async def test_the_same_with_a_fresh_key_each_time_finds_ghosts(surgery: Surgery, processes: int, engine: str, read_back: str) -> None:
    async with serving(processes=processes) as servers:
        told = await run(servers, surgery, RETRIED, lose=0.2, fresh_keys=True)
    await connect(read_back)
    ghosts = [one for one in await violations(told.acknowledged) if "acknowledged 0 times" in one]
    print(f"\nfresh keys, {engine}: {len(ghosts)} ghosts")
    assert ghosts, "the test is blind: no answer was lost"


@pytest.mark.parametrize("index", [False, True], ids=["without the index", "with the index left"])
async def test_check_then_write_books_twice_unless_the_index_has_the_last_word(
    index: bool, unprotected: str, one_site: None, processes: int, engine: str, read_back: str
) -> None:
    await connect(unprotected)
    surgery = await open_surgery(CONTROL * CLIENTS, 1)
    async with serving(*NAIVE, processes=processes) as servers:
        if not index:  # no server starts without it
            await connection().execute_script("DROP INDEX uq_appointment_slot")
        told = await run(servers, surgery, CONTROL)
    twice = await doubles()
    print(f"\ncontrol, {engine}, index {index}: {twice} of {CONTROL} slots booked twice, refused {dict(told.refused)}")
    assert told.faults == []
    if index:
        assert twice == 0 and told.refused["INDEX"] > 0
    else:
        assert twice >= 1, "the herd is blind: it found nothing where nothing is protected"
