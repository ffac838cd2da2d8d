"""Reading one CMS (RFC 5652) strictly: one signer, its certificate inside once, signed attributes without repeats.

What is read here is only structure; nothing of it is believed until `verify` has checked digest, signature and chain.
"""

import base64
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, core, tsp  # type: ignore[import-untyped]

from models.eds import der
from models.eds.algorithm import Algorithm
from models.eds.bad import Bad, Code

DATA = "1.2.840.113549.1.7.1"
SIGNED_DATA = "1.2.840.113549.1.7.2"
CONTENT_TYPE = "1.2.840.113549.1.9.3"
MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
SIGNING_TIME = "1.2.840.113549.1.9.5"
SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"

_ARMOUR = re.compile(rb"-----BEGIN (CMS|PKCS7)-----([A-Za-z0-9+/=\s]+)-----END \1-----")


@dataclass(frozen=True)
class CertificateId:
    """What signingCertificateV2 says of a certificate (RFC 5035): its hash, and its issuer and serial if named."""

    digest: Algorithm
    value: bytes
    names: bytes | None


@dataclass(frozen=True)
class Message:
    """A signed message as received. `attributes` are the bytes signed: the DER SET of the signed attributes."""

    content: bytes | None
    certificate: bytes
    names: bytes
    digest: Algorithm
    signature_algorithm: Algorithm
    signature: bytes
    attributes: bytes
    message_digest: bytes
    signing_certificate: CertificateId
    signing_time: datetime | None


def read(received: bytes, largest: int) -> Message:
    """The message in DER, PEM or base64; too large is refused before anything is looked at."""
    if len(received) > largest:
        raise Bad(Code.TOO_LARGE, f"{len(received)} bytes, {largest} allowed")
    raw = _unwrapped(received)
    der.check(raw)
    outer = cms.ContentInfo.load(raw, strict=True)
    if outer["content_type"].dotted != SIGNED_DATA:
        raise Bad(Code.MALFORMED, "not a signed message")
    return _message(outer["content"])


def _unwrapped(received: bytes) -> bytes:
    """The DER inside PEM armour or base64; DER itself begins with a SEQUENCE, which no base64 of one does."""
    if received[:1] == b"\x30":
        return received
    text = received.strip()
    if text.startswith(b"-----"):
        armour = _ARMOUR.fullmatch(text)
        if armour is None:
            raise Bad(Code.MALFORMED, "armour of something else")
        text = armour[2]
    return base64.b64decode(b"".join(text.split()), validate=True)


def _message(signed: Any) -> Message:
    signer = _only_signer(signed)
    names, certificate = _certificate(signed, signer)
    digest = _algorithm(signer["digest_algorithm"])
    if [_algorithm(one).oid for one in signed["digest_algorithms"]] != [digest.oid]:
        raise Bad(Code.ALGORITHM, "the digests announced are not the signer's one")
    attributes = _attributes(signer)
    return Message(
        content=_content(signed, attributes),
        certificate=certificate,
        names=names,
        digest=digest,
        signature_algorithm=_algorithm(signer["signature_algorithm"]),
        signature=signer["signature"].native,
        attributes=b"\x31" + signer["signed_attrs"].dump()[1:],  # signed as a SET, sent under [0]: only the tag differs
        message_digest=_needed(attributes, MESSAGE_DIGEST, core.OctetString).native,
        signing_certificate=_signing_certificate(attributes),
        signing_time=_signing_time(attributes),
    )


def _algorithm(identifier: Any) -> Algorithm:
    return Algorithm(identifier["algorithm"].dotted, identifier["parameters"].dump())


def _only_signer(signed: Any) -> Any:
    """Exactly one signer: with none, nothing is signed; with two, it is not said whose request it is."""
    signers = signed["signer_infos"]
    if len(signers) == 0:
        raise Bad(Code.NO_SIGNER)
    if len(signers) > 1:
        raise Bad(Code.SEVERAL_SIGNERS, str(len(signers)))
    if signed["version"].native != "v1" or signers[0]["version"].native != "v1":
        raise Bad(Code.MALFORMED, "a version other than 1")
    return signers[0]


def _certificate(signed: Any, signer: Any) -> tuple[bytes, bytes]:
    """The signer's certificate, named by issuer and serial, inside exactly once: the bytes of its names and its own."""
    if signer["sid"].name != "issuer_and_serial_number":
        raise Bad(Code.NO_CERTIFICATE, "the signer is not named by issuer and serial number")
    wanted = _names(signer["sid"].chosen)
    inside = [] if isinstance(signed["certificates"], core.Void) else list(signed["certificates"])
    if any(one.name != "certificate" for one in inside):
        raise Bad(Code.MALFORMED, "a certificate of an obsolete kind")
    found = [one.chosen.dump() for one in inside if _names(one.chosen["tbs_certificate"]) == wanted]
    if len(found) != 1:
        raise Bad(Code.NO_CERTIFICATE, f"the signer's certificate is inside {len(found)} times")
    return wanted, found[0]


def _names(holder: Any) -> bytes:
    return bytes(holder["issuer"].dump() + holder["serial_number"].dump())


def _attributes(signer: Any) -> dict[str, bytes]:
    """The signed attributes by OID: each once, each with one value; a repeat could be read either way."""
    found: dict[str, bytes] = {}
    if isinstance(signer["signed_attrs"], core.Void):
        raise Bad(Code.ATTRIBUTES, "no signed attributes")
    for attribute in signer["signed_attrs"]:
        oid = attribute["type"].dotted
        values = core.SetOf(spec=core.Any).load(attribute["values"].dump(), strict=True, spec=core.Any)
        if oid in found or len(values) != 1:
            raise Bad(Code.ATTRIBUTES, f"{oid} repeated"[:200])
        found[oid] = values[0].dump()
    return found


def _needed(attributes: dict[str, bytes], oid: str, spec: Any) -> Any:
    if oid not in attributes:
        raise Bad(Code.ATTRIBUTES, f"{oid} missing")
    return spec.load(attributes[oid], strict=True)


def _content(signed: Any, attributes: dict[str, bytes]) -> bytes | None:
    """The attached content, or None when it is detached; its type is plain data, inside as in the signed attribute."""
    inner = signed["encap_content_info"]
    signed_type = _needed(attributes, CONTENT_TYPE, core.ObjectIdentifier).dotted
    if inner["content_type"].dotted != DATA or signed_type != DATA:
        raise Bad(Code.ATTRIBUTES, "content of another type than data")
    if isinstance(inner["content"], core.Void):
        return None
    return bytes(inner["content"].native)


def _signing_certificate(attributes: dict[str, bytes]) -> CertificateId:
    """The first certificate that signingCertificateV2 names: the signer's (RFC 5035, section 3)."""
    named = _needed(attributes, SIGNING_CERTIFICATE, tsp.SigningCertificateV2)["certs"]
    if len(named) == 0:
        raise Bad(Code.ATTRIBUTES, "signingCertificateV2 names none")
    first, names = named[0], None
    if not isinstance(first["issuer_serial"], core.Void):
        issuers = first["issuer_serial"]["issuer"]
        if len(issuers) != 1 or issuers[0].name != "directory_name":
            raise Bad(Code.ATTRIBUTES, "signingCertificateV2 names an issuer that is no directory name")
        names = issuers[0].chosen.dump() + first["issuer_serial"]["serial_number"].dump()
    return CertificateId(_algorithm(first["hash_algorithm"]), first["cert_hash"].native, names)


def _signing_time(attributes: dict[str, bytes]) -> datetime | None:
    """The moment that the signer claims: signed, but by the signer's own clock."""
    if SIGNING_TIME not in attributes:
        return None
    claimed = cms.Time.load(attributes[SIGNING_TIME], strict=True).native
    if not isinstance(claimed, datetime) or claimed.tzinfo is None:
        raise Bad(Code.ATTRIBUTES, "signingTime is no moment")
    return claimed
