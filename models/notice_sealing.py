"""Sealing: a notice that no head signs gets its issuer's system key over its facts, a moment after the act that gave it.

It is no part of the act, which waits for nobody's key; what is sealed is what the act wrote, for a notice cannot be changed.
"""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import anyio.to_thread
from tortoise.expressions import Q

from models import clock, eds, notice_journal, signing, system_keys, trust
from models.authority import Authority
from models.clinic import Clinic
from models.database import transaction
from models.law import notice as law
from models.law import signature as signature_law
from models.notice import Notice, NoticeSeal
from models.settings import Misconfigured

AT_ONCE = 50
RESTS = timedelta(minutes=1)
# the BINs whose keys were at fault, until when the schedule leaves them alone
_resting: dict[str, datetime] = {}
# what stands in the table and was given by no act; said once
_refused: set[UUID] = set()
log = logging.getLogger(__name__)


async def seal_due() -> int:
    """Seal what waits; run by the schedule, and harmless when run by several processes. A key at fault holds up nobody else's notices."""
    for bin in [one for one, until in _resting.items() if until <= clock.now()]:
        del _resting[bin]
    waiting, bins = Notice.filter(sealed_at=None).exclude(id__in=list(_refused)).order_by("issued_at"), system_keys.held()
    if bins is not None:
        usable = [one for one in bins if one not in _resting]
        waiting = waiting.filter(Q(authority_id=None, clinic__bin__in=usable) | Q(authority__bin__in=usable))
    done = 0
    for one in await waiting.limit(AT_ONCE):
        done += _issuer(one).get("bin") not in _resting and await seal(one)
    return done


async def seal(notice: Notice) -> bool:
    """Seal one notice, unless that was done or its issuer's key is not here. The key's certificate is verified as anybody's is."""
    issuer = _issuer(notice)
    elsewhere = bool(issuer) and not system_keys.at_hand(str(issuer.get("bin")))
    if notice.signature_id or notice.sealed_at or elsewhere or not await _given(notice):
        return False
    facts, now = notice.facts.encode(), clock.now()

    def made() -> tuple[bytes, eds.Signer]:
        cms = system_keys.sign(issuer["bin"], issuer["name"], facts, signing_time=now)
        return cms, trust.verify(cms, now)

    try:
        cms, signer = await anyio.to_thread.run_sync(made)
    except (eds.Bad, Misconfigured) as fault:
        return _at_fault(issuer["bin"], fault)
    if found := signature_law.system(signature_law.Facts.of(signer), issuer["bin"]):
        return _at_fault(issuer["bin"], found[0].code)
    async with transaction():
        if not await Notice.filter(id=notice.id, sealed_at=None).update(sealed_at=now):
            return False
        await NoticeSeal.create(notice=notice, cms=cms, facts=signing.facts_of(signer), evidence=dict(signer.evidence), made_at=now)
    return True


def _issuer(notice: Notice) -> Mapping[str, Any]:
    """Whom the facts name; nobody where they are no facts: one row that somebody has spoilt must not hold up the others."""
    try:
        return dict(notice.stated["clinic"])
    except (ValueError, LookupError, TypeError):
        return {}


async def _given(notice: Notice) -> bool:
    """The key is put under nothing but what an act has given: of a kind that no head signs, by its own issuer, as the journal noted it."""
    body = await Authority.get(id=notice.authority_id) if notice.authority_id else await Clinic.get(id=notice.clinic_id)
    own = law.FORMS[notice.kind].signer is law.Signer.SYSTEM and body.bin == _issuer(notice).get("bin")
    fault = (await notice_journal.of_notice(notice)).fault(notice) if own else "not its issuer's, or the head's to sign"
    if fault:
        _refused.add(notice.id)
        log.error("%s is not sealed, for it is not what an act has given: %s", notice.number, fault)
    return not fault


def _at_fault(bin: str, fault: object) -> bool:
    """Nothing is sealed with this key for a while; the operator reads why."""
    _resting[bin] = clock.now() + RESTS
    log.error("the system key of %s seals nothing: %s", bin, fault)
    return False
