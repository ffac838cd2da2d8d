"""Real server processes on free ports: started as the operator starts them, stopped, and killed without a word."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
BETWEEN = 0.7
MOMENT = 5000  # so many milliseconds are waited for requests to be under way before a kill
EMHANA = ("-m", "web.cli", "serve", "--port")  # as the operator starts it
API = ("-m", "tests.race.server")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass
class Server:
    """One process that serves the API, with the settings of this test (they stand in its environment)."""

    port: int
    command: tuple[str, ...] = API
    process: asyncio.subprocess.Process | None = None
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: int = 0

    @contextmanager
    def asked(self) -> Iterator[None]:
        """A request of a client's is under way as long as the block lasts."""
        self.under_way += 1
        try:
            yield
        finally:
            self.under_way -= 1

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start it, and wait until it can serve."""
        command = [sys.executable, *self.command, str(self.port)]
        nowhere = asyncio.subprocess.DEVNULL
        self.process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=nowhere)
        async with asyncio.timeout(PATIENCE), httpx.AsyncClient(base_url=self.address) as client:
            while not await _ready(client):
                assert self.process.returncode is None, "the server did not start"
                await asyncio.sleep(0.05)
        self.answers.set()

    async def kill(self) -> None:
        """kill -9: nothing is flushed, finished or said goodbye to."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, by: signal.Signals) -> None:
        self.answers.clear()
        if self.process and self.process.returncode is None:
            os.kill(self.process.pid, by)
            await self.process.wait()


async def _ready(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/ready")).status_code == 200
    except httpx.TransportError:
        return False


@asynccontextmanager
async def serving(*command: str, processes: int = 2) -> AsyncIterator[list[Server]]:
    """Two processes on one database, or more."""
    servers = [Server(free_port(), command or API) for _ in range(processes)]
    try:
        await asyncio.gather(*(server.start() for server in servers))
        yield servers
    finally:
        for server in servers:
            await server.stop()


@asynccontextmanager
async def killing(server: Server, times: int) -> AsyncIterator[list[int]]:
    """Kill the server again and again while the block runs, in the middle of requests if there are any, and start it anew each time."""
    killed: list[int] = []

    async def again() -> None:
        while len(killed) < times:
            await asyncio.sleep(BETWEEN)
            for _ in range(MOMENT):
                if server.under_way < 2:
                    await asyncio.sleep(0.001)
            await server.kill()
            killed.append(1)
            await server.start()

    task = asyncio.create_task(again())
    try:
        yield killed
    finally:
        await task
