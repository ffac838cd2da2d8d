"""Whose signature is it? One function from the bytes received to a `Signer`, or `Bad` with the reason.

The order is fixed: size, structure, one signer, algorithms, signed attributes, digest, signature, period and chain,
usage and subject, revocation. It is work for the processor: in an asynchronous program call it in a thread.
"""

from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import constant_time, hashes

from models.eds import algorithm, certificate, cms
from models.eds.bad import Bad, Code, hostile
from models.eds.certificate import Owner
from models.eds.revocation import Revocation, RevocationSource
from models.eds.trust import Anchors

LARGEST = 1 << 20


@dataclass(frozen=True)
class Signer:
    """Who signed what, as proved. `signing_time` alone is only claimed: it is the clock of the signer's machine."""

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
        name = _signature(message, owned, content)
        issuer = anchors.chain(owned, at)[0]
        owner = certificate.read(owned)
    status = revocation.status(owned, issuer, at)
    if status is not Revocation.GOOD:
        raise Bad(Code.REVOKED if status is Revocation.REVOKED else Code.REVOCATION_UNKNOWN)
    return _signer(message, owned, owner, name, status, content)


def _content(message: cms.Message, detached: bytes | None) -> bytes:
    """The bytes signed: attached or detached, never both, so that nobody verifies one content and uses another."""
    if message.content is not None and detached is not None:
        raise Bad(Code.CONTENT, "attached, where a detached signature is expected")
    content = detached if message.content is None else message.content
    if content is None:
        raise Bad(Code.CONTENT, "detached, where an attached signature is expected")
    return content


def _signature(message: cms.Message, owned: x509.Certificate, content: bytes) -> str:
    """The name of the algorithm, once digest, certificate identifier and signature all hold."""
    hashed = algorithm.digest(message.digest)
    family = algorithm.family(message.signature_algorithm, hashed)
    key = algorithm.public_key(owned)
    if not constant_time.bytes_eq(_hash(hashed, content), message.message_digest):
        raise Bad(Code.DIGEST, "the content is not the one signed")
    _same_certificate(message)
    return algorithm.check(key, family, hashed, message.signature, message.attributes)


def _same_certificate(message: cms.Message) -> None:
    """signingCertificateV2 names this very certificate: by its hash, and by issuer and serial when it gives them."""
    named = message.signing_certificate
    same_hash = _hash(algorithm.digest(named.digest), message.certificate) == named.value
    if not same_hash or named.names not in (None, message.names):
        raise Bad(Code.ATTRIBUTES, "signingCertificateV2 names another certificate")


def _hash(kind: hashes.HashAlgorithm, data: bytes) -> bytes:
    digest = hashes.Hash(kind)
    digest.update(data)
    return digest.finalize()


def _signer(message: cms.Message, owned: x509.Certificate, owner: Owner, name: str, status: Revocation, content: bytes) -> Signer:
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
        revocation=status,
        content=content,
        certificate=message.certificate,
    )
