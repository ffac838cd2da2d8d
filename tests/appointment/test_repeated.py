"""The same request again is the same answer, once: a double click, a reload, a retry of a program."""

import asyncio
from uuid import uuid4

from api.ids import encode
from models.account import Partner
from models.appointment import Appointment
from models.hold import Hold
from models.idempotency import IdempotencyKey
from models.journal import Entry
from models.outbox import Message
from tests.appointment.booking import act, book, codes, hold, request, times
from tests.appointment.fewer import IIN, SEEN, register
from tests.attachment.asking import doctor_id
from tests.attachment.conftest import People

__all__ = ["register"]
CHANGE = "change { affected { id } }"


async def test_a_booking_repeated_is_one_booking_and_another_input_under_its_key_is_refused(people: People) -> None:
    zhanar = await people("zhanar")
    first, second = [one["id"] for one in await times(zhanar)][:2]
    given = await zhanar.signed("bookAppointment", request(first), as_head=False)
    answers = [await act(zhanar, "bookAppointment", given) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2] and codes(answers[0]) == []
    assert await Appointment.all().count() == 1 == await Entry.filter(act="appointment:book").count()
    assert await Message.all().count() == 1
    for change in ({"slot": second}, {"phone": "+77019999999"}, {"reason": "REPEAT"}):
        assert codes(await act(zhanar, "bookAppointment", given | change)) == ["IDEMPOTENCY_KEY_REUSED"]
    await act(zhanar, "cancelAppointment", {"id": answers[0]["appointment"]["id"]})
    assert (await act(zhanar, "bookAppointment", given))["appointment"]["state"] == "CANCELLED"


async def test_two_clicks_at_once_are_one_booking(people: People) -> None:
    desk = await people("registrar9")
    slot = (await times(desk))[0]["id"]
    given = request(slot, patientIin=IIN["marat"], identity=SEEN, channel="DESK")
    one, other = await asyncio.gather(*(act(desk, "bookAppointment", given) for _ in range(2)))
    assert one == other and codes(one) == [] and await Appointment.all().count() == 1


async def test_a_refused_booking_leaves_its_key_free(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    slot = (await times(zhanar))[0]["id"]
    held = await hold(olga, slot)
    given = request(slot)
    assert codes(await act(zhanar, "bookAppointment", given)) == ["SLOT_TAKEN"] and not await IdempotencyKey.exists()
    await act(olga, "releaseHold", {"id": held["hold"]["id"]}, "hold { id }")
    assert codes(await act(zhanar, "bookAppointment", await zhanar.signed("bookAppointment", given, as_head=False))) == []


async def test_a_key_of_one_caller_says_nothing_about_anothers(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    first, second = [one["id"] for one in await times(zhanar)][:2]
    key = str(uuid4())
    mine = (await book(zhanar, first, idempotencyKey=key))["appointment"]
    hers = (await book(olga, second, idempotencyKey=key))["appointment"]
    assert mine["id"] != hers["id"]


async def test_a_partner_that_may_book_but_not_read_gets_its_own_answer_again_and_may_cancel_it(people: People) -> None:
    name = "partner:appointment:book"
    partner, zhanar = await people(name), await people("zhanar")
    given = {"idempotencyKey": str(uuid4()), "partner": str(encode("Partner", (await Partner.get(name=name)).id))}
    assert codes(await zhanar.act("giveConsent", given, "consent { id }")) == []
    asked = request((await times(zhanar))[0]["id"], patientIin=IIN["zhanar"])
    first, second = [await act(partner, "bookAppointment", asked) for _ in range(2)]
    assert first == second and codes(first) == []
    assert codes(await act(partner, "cancelAppointment", {"id": first["appointment"]["id"]})) == []
    others = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    assert codes(await act(partner, "cancelAppointment", {"id": others["id"]})) == ["NOT_FOUND"]


async def test_acts_without_a_key_repeated_do_nothing_more(people: People) -> None:
    zhanar, desk, administrator = await people("zhanar"), await people("registrar9"), await people("administrator9")
    first, second, third = [one["id"] for one in await times(zhanar)][:3]
    holds = {(await hold(zhanar, first))["hold"]["id"] for _ in range(3)}
    assert len(holds) == 1 == await Hold.all().count()
    case = (await book(zhanar, first))["appointment"]
    move = {"id": case["id"], "slot": second}
    assert [codes(await act(zhanar, "moveAppointment", move)) for _ in range(2)] == [[], ["SAME_SLOT"]]
    offer = {"id": case["id"], "reason": "X"}
    offers = [(await act(desk, "offerOtherTime", offer))["appointment"]["state"] for _ in range(2)]
    assert offers == ["OFFERED"] * 2 and await Hold.live().count() == 1
    assert [codes(await act(zhanar, "acceptOfferedTime", {"id": case["id"]})) for _ in range(2)] == [[], ["NOT_OPEN"]]
    assert [codes(await act(zhanar, "cancelAppointment", {"id": case["id"]})) for _ in range(2)] == [[], ["NOT_OPEN"]]
    begun = {"doctor": await doctor_id("doctor9"), "weekday": 5, "begins": "10:00", "ends": "12:00", "room": "777"}
    assert [codes(await act(administrator, "beginReception", begun, CHANGE)) for _ in range(2)] == [[], ["RECEPTION_DOCTOR"]]
    assert third in [one["id"] for one in await times(zhanar)]
