"""Reading one CMS (RFC 5652) strictly: one signer, its certificate inside once, attributes without repeats.

What is read here is only structure; nothing of it is believed until `verify` has checked digest, signature and chain.
"""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, core, tsp  # type: ignore[import-untyped]

from models.eds import der
from models.eds.algorithm import Algorithm, oid
from models.eds.bad import Bad, Code

DATA = "1.2.840.113549.1.7.1"
SIGNED_DATA = "1.2.840.113549.1.7.2"
CONTENT_TYPE = "1.2.840.113549.1.9.3"
MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
SIGNING_TIME = "1.2.840.113549.1.9.5"
SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"
OLD_SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12"
TIME_STAMP = "1.2.840.113549.1.9.16.2.14"
TIME_STAMP_INFO = "1.2.840.113549.1.9.16.1.4"


@dataclass(frozen=True)
class Form:
    """What a kind of message must look like: the type of its content, its version, and what may name its certificate."""

    content: str
    version: int
    names: tuple[str, ...]


DOCUMENT = Form(DATA, 1, (SIGNING_CERTIFICATE,))
TOKEN = Form(TIME_STAMP_INFO, 3, (SIGNING_CERTIFICATE, OLD_SIGNING_CERTIFICATE))  # RFC 3161, section 2.4.2, and RFC 5816

_ARMOUR = re.compile(rb"-----BEGIN (CMS|PKCS7)-----([A-Za-z0-9+/=\s]+)-----END \1-----")


@dataclass(frozen=True)
class CertificateId:
    """What signingCertificate(V2) says of a certificate (RFC 5035): its hash, and its issuer and serial if named.

    Without a digest it is the older attribute, whose hash is SHA-1.
    """

    digest: Algorithm | None
    value: bytes
    names: bytes | None


@dataclass(frozen=True)
class Message:
    """A signed message as received. `attributes` are the bytes signed: the DER SET of the signed attributes.

    `others` are the further certificates inside and `token` the time stamp: nothing that the signer signed covers them.
    """

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
    others: tuple[bytes, ...] = ()
    token: bytes | None = None


def read(received: bytes, largest: int) -> Message:
    """The message in DER, PEM or base64; too large is refused before anything is looked at."""
    if len(received) > largest:
        raise Bad(Code.TOO_LARGE, f"{len(received)} bytes, {largest} allowed")
    return structure(_unwrapped(received), DOCUMENT)


def structure(raw: bytes, form: Form) -> Message:
    """The message of a form, in DER."""
    der.check(raw)
    outer = cms.ContentInfo.load(raw, strict=True)
    if outer["content_type"].dotted != SIGNED_DATA:
        raise Bad(Code.MALFORMED, "not a signed message")
    message = _message(outer["content"], form)
    if encoded(message, form, [one.chosen.dump() for one in outer["content"]["certificates"]]) != raw:
        raise Bad(Code.MALFORMED, "something inside that no signature has")
    return message


def encoded(message: Message, form: Form, inside: Iterable[bytes]) -> bytes:
    """A message in DER, with the certificates inside it.

    What was received is put together again from what was read of it, and a difference is something left unread: the parser
    passes over what stands after the last field that it knows, and so over an optional one with a wrong tag.
    """
    digest, one = message.digest.encoded, der.value(0x02, b"\x01")
    unsigned = [] if message.token is None else [der.value(0xA1, der.value(0x30, oid(TIME_STAMP), der.value(0x31, message.token)))]
    signer = der.value(
        0x30, one, der.value(0x30, message.names), digest, b"\xa0" + message.attributes[1:],
        message.signature_algorithm.encoded, der.value(0x04, message.signature), *unsigned,
    )  # fmt: skip
    content = [] if message.content is None else [der.value(0xA0, der.value(0x04, message.content))]
    body = der.value(
        0x30, der.value(0x02, bytes([form.version])), der.value(0x31, digest), der.value(0x30, oid(form.content), *content),
        der.value(0xA0, *inside), der.value(0x31, signer),
    )  # fmt: skip
    return der.value(0x30, oid(SIGNED_DATA), der.value(0xA0, body))


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


def _message(signed: Any, form: Form) -> Message:
    signer = _only_signer(signed, form)
    names, certificate, others = _certificates(signed, signer)
    digest = _algorithm(signer["digest_algorithm"])
    if [one.dump() for one in signed["digest_algorithms"]] != [signer["digest_algorithm"].dump()]:
        raise Bad(Code.ALGORITHM, "the digests announced are not the signer's one")
    attributes = _attributes(signer["signed_attrs"])
    return Message(
        content=_content(signed, attributes, form),
        certificate=certificate,
        names=names,
        digest=digest,
        signature_algorithm=_algorithm(signer["signature_algorithm"]),
        signature=bytes(signer["signature"]),
        attributes=b"\x31" + signer["signed_attrs"].dump()[1:],  # signed as a SET, sent under [0]: only the tag differs
        message_digest=bytes(_needed(attributes, MESSAGE_DIGEST, core.OctetString)),
        signing_certificate=_signing_certificate(attributes, form),
        signing_time=_signing_time(attributes),
        others=others,
        token=_token(signer, form),
    )


def _algorithm(identifier: Any) -> Algorithm:
    return Algorithm(identifier["algorithm"].dotted, identifier["parameters"].dump())


def _only_signer(signed: Any, form: Form) -> Any:
    """Exactly one signer: with none, nothing is signed; with two, it is not said whose request it is."""
    signers = signed["signer_infos"]
    if len(signers) == 0:
        raise Bad(Code.NO_SIGNER)
    if len(signers) > 1:
        raise Bad(Code.SEVERAL_SIGNERS, str(len(signers)))
    if signed["version"].native != f"v{form.version}" or signers[0]["version"].native != "v1":
        raise Bad(Code.MALFORMED, "a version other than its form has")
    if not isinstance(signed["crls"], core.Void):
        raise Bad(Code.MALFORMED, "revocation lists inside, which nothing covers")
    return signers[0]


def _certificates(signed: Any, signer: Any) -> tuple[bytes, bytes, tuple[bytes, ...]]:
    """The bytes of the names by which the signer's certificate is found, of itself, inside exactly once, and of the others."""
    if signer["sid"].name != "issuer_and_serial_number":
        raise Bad(Code.NO_CERTIFICATE, "the signer is not named by issuer and serial number")
    wanted = _names(signer["sid"].chosen)
    inside = [] if isinstance(signed["certificates"], core.Void) else list(signed["certificates"])
    if any(one.name != "certificate" for one in inside):
        raise Bad(Code.MALFORMED, "a certificate of an obsolete kind")
    found = [one.chosen.dump() for one in inside if _names(one.chosen["tbs_certificate"]) == wanted]
    if len(found) != 1:
        raise Bad(Code.NO_CERTIFICATE, f"the signer's certificate is inside {len(found)} times")
    others = [one for one in (every.chosen.dump() for every in inside) if one != found[0]]
    if len(set(others)) != len(others):
        raise Bad(Code.MALFORMED, "a certificate inside twice")
    return wanted, found[0], tuple(others)


def _names(holder: Any) -> bytes:
    return bytes(holder["issuer"].dump() + holder["serial_number"].dump())


def _attributes(given: Any) -> dict[str, bytes]:
    """Attributes by OID: each once, each with one value; a repeat could be read either way."""
    found: dict[str, bytes] = {}
    if isinstance(given, core.Void):
        raise Bad(Code.ATTRIBUTES, "no signed attributes")
    for attribute in given:
        kind = attribute["type"].dotted
        values = core.SetOf(spec=core.Any).load(attribute["values"].dump(), strict=True, spec=core.Any)
        if kind in found or len(values) != 1:
            raise Bad(Code.ATTRIBUTES, f"{kind} repeated"[:200])
        found[kind] = values[0].dump()
    return found


def _needed(attributes: dict[str, bytes], kind: str, spec: Any) -> Any:
    if kind not in attributes:
        raise Bad(Code.ATTRIBUTES, f"{kind} missing")
    return spec.load(attributes[kind], strict=True)


def _content(signed: Any, attributes: dict[str, bytes], form: Form) -> bytes | None:
    """The attached content, or None when it is detached; its type is the form's, inside as in the signed attribute."""
    inner = signed["encap_content_info"]
    signed_type = _needed(attributes, CONTENT_TYPE, core.ObjectIdentifier).dotted
    if inner["content_type"].dotted != form.content or signed_type != form.content:
        raise Bad(Code.ATTRIBUTES, "content of another type than its form has")
    if isinstance(inner["content"], core.Void):
        return None
    return bytes(inner["content"])


def _signing_certificate(attributes: dict[str, bytes], form: Form) -> CertificateId:
    """The first certificate that signingCertificate(V2) names: the signer's (RFC 5035, section 3)."""
    kind = next((one for one in form.names if one in attributes), form.names[0])
    named = _needed(attributes, kind, tsp.SigningCertificateV2 if kind == SIGNING_CERTIFICATE else tsp.SigningCertificate)["certs"]
    if len(named) == 0:
        raise Bad(Code.ATTRIBUTES, "signingCertificate names none")
    first, names = named[0], None
    if not isinstance(first["issuer_serial"], core.Void):
        issuers = first["issuer_serial"]["issuer"]
        if len(issuers) != 1 or issuers[0].name != "directory_name":
            raise Bad(Code.ATTRIBUTES, "signingCertificate names an issuer that is no directory name")
        names = issuers[0].chosen.dump() + first["issuer_serial"]["serial_number"].dump()
    digest = _algorithm(first["hash_algorithm"]) if kind == SIGNING_CERTIFICATE else None
    return CertificateId(digest, bytes(first["cert_hash"]), names)


def _token(signer: Any, form: Form) -> bytes | None:
    """The time stamp among the unsigned attributes, where nothing else may stand; a time stamp itself bears none."""
    if isinstance(signer["unsigned_attrs"], core.Void):
        return None
    unsigned = _attributes(signer["unsigned_attrs"])
    if set(unsigned) != {TIME_STAMP} or form is TOKEN:
        raise Bad(Code.ATTRIBUTES, "an unsigned attribute, which nothing covers")
    return unsigned[TIME_STAMP]


def _signing_time(attributes: dict[str, bytes]) -> datetime | None:
    """The moment that the signer claims: signed, but by the signer's own clock."""
    if SIGNING_TIME not in attributes:
        return None
    claimed = cms.Time.load(attributes[SIGNING_TIME], strict=True).native
    if not isinstance(claimed, datetime) or claimed.tzinfo is None:
        raise Bad(Code.ATTRIBUTES, "signingTime is no moment")
    return claimed
