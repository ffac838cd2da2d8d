"""The law's pages as a visitor opens them; they need no database, so one site serves all tests."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.account.conftest import SITE, nothing
from web import laws
from web.app import assemble


@pytest.fixture
async def visitor(environment: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    app = assemble(laws.PAGES, lifespan=nothing)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=SITE) as client:
        yield client
