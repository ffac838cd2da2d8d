"""Around every answer: its number, the security headers, and an end for every fault of ours."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urljoin, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.faults import where as where
from models.settings import settings

HTMX_URL = "https://cdn.jsdelivr.net/npm/htmx.org@4.0.1/dist/htmx.min.js"
HTMX_INTEGRITY = "sha384-Qp9rdC8H7EqOoX+nR0P3RPG2Noji+qdwJlGpfzwQJsfOpp3sGwIdSP9xO3+UlEhn"
SSE = "ext/hx-sse.min.js"  # where the package of htmx keeps its extension for events, beside htmx itself
SSE_INTEGRITY = "sha384-v8HvucQ+ohQhMg0arboXc5049yNR46QKMjphs7YDch+Wm7zpfK5XVS01f26mQDJV"
HSTS = "max-age=63072000"
log = logging.getLogger(__name__)
OnError = Callable[[Request, Exception], Awaitable[Response]]


def htmx_url() -> str:
    """Where pages get htmx: the CDN, or an address of the operator's own."""
    return settings().htmx or HTMX_URL


def sse_url() -> str:
    """Where pages get the extension of htmx for events: from beside htmx, laid out as in its package."""
    return urljoin(htmx_url(), SSE)


def _whole(url: str) -> str:
    """An address with its host: a policy knows no others."""
    return url if urlsplit(url).netloc else settings().site + url


def policy(nonce: str) -> str:
    """The content security policy: our own styles and pictures, two scripts by their exact addresses, nothing inline."""
    rules = {
        "default-src": "'none'",
        "script-src": f"{_whole(htmx_url())} 'nonce-{nonce}' {_whole(sse_url())}",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": f"'self' {settings().signing_program}",  # the national signing program on the person's own computer
        "form-action": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(nonce: str, request_id: str) -> dict[str, str]:
    """What every answer carries, whatever its route and status."""
    found = {
        "Content-Security-Policy": policy(nonce),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), loopback-network=(self), local-network-access=(self)",
        "X-Request-Id": request_id,
    }
    return found | ({"Strict-Transport-Security": HSTS} if settings().secure else {})


class Guard:
    """The outermost part of the application. `on_error` makes the page of a fault that nothing below has answered."""

    def __init__(self, app: ASGIApp, on_error: OnError) -> None:
        self.app = app
        self.on_error = on_error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["nonce"], state["request_id"] = secrets.token_urlsafe(16), secrets.token_hex(8)
        fixed, begun = headers(state["nonce"], state["request_id"]), False

        async def sending(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                given = MutableHeaders(scope=message)
                given.update(fixed)
                given.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            log.error("fault, trace %s\n%s", state["request_id"], where(error))
            if begun:
                raise
            answer = await self.on_error(Request(scope), error)
            await answer(scope, receive, sending)
