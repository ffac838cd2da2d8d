"""Who gives and ends which post, when a doctor may stop, and which houses belong to which site."""

from dataclasses import replace
from datetime import date

import pytest

from models.law import CLINIC_ROLES, Impediment, Refused, Role
from models.law import staffing as law
from models.law.specialty import ATTENDING, Specialty

TODAY = date(2026, 11, 23)
POST = law.Given(Role.REGISTRAR, own=False, since=TODAY, today=TODAY)
HELD = law.Ended(Role.REGISTRAR, own=False)


def codes(found: list[Impediment]) -> list[str]:
    return [one.code for one in found]


@pytest.mark.parametrize("by", list(Role))
@pytest.mark.parametrize("role", list(Role))
def test_a_head_gives_every_post_of_a_clinic_an_administrator_three_and_nobody_else_any(by: Role, role: Role) -> None:
    gives = {Role.HEAD: CLINIC_ROLES, Role.ADMINISTRATOR: {Role.REGISTRAR, Role.DOCTOR, Role.APPEALS_OFFICER}}.get(by, set())
    assert (law.may_give(by, replace(POST, role=role)) == []) is (role in gives)
    assert ("POST_NOT_GIVEN" in codes(law.may_end(by, replace(HELD, role=role, other_heads=1)))) is (role not in gives)
    assert (role in law.givable(by)) is (role in gives)


def test_an_administrator_gives_nothing_to_oneself_and_a_head_only_the_post_of_doctor() -> None:
    own = replace(POST, own=True)
    assert codes(law.may_give(Role.ADMINISTRATOR, own)) == ["OWN_POST"]
    assert law.may_give(Role.HEAD, replace(own, role=Role.DOCTOR)) == []
    for role in CLINIC_ROLES - {Role.DOCTOR}:
        assert codes(law.may_give(Role.HEAD, replace(own, role=role))) == ["OWN_POST"]


def test_what_a_head_gives_to_oneself_a_head_can_end_oneself() -> None:
    for role in CLINIC_ROLES:
        given = "OWN_POST" not in codes(law.may_give(Role.HEAD, replace(POST, role=role, own=True)))
        ended = "OWN_POST" not in codes(law.may_end(Role.HEAD, replace(HELD, role=role, own=True, other_heads=1)))
        assert given == ended


def test_a_post_does_not_end_before_it_begins() -> None:
    assert codes(law.may_end(Role.HEAD, replace(HELD, backwards=True))) == ["POST_DAYS"]


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        (date(2026, 12, 1), date(2026, 12, 31), []), (date(2026, 11, 30), date(2026, 12, 31), ["RECEPTION_BEFORE_POST"]),
        (date(2026, 12, 1), None, ["RECEPTION_AFTER_POST"]), (date(2026, 12, 1), date(2027, 1, 1), ["RECEPTION_AFTER_POST"]),
        (date(2026, 11, 1), None, ["RECEPTION_BEFORE_POST", "RECEPTION_AFTER_POST"]), (None, date(2026, 12, 31), []),
    ],
)  # fmt: skip
def test_a_doctor_receives_while_the_post_is_held(since: date | None, until: date | None, code: list[str]) -> None:
    try:
        law.within_post(law.ServiceDays(date(2026, 12, 1), date(2026, 12, 31)), since, until)
        found: list[str] = []
    except Refused as refused:
        found = codes(list(refused.impediments))
    assert found == code
    law.within_post(law.ServiceDays(), since, until)


def test_nobody_ends_an_own_post_or_the_last_heads() -> None:
    assert codes(law.may_end(Role.HEAD, replace(HELD, role=Role.HEAD, own=True, other_heads=1))) == ["OWN_POST"]
    assert codes(law.may_end(Role.HEAD, replace(HELD, role=Role.HEAD))) == ["LAST_HEAD"]
    assert law.may_end(Role.HEAD, replace(HELD, role=Role.HEAD, other_heads=1)) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"held": True}, "POST_HELD"), ({"deceased": True}, "DECEASED"), ({"since": date(2026, 11, 22)}, "POST_DAYS"),
        ({"until": date(2026, 11, 22)}, "POST_DAYS"), ({"adult": False}, "POST_MINOR"),
    ],
)  # fmt: skip
def test_a_post_is_not_given_twice_nor_to_the_dead_nor_backwards(changes: dict[str, object], code: str) -> None:
    assert codes(law.may_give(Role.HEAD, replace(POST, **changes))) == [code]  # type: ignore[arg-type]
    assert law.may_give(Role.HEAD, replace(POST, until=TODAY)) == []


def test_a_doctor_for_whom_somebody_waits_goes_on() -> None:
    awaited = replace(HELD, role=Role.DOCTOR, receptions=2, booked=1, calls=1)
    assert codes(law.may_end(Role.HEAD, awaited)) == ["HAS_TIMETABLE", "HAS_APPOINTMENTS", "HAS_CALLS"]
    assert law.may_end(Role.HEAD, replace(HELD, role=Role.DOCTOR)) == []
    assert law.may_end(Role.HEAD, replace(awaited, role=Role.REGISTRAR)) == []


@pytest.mark.parametrize("specialty", list(Specialty))
def test_to_whom_people_are_attached_serves_a_site(specialty: Specialty) -> None:
    assert bool(law.place_of(specialty, False)) is (specialty in ATTENDING)
    assert law.place_of(specialty, True) == []


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (law.Houses(2, "абай", 50, 90), "ZONE_OVERLAP"), (law.Houses(1, "абай", 1, 50), "ZONE_OVERLAP"),
        (law.Houses(2, "абай", 51, 90), ""),
        (law.Houses(2, "сатпаев", 1, 50), ""), (law.Houses(2, "абай", 90, 51), "ZONE_HOUSES"), (law.Houses(2, "абай", 0, 9), "ZONE_HOUSES"),
    ],
)  # fmt: skip
def test_a_house_belongs_to_one_site(wanted: law.Houses, code: str) -> None:
    try:
        law.zone_allowed(wanted, [law.Houses(1, "абай", 1, 50)])
        found = ""
    except Refused as refused:
        found = refused.impediments[0].code
    assert found == code
