"""No two acts wait for each other in a circle. A caller would not see it (the act is repeated), only wait a second for it."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from models import attachment_decision as decision
from models import clock, lock
from models.actor import SYSTEM
from models.attachment import Attachment
from models.attachment_decision import record_overdue
from models.database import connect, transaction
from models.law import Channel
from tests.race import inside
from tests.race.calls import OPEN_CASE, Calls, request
from tests.race.serving import serving
from tests.race.stage import Citizen, Stage, parent_of
from tests.race.truth import deadlocks, violations

pytestmark = pytest.mark.race


async def test_filing_for_oneself_and_for_each_other_never_deadlocks(stage: Stage, read_back: str) -> None:
    pairs = list(zip(stage.citizens[::2], stage.citizens[1::2], strict=True))
    await connect(read_back)
    for one, other in pairs:
        await parent_of(one, other)
        await parent_of(other, one)
    before = await deadlocks(read_back)
    async with serving() as servers, Calls(servers) as calls:
        for one, other in pairs * 3:
            await asyncio.gather(_by(calls, stage, one, other, 0), _by(calls, stage, other, one, 1))
            for citizen in (one, other):
                if case := await calls.found(0, stage.here.registrars[0], OPEN_CASE, citizen.iin):
                    await calls.act(0, stage.here.registrars[0], "withdrawAttachment", {"id": case["id"]})
    assert calls.faults == []
    assert len([act for act in calls.acknowledged if act.line == "attachment:submit"]) == len(pairs) * 6
    assert await violations(calls.acknowledged) == []
    assert await deadlocks(read_back) == before


async def _by(calls: Calls, stage: Stage, applicant: Citizen, patient: Citizen, to: int) -> None:
    """One person's request, filed at the desk by another."""
    given = {**request(patient, stage.here.clinic, "FIRST", desk=True), "applicantIin": applicant.iin, "idempotencyKey": str(uuid4())}
    given["papers"] = [{"kind": "POWER_OF_ATTORNEY", "note": "№ 1"}]
    await calls.act(to, stage.here.registrars[to], "submitAttachment", given)


async def test_the_clock_that_records_an_overdue_case_waits_for_who_has_the_person_and_holds_nothing(stage: Stage, read_back: str) -> None:
    desk, free = stage.here, asyncio.Event()
    await connect(read_back)
    filed = await inside.act(desk.registrars[0], "submitAttachment", request(stage.citizens[0], desk.clinic, "FIRST", desk=True))
    await Attachment.filter(channel=Channel.DESK).update(due_at=clock.now() - timedelta(hours=1))

    async def tick() -> int:
        await free.wait()
        return await record_overdue()

    ticking = asyncio.create_task(tick())
    case = await Attachment.get(channel=Channel.DESK)
    async with transaction():
        await lock.person(case.person_id)
        free.set()
        await asyncio.sleep(0.2)
        assert await decision.locked(SYSTEM, case.id)
    assert await ticking == 1
    assert await record_overdue() == 0
    assert await violations([filed]) == []
