"""The demonstration authority: made once, kept private, renewed by itself, never among production anchors."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from models.demonstration_keys import MARK, Authority, NoKey
from models.eds import Bad, Code, Revocation, Signer, ocsp, verify
from models.eds.issue import Holder

PERSON, HEAD, BIN = "850312399011", "730404399077", "260440990019"
REPOSITORY = Path(__file__).parents[2]


def test_the_authority_is_made_at_first_and_found_again(tmp_path: Path) -> None:
    first, again = Authority.open(tmp_path / "keys"), Authority.open(tmp_path / "keys")
    assert first.certificate == again.certificate


def test_processes_that_start_at_once_end_with_one_authority_and_one_certificate(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from models.demonstration_keys import Authority, Holder\n"
        "authority = Authority.open(Path(sys.argv[1]))\n"
        f"person = authority.issue(Holder('{PERSON}', 'ҮЛГІЛІ', 'АЙГҮЛ'))\n"
        "print(authority.certificate.serial_number, person.serial_number)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "keys")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY) for _ in range(4)]
    answers = [process.communicate(timeout=60)[0] for process in started]
    assert all(process.returncode == 0 for process in started)
    assert len(set(answers)) == 1
    assert not list((tmp_path / "keys").rglob(".*"))


def test_keys_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    authority = Authority.open(tmp_path / "keys")
    authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    authority.revoke(PERSON)
    for path in [tmp_path / "keys", *(tmp_path / "keys").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_issuing_twice_gives_the_same_certificate(authority: Authority) -> None:
    assert authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ")) == authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))


def test_the_certificate_has_the_national_layout(authority: Authority) -> None:
    head = authority.issue(Holder(HEAD, "БАСШЫ", "ҮЛГІ", "ТЕСТҰЛЫ", "«Үлгі» емханасы", BIN, head=True))
    found = {attribute.oid.dotted_string: attribute.value for attribute in head.subject}
    assert found == {
        "2.5.4.3": "БАСШЫ ҮЛГІ",
        "2.5.4.4": "БАСШЫ",
        "2.5.4.5": f"IIN{HEAD}",
        "2.5.4.6": "KZ",
        "2.5.4.10": "«Үлгі» емханасы",
        "2.5.4.11": f"BIN{BIN}",
        "2.5.4.42": "ТЕСТҰЛЫ",
    }
    purposes = [oid.dotted_string for oid in head.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value]
    assert purposes == ["1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.2", "1.2.398.3.3.4.1.2.1"]
    assert head.extensions.get_extension_for_class(x509.KeyUsage).critical


def test_an_organisation_whose_name_is_long_in_cyrillic_gets_its_certificate(tmp_path: Path) -> None:
    name = "«№ 1 қалалық емхана» шаруашылық жүргізу құқығындағы мемлекеттік коммуналдық кәсіпорны"
    authority = Authority.open(tmp_path / "keys")
    issued = authority.issue(Holder(PERSON, "ҚЫЗМЕТКЕР", "ҮЛГІ", organisation=name, bin=BIN))
    assert name in [attribute.value for attribute in issued.subject]


def test_an_employee_of_an_organisation_is_not_its_head(authority: Authority, moment: datetime) -> None:
    authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ", organisation="«Үлгі» емханасы", bin=BIN))
    message = authority.sign(PERSON, b"", organisation=BIN)
    signer = verify(message, anchors=authority.anchors, at=moment, revocation=authority.crl_source)
    assert (signer.bin, signer.head_of, signer.roles) == (BIN, None, frozenset({"ORGANIZATION", "EMPLOYEE"}))
    with pytest.raises(NoKey):
        authority.sign_as_head(PERSON, b"", organisation=BIN)


def test_who_heads_one_organisation_need_not_name_it(authority: Authority, moment: datetime) -> None:
    message = authority.sign_as_head(HEAD, b"")
    signer = verify(message, anchors=authority.anchors, at=moment, revocation=authority.crl_source)
    assert signer.head_of == BIN


def test_nobody_signs_without_a_key(authority: Authority) -> None:
    assert authority.key_of(PERSON)
    assert authority.key_of(HEAD, BIN)
    assert not authority.key_of("190818699042")
    assert not authority.key_of(HEAD, "260441990044")
    with pytest.raises(NoKey):
        authority.sign("190818699042", b"")


@pytest.mark.parametrize("number", ["../../etc/passwd", "", "85031239901*", "850312399011\n"])
def test_what_is_no_number_never_becomes_a_path(authority: Authority, number: str) -> None:
    assert not authority.key_of(number)
    with pytest.raises(NoKey):
        authority.sign_as_head(number, b"")


def test_the_list_is_renewed_whenever_the_clock_has_moved_a_day_either_way(authority: Authority, moment: datetime) -> None:
    certificate = authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    first = authority.crl(moment)
    assert authority.crl(moment + timedelta(hours=23)) == first
    for days in (1, 400, -400):
        at = moment + timedelta(days=days)
        assert authority.crl_source.status(certificate, authority.certificate, at).state is Revocation.GOOD


def test_what_one_process_has_revoked_another_knows_at_once(tmp_path: Path, moment: datetime) -> None:
    one, other = Authority.open(tmp_path / "keys"), Authority.open(tmp_path / "keys")
    certificate = one.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    assert other.crl_source.status(certificate, one.certificate, moment).state is Revocation.GOOD
    one.revoke(PERSON)
    assert other.crl_source.status(certificate, one.certificate, moment).state is Revocation.REVOKED


def test_the_national_branch_is_made_beside_the_other_and_found_again(tmp_path: Path, gost_keys: None) -> None:
    first, again = Authority.open(tmp_path / "keys"), Authority.open(tmp_path / "keys")
    assert [one.certificate for one in first.branches] == [one.certificate for one in again.branches]
    assert len(first.anchors.certificates) == 4
    assert all(MARK in one.subject.rfc4514_string() for one in first.anchors.certificates)


def test_an_authority_made_before_there_was_a_national_branch_gets_one_and_keeps_the_rest(tmp_path: Path, gost_keys: None) -> None:
    before = Authority.open(tmp_path / "keys")
    owned = before.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    shutil.rmtree(tmp_path / "keys" / "authority-gost")
    after = Authority.open(tmp_path / "keys")
    assert after.certificate == before.certificate
    assert after.certificate_of(PERSON) == owned
    assert after.branches[1].certificate != before.branches[1].certificate


def test_processes_that_start_at_once_end_with_one_national_branch(tmp_path: Path, gost_keys: None) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from models.demonstration_keys import Authority, Holder\n"
        "authority = Authority.open(Path(sys.argv[1]))\n"
        f"person = authority.issue(Holder('{PERSON}', 'ҮЛГІЛІ', 'АЙГҮЛ'), algorithm='gost')\n"
        f"system = authority.system_certificate('{BIN}', 'ЕМХАНА')\n"
        "print(authority.branches[1].certificate.serial_number, person.serial_number, system.serial_number)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "keys")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY) for _ in range(4)]
    assert len({process.communicate(timeout=60)[0] for process in started}) == 1
    assert not list((tmp_path / "keys").rglob(".*"))


@pytest.mark.parametrize(("algorithm", "name"), [("ecdsa", "ECDSA-P256-SHA256"), ("rsa", "RSA-SHA256"), ("gost", "GOST2015-512")])
def test_a_person_signs_with_a_key_of_each_algorithm(
    authority: Authority, proved: Callable[..., Signer], gost_keys: None, algorithm: str, name: str
) -> None:
    signer = proved(authority.sign(PERSON, b"x", algorithm=algorithm))
    assert (signer.algorithm, signer.iin, signer.surname, signer.patronymic) == (name, PERSON, "ҮЛГІЛІ", "ТЕСТҚЫЗЫ")
    signer = proved(authority.sign_as_head(HEAD, b"x", algorithm=algorithm))
    assert (signer.algorithm, signer.iin, signer.head_of) == (name, HEAD, BIN)


def test_a_key_of_another_algorithm_is_made_only_for_whoever_has_one(authority: Authority) -> None:
    with pytest.raises(NoKey):
        authority.sign("190818699042", b"", algorithm="rsa")
    with pytest.raises(NoKey, match="ecdsa, rsa, gost"):
        authority.sign(PERSON, b"", algorithm="md5")


def test_the_certificate_told_is_the_one_that_signs(authority: Authority, proved: Callable[..., Signer], gost_keys: None) -> None:
    for algorithm in (None, "gost"):
        signer = proved(authority.sign(PERSON, b"", algorithm=algorithm))
        assert signer.certificate == authority.certificate_of(PERSON, algorithm=algorithm).public_bytes(Encoding.DER)


@pytest.mark.parametrize("algorithm", ["rsa", "ecdsa", "gost"])
def test_a_system_signs_without_an_iin_for_its_organisation(
    authority: Authority, proved: Callable[..., Signer], gost_keys: None, algorithm: str
) -> None:
    cms = authority.sign_as_system(BIN, b"%PDF", organisation="«Үлгі» емханасы", detached=True, algorithm=algorithm)
    signer = proved(cms, detached=b"%PDF")
    assert (signer.iin, signer.bin, signer.organisation, signer.head_of) == ("", BIN, "«Үлгі» емханасы", None)
    assert signer.roles == {"ORGANIZATION", "INFORMATION_SYSTEM"}
    assert signer.system.startswith("2.25.")


def test_a_seal_says_its_moment_only_when_asked_to(authority: Authority, proved: Callable[..., Signer], moment: datetime) -> None:
    assert proved(authority.sign_as_system(BIN, b"", organisation="«Үлгі» емханасы")).signing_time is None
    assert proved(authority.sign_as_system(BIN, b"", organisation="«Үлгі» емханасы", signing_time=moment)).signing_time == moment


@pytest.mark.parametrize("algorithm", ["ecdsa", "gost"])
def test_the_authority_answers_about_its_certificates_and_the_answer_is_the_evidence(
    tmp_path: Path, moment: datetime, gost_keys: None, algorithm: str
) -> None:
    authority = Authority.open(tmp_path / "keys")
    authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    message = authority.sign(PERSON, b"x", algorithm=algorithm, at=moment)
    given = {"anchors": authority.anchors, "at": moment, "revocation": authority.revocation_source}
    signer = verify(message, **given)  # type: ignore[arg-type]
    assert signer.evidence["by"] == "OCSP"
    authority.revoke(PERSON, algorithm=algorithm, at=moment)
    with pytest.raises(Bad) as refused:
        verify(message, **given)  # type: ignore[arg-type]
    assert refused.value.code is Code.REVOKED


def test_a_responder_is_asked_over_the_wire_as_any_other_is(authority: Authority, moment: datetime, gost_keys: None) -> None:
    for algorithm, branch in zip(("ecdsa", "gost"), authority.branches, strict=True):
        owned = authority.certificate_of(PERSON, algorithm=algorithm)
        response = authority.ocsp(ocsp.request(owned, branch.certificate, bytes(32)), moment)
        assert ocsp.answer(response, owned, branch.certificate, moment, bytes(32)).state is Revocation.GOOD


def test_one_branch_revokes_nothing_of_the_other(tmp_path: Path, moment: datetime, gost_keys: None) -> None:
    authority = Authority.open(tmp_path / "keys")
    authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    authority.sign(PERSON, b"", algorithm="gost")
    authority.revoke(PERSON, algorithm="gost")
    for algorithm, branch, state in zip(("ecdsa", "gost"), authority.branches, (Revocation.GOOD, Revocation.REVOKED), strict=True):
        owned = authority.certificate_of(PERSON, algorithm=algorithm)
        assert authority.crl_source.status(owned, branch.certificate, moment).state is state


def test_without_the_library_the_rest_works_and_a_national_key_says_what_to_install(
    tmp_path: Path, moment: datetime, without_library: None
) -> None:
    authority = Authority.open(tmp_path / "keys")
    authority.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    signer = verify(authority.sign(PERSON, b"", at=moment), anchors=authority.anchors, at=moment, revocation=authority.crl_source)
    assert signer.iin == PERSON
    with pytest.raises(NoKey, match="apt install libgcrypt20"):
        authority.sign(PERSON, b"", algorithm="gost")
