"""What the chained journal knows of documents and signatures: the line of the act that gave them notes their SHA-256."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from models.journal import Entry
from models.law import notice as law
from models.notice import Notice
from models.notice_issuing import OPENING, digest


@dataclass(frozen=True)
class Noted:
    """What the lines of a case note: documents by number, signatures under the request, and the one beside a document, by its number."""

    documents: dict[str, str] = field(default_factory=dict)
    signatures: frozenset[str] = frozenset()
    beside: dict[str, str] = field(default_factory=dict)

    def fault(self, notice: Notice) -> str:
        """What is wrong with a document by the journal: "CHANGED", "UNKNOWN" to it, or nothing.

        What a head signed before the lines noted documents is known by the signature alone.
        """
        known = self.documents.get(notice.number)
        if known is None and not notice.signature_id:
            return "UNKNOWN"
        same = known in (None, digest(notice.facts.encode())) and _named_as_stated(notice)
        return "" if same else "CHANGED"

    def swapped(self, notice: Notice, cms: bytes) -> str:
        """"CHANGED" where the head's signature is not the one noted with the document; beside a receipt stands the request's."""
        known = self.beside.get(notice.number) if law.FORMS[notice.kind].signer is law.Signer.HEAD else None
        return "" if known in (None, digest(cms)) else "CHANGED"

    def missing(self, notices: Iterable[Notice]) -> list[str]:
        """The numbers of documents that were given and are not there."""
        return sorted(set(self.documents) - {one.number for one in notices})


def _named_as_stated(notice: Notice) -> bool:
    """Whether the row bears the kind and the number of its facts: readers see the row, and only the facts are signed."""
    try:
        return (notice.stated["kind"], notice.stated["number"]) == (notice.kind, notice.number)
    except (ValueError, LookupError, TypeError):
        return False


async def of_case(case: UUID) -> Noted:
    """What the lines of a case note."""
    return _noted(await Entry.filter(case_id=case, reading=False))


async def of_notice(notice: Notice) -> Noted:
    """What is noted with a document; one without a case is noted with its person."""
    if notice.case_id:
        return await of_case(notice.case_id)
    return _noted(await Entry.filter(person_id=notice.person_id, case_id=None, service=notice.service, reading=False))


async def line_of(number: str) -> Entry | None:
    """The line of the act that gave the document of a number which has no case."""
    lines = await Entry.filter(case_number=number, case_id=None, reading=False).order_by("at")
    return next((one for one in lines if number in _noted([one]).documents), None)


def _opens(entry: Entry) -> bool:
    """Whether a line is of the act that opened a case: what it notes as signed is the request, not a decision."""
    return entry.act.partition(":")[2] in OPENING


def _noted(entries: Iterable[Entry]) -> Noted:
    lines = list(entries)
    details: list[dict[str, Any]] = [one.details for one in lines]
    documents = [one["document"] for one in details if isinstance(one.get("document"), dict)]
    signatures = frozenset(str(one.details["signed"]) for one in lines if one.details.get("signed") and _opens(one))
    both = [one for one in details if one.get("signed") and one.get("document") in documents]
    beside = {str(one["document"].get("number")): str(one["signed"]) for one in both}
    return Noted({str(one.get("number")): str(one.get("sha256")) for one in documents}, signatures, beside)
