"""The doctor's round: each step once, however often it is tapped; twice at the door before a call is given up; marks taken back."""

import time_machine

from models import home_visit_clock
from models.home_visit import HomeVisit
from tests.attachment.asking import Asker, Json, patient_id
from tests.attachment.conftest import People
from tests.home_visit.calls import (
    IIN,
    REASON,
    accepted,
    act,
    at,
    call_by_phone,
    called,
    codes,
    doctor_id,
    done,
    given,
    in_vain,
    lines,
    on_the_way,
    refused,
    row,
    see,
    told,
    window,
)

ROUND = "query ($on: Date) { callRound(on: $on) { number state } }"


async def numbers(doctor: Asker, on: str | None = None) -> list[str]:
    """The calls of a round in its order."""
    return [one["number"] for one in await doctor.see(ROUND, on=on)]


async def test_a_step_sent_twice_counts_once_with_the_same_key_and_with_another(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await accepted(registrar, await called(zhanar), "doctor9")
    for name, step, last in (
        ("setOutForHomeVisit", "set_out", False), ("arriveAtHomeVisit", "arrive", False), ("markNobodyHome", "miss", False),
        ("setOutForHomeVisit", "set_out", False), ("arriveAtHomeVisit", "arrive", False), ("completeHomeVisit", "complete", True),
    ):  # fmt: skip
        more = {"outcome": "LEFT_AT_HOME", "diagnosis": "ЖРВИ"} if last else {}
        before = (await lines(case)).count(step)
        asked = given(name, case, **more)
        answers = [await act(doctor, name, asked), await act(doctor, name, asked), await act(doctor, name, given(name, case, **more))]
        assert answers[0] == answers[1] == answers[2] and codes(answers[0]) == []
        assert (await lines(case)).count(step) == before + 1
    assert (await row(case)).attempts == 1 and (await told("zhanar")).count("home_visit_done") == 1


async def test_a_key_used_for_one_step_is_good_for_no_other(people: People) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    step = given("setOutForHomeVisit", case)
    assert codes(await act(doctor, "setOutForHomeVisit", step)) == []
    assert codes(await act(doctor, "arriveAtHomeVisit", step)) == ["IDEMPOTENCY_KEY_REUSED"]
    ended = given("completeHomeVisit", case, outcome="LEFT_AT_HOME")
    assert codes(await act(doctor, "completeHomeVisit", ended)) == []
    assert codes(await act(doctor, "completeHomeVisit", {**ended, "outcome": "AMBULANCE"})) == ["IDEMPOTENCY_KEY_REUSED"]


async def test_something_else_said_of_a_visit_that_is_over_is_refused_and_not_lost_in_silence(people: People) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(await people("zhanar")))
    case = await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="ЖРВИ")
    for more in ({"outcome": "HOSPITALISED", "diagnosis": "ЖРВИ"}, {"outcome": "LEFT_AT_HOME", "diagnosis": "Пневмония"}):
        assert await refused(doctor, "completeHomeVisit", case, **more) == ["NOT_OPEN"]
    case = await done(doctor, "takeHomeVisitBack", case)
    kept = await row(case)
    assert case["state"] == "ASSIGNED" and not (kept.outcome or kept.diagnosis or kept.help_given or kept.ended_at)
    case = await done(doctor, "completeHomeVisit", case, outcome="HOSPITALISED", diagnosis="Пневмония")
    assert (await row(case)).diagnosis == "Пневмония"


async def test_a_call_is_given_up_only_after_two_attempts_at_the_door_and_the_end_of_the_window(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(zhanar))
    assert await refused(doctor, "giveHomeVisitUp", case) == ["NOT_OPEN"]
    case = await in_vain(doctor, case)
    assert case["state"] == "NOBODY_HOME" and case["attempts"] == 1
    assert await refused(doctor, "giveHomeVisitUp", case) == ["SECOND_ATTEMPT"]
    case = await in_vain(doctor, case)
    early = await act(doctor, "giveHomeVisitUp", given("giveHomeVisitUp", case))
    assert codes(early) == ["STILL_PROMISED"] and early["problems"][0]["allowedFrom"] == at(23, 12).isoformat()
    clock.move_to(at(23, 12))
    assert [one["act"] for one in (await see(doctor, case["id"]))["may"]] == ["arrive", "give_up", "step_back", "hand_over", "weigh"]
    case = await done(doctor, "giveHomeVisitUp", case)
    assert case["state"] == "UNMET" and codes(await call_by_phone(registrar, IIN["zhanar"])) == []


async def test_what_was_tried_twice_and_carried_is_given_up_after_the_window_of_the_new_day(
    people: People, clock: time_machine.Traveller
) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(await people("zhanar")))
    for _ in range(2):
        case = await in_vain(doctor, case)
    case = await done(registrar, "carryHomeVisit", case, day="2026-11-24", reason=REASON)
    clock.move_to(at(24, 9, 59))
    doctor = await people("doctor9")
    assert await refused(doctor, "giveHomeVisitUp", case) == ["STILL_PROMISED"]
    clock.move_to(at(24, 10))
    assert "give_up" in [one["act"] for one in (await see(doctor, case["id"]))["may"]]
    assert (await done(doctor, "giveHomeVisitUp", case))["state"] == "UNMET"


async def test_the_end_of_a_visit_is_taken_back_on_its_day_only_and_not_beside_another_live_call(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(zhanar))
    assert (await done(doctor, "takeHomeVisitBack", case))["state"] == "ASSIGNED"
    assert await refused(doctor, "takeHomeVisitBack", case) == ["NOT_OPEN"]
    case = await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME")
    again = await called(zhanar)
    payload = await act(doctor, "takeHomeVisitBack", given("takeHomeVisitBack", case))
    assert codes(payload) == ["ALREADY_CALLED"] and again["number"] in payload["problems"][0]["message"]
    await done(zhanar, "cancelHomeVisit", again)
    clock.move_to(at(24, 8))
    doctor = await people("doctor9")
    assert await refused(doctor, "takeHomeVisitBack", case) == ["NOT_OPEN"]
    assert "step_back" not in [one["act"] for one in (await see(doctor, case["id"]))["may"]]


async def test_a_call_is_cancelled_until_the_doctor_is_at_the_door(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(zhanar))
    case = await done(doctor, "arriveAtHomeVisit", case)
    assert await refused(zhanar, "cancelHomeVisit", case) == ["NOT_OPEN"]
    await done(doctor, "takeHomeVisitBack", case)
    assert (await done(zhanar, "cancelHomeVisit", case))["state"] == "CANCELLED"
    for name in ("setOutForHomeVisit", "arriveAtHomeVisit", "markNobodyHome", "giveHomeVisitUp", "takeHomeVisitBack"):
        assert await refused(doctor, name, case) == ["NOT_OPEN"]


async def test_the_round_has_the_urgent_first_and_at_its_end_what_is_done(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    first = await called(zhanar)
    second = (await call_by_phone(registrar, IIN["olga"]))["homeVisit"]
    third = await called(zhanar, patient=await patient_id("marat"), dangerSigns=["STROKE"])
    for case, since in ((first, 14), (second, 12), (third, 16)):
        asked: Json = {"window": window(at(23, since)), "doctor": await doctor_id("doctor9")}
        await done(registrar, "acceptHomeVisit", case, **asked)
    assert await numbers(doctor) == [third["number"], second["number"], first["number"]]
    await done(doctor, "completeHomeVisit", third, outcome="AMBULANCE")
    assert await numbers(doctor) == [second["number"], first["number"], third["number"]]
    assert await numbers(doctor, "2026-11-24") == [] == await numbers(await people("doctor9-child"))


async def test_who_is_no_longer_sent_sees_the_call_no_longer(people: People) -> None:
    registrar, doctor, other = await people("registrar9"), await people("doctor9"), await people("doctor9-child")
    case = await accepted(registrar, await called(await people("zhanar"), patient=await patient_id("aliya")), "doctor9-child")
    assert (await see(other, case["id"]))["number"] == case["number"] and await see(doctor, case["id"]) is None
    for name in ("setOutForHomeVisit", "completeHomeVisit"):
        more: Json = {"outcome": "LEFT_AT_HOME"} if name.startswith("complete") else {}
        assert codes(await act(doctor, name, given(name, case, **more))) == ["NOT_FOUND"]


async def test_what_a_day_left_at_the_door_is_on_the_next_days_round_and_stays_there_when_it_is_done(
    people: People, clock: time_machine.Traveller
) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(await people("zhanar")))
    case = await done(doctor, "arriveAtHomeVisit", case)
    clock.move_to(at(24, 9))
    for job in (home_visit_clock.record_overdue, home_visit_clock.apologise, home_visit_clock.carry_over):
        await job()
    doctor, registrar = await people("doctor9"), await people("registrar9")
    assert (await row(case)).state.value == "ON_SITE" and await numbers(doctor) == [case["number"]]
    assert [one["number"] for one in (await registrar.see("{ callBoard { calls { number } } }"))["calls"]] == [case["number"]]
    await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME")
    assert await numbers(doctor) == [case["number"]] == await numbers(doctor, "2026-11-23")
    assert (await HomeVisit.get()).ended_at is not None


async def test_the_registrar_notes_steps_and_how_a_visit_ended_by_phone_but_not_what_was_found(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    case = await done(registrar, "setOutForHomeVisit", case)
    case = await done(registrar, "arriveAtHomeVisit", case)
    assert case["state"] == "ON_SITE"
    for field, more in (("diagnosis", {"diagnosis": "ЖРВИ"}), ("helpGiven", {"helpGiven": "Тексеру"})):
        answer = await act(registrar, "completeHomeVisit", given("completeHomeVisit", case, outcome="LEFT_AT_HOME", **more))
        assert codes(answer) == ["NOT_YOURS"] and answer["problems"][0]["field"] == [field]
    assert (await done(registrar, "completeHomeVisit", case, outcome="LEFT_AT_HOME"))["state"] == "COMPLETED"
    assert (await done(registrar, "takeHomeVisitBack", case))["state"] == "ASSIGNED"


async def test_nobody_is_missed_before_the_doctor_is_at_the_door(people: People) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    assert await refused(doctor, "markNobodyHome", case) == ["NOT_OPEN"]
    case = await done(doctor, "setOutForHomeVisit", case)
    assert await refused(doctor, "markNobodyHome", case) == ["NOT_OPEN"]
    assert (await in_vain(doctor, case))["state"] == "NOBODY_HOME"


async def test_a_mark_before_the_end_of_a_visit_is_taken_back_on_a_later_day_too(people: People, clock: time_machine.Traveller) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    first = await on_the_way(registrar, doctor, await called(await people("zhanar")))
    second = await on_the_way(registrar, doctor, (await call_by_phone(registrar, IIN["olga"]))["homeVisit"])
    await done(doctor, "arriveAtHomeVisit", second)
    clock.move_to(at(24, 8))
    assert (await done(await people("doctor9"), "takeHomeVisitBack", first))["state"] == "ASSIGNED"
    assert (await done(await people("registrar9"), "takeHomeVisitBack", second))["state"] == "ASSIGNED"
