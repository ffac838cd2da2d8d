"""Global ids: opaque, prefixed with the type, not sequential: `attachment_` and 26 letters and digits."""

import base64
import binascii
import re
from uuid import UUID

import strawberry

from api.problems import Invalid, ProblemCode

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def prefix(name: str) -> str:
    """The beginning of the ids of a type: HomeVisit → home_visit."""
    return _WORDS.sub("_", name).lower()


def encode(name: str, key: UUID) -> strawberry.ID:
    """The global id of a row of a type."""
    return strawberry.ID(f"{prefix(name)}_{base64.b32encode(key.bytes).decode().rstrip('=').lower()}")


def decode(given: str, name: str, field: str = "id") -> UUID:
    """The key behind a global id of this type; an id of another type or a made-up one is as absent as a missing row."""
    head, _, body = given.rpartition("_")
    if head != prefix(name):
        raise Invalid(ProblemCode.NOT_FOUND, field)
    try:
        key = UUID(bytes=base64.b32decode(body.upper() + "======"))
    except (binascii.Error, ValueError):
        raise Invalid(ProblemCode.NOT_FOUND, field) from None
    if encode(name, key) != given:
        raise Invalid(ProblemCode.NOT_FOUND, field)
    return key
