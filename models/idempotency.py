"""Idempotency keys: a repeated request gives the first answer again, and nothing happens twice (product, section 3.8).

A key is claimed in the transaction of its act. Two at once: the second insert waits for the first to end; after a commit
it finds the first answer, after a rollback it acts itself. So a refusal is never kept.
"""

import uuid
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.database import connection, dialect


class IdempotencyKey(Model):
    """A key that a caller has used: for which act and input, and which row was the answer."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    caller = fields.CharField(max_length=40)
    key = fields.UUIDField()
    mutation = fields.CharField(max_length=60)
    input_hash = fields.CharField(max_length=64)
    object_type = fields.CharField(max_length=40, default="")
    object_id = fields.UUIDField(null=True)
    created_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "idempotency_key"
        unique_together = (("caller", "key"),)

    async def answered(self, object_type: str, object_id: uuid.UUID) -> None:
        """Remember the row that was the first answer."""
        self.object_type, self.object_id = object_type, object_id
        await self.save(update_fields=["object_type", "object_id"])


async def claim(caller: str, key: uuid.UUID, mutation: str, input_hash: str) -> tuple[IdempotencyKey, bool]:
    """The row of this key, and whether it is ours: inserted now, in the transaction that is open, and never before."""
    mine = IdempotencyKey(caller=caller, key=key, mutation=mutation, input_hash=input_hash, created_at=clock.now())
    if await _inserted(mine):
        return mine, True
    return await IdempotencyKey.get(caller=caller, key=key), False


async def _inserted(mine: IdempotencyKey) -> bool:
    """Insert a key unless the caller has used it; waits for a transaction that is inserting the same one."""
    columns = list(IdempotencyKey._meta.fields_db_projection)
    values = [IdempotencyKey._meta.fields_map[name].to_db_value(getattr(mine, name), mine) for name in columns]
    places = ", ".join(f"${number}" if dialect() == "postgres" else "?" for number in range(1, len(columns) + 1))
    names = ", ".join(f'"{name}"' for name in columns)
    statement = f"INSERT INTO idempotency_key ({names}) VALUES ({places}) ON CONFLICT DO NOTHING RETURNING id"  # noqa: S608 - our own words
    done = bool(await connection().execute_query_dict(statement, values))
    mine._saved_in_db = done
    return done


async def forget(before: datetime) -> int:
    """Forget the keys of requests that nobody retries any more; returns how many."""
    return await IdempotencyKey.filter(created_at__lt=before).delete()
