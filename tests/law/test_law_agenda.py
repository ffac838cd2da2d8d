"""The agenda tells what a role may do now by the tables of moves, and nothing that waits for somebody else."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from models import texts
from models.clock import ZONE
from models.law import Language, Role, agenda, open_acts
from models.law import appointment as visits
from models.law import attachment as attachments
from models.law import home_visit as calls
from models.law.agenda import Call, Why
from models.law.home_visit_window import awaited

NOW = datetime(2026, 11, 23, 12, tzinfo=ZONE)
EARLIER, LATER = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


@pytest.mark.parametrize("role", list(Role))
def test_what_is_next_is_always_open_to_the_role_in_that_state(role: Role) -> None:
    for state, by in product(attachments.State, (EARLIER, LATER)):
        todo = agenda.of_attachment(state, role, by, NOW)
        assert todo is None or todo.act in open_acts(attachments.MOVES, state, role), (state, todo)
    windows: tuple[datetime | None, ...] = (None, EARLIER, LATER)
    for called, until, insisted in product(calls.State, windows, (False, True)):
        todo = agenda.of_call(Call(called, until or LATER, until, insisted), role, NOW)
        assert todo is None or todo.act in open_acts(calls.MOVES, called, role), (called, todo)
    for visit, by in product(visits.State, (EARLIER, LATER)):
        todo = agenda.of_appointment(visit, role, by, by + timedelta(minutes=15), by, NOW)
        assert todo is None or todo.act in open_acts(visits.MOVES, visit, role), (visit, todo)


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_words(language: Language) -> None:
    assert [one for one in Why if not texts.has(f"api.agenda_why.{one}", language)] == []


def test_a_request_is_the_registrar_s_until_checked_and_then_the_head_s() -> None:
    new, checked = attachments.State.SUBMITTED, attachments.State.CHECKED
    assert agenda.of_attachment(new, Role.REGISTRAR, LATER, NOW) == agenda.Todo("check", Why.CHECK, LATER)
    assert agenda.of_attachment(new, Role.HEAD, LATER, NOW) is None
    assert agenda.of_attachment(checked, Role.REGISTRAR, LATER, NOW) is None
    assert agenda.of_attachment(checked, Role.HEAD, LATER, NOW) == agenda.Todo("approve", Why.SIGN, LATER)


def test_a_request_that_is_late_the_head_need_not_wait_for() -> None:
    assert agenda.of_attachment(attachments.State.CHECKED, Role.HEAD, EARLIER, NOW) == agenda.Todo("approve", Why.SIGN, EARLIER)
    assert agenda.of_attachment(attachments.State.SUBMITTED, Role.HEAD, EARLIER, NOW) == agenda.Todo("approve", Why.SIGN_LATE, EARLIER)


def test_nobody_is_told_to_confirm_an_own_proposal() -> None:
    proposed = attachments.State.REFUSAL_PROPOSED
    assert agenda.of_attachment(proposed, Role.HEAD, LATER, NOW) == agenda.Todo("refuse", Why.SIGN_REFUSAL, LATER)
    assert agenda.of_attachment(proposed, Role.HEAD, LATER, NOW, proposed=True) is None


def test_a_head_hears_of_a_call_when_its_answer_is_late_and_not_before() -> None:
    assert agenda.of_call(Call(calls.State.SUBMITTED, LATER, None), Role.HEAD, NOW) is None
    assert agenda.of_call(Call(calls.State.SUBMITTED, EARLIER, None), Role.HEAD, NOW) == agenda.Todo("accept", Why.ANSWER_CALL, EARLIER)


def test_a_window_that_was_missed_wants_another_promise_and_one_ahead_nothing() -> None:
    assert agenda.of_call(Call(calls.State.ASSIGNED, EARLIER, LATER), Role.REGISTRAR, NOW) is None
    missed = agenda.of_call(Call(calls.State.ASSIGNED, EARLIER, EARLIER), Role.REGISTRAR, NOW)
    assert missed == agenda.Todo("promise", Why.WINDOW_MISSED, EARLIER)


def test_a_call_whose_doctor_is_away_is_given_to_another_by_the_end_of_its_window() -> None:
    for state in (calls.State.ACCEPTED, calls.State.ASSIGNED, calls.State.NOBODY_HOME):
        for until in (LATER, EARLIER):
            found = agenda.of_call(Call(state, EARLIER, until, away=True), Role.REGISTRAR, NOW)
            assert found == agenda.Todo("assign", Why.DOCTOR_AWAY, until), state
    assert agenda.of_call(Call(calls.State.ASSIGNED, EARLIER, LATER, away=True), Role.HEAD, NOW) is None
    late = agenda.of_call(Call(calls.State.ASSIGNED, EARLIER, EARLIER, away=True), Role.HEAD, NOW)
    assert late == agenda.Todo("assign", Why.DOCTOR_AWAY, EARLIER)


def test_a_doctor_at_the_door_or_on_the_way_is_not_replaced_by_the_agenda() -> None:
    for state in (calls.State.EN_ROUTE, calls.State.ON_SITE):
        assert agenda.of_call(Call(state, EARLIER, LATER, away=True), Role.REGISTRAR, NOW) is None


def test_while_no_other_time_is_found_the_desk_has_nothing_to_tell() -> None:
    assert agenda.of_appointment(visits.State.OFFERED, Role.REGISTRAR, LATER, LATER, None, NOW) is None
    told = agenda.of_appointment(visits.State.OFFERED, Role.REGISTRAR, LATER, LATER, EARLIER, NOW)
    assert told == agenda.Todo("accept", Why.OFFER_OPEN, EARLIER)


def test_whoever_was_not_visited_in_the_window_awaits_a_doctor_still() -> None:
    assert awaited((EARLIER, LATER), NOW) == (EARLIER, LATER)
    assert awaited((EARLIER - timedelta(hours=2), EARLIER), NOW) == (EARLIER - timedelta(hours=2), NOW)


def test_a_visit_whose_time_has_passed_is_marked_for_three_days_and_then_left() -> None:
    long_ago = NOW - timedelta(days=4)
    for ended, expected in ((EARLIER, Why.UNMARKED), (long_ago, None)):
        todo = agenda.of_appointment(visits.State.PASSED, Role.DOCTOR, ended, ended, None, NOW)
        assert (todo.why if todo else None) is expected


def test_a_life_in_danger_comes_before_everything_and_what_has_no_term_last() -> None:
    places = [agenda.place(None, False), agenda.place(LATER, False), agenda.place(EARLIER, False), agenda.place(LATER, True)]
    assert sorted(places) == [places[3], places[2], places[1], places[0]]
