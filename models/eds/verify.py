"""Whose signature is it? One function from the bytes received to a `Signer`, or `Bad` with the reason.

The order is fixed: size, structure, one signer, algorithms, signed attributes, digest, signature, time stamp, period and
chain, usage and subject, revocation. It is work for the processor: in an asynchronous program call it in a thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from models.eds import certificate, cms, proof, timestamp
from models.eds.bad import Bad, Code, hostile
from models.eds.certificate import Owner
from models.eds.revocation import Finding, Revocation, RevocationSource
from models.eds.trust import Anchors

LARGEST = 1 << 20


@dataclass(frozen=True)
class Signer:
    """Who signed what, as proved. `signing_time` alone is only claimed: it is the clock of the signer's machine.

    `evidence` is what was answered about revocation, to be kept with the signature; `chain` the SHA-256 of the authorities,
    issuer first, root last; `timestamp` the moment that a pinned time-stamping authority vouches for. The certificate of
    an information system has no IIN (""), its name in `name` and its identifier in `system`.
    """

    iin: str
    bin: str | None
    name: str
    surname: str
    patronymic: str
    organisation: str
    roles: frozenset[str]
    usage: frozenset[str]
    serial: str
    issuer: str
    not_before: datetime
    not_after: datetime
    algorithm: str
    signing_time: datetime | None
    revocation: Revocation
    content: bytes = field(repr=False)
    certificate: bytes = field(repr=False)
    evidence: Mapping[str, Any] = field(default_factory=dict, repr=False)
    chain: tuple[str, ...] = ()
    timestamp: datetime | None = None
    system: str = ""

    @property
    def head_of(self) -> str | None:
        """The BIN of the organisation whose first head signed, when the certificate says so."""
        return self.bin if "CEO" in self.roles else None


def verify(
    received: bytes,
    *,
    anchors: Anchors,
    at: datetime,
    revocation: RevocationSource,
    detached: bytes | None = None,
    largest: int = LARGEST,
) -> Signer:
    """The signer of a message, proved at a moment; `Bad` for anything else. What they may do is the caller's to judge.

    `detached` is the document of a detached signature. An attached message takes none: its content comes back in the
    answer, to be compared byte for byte with what was asked to be signed.
    """
    if at.tzinfo is None:
        raise ValueError("the moment of verification needs a time zone")
    with hostile():
        message = cms.read(received, largest)
        owned = x509.load_der_x509_certificate(message.certificate)
        content = _content(message, detached)
        name = proof.holds(message, owned, content, anchors.legacy)
        stamp = _stamp(message, owned, anchors, at)
        chain = anchors.chain(owned, at)
        owner = certificate.read(owned)
    finding = _not_revoked(owned, chain, at, revocation)
    proved = timestamp.proved(stamp, anchors, at, revocation) if stamp else None
    return signer(message, owned, owner, name, finding, content, fingerprints(chain), proved)


def _stamp(message: cms.Message, owned: x509.Certificate, anchors: Anchors, at: datetime) -> timestamp.Stamp | None:
    """The time stamp, when there is one and it holds; and nothing else inside that the signature does not cover."""
    if any(one not in anchors.encoded for one in message.others):
        raise Bad(Code.UNTRUSTED, "a certificate inside that is neither the signer's nor pinned")
    if message.token is None:
        return None
    stamp = timestamp.read(message.token, message.signature, anchors.legacy)
    timestamp.plausible(stamp, owned, at)
    return stamp


def _not_revoked(owned: x509.Certificate, chain: tuple[x509.Certificate, ...], at: datetime, revocation: RevocationSource) -> Finding:
    """What is known of the signer's certificate, which must be good, while no authority above it may be known as revoked.

    Of an authority nothing need be known: the operator pinned it. The root answers for nobody but those below it.
    """
    finding = revocation.status(owned, chain[0], at)
    if finding.state is not Revocation.GOOD:
        raise Bad(Code.REVOKED if finding.state is Revocation.REVOKED else Code.REVOCATION_UNKNOWN)
    for below, above in pairwise(chain):
        if revocation.status(below, above, at).state is Revocation.REVOKED:
            raise Bad(Code.REVOKED, f"the authority {below.subject.rfc4514_string()}"[:200])
    return finding


def _content(message: cms.Message, detached: bytes | None) -> bytes:
    """The bytes signed: attached or detached, never both, so that nobody verifies one content and uses another."""
    if message.content is not None and detached is not None:
        raise Bad(Code.CONTENT, "attached, where a detached signature is expected")
    content = detached if message.content is None else message.content
    if content is None:
        raise Bad(Code.CONTENT, "detached, where an attached signature is expected")
    return content


def fingerprints(chain: Iterable[x509.Certificate]) -> tuple[str, ...]:
    """The SHA-256 of certificates, in hex."""
    return tuple(one.fingerprint(hashes.SHA256()).hex() for one in chain)


def signer(
    message: cms.Message,
    owned: x509.Certificate,
    owner: Owner,
    name: str,
    finding: Finding,
    content: bytes,
    chain: tuple[str, ...],
    proved: datetime | None = None,
) -> Signer:
    """What was proved, put together, by whichever program it was proved."""
    return Signer(
        iin=owner.iin,
        bin=owner.bin,
        name=owner.name,
        surname=owner.surname,
        patronymic=owner.patronymic,
        organisation=owner.organisation,
        roles=owner.roles,
        usage=owner.usage,
        serial=f"{owned.serial_number:x}",
        issuer=owned.issuer.rfc4514_string(),
        not_before=owned.not_valid_before_utc,
        not_after=owned.not_valid_after_utc,
        algorithm=name,
        signing_time=message.signing_time,
        revocation=finding.state,
        content=content,
        certificate=message.certificate,
        evidence=finding.evidence,
        chain=chain,
        timestamp=proved,
        system=owner.system,
    )
