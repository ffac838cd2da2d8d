"""Descriptions: every element of the public schema has one, and the names of those that have none."""

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from typing import TypeVar

import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    is_specified_scalar_type,
)

Kind = TypeVar("Kind", bound=Enum)


def enumeration(kind: type[Kind], words: Callable[[Kind], str]) -> type[Kind]:
    """Make an enum of the law one of the API: its docstring describes it, and `words` describe each value."""
    described = strawberry.enum(kind, description=inspect.cleandoc(kind.__doc__ or ""))
    for value in described.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = words(kind(value.value))
    return kind


def undescribed(schema: strawberry.Schema) -> list[str]:
    """Types, fields, arguments, enum values and input fields without a description, as `Type.field(argument)`."""
    kinds = [kind for name, kind in schema._schema.type_map.items() if not name.startswith("__") and not is_specified_scalar_type(kind)]
    return [name for kind in kinds for name, description in _elements(kind) if not description]


def _elements(kind: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    yield kind.name, kind.description
    if isinstance(kind, GraphQLEnumType):
        yield from ((f"{kind.name}.{name}", value.description) for name, value in kind.values.items())
    elif isinstance(kind, GraphQLInputObjectType):
        yield from ((f"{kind.name}.{name}", field.description) for name, field in kind.fields.items())
    elif isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in kind.fields.items():
            yield f"{kind.name}.{name}", field.description
            yield from ((f"{kind.name}.{name}({argument})", given.description) for argument, given in field.args.items())
