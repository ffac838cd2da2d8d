"""What the database enforces, read from its own catalogue: `sqlite_master` and pragmas, or `pg_catalog`."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any

from tortoise.exceptions import BaseORMException

from models.database.engines import connection, dialect
from models.database.facts import Fact
from models.database.transactions import transaction

Row = dict[str, Any]


async def found() -> set[Fact]:
    """Everything enforced now."""
    facts = _of_postgres() if dialect() == "postgres" else _of_sqlite()
    return {fact async for fact in facts}


async def normal(fact: Fact) -> Fact:
    """The declared fact, with its condition written as this database writes it."""
    if fact.kind not in ("unique", "check") or not fact.condition:
        return fact
    condition = await _postgres_words(fact) if dialect() == "postgres" else _plain(fact.condition)
    return replace(fact, condition=condition)


async def _rows(sql: str, values: Sequence[object] = ()) -> list[Row]:
    return await connection().execute_query_dict(sql, list(values))


def _plain(sql: str) -> str:
    """SQL without differences of white space."""
    return " ".join(sql.split())


# SQLite keeps the text that made a thing


async def _of_sqlite() -> AsyncIterator[Fact]:
    for row in await _rows("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'trigger')"):
        if row["type"] == "trigger":
            yield Fact("trigger", row["tbl_name"], (row["name"],))
            continue
        for name, condition in _checks(row["sql"]):
            yield Fact("check", row["name"], (name,), condition)
        for fact in [*await _sqlite_uniques(row["name"]), *await _sqlite_references(row["name"])]:
            yield fact


async def _sqlite_uniques(table: str) -> list[Fact]:
    facts = []
    for index in await _rows("SELECT * FROM pragma_index_list(?)", [table]):
        if index["unique"]:
            columns = await _names("SELECT name FROM pragma_index_info(?)", index["name"])
            condition = await _sqlite_condition(index["name"]) if index["partial"] else ""
            facts.append(Fact("unique", table, tuple(sorted(columns)), condition))
    keys = await _names("SELECT name FROM pragma_table_info(?) WHERE pk > 0", table)
    return [*facts, Fact("unique", table, tuple(sorted(keys)))]


async def _names(sql: str, of: str) -> list[str]:
    return [str(row["name"]) for row in await _rows(sql, [of])]


async def _sqlite_condition(index: str) -> str:
    sql = (await _rows("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", [index]))[0]["sql"]
    return _plain(re.split(r"\bWHERE\b", sql, maxsplit=1, flags=re.IGNORECASE)[1])


async def _sqlite_references(table: str) -> list[Fact]:
    rows = await _rows("SELECT * FROM pragma_foreign_key_list(?)", [table])
    return [Fact("reference", table, (row["from"],), f"{row['table']} {row['on_delete']}") for row in rows]


def _checks(sql: str) -> list[tuple[str, str]]:
    """The named checks inside a CREATE TABLE, each condition up to the parenthesis that closes it."""
    found = []
    for start in re.finditer(r'CONSTRAINT\s+"?(\w+)"?\s+CHECK\s*\(', sql, re.IGNORECASE):
        found.append((start[1], _plain(_until_closed(sql[start.end() :]))))
    return found


def _until_closed(sql: str) -> str:
    depth, quoted = 1, False
    for place, sign in enumerate(sql):
        quoted ^= sign == "'"
        depth += 0 if quoted else {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return sql[:place]
    return sql


# PostgreSQL keeps what it understood, and says it in its own words

_UNIQUES = """
SELECT t.relname AS table_name, coalesce(pg_get_expr(i.indpred, i.indrelid), '') AS condition,
       array_agg(a.attname::text ORDER BY a.attname) AS columns
FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
WHERE i.indisunique AND i.indisvalid AND i.indexprs IS NULL AND t.relnamespace = current_schema()::regnamespace
GROUP BY i.indexrelid, t.relname, i.indpred, i.indrelid
"""
_REFERENCES = """
SELECT t.relname AS table_name, a.attname::text AS column_name, target.relname AS target,
       c.confdeltype::text AS on_delete
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class target ON target.oid = c.confrelid
JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.convalidated AND t.relnamespace = current_schema()::regnamespace
"""
_CHECKS = """
SELECT t.relname AS table_name, c.conname AS name, pg_get_expr(c.conbin, c.conrelid) AS condition
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
WHERE c.contype = 'c' AND c.convalidated AND t.relnamespace = current_schema()::regnamespace
"""
_TRIGGERS = """
SELECT t.relname AS table_name, g.tgname AS name FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
WHERE NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND t.relnamespace = current_schema()::regnamespace
"""
_ON_DELETE = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}


async def _of_postgres() -> AsyncIterator[Fact]:
    for row in await _rows(_UNIQUES):
        yield Fact("unique", row["table_name"], tuple(sorted(row["columns"])), row["condition"])
    for row in await _rows(_REFERENCES):
        condition = f"{row['target']} {_ON_DELETE[row['on_delete']]}"
        yield Fact("reference", row["table_name"], (row["column_name"],), condition)
    for row in await _rows(_CHECKS):
        yield Fact("check", row["table_name"], (row["name"],), row["condition"])
    for row in await _rows(_TRIGGERS):
        yield Fact("trigger", row["table_name"], (row["name"],))


async def _postgres_words(fact: Fact) -> str:
    """The condition as PostgreSQL would store it, learnt by trying it on an empty copy of the table."""
    try:
        async with transaction():
            return await _tried(fact)
    except BaseORMException:  # no such table or column: so nothing in the catalogue can equal it
        return "does not fit the table"


async def _tried(fact: Fact) -> str:
    await connection().execute_script(f'CREATE TEMP TABLE tried (LIKE "{fact.table}")')
    if fact.kind == "check":
        await connection().execute_script(f"ALTER TABLE tried ADD CONSTRAINT tried CHECK ({fact.condition})")
        sql = "SELECT pg_get_expr(conbin, conrelid) AS said FROM pg_constraint WHERE contype = 'c'"
        rows = await _rows(sql + " AND conrelid = 'pg_temp.tried'::regclass")
    else:
        columns = ", ".join(f'"{column}"' for column in fact.columns)
        await connection().execute_script(f"CREATE UNIQUE INDEX ON tried ({columns}) WHERE {fact.condition}")
        sql = "SELECT pg_get_expr(indpred, indrelid) AS said FROM pg_index WHERE indrelid = 'pg_temp.tried'::regclass"
        rows = await _rows(sql)
    await connection().execute_script("DROP TABLE pg_temp.tried")
    return str(rows[0]["said"])
