"""Transactions: one way to open them, to repeat them after a conflict, and to do something once they are committed."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import TypeVar

from tortoise.transactions import in_transaction

from models.faults import where

T = TypeVar("T")
Callback = Callable[[], object]
log = logging.getLogger(__name__)
CONNECTION = "default"
CONFLICTS = {"40001", "40P01"}  # serialization failure, deadlock: PostgreSQL asks to run the transaction again
_waiting: ContextVar[list[Callback] | None] = ContextVar("waiting", default=None)


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """All of it or nothing; inside another one a savepoint. BEGIN IMMEDIATE on SQLite, READ COMMITTED on PostgreSQL."""
    outer, mine = _waiting.get(), list[Callback]()
    token = _waiting.set(mine)
    try:
        async with in_transaction(CONNECTION):
            yield
    finally:
        _waiting.reset(token)
    if outer is None:
        _call(mine)
    else:
        outer.extend(mine)


def after_commit(callback: Callback) -> None:
    """Call this once the outermost transaction is committed, never if it is rolled back; outside of one, at once.

    Background tasks start here: a task born inside a transaction would use its connection after it is over.
    """
    waiting = _waiting.get()
    if waiting is None:
        _call([callback])
    else:
        waiting.append(callback)


def _call(callbacks: list[Callback]) -> None:
    """The commit stands, so a callback that fails is reported and hides neither it nor the other callbacks."""
    for callback in callbacks:
        try:
            callback()
        except Exception as error:
            log.error("a callback after a commit failed\n%s", where(error))


async def retrying(work: Callable[[], Awaitable[T]], attempts: int = 3) -> T:
    """Run the work, a whole transaction, and again after a deadlock or a serialization failure.

    Inside a transaction it runs once: what is already aborted can only be repeated from outside.
    """
    if _waiting.get() is not None:
        return await work()
    for attempt in range(1, attempts):
        try:
            return await work()
        except Exception as error:
            if not conflict(error):
                raise
            await asyncio.sleep(random.uniform(0, 0.02 * attempt))  # noqa: S311 - spreads the next attempts, no secret
    return await work()


def conflict(error: BaseException | None) -> bool:
    """Whether the database asked to run the transaction again."""
    while error is not None:
        if getattr(error, "sqlstate", None) in CONFLICTS:
            return True
        error = error.__cause__
    return False
