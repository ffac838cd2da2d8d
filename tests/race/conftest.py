"""The stage on a clean database, one per engine; nobody is connected to it while the servers serve."""

from collections.abc import AsyncIterator, Iterator

import pytest

from models import trust
from models.database import close, connect
from models.database.migrate import upgrade
from models.settings import settings
from tests import databases
from tests.race.stage import Stage, set_up


@pytest.fixture
def one_site(environment: pytest.MonkeyPatch) -> Iterator[None]:
    """Both processes serve the same site, and no keys of another test are remembered."""
    environment.setenv("EMHANA_SITE", "http://127.0.0.1")
    settings.cache_clear()
    trust.authority.cache_clear()
    yield
    trust.authority.cache_clear()


@pytest.fixture
async def stage(address: str, one_site: None, request: pytest.FixtureRequest) -> Stage:
    """As many people as the test asks for."""
    await connect(address)
    made = await set_up(getattr(request, "param", 12))
    await close()
    return made


@pytest.fixture
async def read_back(address: str) -> AsyncIterator[str]:
    """Leaves no connection behind when a test has looked at the database."""
    yield address
    await close()


@pytest.fixture
def unprotected(engine: str, address: str, environment: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of its own, whose protections a test may take away."""
    if engine == "sqlite":
        yield address
        return
    server = request.getfixturevalue("postgres_server")
    url = databases.now(databases.create(server, "unprotected"))
    databases.now(upgrade(url))
    environment.setenv("EMHANA_DATABASE_URL", url)
    settings.cache_clear()
    yield url
    databases.now(databases.drop(server, "unprotected"))
