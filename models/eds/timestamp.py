"""The time stamp on a signature (RFC 3161, CAdES-T): when it existed at the latest, said by an authority's clock.

It stands outside of what the signer signed, so anybody could put one there. Hence two steps: `read` refuses one that does
not hold by the certificate it brings along, and `proved` believes it only when that certificate has a chain to the anchors.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import core, tsp  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import constant_time
from cryptography.x509.oid import ExtendedKeyUsageOID

from models.eds import algorithm, cms, der, proof
from models.eds.algorithm import Algorithm
from models.eds.bad import Bad, Code
from models.eds.revocation import Revocation, RevocationSource
from models.eds.trust import Anchors, valid

SKEW = timedelta(minutes=5)  # how far the clocks of an authority and of this machine may differ


@dataclass(frozen=True)
class Stamp:
    """A time stamp that holds by its own certificate, whose owner is not yet known."""

    at: datetime
    authority: x509.Certificate


def read(token: bytes, signature: bytes, legacy: bool = False) -> Stamp:
    """The stamp over a signature's value; `Bad` (TIMESTAMP, or what is wrong with it as a message) when it does not hold."""
    message = cms.structure(token, cms.TOKEN)
    owned = x509.load_der_x509_certificate(message.certificate)
    if message.content is None or message.others:
        raise Bad(Code.TIMESTAMP, "without its content, or with certificates that nothing covers")
    _only_stamps(owned)
    proof.holds(message, owned, message.content, legacy)
    stamp = Stamp(_moment(message.content, signature, legacy), owned)
    valid(owned, stamp.at)
    return stamp


def plausible(stamp: Stamp, signer: x509.Certificate, at: datetime) -> None:
    """A signature is stamped while its certificate is valid, and not in the future."""
    if stamp.at > at + SKEW or not signer.not_valid_before_utc <= stamp.at <= signer.not_valid_after_utc:
        raise Bad(Code.TIMESTAMP, f"of {stamp.at}, when the certificate was not valid, or still to come")


def proved(stamp: Stamp, anchors: Anchors, at: datetime, revocation: RevocationSource) -> datetime | None:
    """The moment, when pinned authorities stand behind it and its certificate is known to be good; else None."""
    try:
        issuer = anchors.chain(stamp.authority, stamp.at)[0]
    except Bad:
        return None
    return stamp.at if revocation.status(stamp.authority, issuer, at).state is Revocation.GOOD else None


def _only_stamps(certificate: x509.Certificate) -> None:
    """A time-stamping authority's key is for nothing else (RFC 3161, section 2.3)."""
    try:
        purposes = list(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except x509.ExtensionNotFound:
        purposes = []
    if purposes != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise Bad(Code.TIMESTAMP, "by a certificate that is not for time stamps alone")


def _moment(content: bytes, signature: bytes, legacy: bool) -> datetime:
    """genTime, once the imprint is that of the signature's value."""
    der.check(content)
    info: Any = tsp.TSTInfo.load(content, strict=True)
    imprint, moment = info["message_imprint"], info["gen_time"].native
    hashed = Algorithm(imprint["hash_algorithm"]["algorithm"].dotted, imprint["hash_algorithm"]["parameters"].dump())
    if not constant_time.bytes_eq(algorithm.digested(hashed, signature, legacy), bytes(imprint["hashed_message"])):
        raise Bad(Code.TIMESTAMP, "of another signature")
    unknown = not isinstance(info["extensions"], core.Void) and any(one["critical"].native for one in info["extensions"])
    if info["version"].native != "v1" or unknown or not isinstance(moment, datetime) or moment.tzinfo is None:
        raise Bad(Code.TIMESTAMP, "of another version, with an unknown critical extension, or of no moment")
    return moment
