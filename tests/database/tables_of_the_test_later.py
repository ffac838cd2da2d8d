"""The tables of the tests after a change: one more partial unique index."""

import uuid

from tortoise import fields
from tortoise.models import Model

from models.database.indexes import UniqueWhere


class Slot(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    name = fields.CharField(max_length=20, unique=True)
    taken = fields.IntField(default=0)
    at = fields.DatetimeField(null=True)

    class Meta:
        table = "slot"


class Booking(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    slot: fields.ForeignKeyRelation[Slot] = fields.ForeignKeyField("models.Slot", on_delete=fields.CASCADE)
    state = fields.CharField(max_length=10, default="BOOKED")
    chair = fields.IntField(default=1)
    person = fields.CharField(max_length=12, default="")

    class Meta:
        table = "booking"
        unique_together = (("slot", "chair"),)
        indexes = (
            UniqueWhere(fields=("slot_id",), name="uq_live", where="state IN ('BOOKED', 'HELD')"),
            UniqueWhere(fields=("person",), name="uq_person", where="person <> ''"),
        )


class Line(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    word = fields.CharField(max_length=20)

    class Meta:
        table = "line"


MODULES = ("tests.database.tables_of_the_test_later",)
