"""Databases with the tables of these tests, made by migrations that were generated from them."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from models.database import close, connect
from models.database.makemigration import make
from models.database.migrate import upgrade
from tests import databases
from tests.database.tables_of_the_test import BY_HAND, MODULES


@pytest.fixture(scope="session")
def migrations_of_the_test(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one generated migration."""
    folder = tmp_path_factory.mktemp("migrations")
    assert make("init", MODULES, folder, BY_HAND)
    return folder


@pytest.fixture
def folder(migrations_of_the_test: Path, tmp_path: Path) -> Path:
    """A copy of that folder, for tests that add to it."""
    shutil.copytree(migrations_of_the_test, tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "migrations"


@pytest.fixture
def empty(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any table."""
    if engine == "postgres":
        return str(request.getfixturevalue("postgres_empty"))
    return f"sqlite://{tmp_path / 'trial.sqlite3'}"


@pytest.fixture(scope="session")
def postgres_place(postgres_server: str) -> str:
    """The one PostgreSQL database of these tests: making and dropping one for each would cost more than the tests."""
    return databases.now(databases.create(postgres_server, "trial"))


@pytest.fixture
def postgres_empty(postgres_place: str) -> str:
    """That database without any table, and without whoever a failed test left connected."""
    databases.now(databases.clear(postgres_place))
    return postgres_place


@pytest.fixture
def trial(engine: str, request: pytest.FixtureRequest) -> str:
    """The URL of a database with the tables of these tests."""
    return str(request.getfixturevalue(f"{engine}_trial"))


@pytest.fixture
async def trials(trial: str) -> AsyncIterator[str]:
    """The same, connected."""
    await connect(trial, MODULES)
    yield trial
    await close()


@pytest.fixture(scope="session")
def sqlite_original(migrations_of_the_test: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file that the tests' files are copied from."""
    path = tmp_path_factory.mktemp("original") / "original.sqlite3"
    databases.now(upgrade(f"sqlite://{path}", MODULES, migrations_of_the_test))
    return path


@pytest.fixture
def sqlite_trial(environment: pytest.MonkeyPatch, tmp_path: Path, sqlite_original: Path) -> str:
    """An SQLite database with the tables of these tests, whatever the engine of the run."""
    return f"sqlite://{shutil.copy(sqlite_original, tmp_path / 'trial.sqlite3')}"


@pytest.fixture
def postgres_trial(environment: pytest.MonkeyPatch, postgres_empty: str, migrations_of_the_test: Path) -> str:
    """A PostgreSQL database with the tables of these tests, whatever the engine of the run."""
    databases.now(upgrade(postgres_empty, MODULES, migrations_of_the_test))
    return postgres_empty
