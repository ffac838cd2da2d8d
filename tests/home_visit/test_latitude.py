"""Where the clinic may do more than it must: a doctor earlier than due, a mark taken back, an end to apologies."""

from datetime import datetime, timedelta

import time_machine

from models import home_visit_clock
from models.clock import ZONE
from models.outbox import Message
from tests.attachment.conftest import People
from tests.home_visit.calls import accepted, act, called, codes, done, given, in_vain, see


async def test_a_call_after_the_cut_off_may_be_served_the_same_evening(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 11, 23, 18, 20, tzinfo=ZONE))
    case = await called(await people("zhanar"), dangerSigns=["CHEST_PAIN"])
    assert case["visitDay"] == "2026-11-24"
    case = await accepted(await people("registrar9"), case, "doctor9")
    assert case["window"]["since"].startswith("2026-11-23T18:30") and case["visitDay"] == "2026-11-23"
    assert (await done(await people("doctor9"), "setOutForHomeVisit", case))["state"] == "EN_ROUTE"


async def test_a_routine_call_after_the_cut_off_is_proposed_for_its_day_first(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 11, 23, 18, 20, tzinfo=ZONE))
    case = await called(await people("zhanar"))
    windows = (await see(await people("registrar9"), case["id"]))["windows"]
    assert windows[0]["since"].startswith("2026-11-24T08:00") and windows[-1]["since"].startswith("2026-11-23T18:30")


async def test_a_window_later_than_the_day_of_the_visit_is_refused(people: People) -> None:
    case, registrar = await called(await people("zhanar")), await people("registrar9")
    window = {"since": "2026-11-24T08:00:00+05:00", "until": "2026-11-24T10:00:00+05:00"}
    assert codes(await act(registrar, "acceptHomeVisit", given("acceptHomeVisit", case, window=window))) == ["WINDOW_DAY"]


async def test_a_door_noted_as_shut_by_mistake_is_no_attempt(people: People) -> None:
    doctor = await people("doctor9")
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    case = await in_vain(doctor, case)
    assert case["attempts"] == 1
    case = await done(doctor, "takeHomeVisitBack", case)
    assert (case["state"], case["attempts"]) == ("ASSIGNED", 0)


async def test_after_the_last_attempt_nobody_apologises_and_nothing_is_carried_over(people: People, clock: time_machine.Traveller) -> None:
    doctor = await people("doctor9")
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    for _ in range(2):
        case = await in_vain(doctor, case)
    clock.shift(timedelta(days=2))
    assert await home_visit_clock.apologise() == await home_visit_clock.carry_over() == 0
    assert not await Message.filter(template__in=["home_visit_apology", "home_visit_carried"]).exists()
    assert [one["act"] for one in (await see(await people("registrar9"), case["id"]))["may"]].count("give_up") == 1


async def test_a_sign_that_was_named_stays_named_however_the_call_is_weighed(people: People) -> None:
    case, registrar = await called(await people("zhanar"), dangerSigns=["STROKE"], indications=[]), await people("registrar9")
    words = "Телефон арқылы сөйлестім: белгі қате белгіленген."
    case = await done(registrar, "weighHomeVisit", case, urgency="ROUTINE", words=words)
    refused = await act(registrar, "redirectHomeVisit", given("redirectHomeVisit", case, route="APPOINTMENT", words=words))
    assert codes(refused) == ["DANGER_NAMED"]
