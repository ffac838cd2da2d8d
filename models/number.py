"""Numbers of cases and notices, taken in the transaction of the act they number: gapless where a gap would mean something lost."""

from weakref import WeakKeyDictionary

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.database import connection, dialect, pool
from models.law import notice


class Number(Model):
    """The last number given in a series ("AP-2026")."""

    series = fields.CharField(max_length=40, primary_key=True)
    value = fields.IntField()

    class Meta:
        table = "number"


async def next_number(prefix: str) -> str:
    """The next number of a series of this year, with its check digit; a transaction that fails gives it back."""
    year = clock.today().year
    return notice.number(prefix, year, await _of_row(notice.series(prefix, year)))


BLOCK = 20
_left: WeakKeyDictionary[object, dict[str, list[int]]] = WeakKeyDictionary()  # of each database that the process is connected to


async def next_unlocked(prefix: str, series: str) -> str:
    """The next number of a series that may have gaps and makes nobody wait: "AB-2026-000123-4"; it does not begin anew with the year.

    A gapless series makes every transaction wait for the one before it; appointments are too many for that. On PostgreSQL a process
    takes numbers from a sequence in blocks, which no rollback gives back; on SQLite there is one writer at a time in any case.
    """
    value = await _of_row(series) if dialect() == "sqlite" else await _of_sequence(series)
    return notice.number(prefix, clock.today().year, value)


async def next_in_register(prefix: str, code: int, register: str, year: int) -> tuple[int, str]:
    """The next line of a body's register, and the number that says it: "AL-2026-17000123-4", line 123 of the body with the code 17.

    The year is the caller's: whoever waited for the line over New Year's midnight has the year of the register, not another one.
    """
    line = await next_in_log(f"{register}-{year}")
    return line, notice.number(prefix, year, notice.of_register(code, line))


async def next_in_log(series: str) -> int:
    """The next line of a log that is kept without gaps: a transaction that fails gives it back; only writers of the same log wait."""
    return await _of_row(series)


async def _of_sequence(series: str) -> int:
    """A number of this process's block; the next block when it is used up. One value of the sequence stands for one block."""
    left = _left.setdefault(pool(), {}).setdefault(series, [])
    if not left:
        rows = await connection().execute_query_dict(f"SELECT nextval('{series}') AS value")
        last = int(rows[0]["value"]) * BLOCK
        left.extend(range(last, last - BLOCK, -1))
    return left.pop()


async def _of_row(series: str) -> int:
    rows = await connection().execute_query_dict(
        f"INSERT INTO number (series, value) VALUES ('{series}', 1) "  # noqa: S608 - our own words only
        "ON CONFLICT (series) DO UPDATE SET value = number.value + 1 RETURNING value"
    )
    return int(rows[0]["value"])
