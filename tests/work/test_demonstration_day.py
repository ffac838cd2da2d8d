"""The demonstration's day: everybody on the staff finds work in the first minute, and filling it twice changes nothing."""

import pytest

from models.appeal import Appeal
from models.appointment import Appointment
from models.attachment import Attachment
from models.home_visit import HomeVisit
from models.law import Channel
from models.settings import Misconfigured, settings
from models.timetable_opening import open_horizon
from tests.attachment.conftest import People
from tests.work.test_agenda import agenda
from web import demonstration_day


@pytest.fixture
async def day(register: str) -> int:
    await open_horizon()
    return await demonstration_day.fill()


@pytest.mark.parametrize(
    ("name", "services"),
    [
        ("registrar9", {"HomeVisit", "Appointment", "Attachment"}),
        ("officer9", {"Appeal"}),
        ("head9", {"Attachment"}),
        ("head", {"Attachment"}),
    ],
)
async def test_everybody_whose_work_is_on_cases_finds_some(people: People, day: int, name: str, services: set[str]) -> None:
    found = await agenda(people, name)
    assert services <= {one["case"]["__typename"] for one in found["tasks"]}


async def test_the_day_is_filled_once(people: People, day: int) -> None:
    assert day == 17
    assert await demonstration_day.fill() == 0
    cases = [await table.exclude(channel=Channel.REGISTER).count() for table in (Attachment, HomeVisit, Appointment, Appeal)]
    assert sum(cases) == day


async def test_without_the_demonstration_there_is_no_such_day(register: str, environment: pytest.MonkeyPatch) -> None:
    environment.delenv("EMHANA_DEMONSTRATION")
    settings.cache_clear()
    with pytest.raises(Misconfigured):
        await demonstration_day.fill()
