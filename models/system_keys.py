"""System keys: each clinic's and body's own key, with which the program seals what no head signs (product, section 8).

In production they are files of the operator's, `<BIN>.pem` in EMHANA_SYSTEM_KEYS: the private key and the certificate of an
information system, readable by nobody else. In the demonstration they are made.
"""

import stat
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from models import clock, trust
from models.eds import Bad, write
from models.eds import certificate as certificates
from models.settings import Misconfigured, settings

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def at_hand(bin: str) -> bool:
    """Whether an organisation's key is here."""
    return settings().demonstration or _file(bin).is_file()


def held() -> list[str] | None:
    """The BINs whose keys are here; None where there is one for everybody, as in the demonstration."""
    if settings().demonstration:
        return None
    folder = settings().system_keys
    return sorted(one.stem for one in Path(folder).glob("*.pem")) if folder else []


def sign(
    bin: str, organisation: Mapping[str, str], content: bytes, *, detached: bool = False, signing_time: datetime | None = None
) -> bytes:
    """An organisation's CMS over bytes, by its system key. Work for a thread. `Misconfigured` where there is no key.

    `signing_time` is left out of seals of PDF, where the file itself says it.
    """
    if settings().demonstration:
        return trust.authority().sign_as_system(bin, content, organisation=organisation["kk"], detached=detached, signing_time=signing_time)
    key, certificate = _read(_file(bin), _file(bin).stat().st_mtime_ns)
    return write.signed(content, certificate, key, signing_time, detached=detached)


def _file(bin: str) -> Path:
    if not settings().system_keys or len(bin) != 12 or not bin.isdecimal():
        return Path("/nowhere")
    return Path(settings().system_keys) / f"{bin}.pem"


@lru_cache(maxsize=1024)
def _read(path: Path, changed: int) -> tuple[Key, x509.Certificate]:
    """The key and the certificate of a file; one that others may read, of somebody else, or run out, is a fault of the operator's."""
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Misconfigured(f"{path.name} in EMHANA_SYSTEM_KEYS can be read by others: chmod 600")
    blob = path.read_bytes()
    try:
        key, certificate = load_pem_private_key(blob, None), x509.load_pem_x509_certificate(blob)
    except (ValueError, TypeError, UnsupportedAlgorithm) as fault:
        raise Misconfigured(f"{path.name} in EMHANA_SYSTEM_KEYS: no private key without a password with its certificate, in PEM") from fault
    if not isinstance(key, Key) or key.public_key() != certificate.public_key():
        raise Misconfigured(f"{path.name} in EMHANA_SYSTEM_KEYS: the key is not that of the certificate, or of another kind than RSA or EC")
    if not _of_system(certificate, path.stem):
        raise Misconfigured(f"{path.name} in EMHANA_SYSTEM_KEYS: the certificate is not that of an information system with this BIN")
    if not certificate.not_valid_before_utc <= clock.now() <= certificate.not_valid_after_utc:
        raise Misconfigured(f"{path.name} in EMHANA_SYSTEM_KEYS: the certificate is not valid now")
    return key, certificate


def _of_system(certificate: x509.Certificate, bin: str) -> bool:
    """Whether it is what seals: the certificate of an organisation's information system, and no person's."""
    try:
        owner = certificates.read(certificate)
    except Bad:
        return False
    return not owner.iin and owner.bin == bin and certificates.SYSTEM in owner.roles
