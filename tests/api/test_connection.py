"""Pages: every row once, whatever is added meanwhile; one statement for a page; a cursor of elsewhere is none."""

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


@pytest.mark.parametrize("first", [0, -1, 101])
async def test_a_page_holds_1_to_100(first: int, database: str) -> None:
    answer = await API.ask("query ($first: Int!) { readers(first: $first) { nodes { surname } } }", {"first": first}, asking())
    assert answer.errors[0]["extensions"]["code"] == "INVALID_PAGE_SIZE"
