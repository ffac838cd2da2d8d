"""A cheap HTTP client: bytes made beforehand over connections that stay open, each asking again as soon as it is answered."""

import asyncio
from collections.abc import Iterator
from time import perf_counter
from typing import Any, cast

from tests.bench.children import Ready

END = b"\r\n\r\n"
LENGTH = b"content-length:"
OK = b"HTTP/1.1 200"
Answered = tuple[list[float], list[Any]]


class Client(asyncio.Protocol):
    """One connection. Answers are kept with whether their status was 200."""

    def __init__(self, requests: Iterator[bytes], took: list[float], brought: list[tuple[bool, bytes]], keep: bool) -> None:
        self.requests, self.took, self.brought, self.keep = requests, took, brought, keep
        self.heard = b""
        self.whole = 0
        self.until = 0.0
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.WriteTransport, transport)  # uvloop's is one without saying so

    def next(self) -> None:
        """Send the next request, if there is one and the time is not over."""
        request = next(self.requests, None) if perf_counter() < self.until else None
        if request is None:
            if not self.over.done():
                self.over.set_result(None)
            return
        self.heard, self.whole, self.sent = b"", 0, perf_counter()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.heard += data
        if not self.whole:
            head = self.heard.find(END)
            if head < 0:
                return
            lower = self.heard[:head].lower()
            at = lower.index(LENGTH) + len(LENGTH)
            self.whole = head + len(END) + int(lower[at:].split(b"\r", 1)[0])
        if len(self.heard) >= self.whole:
            self.took.append(perf_counter() - self.sent)
            sound = self.heard.startswith(OK)
            self.brought.append((sound, self.heard.partition(END)[2] if self.keep or not sound else b""))
            self.next()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.over.done():
            self.over.set_exception(error or ConnectionError("the server hung up"))


async def asking(ready: Ready, ports: list[int], connections: int, requests: list[bytes], keep: bool, seconds: float) -> Answered:
    """Requests over so many connections, which take turns among the servers, until there are no more or the time is over."""
    loop, took, brought, row = asyncio.get_running_loop(), list[float](), list[Any](), iter(requests)
    clients = []
    for number in range(connections):
        _, client = await loop.create_connection(lambda: Client(row, took, brought, keep), "127.0.0.1", ports[number % len(ports)])
        clients.append(client)
    ready()
    until = perf_counter() + seconds
    for client in clients:
        client.until = until
        client.next()
    await asyncio.gather(*(client.over for client in clients))
    return took, brought
