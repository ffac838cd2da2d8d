"""What is accepted: the signer's facts, and the forms in which a message may come."""

import base64
from collections.abc import Callable
from datetime import datetime

import pytest

from models.demonstration_keys import Authority, Kind
from models.eds import Bad, Revocation, Signer

PERSON, HEAD, BIN = "850312399011", "730404399077", "260440990019"
Prove = Callable[..., Signer]


def test_the_signer_of_a_message_is_the_person_whose_iin_stands_in_the_certificate(proved: Prove, message: bytes, moment: datetime) -> None:
    signer = proved(message)
    assert (signer.iin, signer.bin, signer.head_of) == (PERSON, None, None)
    assert (signer.name, signer.surname, signer.patronymic) == ("ҮЛГІЛІ АЙГҮЛ", "ҮЛГІЛІ", "ТЕСТҚЫЗЫ")
    assert (signer.roles, signer.usage) == (frozenset({"INDIVIDUAL"}), frozenset({"SIGN"}))
    assert (signer.algorithm, signer.revocation) == ("ECDSA-P256-SHA256", Revocation.GOOD)
    assert signer.signing_time == moment
    assert signer.content.decode() == "Өтініш"
    assert "(DEMO)" in signer.issuer


def test_a_head_signs_for_the_organisation_of_the_certificate(proved: Prove, head_message: bytes) -> None:
    signer = proved(head_message)
    assert (signer.iin, signer.bin, signer.head_of) == (HEAD, BIN, BIN)
    assert (signer.roles, signer.organisation) == (frozenset({"ORGANIZATION", "CEO"}), "«Үлгі» емханасы")
    assert signer.algorithm == "RSA-SHA256"


def test_a_head_who_signs_personally_signs_for_no_organisation(proved: Prove, authority: Authority) -> None:
    signer = proved(authority.sign(HEAD, b"personal"))
    assert (signer.iin, signer.bin, signer.head_of, signer.organisation) == (HEAD, None, None, "")


def test_a_certificate_for_signing_in_is_not_one_for_signing(proved: Prove, authority: Authority) -> None:
    assert proved(authority.sign(PERSON, b"challenge", kind=Kind.AUTH)).usage == {"AUTH"}


def test_a_detached_signature_is_proved_over_the_document_given(proved: Prove, authority: Authority) -> None:
    assert proved(authority.sign(PERSON, b"%PDF", detached=True), detached=b"%PDF").content == b"%PDF"


def test_an_empty_document_can_be_signed_too(proved: Prove, authority: Authority) -> None:
    assert proved(authority.sign(PERSON, b"")).content == b""
    assert proved(authority.sign(PERSON, b"", detached=True), detached=b"").content == b""


@pytest.mark.parametrize("label", [b"CMS", b"PKCS7"])
def test_pem_armour_is_accepted(proved: Prove, message: bytes, label: bytes) -> None:
    armoured = b"-----BEGIN " + label + b"-----\r\n" + base64.encodebytes(message) + b"-----END " + label + b"-----\r\n"
    assert proved(armoured).iin == PERSON


def test_base64_with_or_without_line_breaks_is_accepted(proved: Prove, message: bytes) -> None:
    assert proved(base64.b64encode(message)).iin == PERSON
    assert proved(b"\n" + base64.encodebytes(message)).iin == PERSON


def test_the_moment_of_verification_must_have_a_zone(proved: Prove, message: bytes) -> None:
    with pytest.raises(ValueError, match="time zone"):
        proved(message, at=datetime(2026, 11, 20))


def test_a_refusal_says_its_code_first(proved: Prove) -> None:
    with pytest.raises(Bad, match=r"^MALFORMED"):
        proved(b"")
