"""Calling a doctor home: the windows that can be promised, and what becomes of one that cannot be kept (rules of this system)."""

from datetime import date, datetime, timedelta

from models.law import Channel
from models.law.home_visit import (
    AMBULANCE_ARRIVES,
    APOLOGY_BEFORE,
    ATTEMPTS,
    PROMISED,
    SHORTEST_WINDOW,
    WINDOW,
    State,
)
from models.law.home_visit_reason import Urgency
from models.law.term import ZONE, Hours, closing, opens

STEP = timedelta(minutes=15)  # windows begin at quarters of an hour
Window = tuple[datetime, datetime]


def windows(now: datetime, day: date, hours: Hours, channel: Channel = Channel.PORTAL) -> list[Window]:
    """The windows that can be promised on a day: one after another from now or the opening to the closing.

    What 103 hands over is reached within its own term for an acute illness without a threat to life (category 4): its first window
    begins at this minute.
    """
    end = closing(day, hours)
    if end is None:
        return []
    start, length = _quarter(now), timedelta(hours=WINDOW.on(day))
    if channel is Channel.AMBULANCE:
        start, length = now.astimezone(ZONE).replace(second=0, microsecond=0), timedelta(minutes=AMBULANCE_ARRIVES.on(day))
    start = max(start, opens(day, hours))
    found: list[Window] = []
    while end - start >= shortest(day):
        found.append((start, min(start + length, end)))
        start += length
    return found


def later_window(until: datetime, now: datetime, hours: Hours) -> Window | None:
    """The window after one that is about to be missed, on the same day; None when the day has no room for another."""
    day = until.astimezone(ZONE).date()
    return next(iter(windows(max(until, now), day, hours)), None)


def awaited(window: Window, now: datetime) -> Window:
    """The time in which a person awaits the doctor: the promised window, and on until now when it was missed."""
    return window[0], max(window[1], now)


def shortest(day: date) -> timedelta:
    """The shortest window that can be promised."""
    return timedelta(minutes=SHORTEST_WINDOW.on(day))


def offered(now: datetime, day: date, hours: Hours, channel: Channel, urgency: Urgency) -> list[Window]:
    """What a clinic can promise in a call of a day, the best first: also earlier than it must, and an urgent call today before all."""
    today = now.astimezone(ZONE).date()
    soon, then = (windows(now, one, hours, channel) for one in (min(today, day), day))
    if today >= day:
        return then
    return then + soon if urgency is Urgency.ROUTINE else soon + then


def given_up(state: State, attempts: int, now: datetime) -> bool:
    """Whether the doctor was at the door as often as is due: nobody else comes, and a human closes the call."""
    return state is State.NOBODY_HOME and attempts >= ATTEMPTS.on(now.astimezone(ZONE).date())


def missed_soon(state: State, until: datetime, now: datetime) -> bool:
    """Whether a promised window is about to be missed: nobody has set out shortly before its end, or it ends and nobody is there."""
    margin = timedelta() if state is State.EN_ROUTE else timedelta(minutes=APOLOGY_BEFORE.on(now.astimezone(ZONE).date()))
    return state in PROMISED and now >= until - margin


def day_over(day: date, now: datetime, hours: Hours) -> bool:
    """Whether the clinic has closed on a day, so that what was left undone goes to the next one."""
    end = closing(day, hours)
    return now >= end if end else now.astimezone(ZONE).date() > day


def _quarter(moment: datetime) -> datetime:
    """The next quarter of an hour."""
    start = moment.astimezone(ZONE).replace(minute=0, second=0, microsecond=0)
    while start < moment:
        start += STEP
    return start
