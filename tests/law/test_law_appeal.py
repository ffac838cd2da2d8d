"""Appeals and complaints: kinds and their clocks, states and acts, who may act, and why not (Procedural Code, 63–100; domain 4)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from models.law import Language, Mark, Refused, Role, appeal_rules, open_acts, perform, tables
from models.law.appeal import (
    CLOCKS,
    COMPLAINTS,
    FINAL,
    FORWARDING,
    IN_FULL,
    LEAST_REASONS,
    LEAVING,
    MARK,
    MOVES,
    OF_APPELLANT,
    OF_RESPONDENT,
    ON_APPEAL,
    ON_COMPLAINT,
    OWED,
    RUNNING,
    UNFAVOURABLE,
    Body,
    Complaint,
    ForwardGround,
    Kind,
    Lapse,
    LeaveGround,
    Outcome,
    Requirement,
    State,
    complaint_about_answer,
    mark,
    outcomes,
    state_after,
)
from models.law.appeal_rules import IMPEDIMENTS, Seat, Standing, acts_now, may_act, may_now
from models.law.term import ZONE
from tests.law.test_law_home_visit_rules import told

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, tzinfo=ZONE)
WORDS = "The facts of the case have to be established first"
LAW = "Rules ҚР ДСМ-90, para 12"
CASE = Standing(State.IN_WORK, Kind.REQUEST, Body.CLINIC, Seat.BODY, date(2026, 12, 14), date(2027, 1, 23))
COMPLAINT = replace(CASE, kind=Kind.COMPLAINT, due_on=date(2026, 11, 26), latest_on=date(2026, 11, 26))
ABOVE = replace(COMPLAINT, body=Body.AUTHORITY, due_on=date(2026, 12, 22), latest_on=date(2026, 12, 22))
SERVICE = replace(CASE, kind=Kind.SERVICE_COMPLAINT, due_on=date(2026, 11, 30), latest_on=date(2026, 11, 30))
SHOWN = replace(CASE, state=State.PRELIMINARY, shown_on=date(2026, 11, 20), proposed=Outcome.DENIED)
LAPSED = replace(CASE, state=State.DEEMED_REFUSED, due_on=date(2026, 11, 23), latest_on=date(2027, 1, 23), lapsed=True)
OWN = (Role.CITIZEN, Role.PARTNER)


# Kinds, clocks and decisions


def test_every_kind_has_a_clock_at_every_body_and_only_article_76_is_extended() -> None:
    """Domain 4.1 and 11, row 1: the kind of complaint decides between 5, 15 and 20 working days."""
    assert set(CLOCKS) == set(product(Kind, Body))
    numbers = {(kind, body): clock.term.on(TODAY) for (kind, body), clock in CLOCKS.items()}
    assert {numbers[kind, Body.CLINIC] for kind in (Kind.REQUEST, Kind.MESSAGE, Kind.RESPONSE, Kind.PROPOSAL, Kind.INFORMATION)} == {15}
    assert (numbers[Kind.SERVICE_COMPLAINT, Body.CLINIC], numbers[Kind.SERVICE_COMPLAINT, Body.AUTHORITY]) == (5, 15)
    assert (numbers[Kind.COMPLAINT, Body.CLINIC], numbers[Kind.COMPLAINT, Body.AUTHORITY]) == (3, 20)
    for (kind, body), clock in CLOCKS.items():
        assert clock.extendable == (str(clock.term.basis) == "appc:76") == (kind not in (*COMPLAINTS, Kind.INFORMATION))
        assert (clock.regime is None) == (kind is Kind.INFORMATION)
        assert (clock.lapse is Lapse.FORWARDED) == ((kind, body) == (Kind.COMPLAINT, Body.CLINIC))


def test_a_complaint_is_decided_by_the_list_of_article_100_and_the_body_complained_about_grants_in_full_only() -> None:
    for kind, body in product(Kind, Body):
        expected = {
            (Kind.COMPLAINT, Body.CLINIC): set(IN_FULL), (Kind.COMPLAINT, Body.AUTHORITY): set(ON_COMPLAINT),
            (Kind.SERVICE_COMPLAINT, Body.CLINIC): {Outcome.GRANTED, Outcome.PARTLY, *ON_COMPLAINT} - {Outcome.RETURNED},
            (Kind.SERVICE_COMPLAINT, Body.AUTHORITY): {Outcome.GRANTED, Outcome.PARTLY, *ON_COMPLAINT},
            (Kind.REQUEST, body): set(ON_APPEAL) - {Outcome.EXPLAINED}, (Kind.INFORMATION, body): set(ON_APPEAL) - {Outcome.EXPLAINED},
        }  # fmt: skip
        assert set(outcomes(kind, body)) == expected.get((kind, body), set(ON_COMPLAINT if kind in COMPLAINTS else ON_APPEAL))
    assert set(IN_FULL) < set(ON_COMPLAINT) and not set(IN_FULL) & set(UNFAVOURABLE)
    assert set(ON_APPEAL) | set(ON_COMPLAINT) == set(Outcome) and not set(ON_APPEAL) & set(ON_COMPLAINT)


def test_an_iin_is_no_requirement_of_an_appeal() -> None:
    """Article 63: "if any"; domain 11, row 14."""
    assert {"NAME", "POSTAL_ADDRESS", "BODY", "ESSENCE", "SIGNATURE"} < {str(one) for one in Requirement}
    assert not [one for one in Requirement if "IIN" in one]


# States and acts


def test_an_act_outside_its_states_or_roles_is_refused_and_ends_where_the_table_says() -> None:
    for (act, move), state, role in product(MOVES.items(), State, Role):
        if state in move.before and role in move.by:
            assert perform(MOVES, act, state, role) is (move.after or state)
        else:
            with pytest.raises(Refused):
                perform(MOVES, act, state, role)


def test_nothing_refuses_to_accept_an_appeal() -> None:
    """Article 64, part 1: no act ends with a refusal to accept, and what is checked at filing is a day that cannot be."""
    assert not [act for act in MOVES if "refuse" in act or "reject" in act]
    assert [act for act, move in MOVES.items() if move.after is State.LEFT] == ["leave"]
    assert set(State) == set(RUNNING) | {State.DEEMED_REFUSED} | set(FINAL) and set(OWED) == set(State) - set(FINAL)


def test_every_owed_state_has_a_way_to_a_decision_and_no_end_has_a_way_back() -> None:
    for state in OWED:
        seen, edge = {state}, {state}
        while edge:
            edge = {move.after for move in MOVES.values() if move.after and edge & move.before} - seen
            seen |= edge
        assert State.DECIDED in seen and State.WITHDRAWN in seen, state
    assert [act for act, move in MOVES.items() if move.after and set(FINAL) & move.before] == []


def test_a_term_that_ran_out_is_set_by_the_clock_alone_and_the_duty_to_answer_stays() -> None:
    """Article 91, part 2."""
    assert [act for act, move in MOVES.items() if move.after is State.DEEMED_REFUSED] == ["lapse"]
    assert MOVES["lapse"].by == {Role.SYSTEM} and MOVES["lapse"].before == set(RUNNING)
    assert perform(MOVES, "decide", State.DEEMED_REFUSED, Role.HEAD) is State.DECIDED
    assert appeal_rules.due_at(State.DEEMED_REFUSED, TODAY) == datetime(2026, 11, 24, 23, 59, 59, tzinfo=ZONE)
    assert [state for state in State if appeal_rules.due_at(state, TODAY) is None] == [state for state in State if state in FINAL]


def test_a_deemed_refusal_stands_until_the_appeal_has_ended_whatever_is_done_on_the_way() -> None:
    """Article 91, part 2: the refusal is there by the law; only a decision or a withdrawal takes its place."""
    for act, move in MOVES.items():
        for role in move.by:
            if State.DEEMED_REFUSED in move.before:
                ends = {"decide": State.DECIDED, "withdraw": State.WITHDRAWN}
                assert state_after(act, State.DEEMED_REFUSED, role) is ends.get(act, State.DEEMED_REFUSED), act
            else:
                with pytest.raises(Refused):
                    state_after(act, State.DEEMED_REFUSED, role)
    for (act, move), state in product(MOVES.items(), set(State) - {State.DEEMED_REFUSED}):
        for role in move.by if state in move.before else ():
            assert state_after(act, state, role) is perform(MOVES, act, state, role)


def test_after_its_term_an_appeal_is_still_taken_up_a_decision_shown_and_objected_to() -> None:
    """Articles 73 and 91: the late answer keeps the person's guarantees, so the acts that they consist of are open."""
    assert {act for act, move in MOVES.items() if State.DEEMED_REFUSED in move.before and not move.by <= {Role.SYSTEM, Role.AUTHORITY}} == {
        "take_up", "propose", "object", "decide", "withdraw", "notify", "name_accused", "give_case",
    }  # fmt: skip
    shown = replace(LAPSED, shown_on=TODAY, proposed=Outcome.DENIED)
    assert acts_now(replace(shown, seat=Seat.APPELLANT), Role.CITIZEN, NOW) == ["object", "withdraw"]


def test_the_head_or_the_authority_decides_extends_and_leaves_and_nobody_else() -> None:
    """Article 76: the head of the body or the deputy."""
    for act in ("decide", "extend", "leave"):
        assert MOVES[act].by == {Role.HEAD, Role.AUTHORITY}
    for role in (Role.DOCTOR, Role.ADMINISTRATOR, Role.CONTACT_CENTRE):
        assert not [act for act, move in MOVES.items() if role in move.by]


def test_the_person_corrects_objects_and_withdraws_and_nothing_more() -> None:
    """Articles 64 and 73; a withdrawal is possible before the decision only."""
    for role in (Role.CITIZEN, Role.PARTNER, Role.REGISTRAR):
        assert {act for act, move in MOVES.items() if role in move.by} == set(OF_APPELLANT)
    assert MOVES["withdraw"].before == set(OWED)
    assert [state for state in State if "correct" in open_acts(MOVES, state, Role.CITIZEN)] == [State.NEEDS_CORRECTION]


def test_an_appeal_that_waits_for_its_correction_is_not_left_meanwhile() -> None:
    """Article 64: a reasonable time is set; only after it the ground "not corrected" is one."""
    assert State.NEEDS_CORRECTION not in MOVES["leave"].before
    assert perform(MOVES, "correction_over", State.NEEDS_CORRECTION, Role.SYSTEM) is State.IN_WORK
    assert State.IN_WORK in MOVES["leave"].before


def test_a_person_may_object_although_a_hearing_was_appointed_or_held_meanwhile() -> None:
    """Article 73, part 3: two working days, whatever the body does."""
    for state in (State.PRELIMINARY, State.HEARING, State.IN_WORK):
        case = replace(SHOWN, state=state, seat=Seat.APPELLANT, shown_on=TODAY)
        assert "object" in acts_now(case, Role.CITIZEN, NOW)
        assert "object" not in acts_now(replace(case, shown_on=None), Role.CITIZEN, NOW)


def test_the_clocks_own_acts_keep_the_state_or_open_the_way() -> None:
    own = {act: move.after for act, move in MOVES.items() if move.by == {Role.SYSTEM}}
    assert own == {
        "correction_over": State.IN_WORK, "lapse": State.DEEMED_REFUSED, "late_registration": None, "late_forwarding": None,
        "late_notice": None, "late_case": None,
    }  # fmt: skip


def test_every_state_has_a_mark_of_the_standards_and_an_evening_appeal_is_delivered_first() -> None:
    """S2–S4: delivered, registered, in work, done; article 64, part 3."""
    assert set(MARK) == set(State)
    registered, evening = datetime(2026, 11, 24, 9, tzinfo=ZONE), datetime(2026, 11, 23, 19, tzinfo=ZONE)
    assert mark(State.REGISTERED, registered, evening) is Mark.DELIVERED
    assert mark(State.REGISTERED, registered, registered) is Mark.REGISTERED
    assert mark(State.DECIDED, registered, evening) is Mark.DONE


# Who may act


def test_each_act_belongs_to_a_seat() -> None:
    for act, seat in product(MOVES, Seat):
        fit = {Seat.RESPONDENT} if act in OF_RESPONDENT else {Seat.APPELLANT, Seat.BODY} if act in OF_APPELLANT else {Seat.BODY}
        found = told(lambda a=act, s=seat: may_act(a, replace(CASE, seat=s)))  # type: ignore[misc]
        assert [one.code for one in found] == ([] if seat in fit else ["NOT_THIS_BODY"]), (act, seat)


def test_those_complained_about_do_nothing_whatever_the_act_and_wherever_they_stand() -> None:
    """Product, section 7: the person complained about never decides it; a colleague gives their case and their words."""
    for act, seat in product(MOVES, Seat):
        found = told(lambda a=act, s=seat: may_act(a, replace(CASE, seat=s, accused=True)))  # type: ignore[misc]
        assert [one.code for one in found] == ["ACCUSED"]


HANDLING = ["take_up", "ask_correction", "forward", "forward_part", "propose", "appoint_hearing", "withdraw", "name_accused"]
OPEN: list[tuple[Role, Standing, list[str]]] = [
    (Role.CITIZEN, replace(CASE, seat=Seat.APPELLANT, state=State.REGISTERED), ["withdraw"]),
    (Role.CITIZEN, replace(CASE, seat=Seat.APPELLANT, state=State.NEEDS_CORRECTION), ["correct", "withdraw"]),
    (Role.CITIZEN, replace(SHOWN, seat=Seat.APPELLANT), ["object", "withdraw"]),
    (Role.CITIZEN, replace(SHOWN, seat=Seat.APPELLANT, objected=True), ["withdraw"]),
    (Role.CITIZEN, replace(SHOWN, seat=Seat.APPELLANT, shown_on=date(2026, 11, 19)), ["withdraw"]),
    (Role.CITIZEN, replace(CASE, seat=Seat.APPELLANT, state=State.DEEMED_REFUSED), ["withdraw"]),
    (Role.CITIZEN, replace(CASE, seat=Seat.APPELLANT, state=State.DECIDED), []),
    (Role.PARTNER, replace(CASE, seat=Seat.APPELLANT, state=State.NEEDS_CORRECTION), ["correct", "withdraw"]),
    (Role.REGISTRAR, replace(CASE, seat=Seat.APPELLANT, state=State.NEEDS_CORRECTION), ["correct", "withdraw"]),
    (Role.APPEALS_OFFICER, CASE, HANDLING),
    (Role.APPEALS_OFFICER, replace(CASE, accused=True), []),
    (Role.APPEALS_OFFICER, replace(CASE, seat=Seat.OTHER), []),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.NEEDS_CORRECTION), ["correct", "forward", "forward_part", "withdraw", "name_accused"]),
    (Role.APPEALS_OFFICER, replace(SHOWN, notice_owed=True), ["notify", "object", "appoint_hearing", "withdraw", "name_accused"]),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.HEARING), ["record_hearing", "withdraw", "name_accused"]),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.DECIDED), ["answer"]),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.DECIDED, answered=True), []),
    (Role.APPEALS_OFFICER, replace(ABOVE, seat=Seat.RESPONDENT), []),
    (Role.APPEALS_OFFICER, replace(ABOVE, seat=Seat.RESPONDENT, case_requested=True), ["give_case"]),
    (Role.APPEALS_OFFICER, replace(ABOVE, seat=Seat.RESPONDENT, case_requested=True, accused=True), []),
    (Role.APPEALS_OFFICER, replace(ABOVE, seat=Seat.RESPONDENT, case_requested=True, case_given=True), []),
    (Role.HEAD, replace(CASE, state=State.REGISTERED),
     ["take_up", "ask_correction", "forward", "forward_part", "extend", "decide", "leave", "name_accused"]),
    (Role.HEAD, replace(CASE, state=State.REGISTERED, crime=True, extended=True),
     ["take_up", "ask_correction", "forward", "forward_part", "decide", "name_accused"]),
    (Role.HEAD, SERVICE,
     ["take_up", "ask_correction", "forward", "forward_part", "propose", "appoint_hearing", "decide", "leave", "name_accused"]),
    (Role.HEAD, SHOWN, ["extend", "appoint_hearing", "decide", "name_accused"]),
    (Role.HEAD, LAPSED, ["take_up", "propose", "decide", "name_accused"]),
    (Role.HEAD, replace(LAPSED, accused_unnamed=True), ["take_up", "propose", "name_accused"]),
    (Role.HEAD, replace(SERVICE, accused_unnamed=True),
     ["take_up", "ask_correction", "forward", "forward_part", "propose", "appoint_hearing", "name_accused"]),
    (Role.HEAD, COMPLAINT,
     ["take_up", "ask_correction", "forward", "forward_part", "propose", "appoint_hearing", "decide", "name_accused"]),
    (Role.HEAD, replace(COMPLAINT, accused_unnamed=True),
     ["take_up", "ask_correction", "forward", "forward_part", "propose", "appoint_hearing", "name_accused"]),
    (Role.APPEALS_OFFICER, replace(LAPSED, shown_on=TODAY), ["take_up", "propose", "object", "name_accused"]),
    (Role.APPEALS_OFFICER, replace(CASE, signed=True), [act for act in HANDLING if act != "withdraw"]),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.NEEDS_CORRECTION, signed=True), ["forward", "forward_part", "name_accused"]),
    (Role.APPEALS_OFFICER, replace(SHOWN, signed=True), ["appoint_hearing", "name_accused"]),
    (Role.REGISTRAR, replace(CASE, seat=Seat.APPELLANT, state=State.NEEDS_CORRECTION, signed=True), []),
    (Role.REGISTRAR, replace(LAPSED, seat=Seat.APPELLANT), []),
    (Role.CITIZEN, replace(CASE, seat=Seat.APPELLANT, state=State.NEEDS_CORRECTION, signed=True), ["correct", "withdraw"]),
    (Role.CITIZEN, replace(LAPSED, seat=Seat.APPELLANT, signed=True), ["withdraw"]),
    (Role.PARTNER, replace(LAPSED, seat=Seat.APPELLANT, signed=True), ["withdraw"]),
    (Role.HEAD, replace(CASE, state=State.LEFT), ["answer"]),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.LEFT), ["answer"]),
    (Role.APPEALS_OFFICER, replace(CASE, state=State.LEFT, answered=True), []),
    (Role.HEAD, replace(CASE, state=State.WITHDRAWN), []),
    (Role.AUTHORITY, ABOVE,
     ["take_up", "ask_correction", "propose", "appoint_hearing", "decide", "leave", "withdraw", "name_accused",
      "request_case"]),
    (Role.AUTHORITY, replace(ABOVE, case_requested=True, state=State.DEEMED_REFUSED, lapsed=True),
     ["take_up", "propose", "decide", "name_accused"]),
    (Role.AUTHORITY, replace(ABOVE, seat=Seat.OTHER), []),
    (Role.DOCTOR, CASE, []), (Role.ADMINISTRATOR, CASE, []), (Role.CONTACT_CENTRE, CASE, []),
]  # fmt: skip


@pytest.mark.parametrize(("role", "case", "acts"), OPEN)
def test_the_acts_open_now_are_those_of_the_table_the_seat_and_the_rules(role: Role, case: Standing, acts: list[str]) -> None:
    assert acts_now(case, role, NOW) == acts


def test_an_act_that_is_open_now_is_in_the_table_and_its_rule_allows_it() -> None:
    """Whatever the case is like, nothing is offered that would be refused for the role, the state or the seat."""
    changes: list[dict[str, Any]] = [{}, {"accused": True}, {"extended": True}, {"crime": True}, {"objected": True}, {"answered": True}]
    changes += [{"signed": True}, {"lapsed": True}, {"accused_unnamed": True}, {"kind": Kind.COMPLAINT}]
    for state, role, seat, change in product(State, Role, Seat, changes):
        case = replace(CASE, state=state, seat=seat, shown_on=TODAY, **change)
        for act in acts_now(case, role, NOW):
            assert state in MOVES[act].before and role in MOVES[act].by
            may_act(act, case)


def test_an_act_that_is_not_open_says_by_which_rule() -> None:
    said = [
        ("decide", CASE, Role.APPEALS_OFFICER, "NOT_YOURS"), ("decide", replace(CASE, state=State.LEFT), Role.HEAD, "NOT_OPEN"),
        ("decide", replace(CASE, seat=Seat.OTHER), Role.HEAD, "NOT_THIS_BODY"), ("extend", SERVICE, Role.HEAD, "NOT_EXTENDABLE"),
        ("leave", replace(CASE, crime=True), Role.HEAD, "CRIME_REPORTED"), ("notify", CASE, Role.HEAD, "NOTHING_TO_NOTIFY"),
        ("leave", COMPLAINT, Role.HEAD, "ONLY_IN_FULL"), ("leave", replace(CASE, accused_unnamed=True), Role.HEAD, "ACCUSED_UNNAMED"),
        ("decide", replace(CASE, accused_unnamed=True), Role.HEAD, "ACCUSED_UNNAMED"),
        ("withdraw", LAPSED, Role.APPEALS_OFFICER, "NOT_YOURS"), ("leave", LAPSED, Role.HEAD, "NOT_OPEN"),
    ]  # fmt: skip
    for act, case, role, code in said:
        (found,) = told(lambda a=act, c=case, r=role: may_now(a, c, r, NOW))  # type: ignore[misc]
        assert found.code == code
    assert told(lambda: may_now("extend", CASE, Role.HEAD, NOW)) == []


@pytest.mark.parametrize("act", OF_APPELLANT)
def test_nobody_of_a_body_or_a_desk_speaks_for_whom_the_person_has_signed(act: str) -> None:
    """Article 64: the person's own words stay the person's; what is deemed refused nobody else takes back either."""
    for role, signed, lapsed in product((*OWN, Role.REGISTRAR, Role.APPEALS_OFFICER, Role.AUTHORITY), (False, True), (False, True)):
        case = replace(CASE, signed=signed, lapsed=lapsed)
        fit = role in OWN or not (signed or (lapsed and act == "withdraw"))
        found = told(lambda c=case, r=role: appeal_rules.said_for(act, c, r))  # type: ignore[misc]
        assert [(one.code, one.basis) for one in found] == ([] if fit else [("NOT_YOURS", MOVES[act].basis)]), (role, signed, lapsed)


# Where a complaint about an answer goes


def test_after_a_clinics_answer_on_a_complaint_the_next_one_goes_to_the_authorised_body_with_the_same_kind() -> None:
    """Standard 272, paragraph 10; Procedural Code, article 91, part 4: about any other appeal it is filed with the clinic."""
    for kind, state in product(Kind, (State.DECIDED, State.LEFT, State.DEEMED_REFUSED)):
        expected = Complaint(kind, Body.AUTHORITY) if kind in COMPLAINTS else Complaint(Kind.COMPLAINT, Body.CLINIC)
        for role in (Role.HEAD, Role.SYSTEM, None):
            assert complaint_about_answer(kind, Body.CLINIC, state, role) == expected
            assert complaint_about_answer(kind, Body.AUTHORITY, state, role) is None  # the court


def test_before_an_answer_and_after_ones_own_withdrawal_there_is_nothing_to_complain_of() -> None:
    open_states = (*RUNNING, State.FORWARDED)
    for kind, body, state, role in product(Kind, Body, open_states, Role):
        assert complaint_about_answer(kind, body, state, role) is None
    for kind, body, role in product(Kind, Body, OWN):
        assert complaint_about_answer(kind, body, State.WITHDRAWN, role) is None


def test_a_withdrawal_that_a_body_or_a_desk_has_entered_can_be_complained_of() -> None:
    """Else a body could end an appeal by noting that the person took it back."""
    for kind, role in product(Kind, (Role.REGISTRAR, Role.APPEALS_OFFICER)):
        expected = Complaint(kind, Body.AUTHORITY) if kind in COMPLAINTS else Complaint(Kind.COMPLAINT, Body.CLINIC)
        assert complaint_about_answer(kind, Body.CLINIC, State.WITHDRAWN, role) == expected
        assert complaint_about_answer(kind, Body.AUTHORITY, State.WITHDRAWN, role) is None


def test_on_the_day_after_the_term_it_can_no_longer_be_extended() -> None:
    last = datetime(2026, 12, 14, 23, 59, tzinfo=ZONE)
    assert "extend" in acts_now(CASE, Role.HEAD, last)
    assert "extend" not in acts_now(CASE, Role.HEAD, last + timedelta(minutes=1))


# Why not?


def forwarded(
    ground: ForwardGround, to: Body = Body.AUTHORITY, case: Standing = COMPLAINT, same: bool = False, back: bool = False
) -> Callable[[], object]:
    return lambda: appeal_rules.forward_allowed(case, ground, to, same, back)


def decided(case: Standing, outcome: Outcome, words: str = WORDS, law: str = LAW, restored: bool | None = None) -> Callable[[], object]:
    return lambda: appeal_rules.decision_allowed(case, outcome, words, law, restored, TODAY)


def extended(until: date, case: Standing = CASE, words: str = WORDS, on: date = TODAY) -> Callable[[], object]:
    return lambda: appeal_rules.extension_allowed(case, until, words, on)


def correction(
    until: date, asked: tuple[Requirement, ...] = (Requirement.NAME,), words: str = WORDS, on: date = TODAY
) -> Callable[[], object]:
    return lambda: appeal_rules.correction_allowed(asked, words, until, CASE.due_on, on)


def left(ground: LeaveGround, case: Standing = CASE, words: str = WORDS) -> Callable[[], object]:
    return lambda: appeal_rules.leave_allowed(case, ground, words, TODAY)


def protocol(began: int, ended: int, appointed: int | None = None, **parts: str) -> Callable[[], object]:
    hours = [NOW.replace(hour=hour) for hour in (began, ended)]
    case = replace(CASE, state=State.HEARING, appointed_at=None if appointed is None else NOW.replace(hour=appointed))
    return lambda: appeal_rules.protocol_allowed(case, hours[0], hours[1], {"secretary": "A. B.", "content": "said", **parts}, NOW)


ACTS: list[tuple[Callable[[], object], list[str]]] = [
    # filing
    (lambda: appeal_rules.received(NOW, NOW), []),
    (lambda: appeal_rules.received(NOW + timedelta(seconds=1), NOW), ["RECEIVED_LATER"]),
    (lambda: appeal_rules.received(datetime(2021, 6, 30, 23, 59, tzinfo=ZONE), NOW), ["RECEIVED_LATER"]),
    (lambda: appeal_rules.learned(None, TODAY), []),
    (lambda: appeal_rules.learned(TODAY, TODAY), []),
    (lambda: appeal_rules.learned(TODAY + timedelta(days=1), TODAY), ["LEARNED_LATER"]),
    # correction
    (correction(date(2026, 11, 26)), []),
    (correction(date(2026, 12, 14)), []),
    (correction(date(2026, 11, 25)), ["CORRECTION_TERM"]),
    (correction(date(2026, 12, 15)), ["CORRECTION_TERM"]),
    (correction(date(2026, 12, 14), on=date(2026, 12, 11)), []),
    (correction(date(2026, 12, 14), on=date(2026, 12, 14)), []),
    (correction(date(2026, 11, 26), asked=()), ["REQUIREMENTS_MISSING"]),
    (correction(date(2026, 11, 25), asked=(), words="no"), ["REQUIREMENTS_MISSING", "CORRECTION_TERM", "REASONS_MISSING"]),
    # sending on
    (forwarded(ForwardGround.COMPLAINT), []),
    (forwarded(ForwardGround.COMPLAINT, case=SERVICE), []),
    (forwarded(ForwardGround.NOT_COMPETENT, Body.CLINIC, CASE), []),
    (forwarded(ForwardGround.NOT_COMPETENT, Body.CLINIC, replace(CASE, body=Body.AUTHORITY)), []),
    (forwarded(ForwardGround.NOT_COMPETENT, Body.CLINIC, ABOVE), ["NO_BODY_ABOVE"]),
    (forwarded(ForwardGround.NOT_COMPETENT, case=ABOVE), ["NO_BODY_ABOVE"]),
    (forwarded(ForwardGround.CONFLICT, case=replace(ABOVE, anybody_accused=True)), ["NO_BODY_ABOVE"]),
    (forwarded(ForwardGround.NOT_COMPETENT, Body.CLINIC), ["COMPLAINT_UPWARDS"]),
    (forwarded(ForwardGround.NOT_COMPETENT, Body.CLINIC, SERVICE), ["COMPLAINT_UPWARDS"]),
    (forwarded(ForwardGround.NOT_COMPETENT), []),
    (forwarded(ForwardGround.CONFLICT, case=replace(CASE, anybody_accused=True)), []),
    (forwarded(ForwardGround.CONFLICT, case=replace(CASE, accused_unnamed=True)), []),
    (forwarded(ForwardGround.CONFLICT, case=replace(COMPLAINT, accused_unnamed=True)), []),
    (forwarded(ForwardGround.NOT_COMPETENT, same=True), ["FORWARDED_HOME"]),
    (forwarded(ForwardGround.NOT_COMPETENT, back=True), ["FORWARDED_BACK"]),
    (forwarded(ForwardGround.COMPLAINT, back=True), []),
    (forwarded(ForwardGround.COMPLAINT, Body.CLINIC), ["COMPLAINT_UPWARDS"]),
    (forwarded(ForwardGround.CONFLICT, Body.CLINIC), ["NOBODY_ACCUSED"]),
    (forwarded(ForwardGround.CONFLICT, Body.CLINIC, replace(CASE, anybody_accused=True)), ["COMPLAINT_UPWARDS"]),
    (forwarded(ForwardGround.COMPLAINT, case=ABOVE), ["NO_BODY_ABOVE"]),
    (forwarded(ForwardGround.COMPLAINT, case=CASE), ["OUTCOME_KIND"]),
    (forwarded(ForwardGround.CONFLICT), ["NOBODY_ACCUSED"]),
    (lambda: appeal_rules.part_named("The part about the medicines", TODAY), []),
    (lambda: appeal_rules.part_named("that part", TODAY), ["PART_MISSING"]),
    # extension
    (extended(date(2026, 12, 15)), []),
    (extended(date(2027, 1, 23)), []),
    (extended(date(2027, 1, 23), on=date(2026, 12, 14)), []),
    (extended(date(2027, 1, 24)), ["EXTENDED_UNTIL"]),
    (extended(date(2026, 12, 14)), ["EXTENDED_UNTIL"]),
    (extended(date(2026, 12, 14), words="busy"), ["EXTENDED_UNTIL", "REASONS_MISSING"]),
    (extended(date(2027, 1, 23), words="." * 40), ["REASONS_MISSING"]),
    (extended(date(2027, 1, 23), replace(CASE, extended=True)), ["EXTENDED_ONCE"]),
    (extended(date(2027, 1, 23), on=date(2026, 12, 15)), ["EXTENDED_LATE"]),
    *((extended(date(2026, 12, 25), case), ["NOT_EXTENDABLE"]) for case in (COMPLAINT, ABOVE, SERVICE)),
    (extended(date(2026, 12, 25), replace(CASE, kind=Kind.INFORMATION)), ["NOT_EXTENDABLE"]),
    (lambda: appeal_rules.may_notify(replace(CASE, notice_owed=True)), []),
    (lambda: appeal_rules.may_notify(CASE), ["NOTHING_TO_NOTIFY"]),
    # objection and hearing
    (lambda: appeal_rules.may_object(SHOWN, date(2026, 11, 24)), []),
    (lambda: appeal_rules.may_object(SHOWN, date(2026, 11, 25)), ["OBJECTION_LATE"]),
    (lambda: appeal_rules.may_object(replace(SHOWN, objected=True), date(2026, 11, 23)), ["OBJECTED_ALREADY"]),
    (lambda: appeal_rules.may_object(CASE, TODAY), ["NOT_OPEN"]),
    (lambda: appeal_rules.hearing_allowed(NOW + timedelta(minutes=1), TODAY, NOW), []),
    (lambda: appeal_rules.hearing_allowed(datetime(2026, 11, 24, 23, 59, 59, tzinfo=ZONE), TODAY, NOW), []),
    (lambda: appeal_rules.hearing_allowed(datetime(2026, 11, 25, tzinfo=ZONE), TODAY, NOW), ["HEARING_TERM"]),
    (lambda: appeal_rules.hearing_allowed(NOW, TODAY, NOW), ["HEARING_PAST"]),
    (protocol(8, 10), []),
    (protocol(8, 10, appointed=8), []),
    (protocol(8, 10, appointed=7), []),
    (protocol(8, 10, appointed=9), ["HEARING_TIMES"]),
    (protocol(9, 11), ["HEARING_TIMES"]),
    (protocol(9, 9), ["HEARING_TIMES"]),
    (protocol(8, 9, content=" ", secretary=""), ["PROTOCOL_PARTS", "PROTOCOL_PARTS"]),
    # the preliminary decision and the decision
    (lambda: appeal_rules.proposal_allowed(CASE, Outcome.DENIED, WORDS, TODAY), []),
    (lambda: appeal_rules.proposal_allowed(CASE, Outcome.UNSATISFIED, WORDS, TODAY), ["OUTCOME_KIND"]),
    (lambda: appeal_rules.proposal_allowed(COMPLAINT, Outcome.UNSATISFIED, "no", TODAY), ["ONLY_IN_FULL", "REASONS_MISSING"]),
    (decided(CASE, Outcome.GRANTED, law=""), []),
    (decided(CASE, Outcome.EXPLAINED, law=""), ["OUTCOME_KIND"]),
    (decided(replace(CASE, kind=Kind.PROPOSAL), Outcome.EXPLAINED, law=""), []),
    (decided(CASE, Outcome.GRANTED, words="yes"), ["REASONS_MISSING"]),
    (decided(CASE, Outcome.CANCELLED), ["OUTCOME_KIND"]),
    (decided(ABOVE, Outcome.GRANTED), ["OUTCOME_KIND"]),
    (decided(COMPLAINT, Outcome.CANCELLED), []),
    (decided(COMPLAINT, Outcome.UNSATISFIED), ["ONLY_IN_FULL"]),
    (decided(COMPLAINT, Outcome.RETURNED), ["ONLY_IN_FULL"]),
    (decided(CASE, Outcome.DENIED), ["PRELIMINARY_FIRST"]),
    (decided(CASE, Outcome.PARTLY), ["PRELIMINARY_FIRST"]),
    (decided(ABOVE, Outcome.UNSATISFIED), ["PRELIMINARY_FIRST"]),
    (decided(SHOWN, Outcome.DENIED), ["PRELIMINARY_TIME"]),
    (decided(replace(SHOWN, shown_on=date(2026, 11, 19)), Outcome.DENIED), []),
    (decided(replace(SHOWN, shown_on=date(2026, 11, 19)), Outcome.PARTLY), []),
    (decided(replace(SHOWN, shown_on=date(2026, 11, 2), proposed=Outcome.PARTLY), Outcome.DENIED), ["PRELIMINARY_FIRST"]),
    (decided(replace(SHOWN, shown_on=date(2026, 11, 2), proposed=Outcome.GRANTED), Outcome.DENIED), ["PRELIMINARY_FIRST"]),
    (decided(replace(SHOWN, shown_on=date(2026, 11, 2), proposed=Outcome.PARTLY), Outcome.PARTLY), []),
    (decided(replace(SHOWN, shown_on=date(2026, 11, 2)), Outcome.DENIED, law=" "), ["LAW_MISSING"]),
    (decided(LAPSED, Outcome.DENIED), ["PRELIMINARY_FIRST"]),
    (decided(LAPSED, Outcome.PARTLY), ["PRELIMINARY_FIRST"]),
    (decided(replace(ABOVE, lapsed=True), Outcome.UNSATISFIED), ["PRELIMINARY_FIRST"]),
    (decided(LAPSED, Outcome.DENIED, law=""), ["LAW_MISSING"]),
    (decided(replace(LAPSED, shown_on=date(2026, 11, 20), proposed=Outcome.DENIED), Outcome.DENIED), ["PRELIMINARY_TIME"]),
    (decided(replace(LAPSED, shown_on=date(2026, 11, 19), proposed=Outcome.DENIED), Outcome.DENIED), []),
    (decided(LAPSED, Outcome.GRANTED, law=""), []),
    (decided(SERVICE, Outcome.GRANTED, law=""), []),
    (decided(SERVICE, Outcome.PARTLY), ["PRELIMINARY_FIRST"]),
    (decided(replace(SERVICE, shown_on=date(2026, 11, 19), proposed=Outcome.UNSATISFIED), Outcome.PARTLY), []),
    (decided(SERVICE, Outcome.RETURNED), ["OUTCOME_KIND"]),
    (decided(replace(SERVICE, body=Body.AUTHORITY), Outcome.RETURNED), []),
    (decided(ABOVE, Outcome.RETURNED), []),
    (decided(replace(CASE, kind=Kind.INFORMATION), Outcome.EXPLAINED, law=""), ["OUTCOME_KIND"]),
    (decided(replace(ABOVE, late=True), Outcome.CANCELLED), ["RESTORE_UNDECIDED"]),
    (decided(replace(ABOVE, late=True), Outcome.CANCELLED, restored=True), []),
    (decided(replace(ABOVE, late=True, shown_on=date(2026, 11, 2), proposed=Outcome.UNSATISFIED), Outcome.UNSATISFIED, restored=False), []),
    (decided(replace(ABOVE, late=True), Outcome.UNSATISFIED, "no", ""), ["REASONS_MISSING", "LAW_MISSING", "RESTORE_UNDECIDED"]),
    # leaving without consideration
    (left(LeaveGround.ANONYMOUS, replace(CASE, anonymous=True)), []),
    (left(LeaveGround.NOT_CORRECTED, replace(CASE, correction_missed=True)), []),
    (left(LeaveGround.WITHOUT_ESSENCE), ["LEAVE_GROUND"]),
    (left(LeaveGround.WITHOUT_ESSENCE, replace(CASE, anonymous=True)), ["LEAVE_GROUND"]),
    (left(LeaveGround.WITHOUT_ESSENCE, replace(CASE, correction_missed=True)), ["LEAVE_GROUND"]),
    (left(LeaveGround.WITHOUT_ESSENCE, replace(CASE, correction_missed=True, essence_asked=True)), []),
    (left(LeaveGround.ANONYMOUS), ["LEAVE_GROUND"]),
    (left(LeaveGround.NOT_CORRECTED), ["LEAVE_GROUND"]),
    (left(LeaveGround.ANONYMOUS, replace(CASE, anonymous=True), words="empty"), ["REASONS_MISSING"]),
    *((left(one, replace(CASE, crime=True, anonymous=True, correction_missed=True)), ["CRIME_REPORTED"]) for one in LeaveGround),
    (left(LeaveGround.WITHOUT_ESSENCE, replace(CASE, essence_asked=True)), ["LEAVE_GROUND"]),
    (left(LeaveGround.NOT_CORRECTED, replace(CASE, correction_missed=True, essence_asked=True)), []),
    (left(LeaveGround.NOT_CORRECTED, replace(ABOVE, correction_missed=True)), []),
    (left(LeaveGround.NOT_CORRECTED, replace(SERVICE, correction_missed=True)), []),
    (lambda: appeal_rules.may_leave(replace(CASE, crime=True)), ["CRIME_REPORTED"]),
    (lambda: appeal_rules.may_leave(replace(COMPLAINT, crime=True)), ["CRIME_REPORTED"]),
    (lambda: appeal_rules.may_leave(CASE), []),
    (lambda: appeal_rules.may_leave(ABOVE), []),
    (lambda: appeal_rules.may_leave(SERVICE), []),
    # withdrawal, answer, case
    (lambda: appeal_rules.withdrawal_noted(CASE, Role.CITIZEN, "", 0, TODAY), []),
    (lambda: appeal_rules.withdrawal_noted(CASE, Role.PARTNER, "", 0, TODAY), []),
    (lambda: appeal_rules.withdrawal_noted(CASE, Role.REGISTRAR, "", 1, TODAY), ["REASONS_MISSING"]),
    (lambda: appeal_rules.withdrawal_noted(CASE, Role.APPEALS_OFFICER, "Application of 24.11.2026, by hand", 1, TODAY), []),
    (lambda: appeal_rules.withdrawal_noted(CASE, Role.APPEALS_OFFICER, "Application of 24.11.2026, by hand", 0, TODAY), ["PAPER_MISSING"]),
    (lambda: appeal_rules.withdrawal_noted(CASE, Role.AUTHORITY, WORDS, 0, TODAY), ["PAPER_MISSING"]),
    (lambda: appeal_rules.withdrawal_noted(replace(CASE, signed=True, lapsed=True), Role.CITIZEN, "", 0, TODAY), []),
    (lambda: appeal_rules.withdrawal_noted(replace(CASE, signed=True), Role.APPEALS_OFFICER, WORDS, 1, TODAY), ["NOT_YOURS"]),
    (lambda: appeal_rules.withdrawal_noted(replace(CASE, lapsed=True), Role.REGISTRAR, WORDS, 1, TODAY), ["NOT_YOURS"]),
    (lambda: appeal_rules.may_leave(COMPLAINT), ["ONLY_IN_FULL"]),
    (lambda: appeal_rules.may_leave(replace(CASE, accused_unnamed=True)), ["ACCUSED_UNNAMED"]),
    (decided(replace(CASE, accused_unnamed=True), Outcome.GRANTED), ["ACCUSED_UNNAMED"]),
    (lambda: appeal_rules.may_answer(CASE), []),
    (lambda: appeal_rules.may_answer(replace(CASE, answered=True)), ["ANSWERED_ALREADY"]),
    (lambda: appeal_rules.may_request_case(ABOVE), []),
    (lambda: appeal_rules.may_request_case(COMPLAINT), ["CASE_AT_CLINIC"]),
    (lambda: appeal_rules.may_request_case(replace(ABOVE, case_requested=True)), ["CASE_AT_CLINIC"]),
    (lambda: appeal_rules.may_request_case(replace(ABOVE, case_given=True)), ["CASE_AT_CLINIC"]),
    (lambda: appeal_rules.may_give_case(replace(ABOVE, case_requested=True)), []),
    (lambda: appeal_rules.may_give_case(ABOVE), ["CASE_NOT_REQUESTED"]),
    (lambda: appeal_rules.may_give_case(replace(ABOVE, case_requested=True, case_given=True)), ["CASE_NOT_REQUESTED"]),
    # whose act it is
    (lambda: may_act("decide", replace(CASE, seat=Seat.OTHER)), ["NOT_THIS_BODY"]),
    (lambda: may_act("decide", replace(CASE, accused=True)), ["ACCUSED"]),
    (lambda: may_act("decide", replace(CASE, own=True)), ["OWN_APPEAL"]),
    (lambda: may_act("correct", replace(CASE, state=State.NEEDS_CORRECTION, own=True)), ["OWN_APPEAL"]),
]
# Said of an act of the table of any service, with the paragraph of the act.
OF_THE_TABLE = {"NOT_OPEN", "NOT_YOURS"}
# Decided beside the database: who represents whom, who of the staff is named, whether somebody else was quicker.
ELSEWHERE = {"NOT_REPRESENTATIVE", "EXECUTOR_ELSEWHERE", "APPEAL_CHANGED"}


@pytest.mark.parametrize(("case", "code"), [
    (COMPLAINT, "ONLY_IN_FULL"), (replace(CASE, accused_unnamed=True), "ACCUSED_UNNAMED"),
    (replace(ABOVE, accused_unnamed=True), "ACCUSED_UNNAMED"),
])  # fmt: skip
def test_what_is_closed_to_leaving_is_refused_also_when_somebody_does_it_all_the_same(case: Standing, code: str) -> None:
    """The rules that answer beforehand decide the act."""
    for ground in LeaveGround:
        so = replace(case, anonymous=True, correction_missed=True, essence_asked=True)
        assert [one.code for one in told(left(ground, so))] == [code]


def test_the_grounds_offered_for_sending_on_are_those_that_fit() -> None:
    """Articles 65 and 91: a complaint goes upwards only, and above the authorised body there is none."""
    every, two = list(ForwardGround), [ForwardGround.NOT_COMPETENT, ForwardGround.COMPLAINT]
    changes: list[dict[str, Any]] = [{"anybody_accused": True}, {"accused_unnamed": True}]
    for change in changes:
        for case in (COMPLAINT, SERVICE):
            assert appeal_rules.forward_grounds(replace(case, **change)) == every
            assert appeal_rules.forward_grounds(replace(case, body=Body.AUTHORITY, **change)) == []
        assert appeal_rules.forward_grounds(replace(CASE, **change)) == [ForwardGround.NOT_COMPETENT, ForwardGround.CONFLICT]
        assert appeal_rules.forward_grounds(replace(CASE, body=Body.AUTHORITY, **change)) == [ForwardGround.NOT_COMPETENT]
    assert appeal_rules.forward_grounds(COMPLAINT) == appeal_rules.forward_grounds(SERVICE) == two
    assert appeal_rules.forward_grounds(CASE) == [ForwardGround.NOT_COMPETENT]


@pytest.mark.parametrize(("act", "codes"), ACTS)
def test_each_act_is_refused_for_its_reason_and_allowed_without(act: Callable[[], object], codes: list[str]) -> None:
    assert [one.code for one in told(act)] == codes


def test_every_code_of_the_table_is_reached_and_cites_the_paragraph_of_the_table() -> None:
    found = [one for act, _ in ACTS for one in told(act)]
    assert {one.code for one in found} - OF_THE_TABLE == set(IMPEDIMENTS) - ELSEWHERE
    grounds = {one.basis for one in (*LEAVING.values(), *FORWARDING.values())}
    acts = {move.basis for move in MOVES.values()}
    for one in found:
        assert one.basis in acts if one.code in OF_THE_TABLE else one.basis == IMPEDIMENTS[one.code] or one.basis in grounds


@pytest.mark.parametrize("language", list(Language))
def test_every_impediment_of_an_appeal_is_said_with_its_values(language: Language) -> None:
    found = [one for act, _ in ACTS for one in told(act)]
    found.append(appeal_rules.impediment("APPEAL_CHANGED", "version", state=State.IN_WORK))
    for one in found:
        words = tables.impediment_words(one, language)
        assert words.text and words.remedy and words.basis and "{" not in words.text + words.remedy
    (term,) = told(extended(date(2027, 1, 24)))
    shown = {"kk": "2027 жылғы 23 қаңтар", "ru": "23 января 2027 года", "en": "23 January 2027"}
    assert shown[language] in tables.impediment_words(term, language).text


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        (WORDS, True), ("x" * 19, False), ("x" * 20, True), (" " * 9 + "x" * 19, False), ("." * 40, False), ("." * 10 + "x" * 10, True),
        ("." * 11 + "x" * 9, False), ("Мән-жайды анықтау керек", True), ("24.11.2026, 10:00, № 12345", False),
    ],
)  # fmt: skip
def test_reasons_are_a_sentence_with_letters_wherever_they_are_asked_for(words: str, enough: bool) -> None:
    assert appeal_rules.reasoned(words, TODAY) is enough and LEAST_REASONS.on(TODAY) == 20
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: appeal_rules.reasons_given(words, TODAY), "REASONS_MISSING"),
        (lambda: appeal_rules.part_named(words, TODAY), "PART_MISSING"),
        (extended(date(2027, 1, 23), words=words), "REASONS_MISSING"),
        (correction(date(2026, 11, 26), words=words), "REASONS_MISSING"),
        (decided(CASE, Outcome.GRANTED, words), "REASONS_MISSING"),
        (left(LeaveGround.ANONYMOUS, replace(CASE, anonymous=True), words=words), "REASONS_MISSING"),
    ]
    for act, code in acts:
        assert [one.code for one in told(act)] == ([] if enough else [code])


def test_the_first_day_of_a_decision_is_told_with_the_moment_from_which_it_is_possible() -> None:
    """Article 73; Friday, then Monday, Tuesday, Wednesday."""
    (found,) = told(decided(SHOWN, Outcome.DENIED))
    assert (found.code, found.field, dict(found.values)) == ("PRELIMINARY_TIME", ("outcome",), {"day": date(2026, 11, 25)})
    assert found.allowed_from == datetime(2026, 11, 25, tzinfo=ZONE)
    (late,) = told(lambda: appeal_rules.may_object(SHOWN, date(2026, 11, 25)))
    assert dict(late.values) == {"day": date(2026, 11, 24)}


def test_a_paper_entered_on_a_later_day_is_registered_late() -> None:
    """Article 64, part 3."""
    assert not appeal_rules.registered_late(TODAY, TODAY)
    assert appeal_rules.registered_late(TODAY - timedelta(days=1), TODAY)
    assert not appeal_rules.registered_late(TODAY + timedelta(days=1), TODAY)  # in the evening, for tomorrow


@pytest.mark.parametrize("language", list(Language))
def test_the_table_of_clocks_says_kind_body_term_days_and_paragraph(language: Language) -> None:
    rows = {row.key: row for row in tables.clocks(language, TODAY)}
    assert list(rows) == [f"{kind}-{body}" for kind in Kind for body in Body]
    assert len({(row.title, row.body) for row in rows.values()}) == len(rows)
    days = {"kk": "15 күн", "ru": "15 дней", "en": "15 days"}[language]
    assert (rows["INFORMATION-CLINIC"].value, rows["INFORMATION-CLINIC"].confirmed) == (days, False)
    assert rows["INFORMATION-CLINIC"].calendar != rows["REQUEST-CLINIC"].calendar
    assert rows["REQUEST-CLINIC"].course != rows["SERVICE_COMPLAINT-CLINIC"].course != rows["COMPLAINT-CLINIC"].course
    assert [key for key, row in rows.items() if not row.in_force] == ["SERVICE_COMPLAINT-AUTHORITY"]  # its wording is kept
    assert {row.key for row in rows.values() if row.basis == rows["REQUEST-CLINIC"].basis} == {
        f"{kind}-{body}" for (kind, body), clock in CLOCKS.items() if clock.extendable
    }
