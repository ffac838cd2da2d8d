"""The two working calendars: the five-day week of offices, the six-day week of clinics (Labour Code, 68, 84, 85).

A holiday that falls on that regime's day off makes the next working day a day off; 7 January and Kurban Ait never move.
The days come from the `holidays` library; what the state decided otherwise stands in OVERRIDES and has the last word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from holidays.countries.kazakhstan import Kazakhstan
from holidays.observed_holiday_base import SAT_SUN_TO_NEXT_WORKDAY, SUN_TO_NEXT_WORKDAY

from models.law import Basis


class Regime(StrEnum):
    """The working week: offices and the terms of the procedural code have five days, clinics have six."""

    FIVE_DAY = "FIVE_DAY"
    SIX_DAY = "SIX_DAY"


class Kind(StrEnum):
    """Why a day is off."""

    HOLIDAY = "HOLIDAY"
    REST = "REST"
    MOVED = "MOVED"
    SUBSTITUTED = "SUBSTITUTED"
    WEEKEND = "WEEKEND"


class Effect(StrEnum):
    """What a decision does to a day: off, worked, or no holiday any more so that the weekday decides."""

    OFF = "OFF"
    WORKED = "WORKED"
    ORDINARY = "ORDINARY"


@dataclass(frozen=True)
class DayOff:
    """A day not worked, why, and its name (`law.day.<name>`); not confirmed while the state has not fixed the date."""

    day: date
    kind: Kind
    name: str
    confirmed: bool = True


@dataclass(frozen=True)
class Override:
    """What the state decided about one day, with its source; `hours` only where the day is worked shorter."""

    day: date
    effect: Effect
    basis: Basis
    name: str = ""
    kind: Kind = Kind.HOLIDAY
    regimes: frozenset[Regime] = frozenset(Regime)
    hours: tuple[time, time] | None = None
    confirmed: bool = True


NEVER_MOVED = {"ORTHODOX_CHRISTMAS": Basis("labour-code", "84"), "KURBAN_AIT": Basis("labour-code", "84")}
DAYS_OFF_OF_WEEK = {Regime.FIVE_DAY: frozenset({5, 6}), Regime.SIX_DAY: frozenset({6})}

# Calendars printed before the referendum of 15 March 2026 show 31 August 2026 as off: it works (domain 11, row 11).
OVERRIDES = (
    Override(date(2026, 5, 27), Effect.OFF, Basis("ministry-calendar-2026"), "KURBAN_AIT", Kind.REST),
    Override(date(2026, 8, 30), Effect.ORDINARY, Basis("constitution-2026")),
    Override(date(2026, 8, 31), Effect.ORDINARY, Basis("constitution-2026")),
    Override(date(2027, 3, 15), Effect.OFF, Basis("constitution-2026"), "CONSTITUTION"),
)

_NAMES: Mapping[str, str] = {
    "Жаңа жыл": "NEW_YEAR",
    "Православиелік Рождество": "ORTHODOX_CHRISTMAS",
    "Халықаралық әйелдер күні": "WOMENS_DAY",
    "Наурыз мейрамы": "NAURYZ",
    "Қазақстан халқының бірлігі мерекесі": "UNITY",
    "Отан Қорғаушы күні": "DEFENDER",
    "Жеңіс күні": "VICTORY",
    "Астана күні": "CAPITAL",
    "Қазақстан Республикасының Конституциясы күні": "CONSTITUTION",
    "Республика күні": "REPUBLIC",
    "Қазақстан Республикасы күні": "REPUBLIC",
    "Қазақстан Республикасының Тұңғыш Президенті күні": "FIRST_PRESIDENT",
    "Тәуелсіздік күні": "INDEPENDENCE",
    "Құрбан айт": "KURBAN_AIT",
}
_SUBSTITUTED = re.compile(r"\((\d\d\.\d\d\.\d{4}) бастап")
_RULES = {Regime.FIVE_DAY: SAT_SUN_TO_NEXT_WORKDAY, Regime.SIX_DAY: SUN_TO_NEXT_WORKDAY}


def day_off(day: date, regime: Regime) -> DayOff | None:
    """Why a day is off in a working week, or nothing when it is worked (Labour Code, article 84)."""
    found, worked = _year(day.year, regime)
    if day in found:
        return found[day]
    if day.weekday() in DAYS_OFF_OF_WEEK[regime] and day not in worked:
        return DayOff(day, Kind.WEEKEND, "WEEKEND")
    return None


def is_working(day: date, regime: Regime) -> bool:
    """Whether a day is worked."""
    return day_off(day, regime) is None


def after(day: date, number: int, regime: Regime) -> date:
    """The working day of that number after a day: counting begins on the next working day; 0 is the day itself."""
    if number < 0:
        raise ValueError("working days are counted forwards")
    while number:
        day += timedelta(days=1)
        number -= is_working(day, regime)
    return day


def next_working(day: date, regime: Regime) -> date:
    """The first working day after a day."""
    return after(day, 1, regime)


def days_off(year: int, regime: Regime) -> list[DayOff]:
    """Every day off of a year but the weekly ones, in order."""
    return sorted(_year(year, regime)[0].values(), key=lambda one: one.day)


def month_counts(year: int, regime: Regime) -> list[int]:
    """The number of working days of each month of a year."""
    day, counts = date(year, 1, 1), [0] * 12
    while day.year == year:
        counts[day.month - 1] += is_working(day, regime)
        day += timedelta(days=1)
    return counts


def decided_hours(day: date, regime: Regime) -> tuple[time, time] | None:
    """Other working hours that the state decided for one day, where it did."""
    found = [one.hours for one in OVERRIDES if one.day == day and regime in one.regimes and one.hours]
    return found[-1] if found else None


@lru_cache(maxsize=256)
def _year(year: int, regime: Regime) -> tuple[Mapping[date, DayOff], frozenset[date]]:
    """The days off of a year, and its weekly days off that are worked: the library's, then the decided ones."""
    known = Kazakhstan(years=year, language="kk", observed_rule=_RULES[regime])
    found = {day: _read(day, known.get_list(day)) for day in known if not _pointless(known[day], regime)}
    worked = {day for day in known.weekend_workdays if day.year == year}
    for one in OVERRIDES:
        if one.day.year == year and regime in one.regimes:
            found.pop(one.day, None)
            if one.effect is Effect.OFF:
                found[one.day] = DayOff(one.day, one.kind, one.name, one.confirmed)
            elif one.effect is Effect.WORKED:
                worked.add(one.day)
    return found, frozenset(worked)


def _read(day: date, names: list[str]) -> DayOff:
    """A day of the library in our words; a name unknown here is a holiday nobody has checked, and stops us."""
    if _SUBSTITUTED.search(names[0]):
        return DayOff(day, Kind.SUBSTITUTED, "SUBSTITUTED")
    name, _, label = min(names, key=lambda one: "бағаланған" in one).partition(" (")
    key = _NAMES[name]
    kind = Kind.MOVED if "қайта белгіленген" in label else Kind.REST if key in NEVER_MOVED else Kind.HOLIDAY
    return DayOff(day, kind, key, "бағаланған" not in label)


def _pointless(name: str, regime: Regime) -> bool:
    """A day off taken in exchange for a Saturday means nothing where Saturdays are worked anyway."""
    found = _SUBSTITUTED.search(name)
    if regime is Regime.FIVE_DAY or not found:
        return False
    return datetime.strptime(found.group(1), "%d.%m.%Y").weekday() == 5
