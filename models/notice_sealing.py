"""Sealing: a notice that no head signs gets its issuer's system key over its facts, a moment after the act that gave it.

It is no part of the act, which waits for nobody's key; what is sealed is what the act wrote, for a notice cannot be changed.
"""

import logging

import anyio.to_thread

from models import clock, eds, signing, system_keys, trust
from models.database import transaction
from models.law import signature as law
from models.notice import Notice, NoticeSeal

AT_ONCE = 50
log = logging.getLogger(__name__)


async def seal_due() -> int:
    """Seal what waits; run by the schedule, and harmless when run by several processes."""
    waiting = Notice.filter(sealed_at=None, signature_id=None).order_by("issued_at")
    bins = system_keys.held()
    if bins is not None:
        waiting = waiting.filter(clinic__bin__in=bins, authority_id=None) if bins else waiting.filter(id=None)
    done = 0
    for one in await waiting.limit(AT_ONCE):
        done += await seal(one)
    return done


async def seal(notice: Notice) -> bool:
    """Seal one notice, unless that was done or its issuer's key is not here. The key's certificate is verified as anybody's is."""
    issuer = notice.stated["clinic"]
    if notice.signature_id or notice.sealed_at or not system_keys.at_hand(issuer["bin"]):
        return False
    facts, now = notice.facts.encode(), clock.now()

    def made() -> tuple[bytes, eds.Signer]:
        cms = system_keys.sign(issuer["bin"], issuer["name"], facts, signing_time=now)
        return cms, trust.verify(cms, now)

    try:
        cms, signer = await anyio.to_thread.run_sync(made)
    except eds.Bad as bad:
        log.error("the system key of %s seals nothing: %s", issuer["bin"], bad)
        return False
    if found := law.system(law.Facts.of(signer), issuer["bin"]):
        log.error("the system key of %s seals nothing: %s", issuer["bin"], found[0].code)
        return False
    async with transaction():
        if not await Notice.filter(id=notice.id, sealed_at=None).update(sealed_at=now):
            return False
        await NoticeSeal.create(notice=notice, cms=cms, facts=signing.facts_of(signer), evidence=dict(signer.evidence), made_at=now)
    return True
