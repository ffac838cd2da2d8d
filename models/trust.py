"""Whose signatures this process trusts: the operator's anchors, or the demonstration's own authority, never both."""

from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Thread

from models import clock, eds, trust_store
from models.demonstration_keys import Authority
from models.eds.revocation import FirstKnown
from models.outside import ncanode, revocation_lists
from models.outside.revocation import Responder
from models.settings import Misconfigured, settings


@lru_cache
def authority() -> Authority:
    """The demonstration authority; only a demonstration has one."""
    if not settings().demonstration:
        raise Misconfigured("the demonstration authority exists only with EMHANA_DEMONSTRATION=1")
    return Authority.open(settings().demonstration_keys)


_served: eds.Anchors | None = None  # what this process serves with, read once


def anchors() -> eds.Anchors:
    """The anchors that signatures are checked against; `Misconfigured` when the store holds what it must not.

    A process that serves has read them at its start, whatever the folder holds now; a command reads the folder.
    """
    if settings().demonstration:
        return authority().anchors
    if _served is not None:
        return _served
    return trust_store.anchors(trust_store.folder()) if settings().trust else eds.Anchors([])


async def recorded() -> eds.Anchors | None:
    """The anchors to serve with; None in a demonstration. It asks the journal: `Misconfigured` for an override that is not in it."""
    if settings().demonstration:
        return None
    return await trust_store.recorded(trust_store.folder(), clock.now()) if settings().trust else eds.Anchors([])


@asynccontextmanager
async def serving() -> AsyncIterator[None]:
    """Within, the anchors stay those of the start: whoever writes into the folder of a running server must not decide whom it believes."""
    global _served
    before, _served = _served, await recorded()
    try:
        yield
    finally:
        _served = before


def revocation() -> eds.RevocationSource:
    """Where revocation is looked up; without a source every certificate's state is unknown, and unknown is refused."""
    if settings().demonstration:
        own: eds.RevocationSource = getattr(authority(), "revocation_source", authority().crl_source)
        return own
    return _sources(settings().ocsp, settings().revocation, settings().trust, settings().legacy_gost)


@lru_cache(maxsize=4)
def _sources(ocsp: tuple[str, ...], brought: Path, placed: str, legacy: bool) -> eds.RevocationSource:
    """The responders, then the lists brought, then those that the operator put beside the certificates. Made once: each remembers."""
    lists = [eds.CrlFolder(one, legacy) for one in (brought, *([Path(placed)] if placed else []))]
    return FirstKnown(*(Responder(url, legacy) for url in ocsp), *lists)


def verify(cms: bytes, at: datetime, detached: bytes | None = None) -> eds.Signer:
    """The signer of a message, by our own verification or by the operator's NCANode; `eds.Bad` for anything else. Call it in a thread."""
    if settings().ncanode and not settings().demonstration:
        return ncanode.verify(cms, urls=settings().ncanode, anchors=anchors(), at=at, detached=detached)
    return eds.verify(cms, anchors=anchors(), at=at, revocation=revocation(), detached=detached)


_fetching: "Future[int] | None" = None


async def fetch_lists() -> int:
    """Bring the revocation lists that are due: begun here and finished in a thread, for a long list would hold up every other job.

    How many the last round brought; what went wrong in it is raised here, and so logged.
    """
    global _fetching
    if settings().demonstration or not (settings().crl or settings().trust) or (_fetching and not _fetching.done()):
        return 0
    before, _fetching = _fetching, Future()
    Thread(target=_fetch, args=(_fetching,), daemon=True, name="emhana-lists").start()
    return before.result() if before else 0


def _fetch(result: "Future[int]") -> None:
    try:
        if settings().trust:
            revocation_lists.keep_placed(Path(settings().trust), settings().revocation)
        authorities, legacy = anchors().certificates, settings().legacy_gost
        told = revocation_lists.fetch(settings().crl, settings().revocation, authorities, clock.now(), legacy=legacy)
        result.set_result(sum(not fault for fault in told.values()))
    except Exception as fault:
        result.set_exception(fault)


def check() -> None:
    """Refuse to start a demonstration beside a production trust store, and production upon anchors that must not be trusted."""
    if settings().demonstration and settings().trust:
        raise Misconfigured("EMHANA_DEMONSTRATION=1 beside EMHANA_TRUST: a demonstration never runs beside a production trust store")
    if settings().trust:
        trust_store.refuse(trust_store.held(trust_store.folder()), clock.now())
