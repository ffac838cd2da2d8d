"""Documents of our own pages are checked when the process starts, and told on their fields what does not fit."""

import pytest

from api.stored import Stored
from tests.api.small import API, asking

ACT = "mutation ($input: ReadInInput!) { readIn(input: $input) { reader { surname } problems { code field message } } }"


def test_a_document_that_asks_for_what_is_not_there_stops_the_process() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Stored("{ nothing }", API)


def test_a_document_holds_one_operation() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Stored("query a { spoken } query b { spoken }", API)


async def test_a_document_runs_as_often_as_it_is_called() -> None:
    document = Stored("query ($n: Int!) { shelf(first: $n) { name } }", API)
    for n in (1, 2):
        assert (await document({"n": n}, asking())).data == {"shelf": {"name": "A"}}


async def test_what_does_not_fit_the_input_is_told_on_its_field_and_nothing_runs() -> None:
    document = Stored(ACT, API)
    answer = await document({"input": {"idempotencyKey": "0" * 32, "iin": "1", "surname": None, "born": 7}}, asking())
    assert not answer.executed
    assert [(one["code"], one["field"]) for one in answer.problems] == [("REQUIRED", ["surname"]), ("INVALID_VALUE", ["born"])]


async def test_an_input_that_is_not_there_at_all_is_required() -> None:
    answer = await Stored(ACT, API)({}, asking())
    assert [(one["code"], one["field"]) for one in answer.problems] == [("REQUIRED", None)]


async def test_what_fails_is_masked_in_our_own_pages_too() -> None:
    answer = await Stored("{ broken }", API)({}, asking())
    assert answer.errors[0]["extensions"] == {"code": "INTERNAL", "traceId": "trace-1"}


async def test_a_document_that_found_the_database_away_says_so() -> None:
    assert (await Stored("{ gone }", API)({}, asking())).away
