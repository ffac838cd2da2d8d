"""Asking a responder about one certificate, and believing only what it has signed (RFC 6960).

An answer counts when the issuer, or a responder that the issuer has appointed, signed it; when it is about this very certificate;
when it is fresh; and when it repeats our nonce, if it repeats any. Everything else is UNKNOWN.
"""

import base64
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from hashlib import sha1, sha256
from typing import Any

from asn1crypto import core, ocsp  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from models.eds import algorithm, der, trust
from models.eds.algorithm import Algorithm
from models.eds.bad import Bad, Code, hostile
from models.eds.revocation import UNKNOWN, Finding, Revocation

LARGEST = 64 << 10
SKEW = timedelta(minutes=5)
OLDEST = timedelta(hours=1)
"""How old an answer without nextUpdate may be. The national responder makes each anew and names no end."""

_NONCE, _REVOKED_SINCE_EVER = "1.3.6.1.5.5.7.48.1.2", "1.3.6.1.5.5.7.48.1.9"
_BASIC, _NEVER_REVOKED = "1.3.6.1.5.5.7.48.1.1", "1.3.6.1.5.5.7.48.1.5"
_SHA1, _SHA256 = "1.3.14.3.2.26", algorithm.SHA256
_HASHES: Mapping[str, Any] = {_SHA1: sha1, _SHA256: sha256}
_STATES = {"good": Revocation.GOOD, "revoked": Revocation.REVOKED, "unknown": Revocation.UNKNOWN}


def request(certificate: x509.Certificate, issuer: x509.Certificate, nonce: bytes | None) -> bytes:
    """The question in DER: the certificate by SHA-256 of its issuer's name and key; a nonce of 32 bytes is good (RFC 9654)."""
    name, key = _issuer_hashes(issuer, _SHA256)
    extensions: list[Any] = []
    if nonce is not None:
        extensions = [{"extn_id": _NONCE, "critical": False, "extn_value": core.ParsableOctetString(core.OctetString(nonce).dump())}]
    wanted = {
        "hash_algorithm": {"algorithm": _SHA256, "parameters": core.Null()},
        "issuer_name_hash": name,
        "issuer_key_hash": key,
        "serial_number": certificate.serial_number,
    }
    tbs: dict[str, Any] = {"request_list": [{"req_cert": wanted}]}
    if extensions:
        tbs["request_extensions"] = extensions
    return bytes(ocsp.OCSPRequest({"tbs_request": tbs}).dump())


def answer(
    response: bytes,
    certificate: x509.Certificate,
    issuer: x509.Certificate,
    at: datetime,
    nonce: bytes | None = None,
    *,
    legacy: bool = False,
) -> Finding:
    """What an answer proves of a certificate at a moment; UNKNOWN without evidence when it proves nothing."""
    try:
        return proved(response, certificate, issuer, at, nonce, legacy=legacy)
    except Bad:
        return UNKNOWN


def proved(
    response: bytes,
    certificate: x509.Certificate,
    issuer: x509.Certificate,
    at: datetime,
    nonce: bytes | None = None,
    *,
    legacy: bool = False,
) -> Finding:
    """The same, with `Bad` and its detail for an answer that proves nothing. A signed "unknown" comes with its evidence."""
    with hostile():
        basic = _basic(response)
        told = basic["tbs_response_data"]
        responder = _responder(basic, issuer, at, legacy)
        _nonce(told, nonce)
        single = _about(told["responses"], certificate, issuer)
        _fresh(told["produced_at"].native, single, at)
        return Finding(_STATES[single["cert_status"].name], _evidence(response, told, single, responder))


def _basic(response: bytes) -> Any:
    """The signed part of a successful answer, strictly read."""
    if len(response) > LARGEST:
        raise Bad(Code.TOO_LARGE, f"an answer of {len(response)} bytes")
    der.check(response)
    outer = ocsp.OCSPResponse.load(response, strict=True)
    if outer["response_status"].native != "successful":
        raise Bad(Code.MALFORMED, f"the responder says {outer['response_status'].native}")
    if outer["response_bytes"]["response_type"].dotted != _BASIC:
        raise Bad(Code.MALFORMED, "an answer of another type")
    basic = ocsp.BasicOCSPResponse.load(bytes(outer["response_bytes"]["response"]), strict=True)
    _understood(basic["tbs_response_data"]["response_extensions"], {_NONCE, _REVOKED_SINCE_EVER})
    return basic


def _understood(extensions: Any, known: set[str]) -> None:
    found = [(one["extn_id"].dotted, one["critical"].native) for one in ([] if isinstance(extensions, core.Void) else extensions)]
    if len({oid for oid, _ in found}) != len(found) or any(critical and oid not in known for oid, critical in found):
        raise Bad(Code.UNTRUSTED, "an extension repeated, or critical and not understood")


def _responder(basic: Any, issuer: x509.Certificate, at: datetime, legacy: bool) -> x509.Certificate:
    """Who signed the answer: the issuer, or whom it has appointed; named in the answer, too."""
    identifier = Algorithm(basic["signature_algorithm"]["algorithm"].dotted, basic["signature_algorithm"]["parameters"].dump())
    signature, signed = basic["signature"], basic["tbs_response_data"].dump()
    if signature.contents[:1] != b"\0":
        raise Bad(Code.MALFORMED, "a signature that is not whole bytes")
    for one in (issuer, *_appointed(basic["certs"], issuer, at, legacy)):
        key = algorithm.public_key(one, legacy)
        if _is_named(one, basic["tbs_response_data"]["responder_id"]) and algorithm.signed_by(
            key, identifier, signature.contents[1:], signed, legacy
        ):
            return one
    raise Bad(Code.UNTRUSTED, "an answer signed by nobody who may")


def _appointed(inside: Any, issuer: x509.Certificate, at: datetime, legacy: bool) -> Iterator[x509.Certificate]:
    """The certificates brought along that the issuer itself made for answering, and that hold at the moment.

    A responder's own certificate must be one of those that need not be asked about (id-pkix-ocsp-nocheck): the national one's is.
    """
    for one in [] if isinstance(inside, core.Void) else inside:
        certificate = x509.load_der_x509_certificate(one.dump())
        if certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc and _answers(certificate):
            trust.understood(certificate)
            if trust.signed(certificate, issuer, legacy):
                yield certificate


def _answers(certificate: x509.Certificate) -> bool:
    extensions = {one.oid.dotted_string: one.value for one in certificate.extensions}
    purposes, usage = extensions.get("2.5.29.37"), extensions.get("2.5.29.15")
    return (
        isinstance(purposes, x509.ExtendedKeyUsage)
        and ExtendedKeyUsageOID.OCSP_SIGNING in purposes
        and (not isinstance(usage, x509.KeyUsage) or usage.digital_signature)
        and _NEVER_REVOKED in extensions
    )


def _is_named(certificate: x509.Certificate, named: Any) -> bool:
    if named.name == "by_name":
        return bool(named.chosen.untag().dump() == certificate.subject.public_bytes())
    return bool(named.chosen.native == sha1(_key_bits(certificate)).digest())  # noqa: S324 - an identifier, not a proof


def _nonce(told: Any, wanted: bytes | None) -> None:
    """The nonce of the answer, if it has one, is that of the question, if that is known."""
    extensions = told["response_extensions"]
    for one in [] if isinstance(extensions, core.Void) else extensions:
        if wanted is not None and one["extn_id"].dotted == _NONCE:
            sent = core.OctetString.load(bytes(one["extn_value"]), strict=True).native
            if sent != wanted:
                raise Bad(Code.UNTRUSTED, "the answer to another question")


def _about(responses: Any, certificate: x509.Certificate, issuer: x509.Certificate) -> Any:
    found = [one for one in responses if _names(one["cert_id"], certificate, issuer)]
    if len(found) != 1:
        raise Bad(Code.UNTRUSTED, f"{len(found)} answers about this certificate")
    _understood(found[0]["single_extensions"], set())
    return found[0]


def _names(identity: Any, certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether a CertID is this certificate's: by SHA-1 or SHA-256 of its issuer's name and key, and its serial number."""
    used = Algorithm(identity["hash_algorithm"]["algorithm"].dotted, identity["hash_algorithm"]["parameters"].dump())
    if used.oid not in _HASHES or not used.bare or identity["serial_number"].native != certificate.serial_number:
        return False
    return (identity["issuer_name_hash"].native, identity["issuer_key_hash"].native) == _issuer_hashes(issuer, used.oid)


def _issuer_hashes(issuer: x509.Certificate, kind: str) -> tuple[bytes, bytes]:
    digest = _HASHES[kind]
    return digest(issuer.subject.public_bytes()).digest(), digest(_key_bits(issuer)).digest()


def _key_bits(certificate: x509.Certificate) -> bytes:
    """The bits of the public key, without the byte that counts unused ones; the national keys are in no library's tables."""
    read = asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
    parts = core.SequenceOf(spec=core.Any).load(read["tbs_certificate"]["subject_public_key_info"].dump(), spec=core.Any)
    return bytes(core.BitString.load(parts[1].dump()).contents[1:])


def _fresh(produced: datetime, single: Any, at: datetime) -> None:
    since, until = single["this_update"].native, single["next_update"].native
    if since > at + SKEW or produced > at + SKEW:
        raise Bad(Code.UNTRUSTED, "an answer of the future")
    if (until is None and at - since > OLDEST) or (until is not None and at > until):
        raise Bad(Code.UNTRUSTED, "an answer too old")


def _evidence(response: bytes, told: Any, single: Any, responder: x509.Certificate) -> dict[str, Any]:
    until = single["next_update"].native
    return {
        "by": "OCSP",
        "response": base64.b64encode(response).decode(),
        "produced_at": told["produced_at"].native.isoformat(),
        "this_update": single["this_update"].native.isoformat(),
        "next_update": until.isoformat() if until else None,
        "responder": responder.fingerprint(hashes.SHA256()).hex(),
    }
