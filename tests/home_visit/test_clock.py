"""What the clock does by itself: late answers, windows about to be missed, what a day has left undone. Twice does nothing more."""

from datetime import datetime, timedelta

import pytest
import time_machine

from models import home_visit_clock
from models.clinic import Clinic
from models.clock import ZONE
from models.home_visit import HomeVisit
from models.journal import Entry
from tests.attachment.asking import BINS, Json
from tests.attachment.conftest import People
from tests.home_visit.calls import (
    REASON,
    accepted,
    at,
    call,
    called,
    done,
    in_vain,
    lines,
    on_the_way,
    row,
    see,
    told,
    window,
)

JOBS = (home_visit_clock.record_overdue, home_visit_clock.apologise, home_visit_clock.carry_over)


async def ticked() -> list[int]:
    """Every job once, and once more for nothing."""
    made = [await work() for work in JOBS]
    before = await HomeVisit.all().order_by("id").values(), await Entry.all().count()
    assert [await work() for work in JOBS] == [0, 0, 0]
    assert (await HomeVisit.all().order_by("id").values(), await Entry.all().count()) == before
    return made


async def test_an_answer_that_is_late_is_recorded_once_and_the_duty_to_answer_stays(people: People, clock: time_machine.Traveller) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar)
    clock.move_to(at(23, 10, 30))
    assert await ticked() == [0, 0, 0]
    clock.shift(timedelta(seconds=1))
    assert await ticked() == [1, 0, 0]
    clock.shift(timedelta(hours=3))
    assert await ticked() == [0, 0, 0]
    seen = await see(zhanar, case["id"])
    assert seen["state"] == "SUBMITTED" and seen["due"]["overdue"] and await lines(case) == ["call", "overdue"]
    assert await told("zhanar") == ["home_visit_overdue", "home_visit_submitted"]
    assert (await accepted(registrar, seen))["state"] == "ACCEPTED"


async def test_whoever_insisted_waits_for_a_new_term_and_the_first_answer_that_was_late_stays_late(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar, indications=[])
    clock.move_to(at(23, 10, 31))
    assert await ticked() == [1, 0, 0]
    case = await done(registrar, "redirectHomeVisit", await see(registrar, case["id"]), route="APPOINTMENT", words=REASON)
    clock.move_to(at(23, 12))
    assert await ticked() == [0, 0, 0]
    case = await done(zhanar, "insistOnHomeVisit", case)
    assert await ticked() == [0, 0, 0]
    clock.move_to(at(23, 12, 31))
    assert await ticked() == [0, 0, 0] and (await lines(case)).count("overdue") == 1
    assert (await row(case)).overdue_at == at(23, 10, 31)


@pytest.mark.parametrize("set_out, moment", [(False, at(23, 11, 45)), (True, at(23, 12))])
async def test_a_window_about_to_be_missed_brings_an_apology_and_the_next_window(
    people: People, clock: time_machine.Traveller, set_out: bool, moment: datetime
) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await called(zhanar)
    case = await (on_the_way(registrar, doctor, case) if set_out else accepted(registrar, case, "doctor9"))
    assert case["window"] == window(at(23, 10))
    clock.move_to(moment - timedelta(seconds=1))
    assert await ticked() == [0, 0, 0]
    clock.move_to(moment)
    assert await ticked() == [0, 1, 0]
    seen = await see(zhanar, case["id"])
    assert (seen["window"], seen["apologies"], seen["visitDay"]) == (window(at(23, 12)), 1, "2026-11-23")
    assert "home_visit_apology" in await told("zhanar") and seen["state"] == ("EN_ROUTE" if set_out else "ASSIGNED")


async def test_apologies_go_on_until_the_closing_and_then_the_call_goes_to_the_next_working_day(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await accepted(registrar, await called(zhanar), "doctor9")
    for hour in (11, 13, 15, 17):
        clock.move_to(at(23, hour, 45))
        assert await ticked() == [0, 1, 0]
    clock.move_to(at(23, 19, 59))  # the day has no room for another window
    assert await ticked() == [0, 0, 0] and (await row(case)).window_until == at(23, 20)
    clock.move_to(at(23, 20))
    assert sum(await ticked()) == 1
    kept = await row(case)
    assert (kept.visit_day, kept.window_since, kept.window_until) == (at(24, 8).date(), at(24, 8), at(24, 10))
    assert kept.apologies == 4 and kept.carry_reason and kept.carried and (await told("zhanar")).count("home_visit_carried") == 1


@pytest.mark.parametrize(
    "made, day", [(at(28, 11), at(30, 8)), (datetime(2026, 12, 15, 11, tzinfo=ZONE), datetime(2026, 12, 17, 8, tzinfo=ZONE))]
)
@pytest.mark.parametrize("state", ["SUBMITTED", "ACCEPTED", "EN_ROUTE", "NOBODY_HOME"])
async def test_what_a_day_has_left_undone_goes_over_a_sunday_and_a_holiday_to_the_next_working_day(
    people: People, clock: time_machine.Traveller, made: datetime, day: datetime, state: str
) -> None:
    clock.move_to(made)
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await called(zhanar)
    if state == "ACCEPTED":
        await accepted(registrar, case)
    if state in ("EN_ROUTE", "NOBODY_HOME"):
        case = await on_the_way(registrar, doctor, case)
    if state == "NOBODY_HOME":
        await in_vain(doctor, case)
    clock.move_to(made.replace(hour=20))
    await ticked()
    kept, left = await row(case), "ASSIGNED" if state == "EN_ROUTE" else state  # nobody is on the way any more
    assert (kept.state.value, kept.visit_day, kept.served_by_law) == (left, day.date(), made.date())
    assert kept.window_since == (None if state == "SUBMITTED" else day)
    assert f"home_visit_carried{'_unanswered' if state == 'SUBMITTED' else ''}" in await told("zhanar")


async def test_a_call_nobody_serves_is_carried_day_after_day_and_never_lost(people: People, clock: time_machine.Traveller) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, await called(await people("zhanar")), "doctor9")
    for day in range(23, 30):
        clock.move_to(at(day, 20, 30))
        await ticked()
        board = await (await people("registrar9")).see("{ callBoard { calls { number } } }")
        assert [one["number"] for one in board["calls"]] == [case["number"]]
    kept = await row(case)
    assert kept.visit_day == at(30, 8).date() and kept.served_by_law == at(23, 8).date()
    assert (await lines(case)).count("carry") == 6  # Monday to Saturday; on Sunday there is nothing to carry


async def test_after_days_without_a_clock_a_call_is_promised_what_today_still_has(people: People, clock: time_machine.Traveller) -> None:
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    clock.move_to(at(26, 15, 5))
    assert sum(await ticked()) == 1
    kept = await row(case)
    assert (kept.visit_day, kept.window_since, kept.window_until) == (at(26, 8).date(), at(26, 15, 15), at(26, 17, 15))
    assert await told("zhanar") == ["home_visit_accepted_doctor", "home_visit_carried", "home_visit_submitted"]


async def test_on_a_day_with_no_room_left_the_next_one_is_taken(people: People, clock: time_machine.Traveller) -> None:
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    clock.move_to(at(26, 19, 40))
    assert sum(await ticked()) == 1
    kept = await row(case)
    assert (kept.visit_day, kept.window_since) == (at(27, 8).date(), at(27, 8))


async def test_a_clinic_closed_for_days_keeps_its_calls_for_the_day_on_which_it_opens(
    people: People, clock: time_machine.Traveller
) -> None:
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    usual = {**{key: ["08:00", "20:00"] for key in "01234"}, "5": ["09:00", "14:00"]}
    await Clinic.filter(bin=BINS["almaty-9"]).update(hours=usual | {f"2026-11-{day}": [] for day in (24, 25, 26)})
    for day in (23, 24, 25, 26):
        clock.move_to(at(day, 21))
        await ticked()
        kept = await row(case)
        assert (kept.visit_day, kept.window_since) == (at(27, 8).date(), at(27, 8))
    assert (await lines(case)).count("carry") == 1


async def test_what_is_offered_instead_waits_for_the_persons_word_on_the_board_however_long(
    people: People, clock: time_machine.Traveller
) -> None:
    case = await called(await people("zhanar"), indications=[])
    await done(await people("registrar9"), "redirectHomeVisit", case, route="APPOINTMENT", words=REASON)
    for day in (23, 24, 28, 30):
        clock.move_to(at(day, 20, 30))
        assert await ticked() == [0, 0, 0]
        board = await (await people("registrar9")).see("{ callBoard { calls { number state } } }")
        assert board["calls"] == [{"number": case["number"], "state": "REDIRECTED"}]
    case = await done(await people("zhanar"), "insistOnHomeVisit", case)
    assert (case["visitDay"], case["answerBy"]) == ("2026-12-01", datetime(2026, 12, 1, 8, 30, tzinfo=ZONE).isoformat())


async def test_who_is_at_the_door_at_the_closing_is_left_to_finish(people: People, clock: time_machine.Traveller) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await done(doctor, "arriveAtHomeVisit", await on_the_way(registrar, doctor, await called(await people("zhanar"))))
    clock.move_to(at(23, 20, 30))
    assert await ticked() == [0, 0, 0]
    assert (await done(await people("doctor9"), "completeHomeVisit", case, outcome="LEFT_AT_HOME"))["state"] == "COMPLETED"


async def test_a_call_at_which_the_clock_fails_keeps_no_other_waiting(people: People, clock: time_machine.Traveller) -> None:
    stuck: Json = (await call(await people("dias")))["homeVisit"]
    clock.shift(timedelta(seconds=1))
    other = await called(await people("zhanar"))
    await Clinic.filter(bin=BINS["almaty-5"]).update(hours={"5": []})
    clock.move_to(at(24, 7))
    with pytest.raises(LookupError):
        await home_visit_clock.carry_over()
    assert (await row(other)).visit_day == at(24, 8).date() and (await row(stuck)).visit_day == at(23, 8).date()


async def test_who_is_on_the_way_at_the_closing_is_taken_back_and_goes_another_day(people: People, clock: time_machine.Traveller) -> None:
    case = await on_the_way(await people("registrar9"), await people("doctor9"), await called(await people("zhanar")))
    clock.move_to(at(23, 20))
    await home_visit_clock.carry_over()
    kept = await row(case)
    assert (kept.state.value, kept.set_out_at, kept.visit_day) == ("ASSIGNED", None, at(24, 8).date())
    assert sorted((await lines(case))[-2:]) == ["carry", "step_back"]


async def test_the_clock_carries_a_call_with_a_danger_sign_too_since_the_duty_stays(people: People, clock: time_machine.Traveller) -> None:
    case = await called(await people("zhanar"), dangerSigns=["STROKE"])
    clock.move_to(at(23, 20))
    await ticked()
    kept = await row(case)
    assert (kept.urgency.value, kept.visit_day) == ("EMERGENCY", at(24, 8).date())
