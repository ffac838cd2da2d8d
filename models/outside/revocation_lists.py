"""Revocation lists brought over the network into a folder, and kept for as long as signatures name them as evidence.

Addresses come from the settings only. Plain HTTP is right here: a list is signed, and it is verified before it takes the place of
another, and again whenever it is read.
"""

import logging
import os
import re
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509

from models.eds import Bad, crl
from models.eds.crl import Facts
from models.outside.exchange import NoAnswer, exchange

log = logging.getLogger("emhana.revocation")

SECONDS, LARGEST = 120.0, 64 << 20
TRIED_AGAIN, DELTA_AGAIN, MISSING_AGAIN = timedelta(hours=1), timedelta(minutes=15), timedelta(minutes=1)
KEPT = "kept"


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
    said = exchange(url, seconds=SECONDS, largest=LARGEST)
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
