"""Against certificates and signatures that nobody here made: those of the national authority."""

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from models.eds import NATIONAL, Anchors, Bad, Code, LocalCrl, Revocation, Signer, is_national, verify
from models.eds.trust import load, signed
from tests.eds.conftest import Good

AT = datetime(2026, 8, 15, 12, tzinfo=UTC)


def one(path: Path) -> x509.Certificate:
    return load(path.read_bytes())[0]


def test_the_production_rsa_authority_is_issued_by_the_pinned_root(fixtures: Path, national: Anchors) -> None:
    root, issuing = one(fixtures / "prod-ca/root_rsa_2020.cer"), one(fixtures / "prod-ca/nca_rsa_2022.cer")
    assert national.chain(issuing, AT) == (root,)
    assert Anchors([root]).chain(issuing, AT) == (root,)


def test_the_production_rsa_authority_is_not_believed_without_its_root(fixtures: Path) -> None:
    issuing = one(fixtures / "prod-ca/nca_rsa_2022.cer")
    with pytest.raises(Bad) as refused:
        Anchors([issuing]).chain(issuing, AT)
    assert refused.value.code is Code.UNTRUSTED


def test_every_production_certificate_has_the_pinned_fingerprint_and_subject(national: Anchors) -> None:
    assert len(national.certificates) == 4
    assert national.foreign == ()
    for certificate in national.certificates:
        known = NATIONAL[certificate.fingerprint(hashes.SHA256()).hex()]
        assert known.subject in [str(attribute.value) for attribute in certificate.subject]


def test_the_national_test_authority_is_not_a_production_one(fixtures: Path) -> None:
    tests = Anchors.of_folder(fixtures / "test-ca")
    assert len(tests.certificates) == 2
    assert not any(is_national(certificate) for certificate in tests.certificates)


def test_the_legacy_root_is_known_and_not_accepted() -> None:
    assert [known.file for known in NATIONAL.values() if not known.accepted] == ["root_gost_2020"]


@pytest.mark.parametrize("family", ["gost", "rsa"])
def test_every_production_authority_has_its_chain(fixtures: Path, national: Anchors, gost_keys: None, family: str) -> None:
    issuing = next(one(path) for path in (fixtures / "prod-ca").glob(f"nca_{family}*"))
    root = next(one(path) for path in (fixtures / "prod-ca").glob(f"root_{family}*"))
    assert national.chain(issuing, AT) == (root,)
    assert national.chain(root, AT) == (root,)


def test_the_test_authorities_have_their_own_root_and_no_production_one(fixtures: Path, tests: Anchors, national: Anchors) -> None:
    issuing, root = one(fixtures / "test-ca/nca_gost2022_test.cer"), one(fixtures / "test-ca/root_test_gost_2022.cer")
    assert tests.chain(issuing, AT) == (root,)
    assert not signed(issuing, one(fixtures / "prod-ca/root_gost_2022.pem"))
    with pytest.raises(Bad) as refused:
        national.chain(issuing, AT)
    assert refused.value.code is Code.UNTRUSTED


class National:
    """The two signatures of the national test person over one document."""

    def __init__(self, fixtures: Path, tests: Anchors) -> None:
        self.document = (fixtures / "cms/individual_document.txt").read_bytes()
        self.messages = {name: (fixtures / f"cms/individual_{name}.der").read_bytes() for name in ("attached", "detached")}
        crl = LocalCrl((fixtures / "test-ca/nca_gost2022_test_2026-08-11.crl").read_bytes())
        self.usual: dict[str, Any] = {"anchors": tests, "at": AT, "revocation": crl}

    def verify(self, name: str, message: bytes | None = None, **given: Any) -> Signer:
        detached = {"detached": self.document} if name == "detached" else {}
        return verify(self.messages[name] if message is None else message, **{**self.usual, **detached, **given})


@pytest.fixture(scope="module")
def tests(fixtures: Path, gost_keys: None) -> Anchors:
    return Anchors.of_folder(fixtures / "test-ca")


@pytest.fixture(scope="module")
def signatures(fixtures: Path, tests: Anchors) -> National:
    return National(fixtures, tests)


@pytest.mark.parametrize("name", ["attached", "detached"])
def test_a_signature_made_by_the_national_program_is_proved(signatures: National, name: str) -> None:
    signer = signatures.verify(name)
    assert (signer.iin, signer.bin, signer.name, signer.patronymic) == ("123456789011", None, "ТЕСТОВ ТЕСТ", "ТЕСТОВИЧ")
    assert (signer.roles, signer.usage, signer.algorithm) == (frozenset({"INDIVIDUAL"}), frozenset({"SIGN"}), "GOST2015-512")
    assert signer.signing_time == datetime(2026, 7, 20, 9, 8, 6, tzinfo=UTC)
    assert signer.content == signatures.document
    assert (signer.revocation, signer.evidence["by"]) == (Revocation.GOOD, "CRL")
    assert signer.chain == tuple(one.fingerprint(hashes.SHA256()).hex() for one in signatures.usual["anchors"].certificates)


def test_the_time_stamp_is_proved_by_the_authority_that_made_it_and_by_no_other(signatures: National, national: Anchors) -> None:
    """The person's key is a test one, the time stamp the production authority's: it needs both sets of anchors."""
    assert signatures.verify("attached").timestamp is None
    both = Anchors([*national.certificates, *signatures.usual["anchors"].certificates])
    assert signatures.verify("attached", anchors=both).timestamp is None  # nothing is known of the stamper's revocation
    good = signatures.verify("attached", anchors=both, revocation=Good())
    assert good.timestamp == datetime(2026, 7, 20, 9, 8, 7, tzinfo=UTC)


def test_a_national_signature_is_not_of_another_document(signatures: National) -> None:
    with pytest.raises(Bad) as refused:
        signatures.verify("detached", detached=signatures.document + b" ")
    assert refused.value.code is Code.DIGEST


def test_a_signature_with_a_test_key_is_nothing_to_production(signatures: National, national: Anchors) -> None:
    with pytest.raises(Bad) as refused:
        signatures.verify("attached", anchors=national)
    assert refused.value.code is Code.UNTRUSTED


def test_a_national_signature_needs_its_authority_in_force_and_its_list_fresh(signatures: National) -> None:
    for at, code in ((datetime(2027, 5, 9, tzinfo=UTC), Code.EXPIRED), (datetime(2027, 3, 1, tzinfo=UTC), Code.REVOCATION_UNKNOWN)):
        with pytest.raises(Bad) as refused:
            signatures.verify("attached", at=at)
        assert refused.value.code is code


@pytest.mark.parametrize("name", ["attached", "detached"])
def test_no_national_signature_with_one_bit_turned_is_accepted(signatures: National, name: str) -> None:
    good = signatures.messages[name]
    for bit in random.Random(20261120).sample(range(len(good) * 8), 1_000):
        turned = bytearray(good)
        turned[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Bad):
            signatures.verify(name, bytes(turned))


def test_without_the_library_a_national_signature_says_that_it_cannot_be_checked(signatures: National, without_library: None) -> None:
    with pytest.raises(Bad, match="apt install libgcrypt20") as refused:
        signatures.verify("attached")
    assert refused.value.code is Code.UNAVAILABLE
