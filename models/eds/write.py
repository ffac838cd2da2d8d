"""Making a CMS as the national signing program does (CAdES-BES, with a time stamp CAdES-T). For demonstration keys: people
sign for themselves. `signed` is also how a service of this system signs with its own key.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from asn1crypto import core  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from models.eds import algorithm, cms, der, gost
from models.eds.algorithm import Algorithm, oid
from models.eds.cms import Form, Message

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | gost.PrivateKey
POLICY = "1.2.398.3.3.2.6.4"  # under which the national authority stamps with GOST 2015
_NULL = b"\x05\x00"


def signed(content: bytes, certificate: x509.Certificate, key: PrivateKey, at: datetime | None, *, detached: bool = False) -> bytes:
    """One signer's DER: contentType, signingTime, messageDigest, signingCertificateV2, and the certificate inside.

    Without a moment there is no signingTime: a seal of a PDF says it elsewhere.
    """
    message = _message(content, certificate, key, cms.DOCUMENT, at)
    return cms.encoded(replace(message, content=None) if detached else message, cms.DOCUMENT, [message.certificate])


def stamped(message: bytes, certificate: x509.Certificate, key: PrivateKey, at: datetime) -> bytes:
    """A message with the time stamp of a time-stamping authority upon its signature."""
    read = cms.read(message, len(message))
    hashed = der.value(0x30, digest_of(key).encoded, der.value(0x04, algorithm.digested(digest_of(key), read.signature)))
    number = core.Integer(x509.random_serial_number()).dump()
    info = der.value(0x30, b"\x02\x01\x01", oid(POLICY), hashed, number, generalized(at))
    token = _message(info, certificate, key, cms.TOKEN, at)
    whole = cms.encoded(token, cms.TOKEN, [token.certificate])
    return cms.encoded(replace(read, token=whole), cms.DOCUMENT, [read.certificate, *read.others])


def sign(key: PrivateKey, data: bytes) -> bytes:
    """The value of a key's signature over bytes, by the algorithm that `signature_of` names."""
    if isinstance(key, gost.PrivateKey):
        with algorithm.needing_gost():
            return key.sign(data)
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    return key.sign(data, ec.ECDSA(hashes.SHA256()))


def digest_of(key: PrivateKey) -> Algorithm:
    """The hash that a key signs with."""
    return Algorithm(key.public.family.digests[0] if isinstance(key, gost.PrivateKey) else algorithm.SHA256, _NULL)


def signature_of(key: PrivateKey) -> Algorithm:
    """The algorithm of a key's signatures. ECDSA has no parameters (RFC 5758)."""
    if isinstance(key, gost.PrivateKey):
        return Algorithm(key.public.family.signature, _NULL)
    rsa_key = isinstance(key, rsa.RSAPrivateKey)
    return Algorithm("1.2.840.113549.1.1.11", _NULL) if rsa_key else Algorithm("1.2.840.10045.4.3.2")


def key_info(key: PrivateKey) -> bytes:
    """A key's public half as certificates carry it, in DER."""
    if isinstance(key, gost.PrivateKey):
        return algorithm.key_info(key.public.family, key.public.point)
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def generalized(at: datetime) -> bytes:
    """A moment, to the second, as GeneralizedTime."""
    return der.value(0x18, at.astimezone(UTC).strftime("%Y%m%d%H%M%SZ").encode())


def _message(content: bytes, certificate: x509.Certificate, key: PrivateKey, form: Form, at: datetime | None) -> Message:
    encoded, names = _named(certificate)
    digest = digest_of(key)
    hashed = algorithm.digested(digest, content, legacy=True)
    attributes = _attributes(hashed, encoded, form, at)
    return Message(
        content, encoded, names, digest, signature_of(key), sign(key, attributes), attributes, hashed,
        cms.CertificateId(Algorithm(algorithm.SHA256), _sha256(encoded), None), at,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _named(certificate: x509.Certificate) -> tuple[bytes, bytes]:
    """A certificate's bytes, and those of its issuer and serial number."""
    encoded = certificate.public_bytes(Encoding.DER)
    body = asn1.Certificate.load(encoded)["tbs_certificate"]
    return encoded, body["issuer"].dump() + body["serial_number"].dump()


def _attributes(hashed: bytes, encoded: bytes, form: Form, at: datetime | None) -> bytes:
    """The signed attributes as the DER SET that is signed: its members stand in the order of their bytes."""
    named = der.value(0x30, der.value(0x30, der.value(0x30, der.value(0x04, _sha256(encoded)))))
    values = {cms.CONTENT_TYPE: oid(form.content), cms.MESSAGE_DIGEST: der.value(0x04, hashed), cms.SIGNING_CERTIFICATE: named}
    if at is not None:
        values[cms.SIGNING_TIME] = core.UTCTime(at.astimezone(UTC).replace(microsecond=0)).dump()
    return der.value(0x31, *sorted(der.value(0x30, oid(kind), der.value(0x31, value)) for kind, value in values.items()))


def _sha256(data: bytes) -> bytes:
    return algorithm.hashed(hashes.SHA256(), data)
