"""A form that arrived after its session had ended: what was typed waits for its person, who signs in and sends it.

One form for each account, the last; it is shown to nobody else, and is gone when a session would be.
"""

import uuid
from collections.abc import Mapping, Sequence

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.account import ABSOLUTE, Account, Session, SessionKind, hashed
from models.actor import Actor

MOST = 200_000  # characters of everything typed
LONGEST = 500  # characters of a page's path


class Unsent(Model):
    """What was typed on a page, `{name: [value, …]}`; `page` is its path without a language."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    account: fields.OneToOneRelation[Account] = fields.OneToOneField("models.Account", related_name="unsent", on_delete=fields.CASCADE)
    page = fields.CharField(max_length=LONGEST)
    typed: dict[str, list[str]] = fields.JSONField(default=dict)
    kept_at = fields.DatetimeField()
    account_id: uuid.UUID

    class Meta:
        table = "unsent"


async def keep(token: str, page: str, typed: Mapping[str, Sequence[str]]) -> bool:
    """Keep a form for the account of a browser's session that ran out; one that was signed out, or is nobody's, keeps nothing."""
    left = await Session.get_or_none(token_hash=hashed(token), kind=SessionKind.BROWSER, ended_at=None)
    if left is None or len(page) > LONGEST or sum(len(one) for values in typed.values() for one in values) > MOST:
        return False
    kept = {"page": page, "typed": {name: list(values) for name, values in typed.items()}, "kept_at": clock.now()}
    await Unsent.update_or_create(account_id=left.account_id, defaults=kept)
    return True


async def of(actor: Actor, page: str) -> dict[str, list[str]]:
    """What the caller had typed on a page; empty when nothing waits there."""
    found = await Unsent.get_or_none(account_id=actor.account, page=page, kept_at__gt=clock.now() - ABSOLUTE) if actor.account else None
    return found.typed if found else {}
