"""kill -9 in a storm of bookings: what was acknowledged stands whole, what was not stands whole or not at all."""

import pytest

from models.database import close, connect
from tests.race.booking_stage import Surgery, herds
from tests.race.booking_truth import violations
from tests.race.herd import Asked, Herd, booking
from tests.race.serving import killing, serving

pytestmark = pytest.mark.race
KILLS, SLOTS, EACH = 3, 300, 4


@pytest.mark.parametrize("surgery", [((SLOTS * EACH,) * 2, 2)], indirect=True)
async def test_a_booking_acknowledged_before_kill_9_has_its_time_its_line_and_its_message(
    surgery: Surgery, engine: str, read_back: str
) -> None:
    waiting = iter(herds(surgery, SLOTS, EACH))
    async with serving() as servers, Herd(servers, surgery.partner, 5 * EACH) as herd:
        async with killing(servers[1], KILLS) as killed:
            while len(killed) < KILLS:
                await herd.release([booking(slot, one) for slot, people in (next(waiting) for _ in range(5)) for one in people])
        for server in servers:
            await server.kill()
        lost, herd.unknown = herd.unknown, []
        assert lost, "nothing was under way when the process died"
        await connect(read_back)
        assert await violations(herd.acknowledged, unanswered=True) == []
        await close()
        await servers[0].start()
        herd.lines = [line for line in herd.lines if line.server is servers[0]]
        await _asked_again(herd, lost)
    print(f"\nkill -9, {engine}: {len(herd.acknowledged)} answered, {len(lost)} lost, refused {dict(herd.refused)}")
    assert herd.faults == [] and herd.unknown == [] and set(herd.refused) == {"SLOT_TAKEN"}
    await connect(read_back)
    assert await violations(set(herd.acknowledged)) == []


async def _asked_again(herd: Herd, lost: list[Asked]) -> None:
    """Every request whose answer was lost is sent again with its key, and has its answer now."""
    for first in range(0, len(lost), len(herd.lines)):
        await herd.release(lost[first : first + len(herd.lines)])
