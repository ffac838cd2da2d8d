"""Scalars: what people write is checked and, when wrong, becomes a problem on its field; what programs write must parse.

A scalar that people type (IIN, BIN, Date, DateTime) never fails while the request is read: it becomes `Faulty`, which the
root field turns into a problem with the path of the field before the resolver runs. So a wrong digit is told like every
other mistake.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import NewType
from uuid import UUID

import strawberry
from strawberry.scalars import JSON
from strawberry.types.scalar import ScalarDefinition

from api.problems import Fault, ProblemCode
from models import clock
from models.law import person

IIN = NewType("IIN", str)
BIN = NewType("BIN", str)
Base64 = NewType("Base64", bytes)
LONGEST_LIST = 100


@dataclass(frozen=True)
class Faulty:
    """What stands for a value that people typed wrong, until the root field tells them."""

    code: ProblemCode


def faults(given: object, path: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Every wrong value in arguments or an input, with its path."""
    if isinstance(given, Faulty):
        yield Fault(given.code, path)
    elif isinstance(given, list):
        for place, value in enumerate(given):
            yield from faults(value, (*path, str(place)))
    elif isinstance(given, Mapping):
        for name, value in given.items():
            yield from faults(value, (*path, str(name)))
    elif is_dataclass(given):
        for one in fields(given):
            yield from faults(getattr(given, one.name), (*path, one.name))


def too_long(given: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every list in arguments or an input that is longer than anybody needs."""
    if isinstance(given, list):
        if len(given) > LONGEST_LIST:
            yield path
    elif is_dataclass(given):
        for one in fields(given):
            yield from too_long(getattr(given, one.name), (*path, one.name))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a string")
    return value


def _iin(value: object) -> IIN | Faulty:
    found = person.iin_fault(_text(value))
    return Faulty(ProblemCode(found)) if found else IIN(person.normalise(_text(value)))


def _bin(value: object) -> BIN | Faulty:
    found = person.bin_fault(_text(value))
    return Faulty(ProblemCode(found)) if found else BIN(person.normalise(_text(value)))


def _date(value: object) -> date | Faulty:
    typed = _text(value).strip()
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()
    except ValueError:
        return Faulty(ProblemCode.INVALID_DATE)


def _moment(value: object) -> datetime | Faulty:
    typed = _text(value).strip()
    try:
        moment = datetime.fromisoformat(typed)
        return Faulty(ProblemCode.INVALID_MOMENT) if moment.tzinfo is None else clock.local(moment)
    except (ValueError, OverflowError):  # no moment, or one at the very end of the calendar
        return Faulty(ProblemCode.INVALID_MOMENT)


def _shown_moment(value: object) -> str:
    """A moment with the offset of Kazakhstan; one without a zone is a fault of ours."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError("a moment must be aware")
    return clock.local(value).isoformat()


def _shown_day(value: object) -> str:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError("a day must be a date")
    return value.isoformat()


def _uuid(value: object) -> UUID:
    return UUID(_text(value))


def _bytes(value: object) -> Base64:
    try:
        return Base64(base64.b64decode("".join(_text(value).split()), validate=True))
    except binascii.Error:
        raise ValueError("must be Base64 with the standard alphabet") from None


def _shown_bytes(value: object) -> str:
    if not isinstance(value, bytes):
        raise TypeError("Base64 holds bytes")
    return base64.b64encode(value).decode()


SCALARS: Mapping[object, ScalarDefinition] = {
    IIN: strawberry.scalar(
        name="IIN", description="Individual identification number: twelve digits, the last a check digit.", parse_value=_iin, serialize=str
    ),
    BIN: strawberry.scalar(
        name="BIN", description="Business identification number: twelve digits, the last a check digit.", parse_value=_bin, serialize=str
    ),
    date: strawberry.scalar(name="Date", description="A day: 2026-03-18.", parse_value=_date, serialize=_shown_day),
    datetime: strawberry.scalar(
        name="DateTime", description="A moment with its offset: 2026-03-18T18:00:00+05:00.", parse_value=_moment, serialize=_shown_moment
    ),
    UUID: strawberry.scalar(
        name="UUID", description="A UUID, such as one made anew for each act as its idempotency key.", parse_value=_uuid, serialize=str
    ),
    Base64: strawberry.scalar(
        name="Base64",
        description="Bytes in Base64 with the standard alphabet (RFC 4648, section 4).",
        parse_value=_bytes,
        serialize=_shown_bytes,
    ),
    JSON: strawberry.scalar(name="JSON", description="Any JSON value.", parse_value=lambda value: value, serialize=lambda value: value),
}
