"""A production process with a certification authority of the tests' own, which its operator has pinned by an override."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from models import clock
from models.eds import SIGN, issue
from models.eds.issue import Holder, Issuer, System
from models.outside.revocation_lists import keep_placed
from models.settings import settings

SINCE, UNTIL = datetime(2025, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
NAME = issue.plain("OPERATORS OWN AUTHORITY")
HEAD = Holder("730404399077", "Басшы", "Үлгі", "", "Емхана", "260440990029", head=True)


@dataclass
class Production:
    """Its two folders, and the authority that issues for the information systems of clinics."""

    trust: Path
    keys: Path
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def __post_init__(self) -> None:
        self.keys.mkdir(parents=True)
        self.trust.mkdir(parents=True)
        root = issue.authority(NAME, self.key, self._by(), None)
        (self.trust / "root.cer").write_bytes(root.public_bytes(Encoding.DER))
        reason = {"reason": "test of sealing", "by": "somebody", "made_at": "2026-11-23T10:00:00+05:00"}
        (self.trust / f"{root.fingerprint(hashes.SHA256()).hex()}.override").write_text(json.dumps(reason), "utf-8")
        self.revoke()

    def _by(self, until: datetime = UNTIL) -> Issuer:
        return Issuer(NAME, self.key, SINCE, until)

    def revoke(self, *serials: int) -> None:
        """The list in force: these are revoked."""
        now = clock.now()
        listed = issue.crl([(one, now) for one in serials], Issuer(NAME, self.key, now - timedelta(hours=1), now + timedelta(days=7)), 1)
        (self.trust / "root.crl").write_bytes(listed.public_bytes(Encoding.DER))
        keep_placed(self.trust, settings().revocation)

    def give(self, bin: str, *, of: str = "", until: datetime = UNTIL, person: bool = False, mode: int = 0o600) -> x509.Certificate:
        """Put a key into the folder: that of a clinic's system, or of another's, of a person, over already, or open to everybody."""
        key = ec.generate_private_key(ec.SECP256R1())
        owner = System(of or bin, "Емхана", "Ақпараттық жүйе", "2.25.77")
        made = issue.person(HEAD, SIGN, key, self._by(until)) if person else issue.system(owner, key, self._by(until))
        path = self.keys / f"{bin}.pem"
        path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM))
        path.chmod(mode)
        return made


def begin(environment: pytest.MonkeyPatch, folder: Path) -> Production:
    """From here on this process is a production one."""
    made = Production(folder / "trust", folder / "system-keys")
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    environment.setenv("EMHANA_TRUST", str(made.trust))
    environment.setenv("EMHANA_SYSTEM_KEYS", str(made.keys))
    settings.cache_clear()
    return made
