"""The one clock: `now()` and `today()` in Kazakhstan's time. Nothing else asks the system for the time of day."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from models.settings import Misconfigured, settings

ZONE = ZoneInfo("Asia/Almaty")
EARLIEST = date(1900, 1, 1)


@lru_cache
def _shift(wanted: str, demonstration: bool) -> timedelta:
    """How far the demonstration's clock runs from the real one: EMHANA_CLOCK names the moment at which it starts."""
    if not wanted:
        return timedelta()
    if not demonstration:
        raise Misconfigured("EMHANA_CLOCK moves the clock of a demonstration only: set EMHANA_DEMONSTRATION=1 or unset it")
    start = datetime.fromisoformat(wanted)
    start = start.replace(tzinfo=ZONE) if start.tzinfo is None else start
    return start - datetime.now(ZONE)


def now() -> datetime:
    """This moment, with the zone of Almaty (one zone for the whole country since 1 March 2024)."""
    return datetime.now(ZONE) + _shift(settings().clock, settings().demonstration)


def today() -> date:
    """This day in Kazakhstan."""
    return now().date()


def yesterday() -> date:
    """The day before this one in Kazakhstan."""
    return today() - timedelta(days=1)


def local(moment: datetime) -> datetime:
    """A stored moment in Kazakhstan's time."""
    return moment.astimezone(ZONE)


def start_of(year: int) -> datetime:
    """The first moment of a calendar year."""
    return datetime(year, 1, 1, tzinfo=ZONE)


def start_of_day(day: date) -> datetime:
    """The first moment of a day in Kazakhstan; nothing here is older than the first day that databases agree upon."""
    day = max(day, EARLIEST)
    return datetime(day.year, day.month, day.day, tzinfo=ZONE)


def end_of_day(day: date) -> datetime:
    """The first moment after a day in Kazakhstan."""
    return start_of_day(day + timedelta(days=1)) if day < date.max else datetime.combine(day, time.max, ZONE)
