"""A slow and obvious second opinion on appeals: the terms are written out from the texts of the law, days are looked at one by one.

It shares no code with the law it checks. The days off are the Ministry's for 2026, the computed ones for 2027 and for the beginning of
2028, to which terms of the last weeks of 2027 run (domain 5.2).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ALMATY = ZoneInfo("Asia/Almaty")
ONE_DAY = timedelta(days=1)

_OFF = """
2026-01-01 2026-01-02 2026-01-07 2026-03-08 2026-03-09 2026-03-21 2026-03-22 2026-03-23 2026-03-24 2026-03-25 2026-05-01 2026-05-07
2026-05-09 2026-05-11 2026-05-27 2026-07-06 2026-10-25 2026-10-26 2026-12-16
2027-01-01 2027-01-02 2027-01-04 2027-01-07 2027-03-08 2027-03-15 2027-03-21 2027-03-22 2027-03-23 2027-03-24 2027-05-01 2027-05-03
2027-05-07 2027-05-09 2027-05-10 2027-05-16 2027-07-06 2027-10-25 2027-12-16
2028-01-01 2028-01-02 2028-01-03 2028-01-04 2028-01-07 2028-03-08 2028-03-15 2028-03-21 2028-03-22 2028-03-23
"""

# Who answers what, in how many days, and in which days (articles 76, 91 and 99; access to information, 11; public services, 25).
TERMS = {
    "REQUEST CLINIC": (15, "working"), "REQUEST AUTHORITY": (15, "working"),
    "INFORMATION CLINIC": (15, "calendar"), "INFORMATION AUTHORITY": (15, "calendar"),
    "MESSAGE CLINIC": (15, "working"), "MESSAGE AUTHORITY": (15, "working"),
    "RESPONSE CLINIC": (15, "working"), "RESPONSE AUTHORITY": (15, "working"),
    "PROPOSAL CLINIC": (15, "working"), "PROPOSAL AUTHORITY": (15, "working"),
    "COMPLAINT CLINIC": (3, "working"), "COMPLAINT AUTHORITY": (20, "working"),
    "SERVICE_COMPLAINT CLINIC": (5, "working"), "SERVICE_COMPLAINT AUTHORITY": (15, "working"),
}  # fmt: skip
EXTENDED_BY_ARTICLE_76 = ("REQUEST", "MESSAGE", "RESPONSE", "PROPOSAL")


def works(day: date) -> bool:
    """Monday to Friday, but for the days off."""
    return day.strftime("%w") not in ("6", "0") and day.isoformat() not in _OFF


def count(start: date, number: int, counted: Callable[[date], bool]) -> date:
    """Go on one day at a time from the day after; the day of that number is the last."""
    day = start
    while number > 0:
        day = day + ONE_DAY
        if counted(day):
            number = number - 1
    return day


def working(start: date, number: int) -> date:
    return count(start, number, works)


def registered(moment: datetime) -> datetime:
    """On the day of receipt; after six in the evening or on a day off, on the next working day, when the office opens at nine."""
    day = moment.date()
    if works(day) and moment.hour < 9:
        return datetime.combine(day, time(9), ALMATY)
    if works(day) and moment.hour < 18:
        return moment
    return datetime.combine(working(day, 1), time(9), ALMATY)


def months(start: date, number: int) -> date:
    """Go on day by day; the last day of that later month which has not passed the number of the first day."""
    day = last = start
    while True:
        day = day + ONE_DAY
        passed = (day.year - start.year) * 12 + day.month - start.month
        if passed > number:
            return last
        if passed == number and day.day <= start.day:
            last = day


@dataclass
class Case:
    """An appeal on its way, day by day: what is done with it, what is refused and why; an empty word is no refusal."""

    kind: str
    body: str
    received: datetime
    registered: datetime = field(init=False)
    due: date = field(init=False)
    latest: date = field(init=False)
    lengthened: bool = False
    shown: date | None = None
    shown_words: str = ""
    objected: bool = False

    def __post_init__(self) -> None:
        self.registered = registered(self.received)
        number, days = TERMS[f"{self.kind} {self.body}"]
        self.due = count(self.registered.date(), number, works if days == "working" else lambda day: True)
        self.latest = months(self.received.date(), 2) if self.kind in EXTENDED_BY_ARTICLE_76 else self.due

    def over(self, day: date) -> bool:
        return day >= self.due + ONE_DAY

    def extend(self, day: date, until: date) -> str:
        """Article 76: once, before the term ends, to two months after the receipt at most."""
        if self.kind not in EXTENDED_BY_ARTICLE_76:
            return "NOT_EXTENDABLE"
        if self.lengthened:
            return "EXTENDED_ONCE"
        if self.over(day):
            return "EXTENDED_LATE"
        if until <= self.due or until > months(self.received.date(), 2):
            return "EXTENDED_UNTIL"
        self.due, self.lengthened = until, True
        return ""

    def correction(self, day: date, until: date) -> str:
        """Article 64: two working days at least, if the term has as many left; it moves nothing."""
        soonest = working(day, 2)
        if soonest > self.due:
            soonest = self.due
        return "" if soonest <= until <= self.due else "CORRECTION_TERM"

    def propose(self, day: date, outcome: str) -> str:
        """Article 73: the preliminary decision is shown; the body whose act is complained about has nothing to refuse with."""
        if self.kind == "COMPLAINT" and self.body == "CLINIC" and outcome not in ("CANCELLED", "REPLACED", "ORDERED"):
            return "ONLY_IN_FULL"
        self.shown, self.shown_words, self.objected = day, outcome, False
        return ""

    def object(self, day: date) -> str:
        """Article 73, part 3: on two working days after it, once."""
        if self.shown is None:
            return "NOT_OPEN"
        if self.objected:
            return "OBJECTED_ALREADY"
        if day > working(self.shown, 2):
            return "OBJECTION_LATE"
        self.objected = True
        return ""

    def refuse(self, day: date, outcome: str) -> str:
        """A decision against the person: after the end of the term at once, otherwise on the third working day after it was shown."""
        if self.kind == "COMPLAINT" and self.body == "CLINIC":
            return "ONLY_IN_FULL"
        if self.over(day):
            return ""
        if self.shown is None or self.shown_words not in (outcome, "DENIED", "UNSATISFIED"):
            return "PRELIMINARY_FIRST"
        return "PRELIMINARY_TIME" if day < working(self.shown, 3) else ""


def complaint_late(learned: date, filed: date) -> bool:
    """Article 92: three months from learning of the act."""
    return filed > months(learned, 3)
