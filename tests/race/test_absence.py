"""A doctor is absent while people book, move and cancel that doctor's times: nobody stands on a closed time, nobody is dropped."""

import asyncio
import random
import sys
from datetime import timedelta

import pytest

from api.ids import decode, encode
from models import clock
from models.appointment import Appointment
from models.appointment_ending import renew_offers
from models.database import close, connect
from models.hold import Hold, HoldPurpose
from models.journal import Entry
from models.law.appointment import State
from tests.race.booking_stage import Surgery, free_times
from tests.race.booking_truth import read, violations
from tests.race.herd import Asked, Herd, booking
from tests.race.serving import ROOT, serving
from tests.race.truth import deadlocks

pytestmark = pytest.mark.race
BEFORE, NEW, PEOPLE, ROUNDS = 30, 20, 170, 3
# what whoever came second may hear: the time is taken or closed, or the appointment already cancelled
TOO_LATE = {"SLOT_TAKEN", "SLOT_GONE", "NOT_OPEN", "SAME_SLOT"}


@pytest.mark.parametrize("surgery", [((PEOPLE, PEOPLE), 3)], indirect=True)
async def test_nobody_stands_on_a_closed_time_and_everybody_affected_has_an_offer(
    surgery: Surgery, processes: int, engine: str, read_back: str
) -> None:
    before, people = await deadlocks(read_back), iter(surgery.patients)
    async with serving(processes=processes) as servers:
        for turn in range(ROUNDS):
            away, others = await times_of(read_back, surgery, turn)
            async with Herd(servers, surgery.partner, BEFORE + 3 * NEW) as herd, Herd(servers, surgery.administrator, 1) as office:
                early = [booking(slot, next(people)) for slot in away[:BEFORE]]
                await herd.release(early)
                asked = everything(herd, away[BEFORE:], others, [next(people) for _ in range(NEW)])
                await asyncio.gather(herd.release(asked), office.one(*absence(surgery, turn)))
            assert herd.faults == [] and office.faults == [] and not office.refused
            assert set(herd.refused) <= TOO_LATE, herd.refused
            await nobody_is_dropped(read_back, herd)
            print(f"\nabsence, {engine}: {len(herd.acknowledged)} acts acknowledged, refused {dict(herd.refused)}")
    print(f"absence, {engine}: {await deadlocks(read_back) - before} deadlocks")


async def times_of(url: str, surgery: Surgery, turn: int) -> tuple[list[str], list[str]]:
    """The free times of the doctor who will be absent, and of another."""
    await connect(url)
    away, others = [await free_times([decode(surgery.doctors[number % 3], "Doctor")]) for number in (turn, turn + 1)]
    await close()
    return away[: BEFORE + NEW], others[-2 * NEW :]


def everything(herd: Herd, away: list[str], others: list[str], people: list[str]) -> list[Asked]:
    """New bookings of the doctor's times; those who have one move to other doctors or to the doctor's other times, or cancel."""
    asked = [booking(slot, person) for slot, person in zip(away, people, strict=True)]
    for place, one in enumerate(herd.acknowledged):
        if place % 3 == 2:
            asked.append(("cancelAppointment", {"id": one.case}))
        else:
            asked.append(("moveAppointment", {"id": one.case, "slot": (others if place % 3 else away)[place % NEW]}))
    return random.sample(asked, len(asked))


def absence(surgery: Surgery, turn: int) -> Asked:
    """A doctor is absent for the days ahead."""
    since, until = clock.now() + timedelta(hours=1), clock.now() + timedelta(days=8)
    doctor = surgery.doctors[turn % 3]
    given = {"doctor": doctor, "since": since.isoformat(), "until": until.isoformat(), "reason": "Дәрігер науқас"}
    return "recordAbsence", given


async def nobody_is_dropped(url: str, herd: Herd) -> None:
    """Every acknowledged booking is booked, offered another time that is held for the person, or cancelled by the person."""
    await connect(url)
    await renew_offers()  # whose offer was a time of the doctor who is absent now
    assert await violations(herd.acknowledged, unanswered=True) == []
    found = await read()
    cancelled = {one.case for one in herd.acknowledged if one.line == "appointment:cancel"}
    for case in found.cases:
        gone = encode("Appointment", case.id) in cancelled
        assert case.state in (State.BOOKED, State.OFFERED, State.CANCELLED) and (not gone or case.state is State.CANCELLED)
    waiting = [case.number for case in found.cases if case.state is State.OFFERED and not found.offers[str(case.id)]]
    assert len(waiting) == 0, waiting
    await close()


@pytest.mark.parametrize("surgery", [((40, 40), 2)], indirect=True)
async def test_offers_renewed_by_two_processes_at_once_give_nobody_two(surgery: Surgery, engine: str, read_back: str) -> None:
    away, _ = await times_of(read_back, surgery, 0)
    async with serving() as servers, Herd(servers, surgery.partner, BEFORE) as herd, Herd(servers, surgery.administrator, 1) as office:
        await herd.release([booking(slot, one) for slot, one in zip(away[:BEFORE], surgery.patients, strict=False)])
        await office.one(*absence(surgery, 0))
    await connect(read_back)
    assert await Appointment.filter(state=State.OFFERED).count() == BEFORE
    past = clock.now() - timedelta(minutes=1)
    await Hold.filter(purpose=HoldPurpose.OFFER).update(held_at=past, expires_at=past + timedelta(seconds=1))
    offered = await renewed_twice_at_once()
    print(f"\nrenewed by two processes, {engine}: {offered}")
    assert sum(offered) == BEFORE and await renew_offers() == 0
    assert await violations(herd.acknowledged, unanswered=True) == []
    assert await Entry.filter(act="appointment:offer").count() == 2 * BEFORE
    assert await Hold.live().filter(purpose=HoldPurpose.OFFER).count() == BEFORE


async def renewed_twice_at_once() -> list[int]:
    """Two processes, told to begin at one instant; how many each has offered."""
    pipe = asyncio.subprocess.PIPE
    command = [sys.executable, "-m", "tests.race.renewing"]
    both = [await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe) for _ in range(2)]
    for one in both:
        assert one.stdout and await one.stdout.readline() == b"ready\n"
    answers = await asyncio.gather(*(one.communicate(b"\n") for one in both))
    return [int(out) for out, _ in answers]
