"""Reading revocation lists (RFC 5280, section 5) of any length, in one pass and little memory.

The national list has 400,000 entries and 20 MB, and leaves out a NULL that libraries insist on. Here it is walked once, front to
back: what stays is an ordered row of serial numbers, 20 bytes each, and the signed bytes until a signature has been checked.
Whatever is not understood makes the whole list unreadable: a list that is half understood could leave a revoked certificate out.
"""

import base64
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from threading import Lock
from typing import Any

from asn1crypto import core  # type: ignore[import-untyped]
from cryptography import x509

from models.eds import algorithm
from models.eds.algorithm import Algorithm
from models.eds.bad import Bad, Code, hostile
from models.eds.walk import Reader, each

WIDTH = 20  # the longest serial number that RFC 5280 allows
_INTEGER, _BITS, _OCTETS, _SEQUENCE, _EXTENSIONS = 0x02, 0x03, 0x04, 0x30, 0xA0
_FORMS: Mapping[int, tuple[int, str]] = {0x17: (13, "%y%m%d%H%M%SZ"), 0x18: (15, "%Y%m%d%H%M%SZ")}
_AKI, _NUMBER, _BASE, _FRESHEST = "2.5.29.35", "2.5.29.20", "2.5.29.27", "2.5.29.46"
_PART = "2.5.29.28"  # issuingDistributionPoint: not all of the authority's certificates
_REASON, _SINCE = "2.5.29.21", "2.5.29.24"
_REMOVED = 8  # removeFromCRL: on a delta, what is no longer revoked
_ARMOUR = re.compile(rb"-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----\s*")


class Serials:
    """Serial numbers in order, 20 bytes each, in one string of bytes."""

    def __init__(self, found: list[bytes]) -> None:
        found.sort()
        self._row = b"".join(found)

    def __len__(self) -> int:
        return len(self._row) // WIDTH

    def __getitem__(self, place: int) -> bytes:
        return self._row[place * WIDTH : (place + 1) * WIDTH]

    def __contains__(self, serial: int) -> bool:
        """Whether a number is there; none longer than 20 bytes ever is."""
        if not 0 <= serial < 1 << 8 * WIDTH:
            return False
        wanted = serial.to_bytes(WIDTH, "big")
        place = bisect_left(self, wanted)
        return place < len(self) and self[place] == wanted


@dataclass(frozen=True)
class Facts:
    """What a list says of itself. `base` stands on a delta only: the number of the complete list it adds to."""

    issuer: bytes
    this_update: datetime
    next_update: datetime | None
    number: int | None
    base: int | None
    authority_key: bytes | None
    sha256: str

    def in_force(self, at: datetime) -> bool:
        """From thisUpdate to nextUpdate; a list that does not say when it ends is not relied on."""
        return self.next_update is not None and self.this_update <= at <= self.next_update

    def told(self) -> dict[str, Any]:
        """How the list is named in evidence."""
        until = self.next_update.isoformat() if self.next_update else None
        return {"number": self.number, "this_update": self.this_update.isoformat(), "next_update": until, "sha256": self.sha256}


class RevocationList:
    """One list: its facts, the serials it revokes and, on a delta, those it takes back."""

    def __init__(self, facts: Facts, revoked: Serials, removed: Serials, signed: "_Signed") -> None:
        self.facts, self.revoked, self.removed = facts, revoked, removed
        self._signed: _Signed | None = signed
        self._checked: dict[tuple[x509.Certificate, bool], bool] = {}
        self._lock = Lock()

    def is_of(self, issuer: x509.Certificate, legacy: bool = False) -> bool:
        """Whether an authority that may sign lists signed this one, under its own name and key identifier.

        Once a signature has held, the signed bytes are let go: nobody else can have made the same one.
        """
        with self._lock:
            asked = (issuer, legacy)
            if asked not in self._checked and self._signed is not None:
                self._checked[asked] = self._holds(self._signed, issuer, legacy)
                if self._checked[asked]:
                    self._signed = None
            return self._checked.get(asked, False)

    def _holds(self, signed: "_Signed", issuer: x509.Certificate, legacy: bool) -> bool:
        if self.facts.issuer != issuer.subject.public_bytes() or not _may_sign_lists(issuer, self.facts.authority_key):
            return False
        try:
            return algorithm.signed_by(algorithm.public_key(issuer, legacy), signed.identifier, signed.signature, signed.tbs, legacy)
        except Bad:
            return False


@dataclass(frozen=True)
class _Signed:
    tbs: bytes
    identifier: Algorithm
    signature: bytes


def read(blob: bytes) -> RevocationList:
    """A list in DER or PEM; `Bad` for anything that is not wholly a list of a kind understood here."""
    with hostile():
        der = unwrapped(blob)
        (body, end), = each(Reader(der, 0, len(der)), _SEQUENCE)  # fmt: skip
        outer = Reader(der, body, end)
        tbs_start = outer.at
        tbs = outer.inside(_SEQUENCE)
        signed = _Signed(der[tbs_start : outer.at], _algorithm(outer), _bits(outer))
        outer.finished()
        return _list(tbs, signed, sha256(der).hexdigest())


def unwrapped(blob: bytes) -> bytes:
    """The DER inside PEM armour, or the bytes as they are."""
    if blob[:1] == b"\x30":
        return blob
    armour = _ARMOUR.fullmatch(blob.strip())
    if armour is None:
        raise Bad(Code.MALFORMED, "neither DER nor PEM of a list")
    return base64.b64decode(b"".join(armour[1].split()), validate=True)


def _list(tbs: Reader, signed: _Signed, digest: str) -> RevocationList:
    if tbs.sees(_INTEGER) and tbs.body(_INTEGER) != b"\x01":
        raise Bad(Code.MALFORMED, "a list of another version than 2")
    inner = _algorithm(tbs)
    if inner.oid != signed.identifier.oid or not (inner.bare and signed.identifier.bare):
        raise Bad(Code.ALGORITHM, "a list that names two algorithms")
    issuer, since = tbs.whole(_SEQUENCE), _moment(tbs)
    until = _moment(tbs) if tbs.sees(*_FORMS) else None
    revoked, removed = _entries(tbs.inside(_SEQUENCE)) if tbs.sees(_SEQUENCE) else ([], [])
    said = _extensions(tbs.inside(_EXTENSIONS).inside(_SEQUENCE)) if tbs.sees(_EXTENSIONS) else {}
    tbs.finished()
    if removed and _BASE not in said:
        raise Bad(Code.MALFORMED, "a complete list that takes an entry back")
    facts = Facts(issuer, since, until, _number(said, _NUMBER), _number(said, _BASE), _authority_key(said), digest)
    return RevocationList(facts, Serials(revoked), Serials(removed), signed)


def _entries(rows: Reader) -> tuple[list[bytes], list[bytes]]:
    """The serials revoked and taken back. A row is read in place, for there are hundreds of thousands."""
    raw, at, end = rows.raw, rows.at, rows.end
    revoked: list[bytes] = []
    removed: list[bytes] = []
    reasons: dict[bytes, int | None] = {b"": None}
    while at < end:
        length, size = raw[at + 1], raw[at + 3]
        after, serial_end = at + 2 + length, at + 4 + size
        if raw[at] != _SEQUENCE or length >= 0x80 or after > end or raw[at + 2] != _INTEGER or serial_end > after:
            raise Bad(Code.MALFORMED, f"an entry that cannot be read at byte {at}")
        serial = raw[at + 4 : serial_end]
        rest = serial_end + 2 + _FORMS[raw[serial_end]][0]
        further = raw[rest:after]
        if raw[serial_end + 1] != rest - serial_end - 2 or rest > after or not serial or serial[0] >= 0x80:
            raise Bad(Code.MALFORMED, f"an entry that cannot be read at byte {at}")
        if further not in reasons:
            reasons[further] = _reason(further)
        (removed if reasons[further] == _REMOVED else revoked).append(_padded(serial))
        at = after
    return revoked, removed


def _padded(serial: bytes) -> bytes:
    if len(serial) == WIDTH:
        return serial
    number = serial.lstrip(b"\0")
    if len(number) > WIDTH:
        raise Bad(Code.MALFORMED, "a serial number that is too long")
    return number.rjust(WIDTH, b"\0")


def _reason(extensions: bytes) -> int | None:
    """The reason of an entry. An extension marked critical is refused: the entry might mean another issuer's certificate."""
    reader = Reader(extensions, 0, len(extensions))
    found = _extensions(reader.inside(_SEQUENCE), frozenset({_REASON, _SINCE}))
    reader.finished()
    return int(core.Enumerated.load(found[_REASON], strict=True).contents[0]) if _REASON in found else None


def _extensions(reader: Reader, known: frozenset[str] = frozenset({_AKI, _NUMBER, _BASE, _FRESHEST})) -> dict[str, bytes]:
    """The values by OID, each once. A part of a list, an indirect list and whatever else is critical are refused."""
    found: dict[str, bytes] = {}
    for start, end in each(reader, _SEQUENCE):
        one = Reader(reader.raw, start, end)
        oid = core.ObjectIdentifier.load(one.whole(0x06)).dotted
        critical = one.sees(0x01) and one.body(0x01) != b"\0"
        value = one.body(_OCTETS)
        one.finished()
        if oid in found or oid == _PART or (critical and oid not in known):
            raise Bad(Code.UNTRUSTED, f"extension {oid} of a list"[:200])
        found[oid] = value
    return found


def _algorithm(reader: Reader) -> Algorithm:
    one = reader.inside(_SEQUENCE)
    return Algorithm(core.ObjectIdentifier.load(one.whole(0x06)).dotted, one.raw[one.at : one.end])


def _bits(reader: Reader) -> bytes:
    value = reader.body(_BITS)
    if value[:1] != b"\0":
        raise Bad(Code.MALFORMED, "a signature that is not whole bytes")
    return value[1:]


def _moment(reader: Reader) -> datetime:
    form = _FORMS.get(reader.raw[reader.at])
    text = reader.body(*_FORMS)
    if form is None or len(text) != form[0]:
        raise Bad(Code.MALFORMED, "a moment in no known form")
    return datetime.strptime(text.decode("ascii"), form[1]).replace(tzinfo=UTC)


def _number(said: Mapping[str, bytes], oid: str) -> int | None:
    if oid not in said:
        return None
    reader = Reader(said[oid], 0, len(said[oid]))
    value = reader.body(_INTEGER)
    reader.finished()
    if not 1 <= len(value) <= WIDTH or value[0] >= 0x80:
        raise Bad(Code.MALFORMED, "a number of a list that is no number")
    return int.from_bytes(value, "big")


def _authority_key(said: Mapping[str, bytes]) -> bytes | None:
    if _AKI not in said:
        return None
    reader = Reader(said[_AKI], 0, len(said[_AKI])).inside(_SEQUENCE)
    return reader.body(0x80) if reader.sees(0x80) else None


def _may_sign_lists(issuer: x509.Certificate, key: bytes | None) -> bool:
    try:
        if not issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign:
            return False
        own = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return False
    return key in (None, own)
