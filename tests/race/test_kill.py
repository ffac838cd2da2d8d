"""A process killed in the middle, a client that hangs up, a request cancelled: what was acknowledged stands, nothing stands half."""

import asyncio
import json

import pytest

from models.attachment import Attachment
from models.database import connect
from models.law import Channel
from tests.database.sweep import sweep
from tests.race import inside
from tests.race.calls import LINES, Calls, Json, document, request
from tests.race.serving import EMHANA, Server, killing, serving
from tests.race.stage import Stage
from tests.race.storm import storm
from tests.race.truth import violations

pytestmark = pytest.mark.race
KILLS = 3
HANGING_UP, CANCELLED = 40, 60


@pytest.mark.parametrize("stage", [10], indirect=True)
async def test_what_was_acknowledged_before_kill_9_stands_and_nothing_stands_half(stage: Stage, read_back: str) -> None:
    async with serving(*EMHANA) as servers, Calls(servers) as calls:
        async with killing(servers[1], KILLS) as killed:
            while len(killed) < KILLS:
                await storm(calls, stage, 1, 2)
        for server in servers:
            await server.kill()
        await servers[0].start()
        lost = [one for one in calls.unknown if one[0] in LINES]
        assert lost, "nothing was under way when the process died"
        await connect(read_back)
        assert await violations(calls.acknowledged, unanswered=True) == []
        await _asked_again(calls, lost)
    assert calls.faults == []
    assert await violations(calls.acknowledged, unanswered=True) == []


async def _asked_again(calls: Calls, lost: list[tuple[str, Json, str]]) -> None:
    """A filing whose answer was lost is sent again with its key: it is filed now, or the first answer comes, or the law forbids it."""
    for name, given, token in lost:
        if name == "submitAttachment":
            first = await calls.act(0, token, name, given)
            assert await calls.act(0, token, name, given) == first
            if first:
                calls.acknowledged.pop()


@pytest.mark.parametrize("stage", [HANGING_UP], indirect=True)
async def test_a_client_that_hangs_up_leaves_nothing_half_done(stage: Stage, read_back: str) -> None:
    desk, sent = stage.here, []
    async with serving() as servers, Calls(servers) as calls:
        for number, citizen in enumerate(stage.citizens):
            given = request(citizen, desk.clinic, "FIRST", desk=True)
            sent.append(given)
            await _hang_up(servers[number % 2], desk.registrars[0], given, after=number * 0.0005)
        for server in servers:
            await server.stop()
        await connect(read_back)
        assert await violations([], unanswered=True) == []
        for server in servers:
            await server.start()
        for number, given in enumerate(sent):
            assert await calls.act(number, desk.registrars[0], "submitAttachment", given)
    assert calls.faults == [] and not calls.refused
    assert await Attachment.filter(channel=Channel.DESK).count() == HANGING_UP
    assert await violations(calls.acknowledged) == []


async def _hang_up(server: Server, token: str, given: Json, after: float) -> None:
    """Send a whole request and cut the connection a moment later."""
    body = json.dumps({"query": document("submitAttachment"), "variables": {"input": given}}).encode()
    head = f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    _, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(head.encode() + body)
    await asyncio.sleep(after)
    writer.transport.abort()


@pytest.mark.parametrize("stage", [CANCELLED + 1], indirect=True)
async def test_a_request_cancelled_at_any_moment_leaves_nothing_half_done(stage: Stage, read_back: str) -> None:
    await connect(read_back)
    desk, people = stage.here, iter(stage.citizens)
    requests = (request(citizen, desk.clinic, "FIRST", desk=True) for citizen in people)
    cancelled = await sweep(lambda: inside.act(desk.registrars[0], "submitAttachment", next(requests)), CANCELLED, turns=2)
    assert cancelled
    assert await violations([], unanswered=True) == []
    last = await inside.act(desk.registrars[0], "submitAttachment", next(requests))
    assert await violations([last], unanswered=True) == []
