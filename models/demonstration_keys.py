"""The demonstration authority: real signatures of invented people, believed by nobody who was not told to.

It is made at first run in a folder of its own. Its certificates look like the national ones (subject, usage, roles) and
are verified by the same code; only its anchors, passed on purpose, make them trusted. Among production anchors it must
never stand.
"""

import os
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from models import clock
from models.eds import AUTH, SIGN, Anchors, LocalCrl, Revocation, issue, write
from models.eds.issue import Holder, Issuer
from models.eds.write import PrivateKey

MARK = "(DEMO)"
ROOT = f"ЕМХАНА КӨРСЕТУ НЕГІЗІ {MARK}"
ISSUING = f"ЕМХАНА КӨРСЕТУ ОРТАЛЫҒЫ {MARK}"

# So wide that a demonstration whose clock has been moved still works; the expired set is over before it begins.
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)
EXPIRED_ON = datetime(2021, 1, 1, tzinfo=UTC)
CRL_RENEWED, CRL_LASTS, CRL_EARLIER = timedelta(days=1), timedelta(days=30), timedelta(minutes=5)


class Kind(StrEnum):
    """What a demonstration certificate is for; the last two exist so that their refusal can be shown."""

    SIGN = "sign"
    AUTH = "auth"
    EXPIRED = "expired"


class NoKey(LookupError):
    """The demonstration authority has issued no such certificate."""


class Authority:
    """The authority of one folder. Every method may be called by several processes at once."""

    def __init__(self, folder: Path) -> None:
        """An authority that exists already; `open` also makes one."""
        self._folder = folder
        home = folder / "authority"
        self._root = x509.load_pem_x509_certificate((home / "root.pem").read_bytes())
        self._key, self.certificate = _read(home / "issuing.pem")
        self._crl: tuple[list[str], datetime, bytes] | None = None

    @classmethod
    def open(cls, folder: Path) -> "Authority":
        """The authority of a folder, made when there is none; two processes starting at once end with the same one."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        for name in ("people", "revoked"):
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        if not (folder / "authority").exists():
            _found(folder)
        return cls(folder)

    @property
    def anchors(self) -> Anchors:
        """Its root and issuing certificates, to be passed where a demonstration is meant."""
        return Anchors([self._root, self.certificate])

    @property
    def crl_source(self) -> "OwnCrl":
        """What it has revoked, as a source for `verify`."""
        return OwnCrl(self)

    def issue(self, holder: Holder, kind: Kind = Kind.SIGN) -> x509.Certificate:
        """The holder's certificate, made at the first call: P-256 for people, RSA for heads, as both occur in life."""
        path = self._path(holder.iin, holder.bin, holder.head, kind)
        if not path.exists():
            key: PrivateKey = rsa.generate_private_key(65537, 2048) if holder.head else _new_key()
            by = Issuer(self.certificate.subject, self._key, SINCE, EXPIRED_ON if kind is Kind.EXPIRED else UNTIL)
            usage = AUTH if kind is Kind.AUTH else SIGN
            _write_once(path, _pem(key) + _cer(issue.person(holder, usage, key, by)))
        return _read(path)[1]

    def key_of(self, iin: str, organisation: str | None = None) -> bool:
        """Whether a person can sign: personally, or with a certificate of the organisation."""
        try:
            self._find(iin, organisation, Kind.SIGN)
        except NoKey:
            return False
        return True

    def sign(
        self,
        iin: str,
        content: bytes,
        *,
        organisation: str | None = None,
        detached: bool = False,
        at: datetime | None = None,
        kind: Kind = Kind.SIGN,
    ) -> bytes:
        """A person's CMS over bytes: with the personal certificate, or with that of the organisation of a BIN."""
        key, certificate = _read(self._find(iin, organisation, kind))
        return write.signed(content, certificate, key, at or clock.now(), detached=detached)

    def sign_as_head(
        self,
        iin: str,
        content: bytes,
        *,
        organisation: str | None = None,
        detached: bool = False,
        at: datetime | None = None,
    ) -> bytes:
        """A head's CMS over bytes; the organisation may be left out by who heads only one."""
        found = self._heads(iin, organisation)
        if len(found) != 1:
            raise NoKey(f"{iin} has {len(found)} certificates of a head")
        key, certificate = _read(found[0])
        return write.signed(content, certificate, key, at or clock.now(), detached=detached)

    def revoke(self, iin: str, organisation: str | None = None, at: datetime | None = None, kind: Kind = Kind.SIGN) -> None:
        """Put a certificate on the revocation list. The file's name says all: nobody can read it half written."""
        certificate = _read(self._find(iin, organisation, kind))[1]
        moment = int((at or clock.now()).timestamp())
        (self._folder / "revoked" / f"{certificate.serial_number:x}-{moment}").touch(mode=0o600)

    def crl(self, at: datetime) -> bytes:
        """The revocation list in force at a moment, issued anew when a day old or when more has been revoked."""
        names = sorted(one.name for one in (self._folder / "revoked").iterdir())
        if self._crl is not None and self._crl[0] == names and self._crl[1] <= at < self._crl[1] + CRL_RENEWED:
            return self._crl[2]
        by = Issuer(self.certificate.subject, self._key, at - CRL_EARLIER, at + CRL_LASTS)
        made = issue.crl(map(_revoked, names), by, int(at.timestamp())).public_bytes(Encoding.DER)
        self._crl = (names, at, made)
        return made

    def _find(self, iin: str, organisation: str | None, kind: Kind) -> Path:
        for head in (True, False) if organisation else (False,):
            path = self._path(iin, organisation or "", head, kind)
            if path.exists():
                return path
        raise NoKey(f"{iin} has no certificate{' of ' + organisation if organisation else ''} in the demonstration")

    def _heads(self, iin: str, organisation: str | None) -> list[Path]:
        if organisation is not None:
            return [one for one in [self._path(iin, organisation, True, Kind.SIGN)] if one.exists()]
        self._path(iin, "", False, Kind.SIGN)
        return sorted((self._folder / "people").glob(f"{iin}-*-head-sign.pem"))

    def _path(self, iin: str, organisation: str, head: bool, kind: Kind) -> Path:
        """The file of a certificate; numbers are checked, for they become part of a path."""
        if re.fullmatch(r"[0-9]{12}", iin) is None or re.fullmatch(r"([0-9]{12})?", organisation) is None:
            raise NoKey("an IIN and a BIN have twelve digits")
        place = f"-{organisation}-{'head' if head else 'employee'}" if organisation else ""
        return self._folder / "people" / f"{iin}{place}-{kind}.pem"


@dataclass(frozen=True)
class OwnCrl:
    """Reads an authority's own list as any list is read: signature, issuer and period are checked."""

    authority: Authority

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Revocation:
        try:
            return LocalCrl(self.authority.crl(at)).status(certificate, issuer, at)
        except OSError:
            return Revocation.UNKNOWN


def production_anchor_conflict(trust_folder: Path) -> bool:
    """Whether a folder of production anchors holds a demonstration certificate, whose keys lie open on some disk."""
    if not trust_folder.is_dir():
        return False
    return any(
        MARK in str(attribute.value)
        for one in Anchors.of_folder(trust_folder).certificates
        for name in (one.subject, one.issuer)
        for attribute in name
    )


def _found(folder: Path) -> None:
    """Make root and issuing authority aside and move them into place at once; the second comer takes the first's."""
    aside = Path(tempfile.mkdtemp(prefix=".authority-", dir=folder))
    try:
        root_key, key = _new_key(), _new_key()
        by = Issuer(issue.plain(ROOT), root_key, SINCE, UNTIL)  # the root's key is used here and kept nowhere
        _write_once(aside / "root.pem", _cer(issue.authority(by.name, root_key, by, None)))
        _write_once(aside / "issuing.pem", _pem(key) + _cer(issue.authority(issue.plain(ISSUING), key, by, 0)))
        aside.rename(folder / "authority")
    except OSError:
        if not (folder / "authority" / "issuing.pem").exists():
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _revoked(name: str) -> tuple[int, datetime]:
    serial, moment = name.split("-")
    return int(serial, 16), datetime.fromtimestamp(int(moment), UTC)


def _new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _pem(key: PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _cer(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def _write_once(path: Path, content: bytes) -> None:
    """A file for its owner's eyes only, whole or not at all; if another process wrote it meanwhile, that one stays."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        with suppress(FileExistsError):
            path.hardlink_to(aside)
    finally:
        Path(aside).unlink()


def _read(path: Path) -> tuple[PrivateKey, x509.Certificate]:
    """The key and the certificate of one file."""
    return _parsed(path.read_bytes())


@lru_cache(maxsize=256)
def _parsed(blob: bytes) -> tuple[PrivateKey, x509.Certificate]:
    key = load_pem_private_key(blob, None)
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise NoKey("a file holds a key of another kind")
    return key, x509.load_pem_x509_certificate(blob)
