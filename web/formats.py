"""Moments, days and numbers in words of each language. Everything is shown in Kazakhstan's time."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from models import clock
from models.law import Language
from models.texts import text

LOCALES = {Language.KK: "kk_KZ", Language.RU: "ru_KZ", Language.EN: "en_GB"}
Moment = str | datetime
Day = str | date


@lru_cache
def _locale(language: Language) -> Locale:
    return Locale.parse(LOCALES[language])


def _moment(value: Moment) -> datetime:
    """A moment in local time; the API writes moments in ISO 8601 with their offset."""
    return clock.local(datetime.fromisoformat(value) if isinstance(value, str) else value)


def _day(value: Day) -> date:
    """A day; of a moment, its day in Kazakhstan."""
    if isinstance(value, str) and len(value) > len("2026-11-24"):
        value = datetime.fromisoformat(value)
    elif isinstance(value, str):
        value = date.fromisoformat(value)
    return _moment(value).date() if isinstance(value, datetime) else value


def day(value: Day, language: Language) -> str:
    """2026 ж. 24 қараша · 24 ноября 2026 г. · 24 November 2026: a number stays with the word after it."""
    return re.sub(r"(\d) (?=\D)", "\\1\xa0", format_date(_day(value), "long", locale=_locale(language)))


def table_day(value: Day, language: Language) -> str:
    """24.11.2026 in every language: the narrow columns of journals."""
    return f"{_day(value):%d.%m.%Y}"


def weekday(value: Day, language: Language) -> str:
    """сейсенбі · вторник · Tuesday."""
    return format_date(_day(value), "EEEE", locale=_locale(language))


def short_day(value: Day, language: Language) -> str:
    """24 қараша, сейсенбі · 24 ноября, вторник · 24 November, Tuesday: a day of this year, in lists."""
    return format_date(_day(value), "d MMMM, EEEE", locale=_locale(language))


def that_day(value: str, language: Language, later: int = 0) -> str:
    """The day written so, or today when no day is, some days later: for links from one day to another."""
    try:
        return (date.fromisoformat(value) + timedelta(days=later)).isoformat()
    except (ValueError, OverflowError):
        return (clock.today() + timedelta(days=later)).isoformat()


def clock_time(value: Moment, language: Language) -> str:
    """10:20 in every language: twenty-four hours."""
    return format_time(_moment(value).time(), "HH:mm", locale=_locale(language))


def moment(value: Moment, language: Language) -> str:
    """2026 ж. 24 қараша, 10:20."""
    found = _moment(value)
    return f"{day(found.date(), language)}, {clock_time(found, language)}"


def short_moment(value: Moment, language: Language) -> str:
    """10:20 of today; of another day 24 қараша, сейсенбі, 10:20."""
    found = _moment(value)
    at = clock_time(found, language)
    return at if found.date() == clock.today() else f"{short_day(found.date(), language)}, {at}"


def phone_number(value: str, language: Language) -> str:
    """+7 701 234 56 78, alone or in a sentence: a number of Kazakhstan in groups that stay on one line, any other as it was given."""
    return re.sub(r"\+7 ?(\d{3}) ?(\d{3}) ?(\d{2}) ?(\d{2})(?!\d)", "+7\xa0\\1\xa0\\2\xa0\\3\xa0\\4", value)


def number(value: float, language: Language) -> str:
    """1 234,5 with the separators of the language."""
    return format_decimal(value, locale=_locale(language))


def left(value: Moment, language: Language) -> str:
    """The time left until a moment in words, in its two largest units; after it, how long it has been over."""
    rest = _moment(value) - clock.now()
    over = rest < timedelta()
    if abs(rest) < timedelta(minutes=1):
        return text("time.left.just_over" if over else "time.left.moment", language)
    words = " ".join(text(f"time.unit.{unit}", language, n=n) for unit, n in _units(abs(rest)))
    return text("time.left.over" if over else "time.left.left", language, time=words)


def _units(rest: timedelta) -> list[tuple[str, int]]:
    """Days and hours, hours and minutes, or minutes: what still matters of a span."""
    minutes = int(rest.total_seconds() // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    spans = [("days", days), ("hours", hours)] if days else [("hours", hours), ("minutes", minutes)]
    return [(unit, n) for unit, n in spans if n]
