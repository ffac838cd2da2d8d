"""One HTTP exchange under limits: a time for all of it, a size for the answer, no redirects, nothing from the environment.

It blocks, so call it in a thread. The exchange itself runs in a thread of its own, for neither the look-up of a name nor a server that
sends a byte now and then can be limited otherwise: when the time is over the connection is cut, and the caller goes on without it.
"""

import socket
import ssl
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from threading import Thread
from typing import Any

import httpx

USER_AGENT = "Emhana/1"
CONNECT, STEP = 2.0, 3.0
"""Seconds to connect, and without a byte."""


class NoAnswer(Exception):
    """Nothing that can be used came back; the message says what went wrong, for the log."""


@dataclass(frozen=True)
class Answer:
    """What a server said: the status and the body as sent."""

    status: int
    body: bytes


def exchange(url: str, *, content: bytes | None = None, media_type: str = "", seconds: float, largest: int) -> Answer:
    """A GET, or a POST when there is content. The body is read as it comes, up to `largest` bytes; raises `NoAnswer`."""
    line = _Line()
    running = _started(lambda: _read(url, content, media_type, time.monotonic() + seconds, largest, line))
    try:
        return running.result(timeout=seconds)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RuntimeError, Late) as fault:
        line.cut()
        raise NoAnswer(f"{url}: {type(fault).__name__} {fault}".strip()[:300]) from fault


class _Line:
    """The connection of an exchange, so that it can be cut from outside. Only its own thread closes it."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None

    def hear(self, event: str, about: dict[str, Any]) -> None:
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = about["return_value"].get_extra_info("socket")

    def cut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _read(url: str, content: bytes | None, media_type: str, deadline: float, largest: int, line: _Line) -> Answer:
    timeout = httpx.Timeout(STEP, connect=CONNECT)
    with httpx.Client(timeout=timeout, trust_env=False, verify=_authorities(), follow_redirects=False) as client:
        verb, further = ("GET", {}) if content is None else ("POST", {"Content-Type": media_type})
        with client.stream(verb, url, content=content, headers={**_HEADERS, **further}, extensions={"trace": line.hear}) as answer:
            return Answer(answer.status_code, _body(answer, deadline, largest))


# A name always: the national servers send whoever has none to a page for browsers. Unpacked: sizes count as sent.
_HEADERS = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity"}


def _body(answer: httpx.Response, deadline: float, largest: int) -> bytes:
    body = bytearray()
    for part in answer.iter_raw():
        body += part
        if len(body) > largest:
            raise NoAnswer(f"{answer.url}: more than {largest} bytes")
        if time.monotonic() > deadline:
            raise NoAnswer(f"{answer.url}: too slow")
    return bytes(body)


def _started(work: Callable[[], Answer]) -> "Future[Answer]":
    """Work begun in a thread that never keeps the process from ending."""
    made: Future[Answer] = Future()

    def run() -> None:
        try:
            made.set_result(work())
        except BaseException as fault:
            made.set_exception(fault)

    Thread(target=run, daemon=True, name="emhana-exchange").start()
    return made


@lru_cache
def _authorities() -> ssl.SSLContext:
    """Made once: reading the certificates of the web takes longer than most answers."""
    return ssl.create_default_context()
