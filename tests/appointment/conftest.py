"""The demonstration's register on a Monday morning, with the times of its doctors opened."""

import pytest
import time_machine

from models import demo, timetable_opening
from tests.attachment.conftest import clock, keys, made_keys, people

__all__ = ["clock", "keys", "made_keys", "people", "register"]


@pytest.fixture
async def register(database: str, keys: object, clock: time_machine.Traveller) -> str:
    """The demonstration's clinics and people, and every free time of the horizon."""
    await demo.seed()
    await timetable_opening.open_horizon()
    return database
