"""Answers that go on: fragments of a page sent as events while it is open, to be put in place by htmx and its hx-sse.

What hx-sse of htmx 4.0.1 asks of us: only events without a name are swapped, `retry:` counts only in an event that has
data, a 204 on connecting again makes it ask without pause while a 503 makes it wait ever longer, and it hangs up while
the page is in the background; so every stream begins with the present state of everything.
"""

import asyncio
import logging
import re
import signal
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from models import account, clock, news
from models.database import Away
from models.faults import where
from models.news import Batch, Changes
from web import session

BEAT = 15.0  # seconds of silence that a proxy on the way bears
REFRESH = 60.0  # what changes without an act, such as a hold that runs out, is seen by then at the latest
LIFE = 600.0
PATIENCE = 30.0  # a browser that takes nothing for so long has gone
# What costs much to show, such as a board of two hundred calls, is shown less often: others are served meanwhile.
REST, LONGEST_REST = 2.0, 3.0
RETRY = 2000  # milliseconds until the browser connects again
ASK_AGAIN = "20"
MOST_EACH = 4
_open: Counter[str] = Counter()
ENDED = "ended"  # the event upon which the browser does not connect again
WORKS = '<div id="live-poll" hx-swap-oob="innerHTML"></div>'  # once events come, nobody needs to ask
HEADERS = {"Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"}  # no-transform: nobody on the way compresses
Render = Callable[[Batch], Awaitable[str | None]]
log = logging.getLogger(__name__)


def stream(request: Request, render: Render) -> Response:
    """An answer that sends what `render` makes of each batch of changes; None asks for everything that is shown."""
    return _Stream(request.cookies.get(session.cookie_name(), ""), render)


def lost(request: Request) -> bool:
    """Whether a page asks because its stream broke off: then the answer brings back what asks every 20 seconds."""
    return request.headers.get("hx-source") == "div#live-lost"


@contextmanager
def _one_more(who: str) -> Iterator[None]:
    """One account listens a few times at once, as many pages as a person has open; further pages ask now and then."""
    if _open[who] >= MOST_EACH:
        raise news.Full
    _open[who] += 1
    try:
        yield
    finally:
        _open[who] -= 1
        if not _open[who]:
            del _open[who]


class _Stream(Response):
    """One browser listening: until it leaves, its session ends, ten minutes are over or the process is asked to stop."""

    def __init__(self, token: str, render: Render) -> None:
        super().__init__(media_type="text/event-stream", headers=HEADERS)
        del self.headers["content-length"]
        self.token, self.made_of = token, render
        self.shown: str | None = None
        self.refreshed = self.cost = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with _one_more(await _account(self.token)):
                async with news.listening() as changes:
                    await self._answer(changes, receive, send)
        except news.Full:
            await PlainTextResponse("", 503, {"Retry-After": ASK_AGAIN})(scope, receive, send)

    async def _answer(self, changes: Changes, receive: Receive, send: Send) -> None:
        """A fault before the first byte is answered like any other; after it the answer just ends, and the browser returns."""
        self.token = self.token if await _alive(self.token) else ""
        first = WORKS + (await self._rendered(None) or "")
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        async with anyio.create_task_group() as group:
            group.start_soon(_until_gone, receive, group.cancel_scope)
            with anyio.move_on_after(LIFE):
                await self._go_on(changes, send, first)
            with anyio.move_on_after(1):
                await send({"type": "http.response.body", "body": b""})
            group.cancel_scope.cancel()

    async def _go_on(self, changes: Changes, send: Send, first: str) -> None:
        try:
            await _put(send, event(first, retry=RETRY))
            while await self._step(changes, send):
                pass
        except (StopAsyncIteration, TimeoutError):
            return  # the process ends, or the browser takes nothing
        except Away:
            log.warning("the database is away: a stream ends")
        except Exception as error:
            log.error("a stream ends\n%s", where(error))

    async def _step(self, changes: Changes, send: Send) -> bool:
        """Wait for the next batch or beat and say what there is to say; False once the session has ended."""
        await anyio.sleep(min(self.cost * REST, LONGEST_REST))
        batch: Batch = frozenset()
        with anyio.move_on_after(BEAT):
            batch = await anext(changes)
        if asyncio.get_running_loop().time() >= self.refreshed + REFRESH:
            batch = None
        if self.token and not await _alive(self.token):
            await _put(send, event("", name=ENDED))
            return False
        html = await self._rendered(batch) if batch != frozenset() else None
        await _put(send, event(html) if html else ": \n\n")
        return True

    async def _rendered(self, batch: Batch) -> str | None:
        """What to send of a batch; everything once more only if it differs from everything sent before."""
        begun = asyncio.get_running_loop().time()
        html = await self.made_of(batch)
        self.cost = asyncio.get_running_loop().time() - begun
        if batch is None:
            self.refreshed = asyncio.get_running_loop().time()
            html, self.shown = None if html == self.shown else html, html
        else:
            self.shown = None
        return html


def event(html: str, name: str = "", retry: int = 0) -> str:
    """One event as the browser reads it; without a name its HTML is swapped."""
    lines = [f"event: {name}"] if name else []
    lines += [f"retry: {retry}"] if retry else []
    lines += [f"data: {line}" for line in re.split(r"\r\n|\r|\n", html)]
    return "\n".join(lines) + "\n\n"


@contextmanager
def ending_on_signal() -> Iterator[None]:
    """End the streams when the process is asked to stop: the server waits for open answers before it tells the application."""
    loop, former = asyncio.get_running_loop(), {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    ours = [one for one, before in former.items() if callable(before)] if threading.current_thread() is threading.main_thread() else []

    def heard(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(news.end)
        before = former[signal.Signals(number)]
        if callable(before):
            before(number, frame)

    for one in ours:
        signal.signal(one, heard)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, former[one])


async def _put(send: Send, text: str) -> None:
    with anyio.fail_after(PATIENCE):
        await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _until_gone(receive: Receive, scope: anyio.CancelScope) -> None:
    """Stop everything once the browser has hung up."""
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


async def _account(token: str) -> str:
    """Whose session a token is; itself, when it is nobody's."""
    found = await account.Session.get_or_none(token_hash=account.hashed(token)) if token else None
    return str(found.account_id) if found else token


async def _alive(token: str) -> bool:
    """Whether a session lasts; looked up without prolonging it, for an open page is not a person at work."""
    found = await account.Session.get_or_none(token_hash=account.hashed(token)).prefetch_related("post") if token else None
    return found is not None and found.alive(clock.now()) and (found.post is None or found.post.in_force)
