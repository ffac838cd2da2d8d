"""The stage on a clean database, one per engine; nobody is connected to it while the servers serve."""

from collections.abc import AsyncIterator, Iterator

import pytest

from models import trust
from models.database import close, connect
from models.database.migrate import upgrade
from models.settings import settings
from tests import databases
from tests.race.booking_stage import Surgery, open_surgery
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
def processes(engine: str) -> int:
    """How many serve the same database: a small clinic's two on SQLite, four on PostgreSQL."""
    return 2 if engine == "sqlite" else 4


@pytest.fixture
async def surgery(address: str, one_site: None, request: pytest.FixtureRequest, full: bool) -> Surgery:
    """As many patients and doctors as the test asks for: (usually, in full size), doctors."""
    (usual, most), doctors = request.param
    await connect(address)
    made = await open_surgery(most if full else usual, doctors)
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
