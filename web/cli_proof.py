"""The commands that prove documents and signatures: of a file offline, of a case years later."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

from models import clock, evidence, notice_file
from models.settings import Misconfigured, settings
from models.sheet.read import LARGEST

Proofs = list[evidence.Proof] | None
Connected = Callable[[Callable[[], Awaitable[Proofs]]], Coroutine[Any, Any, Proofs]]


def notice(given: argparse.Namespace) -> int:
    """`emhana notice verify FILE.pdf`: 0 when the sheet is genuine, 1 when it is not proved so."""
    _with_keys()
    path: Path = given.file
    try:
        with path.open("rb") as file:
            blob = file.read(LARGEST + 1)
    except OSError as fault:
        raise LookupError(f"{path}: {fault.strerror}") from fault
    report = notice_file.verify(blob, clock.now(), given.language)
    sys.stdout.write("\n".join(notice_file.printed(report)) + "\n")
    return 0 if report.genuine else 1


def case(given: argparse.Namespace, connected: Connected) -> int:
    """`emhana evidence verify CASE`: 0 when every signature of the case holds by what was kept with it."""
    _with_keys()
    proofs = asyncio.run(connected(lambda: evidence.of_case(given.case)))
    if proofs is None:
        raise LookupError(f"{given.case}: no case has this number")
    sys.stdout.write("\n".join(evidence.printed(given.case, proofs)) + "\n")
    return 0 if all(one.holds for one in proofs) else 1


def _with_keys() -> None:
    """A demonstration in the wrong folder would be given a new authority, and call everything forged that another one has signed."""
    if settings().demonstration and not settings().demonstration_keys.is_dir():
        raise Misconfigured(f"there is no demonstration in EMHANA_DATA: {settings().data} has no {settings().demonstration_keys.name}")
