"""Two processes on one database, everybody at once: nothing twice, nothing lost, nothing half done, nobody refused without law."""

import asyncio

import pytest

from models.attachment import Attachment
from models.database import connect
from models.law import Channel
from models.law.notice import Kind
from models.notice import Notice
from tests.race.calls import OPEN_CASE, Calls, document, request
from tests.race.serving import serving
from tests.race.stage import Stage
from tests.race.storm import storm
from tests.race.truth import deadlocks, violations

pytestmark = pytest.mark.race
PEOPLE, ROUNDS, SIGNING = 16, 3, 4
# what the law may answer to whoever came second; anything else would be a fault of ours
TOO_LATE = {"ALREADY_APPLIED", "ALREADY_ATTACHED", "NOT_FIRST", "NO_ATTACHMENT_YET", "NOT_OPEN"}


@pytest.mark.parametrize("stage", [PEOPLE], indirect=True)
async def test_two_processes_lose_nothing_and_do_nothing_twice(stage: Stage, read_back: str) -> None:
    before = await deadlocks(read_back)
    async with serving() as servers, Calls(servers) as calls:
        await storm(calls, stage, ROUNDS, SIGNING)
    assert calls.faults == []
    assert calls.unknown == []
    assert set(calls.refused) <= TOO_LATE
    await connect(read_back)
    assert await violations(calls.acknowledged) == []
    await _was_a_storm(calls)
    assert await deadlocks(read_back) == before


async def _was_a_storm(calls: Calls) -> None:
    """The test has seen what it is about: every act done, and many that came too late."""
    done = {act.line for act in calls.acknowledged}
    assert len(done) >= 6, done
    assert calls.refused["ALREADY_APPLIED"] > PEOPLE and calls.refused["NOT_OPEN"] > PEOPLE
    assert await Attachment.filter(channel=Channel.PORTAL).count() + await Attachment.filter(channel=Channel.DESK).count() > PEOPLE


async def test_a_request_sent_by_eight_clients_at_once_is_filed_once_and_answered_eight_times(stage: Stage, read_back: str) -> None:
    async with serving() as servers, Calls(servers) as calls:
        for citizen in stage.citizens[:6]:
            given = request(citizen, stage.here.clinic, "FIRST", desk=True)
            same = [calls.ask(to, stage.here.registrars[0], document("submitAttachment"), {"input": given}) for to in range(8)]
            answers = await asyncio.gather(*same)
            assert answers[0] and answers[0]["done"]["problems"] == []
            assert answers == [answers[0]] * 8
    await connect(read_back)
    assert await Attachment.filter(channel=Channel.DESK).count() == 6
    assert await violations([], unanswered=True) == []


async def test_a_case_approved_by_two_heads_at_once_has_one_notice(stage: Stage, read_back: str) -> None:
    here = stage.here
    async with serving() as servers, Calls(servers) as calls:
        for citizen in stage.citizens[:6]:
            await calls.act(0, here.registrars[0], "submitAttachment", request(citizen, here.clinic, "FIRST", desk=True))
            case = await calls.found(1, here.registrars[0], OPEN_CASE, citizen.iin)
            assert case is not None
            await calls.act(0, here.registrars[0], "checkAttachment", {"id": case["id"]})
            both = [await calls.signed(to, here.heads[to], "approveAttachment", {"id": case["id"]}) for to in (0, 1)]
            done = await asyncio.gather(*(calls.act(to, here.heads[to], "approveAttachment", both[to]) for to in (0, 1)))
            assert sorted(one is None for one in done) == [False, True]
    assert calls.refused == {"NOT_OPEN": 6}
    await connect(read_back)
    assert await Notice.filter(kind=Kind.ATTACHMENT).count() == 6
    assert await violations(calls.acknowledged) == []
