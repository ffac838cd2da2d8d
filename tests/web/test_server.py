"""How the server is told to run: whose word on the caller's address is believed, and who may look into the data folder."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from models.settings import settings
from web import server

CLAIMED = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}


async def address(request: Request) -> Response:
    assert request.client is not None
    return PlainTextResponse(f"{request.client.host} {request.url.scheme}")


class Told(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answers = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.answers.set()


@asynccontextmanager
async def running() -> AsyncIterator[str]:
    """A server with our options on a port of this computer, as uvicorn runs it."""
    told = {name: value for name, value in server.options().items() if name not in ("factory", "loop")}
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(Starlette(routes=[Route("/", address)]), **told)
        ours = Told(config)
        task = asyncio.create_task(ours.serve([listening]))
        await ours.answers.wait()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        ours.should_exit = True
        await task


@pytest.mark.parametrize("proxies, seen", [("", "127.0.0.1 http"), ("198.51.100.1", "127.0.0.1 http"), ("127.0.0.1", "203.0.113.7 https")])
async def test_a_callers_address_is_believed_from_the_proxies_named_only(environment: pytest.MonkeyPatch, proxies: str, seen: str) -> None:
    environment.setenv("EMHANA_PROXY", proxies)
    environment.setenv("FORWARDED_ALLOW_IPS", "*")
    settings.cache_clear()
    async with running() as site, httpx.AsyncClient() as client:
        assert (await client.get(site, headers=CLAIMED)).text == seen
