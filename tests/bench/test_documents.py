"""What signatures and documents cost: verifications a second by algorithm, with OCSP, with a list and by kept evidence; sheets a second."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import pytest

from models import eds
from models.demonstration_keys import Authority, OwnOcsp
from models.eds import gost
from models.eds.issue import Holder
from models.eds.kept import Kept
from models.eds.revocation import LocalCrl, RevocationSource
from models.sheet import File, Sheet, opened, render, sealed
from tests.bench.measure import Work, compare

HOLDER = Holder("920904450024", "Сынақов", "Сынақ", "")
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
CONTENT = b'{"summary":{"kk":["x"]},"payload":"0"}' * 40
ALGORITHMS = ("rsa", "ecdsa", *(("gost",) if gost.available() else ()))
BIN, ISSUER = "260440990019", "№ 5 қалалық емхана"
SHEET = Sheet(
    language="kk", title="Дәрігердің қабылдауына жазылу туралы хабарлама", number="BN-2026-000123-4", issued="23.11.2026, 10:00",
    issuer=ISSUER, issuer_lines=(f"БСН {BIN}", "Алматы қ., Сәтбаев көш., 30", "+7 727 000 05 05"),
    paragraphs=("Құрметті Сынақов Сынақ! Сіз дәрігердің қабылдауына жазылдыңыз.",),
    facts=(("Мамандық", "Жалпы тәжірибелік дәрігер"), ("Дәрігер", "Үлгілі Асан"), ("Уақыты", "24.11.2026, 10:00"), ("Кабинет", "201")),
    sections=(), signed=("Жүйенің электрондық қолтаңбасы.", "24.11.2026, 10:00"), verify_words="Түпнұсқалығын тексеру:",
    verify_address="http://127.0.0.1:8000/verify/" + "a" * 27, code_words="Тексеру коды", code="a" * 27,
    footer="Электрондық құжат. Қол қойылған деректер файлға тіркелген.", moment=NOW, author=ISSUER, producer="Emhana",
)  # fmt: skip


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority.open(tmp_path_factory.mktemp("keys") / "bench")
    made.issue(HOLDER)
    return made


def sources(authority: Authority, cms: bytes, algorithm: str) -> Mapping[str, RevocationSource]:
    """The ways in which revocation is looked up: an answer kept with the signature, a fresh one, a list at hand."""
    asked = OwnOcsp(authority)
    known = eds.verify(cms, anchors=authority.anchors, at=NOW, revocation=asked).evidence
    return {"a kept OCSP answer": Kept(known), "OCSP made anew": asked, "a list": LocalCrl(authority.crl(NOW, algorithm))}


async def test_verifications_by_algorithm(authority: Authority) -> None:
    works: dict[str, Work] = {}
    for algorithm in ALGORITHMS:
        cms = authority.sign(HOLDER.iin, CONTENT, at=NOW, algorithm=algorithm)
        for name, source in sources(authority, cms, algorithm).items():
            works[f"{algorithm}, chain, {name}"] = partial(verified, cms, authority, source)
    await compare("a CMS verified whole", works, 20)


async def verified(cms: bytes, authority: Authority, source: RevocationSource) -> None:
    assert eds.verify(cms, anchors=authority.anchors, at=NOW, revocation=source).iin == HOLDER.iin


async def test_signing_by_algorithm(authority: Authority) -> None:
    async def signed(algorithm: str) -> None:
        assert authority.sign_as_system(BIN, CONTENT, organisation=ISSUER, signing_time=NOW, algorithm=algorithm)

    await compare("a CMS made by a system key", {one: partial(signed, one) for one in ALGORITHMS}, 20)


async def test_sheets(authority: Authority) -> None:
    cms = authority.sign_as_system(BIN, CONTENT, organisation=ISSUER, signing_time=NOW)
    files = {
        "facts.json": File(CONTENT, "application/json", "facts", "data"),
        "facts.cms": File(cms, "application/pkcs7-mime", "cms", "supplement"),
    }

    def made() -> bytes:
        return render(SHEET, files)

    def whole(pdf: bytes) -> bytes:
        return sealed(
            pdf, ISSUER, "x", lambda covered: authority.sign_as_system(BIN, covered, organisation=ISSUER, detached=True), at=NOW
        )  # fmt: skip

    async def plain() -> None:
        assert made().startswith(b"%PDF")

    async def with_seal() -> None:
        assert whole(made()).startswith(b"%PDF")

    ready = whole(made())

    async def read() -> None:
        found = opened(ready)
        assert found.seal and eds.verify(
            found.seal, anchors=authority.anchors, at=NOW, revocation=authority.crl_source, detached=found.covered
        ).bin == BIN  # fmt: skip

    await compare("a notice on paper", {"rendered": plain, "rendered and sealed": with_seal, "read back, its seal verified": read}, 10)
