"""Appointment: to whom one may go directly, for which reason, and to whom with a referral only (Rules 37; domain 2.3 as data).

A repeat visit within one case and the observation of a chronic disease need no referral to any specialist. The items are those of
the list as it was printed in the press ("direct:3"), not paragraphs of the order. Item 3 has no condition, so a complaint of the skin
is reason enough and nothing need be proved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.law import Basis
from models.law.specialty import Specialty


def _item(number: int) -> Basis:
    """An item of the list of visits without a referral."""
    return Basis("rules-37", f"direct:{number}")


class Access(StrEnum):
    """How one comes to a doctor of a specialty."""

    DIRECT = "DIRECT"
    DIRECT_IF = "DIRECT_IF"
    REFERRAL = "REFERRAL"


class AccessReason(StrEnum):
    """Why no referral is needed (Rules 37, the list)."""

    INJURY = "INJURY"
    SKIN = "SKIN"
    SUSPECTED_TUMOUR = "SUSPECTED_TUMOUR"
    REPEAT_IN_CASE = "REPEAT_IN_CASE"
    DISPENSARY_OBSERVATION = "DISPENSARY_OBSERVATION"


@dataclass(frozen=True)
class Listed:
    """A reason of the list: its paragraph, and whether a document must stand behind it."""

    basis: Basis
    evidence: bool = False


REASONS: Mapping[AccessReason, Listed] = {
    AccessReason.INJURY: Listed(_item(1)),
    AccessReason.SKIN: Listed(_item(3)),
    AccessReason.SUSPECTED_TUMOUR: Listed(_item(5), evidence=True),
    AccessReason.REPEAT_IN_CASE: Listed(_item(6)),
    AccessReason.DISPENSARY_OBSERVATION: Listed(_item(7), evidence=True),
}
ALWAYS = (AccessReason.REPEAT_IN_CASE, AccessReason.DISPENSARY_OBSERVATION)


@dataclass(frozen=True)
class Way:
    """How one comes to a specialty: directly, for some reasons, or with a referral; `confirmed` as everywhere."""

    access: Access
    basis: Basis
    reasons: tuple[AccessReason, ...] = ()
    confirmed: bool = True

    @property
    def without_referral(self) -> tuple[AccessReason, ...]:
        """Every reason that spares the referral; a specialty open to all needs none."""
        return () if self.access is Access.DIRECT else (*self.reasons, *ALWAYS)


def _direct(basis: Basis) -> Way:
    return Way(Access.DIRECT, basis)


def _if(reason: AccessReason) -> Way:
    return Way(Access.DIRECT_IF, REASONS[reason].basis, (reason,))


_REFERRAL = Way(Access.REFERRAL, Basis("rules-37"))
_PRIMARY = _direct(Basis("order-272-appointment", "3"))
_ROOM = Way(Access.DIRECT, Basis("proposal"), confirmed=False)

WAYS: Mapping[Specialty, Way] = {
    Specialty.GP: _PRIMARY,
    Specialty.THERAPIST: _PRIMARY,
    Specialty.PAEDIATRICIAN: _PRIMARY,
    Specialty.DENTIST: _direct(_item(2)),
    Specialty.OBSTETRICIAN: _direct(_item(4)),
    Specialty.PSYCHOLOGIST: _direct(_item(4)),
    Specialty.SOCIAL_WORKER: _ROOM,
    Specialty.PRE_DOCTOR_ROOM: _ROOM,
    Specialty.VACCINATION: _ROOM,
    Specialty.TRAUMATOLOGIST: _if(AccessReason.INJURY),
    Specialty.ENT: _if(AccessReason.INJURY),
    Specialty.OPHTHALMOLOGIST: _if(AccessReason.INJURY),
    Specialty.DERMATOLOGIST: _if(AccessReason.SKIN),
    Specialty.ONCOLOGIST: _if(AccessReason.SUSPECTED_TUMOUR),
    Specialty.HAEMATOLOGIST: _if(AccessReason.SUSPECTED_TUMOUR),
    Specialty.CARDIOLOGIST: _REFERRAL,
    Specialty.ENDOCRINOLOGIST: _REFERRAL,
    Specialty.NEUROLOGIST: _REFERRAL,
    Specialty.SURGEON: _REFERRAL,
    Specialty.UROLOGIST: _REFERRAL,
}


@dataclass(frozen=True)
class Referral:
    """A referral as it is written: its number, who issued it, when, and the last day on which it holds."""

    number: str
    issuer: str
    issued_on: date
    valid_until: date

    def holds_on(self, day: date) -> bool:
        return self.issued_on <= day <= self.valid_until
