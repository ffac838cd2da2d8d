"""Is everything there that signatures are verified with, now and in the next weeks? Each failure by name, for the operator."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import anyio.to_thread
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from models import clock, eds, trust_store
from models.eds import gost
from models.eds.revocation import Revocation
from models.outside import ncanode, revocation_lists
from models.outside.exchange import NoAnswer
from models.outside.revocation import Responder
from models.settings import settings
from models.trust_store import Anchor


@dataclass
class Report:
    """What was found: `faults` must be put right, `warnings` soon, and `good` is in order."""

    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    good: list[str] = field(default_factory=list)

    def note(self, fault: str, otherwise: str) -> None:
        (self.faults if fault else self.good).append(fault or otherwise)


async def check() -> Report:
    """The store, its chains, the system's library, the journal's word on overrides, the responders and the lists."""
    report, now = Report(), clock.now()
    found = trust_store.held(trust_store.folder())
    if not found:
        report.faults.append("EMHANA_TRUST holds no certificate: nobody's signature is believed")
    _certificates(report, found, now)
    report.faults += await trust_store.unrecorded(found)
    await anyio.to_thread.run_sync(_network, report, found, now)
    return report


def _certificates(report: Report, found: tuple[Anchor, ...], now: datetime) -> None:
    together = eds.Anchors([one.certificate for one in found], legacy=settings().legacy_gost)
    for one in found:
        report.note(trust_store.fault(one, now) or _broken(together, one, now), f"{one.name}: {trust_store.standing(one)}")
        if now <= one.certificate.not_valid_after_utc < now + trust_store.SOON:
            report.warnings.append(f"{one.name} expires on {one.certificate.not_valid_after_utc:%Y-%m-%d}")
    if any(one.certificate.public_key_algorithm_oid.dotted_string in gost.BY_KEY for one in found):
        report.note("" if gost.available() else gost.MISSING, "libgcrypt is here")


def _broken(together: eds.Anchors, anchor: Anchor, now: datetime) -> str:
    try:
        together.chain(anchor.certificate, now)
    except eds.Bad as bad:
        return f"{anchor.name}: no whole chain to a root of the store ({bad})"
    return ""


def _network(report: Report, found: tuple[Anchor, ...], now: datetime) -> None:
    """Every responder about every issuing authority, every list, and whether anything answers for each authority at all.

    Where a NCANode verifies, it asks the responders itself; whether it lives is all that can be asked.
    """
    if settings().ncanode:
        for url in settings().ncanode:
            fault = ncanode.fault(url)
            report.note(fault and f"NCANode: {fault}", f"{url}: NCANode is up")
        return
    issuing = [one.certificate for one in found if one.certificate.subject != one.certificate.issuer]
    answered = {one for one in issuing for url in settings().ocsp if _responds(report, url, one, now)}
    authorities = [one.certificate for one in found]
    legacy = settings().legacy_gost
    told = revocation_lists.fetch(settings().crl, settings().revocation, authorities, now, legacy=legacy, all_due=True)
    for url, fault in told.items():
        report.note(fault and f"{url}: {fault}", f"{url}: brought")
    for one in issuing:
        listed = _listed(one, now)
        if one not in answered and not listed:
            report.faults.append(f"{_name(one)}: neither a responder nor a list in force: every signature under it is refused")
        elif not listed:
            report.warnings.append(f"{_name(one)}: no list in force; when no responder answers, its signatures are refused")


def _responds(report: Report, url: str, issuer: x509.Certificate, now: datetime) -> bool:
    """Whether a responder signs a fresh answer about a certificate of an authority; which one is asked about makes no difference."""
    try:
        Responder(url, settings().legacy_gost).asked(_invented(issuer, now), issuer, now)
    except (NoAnswer, eds.Bad) as fault:
        report.faults.append(f"{url} about {_name(issuer)}: {fault}")
        return False
    report.good.append(f"{url}: answers about {_name(issuer)}")
    return True


def _listed(issuer: x509.Certificate, now: datetime) -> bool:
    return any(one.status(_invented(issuer, now), issuer, now).state is not Revocation.UNKNOWN for one in _folders())


def _folders() -> Iterator[eds.CrlFolder]:
    yield eds.CrlFolder(settings().revocation, settings().legacy_gost)
    yield eds.CrlFolder(trust_store.folder(), settings().legacy_gost)


def _invented(issuer: x509.Certificate, now: datetime) -> x509.Certificate:
    """A certificate that nobody has: only its number and its issuer are asked about."""
    key, day = ec.generate_private_key(ec.SECP256R1()), timedelta(days=1)
    named = x509.CertificateBuilder(issuer.subject, issuer.subject, key.public_key(), x509.random_serial_number(), now, now + day)
    return named.sign(key, hashes.SHA256())


def _name(certificate: x509.Certificate) -> str:
    return certificate.subject.rfc4514_string()
