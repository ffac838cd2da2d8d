"""Numbers of cases and notices: unique, gapless, never reused, taken in the transaction of the act they number."""

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.database import connection, dialect
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
    rows = await connection().execute_query_dict(
        f"INSERT INTO number (series, value) VALUES ('{notice.series(prefix, year)}', 1) "  # noqa: S608 - our own words only
        "ON CONFLICT (series) DO UPDATE SET value = number.value + 1 RETURNING value"
    )
    return notice.number(prefix, year, int(rows[0]["value"]))


async def next_unlocked(prefix: str, series: str) -> str:
    """The next number of a series that may have gaps and makes nobody wait: "AB-2026-000123-4"; it does not begin anew with the year.

    A gapless series makes every transaction wait for the one before it; appointments are too many for that.
    """
    if dialect() == "sqlite":  # one writer at a time in any case
        statement = (
            f"INSERT INTO number (series, value) VALUES ('{series}', 1) "  # noqa: S608 - our own words only
            "ON CONFLICT (series) DO UPDATE SET value = number.value + 1 RETURNING value"
        )
    else:
        statement = f"SELECT nextval('{series}') AS value"
    rows = await connection().execute_query_dict(statement)
    return notice.number(prefix, clock.today().year, int(rows[0]["value"]))
