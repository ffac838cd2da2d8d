"""The clinic's answer and dispatch: windows, doctors, the two grounds of refusal, what is offered instead, another day, 103."""

from datetime import timedelta
from typing import Any

import time_machine

from models import clock as now
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.home_visit import HomeVisit
from models.person import Person
from models.timetable import Absence
from tests.attachment.asking import BINS, Json, patient_id
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
    lines,
    on_the_way,
    refused,
    row,
    see,
    window,
)

GROUNDS = ("UNRELIABLE", "NOT_ATTACHED")


async def test_a_window_is_on_the_day_in_the_hours_ahead_and_neither_short_nor_long(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar)
    wrong = {
        "WINDOW_TIMES": [*(window(at(23, 12), hours) for hours in (0.4, 4.1, -1, 0)), window(at(22, 12), 48)],
        "WINDOW_PAST": [window(at(23, 8), 2), window(at(23, 8), 2.4), window(at(22, 10), 2)],
        "WINDOW_DAY": [window(at(24, 10)), window(at(30, 10))],
        "WINDOW_HOURS": [window(at(23, 19)), window(at(23, 20))],
    }  # fmt: skip
    for code, windows in wrong.items():
        for one in windows:
            assert await refused(registrar, "acceptHomeVisit", case, window=one) == [code], one
    assert (await done(registrar, "acceptHomeVisit", case, window=window(at(23, 18))))["state"] == "ACCEPTED"


async def test_a_moment_without_a_zone_or_beyond_all_years_promises_nothing(people: People) -> None:
    registrar = await people("registrar9")
    case = await called(await people("zhanar"))
    moments = {
        ("2026-11-23T10:00", "2026-11-23T12:00"): "INVALID_MOMENT",
        ("0001-01-01T10:00:00+05:00", "0001-01-01T12:00:00+05:00"): "WINDOW_PAST",
        ("0001-01-01T10:00:00+05:00", "9999-01-01T10:00:00+05:00"): "WINDOW_TIMES",
        ("9999-12-30T10:00:00+05:00", "9999-12-30T12:00:00+05:00"): "WINDOW_DAY",
    }
    for (since, until), code in moments.items():
        assert set(await refused(registrar, "acceptHomeVisit", case, window={"since": since, "until": until})) == {code}, since
    for day in ("0001-01-01", "1900-01-01", "2026-11-22", "2026-11-23"):
        assert await refused(registrar, "carryHomeVisit", case, day=day, reason=REASON) == ["CARRIED_BACK"]


async def test_the_window_is_told_in_the_time_of_the_country_whatever_the_zone_in_which_it_was_given(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar)
    asked = {"since": "2026-11-23T07:00:00Z", "until": "2026-11-23T09:00:00+00:00"}
    case = await done(registrar, "acceptHomeVisit", case, window=asked)
    assert case["window"] == window(at(23, 12))
    course = await zhanar.see("query ($id: ID!) { homeVisit(id: $id) { course { act note } } }", id=case["id"])
    assert {"act": "accept", "note": "23.11.2026, 12:00–14:00"} in course["course"]


async def test_every_window_that_is_offered_can_be_promised(people: People, clock: time_machine.Traveller) -> None:
    for moment in (at(23, 10), at(23, 10, 1), at(23, 19), at(23, 19, 29), at(28, 9), at(28, 13, 15)):
        clock.move_to(moment)
        zhanar, registrar = await people("zhanar"), await people("registrar9")
        case = await called(zhanar)
        found = case["windows"] or (await see(registrar, case["id"]))["windows"]
        assert found, moment
        for one in found:
            case = await done(registrar, "acceptHomeVisit" if case["state"] == "SUBMITTED" else "promiseWindow", case, window=one)
        await done(zhanar, "cancelHomeVisit", case)


async def test_only_an_attending_doctor_of_the_clinic_who_serves_the_age_and_is_there_is_sent(people: People) -> None:
    registrar = await people("registrar9")
    case = await called(await people("zhanar"))
    asked = {"window": window(at(23, 12))}
    for name, code in (
        ("doctor", "DOCTOR_ELSEWHERE"), ("dentist9", "DOCTOR_NOT_ATTENDING"), ("doctor9-child", "DOCTOR_AGE")
    ):  # fmt: skip
        assert await refused(registrar, "acceptHomeVisit", case, **asked, doctor=await doctor_id(name)) == [code]
    doctor = await Doctor.get(person__iin=IIN["doctor9"])
    away: Json = {"clinic_id": doctor.clinic_id, "doctor": doctor, "recorded_at": now.now()}
    absence = await Absence.create(since=at(23, 13, 59), until=at(23, 18), **away)
    assert await refused(registrar, "acceptHomeVisit", case, **asked, doctor=await doctor_id("doctor9")) == ["DOCTOR_ABSENT"]
    await Absence.filter(id=absence.id).update(since=at(23, 14))
    await Doctor.filter(id=doctor.id).update(serving=False)
    assert await refused(registrar, "acceptHomeVisit", case, **asked, doctor=await doctor_id("doctor9")) == ["DOCTOR_ELSEWHERE"]
    await Doctor.filter(id=doctor.id).update(serving=True)
    assert (await done(registrar, "acceptHomeVisit", case, **asked, doctor=await doctor_id("doctor9")))["state"] == "ASSIGNED"
    assert await refused(registrar, "acceptHomeVisit", case, **asked) == ["CALL_CHANGED"]


async def test_a_child_is_visited_by_a_doctor_for_children(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar, patient=await patient_id("aliya"))
    case = await accepted(registrar, case, "doctor9-child")
    assert case["state"] == "ASSIGNED" and case["doctor"]["fullName"].startswith("Юсупова")


async def test_of_two_who_assign_the_same_call_as_they_saw_it_one_wins_and_the_other_is_told_who_was_sent(people: People) -> None:
    registrar, second = await people("registrar9"), await people("registrar9-second")
    case = await accepted(registrar, await called(await people("zhanar")))
    doctor = await doctor_id("doctor9")
    assert (await done(registrar, "assignHomeVisit", case, doctor=doctor))["state"] == "ASSIGNED"
    late = await act(second, "assignHomeVisit", given("assignHomeVisit", case, doctor=doctor))
    assert codes(late) == ["CALL_CHANGED"] and "Каримов" in late["problems"][0]["message"]
    assert (await lines(case)).count("assign") == 1


async def test_every_act_of_the_clinic_needs_the_call_as_it_is(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    old = await called(zhanar)
    case = await done(zhanar, "reportWorse", old, words="Нашарлады")
    acts: dict[str, Json] = {
        "acceptHomeVisit": {"window": window(at(23, 12))}, "refuseHomeVisit": {"ground": "UNRELIABLE", "words": REASON},
        "redirectHomeVisit": {"route": "APPOINTMENT", "words": REASON}, "carryHomeVisit": {"day": "2026-11-24", "reason": REASON},
        "weighHomeVisit": {"urgency": "URGENT"}, "assignHomeVisit": {"doctor": await doctor_id("doctor9")},
        "promiseWindow": {"window": window(at(23, 12))},
    }  # fmt: skip
    for name, more in acts.items():
        for version in (old["version"], case["version"] + 1, -1, 2**31 - 1):
            assert await refused(registrar, name, {**case, "version": version}, **more) == ["CALL_CHANGED"], name


async def test_a_call_is_refused_on_a_ground_of_the_list_that_is_so_and_with_reasons_only(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar)
    assert await refused(registrar, "refuseHomeVisit", case, ground="NOT_ATTACHED", words=REASON) == ["ATTACHED_AFTER_ALL"]
    assert await refused(registrar, "refuseHomeVisit", case, ground="UNRELIABLE", words="Жоқ") == ["REFUSAL_WORDS"]
    assert await refused(registrar, "refuseHomeVisit", case, ground="NOT_ATTACHED", words=" ") == ["ATTACHED_AFTER_ALL", "REFUSAL_WORDS"]
    await Attachment.filter(person__iin=IIN["zhanar"], state="IN_FORCE").update(state="ENDED")
    case = await done(registrar, "refuseHomeVisit", case, ground="NOT_ATTACHED", words=REASON)
    assert case["state"] == "REFUSED" and case["due"] is None
    told = (await see(zhanar, case["id"]))["refusal"]
    assert told["ground"] == "NOT_ATTACHED" and told["provision"] and told["complaint"]["text"]
    wrong = await registrar.ask(
        "mutation ($input: RefuseHomeVisitInput!) { refuseHomeVisit(input: $input) { problems { code } } }",
        input=given("refuseHomeVisit", case, ground="NO_INDICATION", words=REASON),
    )
    assert "errors" in wrong and (await row(case)).refusal_ground is not None


async def test_without_danger_and_without_a_state_of_the_list_something_else_is_offered_and_the_person_decides(people: People) -> None:
    zhanar, registrar, olga = await people("zhanar"), await people("registrar9"), await people("olga")
    offer: Json = {"route": "PRE_DOCTOR_ROOM", "words": REASON}
    named, endangered = await called(zhanar), await called(olga, indications=[], dangerSigns=["ALLERGY"])
    assert await refused(registrar, "redirectHomeVisit", named, **offer) == ["INDICATION_NAMED"]
    assert await refused(registrar, "redirectHomeVisit", endangered, **offer) == ["DANGER_NAMED"]
    plain = await called(zhanar, patient=await patient_id("aliya"), indications=[])
    assert await refused(registrar, "redirectHomeVisit", plain, route="APPOINTMENT", words="Жоқ") == ["REASONS_MISSING"]
    plain = await done(registrar, "redirectHomeVisit", plain, **offer)
    assert plain["state"] == "REDIRECTED" and plain["due"] is None and plain["answeredAt"]
    assert [one["act"] for one in (await see(zhanar, plain["id"]))["may"]] == ["agree", "insist", "worsen", "cancel"]
    assert (await done(zhanar, "agreeToRedirection", plain))["state"] == "REROUTED"


async def test_whoever_insists_has_a_new_term_and_is_offered_nothing_else_again(people: People, clock: time_machine.Traveller) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar, indications=[])
    case = await done(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=REASON)
    clock.move_to(at(23, 18, 30))
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await done(zhanar, "insistOnHomeVisit", case)
    assert (case["state"], case["answerBy"], case["visitDay"]) == ("SUBMITTED", at(23, 19).isoformat(), "2026-11-24")
    assert case["answeredAt"] is None and case["insisted"] and case["servedByLaw"] == "2026-11-23"
    assert await refused(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=REASON) == ["INSISTED"]
    assert await refused(registrar, "refuseHomeVisit", case, ground="NOT_ATTACHED", words=REASON) == ["ATTACHED_AFTER_ALL"]
    assert "redirect" not in [one["act"] for one in (await see(registrar, case["id"]))["may"]]
    assert (await accepted(registrar, case))["window"]["since"] == at(24, 8).isoformat()


async def test_whoever_gets_worse_while_something_else_is_offered_is_owed_an_answer_again(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar, indications=[])
    case = await done(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=REASON)
    case = await done(zhanar, "reportWorse", case, dangerSigns=["BREATHING"])
    assert (case["state"], case["urgency"], case["insisted"]) == ("SUBMITTED", "EMERGENCY", True) and case["due"]
    assert sorted(await lines(case)) == ["call", "insist", "redirect", "worsen"]


async def test_the_registrar_notes_what_the_person_says_on_the_phone(people: People) -> None:
    registrar = await people("registrar9")
    case = (await call_by_phone(registrar, IIN["olga"], indications=[]))["homeVisit"]
    case = await done(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=REASON)
    case = await done(registrar, "insistOnHomeVisit", case)
    case = await done(registrar, "reportWorse", case, dangerSigns=["SEIZURE"])
    case = await done(registrar, "cancelHomeVisit", case, reason="Өзі емханаға келді")
    assert case["state"] == "CANCELLED" and (await row(case)).cancelled_by is not None


async def test_a_call_is_carried_to_a_later_working_day_with_reasons_and_its_first_window(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    for day, code in (("2026-11-23", "CARRIED_BACK"), ("2026-11-20", "CARRIED_BACK"), ("2026-11-27", "CARRIED_FAR")):
        assert await refused(registrar, "carryHomeVisit", case, day=day, reason=REASON) == [code]
    assert await refused(registrar, "carryHomeVisit", case, day="2026-11-26", reason="Жоқ") == ["REASONS_MISSING"]
    assert await refused(registrar, "carryHomeVisit", case, day="2026-11-26", reason="а" * 501) == ["TOO_LONG"]
    case = await done(registrar, "carryHomeVisit", case, day="2026-11-26", reason=REASON)
    assert (case["visitDay"], case["window"], case["carried"]) == ("2026-11-26", window(at(26, 8)), True)
    assert case["state"] == "ASSIGNED" and case["laterDays"] == ["2026-11-27", "2026-11-28", "2026-11-30"]
    doctor = await people("doctor9")
    assert await refused(doctor, "setOutForHomeVisit", case) == ["VISIT_AHEAD"]


async def test_a_call_that_waits_from_a_day_before_is_carried_to_today_from_now_on(people: People, clock: time_machine.Traveller) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")))
    clock.move_to(at(25, 15, 5))
    registrar = await people("registrar9")
    assert await refused(registrar, "carryHomeVisit", case, day="2026-11-24", reason=REASON) == ["CARRIED_BACK"]
    case = await done(registrar, "carryHomeVisit", case, day="2026-11-25", reason=REASON)
    assert case["window"] == window(at(25, 15, 15))


async def test_the_urgency_is_lowered_by_a_human_with_reasons_only(people: People, clock: time_machine.Traveller) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar, dangerSigns=["INJURY"])
    assert await refused(registrar, "weighHomeVisit", case, urgency="URGENT") == ["URGENCY_WORDS"]
    assert await refused(registrar, "weighHomeVisit", case, urgency="ROUTINE", words="Жоқ") == ["URGENCY_WORDS"]
    case = await done(registrar, "weighHomeVisit", case, urgency="ROUTINE", words="Телефонмен сұралды: жеңіл жарақат екен.")
    assert case["urgency"] == "ROUTINE" and case["dangerSigns"] == [{"sign": "INJURY"}]
    clock.shift(timedelta(minutes=1))
    assert (await done(registrar, "weighHomeVisit", case, urgency="EMERGENCY"))["urgency"] == "EMERGENCY"
    course = await zhanar.see("query ($id: ID!) { homeVisit(id: $id) { course { act } } }", id=case["id"])
    assert "weigh" not in [one["act"] for one in course["course"]]
    seen = await registrar.see("query ($id: ID!) { homeVisit(id: $id) { course { act note } } }", id=case["id"])
    assert [one["note"] for one in seen["course"] if one["act"] == "weigh"] == ["Телефонмен сұралды: жеңіл жарақат екен.", None]


async def test_from_any_live_state_103_takes_a_call_over(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(zhanar))
    case = await done(doctor, "arriveAtHomeVisit", case)
    assert await refused(doctor, "handOverHomeVisit", case, number="1" * 61) == ["TOO_LONG"]
    case = await done(doctor, "handOverHomeVisit", case, number="103-9", words=REASON)
    assert case["state"] == "HANDED_OVER" and (await row(case)).ambulance_number == "103-9"
    assert (await done(doctor, "handOverHomeVisit", case))["version"] == case["version"]  # sent twice, it counts once
    again = await called(zhanar)
    assert again["logNumber"] == case["logNumber"] + 1


async def test_the_board_shows_the_urgent_first_then_the_nearest_term_then_the_older(people: People, clock: time_machine.Traveller) -> None:
    registrar, zhanar = await people("registrar9"), await people("zhanar")
    routine = await called(zhanar)
    clock.shift(timedelta(minutes=1))
    phone = (await call_by_phone(registrar, IIN["olga"], indications=["PAIN"]))["homeVisit"]
    clock.shift(timedelta(minutes=1))
    urgent = await called(zhanar, patient=await patient_id("marat"), indications=["INFECTION"])
    clock.shift(timedelta(minutes=1))
    danger = await called(zhanar, patient=await patient_id("aliya"), dangerSigns=["SEIZURE"])
    board = await registrar.see("{ callBoard { calls { number } doctors { doctor { fullName } waiting done absent reception } } }")
    assert [one["number"] for one in board["calls"]] == [one["number"] for one in (danger, urgent, phone, routine)]
    doctors = {one["doctor"]["fullName"].split()[0]: one for one in board["doctors"]}
    assert set(doctors) == {"Каримов", "Юсупова"} and doctors["Каримов"]["waiting"] == 0 and doctors["Каримов"]["reception"]
    await accepted(registrar, routine, "doctor9")
    after = await registrar.see("{ callBoard { calls { number } doctors { waiting } } }")
    assert sorted(one["waiting"] for one in after["doctors"]) == [0, 1] and len(after["calls"]) == 4


async def test_who_died_or_was_detached_meanwhile_is_still_on_the_board_and_can_be_answered(people: People) -> None:
    registrar, zhanar = await people("registrar9"), await people("zhanar")
    first, second = await called(zhanar), await called(zhanar, patient=await patient_id("marat"))
    await Person.filter(iin=IIN["marat"]).update(deceased_on=now.today())
    await Attachment.filter(person__iin=IIN["zhanar"], state="IN_FORCE").update(state="ENDED")
    await Clinic.filter(bin=BINS["almaty-9"]).update(serving=False)
    board: Any = await registrar.see("{ callBoard { calls { number } } }")
    assert {one["number"] for one in board["calls"]} == {first["number"], second["number"]}
    assert (await accepted(registrar, first, "doctor9"))["state"] == "ASSIGNED"
    assert (await done(registrar, "cancelHomeVisit", second, reason=REASON))["state"] == "CANCELLED"
    assert await HomeVisit.all().count() == 2


async def test_a_window_that_has_begun_is_promised_while_half_an_hour_of_it_is_left(people: People) -> None:
    registrar, case = await people("registrar9"), await called(await people("zhanar"))
    half = {"since": at(23, 8).isoformat(), "until": at(23, 10, 29).isoformat()}
    assert await refused(registrar, "acceptHomeVisit", case, window=half) == ["WINDOW_PAST"]
    assert (await done(registrar, "acceptHomeVisit", case, window=window(at(23, 8), 2.5)))["state"] == "ACCEPTED"


async def test_a_call_is_not_carried_to_a_day_on_which_the_clinic_is_closed(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(at(27, 10))
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")))
    assert await refused(registrar, "carryHomeVisit", case, day="2026-11-29", reason=REASON) == ["WINDOW_HOURS"]
    assert (await done(registrar, "carryHomeVisit", case, day="2026-12-01", reason=REASON))["visitDay"] == "2026-12-01"


async def test_a_call_with_a_danger_sign_is_put_off_by_nobody(people: People) -> None:
    registrar, case = await people("registrar9"), await called(await people("zhanar"), dangerSigns=["STROKE"])
    assert await refused(registrar, "carryHomeVisit", case, day="2026-11-24", reason=REASON) == ["DANGER_NAMED"]


async def test_whoever_carries_a_call_may_say_when_on_that_day(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")))
    asked: Json = {"day": "2026-11-24", "reason": REASON}
    for wrong, code in ((at(23, 12), "WINDOW_DAY"), (at(25, 12), "WINDOW_DAY"), (at(24, 19), "WINDOW_HOURS")):
        assert await refused(registrar, "carryHomeVisit", case, **asked, window=window(wrong)) == [code]
    case = await done(registrar, "carryHomeVisit", case, **asked, window=window(at(24, 15)))
    assert case["window"] == window(at(24, 15))


async def test_a_call_is_not_carried_into_the_absence_of_its_doctor(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    doctor, asked = await Doctor.get(person__iin=IIN["doctor9"]), {"day": "2026-11-24", "reason": REASON}
    away: Json = {"clinic_id": doctor.clinic_id, "doctor": doctor, "recorded_at": now.now()}
    await Absence.create(since=at(24, 8), until=at(24, 12), **away)
    assert await refused(registrar, "carryHomeVisit", case, **asked) == ["DOCTOR_ABSENT"]
    assert (await done(registrar, "carryHomeVisit", case, **asked, window=window(at(24, 12))))["state"] == "ASSIGNED"


async def test_no_window_is_promised_into_the_absence_of_the_doctor_who_goes(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    doctor = await Doctor.get(person__iin=IIN["doctor9"])
    await Absence.create(since=at(23, 13), until=at(23, 15), clinic_id=doctor.clinic_id, doctor=doctor, recorded_at=now.now())
    assert await refused(registrar, "promiseWindow", case, window=window(at(23, 14))) == ["DOCTOR_ABSENT"]
    assert (await done(registrar, "promiseWindow", case, window=window(at(23, 15))))["window"] == window(at(23, 15))


async def test_dots_and_few_letters_are_no_reasons(people: People) -> None:
    registrar, case = await people("registrar9"), await called(await people("zhanar"), indications=[])
    for words in ("." * 40, "Жоқ" + "." * 40, "абвгдежзи" + "." * 20, "Дәрігер бос емес ед"):
        assert await refused(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=words) == ["REASONS_MISSING"], words
        assert await refused(registrar, "carryHomeVisit", case, day="2026-11-24", reason=words) == ["REASONS_MISSING"], words
    enough = "абвгдежзик" + "." * 10
    assert (await done(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=enough))["state"] == "REDIRECTED"


async def test_a_registrar_who_cancels_notes_what_the_person_said_and_the_person_need_not_say(people: People) -> None:
    registrar, zhanar = await people("registrar9"), await people("zhanar")
    case = await called(zhanar)
    for reason in (None, "", "Жоқ", "....... 12"):
        answer = await act(registrar, "cancelHomeVisit", given("cancelHomeVisit", case, reason=reason))
        assert codes(answer) == ["REASONS_MISSING"] and answer["problems"][0]["field"] == ["reason"]
    assert (await done(zhanar, "cancelHomeVisit", case))["state"] == "CANCELLED"


async def test_a_call_is_handed_over_with_the_number_of_103_or_with_reasons_and_the_number_is_added_later(people: People) -> None:
    registrar, case = await people("registrar9"), await called(await people("zhanar"))
    for more in ({}, {"number": " ", "words": "Жоқ"}):
        answer = await act(registrar, "handOverHomeVisit", given("handOverHomeVisit", case, **more))
        assert codes(answer) == ["AMBULANCE_NUMBER"] and answer["problems"][0]["field"] == ["number"]
    await done(registrar, "handOverHomeVisit", case, words=REASON)
    for number in ("103-5", "103-6"):
        await done(registrar, "handOverHomeVisit", case, number=number)
    kept = await row(case)
    assert (kept.ambulance_number, kept.reasons, (await lines(case)).count("hand_over")) == ("103-5", REASON, 2)
