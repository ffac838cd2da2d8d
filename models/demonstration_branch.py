"""One branch of the demonstration authority: root, issuing authority and responder of one family of keys, in files.

Everything is written aside and moved into place whole, so that several processes starting at once end with one branch.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from asn1crypto import pem  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID

from models.eds import algorithm, der, gost, issue, respond
from models.eds.issue import Issuer
from models.eds.write import PrivateKey

MARK = "(DEMO)"

# So wide that a demonstration whose clock has been moved still works; the expired set is over before it begins.
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)
CRL_RENEWED, CRL_LASTS, CRL_EARLIER = timedelta(days=1), timedelta(days=30), timedelta(minutes=5)


class NoKey(LookupError):
    """The demonstration authority has issued no such certificate, or cannot make such keys on this system."""


class Branch:
    """Root and issuing authority of one folder, with what they have revoked."""

    def __init__(self, folder: Path, suffix: str) -> None:
        """A branch that exists already; `open` also makes one."""
        self.home = folder / f"authority{suffix}"
        self._revoked = folder / f"revoked{suffix}"
        self.root = x509.load_pem_x509_certificate((self.home / "root.pem").read_bytes())
        self.key, self.certificate = read(self.home / "issuing.pem")
        self._crl: tuple[list[str], datetime, bytes] | None = None

    @classmethod
    def open(cls, folder: Path, suffix: str, family: str) -> "Branch":
        """The branch of a folder, made with keys of a family when there is none."""
        (folder / f"revoked{suffix}").mkdir(mode=0o700, exist_ok=True)
        if not (folder / f"authority{suffix}").exists():
            _found(folder, f"authority{suffix}", family)
        return cls(folder, suffix)

    def issuer(self, until: datetime = UNTIL) -> Issuer:
        """The issuing authority, for what is valid until a moment."""
        return Issuer(self.certificate.subject, self.key, SINCE, until)

    def revoke(self, serial: int, at: datetime) -> None:
        """Put a certificate on the list. The file's name says all: nobody can read it half written."""
        (self._revoked / f"{serial:x}-{int(at.timestamp())}").touch(mode=0o600)

    def crl(self, at: datetime) -> bytes:
        """The revocation list in force at a moment, issued anew when a day old or when more has been revoked."""
        names = self._names()
        if self._crl is not None and self._crl[0] == names and self._crl[1] <= at < self._crl[1] + CRL_RENEWED:
            return self._crl[2]
        by = Issuer(self.certificate.subject, self.key, at - CRL_EARLIER, at + CRL_LASTS)
        made = issue.crl(map(_revocation, names), by, int(at.timestamp())).public_bytes(Encoding.DER)
        self._crl = (names, at, made)
        return made

    def ocsp(self, request: bytes, at: datetime) -> bytes:
        """The answer to a question about one certificate, signed by the responder that the issuing authority has appointed."""
        revoked = dict(map(_revocation, self._names()))

        def state(serial: int) -> bytes:
            return respond.revoked(revoked[serial]) if serial in revoked else respond.GOOD

        return respond.answer(request, self._responder(), state, at)

    def _names(self) -> list[str]:
        return sorted(one.name for one in self._revoked.iterdir())

    def _responder(self) -> respond.Responder:
        """The responder, made at the first question."""
        path = self.home / "responder.pem"
        if not path.exists():
            key = new_key(algorithm.family(algorithm.public_key(self.certificate)))
            name = issue.plain(f"OCSP RESPONDER {MARK}")
            write_once(path, pem_of(key) + cer(issue.service(name, ExtendedKeyUsageOID.OCSP_SIGNING, key, self.issuer())))
        key, certificate = read(path)
        return respond.Responder(certificate, key)


def new_key(family: str) -> PrivateKey:
    """A new key: RSA of 2048 bits, GOST, or a point of P-256 for any other word."""
    if family == gost.GOST_2015.name:
        try:
            return gost.generate()
        except gost.Missing as missing:
            raise NoKey(gost.MISSING) from missing
    return rsa.generate_private_key(65537, 2048) if family == algorithm.RSA else ec.generate_private_key(ec.SECP256R1())


def pem_of(key: PrivateKey) -> bytes:
    """A key as PKCS #8; a GOST one with its number's last byte first, as in the national key files."""
    if not isinstance(key, gost.PrivateKey):
        return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    family = key.public.family
    secret = der.value(0x04, key.secret[::-1])
    return bytes(pem.armor("PRIVATE KEY", der.value(0x30, b"\x02\x01\x00", algorithm.key_kind(family), secret)))


def cer(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def write_once(path: Path, content: bytes) -> None:
    """A file for its owner's eyes only, whole or not at all; if another process wrote it meanwhile, that one stays."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        with suppress(FileExistsError):
            path.hardlink_to(aside)
    finally:
        Path(aside).unlink()


def read(path: Path) -> tuple[PrivateKey, x509.Certificate]:
    """The key and the certificate of one file."""
    return _parsed(path.read_bytes())


@lru_cache(maxsize=256)
def _parsed(blob: bytes) -> tuple[PrivateKey, x509.Certificate]:
    certificate = x509.load_pem_x509_certificate(blob)
    public = algorithm.public_key(certificate)
    if isinstance(public, gost.PublicKey):
        body = next(body for label, _, body in pem.unarmor(blob, multiple=True) if label == "PRIVATE KEY")
        return gost.PrivateKey(public.family, body[-public.family.size :][::-1], public), certificate
    key = load_pem_private_key(blob, None)
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise NoKey("a file holds a key of another kind")
    return key, certificate


def _found(folder: Path, name: str, family: str) -> None:
    """Make root and issuing authority aside and move them into place at once; the second comer takes the first's."""
    aside = Path(tempfile.mkdtemp(prefix=".authority-", dir=folder))
    national = " (GOST)" if family == gost.GOST_2015.name else ""
    try:
        root_key, key = new_key(family), new_key(family)
        root, issuing = (issue.plain(f"ЕМХАНА КӨРСЕТУ {what}{national} {MARK}") for what in ("НЕГІЗІ", "ОРТАЛЫҒЫ"))
        by = Issuer(root, root_key, SINCE, UNTIL)  # the root's key is used here and kept nowhere
        write_once(aside / "root.pem", cer(issue.authority(root, root_key, by, None)))
        write_once(aside / "issuing.pem", pem_of(key) + cer(issue.authority(issuing, key, by, 0)))
        aside.rename(folder / name)
    except OSError:
        if not (folder / name / "issuing.pem").exists():
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _revocation(name: str) -> tuple[int, datetime]:
    serial, moment = name.split("-")
    return int(serial, 16), datetime.fromtimestamp(int(moment), UTC)
