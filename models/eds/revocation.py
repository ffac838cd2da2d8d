"""Whether a certificate has been revoked: what a source of that knowledge is, and those that read signed lists.

Not knowing is an answer of its own, UNKNOWN, and `verify` refuses on it: a list that is missing, stale or not the
issuer's proves nothing. Every other answer comes with its evidence, so that it can be shown and checked years later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from cryptography import x509

from models.eds import crl
from models.eds.bad import Bad
from models.eds.crl import RevocationList


class Revocation(StrEnum):
    """What is known of a certificate at a moment."""

    GOOD = "GOOD"
    REVOKED = "REVOKED"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True)
class Finding:
    """What is known, and what proves it, as plain values that JSON can keep.

    By OCSP: {"by": "OCSP", "response": base64 of the DER, "produced_at", "this_update", "next_update" or None,
    "responder": SHA-256 of its certificate}. By a list: {"by": "CRL", "issuer", "number", "this_update", "next_update",
    "sha256", "delta": the same four of the delta used, or None}. Moments are ISO 8601.
    """

    state: Revocation
    evidence: Mapping[str, Any] = field(default_factory=dict)


UNKNOWN = Finding(Revocation.UNKNOWN)


class RevocationSource(Protocol):
    """Answers for one certificate of one issuer, whose chain has been verified. Never raises: trouble is UNKNOWN."""

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding: ...


class NothingKnown:
    """No source is configured: every answer is UNKNOWN."""

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        return UNKNOWN


class FirstKnown:
    """Several sources in order: the first answer that is not UNKNOWN."""

    def __init__(self, *sources: RevocationSource) -> None:
        self._sources = sources

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        for source in self._sources:
            finding = source.status(certificate, issuer, at)
            if finding.state is not Revocation.UNKNOWN:
                return finding
        return UNKNOWN


class LocalCrl:
    """Revocation lists at hand (RFC 5280, section 5), in DER or PEM; what is no readable list counts as absent."""

    def __init__(self, *given: bytes | RevocationList | None, legacy: bool = False) -> None:
        """`legacy` accepts signatures by the national algorithm of 2004."""
        read = (_load(one) if isinstance(one, bytes) else one for one in given)
        self._lists = [one for one in read if one is not None]
        self._legacy = legacy

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        """By the issuer's newest complete list in force, with the newest changes to it (a delta) that are in force."""
        own = [one for one in self._lists if one.facts.in_force(at) and one.is_of(issuer, self._legacy)]
        full = max((one for one in own if one.facts.base is None), key=_age, default=None)
        if full is None:
            return UNKNOWN
        delta = max((one for one in own if _adds_to(full, one)), key=_age, default=None)
        told = {"by": "CRL", "issuer": issuer.subject.rfc4514_string(), **full.facts.told()}
        state = Revocation.REVOKED if _names(full, delta, certificate.serial_number) else Revocation.GOOD
        return Finding(state, {**told, "delta": delta.facts.told() if delta else None})


def _age(one: RevocationList) -> tuple[datetime, int]:
    return one.facts.this_update, one.facts.number or 0


def _adds_to(full: RevocationList, delta: RevocationList) -> bool:
    """Whether a delta is of changes since that list or an earlier one, and itself later (RFC 5280, section 5.2.4)."""
    number, base, own = full.facts.number, delta.facts.base, delta.facts.number
    return base is not None and number is not None and own is not None and base <= number < own


def _names(full: RevocationList, delta: RevocationList | None, serial: int) -> bool:
    if delta is not None and serial in delta.revoked:
        return True
    return serial in full.revoked and (delta is None or serial not in delta.removed)


def _load(blob: bytes) -> RevocationList | None:
    try:
        return crl.read(blob)
    except Bad:
        return None


class CrlFolder:
    """The .crl files of a folder that somebody keeps fresh; a file is read again when it has changed, and only that one."""

    def __init__(self, folder: Path, legacy: bool = False) -> None:
        self._folder, self._legacy = folder, legacy
        self._seen: dict[tuple[Path, int, int], RevocationList | None] = {}
        self._lists = LocalCrl()
        self._lock = Lock()

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        try:
            return self._fresh().status(certificate, issuer, at)
        except OSError:
            return UNKNOWN

    def _fresh(self) -> LocalCrl:
        """The lists as they are now; while one thread reads a big one anew, the others wait for it rather than read it too."""
        stamps = list(_stamps(sorted(self._folder.glob("*.crl"))))
        with self._lock:
            if stamps != list(self._seen):
                before = self._seen
                self._seen = {one: before[one] if one in before else _load(one[0].read_bytes()) for one in stamps}
                self._lists = LocalCrl(*self._seen.values(), legacy=self._legacy)
            return self._lists


def _stamps(paths: Iterable[Path]) -> Iterable[tuple[Path, int, int]]:
    for path in paths:
        about = path.stat()
        yield path, about.st_mtime_ns, about.st_size
