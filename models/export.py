"""Exports: a journal or register as a file, made in the background because it may take long, and kept for a day for whoever asked."""

import uuid
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models.account import Session
from models.actor import Actor

KEPT = timedelta(hours=1)


class State(StrEnum):
    """Where an export stands."""

    PREPARING = "PREPARING"
    READY = "READY"
    FAILED = "FAILED"


class Export(Model):
    """A file that is being made, or was. `path` is the page it came from; `done` of `total` rows; `stirred_at` when its maker was last alive.

    It belongs to the session that asked for it, and ends with it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    session: fields.ForeignKeyRelation[Session] = fields.ForeignKeyField(
        "models.Session", related_name="exports", on_delete=fields.CASCADE
    )
    path = fields.CharField(max_length=200)
    title = fields.CharField(max_length=200)
    saved_as = fields.CharField(max_length=120)
    kind = fields.CharField(max_length=10)
    state = fields.CharEnumField(State, max_length=10, default=State.PREPARING)
    done = fields.IntField(default=0)
    total = fields.IntField(null=True)
    reason = fields.CharField(max_length=60, default="")
    begun_at = fields.DatetimeField()
    stirred_at = fields.DatetimeField()
    content: bytes | None = fields.BinaryField(null=True)
    session_id: uuid.UUID

    class Meta:
        table = "export"

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Export]":
        """Whoever asked, in the session in which it was asked."""
        return cls.filter(session_id=actor.session) if actor.session else cls.filter(id=None)

    @property
    def expires_at(self) -> datetime:
        """Until when the file is kept."""
        return self.begun_at + KEPT
