"""Certificates and revocation lists with the national layout, for demonstration authorities and for tests.

Written in DER here, because the library that reads them cannot issue with GOST keys; one way serves every key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import core, keys  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from models.eds import algorithm, der, gost, write
from models.eds.certificate import SIGN
from models.eds.write import PrivateKey

INDIVIDUAL, ORGANIZATION = "1.2.398.3.3.4.1.1", "1.2.398.3.3.4.1.2"
HEAD, EMPLOYEE, SYSTEM = "1.2.398.3.3.4.1.2.1", "1.2.398.3.3.4.1.2.5", "1.2.398.3.3.4.1.2.6"
Extensions = Iterable[tuple[x509.ExtensionType, bool]]  # each with whether it is critical


@dataclass(frozen=True)
class Holder:
    """Whose certificate it is: a person, or with a BIN the head or an employee of that organisation."""

    iin: str
    surname: str
    given_name: str
    patronymic: str = ""
    organisation: str = ""
    bin: str = ""
    head: bool = False


@dataclass(frozen=True)
class System:
    """An information system of an organisation: its name, and the object identifier it is registered under."""

    bin: str
    organisation: str
    name: str
    identifier: str


@dataclass(frozen=True)
class Issuer:
    """Who issues: its name and key, and the period of what it issues."""

    name: x509.Name
    key: PrivateKey
    since: datetime
    until: datetime


def authority(name: x509.Name, key: PrivateKey, issuer: Issuer, below: int | None) -> x509.Certificate:
    """A certificate of an authority; `below` is how many authorities may stand under it."""
    constraints = x509.BasicConstraints(ca=True, path_length=below)
    return _certificate(name, key, issuer, [(constraints, True), (_usage("key_cert_sign", "crl_sign"), True)])


def person(holder: Holder, usage: str, key: PrivateKey, issuer: Issuer) -> x509.Certificate:
    """A person's certificate for SIGN or AUTH, with the national layout of subject, usage and roles."""
    signing = usage == SIGN
    bits = _usage("digital_signature", "content_commitment" if signing else "key_encipherment")
    purpose = ExtendedKeyUsageOID.EMAIL_PROTECTION if signing else ExtendedKeyUsageOID.CLIENT_AUTH
    return _certificate(_subject(holder), key, issuer, _of_owner(bits, [purpose.dotted_string, *_roles(holder)]))


def system(owner: System, key: PrivateKey, issuer: Issuer) -> x509.Certificate:
    """A certificate with which an information system signs: no IIN, but the BIN of its organisation."""
    facts = [
        (NameOID.COMMON_NAME, owner.name),
        (NameOID.COUNTRY_NAME, "KZ"),
        (NameOID.ORGANIZATION_NAME, owner.organisation),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, f"BIN{owner.bin}"),
        (NameOID.USER_ID, owner.identifier),
    ]
    bits = _usage("digital_signature", "content_commitment")
    purposes = [ExtendedKeyUsageOID.EMAIL_PROTECTION.dotted_string, ORGANIZATION, SYSTEM]
    return _certificate(_name(facts), key, issuer, _of_owner(bits, purposes))


def service(name: x509.Name, purpose: x509.ObjectIdentifier, key: PrivateKey, issuer: Issuer) -> x509.Certificate:
    """A certificate of a service of an authority, for one purpose: to answer about revocation, or to stamp with the time."""
    purposes = [(x509.ExtendedKeyUsage([purpose]), True), (_usage("digital_signature"), True)]
    trusted = [(x509.OCSPNoCheck(), False)] if purpose == ExtendedKeyUsageOID.OCSP_SIGNING else []
    return _certificate(name, key, issuer, [*purposes, *trusted])


def crl(revoked: Iterable[tuple[int, datetime]], issuer: Issuer, number: int) -> x509.CertificateRevocationList:
    """A complete revocation list of serial numbers with their moments, in force for the issuer's period."""
    identifier = write.signature_of(issuer.key).encoded
    rows = [der.value(0x30, core.Integer(serial).dump(), time(moment)) for serial, moment in revoked]
    extensions = _extensions([(x509.CRLNumber(number), False), (_key_of(issuer.key), False)])
    body = der.value(
        0x30, b"\x02\x01\x01", identifier, issuer.name.public_bytes(), time(issuer.since), time(issuer.until),
        *([der.value(0x30, *rows)] if rows else []), der.value(0xA0, extensions),
    )  # fmt: skip
    return x509.load_der_x509_crl(signed(body, issuer.key))


def plain(name: str) -> x509.Name:
    """The name of an authority: CN and the country."""
    return _name([(NameOID.COMMON_NAME, name), (NameOID.COUNTRY_NAME, "KZ")])


def signed(body: bytes, key: PrivateKey, *more: bytes) -> bytes:
    """A body signed as certificates, lists and answers are: itself, the algorithm, the signature, and what follows."""
    return der.value(0x30, body, write.signature_of(key).encoded, der.value(0x03, b"\0", write.sign(key, body)), *more)


def time(at: datetime) -> bytes:
    """A moment, to the second: UTCTime until 2049, then GeneralizedTime (RFC 5280, section 4.1.2.5)."""
    universal = at.astimezone(UTC).replace(microsecond=0)
    return bytes(core.UTCTime(universal).dump()) if universal.year < 2050 else write.generalized(universal)


def key_identifier(key: PrivateKey) -> bytes:
    """The SHA-1 of a public key's bits (RFC 5280, section 4.2.1.2)."""
    return algorithm.hashed(hashes.SHA1(), key_bits(key))  # noqa: S303


def key_bits(key: PrivateKey) -> bytes:
    """A public key's bits, without the byte that counts unused ones."""
    if isinstance(key, gost.PrivateKey):
        return der.value(0x04, key.public.point)
    return bytes(keys.PublicKeyInfo.load(write.key_info(key))["public_key"].contents[1:])


def _certificate(subject: x509.Name, key: PrivateKey, issuer: Issuer, extensions: Extensions) -> x509.Certificate:
    own = x509.SubjectKeyIdentifier(key_identifier(key))
    body = der.value(
        0x30, b"\xa0\x03\x02\x01\x02", core.Integer(x509.random_serial_number()).dump(), write.signature_of(issuer.key).encoded,
        issuer.name.public_bytes(), der.value(0x30, time(issuer.since), time(issuer.until)), subject.public_bytes(),
        write.key_info(key), der.value(0xA3, _extensions([*extensions, (own, False), (_key_of(issuer.key), False)])),
    )  # fmt: skip
    return x509.load_der_x509_certificate(signed(body, issuer.key))


def _extensions(given: Extensions) -> bytes:
    """Extensions in DER; "not critical" is the default and so is not written."""
    return der.value(
        0x30,
        *(
            der.value(0x30, algorithm.oid(one.oid.dotted_string), b"\x01\x01\xff" if critical else b"", der.value(0x04, one.public_bytes()))
            for one, critical in given
        ),
    )


def _key_of(key: PrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier(key_identifier(key), None, None)


def _of_owner(bits: x509.KeyUsage, purposes: list[str]) -> Extensions:
    """The extensions of a certificate that is no authority's."""
    usage = x509.ExtendedKeyUsage([x509.ObjectIdentifier(one) for one in purposes])
    return [(x509.BasicConstraints(ca=False, path_length=None), False), (bits, True), (usage, False)]


def _usage(*names: str) -> x509.KeyUsage:
    """The bits named, and no others."""
    return x509.KeyUsage(
        digital_signature="digital_signature" in names,
        content_commitment="content_commitment" in names,
        key_encipherment="key_encipherment" in names,
        key_cert_sign="key_cert_sign" in names,
        crl_sign="crl_sign" in names,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _subject(holder: Holder) -> x509.Name:
    """CN is surname and given name, GIVENNAME is the patronymic, serialNumber the IIN, OU the BIN."""
    facts = [
        (NameOID.COMMON_NAME, f"{holder.surname} {holder.given_name}".strip()),
        (NameOID.SURNAME, holder.surname),
        (NameOID.SERIAL_NUMBER, f"IIN{holder.iin}"),
        (NameOID.COUNTRY_NAME, "KZ"),
        (NameOID.ORGANIZATION_NAME, holder.organisation if holder.bin else ""),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, f"BIN{holder.bin}" if holder.bin else ""),
        (NameOID.GIVEN_NAME, holder.patronymic),
    ]
    return _name(facts)


def _name(facts: Iterable[tuple[x509.ObjectIdentifier, str]]) -> x509.Name:
    # Not validated: the library counts 64 bytes where the standard counts characters, and Kazakh letters take two each.
    return x509.Name([x509.NameAttribute(oid, value, _validate=False) for oid, value in facts if value])


def _roles(holder: Holder) -> list[str]:
    return [ORGANIZATION, HEAD if holder.head else EMPLOYEE] if holder.bin else [INDIVIDUAL]
