"""Revocation over the network: the responder asked about one certificate, and lists brought into a folder.

Addresses come from the settings only, never from a certificate: whoever made it would choose whom we call. Plain HTTP is right
here, for every answer is signed and `models.eds` believes the signature alone.
"""

import logging
import os
import re
import secrets
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from models.eds import Bad, crl, ocsp
from models.eds.crl import Facts
from models.eds.revocation import UNKNOWN, Finding, Revocation
from models.outside.exchange import NoAnswer, exchange

log = logging.getLogger("emhana.revocation")

OCSP_SECONDS, CRL_SECONDS = 4.0, 120.0
LARGEST_CRL = 64 << 20
REMEMBERED = timedelta(minutes=2)
"""How long an answer about a certificate is used again by this process."""
MOST_REMEMBERED = 10_000
FAILURES, REST = 3, 60.0
"""After so many failures in a row a responder is left alone for so many seconds, and the lists answer meanwhile."""
TRIED_AGAIN, DELTA_AGAIN, MISSING_AGAIN = timedelta(hours=1), timedelta(minutes=15), timedelta(minutes=1)
KEPT = "kept"


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
        said = exchange(self.url, content=question, media_type="application/ocsp-request", seconds=OCSP_SECONDS, largest=ocsp.LARGEST)
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


def fetch(
    urls: Iterable[str], folder: Path, authorities: Sequence[x509.Certificate], at: datetime, *, legacy: bool = False, all_due: bool = False
) -> dict[str, str]:
    """Bring the lists that are due, or all, into a folder; for each address asked what went wrong, or "".

    A good list stays until a better one is here: what cannot be read, is older or is signed by none of the authorities never takes
    its place. Each is kept as `kept/<sha256>.crl` too, for signatures name it as their evidence; nothing here ever deletes those.
    """
    told = {}
    for url in urls:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / file_name(url)
        if not all_due and not due(path, at):
            continue
        try:
            _bring(url, path, authorities, at, legacy)
            told[url] = ""
        except (NoAnswer, Bad, OSError) as fault:
            told[url] = str(fault)
            log.warning("a revocation list was not brought: %s: %s", url, fault)
    return told


def file_name(url: str) -> str:
    """A name of our own for the list of an address: readable, and never two addresses in one file."""
    readable = re.sub(r"[^A-Za-z0-9_-]", "_", url.rsplit("/", 1)[-1].removesuffix(".crl"))[:60]
    return f"{readable or 'list'}-{sha256(url.encode()).hexdigest()[:12]}.crl"


def due(path: Path, at: datetime) -> bool:
    """Whether a list should be asked for: one that is missing or over every minute, changes every quarter of an hour, and a
    complete list hourly within the last quarter of its life."""
    tried = path.with_suffix(".tried")
    if not tried.exists():
        return True
    waited = at - datetime.fromtimestamp(tried.stat().st_mtime, UTC)
    return waited < timedelta() or waited >= _pause(_at_hand(path), at)


def _pause(found: Facts | None, at: datetime) -> timedelta:
    if found is None or not found.in_force(at) or found.next_update is None:
        return MISSING_AGAIN
    if found.base is not None:
        return DELTA_AGAIN
    life = found.next_update - found.this_update
    return TRIED_AGAIN if at >= found.next_update - life / 4 else life


_READ: dict[Path, tuple[int, int, Facts | None]] = {}


def _at_hand(path: Path) -> Facts | None:
    """What the list of a file says of itself, read again only when the file has changed."""
    if not path.exists():
        return None
    about = path.stat()
    known = _READ.get(path)
    if known is None or known[:2] != (about.st_mtime_ns, about.st_size):
        try:
            found = crl.read(path.read_bytes()).facts
        except Bad:
            found = None
        known = _READ[path] = (about.st_mtime_ns, about.st_size, found)
    return known[2]


def _bring(url: str, path: Path, authorities: Sequence[x509.Certificate], at: datetime, legacy: bool) -> None:
    tried = path.with_suffix(".tried")
    tried.touch()
    os.utime(tried, (at.timestamp(), at.timestamp()))
    said = exchange(url, seconds=CRL_SECONDS, largest=LARGEST_CRL)
    if said.status != 200:
        raise NoAnswer(f"HTTP {said.status}")
    found, before = crl.read(said.body), _at_hand(path)
    if not any(found.is_of(one, legacy) for one in authorities):
        raise NoAnswer("a list that no trusted authority has signed")
    if before is not None and found.facts.this_update < before.this_update:
        raise NoAnswer("an older list than the one at hand")
    if before is None or before.sha256 != found.facts.sha256:
        _put(path, said.body, found.facts)


def _put(path: Path, body: bytes, facts: Facts) -> None:
    """The file as a whole or not at all, whoever reads or is killed meanwhile; among the kept ones it has a second name."""
    aside = _written(path.parent, body)
    try:
        _keep(aside, path.parent / KEPT, facts.sha256)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    about = path.stat()
    _READ[path] = (about.st_mtime_ns, about.st_size, facts)


def _written(folder: Path, body: bytes) -> Path:
    aside = folder / f".{secrets.token_hex(8)}.part"
    with aside.open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    return aside


def _keep(aside: Path, kept: Path, digest: str) -> None:
    """No second copy of the bytes, and it stays when the first name goes to a later list."""
    kept.mkdir(mode=0o700, exist_ok=True)
    with suppress(FileExistsError):
        (kept / f"{digest}.crl").hardlink_to(aside)


def keep_placed(placed: Path, folder: Path) -> None:
    """Keep the lists that the operator put into a folder by hand, too: signatures may name them as evidence."""
    for path in placed.glob("*.crl"):
        facts = _at_hand(path)
        if facts is not None and not (folder / KEPT / f"{facts.sha256}.crl").exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            body = crl.unwrapped(path.read_bytes())
            aside = _written(folder, body)
            _keep(aside, folder / KEPT, sha256(body).hexdigest())
            aside.unlink()
