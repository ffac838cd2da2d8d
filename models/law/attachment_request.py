"""Attachment: the facts of a request, everything that its rules look at, read beforehand."""

from dataclasses import dataclass
from datetime import date, datetime

from models.law import Channel, person
from models.law.attachment_ground import DocumentKind, Ground
from models.law.specialty import Specialty
from models.law.term import ZONE


@dataclass(frozen=True)
class Doctor:
    """The doctor asked for: `key` tells doctors apart, `alternatives` names others of the clinic who have room."""

    key: object
    specialty: Specialty
    load: int
    of_clinic: bool = True
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Everything that decides a request for attachment, read beforehand.

    `on` is the moment of filing, also when the request is decided later. `unit` is the first two digits of the territory
    code of the person's address, `clinic_unit` of the clinic's. Clinics and doctors are opaque keys, only compared.
    `documents` are the kinds that are present; `in_zone` is None when it is not known; `free_changes` of the same year.
    """

    on: datetime
    channel: Channel
    ground: Ground
    clinic: object
    unit: str
    clinic_unit: str
    birth_date: date | None = None
    deceased: bool = False
    border_territory: bool = False
    clinic_serving: bool = True
    clinic_contract: bool = True
    current_clinic: object | None = None
    current_doctor: object | None = None
    doctor: Doctor | None = None
    in_zone: bool | None = None
    outside_zone_acknowledged: bool = False
    free_changes: int = 0
    open_application: bool = False
    documents: frozenset[DocumentKind] = frozenset()
    consent: bool = False
    applicant_is_patient: bool = True
    may_represent: bool = False
    by_attorney: bool = False
    current_serving: bool = True
    same_address: bool = False
    other_desk: bool = False
    own_desk_self: bool = False

    @property
    def day(self) -> date:
        return self.on.astimezone(ZONE).date()

    @property
    def age(self) -> int | None:
        return None if self.birth_date is None else person.full_years(self.birth_date, self.day)

    @property
    def changes_clinic(self) -> bool:
        return self.current_clinic is not None and self.current_clinic != self.clinic
