"""Holds: a time kept for a person who is choosing it, for five minutes, or for a person to whom the clinic offers it.

A hold belongs to the person, not to a browser. One that has run out holds nothing from that moment on, whatever becomes of its row.
"""

import uuid
from enum import StrEnum

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock
from models.appointment import Appointment
from models.database.indexes import UniqueWhere
from models.person import Person
from models.timetable import Slot


class HoldPurpose(StrEnum):
    """Why a time is held: a person chooses it, or the clinic offers it instead of one that it cannot keep."""

    CHOICE = "CHOICE"
    OFFER = "OFFER"


class Hold(Model):
    """A slot held for a person until a moment; `ended_at` is when it was used, given back or found to have run out."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    slot: fields.ForeignKeyRelation[Slot] = fields.ForeignKeyField("models.Slot", related_name="holds", on_delete=fields.RESTRICT)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("models.Person", related_name="holds", on_delete=fields.RESTRICT)
    purpose = fields.CharEnumField(HoldPurpose, max_length=10)
    appointment: fields.ForeignKeyNullableRelation[Appointment] = fields.ForeignKeyField(
        "models.Appointment", related_name="offers", null=True, on_delete=fields.RESTRICT
    )
    held_by = fields.UUIDField(null=True)
    held_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    extensions = fields.IntField(default=0)
    ended_at = fields.DatetimeField(null=True)
    slot_id: uuid.UUID
    person_id: uuid.UUID
    appointment_id: uuid.UUID | None

    class Meta:
        table = "hold"
        indexes = [
            UniqueWhere(fields=("slot_id",), name="uq_hold_slot", where="ended_at IS NULL"),
            UniqueWhere(fields=("person_id",), name="uq_hold_person", where="ended_at IS NULL AND purpose = 'CHOICE'"),
            UniqueWhere(fields=("appointment_id",), name="uq_hold_offer", where="ended_at IS NULL AND purpose = 'OFFER'"),
            ("expires_at",),
        ]

    @classmethod
    def live(cls) -> "QuerySet[Hold]":
        """Those that hold a time at this moment."""
        return cls.filter(ended_at=None, expires_at__gt=clock.now())

    @property
    def lives(self) -> bool:
        return self.ended_at is None and clock.now() < self.expires_at
