"""Acts named with their input: what can be asked about beforehand (`mayI`) and what must be signed (`requestSignature`).

Each service enters its acts in ACTS, under the names of their mutations, which are also the fields of `ActInput`.
"""

import dataclasses
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from models.actor import Actor
from models.law import Role
from models.signing import SignatureRequest

UNSIGNED = ("idempotency_key", "signature")
Ask = Callable[[Actor, Any, str], Awaitable[SignatureRequest]]
Line = Callable[[Actor, Any], Awaitable[None]]


@dataclass(frozen=True)
class Rehearsed:
    """An act as it can be done and undone: its resolver, and who may call it, a partner with the scope.

    `ask` makes what is to be signed for the act, where it is signed; `line` leaves in the journal that somebody asked about a person.
    """

    resolver: Callable[..., Awaitable[Any]]
    roles: tuple[Role, ...]
    scope: str = ""
    ask: Ask | None = None
    line: Line | None = None


ACTS: dict[str, Rehearsed] = {}


def plain(given: Any) -> dict[str, Any]:
    """An input as JSON with the API's names, without what is empty and without the key and signature that travel with it."""
    return {
        to_camel_case(one.name): _value(getattr(given, one.name))
        for one in dataclasses.fields(given)
        if one.name not in UNSIGNED and getattr(given, one.name) is not None
    }


def _value(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_value(one) for one in value]
    return value.value if isinstance(value, Enum) else value if isinstance(value, bool | int | float | dict) else str(value)


def chosen(one_of: Any) -> tuple[str, Any]:
    """The act that a one-of input names, and its input."""
    found = [(one.name, getattr(one_of, one.name)) for one in dataclasses.fields(one_of)]
    ((name, given),) = [(name, given) for name, given in found if dataclasses.is_dataclass(given)]
    return to_camel_case(name), given
