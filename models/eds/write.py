"""Making a CMS as the national signing program does (CAdES-BES). For demonstration keys: people sign for themselves."""

from datetime import UTC, datetime

from asn1crypto import cms, core, tsp  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def signed(content: bytes, certificate: x509.Certificate, key: PrivateKey, at: datetime, *, detached: bool = False) -> bytes:
    """One signer's DER: contentType, signingTime, messageDigest, signingCertificateV2, and the certificate inside."""
    owned = asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
    attributes = _attributes(content, owned, at)
    family = "rsa" if isinstance(key, rsa.RSAPrivateKey) else "ecdsa"
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number",
                cms.IssuerAndSerialNumber({"issuer": owned.issuer, "serial_number": owned.serial_number}),
            ),
            "digest_algorithm": {"algorithm": "sha256"},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": f"sha256_{family}"},
            "signature": _signature(key, attributes.dump()),
        }
    )
    return _envelope(None if detached else content, owned, signer)


def _attributes(content: bytes, owned: asn1.Certificate, at: datetime) -> cms.CMSAttributes:
    named = tsp.SigningCertificateV2({"certs": [{"cert_hash": _sha256(owned.dump())}]})
    moment = cms.Time("utc_time", core.UTCTime(at.astimezone(UTC).replace(microsecond=0)))
    return cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": "content_type", "values": ["data"]}),
            cms.CMSAttribute({"type": "signing_time", "values": [moment]}),
            cms.CMSAttribute({"type": "message_digest", "values": [_sha256(content)]}),
            cms.CMSAttribute({"type": "signing_certificate_v2", "values": [named]}),
        ]
    )


def _envelope(content: bytes | None, owned: asn1.Certificate, signer: cms.SignerInfo) -> bytes:
    inner = {"content_type": "data"} if content is None else {"content_type": "data", "content": content}
    message = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": inner,
            "certificates": [owned],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": message}).dump())


def _signature(key: PrivateKey, data: bytes) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    return key.sign(data, ec.ECDSA(hashes.SHA256()))


def _sha256(data: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(data)
    return digest.finalize()
