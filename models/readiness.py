"""What an operator has not set up yet: told when production starts, since nothing else would say it before the first person fails."""

from collections.abc import Iterator
from pathlib import Path

from models import trust
from models.eds import gost
from models.settings import settings


def missing() -> list[str]:
    """Each thing that will not work, and the variable it hangs on; a demonstration lacks nothing."""
    return [] if settings().demonstration else [*_signatures(), *_documents(), *_mobile()]


def _signatures() -> Iterator[str]:
    anchors = trust.anchors().certificates
    if not anchors:
        yield "nobody can sign in or sign: EMHANA_TRUST holds no certificates (emhana trust add FILE)"
        return
    lists = list(Path(settings().trust).glob("*.crl"))
    if not (settings().ocsp or settings().crl or settings().ncanode or lists):
        yield "every signature is refused: neither EMHANA_OCSP nor EMHANA_CRL is set, so nothing is known of revocation"
    if any(one.public_key_algorithm_oid.dotted_string in gost.BY_KEY for one in anchors) and not gost.available():
        yield gost.MISSING


def _documents() -> Iterator[str]:
    folder = Path(settings().system_keys) if settings().system_keys else None
    if folder is None or not folder.is_dir() or not list(folder.glob("*.pem")):
        yield "documents that no head signs stay unsealed: EMHANA_SYSTEM_KEYS holds no <BIN>.pem"


def _mobile() -> Iterator[str]:
    if settings().egov_mobile and not (settings().organisation_bin and settings().secure):
        yield "eGov Mobile will not open: it needs EMHANA_ORGANISATION_BIN and a site of https://, registered with its operator"
