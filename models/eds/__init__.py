"""National signatures: reading a CMS and proving who signed it.

Usable alone: no tables, no settings, no clock, no network; moments and bytes come in.

    signer = verify(received, anchors=Anchors.of_folder(folder), at=moment, revocation=CrlFolder(folder))
"""

from models.eds.bad import Bad, Code
from models.eds.certificate import AUTH, SIGN
from models.eds.revocation import CrlFolder, Finding, LocalCrl, NothingKnown, Revocation, RevocationSource
from models.eds.trust import NATIONAL, Anchors, is_national
from models.eds.verify import LARGEST, Signer, verify

__all__ = [
    "AUTH",
    "LARGEST",
    "NATIONAL",
    "SIGN",
    "Anchors",
    "Bad",
    "Code",
    "CrlFolder",
    "Finding",
    "LocalCrl",
    "NothingKnown",
    "Revocation",
    "RevocationSource",
    "Signer",
    "is_national",
    "verify",
]
