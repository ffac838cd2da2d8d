"""Answers that a person has typed and not yet filed: kept on the server, so that nothing typed is lost."""

import uuid

from tortoise import fields
from tortoise.models import Model

from models.account import Account
from models.law import Service


class Draft(Model):
    """One unfinished request per account and service; `answers` has the shape of the request's input, every field optional."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="drafts", on_delete=fields.CASCADE)
    service = fields.CharEnumField(Service, max_length=20)
    answers: dict[str, object] = fields.JSONField(default=dict)
    key = fields.UUIDField(default=uuid.uuid4)
    changed_at = fields.DatetimeField()
    account_id: uuid.UUID

    class Meta:
        table = "draft"
        unique_together = (("account", "service"),)
