"""Answers that a person has typed and not yet filed: kept on the server, so that nothing typed is lost."""

import uuid
from collections.abc import Mapping
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.account import Account
from models.actor import Actor
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


async def of(actor: Actor, service: Service) -> Draft:
    """The caller's draft of a service, opened at the first answer."""
    draft, _ = await Draft.get_or_create(account_id=actor.account, service=service, defaults={"answers": {}, "changed_at": clock.now()})
    return draft


async def save(actor: Actor, service: Service, answers: Mapping[str, Any]) -> Draft:
    """Keep answers: those given replace those before, the others stay."""
    draft = await of(actor, service)
    draft.answers = {**draft.answers, **answers}
    draft.changed_at = clock.now()
    await draft.save(update_fields=["answers", "changed_at"])
    return draft


async def forget(actor: Actor, service: Service) -> None:
    """Forget the answers: they are filed, or not wanted any more."""
    await Draft.filter(account_id=actor.account, service=service).delete()
