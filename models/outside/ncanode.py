"""A second back-end for signatures: a NCANode of one's own (v3, HTTP), for who must verify with certified cryptography.

It is asked for the mathematics and for revocation, and believed in nothing else: its source shows that it calls a message without
signers valid, skips a signer whose certificate is not inside, ignores the document given beside an attached content, and believes
unsigned answers. So the message is read strictly here first, the certificate's owner, use, period and pinned issuer are ours to judge,
and of its answer only a complete and unambiguous one counts. Keep it on a private network, with the authorities' files mounted.
"""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509

from models.eds import LARGEST, Anchors, Bad, Code, Finding, Revocation, Signer, certificate, cms
from models.eds import trust as pinned
from models.eds.bad import hostile
from models.eds.certificate import Owner
from models.eds.verify import fingerprints, signer
from models.outside.exchange import NoAnswer, exchange

SECONDS = 15.0
LARGEST_ANSWER = 1 << 20


@dataclass(frozen=True)
class _Read:
    """A message as read here, before anybody else was asked."""

    message: cms.Message
    owned: x509.Certificate
    owner: Owner
    content: bytes
    chain: tuple[str, ...]


def verify(
    received: bytes, *, urls: Sequence[str], anchors: Anchors, at: datetime, detached: bytes | None = None, largest: int = LARGEST
) -> Signer:  # fmt: skip
    """The signer of a message, proved by ourselves and by the first NCANode that answers; `Bad` for anything else, as by `eds.verify`.

    The evidence is {"by": "NCANODE", "answer": its JSON as received}: it is not signed, so nobody can check it later.
    """
    with hostile():
        read = _read(received, anchors, at, detached, largest)
    answer = _first(urls, received, detached)
    with hostile():
        algorithm = _judged(answer, read)
    finding = Finding(Revocation.GOOD, {"by": "NCANODE", "answer": answer})
    return signer(read.message, read.owned, read.owner, algorithm, finding, read.content, read.chain)


def fault(url: str) -> str:
    """Why the NCANode of an address cannot be asked now; "" when it can."""
    try:
        status = exchange(url.rstrip("/") + "/actuator/health", seconds=SECONDS, largest=LARGEST_ANSWER).status
    except NoAnswer as absent:
        return str(absent)
    return "" if status == 200 else f"HTTP {status}"


def _read(received: bytes, anchors: Anchors, at: datetime, detached: bytes | None, largest: int) -> _Read:
    message = cms.read(received, largest)
    if (message.content is None) == (detached is None):
        raise Bad(Code.CONTENT, "attached, where a detached signature is expected, or the other way round")
    content = detached if message.content is None else message.content
    if any(one not in anchors.encoded for one in message.others):
        raise Bad(Code.UNTRUSTED, "a certificate inside that is neither the signer's nor pinned")
    owned = x509.load_der_x509_certificate(message.certificate)
    chain = _chain(owned, anchors, at)
    return _Read(message, owned, certificate.read(owned), content or b"", chain)


def _chain(owned: x509.Certificate, anchors: Anchors, at: datetime) -> tuple[str, ...]:
    """The pinned authorities above a certificate, by name and key identifier: who made the signatures is the other program's to prove."""
    pinned.valid(owned, at)
    pinned.understood(owned)
    links: list[x509.Certificate] = []
    current = owned
    while not links or current.issuer != current.subject:
        found = [one for one in anchors.certificates if one.subject == current.issuer and _key_of(one) == _issuer_key(current)]
        if len(found) != 1 or len(links) == pinned.LONGEST:
            raise Bad(Code.UNTRUSTED, "no pinned authority of that name and key")
        current = found[0]
        pinned.authority(current, below=len(links))
        pinned.valid(current, at)
        links.append(current)
    return fingerprints(links)


def _key_of(one: x509.Certificate) -> bytes:
    return one.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest


def _issuer_key(one: x509.Certificate) -> bytes | None:
    return one.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier


def _first(urls: Sequence[str], received: bytes, detached: bytes | None) -> Any:
    """The answer of the first that is there; what it says is not asked of another."""
    fault = Bad(Code.UNAVAILABLE, "no NCANode is named")
    for url in urls:
        try:
            return _asked(url, received, detached)
        except Bad as bad:
            fault = bad
    raise fault


def _asked(url: str, received: bytes, detached: bytes | None) -> Any:
    """Its answer, or `Bad` (UNAVAILABLE): a program that is down, slow or confused has not refused the signature."""
    question = {"cms": _base64(received), "revocationCheck": ["OCSP"]}
    if detached is not None:
        question["data"] = base64.b64encode(detached).decode()
    try:
        said = exchange(
            url.rstrip("/") + "/cms/verify", content=json.dumps(question).encode(), media_type="application/json",
            seconds=SECONDS, largest=LARGEST_ANSWER,
        )  # fmt: skip
        if said.status != 200:
            raise NoAnswer(f"NCANode: HTTP {said.status}")
        return json.loads(said.body)
    except (NoAnswer, ValueError, RecursionError) as fault:
        raise Bad(Code.UNAVAILABLE, str(fault)[:200]) from fault


def _base64(received: bytes) -> str:
    """What was read already, without armour, as it wants it."""
    if received[:1] == b"\x30":
        return base64.b64encode(received).decode()
    return re.sub(rb"-----[^-]+-----|\s+", b"", received).decode("ascii")


def _judged(answer: Any, read: _Read) -> str:
    """The name of the algorithm, when the answer says yes at every level about exactly this certificate."""
    (signer,) = _exactly_one(answer.get("signers"), Code.NO_SIGNER, Code.SEVERAL_SIGNERS)
    (told,) = _exactly_one(signer.get("certificates"), Code.NO_CERTIFICATE, Code.NO_CERTIFICATE)
    if int(told["serialNumber"], 16) != read.owned.serial_number:
        raise Bad(Code.NO_CERTIFICATE, "NCANode speaks of another certificate")
    _not_revoked(told.get("revocations"))
    if told.get("valid") is not True or answer.get("valid") is not True:
        raise Bad(Code.SIGNATURE, "NCANode says that it is not valid")
    return f"{told.get('signAlg', '')} (NCANODE)"[:60]


def _exactly_one(found: Any, none: Code, several: Code) -> list[Mapping[str, Any]]:
    if not isinstance(found, list) or len(found) != 1:
        raise Bad(several if isinstance(found, list) and found else none, "NCANode names none, or several")
    return found


def _not_revoked(found: Any) -> None:
    """By OCSP and by nothing else: its reading of lists takes a missing one for a good one."""
    entries = [one for one in found or [] if one.get("by") == "OCSP"]
    if any(one.get("revoked") is True for one in found or []):
        raise Bad(Code.REVOKED, "NCANode says so")
    if not entries or any(one.get("revoked") is not False for one in entries):
        raise Bad(Code.REVOCATION_UNKNOWN, "NCANode had no answer by OCSP")
