"""Issuing notices: which act gives which is the law's table; each is written in the transaction of its act, and sealed a moment later."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from tortoise.models import Model

from models import clock
from models.law import Service
from models.law import notice as law
from models.law.notice import Kind
from models.notice import CASE_OF, Notice, canonical, fresh_code
from models.notice_facts import OF_KIND, of_issuer, of_person
from models.signing import Signature

OPENING = frozenset({"submit", "book", "call", "file"})


async def noted(act: str, case: Any) -> dict[str, Any]:
    """Issue the notice of an act, and what the journal's line of the act notes of it and of the signature under the request.

    The journal is chained: whoever changes a document or a signature later would have to change the chain too.
    """
    made = await after(act, case)
    found: dict[str, Any] = {"document": document(made.number, made.facts)} if made else {}
    if act in OPENING and case.signature_id:
        found["signed"] = digest(bytes((await Signature.get(id=case.signature_id)).cms))
    return found


def document(number: str, facts: str) -> dict[str, str]:
    """A document as the journal notes it."""
    return {"number": number, "sha256": digest(facts.encode())}


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(content).hexdigest()


async def after(act: str, case: Any) -> Notice | None:
    """The notice that an act of a case gives, by the law's table; None where it gives none. Call it in the act's transaction."""
    kind = law.ISSUED.get((case.service, act))
    if kind is None or (kind is Kind.HOME_VISIT and case.answered_at is None):  # carried before it was answered: nothing is promised yet
        return None
    authority = await _read(case, "authority")
    body, person = authority or await _read(case, "clinic"), await _read(case, "person")
    facts = {
        "kind": kind, "number": law.of_case(kind, case.number, await _edition(kind, act, case)), "case": case.number,
        "person": of_person(person, getattr(case, "name", ""), getattr(case, "iin", "")), "clinic": of_issuer(body),
        "issued_at": clock.now().isoformat(timespec="seconds"), **await OF_KIND[kind](case),
    }  # fmt: skip
    return await issue(kind, case.service, facts, person=case.person_id, clinic=case.clinic_id, case=case.id,
                       authority=authority.id if authority else None)  # fmt: skip


async def _read(case: Any, name: str) -> Any:
    """Whom a case names; what was not read with the case is read now."""
    found = getattr(case, name, None)
    return found if found is None or isinstance(found, Model) else await found


async def _edition(kind: Kind, act: str, case: Any) -> int:
    """Which notice of its kind it is in the case; the act that opens a case gives the first of all."""
    if act in OPENING:
        return 1
    return 1 + await Notice.filter(kind=kind, **{CASE_OF[case.service]: case.id}).count()


async def issue(
    kind: Kind, service: Service, facts: Mapping[str, Any], *, person: UUID | None, clinic: UUID, case: UUID | None,
    authority: UUID | None = None, signature: Signature | None = None,
) -> Notice:  # fmt: skip
    """Write a notice: its facts as they are or were signed, its number, the code of its verification page."""
    now, of_case = clock.now(), dict[str, Any]({CASE_OF[service]: case})
    return await Notice.create(
        number=facts["number"], code=fresh_code(), kind=kind, service=service, person_id=person, clinic_id=clinic,
        authority_id=authority, facts=canonical(facts), signature=signature, issued_at=now, sealed_at=now if signature else None, **of_case,
    )  # fmt: skip
