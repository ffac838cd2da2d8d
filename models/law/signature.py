"""What a signature allows: the verdict on facts already read from it (Law on EDS; S1; S4, 6 and 9).

Reading and proving a signature is the work of `models.eds`. Here it is judged: may this signer sign in, ask, or decide?
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from models.law import Basis, Impediment, Provision


class Usage(StrEnum):
    """What a certificate is for: signing documents, or signing in."""

    SIGN = "SIGN"
    AUTH = "AUTH"


class Revocation(StrEnum):
    """What is known of a certificate's revocation."""

    GOOD = "GOOD"
    REVOKED = "REVOKED"
    UNKNOWN = "UNKNOWN"


# The roles a certificate of an organisation may carry, by the national object identifiers and by their names.
HEAD = frozenset({"1.2.398.3.3.4.1.2.1", "CEO"})
SYSTEM = frozenset({"1.2.398.3.3.4.1.2.6", "INFORMATION_SYSTEM"})
MAY_SIGN = frozenset({"1.2.398.3.3.4.1.2.2", "CAN_SIGN"})


class Signer(Protocol):
    """A proved signer, as `models.eds` hands it over: period, chain and digest already hold."""

    @property
    def iin(self) -> str: ...
    @property
    def bin(self) -> str | None: ...
    @property
    def roles(self) -> Collection[str]: ...
    @property
    def usage(self) -> Collection[str]: ...
    @property
    def revocation(self) -> str: ...


@dataclass(frozen=True)
class Facts:
    """What was read from a signature."""

    iin: str | None
    bin: str | None = None
    name: str = ""
    organisation: str = ""
    roles: frozenset[str] = frozenset()
    usage: frozenset[Usage] = frozenset()
    valid_at: bool = True
    chain_trusted: bool = True
    revocation: Revocation = Revocation.UNKNOWN
    content_matches: bool = True

    @classmethod
    def of(cls, signer: Signer) -> "Facts":
        """The facts of a proved signer; usages that the law does not know are left out."""
        usage = frozenset(Usage(str(one)) for one in signer.usage if str(one) in Usage.__members__)
        return cls(
            signer.iin or None,
            signer.bin,
            roles=frozenset(signer.roles),
            usage=usage,
            revocation=Revocation(str(signer.revocation)),
        )


LIFETIME = Provision("signature.lifetime", Basis("proposal"), {date(2026, 1, 1): 5}, unit="minute", confirmed=False)

_LAW = Basis("eds-law", "10")
_REQUEST = Basis("order-272", "9")
_NOTICE = Basis("order-272", "6")
BASES: Mapping[str, Basis] = {
    "SIGNATURE_REQUIRED": _REQUEST,
    "IDENTITY_NOT_SEEN": _REQUEST,
    "SIGNATURE_BROKEN": _LAW,
    "SIGNATURE_EXPIRED": _LAW,
    "SIGNATURE_UNTRUSTED": _LAW,
    "SIGNATURE_REVOKED": _LAW,
    "REVOCATION_UNKNOWN": _LAW,
    "SIGNATURE_USAGE": _LAW,
    "SIGNATURE_OTHER_CONTENT": _LAW,
    "SIGNATURE_NO_IIN": _REQUEST,
    "SIGNATURE_FOREIGN": _REQUEST,
    "SIGNATURE_NOT_HEAD": _NOTICE,
    "SIGNATURE_OTHER_CLINIC": _NOTICE,
    "SIGNATURE_NOT_SYSTEM": Basis("proposal"),
    "SIGNATURE_UNAVAILABLE": _LAW,
    "CHALLENGE_USED": LIFETIME.basis,
    "CHALLENGE_EXPIRED": LIFETIME.basis,
}
# The refusals of the reader of signatures, in the words of the law; whatever is not here is a broken signature.
FAULTS: Mapping[str, str] = {
    "UNAVAILABLE": "SIGNATURE_UNAVAILABLE",
    "EXPIRED": "SIGNATURE_EXPIRED",
    "UNTRUSTED": "SIGNATURE_UNTRUSTED",
    "REVOKED": "SIGNATURE_REVOKED",
    "REVOCATION_UNKNOWN": "REVOCATION_UNKNOWN",
    "USAGE": "SIGNATURE_USAGE",
    "SUBJECT": "SIGNATURE_NO_IIN",
    "CONTENT": "SIGNATURE_OTHER_CONTENT",
    "DIGEST": "SIGNATURE_OTHER_CONTENT",
}


def impediment(code: str) -> Impediment:
    """The impediment of a code, on the field `signature`; at the desk identity is seen instead (S4, paragraph 9)."""
    return Impediment(code, BASES[code], ("identity",) if code == "IDENTITY_NOT_SEEN" else ("signature",))


def of_fault(fault: str) -> Impediment:
    """The impediment for a signature that could not be proved, by the code of its reader."""
    return impediment(FAULTS.get(fault, "SIGNATURE_BROKEN"))


def login(facts: Facts) -> list[Impediment]:
    """Signing in: a certificate for signing or for signing in, of a person with an IIN."""
    return _sound(facts, frozenset(Usage)) + _person(facts)


def request(facts: Facts, applicant_iin: str) -> list[Impediment]:
    """A request: a certificate for signing, of the applicant (S1; S4, paragraph 9)."""
    foreign = [impediment("SIGNATURE_FOREIGN")] if facts.iin and facts.iin != applicant_iin else []
    return _sound(facts, frozenset({Usage.SIGN})) + _person(facts) + foreign


def decision(facts: Facts, clinic_bin: str, registered: bool = False, signer_iin: str | None = None) -> list[Impediment]:
    """A decision: the clinic's first head signs, or who may sign and is registered for it (S4, 6 and appendix).

    `signer_iin` is the IIN of the person who decides: nobody decides under another's signature.
    """
    found = _sound(facts, frozenset({Usage.SIGN})) + _person(facts)
    if signer_iin is not None and facts.iin and facts.iin != signer_iin:
        return [*found, impediment("SIGNATURE_FOREIGN")]  # what else somebody else's certificate says is nobody's business
    if not facts.roles & HEAD and not (registered and facts.roles & MAY_SIGN):
        found.append(impediment("SIGNATURE_NOT_HEAD"))
    if facts.bin != clinic_bin:
        found.append(impediment("SIGNATURE_OTHER_CLINIC"))
    return found


def system(facts: Facts, organisation: str) -> list[Impediment]:
    """A seal: the key of the information system of the organisation that issues the document, and of no person."""
    found = _sound(facts, frozenset({Usage.SIGN}))
    if not facts.roles & SYSTEM or facts.iin:
        found.append(impediment("SIGNATURE_NOT_SYSTEM"))
    if facts.bin != organisation:
        found.append(impediment("SIGNATURE_OTHER_CLINIC"))
    return found


def _sound(facts: Facts, usages: frozenset[Usage]) -> list[Impediment]:
    """What every signature must be: of this content, in its period, trusted, known not to be revoked, for this use."""
    faults = {
        "SIGNATURE_OTHER_CONTENT": not facts.content_matches,
        "SIGNATURE_EXPIRED": not facts.valid_at,
        "SIGNATURE_UNTRUSTED": not facts.chain_trusted,
        "SIGNATURE_REVOKED": facts.revocation is Revocation.REVOKED,
        "REVOCATION_UNKNOWN": facts.revocation is Revocation.UNKNOWN,
        "SIGNATURE_USAGE": not facts.usage & usages,
    }
    return [impediment(code) for code, wrong in faults.items() if wrong]


def _person(facts: Facts) -> list[Impediment]:
    """The signature must say who signed: an IIN."""
    return [] if facts.iin else [impediment("SIGNATURE_NO_IIN")]
