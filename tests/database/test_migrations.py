"""Migrations: one file for both databases, whole or not at all, by one process at a time, from any folder."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from aerich import Command
from aerich.utils import import_py_file
from tortoise.context import TortoiseContext
from tortoise.exceptions import IntegrityError, OperationalError

from models.database import close, connect, connection
from models.database.constraints import missing
from models.database.engines import sqlite_path
from models.database.makemigration import NOWHERE, differences, make, numbered
from models.database.migrate import alone, upgrade, waiting
from tests.database import stock, tables_of_the_test_later, tables_of_the_test_naive
from tests.database.tables_of_the_test import BY_HAND, MODULES

ROOT = Path(__file__).parents[2]


def _add(folder: Path, name: str, sql: str) -> None:
    """A migration written by hand, after those there are."""
    state = import_py_file(numbered(folder / "models")[-1]).MODELS_STATE
    text = dedent('''
        RUN_IN_TRANSACTION = True
        async def upgrade(db): return """{sql}"""
        async def downgrade(db): return ""
        MODELS_STATE = "{state}"
    ''').format(sql=sql, state=state)  # fmt: skip
    (folder / "models" / name).write_text(text)


async def _tables() -> set[str]:
    """The tables there are, by a name that both catalogues know."""
    sqlite = "SELECT name FROM sqlite_master"
    postgres = "SELECT tablename AS name FROM pg_tables"
    sql = sqlite if connection().capabilities.dialect == "sqlite" else postgres
    return {row["name"] for row in await connection().execute_query_dict(sql)}


async def test_applying_twice_applies_once(empty: str, environment: pytest.MonkeyPatch, folder: Path) -> None:
    assert len(await waiting(empty, MODULES, folder)) == 1
    assert len(await upgrade(empty, MODULES, folder)) == 1
    assert await upgrade(empty, MODULES, folder) == []
    assert await waiting(empty, MODULES, folder) == []


async def test_a_migration_that_fails_leaves_nothing(trial: str, folder: Path) -> None:
    _add(folder, "1_broken.py", "CREATE TABLE half (x INT); INSERT INTO half VALUES (1); CREATE TABLE other (no sql;")
    with pytest.raises(OperationalError):
        await upgrade(trial, MODULES, folder)
    await connect(trial, MODULES)
    assert "half" not in await _tables()
    await close()
    (folder / "models" / "1_broken.py").unlink()
    _add(folder, "1_mended.py", "CREATE TABLE half (x INT);")
    assert await upgrade(trial, MODULES, folder) == ["1_mended.py"]


async def test_with_tortoises_own_engine_half_a_migration_stays(sqlite_trial: str, folder: Path) -> None:
    _add(folder, "1_broken.py", "CREATE TABLE half (x INT); CREATE TABLE other (no sql;")
    async with stock.connected(sqlite_trial):
        command = Command(stock.config(sqlite_trial), location=str(folder))
        await command.init()
        with pytest.raises(OperationalError):
            await command.upgrade()
        assert "half" in await _tables()


REBUILD = """
CREATE TABLE made (id CHAR(36) NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE, taken INT NOT NULL, at TIMESTAMP);
INSERT INTO made SELECT id, name, taken, at FROM slot {of}; DROP TABLE slot; ALTER TABLE made RENAME TO slot;
"""


def _with_a_booking(url: str) -> sqlite3.Connection:
    other = sqlite3.connect(sqlite_path(url), isolation_level=None)
    other.execute("INSERT INTO slot (id, name, taken) VALUES ('1', 'a', 0)")
    other.execute("INSERT INTO booking (id, slot_id, state, chair) VALUES ('2', '1', 'BOOKED', 1)")
    return other


async def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(sqlite_trial: str, folder: Path) -> None:
    other = _with_a_booking(sqlite_trial)
    _add(folder, "1_rebuild.py", REBUILD.format(of=""))
    await upgrade(sqlite_trial, MODULES, folder)
    assert other.execute("SELECT count(*) FROM booking JOIN slot ON slot.id = slot_id").fetchone() == (1,)
    await connect(sqlite_trial, MODULES)
    assert await missing(MODULES, BY_HAND) == []
    await close()
    other.close()


async def test_the_same_rebuilding_with_foreign_keys_on_deletes_them(sqlite_trial: str) -> None:
    other = _with_a_booking(sqlite_trial)
    other.execute("PRAGMA foreign_keys = ON")
    other.executescript(REBUILD.format(of=""))
    assert other.execute("SELECT count(*) FROM booking").fetchone() == (0,)
    other.close()


async def test_a_migration_that_leaves_a_row_pointing_at_nothing_is_undone(sqlite_trial: str, folder: Path) -> None:
    other = _with_a_booking(sqlite_trial)
    _add(folder, "1_loses.py", REBUILD.format(of="WHERE 1 = 0"))
    with pytest.raises(IntegrityError, match="booking"):
        await upgrade(sqlite_trial, MODULES, folder)
    assert other.execute("SELECT count(*) FROM booking JOIN slot ON slot.id = slot_id").fetchone() == (1,)
    other.close()


@pytest.mark.race
async def test_processes_that_upgrade_at_once_are_all_content(
    empty: str, environment: pytest.MonkeyPatch, folder: Path, tmp_path: Path
) -> None:
    code = (
        "import asyncio, pathlib, sys; from models.database.migrate import upgrade;"
        "print(len(asyncio.run(upgrade(sys.argv[1], ('tests.database.tables_of_the_test',), pathlib.Path(sys.argv[2])))))"
    )
    pipe = asyncio.subprocess.PIPE
    command = [sys.executable, "-c", code, empty, str(folder)]
    environment.setenv("PYTHONPATH", str(ROOT))
    processes = [await asyncio.create_subprocess_exec(*command, cwd=tmp_path, stdout=pipe, stderr=pipe) for _ in range(3)]
    answers = await asyncio.gather(*(process.communicate() for process in processes))
    assert sorted(out for out, _ in answers) == [b"0\n", b"0\n", b"1\n"], answers


@pytest.fixture(scope="session")
def later_migrations(migrations_of_the_test: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after the models changed."""
    folder = tmp_path_factory.mktemp("later") / "migrations"
    shutil.copytree(migrations_of_the_test, folder)
    assert make("later", tables_of_the_test_later.MODULES, folder, BY_HAND)
    return folder


async def test_an_upgrade_waits_for_the_one_that_runs(empty: str, environment: pytest.MonkeyPatch, folder: Path) -> None:
    async with alone(empty):
        second = asyncio.create_task(upgrade(empty, MODULES, folder))
        await asyncio.wait([second], timeout=0.5)
        assert not second.done()
    assert len(await second) == 1


async def test_a_later_partial_unique_index_is_unique(trial: str, later_migrations: Path) -> None:
    later = tables_of_the_test_later
    assert len(await upgrade(trial, later.MODULES, later_migrations)) == 1
    await connect(trial, later.MODULES)
    try:
        assert await missing(later.MODULES, BY_HAND) == []
        slots = [await later.Slot.create(name=name) for name in "abc"]
        await later.Booking.create(slot=slots[0], person="x")
        with pytest.raises(IntegrityError):
            await later.Booking.create(slot=slots[1], person="x")
        await later.Booking.create(slot=slots[1], person="")
        await later.Booking.create(slot=slots[2], person="")
        with pytest.raises(IntegrityError):
            await later.Booking.create(slot=slots[2], chair=2, state="HELD")
    finally:
        await close()


def test_a_naive_index_would_lose_both_unique_and_where(folder: Path) -> None:
    path = make("naive", tables_of_the_test_naive.MODULES, folder, BY_HAND)
    assert path is not None
    made = import_py_file(path)
    for dialect in NOWHERE:
        assert "uq_person" in made.UPGRADE[dialect]
        assert "UNIQUE" not in made.UPGRADE[dialect]
        assert "WHERE" not in made.UPGRADE[dialect]


def test_models_and_migrations_that_agree_need_no_step(folder: Path) -> None:
    assert differences("none", MODULES, folder) == {"sqlite": None, "postgres": None}


def test_a_changed_model_is_one_more_file_for_both_databases(later_migrations: Path) -> None:
    first, second = numbered(later_migrations / "models")
    assert first.name.startswith("0_")
    assert second.name.startswith("1_")
    made = import_py_file(second)
    assert all("CREATE UNIQUE INDEX" in made.UPGRADE[dialect] for dialect in NOWHERE)
    assert all("DROP" in made.DOWNGRADE[dialect] for dialect in NOWHERE)


async def test_tortoise_passes_over_meta_constraints(tmp_path: Path) -> None:
    """Why promises are indexes and SQL by hand: should Tortoise learn it one day, this test says so."""
    async with TortoiseContext() as context:
        url = f"sqlite://{tmp_path / 'ignored.sqlite3'}"
        await context.init(db_url=url, modules={"models": ["tests.database.tables_ignored"]})
        await context.generate_schemas()
        sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        made = " ".join(row["sql"] for row in await context.db().execute_query_dict(sql))
    assert '"ignored"' in made
    assert "CHECK" not in made
    assert "WHERE" not in made


def test_the_repositorys_models_and_migrations_agree() -> None:
    done = subprocess.run([sys.executable, "-m", "models.database.makemigration", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "they agree\n"), done.stderr
