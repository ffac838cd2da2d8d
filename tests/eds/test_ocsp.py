"""Answers of responders: which are believed, about whom, and for how long."""

import base64
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import ocsp as asn1  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from models.eds import Bad, Revocation, der, gost, issue, ocsp, respond, write
from models.eds.issue import Issuer
from models.eds.revocation import Finding
from models.eds.trust import load
from models.eds.write import PrivateKey
from tests.eds.lists import Keeper, extension

AT = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
NONCE = b"n" * 32
KEYS: dict[str, Callable[[], PrivateKey]] = {
    "gost": gost.generate,
    "rsa": lambda: rsa.generate_private_key(65537, 2048),
    "ecdsa": lambda: ec.generate_private_key(ec.SECP256R1()),
}
OCSP = ExtendedKeyUsageOID.OCSP_SIGNING


@dataclass(frozen=True)
class Bench:
    """An authority, a person under it and its responder; a test bends what it wants to see refused."""

    keeper: Keeper
    person: x509.Certificate
    responder: respond.Responder

    def said(self, state: bytes = respond.GOOD, at: datetime = AT, nonce: bytes | None = NONCE, **bent: Any) -> bytes:
        question = ocsp.request(bent.get("about", self.person), bent.get("under", self.keeper.certificate), nonce)
        return respond.answer(question, bent.get("responder", self.responder), lambda _: state, at)

    def judged(self, response: bytes, at: datetime = AT, nonce: bytes | None = NONCE) -> Finding:
        return ocsp.answer(response, self.person, self.keeper.certificate, at, nonce)

    def state(self, response: bytes, at: datetime = AT, nonce: bytes | None = NONCE) -> Revocation:
        return self.judged(response, at, nonce).state

    def appointed(
        self, purpose: x509.ObjectIdentifier = OCSP, by: Keeper | None = None, days: tuple[int, int] = (-1, 30)
    ) -> respond.Responder:
        by, key = by or self.keeper, KEYS["ecdsa"]()
        since, until = (AT + timedelta(days=one) for one in days)
        issuer = Issuer(by.certificate.subject, by.key, since, until)
        return respond.Responder(issue.service(issue.plain("RESPONDER"), purpose, key, issuer), key)


def bench_of(kind: str) -> Bench:
    keeper = Keeper.made(KEYS[kind](), AT)
    made = Bench(keeper, keeper.person(AT), respond.Responder(keeper.certificate, keeper.key))
    return replace(made, responder=made.appointed())


@pytest.fixture(scope="module")
def bench() -> Bench:
    return bench_of("ecdsa")


@pytest.mark.parametrize("kind", KEYS)
def test_what_an_appointed_responder_signs_is_believed(kind: str) -> None:
    made = bench_of(kind)
    found = [made.state(made.said(one)) for one in (respond.GOOD, respond.revoked(AT), respond.NEVER_ISSUED)]
    assert found == [Revocation.GOOD, Revocation.REVOKED, Revocation.UNKNOWN]


@pytest.mark.parametrize("kind", KEYS)
def test_what_the_authority_itself_signs_is_believed(kind: str) -> None:
    made = bench_of(kind)
    assert made.state(made.said(responder=respond.Responder(made.keeper.certificate, made.keeper.key))) is Revocation.GOOD


def test_the_evidence_is_the_answer_itself_with_its_moments_and_its_responder(bench: Bench) -> None:
    response = bench.said(responder=replace(bench.responder, lasts=timedelta(hours=2)))
    told = bench.judged(response).evidence
    assert base64.b64decode(told["response"]) == response
    moments = (told["by"], told["produced_at"], told["this_update"], told["next_update"])
    assert moments == ("OCSP", "2026-11-20T07:00:00+00:00", "2026-11-20T07:00:00+00:00", "2026-11-20T09:00:00+00:00")
    assert told["responder"] == bench.responder.certificate.fingerprint(hashes.SHA256()).hex()


def test_a_signed_word_that_nothing_is_known_comes_with_its_evidence_and_other_silence_without(bench: Bench) -> None:
    assert bench.judged(bench.said(respond.NEVER_ISSUED)).evidence
    assert bench.judged(b"") == Finding(Revocation.UNKNOWN)


def test_an_answer_about_another_certificate_is_none_about_this(bench: Bench) -> None:
    assert bench.state(bench.said(about=bench.keeper.person(AT))) is Revocation.UNKNOWN


def test_an_answer_about_the_same_number_of_another_authority_is_none_about_this(bench: Bench) -> None:
    other = Keeper.made(KEYS["ecdsa"](), AT)
    assert other.certificate.subject == bench.keeper.certificate.subject
    assert bench.state(bench.said(under=other.certificate)) is Revocation.UNKNOWN


def test_who_was_not_appointed_for_answering_answers_nothing(bench: Bench) -> None:
    assert bench.state(bench.said(responder=bench.appointed(ExtendedKeyUsageOID.TIME_STAMPING))) is Revocation.UNKNOWN


def test_who_was_appointed_by_another_authority_of_the_same_name_answers_nothing(bench: Bench) -> None:
    stranger = Keeper.made(KEYS["ecdsa"](), AT)
    assert bench.state(bench.said(responder=bench.appointed(by=stranger))) is Revocation.UNKNOWN


@pytest.mark.parametrize("days", [(-30, -1), (1, 30)])
def test_a_responder_outside_its_time_answers_nothing(bench: Bench, days: tuple[int, int]) -> None:
    assert bench.state(bench.said(responder=bench.appointed(days=days))) is Revocation.UNKNOWN


@pytest.mark.parametrize(
    ("purpose", "marked", "expected"),
    [(OCSP, True, Revocation.GOOD), (OCSP, False, Revocation.UNKNOWN), (ExtendedKeyUsageOID.EMAIL_PROTECTION, True, Revocation.UNKNOWN)],
    ids=["appointed", "not marked", "for another purpose"],
)
def test_a_responder_is_appointed_for_answering_and_need_not_be_asked_about_itself(
    bench: Bench, purpose: x509.ObjectIdentifier, marked: bool, expected: Revocation
) -> None:
    """Without id-pkix-ocsp-nocheck its own revocation would matter, and nothing here could tell."""
    key, days = ec.generate_private_key(ec.SECP256R1()), timedelta(days=1)
    assert isinstance(bench.keeper.key, ec.EllipticCurvePrivateKey)
    issuer_key = x509.AuthorityKeyIdentifier(issue.key_identifier(bench.keeper.key), None, None)
    made = x509.CertificateBuilder(bench.keeper.certificate.subject, issue.plain("R"), key.public_key(), 5, AT - days, AT + days)
    made = made.add_extension(x509.ExtendedKeyUsage([purpose]), False).add_extension(issuer_key, False)
    made = made.add_extension(x509.OCSPNoCheck(), False) if marked else made
    responder = respond.Responder(made.sign(bench.keeper.key, hashes.SHA256()), key)
    assert bench.state(bench.said(responder=responder)) is expected


def test_the_person_asked_about_does_not_answer_for_itself(bench: Bench) -> None:
    own = respond.Responder(bench.person, bench.keeper.key)
    assert bench.state(bench.said(responder=replace(own, key=KEYS["ecdsa"]()))) is Revocation.UNKNOWN


def test_an_answer_without_an_end_is_good_for_an_hour(bench: Bench) -> None:
    response = bench.said()
    times = [AT + ocsp.OLDEST, AT + ocsp.OLDEST + timedelta(seconds=1), AT - ocsp.SKEW, AT - ocsp.SKEW - timedelta(seconds=1)]
    assert [bench.state(response, at=one) for one in times] == [
        Revocation.GOOD, Revocation.UNKNOWN, Revocation.GOOD, Revocation.UNKNOWN,
    ]  # fmt: skip


def test_an_answer_with_an_end_is_good_until_then(bench: Bench) -> None:
    response = bench.said(responder=replace(bench.responder, lasts=timedelta(hours=5)))
    late = AT + timedelta(hours=5)
    assert [bench.state(response, at=one) for one in (late, late + timedelta(seconds=1))] == [Revocation.GOOD, Revocation.UNKNOWN]


def test_the_answer_to_an_older_question_is_refused_when_it_repeats_that_ones_nonce(bench: Bench) -> None:
    assert bench.state(bench.said(nonce=b"o" * 32)) is Revocation.UNKNOWN


def test_a_responder_that_repeats_no_nonce_is_believed_while_its_answer_is_fresh(bench: Bench) -> None:
    assert bench.state(bench.said(nonce=None)) is Revocation.GOOD


def test_years_later_the_nonce_is_not_known_and_the_answer_holds_as_of_then(bench: Bench) -> None:
    assert bench.state(bench.said(), nonce=None) is Revocation.GOOD


def test_the_question_carries_a_nonce_only_when_given(bench: Bench) -> None:
    for nonce in (None, NONCE):
        asked = asn1.OCSPRequest.load(ocsp.request(bench.person, bench.keeper.certificate, nonce), strict=True)["tbs_request"]
        sent = [] if not asked["request_extensions"] else list(asked["request_extensions"])
        assert len(sent) == (0 if nonce is None else 1)
        assert asked["request_list"][0]["req_cert"]["serial_number"].native == bench.person.serial_number


@pytest.mark.parametrize("status", [1, 2, 3, 5, 6])
def test_a_responder_that_refuses_to_answer_has_said_nothing(bench: Bench, status: int) -> None:
    assert bench.state(bytes([0x30, 3, 0x0A, 1, status])) is Revocation.UNKNOWN


@pytest.mark.parametrize("junk", [b"", b"\x30", b"<html></html>", b"\x30\x80\x00\x00", b"\x30\x03\x0a\x01\x00", bytes(100)])
def test_what_is_no_answer_is_no_fault_of_ours(bench: Bench, junk: bytes) -> None:
    assert bench.state(junk) is Revocation.UNKNOWN


def test_an_answer_beyond_64_kib_is_not_even_read(bench: Bench) -> None:
    response = bench.said()
    with pytest.raises(Bad, match="TOO_LARGE"):
        ocsp.proved(response + bytes(ocsp.LARGEST), bench.person, bench.keeper.certificate, AT, NONCE)


@pytest.mark.parametrize("critical", [False, True])
def test_an_extension_of_an_answer_is_passed_over_unless_it_is_critical(bench: Bench, critical: bool) -> None:
    asked = asn1.OCSPRequest.load(ocsp.request(bench.person, bench.keeper.certificate, None))["tbs_request"]
    identity = asked["request_list"][0]["req_cert"].dump()
    single = der.value(0x30, identity, respond.GOOD, write.generalized(AT))
    body = der.value(
        0x30, der.value(0xA2, der.value(0x04, issue.key_identifier(bench.keeper.key))), write.generalized(AT), der.value(0x30, single),
        der.value(0xA1, der.value(0x30, extension("1.2.398.99.1", b"\x05\x00", critical))),
    )  # fmt: skip
    basic = der.value(0x30, der.value(0x06, bytes.fromhex("2b0601050507300101")), der.value(0x04, issue.signed(body, bench.keeper.key)))
    response = der.value(0x30, b"\x0a\x01\x00", der.value(0xA0, basic))
    assert bench.state(response) is (Revocation.UNKNOWN if critical else Revocation.GOOD)


NATIONAL_SERIAL = 0x0FF06211DC82BEB00253FFA000F1DE84ABEF454F
NATIONAL_AT = datetime(2022, 9, 2, 17, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Numbered:
    """A certificate that is not here: of the one asked about, only its number matters."""

    serial_number: int


@pytest.fixture(scope="module")
def national_answer(fixtures: Path) -> Callable[..., Finding]:
    """The answer of the national test responder, of 2022, about a number that it says was never issued."""
    (issuer,) = load((fixtures / "test-ca" / "nca_gost2022_test.cer").read_bytes())
    blob = (fixtures / "ocsp" / "ocsp_response_individual_2015.bin").read_bytes()

    def found(changed: bytes = blob, serial: int = NATIONAL_SERIAL, at: datetime = NATIONAL_AT, nonce: bytes | None = None) -> Finding:
        return ocsp.answer(changed, Numbered(serial), issuer, at, nonce)  # type: ignore[arg-type]

    return found


def test_the_national_responder_is_believed_about_the_number_that_it_names(national_answer: Callable[..., Finding]) -> None:
    found = national_answer()
    assert found.state is Revocation.REVOKED
    assert found.evidence["responder"] == "789a6252996eebaa19829d7b007e4ce20deed4356e487bed5ee808c4aa141276"
    assert (found.evidence["this_update"], found.evidence["next_update"]) == ("2022-09-02T16:58:34+00:00", None)
    assert national_answer(nonce=bytes.fromhex("e408ffb790834af2")).state is Revocation.REVOKED


def test_the_national_answer_says_nothing_of_another_number_another_day_or_another_question(
    national_answer: Callable[..., Finding],
) -> None:
    late = NATIONAL_AT + timedelta(hours=2)
    found = [national_answer(serial=5), national_answer(at=late), national_answer(nonce=NONCE)]
    assert [one.state for one in found] == [Revocation.UNKNOWN] * 3


def test_no_bit_of_the_national_answer_can_be_changed(national_answer: Callable[..., Finding], fixtures: Path) -> None:
    blob, chance = (fixtures / "ocsp" / "ocsp_response_individual_2015.bin").read_bytes(), random.Random(20261122)
    accepted = []
    for place in chance.sample(range(len(blob) * 8), 1000):
        changed = bytearray(blob)
        changed[place // 8] ^= 1 << place % 8
        if national_answer(bytes(changed)).state is not Revocation.UNKNOWN:
            accepted.append(place)
    assert accepted == []
