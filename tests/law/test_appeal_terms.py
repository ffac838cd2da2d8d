"""Terms of appeals: the vectors of domain 4.7, the edges of hours, days and months, and 10,000 random cases against the oracle.

Procedural Code, articles 64, 65, 73, 76, 91, 92 and 99; Law on access to information, 11; Law on public services, 25.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

import pytest

from models.law import Impediment, Role
from models.law import appeal_clock as clocks
from models.law import appeal_rules as rules
from models.law.appeal import (
    CLOCKS,
    IN_FORCE,
    LEAST_REASONS,
    RUNNING,
    Body,
    ForwardGround,
    Kind,
    Lapse,
    LeaveGround,
    Outcome,
    Requirement,
    State,
    complaint_about_answer,
    state_after,
)
from models.law.appeal_rules import Seat, Standing
from models.law.term import ZONE
from tests.law import appeal_oracle as oracle
from tests.law.test_law_home_visit_rules import told

WORDS = "The facts of the case have to be established first"
LAW = "Rules ҚР ДСМ-90, para 12"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


# registered, then the last day of 3, 5, 15 and 20 working days (domain 4.7)
VECTORS = """
2026-03-19 2026-03-27 2026-03-31 2026-04-14 2026-04-21
2026-03-20 2026-03-30 2026-04-01 2026-04-15 2026-04-22
2026-04-30 2026-05-06 2026-05-12 2026-05-26 2026-06-03
2026-12-11 2026-12-17 2026-12-21 2027-01-06 2027-01-14
2026-12-25 2026-12-30 2027-01-05 2027-01-20 2027-01-27
2027-03-12 2027-03-18 2027-03-25 2027-04-08 2027-04-15
2027-04-30 2027-05-06 2027-05-12 2027-05-26 2027-06-02
"""
VECTOR_KINDS = [
    (Kind.COMPLAINT, Body.CLINIC), (Kind.SERVICE_COMPLAINT, Body.CLINIC), (Kind.REQUEST, Body.CLINIC), (Kind.COMPLAINT, Body.AUTHORITY),
]  # fmt: skip


@pytest.mark.parametrize("row", VECTORS.strip().splitlines())
@pytest.mark.parametrize("hour", ["00:00", "08:59", "09:00", "17:59"])
def test_the_vectors_of_the_domain_hold_for_the_kinds_that_have_these_terms(row: str, hour: str) -> None:
    registered, *last = row.split()
    assert [str(clocks.term(at(f"{registered}T{hour}"), kind, body).due_on) for kind, body in VECTOR_KINDS] == last


# received, kind, body, registered, last day, latest day of an extension (- where there is none), paragraph of the term
ROWS = """
2026-11-17T08:59 REQUEST CLINIC 2026-11-17T09:00 2026-12-08 2027-01-17 appc:76
2026-11-17T08:59 COMPLAINT CLINIC 2026-11-17T09:00 2026-11-20 - appc:91
2026-11-17T08:59 SERVICE_COMPLAINT CLINIC 2026-11-17T09:00 2026-11-24 - portal-3176
2026-11-17T09:00 COMPLAINT AUTHORITY 2026-11-17T09:00 2026-12-15 - appc:99
2026-11-17T09:00 INFORMATION CLINIC 2026-11-17T09:00 2026-12-02 - information-law:11
2026-11-17T09:00 SERVICE_COMPLAINT AUTHORITY 2026-11-17T09:00 2026-12-08 - order-272:10
2026-11-17T17:59 MESSAGE AUTHORITY 2026-11-17T17:59 2026-12-08 2027-01-17 appc:76
2026-11-17T17:59 PROPOSAL CLINIC 2026-11-17T17:59 2026-12-08 2027-01-17 appc:76
2026-11-17T17:59 RESPONSE CLINIC 2026-11-17T17:59 2026-12-08 2027-01-17 appc:76
2026-11-17T18:00 REQUEST AUTHORITY 2026-11-18T09:00 2026-12-09 2027-01-17 appc:76
2026-11-17T18:00 INFORMATION AUTHORITY 2026-11-18T09:00 2026-12-03 - information-law:11
2026-11-17T18:00 MESSAGE CLINIC 2026-11-18T09:00 2026-12-09 2027-01-17 appc:76
2026-11-17T00:00 PROPOSAL AUTHORITY 2026-11-17T09:00 2026-12-08 2027-01-17 appc:76
2026-11-17T00:00 RESPONSE AUTHORITY 2026-11-17T09:00 2026-12-08 2027-01-17 appc:76
2026-11-17T00:00 REQUEST CLINIC 2026-11-17T09:00 2026-12-08 2027-01-17 appc:76
2026-11-17T23:59 COMPLAINT CLINIC 2026-11-18T09:00 2026-11-23 - appc:91
2026-11-17T23:59 SERVICE_COMPLAINT CLINIC 2026-11-18T09:00 2026-11-25 - portal-3176
2026-11-17T23:59 COMPLAINT AUTHORITY 2026-11-18T09:00 2026-12-17 - appc:99
2026-11-20T17:59 INFORMATION CLINIC 2026-11-20T17:59 2026-12-05 - information-law:11
2026-11-20T17:59 SERVICE_COMPLAINT AUTHORITY 2026-11-20T17:59 2026-12-11 - order-272:10
2026-11-20T17:59 MESSAGE AUTHORITY 2026-11-20T17:59 2026-12-11 2027-01-20 appc:76
2026-11-20T18:00 PROPOSAL CLINIC 2026-11-23T09:00 2026-12-14 2027-01-20 appc:76
2026-11-20T18:00 RESPONSE CLINIC 2026-11-23T09:00 2026-12-14 2027-01-20 appc:76
2026-11-20T18:00 REQUEST AUTHORITY 2026-11-23T09:00 2026-12-14 2027-01-20 appc:76
2026-11-21T10:00 INFORMATION AUTHORITY 2026-11-23T09:00 2026-12-08 - information-law:11
2026-11-21T10:00 MESSAGE CLINIC 2026-11-23T09:00 2026-12-14 2027-01-21 appc:76
2026-11-21T10:00 PROPOSAL AUTHORITY 2026-11-23T09:00 2026-12-14 2027-01-21 appc:76
2026-11-22T12:00 RESPONSE AUTHORITY 2026-11-23T09:00 2026-12-14 2027-01-22 appc:76
2026-11-22T12:00 REQUEST CLINIC 2026-11-23T09:00 2026-12-14 2027-01-22 appc:76
2026-11-22T12:00 COMPLAINT CLINIC 2026-11-23T09:00 2026-11-26 - appc:91
2026-10-23T17:59 SERVICE_COMPLAINT CLINIC 2026-10-23T17:59 2026-11-02 - portal-3176
2026-10-23T17:59 COMPLAINT AUTHORITY 2026-10-23T17:59 2026-11-23 - appc:99
2026-10-23T17:59 INFORMATION CLINIC 2026-10-23T17:59 2026-11-07 - information-law:11
2026-10-23T19:00 SERVICE_COMPLAINT AUTHORITY 2026-10-27T09:00 2026-11-17 - order-272:10
2026-10-23T19:00 MESSAGE AUTHORITY 2026-10-27T09:00 2026-11-17 2026-12-23 appc:76
2026-10-23T19:00 PROPOSAL CLINIC 2026-10-27T09:00 2026-11-17 2026-12-23 appc:76
2026-10-25T10:00 RESPONSE CLINIC 2026-10-27T09:00 2026-11-17 2026-12-25 appc:76
2026-10-25T10:00 REQUEST AUTHORITY 2026-10-27T09:00 2026-11-17 2026-12-25 appc:76
2026-10-25T10:00 INFORMATION AUTHORITY 2026-10-27T09:00 2026-11-11 - information-law:11
2026-10-26T10:00 MESSAGE CLINIC 2026-10-27T09:00 2026-11-17 2026-12-26 appc:76
2026-10-26T10:00 PROPOSAL AUTHORITY 2026-10-27T09:00 2026-11-17 2026-12-26 appc:76
2026-10-26T10:00 RESPONSE AUTHORITY 2026-10-27T09:00 2026-11-17 2026-12-26 appc:76
2026-10-27T09:00 REQUEST CLINIC 2026-10-27T09:00 2026-11-17 2026-12-27 appc:76
2026-10-27T09:00 COMPLAINT CLINIC 2026-10-27T09:00 2026-10-30 - appc:91
2026-10-27T09:00 SERVICE_COMPLAINT CLINIC 2026-10-27T09:00 2026-11-03 - portal-3176
2027-03-12T18:00 COMPLAINT AUTHORITY 2027-03-16T09:00 2027-04-16 - appc:99
2027-03-12T18:00 INFORMATION CLINIC 2027-03-16T09:00 2027-03-31 - information-law:11
2027-03-12T18:00 SERVICE_COMPLAINT AUTHORITY 2027-03-16T09:00 2027-04-09 - order-272:10
2027-03-14T09:00 MESSAGE AUTHORITY 2027-03-16T09:00 2027-04-09 2027-05-14 appc:76
2027-03-14T09:00 PROPOSAL CLINIC 2027-03-16T09:00 2027-04-09 2027-05-14 appc:76
2027-03-14T09:00 RESPONSE CLINIC 2027-03-16T09:00 2027-04-09 2027-05-14 appc:76
2027-03-15T12:00 REQUEST AUTHORITY 2027-03-16T09:00 2027-04-09 2027-05-15 appc:76
2027-03-15T12:00 INFORMATION AUTHORITY 2027-03-16T09:00 2027-03-31 - information-law:11
2027-03-15T12:00 MESSAGE CLINIC 2027-03-16T09:00 2027-04-09 2027-05-15 appc:76
2026-12-31T17:59 PROPOSAL AUTHORITY 2026-12-31T17:59 2027-01-26 2027-02-28 appc:76
2026-12-31T17:59 RESPONSE AUTHORITY 2026-12-31T17:59 2027-01-26 2027-02-28 appc:76
2026-12-31T17:59 REQUEST CLINIC 2026-12-31T17:59 2027-01-26 2027-02-28 appc:76
2026-12-31T18:00 COMPLAINT CLINIC 2027-01-05T09:00 2027-01-11 - appc:91
2026-12-31T18:00 SERVICE_COMPLAINT CLINIC 2027-01-05T09:00 2027-01-13 - portal-3176
2026-12-31T18:00 COMPLAINT AUTHORITY 2027-01-05T09:00 2027-02-03 - appc:99
2027-01-01T10:00 INFORMATION CLINIC 2027-01-05T09:00 2027-01-20 - information-law:11
2027-01-01T10:00 SERVICE_COMPLAINT AUTHORITY 2027-01-05T09:00 2027-01-27 - order-272:10
2027-01-01T10:00 MESSAGE AUTHORITY 2027-01-05T09:00 2027-01-27 2027-03-01 appc:76
2027-01-04T10:00 PROPOSAL CLINIC 2027-01-05T09:00 2027-01-27 2027-03-04 appc:76
2027-01-04T10:00 RESPONSE CLINIC 2027-01-05T09:00 2027-01-27 2027-03-04 appc:76
2027-01-04T10:00 REQUEST AUTHORITY 2027-01-05T09:00 2027-01-27 2027-03-04 appc:76
2027-01-06T18:30 INFORMATION AUTHORITY 2027-01-08T09:00 2027-01-23 - information-law:11
2027-01-06T18:30 MESSAGE CLINIC 2027-01-08T09:00 2027-01-29 2027-03-06 appc:76
2027-01-06T18:30 PROPOSAL AUTHORITY 2027-01-08T09:00 2027-01-29 2027-03-06 appc:76
2027-12-30T10:00 RESPONSE AUTHORITY 2027-12-30T10:00 2028-01-25 2028-02-29 appc:76
2027-12-30T10:00 REQUEST CLINIC 2027-12-30T10:00 2028-01-25 2028-02-29 appc:76
2027-12-30T10:00 COMPLAINT CLINIC 2027-12-30T10:00 2028-01-06 - appc:91
2027-12-31T10:00 SERVICE_COMPLAINT CLINIC 2027-12-31T10:00 2028-01-12 - portal-3176
2027-12-31T10:00 COMPLAINT AUTHORITY 2027-12-31T10:00 2028-02-02 - appc:99
2027-12-31T10:00 INFORMATION CLINIC 2027-12-31T10:00 2028-01-15 - information-law:11
2027-12-31T18:00 SERVICE_COMPLAINT AUTHORITY 2028-01-05T09:00 2028-01-27 - order-272:10
2027-12-31T18:00 MESSAGE AUTHORITY 2028-01-05T09:00 2028-01-27 2028-02-29 appc:76
2027-12-31T18:00 PROPOSAL CLINIC 2028-01-05T09:00 2028-01-27 2028-02-29 appc:76
2028-01-04T10:00 RESPONSE CLINIC 2028-01-05T09:00 2028-01-27 2028-03-04 appc:76
2028-01-04T10:00 REQUEST AUTHORITY 2028-01-05T09:00 2028-01-27 2028-03-04 appc:76
2028-01-04T10:00 INFORMATION AUTHORITY 2028-01-05T09:00 2028-01-20 - information-law:11
2026-03-20T18:00 MESSAGE CLINIC 2026-03-26T09:00 2026-04-16 2026-05-20 appc:76
2026-03-20T18:00 PROPOSAL AUTHORITY 2026-03-26T09:00 2026-04-16 2026-05-20 appc:76
2026-03-20T18:00 RESPONSE AUTHORITY 2026-03-26T09:00 2026-04-16 2026-05-20 appc:76
2026-05-08T18:30 REQUEST CLINIC 2026-05-12T09:00 2026-06-03 2026-07-08 appc:76
2026-05-08T18:30 COMPLAINT CLINIC 2026-05-12T09:00 2026-05-15 - appc:91
2026-05-08T18:30 SERVICE_COMPLAINT CLINIC 2026-05-12T09:00 2026-05-19 - portal-3176
2026-05-26T19:00 COMPLAINT AUTHORITY 2026-05-28T09:00 2026-06-25 - appc:99
2026-05-26T19:00 INFORMATION CLINIC 2026-05-28T09:00 2026-06-12 - information-law:11
2026-05-26T19:00 SERVICE_COMPLAINT AUTHORITY 2026-05-28T09:00 2026-06-18 - order-272:10
2026-05-27T10:00 MESSAGE AUTHORITY 2026-05-28T09:00 2026-06-18 2026-07-27 appc:76
2026-05-27T10:00 PROPOSAL CLINIC 2026-05-28T09:00 2026-06-18 2026-07-27 appc:76
2026-05-27T10:00 RESPONSE CLINIC 2026-05-28T09:00 2026-06-18 2026-07-27 appc:76
2026-12-15T18:00 REQUEST AUTHORITY 2026-12-17T09:00 2027-01-12 2027-02-15 appc:76
2026-12-15T18:00 INFORMATION AUTHORITY 2026-12-17T09:00 2027-01-01 - information-law:11
2026-12-15T18:00 MESSAGE CLINIC 2026-12-17T09:00 2027-01-12 2027-02-15 appc:76
2026-12-16T10:00 PROPOSAL AUTHORITY 2026-12-17T09:00 2027-01-12 2027-02-16 appc:76
2026-12-16T10:00 RESPONSE AUTHORITY 2026-12-17T09:00 2027-01-12 2027-02-16 appc:76
2026-12-16T10:00 REQUEST CLINIC 2026-12-17T09:00 2027-01-12 2027-02-16 appc:76
2026-12-30T12:00 COMPLAINT CLINIC 2026-12-30T12:00 2027-01-06 - appc:91
2026-12-30T12:00 SERVICE_COMPLAINT CLINIC 2026-12-30T12:00 2027-01-11 - portal-3176
2026-12-30T12:00 COMPLAINT AUTHORITY 2026-12-30T12:00 2027-02-01 - appc:99
2028-02-14T10:00 INFORMATION CLINIC 2028-02-14T10:00 2028-02-29 - information-law:11
2028-02-14T10:00 SERVICE_COMPLAINT AUTHORITY 2028-02-14T10:00 2028-03-06 - order-272:10
2028-02-14T10:00 MESSAGE AUTHORITY 2028-02-14T10:00 2028-03-06 2028-04-14 appc:76
2028-02-28T18:00 PROPOSAL CLINIC 2028-02-29T09:00 2028-03-28 2028-04-28 appc:76
2028-02-28T18:00 RESPONSE CLINIC 2028-02-29T09:00 2028-03-28 2028-04-28 appc:76
2028-02-28T18:00 REQUEST AUTHORITY 2028-02-29T09:00 2028-03-28 2028-04-28 appc:76
2028-02-29T10:00 INFORMATION AUTHORITY 2028-02-29T10:00 2028-03-15 - information-law:11
2028-02-29T10:00 MESSAGE CLINIC 2028-02-29T10:00 2028-03-28 2028-04-29 appc:76
2028-02-29T10:00 PROPOSAL AUTHORITY 2028-02-29T10:00 2028-03-28 2028-04-29 appc:76
2027-10-22T18:00 RESPONSE AUTHORITY 2027-10-26T09:00 2027-11-16 2027-12-22 appc:76
2027-10-22T18:00 REQUEST CLINIC 2027-10-26T09:00 2027-11-16 2027-12-22 appc:76
2027-10-22T18:00 COMPLAINT CLINIC 2027-10-26T09:00 2027-10-29 - appc:91
2027-10-25T09:00 SERVICE_COMPLAINT CLINIC 2027-10-26T09:00 2027-11-02 - portal-3176
2027-10-25T09:00 COMPLAINT AUTHORITY 2027-10-26T09:00 2027-11-23 - appc:99
2027-10-25T09:00 INFORMATION CLINIC 2027-10-26T09:00 2027-11-10 - information-law:11
2027-12-15T17:59 SERVICE_COMPLAINT AUTHORITY 2027-12-15T17:59 2028-01-11 - order-272:10
2027-12-15T17:59 MESSAGE AUTHORITY 2027-12-15T17:59 2028-01-11 2028-02-15 appc:76
2027-12-15T17:59 PROPOSAL CLINIC 2027-12-15T17:59 2028-01-11 2028-02-15 appc:76
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_kind_at_a_body_is_answered_by_its_day(row: str) -> None:
    received, kind, body, registered, due, latest, basis = row.split()
    found = clocks.term(at(received), Kind(kind), Body(body))
    assert (found.received_at, found.registered_at) == (at(received), at(registered))
    assert (str(found.due_on), str(found.latest_on)) == (due, due if latest == "-" else latest)
    assert found.registered_on == at(registered).date() and str(found.provision.basis) == basis


def test_the_rows_know_every_kind_at_every_body_and_enough_moments() -> None:
    rows = [row.split() for row in ROWS.strip().splitlines()]
    assert {(kind, body) for _, kind, body, *_ in rows} == {(str(kind), str(body)) for kind, body in CLOCKS}
    assert len(rows) >= 80 and len({row[0] for row in rows}) >= 30


# received and the latest day of an extension: two months later, or the last day of that month
CAPS = """
2026-12-29 2027-02-28
2026-12-30 2027-02-28
2026-12-31 2027-02-28
2027-12-29 2028-02-29
2027-12-30 2028-02-29
2027-12-31 2028-02-29
2026-11-23 2027-01-23
2026-11-30 2027-01-30
2027-01-31 2027-03-31
2027-07-31 2027-09-30
2027-08-31 2027-10-31
2026-12-28 2027-02-28
2028-02-29 2028-04-29
"""


@pytest.mark.parametrize("row", CAPS.strip().splitlines())
def test_an_extension_ends_two_months_after_the_receipt_and_not_after_the_registration(row: str) -> None:
    """Article 76; domain 11, row 2: the stricter reading."""
    received, latest = row.split()
    for hour in ("10:00", "18:00"):  # in the evening it is registered on another day
        found = clocks.term(at(f"{received}T{hour}"), Kind.REQUEST, Body.CLINIC)
        assert str(found.latest_on) == latest
        assert extension(found, found.latest_on) == []
        (refused,) = extension(found, found.latest_on + timedelta(days=1))
        assert (refused.code, refused.field) == ("EXTENDED_UNTIL", ("until",))
        assert dict(refused.values) == {"due": found.due_on, "last": found.latest_on}


def standing(term: clocks.Term, kind: Kind = Kind.REQUEST, body: Body = Body.CLINIC) -> Standing:
    return Standing(State.IN_WORK, kind, body, Seat.BODY, term.due_on, term.latest_on)


def extension(term: clocks.Term, until: date) -> list[Impediment]:
    """What stands against an extension on the last day of the term."""
    return told(lambda: rules.extension_allowed(standing(term), until, WORDS, term.due_on))


# what, from which day, which day
STEPS = """
forward_by 2026-11-23 2026-11-26
forward_by 2026-10-23 2026-10-29
forward_by 2026-12-31 2027-01-08
notice_by 2026-12-11 2026-12-17
notice_by 2026-11-21 2026-11-25
notice_by 2027-03-19 2027-03-29
object_by 2026-11-23 2026-11-25
object_by 2026-11-20 2026-11-24
object_by 2026-12-15 2026-12-18
decide_from 2026-11-23 2026-11-26
decide_from 2026-11-20 2026-11-25
decide_from 2027-03-12 2027-03-18
correct_from 2026-11-23 2026-11-25
correct_from 2027-04-30 2027-05-05
case_by 2026-11-23 2026-11-26
case_by 2027-10-22 2027-10-28
complain_by 2026-11-30 2027-02-28
complain_by 2026-12-01 2027-03-01
complain_by 2027-11-30 2028-02-29
complain_by 2020-05-01 2021-10-01
"""


@pytest.mark.parametrize("row", STEPS.strip().splitlines())
def test_a_step_on_the_way_has_its_day(row: str) -> None:
    name, start, last = row.split()
    day = date.fromisoformat(start)
    found = clocks.forward_by(day, Kind.REQUEST) if name == "forward_by" else getattr(clocks, name)(day)
    assert str(found) == last
    assert clocks.forward_by(day, Kind.COMPLAINT) == clocks.forward_by(day, Kind.SERVICE_COMPLAINT) if name == "forward_by" else True


def test_a_complaint_is_late_from_the_day_after_three_months_and_never_too_early() -> None:
    """Article 92; an act learnt of before there was the Code is complained of late, and that is all."""
    learned = date(2026, 11, 30)
    assert not clocks.complaint_late(learned, date(2027, 2, 28)) and clocks.complaint_late(learned, date(2027, 3, 1))
    assert clocks.complaint_late(date(1999, 1, 1), date(2026, 11, 22))
    assert not clocks.complaint_late(date(2026, 11, 22), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("last", "today", "left"),
    [
        ("2026-12-14", "2026-12-14", 1), ("2026-12-14", "2026-12-11", 2), ("2026-12-14", "2026-12-15", 0), ("2026-12-14", "2026-12-13", 1),
        ("2026-12-05", "2026-12-05", 0), ("2026-12-05", "2026-12-04", 1), ("2026-12-17", "2026-12-15", 2), ("2027-03-16", "2027-03-12", 2),
        ("2026-12-14", "2026-11-24", 15), ("2027-01-05", "2026-12-31", 2),
    ],
)  # fmt: skip
def test_the_days_left_are_working_days_with_today_and_the_last(last: str, today: str, left: int) -> None:
    assert clocks.days_left(date.fromisoformat(last), date.fromisoformat(today)) == left


def test_a_day_lasts_to_its_end_in_kazakhstan() -> None:
    day = date(2026, 12, 8)
    assert clocks.ends(day) == at("2026-12-08T23:59:59")
    assert not clocks.over(day, at("2026-12-08T23:59:59")) and clocks.over(day, at("2026-12-09T00:00"))
    assert not clocks.over(day, datetime(2026, 12, 8, 18, 59, tzinfo=UTC)) and clocks.over(day, datetime(2026, 12, 8, 19, tzinfo=UTC))
    assert rules.late(day, at("2026-12-09T00:00")) and not rules.late(None, at("2026-12-09T00:00"))


def test_a_moment_of_another_zone_is_read_in_kazakhstans_time() -> None:
    for minute, registered in ((-1, "2026-11-17T17:59"), (0, "2026-11-18T09:00")):
        moment = datetime(2026, 11, 17, 13, tzinfo=UTC) + timedelta(minutes=minute)
        assert clocks.term(moment, Kind.REQUEST, Body.CLINIC).registered_at == at(registered)
    night = clocks.term(datetime(2026, 12, 31, 19, 30, tzinfo=UTC), Kind.REQUEST, Body.CLINIC)  # half past midnight on 1 January
    assert str(night.latest_on) == "2027-03-01"


def test_an_appeal_of_the_first_day_of_the_code_has_a_term_and_an_earlier_paper_is_refused_in_words() -> None:
    first = datetime.combine(IN_FORCE, time(10), ZONE)
    for kind, body in CLOCKS:
        assert clocks.term(first, kind, body).registered_at == first
    now = at("2026-11-23T10:00")
    assert told(lambda: rules.received(first, now)) == [] == told(lambda: rules.received(now, now))
    for moment in (first - timedelta(days=1), now + timedelta(seconds=1)):
        (found,) = told(lambda moment=moment: rules.received(moment, now))  # type: ignore[misc]
        assert (found.code, found.field) == ("RECEIVED_LATER", ("receivedAt",))


class Ours:
    """The law's own word on the acts that the oracle is asked about, with the same names: the table, the place, then the rule, in the
    order in which each act asks them."""

    def __init__(self, kind: str, body: str, received: datetime, **more: Any) -> None:
        self.term = clocks.term(received, Kind(kind), Body(body))
        accused = more.pop("accused")
        self.case = replace(
            standing(self.term, Kind(kind), Body(body)), anybody_accused=accused == "named", accused_unnamed=accused == "in words", **more
        )
        self.correct_by, self.ended_by = date.max, Role.SYSTEM

    @property
    def due(self) -> date:
        return self.case.due_on

    @property
    def state(self) -> str:
        return str(self.case.state)

    def over(self, day: date) -> bool:
        return clocks.over(self.case.due_on, datetime.combine(day, time(12), ZONE))

    def role(self, who: str = "") -> Role:
        """Who acts: the person, the desk, or whoever decides at the body."""
        here = Role.HEAD if self.case.body is Body.CLINIC else Role.AUTHORITY
        officer = Role.APPEALS_OFFICER if self.case.body is Body.CLINIC else Role.AUTHORITY
        return {"": here, "OFFICER": officer}.get(who) or Role(who)

    def done(self, act: str, rule: Callable[[Standing], object], who: str = "", **changes: Any) -> str:
        """Do an act: nothing changes when it is refused."""
        role = self.role(who)
        case = replace(self.case, seat=Seat.APPELLANT if role in (Role.CITIZEN, Role.REGISTRAR) else Seat.BODY)
        after: list[State] = []

        def doing() -> None:
            after.append(state_after(act, case.state, role))
            rules.may_act(act, case)
            rule(case)

        found = told(doing)
        if not found:
            self.case, self.ended_by = replace(self.case, state=after[0], **changes), role
        return " ".join(one.code for one in found)

    def dawn(self, day: date) -> str:
        """What the clock does by itself in the night."""
        if self.case.state is State.NEEDS_CORRECTION and day > self.correct_by:
            state = state_after("correction_over", self.case.state, Role.SYSTEM)
            self.case = replace(self.case, state=state, correction_missed=True)
        if self.over(day) and self.case.state in RUNNING:
            if CLOCKS[self.case.kind, self.case.body].lapse is Lapse.FORWARDED:
                self.case = replace(self.case, state=State.FORWARDED)
            else:
                self.case = replace(self.case, state=state_after("lapse", self.case.state, Role.SYSTEM), lapsed=True)
        return ""

    def take_up(self, day: date) -> str:
        return self.done("take_up", lambda case: None)

    def extend(self, day: date, until: date) -> str:
        return self.done("extend", lambda case: rules.extension_allowed(case, until, WORDS, day), due_on=until, extended=True)

    def correction(self, day: date, until: date, essence: bool) -> str:
        asked = [Requirement.ESSENCE if essence else Requirement.NAME]
        found = self.done(
            "ask_correction", lambda case: rules.correction_allowed(asked, WORDS, until, case.due_on, day),
            essence_asked=essence, correction_missed=False,
        )  # fmt: skip
        self.correct_by = self.correct_by if found else until
        return found

    def correct(self, day: date, who: str) -> str:
        return self.done("correct", lambda case: rules.said_for("correct", case, self.role(who)), who)

    def forward(self, day: date, ground: str, to: str) -> str:
        return self.done("forward", lambda case: rules.forward_allowed(case, ForwardGround(ground), Body(to), False))

    def name(self, day: date) -> str:
        return self.done("name_accused", lambda case: None, anybody_accused=True, accused_unnamed=False)

    def propose(self, day: date, outcome: str) -> str:
        return self.done(
            "propose", lambda case: rules.proposal_allowed(case, Outcome(outcome), WORDS, day),
            shown_on=day, proposed=Outcome(outcome), objected=False,
        )  # fmt: skip

    def object(self, day: date, who: str) -> str:
        def rule(case: Standing) -> None:
            rules.said_for("object", case, self.role(who))
            rules.may_object(case, day)

        return self.done("object", rule, who, objected=True)

    def hearing(self, now: datetime, moment: datetime) -> str:
        return self.done("appoint_hearing", lambda case: rules.hearing_allowed(moment, case.due_on, now), appointed_at=moment)

    def protocol(self, now: datetime, began: datetime, ended: datetime) -> str:
        return self.done("record_hearing", lambda case: rules.protocol_allowed(case, began, ended, {"secretary": "A. B."}, now))

    def decide(self, day: date, outcome: str) -> str:
        return self.done("decide", lambda case: rules.decision_allowed(case, Outcome(outcome), WORDS, LAW, None, day))

    def leave(self, day: date, ground: str) -> str:
        return self.done("leave", lambda case: rules.leave_allowed(case, LeaveGround(ground), WORDS, day))

    def withdraw(self, day: date, who: str, papers: int) -> str:
        return self.done("withdraw", lambda case: rules.withdrawal_noted(case, self.role(who), WORDS, papers, day), who)

    def answer(self, day: date) -> str:
        return self.done("answer", rules.may_answer, answered=True)

    def complaint_goes(self) -> str:
        found = complaint_about_answer(self.case.kind, self.case.body, self.case.state, self.ended_by)
        return f"{found.kind} {found.body}" if found else ""


def moment_of(chance: random.Random) -> datetime:
    """A moment of two years, every third at an edge of the office hours."""
    day = datetime(2026, 1, 1, tzinfo=ZONE) + timedelta(days=chance.randrange(730))
    minute = chance.choice([0, 539, 540, 1079, 1080, 1439]) if chance.random() < 0.3 else chance.randrange(24 * 60)
    return day + timedelta(minutes=minute)


# What is tried, and how often: acts that end an appeal seldom, so that something comes before and after them.
TRIED = {
    "extend": 5, "correction": 6, "correct": 8, "propose": 10, "object": 6, "decide": 7, "take_up": 1, "forward": 3, "hearing": 4,
    "name": 1, "protocol": 6, "leave": 4, "withdraw": 2, "answer": 5,
}  # fmt: skip
GROUNDS = ["ANONYMOUS", "WITHOUT_ESSENCE", "NOT_CORRECTED"]


def with_what(name: str, day: date, received: date, worst: str, chance: random.Random) -> tuple[Any, ...]:
    """With what an act is tried; the words for it are always long enough, since the system has its own rule for them."""
    now = datetime.combine(day, time(12), ZONE)
    until = received + timedelta(days=chance.choice([chance.randrange(75), chance.randrange(58, 65), chance.randrange(15, 32)]))
    soon = chance.choice([until, day + timedelta(days=chance.randrange(1, 9))])
    who = chance.choice(["CITIZEN", "OFFICER"])
    began = now - timedelta(minutes=chance.choice([30, 24 * 60, 5 * 24 * 60]))
    tried: dict[str, tuple[Any, ...]] = {
        "extend": (day, until), "correction": (day, soon, chance.random() < 0.5), "correct": (day, who), "object": (day, who),
        "propose": (day, chance.choice([worst, worst, *Outcome])),
        "decide": (day, chance.choice([worst, worst, worst, "PARTLY", *Outcome])),
        "forward": (day, chance.choice(list(ForwardGround)), chance.choice(list(Body))), "leave": (day, chance.choice(GROUNDS)),
        "hearing": (now, now + timedelta(minutes=chance.choice([-1, 0, 1, 60, 12 * 60, 40 * 24 * 60, 3 * 24 * 60]))),
        "protocol": (now, began, began + timedelta(minutes=chance.choice([-1, 0, 20, 30, 31]))),
        "withdraw": (day, chance.choice(["CITIZEN", "OFFICER", "OFFICER"]), chance.randrange(2)),
    }  # fmt: skip
    return tuple(str(one) if isinstance(one, StrEnum) else one for one in tried.get(name, (day,)))


def acts_of(chance: random.Random, received: date, complaint: bool) -> list[tuple[date, str, tuple[Any, ...]]]:
    """What is tried with an appeal, in the order of the days."""
    made, span = [], chance.choice([8, 30, 75])
    for name in chance.choices(list(TRIED), list(TRIED.values()), k=24):
        day = received + timedelta(days=chance.randrange(span))
        made.append((day, name, with_what(name, day, received, "UNSATISFIED" if complaint else "DENIED", chance)))
    if chance.random() < 0.3:  # somebody is asked for a correction, nobody gives it, and it is left without consideration
        days = [received + timedelta(days=number) for number in (1, 6, chance.randrange(7, 12))]
        made = [one for one in made if not days[0] <= one[0] <= days[2]]
        made.append((days[0], "correction", (days[0], days[1], chance.random() < 0.7)))
        made.append((days[2], "leave", (days[2], chance.choice(GROUNDS))))
    return sorted(made, key=lambda one: one[0])


# Each of these is met at least a hundred times among the cases, and nothing else is.
MET = {
    "late True", "late False", "take_up", "take_up NOT_OPEN", "extend", "extend NOT_OPEN", "extend NOT_EXTENDABLE", "extend EXTENDED_ONCE",
    "extend EXTENDED_LATE", "extend EXTENDED_UNTIL", "correction", "correction NOT_OPEN", "correction CORRECTION_TERM", "correct",
    "correct NOT_OPEN", "correct NOT_YOURS", "forward", "forward NOT_OPEN", "forward NO_BODY_ABOVE", "forward OUTCOME_KIND",
    "forward NOBODY_ACCUSED", "forward COMPLAINT_UPWARDS", "name", "name NOT_OPEN", "propose", "propose NOT_OPEN", "propose ONLY_IN_FULL",
    "propose OUTCOME_KIND", "object", "object NOT_OPEN", "object NOT_YOURS", "object OBJECTED_ALREADY", "object OBJECTION_LATE", "hearing",
    "hearing NOT_OPEN", "hearing HEARING_PAST", "hearing HEARING_TERM", "protocol", "protocol NOT_OPEN", "protocol HEARING_TIMES", "decide",
    "decide NOT_OPEN", "decide ACCUSED_UNNAMED", "decide ONLY_IN_FULL", "decide OUTCOME_KIND", "decide PRELIMINARY_FIRST",
    "decide PRELIMINARY_TIME", "leave NOT_OPEN", "leave CRIME_REPORTED", "leave ONLY_IN_FULL", "leave ACCUSED_UNNAMED",
    "leave LEAVE_GROUND", "withdraw", "withdraw NOT_OPEN", "withdraw NOT_YOURS", "withdraw PAPER_MISSING", "answer", "answer NOT_OPEN",
    "answer ANSWERED_ALREADY", "refused late", "complaint COMPLAINT AUTHORITY", "complaint COMPLAINT CLINIC",
    "complaint SERVICE_COMPLAINT AUTHORITY", "leave ANONYMOUS", "leave WITHOUT_ESSENCE", "leave NOT_CORRECTED",
}  # fmt: skip


def test_ten_thousand_random_cases_agree_with_the_oracle() -> None:
    chance, seen = random.Random(20261122), Counter[str]()
    ours_since = min(LEAST_REASONS.editions)
    for _ in range(10_000):
        (kind, body), received = chance.choice(list(CLOCKS)), moment_of(chance)
        more = {
            "signed": chance.random() < 0.5, "crime": chance.random() < 0.15, "anonymous": chance.random() < 0.3,
            "accused": chance.choice(["", "", "in words", "named"]),
        }  # fmt: skip
        slow, ours = oracle.Case(str(kind), str(body), received, **more), Ours(kind, body, received, **more)  # type: ignore[arg-type]
        what = (str(kind), str(body), received.isoformat(), more)
        assert (ours.term.registered_at, ours.due, ours.term.latest_on) == (slow.registered, slow.due, slow.latest), what
        assert clocks.forward_by(ours.term.registered_on, kind) == oracle.working(slow.registered.date(), 3), what
        learned = received.date() - timedelta(days=chance.choice([chance.randrange(200), chance.randrange(88, 94)]))
        assert clocks.complaint_late(learned, received.date()) == oracle.complaint_late(learned, received.date()), (what, learned)
        seen[f"late {clocks.complaint_late(learned, received.date())}"] += 1
        stopped = chance.random() < 0.2  # the clock has not come round to it yet: what the day alone decides
        for day, name, given in acts_of(chance, received.date(), kind in (Kind.COMPLAINT, Kind.SERVICE_COMPLAINT)):
            if day < ours_since or (stopped and name == "withdraw"):
                continue
            if not stopped:
                ours.dawn(day)
                slow.dawn(day)
            before, refused = ours.due, slow.state == "DEEMED_REFUSED"
            said, told_slowly = getattr(ours, name)(*given), getattr(slow, name)(*given)
            now = (said, ours.due, ours.over(day), ours.state, ours.complaint_goes())
            assert now == (told_slowly, slow.due, slow.over(day), slow.state, slow.complaint_goes()), (what, day, name, given)
            assert ours.due == before or name == "extend", what
            seen[f"{name} {said or (given[1] if name == 'leave' else '')}".strip()] += 1
            seen[f"complaint {ours.complaint_goes()}"] += bool(ours.complaint_goes())
            seen["refused late"] += refused and name == "decide" and not said and given[1] in oracle.AGAINST
            if name == "extend" and not said:
                assert before < ours.due <= oracle.months(received.date(), 2) and clocks.notice_by(day) == oracle.working(day, 3), what
    assert {name for name, times in seen.items() if times >= 100} == MET == {name for name, times in seen.items() if times}, seen
