"""Appointment: why not? One small function per rule; the same table answers beforehand and decides the booking.

Rules about the person and the specialty are asked before a time is chosen (`of_specialty`), rules about the time with it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.law import Basis, Channel, Impediment, person
from models.law.appointment import LEAST_EVIDENCE, VisitReason, horizon
from models.law.appointment_access import REASONS, WAYS, Access, AccessReason, Referral
from models.law.attachment_ground import AGES
from models.law.specialty import Specialty
from models.law.term import ZONE

_STANDARD = "order-272-appointment"
_LIST = Basis("rules-37")
_PROPOSAL = Basis("proposal")

# Every code with the basis of its rule: what /law prints.
IMPEDIMENTS: Mapping[str, Basis] = {
    "DECEASED": Basis("civil-code", "13"),
    "OTHER_DESK": Basis(_STANDARD, "3"),
    "OWN_DESK": _PROPOSAL,
    "NOT_REPRESENTATIVE": Basis(_STANDARD, "9"),
    "MINOR_ALONE": person.ADULT_AGE.basis,
    "CLINIC_NOT_SERVING": Basis(_STANDARD, "3"),
    "NOT_ATTACHED": Basis("rules-194"),
    "DOCTOR_AGE": Basis("standard-49"),
    "SPECIALTY_BOOKED": _PROPOSAL,
    "REFERRAL_NEEDED": _LIST,
    "ACCESS_REASON_OTHER": _LIST,
    "EVIDENCE_MISSING": _LIST,
    "NO_EARLIER_VISIT": REASONS[AccessReason.REPEAT_IN_CASE].basis,
    "REFERRAL_EXPIRED": _LIST,
    "SLOT_GONE": Basis(_STANDARD, "6"),
    "SLOT_TAKEN": Basis(_STANDARD, "6"),
    "SLOT_BEGUN": Basis(_STANDARD, "6"),
    "SLOT_BEYOND": _PROPOSAL,
    "SLOT_REASON": _PROPOSAL,
    "HOLD_EXPIRED": _PROPOSAL,
    "HOLD_EXTENDED": _PROPOSAL,
    "HOLD_OTHER": _PROPOSAL,
    "NOTHING_FORBIDS": _PROPOSAL,
    "SAME_SLOT": _PROPOSAL,
    "OTHER_SPECIALTY": _PROPOSAL,
    "OVERLAP": _PROPOSAL,
    "VISIT_BEGUN": _PROPOSAL,
    "VISIT_AHEAD": _PROPOSAL,
    "NO_OFFER": _PROPOSAL,
}


# Rules about whoever asks, not about the person: nothing else is told to whom one of them forbids to ask.
OF_CALLER = frozenset({"OTHER_DESK", "OWN_DESK", "NOT_REPRESENTATIVE", "MINOR_ALONE"})


@dataclass(frozen=True)
class Booked:
    """A live appointment that the person has already; one whose time the clinic could not keep is nowhere."""

    specialty: Specialty
    starts_at: datetime
    ends_at: datetime
    number: str = ""
    keeps_time: bool = True
    key: object = None


@dataclass(frozen=True)
class Time:
    """The time asked for. `free` is whether it is open and nobody else's; `reasons` are the visits it is open for."""

    starts_at: datetime
    ends_at: datetime
    open: bool = True
    free: bool = True
    reasons: frozenset[VisitReason] = frozenset(VisitReason)
    key: object = None


@dataclass(frozen=True)
class Facts:
    """Everything that decides a booking, read beforehand. `on` is the moment of booking.

    `attached` is whether the person's attachment in force is to the doctor's clinic; `live` are the person's other live
    appointments; `earlier_visit` is whether the register knows a visit to this specialty, or the registrar has seen the record.
    """

    on: datetime
    channel: Channel
    specialty: Specialty
    birth_date: date
    attached: bool
    deceased: bool = False
    clinic_serving: bool = True
    applicant_is_patient: bool = True
    may_represent: bool = False
    other_desk: bool = False
    own_desk_self: bool = False
    live: tuple[Booked, ...] = ()
    access_reason: AccessReason | None = None
    evidence: str = ""
    referral: Referral | None = None
    earlier_visit: bool = False
    reason: VisitReason = VisitReason.PRIMARY
    time: Time | None = None
    access_known: bool = False
    alternatives: tuple[Time, ...] = ()

    @property
    def day(self) -> date:
        return self.on.astimezone(ZONE).date()

    @property
    def visit_day(self) -> date:
        """The day of the visit; today while no time is chosen."""
        return self.time.starts_at.astimezone(ZONE).date() if self.time else self.day

    @property
    def age(self) -> int:
        return person.full_years(self.birth_date, self.day)


Rule = Callable[[Facts], Iterator[Impediment]]


def _no(code: str, field: tuple[str, ...] = (), values: Mapping[str, object] | None = None, at: datetime | None = None) -> Impediment:
    return Impediment(code, IMPEDIMENTS[code], field, values or {}, at)


def instead(code: str, alternatives: Sequence[Time]) -> Impediment:
    """A time that cannot be had, with the nearest ones that can: their beginnings for people, their keys for programs."""
    times = tuple(one.starts_at for one in alternatives)
    return _no(code, ("slot",), {"alternatives": times, "slots": tuple(one.key for one in alternatives)})


def _deceased(facts: Facts) -> Iterator[Impediment]:
    """Nobody is booked for a person recorded as dead."""
    if facts.deceased:
        yield _no("DECEASED", ("patient",))


def _desk(facts: Facts) -> Iterator[Impediment]:
    """A clinic books its own doctors at its desk, and nobody books oneself at one's own desk."""
    if facts.other_desk:
        yield _no("OTHER_DESK", ("slot",))
    if facts.own_desk_self:
        yield _no("OWN_DESK", ("patient",))


def _representative(facts: Facts) -> Iterator[Impediment]:
    """For somebody else only a legal representative or an attorney books (standard, paragraph 9; product, section 3.5)."""
    if not facts.applicant_is_patient and not facts.may_represent:
        yield _no("NOT_REPRESENTATIVE", ("patient",))


def _minor(facts: Facts) -> Iterator[Impediment]:
    """Under eighteen a parent, guardian or other legal representative books; who comes to the desk is seen and booked there."""
    adult = person.ADULT_AGE.on(facts.day)
    if facts.applicant_is_patient and facts.age < adult and facts.channel is not Channel.DESK:
        yield _no("MINOR_ALONE", ("patient",), {"age": adult})


def _serving(facts: Facts) -> Iterator[Impediment]:
    """The clinic must be serving people."""
    if not facts.clinic_serving:
        yield _no("CLINIC_NOT_SERVING", ("slot",))


def _attached(facts: Facts) -> Iterator[Impediment]:
    """A doctor is booked in the clinic to which the person is attached (product, section 5; domain 2.2)."""
    if not facts.attached:
        yield _no("NOT_ATTACHED", ("patient",))


def _age(facts: Facts) -> Iterator[Impediment]:
    """Therapists serve adults and paediatricians children, by the age on the day of the visit; other specialists everybody."""
    days = (facts.visit_day,) if facts.time else (facts.day, horizon(facts.on))
    if not any(serves(facts.specialty, person.full_years(facts.birth_date, day), day) for day in days):
        ages = AGES[facts.specialty].on(facts.day)
        yield _no("DOCTOR_AGE", ("slot",), {"doctor": facts.specialty, "ages": ages, "alternatives": ()})


def _one_per_specialty(facts: Facts) -> Iterator[Impediment]:
    """One live appointment per person and specialty: a second one would take somebody else's time."""
    same = next((one for one in facts.live if one.specialty is facts.specialty), None)
    if same:
        yield _no("SPECIALTY_BOOKED", ("slot",), {"specialty": facts.specialty, "moment": same.starts_at, "number": same.number})


def _access(facts: Facts) -> Iterator[Impediment]:
    """Directly, directly for a reason of the list, or by referral (Rules 37)."""
    if WAYS[facts.specialty].access is Access.DIRECT or facts.access_known:
        return
    by_referral = list(_referral(facts))
    if by_referral and facts.access_reason is not None:
        yield from _reason(facts, facts.access_reason)
    else:
        yield from by_referral


def _referral(facts: Facts) -> Iterator[Impediment]:
    """A referral opens every specialty, on each day up to its last; it is known by its number."""
    if facts.referral is None:
        yield _no("REFERRAL_NEEDED", ("referral",), {"specialty": facts.specialty})
    elif len(facts.referral.number.strip()) < LEAST_EVIDENCE:
        yield _no("EVIDENCE_MISSING", ("referral", "number"))
    elif not facts.referral.holds_on(facts.visit_day):
        yield _no("REFERRAL_EXPIRED", ("referral", "validUntil"), {"day": facts.visit_day})


def _reason(facts: Facts, reason: AccessReason) -> Iterator[Impediment]:
    """A reason counts when the list names it for the specialty, and with the document or visit behind it."""
    if reason not in WAYS[facts.specialty].without_referral:
        yield _no("ACCESS_REASON_OTHER", ("accessReason",), {"specialty": facts.specialty})
    elif REASONS[reason].evidence and len(facts.evidence.strip()) < LEAST_EVIDENCE:
        yield Impediment("EVIDENCE_MISSING", REASONS[reason].basis, ("evidence",))
    elif reason is AccessReason.REPEAT_IN_CASE and not facts.earlier_visit:
        yield _no("NO_EARLIER_VISIT", ("accessReason",), {"specialty": facts.specialty})


def _time(facts: Facts) -> Iterator[Impediment]:
    """The time is still ahead, within the days that are open, open for this kind of visit, and nobody else's."""
    if facts.time is None:
        return
    if facts.time.starts_at <= facts.on:
        yield instead("SLOT_BEGUN", facts.alternatives)
    elif not facts.time.open:
        yield instead("SLOT_GONE", facts.alternatives)
    elif not facts.time.free:
        yield instead("SLOT_TAKEN", facts.alternatives)
    elif facts.visit_day > horizon(facts.on):
        yield _no("SLOT_BEYOND", ("slot",), {"day": horizon(facts.on)})
    elif facts.reason not in facts.time.reasons:
        yield _no("SLOT_REASON", ("reason",), {"reason": facts.reason})


def overlaps(one: Booked, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a live appointment and a time have a moment in common."""
    return one.keeps_time and one.starts_at < ends_at and starts_at < one.ends_at


def serves(specialty: Specialty, age: int, day: date) -> bool:
    """Whether doctors of a specialty see people of an age; most see everybody."""
    return specialty not in AGES or AGES[specialty].on(day).include(age)


def _overlap(facts: Facts) -> Iterator[Impediment]:
    """Nobody is at two doctors at once."""
    if facts.time is None:
        return
    for one in facts.live:
        if overlaps(one, facts.time.starts_at, facts.time.ends_at):
            yield _no("OVERLAP", ("slot",), {"moment": one.starts_at, "specialty": one.specialty, "number": one.number})
            return


OF_PERSON: tuple[Rule, ...] = (_deceased, _desk, _representative, _minor, _serving, _attached)
OF_SPECIALTY: tuple[Rule, ...] = (_age, _one_per_specialty)
OF_ACCESS: tuple[Rule, ...] = (_access,)
OF_TIME: tuple[Rule, ...] = (_time, _overlap)


def _found(rules: tuple[Rule, ...], facts: Facts) -> list[Impediment]:
    """What these rules forbid. Whoever may not ask about a person, or for whom the clinic is not there, learns nothing further."""
    of_person = [found for rule in OF_PERSON for found in rule(facts)]
    return of_person or [found for rule in rules for found in rule(facts)]


def impediments(facts: Facts) -> list[Impediment]:
    """Every rule that forbids this booking; nothing found: it may be booked."""
    return _found(OF_SPECIALTY + OF_ACCESS + OF_TIME, facts)


def of_specialty(facts: Facts) -> list[Impediment]:
    """Every rule that forbids any time of a specialty to a person, whatever reason or referral is given."""
    return _found(OF_SPECIALTY, facts)


def some_times_differ(facts: Facts) -> bool:
    """Whether any free time of a specialty can be forbidden to a person: for a reason that forbids all, because the person is
    elsewhere at some of them, or because of a birthday before the horizon's end."""
    last = person.full_years(facts.birth_date, horizon(facts.on))
    return bool(of_specialty(facts)) or any(one.keeps_time for one in facts.live) or last != person.full_years(facts.birth_date, facts.day)


def of_time(facts: Facts) -> list[Impediment]:
    """Every rule that forbids one listed time to a person; reason and referral are asked afterwards."""
    return _found(OF_SPECIALTY + OF_TIME, facts)


def needs_alternatives(found: Sequence[Impediment]) -> bool:
    """Whether somebody asked for a time that cannot be had: the nearest free ones are then told."""
    return any(one.code in ("SLOT_BEGUN", "SLOT_GONE", "SLOT_TAKEN", "HOLD_EXPIRED") for one in found)


def impediment(code: str, field: tuple[str, ...] = (), **values: object) -> Impediment:
    """The impediment of a code, with the basis of its rule."""
    return _no(code, field, values)
