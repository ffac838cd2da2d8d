"""The journey of an appointment: held, signed, booked, moved, offered, accepted, cancelled; by the citizen and at the desk."""

from models.demo_data import PEOPLE
from tests.appointment.booking import act, book, book_at_desk, codes, hold, request, times
from tests.attachment.conftest import People

IIN = {one.key: one.iin for one in PEOPLE}


async def test_a_citizen_holds_a_time_signs_and_has_it(people: People) -> None:
    zhanar = await people("zhanar")
    slot = (await times(zhanar))[0]["id"]
    held = (await hold(zhanar, slot))["hold"]
    assert held["lives"] and held["mayExtend"]
    booked = await book(zhanar, slot, hold=held["id"])
    assert booked["problems"] == []
    assert booked["appointment"]["state"] == "BOOKED" and booked["appointment"]["slot"]["id"] == slot
    assert slot not in [one["id"] for one in await times(zhanar)]


async def test_a_registrar_books_for_the_person_at_the_desk_and_reads_out_the_answer(people: People) -> None:
    registrar = await people("registrar9")
    slot = (await times(registrar))[2]["id"]
    booked = await book_at_desk(registrar, IIN["marat"], slot)
    assert booked["problems"] == []
    spoken = await registrar.see("query ($id: ID!) { appointment(id: $id) { spoken } }", id=booked["appointment"]["id"])
    assert booked["appointment"]["number"] in spoken["spoken"]


async def test_somebody_elses_time_is_refused_with_the_nearest_others(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    slot = (await times(zhanar))[0]["id"]
    await book(zhanar, slot)
    refused = await act(olga, "bookAppointment", request(slot))
    assert codes(refused)[0] == "SLOT_TAKEN"
    assert len(refused["problems"][0]["alternatives"]) == 3


async def test_moving_is_one_act_and_cancelling_frees_the_time(people: People) -> None:
    zhanar = await people("zhanar")
    first, second = [one["id"] for one in await times(zhanar)][:2]
    booked = (await book(zhanar, first))["appointment"]
    moved = await act(zhanar, "moveAppointment", {"id": booked["id"], "slot": second})
    assert moved["problems"] == [] and moved["appointment"]["slot"]["id"] == second
    free = [one["id"] for one in await times(zhanar)]
    assert first in free and second not in free
    cancelled = await act(zhanar, "cancelAppointment", {"id": booked["id"]})
    assert cancelled["appointment"]["state"] == "CANCELLED"
    assert second in [one["id"] for one in await times(zhanar)]


async def test_the_clinic_cancels_only_by_offering_another_time_that_waits_for_the_person(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    booked = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    offered = await act(registrar, "offerOtherTime", {"id": booked["id"], "reason": "Кабинет жабық"})
    assert offered["problems"] == [] and offered["appointment"]["state"] == "OFFERED"
    other = offered["appointment"]["offer"]["slot"]["id"]
    assert other not in [one["id"] for one in await times(registrar)]
    accepted = await act(zhanar, "acceptOfferedTime", {"id": booked["id"]})
    assert accepted["appointment"]["state"] == "BOOKED" and accepted["appointment"]["slot"]["id"] == other
