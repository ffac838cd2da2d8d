"""A database that goes away under the running site: every page says so, nothing is acknowledged, and it comes back by itself."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from models import account, demo
from models.account import SessionKind
from tests.web import site
from web import session
from web.app import create, prepare, serving


@pytest.fixture
def file(engine: str, address: str) -> Path:
    """The file of the register; only SQLite has one."""
    if engine != "sqlite":
        pytest.skip("PostgreSQL keeps its own files")
    return Path(address.removeprefix("sqlite://"))


@pytest.fixture
async def citizen(file: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A citizen's browser at the whole site."""
    await prepare()
    app = create()
    async with serving(app), site.browser(app) as client:
        token = await account.begin(await account.account_of(await demo.person("yerlan")), SessionKind.BROWSER)
        client.cookies.set(session.cookie_name(), token)
        yield client


def move(one: Path, other: Path) -> None:
    one.rename(other)


def remove(file: Path) -> None:
    file.unlink()


def asked(**input: Any) -> dict[str, Any]:
    return {"query": "mutation ($i: SaveContactsInput!) { saveContacts(input: $i) { problems { code } } }", "variables": {"i": input}}


async def test_a_register_moved_away_is_told_on_every_page_and_served_again_once_it_is_back(citizen: httpx.AsyncClient, file: Path) -> None:
    assert (await citizen.get("/kk/account")).status_code == 200
    move(file, file.with_name("aside.sqlite3"))
    for path in ("/kk/account", "/ru/attachments", "/kk/attachments/new/ground"):
        answer = await citizen.get(path)
        assert answer.status_code == 503 and "<html" in answer.text, path
    assert (await citizen.get("/ready")).status_code == 503
    assert (await citizen.get("/ready")).json() == {"ready": False, "database": "away"}
    assert (await citizen.get("/live")).status_code == 200
    answer = await citizen.post("/graphql", json=asked(phone="", email="", language="KK"), headers={"Authorization": f"Bearer {uuid4()}"})
    assert answer.status_code == 503 and answer.json()["errors"][0]["extensions"]["code"] == "DATABASE_AWAY"
    assert int(answer.headers["retry-after"]) > 0
    move(file.with_name("aside.sqlite3"), file)
    assert (await citizen.get("/ready")).status_code == 200
    assert (await citizen.get("/kk/account")).status_code == 200


async def test_a_form_sent_to_a_register_that_is_removed_is_not_acknowledged(citizen: httpx.AsyncClient, file: Path) -> None:
    page = (await citizen.get("/kk/account")).text
    proof = page.split('name="csrf" value="')[1].split('"')[0]
    remove(file)
    for action in ("/kk/account/contacts", "/kk/signout"):
        answer = await citizen.post(action, data={"csrf": proof, "phone": "+77010000001", "email": "", "language": "KK"})
        assert answer.status_code == 503, action
