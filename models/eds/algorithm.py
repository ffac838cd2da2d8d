"""The algorithms accepted, by OID, and the one place where a signature value is checked.

GOST 34.10-2015 of 512 bits with its hash, RSA (PKCS#1 v1.5) with SHA-256, SHA-384 or SHA-512, ECDSA on P-256 or P-384
with SHA-256 or SHA-384. Their predecessor, GOST 34.310-2004, only where it is switched on (`legacy`). Everything else is
refused with the code ALGORITHM.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from asn1crypto import core  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from models.eds import der, gost
from models.eds.bad import Bad, Code

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | gost.PublicKey
Digest = hashes.HashAlgorithm | gost.Family

RSA, ECDSA = "RSA", "ECDSA"
SEQUENCE = 0x30
SHA256, SHA384, SHA512 = (f"2.16.840.1.101.3.4.2.{number}" for number in (1, 2, 3))
DIGESTS: Mapping[str, Digest] = {
    SHA256: hashes.SHA256(),
    SHA384: hashes.SHA384(),
    SHA512: hashes.SHA512(),
    **{oid: one for one in gost.FAMILIES for oid in one.digests},
}

# Signature OID: the key's family and the digest; the OIDs that are a key's own take the digest from digestAlgorithm.
SIGNATURES: Mapping[str, tuple[str, str | None]] = {
    "1.2.840.113549.1.1.1": (RSA, None),
    "1.2.840.113549.1.1.11": (RSA, SHA256),
    "1.2.840.113549.1.1.12": (RSA, SHA384),
    "1.2.840.113549.1.1.13": (RSA, SHA512),
    "1.2.840.10045.4.3.2": (ECDSA, SHA256),
    "1.2.840.10045.4.3.3": (ECDSA, SHA384),
    **{one.signature: (one.name, one.digests[0]) for one in gost.FAMILIES},
    gost.GOST_2004.key: (gost.GOST_2004.name, None),
}

GOST = ("1.2.398.3.10.1.", "1.2.643.")  # the arcs of the national and of the Russian GOST algorithms
LEGACY = frozenset({gost.GOST_2004.key, gost.GOST_2004.signature, *gost.GOST_2004.digests})
CURVES = {"secp256r1": "P256", "secp384r1": "P384"}
SMALLEST_RSA, LARGEST_RSA = 2048, 8192


@dataclass(frozen=True)
class Algorithm:
    """An AlgorithmIdentifier as received: its OID and the bytes of its parameters."""

    oid: str
    parameters: bytes = b""

    @property
    def bare(self) -> bool:
        """Whether it has no parameters but NULL, the only ones that the accepted algorithms allow (RFC 5754)."""
        return self.parameters in (b"", b"\x05\x00")

    @property
    def encoded(self) -> bytes:
        """The whole identifier in DER."""
        return der.value(SEQUENCE, oid(self.oid), self.parameters)

    def refused(self) -> Bad:
        family = "GOST of 2004, which is not switched on:" if self.oid in LEGACY else "GOST" if self.oid.startswith(GOST) else "unknown"
        return Bad(Code.ALGORITHM, f"{family} algorithm {self.oid}"[:200])


def public_key(certificate: Certificate, legacy: bool = False) -> PublicKey:
    """The key of a certificate: a GOST point, RSA of 2048 to 8192 bits, or a point of P-256 or P-384; else `Bad` (ALGORITHM)."""
    kind = certificate.public_key_algorithm_oid.dotted_string
    if kind in gost.BY_KEY:
        return _gost_key(certificate, gost.BY_KEY[kind], legacy)
    try:
        key = certificate.public_key()
    except UnsupportedAlgorithm as unsupported:
        raise Algorithm(kind).refused() from unsupported
    if isinstance(key, rsa.RSAPublicKey) and SMALLEST_RSA <= key.key_size <= LARGEST_RSA:
        return key
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES:
        return key
    raise Bad(Code.ALGORITHM, "a key of a kind or size that is not accepted")


def signed_by(key: PublicKey, identifier: Algorithm, signature: bytes, signed: bytes, legacy: bool = False) -> bool:
    """Whether a key made a signature over bytes: of certificates, lists, answers and time stamps, whose OID names its hash.

    `Bad` (ALGORITHM) for an OID that is not on the list or names no hash; a key of another family has simply not signed.
    """
    name, digest = _known(identifier, legacy)
    if digest is None:
        raise identifier.refused()
    return name == family(key) and _holds(key, DIGESTS[digest], signature, signed)


def check(key: PublicKey, identifier: Algorithm, digest: Algorithm, signature: bytes, signed: bytes, legacy: bool = False) -> str:
    """Check a signer's signature, whose digest stands beside it; the name of the algorithm, e.g. "ECDSA-P256-SHA256"."""
    hashed = _hash(digest, legacy)
    name, wanted = _known(identifier, legacy)
    if wanted not in (None, digest.oid) or (isinstance(hashed, gost.Family)) != (name in _GOST_NAMES):
        raise Bad(Code.ALGORITHM, "the signature's algorithm and its digest do not match")
    if name != family(key):
        raise Bad(Code.ALGORITHM, "the signature's algorithm is not that of the certificate's key")
    if not _holds(key, hashed, signature, signed):
        raise Bad(Code.SIGNATURE, "the signature is not of these bytes by this key")
    return name if isinstance(hashed, gost.Family) else f"{_long_name(key)}-{hashed.name.upper()}"


def digested(identifier: Algorithm, data: bytes, legacy: bool = False) -> bytes:
    """The digest of bytes by a hash on the list."""
    return hashed(_hash(identifier, legacy), data)


def hashed(kind: Digest, data: bytes) -> bytes:
    """The digest of bytes by a hash known already."""
    if isinstance(kind, gost.Family):
        with needing_gost():
            return gost.hashed(kind, data)
    digest = hashes.Hash(kind)
    digest.update(data)
    return digest.finalize()


def family(key: PublicKey) -> str:
    """RSA, ECDSA, or the name of a GOST family."""
    if isinstance(key, gost.PublicKey):
        return key.family.name
    return RSA if isinstance(key, rsa.RSAPublicKey) else ECDSA


def accepted(oid: str, legacy: bool = False) -> bool:
    """Whether certificates and revocation lists may be signed so: the same list, with the hash always named."""
    return SIGNATURES.get(oid, ("", None))[1] is not None and (legacy or oid not in LEGACY)


@contextmanager
def needing_gost() -> Iterator[None]:
    """The system's library may be absent: then nothing is known of the signature, and the refusal says what to install."""
    try:
        yield
    except gost.Missing as missing:
        raise Bad(Code.UNAVAILABLE, gost.MISSING) from missing


_GOST_NAMES = frozenset(one.name for one in gost.FAMILIES)


def _known(identifier: Algorithm, legacy: bool) -> tuple[str, str | None]:
    """Family and digest of a signature's OID. ECDSA takes no parameters at all, not even NULL (RFC 5758)."""
    known = SIGNATURES.get(identifier.oid)
    if known is None or not identifier.bare or (known[0] == ECDSA and identifier.parameters) or (identifier.oid in LEGACY and not legacy):
        raise identifier.refused()
    return known


def _hash(identifier: Algorithm, legacy: bool) -> Digest:
    if identifier.oid not in DIGESTS or not identifier.bare or (identifier.oid in LEGACY and not legacy):
        raise identifier.refused()
    return DIGESTS[identifier.oid]


def _holds(key: PublicKey, kind: Digest, signature: bytes, signed: bytes) -> bool:
    """Whether the value is this key's over the bytes; the digest is of the key's family already."""
    if isinstance(key, gost.PublicKey):
        with needing_gost():
            return key.verify(signature, signed)
    assert isinstance(kind, hashes.HashAlgorithm)
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, padding.PKCS1v15(), kind)
        else:
            key.verify(signature, signed, ec.ECDSA(kind))
    except InvalidSignature:
        return False
    return True


def _long_name(key: PublicKey) -> str:
    return f"{ECDSA}-{CURVES[key.curve.name]}" if isinstance(key, ec.EllipticCurvePublicKey) else family(key)


def _gost_key(certificate: Certificate, kind: gost.Family, legacy: bool) -> gost.PublicKey:
    """The point after the only form in which such a key is written, so that nothing in it is left unread."""
    if kind.key in LEGACY and not legacy:
        raise Algorithm(kind.key).refused()
    written = asn1.Certificate.load(certificate.public_bytes(Encoding.DER))["tbs_certificate"]["subject_public_key_info"].dump()
    start = _key_form(kind)
    if not written.startswith(start) or len(written) != len(start) + 2 * kind.size:
        raise Bad(Code.ALGORITHM, "a GOST key of another form, curve or hash")
    key = gost.PublicKey(kind, written[len(start) :])
    if not key.on_curve():
        raise Bad(Code.ALGORITHM, "a GOST key that is no point of its curve")
    return key


@lru_cache
def _key_form(kind: gost.Family) -> bytes:
    """What stands before the point in the SubjectPublicKeyInfo of a family."""
    return key_info(kind, bytes(2 * kind.size))[: -2 * kind.size]


def key_info(kind: gost.Family, point: bytes) -> bytes:
    """A GOST key as certificates carry it: the algorithm with curve and hash, and the point inside an octet string."""
    return der.value(SEQUENCE, key_kind(kind), der.value(0x03, b"\0", der.value(0x04, point)))


def key_kind(kind: gost.Family) -> bytes:
    """The algorithm of a family's keys in DER, with curve and hash."""
    return der.value(SEQUENCE, oid(kind.key), der.value(SEQUENCE, oid(kind.parameters), oid(kind.digests[-1])))


def oid(dotted: str) -> bytes:
    """An object identifier in DER."""
    return bytes(core.ObjectIdentifier(dotted).dump())
