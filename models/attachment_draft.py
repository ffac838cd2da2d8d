"""The unfinished request for attachment of an account: answers and files kept until the request is filed."""

from collections.abc import Mapping
from typing import Any

from models import document as documents
from models import draft as drafts
from models.actor import Actor
from models.document import Document
from models.draft import Draft
from models.law import Service


async def of(actor: Actor) -> Draft:
    """The draft of the caller, opened at the first answer."""
    return await drafts.of(actor, Service.ATTACHMENT)


async def save(actor: Actor, answers: Mapping[str, Any]) -> Draft:
    """Keep answers: those given replace those before, the others stay."""
    return await drafts.save(actor, Service.ATTACHMENT, answers)


async def discard(actor: Actor) -> None:
    """Forget the draft and the files uploaded and not filed."""
    for document in await Document.unfiled(Service.ATTACHMENT).filter(uploaded_by=actor.account):
        await documents.remove(actor, document)
    await forget(actor)


async def forget(actor: Actor) -> None:
    """Forget the answers: they are filed, or not wanted any more."""
    await drafts.forget(actor, Service.ATTACHMENT)
