"""Requests made from the schema itself: every root field with the least input that its types allow."""

from typing import Any
from uuid import UUID, uuid4

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
    is_required_input_field,
)

from api.ids import encode
from api.schema import published

VALUES: dict[str, Any] = {
    "String": "x", "Boolean": True, "Int": 1, "Base64": "eA==", "IIN": "730404399077", "Date": "2026-11-23", "JSON": {},
    "DateTime": "2026-11-23T10:00:00+05:00",
}  # fmt: skip


def roots() -> dict[str, tuple[str, GraphQLField]]:
    """Every field of Query and Mutation, with the kind of its operation."""
    kinds = {"query": published.schema.query_type, "mutation": published.schema.mutation_type}
    return {name: (kind, field) for kind, root in kinds.items() if root for name, field in root.fields.items()}


def least(kind: Any, name: str = "") -> Any:
    """The least value of an input type; an id is one of nothing."""
    bare = get_named_type(kind)
    if is_list_type(kind.of_type if is_non_null_type(kind) else kind):
        return []
    if isinstance(bare, GraphQLEnumType):
        return next(iter(bare.values))
    if isinstance(bare, GraphQLInputObjectType):
        fields = list(bare.fields.items())
        one_of = bare.extensions["strawberry-definition"].is_one_of
        needed = fields[:1] if one_of else [(one, field) for one, field in fields if is_required_input_field(field)]
        return {one: least(field.type, one) for one, field in needed}
    if bare.name == "ID":
        return str(encode(name.capitalize() if name != "id" else "Attachment", UUID(int=7)))
    return str(uuid4()) if bare.name == "UUID" else VALUES[bare.name]


def filled(kind: Any, word: str) -> Any:
    """A value of an input type with every field given, and this word wherever people or programs write words or ids."""
    bare = get_named_type(kind)
    if is_list_type(kind.of_type if is_non_null_type(kind) else kind):
        return [filled(bare, word)]
    if isinstance(bare, GraphQLInputObjectType):
        fields = list(bare.fields.items())
        one_of = bare.extensions["strawberry-definition"].is_one_of
        return {one: filled(field.type, word) for one, field in (fields[:1] if one_of else fields)}
    return word if bare.name in ("String", "ID", "IIN", "Date", "DateTime") else least(bare)


def hostile(name: str, word: str) -> tuple[str, dict[str, Any]]:
    """A document that asks one root field with every argument given, and variables that hold a word everywhere."""
    given = {one: filled(argument.type, word) for one, argument in roots()[name][1].args.items()}
    return document(name, given), given


def request(name: str) -> tuple[str, dict[str, Any]]:
    """A document that asks one root field, and its variables."""
    field = roots()[name][1]
    given = {one: least(argument.type, one) for one, argument in field.args.items() if is_required_argument(argument)}
    return document(name, given), given


def document(name: str, given: dict[str, Any]) -> str:
    """A document that passes these arguments to one root field."""
    kind, field = roots()[name]
    typed = ", ".join(f"${one}: {field.args[one].type}" for one in given)
    passed = ", ".join(f"{one}: ${one}" for one in given)
    shown = get_named_type(field.type)
    selected = "" if is_leaf_type(shown) else "{ problems { code } }" if _payload(shown) else "{ __typename }"
    return f"{kind} {f'({typed})' if typed else ''} {{ {name}{f'({passed})' if passed else ''} {selected} }}"


def _payload(shown: Any) -> bool:
    return isinstance(shown, GraphQLObjectType) and "problems" in shown.fields


def answered(body: dict[str, Any]) -> str:
    """UNAUTHENTICATED, FORBIDDEN, or "" for whatever an admitted caller is answered; a request that did not run proves nothing."""
    assert "data" in body, body
    problems = [one for found in (body.get("data") or {}).values() if isinstance(found, dict) for one in found.get("problems", [])]
    told = [one["extensions"]["code"] for one in body.get("errors", [])] + [one["code"] for one in problems]
    return next((one for one in told if one in ("UNAUTHENTICATED", "FORBIDDEN")), "")
