"""Evidence: what was kept with every signature of a case, and the proof of it again, years later, from nothing but that.

Judged anew: the mathematics and the chain by the anchors of today; revocation by what was kept; who signed what, in time, by the law;
and that documents and signatures are those that the chained journal noted (`emhana journal verify` proves the chain itself).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import anyio.to_thread

from models import case as cases
from models import clock, eds, notice_journal, signing, trust
from models.actor import SYSTEM
from models.eds.kept import Kept
from models.law import Channel, Impediment, Service
from models.law import notice as law
from models.law import signature as signature_law
from models.notice import CASE_OF, Notice, NoticeSeal
from models.notice_issuing import digest
from models.notice_journal import Noted
from models.person import Person
from models.settings import settings
from models.signing import Signature

PROVABLE = ("OCSP", "CRL")
# what says nothing more than that another program answered, or that nothing was kept before answers were
_RECORDED = ("NCANODE",)


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


@dataclass(frozen=True)
class _Held:
    """A signature as it was kept: the bytes, when, and what was read and known of it then."""

    cms: bytes
    at: datetime
    facts: Mapping[str, Any]
    known: Mapping[str, Any]


class _Recorded:
    """What another program said, or what was looked up before answers were kept: written down then, and not provable now."""

    def status(self, certificate: object, issuer: object, at: object) -> eds.Finding:
        return eds.Finding(eds.Revocation.GOOD)


def again(cms: bytes, at: datetime, kept: Mapping[str, Any]) -> eds.Signer:
    """The signer of a message as of the moment when it was received, by the anchors of today and the evidence of then. `Bad`
    otherwise. Work for a thread."""
    recorded = not kept or kept.get("by") in _RECORDED
    lists = settings().revocation / "kept"
    source: eds.RevocationSource = _Recorded() if recorded else Kept(kept, lists, legacy=settings().legacy_gost)
    return eds.verify(cms, anchors=trust.anchors(), at=at, revocation=source)


async def of_case(number: str) -> list[Proof] | None:
    """Every signature of a case, or of the document of this number that has none, proved again; None where there is no such thing."""
    read = law.parse(number.partition("/")[0])
    case = await cases.numbered(SYSTEM, f"{read.prefix}-{read.year}-{read.sequence:06d}-") if read else None
    if case is None:
        alone = await Notice.get_or_none(number=number).prefetch_related("signature__request")
        return [await _of_notice(alone, await notice_journal.of_notice(alone))] if alone else await _missing(number)
    noted = await notice_journal.of_case(case.id)
    signed_by_law = case.channel is Channel.PORTAL and not getattr(case, "origin_id", None)  # what was sent on was signed where it came
    found = [await _of_request(case, noted)] if case.signature_id or signed_by_law or noted.signatures else []
    of_case = Notice.filter(**{CASE_OF[Service(case.service)]: case.id}).order_by("issued_at", "id")
    notices = await of_case.prefetch_related("signature__request")
    found += [await _of_notice(one, noted) for one in notices]
    return found + [Proof(one, "", case.submitted_at, "", "", "MISSING") for one in noted.missing(notices)]


async def _missing(number: str) -> list[Proof] | None:
    """The document of this number that the journal knows and nobody can show."""
    line = await notice_journal.line_of(number)
    return [Proof(number, "", line.at, "", "", "MISSING")] if line else None


async def _of_request(case: Any, noted: Noted) -> Proof:
    """The signature under the request itself: the applicant's, over this act's request, in its time, as the journal noted it."""
    kept = await Signature.get_or_none(id=case.signature_id).prefetch_related("request")
    if kept is None:
        return Proof("request", "", case.submitted_at, "", "", "MISSING")
    applicant, request, held = await Person.get(id=case.applicant_id), kept.request, _held(kept, bool(noted.signatures))

    def judged(signer: eds.Signer) -> str:
        same = json.loads(signer.content).get("payload") == signing.hashed(request.payload)
        if signer.content != bytes(request.content) or not same or not _in_time(signer.content, held.at):
            return "CONTENT"
        return _first(signature_law.request(signature_law.Facts.of(signer), applicant.iin))

    fault = "" if not noted.signatures or digest(held.cms) in noted.signatures else "CHANGED"
    return await _proof(request.act, held, fault, judged)


async def _of_notice(notice: Notice, noted: Noted) -> Proof:
    held = await _held_of(notice, notice.number in noted.documents)
    if held is None:
        return Proof(notice.number, "", notice.issued_at, "", "", "UNSEALED")
    fault = noted.fault(notice) or noted.swapped(notice, held.cms)
    return await _proof(notice.number, held, fault, lambda signer: _judged(notice, signer, held.at))


async def fault_of(notice: Notice) -> str:
    """What is wrong with a notice whose `signature__request` was read with it: a code, "UNSEALED", or nothing."""
    return (await _of_notice(notice, await notice_journal.of_notice(notice))).fault


def _judged(notice: Notice, signer: eds.Signer, at: datetime) -> str:
    """Whether the head, or the issuer's system, signed just these facts, by the law and in time."""
    read, issuer = signature_law.Facts.of(signer), str(notice.stated["clinic"]["bin"])
    if law.FORMS[notice.kind].signer is law.Signer.SYSTEM:
        return "CONTENT" if signer.content != notice.facts.encode() else _first(signature_law.system(read, issuer))
    if _stated(signer.content) != notice.stated or not _in_time(signer.content, at):
        return "CONTENT"
    return _first(signature_law.decision(read, issuer, registered=True))


async def _held_of(notice: Notice, noted: bool) -> _Held | None:
    """The signature of a notice: the head's where the law says so, else the system's."""
    if law.FORMS[notice.kind].signer is law.Signer.HEAD:
        kept = await Signature.get_or_none(id=notice.signature_id) if notice.signature_id else None
        return _held(kept, noted) if kept else None
    seal = await NoticeSeal.get_or_none(notice_id=notice.id)
    return _Held(bytes(seal.cms), seal.made_at, seal.facts, seal.evidence or _TAKEN) if seal else None


_TAKEN: Mapping[str, Any] = {"by": "nothing, where there was something"}


def _held(kept: Signature, noted: bool) -> _Held:
    """A signature that was judged, or that the journal noted, has evidence: without it, somebody has taken it away."""
    return _Held(bytes(kept.cms), kept.received_at, kept.facts, kept.evidence or (_TAKEN if kept.verdict or noted else {}))


def _stated(content: bytes) -> object:
    try:
        return json.loads(content).get("facts")
    except (ValueError, AttributeError, RecursionError):
        return None


def _in_time(content: bytes, at: datetime) -> bool:
    """Whether a request was signed while it was good; the clock of a signature's receipt is ours."""
    try:
        asked = json.loads(content)
        return datetime.fromisoformat(asked["iat"]) <= at <= datetime.fromisoformat(asked["exp"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _first(found: Sequence[Impediment]) -> str:
    return found[0].code if found else ""


async def _proof(under: str, held: _Held, fault: str, judged: Callable[[eds.Signer], str]) -> Proof:
    def again_judged() -> str:
        try:
            signer = again(held.cms, held.at, held.known)
        except eds.Bad as bad:
            return str(bad.code)
        same = all(getattr(signer, name) == held.facts.get(name) for name in ("iin", "bin", "serial"))
        return judged(signer) or ("" if same else "SIGNER")

    said = ", ".join(str(held.facts[name]) for name in ("name", "iin", "organisation", "bin") if held.facts.get(name))
    found = fault or await anyio.to_thread.run_sync(again_judged)
    provable = held.known.get("by") in PROVABLE
    return Proof(under, said, held.at, str(held.facts.get("algorithm", "")), told(held.known), found, provable)


def told(kept: Mapping[str, Any]) -> str:
    """What was known of revocation, in one line: the answer with its moment, or the list with its number and SHA-256."""
    if kept.get("by") == "OCSP":
        return f"OCSP {_local(kept.get('produced_at'))}"
    if kept.get("by") == "CRL":
        return f"CRL {kept.get('number')} {_local(kept.get('this_update'))}, sha256 {kept.get('sha256')}"
    return f"{kept['by']}, recorded and not provable" if kept.get("by") else "nothing kept"


def _local(moment: object) -> str:
    """A moment as every line of the terminal has it: in Kazakhstan's time."""
    try:
        return f"{clock.local(datetime.fromisoformat(str(moment))):%Y-%m-%d %H:%M:%S}"
    except ValueError:
        return "at no moment"


def printed(number: str, proofs: Sequence[Proof]) -> list[str]:
    """The proofs as lines for the terminal."""
    lines = [f"{number}: {len(proofs)} signatures, verified again {clock.now():%Y-%m-%d %H:%M}"]
    for one in proofs:
        lines += [
            f"{one.word:8} {one.under}: {one.signer or '-'}",
            f"         {clock.local(one.at):%Y-%m-%d %H:%M:%S}, {one.algorithm or '-'}, {one.revocation or '-'}"
            + (f", {one.fault}" if one.fault else ""),
        ]
    return lines
