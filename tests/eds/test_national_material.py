"""Against certificates and signatures that nobody here made: those of the national authority."""

import base64
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from models.eds import NATIONAL, Anchors, Bad, Code, LocalCrl, Revocation, is_national, verify
from models.eds.trust import load

AT = datetime(2026, 8, 15, 12, tzinfo=UTC)
Refuse = Callable[..., Code | None]


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


@pytest.mark.parametrize("name", ["individual_attached.der", "individual_detached.der"])
def test_a_gost_signature_is_refused_as_an_algorithm_and_not_as_a_malformed_message(fixtures: Path, name: str) -> None:
    document = (fixtures / "cms/individual_document.txt").read_bytes() if "detached" in name else None
    anchors = Anchors.of_folder(fixtures / "test-ca")
    crl = LocalCrl((fixtures / "test-ca/nca_gost2022_test_2026-08-11.crl").read_bytes())
    with pytest.raises(Bad) as refused:
        verify((fixtures / "cms" / name).read_bytes(), anchors=anchors, at=AT, revocation=crl, detached=document)
    assert refused.value.code is Code.ALGORITHM
    assert "GOST" in refused.value.detail


def test_no_gost_message_with_one_bit_turned_is_accepted(fixtures: Path, refusal: Refuse) -> None:
    good = (fixtures / "cms/individual_attached.der").read_bytes()
    for bit in random.Random(20261120).sample(range(len(good) * 8), 200):
        turned = bytearray(good)
        turned[bit // 8] ^= 1 << bit % 8
        assert refusal(bytes(turned), at=AT) is not None


def test_a_gost_certificate_has_no_chain_yet(fixtures: Path, national: Anchors) -> None:
    with pytest.raises(Bad) as refused:
        national.chain(one(fixtures / "prod-ca/nca_gost_2022.pem"), AT)
    assert refused.value.code is Code.ALGORITHM


def test_a_gost_revocation_list_is_not_understood_and_so_proves_nothing(fixtures: Path) -> None:
    crl = LocalCrl((fixtures / "test-ca/nca_gost2022_test_2026-08-11.crl").read_bytes())
    issuer = one(fixtures / "test-ca/nca_gost2022_test.cer")
    signer = load(base64.b64decode((fixtures / "cms/individual_signer.cer").read_bytes()))[0]
    assert crl.status(signer, issuer, AT) is Revocation.UNKNOWN
