"""Tables with one of each kind of promise, for the tests of the database package only."""

import uuid

from tortoise import fields
from tortoise.models import Model

from models.database.by_hand import Check, Trigger
from models.database.indexes import UniqueWhere


class Slot(Model):
    """A place in time; its name is unique, and `taken` counts."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    name = fields.CharField(max_length=20, unique=True)
    taken = fields.IntField(default=0)
    at = fields.DatetimeField(null=True)

    class Meta:
        table = "slot"


class Booking(Model):
    """One live booking per slot, one chair per slot."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    slot: fields.ForeignKeyRelation[Slot] = fields.ForeignKeyField("models.Slot", on_delete=fields.CASCADE)
    state = fields.CharField(max_length=10, default="BOOKED")
    chair = fields.IntField(default=1)
    slot_id: uuid.UUID

    class Meta:
        table = "booking"
        unique_together = (("slot", "chair"),)
        indexes = (UniqueWhere(fields=("slot_id",), name="uq_live", where="state IN ('BOOKED', 'HELD')"),)


class Line(Model):
    """A line that stays."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    word = fields.CharField(max_length=20)

    class Meta:
        table = "line"


MODULES = ("tests.database.tables_of_the_test",)
BY_HAND = (Check("booking", "chairs_are_numbered_from_one", "chair > 0"), Trigger("line", "lines_stay", "DELETE"))
