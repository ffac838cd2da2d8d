"""Fields read from rows: `shown` makes a method a field described by its docstring; `named` makes an enum of the law one of the API."""

import inspect
from collections.abc import Awaitable, Callable
from enum import EnumMeta
from functools import lru_cache, wraps
from typing import Any, TypeVar
from uuid import UUID

import strawberry
from tortoise.models import Model

from api.context import Batch, Info
from models import texts
from models.database.prepared import Prepared
from models.law import Language
from models.law.disclosure import Fact, disclosed

Row = TypeVar("Row", bound=Model)
FEW = 4  # rows read so often that their SQL is worth keeping


def shown(resolver: Callable[..., Any]) -> Any:
    """A field whose description is the docstring of its resolver.

    A resolver that reads a row names it `root`; its `self` is there for the reader only, since rows are not built from our types.
    """
    return strawberry.field(resolver=_of_row(resolver), description=inspect.cleandoc(resolver.__doc__ or ""))


def _of_row(resolver: Callable[..., Any]) -> Callable[..., Any]:
    """The resolver without `self`, when it names the row."""
    signature = inspect.signature(resolver)
    if "root" not in signature.parameters:
        return resolver

    @wraps(resolver)
    def bare(*given: Any, **named: Any) -> Any:
        return resolver(None, *given, **named)

    rest = [one for name, one in signature.parameters.items() if name != "self"]
    bare.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
    return bare


def shown_to(info: Info, fact: Fact) -> bool:
    """Whether the law of disclosure shows a fact to the caller's role."""
    return disclosed(fact, info.context.actor.role)


def named(kind: EnumMeta, name: str, words: str) -> None:
    """An enum of the law under its name in the API; each value is described by its English words, `words` + value."""
    made: Any = strawberry.enum(kind, name=name, description=inspect.cleandoc(kind.__doc__ or "").splitlines()[0])
    for value in made.__strawberry_definition__.values:
        value.description = texts.text(f"{words}.{kind[value.name]}", Language.EN).rstrip(".") + "."


def related(root: Model, name: str, info: Info) -> Any:
    """A row's relation: the one that was read with the row, at once; otherwise read together with those of the other rows."""
    kept = root.__dict__.get(f"_{name}")
    if kept is not None and kept.pk == getattr(root, f"{name}_id"):
        return kept
    model = type(root)._meta.fields_map[name].related_model  # type: ignore[attr-defined]
    return info.context.loader(by_id(model)).load(getattr(root, f"{name}_id"))


def of_related(root: Model, name: str, info: Info, told: Callable[[Any], object]) -> Any:
    """What is told of a row's relation: at once, or when it has been read."""
    found = related(root, name, info)
    return told(found) if isinstance(found, Model) else _later(found, told)


async def _later(reading: Awaitable[Any], told: Callable[[Any], object]) -> object:
    return told(await reading)


@lru_cache
def by_id(model: type[Row], *relations: str) -> Batch[Any, Row | None]:
    """Rows of a table by id, read together, with relations; what is absent is None."""

    few = [Prepared(lambda *ids: model.filter(id__in=ids), *[UUID] * number) for number in range(1, FEW + 1)]

    async def batch(keys: list[Any]) -> list[Row | None]:
        fitting = few[len(keys) - 1] if len(keys) <= FEW and not relations else None
        read = await fitting(*keys) if fitting else await model.filter(id__in=keys).prefetch_related(*relations)
        found = {row.pk: row for row in read}
        return [found.get(key) for key in keys]

    return batch
