"""A web server of a test's own on this machine, that answers as the test tells it to, and remembers what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Asked:
    """One request as received."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Say:
    """One answer: `drip` sends the body a byte at a time with that many seconds between."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0
    drip: float = 0


class Server:
    """`url` is where it listens; `say` makes the answer to a request."""

    def __init__(self, say: Callable[[Asked], Say]) -> None:
        self.say, self.asked = say, list[Asked]()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer()

            def do_POST(self) -> None:
                self._answer()

            def _answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
                outer.asked.append(asked)
                said = outer.say(asked)
                time.sleep(said.wait)
                try:
                    self._send(said)
                except OSError:
                    return

            def _send(self, said: Say) -> None:
                self.send_response(said.status)
                for name, value in {"Content-Length": str(len(said.body)), **said.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for part in [bytes([one]) for one in said.body] if said.drip else [said.body]:
                    time.sleep(said.drip)
                    self.wfile.write(part)

            def log_message(self, *_: object) -> None:
                """Nothing: a test says what it saw."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def start(self) -> None:
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serving(say: Callable[[Asked], Say]) -> Iterator[Server]:
    """A server that answers by a function until the block ends."""
    server = Server(say)
    server.start()
    try:
        yield server
    finally:
        server.stop()
