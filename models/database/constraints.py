"""The start-up check: what was declared to be always true, compared with what the database really enforces.

Declared are the models' unique fields, `unique_together`, `UniqueWhere` indexes and foreign keys, and what `by_hand`
lists. A partial index counts only with its condition, a trigger only while it is enabled.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tortoise import Tortoise
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

from models.database import catalogue
from models.database.by_hand import BY_HAND, Check, Trigger
from models.database.engines import APP
from models.database.facts import Fact
from models.database.indexes import UniqueWhere
from models.database.tables import TABLES


@dataclass(frozen=True)
class Declared:
    """One promise: the fact the catalogue must hold, and the words a message says about it."""

    fact: Fact
    words: str


async def missing(modules: Sequence[str] = TABLES, by_hand: Iterable[Check | Trigger] = BY_HAND) -> list[str]:
    """What was declared and is not enforced; serving is refused while anything is."""
    found = await catalogue.found()
    wanted = list(declared(modules, by_hand))
    return [one.words for one in wanted if await catalogue.normal(one.fact) not in found]


def declared(modules: Sequence[str] = TABLES, by_hand: Iterable[Check | Trigger] = BY_HAND) -> Iterator[Declared]:
    """Everything that must be enforced, from the models and from the list by hand."""
    for model in (Tortoise.apps or {})[APP].values():
        if model.__module__ in modules:
            yield from _of_model(model)
    for one in by_hand:
        kind, condition = ("check", one.condition) if isinstance(one, Check) else ("trigger", "")
        yield Declared(Fact(kind, one.table, (one.name,), condition), f"{kind} {one.name} of {one.table}")


def _of_model(model: type[Model]) -> Iterator[Declared]:
    table, columns = model._meta.db_table, model._meta.fields_db_projection
    for name, column in columns.items():
        if model._meta.fields_map[name].unique:
            yield _unique(table, (column,))
    for group in model._meta.unique_together:
        yield _unique(table, tuple(_column(model, name) for name in group))
    for index in model._meta.indexes:
        if isinstance(index, UniqueWhere):
            yield _unique(table, tuple(index.fields), index.where, f" ({index.name})")
    for name in model._meta.fk_fields | model._meta.o2o_fields:
        yield from _reference(table, model._meta.fields_map[name])


def _column(model: type[Model], name: str) -> str:
    """The column of a field; a relation's own."""
    return model._meta.fields_db_projection.get(name) or str(model._meta.fields_map[name].source_field)


def _unique(table: str, columns: tuple[str, ...], where: str = "", name: str = "") -> Declared:
    words = f"unique {', '.join(columns)} of {table}{f' where {where}' if where else ''}{name}"
    return Declared(Fact("unique", table, tuple(sorted(columns)), where), words)


def _reference(table: str, field: object) -> Iterator[Declared]:
    if isinstance(field, ForeignKeyFieldInstance) and field.db_constraint:
        target, column = field.related_model._meta.db_table, str(field.source_field)
        fact = Fact("reference", table, (column,), f"{target} {field.on_delete.value}")
        yield Declared(fact, f"foreign key {column} of {table} to {target} on delete {field.on_delete.value}")
