"""The first answer again: an input with an idempotency key acts once, whoever repeats it and however often."""

import dataclasses
import json
from collections.abc import Awaitable, Callable, Mapping
from hashlib import sha256
from uuid import UUID

from api.problems import Invalid, ProblemCode
from api.rows import load
from models import idempotency
from models.actor import Actor


async def once(actor: Actor, mutation: str, given: Mapping[str, object], shown: str, act: Callable[[], Awaitable[object]]) -> object:
    """Act, or give the row that the same key and input made before; the same key for anything else is a mistake of the caller."""
    key = getattr(given.get("input"), "idempotency_key", None)
    if not isinstance(key, UUID):
        return await act()
    kept, mine = await idempotency.claim(_caller(actor), key, mutation, digest(given))
    if mine:
        made = await act()
        await kept.answered(shown, _key_of(made))
        return made
    if (kept.mutation, kept.input_hash) != (mutation, digest(given)):
        raise Invalid(ProblemCode.IDEMPOTENCY_KEY_REUSED, "idempotency_key")
    return await _first_answer(kept, actor)


def digest(given: Mapping[str, object]) -> str:
    """One hash for one input, in whatever order its fields were written; signed anew, it is still the same input."""
    return sha256(json.dumps(given, default=_plain, sort_keys=True).encode()).hexdigest()


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value) if one.name != "signature"}
    return str(value)


def _caller(actor: Actor) -> str:
    """Keys of one caller say nothing about another's."""
    return str(actor.partner or actor.account or "anyone")


def _key_of(made: object) -> UUID:
    key = getattr(made, "id", None)
    if not isinstance(key, UUID):
        raise TypeError(f"an act with an idempotency key must give a row, not {made!r}")
    return key


async def _first_answer(kept: idempotency.IdempotencyKey, actor: Actor) -> object:
    """The row as it is now, if the caller may still see it."""
    found = await load(kept.object_type, kept.object_id, actor) if kept.object_id else None
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND)
    return found
