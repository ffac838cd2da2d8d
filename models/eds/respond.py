"""Answering about revocation as an authority's responder does (OCSP, RFC 6960). For demonstration authorities and for tests."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import core, ocsp  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from models.eds import der, issue, write
from models.eds.algorithm import oid
from models.eds.write import PrivateKey

BASIC, NONCE = "1.3.6.1.5.5.7.48.1.1", "1.3.6.1.5.5.7.48.1.2"
GOOD, NEVER_ISSUED = b"\x80\x00", b"\x82\x00"
State = Callable[[int], bytes]


@dataclass(frozen=True)
class Responder:
    """Whom an authority has appointed to answer: the certificate, its key, and how long an answer may be relied on."""

    certificate: x509.Certificate
    key: PrivateKey
    lasts: timedelta | None = None


def revoked(at: datetime) -> bytes:
    """The state of a certificate revoked at a moment."""
    return der.value(0xA1, write.generalized(at))


def is_about(request: bytes, key: PrivateKey) -> bool:
    """Whether a request asks about a certificate issued by a key."""
    identity = ocsp.OCSPRequest.load(request, strict=True)["tbs_request"]["request_list"][0]["req_cert"]
    digest = hashlib.new(identity["hash_algorithm"]["algorithm"].native, issue.key_bits(key)).digest()
    return digest == bytes(identity["issuer_key_hash"])


def answer(request: bytes, responder: Responder, state: State, at: datetime) -> bytes:
    """The signed answer to a request about one certificate; `state` gives GOOD, NEVER_ISSUED or `revoked` for its serial number.

    The identity asked about and the nonce are given back as they came.
    """
    asked = ocsp.OCSPRequest.load(request, strict=True)["tbs_request"]
    identity = asked["request_list"][0]["req_cert"]
    single = der.value(0x30, identity.dump(), state(identity["serial_number"].native), write.generalized(at), *_until(responder, at))
    body = der.value(
        0x30, der.value(0xA2, der.value(0x04, issue.key_identifier(responder.key))), write.generalized(at),
        der.value(0x30, single), *_nonce(asked),
    )  # fmt: skip
    inside = der.value(0xA0, der.value(0x30, responder.certificate.public_bytes(Encoding.DER)))
    basic = issue.signed(body, responder.key, inside)
    return der.value(0x30, b"\x0a\x01\x00", der.value(0xA0, der.value(0x30, oid(BASIC), der.value(0x04, basic))))


def _until(responder: Responder, at: datetime) -> list[bytes]:
    return [] if responder.lasts is None else [der.value(0xA0, write.generalized(at + responder.lasts))]


def _nonce(asked: Any) -> list[bytes]:
    """The extension with the nonce, when one was sent."""
    given = [] if isinstance(asked["request_extensions"], core.Void) else asked["request_extensions"]
    found = [one.dump() for one in given if one["extn_id"].dotted == NONCE]
    return [der.value(0xA1, der.value(0x30, *found))] if found else []
