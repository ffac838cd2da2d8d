"""Revocation over the network: a responder asked about one certificate. Lists are brought by `revocation_lists`.

Addresses come from the settings only, never from a certificate: whoever made it would choose whom we call. Plain HTTP is right
here, for every answer is signed and `models.eds` believes the signature alone.
"""

import logging
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from models.eds import Bad, ocsp
from models.eds.revocation import UNKNOWN, Finding, Revocation
from models.outside.exchange import NoAnswer, exchange

log = logging.getLogger("emhana.revocation")

SECONDS = 4.0
REMEMBERED = timedelta(minutes=2)
"""How long an answer about a certificate is used again by this process."""
MOST_REMEMBERED = 10_000
FAILURES, REST = 3, 60.0
"""After so many failures in a row a responder is left alone for so many seconds, and the lists answer meanwhile."""


class Breaker:
    """Keeps a dead server from costing everybody its time. Once it has rested, one caller tries it first."""

    def __init__(self) -> None:
        self._failures, self._until = 0, 0.0
        self._lock = Lock()

    def lets(self) -> bool:
        with self._lock:
            if self._failures < FAILURES:
                return True
            if monotonic() < self._until:
                return False
            self._until = monotonic() + REST
            return True

    def note(self, worked: bool) -> None:
        with self._lock:
            self._failures = 0 if worked else self._failures + 1
            self._until = monotonic() + REST


@dataclass
class Responder:
    """One OCSP address, asked by POST with a fresh nonce. Never raises: trouble is UNKNOWN, and a line in the log."""

    url: str
    legacy: bool = False
    breaker: Breaker = field(default_factory=Breaker)
    _answers: "OrderedDict[tuple[bytes, int], tuple[datetime, datetime, Finding]]" = field(default_factory=OrderedDict)
    _lock: Any = field(default_factory=Lock)

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        """Of a person's certificate. About an authority's nobody is asked: the national responders know none, lists do."""
        if _is_authority(certificate):
            return UNKNOWN
        key = (issuer.fingerprint(hashes.SHA256()), certificate.serial_number)
        known = self._remembered(key, at)
        if known is not None:
            return known
        if not self.breaker.lets():
            return UNKNOWN
        try:
            found = self.asked(certificate, issuer, at)
        except (NoAnswer, Bad) as fault:
            log.warning("no word about revocation by OCSP: %s", fault)
            return UNKNOWN
        return self._remember(key, at, found)

    def asked(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        """What the responder proves now; raises `NoAnswer` or `Bad`, saying why it proves nothing."""
        nonce = secrets.token_bytes(32)
        try:
            response = self._posted(ocsp.request(certificate, issuer, nonce))
        except NoAnswer:
            self.breaker.note(worked=False)
            raise
        self.breaker.note(worked=True)
        return ocsp.proved(response, certificate, issuer, at, nonce, legacy=self.legacy)

    def _posted(self, question: bytes) -> bytes:
        said = exchange(self.url, content=question, media_type="application/ocsp-request", seconds=SECONDS, largest=ocsp.LARGEST)
        if said.status != 200:
            raise NoAnswer(f"{self.url}: HTTP {said.status}")
        return said.body

    def _remembered(self, key: tuple[bytes, int], at: datetime) -> Finding | None:
        with self._lock:
            since, until, found = self._answers.get(key, (at, at - REMEMBERED, None))
        return found if since <= at <= until else None

    def _remember(self, key: tuple[bytes, int], at: datetime, found: Finding) -> Finding:
        """Used again until its time is over: ours, or the earlier end that the answer itself names."""
        if found.state is Revocation.UNKNOWN:
            return found
        until = at + REMEMBERED
        if found.evidence["next_update"]:
            until = min(until, datetime.fromisoformat(found.evidence["next_update"]))
        with self._lock:
            self._answers[key] = (at, until, found)
            while len(self._answers) > MOST_REMEMBERED:
                self._answers.popitem(last=False)
        return found


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
