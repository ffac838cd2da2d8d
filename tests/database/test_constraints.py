"""The start-up check finds whatever promise the database does not keep, and nothing else."""

import pytest
from tortoise.exceptions import IntegrityError

from models.database import connection, dialect, transaction
from models.database.by_hand import Check, Trigger
from models.database.constraints import declared, missing
from tests.database.tables_of_the_test import BY_HAND, MODULES, Booking, Line, Slot

LIVE = "unique slot_id of booking where state IN ('BOOKED', 'HELD') (uq_live)"
DROPPED = {
    LIVE: {"sqlite": "DROP INDEX uq_live", "postgres": "DROP INDEX uq_live"},
    "trigger lines_stay of line": {"sqlite": "DROP TRIGGER lines_stay", "postgres": "DROP TRIGGER lines_stay ON line"},
}


async def _missing() -> list[str]:
    return await missing(MODULES, BY_HAND)


async def test_after_the_migrations_nothing_is_missing(trials: str) -> None:
    assert await _missing() == []
    assert sorted(one.words for one in declared(MODULES, BY_HAND)) == [
        "check chairs_are_numbered_from_one of booking",
        "foreign key slot_id of booking to slot on delete CASCADE",
        "trigger lines_stay of line",
        "unique id of booking",
        "unique id of line",
        "unique id of slot",
        "unique name of slot",
        LIVE,
        "unique slot_id, chair of booking",
    ]


@pytest.mark.parametrize("promise", sorted(DROPPED))
async def test_a_dropped_index_or_trigger_is_found(trials: str, promise: str) -> None:
    await connection().execute_script(DROPPED[promise][dialect()])
    assert await _missing() == [promise]


@pytest.mark.parametrize(
    "index",
    [
        "CREATE INDEX uq_live ON booking (slot_id) WHERE state IN ('BOOKED', 'HELD')",
        "CREATE UNIQUE INDEX uq_live ON booking (slot_id) WHERE state IN ('BOOKED')",
        "CREATE UNIQUE INDEX uq_live ON booking (chair) WHERE state IN ('BOOKED', 'HELD')",
    ],
)
async def test_an_index_of_the_same_name_that_says_something_else_does_not_count(trials: str, index: str) -> None:
    await connection().execute_script(f"DROP INDEX uq_live; {index};")
    assert await _missing() == [LIVE]


_REBUILT = """
CREATE TABLE made (id CHAR(36) {key}, slot_id CHAR(36) {reference}, state VARCHAR(10), chair INT {check} {together});
INSERT INTO made SELECT id, slot_id, state, chair FROM booking; DROP TABLE booking; ALTER TABLE made RENAME TO booking;
CREATE UNIQUE INDEX uq_live ON booking (slot_id) WHERE state IN ('BOOKED', 'HELD');
"""
_PARTS = {
    "key": ("PRIMARY KEY", "unique id of booking"),
    "reference": (
        "REFERENCES slot (id) ON DELETE CASCADE",
        "foreign key slot_id of booking to slot on delete CASCADE",
    ),
    "check": (
        ", CONSTRAINT chairs_are_numbered_from_one CHECK (chair > 0)",
        "check chairs_are_numbered_from_one of booking",
    ),
    "together": (", UNIQUE (slot_id, chair)", "unique slot_id, chair of booking"),
}
_IN_POSTGRES = {
    "key": "ALTER TABLE booking DROP CONSTRAINT booking_pkey",
    "reference": "ALTER TABLE booking DROP CONSTRAINT booking_slot_id_fkey",
    "check": "ALTER TABLE booking DROP CONSTRAINT chairs_are_numbered_from_one",
    "together": "ALTER TABLE booking DROP CONSTRAINT {together}",
}


async def _without(part: str) -> None:
    """The table of bookings without one of its promises."""
    if dialect() == "sqlite":
        await connection().execute_script(_REBUILT.format(**{k: "" if k == part else v[0] for k, v in _PARTS.items()}))
        return
    sql = "SELECT conname FROM pg_constraint WHERE conrelid = 'booking'::regclass AND cardinality(conkey) = 2"
    together = (await connection().execute_query_dict(sql))[0]["conname"]
    await connection().execute_script(_IN_POSTGRES[part].format(together=together))


@pytest.mark.parametrize("part", sorted(_PARTS))
async def test_a_promise_dropped_from_the_table_is_found(trials: str, part: str) -> None:
    await _without(part)
    assert await _missing() == [_PARTS[part][1]]


async def test_a_weaker_foreign_key_does_not_count(trials: str) -> None:
    if dialect() == "sqlite":
        parts = {name: sql for name, (sql, _) in _PARTS.items()} | {"reference": "REFERENCES slot (id)"}
        await connection().execute_script(_REBUILT.format(**parts))
    else:
        again = "ALTER TABLE booking ADD FOREIGN KEY (slot_id) REFERENCES slot (id)"
        await connection().execute_script(f"{_IN_POSTGRES['reference']}; {again}")
    assert await _missing() == [_PARTS["reference"][1]]


async def test_a_check_of_the_same_name_that_allows_more_does_not_count(trials: str) -> None:
    stricter = Check("booking", "chairs_are_numbered_from_one", "chair > 1")
    assert await missing(MODULES, [stricter]) == ["check chairs_are_numbered_from_one of booking"]


async def test_promises_about_tables_that_are_not_there_are_missing(trials: str) -> None:
    wanted: list[Check | Trigger] = [Check("nowhere", "c", "x > 0"), Trigger("nowhere", "t", "DELETE")]
    assert await missing(MODULES, wanted) == ["check c of nowhere", "trigger t of nowhere"]


async def test_a_disabled_trigger_does_not_count(trials: str, engine: str) -> None:
    if engine == "sqlite":
        pytest.skip("SQLite cannot disable a trigger")
    await connection().execute_script("ALTER TABLE line DISABLE TRIGGER lines_stay")
    assert await _missing() == ["trigger lines_stay of line"]


async def test_the_promises_are_kept(trials: str) -> None:
    slot = await Slot.create(name="a")
    await Booking.create(slot=slot, state="BOOKED", chair=1)
    await Booking.create(slot=slot, state="CANCELLED", chair=2)
    for state, chair in (("HELD", 3), ("OVER", 1), ("OVER", 0)):
        with pytest.raises(IntegrityError):
            await Booking.create(slot=slot, state=state, chair=chair)
    line = await Line.create(word="here")
    with pytest.raises(IntegrityError, match="lines_stay"):
        async with transaction():
            await line.delete()
    assert await Line.all().count() == 1
