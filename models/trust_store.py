"""The trust store of production: a folder of certificates, each pinned by the national list or by a reason that somebody answers for.

A certificate outside the list stands there only with a file `<sha256>.override` beside it (why, who, when) and a line in the journal,
written before it. What is expired, a test's or a demonstration's is never accepted, whatever the reason given.
"""

import json
import os
import pwd
import re
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from models import clock, eds, journal
from models.actor import SYSTEM
from models.database import transaction
from models.demonstration_keys import MARK
from models.eds import algorithm
from models.eds import trust as pinned
from models.settings import Misconfigured, settings

ACT = "trust:override"
SOON = timedelta(days=90)
TEST_AUTHORITIES = frozenset({
    "b995e79e7c07429f8f79e185451e5599ce342ac720000f01b3854fdfa03031a6",  # root, GOST, 2022
    "beeffc0bdb77cd798c35983eb0715f6ef0051cccb71d7cd05505e8a4fb2c6f4d",  # issuing, GOST, 2022
})  # fmt: skip
WAY_OUT = "remove what you do not know; what you answer for, add anew with `emhana trust add FILE --override REASON`"
_LETTER = r"[^\W\d_]"  # digits and underscores end a word: ROOT_TEST, DEMO2


def _words(*stems: str) -> re.Pattern[str]:
    """Any of these words of a name, by itself; a star stands for more letters."""
    either = "|".join(one.replace("*", f"{_LETTER}*") for one in stems)
    return re.compile(f"(?<!{_LETTER})(?:{either})(?!{_LETTER})", re.IGNORECASE)


_TEST = _words("TEST", "TESTS", "TESTING", "ТЕСТ*", "СЫНАҚ*", "СЫНАҒ*", "СЫНАУ*", "СЫНАМА*")
_DEMO = _words("DEMO", "DEMOS", "DEMONSTRATION*", "ДЕМО", "ДЕМОНСТРАЦ*", "КӨРСЕТУ", "КӨРСЕТІЛІМ*")
# «қызмет көрсету», «көмек көрсету»: there the same Kazakh word is to render services or help, as every clinic does
_RENDERED = re.compile(rf"(?<!{_LETTER})(?:ҚЫЗМЕТ|КӨМЕК|КӨМЕГ|ҚОЛДАУ){_LETTER}*\s+КӨРСЕТ{_LETTER}*", re.IGNORECASE)


class NotAccepted(Misconfigured):
    """A certificate that the store does not take, or must not hold; the message says why and what can be done."""


@dataclass(frozen=True)
class Override:
    """Why a certificate outside the national list is trusted, by whom it was put there and when (ISO 8601)."""

    reason: str
    by: str
    made_at: str


@dataclass(frozen=True)
class Anchor:
    """A certificate of the store. `override` is None for the national ones, and for one that nobody answers for."""

    certificate: x509.Certificate
    sha256: str
    national: bool
    override: Override | None

    @property
    def name(self) -> str:
        return self.certificate.subject.rfc4514_string()


def folder() -> Path:
    """The folder of EMHANA_TRUST."""
    if not settings().trust:
        raise Misconfigured("EMHANA_TRUST is not set: it names the folder of trusted certificates")
    found = Path(settings().trust)
    if not found.is_dir():
        raise Misconfigured(f"EMHANA_TRUST: {found} is no folder")
    return found


def held(store: Path) -> tuple[Anchor, ...]:
    """Every certificate of a folder; a file that is no certificate is refused, for somebody believes it to be one."""
    return tuple(dict.fromkeys(_anchor(one, store) for path in _files(store) for one in _certificates(path.read_bytes(), path.name)))


def _files(store: Path) -> list[Path]:
    return sorted(one for one in store.iterdir() if one.suffix.lower() in pinned.SUFFIXES)


def _certificates(blob: bytes, name: str) -> list[x509.Certificate]:
    try:
        return pinned.load(blob)
    except ValueError as fault:
        raise NotAccepted(f"{name} is no certificate in DER or PEM") from fault


def _anchor(certificate: x509.Certificate, store: Path) -> Anchor:
    digest = certificate.fingerprint(hashes.SHA256()).hex()
    known = pinned.NATIONAL.get(digest)
    national = known is not None and (known.accepted or settings().legacy_gost)
    return Anchor(certificate, digest, national, None if national else _override(store / f"{digest}.override"))


def _override(path: Path) -> Override | None:
    if not path.exists():
        return None
    try:
        return Override(**{name: str(value) for name, value in json.loads(path.read_text("utf-8")).items()})
    except (ValueError, TypeError, AttributeError) as fault:
        raise NotAccepted(f"{path.name} cannot be read: add the certificate anew with `emhana trust add`") from fault


def never(certificate: x509.Certificate, at: datetime | None) -> str:
    """Why a certificate may not stand among production anchors whatever the reason given; "" when it may.

    Names help against mistakes and prove nothing: whoever makes an authority names it as he likes, and only the pinned fingerprints
    and the person who answers for an override say whose it is. Without a moment its period is not looked at.
    """
    attributes = [str(attribute.value) for name in (certificate.subject, certificate.issuer) for attribute in name]
    names = [_RENDERED.sub("", unicodedata.normalize("NFKC", one)) for one in attributes]
    if any(MARK in one or _DEMO.search(one) for one in names):
        return "by its name a demonstration's, whose keys lie open on some disk"
    if certificate.fingerprint(hashes.SHA256()).hex() in TEST_AUTHORITIES or any(_TEST.search(one) for one in names):
        return "a test authority's, whose keys anybody can get"
    if at is not None and at > certificate.not_valid_after_utc:
        return f"expired on {certificate.not_valid_after_utc:%Y-%m-%d}"
    if at is not None and at < certificate.not_valid_before_utc:
        return f"not valid before {certificate.not_valid_before_utc:%Y-%m-%d}"
    try:
        pinned.authority(certificate, 0)
        algorithm.public_key(certificate, settings().legacy_gost)
        if certificate.subject == certificate.issuer and not pinned.signed(certificate, certificate, settings().legacy_gost):
            return "a root that has not signed itself"
    except eds.Bad as bad:
        return bad.detail or str(bad.code)
    return ""


def fault(anchor: Anchor, at: datetime | None) -> str:
    """Why an anchor of the folder is not believed; "" when it is."""
    unfit = never(anchor.certificate, at)
    if not unfit and not anchor.national and anchor.override is None:
        unfit = "neither national nor answered for: remove it, or `emhana trust add FILE --override REASON`"
    return f"{anchor.name} ({anchor.sha256}): {unfit}" if unfit else ""


def standing(anchor: Anchor) -> str:
    """By what right an anchor stands in the store, in words."""
    if anchor.override:
        return f"override by {anchor.override.by} on {anchor.override.made_at[:10]}: {anchor.override.reason}"
    return "national" if anchor.national else "nobody answers for it"


def anchors(store: Path) -> eds.Anchors:
    """What the folder holds now, for commands. One wrong certificate and nothing is believed: it is not what its keeper thinks."""
    found = held(store)
    refuse(found, None)
    return _together(found)


async def recorded(store: Path, at: datetime) -> eds.Anchors:
    """What to serve with: the folder in one reading, each certificate in force, each override in the journal as it stands."""
    found = held(store)
    refuse(found, at)
    if unknown := await unrecorded(found):
        raise NotAccepted(f"EMHANA_TRUST: {'; '.join(unknown)}: {WAY_OUT}")
    return _together(found)


def _together(found: tuple[Anchor, ...]) -> eds.Anchors:
    return eds.Anchors([one.certificate for one in found], legacy=settings().legacy_gost)


def refuse(found: tuple[Anchor, ...], at: datetime | None) -> None:
    """Refuse to start with a store that holds what it must not."""
    faults = [one for one in (fault(anchor, at) for anchor in found) if one]
    if faults:
        raise NotAccepted(f"EMHANA_TRUST: {'; '.join(faults)}")


async def add(blob: bytes, name: str, reason: str = "") -> list[Anchor]:
    """Put the certificates of a file into the store; those outside the national list need a reason, and leave a line in the journal."""
    store = folder()
    wanted = [_anchor(one, store) for one in _certificates(blob, name)]
    for one in wanted:
        _acceptable(one, reason)
    for one in wanted:
        if not one.national and reason.strip():
            await _answered_for(one, reason, store)
        _write(store / f"{one.sha256}.cer", one.certificate.public_bytes(Encoding.DER))
    return [_anchor(one.certificate, store) for one in wanted]


def _acceptable(anchor: Anchor, reason: str) -> None:
    unfit = never(anchor.certificate, clock.now())
    if unfit:
        raise NotAccepted(f"{anchor.name}: {unfit}")
    if not anchor.national and anchor.override is None and not reason.strip():
        raise NotAccepted(f"{anchor.name} ({anchor.sha256}) is not on the national list: give the reason with --override")


async def _answered_for(anchor: Anchor, reason: str, store: Path) -> None:
    """The line first, then the file: an override without its line never exists."""
    made = Override(reason.strip(), _user(), clock.now().isoformat())
    async with transaction():
        await journal.record(SYSTEM, ACT, **_line(anchor, made))
    _write(store / f"{anchor.sha256}.override", json.dumps(asdict(made), ensure_ascii=False, indent=1).encode())


def _user() -> str:
    """Who runs this, by the system's own word."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _write(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    aside.write_bytes(content)
    aside.replace(path)


async def unrecorded(found: tuple[Anchor, ...]) -> list[str]:
    """The overrides that the journal does not know as they stand: somebody wrote them by hand."""
    lines = {one: _line(one, one.override) for one in found if one.override}
    known = [one.details for one in await journal.Entry.filter(act=ACT)] if lines else []
    return [f"{one.name} ({one.sha256}): the override is not in the journal" for one, line in lines.items() if line not in known]


def _line(anchor: Anchor, override: Override) -> dict[str, Any]:
    """What the journal says of an override, all of it."""
    return {"sha256": anchor.sha256, "subject": anchor.name, **asdict(override)}
