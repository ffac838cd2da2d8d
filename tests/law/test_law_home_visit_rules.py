"""Calling a doctor home: why not? Rules, acts, grounds of refusal, urgency (portal, service 3182; standard of order 272; domain 3)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from models.law import Channel, Impediment, Refused, Role, home_visit_rules, tables
from models.law.attachment import reasoned
from models.law.home_visit import CARRIED_DAYS, RefusalGround, State
from models.law.home_visit_reason import DangerSign, Indication, Urgency
from models.law.home_visit_rules import Doctor, Facts, doctor_allowed, impediments, window_allowed
from models.law.specialty import ATTENDING, Specialty
from models.law.term import CLINIC_HOURS, ZONE

HOURS = CLINIC_HOURS.on(date(2026, 11, 17))
DAY, NOW = date(2026, 11, 17), datetime(2026, 11, 17, 10, tzinfo=ZONE)
FEVER = frozenset({Indication.FEVER})
GOOD = Facts(on=NOW, channel=Channel.PORTAL, hours=HOURS, attached=True, indications=FEVER)
HANDED = replace(GOOD, channel=Channel.AMBULANCE, ambulance_number="103-77", indications=frozenset({Indication.AMBULANCE}))
LONG = "Explained by phone: the patient is well and asks for a certificate"


def codes(facts: Facts) -> list[str]:
    return [one.code for one in impediments(facts)]


def told(act: Callable[[], object]) -> list[Impediment]:
    """The impediments of an act that is refused; none when it is not."""
    try:
        act()
    except Refused as refused:
        return list(refused.impediments)
    return []


def at(hour: int, minute: int = 0, day: int = 17) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize("channel", [Channel.PORTAL, Channel.DESK, Channel.PHONE, Channel.PARTNER, Channel.CLINIC])
def test_an_attached_person_with_an_indication_may_call_through_every_channel(channel: Channel) -> None:
    assert codes(replace(GOOD, channel=channel)) == []


@pytest.mark.parametrize(
    ("change", "code", "field", "basis"),
    [
        ({"deceased": True}, "DECEASED", ("patient",), "civil-code:13"),
        ({"own_desk_self": True}, "OWN_DESK", ("patient",), "proposal"),
        ({"applicant_is_patient": False}, "NOT_REPRESENTATIVE", ("patient",), "order-272-home-visit:9"),
        ({"attached": False}, "NOT_ATTACHED", ("patient",), "portal-3182:refusal:2"),
        ({"clinic_serving": False}, "CLINIC_NOT_SERVING", ("patient",), "order-272-home-visit:3"),
        ({"live": "ДШ-2026-000001-1"}, "ALREADY_CALLED", ("patient",), "proposal"),
        ({"indications": frozenset()}, "REASON_MISSING", ("words",), "proposal"),
        ({"indications": frozenset(), "words": " \n "}, "REASON_MISSING", ("words",), "proposal"),
    ],
)
def test_each_rule_forbids_alone_and_names_its_field_and_paragraph(
    change: dict[str, object], code: str, field: tuple[str, ...], basis: str
) -> None:
    (found,) = impediments(replace(GOOD, **change))  # type: ignore[arg-type]
    assert (found.code, found.field, str(found.basis)) == (code, field, basis)


@pytest.mark.parametrize(
    ("number", "moment", "found"),
    [
        ("103-77", at(8), []), ("103-77", at(19, 29), []), ("103-77", at(19, 30), []), ("103-77", at(19, 31), ["AMBULANCE_HOURS"]),
        ("103-77", at(19, 59), ["AMBULANCE_HOURS"]),
        ("103-77", at(7, 59), ["AMBULANCE_HOURS"]),
        ("103-77", at(20), ["AMBULANCE_HOURS"]), ("103-77", at(12, day=22), ["AMBULANCE_HOURS"]), ("103-77", at(13, 29, day=21), []),
        ("103-77", at(14, day=21), ["AMBULANCE_HOURS"]), (" ", at(10), ["AMBULANCE_NUMBER"]),
        ("", at(3), ["AMBULANCE_NUMBER", "AMBULANCE_HOURS"]),
    ],
)  # fmt: skip
def test_103_hands_over_in_the_clinics_own_hours_with_its_number(number: str, moment: datetime, found: list[str]) -> None:
    """Rules 225; domain 11, row 10: the clinic's hours, while a window of the day is left."""
    assert codes(replace(HANDED, ambulance_number=number, on=moment)) == found


@pytest.mark.parametrize(
    ("channel", "attached", "in_zone", "found"),
    [
        (Channel.AMBULANCE, False, True, []), (Channel.AMBULANCE, True, False, []), (Channel.AMBULANCE, False, False, ["NOT_ATTACHED"]),
        (Channel.PORTAL, True, False, []), (Channel.PORTAL, False, True, ["NOT_ATTACHED"]), (Channel.CLINIC, False, True, ["NOT_ATTACHED"]),
    ],
)  # fmt: skip
def test_what_103_hands_over_needs_an_attachment_only_outside_the_zone(
    channel: Channel, attached: bool, in_zone: bool, found: list[str]
) -> None:
    assert codes(replace(HANDED, channel=channel, attached=attached, in_zone=in_zone)) == found


def test_the_hours_of_103_are_said_before_anything_is_asked_and_its_number_is_not() -> None:
    night = replace(HANDED, ambulance_number="", on=at(3))
    (found,) = home_visit_rules.of_person(night)
    assert (found.code, found.field, str(found.basis)) == ("AMBULANCE_HOURS", ("channel",), "rules-225")
    assert next((one.code, one.field) for one in impediments(night)) == ("AMBULANCE_NUMBER", ("ambulance_number",))
    assert home_visit_rules.of_person(replace(GOOD, on=at(3))) == []


@pytest.mark.parametrize("given", [{"signs": frozenset({DangerSign.CHEST_PAIN})}, {"indications": FEVER}, {"words": "жүре алмаймын"}])
def test_a_sign_an_indication_or_the_persons_own_words_is_reason_enough(given: dict[str, object]) -> None:
    assert codes(replace(GOOD, **({"indications": frozenset()} | given))) == []  # type: ignore[arg-type]


def test_a_danger_sign_locks_nobody_out() -> None:
    assert codes(replace(GOOD, signs=frozenset(DangerSign))) == []


def test_an_attorney_or_a_parent_calls_and_no_rule_asks_for_an_age() -> None:
    """A minor may call: paragraph 9 sets no age."""
    assert codes(replace(GOOD, applicant_is_patient=False, may_represent=True)) == []
    assert "MINOR_ALONE" not in home_visit_rules.IMPEDIMENTS


def test_every_reason_is_named_not_the_first_only() -> None:
    bad = replace(GOOD, attached=False, live="1", indications=frozenset())
    assert codes(bad) == ["NOT_ATTACHED", "ALREADY_CALLED", "REASON_MISSING"]
    assert [one.code for one in home_visit_rules.of_person(bad)] == ["NOT_ATTACHED", "ALREADY_CALLED"]


WINDOWS: list[tuple[datetime, datetime, str | None]] = [
    (at(10), at(12), None), (at(10), at(10, 30), None), (at(10), at(10, 29), "WINDOW_TIMES"), (at(10), at(14), None),
    (at(10), at(14, 1), "WINDOW_TIMES"), (at(12), at(10), "WINDOW_TIMES"), (at(8), at(10), "WINDOW_PAST"),
    (at(9), at(10, 30), None), (at(9), at(10, 29), "WINDOW_PAST"), (at(8), at(10, 1), "WINDOW_PAST"),
    (at(18), at(20), None), (at(18, 1), at(20, 1), "WINDOW_HOURS"), (at(18), at(20, day=18), "WINDOW_TIMES"),
    (at(10, day=18), at(12, day=18), "WINDOW_DAY"), (at(7, day=16), at(8, day=16), "WINDOW_PAST"),
]  # fmt: skip


@pytest.mark.parametrize(("since", "until", "code"), WINDOWS)
def test_a_window_that_can_be_kept_is_promised_and_no_other(since: datetime, until: datetime, code: str | None) -> None:
    """Now is ten o'clock on the day of the visit."""
    assert [one.code for one in window_allowed((since, until), DAY, NOW, HOURS)] == ([code] if code else [])


def test_no_window_on_a_day_without_hours_or_before_the_opening() -> None:
    closed = replace(HOURS, exceptions={DAY: None})
    assert [one.code for one in window_allowed((at(11), at(12)), DAY, NOW, closed)] == ["WINDOW_HOURS"]
    late = replace(HOURS, exceptions={DAY: (time(12), time(20))})
    assert [one.code for one in window_allowed((at(11), at(13)), DAY, NOW, late)] == ["WINDOW_HOURS"]


DOCTORS: list[tuple[Doctor, int, str | None]] = [
    (Doctor(Specialty.GP), 0, None), (Doctor(Specialty.GP), 90, None), (Doctor(Specialty.PAEDIATRICIAN), 17, None),
    (Doctor(Specialty.PAEDIATRICIAN), 18, "DOCTOR_AGE"), (Doctor(Specialty.THERAPIST), 18, None),
    (Doctor(Specialty.THERAPIST), 17, "DOCTOR_AGE"), (Doctor(Specialty.GP, of_clinic=False), 40, "DOCTOR_ELSEWHERE"),
    (Doctor(Specialty.GP, absent=True), 40, "DOCTOR_ABSENT"),
    *((Doctor(one), 40, "DOCTOR_NOT_ATTENDING") for one in Specialty if one not in ATTENDING),
]  # fmt: skip


@pytest.mark.parametrize(("doctor", "age", "code"), DOCTORS)
def test_an_attending_doctor_of_the_clinic_who_serves_the_age_and_is_there_goes(doctor: Doctor, age: int, code: str | None) -> None:
    assert [one.code for one in doctor_allowed(doctor, age, DAY)] == ([code] if code else [])


def carried(days: int, urgency: Urgency = Urgency.ROUTINE, role: Role = Role.REGISTRAR) -> None:
    """Carry a call of Tuesday over, so many days."""
    home_visit_rules.carried_to(DAY + timedelta(days=days), DAY, urgency, role, HOURS)


ACTS: list[tuple[Callable[[], object], list[str]]] = [
    (lambda: home_visit_rules.reasons_given(LONG), []),
    (lambda: home_visit_rules.reasons_given("  busy  "), ["REASONS_MISSING"]),
    (lambda: home_visit_rules.refusal_allowed(RefusalGround.UNRELIABLE, LONG, True), []),
    (lambda: home_visit_rules.refusal_allowed(RefusalGround.NOT_ATTACHED, LONG, False), []),
    (lambda: home_visit_rules.refusal_allowed(RefusalGround.NOT_ATTACHED, LONG, True), ["ATTACHED_AFTER_ALL"]),
    (lambda: home_visit_rules.refusal_allowed(RefusalGround.UNRELIABLE, "no", True), ["REFUSAL_WORDS"]),
    (lambda: home_visit_rules.refusal_allowed(RefusalGround.NOT_ATTACHED, "", True), ["ATTACHED_AFTER_ALL", "REFUSAL_WORDS"]),
    (lambda: home_visit_rules.redirect_allowed(Urgency.ROUTINE, (), [], False), []),
    (lambda: home_visit_rules.redirect_allowed(Urgency.ROUTINE, [DangerSign.STROKE], [], False), ["DANGER_NAMED"]),
    (lambda: home_visit_rules.redirect_allowed(Urgency.URGENT, (), [], False), []),
    (lambda: home_visit_rules.redirect_allowed(Urgency.EMERGENCY, (), [], False), ["DANGER_NAMED"]),
    (lambda: home_visit_rules.redirect_allowed(Urgency.ROUTINE, (), FEVER, False), ["INDICATION_NAMED"]),
    (lambda: home_visit_rules.redirect_allowed(Urgency.ROUTINE, (), [], True), ["INSISTED"]),
    (lambda: carried(1), []),
    (lambda: carried(0), ["CARRIED_BACK"]),
    (lambda: carried(-1), ["CARRIED_BACK"]),
    (lambda: carried(3), []),
    (lambda: carried(4), ["CARRIED_FAR"]),
    (lambda: carried(1, Urgency.EMERGENCY), ["DANGER_NAMED"]),
    (lambda: home_visit_rules.attempts_made(2, NOW, NOW), []),
    (lambda: home_visit_rules.attempts_made(3, None, NOW), []),
    (lambda: home_visit_rules.attempts_made(1, NOW, NOW), ["SECOND_ATTEMPT"]),
    (lambda: home_visit_rules.attempts_made(1, at(12), NOW), ["SECOND_ATTEMPT"]),
    (lambda: home_visit_rules.attempts_made(2, at(10, 1), NOW), ["STILL_PROMISED"]),
    (lambda: home_visit_rules.handed_over("103-77", ""), []),
    (lambda: home_visit_rules.handed_over("", LONG), []),
    (lambda: home_visit_rules.handed_over(" ", ""), ["AMBULANCE_NUMBER"]),
    (lambda: home_visit_rules.handed_over("", "no number"), ["AMBULANCE_NUMBER"]),
    (lambda: home_visit_rules.reason_noted("better", Role.REGISTRAR), []),
    (lambda: home_visit_rules.reason_noted("", Role.REGISTRAR), ["REASONS_MISSING"]),
    (lambda: home_visit_rules.reason_noted("ok .......", Role.REGISTRAR), ["REASONS_MISSING"]),
    (lambda: home_visit_rules.reason_noted("", Role.CITIZEN), []),
    (lambda: home_visit_rules.reason_noted("", Role.PARTNER), []),
    (lambda: home_visit_rules.on_the_day("arrive", DAY, at(0)), []),
    (lambda: home_visit_rules.on_the_day("arrive", DAY, at(9, day=18)), []),
    (lambda: home_visit_rules.on_the_day("arrive", DAY, at(23, 59, day=16)), ["VISIT_AHEAD"]),
    (lambda: home_visit_rules.within_the_day("step_back", NOW, at(23, 59)), []),
    (lambda: home_visit_rules.within_the_day("step_back", NOW, at(0, day=18)), ["NOT_OPEN"]),
]


@pytest.mark.parametrize(("act", "codes"), ACTS)
def test_each_act_is_refused_for_its_reason_and_allowed_without(act: Callable[[], object], codes: list[str]) -> None:
    assert [one.code for one in told(act)] == codes


def test_a_call_is_put_off_by_three_working_days_of_the_clinic_at_most() -> None:
    """Over a Sunday or a sanitary day it goes one day further; a provision says how many."""
    thursday, closed = DAY + timedelta(days=2), replace(HOURS, exceptions={DAY + timedelta(days=1): None})
    for visit_day, hours, last in ((DAY, HOURS, 20), (DAY, closed, 21), (thursday, HOURS, 23)):
        for day, found in ((last, []), (last + 1, ["CARRIED_FAR"])):
            to = (date(2026, 11, day), visit_day, Urgency.URGENT, Role.HEAD, hours)
            assert [one.code for one in told(lambda to=to: home_visit_rules.carried_to(*to))] == found, to  # type: ignore[misc]
    (far,) = told(lambda: carried(4))
    assert (far.field, dict(far.values), CARRIED_DAYS.key, CARRIED_DAYS.on(DAY)) == (("day",), {"n": 3}, "home_visit.carried_days", 3)


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.HEAD])
def test_no_human_puts_a_danger_sign_off_and_the_clock_carries_whatever_a_day_has_left(role: Role) -> None:
    for days, urgency in ((1, Urgency.EMERGENCY), (9, Urgency.EMERGENCY), (9, Urgency.ROUTINE)):
        assert told(lambda d=days, u=urgency: carried(d, u, role))  # type: ignore[misc]
        assert told(lambda d=days, u=urgency: carried(d, u, Role.SYSTEM)) == []  # type: ignore[misc]
    assert [one.code for one in told(lambda: carried(0, Urgency.EMERGENCY, Role.SYSTEM))] == ["CARRIED_BACK"]


def test_a_call_is_given_up_from_the_end_of_the_promised_window_on() -> None:
    (found,) = told(lambda: home_visit_rules.attempts_made(2, at(12), at(11, 59)))
    assert (found.code, found.allowed_from, str(found.basis)) == ("STILL_PROMISED", at(12), "proposal")
    assert told(lambda: home_visit_rules.attempts_made(2, at(12), at(12))) == []


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        (LONG, True), ("x" * 19, False), ("x" * 20, True), (" " * 9 + "x" * 19 + " " * 9, False), ("." * 40, False),
        ("." * 11 + "x" * 9, False), ("." * 10 + "x" * 10, True), ("12.11.2026, 10:00, 103-77", False),
        ("Науқасқа телефонмен айтылды", True),
    ],
)  # fmt: skip
def test_reasons_are_a_sentence_with_letters_wherever_they_are_asked_for(words: str, enough: bool) -> None:
    assert reasoned(words) is enough
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: home_visit_rules.reasons_given(words), "REASONS_MISSING"),
        (lambda: home_visit_rules.refusal_allowed(RefusalGround.UNRELIABLE, words, True), "REFUSAL_WORDS"),
        (lambda: home_visit_rules.urgency_allowed(Urgency.URGENT, Urgency.ROUTINE, words, Role.HEAD), "URGENCY_WORDS"),
        (lambda: home_visit_rules.handed_over("", words), "AMBULANCE_NUMBER"),
    ]
    for act, code in acts:
        assert [one.code for one in told(act)] == ([] if enough else [code])


def test_every_code_of_the_table_is_reached_by_a_rule_or_by_an_act() -> None:
    night = replace(HANDED, ambulance_number="", on=at(3), deceased=True, own_desk_self=True, applicant_is_patient=False)
    bad = replace(night, channel=Channel.PORTAL, attached=False, clinic_serving=False, live="1", indications=frozenset())
    reached = {*codes(night), *codes(bad), "CALL_CHANGED"}
    reached |= {one.code for since, until, _ in WINDOWS for one in window_allowed((since, until), DAY, NOW, HOURS)}
    reached |= {one.code for doctor, age, _ in DOCTORS for one in doctor_allowed(doctor, age, DAY)}
    reached |= {one.code for act, _ in ACTS for one in told(act)} - {"NOT_OPEN"}
    reached |= {one.code for one in told(lambda: home_visit_rules.urgency_allowed(Urgency.URGENT, Urgency.ROUTINE, "", Role.HEAD))}
    assert set(home_visit_rules.IMPEDIMENTS) == reached


def test_a_call_that_somebody_else_took_is_said_with_its_doctor_or_without() -> None:
    window = "10:00–12:00"
    for doctor, words in (
        ("Aitmukhambetov A.", "A doctor is named. 10:00–12:00 Aitmukhambetov A."),
        ("", "A doctor is named. 10:00–12:00"),
    ):
        found = home_visit_rules.impediment("CALL_CHANGED", ("version",), state=State.ASSIGNED, doctor=doctor, window=window)
        assert tables.impediment_words(found, "en").text.endswith(f"It is now: {words}")
    bare = home_visit_rules.impediment("CALL_CHANGED", ("version",), state=State.ASSIGNED, doctor="", window="")
    assert tables.impediment_words(bare, "en").text.endswith("It is now: A doctor is named.")
