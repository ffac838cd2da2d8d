"""A demonstration authority with its people, made once; and the ways to have a message verified by it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from models.demonstration_branch import Branch, new_key
from models.demonstration_keys import FAMILIES, Authority, Kind
from models.eds import Anchors, Code, Finding, Revocation, Signer, gost, issue, verify, write
from models.eds.bad import Bad
from models.eds.issue import Holder
from models.eds.write import PrivateKey

MOMENT = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Almaty"))
PERSON = Holder("850312399011", "ҮЛГІЛІ", "АЙГҮЛ", "ТЕСТҚЫЗЫ")
HEAD = Holder("730404399077", "БАСШЫ", "ҮЛГІ", "ТЕСТҰЛЫ", "«Үлгі» емханасы", "260440990019", head=True)


@pytest.fixture(scope="session")
def moment() -> datetime:
    return MOMENT


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority.open(tmp_path_factory.mktemp("keys") / "demonstration")
    for kind in Kind:
        made.issue(PERSON, kind)
    made.issue(HEAD)
    made.issue(Holder(HEAD.iin, HEAD.surname, HEAD.given_name, HEAD.patronymic))
    return made


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """An authority of the same name with keys of its own."""
    made = Authority.open(tmp_path_factory.mktemp("keys") / "stranger")
    made.issue(PERSON)
    return made


@pytest.fixture(scope="session")
def message(authority: Authority) -> bytes:
    """A good attached message of the person, on P-256."""
    return authority.sign(PERSON.iin, "Өтініш".encode(), at=MOMENT)


@pytest.fixture(scope="session")
def head_message(authority: Authority) -> bytes:
    """A good attached message of the head, on RSA."""
    return authority.sign_as_head(HEAD.iin, "Шешім".encode(), organisation=HEAD.bin, at=MOMENT)


@pytest.fixture(scope="session")
def gost_keys() -> None:
    """Only where the system has the library."""
    if not gost.available():
        pytest.skip(gost.MISSING)


class Good:
    """Whoever asks is told that all is well: for tests of something else than revocation."""

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Finding:
        return Finding(Revocation.GOOD)


@pytest.fixture(scope="session")
def good() -> Good:
    return Good()


@pytest.fixture
def without_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system on which the library is not installed."""
    monkeypatch.setattr(gost, "LIBRARY", "libgcrypt-that-is-not-there.so")
    gost.library.cache_clear()
    yield
    monkeypatch.undo()
    gost.library.cache_clear()


@pytest.fixture(scope="session")
def gost_message(authority: Authority, gost_keys: None) -> bytes:
    """A good attached message of the person, by the national algorithm."""
    return authority.sign(PERSON.iin, "Өтініш".encode(), at=MOMENT, algorithm="gost")


@dataclass(frozen=True)
class Stamper:
    """A time-stamping authority under one branch of the demonstration."""

    key: PrivateKey
    certificate: x509.Certificate

    def __call__(self, message: bytes, at: datetime = MOMENT) -> bytes:
        return write.stamped(message, self.certificate, self.key, at)


def stamper_of(branch: Branch, algorithm: str, purpose: x509.ObjectIdentifier = ExtendedKeyUsageOID.TIME_STAMPING) -> Stamper:
    key = new_key(FAMILIES[algorithm])
    return Stamper(key, issue.service(issue.plain("TIME-STAMPING AUTHORITY"), purpose, key, branch.issuer()))


@pytest.fixture(scope="session")
def stamper(authority: Authority) -> Stamper:
    return stamper_of(authority.branches[0], "ecdsa")


@pytest.fixture(scope="session")
def gost_stamper(authority: Authority, gost_keys: None) -> Stamper:
    return stamper_of(authority.branches[1], "gost")


@pytest.fixture(scope="session")
def proved(authority: Authority) -> Callable[..., Signer]:
    """Verification with the authority's own anchors and list, unless something else is given."""

    def prove(received: bytes, **given: object) -> Signer:
        usual: dict[str, object] = {"anchors": authority.anchors, "at": MOMENT, "revocation": authority.crl_source}
        return verify(received, **{**usual, **given})  # type: ignore[arg-type]

    return prove


@pytest.fixture(scope="session")
def refusal(proved: Callable[..., Signer]) -> Callable[..., Code | None]:
    """The code of the refusal, or None for an accepted message; anything raised but `Bad` fails the test."""

    def refuse(received: bytes, **given: object) -> Code | None:
        try:
            proved(received, **given)
        except Bad as bad:
            return bad.code
        return None

    return refuse


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """Public material of the national authority, which lies beside the repository and not in it."""
    folder = Path(__file__).parents[3] / "shared" / "fixtures" / "eds"
    if not folder.is_dir():
        pytest.skip("../shared/fixtures/eds is absent: the national certificates and signatures are there")
    return folder


@pytest.fixture(scope="session")
def national(fixtures: Path) -> Anchors:
    """The production roots and issuing authorities."""
    return Anchors.of_folder(fixtures / "prod-ca")
