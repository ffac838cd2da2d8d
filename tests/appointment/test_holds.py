"""A time is held for the person who chooses it: five minutes to the second, extended once, on any device, and for nobody else."""

from datetime import timedelta

import time_machine

from models.database import close, connect
from models.hold import Hold
from models.hold import HoldPurpose as Purpose
from models.journal import Entry
from tests.appointment.booking import act, book, book_at_desk, codes, hold, request, times
from tests.appointment.fewer import IIN, PARTNER, register
from tests.attachment.asking import Asker, Json, patient_id
from tests.attachment.conftest import People

__all__ = ["register"]
HOLD = "hold { id expiresAt lives mayExtend }"
MINE = "{ holds { id slot { id } patient { fullName } lives } }"
SECOND, FIVE = timedelta(seconds=1), timedelta(minutes=5)


async def held(who: Asker, slot: str, **more: str) -> Json:
    """A hold that must succeed."""
    found = await hold(who, slot, **more)
    assert found["problems"] == []
    return dict(found["hold"])


async def free(who: Asker, slot: str) -> bool:
    return bool((await who.see("query ($s: [ID!]!) { slots(ids: $s) { free } }", s=[slot]))[0]["free"])


async def test_a_hold_lasts_five_minutes_to_the_second(people: People, clock: time_machine.Traveller) -> None:
    zhanar, visitor = await people("zhanar"), await people("")
    slot = (await times(zhanar))[0]["id"]
    mine = await held(zhanar, slot)
    clock.shift(FIVE - SECOND)
    assert not await free(visitor, slot) and slot not in [one["id"] for one in await times(visitor)]
    assert slot in [one["id"] for one in await times(zhanar)] and [one["id"] for one in await zhanar.see(MINE)] == [mine["id"]]
    clock.shift(SECOND)
    assert await free(visitor, slot) and slot in [one["id"] for one in await times(visitor)]
    assert await zhanar.see(MINE) == []


async def test_a_hold_is_extended_once_to_ten_minutes(people: People, clock: time_machine.Traveller) -> None:
    zhanar, visitor = await people("zhanar"), await people("")
    slot = (await times(zhanar))[0]["id"]
    mine = await held(zhanar, slot)
    clock.shift(FIVE - SECOND)
    longer = await act(zhanar, "extendHold", {"id": mine["id"]}, HOLD)
    assert longer["problems"] == [] and not longer["hold"]["mayExtend"]
    (again,) = (await act(zhanar, "extendHold", {"id": mine["id"]}, HOLD))["problems"]
    assert again["code"] == "HOLD_EXTENDED" and again["message"] and again["provision"]
    clock.shift(FIVE)
    assert not await free(visitor, slot)
    clock.shift(SECOND)
    assert await free(visitor, slot)


async def test_a_hold_that_ran_out_is_not_extended_and_the_same_time_comes_first(people: People, clock: time_machine.Traveller) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    slot = (await times(zhanar))[2]["id"]
    mine = await held(zhanar, slot)
    clock.shift(FIVE)
    for given in ("extendHold", "bookAppointment"):
        asked = {"id": mine["id"]} if given == "extendHold" else request(slot, hold=mine["id"])
        (problem,) = (await act(zhanar, given, asked, HOLD if given == "extendHold" else "appointment { id }"))["problems"]
        assert problem["code"] == "HOLD_EXPIRED" and problem["field"] == ["slot"]
        assert problem["alternatives"][0]["id"] == slot and len(problem["alternatives"]) == 3
    await held(olga, slot)
    (problem,) = (await act(zhanar, "bookAppointment", request(slot, hold=mine["id"])))["problems"]
    assert problem["code"] == "HOLD_EXPIRED" and slot not in [one["id"] for one in problem["alternatives"]]
    assert codes(await act(zhanar, "bookAppointment", request(slot))) == ["SLOT_TAKEN"]


async def test_the_same_hold_is_given_again_on_another_device_and_no_longer_for_it(people: People, clock: time_machine.Traveller) -> None:
    phone, computer = await people("zhanar"), await people("zhanar")
    assert phone.token != computer.token
    slot = (await times(phone))[0]["id"]
    first = await held(phone, slot)
    clock.shift(timedelta(minutes=2))
    second = await held(computer, slot)
    assert (second["id"], second["expiresAt"]) == (first["id"], first["expiresAt"])
    assert (await book(computer, slot, hold=first["id"]))["problems"] == []
    assert await phone.see(MINE) == []


async def test_choosing_another_time_gives_the_former_one_back(people: People) -> None:
    zhanar, visitor = await people("zhanar"), await people("")
    first, second = [one["id"] for one in await times(zhanar)][:2]
    await held(zhanar, first)
    await held(zhanar, second)
    assert await free(visitor, first) and not await free(visitor, second)
    assert await Hold.live().filter(purpose=Purpose.CHOICE).count() == 1


async def test_what_somebody_holds_is_taken_for_everybody_else(people: People) -> None:
    zhanar, olga, desk = await people("zhanar"), await people("olga"), await people("registrar9")
    slot = (await times(zhanar))[0]["id"]
    mine = await held(zhanar, slot)
    for refused in (
        await hold(olga, slot), await act(olga, "bookAppointment", request(slot)), await hold(desk, slot, patientIin=IIN["marat"]),
        await book_at_desk(desk, IIN["marat"], slot),
    ):  # fmt: skip
        assert codes(refused)[0] == "SLOT_TAKEN" and slot not in [one["id"] for one in refused["problems"][0]["alternatives"]]
    moved = (await book(olga, (await times(olga))[1]["id"]))["appointment"]
    assert codes(await act(olga, "moveAppointment", {"id": moved["id"], "slot": slot})) == ["SLOT_TAKEN"]
    assert (await book(zhanar, slot, hold=mine["id"]))["problems"] == []


async def test_a_mother_sees_her_childs_hold_and_a_stranger_can_do_nothing_with_it(people: People) -> None:
    zhanar, child = await people("zhanar"), await patient_id("aliya")
    slot = (await times(zhanar, "PAEDIATRICIAN"))[0]["id"]
    mine = await held(zhanar, slot, patient=child)
    (shown,) = await zhanar.see(MINE)
    assert "Әлия" in shown["patient"]["fullName"] and shown["slot"]["id"] == slot
    for name in ("olga", "registrar9", "registrar", PARTNER):
        stranger = await people(name)
        assert await stranger.see("query ($id: ID!) { hold(id: $id) { id } }", id=mine["id"]) is None
        for what in ("releaseHold", "extendHold"):
            assert codes(await act(stranger, what, {"id": mine["id"]}, HOLD)) == ["NOT_FOUND"], name
    assert (await act(await people("zhanar"), "releaseHold", {"id": mine["id"]}, HOLD))["hold"]["lives"] is False
    assert await free(zhanar, slot)
    again = await act(zhanar, "releaseHold", {"id": mine["id"]}, HOLD)
    assert again["problems"] == [] and await Entry.filter(act="hold:release").count() == 1


async def test_a_hold_survives_a_restart(people: People, database: str) -> None:
    zhanar = await people("zhanar")
    slot = (await times(zhanar))[0]["id"]
    mine = await held(zhanar, slot)
    await close()
    await connect(database)
    assert [one["id"] for one in await zhanar.see(MINE)] == [mine["id"]] and not await free(await people("olga"), slot)
    assert (await book(zhanar, slot, hold=mine["id"]))["problems"] == []


async def test_a_hold_is_good_for_its_own_time_and_person_only(people: People) -> None:
    zhanar, marat = await people("zhanar"), await patient_id("marat")
    first, second = [one["id"] for one in await times(zhanar)][:2]
    mine = await held(zhanar, first)
    assert codes(await act(zhanar, "bookAppointment", request(second, hold=mine["id"]))) == ["HOLD_OTHER"]
    assert codes(await act(zhanar, "bookAppointment", request(first, hold=mine["id"], patient=marat))) == ["HOLD_OTHER"]
    assert codes(await hold(zhanar, first, patientIin=IIN["olga"])) == ["INVALID_VALUE"]
    assert codes(await hold(zhanar, first, patient=await patient_id("olga"))) == ["NOT_FOUND"]


async def test_a_registrar_who_is_refused_a_hold_leaves_the_line_that_it_was_asked(people: People) -> None:
    desk = await people("registrar9")
    slot = (await times(desk))[0]["id"]
    assert codes(await hold(desk, slot, patientIin=IIN["yerlan"])) == ["NOT_ATTACHED"]
    assert [(one.act, one.reading) for one in await Entry.all()] == [("appointment:asked", True)]


async def test_the_time_that_the_clinic_offers_is_held_for_the_person_already(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    offered = (await act(registrar, "offerOtherTime", {"id": case["id"], "reason": "Кабинет жабық"}))["appointment"]
    again = await hold(zhanar, offered["offer"]["slot"]["id"], moving=case["id"])
    assert codes(again) == [] and again["hold"]["id"] == offered["offer"]["id"]
