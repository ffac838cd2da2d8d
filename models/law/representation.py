"""Who may act for another: legal representatives of children and wards, and holders of a power of attorney."""

from enum import StrEnum

from models.law import Basis, Impediment


class Right(StrEnum):
    """By what right somebody acts (glossary: legal representative; representative by power of attorney)."""

    SELF = "SELF"
    PARENT = "PARENT"
    GUARDIAN = "GUARDIAN"
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY"


DOCUMENTS = Basis("portal-3176", "documents:4")
RULES = {
    "REPRESENTS_SELF": (DOCUMENTS, ("represented",)),
    "REPRESENTATIVE_MINOR": (DOCUMENTS, ("representative",)),
    "PARENT_OF_ADULT": (DOCUMENTS, ("right",)),
    "POWER_WITHOUT_END": (DOCUMENTS, ("until",)),
    "BASIS_MISSING": (DOCUMENTS, ("basis",)),
}


def impediment(code: str) -> Impediment:
    """The rule of a code, with its basis and field."""
    basis, field = RULES[code]
    return Impediment(code, basis, field)
