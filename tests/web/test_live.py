"""Streams of real server processes: what one changes the other tells, nobody who left is kept, and none holds up the end."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from models import account, clock, news
from models.database import Away
from models.news import Batch
from models.person import Person
from models.settings import settings
from tests.race.serving import Server, free_port, serving
from tests.web import site
from tests.web.live_site import SLOTS
from web import guard, live, session
from web.app import assemble

SITE = ("-m", "tests.web.live_site")
ONE, TWO, _ = SLOTS
SOON = 2.0
AT_ONCE = 4.0  # half a second on an idle computer; a stream that went on would hold the server up for ten
SECRET = "words of a fault"


class Heard:
    """A browser at a stream; `until` waits for an event that holds these words."""

    def __init__(self, answer: httpx.Response) -> None:
        self.lines = answer.aiter_lines()

    async def until(self, words: str, within: float = SOON) -> None:
        async with asyncio.timeout(within):
            while words not in await anext(self.lines):
                pass

    async def end(self, within: float = SOON) -> None:
        async with asyncio.timeout(within):
            async for _ in self.lines:
                pass


@asynccontextmanager
async def at(server: Server, path: str = "/words") -> AsyncIterator[Heard]:
    async with httpx.AsyncClient(base_url=server.address, timeout=10) as client, client.stream("GET", path) as answer:
        assert answer.status_code == 200
        yield Heard(answer)


async def asked(server: Server, method: str, path: str) -> str:
    async with httpx.AsyncClient(base_url=server.address) as client:
        return (await client.request(method, path)).text


@pytest.fixture
def once(engine: str) -> None:
    """For what has nothing to do with the kind of database."""
    if engine == "postgres":
        pytest.skip("the same on both")


async def test_what_one_process_changes_the_stream_of_another_tells(address: str, engine: str) -> None:
    """By name on PostgreSQL; on SQLite the other process only sees that something was written."""
    async with serving(*SITE) as (one, other), at(one) as here, at(other) as there:
        for heard in (here, there):
            await heard.until("anything")
        await asked(one, "POST", f"/take/{ONE}")
        await here.until(str(ONE))
        await there.until(str(ONE) if engine == "postgres" else "anything")
        await asked(other, "POST", f"/take/{TWO}")
        await here.until(str(TWO) if engine == "postgres" else "anything")


async def test_whoever_leaves_is_not_kept_and_whoever_is_too_many_is_told_to_ask(once: None, address: str) -> None:
    server = Server(free_port(), SITE)
    await server.start()
    async with at(server) as first, at(server) as second:
        await first.until("anything")
        await second.until("anything")
        assert await asked(server, "GET", "/listeners") == "2"
    for _ in range(100):
        if await asked(server, "GET", "/listeners") == "0":
            break
        await asyncio.sleep(0.02)
    assert await asked(server, "GET", "/listeners") == "0"
    await asked(server, "POST", "/limit/0")
    async with httpx.AsyncClient(base_url=server.address) as client:
        answer = await client.get("/words")
    await server.stop()
    assert (answer.status_code, answer.headers["retry-after"], answer.text) == (503, "20", "")


async def test_a_process_asked_to_stop_stops_at_once_though_streams_are_open(address: str) -> None:
    server = Server(free_port(), SITE)
    await server.start()
    async with at(server) as heard:
        await heard.until("anything")
        began = time.monotonic()
        stopping = asyncio.create_task(server.stop())
        await heard.end(AT_ONCE)
        await stopping
        assert time.monotonic() - began < AT_ONCE


async def test_several_processes_of_one_command_stop_as_quickly(once: None, address: str) -> None:
    server = Server(free_port(), (*SITE, "2"))
    await server.start()
    async with at(server) as heard:
        await heard.until("anything")
        began = time.monotonic()
        stopping = asyncio.create_task(server.stop())
        await heard.end(AT_ONCE)
        await stopping
        assert time.monotonic() - began < AT_ONCE


def test_an_event_keeps_the_lines_of_its_html() -> None:
    assert live.event("<p>\r\n</p>", retry=5) == "retry: 5\ndata: <p>\ndata: </p>\n\n"
    assert live.event("", name="ended") == "event: ended\ndata: \n\n"


async def test_a_stream_that_cannot_begin_is_answered_like_any_page(environment: pytest.MonkeyPatch) -> None:
    async def away(batch: Batch) -> str | None:
        raise Away

    async def events(request: Request) -> Response:
        return live.stream(request, away)

    app = assemble([], [Route("/events", events)], lifespan=site.nothing)
    async with site.browser(app) as client:
        answer = await client.get("/events")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert news.listeners() == 0


@pytest.mark.parametrize(
    "htmx, expected",
    [
        ("", "https://cdn.jsdelivr.net/npm/htmx.org@4.0.1/dist/ext/hx-sse.min.js"),
        ("https://files.example/htmx/htmx.min.js", "https://files.example/htmx/ext/hx-sse.min.js"),
        ("/own/htmx.min.js", "http://127.0.0.1:8000/own/ext/hx-sse.min.js"),
    ],
)
def test_the_extension_is_loaded_from_beside_htmx(environment: pytest.MonkeyPatch, htmx: str, expected: str) -> None:
    environment.setenv("EMHANA_HTMX", htmx)
    settings.cache_clear()
    assert expected.endswith(guard.sse_url())
    assert f" {expected};" in guard.policy("nonce")


# One stream without a server: what is sent is kept, and the browser leaves when the test says so


class Browser:
    """The other end of one stream."""

    def __init__(self, token: str = "") -> None:
        cookie = f"{session.cookie_name()}={token}".encode()
        self.scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [(b"cookie", cookie)]}
        self.status, self.headers, self.body = 0, dict[str, str](), ""
        self.left, self.said = asyncio.Event(), asyncio.Event()
        self.calls: list[Batch] = []
        self.html: dict[Batch, str | None] = {}

    async def receive(self) -> Message:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.body += message["body"].decode()
            self.said.set()

    async def made(self, batch: Batch) -> str | None:
        self.calls.append(batch)
        if batch == frozenset({TWO}):
            raise ZeroDivisionError(SECRET)
        return self.html.get(batch, "everything" if batch is None else "some")

    async def until(self, words: str) -> None:
        async with asyncio.timeout(SOON):
            while words not in self.body:
                self.said.clear()
                await self.said.wait()


@asynccontextmanager
async def listening(browser: Browser) -> AsyncIterator["asyncio.Task[None]"]:
    answer = live.stream(Request(browser.scope), browser.made)
    task = asyncio.create_task(answer(browser.scope, browser.receive, browser.send))
    yield task
    browser.left.set()
    await asyncio.wait_for(task, SOON)
    assert news.listeners() == 0


async def test_a_stream_begins_with_everything_and_ends_the_asking(environment: pytest.MonkeyPatch) -> None:
    browser = Browser()
    async with listening(browser):
        await browser.until("everything")
    assert browser.body.startswith(f"retry: {live.RETRY}\ndata: {live.WORKS}everything\n\n")
    assert browser.headers["content-type"].startswith("text/event-stream")
    assert browser.headers["cache-control"].startswith("no-store")
    assert browser.headers["x-accel-buffering"] == "no"
    assert "content-length" not in browser.headers


async def test_silence_is_broken_by_a_beat_and_everything_is_looked_at_again(
    environment: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT", 0.02)
    monkeypatch.setattr(live, "REFRESH", 0.1)
    browser = Browser()
    async with listening(browser):
        await browser.until(": \n\n" * 8)
        assert len(browser.calls) > 1
        assert browser.body.count("everything") == 1  # the same again is not sent again
        browser.html[None] = "otherwise"
        await browser.until("data: otherwise")


async def test_a_fault_in_what_is_sent_ends_the_stream_without_its_words(
    environment: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Browser()
    async with listening(browser) as task:
        await browser.until("everything")
        news.changed([TWO])
        await asyncio.wait_for(task, SOON)
    assert "ZeroDivisionError" in caplog.text and SECRET not in caplog.text


async def test_a_stream_has_an_end(environment: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LIFE", 0.1)
    async with listening(Browser()) as task:
        await asyncio.wait_for(task, SOON)


async def _signed_in() -> str:
    person = await Person.create(
        iin="900101300017", surname="Сынақ", given_name="Дана", birth_date=date(1990, 1, 1), recorded_at=clock.now()
    )
    return await account.begin(await account.account_of(person), account.SessionKind.BROWSER)


async def test_a_stream_ends_with_the_session_that_opened_it_and_does_not_prolong_it(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await _signed_in()
    seen = clock.now() - timedelta(minutes=20)
    await account.Session.all().update(seen_at=seen)
    monkeypatch.setattr(live, "BEAT", 0.02)
    browser = Browser(token)
    async with listening(browser) as task:
        await browser.until(": \n\n: \n\n")
        assert (await account.Session.get()).seen_at == seen
        await account.Session.all().update(ended_at=clock.now())
        await asyncio.wait_for(task, SOON)
    assert "event: ended\ndata: \n\n" in browser.body
