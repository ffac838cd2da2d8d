"""Certificates and revocation lists with the national layout, for demonstration authorities and for tests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from models.eds.certificate import SIGN
from models.eds.write import PrivateKey

INDIVIDUAL, ORGANIZATION = "1.2.398.3.3.4.1.1", "1.2.398.3.3.4.1.2"
HEAD, EMPLOYEE = "1.2.398.3.3.4.1.2.1", "1.2.398.3.3.4.1.2.5"


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
class Issuer:
    """Who issues: its name and key, and the period of what it issues."""

    name: x509.Name
    key: PrivateKey
    since: datetime
    until: datetime


def authority(name: x509.Name, key: PrivateKey, issuer: Issuer, below: int | None) -> x509.Certificate:
    """A certificate of an authority; `below` is how many authorities may stand under it."""
    public, by = key.public_key(), issuer.key.public_key()
    return (
        _builder(name, public, issuer)
        .add_extension(x509.BasicConstraints(ca=True, path_length=below), critical=True)
        .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by), critical=False)
        .sign(issuer.key, hashes.SHA256())
    )


def person(holder: Holder, usage: str, key: PrivateKey, issuer: Issuer) -> x509.Certificate:
    """A person's certificate for SIGN or AUTH, with the national layout of subject, usage and roles."""
    public, by = key.public_key(), issuer.key.public_key()
    signing = usage == SIGN
    bits = _usage("digital_signature", "content_commitment" if signing else "key_encipherment")
    purpose = ExtendedKeyUsageOID.EMAIL_PROTECTION if signing else ExtendedKeyUsageOID.CLIENT_AUTH
    return (
        _builder(_subject(holder), public, issuer)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=False)
        .add_extension(bits, critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose, *_roles(holder)]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by), critical=False)
        .sign(issuer.key, hashes.SHA256())
    )


def crl(revoked: Iterable[tuple[int, datetime]], issuer: Issuer, number: int) -> x509.CertificateRevocationList:
    """A complete revocation list of serial numbers with their moments, in force for the issuer's period."""
    by = issuer.key.public_key()
    start = x509.CertificateRevocationListBuilder().issuer_name(issuer.name)
    for serial, moment in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(moment)
        start = start.add_revoked_certificate(entry.build())
    return (
        start.last_update(issuer.since)
        .next_update(issuer.until)
        .add_extension(x509.CRLNumber(number), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by), critical=False)
        .sign(issuer.key, hashes.SHA256())
    )


def _builder(subject: x509.Name, public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey, issuer: Issuer) -> x509.CertificateBuilder:
    start = x509.CertificateBuilder().serial_number(x509.random_serial_number()).public_key(public)
    named = start.subject_name(subject).issuer_name(issuer.name)
    return named.not_valid_before(issuer.since).not_valid_after(issuer.until)


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


def plain(name: str) -> x509.Name:
    """The name of an authority: CN and the country."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ")])


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
    # Not validated: the library counts 64 bytes where the standard counts characters, and Kazakh letters take two each.
    return x509.Name([x509.NameAttribute(oid, value, _validate=False) for oid, value in facts if value])


def _roles(holder: Holder) -> list[x509.ObjectIdentifier]:
    found = [ORGANIZATION, HEAD if holder.head else EMPLOYEE] if holder.bin else [INDIVIDUAL]
    return [x509.ObjectIdentifier(one) for one in found]
