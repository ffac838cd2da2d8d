"""The demonstration authority: real signatures of invented people, believed by nobody who was not told to.

It is made at first run in a folder of its own: a branch with keys of P-256, which also issues for RSA, and a branch with
the national GOST keys where this system can make them. Its certificates look like the national ones (subject, usage,
roles) and are verified by the same code; only its anchors, passed on purpose, make them trusted. Among production anchors
it must never stand.
"""

import re
import secrets
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from cryptography import x509

from models import clock
from models.demonstration_branch import MARK, SINCE, UNTIL, Branch, NoKey, cer, new_key, pem_of, read, write_once
from models.eds import AUTH, SIGN, Anchors, Finding, LocalCrl, Revocation, algorithm, certificate, gost, issue, ocsp, respond, write
from models.eds.issue import Holder, System
from models.eds.revocation import FirstKnown, RevocationSource
from models.eds.write import PrivateKey

__all__ = ["MARK", "SINCE", "UNTIL", "Authority", "Holder", "Kind", "NoKey"]

EXPIRED_ON = datetime(2021, 1, 1, tzinfo=UTC)
FAMILIES = {"ecdsa": algorithm.ECDSA, "rsa": algorithm.RSA, "gost": gost.GOST_2015.name}


class Kind(StrEnum):
    """What a demonstration certificate is for; the last two exist so that their refusal can be shown."""

    SIGN = "sign"
    AUTH = "auth"
    EXPIRED = "expired"


class Authority:
    """The authority of one folder. Every method may be called by several processes at once.

    `algorithm` is "ecdsa", "rsa" or "gost"; left out, people sign with P-256 and heads with RSA, as both occur in life.
    """

    def __init__(self, folder: Path) -> None:
        """An authority that exists already; `open` also makes one."""
        self._folder = folder
        self._branch = Branch(folder, "")
        self._gost = Branch(folder, "-gost") if (folder / "authority-gost").exists() else None
        self.certificate = self._branch.certificate
        self.anchors = Anchors(one for branch in self.branches for one in (branch.root, branch.certificate))

    @classmethod
    def open(cls, folder: Path) -> "Authority":
        """The authority of a folder, made when there is none; two processes starting at once end with the same one."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        (folder / "people").mkdir(mode=0o700, exist_ok=True)
        Branch.open(folder, "", algorithm.ECDSA)
        if gost.available():
            Branch.open(folder, "-gost", gost.GOST_2015.name)
        return cls(folder)

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The branch of P-256 and, where there is one, that of GOST."""
        return (self._branch, self._gost) if self._gost else (self._branch,)

    @property
    def _key(self) -> PrivateKey:
        return self._branch.key

    @property
    def crl_source(self) -> "OwnCrl":
        """What it has revoked, as lists."""
        return OwnCrl(self)

    @property
    def revocation_source(self) -> RevocationSource:
        """What it has revoked, by the answers of its responders, and by its lists should they give none."""
        return FirstKnown(OwnOcsp(self), OwnCrl(self))

    def issue(self, holder: Holder, kind: Kind = Kind.SIGN, algorithm: str | None = None) -> x509.Certificate:
        """The holder's certificate, made at the first call; `NoKey` for a GOST one where the system has no library for it."""
        path = self._path(holder.iin, holder.bin, holder.head, kind, algorithm)
        if not path.exists():
            wanted = algorithm or _usual(holder.head)
            key = _new_key(wanted)
            by = self._of(wanted).issuer(EXPIRED_ON if kind is Kind.EXPIRED else UNTIL)
            usage = AUTH if kind is Kind.AUTH else SIGN
            write_once(path, pem_of(key) + cer(issue.person(holder, usage, key, by)))
        return read(path)[1]

    def key_of(self, iin: str, organisation: str | None = None) -> bool:
        """Whether a person can sign: personally, or with a certificate of the organisation."""
        try:
            self._find(iin, organisation, Kind.SIGN)
        except NoKey:
            return False
        return True

    def certificate_of(
        self, iin: str, organisation: str | None = None, kind: Kind = Kind.SIGN, algorithm: str | None = None
    ) -> x509.Certificate:
        """The certificate that `sign` uses with the same arguments."""
        return read(self._find(iin, organisation, kind, algorithm))[1]

    def sign(
        self,
        iin: str,
        content: bytes,
        *,
        organisation: str | None = None,
        detached: bool = False,
        at: datetime | None = None,
        kind: Kind = Kind.SIGN,
        algorithm: str | None = None,
    ) -> bytes:
        """A person's CMS over bytes: with the personal certificate, or with that of the organisation of a BIN.

        A key of another algorithm than the usual one is made at its first use for whoever has the usual one.
        """
        key, owned = read(self._find(iin, organisation, kind, algorithm))
        return write.signed(content, owned, key, at or clock.now(), detached=detached)

    def sign_as_head(
        self,
        iin: str,
        content: bytes,
        *,
        organisation: str | None = None,
        detached: bool = False,
        at: datetime | None = None,
        algorithm: str | None = None,
    ) -> bytes:
        """A head's CMS over bytes; the organisation may be left out by who heads only one."""
        found = self._heads(iin, organisation)
        if len(found) != 1:
            raise NoKey(f"{iin} has {len(found)} certificates of a head")
        key, owned = read(self._beside(found[0], Kind.SIGN, algorithm))
        return write.signed(content, owned, key, at or clock.now(), detached=detached)

    def system_certificate(self, bin: str, organisation: str, algorithm: str = "rsa") -> x509.Certificate:
        """The certificate of an organisation's information system, made at the first call."""
        return read(self._system(bin, organisation, algorithm))[1]

    def sign_as_system(
        self,
        bin: str,
        content: bytes,
        *,
        organisation: str,
        detached: bool = False,
        signing_time: datetime | None = None,
        algorithm: str = "rsa",
    ) -> bytes:
        """The CMS of an organisation's information system; without a moment it has no signingTime, as the seal of a PDF."""
        key, owned = read(self._system(bin, organisation, algorithm))
        return write.signed(content, owned, key, signing_time, detached=detached)

    def revoke(
        self,
        iin: str,
        organisation: str | None = None,
        at: datetime | None = None,
        kind: Kind = Kind.SIGN,
        algorithm: str | None = None,
    ) -> None:
        """Revoke a person's certificate."""
        self.revoke_certificate(read(self._find(iin, organisation, kind, algorithm))[1], at)

    def revoke_certificate(self, revoked: x509.Certificate, at: datetime | None = None) -> None:
        """Revoke any certificate of this authority."""
        for branch in self.branches:
            if branch.certificate.subject == revoked.issuer:
                branch.revoke(revoked.serial_number, at or clock.now())

    def crl(self, at: datetime, algorithm: str = "ecdsa") -> bytes:
        """The revocation list of a branch in force at a moment."""
        return self._of(algorithm).crl(at)

    def ocsp(self, request: bytes, at: datetime) -> bytes:
        """The answer of the responder of the branch that a question is about; of the first one when it is about none."""
        asked = (one for one in self.branches if respond.is_about(request, one.key))
        return next(asked, self._branch).ocsp(request, at)

    def _of(self, algorithm: str) -> Branch:
        """The branch that issues for an algorithm."""
        if algorithm != "gost":
            return self._branch
        if self._gost is None:
            raise NoKey(gost.MISSING)
        return self._gost

    def _find(self, iin: str, organisation: str | None, kind: Kind, algorithm: str | None = None) -> Path:
        for head in (True, False) if organisation else (False,):
            path = self._path(iin, organisation or "", head, kind)
            if path.exists():
                return self._beside(path, kind, algorithm)
            path = self._path(iin, organisation or "", head, kind, algorithm)
            if path.exists():
                return path
        raise NoKey(f"{iin} has no certificate{' of ' + organisation if organisation else ''} in the demonstration")

    def _beside(self, usual: Path, kind: Kind, algorithm: str | None) -> Path:
        """The file of the same holder's certificate of an algorithm, made when there is none."""
        if algorithm is None:
            return usual
        holder = _holder(read(usual)[1])
        self.issue(holder, kind, algorithm)
        return self._path(holder.iin, holder.bin, holder.head, kind, algorithm)

    def _heads(self, iin: str, organisation: str | None) -> list[Path]:
        if organisation is not None:
            return [one for one in [self._path(iin, organisation, True, Kind.SIGN)] if one.exists()]
        self._path(iin, "", False, Kind.SIGN)
        return sorted((self._folder / "people").glob(f"{iin}-*-head-sign.pem"))

    def _path(self, iin: str, organisation: str, head: bool, kind: Kind, algorithm: str | None = None) -> Path:
        """The file of a certificate; numbers are checked, for they become part of a path."""
        if not _digits(iin) or not (organisation == "" or _digits(organisation)):
            raise NoKey("an IIN and a BIN have twelve digits")
        place = f"-{organisation}-{'head' if head else 'employee'}" if organisation else ""
        return self._folder / "people" / f"{iin}{place}-{kind}{_suffix(algorithm, _usual(head))}.pem"

    def _system(self, bin: str, organisation: str, algorithm: str) -> Path:
        """The file of a system's certificate, made when there is none."""
        if not _digits(bin):
            raise NoKey("a BIN has twelve digits")
        path = self._folder / "people" / f"system-{bin}{_suffix(algorithm, 'rsa')}.pem"
        if not path.exists():
            key = _new_key(algorithm)
            owner = System(bin, organisation, "«Емхана» ақпараттық жүйесі", f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, bin).int}")
            write_once(path, pem_of(key) + cer(issue.system(owner, key, self._of(algorithm).issuer())))
        return path


@dataclass(frozen=True)
class OwnCrl:
    """Reads an authority's own lists as any list is read: signature, issuer and period are checked."""

    authority: Authority

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        try:
            branch = _branch(self.authority, issuer)
            return _list(branch.crl(at)).status(certificate, issuer, at) if branch else Finding(Revocation.UNKNOWN)
        except OSError:
            return Finding(Revocation.UNKNOWN)


@dataclass(frozen=True)
class OwnOcsp:
    """Asks an authority's own responder and checks its answer as any answer is checked."""

    authority: Authority

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        branch, nonce = _branch(self.authority, issuer), secrets.token_bytes(32)
        if branch is None:
            return Finding(Revocation.UNKNOWN)
        try:
            response = branch.ocsp(ocsp.request(certificate, issuer, nonce), at)
        except (OSError, NoKey):
            return Finding(Revocation.UNKNOWN)
        return ocsp.answer(response, certificate, issuer, at, nonce)


def _branch(authority: Authority, issuer: x509.Certificate) -> Branch | None:
    """The branch whose issuing authority it is; a root's key is kept nowhere, so nothing answers for it."""
    return next((one for one in authority.branches if one.certificate == issuer), None)


@lru_cache(maxsize=8)
def _list(blob: bytes) -> LocalCrl:
    return LocalCrl(blob)


def _new_key(algorithm: str) -> PrivateKey:
    if algorithm not in FAMILIES:
        raise NoKey(f"{algorithm!r}: use {', '.join(FAMILIES)}")
    return new_key(FAMILIES[algorithm])


def _usual(head: bool) -> str:
    return "rsa" if head else "ecdsa"


def _suffix(algorithm: str | None, usual: str) -> str:
    """What a file's name says of its algorithm: nothing of the usual one."""
    if algorithm in (None, usual):
        return ""
    if algorithm not in FAMILIES:
        raise NoKey(f"{algorithm!r}: use {', '.join(FAMILIES)}")
    return f"-{algorithm}"


def _digits(number: str) -> bool:
    return re.fullmatch(r"[0-9]{12}", number) is not None


def _holder(owned: x509.Certificate) -> Holder:
    """Whose certificate it is, to issue another for the same person."""
    owner = certificate.read(owned)
    given = owner.name.removeprefix(owner.surname).strip()
    return Holder(owner.iin, owner.surname, given, owner.patronymic, owner.organisation, owner.bin or "", "CEO" in owner.roles)
