"""Revocation as it was known when a signature was received, proved again from what was kept with it."""

import base64
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography import x509

from models.eds import crl, ocsp
from models.eds.bad import Bad, hostile
from models.eds.revocation import UNKNOWN, Finding, LocalCrl


class Kept:
    """A source made of one piece of evidence. Nothing in it is believed: the answer or the list is verified again.

    An OCSP answer is inside the evidence; a list is named by its SHA-256 and looked for in a folder as `<sha256>.crl`. What is not
    there any more, and what another program said without a signature, is UNKNOWN.
    """

    def __init__(self, evidence: Mapping[str, Any], folder: Path | None = None, *, legacy: bool = False) -> None:
        self._evidence, self._folder, self._legacy = evidence, folder, legacy

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        """As of `at`, which is the moment when the signature was received."""
        try:
            with hostile():
                return self._status(certificate, issuer, at)
        except Bad:
            return UNKNOWN

    def _status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        if self._evidence.get("by") == "OCSP":
            response = base64.b64decode(self._evidence["response"], validate=True)
            return ocsp.answer(response, certificate, issuer, at, legacy=self._legacy)
        if self._evidence.get("by") == "CRL" and self._folder is not None:
            named = [self._evidence["sha256"], *([self._evidence["delta"]["sha256"]] if self._evidence.get("delta") else [])]
            return LocalCrl(*(_list(self._folder, one) for one in named), legacy=self._legacy).status(certificate, issuer, at)
        return UNKNOWN


@lru_cache(maxsize=2)
def _list(folder: Path, digest: str) -> crl.RevocationList:
    """A kept list; a big one takes half a second to read, so the last ones are remembered."""
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError("no SHA-256")
    found = crl.read((folder / f"{digest}.crl").read_bytes())
    if found.facts.sha256 != digest:
        raise ValueError("another list under that name")
    return found
