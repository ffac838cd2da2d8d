"""Terms: vectors (domain 4.7), the edges of hours and days, and 10,000 random cases against the oracle."""

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest

from models.law import term
from models.law.attachment import term as review
from models.law.calendar import Regime
from models.law.term import ZONE, Hours
from tests.law import oracle

HOURS = term.CLINIC_HOURS.on(date(2026, 1, 1))
VECTORS = """
2026-03-19 2026-03-27 2026-03-31 2026-04-14 2026-04-21
2026-03-20 2026-03-30 2026-04-01 2026-04-15 2026-04-22
2026-04-30 2026-05-06 2026-05-12 2026-05-26 2026-06-03
2026-12-11 2026-12-17 2026-12-21 2027-01-06 2027-01-14
2026-12-25 2026-12-30 2027-01-05 2027-01-20 2027-01-27
2027-03-12 2027-03-18 2027-03-25 2027-04-08 2027-04-15
2027-04-30 2027-05-06 2027-05-12 2027-05-26 2027-06-02
"""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize("row", VECTORS.strip().splitlines())
def test_terms_of_3_5_15_and_20_working_days_end_as_computed(row: str) -> None:
    registered, *ends = map(date.fromisoformat, row.split())
    assert [term.working_days(registered, n, Regime.FIVE_DAY) for n in (3, 5, 15, 20)] == ends


def test_random_terms_agree_with_the_oracle() -> None:
    chance = random.Random(20261121)
    first = datetime(2026, 1, 1, tzinfo=ZONE)
    for _ in range(10_000):
        moment = first + timedelta(minutes=chance.randrange(690 * 24 * 60))
        minutes, days = chance.randrange(0, 2000), chance.randrange(0, 21)
        day = moment.date()
        assert term.is_open(moment, HOURS) == oracle.open_at(moment), moment
        assert term.accepted(moment, HOURS) == oracle.accepted(moment), moment
        assert term.working_minutes(moment, minutes, HOURS) == oracle.working_minutes(moment, minutes), (moment, minutes)
        assert term.working_days(day, days, Regime.FIVE_DAY) == oracle.working_days(day, days, oracle.works_five), day
        assert term.working_days(day, days, Regime.SIX_DAY) == oracle.working_days(day, days, oracle.works_six), day
        found = review(moment, HOURS)
        assert (found.due_at, found.target_at) == (oracle.due(moment), oracle.target(moment)), moment


# filed, accepted, due, aimed at
REVIEW = """
2026-11-17T10:00 2026-11-17T10:00 2026-11-18T20:00 2026-11-17T20:00
2026-11-17T07:59 2026-11-17T08:00 2026-11-18T20:00 2026-11-17T20:00
2026-11-17T08:00 2026-11-17T08:00 2026-11-18T20:00 2026-11-17T20:00
2026-11-17T17:59 2026-11-17T17:59 2026-11-18T20:00 2026-11-17T20:00
2026-11-17T18:00 2026-11-17T18:00 2026-11-18T20:00 -
2026-11-17T18:01 2026-11-17T18:01 2026-11-18T20:00 -
2026-11-17T19:59 2026-11-17T19:59 2026-11-18T20:00 -
2026-11-17T20:00 2026-11-18T08:00 2026-11-18T20:00 -
2026-11-20T19:00 2026-11-20T19:00 2026-11-21T14:00 -
2026-11-20T21:00 2026-11-21T09:00 2026-11-21T14:00 -
2026-11-21T08:30 2026-11-21T09:00 2026-11-23T20:00 2026-11-21T14:00
2026-11-21T11:59 2026-11-21T11:59 2026-11-23T20:00 2026-11-21T14:00
2026-11-21T12:00 2026-11-21T12:00 2026-11-23T20:00 -
2026-11-21T12:01 2026-11-21T12:01 2026-11-23T20:00 -
2026-11-21T14:00 2026-11-23T08:00 2026-11-23T20:00 -
2026-11-22T10:00 2026-11-23T08:00 2026-11-23T20:00 -
2026-10-24T13:59 2026-10-24T13:59 2026-10-27T20:00 -
2026-10-25T10:00 2026-10-27T08:00 2026-10-27T20:00 -
2026-10-26T10:00 2026-10-27T08:00 2026-10-27T20:00 -
2026-12-15T15:00 2026-12-15T15:00 2026-12-17T20:00 2026-12-15T20:00
2026-12-16T15:00 2026-12-17T08:00 2026-12-17T20:00 -
2026-12-31T10:00 2026-12-31T10:00 2027-01-04T20:00 2026-12-31T20:00
2027-01-06T18:30 2027-01-06T18:30 2027-01-08T20:00 -
2027-03-13T13:00 2027-03-13T13:00 2027-03-16T20:00 -
2027-03-15T10:00 2027-03-16T08:00 2027-03-16T20:00 -
"""


@pytest.mark.parametrize("row", REVIEW.strip().splitlines())
def test_the_clinic_answers_by_the_closing_of_its_next_working_day(row: str) -> None:
    filed, accepted, due, target = row.split()
    found = review(at(filed), HOURS)
    assert found.accepted_at == at(accepted)
    assert found.due_at == at(due)
    assert found.target_at == (None if target == "-" else at(target))
    assert str(found.basis) == "rules-194:25"


def test_a_moment_of_another_zone_is_read_in_kazakhstans_time() -> None:
    assert review(datetime(2026, 11, 17, 14, 59, tzinfo=UTC), HOURS).accepted_at == at("2026-11-17T19:59")
    assert review(datetime(2026, 11, 17, 15, 0, tzinfo=UTC), HOURS).accepted_at == at("2026-11-18T08:00")


def test_a_moment_without_a_zone_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zone"):
        term.accepted(datetime(2026, 11, 17, 10), HOURS)


def test_a_clinics_own_exceptions_close_or_open_a_day() -> None:
    own = Hours(HOURS.week, {date(2026, 11, 18): None, date(2026, 11, 22): (time(10), time(12))})
    assert review(at("2026-11-17T10:00"), own).due_at == at("2026-11-19T20:00")
    assert review(at("2026-11-21T12:30"), own).due_at == at("2026-11-22T12:00")
    assert term.working_minutes(at("2026-11-17T19:30"), 60, own) == at("2026-11-19T08:30")


def test_a_clinic_that_never_opens_has_no_terms() -> None:
    with pytest.raises(LookupError, match="never opens"):
        review(at("2026-11-17T10:00"), Hours({}))


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-11-17T19:40", 20, "2026-11-17T20:00"),
        ("2026-11-17T19:40", 30, "2026-11-18T08:10"),
        ("2026-11-21T13:50", 30, "2026-11-23T08:20"),
        ("2026-11-22T13:50", 30, "2026-11-23T08:30"),
        ("2026-10-24T13:59", 2, "2026-10-27T08:01"),
        ("2026-11-17T21:00", 0, "2026-11-18T08:00"),
    ],
)
def test_minutes_count_in_working_time_only(start: str, minutes: int, end: str) -> None:
    assert term.working_minutes(at(start), minutes, HOURS) == at(end)


@pytest.mark.parametrize(
    ("receipt", "last"),
    [("2026-11-22", "2027-01-22"), ("2026-12-31", "2027-02-28"), ("2027-12-30", "2028-02-29"), ("2027-07-31", "2027-09-30")],
)
def test_an_extension_ends_two_months_after_the_receipt_at_most(receipt: str, last: str) -> None:
    assert term.extended(date.fromisoformat(receipt)) == date.fromisoformat(last)


def test_the_cut_off_is_two_hours_before_closing() -> None:
    assert term.cutoff(date(2026, 11, 17), HOURS) == at("2026-11-17T18:00")
    assert term.cutoff(date(2026, 11, 21), HOURS) == at("2026-11-21T12:00")
    assert term.cutoff(date(2026, 11, 22), HOURS) is None
