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

# How it may end. Who asks that something be done or told is not answered with an explanation. How one was treated is justified or not,
# wholly or in part; an act is cancelled, replaced, ordered, left as it is, or returned by the body above (article 100).
ANSWERS = {
    "REQUEST CLINIC": "GRANTED PARTLY DENIED", "REQUEST AUTHORITY": "GRANTED PARTLY DENIED",
    "INFORMATION CLINIC": "GRANTED PARTLY DENIED", "INFORMATION AUTHORITY": "GRANTED PARTLY DENIED",
    "MESSAGE CLINIC": "GRANTED PARTLY EXPLAINED DENIED", "MESSAGE AUTHORITY": "GRANTED PARTLY EXPLAINED DENIED",
    "RESPONSE CLINIC": "GRANTED PARTLY EXPLAINED DENIED", "RESPONSE AUTHORITY": "GRANTED PARTLY EXPLAINED DENIED",
    "PROPOSAL CLINIC": "GRANTED PARTLY EXPLAINED DENIED", "PROPOSAL AUTHORITY": "GRANTED PARTLY EXPLAINED DENIED",
    "COMPLAINT CLINIC": "CANCELLED REPLACED ORDERED",
    "COMPLAINT AUTHORITY": "CANCELLED REPLACED ORDERED UNSATISFIED RETURNED",
    "SERVICE_COMPLAINT CLINIC": "GRANTED PARTLY CANCELLED REPLACED ORDERED UNSATISFIED",
    "SERVICE_COMPLAINT AUTHORITY": "GRANTED PARTLY CANCELLED REPLACED ORDERED UNSATISFIED RETURNED",
}  # fmt: skip
# What is not, or not wholly, what the person wanted; the last two leave nothing worse to be warned of.
AGAINST = ("PARTLY", "DENIED", "UNSATISFIED")
NOTHING_WORSE = ("DENIED", "UNSATISFIED")
ENDED = ("FORWARDED", "DECIDED", "LEFT", "WITHDRAWN")


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
    signed: bool = False
    crime: bool = False
    anonymous: bool = False
    accused: str = ""  # nobody, in words, or named
    registered: datetime = field(init=False)
    due: date = field(init=False)
    latest: date = field(init=False)
    state: str = "IN_WORK"
    lengthened: bool = False
    correct_by: date | None = None
    essence: bool = False
    missed: bool = False
    shown: date | None = None
    shown_words: str = ""
    objected: bool = False
    appointed: datetime | None = None
    taken_back_by: str = ""
    sent: bool = False

    def __post_init__(self) -> None:
        self.registered = registered(self.received)
        number, days = TERMS[f"{self.kind} {self.body}"]
        self.due = count(self.registered.date(), number, works if days == "working" else lambda day: True)
        self.latest = months(self.received.date(), 2) if self.kind in EXTENDED_BY_ARTICLE_76 else self.due

    def complains(self) -> bool:
        return self.kind in ("COMPLAINT", "SERVICE_COMPLAINT")

    def at_whose_act_it_is(self) -> bool:
        """Article 91, part 4: the body complained about grants the complaint in full or sends it up; it has no third way."""
        return self.kind == "COMPLAINT" and self.body == "CLINIC"

    def over(self, day: date) -> bool:
        return day >= self.due + ONE_DAY

    def dawn(self, day: date) -> str:
        """What the night has brought: a time for correction missed; a term ended, which is a refusal, or sends a kept complaint up."""
        if self.state == "NEEDS_CORRECTION" and self.correct_by is not None and self.correct_by < day:
            self.state, self.missed = "IN_WORK", True
        if self.over(day) and self.state not in ENDED:
            self.state = "FORWARDED" if self.at_whose_act_it_is() else "DEEMED_REFUSED"
        return ""

    def goes_on(self, state: str) -> str:
        """A refusal that the law has set is not undone by work on the late answer (91, part 2)."""
        if self.state != "DEEMED_REFUSED":
            self.state = state
        return ""

    def take_up(self, day: date) -> str:
        return self.goes_on("IN_WORK") if self.state in ("IN_WORK", "DEEMED_REFUSED") else "NOT_OPEN"

    def extend(self, day: date, until: date) -> str:
        """Article 76: once, before the term ends, to two months after the receipt at most."""
        if self.state == "DEEMED_REFUSED" or self.state in ENDED:
            return "NOT_OPEN"
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

    def correction(self, day: date, until: date, essence: bool) -> str:
        """Article 64: two working days at least, if the term has as many left; it moves nothing."""
        if self.state != "IN_WORK":
            return "NOT_OPEN"
        soonest = working(day, 2)
        if soonest > self.due:
            soonest = self.due
        if not soonest <= until <= self.due:
            return "CORRECTION_TERM"
        self.state, self.correct_by, self.essence, self.missed = "NEEDS_CORRECTION", until, essence, False
        return ""

    def correct(self, day: date, who: str) -> str:
        """The person gives what was missing; a paper without a signature of the person's own may be completed at the body."""
        if self.state != "NEEDS_CORRECTION":
            return "NOT_OPEN"
        if self.signed and who != "CITIZEN":
            return "NOT_YOURS"
        self.state = "IN_WORK"
        return ""

    def forward(self, day: date, ground: str, to: str) -> str:
        """Articles 65 and 91, part 4: another's to decide; up with the case; up so that those complained about do not decide."""
        if self.state not in ("IN_WORK", "NEEDS_CORRECTION"):
            return "NOT_OPEN"
        upwards = self.complains() or ground in ("COMPLAINT", "CONFLICT")
        if upwards and self.body == "AUTHORITY":
            return "NO_BODY_ABOVE"
        if ground == "COMPLAINT" and not self.complains():
            return "OUTCOME_KIND"
        if ground == "CONFLICT" and self.accused == "":
            return "NOBODY_ACCUSED"
        if upwards and to == "CLINIC":
            return "COMPLAINT_UPWARDS"
        self.state = "FORWARDED"
        return ""

    def name(self, day: date) -> str:
        """Those complained about are named, so that they keep away."""
        if self.state in ENDED:
            return "NOT_OPEN"
        self.accused = "named"
        return ""

    def propose(self, day: date, outcome: str) -> str:
        """Article 73: the preliminary decision is shown, in time or late; it is one that could end the appeal."""
        if self.state not in ("IN_WORK", "DEEMED_REFUSED"):
            return "NOT_OPEN"
        if self.unfit(outcome):
            return self.unfit(outcome)
        self.shown, self.shown_words, self.objected = day, outcome, False
        return self.goes_on("PRELIMINARY")

    def unfit(self, outcome: str) -> str:
        if outcome in ANSWERS[f"{self.kind} {self.body}"].split():
            return ""
        return "ONLY_IN_FULL" if self.at_whose_act_it_is() else "OUTCOME_KIND"

    def object(self, day: date, who: str) -> str:
        """Article 73, part 3: on two working days after it, once, whatever the body does meanwhile, and in the person's own name."""
        if self.state in ENDED or self.state == "NEEDS_CORRECTION":
            return "NOT_OPEN"
        if self.signed and who != "CITIZEN":
            return "NOT_YOURS"
        if self.shown is None:
            return "NOT_OPEN"
        if self.objected:
            return "OBJECTED_ALREADY"
        if day > working(self.shown, 2):
            return "OBJECTION_LATE"
        self.objected = True
        return ""

    def hearing(self, now: datetime, moment: datetime) -> str:
        """Article 73: the person is invited to a moment that is still to come, while the term runs."""
        if self.state not in ("IN_WORK", "PRELIMINARY"):
            return "NOT_OPEN"
        if not moment > now:
            return "HEARING_PAST"
        if self.over(moment.date()):
            return "HEARING_TERM"
        self.state, self.appointed = "HEARING", moment
        return ""

    def protocol(self, now: datetime, began: datetime, ended: datetime) -> str:
        """Article 74: beginning and end; whoever comes in time has missed nothing, and it is written when it is over."""
        if self.state != "HEARING" or self.appointed is None:
            return "NOT_OPEN"
        if began < self.appointed or ended <= began or ended > now:
            return "HEARING_TIMES"
        self.state = "IN_WORK"
        return ""

    def decide(self, day: date, outcome: str) -> str:
        """Articles 73, 76 and 100: against the person on the third working day after one no better was shown, in time or late."""
        if self.state in ENDED or self.state == "HEARING":
            return "NOT_OPEN"
        if self.accused == "in words":
            return "ACCUSED_UNNAMED"
        if self.unfit(outcome):
            return self.unfit(outcome)
        if outcome in AGAINST:
            if self.shown is None or self.shown_words not in (outcome, *NOTHING_WORSE):
                return "PRELIMINARY_FIRST"
            if day < working(self.shown, 3):
                return "PRELIMINARY_TIME"
        self.state = "DECIDED"
        return ""

    def leave(self, day: date, ground: str) -> str:
        """Without consideration: what nobody signs, or what was not put right, or says nothing although it was asked; never a crime."""
        if self.state != "IN_WORK":
            return "NOT_OPEN"
        if self.crime:
            return "CRIME_REPORTED"
        if self.at_whose_act_it_is():
            return "ONLY_IN_FULL"
        if self.accused == "in words":
            return "ACCUSED_UNNAMED"
        if ground == "ANONYMOUS" and not self.anonymous:
            return "LEAVE_GROUND"
        if ground == "NOT_CORRECTED" and not self.missed:
            return "LEAVE_GROUND"
        if ground == "WITHOUT_ESSENCE" and not (self.missed and self.essence):
            return "LEAVE_GROUND"
        self.state = "LEFT"
        return ""

    def withdraw(self, day: date, who: str, papers: int) -> str:
        """Article 64: before the decision, in writing. For the person nobody takes back what the person signed, nor a refusal that
        the law has set."""
        if self.state in ENDED:
            return "NOT_OPEN"
        if who != "CITIZEN" and (self.signed or self.over(day)):
            return "NOT_YOURS"
        if who != "CITIZEN" and papers == 0:
            return "PAPER_MISSING"
        self.state, self.taken_back_by = "WITHDRAWN", who
        return ""

    def answer(self, day: date) -> str:
        """The answer is sent or handed over, also that it was left without consideration; once."""
        if self.state not in ("DECIDED", "LEFT"):
            return "NOT_OPEN"
        if self.sent:
            return "ANSWERED_ALREADY"
        self.sent = True
        return ""

    def complaint_goes(self) -> str:
        """Article 91; public services: a clinic's answer on a complaint is the body's above, any other the clinic's; then the court."""
        told = self.state in ("DECIDED", "LEFT", "DEEMED_REFUSED")
        if self.state == "WITHDRAWN" and self.taken_back_by != "CITIZEN":
            told = True
        if self.body == "AUTHORITY" or not told:
            return ""
        return f"{self.kind} AUTHORITY" if self.complains() else "COMPLAINT CLINIC"


def complaint_late(learned: date, filed: date) -> bool:
    """Article 92: three months from learning of the act."""
    return filed > months(learned, 3)
