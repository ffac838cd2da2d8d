"""What a signature allows, by its facts."""

from dataclasses import dataclass, replace

import pytest

from models.law import Impediment, signature
from models.law.signature import Facts, Revocation, Usage

IIN, OTHER, BIN = "850312399011", "921104499025", "260440990019"
GOOD = Facts(IIN, usage=frozenset({Usage.SIGN}), revocation=Revocation.GOOD)
HEAD = replace(GOOD, bin=BIN, roles=frozenset({"1.2.398.3.3.4.1.2.1"}))


def codes(found: list[Impediment]) -> list[str]:
    return [one.code for one in found]


def test_a_good_signature_of_the_applicant_is_accepted() -> None:
    assert signature.request(GOOD, IIN) == []


FAULTY = [
    ({"valid_at": False}, "SIGNATURE_EXPIRED"),
    ({"chain_trusted": False}, "SIGNATURE_UNTRUSTED"),
    ({"revocation": Revocation.REVOKED}, "SIGNATURE_REVOKED"),
    ({"revocation": Revocation.UNKNOWN}, "REVOCATION_UNKNOWN"),
    ({"content_matches": False}, "SIGNATURE_OTHER_CONTENT"),
    ({"usage": frozenset()}, "SIGNATURE_USAGE"),
    ({"iin": None}, "SIGNATURE_NO_IIN"),
]


@pytest.mark.parametrize(("change", "code"), FAULTY)
def test_one_fault_is_enough_to_refuse_whatever_is_signed(change: dict[str, object], code: str) -> None:
    signed, headed = replace(GOOD, **change), replace(HEAD, **change)  # type: ignore[arg-type]
    assert codes(signature.login(signed)) == [code]
    assert codes(signature.request(signed, IIN)) == [code]
    assert codes(signature.decision(headed, BIN)) == [code]


def test_a_key_for_signing_in_signs_in_and_nothing_more() -> None:
    auth = replace(GOOD, usage=frozenset({Usage.AUTH}))
    assert signature.login(auth) == []
    assert codes(signature.request(auth, IIN)) == ["SIGNATURE_USAGE"]


def test_a_key_for_signing_also_signs_in() -> None:
    assert signature.login(GOOD) == []


def test_a_request_is_signed_by_the_applicant() -> None:
    assert codes(signature.request(GOOD, OTHER)) == ["SIGNATURE_FOREIGN"]


def test_a_decision_is_signed_by_the_head_of_that_clinic() -> None:
    assert signature.decision(HEAD, BIN) == []
    assert signature.decision(replace(HEAD, roles=frozenset({"CEO"})), BIN, signer_iin=IIN) == []
    assert codes(signature.decision(HEAD, "260441990044")) == ["SIGNATURE_OTHER_CLINIC"]
    assert codes(signature.decision(GOOD, BIN)) == ["SIGNATURE_NOT_HEAD", "SIGNATURE_OTHER_CLINIC"]
    assert codes(signature.decision(HEAD, BIN, signer_iin=OTHER)) == ["SIGNATURE_FOREIGN"]


@pytest.mark.parametrize(("role", "registered", "allowed"), [(".2", True, True), (".2", False, False), (".5", True, False)])
def test_the_right_to_sign_counts_for_a_registered_person_only(role: str, registered: bool, allowed: bool) -> None:
    deputy = replace(HEAD, roles=frozenset({"1.2.398.3.3.4.1.2" + role}))
    assert (signature.decision(deputy, BIN, registered) == []) is allowed


def test_a_fault_of_the_reader_has_a_code_of_the_law() -> None:
    assert signature.of_fault("EXPIRED").code == "SIGNATURE_EXPIRED"
    assert signature.of_fault("SEVERAL_SIGNERS").code == "SIGNATURE_BROKEN"


@dataclass(frozen=True)
class Proved:
    iin: str = IIN
    bin: str | None = BIN
    roles: frozenset[str] = frozenset({"CEO"})
    usage: frozenset[str] = frozenset({"SIGN", "TIMESTAMPING"})
    revocation: str = "GOOD"


def test_a_proved_signer_is_read_into_facts_and_unknown_usages_are_dropped() -> None:
    facts = Facts.of(Proved())
    assert facts.usage == frozenset({Usage.SIGN})
    assert signature.decision(facts, BIN) == []
