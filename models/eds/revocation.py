"""Whether a certificate has been revoked: what a source of that knowledge is, and one that reads signed lists.

Not knowing is an answer of its own, UNKNOWN, and `verify` refuses on it: a list that is missing, stale or not the
issuer's proves nothing.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from models.eds import algorithm
from models.eds.bad import Bad


class Revocation(StrEnum):
    """What is known of a certificate at a moment."""

    GOOD = "GOOD"
    REVOKED = "REVOKED"
    UNKNOWN = "UNKNOWN"


class RevocationSource(Protocol):
    """Answers for one certificate of one issuer, whose chain has been verified. Never raises: trouble is UNKNOWN."""

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Revocation: ...


class NothingKnown:
    """No source is configured: every answer is UNKNOWN."""

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Revocation:
        return Revocation.UNKNOWN


class LocalCrl:
    """Revocation lists at hand (RFC 5280, section 5), in DER or PEM; what is no readable list counts as absent."""

    def __init__(self, *blobs: bytes) -> None:
        self._lists = [one for one in map(_load, blobs) if one is not None]

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Revocation:
        """REVOKED when any list in force names the certificate, GOOD when there is one and none does."""
        serial = certificate.serial_number
        found = [
            one.get_revoked_certificate_by_serial_number(serial) is not None
            for one in self._lists
            if _in_force(one, at) and _of(one, issuer)
        ]
        if not found:
            return Revocation.UNKNOWN
        return Revocation.REVOKED if any(found) else Revocation.GOOD


class CrlFolder:
    """The .crl files of a folder that somebody keeps fresh; a file is read again when it has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[tuple[Path, int, int], ...] = ()
        self._lists = LocalCrl()

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Revocation:
        try:
            return self._fresh().status(certificate, issuer, at)
        except OSError:
            return Revocation.UNKNOWN

    def _fresh(self) -> LocalCrl:
        seen = tuple(_stamps(sorted(self._folder.glob("*.crl"))))
        if seen != self._seen:
            self._lists = LocalCrl(*(path.read_bytes() for path, _, _ in seen))
            self._seen = seen
        return self._lists


def _stamps(paths: Iterable[Path]) -> Iterable[tuple[Path, int, int]]:
    for path in paths:
        about = path.stat()
        yield path, about.st_mtime_ns, about.st_size


def _load(blob: bytes) -> x509.CertificateRevocationList | None:
    try:
        pem = blob.lstrip().startswith(b"-----BEGIN")
        return x509.load_pem_x509_crl(blob) if pem else x509.load_der_x509_crl(blob)
    except (ValueError, UnsupportedAlgorithm):
        return None


def _in_force(crl: x509.CertificateRevocationList, at: datetime) -> bool:
    """From thisUpdate to nextUpdate; a list that does not say when it ends is not relied on."""
    until = crl.next_update_utc
    return until is not None and crl.last_update_utc <= at <= until


def _of(crl: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    """Whether the issuer, having the right to, signed this complete list with an accepted algorithm."""
    try:
        rights = issuer.extensions.get_extension_for_class(x509.KeyUsage).value
        return (
            crl.issuer == issuer.subject
            and rights.crl_sign
            and algorithm.accepted(crl.signature_algorithm_oid.dotted_string)
            and not any(extension.critical for extension in crl.extensions)  # a delta or a part of a list is marked so
            and crl.is_signature_valid(algorithm.public_key(issuer))
        )
    except (Bad, ValueError, TypeError, UnsupportedAlgorithm, x509.ExtensionNotFound, x509.DuplicateExtension):
        return False
