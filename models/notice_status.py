"""Whether a notice is what was signed or sealed, and whether it still stands."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from models import evidence
from models.attachment import Attachment
from models.law.notice import FORMS, Kind, edition
from models.notice import CASE_OF, Notice


@dataclass(frozen=True)
class Status:
    """What a verification finds: the word for it, and the number and kind of the notice that took its place.

    "valid", "annulled", "replaced", "ended", "unsealed"; "changed" when the facts are not those signed; "broken", "revoked".
    """

    word: str
    replaced_by: str = ""
    kind: Kind | None = None


_WORDS = {
    "": "valid", "UNSEALED": "unsealed", "CHANGED": "changed", "UNKNOWN": "changed", "CONTENT": "changed", "DIGEST": "changed",
    "REVOKED": "revoked", "REVOCATION_UNKNOWN": "revoked",
}  # fmt: skip


async def status(notice: Notice) -> Status:
    """What is found of a notice whose `signature__request` was read with it."""
    if notice.annulled_at is not None:
        return Status("annulled")
    proved = _WORDS.get(await evidence.fault_of(notice), "broken")
    if proved != "valid":
        return Status(proved)
    after = (await _replacing([notice]))[0]
    if after:
        return Status("replaced", after.number, after.kind)
    return Status("ended" if await _ended(notice) else "valid")


async def _ended(notice: Notice) -> bool:
    """Whether the attachment of a notice has ended since: by another one, or on a ground."""
    return notice.kind is Kind.ATTACHMENT and await Attachment.filter(id=notice.attachment_id, ended_on__not_isnull=True).exists()


async def replacing(notices: Collection[Notice]) -> list[str]:
    """The number of the notice that has taken the place of each; empty where none has."""
    return [one.number if one else "" for one in await _replacing(notices)]


async def _replacing(notices: Collection[Notice]) -> list[Notice | None]:
    later: list[Notice] = []
    for service, column in CASE_OF.items():
        of_service = {one.case_id for one in notices if one.service is service and FORMS[one.kind].replaced_by and one.case_id}
        if of_service:
            later += await Notice.filter(**{f"{column}__in": list(of_service)}).order_by("issued_at", "id")
    return [_after(one, later) for one in notices]


def _after(notice: Notice, later: Iterable[Notice]) -> Notice | None:
    """The last notice of the same case that replaces one of its kind."""
    found = [
        one
        for one in later
        if one.case_id == notice.case_id and one.kind in FORMS[notice.kind].replaced_by and _order(one) > _order(notice)
    ]
    return found[-1] if found else None


def _order(notice: Notice) -> tuple[datetime, int]:
    """When it was issued; of two of one kind in one instant, which was the later edition."""
    return notice.issued_at, edition(notice.number)
