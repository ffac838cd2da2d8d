"""The demonstration with two hours of times on three days of the week for each doctor, so that a test opens them in a moment."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from tortoise.expressions import Q

from models import clock as now
from models import demo, timetable_opening
from models.attachment import Attachment
from models.clinic import Clinic
from models.demo_data import PEOPLE, iin
from models.law import Role
from models.person import Person
from models.timetable import Reception
from tests.attachment.asking import BINS

IIN = {one.key: one.iin for one in PEOPLE}
MORNING, AFTERNOON = (600, 720), (840, 960)
PARTNER = "partner:appointment:book appointment:read"
SEEN = "ЖК № 012345678"


@pytest.fixture
async def register(database: str, keys: object, clock: time_machine.Traveller) -> str:
    """The demonstration's people, and the times of the doctors of polyclinics No. 5 and No. 9 from Monday to Wednesday."""
    await demo.seed()
    await Reception.filter(~Q(clinic__bin__in=[BINS["almaty-5"], BINS["almaty-9"]]) | Q(weekday__gt=2)).delete()
    for begins, (first, last) in ((480, MORNING), (840, AFTERNOON)):
        await Reception.filter(begins_minute=begins).update(begins_minute=first, ends_minute=last)
    await timetable_opening.open_horizon()
    return database


async def neighbours(number: int, clinic: str = "almaty-9", born: date = date(1970, 1, 1), first: int = 0) -> list[Person]:
    """People attached to a clinic, who have nothing yet."""
    place, made = await Clinic.get(bin=BINS[clinic]), list[Person]()
    for serial in range(first, first + number):
        day = born + timedelta(days=serial)
        person = await Person.create(
            iin=iin(day, True, 50), surname=f"Көрші{serial}", given_name="Адам", birth_date=day, language="kk", recorded_at=now.now()
        )
        await Attachment.create(
            number=f"X-{person.iin}", state="IN_FORCE", person=person, clinic=place, ground="FIRST", channel="REGISTER", applicant=person,
            language="kk", submitted_at=now.now(),
        )  # fmt: skip
        made.append(person)
    return made


def referral(**changes: Any) -> dict[str, Any]:
    """A sound referral."""
    return {"number": "№ 17", "issuer": "Каримов Р. Ә.", "issuedOn": "2026-11-20", "validUntil": "2026-12-20", **changes}


STAFF = {one.key: one.role for one in PEOPLE if one.role is not None and one.role is not Role.CITIZEN}
