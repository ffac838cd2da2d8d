"""Calling a doctor home: why not? One small function per rule; the same table answers beforehand and decides the call and its acts."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from models.law import Basis, Channel, Impediment, Refused, Role, forbid, open_acts
from models.law.attachment import LEAST_REASONS, reasoned
from models.law.attachment_doctor import serves
from models.law.attachment_ground import AGES
from models.law.home_visit import (
    ATTEMPTS,
    CARRIED_DAYS,
    LONGEST_WINDOW,
    MOVES,
    OWN_ACCORD,
    REFUSAL,
    RefusalGround,
    State,
)
from models.law.home_visit_reason import DangerSign, Indication, Urgency, lowered
from models.law.home_visit_window import Window, given_up, shortest, windows
from models.law.specialty import ATTENDING, Specialty
from models.law.term import ZONE, Hours, clinic_day, is_open

_STANDARD = "order-272-home-visit"
_REFUSAL = Basis("portal-3182", "refusal")
_PROPOSAL = Basis("proposal")
_TERM = Basis(_STANDARD, "4")

LEAST_SAID = 5
# Every code with the basis of its rule: what /law prints.
IMPEDIMENTS: Mapping[str, Basis] = {
    "DECEASED": Basis("civil-code", "13"),
    "OWN_DESK": _PROPOSAL,
    "NOT_REPRESENTATIVE": Basis(_STANDARD, "9"),
    "CLINIC_NOT_SERVING": Basis(_STANDARD, "3"),
    "NOT_ATTACHED": REFUSAL[RefusalGround.NOT_ATTACHED].basis,
    "ALREADY_CALLED": _PROPOSAL,
    "REASON_MISSING": _PROPOSAL,
    "AMBULANCE_HOURS": Basis("rules-225"),
    "AMBULANCE_NUMBER": Basis("rules-225"),
    "CALL_CHANGED": _PROPOSAL,
    "WINDOW_TIMES": _PROPOSAL,
    "WINDOW_PAST": _PROPOSAL,
    "WINDOW_HOURS": Basis(_STANDARD, "8"),
    "WINDOW_DAY": _TERM,
    "CARRIED_BACK": _TERM,
    "CARRIED_FAR": _PROPOSAL,
    "STILL_PROMISED": _PROPOSAL,
    "REASONS_MISSING": _PROPOSAL,
    "DOCTOR_ELSEWHERE": _PROPOSAL,
    "DOCTOR_NOT_ATTENDING": Basis("rules-194"),
    "DOCTOR_AGE": Basis("standard-49"),
    "DOCTOR_ABSENT": _PROPOSAL,
    "VISIT_AHEAD": _PROPOSAL,
    "SECOND_ATTEMPT": _PROPOSAL,
    "DANGER_NAMED": _PROPOSAL,
    "INDICATION_NAMED": _REFUSAL,
    "INSISTED": _REFUSAL,
    "ATTACHED_AFTER_ALL": REFUSAL[RefusalGround.NOT_ATTACHED].basis,
    "REFUSAL_WORDS": _REFUSAL,
    "URGENCY_WORDS": _PROPOSAL,
}


@dataclass(frozen=True)
class Facts:
    """Everything that decides a call, read beforehand. `on` is the moment of the call; `live` the number of another live call.

    `attached` is whether the person's attachment in force is to the clinic asked; without any, no clinic can be asked.
    """

    on: datetime
    channel: Channel
    hours: Hours
    attached: bool
    deceased: bool = False
    clinic_serving: bool = True
    applicant_is_patient: bool = True
    may_represent: bool = False
    own_desk_self: bool = False
    live: str = ""
    signs: frozenset[DangerSign] = frozenset()
    indications: frozenset[Indication] = frozenset()
    words: str = ""
    ambulance_number: str = ""
    in_zone: bool = True


Rule = Callable[[Facts], Iterator[Impediment]]


def _no(code: str, field: tuple[str, ...] = (), values: Mapping[str, object] | None = None, at: datetime | None = None) -> Impediment:
    return Impediment(code, IMPEDIMENTS[code], field, values or {}, at)


def _deceased(facts: Facts) -> Iterator[Impediment]:
    """Nobody is visited who is recorded as dead."""
    if facts.deceased:
        yield _no("DECEASED", ("patient",))


def _desk(facts: Facts) -> Iterator[Impediment]:
    """Nobody enters a call for oneself at one's own desk."""
    if facts.own_desk_self:
        yield _no("OWN_DESK", ("patient",))


def _representative(facts: Facts) -> Iterator[Impediment]:
    """For somebody else only a legal representative or an attorney calls (standard, paragraph 9); anybody may call 103."""
    if not facts.applicant_is_patient and not facts.may_represent:
        yield _no("NOT_REPRESENTATIVE", ("patient",))


def _attached(facts: Facts) -> Iterator[Impediment]:
    """The clinic of the attachment comes (portal, ground 2); what 103 hands over comes by another way, to the clinic of the zone."""
    if not facts.attached and not (facts.channel is Channel.AMBULANCE and facts.in_zone):
        yield _no("NOT_ATTACHED", ("patient",))


def _serving(facts: Facts) -> Iterator[Impediment]:
    """The clinic must be serving people."""
    if not facts.clinic_serving:
        yield _no("CLINIC_NOT_SERVING", ("patient",))


def _one_at_a_time(facts: Facts) -> Iterator[Impediment]:
    """One live call per person and clinic: a worse state is told on the call that there is; other clinics' calls are not told of."""
    if facts.live:
        yield _no("ALREADY_CALLED", ("patient",), {"number": facts.live})


def _reason(facts: Facts) -> Iterator[Impediment]:
    """A doctor must know why he or she is called: a sign, an indication, or the person's own words."""
    if not (facts.signs or facts.indications or facts.words.strip()):
        yield _no("REASON_MISSING", ("words",))


def _ambulance_number(facts: Facts) -> Iterator[Impediment]:
    """What 103 hands over comes with its number there."""
    if facts.channel is Channel.AMBULANCE and not facts.ambulance_number.strip():
        yield _no("AMBULANCE_NUMBER", ("ambulance_number",))


def _ambulance_hours(facts: Facts) -> Iterator[Impediment]:
    """103 hands calls over in the clinic's working time only, while one can still be served (Rules 225; domain 3.4)."""
    if facts.channel is Channel.AMBULANCE and not (
        is_open(facts.on, facts.hours) and windows(facts.on, facts.on.astimezone(ZONE).date(), facts.hours, facts.channel)
    ):
        yield _no("AMBULANCE_HOURS", ("channel",))


RULES: tuple[Rule, ...] = (
    _deceased,
    _desk,
    _representative,
    _attached,
    _serving,
    _one_at_a_time,
    _reason,
    _ambulance_number,
    _ambulance_hours,
)
_OF_PERSON: tuple[Rule, ...] = (_deceased, _desk, _representative, _attached, _serving, _one_at_a_time, _ambulance_hours)


def impediments(facts: Facts) -> list[Impediment]:
    """Why a call cannot be entered now: every rule at once; nothing when it can."""
    return [found for rule in RULES for found in rule(facts)]


def of_person(facts: Facts) -> list[Impediment]:
    """The rules about the person alone, before anything is asked."""
    return [found for rule in _OF_PERSON for found in rule(facts)]


def impediment(code: str, field: tuple[str, ...] = (), **values: object) -> Impediment:
    """The impediment of a code, with the basis of its rule."""
    return _no(code, field, values)


def window_allowed(window: Window, day: date, now: datetime, hours: Hours) -> list[Impediment]:
    """A promise that can be kept: not later than the day of the visit, in the clinic's hours, not over yet, neither too short nor too long.

    The cut-off is the clinic's latitude, not a prohibition: who can come earlier may.
    """
    since, until = (moment.astimezone(ZONE) for moment in window)
    span = hours.on(since.date())
    if not shortest(day) <= until - since <= timedelta(hours=LONGEST_WINDOW.on(day)):
        values = {"shortest": shortest(day) // timedelta(minutes=1), "longest": LONGEST_WINDOW.on(day)}
        return [_no("WINDOW_TIMES", ("until",), values)]
    if until - max(since, now) < shortest(day):
        return [_no("WINDOW_PAST", ("until",))]
    if since.date() > day:
        return [_no("WINDOW_DAY", ("since",), {"day": day})]
    if span is None or not (span[0] <= since.time() and until.date() == since.date() and until.time() <= span[1]):
        return [_no("WINDOW_HOURS", ("since",))]
    return []


@dataclass(frozen=True)
class Doctor:
    """A doctor who is to be sent: the specialty, of this clinic and serving, absent in the window or not."""

    specialty: Specialty
    of_clinic: bool = True
    absent: bool = False


def doctor_allowed(doctor: Doctor, age: int, day: date) -> list[Impediment]:
    """An attending doctor of the clinic who serves the patient's age and is not absent (Rules 194: sites have attending doctors)."""
    if not doctor.of_clinic:
        return [_no("DOCTOR_ELSEWHERE", ("doctor",))]
    if doctor.specialty not in ATTENDING:
        return [_no("DOCTOR_NOT_ATTENDING", ("doctor",))]
    if not serves(doctor.specialty, age, day):
        return [_no("DOCTOR_AGE", ("doctor",), {"doctor": doctor.specialty, "ages": AGES[doctor.specialty].on(day), "alternatives": ()})]
    return [_no("DOCTOR_ABSENT", ("doctor",))] if doctor.absent else []


def reasons_given(words: str, field: str = "words") -> None:
    """An act that the person must understand has reasons, a sentence at least; otherwise `Refused`."""
    if not reasoned(words):
        raise Refused(_no("REASONS_MISSING", (field,), {"least": LEAST_REASONS}))


def refusal_allowed(ground: RefusalGround, words: str, attached: bool, channel: Channel = Channel.PORTAL) -> None:
    """A refusal needs a ground of the closed list that is so, and reasons (portal, service 3182); otherwise `Refused`.

    What 103 hands over does not come by this service, so that an attachment is not asked for.
    """
    found = []
    if ground is RefusalGround.NOT_ATTACHED and (attached or channel is Channel.AMBULANCE):
        found.append(_no("ATTACHED_AFTER_ALL", ("ground",)))
    if not reasoned(words):
        found.append(_no("REFUSAL_WORDS", ("words",)))
    forbid(found)


def redirect_allowed(urgency: Urgency, signs: Collection[DangerSign], indications: Collection[Indication], insisted: bool) -> None:
    """Something else is offered only where no indication of the list and no danger was named, and once; otherwise `Refused`.

    A sign that was named stays named, however the call is weighed since.
    """
    found = []
    if signs or urgency is Urgency.EMERGENCY:
        found.append(_no("DANGER_NAMED"))
    if indications:
        found.append(_no("INDICATION_NAMED"))
    if insisted:
        found.append(_no("INSISTED"))
    forbid(found)


def put_off(urgency: Urgency, role: Role) -> None:
    """Nobody puts an emergency off; otherwise `Refused`. The clock carries what a day has left undone: the duty stays."""
    if urgency is Urgency.EMERGENCY and role is not Role.SYSTEM:
        raise Refused(_no("DANGER_NAMED"))


def carried_to(day: date, visit_day: date, urgency: Urgency, role: Role, hours: Hours) -> None:
    """A call is carried forwards only, by a few working days, and never an emergency; otherwise `Refused`."""
    put_off(urgency, role)
    if day <= visit_day:
        raise Refused(_no("CARRIED_BACK", ("day",), {"day": visit_day}))
    if role is not Role.SYSTEM and day > clinic_day(visit_day, hours, CARRIED_DAYS.on(visit_day)):
        raise Refused(_no("CARRIED_FAR", ("day",), {"n": CARRIED_DAYS.on(visit_day)}))


def urgency_allowed(before: Urgency, after: Urgency, words: str, role: Role) -> None:
    """A human who lowers the urgency says why; the software never lowers it; otherwise `Refused`."""
    if lowered(before, after) and (role is Role.SYSTEM or not reasoned(words)):
        raise Refused(_no("URGENCY_WORDS", ("words",), {"least": LEAST_REASONS}))


def attempts_made(attempts: int, promised_until: datetime | None, now: datetime) -> None:
    """A call is given up only after the doctor was at the door twice and the promised window is over; otherwise `Refused`."""
    on = now.astimezone(ZONE).date()
    if attempts < ATTEMPTS.on(on):
        raise Refused(_no("SECOND_ATTEMPT", (), {"n": ATTEMPTS.on(on)}))
    if promised_until and now < promised_until:
        raise Refused(_no("STILL_PROMISED", at=promised_until))


def handed_over(number: str, words: str) -> None:
    """Who hands a call over to 103 gives its number there, or says why; otherwise `Refused`."""
    if not (number.strip() or reasoned(words)):
        raise Refused(_no("AMBULANCE_NUMBER", ("number",)))


def reason_noted(words: str, role: Role) -> None:
    """A clinic that notes a call as cancelled at the person's wish notes what the person said; otherwise `Refused`."""
    if role is Role.REGISTRAR and sum(sign.isalpha() for sign in words) < LEAST_SAID:
        raise Refused(_no("REASONS_MISSING", ("reason",), {"least": LEAST_SAID}))


def on_the_day(act: str, day: date, now: datetime) -> None:
    """The steps of a round are noted on the day of the visit or later, not before it; otherwise `Refused`."""
    if now.astimezone(ZONE).date() < day:
        begins = datetime.combine(day, datetime.min.time(), ZONE)
        raise Refused(Impediment("VISIT_AHEAD", MOVES[act].basis, allowed_from=begins))


def within_the_day(act: str, ended_at: datetime, now: datetime) -> None:
    """A mark is taken back on the very day on which it was made; otherwise `Refused`."""
    if now.astimezone(ZONE).date() > ended_at.astimezone(ZONE).date():
        raise Refused(Impediment("NOT_OPEN", MOVES[act].basis))


def findings_noted(role: Role, diagnosis: str, help_given: str) -> None:
    """What was found and done only the doctor notes; whoever else notes the end of a visit says how it ended; otherwise `Refused`."""
    for name, words in (("diagnosis", diagnosis), ("help_given", help_given)):
        if words and role is not Role.DOCTOR:
            raise Refused(Impediment("NOT_YOURS", MOVES["complete"].basis, (name,)))


@dataclass(frozen=True)
class Standing:
    """What a call is like at a moment, as far as it decides which acts are open."""

    state: State
    visit_day: date
    urgency: Urgency
    signs: Collection[DangerSign] = ()
    indications: Collection[Indication] = ()
    insisted: bool = False
    attempts: int = 0
    window_until: datetime | None = None
    ended_at: datetime | None = None


def acts_now(call: Standing, role: Role, now: datetime) -> list[str]:
    """The acts open to a role now: by the table, and by the same rules that decide each act."""
    rules: Mapping[str, Callable[[], None]] = {
        "redirect": lambda: redirect_allowed(call.urgency, call.signs, call.indications, call.insisted),
        "give_up": lambda: attempts_made(call.attempts, call.window_until, now),
        "carry": lambda: put_off(call.urgency, role),
        "step_back": lambda: within_the_day("step_back", call.ended_at or now, now),
        **{act: partial(on_the_day, act, call.visit_day, now) for act in ("set_out", "arrive", "complete")},
    }
    found = [act for act in open_acts(MOVES, call.state, role) if act not in rules or _allows(rules[act])]
    # at a door that stayed shut as often as is due nobody sets out again
    return [act for act in found if act != "set_out" or not given_up(call.state, call.attempts, now)]


def _allows(rule: Callable[[], None]) -> bool:
    try:
        rule()
    except Refused:
        return False
    return True


def asked_for(channel: Channel) -> bool:
    """Whether somebody asked for the visit, so that an identity or a signature must stand behind it."""
    return channel not in OWN_ACCORD
