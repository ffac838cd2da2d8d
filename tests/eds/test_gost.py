"""The national algorithms: points, numbers and forms that are not what they should be."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from models.demonstration_branch import SINCE, UNTIL
from models.demonstration_keys import Authority
from models.eds import Anchors, Bad, Code, algorithm, cms, der, gost, issue, verify, write
from models.eds.algorithm import Algorithm
from models.eds.issue import Holder, Issuer
from tests.eds.tree import Parts, changed, parsed

PERSON, HEAD = "850312399011", "730404399077"
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF27E69532F48D89116FF22B8D4E0560609B4B38ABFAD2B85DCACDB1411F10B275
Refuse = Callable[..., Code | None]

pytestmark = pytest.mark.usefixtures("gost_keys")


@pytest.fixture(scope="module")
def key(gost_keys: None) -> gost.PrivateKey:
    return gost.generate()


def halves(signature: bytes) -> tuple[int, int]:
    return int.from_bytes(signature[:64], "little"), int.from_bytes(signature[64:], "little")


def joined(r: int, s: int) -> bytes:
    return r.to_bytes(64, "little") + s.to_bytes(64, "little")


def test_the_hash_is_that_of_the_published_example() -> None:
    """RFC 6986, the first example: 63 digits."""
    digest = gost.hashed(gost.GOST_2015, b"012345678901234567890123456789012345678901234567890123456789012")
    assert digest.hex().startswith("1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa")


def test_a_signature_is_of_its_bytes_by_its_key_alone(key: gost.PrivateKey) -> None:
    signature = key.sign(b"one")
    assert key.public.verify(signature, b"one")
    assert not key.public.verify(signature, b"two")
    assert not gost.generate().public.verify(signature, b"one")


def test_keys_and_signatures_are_of_one_length_whatever_the_numbers(key: gost.PrivateKey) -> None:
    """Small and negative-looking numbers come up in every few keys and signatures."""
    made = [gost.generate() for _ in range(20)]
    assert {(len(one.secret), len(one.public.point)) for one in made} == {(64, 128)}
    assert all(one.public.on_curve() and one.public.verify(one.sign(b"x"), b"x") for one in made)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda r, s: joined(0, s),
        lambda r, s: joined(r, 0),
        lambda r, s: joined(0, 0),
        lambda r, s: joined(s, r),
        lambda r, s: joined(ORDER, s),
        lambda r, s: joined(r, ORDER),
        lambda r, s: joined((1 << 512) - 1, s),
        lambda r, s: joined(r, (1 << 512) - 1),
        lambda r, s: joined(r, ORDER - s),
        lambda r, s: joined(r, s)[::-1],
        lambda r, s: joined(r, s)[:-1],
        lambda r, s: joined(r, s) + b"\0",
        lambda r, s: b"",
    ],
)
def test_numbers_out_of_range_or_out_of_place_are_no_signature(key: gost.PrivateKey, wrong: Callable[[int, int], bytes]) -> None:
    assert not key.public.verify(wrong(*halves(key.sign(b"x"))), b"x")


def test_a_number_a_whole_order_larger_is_not_a_second_form_of_the_same_signature(key: gost.PrivateKey) -> None:
    room = (1 << 512) - ORDER  # only so small a number still fits into 64 bytes with the order added
    for value in (1, room - 1):
        assert not key.public.verify(joined(value + ORDER, 1), b"x")
        assert not key.public.verify(joined(1, value + ORDER), b"x")


@pytest.mark.parametrize("point", [bytes(128), b"\x01" + bytes(127), b"\xff" * 128, bytes(127), bytes(129)])
def test_what_is_no_point_of_the_curve_is_no_key(point: bytes) -> None:
    assert not gost.PublicKey(gost.GOST_2015, point).on_curve()


def with_key_info(owned: x509.Certificate, was: bytes, becomes: bytes, by: gost.PrivateKey) -> x509.Certificate:
    """The certificate with another key info, signed anew by its authority."""
    body = owned.tbs_certificate_bytes
    assert was in body
    inner = body[4:].replace(was, becomes)
    return x509.load_der_x509_certificate(issue.signed(der.value(0x30, inner), by))


class Own:
    """A national root that signs whatever it is given."""

    def __init__(self) -> None:
        self.key, self.person_key = gost.generate(), gost.generate()
        self.by = Issuer(issue.plain("ROOT"), self.key, SINCE, UNTIL)
        self.root = issue.authority(self.by.name, self.key, self.by, None)
        self.person = issue.person(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"), "SIGN", self.person_key, self.by)
        self.info = write.key_info(self.person_key)


@pytest.fixture(scope="module")
def own(gost_keys: None) -> Own:
    return Own()


def test_a_certificate_whose_key_is_no_point_of_the_curve_is_refused(own: Own, refusal: Refuse, moment: datetime) -> None:
    point = own.person_key.public.point
    off = bytes([point[0] ^ 1]) + point[1:]
    owned = with_key_info(own.person, point, off, own.key)
    message = write.signed(b"x", owned, own.person_key, moment)
    assert refusal(message, anchors=Anchors([own.root])) is Code.ALGORITHM
    with pytest.raises(Bad, match="no point of its curve"):
        algorithm.public_key(owned)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (algorithm.oid(gost.GOST_2015.parameters), algorithm.oid("1.2.398.3.10.1.1.2.2.2")),
        (algorithm.oid(gost.STREEBOG), algorithm.oid("1.2.398.3.10.1.3.2")),
        (algorithm.oid(gost.GOST_2015.key), algorithm.oid("1.2.398.3.10.1.1.2.1")),
        (algorithm.oid(gost.GOST_2015.key), algorithm.oid("1.2.643.7.1.1.1.2")),
        (algorithm.oid(gost.GOST_2015.key), algorithm.oid(gost.GOST_2004.key)),
    ],
)
def test_a_key_of_another_curve_hash_or_algorithm_is_refused(own: Own, was: bytes, becomes: bytes) -> None:
    owned = with_key_info(own.person, own.info, der_again(own.info, was, becomes), own.key)
    with pytest.raises(Bad) as refused:
        algorithm.public_key(owned, legacy=True)
    assert refused.value.code is Code.ALGORITHM


def der_again(info: bytes, was: bytes, becomes: bytes) -> bytes:
    """A key info with another identifier inside, its lengths mended."""
    family = gost.GOST_2015
    parts = [algorithm.oid(family.key), algorithm.oid(family.parameters), algorithm.oid(gost.STREEBOG)]
    assert was in parts
    kind, curve, digest = (becomes if one == was else one for one in parts)
    return der.value(0x30, der.value(0x30, kind, der.value(0x30, curve, digest)), info[info.index(b"\x03\x81") :])


def test_a_message_signed_by_two_with_national_keys_is_refused(refusal: Refuse, authority: Authority, gost_message: bytes) -> None:
    second = Parts(parsed(authority.sign(HEAD, "Өтініш".encode(), algorithm="gost")))

    def add(parts: Parts) -> None:
        parts.signers.inside.append(second.signer)
        parts.certificates.inside.append(second.certificates.inside[0])

    assert refusal(changed(gost_message, add)) is Code.SEVERAL_SIGNERS


def test_a_national_authority_of_the_same_name_with_another_key_is_not_believed(
    refusal: Refuse, stranger: Authority, authority: Authority
) -> None:
    assert stranger.branches[1].certificate.subject == authority.branches[1].certificate.subject
    assert refusal(stranger.sign(PERSON, b"x", algorithm="gost")) is Code.UNTRUSTED


def test_neither_branch_is_believed_for_the_other(authority: Authority, refusal: Refuse, gost_message: bytes, message: bytes) -> None:
    usual, national = authority.branches
    assert refusal(message, anchors=Anchors([national.root, national.certificate])) is Code.UNTRUSTED
    assert refusal(gost_message, anchors=Anchors([usual.root, usual.certificate])) is Code.UNTRUSTED


def test_a_national_signature_over_other_content_or_changed_itself_does_not_hold(refusal: Refuse, gost_message: bytes) -> None:
    assert refusal(gost_message.replace("Өтініш".encode(), "Өтінім".encode())) is Code.DIGEST
    assert refusal(gost_message[:-1] + bytes([gost_message[-1] ^ 1])) is Code.SIGNATURE
    read = cms.read(gost_message, len(gost_message))
    swapped = read.signature[64:] + read.signature[:64]
    assert refusal(gost_message.replace(read.signature, swapped)) is Code.SIGNATURE


OTHER_DIGESTS = [algorithm.SHA256, algorithm.SHA512, "1.2.398.3.10.1.3.2", "1.2.643.7.1.1.2.3", gost.GOST_2004.digests[0]]


@pytest.mark.parametrize("digest", OTHER_DIGESTS)
def test_a_national_key_signs_its_own_hash_only(refusal: Refuse, gost_message: bytes, digest: str) -> None:
    other = Algorithm(digest, b"\x05\x00").encoded
    assert refusal(changed(gost_message, lambda parts: parts.digest(other))) in (Code.ALGORITHM, Code.DIGEST)


@pytest.mark.parametrize(
    "signature", ["1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2", gost.GOST_2004.signature, gost.GOST_2004.key, gost.GOST_2015.key]
)
def test_a_national_signature_is_named_by_its_own_algorithm_only(refusal: Refuse, gost_message: bytes, signature: str) -> None:
    def swap(parts: Parts) -> None:
        parts.signer.inside[4] = parsed(Algorithm(signature).encoded)

    assert refusal(changed(gost_message, swap)) is Code.ALGORITHM


def test_a_hash_of_another_family_that_fits_the_content_is_still_refused(gost_message: bytes) -> None:
    """The digest names SHA-512 and holds; the signature's algorithm names the national hash."""
    read = cms.read(gost_message, len(gost_message))
    key = algorithm.public_key(x509.load_der_x509_certificate(read.certificate))
    with pytest.raises(Bad, match="do not match"):
        algorithm.check(key, read.signature_algorithm, Algorithm(algorithm.SHA512), read.signature, read.attributes)


class Legacy:
    """A root and a person with keys of 2004."""

    def __init__(self, moment: datetime) -> None:
        key, own = gost.generate(gost.GOST_2004), gost.generate(gost.GOST_2004)
        by = Issuer(issue.plain("ROOT 2004"), key, SINCE, UNTIL)
        self.root = issue.authority(by.name, key, by, None)
        self.person = issue.person(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"), "SIGN", own, by)
        self.message = write.signed(b"x", self.person, own, moment)


def test_the_algorithms_of_2004_are_refused_by_name_unless_switched_on(moment: datetime, good: Any) -> None:
    legacy = Legacy(moment)
    with pytest.raises(Bad, match="2004, which is not switched on") as refused:
        verify(legacy.message, anchors=Anchors([legacy.root]), at=moment, revocation=good)
    assert refused.value.code is Code.ALGORITHM
    signer = verify(legacy.message, anchors=Anchors([legacy.root], legacy=True), at=moment, revocation=good)
    assert (signer.iin, signer.algorithm) == (PERSON, "GOST2004")


def test_switching_on_the_algorithms_of_2004_leaves_all_others_as_they_are(
    authority: Authority, refusal: Refuse, gost_message: bytes, message: bytes
) -> None:
    anchors = Anchors(authority.anchors.certificates, legacy=True)
    assert refusal(gost_message, anchors=anchors) is refusal(message, anchors=anchors) is None


def test_certificates_and_lists_are_signed_by_algorithms_that_name_their_hash(own: Own) -> None:
    body, signature = own.person.tbs_certificate_bytes, own.person.signature
    named = Algorithm(gost.GOST_2015.signature, b"\x05\x00")
    assert algorithm.signed_by(own.key.public, named, signature, body)
    assert not algorithm.signed_by(own.key.public, named, signature, body + b"x")
    assert not algorithm.signed_by(own.key.public, Algorithm("1.2.840.10045.4.3.2"), signature, body)
    for oid in (gost.GOST_2015.key, "1.2.840.113549.1.1.1", gost.GOST_2004.signature, "1.2.840.113549.1.1.5", "1.2.3"):
        with pytest.raises(Bad) as refused:
            algorithm.signed_by(own.key.public, Algorithm(oid), signature, body)
        assert refused.value.code is Code.ALGORITHM


def test_a_certificate_that_names_two_algorithms_is_refused(own: Own, refusal: Refuse, moment: datetime) -> None:
    tree = parsed(own.person.public_bytes(Encoding.DER))
    tree.inside[1] = parsed(Algorithm(gost.GOST_2015.signature).encoded)  # inside it has NULL parameters
    owned = x509.load_der_x509_certificate(tree.encoded())
    message = write.signed(b"x", owned, own.person_key, moment)
    assert refusal(message, anchors=Anchors([own.root])) is Code.ALGORITHM


def test_a_moment_is_written_as_utc(moment: datetime) -> None:
    assert write.generalized(moment)[2:] == moment.astimezone(UTC).strftime("%Y%m%d%H%M%SZ").encode()
