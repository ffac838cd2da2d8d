"""The SQLite file under a running connection: moved, removed or put in another's place, nothing more is acknowledged."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from models.database import Away, close, connect, transaction
from models.database.engines import sqlite_path
from tests.database.tables_of_the_test import MODULES, Slot


@pytest.fixture
async def file(sqlite_trial: str) -> AsyncIterator[Path]:
    """The file of a connected database with one slot in it."""
    await connect(sqlite_trial, MODULES)
    await Slot.create(name="before")
    yield Path(sqlite_path(sqlite_trial))
    await close()


def moved(file: Path) -> None:
    file.rename(file.with_name("aside.sqlite3"))


def removed(file: Path) -> None:
    file.unlink()


def replaced(file: Path) -> None:
    """Another file in its place, as when a backup is copied back under a running server."""
    shutil.copy(file, file.with_name("backup.sqlite3"))
    file.with_name("backup.sqlite3").replace(file)


def folder_moved(file: Path) -> None:
    file.parent.rename(file.parent.with_name(f"{file.parent.name}-elsewhere"))


def back(file: Path) -> None:
    file.with_name("aside.sqlite3").rename(file)


def names_kept(file: Path) -> set[str]:
    """The slots in whatever file of the register is left on the disk."""
    found: set[str] = set()
    for left in file.parent.parent.glob(f"{file.parent.name}*/*.sqlite3"):
        with closing(sqlite3.connect(left)) as other:
            found |= {name for (name,) in other.execute("SELECT name FROM slot")}
    return found


WAYS: list[Callable[[Path], None]] = [moved, removed, replaced, folder_moved]


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_read_or_written_once_the_file_is_away(file: Path, way: Callable[[Path], None]) -> None:
    way(file)
    with pytest.raises(Away):
        await Slot.create(name="after")
    with pytest.raises(Away):
        await Slot.all().count()
    with pytest.raises(Away):
        async with transaction():
            pytest.fail("a transaction began")


@pytest.mark.parametrize("way", WAYS)
async def test_a_transaction_under_way_is_not_acknowledged_and_not_kept(file: Path, way: Callable[[Path], None]) -> None:
    with pytest.raises(Away):
        async with transaction():
            await Slot.create(name="after")
            way(file)
    await close()
    assert names_kept(file) <= {"before"}


async def test_the_file_back_in_its_place_is_served_again_and_the_lock_was_given_back(file: Path) -> None:
    moved(file)
    for _ in range(3):
        with pytest.raises(Away):
            await Slot.create(name="lost")
    back(file)
    async with asyncio.timeout(1), transaction():
        await Slot.create(name="after")
    assert sorted([one.name for one in await Slot.all()]) == ["after", "before"]


async def test_copying_the_file_away_disturbs_nobody(file: Path) -> None:
    shutil.copy(file, file.with_name("copy.sqlite3"))
    os.utime(file)
    await Slot.create(name="after")
    assert await Slot.all().count() == 2
