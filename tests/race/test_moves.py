"""Many move at one instant: onto each other's time, round in circles, one behind the other, and all onto one free time."""

import random
from collections.abc import Iterator
from time import perf_counter

import pytest

from api.ids import encode
from models.appointment import Appointment
from models.database import connect
from models.law.appointment import State
from tests.race.booking_stage import Surgery
from tests.race.booking_truth import counted, violations
from tests.race.herd import Asked, Herd, booking, done
from tests.race.serving import serving
from tests.race.truth import deadlocks

pytestmark = pytest.mark.race
MOVERS, ROUNDS, ALL_ROUNDS = 100, 4, 20


@pytest.mark.parametrize("surgery", [((MOVERS, MOVERS), 1)], indirect=True)
async def test_whoever_moves_has_the_new_time_or_keeps_the_old_one(
    surgery: Surgery, processes: int, full: bool, engine: str, read_back: str
) -> None:
    before, rounds = await deadlocks(read_back), ALL_ROUNDS if full else ROUNDS
    async with serving(processes=processes) as servers, Herd(servers, surgery.partner, MOVERS) as herd:
        stands = await everybody_booked(herd, surgery)
        began = perf_counter()
        for _ in range(rounds):
            await one_round(herd, stands, surgery.slots)
        seconds = perf_counter() - began
    moved = len(herd.acknowledged) - MOVERS
    print(f"\nmoves, {engine}: {rounds * MOVERS} in {seconds:.1f} s, {moved} moved, refused {dict(herd.refused)}")
    assert herd.faults == [] and herd.unknown == []
    assert set(herd.refused) == {"SLOT_TAKEN"} and moved > rounds * 10
    await connect(read_back)
    assert await counted() == (MOVERS,) * 4
    assert await violations(herd.acknowledged) == []
    assert {encode("Appointment", case.id): encode("Slot", case.slot_id) for case in await Appointment.filter(state=State.BOOKED)} == stands
    assert await deadlocks(read_back) == before


async def everybody_booked(herd: Herd, surgery: Surgery) -> dict[str, str]:
    """Each person at a time of one's own: the slot of each appointment."""
    await herd.release([booking(slot, person) for slot, person in zip(surgery.slots, surgery.patients, strict=False)])
    return {one.case: one.slot for one in herd.acknowledged}


async def one_round(herd: Herd, stands: dict[str, str], slots: list[str]) -> None:
    """Everybody wants another time, at one instant; what was acknowledged is where one stands afterwards."""
    free = [one for one in slots if one not in stands.values()]
    wishes = list(_wishes(stands, free))
    random.shuffle(wishes)
    asked: list[Asked] = [("moveAppointment", {"id": case, "slot": slot}) for case, slot in wishes]
    answers = await herd.release(asked)
    stands |= {case: slot for (case, slot), answer in zip(wishes, answers, strict=True) if done(answer)}


def _wishes(stands: dict[str, str], free: list[str]) -> Iterator[tuple[str, str]]:
    """A fifth each in pairs and in circles of five, two fifths in chains of four behind a free time, the rest eight to one free time."""
    cases = random.sample(list(stands), len(stands))
    fifth = len(cases) // 5
    for size, some in ((2, cases[:fifth]), (5, cases[fifth : 2 * fifth])):
        for first in range(0, len(some), size):
            ring = some[first : first + size]
            yield from ((case, stands[after]) for case, after in zip(ring, [*ring[1:], ring[0]], strict=True))
    for place, case in enumerate(cases[2 * fifth : 4 * fifth]):
        yield case, stands[cases[2 * fifth + place - 1]] if place % 4 else free[place // 4]
    for place, case in enumerate(cases[4 * fifth :]):
        yield case, free[-1 - place // 8]
