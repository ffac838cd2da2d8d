"""Certificates that are no person's, and authorities that were believed once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from models.eds import Anchors, Bad, Code, LocalCrl, certificate, issue, verify, write
from models.eds.issue import Holder, Issuer, plain

HOLDER = Holder("850312399011", "ҮЛГІЛІ", "АЙГҮЛ")
SYSTEM = "1.2.398.3.3.4.1.2.6"


class Chain:
    """A root, an issuing authority and a person."""

    def __init__(self, moment: datetime) -> None:
        self.root_key, self.key, self.person_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
        self.moment, year = moment, timedelta(days=365)
        self.by_root = Issuer(plain("ROOT"), self.root_key, moment - year, moment + year)
        self.by = Issuer(plain("ISSUING"), self.key, moment - year, moment + year)
        self.root = issue.authority(self.by_root.name, self.root_key, self.by_root, None)
        self.issuing = issue.authority(self.by.name, self.key, self.by_root, 0)
        self.message = write.signed(b"x", issue.person(HOLDER, "SIGN", self.person_key, self.by), self.person_key, moment)

    def verify(self, *lists: bytes) -> Any:
        revocation = LocalCrl(self.crl(self.by), *lists)
        return verify(self.message, anchors=Anchors([self.root, self.issuing]), at=self.moment, revocation=revocation)

    def crl(self, by: Issuer, *serials: int) -> bytes:
        return issue.crl([(one, by.since) for one in serials], by, 1).public_bytes(Encoding.DER)


@pytest.fixture(scope="module")
def chain(moment: datetime) -> Chain:
    return Chain(moment)


def test_a_pinned_authority_of_which_no_list_is_at_hand_is_believed(chain: Chain) -> None:
    assert chain.verify().iin == HOLDER.iin
    assert len(chain.verify().chain) == 2


def test_a_pinned_authority_that_its_roots_list_names_is_believed_no_more(chain: Chain) -> None:
    assert chain.verify(chain.crl(chain.by_root, 7)).iin == HOLDER.iin
    with pytest.raises(Bad, match="the authority C=KZ,CN=ISSUING") as refused:
        chain.verify(chain.crl(chain.by_root, chain.issuing.serial_number))
    assert refused.value.code is Code.REVOKED


def test_a_list_of_the_root_in_anothers_hand_revokes_no_authority(chain: Chain) -> None:
    forged = Issuer(chain.by_root.name, chain.person_key, chain.by.since, chain.by.until)
    assert chain.verify(chain.crl(forged, chain.issuing.serial_number)).iin == HOLDER.iin


def owned(chain: Chain, facts: dict[x509.ObjectIdentifier, str], *roles: str) -> x509.Certificate:
    """A certificate for signing with any subject and roles."""
    bits = issue._usage("digital_signature", "content_commitment")
    purposes = [ExtendedKeyUsageOID.EMAIL_PROTECTION.dotted_string, *roles]
    return issue._certificate(issue._name(facts.items()), chain.person_key, chain.by, issue._of_owner(bits, purposes))


def test_a_system_is_read_without_an_iin_but_never_without_a_bin(chain: Chain) -> None:
    facts = {NameOID.COMMON_NAME: "ИС «Үлгі»", NameOID.USER_ID: "1.2.398.99.7", NameOID.ORGANIZATION_NAME: "Үлгі"}
    numbered = {**facts, NameOID.ORGANIZATIONAL_UNIT_NAME: "BIN260440990019"}
    read = certificate.read(owned(chain, numbered, issue.ORGANIZATION, SYSTEM))
    assert (read.iin, read.bin, read.name, read.system) == ("", "260440990019", "ИС «Үлгі»", "1.2.398.99.7")
    for subject, roles in ((facts, (issue.ORGANIZATION, SYSTEM)), (facts, (SYSTEM,)), (numbered, (issue.ORGANIZATION,))):
        with pytest.raises(Bad) as refused:
            certificate.read(owned(chain, subject, *roles))
        assert refused.value.code is Code.SUBJECT


def test_nobody_is_a_person_and_a_system_at_once(chain: Chain) -> None:
    facts = {NameOID.SERIAL_NUMBER: "IIN850312399011", NameOID.ORGANIZATIONAL_UNIT_NAME: "BIN260440990019"}
    with pytest.raises(Bad) as refused:
        certificate.read(owned(chain, facts, issue.ORGANIZATION, SYSTEM))
    assert refused.value.code is Code.SUBJECT


def test_a_systems_identifier_is_read_of_a_system_only(chain: Chain) -> None:
    read = certificate.read(owned(chain, {NameOID.SERIAL_NUMBER: "IIN850312399011", NameOID.USER_ID: "1.2.3"}, issue.INDIVIDUAL))
    assert (read.iin, read.system) == ("850312399011", "")


Refuse = Callable[..., Code | None]


def test_a_message_of_twenty_megabytes_of_nothing_is_refused_at_once(refusal: Refuse) -> None:
    assert refusal(bytes(20 << 20)) is Code.TOO_LARGE
    assert refusal(bytes(20 << 20), largest=32 << 20) is Code.MALFORMED
    assert refusal(b"\x30\x84\x01\x3f\xff\xfa" + bytes((20 << 20) - 6), largest=32 << 20) is Code.MALFORMED
