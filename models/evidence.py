"""Evidence: what was kept with every signature of a case, and the proof of it again, years later, from nothing but that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import anyio.to_thread

from models import case as cases
from models import clock, eds, trust
from models.actor import SYSTEM
from models.eds.kept import Kept
from models.law import Service
from models.law import notice as law
from models.notice import CASE_OF, Notice, NoticeSeal
from models.settings import settings
from models.signing import Signature

PROVABLE = ("OCSP", "CRL")


@dataclass(frozen=True)
class Proof:
    """One signature of a case: what it is under, who signed and when, what was known of revocation, and whether it holds today."""

    under: str
    signer: str
    at: datetime
    algorithm: str
    revocation: str
    fault: str
    provable: bool = True

    @property
    def holds(self) -> bool:
        return not self.fault

    @property
    def word(self) -> str:
        """"holds", "recorded" where revocation was only written down and cannot be proved now, or "FAILS"."""
        return "FAILS" if self.fault else "holds" if self.provable else "recorded"


class _Recorded:
    """What another program said, or what was looked up before answers were kept: written down then, and not provable now."""

    def status(self, certificate: object, issuer: object, at: object) -> eds.Finding:
        return eds.Finding(eds.Revocation.GOOD)


def again(cms: bytes, at: datetime, kept: Mapping[str, Any]) -> eds.Signer:
    """The signer of a message as of the moment when it was received, by the anchors of today and the evidence of then. `Bad`
    otherwise. Work for a thread."""
    lists = settings().revocation / "kept"
    provable = kept.get("by") in PROVABLE
    source: eds.RevocationSource = Kept(kept, lists, legacy=settings().legacy_gost) if provable else _Recorded()
    return eds.verify(cms, anchors=trust.anchors(), at=at, revocation=source)


async def of_case(number: str) -> list[Proof] | None:
    """Every signature of a case, proved again; None where there is no such case."""
    read = law.parse(number)
    case = await cases.numbered(SYSTEM, f"{read.prefix}-{read.year}-{read.sequence:06d}-") if read else None
    if case is None:
        return None
    found = [await _request(case.signature_id)] if case.signature_id else []
    notices = Notice.filter(**{CASE_OF[Service(case.service)]: case.id}).order_by("issued_at", "id")
    for notice in await notices.prefetch_related("signature__request"):
        found.append(await _notice(notice))
    return found


async def _request(signature: Any) -> Proof:
    """The signature under the request itself."""
    kept = await Signature.get(id=signature).prefetch_related("request")
    return await _proved(kept.request.act, bytes(kept.cms), bytes(kept.request.content), kept.received_at, kept.facts, _known(kept))


async def _notice(notice: Notice) -> Proof:
    """The signature or the seal under a notice."""
    issuer = str(notice.stated["clinic"]["bin"])
    if notice.signature:
        kept = notice.signature
        content = bytes(kept.request.content)
        return await _proved(notice.number, bytes(kept.cms), content, kept.received_at, kept.facts, _known(kept), issuer)
    seal = await NoticeSeal.get_or_none(notice_id=notice.id)
    if seal is None:
        return Proof(notice.number, "", notice.issued_at, "", "", "UNSEALED")
    return await _proved(notice.number, bytes(seal.cms), notice.facts.encode(), seal.made_at, seal.facts, seal.evidence, issuer)


def _known(kept: Signature) -> Mapping[str, Any]:
    """What was known of revocation. A signature that was judged has evidence: without it, somebody has taken it away."""
    return kept.evidence or ({"by": "OCSP"} if kept.verdict else {})


async def _proved(
    under: str, cms: bytes, content: bytes, at: datetime, facts: Mapping[str, Any], kept: Mapping[str, Any], issuer: str = ""
) -> Proof:
    """Whether a signature holds, over this content, by whoever is noted with it; under a notice by its issuer."""

    def fault() -> str:
        try:
            signer = again(cms, at, kept)
        except eds.Bad as bad:
            return str(bad.code)
        if signer.content != content:
            return "CONTENT"
        same = all(getattr(signer, name) == facts.get(name) for name in ("iin", "bin", "serial"))
        return "" if same and issuer in ("", signer.bin) else "SIGNER"

    said = ", ".join(str(facts[name]) for name in ("name", "iin", "organisation", "bin") if facts.get(name))
    found = await anyio.to_thread.run_sync(fault)
    return Proof(under, said, at, str(facts.get("algorithm", "")), told(kept), found, kept.get("by") in PROVABLE)


def told(kept: Mapping[str, Any]) -> str:
    """What was known of revocation, in one line: the answer with its moment, or the list with its number and SHA-256."""
    if kept.get("by") == "OCSP":
        return f"OCSP, {kept.get('produced_at')}"
    if kept.get("by") == "CRL":
        return f"CRL {kept.get('number')}, {kept.get('this_update')}, sha256 {kept.get('sha256')}"
    return f"{kept['by']}, recorded and not provable" if kept.get("by") else "nothing kept"


def printed(number: str, proofs: Sequence[Proof]) -> list[str]:
    """The proofs as lines for the terminal."""
    lines = [f"{number}: {len(proofs)} signatures, verified again {clock.now():%Y-%m-%d %H:%M}"]
    for one in proofs:
        lines += [
            f"{one.word:8} {one.under}: {one.signer or '-'}",
            f"        {clock.local(one.at):%Y-%m-%d %H:%M:%S}, {one.algorithm or '-'}, {one.revocation or '-'}"
            + (f", {one.fault}" if one.fault else ""),
        ]
    return lines
