"""Partial unique indexes, the same on SQLite and PostgreSQL: "one attachment in force per person" and its like."""

import base64
import pickle
from collections.abc import Sequence

from tortoise.backends.base.schema_generator import BaseSchemaGenerator
from tortoise.indexes import Index
from tortoise.models import Model


class UniqueWhere(Index):
    """The fields (columns of the table) are unique among the rows that satisfy the condition.

    Tortoise and aerich pass over `Meta.constraints` without a word, so this is an index. aerich rebuilds the indexes of
    earlier migrations from `describe()`; told only fields and name it would make a plain index of it, so it is told the
    whole object.
    """

    def __init__(self, *, fields: Sequence[str], name: str, where: str) -> None:
        super().__init__(fields=tuple(fields), name=name)
        self.where = where

    def get_sql(self, schema_generator: BaseSchemaGenerator, model: type[Model], safe: bool) -> str:
        columns = ", ".join(f'"{column}"' for column in self.field_names)
        exists = "IF NOT EXISTS " if safe else ""
        return f'CREATE UNIQUE INDEX {exists}"{self.name}" ON "{model._meta.db_table}" ({columns}) WHERE {self.where};'

    def describe(self) -> dict[str, str]:
        return {"type": "index", "val": base64.b64encode(pickle.dumps(self, 4)).decode()}

    def __hash__(self) -> int:
        return hash((tuple(self.fields), self.name, self.where))

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (tuple(self.fields), self.name, self.where)


def _again(fields: tuple[str, ...], name: str, where: str) -> UniqueWhere:
    return UniqueWhere(fields=fields, name=name, where=where)
