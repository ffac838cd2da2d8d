"""The algorithms accepted, by OID, and the one place where a signature value is checked.

RSA (PKCS#1 v1.5) with SHA-256, SHA-384 or SHA-512 and ECDSA on P-256 or P-384 with SHA-256 or SHA-384. Everything else
is refused with the code ALGORITHM, the national GOST 34.10-2015 included: recognised so that the refusal can say so.
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import Certificate

from models.eds.bad import Bad, Code

Key = rsa.RSAPublicKey | ec.EllipticCurvePublicKey

DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}

# Signature OID: the key's family and the digest's name; plain rsaEncryption takes the digest from digestAlgorithm.
SIGNATURES: dict[str, tuple[str, str | None]] = {
    "1.2.840.113549.1.1.1": ("RSA", None),
    "1.2.840.113549.1.1.11": ("RSA", "sha256"),
    "1.2.840.113549.1.1.12": ("RSA", "sha384"),
    "1.2.840.113549.1.1.13": ("RSA", "sha512"),
    "1.2.840.10045.4.3.2": ("ECDSA", "sha256"),
    "1.2.840.10045.4.3.3": ("ECDSA", "sha384"),
}

GOST = ("1.2.398.3.10.1.", "1.2.643.")  # the arcs of the national and of the Russian GOST algorithms
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

    def refused(self) -> Bad:
        family = "GOST" if self.oid.startswith(GOST) else "unknown"
        return Bad(Code.ALGORITHM, f"{family} algorithm {self.oid}"[:200])


def digest(algorithm: Algorithm) -> hashes.HashAlgorithm:
    """The hash of an OID on the list."""
    if algorithm.oid not in DIGESTS or not algorithm.bare:
        raise algorithm.refused()
    return DIGESTS[algorithm.oid]


def family(signature: Algorithm, hashed: hashes.HashAlgorithm) -> str:
    """RSA or ECDSA, when the signature's OID is on the list and names the same hash as the digest."""
    if signature.oid not in SIGNATURES or not signature.bare:
        raise signature.refused()
    name, wanted = SIGNATURES[signature.oid]
    if wanted not in (None, hashed.name) or (name == "ECDSA" and (hashed.name == "sha512" or signature.parameters)):
        raise Bad(Code.ALGORITHM, "the signature's algorithm and its digest do not match")
    return name


def public_key(certificate: Certificate) -> Key:
    """The key of a certificate: RSA of 2048 to 8192 bits, or a point of P-256 or P-384."""
    try:
        key = certificate.public_key()
    except UnsupportedAlgorithm as unsupported:
        raise Algorithm(certificate.public_key_algorithm_oid.dotted_string).refused() from unsupported
    if isinstance(key, rsa.RSAPublicKey) and SMALLEST_RSA <= key.key_size <= LARGEST_RSA:
        return key
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES:
        return key
    raise Bad(Code.ALGORITHM, "a key of a kind or size that is not accepted")


def check(key: Key, name: str, hashed: hashes.HashAlgorithm, signature: bytes, signed: bytes) -> str:
    """Check one signature value over bytes; the name of the algorithm, e.g. "ECDSA-P256-SHA256"."""
    try:
        if isinstance(key, rsa.RSAPublicKey) and name == "RSA":
            key.verify(signature, signed, padding.PKCS1v15(), hashed)
            return f"RSA-{hashed.name.upper()}"
        if isinstance(key, ec.EllipticCurvePublicKey) and name == "ECDSA":
            key.verify(signature, signed, ec.ECDSA(hashed))
            return f"ECDSA-{CURVES[key.curve.name]}-{hashed.name.upper()}"
    except InvalidSignature as invalid:
        raise Bad(Code.SIGNATURE, "the signature is not of these bytes by this key") from invalid
    raise Bad(Code.ALGORITHM, "the signature's algorithm is not that of the certificate's key")


def accepted(oid: str) -> bool:
    """Whether certificates and revocation lists may be signed so: the same list, with the hash always named."""
    return SIGNATURES.get(oid, ("", None))[1] is not None
