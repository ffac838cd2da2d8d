"""Pages: every row once, whatever is added meanwhile; one statement for a page; a cursor of elsewhere is none."""

import base64
import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from models import clock
from models.person import Person
from tests.api.small import API, asking

PAGES = """query ($first: Int!, $after: String) {
  readers(first: $first, after: $after) { edges { node { surname } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}"""
DAY = date(2000, 1, 1)
NAMED = "-birth_date,surname,id"


async def reader(number: int, born: date = DAY) -> Person:
    return await Person.create(
        iin=f"{number:012}", surname=f"S{number:03}", given_name="A", birth_date=born, recorded_at=datetime(2026, 1, 1, tzinfo=clock.ZONE)
    )


async def page_of(first: int, after: str | None = None) -> dict[str, Any]:
    answer = await API.ask(PAGES, {"first": first, "after": after}, asking())
    assert answer.data, answer.errors
    found: dict[str, Any] = answer.data["readers"]
    return found


def surnames(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["surname"] for edge in page["edges"]]


async def test_pages_show_every_row_once_in_order_though_keys_are_equal(database: str) -> None:
    for number in range(10):
        await reader(number, DAY + timedelta(days=number // 4))
    seen: list[str] = []
    after = None
    while True:
        page = await page_of(3, after)
        seen += surnames(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == ["S008", "S009", "S004", "S005", "S006", "S007", "S000", "S001", "S002", "S003"]


async def test_a_row_added_before_the_place_neither_shifts_nor_repeats_a_row(database: str) -> None:
    for number in range(4):
        await reader(number)
    first = await page_of(2)
    await reader(9, DAY + timedelta(days=1))
    await Person.filter(surname="S000").delete()
    assert surnames(await page_of(2, first["pageInfo"]["endCursor"])) == ["S002", "S003"]


async def test_an_empty_list_has_a_page_without_cursors(database: str) -> None:
    assert await page_of(5) == {
        "edges": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }


async def test_the_rows_are_counted_over_all_pages_when_asked_for(database: str) -> None:
    for number in range(3):
        await reader(number)
    answer = await API.ask("{ readers(first: 1) { totalCount nodes { surname } } }", {}, asking())
    assert answer.data == {"readers": {"totalCount": 3, "nodes": [{"surname": "S000"}]}}


@pytest.mark.parametrize("after", ["", "x", "bm8", "W10", "eyJhIjoxfQ", "WyJpZCIsMV0", "ы" * 9, "W1tbW1tbW1tbW1tb" * 9])
async def test_a_cursor_that_is_none_is_told(after: str, database: str) -> None:
    answer = await API.ask(PAGES, {"first": 1, "after": after}, asking())
    assert answer.errors[0]["extensions"]["code"] == "INVALID_CURSOR"


def made_up(*places: object) -> str:
    """A cursor of the order of these lists with places of somebody's own."""
    return base64.urlsafe_b64encode(json.dumps([NAMED, *places]).encode()).decode().rstrip("=")


ID = "00000000-0000-0000-0000-000000000001"
BORN = "1990-01-01"
STRANGE: list[tuple[object, ...]] = [
    (), (BORN, "S"), (BORN, "S", ID, ID), (None, "S", ID), (BORN, None, ID), (BORN, "S", None), ({}, "S", ID), (BORN, [], ID),
    (BORN, {"a": 1}, ID), (BORN, "S", ["a"]), (True, "S", ID), (BORN, True, ID), (1.5, "S", ID), (BORN, 1.5, ID), (10**30, "S", ID),
    (-(10**30), "S", ID), (BORN, "S", 10**50), ("9" * 5000, "S", ID), ("\ud800", "S", ID), (BORN, "\udfff", ID), (BORN, "S", "\ud83d"),
    (BORN, "S", "x"), (BORN, "S", 7), (float("nan"), "S", ID), (float("inf"), "S", ID), ("99999-01-01", "S", ID),
]  # fmt: skip


async def test_a_place_of_somebodys_own_making_is_as_good_as_any(database: str) -> None:
    await reader(1)
    assert surnames(await page_of(1, made_up("2000-01-02", "S", ID))) == ["S001"]


@pytest.mark.parametrize("places", STRANGE, ids=lambda places: ascii(places)[:40])
async def test_a_cursor_of_strange_values_is_told_and_no_fault(places: tuple[object, ...], database: str) -> None:
    await reader(1)
    answer = await API.ask(PAGES, {"first": 1, "after": made_up(*places)}, asking())
    assert [error["extensions"]["code"] for error in answer.errors] == ["INVALID_CURSOR"]


@pytest.mark.parametrize("after", ["\ud800", "a" * 100_000, "AA" * 5000, "\x00"])
async def test_a_cursor_of_strange_letters_is_told_and_no_fault(after: str, database: str) -> None:
    answer = await API.ask(PAGES, {"first": 1, "after": after}, asking())
    assert [error["extensions"]["code"] for error in answer.errors] == ["INVALID_CURSOR"]


@pytest.mark.parametrize("first", [0, -1, 101])
async def test_a_page_holds_1_to_100(first: int, database: str) -> None:
    answer = await API.ask("query ($first: Int!) { readers(first: $first) { nodes { surname } } }", {"first": first}, asking())
    assert answer.errors[0]["extensions"]["code"] == "INVALID_PAGE_SIZE"
