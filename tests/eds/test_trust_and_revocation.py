"""Whom a chain may pass through, and what is known of revocation."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from models.demonstration_keys import Authority
from models.eds import Anchors, Code, CrlFolder, LocalCrl, Revocation, is_national, write
from models.eds.issue import Holder, Issuer, crl, person, plain
from models.eds.issue import authority as new_authority

PERSON = "850312399011"
HOLDER = Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ")
Refuse = Callable[..., Code | None]


def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


class Chain:
    """A root, an issuing authority and a person with keys that a test may use against the rules."""

    def __init__(self, moment: datetime, authority_until: datetime | None = None) -> None:
        year = timedelta(days=365)
        self.since, self.until, self.moment = moment - year, moment + year, moment
        self.root_key, self.issuing_key, self.person_key = key(), key(), key()
        by = Issuer(plain("ROOT"), self.root_key, self.since, self.until)
        self.root = new_authority(by.name, self.root_key, by, None)
        by = Issuer(plain("ROOT"), self.root_key, self.since, authority_until or self.until)
        self.issuing = new_authority(plain("ISSUING"), self.issuing_key, by, 0)
        self.person = person(HOLDER, "SIGN", self.person_key, self.by(self.issuing, self.issuing_key))
        self.message = write.signed(b"content", self.person, self.person_key, moment)

    def by(self, certificate: x509.Certificate, signing: ec.EllipticCurvePrivateKey) -> Issuer:
        return Issuer(certificate.subject, signing, self.since, self.until)

    def crl(self, *serials: int, signing: ec.EllipticCurvePrivateKey | None = None) -> bytes:
        made = crl([(one, self.since) for one in serials], self.by(self.issuing, signing or self.issuing_key), 1)
        return made.public_bytes(Encoding.DER)

    def given(self, *anchors: x509.Certificate) -> dict[str, Any]:
        return {"anchors": Anchors(anchors or (self.root, self.issuing)), "revocation": LocalCrl(self.crl())}

    def reissued(
        self,
        *changed: x509.ExtensionType,
        subject: x509.Name | None = None,
        signing: ec.EllipticCurvePrivateKey | None = None,
    ) -> bytes:
        """A message of the person with another certificate: some extensions changed, another subject, another hand."""
        builder = x509.CertificateBuilder(
            self.issuing.subject, subject or self.person.subject, self.person_key.public_key(), 77, self.since, self.until
        )
        for extension in self.person.extensions:
            value = next((one for one in changed if one.oid == extension.oid), extension.value)
            builder = builder.add_extension(value, extension.critical)
        for one in changed:
            if isinstance(one, x509.UnrecognizedExtension):
                builder = builder.add_extension(one, critical=True)
        owned = builder.sign(signing or self.issuing_key, hashes.SHA256())
        return write.signed(b"content", owned, self.person_key, self.moment)


@pytest.fixture(scope="module")
def chain(moment: datetime) -> Chain:
    return Chain(moment)


def test_a_chain_through_pinned_authorities_is_believed(refusal: Refuse, chain: Chain) -> None:
    assert refusal(chain.message, **chain.given()) is None


def test_an_authority_with_the_same_name_and_another_key_is_not_believed(
    refusal: Refuse, stranger: Authority, authority: Authority
) -> None:
    assert stranger.certificate.subject == authority.certificate.subject
    assert refusal(stranger.sign(PERSON, b"content")) is Code.UNTRUSTED


def test_a_chain_must_reach_a_pinned_root(refusal: Refuse, chain: Chain) -> None:
    assert refusal(chain.message, **chain.given(chain.issuing)) is Code.UNTRUSTED


def test_an_authority_that_the_message_brings_along_is_no_link_of_the_chain(refusal: Refuse, chain: Chain) -> None:
    info = cms.ContentInfo.load(chain.message)
    signed = info["content"].untag()
    brought = [asn1.Certificate.load(one.public_bytes(Encoding.DER)) for one in (chain.person, chain.issuing)]
    signed["certificates"] = brought
    message = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump(force=True)
    assert refusal(message, **chain.given()) is None
    assert refusal(message, **chain.given(chain.root)) is Code.UNTRUSTED


def test_a_person_is_no_authority_even_when_pinned(refusal: Refuse, chain: Chain) -> None:
    own = key()
    forged = person(Holder("921104499025", "БАСҚА", "АДАМ"), "SIGN", own, chain.by(chain.person, chain.person_key))
    message = write.signed(b"content", forged, own, chain.moment)
    assert refusal(message, **chain.given()) is Code.UNTRUSTED
    assert refusal(message, **chain.given(chain.root, chain.issuing, chain.person)) is Code.UNTRUSTED


def test_an_issuing_authority_may_not_make_further_authorities(refusal: Refuse, chain: Chain) -> None:
    below_key, own = key(), key()
    below = new_authority(plain("BELOW"), below_key, chain.by(chain.issuing, chain.issuing_key), 0)
    owned = person(HOLDER, "SIGN", own, chain.by(below, below_key))
    message = write.signed(b"content", owned, own, chain.moment)
    assert refusal(message, **chain.given(chain.root, chain.issuing, below)) is Code.UNTRUSTED


def test_an_authority_past_its_time_is_not_believed(refusal: Refuse, moment: datetime) -> None:
    old = Chain(moment, authority_until=moment - timedelta(days=1))
    assert refusal(old.message, **old.given()) is Code.EXPIRED


def test_a_certificate_with_a_critical_extension_nobody_knows_is_refused(refusal: Refuse, chain: Chain) -> None:
    unknown = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.398.99.1"), b"\x05\x00")
    assert refusal(chain.reissued(), **chain.given()) is None
    assert refusal(chain.reissued(unknown), **chain.given()) is Code.UNTRUSTED


def test_a_certificate_that_only_names_its_issuer_is_not_issued_by_it(refusal: Refuse, chain: Chain) -> None:
    assert refusal(chain.reissued(signing=key()), **chain.given()) is Code.UNTRUSTED


def test_a_certificate_that_names_another_key_of_its_issuer_is_not_believed(refusal: Refuse, chain: Chain) -> None:
    other = x509.AuthorityKeyIdentifier.from_issuer_public_key(key().public_key())
    assert refusal(chain.reissued(other), **chain.given()) is Code.UNTRUSTED


def test_a_bin_and_the_role_of_an_organisation_stand_together_or_not_at_all(refusal: Refuse, chain: Chain) -> None:
    mail, organisation = ExtendedKeyUsageOID.EMAIL_PROTECTION, x509.ObjectIdentifier("1.2.398.3.3.4.1.2")
    numbered = x509.Name([*chain.person.subject, x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "BIN260440990019")])
    role = x509.ExtendedKeyUsage([mail, organisation])
    assert refusal(chain.reissued(role), **chain.given()) is Code.SUBJECT
    assert refusal(chain.reissued(subject=numbered), **chain.given()) is Code.SUBJECT
    assert refusal(chain.reissued(role, subject=numbered), **chain.given()) is None


def test_a_subject_with_two_iins_is_nobodys(refusal: Refuse, chain: Chain) -> None:
    second = x509.NameAttribute(NameOID.SERIAL_NUMBER, "IIN921104499025")
    doubled = x509.Name([*chain.person.subject, second])
    assert refusal(chain.reissued(subject=doubled), **chain.given()) is Code.SUBJECT


def test_a_signature_key_without_nonrepudiation_is_not_for_signing(refusal: Refuse, chain: Chain) -> None:
    usage = x509.KeyUsage(True, False, False, False, False, False, False, False, False)
    assert refusal(chain.reissued(usage), **chain.given()) is Code.USAGE


@pytest.mark.parametrize("iin", ["85031239901", "ABC312399011", "8503123990111"])
def test_a_certificate_whose_iin_is_no_iin_names_nobody(refusal: Refuse, chain: Chain, iin: str) -> None:
    by = chain.by(chain.issuing, chain.issuing_key)
    owned = person(Holder(iin, "ҮЛГІЛІ", "АЙГҮЛ"), "SIGN", chain.person_key, by)
    assert refusal(write.signed(b"", owned, chain.person_key, chain.moment), **chain.given()) is Code.SUBJECT


def test_a_certificate_with_neither_use_signs_nothing(refusal: Refuse, chain: Chain) -> None:
    own = key()
    by = Issuer(chain.issuing.subject, chain.issuing_key, chain.since, chain.until)
    owned = new_authority(plain("NOBODY"), own, by, 0)
    assert refusal(write.signed(b"", owned, own, chain.moment), **chain.given()) is Code.USAGE


def test_a_revoked_certificate_signs_nothing_though_all_else_holds(authority: Authority, refusal: Refuse) -> None:
    gone = "921104499025"
    authority.issue(Holder(gone, "КЕТКЕН", "АДАМ"))
    message = authority.sign(gone, b"content")
    assert refusal(message) is None
    authority.revoke(gone)
    assert refusal(message) is Code.REVOKED


def test_a_list_that_names_the_certificate_revokes_it(refusal: Refuse, chain: Chain) -> None:
    source = LocalCrl(chain.crl(chain.person.serial_number))
    assert refusal(chain.message, **{**chain.given(), "revocation": source}) is Code.REVOKED


def test_a_stale_list_proves_nothing(chain: Chain) -> None:
    late = chain.until + timedelta(seconds=1)
    assert LocalCrl(chain.crl()).status(chain.person, chain.issuing, chain.until).state is Revocation.GOOD
    assert LocalCrl(chain.crl()).status(chain.person, chain.issuing, late).state is Revocation.UNKNOWN


def test_a_list_of_tomorrow_proves_nothing_today(chain: Chain) -> None:
    early = chain.since - timedelta(seconds=1)
    assert LocalCrl(chain.crl()).status(chain.person, chain.issuing, early).state is Revocation.UNKNOWN


def test_a_list_that_the_issuer_did_not_sign_proves_nothing(refusal: Refuse, chain: Chain) -> None:
    forged = LocalCrl(chain.crl(signing=chain.person_key))
    assert refusal(chain.message, **{**chain.given(), "revocation": forged}) is Code.REVOCATION_UNKNOWN


def test_a_list_of_changes_only_proves_nothing(chain: Chain) -> None:
    builder = x509.CertificateRevocationListBuilder(chain.issuing.subject, chain.since, chain.until)
    part = builder.add_extension(x509.DeltaCRLIndicator(1), critical=True).sign(chain.issuing_key, hashes.SHA256())
    source = LocalCrl(part.public_bytes(Encoding.DER))
    assert source.status(chain.person, chain.issuing, chain.moment).state is Revocation.UNKNOWN


def test_a_list_in_anothers_name_proves_nothing(chain: Chain) -> None:
    other = crl([], Issuer(plain("OTHER"), chain.issuing_key, chain.since, chain.until), 1)
    source = LocalCrl(other.public_bytes(Encoding.DER))
    assert source.status(chain.person, chain.issuing, chain.moment).state is Revocation.UNKNOWN


def test_what_is_no_list_counts_as_absent(chain: Chain) -> None:
    junk = LocalCrl(b"", b"junk", b"-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----")
    assert junk.status(chain.person, chain.issuing, chain.moment).state is Revocation.UNKNOWN


def test_a_list_replaced_in_its_folder_is_read_again(chain: Chain, tmp_path: Path) -> None:
    source = CrlFolder(tmp_path)

    def status() -> Revocation:
        return source.status(chain.person, chain.issuing, chain.moment).state

    assert status() is Revocation.UNKNOWN
    (tmp_path / "issuing.crl").write_bytes(chain.crl())
    assert status() is Revocation.GOOD
    (tmp_path / "issuing.crl").write_bytes(chain.crl(chain.person.serial_number))
    assert status() is Revocation.REVOKED
    assert CrlFolder(tmp_path / "absent").status(chain.person, chain.issuing, chain.moment).state is Revocation.UNKNOWN


def test_a_demonstration_authority_is_not_a_national_one(authority: Authority) -> None:
    assert not any(is_national(one) for one in authority.anchors.certificates)
    assert authority.anchors.foreign == authority.anchors.certificates
