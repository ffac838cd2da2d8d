"""The demonstration's register on a Monday morning, and one call in the log."""

import pytest

from tests.attachment.asking import Json, iin
from tests.attachment.conftest import People, clock, keys, made_keys, people, register
from tests.attachment.pages import application, visit
from tests.home_visit.calls import call_by_phone

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]


@pytest.fixture
async def call(people: People) -> Json:
    """A call of polyclinic No. 9, taken by phone."""
    payload = await call_by_phone(await people("registrar9"), await iin("marat"))
    assert payload["problems"] == [], payload["problems"]
    return dict(payload["homeVisit"])
