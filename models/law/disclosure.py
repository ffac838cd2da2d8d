"""What of a person and of a case is shown to whom, among those who see the case or the person at all: what each role's work needs.

The Law on personal data asks for consent and purpose, not for this list: it is ours, and marked as a proposal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.law import Basis, Role

_PROPOSAL = Basis("proposal")


class Fact(StrEnum):
    """A part of what is known that not everybody needs."""

    CONTACTS = "CONTACTS"
    CALL_REASON = "CALL_REASON"
    FINDINGS = "FINDINGS"


@dataclass(frozen=True)
class Disclosure:
    """To which roles a fact is shown."""

    to: frozenset[Role]
    basis: Basis = _PROPOSAL
    confirmed: bool = False


DISCLOSED: Mapping[Fact, Disclosure] = {
    # IIN, residence, phone, e-mail: whoever keeps timetables and posts reaches nobody.
    Fact.CONTACTS: Disclosure(frozenset(Role) - {Role.ADMINISTRATOR}),
    # What happened, danger signs, indications: an appeal is about the course of the service, not about this.
    Fact.CALL_REASON: Disclosure(frozenset({Role.CITIZEN, Role.PARTNER, Role.REGISTRAR, Role.DOCTOR, Role.HEAD})),
    # The diagnosis and the help given.
    Fact.FINDINGS: Disclosure(frozenset({Role.CITIZEN, Role.DOCTOR, Role.HEAD})),
}


def disclosed(fact: Fact, role: Role | None) -> bool:
    """Whether a fact is shown to a role; to nobody who has not signed in."""
    return role in DISCLOSED[fact].to
