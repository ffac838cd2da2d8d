"""The order of calls (product, section 6): by urgency, then by the time left of the term, then the older one first."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from models.law.home_visit import LIVE, State, in_order, running
from models.law.home_visit_reason import RANK, Urgency

DAYS, MOST = 1_000, 200
OPENING = datetime(2026, 11, 17, 3, tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    """A call as the order sees it."""

    number: int
    urgency: Urgency
    state: State
    submitted_at: datetime
    answer_by: datetime
    window_until: datetime | None


def call(chance: random.Random, number: int) -> Call:
    """A call of a day: called within twelve hours, and in half of the cases with a window promised."""
    called = OPENING + timedelta(minutes=chance.randrange(720))
    window = called + timedelta(minutes=15 * chance.randrange(1, 32)) if chance.random() < 0.5 else None
    answer = called + timedelta(minutes=chance.choice([10, 30]))
    return Call(number, chance.choice(list(Urgency)), chance.choice(LIVE), called, answer, window)


def days() -> Iterator[tuple[random.Random, list[Call]]]:
    chance = random.Random(31)
    for _ in range(DAYS):
        yield chance, [call(chance, number) for number in range(chance.randrange(MOST + 1))]


def due(one: Call) -> datetime:
    """By when something is owed; calls that nothing is owed to come after those of the same urgency."""
    return running(one.state, one.answer_by, one.window_until) or NEVER


def test_no_urgent_call_comes_after_a_routine_one_on_any_of_a_thousand_days() -> None:
    for _, calls in days():
        ranks = [RANK[one.urgency] for one in in_order(calls)]
        assert ranks == sorted(ranks)


def test_of_equal_urgency_the_one_with_less_time_left_comes_first_and_of_those_the_older() -> None:
    for _, calls in days():
        for one, other in pairwise(in_order(calls)):
            if one.urgency is other.urgency:
                assert (due(one), one.submitted_at) <= (due(other), other.submitted_at)


def test_the_order_does_not_depend_on_the_order_in_which_the_calls_came() -> None:
    for chance, calls in days():
        shuffled = chance.sample(calls, len(calls))
        places = [[(one.urgency, due(one), one.submitted_at) for one in in_order(some)] for some in (calls, shuffled)]
        assert places[0] == places[1]
        again = in_order(in_order(shuffled))
        assert again == in_order(shuffled)


def test_no_call_is_lost_or_doubled() -> None:
    for _, calls in days():
        found = in_order(calls)
        assert len(found) == len(calls) and {one.number for one in found} == {one.number for one in calls}


def test_a_call_whose_urgency_is_raised_never_falls_back() -> None:
    for chance, calls in days():
        if not calls:
            continue
        at = chance.randrange(len(calls))
        one = calls[at]
        raised = list(Urgency)[min(RANK[one.urgency], chance.randrange(3))]
        more = [*calls[:at], Call(**{**vars(one), "urgency": raised}), *calls[at + 1 :]]
        places = [[found.number for found in in_order(some)].index(one.number) for some in (calls, more)]
        assert places[1] <= places[0]
