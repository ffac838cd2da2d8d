"""The time stamp upon a signature: believed from pinned authorities, refused when it does not hold, and never a hiding place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from models.demonstration_branch import read
from models.demonstration_keys import Authority, Kind
from models.eds import Anchors, Bad, Code, Signer, cms, der, issue, timestamp, verify, write
from models.eds.algorithm import oid
from models.eds.issue import Issuer
from tests.eds.conftest import Stamper, stamper_of
from tests.eds.tree import changed

PERSON = "850312399011"
Prove = Callable[..., Signer]
Refuse = Callable[..., Code | None]


def with_token(message: bytes, token: bytes | None) -> bytes:
    signed = cms.read(message, len(message))
    return cms.encoded(replace(signed, token=token), cms.DOCUMENT, [signed.certificate])


def token_of(message: bytes) -> bytes:
    token = cms.read(message, len(message)).token
    assert token is not None
    return token


def test_a_stamp_by_a_pinned_authority_proves_the_moment(proved: Prove, message: bytes, stamper: Stamper, moment: datetime) -> None:
    signer = proved(stamper(message, moment - timedelta(hours=1)))
    assert signer.timestamp == moment - timedelta(hours=1)
    assert signer.signing_time == moment
    assert proved(message).timestamp is None


def test_a_national_stamp_proves_the_moment_of_a_national_signature(
    proved: Prove, gost_message: bytes, gost_stamper: Stamper, moment: datetime
) -> None:
    assert proved(gost_stamper(gost_message)).timestamp == moment


def test_either_kind_of_stamp_stands_upon_either_kind_of_signature(
    proved: Prove, message: bytes, gost_message: bytes, stamper: Stamper, gost_stamper: Stamper, moment: datetime
) -> None:
    assert proved(gost_stamper(message)).timestamp == proved(stamper(gost_message)).timestamp == moment


def test_a_stamp_by_an_authority_that_nobody_pinned_proves_nothing_and_harms_nothing(
    proved: Prove, message: bytes, stranger: Authority
) -> None:
    signer = proved(stamper_of(stranger.branches[0], "ecdsa")(message))
    assert (signer.timestamp, signer.iin) == (None, PERSON)


def test_a_stamp_by_a_revoked_authority_proves_nothing(message: bytes, moment: datetime, tmp_path: Any) -> None:
    authority = Authority.open(tmp_path / "keys")
    authority.issue(issue.Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    stamping = stamper_of(authority.branches[0], "ecdsa")
    stamped = stamping(authority.sign(PERSON, b"x", at=moment))
    given: dict[str, Any] = {"anchors": authority.anchors, "at": moment, "revocation": authority.crl_source}
    assert verify(stamped, **given).timestamp == moment
    authority.revoke_certificate(stamping.certificate, moment)
    assert verify(stamped, **given).timestamp is None


def test_a_stamp_of_another_signature_is_refused(refusal: Refuse, authority: Authority, message: bytes, stamper: Stamper) -> None:
    other = stamper(authority.sign(PERSON, "Өтініш".encode(), at=None))
    assert refusal(with_token(message, token_of(other))) is Code.TIMESTAMP


def test_a_stamp_of_tomorrow_or_of_before_the_certificate_is_refused(
    refusal: Refuse, authority: Authority, message: bytes, stamper: Stamper, moment: datetime
) -> None:
    assert refusal(stamper(message, moment + timedelta(minutes=4))) is None
    assert refusal(stamper(message, moment + timedelta(minutes=6))) is Code.TIMESTAMP
    by = Issuer(authority.certificate.subject, authority._key, moment - timedelta(days=1), moment + timedelta(days=1))
    key = stamper.key
    young = write.signed(b"x", issue.person(issue.Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"), "SIGN", key, by), key, moment)
    assert refusal(stamper(young, moment - timedelta(hours=1))) is None
    assert refusal(stamper(young, moment - timedelta(days=2))) is Code.TIMESTAMP


def test_a_stamp_outside_of_its_own_authoritys_period_is_refused(
    refusal: Refuse, authority: Authority, message: bytes, moment: datetime
) -> None:
    branch = authority.branches[0]
    key = stamper_of(branch, "ecdsa").key
    over = Issuer(branch.certificate.subject, branch.key, moment - timedelta(days=9), moment - timedelta(days=8))
    owned = issue.service(issue.plain("TSA"), ExtendedKeyUsageOID.TIME_STAMPING, key, over)
    assert refusal(Stamper(key, owned)(message)) is Code.EXPIRED


@pytest.mark.parametrize("purpose", [ExtendedKeyUsageOID.OCSP_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
def test_who_is_not_for_stamping_does_not_stamp(refusal: Refuse, authority: Authority, message: bytes, purpose: Any) -> None:
    assert refusal(stamper_of(authority.branches[0], "ecdsa", purpose)(message)) is Code.TIMESTAMP


def test_a_person_does_not_stamp_though_trusted(refusal: Refuse, authority: Authority, message: bytes) -> None:
    key, owned = read(authority._find(PERSON, None, Kind.SIGN))
    assert refusal(Stamper(key, owned)(message)) is Code.TIMESTAMP


def test_a_stamp_may_bring_no_certificate_but_its_own(refusal: Refuse, authority: Authority, message: bytes, stamper: Stamper) -> None:
    token = token_of(stamper(message))
    inside = cms.structure(token, cms.TOKEN)
    other = authority.certificate_of(PERSON)
    more = cms.encoded(inside, cms.TOKEN, [inside.certificate, other.public_bytes(Encoding.DER)])
    assert refusal(with_token(message, token)) is None
    assert refusal(with_token(message, more)) is Code.TIMESTAMP


def test_a_stamp_that_does_not_say_what_it_stamps_is_refused(refusal: Refuse, message: bytes, stamper: Stamper) -> None:
    token = cms.structure(token_of(stamper(message)), cms.TOKEN)
    empty = cms.encoded(replace(token, content=None), cms.TOKEN, [token.certificate])
    assert refusal(with_token(message, empty)) is Code.TIMESTAMP


def test_a_signed_document_is_no_stamp(refusal: Refuse, message: bytes, authority: Authority) -> None:
    assert refusal(with_token(message, authority.sign(PERSON, b"x"))) is not None


@pytest.mark.parametrize("kind", [cms.SIGNING_CERTIFICATE, "1.2.840.113549.1.9.6", "1.2.3.4"])
def test_no_other_unsigned_attribute_may_stand_there(refusal: Refuse, message: bytes, stamper: Stamper, kind: str) -> None:
    other = der.value(0x30, oid(kind), der.value(0x31, b"\x05\x00"))
    stamp = der.value(0x30, oid(cms.TIME_STAMP), der.value(0x31, token_of(stamper(message))))
    assert refusal(changed(message, lambda parts: parts.unsigned(other))) is Code.ATTRIBUTES
    assert refusal(changed(message, lambda parts: parts.unsigned(stamp, other))) is Code.ATTRIBUTES
    assert refusal(changed(message, lambda parts: parts.unsigned(stamp))) is None


def test_two_stamps_are_one_too_many(refusal: Refuse, message: bytes, stamper: Stamper) -> None:
    token = token_of(stamper(message))
    stamp = der.value(0x30, oid(cms.TIME_STAMP), der.value(0x31, token))
    twice = der.value(0x30, oid(cms.TIME_STAMP), der.value(0x31, token, token))
    for attributes in ((stamp, stamp), (twice,), ()):
        assert refusal(changed(message, lambda parts, given=attributes: parts.unsigned(*given))) is Code.ATTRIBUTES  # type: ignore[misc]


def test_the_hash_of_the_older_attribute_is_for_stamps_alone(refusal: Refuse, message: bytes) -> None:
    """A signer's own certificate is never named by SHA-1, neither by the older attribute nor by the newer one."""
    old = message.replace(oid(cms.SIGNING_CERTIFICATE), oid(cms.OLD_SIGNING_CERTIFICATE))
    assert refusal(old) is Code.ATTRIBUTES


def test_no_byte_of_a_stamp_may_be_changed(refusal: Refuse, message: bytes, stamper: Stamper, full: bool) -> None:
    """A bit of every one of them (all bits with --full), though no anchor stands behind the stamp."""
    stamped = stamper(message)
    start = stamped.index(token_of(stamped)) - 24  # the attribute around it too
    for place in range(start, len(stamped)):
        for bit in range(8) if full else (place % 8,):
            turned = bytearray(stamped)
            turned[place] ^= 1 << bit
            assert refusal(bytes(turned)) is not None, f"byte {place}, bit {bit}"


def test_a_certificate_inside_that_is_neither_the_signers_nor_pinned_is_refused(
    refusal: Refuse, authority: Authority, stranger: Authority, message: bytes
) -> None:
    signed = cms.read(message, len(message))
    for inside, code in ((authority.certificate, None), (stranger.certificate, Code.UNTRUSTED)):
        more = cms.encoded(signed, cms.DOCUMENT, [signed.certificate, inside.public_bytes(Encoding.DER)])
        assert refusal(more) is code
    pinned = authority.certificate.public_bytes(Encoding.DER)
    assert refusal(cms.encoded(signed, cms.DOCUMENT, [signed.certificate, pinned, pinned])) is Code.MALFORMED


def test_a_stamp_whose_hash_is_not_on_the_list_is_refused(message: bytes, stamper: Stamper, moment: datetime) -> None:
    signature = cms.read(message, len(message)).signature
    sha1 = der.value(0x30, der.value(0x30, oid("1.3.14.3.2.26"), b"\x05\x00"), der.value(0x04, bytes(20)))
    info = der.value(0x30, b"\x02\x01\x01", oid(write.POLICY), sha1, b"\x02\x01\x07", write.generalized(moment))
    made = write._message(info, stamper.certificate, stamper.key, cms.TOKEN, moment)
    with pytest.raises(Bad) as refused:
        timestamp.read(cms.encoded(made, cms.TOKEN, [made.certificate]), signature)
    assert refused.value.code is Code.ALGORITHM


def test_stamps_and_anchors_are_the_callers(message: bytes, stamper: Stamper, moment: datetime, authority: Authority) -> None:
    stamp = timestamp.read(token_of(stamper(message)), cms.read(message, len(message)).signature)
    assert timestamp.proved(stamp, Anchors([]), moment, authority.crl_source) is None
    assert timestamp.proved(stamp, authority.anchors, moment, authority.crl_source) == moment
