"""Each way in which a message is not what it should be has its own refusal."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from asn1crypto import cms, core, tsp  # type: ignore[import-untyped]
from cryptography.hazmat.primitives.serialization import Encoding

from models.demonstration_keys import Authority, Kind
from models.eds import Code, NothingKnown
from tests.eds.tree import Node, Parts, changed

PERSON, HEAD = "850312399011", "730404399077"
Refuse = Callable[..., Code | None]


def edited(message: bytes, edit: Callable[[Any], None]) -> bytes:
    """The message with something in its SignedData changed, encoded anew."""
    info = cms.ContentInfo.load(message)
    signed = info["content"].untag()
    edit(signed)
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump(force=True))


def attributes_edited(message: bytes, edit: Callable[[list[Any]], list[Any]]) -> bytes:
    """The message with other signed attributes; its signature no longer holds, but they are looked at first."""

    def change(signed: Any) -> None:
        signer = signed["signer_infos"][0]
        signer["signed_attrs"] = cms.CMSAttributes(edit([one.copy() for one in signer["signed_attrs"]]))

    return edited(message, change)


def test_an_edit_that_changes_nothing_leaves_the_message_good(refusal: Refuse, message: bytes) -> None:
    assert edited(message, lambda signed: None) == message
    assert refusal(message) is None


def test_content_that_was_tampered_with_is_not_the_one_signed(refusal: Refuse, message: bytes) -> None:
    assert refusal(message.replace("Өтініш".encode(), "Өтінім".encode())) is Code.DIGEST


def test_a_signature_that_was_tampered_with_does_not_hold(refusal: Refuse, head_message: bytes) -> None:
    assert refusal(head_message[:-1] + bytes([head_message[-1] ^ 1])) is Code.SIGNATURE


def test_a_detached_signature_does_not_hold_for_another_document(refusal: Refuse, authority: Authority) -> None:
    assert refusal(authority.sign(PERSON, b"one", detached=True), detached=b"two") is Code.DIGEST


def test_an_attached_message_is_no_detached_signature_even_of_the_same_bytes(refusal: Refuse, authority: Authority) -> None:
    assert refusal(authority.sign(PERSON, b"one"), detached=b"one") is Code.CONTENT


def test_a_detached_signature_without_its_document_says_nothing(refusal: Refuse, authority: Authority) -> None:
    assert refusal(authority.sign(PERSON, b"one", detached=True)) is Code.CONTENT


def test_a_message_without_a_signer_is_refused(refusal: Refuse, message: bytes) -> None:
    assert refusal(edited(message, lambda signed: signed.__setitem__("signer_infos", []))) is Code.NO_SIGNER


def test_a_message_with_two_signers_is_refused_though_both_signed(refusal: Refuse, authority: Authority, message: bytes) -> None:
    second = cms.ContentInfo.load(authority.sign(HEAD, "Өтініш".encode()))["content"]

    def add(signed: Any) -> None:
        signed["signer_infos"] = [signed["signer_infos"][0], second["signer_infos"][0]]
        signed["certificates"] = [signed["certificates"][0], second["certificates"][0]]

    assert refusal(edited(message, add)) is Code.SEVERAL_SIGNERS


def test_a_message_without_the_signers_certificate_is_refused(refusal: Refuse, authority: Authority, message: bytes) -> None:
    other = cms.ContentInfo.load(authority.sign(HEAD, b""))["content"]["certificates"]
    assert refusal(edited(message, lambda signed: signed.__setitem__("certificates", None))) is Code.NO_CERTIFICATE
    assert refusal(edited(message, lambda signed: signed.__setitem__("certificates", other))) is Code.NO_CERTIFICATE


def test_the_signers_certificate_may_not_be_inside_twice(refusal: Refuse, message: bytes) -> None:
    def twice(signed: Any) -> None:
        signed["certificates"] = [signed["certificates"][0], signed["certificates"][0]]

    assert refusal(edited(message, twice)) is Code.NO_CERTIFICATE


@pytest.mark.parametrize("missing", ["content_type", "message_digest", "signing_certificate_v2"])
def test_a_signed_attribute_that_is_needed_may_not_be_missing(refusal: Refuse, message: bytes, missing: str) -> None:
    def without(attributes: list[Any]) -> list[Any]:
        return [one for one in attributes if one["type"].native != missing]

    assert refusal(attributes_edited(message, without)) is Code.ATTRIBUTES


def test_a_signed_attribute_may_not_stand_twice(refusal: Refuse, message: bytes) -> None:
    assert refusal(attributes_edited(message, lambda attributes: [*attributes, attributes[0]])) is Code.ATTRIBUTES


def test_a_signed_attribute_may_not_have_two_values(refusal: Refuse, message: bytes) -> None:
    def doubled(attributes: list[Any]) -> list[Any]:
        digests = [one for one in attributes if one["type"].native == "message_digest"]
        value = digests[0]["values"][0].native
        rest = [one for one in attributes if one["type"].native != "message_digest"]
        return [*rest, cms.CMSAttribute({"type": "message_digest", "values": [value, bytes(32)]})]

    assert refusal(attributes_edited(message, doubled)) is Code.ATTRIBUTES


def test_a_message_without_signed_attributes_is_refused(refusal: Refuse, message: bytes) -> None:
    def bare(signed: Any) -> None:
        signed["signer_infos"][0]["signed_attrs"] = None

    assert refusal(edited(message, bare)) is Code.ATTRIBUTES


def test_the_certificate_named_in_the_attributes_must_be_the_one_inside(refusal: Refuse, message: bytes) -> None:
    def renamed(attributes: list[Any]) -> list[Any]:
        named = tsp.SigningCertificateV2({"certs": [{"cert_hash": bytes(32)}]})
        rest = [one for one in attributes if one["type"].native != "signing_certificate_v2"]
        return [*rest, cms.CMSAttribute({"type": "signing_certificate_v2", "values": [named]})]

    assert refusal(attributes_edited(message, renamed)) is Code.ATTRIBUTES


@pytest.mark.parametrize("weak", ["sha1", "md5", "sha224"])
def test_a_digest_that_is_not_on_the_list_is_refused(refusal: Refuse, message: bytes, weak: str) -> None:
    def weaken(signed: Any) -> None:
        signed["digest_algorithms"] = [{"algorithm": weak}]
        signed["signer_infos"][0]["digest_algorithm"] = {"algorithm": weak}

    assert refusal(edited(message, weaken)) is Code.ALGORITHM


@pytest.mark.parametrize("other", ["sha256_rsa", "sha384_ecdsa", "rsassa_pkcs1v15", "sha1_ecdsa", "ed25519"])
def test_a_signature_algorithm_that_is_not_of_the_key_and_digest_is_refused(refusal: Refuse, message: bytes, other: str) -> None:
    def swap(signed: Any) -> None:
        signed["signer_infos"][0]["signature_algorithm"] = {"algorithm": other}

    assert refusal(edited(message, swap)) is Code.ALGORITHM


def test_an_accepted_algorithm_with_parameters_of_its_own_is_refused(refusal: Refuse, message: bytes, head_message: bytes) -> None:
    def add_null(signed: Any) -> None:
        algorithm = {"algorithm": "sha256_ecdsa", "parameters": core.Null()}
        signed["signer_infos"][0]["signature_algorithm"] = algorithm

    assert refusal(edited(message, add_null)) is Code.ALGORITHM
    for oid in ("608648016503040201", "2a864886f70d01010b"):
        place = head_message.rindex(bytes.fromhex(oid + "0500")) + 9
        assert refusal(head_message[:place] + b"\x04" + head_message[place + 1 :]) is not None


def test_a_message_larger_than_allowed_is_refused_before_it_is_read(refusal: Refuse) -> None:
    assert refusal(b"\x30" * 1001, largest=1000) is Code.TOO_LARGE
    assert refusal(b"\x30" * ((1 << 20) + 1)) is Code.TOO_LARGE


def test_an_expired_certificate_signs_nothing(refusal: Refuse, authority: Authority) -> None:
    assert refusal(authority.sign(PERSON, b"late", kind=Kind.EXPIRED)) is Code.EXPIRED


def test_a_certificate_signs_nothing_before_its_time(refusal: Refuse, message: bytes, moment: datetime) -> None:
    assert refusal(message, at=moment - timedelta(days=365 * 10)) is Code.EXPIRED


def test_without_a_source_of_revocations_nobody_is_believed(refusal: Refuse, message: bytes) -> None:
    assert refusal(message, revocation=NothingKnown()) is Code.REVOCATION_UNKNOWN


@pytest.mark.parametrize("which", ["message", "head_message"])
def test_no_message_with_one_bit_turned_is_accepted(refusal: Refuse, request: pytest.FixtureRequest, which: str) -> None:
    good: bytes = request.getfixturevalue(which)
    for bit in random.Random(20261120).sample(range(len(good) * 8), 500):
        turned = bytearray(good)
        turned[bit // 8] ^= 1 << bit % 8
        assert refusal(bytes(turned)) is not None, f"bit {bit}"


@pytest.mark.parametrize("which", ["message", "head_message"])
def test_every_bit_that_neither_digest_nor_signature_covers_is_covered_by_the_reading(
    refusal: Refuse, request: pytest.FixtureRequest, which: str
) -> None:
    good: bytes = request.getfixturevalue(which)
    signed = cms.ContentInfo.load(good)["content"]
    signer = signed["signer_infos"][0]
    covered = [signed["certificates"][0].dump(), signer["signed_attrs"].dump()[4:], signer["signature"].native]
    spans = [(good.index(part), good.index(part) + len(part)) for part in covered]
    bare = [place for place in range(len(good)) if not any(start <= place < end for start, end in spans)]
    for place, bit in ((place, bit) for place in bare for bit in range(8)):
        turned = bytearray(good)
        turned[place] ^= 1 << bit
        assert refusal(bytes(turned)) is not None, f"byte {place}, bit {bit}"


def test_no_message_cut_short_or_made_longer_is_accepted(refusal: Refuse, message: bytes) -> None:
    for end in range(0, len(message), 7):
        assert refusal(message[:end]) is not None
    assert refusal(message + b"\x00") is Code.MALFORMED


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\x30",
        b"\x30\x80\x00\x00",
        b"\x30\x84\xff\xff\xff\xff",
        b"\x31\x00",
        b"not base64 at all!",
        b"TUlJ",
        b"-----BEGIN CMS-----\nMAA=\n-----END PKCS7-----",
        b"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
        "ЭЦП".encode(),
        b"\x30\x03\x02\x01\x05",
    ],
)
def test_whatever_is_no_signed_message_is_malformed(refusal: Refuse, junk: bytes) -> None:
    assert refusal(junk) is Code.MALFORMED


def test_a_message_nested_without_end_or_of_countless_values_is_refused_at_once(refusal: Refuse) -> None:
    deep = b""
    while len(deep) < 60_000:
        deep = core.Sequence(contents=deep).dump()
    assert refusal(deep) is Code.MALFORMED
    many = core.Sequence(contents=b"\x05\x00" * 500_000).dump()
    assert refusal(many) is Code.MALFORMED


def test_an_identifier_as_long_as_the_message_is_refused_at_once(refusal: Refuse) -> None:
    oid = core.ObjectIdentifier(contents=b"\xff" * 900_000 + b"\x01").dump()
    assert refusal(core.Sequence(contents=oid).dump()) is Code.MALFORMED


def test_an_indefinite_length_has_a_second_encoding_and_so_is_refused(refusal: Refuse, message: bytes) -> None:
    assert message[:2] == b"\x30\x82"
    assert refusal(b"\x30\x80" + message[4:] + b"\x00\x00") is Code.MALFORMED


def test_a_certificate_alone_is_no_message(refusal: Refuse, authority: Authority) -> None:
    assert refusal(authority.certificate.public_bytes(Encoding.DER)) is Code.MALFORMED


@pytest.mark.parametrize(
    "place",
    [
        lambda parts: parts.root,
        lambda parts: parts.root.inside[1],
        lambda parts: parts.signed,
        lambda parts: parts.signed.inside[1].inside[0],
        lambda parts: parts.signed.inside[2],
        lambda parts: parts.signed.inside[2].inside[1],
        lambda parts: parts.signer,
        lambda parts: parts.signer.inside[1],
        lambda parts: parts.signer.inside[2],
        lambda parts: parts.signer.inside[4],
    ],
)
def test_nothing_may_stand_after_the_last_part_that_is_read(refusal: Refuse, message: bytes, place: Callable[[Parts], Node]) -> None:
    def add(parts: Parts) -> None:
        place(parts).inside.append(Node(0x04, b"hidden"))

    assert refusal(changed(message, add)) is not None


@pytest.mark.parametrize("tag", [0xA0, 0xA2, 0xA3, 0x31, 0xE1])
def test_what_is_not_signed_does_not_hide_under_another_tag(refusal: Refuse, message: bytes, tag: int) -> None:
    def add(parts: Parts) -> None:
        parts.signer.inside.append(Node(tag, inside=[Node(0x30, inside=[Node(0x04, b"hidden")])]))

    assert refusal(changed(message, add)) is Code.MALFORMED
