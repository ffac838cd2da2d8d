"""Whether a notice is what was signed or sealed, proved again from what was kept with the signature."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import anyio.to_thread

from models import eds, evidence
from models.law import signature as law
from models.law.notice import FORMS, edition
from models.notice import CASE_OF, Notice, NoticeSeal


@dataclass(frozen=True)
class Status:
    """What a verification finds: the word for it, and the number of the notice that took its place.

    "valid", "annulled", "replaced", "unsealed"; "changed" when the facts are not those signed; "broken", "revoked".
    """

    word: str
    replaced_by: str = ""


async def status(notice: Notice) -> Status:
    """What is found of a notice whose `signature__request` and `seal` were read with it."""
    if notice.annulled_at is not None:
        return Status("annulled")
    proved = await _proved(notice)
    if proved != "valid":
        return Status(proved)
    (after,) = await replacing([notice])
    return Status("replaced", after) if after else Status("valid")


async def replacing(notices: Collection[Notice]) -> list[str]:
    """The number of the notice that has taken the place of each; empty where none has."""
    cases = {one.case_id for one in notices if FORMS[one.kind].replaced_by and one.case_id}
    later: list[Notice] = []
    for service, column in CASE_OF.items():
        of_service = [one for one in cases if one in {n.case_id for n in notices if n.service is service}]
        if of_service:
            later += await Notice.filter(**{f"{column}__in": of_service}).order_by("issued_at", "id")
    return [_after(one, later) for one in notices]


def _after(notice: Notice, later: Iterable[Notice]) -> str:
    """The last notice of the same case that replaces one of its kind."""
    found = [
        one.number
        for one in later
        if one.case_id == notice.case_id and one.kind in FORMS[notice.kind].replaced_by and _order(one) > _order(notice)
    ]
    return found[-1] if found else ""


def _order(notice: Notice) -> tuple[datetime, int]:
    """When it was issued; of two of one kind in one instant, which was the later edition."""
    return notice.issued_at, edition(notice.number)


async def _proved(notice: Notice) -> str:
    if notice.signature is not None:
        kept = notice.signature
        content = bytes(kept.request.content)
        if json.loads(content).get("facts") != notice.stated:
            return "changed"
        return await _holds(bytes(kept.cms), content, kept.received_at, kept.evidence)
    seal = await NoticeSeal.get_or_none(notice_id=notice.id)
    if seal is None:
        return "unsealed"
    word = await _holds(bytes(seal.cms), notice.facts.encode(), seal.made_at, seal.evidence, notice.stated["clinic"]["bin"])
    return word


async def _holds(cms: bytes, content: bytes, at: datetime, kept: Mapping[str, Any], system: str = "") -> str:
    """Whether a signature verifies as of the moment when it was received or made, and covers exactly these bytes.

    A certificate revoked later does not undo what was signed before.
    """
    try:
        signer = await anyio.to_thread.run_sync(lambda: evidence.again(cms, at, kept))
    except eds.Bad as bad:
        return "revoked" if bad.code in (eds.Code.REVOKED, eds.Code.REVOCATION_UNKNOWN) else "broken"
    if signer.content != content:
        return "changed"
    return "broken" if system and law.system(law.Facts.of(signer), system) else "valid"
