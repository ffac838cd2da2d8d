"""Lists by pages: Relay connections whose cursor is the place itself (sort keys and id): rows added meanwhile shift nothing.

A page costs one statement; a count costs another, and only when it is asked for.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import strawberry
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from api.limits import LARGEST_PAGE, PAGE
from api.problems import Invalid, ProblemCode
from api.shown import shown

Shown = TypeVar("Shown")
Row = TypeVar("Row", bound=Model)

First = Annotated[int, strawberry.argument(description=f"How many, from 1 to {LARGEST_PAGE}.")]
After = Annotated[str | None, strawberry.argument(description="The cursor after which to go on: `endCursor` of the page before.")]


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether more follow.")
    has_previous_page: bool = strawberry.field(description="Whether this page was asked for after a cursor.")
    start_cursor: str | None = strawberry.field(description="The cursor of the first; null when there is none.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last; null when there is none.")


@strawberry.type(description="One of a list, with its place in it.")
class Edge(Generic[Shown]):
    node: Shown = strawberry.field(description="The thing itself.")
    cursor: str = strawberry.field(description="Its place, to go on from.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[Shown]):
    edges: list[Edge[Shown]] = strawberry.field(description="The things of this page, with their places.")
    page_info: PageInfo = strawberry.field(description="Where this page stands.")
    counted: strawberry.Private[Callable[[], Any]]

    @shown
    def nodes(self) -> list[Shown]:
        """The things of this page."""
        return [edge.node for edge in self.edges]

    @shown
    async def total_count(self) -> int:
        """How many there are on all pages; counted only when asked for."""
        return int(await self.counted())


@dataclass(frozen=True)
class _Order:
    """One sort key: a column that is never empty, and the direction."""

    column: str
    down: bool

    def beyond(self, value: Any) -> Q:
        return Q(**{f"{self.column}__{'lt' if self.down else 'gt'}": value})


def checked(first: int) -> int:
    """How many may be asked for at once; otherwise `Invalid`."""
    if not 1 <= first <= LARGEST_PAGE:
        raise Invalid(ProblemCode.INVALID_PAGE_SIZE, "first", most=LARGEST_PAGE)
    return first


async def page(rows: QuerySet[Row], *order: str, first: int = PAGE, after: str | None = None) -> Connection[Row]:
    """A page of rows by these columns (`-` is downwards; the id settles equals), one statement for the page.

    The columns must never be null; relations of the rows are the caller's to prefetch.
    """
    first = checked(first)
    keys = [_Order(name.lstrip("-"), name.startswith("-")) for name in (*order, "id")]
    wanted = rows.filter(_after(keys, _places(keys, after, rows.model))) if after is not None else rows
    found = await wanted.order_by(*order, "id").limit(first + 1)
    return _connection(found[:first], keys, len(found) > first, after is not None, rows.count)


def listed(rows: Sequence[Row], counted: int) -> Connection[Row]:
    """A whole short list as one page."""

    async def count() -> int:
        return counted

    return _connection(list(rows), [_Order("id", False)], False, False, count)


def _connection(rows: list[Row], keys: list[_Order], more: bool, before: bool, count: Callable[[], Any]) -> Connection[Row]:
    edges = [Edge(node=row, cursor=_cursor(keys, row)) for row in rows]
    ends = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)
    info = PageInfo(has_next_page=more, has_previous_page=before, start_cursor=ends[0], end_cursor=ends[1])
    return Connection(edges=edges, page_info=info, counted=count)


def _cursor(keys: list[_Order], row: Model) -> str:
    """The place of a row: the order it was listed in and its values there."""
    places = [_plain(getattr(row, key.column)) for key in keys]
    return base64.urlsafe_b64encode(json.dumps([_named(keys), *places], separators=(",", ":")).encode()).decode().rstrip("=")


def _named(keys: list[_Order]) -> str:
    return ",".join("-" * key.down + key.column for key in keys)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else str(value) if isinstance(value, UUID) else value


def _places(keys: list[_Order], cursor: str, model: type[Model]) -> list[Any]:
    """The values behind a cursor of this order; anything else is no cursor."""
    try:
        named, *places = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
        if named != _named(keys) or len(places) != len(keys):
            raise ValueError(named)
        return [_value(model, key.column, place) for key, place in zip(keys, places, strict=True)]
    except (binascii.Error, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Invalid(ProblemCode.INVALID_CURSOR, "after") from None


def _value(model: type[Model], column: str, place: object) -> Any:
    """A value of a cursor as the column holds it."""
    if not isinstance(place, str | int) or isinstance(place, bool):
        raise ValueError(column)
    value = model._meta.fields_map[column].to_python_value(place)
    str(value).encode()
    if value is None or isinstance(value, dict | list):
        raise ValueError(column)
    return value


def _after(keys: list[_Order], places: list[Any]) -> Q:
    """Beyond in the first key, or equal in it and beyond in the second, and so on."""
    equal = [Q(**{key.column: place}) for key, place in zip(keys, places, strict=True)]
    beyond = [Q(*equal[:at], key.beyond(places[at])) for at, key in enumerate(keys)]
    return Q(*beyond, join_type="OR")
