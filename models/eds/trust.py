"""Whom to believe: pinned roots and issuing authorities, and the chain from a signer's certificate up to them.

A chain is built only of certificates given here beforehand: what a message brings along is never a link of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from asn1crypto import x509 as asn1  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtensionOID

from models.eds import algorithm
from models.eds.bad import Bad, Code


@dataclass(frozen=True)
class National:
    """A certificate of the national authorities. Legacy ones are known, and not accepted."""

    file: str
    subject: str
    accepted: bool = True


# By SHA-256 of the DER. To be compared with an authenticated copy (pki.gov.kz, root.gov.kz) before production.
NATIONAL: Mapping[str, National] = {
    "af77725f8328bb24f89d81da3acdf7cee4324248538b7ba2cd2a860517fb9dca": National(
        "root_gost_2022", "НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022"
    ),
    "32c7d233a42703a327f3025543a05b930e3f39a786c68dfa196baa86d5618524": National(
        "nca_gost_2022", "ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022"
    ),
    "9ba06354b626641715182e4d07c9dbaa1777720fa795d03174ffc68876535dcd": National("root_rsa_2020", "НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA)"),
    "84fb799a66140950818c056a5d9730acc2a7622cdd4ef0d47113b132fb892905": National("nca_rsa_2022", "ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA) 2022"),
    "c48164ab5ccaaee6b938299a1e3aeebd6f698bb2bd716a0f0d85befc46166aa2": National(
        "root_gost_2020", "НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST)", accepted=False
    ),
}

SUFFIXES = frozenset({".cer", ".crt", ".pem", ".der"})
LONGEST = 4
_UNDERSTOOD = {
    ExtensionOID.BASIC_CONSTRAINTS,
    ExtensionOID.KEY_USAGE,
    ExtensionOID.EXTENDED_KEY_USAGE,
    ExtensionOID.CERTIFICATE_POLICIES,
}


def is_national(certificate: x509.Certificate) -> bool:
    """Whether a certificate is, byte for byte, one of the national authorities' that are accepted."""
    known = NATIONAL.get(certificate.fingerprint(hashes.SHA256()).hex())
    return known is not None and known.accepted


def load(blob: bytes) -> list[x509.Certificate]:
    """The certificates of a file: one in DER, or any number in PEM."""
    if b"-----BEGIN" in blob:
        return x509.load_pem_x509_certificates(blob)
    return [x509.load_der_x509_certificate(blob)]


class Anchors:
    """The pinned certificates. A chain passes only through them and ends at a self-signed one of them."""

    def __init__(self, certificates: Iterable[x509.Certificate], *, legacy: bool = False) -> None:
        """`legacy` accepts the national algorithms of 2004 too, in certificates and in messages."""
        self.certificates = tuple(dict.fromkeys(certificates))
        self.legacy = legacy
        self.encoded = frozenset(one.public_bytes(Encoding.DER) for one in self.certificates)

    @classmethod
    def of_bytes(cls, *blobs: bytes) -> "Anchors":
        return cls(one for blob in blobs for one in load(blob))

    @classmethod
    def of_folder(cls, folder: Path) -> "Anchors":
        """Every .cer, .crt, .pem and .der of a folder; one that is no certificate is a fault seen at the start."""
        files = sorted(one for one in folder.iterdir() if one.suffix.lower() in SUFFIXES)
        return cls.of_bytes(*(one.read_bytes() for one in files))

    @property
    def foreign(self) -> tuple[x509.Certificate, ...]:
        """Those that are not the national authorities': in production there must be none."""
        return tuple(one for one in self.certificates if not is_national(one))

    def chain(self, certificate: x509.Certificate, at: datetime) -> tuple[x509.Certificate, ...]:
        """The authorities above a certificate, its issuer first, its root last; `Bad` when there is no chain then."""
        valid(certificate, at)
        understood(certificate)
        links: list[x509.Certificate] = []
        current = certificate
        while not links or current.issuer != current.subject:
            if len(links) == LONGEST:
                raise Bad(Code.UNTRUSTED, "the chain is too long")
            current = self._issuer(current, below=len(links))
            valid(current, at)
            links.append(current)
        return tuple(links)

    def _issuer(self, certificate: x509.Certificate, below: int) -> x509.Certificate:
        """The pinned authority behind a certificate: same name and key identifier, good signature, right to sign."""
        for candidate in self.certificates:
            if candidate.subject == certificate.issuer and signed(certificate, candidate, self.legacy):
                authority(candidate, below)
                return candidate
        raise Bad(Code.UNTRUSTED, "no pinned authority has issued it")


def valid(certificate: x509.Certificate, at: datetime) -> None:
    """Inside the certificate's own period, both ends included."""
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise Bad(Code.EXPIRED, f"valid {certificate.not_valid_before_utc} to {certificate.not_valid_after_utc}")


def understood(certificate: x509.Certificate) -> None:
    """An extension marked critical that is not understood forbids to use the certificate (RFC 5280, section 4.2)."""
    for extension in certificate.extensions:
        if extension.critical and extension.oid not in _UNDERSTOOD:
            raise Bad(Code.UNTRUSTED, f"critical extension {extension.oid.dotted_string}")


def authority(certificate: x509.Certificate, below: int) -> None:
    """Whether a certificate may issue others: CA, keyCertSign, a path length that allows those below it."""
    understood(certificate)
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        bits = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound as missing:
        raise Bad(Code.UNTRUSTED, "an issuer that says nothing of being an authority") from missing
    too_deep = constraints.path_length is not None and constraints.path_length < below
    if not constraints.ca or not bits.key_cert_sign or too_deep:
        raise Bad(Code.UNTRUSTED, "an issuer that may not issue certificates")


@lru_cache(maxsize=1024)
def signed(certificate: x509.Certificate, issuer: x509.Certificate, legacy: bool = False) -> bool:
    """Whether an issuer's key made a certificate's signature, by an accepted algorithm, under its name and key identifier.

    Remembered, for authorities stay the same and a GOST signature costs milliseconds; who may issue is asked elsewhere.
    """
    if certificate.issuer != issuer.subject or not _same_key(certificate, issuer):
        return False
    read = asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
    outer, inner = read["signature_algorithm"], read["tbs_certificate"]["signature"]
    if outer.dump() != inner.dump():
        raise Bad(Code.ALGORITHM, "a certificate that names two algorithms")
    identifier = algorithm.Algorithm(outer["algorithm"].dotted, outer["parameters"].dump())
    key = algorithm.public_key(issuer, legacy)
    return algorithm.signed_by(key, identifier, certificate.signature, read["tbs_certificate"].dump(), legacy)


def _same_key(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        wanted = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
        key = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except x509.ExtensionNotFound:
        return False
    return wanted == key
