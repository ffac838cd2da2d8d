"""`python -m models.database.makemigration NAME`: one migration for both databases, from the models, without either.

`--check` writes nothing and ends with 1 if models and migrations differ on either database. Checks and triggers of
`by_hand` are added where their table is created.
"""

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from textwrap import indent

from aerich import Command
from aerich.exceptions import NotSupportError
from aerich.utils import import_py_file
from tortoise.context import TortoiseContext

from models.database.by_hand import BY_HAND, Check, Trigger
from models.database.engines import APP, config
from models.database.migrate import FOLDER
from models.database.tables import TABLES

NOWHERE = {"sqlite": "sqlite://nowhere", "postgres": "postgres://nowhere@127.0.0.1:1/nowhere"}
BY_YOU = "aerich cannot say this in SQLite: write it here (new table, copy, drop, rename, indexes)"
FILE = '''"""{title}."""

# ruff: noqa: E501
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
UPGRADE = {{
{up}
}}
DOWNGRADE = {{
{down}
}}


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    return UPGRADE[db.capabilities.dialect if db else "postgres"]


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    return DOWNGRADE[db.capabilities.dialect if db else "postgres"]


MODELS_STATE = (
{state}
)
'''


@dataclass(frozen=True)
class Step:
    """What one database needs: the file's name, the statements there and back, the models as they are now."""

    file: str
    up: str
    down: str
    state: str


def numbered(folder: Path) -> list[Path]:
    """The migrations in a folder of an app."""
    return sorted(path for path in folder.glob("*_*.py") if path.name.split("_")[0].isdigit())


def differences(name: str, modules: Sequence[str] = TABLES, folder: Path = FOLDER) -> dict[str, Step | None]:
    """For each database the step from the migrations to the models; None where there is none to take."""
    fresh = get_context("spawn")  # aerich keeps what it found in its class: one process per question
    with ProcessPoolExecutor(2, mp_context=fresh, max_tasks_per_child=1) as pool:
        asked = {one: pool.submit(_difference, one, name, tuple(modules), folder) for one in NOWHERE}
        return {one: answer.result() for one, answer in asked.items()}


def _difference(dialect: str, name: str, modules: Sequence[str], folder: Path) -> Step | None:
    """Ask aerich, in a copy of the folder."""
    with tempfile.TemporaryDirectory() as place:
        mine = Path(place, APP)
        known = numbered(folder / APP)
        if known:
            mine.mkdir()
            for path in known:
                shutil.copy(path, mine)
        try:
            asyncio.run(_ask(dialect, name, modules, place, bool(known)))
        except NotSupportError:
            return Step("", BY_YOU, BY_YOU, "")
        new = {path.name: path for path in numbered(mine)}.keys() - {path.name for path in known}
        return _read(mine / new.pop()) if new else None


async def _ask(dialect: str, name: str, modules: Sequence[str], place: str, later: bool) -> None:
    wanted = config(NOWHERE[dialect], modules)
    async with TortoiseContext() as context:
        await context.init(config=wanted)
        command = Command(wanted, app=APP, location=place)
        if later:
            await command.init(offline=True)
            await command.migrate(name, no_input=True, offline=True)
        else:
            await command.init_migrations(safe=True)


def _read(path: Path) -> Step:
    made = import_py_file(path)
    up, down = asyncio.run(made.upgrade(None)), asyncio.run(made.downgrade(None))
    return Step(path.name, up.strip(), down.strip(), made.MODELS_STATE)


def with_by_hand(sql: str, dialect: str, by_hand: Iterable[Check | Trigger] = BY_HAND) -> str:
    """The statements, with the checks and triggers of every table that they create."""
    for one in by_hand:
        created = re.search(rf'CREATE TABLE IF NOT EXISTS "{one.table}" \(.*?(?=\n\s*\))', sql, re.DOTALL)
        if created and isinstance(one, Check):
            sql = f"{sql[: created.end()]},\n    {one.sql()}{sql[created.end() :]}"
        elif created and isinstance(one, Trigger):
            sql = f"{sql}\n{one.sql(dialect)}"
    return sql


def text(name: str, steps: dict[str, Step | None], by_hand: Iterable[Check | Trigger] = BY_HAND) -> str:
    """The migration's file."""
    given = list(by_hand)
    up = {one: with_by_hand(step.up, one, given) if step else "" for one, step in steps.items()}
    down = {one: step.down if step else "" for one, step in steps.items()}
    state = next(step.state for step in steps.values() if step and step.state)
    lines = "\n".join(f'    "{state[at : at + 100]}"' for at in range(0, len(state), 100))
    return FILE.format(title=name.replace("_", " ").capitalize(), up=_table(up), down=_table(down), state=lines)


def _table(sql: dict[str, str]) -> str:
    return "\n".join(f'    "{one}": r"""\n{indent(words, " " * 8)}\n    """,' for one, words in sql.items())


def make(name: str, modules: Sequence[str] = TABLES, folder: Path = FOLDER, by_hand: Iterable[Check | Trigger] = BY_HAND) -> Path | None:
    """Write the migration from the last one to the models; None if they agree."""
    steps = differences(name, modules, folder)
    file = next((step.file for step in steps.values() if step and step.file), None)
    if file is None:
        return None
    path = folder / APP / file
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    path.write_text(text(name, steps, by_hand), encoding="utf-8")
    return path


def main(arguments: Sequence[str]) -> int:
    """Make a migration, or with --check only say whether one is needed."""
    if list(arguments) == ["--check"]:
        differ = [one for one, step in differences("check").items() if step]
        sys.stdout.write(f"models and migrations differ on {' and '.join(differ)}\n" if differ else "they agree\n")
        return 1 if differ else 0
    if len(arguments) != 1 or not re.fullmatch(r"[a-z][a-z0-9_]*", arguments[0]):
        sys.stderr.write("usage: python -m models.database.makemigration NAME | --check\n")
        return 2
    path = make(arguments[0])
    sys.stdout.write(f"wrote {path}\n" if path else "models and migrations agree\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
