"""Benchmarks run when their folder is named (`make bench`), never among the tests; the table comes at the end."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from models import trust
from models.database import close, connect
from tests.bench import served
from tests.bench.contest import CONNECTIONS, ROUNDS
from tests.bench.measure import table
from tests.race.stage import Stage, set_up

HERE = Path(__file__).parent
PEOPLE = 130


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Only for whoever asks for this folder or a file in it."""
    named = [(config.invocation_params.dir / str(one).partition("::")[0]).resolve() for one in config.args]
    return None if any(one.is_relative_to(HERE) for one in named) else True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Medians of rounds that took turns: compare lines of one run, not runs."""
    machine = f"clients, servers and database on {os.cpu_count()} processors"
    foot = f"medians of {ROUNDS} rounds that took turns, {CONNECTIONS} connections; {machine}"
    for line in [*served.table(foot), *table()]:
        terminalreporter.write_line(line)


@pytest.fixture
async def stage(address: str) -> AsyncIterator[Stage]:
    """The demonstration with a hundred people, connected; no keys of another run are remembered."""
    trust.authority.cache_clear()
    await connect(address)
    yield await set_up(PEOPLE)
    await close()
    trust.authority.cache_clear()
