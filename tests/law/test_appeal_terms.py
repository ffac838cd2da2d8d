"""Terms of appeals: the vectors of domain 4.7, the edges of hours, days and months, and 10,000 random cases against the oracle.

Procedural Code, articles 64, 65, 73, 76, 91, 92 and 99; Law on access to information, 11; Law on public services, 25.
"""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from models.law import Impediment
from models.law import appeal_clock as clocks
from models.law import appeal_rules as rules
from models.law.appeal import CLOCKS, IN_FORCE, LEAST_REASONS, Body, Kind, Outcome, Requirement, State
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
    """The law's own word on the acts that the oracle is asked about, with the same names."""

    def __init__(self, kind: str, body: str, received: datetime) -> None:
        self.term = clocks.term(received, Kind(kind), Body(body))
        self.case = standing(self.term, Kind(kind), Body(body))

    @property
    def due(self) -> date:
        return self.case.due_on

    def over(self, day: date) -> bool:
        return clocks.over(self.case.due_on, datetime.combine(day, time(12), ZONE))

    def extend(self, day: date, until: date) -> str:
        found = told(lambda: rules.extension_allowed(self.case, until, WORDS, day))
        if not found:
            self.case = replace(self.case, due_on=until, extended=True)
        return " ".join(one.code for one in found)

    def correction(self, day: date, until: date) -> str:
        return " ".join(
            one.code for one in told(lambda: rules.correction_allowed([Requirement.NAME], WORDS, until, self.case.due_on, day))
        )

    def propose(self, day: date, outcome: str) -> str:
        found = told(lambda: rules.proposal_allowed(self.case, Outcome(outcome), WORDS, day))
        if not found:
            self.case = replace(self.case, shown_on=day, proposed=Outcome(outcome), objected=False)
        return " ".join(one.code for one in found)

    def object(self, day: date) -> str:
        found = told(lambda: rules.may_object(self.case, day))
        if not found:
            self.case = replace(self.case, objected=True)
        return " ".join(one.code for one in found)

    def refuse(self, day: date, outcome: str) -> str:
        case = replace(self.case, lapsed=self.over(day))
        return " ".join(one.code for one in told(lambda: rules.decision_allowed(case, Outcome(outcome), WORDS, LAW, None, day)))


def moment_of(chance: random.Random) -> datetime:
    """A moment of two years, every third at an edge of the office hours."""
    day = datetime(2026, 1, 1, tzinfo=ZONE) + timedelta(days=chance.randrange(730))
    minute = chance.choice([0, 539, 540, 1079, 1080, 1439]) if chance.random() < 0.3 else chance.randrange(24 * 60)
    return day + timedelta(minutes=minute)


def acts_of(chance: random.Random, received: date, complaint: bool) -> list[tuple[date, str, tuple[object, ...]]]:
    """What is tried with an appeal, in the order of the days; the words for it are asked for since the system has its own rules."""
    worst, better = ("UNSATISFIED", "CANCELLED") if complaint else ("DENIED", "PARTLY")
    made: list[tuple[date, str, tuple[object, ...]]] = []
    for name in chance.choices(["extend", "correction", "propose", "object", "refuse"], k=9):
        day = received + timedelta(days=chance.choice([chance.randrange(8), chance.randrange(75)]))
        more: tuple[object, ...] = ()
        if name in ("extend", "correction"):
            more = (received + timedelta(days=chance.choice([chance.randrange(75), chance.randrange(58, 65), chance.randrange(15, 32)])),)
        elif name != "object":
            more = (chance.choice([worst, worst, better]) if name == "propose" else worst if complaint else chance.choice([worst, better]),)
        made.append((day, name, more))
    return sorted(made, key=lambda one: one[0])


def test_ten_thousand_random_cases_agree_with_the_oracle() -> None:
    chance, seen = random.Random(20261122), Counter[str]()
    ours_since = min(LEAST_REASONS.editions)
    for _ in range(10_000):
        (kind, body), received = chance.choice(list(CLOCKS)), moment_of(chance)
        slow, ours = oracle.Case(str(kind), str(body), received), Ours(kind, body, received)
        what = (str(kind), str(body), received.isoformat())
        assert (ours.term.registered_at, ours.due, ours.term.latest_on) == (slow.registered, slow.due, slow.latest), what
        assert clocks.forward_by(ours.term.registered_on, kind) == oracle.working(slow.registered.date(), 3), what
        learned = received.date() - timedelta(days=chance.choice([chance.randrange(200), chance.randrange(88, 94)]))
        assert clocks.complaint_late(learned, received.date()) == oracle.complaint_late(learned, received.date()), (what, learned)
        seen[f"late {clocks.complaint_late(learned, received.date())}"] += 1
        for day, name, more in acts_of(chance, received.date(), kind in (Kind.COMPLAINT, Kind.SERVICE_COMPLAINT)):
            if day < ours_since:
                continue
            before = ours.due
            said, told_slowly = getattr(ours, name)(day, *more), getattr(slow, name)(day, *more)
            assert (said, ours.due, ours.over(day)) == (told_slowly, slow.due, slow.over(day)), (what, day, name, more)
            assert ours.due == before or name == "extend", what
            seen[f"{name} {said}".strip()] += 1
            if name == "extend" and not said:
                assert before < ours.due <= oracle.months(received.date(), 2) and clocks.notice_by(day) == oracle.working(day, 3), what
    expected = {
        "late True", "late False", "extend", "extend NOT_EXTENDABLE", "extend EXTENDED_ONCE", "extend EXTENDED_LATE",
        "extend EXTENDED_UNTIL", "correction", "correction CORRECTION_TERM", "propose", "propose ONLY_IN_FULL", "object",
        "object NOT_OPEN", "object OBJECTED_ALREADY", "object OBJECTION_LATE", "refuse",
        "refuse ONLY_IN_FULL", "refuse PRELIMINARY_FIRST", "refuse PRELIMINARY_TIME",
    }  # fmt: skip
    assert {name for name, times in seen.items() if times >= 100} >= expected and set(seen) == expected, seen
