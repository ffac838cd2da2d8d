"""Calling a doctor home: acts, the two grounds of refusal, urgency, words (portal, service 3182; domain 3)."""

import random
import string
from datetime import date
from itertools import product

import pytest

from models import texts
from models.law import Language, Refused, Role, home_visit_rules, open_acts, perform
from models.law.home_visit import LIVE, MOVES, PROMISED, REFUSAL, RefusalGround, State
from models.law.home_visit_reason import DANGER, INDICATIONS, RANK, DangerSign, Indication, Urgency, highest, lowered, urgency_of
from tests.law.test_law_home_visit_rules import told

DAY = date(2026, 11, 17)
LONG = "Explained by phone: the patient is well and asks for a certificate"
FINAL = set(State) - set(LIVE)


def test_there_are_two_grounds_of_refusal_and_one_way_to_refuse() -> None:
    """Portal, service 3182; domain 11, row 15. Lack of an indication is no ground."""
    assert list(RefusalGround) == [RefusalGround.UNRELIABLE, RefusalGround.NOT_ATTACHED]
    assert {key: (one.code, str(one.basis), one.confirmed) for key, one in REFUSAL.items()} == {
        RefusalGround.UNRELIABLE: ("R1", "portal-3182:refusal:1", True), RefusalGround.NOT_ATTACHED: ("R2", "portal-3182:refusal:2", True),
    }  # fmt: skip
    assert [act for act, move in MOVES.items() if move.after is State.REFUSED] == ["refuse"]
    assert MOVES["refuse"].by == {Role.REGISTRAR, Role.HEAD} and Role.SYSTEM not in MOVES["redirect"].by


def test_a_redirected_person_has_the_last_word() -> None:
    assert [act for act, move in MOVES.items() if move.after is State.REDIRECTED] == ["redirect"]
    for act, after in (("agree", State.REROUTED), ("insist", State.SUBMITTED)):
        assert perform(MOVES, act, State.REDIRECTED, Role.CITIZEN) is after
        assert MOVES[act].by.isdisjoint({Role.HEAD, Role.DOCTOR, Role.SYSTEM})
    assert [act for act, move in MOVES.items() if move.after is State.REROUTED] == ["agree"]


def test_an_act_outside_its_states_or_roles_is_refused_and_ends_where_the_table_says() -> None:
    for (act, move), state, role in product(MOVES.items(), State, Role):
        if state in move.before and role in move.by:
            assert perform(MOVES, act, state, role) is (move.after or state)
        else:
            with pytest.raises(Refused):
                perform(MOVES, act, state, role)


def test_every_live_state_has_a_way_to_an_end_and_no_end_has_a_way_on_but_a_mark_taken_back() -> None:
    for state in LIVE:
        seen, edge = {state}, {state}
        while edge:
            edge = {move.after for move in MOVES.values() if move.after and edge & move.before} - seen
            seen |= edge
        assert seen & FINAL and State.COMPLETED in seen, state
    ways = {state: [act for act, move in MOVES.items() if state in move.before] for state in FINAL}
    assert ways == {state: ["step_back"] if state is State.COMPLETED else [] for state in FINAL}


def test_the_clinic_alone_can_end_every_live_call_and_so_can_the_person_until_the_doctor_is_there() -> None:
    for state in LIVE:
        assert "hand_over" in open_acts(MOVES, state, Role.REGISTRAR)
        assert ("cancel" in open_acts(MOVES, state, Role.CITIZEN)) == (state is not State.ON_SITE)


def test_a_worse_state_is_told_in_every_live_state_and_in_no_other() -> None:
    for state, role in product(State, (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)):
        assert ("worsen" in open_acts(MOVES, state, role)) == (state in LIVE)


def test_nobody_is_missed_but_at_the_door_and_the_steps_are_the_doctors_and_the_registrars() -> None:
    """An attempt counts only after somebody has come; a registrar notes what a doctor says by phone."""
    assert MOVES["miss"].before == {State.ON_SITE} and MOVES["give_up"].before == {State.NOBODY_HOME}
    for act in ("set_out", "arrive", "complete", "miss", "give_up"):
        assert MOVES[act].by == {Role.DOCTOR, Role.REGISTRAR}


def test_every_mark_of_the_round_is_taken_back_by_who_makes_marks_and_by_the_clock() -> None:
    marked = {State.EN_ROUTE, State.ON_SITE, State.NOBODY_HOME, State.COMPLETED}
    for state, role in product(State, Role):
        may = state in marked and role in (Role.DOCTOR, Role.REGISTRAR, Role.SYSTEM)
        assert ("step_back" in open_acts(MOVES, state, role)) == may, (state, role)


def test_no_call_disappears_on_two_thousand_random_ways() -> None:
    """Each step leads to a known state; what is promised was accepted before; a call ends in an end or is still live."""
    chance = random.Random(4)
    for _ in range(2_000):
        state, passed = State.SUBMITTED, [State.SUBMITTED]
        for _ in range(40):
            ways = [(act, role) for act, move in MOVES.items() for role in sorted(move.by) if state in move.before]
            if not ways:
                break
            act, role = chance.choice(ways)
            state = perform(MOVES, act, state, role)
            passed.append(state)
        assert state in LIVE or state in FINAL
        if state in PROMISED or state is State.COMPLETED:
            assert {State.ACCEPTED, State.ASSIGNED} & set(passed)


def test_urgency_is_the_highest_that_any_answer_gives_and_more_answers_never_lower_it() -> None:
    chance = random.Random(38)
    for _ in range(3_000):
        signs = chance.sample(list(DangerSign), chance.randrange(3))
        named = chance.sample(list(Indication), chance.randrange(4))
        age = chance.randrange(90)
        found = urgency_of(signs, named, age, DAY)
        given = [DANGER[one].urgency for one in signs] + [INDICATIONS[one].urgency for one in named] + [Urgency.URGENT] * (age < 1)
        assert RANK[found] == min([RANK[one] for one in given] or [RANK[Urgency.ROUTINE]])
        for more in (urgency_of([*signs, DangerSign.SEIZURE], named, age, DAY), urgency_of(signs, [*named, *Indication], age, DAY)):
            assert not lowered(found, more)
        for one, other in product(Urgency, repeat=2):
            assert not lowered(one, highest(one, other)) and not lowered(other, highest(one, other))


@pytest.mark.parametrize(
    ("signs", "named", "age", "urgency"),
    [
        ([], [], 40, Urgency.ROUTINE), ([], [Indication.FEVER], 40, Urgency.ROUTINE), ([], [Indication.FEVER], 0, Urgency.URGENT),
        ([], [Indication.FEVER], 1, Urgency.ROUTINE), ([], [Indication.AMBULANCE], 40, Urgency.URGENT),
        ([], [Indication.BLOOD_PRESSURE, Indication.PAIN], 70, Urgency.URGENT), ([DangerSign.STROKE], [], 70, Urgency.EMERGENCY),
        ([DangerSign.INFANT_FEVER], [Indication.FEVER], 0, Urgency.EMERGENCY),
    ],
)  # fmt: skip
def test_signs_indications_and_a_small_childs_age_give_the_urgency(
    signs: list[DangerSign], named: list[Indication], age: int, urgency: Urgency
) -> None:
    assert urgency_of(signs, named, age, DAY) is urgency


def test_the_software_never_lowers_the_urgency_and_a_human_does_so_with_reasons_only() -> None:
    assert MOVES["weigh"].by == {Role.REGISTRAR, Role.HEAD, Role.DOCTOR}
    for before, after in product(Urgency, repeat=2):
        falls = RANK[after] > RANK[before]
        for role, words, refused in ((Role.SYSTEM, LONG, falls), (Role.REGISTRAR, "fine", falls), (Role.REGISTRAR, LONG, False)):
            found = told(lambda b=before, a=after, w=words, r=role: home_visit_rules.urgency_allowed(b, a, w, r))  # type: ignore[misc]
            assert [one.code for one in found] == (["URGENCY_WORDS"] if refused else [])


def test_every_sign_is_an_emergency_and_every_list_has_codes_of_its_own() -> None:
    assert set(DANGER) == set(DangerSign) and set(INDICATIONS) == set(Indication)
    assert {one.urgency for one in DANGER.values()} == {Urgency.EMERGENCY}
    assert Urgency.EMERGENCY not in {one.urgency for one in INDICATIONS.values()}
    every = [one.code for one in (*DANGER.values(), *INDICATIONS.values())]
    assert len(every) == len(set(every)) == 13 + 9
    assert not any(one.confirmed for one in (*DANGER.values(), *INDICATIONS.values()))


KNOWN = {"number", "name", "clinic", "phone", "day", "due", "window", "doctor", "address", "route", "ground", "reason"}
MESSAGES = (
    "submitted", "submitted_danger", "worse", "accepted", "accepted_doctor", "assigned", "window", "on_the_way", "done", "nobody_home",
    "unmet", "step_back", "redirected", "agreed", "insisted", "refused", "carried", "carried_unanswered", "apology", "overdue",
    "handed_over", "cancelled",
)  # fmt: skip
# Messages after which somebody who is ill waits longer, or nobody comes: they name 103.
GRAVE = {
    "submitted", "submitted_danger", "worse", "unmet", "redirected", "agreed", "insisted", "refused", "carried", "carried_unanswered",
    "apology", "overdue", "handed_over",
}  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_a_message_asks_for_nothing_but_what_is_known_of_a_call_and_a_grave_one_names_103(language: Language) -> None:
    for name in MESSAGES:
        words = texts.words(language)[f"message.home_visit_{name}"]
        assert isinstance(words, str)
        asked = {field for _, field, _, _ in string.Formatter().parse(words) if field}
        assert {"number", "name"} <= asked <= KNOWN
        assert ("103" in words) == (name in GRAVE)


@pytest.mark.parametrize("language", list(Language))
def test_every_act_has_its_words_for_the_course_the_journal_and_the_law(language: Language) -> None:
    for act in ("call", *MOVES):
        assert texts.has(f"law.act.home_visit.{act}", language)
        assert texts.has(f"api.step.home_visit.{act}.done", language)
        assert texts.has(f"api.journal.home_visit.{act}", language)
    for key in ("deliver.done", "accept.ahead", "visit.ahead", "agree.ahead", "assign.ahead", "set_out.ahead"):
        assert texts.has(f"api.step.home_visit.{key}", language)
