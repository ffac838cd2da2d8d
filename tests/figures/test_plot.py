"""The geometry of plots: nothing is lost, nothing sticks out, and what is there can be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web import plot


def percent(words: str) -> float:
    assert words.endswith("%")
    return float(words[:-1])


NUMBERS = st.lists(st.integers(0, 100_000), max_size=8)


@given(NUMBERS)
def test_the_parts_of_a_bar_lie_side_by_side_and_fill_it(numbers: list[int]) -> None:
    found, at = plot.bar(numbers), 0.0
    assert len(found) == len(numbers)
    for piece, number in zip(found, numbers, strict=True):
        assert abs(percent(piece.x) - at) < 0.02
        assert (percent(piece.width) >= plot.LEAST - 0.001) if number else percent(piece.width) == 0
        at = percent(piece.x) + percent(piece.width)
    assert not any(numbers) or abs(at - 100) < 0.02


def test_a_large_part_is_as_wide_as_its_share() -> None:
    assert [one.width for one in plot.bar([3, 1])] == ["75.000%", "25.000%"]


@given(st.lists(st.integers(0, 100_000), max_size=62))
def test_columns_stand_on_the_ground_under_the_highest_line(numbers: list[int]) -> None:
    found = plot.columns(numbers)
    for one, number in zip(found.columns, numbers, strict=True):
        assert abs(one.y + one.height - found.ground) < 0.01 and one.y >= found.line - 0.01
        assert percent(one.x) + percent(one.width) <= 100.001
        assert abs(one.height - plot.HEIGHT * number / found.top) <= 0.06
    assert found.top >= max(numbers, default=0) and len(found.labels) <= plot.LABELS


@given(st.integers(0, 10**9))
def test_the_highest_line_is_a_round_number_near_the_greatest(number: int) -> None:
    top = plot.round_above(number)
    assert number <= top and (number <= 1 or top < 2 * number) and set(str(top)[1:]) <= {"0"}


@pytest.mark.parametrize("number, columns", [(1, 1), (31, 31), (62, 62), (63, 9), (366, 53)])
def test_long_periods_are_drawn_by_weeks(number: int, columns: int) -> None:
    found = plot.spans(number, 62)
    assert len(found) == columns
    assert [n for one in found for n in one] == list(range(number))
