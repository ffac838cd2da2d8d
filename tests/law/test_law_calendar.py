"""The two working calendars (domain 5.2)."""

from datetime import date

import pytest

from models.law import calendar
from models.law.calendar import Effect, Kind, Regime
from models.law.sources import SOURCES

FIVE, SIX = Regime.FIVE_DAY, Regime.SIX_DAY
HOLIDAYS = {
    2026: "01-01 01-02 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 10-25 12-16",
    2027: "01-01 01-02 03-08 03-15 03-21 03-22 03-23 05-01 05-07 05-09 07-06 10-25 12-16",
}
NEVER = {2026: "01-07 05-27", 2027: "01-07 05-16"}
MOVED = {
    (2026, FIVE): "03-09 03-24 03-25 05-11 10-26",
    (2026, SIX): "03-09 03-24 10-26",
    (2027, FIVE): "01-04 03-24 05-03 05-10",
    (2027, SIX): "03-24 05-10",
}


def days(year: int, regime: Regime, kind: Kind) -> str:
    return " ".join(f"{one.day:%m-%d}" for one in calendar.days_off(year, regime) if one.kind is kind)


@pytest.mark.parametrize("year", [2026, 2027])
@pytest.mark.parametrize("regime", list(Regime))
def test_the_table_of_days_off_is_the_ministrys(year: int, regime: Regime) -> None:
    assert days(year, regime, Kind.HOLIDAY) == HOLIDAYS[year]
    assert days(year, regime, Kind.REST) == NEVER[year]
    assert days(year, regime, Kind.MOVED) == MOVED[year, regime]


def test_working_days_per_month_of_2026_agree_with_the_computed_rows() -> None:
    assert calendar.month_counts(2026, FIVE) == [19, 20, 18, 22, 17, 22, 22, 21, 22, 21, 21, 22]
    assert calendar.month_counts(2026, SIX) == [24, 24, 22, 26, 22, 26, 26, 26, 26, 26, 25, 26]


@pytest.mark.parametrize("regime", list(Regime))
def test_31_august_2026_works(regime: Regime) -> None:
    assert calendar.is_working(date(2026, 8, 31), regime)


@pytest.mark.parametrize("regime", list(Regime))
def test_constitution_day_is_first_kept_on_15_march_2027(regime: Regime) -> None:
    found = calendar.day_off(date(2027, 3, 15), regime)
    assert found and (found.kind, found.name) == (Kind.HOLIDAY, "CONSTITUTION")
    assert calendar.is_working(date(2026, 3, 16), regime)


def test_kurban_ait_of_2026_is_fixed_and_of_2027_an_estimate() -> None:
    fixed, estimate = (calendar.day_off(day, SIX) for day in (date(2026, 5, 27), date(2027, 5, 16)))
    assert fixed and fixed.name == "KURBAN_AIT" and fixed.confirmed
    assert estimate and estimate.name == "KURBAN_AIT" and not estimate.confirmed


@pytest.mark.parametrize("year", range(2010, 2041))
@pytest.mark.parametrize("regime", list(Regime))
def test_no_day_off_is_ever_given_for_christmas_or_kurban_ait(year: int, regime: Regime) -> None:
    moved = [one for one in calendar.days_off(year, regime) if one.kind is Kind.MOVED]
    assert not [one for one in moved if one.name in calendar.NEVER_MOVED]


@pytest.mark.parametrize("day", [date(2026, 3, 25), date(2026, 5, 11), date(2027, 1, 4), date(2027, 5, 3)])
def test_a_saturday_holiday_moves_in_the_five_day_week_only(day: date) -> None:
    assert not calendar.is_working(day, FIVE)
    assert calendar.is_working(day, SIX)


def test_a_saturday_worked_in_exchange_is_worked_and_its_exchange_means_nothing_to_clinics() -> None:
    assert calendar.is_working(date(2024, 5, 4), FIVE) and not calendar.is_working(date(2024, 5, 8), FIVE)
    assert calendar.is_working(date(2024, 5, 8), SIX)


def test_next_working_day_is_never_the_day_itself() -> None:
    assert calendar.next_working(date(2026, 10, 23), FIVE) == date(2026, 10, 27)
    assert calendar.next_working(date(2026, 10, 23), SIX) == date(2026, 10, 24)
    assert calendar.after(date(2026, 10, 23), 0, SIX) == date(2026, 10, 23)


def test_every_decision_about_a_day_is_cited_and_named() -> None:
    for one in calendar.OVERRIDES:
        assert one.basis.source in SOURCES
        assert bool(one.name) == (one.effect is Effect.OFF)
