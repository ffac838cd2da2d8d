"""Queries whose SQL is made once: for the few that every act sends, where making it anew costs more than the database's answer."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from tortoise.models import Model
from tortoise.queryset import QuerySet

from models.database.engines import connection, pool

Row = TypeVar("Row", bound=Model)
_SAMPLES: dict[type, Callable[[int], Any]] = {
    uuid.UUID: lambda number: uuid.uuid4(),
    str: lambda number: uuid.uuid4().hex[:12],  # the shortest column compared so holds an IIN
    datetime: lambda number: datetime(1900, 1, 1, 0, 0, number, tzinfo=UTC),
}


class _Compiled:
    """SQL of one database with the places of its values."""

    def __init__(self, make: Callable[..., Any], kinds: tuple[type, ...]) -> None:
        samples = [_SAMPLES[kind](number) for number, kind in enumerate(kinds)]
        self.query = make(*samples)
        self.query._db = connection()
        self.query._make_query()
        self.sql, parameters = self.query.query.get_parameterized_sql()
        self.places = [_place(one, samples) for one in parameters]

    def filled(self, values: tuple[object, ...]) -> list[Any]:
        return [place(values) if callable(place) else place for place in self.places]


class _Once:
    """What is compiled once for each database that this process is connected to."""

    def __init__(self, make: Callable[..., Any], *kinds: type) -> None:
        self.make, self.kinds = make, kinds
        self.made: WeakKeyDictionary[object, _Compiled] = WeakKeyDictionary()

    def compiled(self) -> _Compiled:
        source = pool()
        if source not in self.made:
            self.made[source] = _Compiled(self.make, self.kinds)
        return self.made[source]


class Prepared(_Once, Generic[Row]):
    """A query of rows with places for values of these types (UUID, str, datetime), filled in at each call.

    Joins by `select_related` are kept; whatever else a query can load afterwards is not for here.
    """

    def __init__(self, make: Callable[..., QuerySet[Row]], *kinds: type) -> None:
        super().__init__(make, *kinds)

    async def __call__(self, *values: object) -> list[Row]:
        """The rows for these values, read in the transaction that is open, if one is."""
        made, here = self.compiled(), connection()
        reader = here.executor_class(
            model=made.query.model, db=here, prefetch_map={}, prefetch_queries={}, select_related_idx=made.query._select_related_idx
        )
        found: list[Row] = list(await reader.execute_select(made.sql, made.filled(values), custom_fields=[]))
        return found

    async def one(self, *values: object) -> Row | None:
        """The only row, or nothing."""
        found = await self(*values)
        return found[0] if found else None


class PreparedUpdate(_Once):
    """An update of rows in the same manner; the number of rows changed."""

    async def __call__(self, *values: object) -> int:
        made = self.compiled()
        return int((await connection().execute_query(made.sql, made.filled(values)))[0])


def _place(parameter: object, samples: list[Any]) -> Any:
    """How a parameter is made of the values of a call; one that is no sample stays as it is."""
    for number, sample in enumerate(samples):
        if parameter == sample:
            return lambda values: values[number]
        if parameter == str(sample):
            return lambda values: str(values[number])
    return parameter
