"""Attachment: acts, term, grounds, and why not (S1, S4, domain 1)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.law import Channel, Impediment, Provision, attachment
from models.law.attachment import (
    Campaign,
    Doctor,
    DocumentKind,
    Facts,
    Ground,
    impediments,
)
from models.law.specialty import Specialty
from models.law.term import ZONE

NOON = datetime(2026, 11, 17, 12, tzinfo=ZONE)
GOOD = Facts(
    on=NOON, channel=Channel.PORTAL, ground=Ground.FIRST, clinic="A", unit="71", clinic_unit="71",
    birth_date=date(1985, 3, 12), in_zone=True, consent=True,
)  # fmt: skip
GP = Doctor("gp", Specialty.GP, 1200)


def codes(facts: Facts) -> list[str]:
    return [one.code for one in impediments(facts)]


def only(facts: Facts) -> Impediment:
    (found,) = impediments(facts)
    return found


def test_a_person_without_attachment_who_consents_may_be_attached_at_once() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"deceased": True}, "DECEASED", ("patient",)),
        ({"applicant_is_patient": False}, "NOT_REPRESENTATIVE", ("patient",)),
        ({"birth_date": date(2008, 11, 18)}, "MINOR_ALONE", ("patient",)),
        ({"consent": False}, "NO_CONSENT", ("consent",)),
        ({"unit": "75"}, "OTHER_UNIT", ("clinic",)),
        ({"clinic_serving": False}, "CLINIC_NOT_SERVING", ("clinic",)),
        ({"clinic_contract": False}, "NO_CONTRACT", ("clinic",)),
        ({"open_application": True}, "ALREADY_APPLIED", ()),
        ({"current_clinic": "A", "ground": Ground.FREE_CHOICE}, "ALREADY_ATTACHED", ("clinic",)),
        ({"current_clinic": "B"}, "NOT_FIRST", ("ground",)),
        ({"ground": Ground.FREE_CHOICE}, "NO_ATTACHMENT_YET", ("ground",)),
        ({"ground": Ground.RESIDENCE_CHANGE}, "NO_ATTACHMENT_YET", ("ground",)),
        ({"ground": Ground.CHILD}, "CHILD_AGE", ("ground",)),
        ({"ground": Ground.PENSIONER}, "DOCUMENT_MISSING", ("documents",)),
        ({"channel": Channel.DESK}, "DOCUMENT_MISSING", ("documents",)),
        ({"by_attorney": True}, "DOCUMENT_MISSING", ("documents",)),
        ({"other_desk": True}, "OTHER_DESK", ("clinic",)),
        ({"own_desk_self": True}, "OWN_DESK", ("patient",)),
        ({"current_clinic": "B", "ground": Ground.CLINIC_CLOSED}, "NOT_CLOSED", ("ground",)),
        ({"current_clinic": "B", "ground": Ground.RESIDENCE_CHANGE, "same_address": True}, "ADDRESS_SAME", ("address",)),
        ({"in_zone": False}, "OUTSIDE_ZONE", ("outsideZone",)),
        ({"doctor": replace(GP, of_clinic=False)}, "DOCTOR_ELSEWHERE", ("doctor",)),
        ({"doctor": replace(GP, specialty=Specialty.PAEDIATRICIAN, load=10)}, "DOCTOR_AGE", ("doctor",)),
        ({"doctor": replace(GP, load=1700), "in_zone": None}, "DOCTOR_FULL", ("doctor",)),
    ],
)  # fmt: skip
def test_each_rule_forbids_alone_and_names_its_field(change: dict[str, object], code: str, field: tuple[str, ...]) -> None:
    found = only(replace(GOOD, **change))  # type: ignore[arg-type]
    assert (found.code, found.field) == (code, field)
    assert found.basis.source


def test_every_code_of_the_table_is_reached_by_a_rule() -> None:
    bad = replace(
        GOOD, deceased=True, applicant_is_patient=False, consent=False, unit="10", clinic_serving=False, clinic_contract=False,
        open_application=True, current_clinic="A", in_zone=False, channel=Channel.DESK, other_desk=True, own_desk_self=True,
        doctor=Doctor("x", Specialty.PAEDIATRICIAN, 900, alternatives=("Y",)),
    )  # fmt: skip
    minor = replace(GOOD, birth_date=date(2020, 1, 1), ground=Ground.CAMPAIGN)
    adult = replace(GOOD, ground=Ground.CHILD, doctor=replace(GP, of_clinic=False))
    limit = replace(GOOD, ground=Ground.FREE_CHOICE, current_clinic="B", free_changes=2)
    again = replace(GOOD, current_clinic="A")
    serving = replace(CHANGE, ground=Ground.CLINIC_CLOSED)
    stayed = replace(CHANGE, ground=Ground.RESIDENCE_CHANGE, same_address=True)
    reached = {code for facts in (bad, minor, adult, limit, again, serving, stayed) for code in codes(facts)}
    assert reached == set(attachment.IMPEDIMENTS)


def test_every_reason_is_named_not_the_first_only() -> None:
    assert codes(replace(GOOD, consent=False, unit="75", in_zone=False)) == ["NO_CONSENT", "OTHER_UNIT", "OUTSIDE_ZONE"]


def test_a_border_territory_may_choose_the_neighbouring_unit() -> None:
    assert codes(replace(GOOD, unit="75", border_territory=True)) == []


def test_a_minor_alone_learns_the_day_of_majority() -> None:
    found = only(replace(GOOD, birth_date=date(2008, 11, 18)))
    assert found.allowed_from == datetime(2026, 11, 18, tzinfo=ZONE)


def test_a_parent_attaches_a_child() -> None:
    child = replace(GOOD, birth_date=date(2026, 10, 1), ground=Ground.CHILD, applicant_is_patient=False, may_represent=True)
    assert codes(child) == []


CHANGE = replace(GOOD, ground=Ground.FREE_CHOICE, current_clinic="B")


@pytest.mark.parametrize(("used", "allowed"), [(0, True), (1, True), (2, False), (3, False)])
def test_the_clinic_is_changed_by_free_choice_twice_a_year(used: int, allowed: bool) -> None:
    assert (codes(replace(CHANGE, free_changes=used)) == []) is allowed


def test_the_yearly_limit_ends_on_1_january() -> None:
    found = only(replace(CHANGE, free_changes=2))
    assert found.code == "YEARLY_LIMIT"
    assert found.allowed_from == datetime(2027, 1, 1, tzinfo=ZONE)
    assert found.values == {"n": 2, "used": 2, "year": 2026}


@pytest.mark.parametrize("ground", [Ground.RESIDENCE_CHANGE, Ground.CLINIC_CLOSED])
def test_a_change_with_a_reason_is_never_limited(ground: Ground) -> None:
    assert codes(replace(CHANGE, ground=ground, free_changes=9, current_serving=False)) == []


def test_only_a_clinic_that_has_closed_is_left_because_it_closed() -> None:
    assert codes(replace(CHANGE, ground=Ground.CLINIC_CLOSED)) == ["NOT_CLOSED"]
    assert codes(replace(CHANGE, ground=Ground.CLINIC_CLOSED, current_serving=False)) == []
    assert codes(replace(CHANGE, ground=Ground.CLINIC_CLOSED, current_clinic=None)) == ["NO_ATTACHMENT_YET"]
    assert codes(CHANGE) == []


def test_who_has_not_moved_does_not_change_for_residence() -> None:
    assert codes(replace(CHANGE, ground=Ground.RESIDENCE_CHANGE, same_address=True)) == ["ADDRESS_SAME"]
    assert codes(replace(CHANGE, ground=Ground.RESIDENCE_CHANGE)) == []
    assert codes(replace(CHANGE, same_address=True)) == []


def test_the_rules_about_the_person_alone_speak_whatever_is_asked() -> None:
    clean = replace(GOOD, ground=Ground.CAMPAIGN, consent=False, unit="10", clinic_serving=False, other_desk=True)
    changes: dict[str, dict[str, object]] = {
        "DECEASED": {"deceased": True}, "NOT_REPRESENTATIVE": {"applicant_is_patient": False},
        "MINOR_ALONE": {"birth_date": date(2010, 1, 1)}, "ALREADY_APPLIED": {"open_application": True},
    }  # fmt: skip
    assert attachment.of_person(clean) == []
    for code, change in changes.items():
        assert [one.code for one in attachment.of_person(replace(clean, **change))] == [code]  # type: ignore[arg-type]


def test_the_grounds_open_today_know_whether_the_present_clinic_serves() -> None:
    closed = replace(CHANGE, ground=Ground.CLINIC_CLOSED)
    assert [one.code for one in attachment.of_ground(closed)] == ["NOT_CLOSED"]
    assert attachment.of_ground(replace(closed, current_serving=False)) == []


def test_before_the_edition_of_autumn_2025_one_change_a_year_was_free() -> None:
    assert codes(replace(CHANGE, on=datetime(2025, 8, 31, 12, tzinfo=ZONE), free_changes=1)) == ["YEARLY_LIMIT"]


def test_only_approvals_of_free_choice_in_the_calendar_year_are_counted() -> None:
    approved = [
        (Ground.FREE_CHOICE, date(2026, 1, 1)),
        (Ground.FREE_CHOICE, date(2025, 12, 31)),
        (Ground.RESIDENCE_CHANGE, date(2026, 5, 5)),
        (Ground.CAMPAIGN, date(2026, 9, 5)),
    ]
    assert attachment.count_free_changes(approved, 2026) == 1


def test_another_doctor_of_the_same_clinic_is_not_a_change_of_clinic() -> None:
    same = replace(CHANGE, current_clinic="A", current_doctor="old", free_changes=2, doctor=GP)
    assert codes(same) == []
    assert codes(replace(same, doctor=replace(GP, key="old"))) == ["ALREADY_ATTACHED"]


@pytest.mark.parametrize(
    ("day", "is_open"),
    [("2026-08-31", False), ("2026-09-01", True), ("2026-11-01", True), ("2026-11-02", False), ("2027-09-01", True)],
)
def test_the_campaign_runs_from_1_september_to_1_november(day: str, is_open: bool) -> None:
    on = datetime.fromisoformat(day).replace(hour=12, tzinfo=ZONE)
    assert codes(replace(CHANGE, ground=Ground.CAMPAIGN, on=on)) == ([] if is_open else ["CAMPAIGN_CLOSED"])


def test_outside_the_campaign_its_next_first_day_is_named() -> None:
    assert only(replace(CHANGE, ground=Ground.CAMPAIGN)).allowed_from == datetime(2027, 9, 1, tzinfo=ZONE)


def test_an_edition_without_value_switches_the_campaign_off() -> None:
    window = Campaign((9, 1), (11, 1))
    off = Provision[Campaign | None]("test", attachment.CAMPAIGN.basis, {date(2025, 9, 1): window, date(2027, 1, 1): None})
    assert attachment.campaign_open(date(2026, 10, 1), off)
    assert not attachment.campaign_open(date(2027, 10, 1), off)
    assert attachment.next_campaign(date(2026, 11, 17), off) is None


@pytest.mark.parametrize(
    ("ground", "approved", "submitted", "effective"),
    [
        (Ground.CAMPAIGN, "2026-10-05", None, "2027-01-01"),
        (Ground.CAMPAIGN, "2026-11-02", "2026-11-01", "2027-01-01"),
        (Ground.CAMPAIGN, "2027-01-05", "2026-10-30", "2027-01-05"),
        (Ground.FREE_CHOICE, "2026-10-05", None, "2026-10-05"),
        (Ground.CHILD, "2026-12-31", "2026-12-30", "2026-12-31"),
    ],
)
def test_only_the_campaign_waits_for_1_january(ground: Ground, approved: str, submitted: str | None, effective: str) -> None:
    filed = date.fromisoformat(submitted) if submitted else None
    assert attachment.effective_day(ground, date.fromisoformat(approved), filed) == date.fromisoformat(effective)


DOCUMENTS = {
    Ground.PENSIONER: "2", Ground.DISABILITY: "3", Ground.GUARDIANSHIP: "4", Ground.CONVICT: "5", Ground.CONSCRIPT: "6",
    Ground.MADRASA_STUDENT: "7", Ground.OUT_OF_TOWN_STUDENT: "8", Ground.BORN_ABROAD: "9", Ground.WARD: "10", Ground.INSURANCE: "11",
}  # fmt: skip


@pytest.mark.parametrize("ground", list(Ground))
def test_each_ground_needs_the_documents_of_its_item_of_the_list(ground: Ground) -> None:
    kinds = attachment.documents_needed(ground, Channel.PORTAL)
    items = {attachment.DOCUMENT_BASIS[kind].paragraph for kind in kinds}
    assert items == ({f"documents:{DOCUMENTS[ground]}"} if ground in DOCUMENTS else set())
    assert DocumentKind.IDENTITY not in kinds


@pytest.mark.parametrize("channel", [Channel.DESK, Channel.PHONE])
def test_at_the_desk_and_by_phone_identity_is_seen(channel: Channel) -> None:
    assert attachment.documents_needed(Ground.FIRST, channel) == (DocumentKind.IDENTITY,)


def test_every_missing_document_is_named_by_itself() -> None:
    student = replace(CHANGE, ground=Ground.OUT_OF_TOWN_STUDENT)
    assert [one.values["document"] for one in impediments(student)] == list(attachment.DOCUMENTS[Ground.OUT_OF_TOWN_STUDENT])


def test_insurance_needs_no_contract_of_the_clinic_with_the_fund() -> None:
    insured = replace(GOOD, ground=Ground.INSURANCE, clinic_contract=False, documents=frozenset({DocumentKind.INSURANCE_CONTRACT}))
    assert codes(insured) == []


@pytest.mark.parametrize(
    ("kind", "age", "serves"),
    [
        (Specialty.GP, 0, True), (Specialty.GP, 90, True), (Specialty.THERAPIST, 17, False), (Specialty.THERAPIST, 18, True),
        (Specialty.PAEDIATRICIAN, 0, True), (Specialty.PAEDIATRICIAN, 17, True), (Specialty.PAEDIATRICIAN, 18, False),
    ],
)  # fmt: skip
def test_each_doctor_serves_certain_ages(kind: Specialty, age: int, serves: bool) -> None:
    born = date(2026 - age, 1, 1)
    facts = replace(GOOD, birth_date=born, applicant_is_patient=False, may_represent=True, doctor=Doctor("d", kind, 0))
    assert codes(facts) == ([] if serves else ["DOCTOR_AGE"])


def test_a_full_doctor_is_refused_while_another_has_room() -> None:
    full = replace(GOOD, doctor=Doctor("d", Specialty.GP, 1700, alternatives=("Y",)))
    found = only(full)
    assert found.values == {"load": 1700, "norm": 1700, "alternatives": ("Y",)}
    assert codes(replace(full, doctor=Doctor("d", Specialty.GP, 1699))) == []


def test_who_lives_in_the_zone_is_not_turned_away_when_every_doctor_is_full() -> None:
    full = Doctor("d", Specialty.GP, 1900)
    assert codes(replace(GOOD, doctor=full)) == []
    assert codes(replace(GOOD, doctor=full, in_zone=False, outside_zone_acknowledged=True)) == ["DOCTOR_FULL"]


def test_outside_the_zone_an_acknowledgement_is_enough() -> None:
    assert codes(replace(GOOD, in_zone=False, outside_zone_acknowledged=True)) == []
