"""The unfinished request of an account: answers kept as they are given, until the request is filed."""

from collections.abc import Mapping
from typing import Any

from models import clock
from models import document as documents
from models.actor import Actor
from models.document import Document
from models.draft import Draft
from models.law import Service


async def of(actor: Actor) -> Draft:
    """The draft of the caller, opened at the first answer."""
    draft, _ = await Draft.get_or_create(
        account_id=actor.account, service=Service.ATTACHMENT, defaults={"answers": {}, "changed_at": clock.now()}
    )
    return draft


async def save(actor: Actor, answers: Mapping[str, Any]) -> Draft:
    """Keep answers: those given replace those before, the others stay."""
    draft = await of(actor)
    draft.answers = {**draft.answers, **answers}
    draft.changed_at = clock.now()
    await draft.save(update_fields=["answers", "changed_at"])
    return draft


async def discard(actor: Actor) -> None:
    """Forget the draft and the files uploaded and not filed."""
    for document in await Document.filter(uploaded_by=actor.account, attachment=None):
        await documents.remove(actor, document)
    await forget(actor)


async def forget(actor: Actor) -> None:
    """Forget the answers: they are filed, or not wanted any more."""
    await Draft.filter(account_id=actor.account, service=Service.ATTACHMENT).delete()
