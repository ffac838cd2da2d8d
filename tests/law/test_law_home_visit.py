"""Calling a doctor home, the clock: moments of calls, windows, what is owed (standard of order 272, paragraphs 4 and 8; domain 3)."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from models.law import Channel, Mark, home_visit, home_visit_window
from models.law.home_visit import LIVE, PROMISED, State
from models.law.home_visit_window import Window
from models.law.term import CLINIC_HOURS, ZONE, Hours, working_minutes
from tests.law import oracle

USUAL = CLINIC_HOURS.on(date(2026, 11, 23))
_TO_FIVE = (time(8), time(17))
CLINICS: dict[str, Hours] = {
    "usual": USUAL,
    # 17 November ends at 16:00, so calls of the day are taken until 14:00
    "shortened": replace(USUAL, exceptions={date(2026, 11, 17): (time(8), time(16))}),
    # a sanitary day
    "closed-18": replace(USUAL, exceptions={date(2026, 11, 18): None}),
    # closes at 17:00, Saturday at 13:00: the cut-offs are 15:00 and 11:00
    "to-five": Hours({**dict.fromkeys(range(5), _TO_FIVE), 5: (time(9), time(13))}),
    # decided by the clinic: works on a Sunday
    "sunday": replace(USUAL, exceptions={date(2026, 11, 29): (time(10), time(14))}),
}
# clinic, channel, called, accepted, answered by, day of the visit, paragraph of the standard
MOMENTS = """
usual PORTAL 2026-11-17T07:00 2026-11-17T08:00 2026-11-17T08:30 2026-11-17 8 a weekday before the opening
usual PORTAL 2026-11-17T07:59 2026-11-17T08:00 2026-11-17T08:30 2026-11-17 8
usual PORTAL 2026-11-17T08:00 2026-11-17T08:00 2026-11-17T08:30 2026-11-17 4
usual PORTAL 2026-11-17T11:59 2026-11-17T11:59 2026-11-17T12:29 2026-11-17 4
usual PORTAL 2026-11-17T12:00 2026-11-17T12:00 2026-11-17T12:30 2026-11-17 4
usual PORTAL 2026-11-17T12:01 2026-11-17T12:01 2026-11-17T12:31 2026-11-17 4
usual PORTAL 2026-11-17T17:59 2026-11-17T17:59 2026-11-17T18:29 2026-11-17 4 the last minute of the day's calls
usual PORTAL 2026-11-17T18:00 2026-11-17T18:00 2026-11-17T18:30 2026-11-18 4 at the cut-off it is late
usual PORTAL 2026-11-17T18:01 2026-11-17T18:01 2026-11-17T18:31 2026-11-18 4
usual PORTAL 2026-11-17T19:30 2026-11-17T19:30 2026-11-17T20:00 2026-11-18 4
usual PORTAL 2026-11-17T19:59 2026-11-17T19:59 2026-11-18T08:29 2026-11-18 4 one minute before the closing, 29 after the opening
usual PORTAL 2026-11-17T20:00 2026-11-18T08:00 2026-11-18T08:30 2026-11-18 8 at the closing
usual PORTAL 2026-11-17T23:59 2026-11-18T08:00 2026-11-18T08:30 2026-11-18 8
usual PARTNER 2026-11-17T17:59 2026-11-17T17:59 2026-11-17T18:29 2026-11-17 4 a partner's calls come as the portal's
usual DESK 2026-11-17T17:59 2026-11-17T17:59 2026-11-17T18:09 2026-11-17 4
usual DESK 2026-11-17T18:00 2026-11-17T18:00 2026-11-17T18:10 2026-11-18 4
usual PHONE 2026-11-17T18:01 2026-11-17T18:01 2026-11-17T18:11 2026-11-18 4
usual PHONE 2026-11-17T19:59 2026-11-17T19:59 2026-11-18T08:09 2026-11-18 4
usual PHONE 2026-11-17T20:00 2026-11-18T08:00 2026-11-18T08:10 2026-11-18 8
usual PHONE 2026-11-17T07:00 2026-11-17T08:00 2026-11-17T08:10 2026-11-17 8
usual AMBULANCE 2026-11-17T17:59 2026-11-17T17:59 2026-11-17T18:09 2026-11-17 4
usual AMBULANCE 2026-11-17T18:00 2026-11-17T18:00 2026-11-17T18:10 2026-11-17 4 what 103 hands over knows no cut-off
usual AMBULANCE 2026-11-17T19:49 2026-11-17T19:49 2026-11-17T19:59 2026-11-17 4
usual AMBULANCE 2026-11-28T12:01 2026-11-28T12:01 2026-11-28T12:11 2026-11-28 4
usual CLINIC 2026-11-17T10:00 2026-11-17T10:00 2026-11-17T10:10 2026-11-17 4
usual PORTAL 2026-11-28T07:00 2026-11-28T09:00 2026-11-28T09:30 2026-11-28 8 a Saturday
usual PORTAL 2026-11-28T11:59 2026-11-28T11:59 2026-11-28T12:29 2026-11-28 4
usual PORTAL 2026-11-28T12:00 2026-11-28T12:00 2026-11-28T12:30 2026-11-30 4
usual PORTAL 2026-11-28T12:01 2026-11-28T12:01 2026-11-28T12:31 2026-11-30 4
usual PORTAL 2026-11-28T13:59 2026-11-28T13:59 2026-11-30T08:29 2026-11-30 4
usual PORTAL 2026-11-28T18:00 2026-11-30T08:00 2026-11-30T08:30 2026-11-30 8
usual DESK 2026-11-28T11:59 2026-11-28T11:59 2026-11-28T12:09 2026-11-28 4
usual DESK 2026-11-28T12:00 2026-11-28T12:00 2026-11-28T12:10 2026-11-30 4
usual PORTAL 2026-11-29T11:59 2026-11-30T08:00 2026-11-30T08:30 2026-11-30 8 a Sunday
usual PORTAL 2026-11-29T20:00 2026-11-30T08:00 2026-11-30T08:30 2026-11-30 8
usual PORTAL 2026-12-15T17:59 2026-12-15T17:59 2026-12-15T18:29 2026-12-15 4 the eve of a holiday is no shorter
usual PORTAL 2026-12-15T18:00 2026-12-15T18:00 2026-12-15T18:30 2026-12-17 4
usual PORTAL 2026-12-15T19:59 2026-12-15T19:59 2026-12-17T08:29 2026-12-17 4
usual PORTAL 2026-12-15T20:00 2026-12-17T08:00 2026-12-17T08:30 2026-12-17 8
usual PHONE 2026-12-15T18:01 2026-12-15T18:01 2026-12-15T18:11 2026-12-17 4
usual PORTAL 2026-12-16T07:00 2026-12-17T08:00 2026-12-17T08:30 2026-12-17 8 a holiday
usual PORTAL 2026-12-16T12:00 2026-12-17T08:00 2026-12-17T08:30 2026-12-17 8
usual PHONE 2026-12-16T12:00 2026-12-17T08:00 2026-12-17T08:10 2026-12-17 8
usual PORTAL 2026-10-24T11:59 2026-10-24T11:59 2026-10-24T12:29 2026-10-24 4 Saturday before Republic Day
usual PORTAL 2026-10-24T12:00 2026-10-24T12:00 2026-10-24T12:30 2026-10-27 4
usual PORTAL 2026-10-25T10:00 2026-10-27T08:00 2026-10-27T08:30 2026-10-27 8 Republic Day, a Sunday
usual PORTAL 2026-10-26T17:59 2026-10-27T08:00 2026-10-27T08:30 2026-10-27 8 the Monday off instead
usual PHONE 2026-10-26T12:00 2026-10-27T08:00 2026-10-27T08:10 2026-10-27 8
usual PORTAL 2027-03-13T12:00 2027-03-13T12:00 2027-03-13T12:30 2027-03-16 4 Saturday before Constitution Day
usual PORTAL 2027-03-15T11:59 2027-03-16T08:00 2027-03-16T08:30 2027-03-16 8 Constitution Day, a Monday off
usual DESK 2027-03-15T18:00 2027-03-16T08:00 2027-03-16T08:10 2027-03-16 8
shortened PORTAL 2026-11-17T13:59 2026-11-17T13:59 2026-11-17T14:29 2026-11-17 4
shortened PORTAL 2026-11-17T14:00 2026-11-17T14:00 2026-11-17T14:30 2026-11-18 4
shortened PHONE 2026-11-17T15:59 2026-11-17T15:59 2026-11-18T08:09 2026-11-18 4
shortened PORTAL 2026-11-17T17:59 2026-11-18T08:00 2026-11-18T08:30 2026-11-18 8
shortened PORTAL 2026-11-18T17:59 2026-11-18T17:59 2026-11-18T18:29 2026-11-18 4 the day after is as long as ever
closed-18 PORTAL 2026-11-17T17:59 2026-11-17T17:59 2026-11-17T18:29 2026-11-17 4
closed-18 PORTAL 2026-11-17T18:00 2026-11-17T18:00 2026-11-17T18:30 2026-11-19 4
closed-18 PORTAL 2026-11-17T19:59 2026-11-17T19:59 2026-11-19T08:29 2026-11-19 4
closed-18 PORTAL 2026-11-18T12:00 2026-11-19T08:00 2026-11-19T08:30 2026-11-19 8 a sanitary day
to-five PORTAL 2026-11-17T14:59 2026-11-17T14:59 2026-11-17T15:29 2026-11-17 4
to-five PORTAL 2026-11-17T15:00 2026-11-17T15:00 2026-11-17T15:30 2026-11-18 4
to-five DESK 2026-11-17T16:55 2026-11-17T16:55 2026-11-18T08:05 2026-11-18 4
to-five PORTAL 2026-11-17T17:59 2026-11-18T08:00 2026-11-18T08:30 2026-11-18 8
to-five PORTAL 2026-11-28T10:59 2026-11-28T10:59 2026-11-28T11:29 2026-11-28 4
to-five PORTAL 2026-11-28T11:00 2026-11-28T11:00 2026-11-28T11:30 2026-11-30 4
sunday PORTAL 2026-11-28T12:00 2026-11-28T12:00 2026-11-28T12:30 2026-11-29 4
sunday PORTAL 2026-11-29T11:59 2026-11-29T11:59 2026-11-29T12:29 2026-11-29 4
sunday PHONE 2026-11-29T12:00 2026-11-29T12:00 2026-11-29T12:10 2026-11-30 4
"""
ROWS = [line.split(maxsplit=7) for line in MOMENTS.strip().splitlines()]


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}-{row[2]}-para-{row[6]}")
def test_a_call_is_accepted_answered_and_served_as_the_standard_says(row: list[str]) -> None:
    """Paragraph 4: ten minutes or thirty, and the day of the call until two hours before closing; 8: the next working day."""
    clinic, channel, called, accepted, answer, day, paragraph, *_ = row
    found = home_visit.term(at(called), Channel(channel), CLINICS[clinic])
    assert (found.accepted_at, found.answer_by, found.visit_day) == (at(accepted), at(answer), date.fromisoformat(day))
    assert str(found.basis) == "order-272-home-visit:4"
    assert (found.accepted_at == at(called)) == (paragraph == "4")
    state = home_visit.mark(State.SUBMITTED, found.accepted_at, at(called))
    assert state is (Mark.REGISTERED if paragraph == "4" else Mark.DELIVERED)


@pytest.mark.parametrize(
    ("clinic", "day", "until"),
    [
        ("usual", "2026-11-17", "2026-11-17T18:00"), ("usual", "2026-11-28", "2026-11-28T12:00"), ("usual", "2026-11-29", ""),
        ("usual", "2026-10-26", ""), ("usual", "2027-03-15", ""), ("shortened", "2026-11-17", "2026-11-17T14:00"),
        ("closed-18", "2026-11-18", ""), ("to-five", "2026-11-17", "2026-11-17T15:00"), ("sunday", "2026-11-29", "2026-11-29T12:00"),
    ],
)  # fmt: skip
def test_calls_of_the_day_end_two_hours_before_the_clinics_own_closing(clinic: str, day: str, until: str) -> None:
    """Paragraph 4: 18:00 on working days, 12:00 on Saturday."""
    found = home_visit.term(at(f"{day}T09:30"), Channel.PORTAL, CLINICS[clinic]).same_day_until
    assert found == (at(until) if until else None)


def test_a_second_before_the_cut_off_is_in_time() -> None:
    cutoff = at("2026-11-17T18:00")
    for moment, day in ((cutoff - timedelta(microseconds=1), 17), (cutoff, 18), (cutoff + timedelta(microseconds=1), 18)):
        assert home_visit.term(moment, Channel.PORTAL, USUAL).visit_day == date(2026, 11, day)


def test_a_moment_counts_by_the_clock_of_kazakhstan() -> None:
    found = home_visit.term(datetime(2026, 11, 17, 12, 59, tzinfo=UTC), Channel.PORTAL, USUAL)
    assert (found.accepted_at, found.visit_day) == (at("2026-11-17T17:59"), date(2026, 11, 17))
    assert home_visit.term(datetime(2026, 11, 17, 13, 0, tzinfo=UTC), Channel.PORTAL, USUAL).visit_day == date(2026, 11, 18)


def test_five_thousand_random_calls_agree_with_the_minutes_counted_one_by_one() -> None:
    chance = random.Random(20261127)
    first = datetime(2026, 1, 1, tzinfo=ZONE)
    for _ in range(5_000):
        moment = first + timedelta(minutes=chance.randrange(700 * 24 * 60))
        channel = chance.choice([Channel.PORTAL, Channel.PARTNER, Channel.DESK, Channel.PHONE, Channel.CLINIC])
        minutes = 30 if channel in (Channel.PORTAL, Channel.PARTNER) else 10
        found = home_visit.term(moment, channel, USUAL)
        assert (found.accepted_at, found.answer_by, found.visit_day) == oracle.call_term(moment, minutes), (moment, channel)


def test_who_calls_later_is_never_served_earlier() -> None:
    """A property of random clinics: acceptance, answer and day only go forward with the moment of the call."""
    chance = random.Random(272)
    for clinic in CLINICS.values():
        moments = sorted(at("2026-11-16T00:00") + timedelta(minutes=chance.randrange(15 * 24 * 60)) for _ in range(300))
        found = [home_visit.term(one, Channel.PORTAL, clinic) for one in moments]
        for key in ("accepted_at", "answer_by", "visit_day"):
            values = [getattr(one, key) for one in found]
            assert values == sorted(values)
        for one, moment in zip(found, moments, strict=True):
            assert clinic.on(one.visit_day) is not None and one.accepted_at >= moment
            assert one.answer_by == working_minutes(one.accepted_at, 30, clinic)


def spans(windows: list[Window]) -> list[str]:
    return [f"{since:%d %H:%M}-{until:%H:%M}" for since, until in windows]


@pytest.mark.parametrize(
    ("clinic", "now", "day", "channel", "found"),
    [
        ("usual", "2026-11-17T10:07", "2026-11-17", Channel.PORTAL,
         ["17 10:15-12:15", "17 12:15-14:15", "17 14:15-16:15", "17 16:15-18:15", "17 18:15-20:00"]),
        ("usual", "2026-11-17T10:00", "2026-11-17", Channel.DESK,
         ["17 10:00-12:00", "17 12:00-14:00", "17 14:00-16:00", "17 16:00-18:00", "17 18:00-20:00"]),
        ("usual", "2026-11-17T19:10", "2026-11-17", Channel.PORTAL, ["17 19:15-20:00"]),
        ("usual", "2026-11-17T19:30", "2026-11-17", Channel.PORTAL, ["17 19:30-20:00"]),
        ("usual", "2026-11-17T19:31", "2026-11-17", Channel.PORTAL, []),
        ("usual", "2026-11-17T20:00", "2026-11-17", Channel.PORTAL, []),
        ("usual", "2026-11-17T18:30", "2026-11-28", Channel.PORTAL, ["28 09:00-11:00", "28 11:00-13:00", "28 13:00-14:00"]),
        ("usual", "2026-11-17T18:30", "2026-11-29", Channel.PORTAL, []),
        ("to-five", "2026-11-17T13:00", "2026-11-17", Channel.PORTAL, ["17 13:00-15:00", "17 15:00-17:00"]),
        ("closed-18", "2026-11-17T13:00", "2026-11-18", Channel.PORTAL, []),
        ("usual", "2026-11-17T18:07", "2026-11-17", Channel.AMBULANCE, ["17 18:07-19:07", "17 19:07-20:00"]),
        ("usual", "2026-11-17T19:30", "2026-11-17", Channel.AMBULANCE, ["17 19:30-20:00"]),
        ("usual", "2026-11-17T19:31", "2026-11-17", Channel.AMBULANCE, []),
        ("usual", "2026-11-17T07:31", "2026-11-17", Channel.AMBULANCE, [f"17 {n:02}:00-{n + 1:02}:00" for n in range(8, 20)]),
        ("usual", "2026-11-17T18:15", "2026-11-17", Channel.AMBULANCE, ["17 18:15-19:15", "17 19:15-20:00"]),
        ("usual", "2026-11-17T08:05", "2026-11-18", Channel.AMBULANCE, [f"18 {n:02}:00-{n + 1:02}:00" for n in range(8, 20)]),
    ],
)  # fmt: skip
def test_windows_follow_one_another_from_now_or_the_opening_to_the_closing(
    clinic: str, now: str, day: str, channel: Channel, found: list[str]
) -> None:
    assert spans(home_visit_window.windows(at(now), date.fromisoformat(day), CLINICS[clinic], channel)) == found


def test_the_first_window_of_what_103_hands_over_is_its_hour_from_this_minute() -> None:
    """Rules 225, category 4: sixty minutes, which no quarter of an hour shortens."""
    for minutes in range(60):
        now = at("2026-11-17T10:00") + timedelta(minutes=minutes, seconds=minutes)
        since, until = home_visit_window.windows(now, now.date(), USUAL, Channel.AMBULANCE)[0]
        assert since == now.replace(second=0) and now < until == since + timedelta(minutes=60)


@pytest.mark.parametrize(
    ("until", "now", "found"),
    [
        ("2026-11-17T12:00", "2026-11-17T11:45", "17 12:00-14:00"), ("2026-11-17T12:00", "2026-11-17T12:20", "17 12:30-14:30"),
        ("2026-11-17T19:00", "2026-11-17T18:45", "17 19:00-20:00"), ("2026-11-17T19:45", "2026-11-17T19:30", ""),
        ("2026-11-17T20:00", "2026-11-17T19:45", ""), ("2026-11-28T12:00", "2026-11-28T11:50", "28 12:00-14:00"),
    ],
)  # fmt: skip
def test_the_window_after_a_missed_one_is_on_the_same_day_or_there_is_none(until: str, now: str, found: str) -> None:
    window = home_visit_window.later_window(at(until), at(now), USUAL)
    assert spans([window] if window else []) == ([found] if found else [])


@pytest.mark.parametrize(
    ("state", "minutes", "soon"),
    [
        (State.ACCEPTED, 16, False), (State.ACCEPTED, 15, True), (State.ASSIGNED, 15, True), (State.NOBODY_HOME, 15, True),
        (State.EN_ROUTE, 15, False), (State.EN_ROUTE, 1, False), (State.EN_ROUTE, 0, True), (State.ASSIGNED, -60, True),
        (State.ON_SITE, 0, False), (State.SUBMITTED, 0, False), (State.REDIRECTED, 0, False), (State.COMPLETED, 0, False),
        (State.CANCELLED, -60, False),
    ],
)  # fmt: skip
def test_a_window_is_about_to_be_missed_when_nobody_has_set_out_near_its_end(state: State, minutes: int, soon: bool) -> None:
    until = at("2026-11-17T12:00")
    assert home_visit_window.missed_soon(state, until, until - timedelta(minutes=minutes)) is soon


@pytest.mark.parametrize(
    ("clinic", "day", "now", "over"),
    [
        ("usual", "2026-11-17", "2026-11-17T19:59", False), ("usual", "2026-11-17", "2026-11-17T20:00", True),
        ("usual", "2026-11-28", "2026-11-28T14:00", True), ("usual", "2026-11-17", "2026-11-16T20:00", False),
        ("shortened", "2026-11-17", "2026-11-17T16:00", True), ("closed-18", "2026-11-18", "2026-11-18T23:59", False),
        ("closed-18", "2026-11-18", "2026-11-19T00:00", True),
    ],
)  # fmt: skip
def test_a_day_is_over_at_the_closing_and_a_closed_one_at_midnight(clinic: str, day: str, now: str, over: bool) -> None:
    assert home_visit_window.day_over(date.fromisoformat(day), at(now), CLINICS[clinic]) is over


def test_the_clinic_owes_its_answer_then_the_doctor_then_nothing() -> None:
    answer, until = at("2026-11-17T10:30"), at("2026-11-17T14:00")
    for state in State:
        owed = home_visit.running(state, answer, until)
        assert owed == (answer if state is State.SUBMITTED else until if state in PROMISED else None), state
    # the person has the word, or the doctor is there already
    assert {state for state in LIVE if home_visit.running(state, answer, until) is None} == {State.REDIRECTED, State.ON_SITE}
    # nothing is promised yet: only the answer runs
    assert home_visit.running(State.ACCEPTED, answer, None) is None
