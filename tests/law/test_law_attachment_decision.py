"""Attachment: acts and states, refusal, detachment and complaint (S1, S4, domain 1)."""

from datetime import date, datetime

import pytest

from models.law import Mark, Refused, Role, attachment, open_acts, perform
from models.law.attachment import DetachmentGround, RefusalGround, State
from models.law.term import ZONE

NOON = datetime(2026, 11, 17, 12, tzinfo=ZONE)
REASONS = "Мекенжайы басқа қалада екені анықталды."
ACTS = {
    ("check", State.SUBMITTED, Role.REGISTRAR): State.CHECKED,
    ("propose_refusal", State.SUBMITTED, Role.REGISTRAR): State.REFUSAL_PROPOSED,
    ("propose_refusal", State.CHECKED, Role.HEAD): State.REFUSAL_PROPOSED,
    ("decline_refusal", State.REFUSAL_PROPOSED, Role.HEAD): State.SUBMITTED,
    ("decline_refusal", State.REFUSAL_PROPOSED, Role.REGISTRAR): State.SUBMITTED,
    ("approve", State.SUBMITTED, Role.HEAD): State.APPROVED,
    ("approve", State.CHECKED, Role.HEAD): State.APPROVED,
    ("take_force", State.APPROVED, Role.SYSTEM): State.IN_FORCE,
    ("refuse", State.REFUSAL_PROPOSED, Role.HEAD): State.REFUSED,
    ("withdraw", State.CHECKED, Role.CITIZEN): State.WITHDRAWN,
    ("withdraw", State.SUBMITTED, Role.REGISTRAR): State.WITHDRAWN,
    ("end", State.IN_FORCE, Role.SYSTEM): State.ENDED,
    ("detach", State.APPROVED, Role.HEAD): State.ENDED,
}


@pytest.mark.parametrize(("act", "state", "role"), list(ACTS))
def test_an_act_leads_where_the_table_says(act: str, state: State, role: Role) -> None:
    assert perform(attachment.MOVES, act, state, role) == ACTS[act, state, role]


@pytest.mark.parametrize(
    ("act", "state", "role", "code"),
    [
        ("refuse", State.SUBMITTED, Role.HEAD, "NOT_OPEN"),
        ("refuse", State.REFUSAL_PROPOSED, Role.REGISTRAR, "NOT_YOURS"),
        ("approve", State.REFUSAL_PROPOSED, Role.HEAD, "NOT_OPEN"),
        ("approve", State.CHECKED, Role.REGISTRAR, "NOT_YOURS"),
        ("withdraw", State.APPROVED, Role.CITIZEN, "NOT_OPEN"),
        ("detach", State.IN_FORCE, Role.CITIZEN, "NOT_YOURS"),
    ],
)
def test_an_act_out_of_place_or_of_another_is_refused(act: str, state: State, role: Role, code: str) -> None:
    with pytest.raises(Refused) as refused:
        perform(attachment.MOVES, act, state, role)
    assert [one.code for one in refused.value.impediments] == [code]


@pytest.mark.parametrize("state", [State.REFUSED, State.WITHDRAWN, State.ENDED])
@pytest.mark.parametrize("role", list(Role))
def test_nothing_more_is_done_to_a_closed_case(state: State, role: Role) -> None:
    assert open_acts(attachment.MOVES, state, role) == []


def test_a_request_after_hours_is_delivered_until_the_next_opening_and_then_registered() -> None:
    opening = datetime(2026, 11, 18, 8, tzinfo=ZONE)
    assert attachment.mark(State.SUBMITTED, opening, NOON) is Mark.DELIVERED
    assert attachment.mark(State.SUBMITTED, opening, opening) is Mark.REGISTERED
    assert set(attachment.MARK) == set(State)


def test_the_grounds_of_refusal_are_six_in_the_order_of_the_list() -> None:
    assert [f"{one.code} {one.basis}" for one in attachment.REFUSAL.values()] == [f"R{n} portal-3176:refusal:{n}" for n in range(1, 7)]


def test_noncompliance_names_a_rule() -> None:
    attachment.refusal_allowed(RefusalGround.NONCOMPLIANT, "OTHER_UNIT", REASONS)
    for rule in (None, "", "BECAUSE"):
        with pytest.raises(Refused, match="REFUSAL_RULE"):
            attachment.refusal_allowed(RefusalGround.NONCOMPLIANT, rule, REASONS)


@pytest.mark.parametrize("ground", [one for one in RefusalGround if one is not RefusalGround.NONCOMPLIANT])
def test_no_other_ground_names_a_rule(ground: RefusalGround) -> None:
    for rule in ("OTHER_UNIT", "NO_CONSENT", "BECAUSE"):
        with pytest.raises(Refused, match="REFUSAL_RULE"):
            attachment.refusal_allowed(ground, rule, REASONS)
    attachment.refusal_allowed(ground, None, REASONS)
    attachment.refusal_allowed(ground, "", REASONS)


def test_a_refusal_has_reasons_in_words() -> None:
    attachment.refusal_allowed(RefusalGround.UNRELIABLE, None, "The certificate is another person's.")
    attachment.refusal_allowed(RefusalGround.UNRELIABLE, None, "к" * 20)
    for words in ("", " \n ", "к" * 19, " " * 40 + "к" * 19):
        with pytest.raises(Refused, match="REFUSAL_WORDS"):
            attachment.refusal_allowed(RefusalGround.UNRELIABLE, None, words)


def test_a_refusal_is_sent_back_by_any_head_and_taken_back_by_its_proposer_alone() -> None:
    attachment.may_decline("a", "a", Role.REGISTRAR)
    attachment.may_decline("a", "a", Role.HEAD)
    attachment.may_decline("a", "b", Role.HEAD)
    for proposer in ("a", None):
        with pytest.raises(Refused, match="NOT_YOURS"):
            attachment.may_decline(proposer, "b", Role.REGISTRAR)


def test_nobody_confirms_the_refusal_they_proposed() -> None:
    attachment.four_eyes("a", "b")
    with pytest.raises(Refused, match="FOUR_EYES"):
        attachment.four_eyes("a", "a")


def test_only_the_commissions_detachment_is_confirmed_by_a_text() -> None:
    assert set(attachment.DETACHMENT) == set(DetachmentGround)
    assert [ground for ground, one in attachment.DETACHMENT.items() if one.confirmed] == [DetachmentGround.COMMISSION]


@pytest.mark.parametrize(("learned", "last"), [("2026-11-22", "2027-02-22"), ("2026-11-30", "2027-02-28")])
def test_a_complaint_may_be_filed_for_three_months(learned: str, last: str) -> None:
    assert attachment.complaint_due(date.fromisoformat(learned)) == date.fromisoformat(last)
