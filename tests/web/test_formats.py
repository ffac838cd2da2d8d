"""Moments, days and numbers as people read them, in each language."""

import pytest
import time_machine

from models.law import Language
from web import formats

MOMENT = "2026-11-24T05:20:00+00:00"


@pytest.mark.parametrize(
    ("language", "moment", "day", "weekday", "number"),
    [
        ("kk", "2026 ж. 24 қараша, 10:20", "2026 ж. 24 қараша", "сейсенбі", "12 345,5"),
        ("ru", "24 ноября 2026 г., 10:20", "24 ноября 2026 г.", "вторник", "12 345,5"),
        ("en", "24 November 2026, 10:20", "24 November 2026", "Tuesday", "12,345.5"),
    ],
)
def test_everything_is_in_kazakhstans_time_and_in_the_words_of_the_language(
    language: str, moment: str, day: str, weekday: str, number: str
) -> None:
    speech = Language(language)
    assert _plain(formats.moment(MOMENT, speech)) == moment
    assert _plain(formats.day("2026-11-24", speech)) == day
    assert formats.weekday("2026-11-24", speech) == weekday
    assert formats.clock_time(MOMENT, speech) == "10:20"
    assert _plain(formats.number(12345.5, speech)) == number


def test_a_day_in_a_table_is_the_same_short_one_in_every_language() -> None:
    late = "2026-11-24T20:30:00+00:00"  # in Kazakhstan it is the next day
    assert {formats.table_day(late, language) for language in Language} == {"25.11.2026"}
    assert formats.table_day("2026-11-05", Language.KK) == "05.11.2026"


def test_the_day_of_a_moment_is_the_day_in_kazakhstan() -> None:
    assert _plain(formats.day("2026-11-23T20:00:00+00:00", Language.EN)) == "24 November 2026"


@pytest.mark.parametrize(
    ("now", "kk", "ru", "en"),
    [
        ("2026-11-22T02:20:00+05:00", "2 күн 8 сағат қалды", "ещё 2 дня 8 часов", "2 days 8 hours left"),
        ("2026-11-24T09:19:00+05:00", "1 сағат 1 минут қалды", "ещё 1 час 1 минуту", "1 hour 1 minute left"),
        ("2026-11-24T10:15:00+05:00", "5 минут қалды", "ещё 5 минут", "5 minutes left"),
        ("2026-11-24T10:20:00+05:00", "бір минуттан аз қалды", "осталось меньше минуты", "less than a minute left"),
        ("2026-11-24T12:20:00+05:00", "мерзімі 2 сағат бұрын өтті", "просрочено на 2 часа", "overdue by 2 hours"),
    ],
)
def test_the_time_left_is_told_in_its_two_largest_units(now: str, kk: str, ru: str, en: str) -> None:
    with time_machine.travel(now, tick=False):
        assert [formats.left(MOMENT, one) for one in Language] == [kk, ru, en]


def _plain(text: str) -> str:
    """Spaces that keep words together, written as plain ones."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize("given", ["+77012345678", "+7 701 234 56 78", "Questions: +77012345678."])
def test_a_telephone_number_stands_in_groups_that_stay_on_one_line(given: str) -> None:
    assert "+7\xa0701\xa0234\xa056\xa078" in formats.phone_number(given, Language.EN)


@pytest.mark.parametrize("given", ["", "+44 20 7946 0000", "+770123456789", "8-800-080-7777"])
def test_what_is_no_number_of_kazakhstan_is_left_as_it_was_given(given: str) -> None:
    assert formats.phone_number(given, Language.EN) == given
