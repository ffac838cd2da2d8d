"""Acts named with their input: what can be asked about beforehand (`mayI`) and what must be signed (`requestSignature`)."""

import dataclasses
from enum import Enum
from typing import Any

from strawberry.utils.str_converters import to_camel_case

UNSIGNED = ("idempotency_key", "signature")


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
