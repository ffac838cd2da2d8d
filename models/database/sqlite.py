"""The SQLite engine: `sqlite3` called on the event loop itself, transactions that take the write lock at once.

A statement of a small database takes tens of microseconds; handing it to a thread and back costs ten times that.
Tortoise's own engine begins transactions deferred, so that of several processes most die at their first write, and
keeps its lock for ever if BEGIN fails or is cancelled.
"""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from tortoise.backends.base.client import ConnectionWrapper, NestedTransactionContext, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError, TransactionManagementError

from models.database.away import Away
from models.settings import Misconfigured

T = TypeVar("T")
PATIENCE = 5.0  # seconds to wait for another process's transaction
PAUSE = 0.002
FULL = 2
_AWAY = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
}  # fmt: skip


def _code(error: sqlite3.Error) -> int:
    """SQLite's error without its extension (SQLITE_BUSY_SNAPSHOT is SQLITE_BUSY)."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def translated() -> Iterator[None]:
    """sqlite3's errors as the ones that the rest of the program knows."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise IntegrityError(error) from error
    except sqlite3.OperationalError as error:
        raise (Away(str(error)) if _code(error) in _AWAY else OperationalError(error)) from error


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; `executescript` would first commit the transaction that it runs in."""
    pending = ""
    for piece in re.split(r"(?<=;)", script):
        pending += piece
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    yield pending


def _identity(path: str) -> tuple[int, int] | None:
    """Which file a path is, or None when there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Inline:
    """The part of `aiosqlite.Connection` that Tortoise uses, without its thread."""

    def __init__(self, path: str, patience: float) -> None:
        with translated():
            self._conn = sqlite3.connect(path, isolation_level=None, timeout=0, cached_statements=512)
        self._conn.row_factory = sqlite3.Row
        self.patience = patience
        self.path = path
        self.file = _identity(path)

    @property
    def total_changes(self) -> int:
        return self._conn.total_changes

    async def _patiently(self, work: Callable[[], T], ends: bool = False) -> T:
        """Do the work; while another process writes, try again later and leave the event loop to others meanwhile.

        That the file is still there is asked where a transaction begins and where it ends, not at each statement between.
        """
        if (ends or not self._conn.in_transaction) and self.file != _identity(self.path):
            raise Away("the database file was taken away")  # what is written into a file nobody can find is lost
        for _ in range(max(1, int(self.patience / PAUSE))):
            try:
                return work()
            except sqlite3.OperationalError as error:
                if _code(error) != sqlite3.SQLITE_BUSY or self._conn.in_transaction:
                    raise self._told(error) from error
            await asyncio.sleep(PAUSE)
        raise Away(f"the database was locked for {self.patience} s")

    def _told(self, error: sqlite3.OperationalError) -> Exception:
        return Away(str(error)) if _code(error) in _AWAY else error

    async def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        return await self._patiently(lambda: self._conn.execute(sql, values), ends=sql == "COMMIT")

    async def executemany(self, sql: str, values: Sequence[Sequence[object]]) -> sqlite3.Cursor:
        return await self._patiently(lambda: self._conn.executemany(sql, values))

    async def executescript(self, sql: str) -> None:
        for statement in statements(sql):
            await self.execute(statement)

    async def execute_fetchall(self, sql: str, values: Sequence[object] | None = None) -> list[sqlite3.Row]:
        return await self._patiently(lambda: self._conn.execute(sql, values or ()).fetchall())

    async def execute_insert(self, sql: str, values: Sequence[object]) -> tuple[int | None]:
        return ((await self.execute(sql, values)).lastrowid,)

    async def commit(self) -> None:
        if self._conn.in_transaction:
            await self.execute("COMMIT")

    async def rollback(self) -> None:
        self.undo()

    def undo(self) -> None:
        """Roll back what is open; without waiting, so that a cancellation cannot come between."""
        if self._conn.in_transaction:
            self._conn.execute("ROLLBACK")

    async def close(self) -> None:
        self._conn.close()


class Turn(ConnectionWrapper[Inline]):
    """One statement's turn at the connection, given back if the connection cannot be opened."""

    async def __aenter__(self) -> Inline:
        await self._lock.acquire()
        try:
            await self.ensure_connection()
        except BaseException:
            self._lock.release()
            raise
        return self.connection


class Wrapper(SqliteTransactionWrapper):
    """The connection while one transaction has it."""

    _connection: Inline  # type: ignore[assignment]

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(Wrapper(self))

    def acquire_connection(self) -> ConnectionWrapper[Inline]:
        if self._finalized:  # a task born inside the transaction outlived it: it must not slip into somebody else's
            raise TransactionManagementError("The transaction is over; start background work with after_commit()")
        return Turn(self._lock, self)

    async def begin(self) -> None:
        with translated():
            await self._connection.execute("BEGIN IMMEDIATE")


class Transaction(SqliteTransactionContext):
    """A transaction whose lock survives errors and cancellation at every step."""

    connection: Wrapper

    async def __aenter__(self) -> Wrapper:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
            self.token = get_connections().set(self.connection_name, self.connection)
        except BaseException:
            self._over()
            raise
        return self.connection

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None and not self.connection._finalized:
                with translated():
                    await self.connection.commit()
        finally:
            try:
                get_connections().reset(self.token)
            finally:
                self._over()

    def _over(self) -> None:
        """Undo what was not committed and give the lock to the next, whatever happened."""
        self.connection._finalized = True
        try:
            if self.connection._connection:
                self.connection._connection.undo()
        finally:
            self._trxlock.release()


class Client(SqliteClient):
    """One connection per process; its settings are checked, not only asked for."""

    _connection: Inline | None  # type: ignore[assignment]

    async def create_connection(self, with_db: bool) -> None:
        if self._connection:
            return
        wanted: dict[str, Any] = {"synchronous": "FULL", "recursive_triggers": "ON", **self.pragmas}  # REPLACE deletes too
        connection = Inline(self.filename, float(wanted.pop("busy_timeout", PATIENCE * 1000)) / 1000)
        try:
            with translated():
                for name, value in wanted.items():
                    await connection.execute(f"PRAGMA {name}={value}")
                await self._check(connection, str(wanted["foreign_keys"]))
        except BaseException:
            await connection.close()
            raise
        self._connection = connection
        await self._post_connect()

    async def _check(self, connection: Inline, foreign_keys: str) -> None:
        """Refuse settings under which an acknowledged act could be lost or point at nothing."""
        found = {}
        for name in ("synchronous", "foreign_keys", "journal_mode"):
            found[name] = (await connection.execute_fetchall(f"PRAGMA {name}"))[0][0]
        if found["synchronous"] < FULL:
            raise Misconfigured("SQLite's synchronous must be FULL: a power cut could lose what was already answered")
        if foreign_keys == "ON" and not found["foreign_keys"]:
            raise Misconfigured("SQLite's foreign_keys must be ON: this build of SQLite has none")
        if found["journal_mode"] not in ("wal", "memory"):
            raise Misconfigured("SQLite's journal_mode must be WAL: the data folder does not allow it")

    def acquire_connection(self) -> ConnectionWrapper[Inline]:
        return Turn(self._lock, self)

    def _in_transaction(self) -> TransactionContext:
        return Transaction(Wrapper(self), self._lock)

    async def execute_many(self, query: str, values: list[list[object]]) -> None:
        """All rows or none, in a transaction that takes the write lock first."""
        async with self._in_transaction() as connection:
            await connection.execute_many(query, values)


client_class = Client
