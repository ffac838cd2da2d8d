"""Appointments in figures: booked at once, refused in writing, kept, missed, taken away by the clinic, and times that nobody used."""

from datetime import timedelta

import time_machine

from models import clock as now
from models.appointment import Appointment
from models.timetable import Slot
from tests.appointment.booking import book, times
from tests.appointment.fewer import register
from tests.appointment.test_refusing import in_writing, second
from tests.attachment.asking import Json
from tests.attachment.conftest import People

__all__ = ["register"]


async def seen(people: People) -> Json:
    """The figures of polyclinic No. 9 for this month and the next."""
    since, until = now.today().replace(day=1), now.today() + timedelta(days=40)
    shown = """unused services { service received refused medianMinutes terms { fate number } channels { channel number }
        grounds { key number provision { basis } } } visits { fate number } days { held }"""
    head = await people("head9")
    found: Json = await head.see(f'{{ clinicFigures(since: "{since}", until: "{until}") {{ {shown} }} }}')
    return found


def visits(found: Json) -> Json:
    return {one["fate"]: one["number"] for one in found["visits"] if one["number"]}


async def test_a_booking_and_a_refusal_in_writing_are_answered_at_once_and_the_refusal_names_its_rule(people: People) -> None:
    slot = await second(people)
    assert (await in_writing(await people("zhanar"), slot))["notice"]
    found = await seen(people)
    own = found["services"][1]
    assert own["service"] == "APPOINTMENT" and (own["received"], own["refused"], own["medianMinutes"]) == (2, 1, 0)
    assert [one["number"] for one in own["terms"]] == [2, 0, 0, 0, 0]
    assert [(one["key"], one["number"]) for one in own["grounds"]] == [("SPECIALTY_BOOKED", 1)]
    assert own["channels"] == [{"channel": "PORTAL", "number": 2}]


async def test_what_became_of_a_time_is_told_and_times_that_nobody_used(people: People, clock: time_machine.Traveller) -> None:
    zhanar = await people("zhanar")
    slot = (await times(zhanar))[0]
    assert (await book(zhanar, slot["id"]))["problems"] == []
    found = await seen(people)
    assert visits(found) == {"AHEAD": 1} and found["unused"] == 0
    case = await Appointment.get()
    clock.move_to(case.starts_at + timedelta(minutes=1))
    begun = await Slot.filter(clinic_id=case.clinic_id, state="OPEN", starts_at__lt=now.now()).count()
    for state, offered, told in (
        ("COMPLETED", "", "KEPT"), ("NO_SHOW", "", "MISSED"), ("PASSED", "", "UNMARKED"), ("CANCELLED", "", "CANCELLED"),
        ("CANCELLED", "ауырып қалды", "BY_CLINIC"), ("OFFERED", "ауырып қалды", "BY_CLINIC"),
    ):  # fmt: skip
        await Appointment.filter(id=case.id).update(state=state, offer_reason=offered)
        found = await seen(people)
        assert visits(found) == {told: 1} and found["unused"] == begun > 0
        assert sum(one["held"] for one in found["days"]) == (told == "KEPT")
