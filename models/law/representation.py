"""Who may act for another: legal representatives of children and wards, and holders of a power of attorney."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.law import Basis, Impediment
from models.law.person import ADULT_AGE


class Right(StrEnum):
    """By what right somebody acts (glossary: legal representative; representative by power of attorney)."""

    SELF = "SELF"
    PARENT = "PARENT"
    GUARDIAN = "GUARDIAN"
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY"


DOCUMENTS = Basis("portal-3176", "documents:4")
RULES = {
    "RECORDS_OWN_RIGHT": (Basis("proposal"), ("representative",)),
    "REPRESENTS_SELF": (DOCUMENTS, ("represented",)),
    "REPRESENTATIVE_MINOR": (DOCUMENTS, ("representative",)),
    "PARENT_OF_ADULT": (DOCUMENTS, ("right",)),
    "POWER_WITHOUT_END": (DOCUMENTS, ("until",)),
    "POWER_WITHOUT_SERVICES": (DOCUMENTS, ("services",)),
    "BASIS_MISSING": (DOCUMENTS, ("basis",)),
}


def impediment(code: str) -> Impediment:
    """The rule of a code, with its basis and field."""
    basis, field = RULES[code]
    return Impediment(code, basis, field)


@dataclass(frozen=True)
class Facts:
    """What decides whether a right to act for another may be entered; ages are full years on the day of entering."""

    right: Right
    same_person: bool
    representative_age: int
    represented_age: int
    basis: str
    since: date
    until: date | None = None
    services: int = 0
    own: bool = False


def impediments(facts: Facts) -> list[Impediment]:
    """Nobody enters a right of his or her own; a parent's right is over a minor, a power of attorney names services and an end,
    and nobody represents himself."""
    adult, attorney = ADULT_AGE.on(facts.since), facts.right is Right.POWER_OF_ATTORNEY
    broken = {
        "RECORDS_OWN_RIGHT": facts.own,
        "REPRESENTS_SELF": facts.same_person or facts.right is Right.SELF,
        "REPRESENTATIVE_MINOR": facts.representative_age < adult,
        "PARENT_OF_ADULT": facts.right is Right.PARENT and facts.represented_age >= adult,
        "POWER_WITHOUT_END": attorney and (facts.until is None or facts.until < facts.since),
        "POWER_WITHOUT_SERVICES": attorney and not facts.services,
        "BASIS_MISSING": not facts.basis.strip(),
    }
    return [impediment(code) for code, wrong in broken.items() if wrong]
