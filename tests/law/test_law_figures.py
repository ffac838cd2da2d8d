"""Figures: what counts as kept in term, what is a refusal, and which small counts are hidden."""

from datetime import date, datetime, timedelta

import pytest

from models.law import Role, Service, appeal, attachment, home_visit
from models.law.appeal_clock import due
from models.law.appointment import State
from models.law.figures import (
    GROUNDS,
    SMALL,
    TERMS,
    Course,
    Cover,
    Fate,
    Told,
    Visit,
    fate,
    median,
    month,
    month_after,
    months_open,
    opens_on,
    part,
    part_beside,
    share_without,
    visit,
    whole,
)
from models.law.sources import SOURCES
from models.law.term import ZONE

DUE = datetime(2026, 11, 23, 20, tzinfo=ZONE)
BEFORE, AFTER = DUE - timedelta(hours=1), DUE + timedelta(seconds=1)
K = 10


@pytest.mark.parametrize(
    "course, now, told",
    [
        (Course(DUE), BEFORE, Fate.RUNNING),
        (Course(DUE), DUE, Fate.RUNNING),
        (Course(DUE), AFTER, Fate.LATE),  # nobody has answered, and the clock has not come round to it
        (Course(DUE, DUE), AFTER, Fate.IN_TERM),  # the last moment is within the term
        (Course(DUE, AFTER), AFTER, Fate.LATE),
        (Course(DUE, BEFORE, recorded_late=True), AFTER, Fate.LATE),  # a first answer that was late stays late
        (Course(DUE, BEFORE, withdrawn=True), AFTER, Fate.WITHDRAWN),
        (Course(DUE, AFTER, withdrawn=True), AFTER, Fate.LATE),
        (Course(DUE, BEFORE, forwarded=True), AFTER, Fate.FORWARDED),
        (Course(DUE, AFTER, forwarded=True), AFTER, Fate.LATE),  # kept in silence until the clock sent it up
        (Course(DUE, BEFORE, recorded_late=True, forwarded=True), AFTER, Fate.LATE),  # within the answer's term, after that of sending on
        (Course(None), AFTER, Fate.RUNNING),
        (Course(None, AFTER), AFTER, Fate.IN_TERM),
    ],
)
def test_a_case_is_kept_in_term_when_its_answer_came_not_later_than_the_last_moment(course: Course, now: datetime, told: Fate) -> None:
    assert fate(course, now) is told


def test_every_service_says_by_which_paragraph_it_is_late() -> None:
    assert set(TERMS) == set(Service)
    assert {one.service for one in TERMS.values()} == set(Service)
    assert TERMS[Service.ATTACHMENT].basis == attachment.REVIEW.basis and TERMS[Service.HOME_VISIT].basis == home_visit.ANSWER_DESK.basis


def test_every_ground_of_refusal_that_the_services_know_is_counted_with_its_paragraph() -> None:
    assert set(GROUNDS[Service.ATTACHMENT]) == set(attachment.RefusalGround)
    assert set(GROUNDS[Service.HOME_VISIT]) == set(home_visit.RefusalGround)
    assert set(GROUNDS[Service.APPEAL]) == {*appeal.WORST, *appeal.LeaveGround, appeal.State.DEEMED_REFUSED}
    assert "NOT_ATTACHED" in GROUNDS[Service.APPOINTMENT] and "SLOT_GONE" in GROUNDS[Service.APPOINTMENT]
    assert {one.basis.source for found in GROUNDS.values() for one in found.values()} <= set(SOURCES)
    assert appeal.MOVES["lapse"].by == {Role.SYSTEM}


def test_a_time_that_the_clinic_could_not_keep_is_the_clinics_even_if_the_person_cancelled_then() -> None:
    assert visit(State.CANCELLED, offered=True) is Visit.BY_CLINIC and visit(State.CANCELLED, offered=False) is Visit.CANCELLED
    assert visit(State.OFFERED, offered=True) is Visit.BY_CLINIC and visit(State.COMPLETED, offered=True) is Visit.KEPT
    assert {visit(one, offered=False) for one in State} == set(Visit)


def test_the_least_count_shown_is_a_proposal_that_no_law_confirms() -> None:
    assert SMALL.on(date(2026, 11, 22)) == K and not SMALL.confirmed and SMALL.basis.source == "proposal"


@pytest.mark.parametrize("number, told", [(0, 0), (1, None), (9, None), (10, 10), (11, 11)])
def test_counts_from_one_to_nine_are_not_shown(number: int, told: int | None) -> None:
    assert whole(number, K).number == told


@pytest.mark.parametrize(
    "number, of, told",
    [
        (0, 10, Told(0, Cover.SHOWN)),
        (20, 40, Told(20, Cover.SHOWN)),
        (10, 20, Told(10, Cover.SHOWN)),
        (3, 40, Told(None, Cover.FEW)),
        (37, 40, Told(None, Cover.MOST)),  # forty less this would tell the three
        (40, 40, Told(40, Cover.SHOWN)),
        (3, 12, Told(None, Cover.HIDDEN)),  # which side is small would leave only three possible numbers
        (9, 18, Told(None, Cover.HIDDEN)),
        (9, 19, Told(None, Cover.FEW)),
        (0, 9, Told(None, Cover.HIDDEN)),  # of a hidden whole nothing is told
    ],
)
def test_a_part_is_hidden_where_it_or_the_rest_is_small(number: int, of: int, told: Told) -> None:
    assert part(number, of, K) == told


def test_a_share_is_told_from_what_is_published_only() -> None:
    assert share_without(Told(11, Cover.SHOWN), Told(51, Cover.SHOWN), K) == (78, True)
    assert share_without(Told(None, Cover.FEW), Told(100, Cover.SHOWN), K) == (91, False)
    for cover in (Cover.HIDDEN, Cover.MOST):
        assert share_without(Told(None, cover), Told(100, Cover.SHOWN), K) == (None, False)
    assert share_without(Told(None, Cover.HIDDEN), Told(None, Cover.FEW), K) == (None, False)
    assert share_without(Told(0, Cover.SHOWN), Told(0, Cover.SHOWN), K) == (None, False)


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "since, until, first, number",
    [
        (date(2026, 8, 15), date(2026, 9, 2), date(2026, 8, 1), 2),  # whole months, whatever days are named
        (date(2026, 9, 1), date(2026, 12, 31), date(2026, 9, 1), 1),  # October waits, and this month is not over
        (date(2020, 1, 1), date(2030, 1, 1), date(2025, 10, 1), 12),
        (date(2025, 1, 1), date.max, date(2025, 10, 1), 12),
    ],
)
def test_only_whole_months_that_are_over_are_open(since: date, until: date, first: date, number: int) -> None:
    found = months_open(since, until, TODAY)
    assert (found[0], len(found)) == (first, number)


def test_a_month_is_open_forty_five_days_after_its_end() -> None:
    asked = date(2026, 11, 1), date(2026, 11, 30)
    assert months_open(*asked, date(2027, 1, 14)) == [] and months_open(*asked, date(2027, 1, 15)) == [date(2026, 11, 1)]
    assert opens_on(date(2026, 11, 1), TODAY) == date(2027, 1, 15)
    assert months_open(date(2026, 10, 2), date(2026, 9, 30), TODAY) == []


@pytest.mark.parametrize("since", [date(9999, 12, 1), date(9999, 1, 1), TODAY + timedelta(days=1)])
def test_a_period_that_has_not_begun_has_no_months(since: date) -> None:
    assert months_open(since, date.max, TODAY) == []


@pytest.mark.parametrize("clock", list(appeal.CLOCKS.values()))
def test_when_a_month_is_counted_every_ordinary_term_of_an_appeal_has_run_out(clock: appeal.Clock) -> None:
    """Of every day of two years: what came on it is due before its month is counted."""
    for number in range(730):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert due(day, clock) < opens_on(month(day), TODAY), day


def test_a_part_is_hidden_beside_another_where_both_would_leave_a_small_rest() -> None:
    late = Told(20, Cover.SHOWN)
    assert part_beside(15, 40, [(20, late)], K) == Told(None, Cover.HIDDEN)  # forty less twenty less fifteen would tell the five
    assert part_beside(10, 40, [(20, late)], K) == part_beside(10, 40, [(5, Told(None, Cover.FEW))], K) == Told(10, Cover.SHOWN)
    assert part_beside(20, 40, [(20, late)], K) == Told(20, Cover.SHOWN) and part_beside(0, 40, [(20, late)], K).number == 0
    assert part_beside(3, 400, [], K) == part_beside(398, 400, [], K) == part_beside(0, 9, [], K) == Told(None, Cover.HIDDEN)


def test_months_follow_one_another_over_the_year() -> None:
    assert month(date(2028, 2, 29)) == date(2028, 2, 1)
    assert month_after(date(2026, 12, 31)) == date(2027, 1, 1) and month_after(date(2027, 1, 1)) == date(2027, 2, 1)


def test_half_of_the_numbers_are_not_greater_than_their_median() -> None:
    assert median([]) is None and median([7]) == 7 and median([9, 1, 5]) == 5 and median([4, 1, 9, 2]) == 2
