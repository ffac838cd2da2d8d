"""News: whoever shows times of doctors, a call or a board hears which of them have changed, in this process and in all others.

Only what is committed is told. Nothing here can hold up or fail an act: telling is a note in memory, everything else
happens later. A listener that is slow, or a process that could not hear for a while, is told that anything may have
changed and looks at everything again.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from uuid import UUID

from models.database import after_commit
from models.database.across import ANYTHING, LONGEST_WORD, Across, across
from models.faults import where

CHANNEL = "emhana_news"
BATCH = 0.1  # seconds in which changes are gathered
MOST_LISTENERS = 500
MOST_NAMED = 1000  # beyond so many names at once, anything may have changed
_PER_WORD = LONGEST_WORD // 33
Batch = frozenset[UUID] | None
log = logging.getLogger(__name__)


class Full(Exception):
    """Nobody further can listen in this process now: ask again later, or look from time to time."""


class Changes:
    """What one listener has not heard yet, gathered while it is busy: `async for batch in changes`; None is anything."""

    def __init__(self) -> None:
        self._named: set[UUID] = set()
        self._anything = self._over = False
        self._stirred = asyncio.Event()

    def tell(self, batch: Batch) -> None:
        self._named.update(batch or ())
        self._anything = self._anything or batch is None or len(self._named) > MOST_NAMED
        self._stirred.set()

    def end(self) -> None:
        self._over = True
        self._stirred.set()

    def __aiter__(self) -> "Changes":
        return self

    async def __anext__(self) -> Batch:
        await self._stirred.wait()
        if self._over:
            raise StopAsyncIteration
        self._stirred.clear()
        batch = None if self._anything else frozenset(self._named)
        self._anything, self._named = False, set()
        return batch


class _Exchange:
    """This process's listeners, what waits to be told to them, and the way to other processes while there is one."""

    def __init__(self) -> None:
        self.listeners: set[Changes] = set()
        self.way: Across | None = None
        self.ending = False
        self.version = 0
        self._waiting: set[UUID] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def note(self, named: frozenset[UUID]) -> None:
        """What was committed as changed; all of a moment is told together."""
        self.version += 1
        if not self.listeners and self.way is None:
            return
        self._waiting |= named
        loop = asyncio.get_running_loop()
        if self._timer is None or self._loop is not loop:
            self._timer, self._loop = loop.call_later(BATCH, self._tell), loop

    def _tell(self) -> None:
        named, self._waiting, self._timer = frozenset(self._waiting), set(), None
        batch = named if len(named) <= MOST_NAMED else None
        self.tell_here(batch)
        if self.way:
            try:
                for word in _words(batch):
                    self.way.tell(word)
            except Exception as error:
                log.error("the other processes are not told of changes\n%s", where(error))

    def tell_here(self, batch: Batch) -> None:
        for one in self.listeners:
            one.tell(batch)

    def hear(self, word: str) -> None:
        """A word of another process."""
        self.version += 1
        self.tell_here(_batch(word))


_exchange = _Exchange()


def changed(ids: Iterable[UUID]) -> None:
    """What has these ids has changed: to be called in the transaction of the act; rolled back, nothing is told."""
    named = frozenset(ids)
    if named:
        after_commit(partial(_exchange.note, named))


def version() -> int:
    """Another number whenever this process has heard of a change: what was read under the same one may be shown again."""
    return _exchange.version


@asynccontextmanager
async def listening() -> AsyncIterator[Changes]:
    """Hear from now on what changes. Raises `Full` when too many listen already or the process is about to end."""
    if _exchange.ending or len(_exchange.listeners) >= MOST_LISTENERS:
        raise Full
    changes = Changes()
    _exchange.listeners.add(changes)
    try:
        yield changes
    finally:
        _exchange.listeners.discard(changes)


def listeners() -> int:
    """How many listen in this process."""
    return len(_exchange.listeners)


def end() -> None:
    """The process is asked to stop: whoever listens hears no more, and nobody begins to."""
    _exchange.ending = True
    for one in _exchange.listeners:
        one.end()


@asynccontextmanager
async def watching() -> AsyncIterator[None]:
    """While the process serves, it hears the other processes and they hear it."""
    way = across(CHANNEL, _exchange.hear, lambda: bool(_exchange.listeners))
    _exchange.way, _exchange.ending = way, False
    work = asyncio.create_task(way.run(), name="news")
    try:
        yield
    finally:
        end()
        _exchange.way, _exchange.ending = None, False
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work


def _words(batch: Batch) -> Iterator[str]:
    """A batch as words short enough for the database."""
    if batch is None:
        yield ANYTHING
        return
    names = [one.hex for one in batch]
    for first in range(0, len(names), _PER_WORD):
        yield ",".join(names[first : first + _PER_WORD])


def _batch(word: str) -> Batch:
    """What a word names; one that cannot be read may mean anything."""
    try:
        return frozenset(UUID(name) for name in word.split(",")) if word != ANYTHING else None
    except ValueError as error:
        log.warning("another process told something that is no list of ids\n%s", where(error))
        return None
