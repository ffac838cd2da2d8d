"""`emhana serve`: uvicorn with uvloop and httptools, one process or several, saying where to look once it answers."""

import asyncio
import logging
import socket
import sys
from contextlib import suppress
from typing import Any

import uvicorn

from models import demo_data, readiness
from models.settings import settings
from web.app import check_settings, prepare

APPLICATION = "web.app:create"
OPTIONS: dict[str, Any] = {
    "factory": True,
    "loop": "uvloop",
    "http": "httptools",
    "ws": "none",
    "server_header": False,
    "access_log": False,
    "proxy_headers": False,
    "log_level": "warning",
    "timeout_graceful_shutdown": 10,
}


class Server(uvicorn.Server):
    """Says where to look when the first question can be answered, not before."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            say(where_to_look())


def options() -> dict[str, Any]:
    """What uvicorn is told; the address of the caller is believed from the proxies named and from nobody else."""
    proxies = settings().proxy
    return {**OPTIONS, "proxy_headers": bool(proxies), "forwarded_allow_ips": proxies or "127.0.0.1"}


def serve(host: str, port: int, processes: int) -> int:
    """Serve until told to stop; the exit code of the process."""
    check_settings()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("tortoise").setLevel(logging.WARNING)
    settings().data.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings().data.chmod(0o700)
    asyncio.run(prepare())
    if processes == 1:
        server = Server(uvicorn.Config(APPLICATION, host=host, port=port, **options()))
        with suppress(KeyboardInterrupt):
            server.run()
        return 0 if server.started else 3
    say(where_to_look())
    uvicorn.run(APPLICATION, host=host, port=port, workers=processes, **options())
    return 0


def where_to_look() -> list[str]:
    """Three lines for a newcomer; of a real register only the address."""
    site = settings().site
    if not settings().demonstration:
        return [f"Emhana answers at {site}", *(f"Not ready: {one}" for one in readiness.missing())]
    names = {one.key: f"{one.surname} {one.given_name}" for one in demo_data.PEOPLE}
    roles = {one.key: one.role for one in demo_data.PEOPLE}
    citizens = ", ".join(names[key] for key in demo_data.SIGN_IN_AS if roles[key] is None)
    staff = ", ".join(f"{names[key]} ({str(roles[key]).lower()})" for key in demo_data.SIGN_IN_AS if roles[key])
    return [
        f"Emhana, a demonstration: {site}/kk  {site}/ru  {site}/en",
        f"Sign in at {site}/kk/signin as a citizen: {citizens}",
        f"or as the clinic: {staff}",
    ]


def say(lines: list[str]) -> None:
    """Lines for the person at the terminal."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
