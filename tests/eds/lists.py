"""Revocation lists of any shape, written here byte by byte, so that the reader is tested against what no library would write."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from asn1crypto import core  # type: ignore[import-untyped]
from cryptography import x509

from models.eds import der, issue, write
from models.eds.algorithm import oid
from models.eds.issue import Issuer
from models.eds.write import PrivateKey

REMOVED, ON_HOLD = 8, 6


@dataclass(frozen=True)
class Keeper:
    """An issuing authority with its key, and the moment around which its lists are in force."""

    certificate: x509.Certificate
    key: PrivateKey
    at: datetime

    @classmethod
    def made(cls, key: PrivateKey, at: datetime, name: str = "ISSUING") -> "Keeper":
        since, until = at - timedelta(days=400), at + timedelta(days=400)
        by = Issuer(issue.plain(name), key, since, until)
        return cls(issue.authority(by.name, key, by, 0), key, at)

    def person(self, at: datetime, iin: str = "850312399011") -> x509.Certificate:
        """A certificate of a person, under this authority."""
        by = Issuer(self.certificate.subject, self.key, at - timedelta(days=10), at + timedelta(days=300))
        return issue.person(issue.Holder(iin, "ҮЛГІЛІ", "АЙГҮЛ"), "SIGN", self.key, by)

    def list(
        self,
        *rows: bytes,
        number: int | None = 1,
        base: int | None = None,
        hours: tuple[int, int] = (-1, 24),
        further: Iterable[bytes] = (),
        end: bool = True,
        key_of: PrivateKey | None = None,
        inner: bytes | None = None,
    ) -> bytes:
        """A signed list of rows; `base` makes a delta, `hours` are thisUpdate and nextUpdate from the moment, `inner` another algorithm."""
        since, until = (self.at + timedelta(hours=one) for one in hours)
        said = [extension("2.5.29.35", der.value(0x30, der.value(0x80, issue.key_identifier(key_of or self.key))))]
        said += [extension("2.5.29.20", integer(number))] if number is not None else []
        said += [extension("2.5.29.27", integer(base), critical=True)] if base is not None else []
        body = der.value(
            0x30, b"\x02\x01\x01", inner or write.signature_of(self.key).encoded, self.certificate.subject.public_bytes(),
            issue.time(since), *([issue.time(until)] if end else []), *([der.value(0x30, *rows)] if rows else []),
            der.value(0xA0, der.value(0x30, *said, *further)),
        )  # fmt: skip
        return issue.signed(body, self.key)


def integer(number: int) -> bytes:
    return bytes(core.Integer(number).dump())


def extension(name: str, value: bytes, critical: bool = False) -> bytes:
    return der.value(0x30, oid(name), b"\x01\x01\xff" if critical else b"", der.value(0x04, value))


def row(serial: int, at: datetime, reason: int | None = None, further: bytes = b"") -> bytes:
    """One entry of a list."""
    said = b"" if reason is None else extension("2.5.29.21", bytes([0x0A, 1, reason]))
    extensions = der.value(0x30, said, further) if said or further else b""
    return der.value(0x30, integer(serial), issue.time(at), extensions)
