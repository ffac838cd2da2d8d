"""The tests of this folder can see: an unprotected program and every planted fault are found."""

from collections.abc import Awaitable, Callable

import pytest

from models import clock
from models.attachment import Attachment
from models.database import connect, connection
from models.journal import Entry
from models.law import Channel
from models.law.attachment import State
from models.law.notice import CASE_PREFIX, number
from models.number import Number
from models.outbox import Message
from models.signing import SignatureRequest
from tests.race import inside
from tests.race.calls import Calls, request
from tests.race.serving import serving
from tests.race.stage import Stage, set_up
from tests.race.storm import storm
from tests.race.truth import violations

pytestmark = pytest.mark.race
NAIVE = ("-m", "tests.race.naive")
INDEXES = ("uq_attachment_in_force", "uq_attachment_approved", "uq_attachment_open")


async def unprotect() -> None:
    """Take the last wall away: the partial unique indexes."""
    for index in INDEXES:
        await connection().execute_script(f'DROP INDEX "{index}"')


async def test_the_same_storm_finds_what_an_unprotected_program_does_twice(unprotected: str, one_site: None, read_back: str) -> None:
    await connect(unprotected)
    stage = await set_up(16)
    async with serving(*NAIVE) as servers, Calls(servers) as calls:
        await unprotect()
        await storm(calls, stage, 2)
    assert calls.faults == []
    twice = [one for one in await violations(calls.acknowledged) if one.startswith("person")]
    assert len(twice) >= 3, "the storm is blind: it found nothing where nothing is protected"


async def lose_a_case() -> None:
    await Attachment.filter(channel=Channel.DESK).update(number=number(CASE_PREFIX, clock.today().year, 999_999))


async def move_without_a_line() -> None:
    await Attachment.filter(channel=Channel.DESK).update(state=State.WITHDRAWN)


async def approve_without_a_notice() -> None:
    await Attachment.filter(channel=Channel.DESK).update(state=State.APPROVED)


async def tell_nobody() -> None:
    await Message.all().delete()


async def skip_a_number() -> None:
    series = await Number.all().first()
    assert series is not None
    await Number.filter(series=series.series).update(value=series.value + 1)


async def use_a_request_without_keeping_its_signature() -> None:
    now = clock.now()
    await SignatureRequest.create(purpose="REQUEST", content=b"{}", made_at=now, expires_at=now, used_at=now)


async def write_a_line_for_nobody() -> None:
    line = await Entry.filter(act="attachment:submit").first()
    assert line is not None
    await Entry.create(
        at=clock.now(), act="attachment:withdraw", role=line.role, channel=line.channel, service=line.service, case_id=line.case_id,
        details={"state": "SUBMITTED"},
    )  # fmt: skip


PLANTED: list[tuple[Callable[[], Awaitable[None]], str]] = [
    (lose_a_case, "not in the register"),
    (move_without_a_line, "its journal says"),
    (approve_without_a_notice, "has 1 notices"),
    (tell_nobody, "nobody was told"),
    (skip_a_number, "numbers given"),
    (use_a_request_without_keeping_its_signature, "not both"),
    (write_a_line_for_nobody, "written 1 times"),
]


@pytest.mark.parametrize(("plant", "words"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED])
async def test_each_planted_fault_is_seen(plant: Callable[[], Awaitable[None]], words: str, stage: Stage, read_back: str) -> None:
    await connect(read_back)
    desk = stage.here
    act = await inside.act(desk.registrars[0], "submitAttachment", request(stage.citizens[0], desk.clinic, "FIRST", desk=True))
    assert await violations([act]) == []
    await plant()
    assert any(words in one for one in await violations([act]))
