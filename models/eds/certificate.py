"""Who a national certificate says its owner is, read by OID, never by position (the order differs)."""

import re
import warnings
from dataclasses import dataclass

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from models.eds.bad import Bad, Code

# The library counts bytes where the standard counts characters, so Cyrillic names of the authorities are "too long".
warnings.filterwarnings("ignore", message=r"Attribute's length must be", category=UserWarning)

SIGN, AUTH = "SIGN", "AUTH"
SYSTEM = "INFORMATION_SYSTEM"

ROLES = {
    "1.2.398.3.3.4.1.1": "INDIVIDUAL",
    "1.2.398.3.3.4.1.2": "ORGANIZATION",
    "1.2.398.3.3.4.1.2.1": "CEO",
    "1.2.398.3.3.4.1.2.2": "CAN_SIGN",
    "1.2.398.3.3.4.1.2.3": "CAN_SIGN_FINANCIAL",
    "1.2.398.3.3.4.1.2.4": "HR",
    "1.2.398.3.3.4.1.2.5": "EMPLOYEE",
    "1.2.398.3.3.4.1.2.6": SYSTEM,
}


@dataclass(frozen=True)
class Owner:
    """The facts of a certificate about its owner. No check digit is computed: the number was issued as it is.

    An information system of an organisation has no IIN (""), but a BIN, the role INFORMATION_SYSTEM and an identifier.
    """

    iin: str
    bin: str | None
    name: str
    surname: str
    patronymic: str
    organisation: str
    roles: frozenset[str]
    usage: frozenset[str]
    system: str = ""


def read(certificate: x509.Certificate) -> Owner:
    """The owner: a person with an IIN or a system without one; a BIN stands there exactly when the role of a legal entity does."""
    roles, usage = _roles(certificate), _usage(certificate)
    if not usage:
        raise Bad(Code.USAGE, "the key is neither for signing nor for signing in")
    number = _number(_only(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME), "BIN")
    iin = _number(_only(certificate, NameOID.SERIAL_NUMBER), "IIN")
    if (iin is None) != (SYSTEM in roles):
        raise Bad(Code.SUBJECT, "no IIN: the certificate is neither a person's nor, by its role, a system's; or it claims to be both")
    if (number is not None) != bool(roles & {"ORGANIZATION", SYSTEM}):
        raise Bad(Code.SUBJECT, "a BIN without the role of a legal entity, or the role without a BIN")
    return Owner(
        iin=iin or "",
        bin=number,
        name=_only(certificate, NameOID.COMMON_NAME),
        surname=_only(certificate, NameOID.SURNAME),
        patronymic=_only(certificate, NameOID.GIVEN_NAME),  # the national layout: GIVENNAME is the patronymic
        organisation=_only(certificate, NameOID.ORGANIZATION_NAME),
        roles=roles,
        usage=usage,
        system=_only(certificate, NameOID.USER_ID) if SYSTEM in roles else "",
    )


def _only(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    """The one value of an attribute, or nothing; two values would leave it to the reader whom to believe."""
    found = certificate.subject.get_attributes_for_oid(oid)
    if len(found) > 1:
        raise Bad(Code.SUBJECT, f"{oid.dotted_string} stands there {len(found)} times")
    return str(found[0].value) if found else ""


def _number(text: str, prefix: str) -> str | None:
    """The twelve digits after "IIN" or "BIN"; nothing without the attribute, a refusal for other words."""
    if not text:
        return None
    if re.fullmatch(prefix + r"[0-9]{12}", text) is None:
        raise Bad(Code.SUBJECT, f"{text!r} is no {prefix}"[:200])
    return text[3:]


def _purposes(certificate: x509.Certificate) -> frozenset[str]:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        return frozenset()
    return frozenset(oid.dotted_string for oid in extension.value)


def _roles(certificate: x509.Certificate) -> frozenset[str]:
    return frozenset(ROLES[oid] for oid in _purposes(certificate) if oid in ROLES)


def _usage(certificate: x509.Certificate) -> frozenset[str]:
    """SIGN: digitalSignature and nonRepudiation with emailProtection. AUTH: digitalSignature with clientAuth."""
    try:
        bits = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return frozenset()
    purposes, usage = _purposes(certificate), set()
    mail, client = ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.CLIENT_AUTH
    if bits.digital_signature and bits.content_commitment and mail.dotted_string in purposes:
        usage.add(SIGN)
    if bits.digital_signature and client.dotted_string in purposes:
        usage.add(AUTH)
    return frozenset(usage)
