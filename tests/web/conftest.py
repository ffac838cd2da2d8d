"""The small site of these tests, and a browser at it whose forms are known as ours."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from tests.web import site


@pytest.fixture
def application(environment: pytest.MonkeyPatch) -> Starlette:
    site.TOLD.inputs.clear()
    site.TOLD.away = False
    return site.application()


@pytest.fixture
async def browser(application: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with site.browser(application) as client:
        yield client


@pytest.fixture
async def csrf(browser: httpx.AsyncClient) -> str:
    """The token of a page that this browser has opened."""
    found = re.search(r'name="csrf" value="([^"]+)"', (await browser.get("/kk/notes/1")).text)
    assert found
    return found.group(1)
