"""What the law and the signatures cost without any database: terms and verifications a second."""

from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from models import clock, eds
from models.clock import ZONE
from models.demonstration_keys import Authority
from models.eds.issue import Holder
from models.law import attachment as law
from models.law.term import CLINIC_HOURS
from tests.bench.measure import compare

START = datetime(2026, 11, 23, 7, tzinfo=ZONE)


async def test_terms_against_adding_a_day() -> None:
    moments = cycle([START + timedelta(hours=7 * number) for number in range(300)])
    hours = CLINIC_HOURS.on(START.date())

    async def a_day() -> None:
        next(moments) + timedelta(days=1)

    async def term() -> None:
        assert law.term(next(moments), hours).due_at

    await compare("terms", {"a moment and a day": a_day, "the term of an attachment": term}, 400)


async def test_verifying_against_bare_rsa(tmp_path: Path) -> None:
    authority, holder = Authority.open(tmp_path / "keys"), Holder("920904450024", "Сынақов", "Сынақ", "")
    authority.issue(holder)
    content, now = b"{}" * 400, clock.now()
    cms = authority.sign(holder.iin, content, at=now)
    key = rsa.generate_private_key(65537, 2048)
    signature, public = key.sign(content, padding.PKCS1v15(), SHA256()), key.public_key()

    async def bare() -> None:
        public.verify(signature, content, padding.PKCS1v15(), SHA256())

    async def whole() -> None:
        found = eds.verify(cms, anchors=authority.anchors, at=now, revocation=authority.crl_source)
        assert found.iin == holder.iin and x509.load_der_x509_certificate(found.certificate)

    await compare("signatures", {"one bare RSA-2048 verification": bare, "a CMS with its chain and revocation": whole}, 40)
