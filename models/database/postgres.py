"""The PostgreSQL engine: asyncpg, a pool that is opened once, transactions that always give their connection back.

Tortoise's own engine loses the pooled connection if BEGIN fails or is cancelled, and opens pools lazily: a thousand
first requests open more than the server has.
"""

import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterator
from types import TracebackType
from typing import Any, cast

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    ConnectionWrapper,
    NestedTransactionContext,
    PoolConnectionWrapper,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

from models.database.away import Away
from models.settings import Misconfigured

log = logging.getLogger(__name__)
SECONDS_TO_CONNECT = 5.0
SECONDS_FOR_A_CONNECTION = 10.0
SECONDS_FOR_A_STATEMENT = 30.0
_GONE = (
    OSError,  # refused, reset, no such socket; and TimeoutError, which is one
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
)
_ASYNCPG = (asyncpg.InterfaceError, asyncpg.InternalClientError)
# asyncpg's classes are those of its misuse too; "cannot switch": the server said goodbye just as a statement was sent
_LOST = ("closed", "closing", "released back to the pool", "cannot switch to state")
_ANY = (asyncpg.PostgresError, *_ASYNCPG, OSError)


def gone(error: BaseException) -> bool:
    """Whether the error says that the server cannot be reached, rather than that it refused."""
    lost = isinstance(error, _ASYNCPG) and any(word in str(error) for word in _LOST)
    return lost or isinstance(error, _GONE)


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """A server out of reach as the one exception that the rest of the program knows."""
    try:
        yield
    except Exception as error:
        if gone(error):
            raise Away(str(error) or type(error).__name__) from error
        raise


async def give_back(pool: "asyncpg.Pool[Any]", taken: Any, lost: bool) -> None:
    """Return a connection to the pool; a lost one is cut first, because asyncpg would wait for its answer."""
    try:
        if lost:
            taken.terminate()
        await pool.release(taken)
    except _ANY as error:
        log.warning("a connection to the database was lost: %s", error)


class Turn(PoolConnectionWrapper[Any]):
    """One statement's connection from the pool, waited for with a limit."""

    async def __aenter__(self) -> Any:
        await self.ensure_connection()
        with translated():
            self.connection = await self.client._pool.acquire(timeout=SECONDS_FOR_A_CONNECTION)
        return self.connection

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await give_back(self.client._pool, self.connection, lost=error is not None and gone(error))


class Translating(AsyncpgDBClient):
    """Tortoise's client, with the errors of a server out of reach translated."""

    async def _translate_exceptions(self, func: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Any:
        with translated():
            return await super()._translate_exceptions(func, *args, **kwargs)


class Wrapper(Translating, TransactionWrapper):
    """The connection while one transaction has it."""

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(Wrapper(self))

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        if self._finalized:  # a task born inside the transaction outlived it
            raise TransactionManagementError("The transaction is over; start background work with after_commit()")
        return super().acquire_connection()


class Transaction(TransactionContextPooled):
    """A transaction that gives its connection back after errors and cancellation at every step."""

    client: Wrapper
    taken: "asyncpg.pool.PoolConnectionProxy[Any]"

    async def __aenter__(self) -> Wrapper:
        await self.ensure_connection()
        with translated():
            self.taken = await self._pool().acquire(timeout=SECONDS_FOR_A_CONNECTION)
        self.client._connection = cast(Any, self.taken)
        try:
            await self.client.begin()
            self.token = get_connections().set(self.connection_name, self.client)
        except BaseException as error:
            await self._over(error)
            raise
        return self.client

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            get_connections().reset(self.token)
            if not self.client._finalized:
                await self._finish(error)
        except BaseException as failure:
            await self._over(failure)
            raise
        await self._over(error)

    async def _finish(self, error: BaseException | None) -> None:
        """Commit, or roll back without hiding the error that made it necessary (the pool resets what stays open)."""
        if error is None:
            with translated():
                await self.client.commit()
        elif not isinstance(error, Away):
            with contextlib.suppress(*_ANY):
                await self.client.rollback()

    async def _over(self, error: BaseException | None) -> None:
        self.client._finalized = True
        await give_back(self._pool(), self.taken, lost=isinstance(error, Away))

    def _pool(self) -> "asyncpg.Pool[Any]":
        pool = self.client._parent._pool
        if pool is None:
            raise Away("the connections to the database are closed")
        return pool


class Kept(asyncpg.Connection):
    """A connection of the pool. Nothing here sets, listens or locks for a session, so nothing need be reset when it is given back:
    that would be one more journey to the server after each statement. What stays open is still rolled back."""

    def get_reset_query(self) -> str:
        return ""


class Client(Translating):
    """A pool of connections, opened by `open_pool()` only."""

    def __init__(self, dsn: str, maxsize: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.dsn = dsn
        self.pool_maxsize = maxsize

    async def create_connection(self, with_db: bool) -> None:
        """Tortoise would open a pool at the first statement."""
        raise Away("not connected to the database: connect() was not called, or close() was")

    async def open_pool(self) -> None:
        """Open the pool; min_size=0, because asyncpg floods the log while it cannot keep a minimum."""
        with translated():
            self._pool = await asyncpg.create_pool(
                self.dsn, connection_class=Kept, min_size=0, init_size=1, max_size=self.pool_maxsize, timeout=SECONDS_TO_CONNECT,
                command_timeout=SECONDS_FOR_A_STATEMENT, server_settings={"application_name": "emhana"},
            )  # fmt: skip
        await self._post_connect()
        await self._check()

    async def _check(self) -> None:
        """Refuse settings under which an acknowledged act could be lost."""
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            if (await self.execute_query_dict(f"SHOW {name}"))[0][name] == "off":
                raise Misconfigured(f"PostgreSQL's {name} must be on: a power cut could lose what was already answered")

    def acquire_connection(self) -> PoolConnectionWrapper[Any]:
        return Turn(self, self._pool_init_lock)

    def _in_transaction(self) -> TransactionContext:
        return Transaction(Wrapper(self), self._pool_init_lock)

    async def execute_many(self, query: str, values: list[list[object]]) -> None:
        """All rows or none, in a transaction that gives its connection back."""
        async with self._in_transaction() as connection:
            await connection.execute_many(query, values)


client_class = Client
