"""Attachment: why not? One small function per rule; the same table answers beforehand and decides the request.

A free change outside the campaign needs no reason but is counted (domain: contradictions 3 and 5).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time

from models.law import Basis, Impediment, person
from models.law.attachment_ground import (
    AGES,
    CAMPAIGN,
    CHANGE_GROUNDS,
    CHILD_GROUNDS,
    DOCUMENT_BASIS,
    FREE_CHANGES_PER_YEAR,
    NORM,
    Ground,
    campaign_open,
    documents_needed,
    next_campaign,
)
from models.law.attachment_request import Doctor as Doctor
from models.law.attachment_request import Facts as Facts
from models.law.specialty import Specialty
from models.law.term import ZONE

_RULES = Basis("rules-194")
_DESK = Basis("order-272", "3")

# Every code with the basis of its rule: what a NONCOMPLIANT refusal may name, and what /law prints.
IMPEDIMENTS: Mapping[str, Basis] = {
    "DECEASED": _RULES,
    "OTHER_DESK": _DESK,
    "OWN_DESK": Basis("proposal"),
    "NOT_REPRESENTATIVE": Basis("portal-3176", "documents:4"),
    "MINOR_ALONE": _RULES,
    "NO_CONSENT": Basis("personal-data-law", "8"),
    "ALREADY_APPLIED": _RULES,
    "ALREADY_ATTACHED": _RULES,
    "NOT_FIRST": Basis("portal-3176"),
    "NO_ATTACHMENT_YET": Basis("portal-3176"),
    "NOT_CLOSED": Basis("portal-3176"),
    "ADDRESS_SAME": Basis("portal-3176"),
    "YEARLY_LIMIT": FREE_CHANGES_PER_YEAR.basis,
    "CAMPAIGN_CLOSED": CAMPAIGN.basis,
    "CHILD_AGE": Basis("portal-3176", "documents"),
    "DOCUMENT_MISSING": Basis("portal-3176", "documents"),
    "CLINIC_NOT_SERVING": _RULES,
    "NO_CONTRACT": _RULES,
    "OTHER_UNIT": _RULES,
    "OUTSIDE_ZONE": _RULES,
    "DOCTOR_ELSEWHERE": _RULES,
    "DOCTOR_AGE": AGES[Specialty.PAEDIATRICIAN].basis,
    "DOCTOR_FULL": _RULES,
}


Rule = Callable[[Facts], Iterator[Impediment]]


def impediments(facts: Facts) -> list[Impediment]:
    """Every rule that forbids this request, in the order of the table; nothing found: it may be filed."""
    return [found for rule in RULES for found in rule(facts)]


def count_free_changes(approved: Iterable[tuple[Ground, date]], year: int) -> int:
    """The free changes of a calendar year: only approvals on the ground of free choice count (S1)."""
    return sum(1 for ground, day in approved if ground is Ground.FREE_CHOICE and day.year == year)


def _no(
    code: str,
    field: tuple[str, ...] = (),
    values: Mapping[str, object] | None = None,
    allowed_from: datetime | None = None,
    basis: Basis | None = None,
) -> Impediment:
    """The impediment of a code, with the basis of its rule unless a closer one is given."""
    return Impediment(code, basis or IMPEDIMENTS[code], field, values or {}, allowed_from)


def _deceased(facts: Facts) -> Iterator[Impediment]:
    """A person recorded as dead is not attached (Rules 194)."""
    if facts.deceased:
        yield _no("DECEASED", ("patient",))


def _representative(facts: Facts) -> Iterator[Impediment]:
    """For somebody else only a legal representative or an attorney asks (S1, documents 4 and 11)."""
    if not facts.applicant_is_patient and not facts.may_represent:
        yield _no("NOT_REPRESENTATIVE", ("patient",))


def _minor(facts: Facts) -> Iterator[Impediment]:
    """Under eighteen a parent, guardian or other legal representative asks (Rules 194)."""
    adult = person.ADULT_AGE.on(facts.day)
    if facts.applicant_is_patient and facts.age is not None and facts.age < adult:
        yield _no("MINOR_ALONE", ("patient",), {"age": adult}, _birthday(facts.birth_date, adult))


def _desk(facts: Facts) -> Iterator[Impediment]:
    """A clinic takes requests to itself at its desk (S4, paragraph 3), and nobody sees his or her own identity document."""
    if facts.other_desk:
        yield Impediment("OTHER_DESK", _DESK, ("clinic",))
    if facts.own_desk_self:
        yield Impediment("OWN_DESK", Basis("proposal"), ("patient",))


def _consent(facts: Facts) -> Iterator[Impediment]:
    """Without consent to access restricted personal data there is no service (Law on personal data, art. 8; S1)."""
    if not facts.consent:
        yield _no("NO_CONSENT", ("consent",))


def _unit(facts: Facts) -> Iterator[Impediment]:
    """The clinic is chosen within one administrative-territorial unit; border territories may cross it (Rules 194)."""
    if facts.unit != facts.clinic_unit and not facts.border_territory:
        values = {"unit": facts.unit, "clinic_unit": facts.clinic_unit}
        yield _no("OTHER_UNIT", ("clinic",), values)


def _serving(facts: Facts) -> Iterator[Impediment]:
    """The clinic must be serving people (Rules 194)."""
    if not facts.clinic_serving:
        yield _no("CLINIC_NOT_SERVING", ("clinic",))


def _contract(facts: Facts) -> Iterator[Impediment]:
    """The clinic needs a contract with the Fund, unless another insurer pays (Rules 194; S1, documents 11)."""
    if not facts.clinic_contract and facts.ground is not Ground.INSURANCE:
        yield _no("NO_CONTRACT", ("clinic",))


def _already(facts: Facts) -> Iterator[Impediment]:
    """Who is attached to this clinic is not attached to it again; another doctor in it may be asked for (Rules 194)."""
    same_doctor = facts.doctor is None or facts.doctor.key == facts.current_doctor
    if facts.current_clinic is not None and facts.current_clinic == facts.clinic and same_doctor:
        yield _no("ALREADY_ATTACHED", ("clinic",))


def _applied(facts: Facts) -> Iterator[Impediment]:
    """One request at a time: another one waits for its answer (Rules 194)."""
    if facts.open_application:
        yield _no("ALREADY_APPLIED")


def _first(facts: Facts) -> Iterator[Impediment]:
    """A first attachment is for those who have none (S1)."""
    if facts.ground is Ground.FIRST and facts.current_clinic is not None:
        yield _no("NOT_FIRST", ("ground",))


def _no_attachment(facts: Facts) -> Iterator[Impediment]:
    """A change of clinic is for those who have one (S1)."""
    if facts.ground in CHANGE_GROUNDS and facts.current_clinic is None:
        yield _no("NO_ATTACHMENT_YET", ("ground",))


def _closed(facts: Facts) -> Iterator[Impediment]:
    """The clinic's closing is a ground only where it has closed (S1)."""
    if facts.ground is Ground.CLINIC_CLOSED and facts.current_clinic is not None and facts.current_serving:
        yield Impediment("NOT_CLOSED", Basis("portal-3176"), ("ground",))


def _moved(facts: Facts) -> Iterator[Impediment]:
    """A change of residence is a ground only where the address has changed (S1)."""
    if facts.ground is Ground.RESIDENCE_CHANGE and facts.current_clinic is not None and facts.same_address:
        yield Impediment("ADDRESS_SAME", Basis("portal-3176"), ("address",))


def _limit(facts: Facts) -> Iterator[Impediment]:
    """The clinic is changed by free choice at most twice a calendar year (S1)."""
    limit = FREE_CHANGES_PER_YEAR.on(facts.day)
    if facts.ground is Ground.FREE_CHOICE and facts.changes_clinic and facts.free_changes >= limit:
        values = {"n": limit, "used": facts.free_changes, "year": facts.day.year}
        new_year = datetime.combine(date(facts.day.year + 1, 1, 1), time(), ZONE)
        yield _no("YEARLY_LIMIT", ("ground",), values, new_year)


def _campaign(facts: Facts) -> Iterator[Impediment]:
    """The campaign's ground is open in its window only: 1 September to 1 November (S1)."""
    if facts.ground is not Ground.CAMPAIGN or campaign_open(facts.day):
        return
    first = next_campaign(facts.day)
    opens = datetime.combine(first, time(), ZONE) if first else None
    yield _no("CAMPAIGN_CLOSED", ("ground",), {}, opens)


def _documents(facts: Facts) -> Iterator[Impediment]:
    """Each ground has its documents; every missing one is named (S1, list of documents)."""
    for kind in documents_needed(facts.ground, facts.channel, facts.by_attorney):
        if kind not in facts.documents:
            yield _no("DOCUMENT_MISSING", ("documents",), {"document": kind}, basis=DOCUMENT_BASIS[kind])


def _child(facts: Facts) -> Iterator[Impediment]:
    """Some grounds are for children under eighteen only (S1, documents 7 and 9)."""
    adult = person.ADULT_AGE.on(facts.day)
    if facts.ground in CHILD_GROUNDS and facts.age is not None and facts.age >= adult:
        yield _no("CHILD_AGE", ("ground",), {"age": adult})


def _doctor_elsewhere(facts: Facts) -> Iterator[Impediment]:
    """The doctor is chosen inside the clinic (Rules 194)."""
    if facts.doctor and not facts.doctor.of_clinic:
        yield _no("DOCTOR_ELSEWHERE", ("doctor",))


def _doctor_age(facts: Facts) -> Iterator[Impediment]:
    """Each doctor serves certain ages: the paediatrician children, the therapist adults, the GP all."""
    if not facts.doctor or facts.age is None:
        return
    ages = AGES[facts.doctor.specialty].on(facts.day)
    if not ages.include(facts.age):
        values = {"doctor": facts.doctor.specialty, "ages": ages, "alternatives": facts.doctor.alternatives}
        yield _no("DOCTOR_AGE", ("doctor",), values)


def _doctor_full(facts: Facts) -> Iterator[Impediment]:
    """A doctor is chosen taking account of the number already served: above the norm another is proposed (Rules 194).

    Who lives in the clinic's own zone is not turned away when every doctor is full.
    """
    doctor = facts.doctor
    if not doctor or not doctor.of_clinic or doctor.key == facts.current_doctor:
        return
    norm = NORM[doctor.specialty].on(facts.day)
    if doctor.load >= norm and (doctor.alternatives or not facts.in_zone):
        values = {"load": doctor.load, "norm": norm, "alternatives": doctor.alternatives}
        yield _no("DOCTOR_FULL", ("doctor",), values)


def _zone(facts: Facts) -> Iterator[Impediment]:
    """Outside the clinic's zone the care at home is agreed beforehand, and the person must say so (Rules 194)."""
    if facts.in_zone is False and not facts.outside_zone_acknowledged:
        yield _no("OUTSIDE_ZONE", ("outsideZone",))


def _birthday(birth: date | None, age: int) -> datetime | None:
    """The start of the day on which a person reaches an age; born on 29 February, it is 1 March."""
    if birth is None:
        return None
    try:
        day = birth.replace(year=birth.year + age)
    except ValueError:
        day = date(birth.year + age, 3, 1)
    return datetime.combine(day, time(), ZONE)


RULES: tuple[Rule, ...] = (
    _deceased, _desk, _representative, _minor, _consent, _applied, _already, _first, _no_attachment, _closed, _moved, _limit,
    _campaign, _child,
    _documents, _serving, _contract, _unit, _zone, _doctor_elsewhere, _doctor_age, _doctor_full,
)  # fmt: skip


def of_ground(facts: Facts) -> list[Impediment]:
    """The rules of the ground itself, before a clinic is chosen: which grounds are open to this person today."""
    return [found for rule in (_first, _no_attachment, _closed, _limit, _campaign, _child) for found in rule(facts)]


def of_person(facts: Facts) -> list[Impediment]:
    """The rules about the person alone, before anything is asked."""
    return [found for rule in (_deceased, _representative, _minor, _applied) for found in rule(facts)]
