"""The `emhana trust` commands: whose signatures are believed, and whether everything for that is in order."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from models import clock, trust_check, trust_store
from models.settings import Misconfigured
from models.trust_store import Anchor

RESTART = "Running servers believe whom they believed at their start: restart them."


def adding(path: Path, reason: str) -> Callable[[], Awaitable[list[str]]]:
    """Putting the certificates of a file into the store, to be done with the database at hand when there is a reason to write down."""
    try:
        blob = path.read_bytes()
    except OSError as fault:
        raise Misconfigured(f"{path}: {fault.strerror}") from fault

    async def add() -> list[str]:
        put = [line for one in await trust_store.add(blob, path.name, reason) for line in _described(one)]
        return [*put, RESTART]

    return add


async def awaited(work: Callable[[], Awaitable[list[str]]]) -> list[str]:
    """Something done without the database."""
    return await work()


def listed() -> list[str]:
    """Every certificate of the store: subject, SHA-256, period, and by what right it stands there."""
    found = trust_store.held(trust_store.folder())
    return [line for one in found for line in _described(one)] or ["The trust store is empty."]


def _described(anchor: Anchor) -> list[str]:
    certificate, now = anchor.certificate, clock.now()
    since, until = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    soon = " (soon)" if now <= until < now + trust_store.SOON else ""
    refused = trust_store.fault(anchor, now)
    return [
        anchor.name,
        f"  SHA-256 {anchor.sha256}",
        f"  valid {since:%Y-%m-%d} to {until:%Y-%m-%d}{soon}",
        f"  {trust_store.standing(anchor)}",
        *(["  NOT ACCEPTED: " + refused.split("): ", 1)[-1]] if refused else []),
    ]


async def checked() -> tuple[list[str], int]:
    """The lines of `trust check` and its exit code: 1 when anything must be put right."""
    report = await trust_check.check()
    marked = [("ok", report.good), ("soon", report.warnings), ("FAULT", report.faults)]
    return [f"{mark:<6}{line}" for mark, lines in marked for line in lines], 1 if report.faults else 0
