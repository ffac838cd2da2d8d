"""The account's pages and the law's, as a browser opens them, with the demonstration's people."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette

from models import account, demo
from web import account as pages
from web import laws
from web.app import assemble
from web.page import page

SITE = "http://127.0.0.1:8000"
Browse = Callable[[str], Awaitable["Browser"]]


class Browser:
    """A person's browser: it keeps cookies, and its forms carry the token of the page they stand on."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def get(self, path: str) -> httpx.Response:
        return await self.client.get(path)

    async def text(self, path: str) -> str:
        found = await self.get(path)
        assert found.status_code == 200, (path, found.status_code)
        return found.text

    async def post(self, path: str, on: str, **fields: str) -> httpx.Response:
        """Send a form that stands on the page `on`."""
        shown = await self.text(on)
        token = re.search(r'name="csrf" value="([^"]+)"', shown)
        assert token, on
        return await self.client.post(path, data={"csrf": token.group(1), **fields})


@asynccontextmanager
async def nothing(app: Starlette) -> AsyncIterator[None]:
    yield


@pytest.fixture
async def browse(database: str) -> AsyncIterator[Browse]:
    """`await browse("zhanar")` is Zhanar's browser, signed in as a citizen; "" is a visitor's."""
    await demo.seed()
    app = assemble([page("/", "home"), *pages.PAGES, *laws.PAGES], lifespan=nothing)
    opened: list[httpx.AsyncClient] = []

    async def browser(name: str) -> Browser:
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=SITE)
        opened.append(client)
        if name:
            own = await account.account_of(await demo.person(name))
            client.cookies.set("emhana", await account.begin(own, account.SessionKind.BROWSER))
        return Browser(client)

    yield browser
    for client in opened:
        await client.aclose()
