"""Staff and citizens in browsers at the whole site, with the demonstration's register and keys."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from html import unescape
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from models import account, demo
from tests.attachment.asking import done
from tests.attachment.conftest import People
from web import session
from web.app import create

SITE = "http://127.0.0.1:8000"
FORM = re.compile(r'<form method="post" action="([^"]+)".*?</form>', re.DOTALL)
CSRF = re.compile(r'name="csrf" value="([^"]+)"')
KEY = re.compile(r'name="idempotencyKey" value="([^"]+)"')


@dataclass
class Visitor:
    """One person's browser: it keeps cookies and follows nothing by itself."""

    http: httpx.AsyncClient

    async def get(self, path: str, status: int = 200) -> str:
        """A page that must answer so."""
        answer = await self.http.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.headers.get("location"), text(answer.text)[:600])
        return answer.text

    async def sent(self, page: str, action: str, fields: dict[str, Any] | None = None) -> httpx.Response:
        """Open a page, and send the form on it that leads to an action, with its hidden proof and key."""
        shown = await self.get(page)
        assert action in FORM.findall(shown), (action, FORM.findall(shown))
        proof, key = CSRF.findall(shown), KEY.findall(shown)
        given = {"csrf": proof[-1], **({"idempotencyKey": key[0]} if key else {}), **(fields or {})}
        return await self.http.post(action, data=given)

    async def done(self, page: str, action: str, fields: dict[str, Any] | None = None) -> str:
        """Where a form that must succeed leads."""
        answer = await self.sent(page, action, fields)
        assert answer.status_code == 303, (answer.status_code, text(answer.text)[:1500])
        return str(answer.headers["location"])

    async def signed(self, address: str, act: str) -> str:
        """Sign what a sign page asks for with the demonstration key of whoever is signed in; where it leads."""
        return await self.done(address, f"{address}/{act}", {**hidden(await self.get(address)), "demonstrate": "true"})


def hidden(page: str) -> dict[str, str]:
    """The hidden values of the first form about a signature."""
    form = next(found.group(0) for found in FORM.finditer(page) if "/sign/" in found.group(1))
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def text(page: str) -> str:
    """The words of a page without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


async def visitor(application: Starlette, name: str = "") -> Visitor:
    """Somebody's browser at the site, signed in, or nobody's."""
    http = httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=SITE, headers={"Accept-Language": "en"})
    if name:
        own = await account.account_of(await demo.person(name))
        posts = await account.posts_of(own.id)
        token = await account.begin(own, account.SessionKind.BROWSER, posts[0] if posts else None)
        http.cookies.set(session.cookie_name(), token)
    return Visitor(http)


Visit = Callable[[str], Awaitable[Visitor]]


@pytest.fixture
def application(register: str) -> Starlette:
    """The whole site; the test's own connection serves it."""
    return create()


@pytest.fixture
async def visit(application: Starlette) -> AsyncIterator[Visit]:
    """`await visit("registrar")` is the registrar's browser; "" a visitor's."""
    opened: list[Visitor] = []

    async def somebody(name: str) -> Visitor:
        opened.append(await visitor(application, name))
        return opened[-1]

    yield somebody
    for one in opened:
        await one.http.aclose()


@pytest.fixture
async def case(people: People, visit: Visit) -> str:
    """Yerlan's request at polyclinic No. 5, by its global id."""
    return str(done(await (await people("yerlan")).file())["id"])


async def approved(visit: Visit, case: str) -> str:
    """The head approves and signs; where that leads."""
    head = await visit("head")
    return await head.signed(await head.done(f"/kk/attachments/{case}/approve", f"/kk/attachments/{case}/approve"), "approveAttachment")
