"""Whose signatures this process trusts: the operator's anchors, or the demonstration's own authority, never both."""

from functools import lru_cache
from pathlib import Path

from models import eds
from models.demonstration_keys import Authority, production_anchor_conflict
from models.settings import Misconfigured, settings


@lru_cache
def authority() -> Authority:
    """The demonstration authority; only a demonstration has one."""
    if not settings().demonstration:
        raise Misconfigured("the demonstration authority exists only with EMHANA_DEMONSTRATION=1")
    return Authority.open(settings().demonstration_keys)


def anchors() -> eds.Anchors:
    """The anchors that signatures are checked against."""
    return authority().anchors if settings().demonstration else _production(settings().trust)


def revocation() -> eds.RevocationSource:
    """Where revocation is looked up; without a source every certificate's state is unknown, and unknown is refused."""
    return authority().crl_source if settings().demonstration else _lists(settings().trust)


def _production(folder: str) -> eds.Anchors:
    return eds.Anchors.of_folder(Path(folder)) if folder else eds.Anchors([])


def _lists(folder: str) -> eds.RevocationSource:
    return eds.CrlFolder(Path(folder)) if folder else eds.NothingKnown()


def check() -> None:
    """Refuse to start a demonstration beside a production trust store, and production upon demonstration anchors."""
    if settings().demonstration and settings().trust:
        raise Misconfigured("EMHANA_DEMONSTRATION=1 beside EMHANA_TRUST: a demonstration never runs beside a production trust store")
    if settings().trust and production_anchor_conflict(Path(settings().trust)):
        raise Misconfigured("EMHANA_TRUST holds a demonstration authority: remove it")
