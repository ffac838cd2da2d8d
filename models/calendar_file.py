"""A calendar file (iCalendar, RFC 5545) of one event, for the calendar of a phone.

Moments are written in UTC: a file in UTC needs no description of a zone, and phones ignore that description anyway, looking the
zone up by name in a table of their own, where Almaty may still be six hours ahead (it is five since 1 March 2024).
"""

import re
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.enums import CLASS, STATUS

PRODUCT = "-//Emhana//Emhana//KK"
REMINDERS = (timedelta(days=1), timedelta(hours=2))
BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def media_type(*, cancelled: bool = False) -> str:
    """What the file is, for e-mail and HTTP: its method must be the one inside the file (RFC 6047, 2.4)."""
    return f"text/calendar; charset=utf-8; method={_method(cancelled)}"


def event(
    uid: str,
    sequence: int,
    starts_at: datetime,
    ends_at: datetime,
    stamped_at: datetime,
    summary: str,
    place: str,
    description: str,
    *,
    cancelled: bool = False,
    url: str = "",
) -> bytes:
    """The file of an event: the same uid with a higher sequence replaces the earlier one (RFC 5545, 3.8.7.4), or cancels it.

    Private, so that those with whom a calendar is shared see only that the time is taken.
    """
    found = Event.new(
        uid=_plain(uid), sequence=sequence, start=_utc(starts_at), end=_utc(ends_at), stamp=_utc(stamped_at),
        summary=_plain(summary), location=_plain(place) or None, description=_plain(description) or None,
        url="".join(_plain(url).split()) or None, classification=CLASS.PRIVATE,
        status=STATUS.CANCELLED if cancelled else STATUS.CONFIRMED,
        subcomponents=[] if cancelled else [_reminder(before, _plain(summary)) for before in REMINDERS],
    )  # fmt: skip
    whole = Calendar()
    whole.update({"VERSION": "2.0", "PRODID": PRODUCT, "METHOD": _method(cancelled)})
    whole.add_component(found)
    return bytes(whole.to_ical())


def _reminder(before: timedelta, words: str) -> Alarm:
    reminder = Alarm.new(description=words)
    reminder.add("ACTION", "DISPLAY")
    reminder.TRIGGER = -before
    return reminder


def _method(cancelled: bool) -> str:
    return "CANCEL" if cancelled else "PUBLISH"


def _utc(moment: datetime) -> datetime:
    """A moment without a zone would be another moment on every phone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(UTC).replace(microsecond=0)


def _plain(words: str) -> str:
    """Words with one kind of line break and without the control characters that the format forbids (RFC 5545, 3.3.11)."""
    return FORBIDDEN.sub("", BREAKS.sub("\n", words))
