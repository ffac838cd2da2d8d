"""Appointment: acts, terms, the hold, and why not? (standard of order 272; domain 2; product, section 5)."""

import string
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

import pytest

from models import texts
from models.law import Channel, Impediment, Language, Mark, Refused, Role, appointment, appointment_rules, open_acts, perform, tables
from models.law.appointment import LIVE, MOVES, TAKING, PartOfDay, Reminder, State, VisitReason
from models.law.appointment_access import AccessReason, Referral
from models.law.appointment_rules import Booked, Facts, Time, impediments
from models.law.specialty import Specialty
from models.law.term import CLINIC_HOURS, ZONE

HOURS = CLINIC_HOURS.on(date(2026, 11, 23))
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
TOMORROW = datetime(2026, 11, 24, 10, tzinfo=ZONE)
QUARTER = timedelta(minutes=15)
TIME = Time(TOMORROW, TOMORROW + QUARTER)
GOOD = Facts(on=NOW, channel=Channel.PORTAL, specialty=Specialty.GP, birth_date=date(1985, 3, 12), attached=True, time=TIME)
DENTIST = Booked(Specialty.DENTIST, TOMORROW, TOMORROW + QUARTER, "ЖЗ-2026-000001-1")


def at(moment: datetime, **changes: object) -> Time:
    """A time of a quarter of an hour that begins at a moment."""
    return replace(Time(moment, moment + QUARTER), **changes)  # type: ignore[arg-type]


def codes(facts: Facts) -> list[str]:
    return [one.code for one in impediments(facts)]


def only(facts: Facts) -> Impediment:
    (found,) = impediments(facts)
    return found


def test_an_attached_adult_books_a_free_time_of_the_general_practitioner() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("change", "code", "field", "source"),
    [
        ({"deceased": True}, "DECEASED", ("patient",), "civil-code:13"),
        ({"other_desk": True}, "OTHER_DESK", ("slot",), "order-272-appointment:3"),
        ({"own_desk_self": True}, "OWN_DESK", ("patient",), "proposal"),
        ({"applicant_is_patient": False}, "NOT_REPRESENTATIVE", ("patient",), "order-272-appointment:9"),
        ({"birth_date": date(2008, 11, 24)}, "MINOR_ALONE", ("patient",), "civil-code:17"),
        ({"clinic_serving": False}, "CLINIC_NOT_SERVING", ("slot",), "order-272-appointment:3"),
        ({"attached": False}, "NOT_ATTACHED", ("patient",), "rules-194"),
        ({"specialty": Specialty.PAEDIATRICIAN}, "DOCTOR_AGE", ("slot",), "standard-49"),
        ({"live": (replace(DENTIST, specialty=Specialty.GP, starts_at=NOW, ends_at=NOW),)}, "SPECIALTY_BOOKED", ("slot",), "proposal"),
        ({"specialty": Specialty.CARDIOLOGIST}, "REFERRAL_NEEDED", ("referral",), "rules-37"),
        ({"specialty": Specialty.ENT, "access_reason": AccessReason.SKIN}, "ACCESS_REASON_OTHER", ("accessReason",), "rules-37"),
        (
            {"specialty": Specialty.ONCOLOGIST, "access_reason": AccessReason.SUSPECTED_TUMOUR},
            "EVIDENCE_MISSING", ("evidence",), "rules-37:direct:5",
        ),
        (
            {"specialty": Specialty.ENT, "access_reason": AccessReason.REPEAT_IN_CASE},
            "NO_EARLIER_VISIT", ("accessReason",), "rules-37:direct:6",
        ),
        (
            {"specialty": Specialty.ENT, "referral": Referral("777", "GP", date(2026, 10, 1), date(2026, 11, 23))},
            "REFERRAL_EXPIRED", ("referral", "validUntil"), "rules-37",
        ),
        ({"time": replace(TIME, open=False)}, "SLOT_GONE", ("slot",), "order-272-appointment:6"),
        ({"time": replace(TIME, free=False)}, "SLOT_TAKEN", ("slot",), "order-272-appointment:6"),
        ({"time": at(NOW)}, "SLOT_BEGUN", ("slot",), "order-272-appointment:6"),
        ({"time": at(TOMORROW + timedelta(days=14))}, "SLOT_BEYOND", ("slot",), "proposal"),
        ({"time": replace(TIME, reasons=frozenset({VisitReason.REPEAT}))}, "SLOT_REASON", ("reason",), "proposal"),
        ({"live": (DENTIST,)}, "OVERLAP", ("slot",), "proposal"),
    ],
)  # fmt: skip
def test_each_rule_forbids_alone_and_names_its_field_and_paragraph(
    change: dict[str, object], code: str, field: tuple[str, ...], source: str
) -> None:
    found = only(replace(GOOD, **change))  # type: ignore[arg-type]
    assert (found.code, found.field, str(found.basis)) == (code, field, source)


OF_ACTS = {
    "HOLD_EXPIRED", "HOLD_EXTENDED", "HOLD_OTHER", "SAME_SLOT", "OTHER_SPECIALTY", "VISIT_BEGUN", "VISIT_AHEAD", "NO_OFFER",
    "NOTHING_FORBIDS",
}  # fmt: skip


def test_every_code_of_the_table_is_reached_by_a_rule_or_by_an_act() -> None:
    bad = replace(
        GOOD, deceased=True, other_desk=True, own_desk_self=True, applicant_is_patient=False, clinic_serving=False, attached=False
    )
    twice = replace(GOOD, specialty=Specialty.PAEDIATRICIAN, live=(replace(DENTIST, specialty=Specialty.PAEDIATRICIAN),))
    special = replace(GOOD, specialty=Specialty.ONCOLOGIST)
    asked = [
        bad, twice, special, replace(GOOD, birth_date=date(2020, 1, 1)), replace(special, access_reason=AccessReason.SKIN),
        replace(special, access_reason=AccessReason.SUSPECTED_TUMOUR), replace(special, access_reason=AccessReason.REPEAT_IN_CASE),
        replace(special, referral=Referral("777", "GP", date(2026, 1, 1), date(2026, 1, 2))), replace(GOOD, time=at(NOW)),
        replace(GOOD, time=replace(TIME, open=False)), replace(GOOD, time=replace(TIME, free=False)),
        replace(GOOD, time=at(TOMORROW + timedelta(days=30))), replace(GOOD, time=replace(TIME, reasons=frozenset())),
    ]  # fmt: skip
    assert {code for facts in asked for code in codes(facts)} | OF_ACTS == set(appointment_rules.IMPEDIMENTS)


def test_every_reason_is_named_not_the_first_only() -> None:
    bad = replace(GOOD, specialty=Specialty.CARDIOLOGIST, time=replace(TIME, free=False), live=(DENTIST,))
    assert codes(bad) == ["REFERRAL_NEEDED", "SLOT_TAKEN", "OVERLAP"]


def test_whoever_has_no_business_with_the_person_learns_nothing_of_the_persons_visits() -> None:
    bad = replace(GOOD, attached=False, specialty=Specialty.CARDIOLOGIST, time=replace(TIME, free=False), live=(DENTIST,))
    assert codes(bad) == ["NOT_ATTACHED"]
    assert codes(replace(bad, other_desk=True)) == ["OTHER_DESK", "NOT_ATTACHED"]


def test_before_a_time_is_chosen_only_the_person_and_the_specialty_are_asked_about() -> None:
    bad = replace(GOOD, attached=False, specialty=Specialty.CARDIOLOGIST, time=replace(TIME, free=False))
    assert [one.code for one in appointment_rules.of_specialty(bad)] == ["NOT_ATTACHED"]
    assert [one.code for one in appointment_rules.of_time(replace(bad, attached=True))] == ["SLOT_TAKEN"]
    assert codes(replace(GOOD, time=None)) == []


@pytest.mark.parametrize(
    ("born", "allowed"),
    [(date(2008, 11, 22), True), (date(2008, 11, 23), True), (date(2008, 11, 24), False), (date(2010, 1, 1), False)],
)  # fmt: skip
def test_one_books_for_oneself_from_the_day_of_the_eighteenth_birthday(born: date, allowed: bool) -> None:
    """Civil Code, article 17."""
    assert codes(replace(GOOD, birth_date=born)) == ([] if allowed else ["MINOR_ALONE"])


@pytest.mark.parametrize("channel", list(Channel))
def test_a_minor_without_a_parent_is_booked_at_the_desk_only(channel: Channel) -> None:
    found = codes(replace(GOOD, birth_date=date(2010, 1, 1), channel=channel))
    assert found == ([] if channel is Channel.DESK else ["MINOR_ALONE"])


def test_a_parent_books_for_a_child_through_every_channel() -> None:
    child = replace(GOOD, birth_date=date(2020, 1, 1), applicant_is_patient=False, may_represent=True, specialty=Specialty.PAEDIATRICIAN)
    assert [codes(replace(child, channel=channel)) for channel in Channel] == [[]] * len(Channel)


@pytest.mark.parametrize(
    ("specialty", "born", "allowed"),
    [
        # the visit is on 24 November 2026: the age is that of the day of the visit
        (Specialty.THERAPIST, date(2008, 11, 24), True), (Specialty.THERAPIST, date(2008, 11, 25), False),
        (Specialty.PAEDIATRICIAN, date(2008, 11, 25), True), (Specialty.PAEDIATRICIAN, date(2008, 11, 24), False),
        (Specialty.GP, date(2026, 11, 20), True), (Specialty.GP, date(1930, 1, 1), True),
        (Specialty.DENTIST, date(2024, 1, 1), True), (Specialty.VACCINATION, date(2026, 10, 1), True),
    ],
)  # fmt: skip
def test_therapists_see_adults_and_paediatricians_children_by_the_age_on_the_day_of_the_visit(
    specialty: Specialty, born: date, allowed: bool
) -> None:
    """Standard 49."""
    facts = replace(GOOD, specialty=specialty, birth_date=born, applicant_is_patient=False, may_represent=True)
    assert codes(facts) == ([] if allowed else ["DOCTOR_AGE"])


def test_who_comes_of_age_within_the_open_days_may_look_for_times_of_both_doctors() -> None:
    near = replace(GOOD, birth_date=date(2008, 12, 7), applicant_is_patient=False, may_represent=True, time=None)
    for specialty in (Specialty.THERAPIST, Specialty.PAEDIATRICIAN):
        assert appointment_rules.of_specialty(replace(near, specialty=specialty)) == []
    late = replace(near, birth_date=date(2008, 12, 8), specialty=Specialty.THERAPIST)
    assert [one.code for one in appointment_rules.of_specialty(late)] == ["DOCTOR_AGE"]


def test_one_live_appointment_per_specialty_and_any_number_of_specialties() -> None:
    """Product, section 5."""
    later = replace(DENTIST, starts_at=TOMORROW + QUARTER, ends_at=TOMORROW + 2 * QUARTER)
    others = tuple(replace(later, specialty=one) for one in Specialty if one is not Specialty.GP)
    assert codes(replace(GOOD, live=others)) == []
    found = only(replace(GOOD, live=(*others, replace(later, specialty=Specialty.GP))))
    assert found.values == {"specialty": Specialty.GP, "moment": later.starts_at, "number": later.number}


@pytest.mark.parametrize(
    ("begins", "ends", "overlaps"),
    [(-15, 0, False), (-15, 1, True), (0, 15, True), (5, 10, True), (-30, 60, True), (14, 29, True), (15, 30, False)],
)  # fmt: skip
def test_a_time_that_ends_when_another_begins_does_not_overlap_it(begins: int, ends: int, overlaps: bool) -> None:
    other = replace(DENTIST, starts_at=TOMORROW + timedelta(minutes=begins), ends_at=TOMORROW + timedelta(minutes=ends))
    assert codes(replace(GOOD, live=(other,))) == (["OVERLAP"] if overlaps else [])


def test_an_appointment_whose_time_the_clinic_could_not_keep_overlaps_nothing() -> None:
    assert codes(replace(GOOD, live=(replace(DENTIST, keeps_time=False),))) == []


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (NOW - timedelta(minutes=1), "SLOT_BEGUN"), (NOW, "SLOT_BEGUN"), (NOW + timedelta(minutes=1), None),
        (datetime(2026, 12, 7, 19, 45, tzinfo=ZONE), None), (datetime(2026, 12, 7, 23, 59, tzinfo=ZONE), None),
        (datetime(2026, 12, 8, 0, 0, tzinfo=ZONE), "SLOT_BEYOND"),
    ],
)  # fmt: skip
def test_a_time_is_booked_from_the_next_minute_to_the_last_open_day(moment: datetime, code: str | None) -> None:
    """Fourteen days ahead: on 23 November until 7 December, the whole day."""
    assert codes(replace(GOOD, time=at(moment))) == ([code] if code else [])


def test_a_time_that_cannot_be_had_names_the_nearest_that_can() -> None:
    nearest = (at(TOMORROW + QUARTER, key="a"), at(TOMORROW + timedelta(days=1), key="b"))
    found = only(replace(GOOD, time=replace(TIME, free=False), alternatives=nearest))
    assert found.values == {"alternatives": tuple(one.starts_at for one in nearest), "slots": ("a", "b")}
    assert tables.impediment_words(found, "en").remedy == "Choose another free time: 24.11, 10:15; 25.11, 10:00"
    assert tables.impediment_words(only(replace(GOOD, time=replace(TIME, free=False))), "en").remedy == "Choose another free time."


def test_a_moment_is_said_in_kazakhstans_time() -> None:
    found = only(replace(GOOD, live=(replace(DENTIST, starts_at=datetime.fromisoformat("2026-11-24T05:05:00+00:00")),)))
    assert "Стоматолог, 24 ноября 2026 года, 10:05" in tables.impediment_words(found, "ru").text


@pytest.mark.parametrize(
    ("state", "role", "acts"),
    [
        (State.BOOKED, Role.CITIZEN, ["move", "cancel"]),
        (State.OFFERED, Role.CITIZEN, ["move", "accept", "cancel"]),
        (State.BOOKED, Role.PARTNER, ["move", "cancel"]),
        (State.BOOKED, Role.REGISTRAR, ["move", "cancel", "offer", "arrive", "miss"]),
        (State.OFFERED, Role.REGISTRAR, ["move", "accept", "cancel", "offer"]),
        (State.NO_SHOW, Role.REGISTRAR, ["arrive"]),
        (State.BOOKED, Role.DOCTOR, ["arrive", "begin", "miss"]),
        (State.ARRIVED, Role.DOCTOR, ["begin", "complete", "step_back"]),
        (State.ARRIVED, Role.REGISTRAR, ["offer", "step_back"]),
        (State.IN_VISIT, Role.DOCTOR, ["complete", "reopen"]),
        (State.PASSED, Role.DOCTOR, ["arrive", "complete", "miss"]),
        (State.BOOKED, Role.HEAD, ["offer"]),
        (State.BOOKED, Role.SYSTEM, ["offer", "pass"]),
        (State.IN_VISIT, Role.SYSTEM, ["pass"]),
        (State.OFFERED, Role.SYSTEM, ["offer"]),
        (State.COMPLETED, Role.DOCTOR, ["reopen"]),
        (State.COMPLETED, Role.REGISTRAR, []),
        (State.CANCELLED, Role.CITIZEN, []),
        (State.BOOKED, Role.CONTACT_CENTRE, []),
    ],
)
def test_each_role_has_its_acts_in_each_state(state: State, role: Role, acts: list[str]) -> None:
    assert open_acts(MOVES, state, role) == acts


def test_nobody_but_a_person_or_a_registrar_cancels_and_the_clinic_offers_instead() -> None:
    """Product, section 5: the clinic's cancellation must offer another time."""
    for role in Role:
        cancels = "cancel" in open_acts(MOVES, State.BOOKED, role)
        assert cancels == (role in (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER))


def test_an_act_outside_its_states_is_refused() -> None:
    for (act, move), state, role in product(MOVES.items(), State, Role):
        if state in move.before and role in move.by:
            assert perform(MOVES, act, state, role) is move.after
        else:
            with pytest.raises(Refused):
                perform(MOVES, act, state, role)


def test_what_has_ended_stays_ended_but_for_the_marks_of_the_day() -> None:
    assert not any(State.CANCELLED in move.before for move in MOVES.values())
    assert [act for act, move in MOVES.items() if State.COMPLETED in move.before] == ["reopen"]
    assert set(State) - set(LIVE) - set(TAKING) == {State.CANCELLED}
    assert State.OFFERED in LIVE and State.OFFERED not in TAKING


def test_a_mark_is_taken_back_until_the_end_of_the_day_of_the_visit() -> None:
    begins = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
    for moment in (begins, datetime(2026, 11, 23, 23, 59, tzinfo=ZONE)):
        appointment.within_the_day("reopen", begins, moment)
    with pytest.raises(Refused) as told:
        appointment.within_the_day("reopen", begins, datetime(2026, 11, 24, 0, 0, tzinfo=ZONE))
    assert [one.code for one in told.value.impediments] == ["NOT_OPEN"]


def test_an_arrival_is_taken_back_to_the_booking_by_the_desk_or_the_doctor() -> None:
    for role in (Role.REGISTRAR, Role.DOCTOR):
        assert perform(MOVES, "step_back", State.ARRIVED, role) is State.BOOKED
    for state in set(State) - {State.ARRIVED}:
        with pytest.raises(Refused):
            perform(MOVES, "step_back", state, Role.REGISTRAR)


def test_the_service_is_rendered_by_the_entry_and_an_offer_waits_for_the_person() -> None:
    """Standard, paragraph 6: the result is the entry in the journal."""
    marks = {state: appointment.mark(state, NOW, NOW) for state in State}
    assert {state for state, mark in marks.items() if mark is not Mark.DONE} == {State.OFFERED}


@pytest.mark.parametrize(
    ("hour", "minute", "part"),
    [
        (8, 0, PartOfDay.MORNING), (11, 59, PartOfDay.MORNING), (12, 0, PartOfDay.DAY), (16, 59, PartOfDay.DAY),
        (17, 0, PartOfDay.EVENING), (23, 59, PartOfDay.EVENING), (0, 0, PartOfDay.MORNING),
    ],
)  # fmt: skip
def test_the_day_has_three_parts_by_the_clock_of_kazakhstan(hour: int, minute: int, part: PartOfDay) -> None:
    moment = datetime(2026, 11, 24, hour, minute, tzinfo=ZONE)
    assert appointment.part_of_day(moment) is part
    assert appointment.part_of_day(datetime.fromtimestamp(moment.timestamp(), tz=ZONE)) is part


def test_the_open_days_are_fourteen_counted_by_the_day_of_kazakhstan() -> None:
    assert appointment.horizon(NOW) == date(2026, 12, 7)
    assert appointment.horizon(datetime.fromisoformat("2026-11-23T18:59:00+00:00")) == date(2026, 12, 7)
    assert appointment.horizon(datetime.fromisoformat("2026-11-23T19:00:00+00:00")) == date(2026, 12, 8)


def test_a_chosen_time_is_held_for_five_minutes() -> None:
    assert appointment.hold_until(NOW) == NOW + timedelta(minutes=5)
    assert appointment.HOLD_EXTENSIONS.on(NOW.date()) == 1


@pytest.mark.parametrize(
    ("minutes", "held"),
    [(24 * 60, 22 * 60), (121, 1), (120, 120), (119, 119), (1, 1)],
)
def test_an_offered_time_is_held_until_two_hours_before_it_or_to_its_beginning_when_it_is_near(minutes: int, held: int) -> None:
    assert appointment.offer_until(NOW, NOW + timedelta(minutes=minutes)) == NOW + timedelta(minutes=held)


@pytest.mark.parametrize("act", ["move", "cancel"])
def test_a_person_moves_or_cancels_until_the_visit_begins(act: str) -> None:
    appointment.before_start(act, TOMORROW, TOMORROW - timedelta(minutes=1))
    with pytest.raises(Refused, match="VISIT_BEGUN"):
        appointment.before_start(act, TOMORROW, TOMORROW)


def test_nobody_is_noted_as_absent_before_the_time_of_the_visit() -> None:
    appointment.after_start("miss", TOMORROW, TOMORROW)
    with pytest.raises(Refused, match="VISIT_AHEAD") as refused:
        appointment.after_start("miss", TOMORROW, TOMORROW - timedelta(minutes=1))
    assert refused.value.impediments[0].allowed_from == TOMORROW


def test_an_arrival_is_noted_on_the_day_of_the_visit_and_not_the_day_before() -> None:
    midnight = datetime(2026, 11, 24, tzinfo=ZONE)
    appointment.on_the_day("arrive", TOMORROW, midnight)
    appointment.on_the_day("arrive", TOMORROW, TOMORROW + timedelta(days=3))
    with pytest.raises(Refused, match="VISIT_AHEAD") as refused:
        appointment.on_the_day("arrive", TOMORROW, midnight - timedelta(minutes=1))
    assert refused.value.impediments[0].allowed_from == midnight


@pytest.mark.parametrize(
    ("submitted", "accepted"),
    [
        ("2026-11-23T07:59", "2026-11-23T08:00"), ("2026-11-23T19:59", "2026-11-23T19:59"), ("2026-11-23T20:00", "2026-11-24T08:00"),
        ("2026-11-28T14:00", "2026-11-30T08:00"), ("2026-12-16T12:00", "2026-12-17T08:00"),
    ],
)  # fmt: skip
def test_a_request_after_hours_is_accepted_on_the_next_working_day(submitted: str, accepted: str) -> None:
    """Standard, paragraph 8: closed after 20:00, on Saturday after 14:00, on Sunday and on 16 December."""
    moments = [datetime.fromisoformat(one).replace(tzinfo=ZONE) for one in (submitted, accepted)]
    assert appointment.accepted_at(moments[0], HOURS) == moments[1]


def test_the_standard_allows_thirty_minutes_on_the_portal_and_ten_at_the_desk() -> None:
    """Standard, paragraph 4."""
    day = NOW.date()
    assert (appointment.ANSWER_PORTAL.on(day), appointment.ANSWER_DESK.on(day)) == (30, 10)
    assert all(str(one.basis) == "order-272-appointment:4" for one in (appointment.ANSWER_PORTAL, appointment.ANSWER_DESK))


def test_reminders_come_a_week_a_day_and_two_hours_before() -> None:
    assert {one: appointment.REMINDERS[one].on(NOW.date()) for one in Reminder} == {
        Reminder.WEEK: 168, Reminder.DAY: 24, Reminder.HOURS: 2,
    }  # fmt: skip


KNOWN = {"name", "number", "clinic", "doctor", "specialty", "room", "moment", "address", "phone"}
MORE = {
    "appointment_offered": {"old", "new", "until", "new_doctor", "new_room"},
    "appointment_offer_waits": {"old"}, "appointment_links": {"cancel", "move"},
}  # fmt: skip
MESSAGES = ("booked", "moved", "offered", "offer_waits", "accepted", "cancelled", "reminder", "links")


@pytest.mark.parametrize("language", list(Language))
def test_a_message_asks_for_nothing_but_what_is_known_of_an_appointment(language: Language) -> None:
    for name in (f"appointment_{one}" for one in MESSAGES):
        words = texts.words(language)[f"message.{name}"]
        assert isinstance(words, str)
        asked = {field for _, field, _, _ in string.Formatter().parse(words) if field}
        assert asked <= KNOWN | MORE.get(name, set()) and MORE.get(name, set()) <= asked


@pytest.mark.parametrize("language", list(Language))
def test_every_act_has_its_words_for_the_course_the_journal_and_the_law(language: Language) -> None:
    for act in ("book", *MOVES):
        assert texts.has(f"law.act.appointment.{act}", language)
        assert texts.has(f"api.step.appointment.{act}.done", language)
        assert texts.has(f"api.journal.appointment.{act}", language)
    for key in ("deliver.done", "remind.done", "visit.ahead", "remind.ahead", "accept.ahead", "offer.ahead"):
        assert texts.has(f"api.step.appointment.{key}", language)
