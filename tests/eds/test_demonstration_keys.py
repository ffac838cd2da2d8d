"""The demonstration authority: made once, kept private, renewed by itself, never among production anchors."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from models.demonstration_keys import Authority, NoKey, production_anchor_conflict
from models.eds import Revocation, verify
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
        assert authority.crl_source.status(certificate, authority.certificate, at) is Revocation.GOOD


def test_what_one_process_has_revoked_another_knows_at_once(tmp_path: Path, moment: datetime) -> None:
    one, other = Authority.open(tmp_path / "keys"), Authority.open(tmp_path / "keys")
    certificate = one.issue(Holder(PERSON, "ҮЛГІЛІ", "АЙГҮЛ"))
    assert other.crl_source.status(certificate, one.certificate, moment) is Revocation.GOOD
    one.revoke(PERSON)
    assert other.crl_source.status(certificate, one.certificate, moment) is Revocation.REVOKED


def test_a_folder_of_production_anchors_with_a_demonstration_one_is_noticed(authority: Authority, tmp_path: Path, fixtures: Path) -> None:
    assert not production_anchor_conflict(tmp_path / "absent")
    (tmp_path / "root_rsa_2020.cer").write_bytes((fixtures / "prod-ca/root_rsa_2020.cer").read_bytes())
    assert not production_anchor_conflict(tmp_path)
    (tmp_path / "more.pem").write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    assert production_anchor_conflict(tmp_path)
