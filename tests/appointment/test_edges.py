"""Days at the ends of the calendar, moments without an offset and numbers beyond reason are answered, never a fault of ours."""

import pytest

from tests.appointment.booking import act
from tests.appointment.fewer import register
from tests.attachment.asking import Asker, Json, clinic_id, doctor_id
from tests.attachment.conftest import People

__all__ = ["register"]
FIRST, LAST = "0001-01-01", "9999-12-31"
TIMES = "query ($f: SlotFilter!) { freeSlots(filter: $f, first: 1) { nodes { id } } freeDays(filter: $f) { day } }"
LIST = "query ($f: AppointmentFilter) { appointments(filter: $f) { nodes { id } } }"


async def sound(who: Asker, query: str, given: Json) -> bool:
    """Whether the answer is one that was thought of."""
    answer = await who.send(query, {"f": given})
    return answer.status_code < 500 and "INTERNAL" not in answer.text


@pytest.mark.parametrize("name", ["zhanar", "registrar9"])
async def test_every_day_can_be_asked_for(people: People, name: str) -> None:
    who, clinic = await people(name), await clinic_id("almaty-9")
    for day in (FIRST, LAST):
        assert await sound(who, TIMES, {"clinic": clinic, "day": day})
        for moment in (f"{day}T00:00:00+05:00", f"{day}T23:59:59-05:00", f"{day}T08:00:00"):
            assert await sound(who, TIMES, {"clinic": clinic, "since": moment, "until": moment}), moment
        for given in ({"since": day}, {"until": day}, {"since": day, "until": day}):
            assert await sound(who, LIST, given), given


async def test_every_reception_is_made_or_refused(people: People) -> None:
    administrator = await people("administrator9")
    usual: Json = {"doctor": await doctor_id("doctor9"), "weekday": 6, "begins": "10:00", "ends": "12:00", "room": "1"}
    for given in (
        {"since": LAST}, {"since": LAST, "until": LAST}, {"since": LAST, "until": LAST, "weekday": 4}, {"until": FIRST}, {"minutes": 0},
        {"minutes": -5}, {"minutes": 2**31 - 1}, {"weekday": 0}, {"weekday": 8}, {"begins": "24:00"}, {"begins": ""}, {"ends": "09:00"},
        {"room": "x" * 21}, {"room": " "}, {"begins": "07:00"}, {"weekday": 7}, {"since": FIRST},
        {"since": LAST, "until": LAST, "weekday": 5},
    ):  # fmt: skip
        made = await act(administrator, "beginReception", {**usual, **given}, "change { reception { id } }")
        assert (made["change"] is None) is bool(made["problems"]), given
        for last in (FIRST, LAST) if made["change"] else ():
            ended = await act(
                administrator, "endReception", {"id": made["change"]["reception"]["id"], "last": last}, "change { affected { id } }"
            )
            assert (ended["change"] is None) is bool(ended["problems"]), given


async def test_an_absence_of_no_length_is_refused(people: People) -> None:
    head, begins = await people("head9"), "2026-11-24T08:00:00"
    for until in ("2026-11-24T08:00:00+05:00", "2026-11-24T08:00:00.5+05:00", "2026-11-23T08:00:00+05:00"):
        given = {"doctor": await doctor_id("doctor9"), "since": f"{begins}+05:00", "until": until, "reason": "X"}
        (problem,) = (await act(head, "recordAbsence", given, "change { affected { id } }"))["problems"]
        assert (problem["code"], problem["field"]) == ("ABSENCE_TIMES", ["until"]), until
