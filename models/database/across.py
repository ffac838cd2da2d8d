"""What one process tells the others that serve from the same database, and hears from them.

PostgreSQL carries words (LISTEN and NOTIFY) over a connection of their own. NOTIFY inside the transaction of an act would
take one lock for the whole server at each commit and put all acts into one line, so it is sent after the commit, by itself.
SQLite carries none: there a process looks every second whether another one has written anything at all.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

import asyncpg

from models.database.away import Away
from models.database.engines import connection
from models.database.postgres import SECONDS_TO_CONNECT, Client, gone
from models.faults import where

log = logging.getLogger(__name__)
ANYTHING = ""  # the word that says nothing in particular: whoever hears it looks at everything again
MOST_WAITING = 100
LONGEST_WORD = 7900  # bytes; PostgreSQL takes less than 8000
ASK_EVERY = 15.0  # seconds after which a silent connection is asked whether it still stands
LOOK_EVERY = 1.0
SHORTEST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
Heard = Callable[[str], None]


class Across(Protocol):
    """A way to the other processes; it says and hears while it runs."""

    def tell(self, word: str) -> None:
        """Let the others know, soon; never waits and never fails."""

    async def run(self) -> None:
        """Until cancelled, whatever becomes of the database."""


def across(channel: str, heard: Heard, wanted: Callable[[], bool]) -> Across:
    """The way that this database gives. `wanted` says whether anybody here wants to hear at this moment."""
    client = connection()
    return Postgres(client.dsn, channel, heard) if isinstance(client, Client) else Sqlite(heard, wanted)


class Postgres:
    """One connection for hearing and telling, opened again with pauses when it is lost."""

    def __init__(self, dsn: str, channel: str, heard: Heard) -> None:
        self.dsn, self.channel, self.heard = dsn, channel, heard
        self._waiting: list[str] = []
        self._stirred = asyncio.Event()
        self._failures = 0

    def tell(self, word: str) -> None:
        self._waiting = [*self._waiting, word] if len(self._waiting) < MOST_WAITING else [ANYTHING]
        self._stirred.set()

    async def run(self) -> None:
        while True:
            try:
                await self._talk()
            except Exception as error:
                self._report(error)
                self._failures += 1
            await asyncio.sleep(min(SHORTEST_PAUSE * 2 ** min(self._failures, 5), LONGEST_PAUSE))

    def _report(self, error: Exception) -> None:
        """One line for a database that is away, once; the lines of the program for anything else."""
        if not gone(error):
            log.error("this process and the others do not hear each other\n%s", where(error))
        elif self._failures == 0:
            log.warning("the database is away: this process and the others do not hear each other")

    async def _talk(self) -> None:
        """Hear and tell until the connection is lost."""
        over = await asyncpg.connect(
            self.dsn, timeout=SECONDS_TO_CONNECT, command_timeout=SECONDS_TO_CONNECT,
            server_settings={"application_name": "emhana, between processes"},
        )  # fmt: skip
        try:
            over.add_termination_listener(lambda _: self._stirred.set())
            await over.add_listener(self.channel, self._hear)
            self._failures = 0
            self.heard(ANYTHING)  # what was told before this moment was missed
            while not over.is_closed():
                self._stirred.clear()
                await self._send(over)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stirred.wait(), ASK_EVERY)
        finally:
            with suppress(Exception):
                await over.close(timeout=SHORTEST_PAUSE)

    async def _send(self, over: "asyncpg.Connection[Any]") -> None:
        """Send what waits; a connection with nothing to send is asked whether it stands. What is lost may be anything."""
        words, self._waiting = self._waiting, []
        try:
            for word in words:
                await over.fetchval("SELECT pg_notify($1, $2)", self.channel, word)
            if not words:
                await over.fetchval("SELECT 1")
        except BaseException:
            self._waiting = [ANYTHING] if words else self._waiting
            raise

    def _hear(self, over: Any, pid: int, channel: str, word: object) -> None:
        """A word of another process; our own comes back too and says nothing new."""
        if pid != over.get_server_pid():
            self.heard(str(word))


class Sqlite:
    """The counter of other connections' commits: asked over our own connection, it does not count what we write ourselves."""

    def __init__(self, heard: Heard, wanted: Callable[[], bool]) -> None:
        self.heard, self.wanted = heard, wanted

    def tell(self, word: str) -> None:
        """The others see by themselves that something was written."""

    async def run(self) -> None:
        seen = await self._version()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if self.wanted():
                found = await self._version()
                if found not in (seen, None):
                    self.heard(ANYTHING)
                seen = found

    async def _version(self) -> int | None:
        """The counter, or None while the file cannot be read."""
        try:
            (row,) = await connection().execute_query_dict("PRAGMA data_version")
        except Away:
            return None
        except Exception as error:
            log.error("whether another process has written cannot be seen\n%s", where(error))
            return None
        return int(row["data_version"])
