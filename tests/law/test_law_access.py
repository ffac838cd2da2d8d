"""To whom one goes directly, for which reason, and to whom with a referral (Rules 37; domain 2.3)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from models.law import Channel, tables
from models.law.appointment_access import ALWAYS, REASONS, WAYS, Access, AccessReason, Referral
from models.law.appointment_rules import Facts, Time, impediments
from models.law.specialty import ATTENDING, Specialty
from models.law.term import ZONE

NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
VISIT = datetime(2026, 11, 27, 12, tzinfo=ZONE)
ASKED = Facts(
    on=NOW, channel=Channel.PORTAL, specialty=Specialty.CARDIOLOGIST, birth_date=date(1985, 3, 12), attached=True,
    time=Time(VISIT, VISIT + timedelta(minutes=20)),
)  # fmt: skip
REFERRAL = Referral("Ж-77", "А. Серікова, ЖПД", date(2026, 11, 20), date(2026, 12, 20))

# Item of the list, as domain 2.3 gives it: specialty, way, reason, basis.
LIST = [
    (Specialty.GP, Access.DIRECT, None, "order-272-appointment:3"),
    (Specialty.THERAPIST, Access.DIRECT, None, "order-272-appointment:3"),
    (Specialty.PAEDIATRICIAN, Access.DIRECT, None, "order-272-appointment:3"),
    (Specialty.DENTIST, Access.DIRECT, None, "rules-37:direct:2"),
    (Specialty.OBSTETRICIAN, Access.DIRECT, None, "rules-37:direct:4"),
    (Specialty.PSYCHOLOGIST, Access.DIRECT, None, "rules-37:direct:4"),
    (Specialty.SOCIAL_WORKER, Access.DIRECT, None, "proposal"),
    (Specialty.PRE_DOCTOR_ROOM, Access.DIRECT, None, "proposal"),
    (Specialty.VACCINATION, Access.DIRECT, None, "proposal"),
    (Specialty.TRAUMATOLOGIST, Access.DIRECT_IF, AccessReason.INJURY, "rules-37:direct:1"),
    (Specialty.ENT, Access.DIRECT_IF, AccessReason.INJURY, "rules-37:direct:1"),
    (Specialty.OPHTHALMOLOGIST, Access.DIRECT_IF, AccessReason.INJURY, "rules-37:direct:1"),
    (Specialty.DERMATOLOGIST, Access.DIRECT_IF, AccessReason.SKIN, "rules-37:direct:3"),
    (Specialty.ONCOLOGIST, Access.DIRECT_IF, AccessReason.SUSPECTED_TUMOUR, "rules-37:direct:5"),
    (Specialty.HAEMATOLOGIST, Access.DIRECT_IF, AccessReason.SUSPECTED_TUMOUR, "rules-37:direct:5"),
    (Specialty.CARDIOLOGIST, Access.REFERRAL, None, "rules-37"),
    (Specialty.ENDOCRINOLOGIST, Access.REFERRAL, None, "rules-37"),
    (Specialty.NEUROLOGIST, Access.REFERRAL, None, "rules-37"),
    (Specialty.SURGEON, Access.REFERRAL, None, "rules-37"),
    (Specialty.UROLOGIST, Access.REFERRAL, None, "rules-37"),
]
CLOSED = [specialty for specialty, access, _, _ in LIST if access is not Access.DIRECT]


def codes(facts: Facts) -> list[str]:
    """What forbids, without the rule of ages, which is not asked here."""
    return [one.code for one in impediments(facts) if one.code != "DOCTOR_AGE"]


@pytest.mark.parametrize(("specialty", "access", "reason", "basis"), LIST)
def test_each_specialty_has_its_way_and_its_paragraph(
    specialty: Specialty, access: Access, reason: AccessReason | None, basis: str
) -> None:
    way = WAYS[specialty]
    assert (way.access, way.reasons, str(way.basis)) == (access, (reason,) if reason else (), basis)
    assert way.confirmed == (basis != "proposal")


def test_every_specialty_and_every_reason_is_in_the_list() -> None:
    assert set(WAYS) == set(Specialty) == {one for one, _, _, _ in LIST}
    assert set(REASONS) == set(AccessReason)
    assert {reason for way in WAYS.values() for reason in (*way.reasons, *ALWAYS)} == set(AccessReason)


@pytest.mark.parametrize("specialty", [one for one, access, _, _ in LIST if access is Access.DIRECT])
def test_who_is_open_to_all_asks_for_no_referral_and_no_reason(specialty: Specialty) -> None:
    assert codes(replace(ASKED, specialty=specialty)) == []
    assert WAYS[specialty].without_referral == ()


def test_the_doctors_to_whom_people_are_attached_are_open_to_all() -> None:
    assert {WAYS[one].access for one in ATTENDING} == {Access.DIRECT}


@pytest.mark.parametrize("specialty", CLOSED)
def test_the_others_ask_for_a_referral(specialty: Specialty) -> None:
    assert codes(replace(ASKED, specialty=specialty)) == ["REFERRAL_NEEDED"]
    assert codes(replace(ASKED, specialty=specialty, referral=REFERRAL)) == []


@pytest.mark.parametrize("specialty", CLOSED)
@pytest.mark.parametrize("reason", list(AccessReason))
def test_a_reason_spares_the_referral_where_the_list_names_it_and_nowhere_else(specialty: Specialty, reason: AccessReason) -> None:
    named = reason in ALWAYS or reason in {own for one, _, own, _ in LIST if one is specialty}
    facts = replace(ASKED, specialty=specialty, access_reason=reason, evidence="УДЗ, 20.11.2026", earlier_visit=True)
    assert codes(facts) == ([] if named else ["ACCESS_REASON_OTHER"])


def test_a_complaint_of_the_skin_is_reason_enough_and_asks_for_no_document() -> None:
    """Item 3 of the list has no condition."""
    assert codes(replace(ASKED, specialty=Specialty.DERMATOLOGIST, access_reason=AccessReason.SKIN)) == []
    assert codes(replace(ASKED, specialty=Specialty.TRAUMATOLOGIST, access_reason=AccessReason.INJURY)) == []


@pytest.mark.parametrize("reason", [AccessReason.SUSPECTED_TUMOUR, AccessReason.DISPENSARY_OBSERVATION])
@pytest.mark.parametrize(
    ("evidence", "allowed"), [("", False), ("  7 ", False), ("77", False), ("   ", False), ("777", True), ("УДЗ", True)]
)
def test_a_suspicion_and_an_observation_rest_on_a_document(reason: AccessReason, evidence: str, allowed: bool) -> None:
    """Items 5 and 7 of the list."""
    facts = replace(ASKED, specialty=Specialty.ONCOLOGIST, access_reason=reason, evidence=evidence)
    assert codes(facts) == ([] if allowed else ["EVIDENCE_MISSING"])


@pytest.mark.parametrize(("known", "allowed"), [(True, True), (False, False)])
def test_a_repeat_visit_follows_a_visit(known: bool, allowed: bool) -> None:
    """Item 6 of the list."""
    facts = replace(ASKED, access_reason=AccessReason.REPEAT_IN_CASE, earlier_visit=known)
    assert codes(facts) == ([] if allowed else ["NO_EARLIER_VISIT"])


@pytest.mark.parametrize(
    ("issued", "until", "allowed"),
    [
        # the visit is on 27 November 2026
        (date(2026, 11, 20), date(2026, 11, 27), True), (date(2026, 11, 20), date(2026, 11, 26), False),
        (date(2026, 11, 27), date(2026, 11, 27), True), (date(2026, 11, 28), date(2026, 12, 28), False),
        (date(2026, 11, 30), date(2026, 11, 20), False),
    ],
)  # fmt: skip
def test_a_referral_holds_on_its_first_and_last_day_and_on_the_day_of_the_visit(issued: date, until: date, allowed: bool) -> None:
    facts = replace(ASKED, referral=replace(REFERRAL, issued_on=issued, valid_until=until))
    assert codes(facts) == ([] if allowed else ["REFERRAL_EXPIRED"])


def test_before_a_time_is_chosen_a_referral_is_asked_to_hold_today() -> None:
    assert codes(replace(ASKED, time=None, referral=replace(REFERRAL, valid_until=NOW.date()))) == []
    assert codes(replace(ASKED, time=None, referral=replace(REFERRAL, valid_until=date(2026, 11, 22)))) == ["REFERRAL_EXPIRED"]


@pytest.mark.parametrize(("number", "allowed"), [("", False), (" 1 ", False), ("12", False), ("123", True)])
def test_a_referral_is_told_from_others_by_its_number(number: str, allowed: bool) -> None:
    found = impediments(replace(ASKED, referral=replace(REFERRAL, number=number)))
    assert [(one.code, one.field) for one in found] == ([] if allowed else [("EVIDENCE_MISSING", ("referral", "number"))])


def test_what_gave_access_once_is_not_asked_again_when_the_time_is_moved() -> None:
    assert codes(replace(ASKED, access_known=True)) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_table_of_access_prints_every_specialty_with_its_reasons(language: str) -> None:
    rows = {row.key: row for row in tables.access(language)}
    assert set(rows) == set(Specialty)
    assert {key for key, row in rows.items() if not row.confirmed} == {"SOCIAL_WORKER", "PRE_DOCTOR_ROOM", "VACCINATION"}
    assert [len(rows[one].reasons) for one in ("GP", "ENT", "CARDIOLOGIST")] == [0, 3, 2]
    assert all(row.title and row.access and row.basis for row in rows.values())


def test_an_item_of_the_list_is_cited_as_an_item_of_the_list() -> None:
    row = next(one for one in tables.access("ru") if one.key == "DERMATOLOGIST")
    assert row.basis == "Правила № ҚР ДСМ-37, перечень обращений без направления, п. 3"
