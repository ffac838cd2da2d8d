"""Attachment: grounds and their documents, doctors and their norms, the yearly limit, the campaign (S1; Rules 194)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.law import Basis, Channel, Provision, Service
from models.law.specialty import Specialty


class Ground(StrEnum):
    """Why a person asks to be attached (S1: first paragraph and list of documents; Rules 194)."""

    FIRST = "FIRST"
    RESIDENCE_CHANGE = "RESIDENCE_CHANGE"
    FREE_CHOICE = "FREE_CHOICE"
    CAMPAIGN = "CAMPAIGN"
    CLINIC_CLOSED = "CLINIC_CLOSED"
    CHILD = "CHILD"
    PENSIONER = "PENSIONER"
    DISABILITY = "DISABILITY"
    GUARDIANSHIP = "GUARDIANSHIP"
    CONVICT = "CONVICT"
    CONSCRIPT = "CONSCRIPT"
    MADRASA_STUDENT = "MADRASA_STUDENT"
    OUT_OF_TOWN_STUDENT = "OUT_OF_TOWN_STUDENT"
    BORN_ABROAD = "BORN_ABROAD"
    WARD = "WARD"
    INSURANCE = "INSURANCE"


class DocumentKind(StrEnum):
    """The kinds of documents of S1's list; ENCLOSURE is whatever is enclosed with an appeal."""

    IDENTITY = "IDENTITY"
    PENSION_CERTIFICATE = "PENSION_CERTIFICATE"
    DISABILITY_CERTIFICATE = "DISABILITY_CERTIFICATE"
    GUARDIANSHIP_DECISION = "GUARDIANSHIP_DECISION"
    COMMISSION_MINUTES = "COMMISSION_MINUTES"
    ENLISTMENT_EXTRACT = "ENLISTMENT_EXTRACT"
    REPRESENTATIVES_REQUEST = "REPRESENTATIVES_REQUEST"
    RECTOR_REQUEST = "RECTOR_REQUEST"
    UNIVERSITY_MINUTES = "UNIVERSITY_MINUTES"
    FOREIGN_BIRTH_DOCUMENT = "FOREIGN_BIRTH_DOCUMENT"
    AUTHORITY_DECISION = "AUTHORITY_DECISION"
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY"
    INSURANCE_CONTRACT = "INSURANCE_CONTRACT"
    OTHER = "OTHER"
    ENCLOSURE = "ENCLOSURE"


def _listed(number: int) -> Basis:
    return Basis("portal-3176", f"documents:{number}")


DOCUMENT_BASIS: Mapping[DocumentKind, Basis] = {
    DocumentKind.IDENTITY: _listed(1),
    DocumentKind.PENSION_CERTIFICATE: _listed(2),
    DocumentKind.DISABILITY_CERTIFICATE: _listed(3),
    DocumentKind.GUARDIANSHIP_DECISION: _listed(4),
    DocumentKind.COMMISSION_MINUTES: _listed(5),
    DocumentKind.ENLISTMENT_EXTRACT: _listed(6),
    DocumentKind.REPRESENTATIVES_REQUEST: _listed(7),
    DocumentKind.RECTOR_REQUEST: _listed(8),
    DocumentKind.UNIVERSITY_MINUTES: _listed(8),
    DocumentKind.FOREIGN_BIRTH_DOCUMENT: _listed(9),
    DocumentKind.AUTHORITY_DECISION: _listed(10),
    DocumentKind.POWER_OF_ATTORNEY: _listed(11),
    DocumentKind.INSURANCE_CONTRACT: _listed(11),
    DocumentKind.OTHER: Basis("proposal"),
    DocumentKind.ENCLOSURE: Basis("appc", "63"),
}

DOCUMENTS: Mapping[Ground, tuple[DocumentKind, ...]] = {
    Ground.PENSIONER: (DocumentKind.PENSION_CERTIFICATE,),
    Ground.DISABILITY: (DocumentKind.DISABILITY_CERTIFICATE,),
    Ground.GUARDIANSHIP: (DocumentKind.GUARDIANSHIP_DECISION,),
    Ground.CONVICT: (DocumentKind.COMMISSION_MINUTES,),
    Ground.CONSCRIPT: (DocumentKind.ENLISTMENT_EXTRACT,),
    Ground.MADRASA_STUDENT: (DocumentKind.REPRESENTATIVES_REQUEST,),
    Ground.OUT_OF_TOWN_STUDENT: (DocumentKind.RECTOR_REQUEST, DocumentKind.UNIVERSITY_MINUTES),
    Ground.BORN_ABROAD: (DocumentKind.FOREIGN_BIRTH_DOCUMENT,),
    Ground.WARD: (DocumentKind.AUTHORITY_DECISION,),
    Ground.INSURANCE: (DocumentKind.INSURANCE_CONTRACT,),
}

_SEEN = (Channel.DESK, Channel.PHONE)
# Grounds of children only: S1's list says so, or the ground does. A student of age attaches like anybody else.
CHILD_GROUNDS = frozenset({Ground.CHILD, Ground.MADRASA_STUDENT, Ground.BORN_ABROAD})
# Grounds of a person who leaves one clinic for another: without an attachment the ground is FIRST.
CHANGE_GROUNDS = frozenset({Ground.RESIDENCE_CHANGE, Ground.FREE_CHOICE, Ground.CAMPAIGN, Ground.CLINIC_CLOSED})


def documents_needed(ground: Ground, channel: Channel, by_attorney: bool = False) -> tuple[DocumentKind, ...]:
    """The documents of a ground (S1, list); on the portal identity comes from state registers (S4, paragraph 9)."""
    identity = (DocumentKind.IDENTITY,) if channel in _SEEN else ()
    attorney = (DocumentKind.POWER_OF_ATTORNEY,) if by_attorney else ()
    return identity + DOCUMENTS.get(ground, ()) + attorney


@dataclass(frozen=True)
class Ages:
    """Full years that a doctor serves, both included; no last year means no upper bound."""

    first: int
    last: int | None = None

    def include(self, age: int) -> bool:
        return self.first <= age and (self.last is None or age <= self.last)


def _norm(kind: Specialty, number: int, confirmed: bool = True) -> Provision[int]:
    key = f"attachment.norm.{kind}"
    editions = {date(2022, 9, 1): number}
    return Provision(key, Basis("norms-2022"), editions, "person", Service.ATTACHMENT, confirmed)


def _ages(kind: Specialty, ages: Ages) -> Provision[Ages]:
    key = f"attachment.ages.{kind}"
    return Provision(key, Basis("standard-49"), {date(2023, 3, 30): ages}, "ages", Service.ATTACHMENT, False)


NORM: Mapping[Specialty, Provision[int]] = {
    Specialty.GP: _norm(Specialty.GP, 1700),
    Specialty.THERAPIST: _norm(Specialty.THERAPIST, 2200),
    Specialty.PAEDIATRICIAN: _norm(Specialty.PAEDIATRICIAN, 900, confirmed=False),
}
# Printed beside the 900 without saying of which age; shown, never applied (domain: contradictions 7 and 8).
NORM_YOUNG_CHILDREN = Provision(
    "attachment.norm.young_children",
    Basis("norms-2022"),
    {date(2022, 9, 1): 600},
    "person",
    Service.ATTACHMENT,
    False,
)
AGES: Mapping[Specialty, Provision[Ages]] = {
    Specialty.GP: _ages(Specialty.GP, Ages(0)),
    Specialty.THERAPIST: _ages(Specialty.THERAPIST, Ages(18)),
    Specialty.PAEDIATRICIAN: _ages(Specialty.PAEDIATRICIAN, Ages(0, 17)),
}

CHILD_BY_RESIDENCE = Provision(
    "attachment.child_by_residence", Basis("rules-194"), {date(2025, 5, 12): 5}, "year_of_age", Service.ATTACHMENT
)
FREE_CHANGES_PER_YEAR = Provision(
    "attachment.free_changes_per_year",
    Basis("portal-3176"),
    {date(2020, 11, 13): 1, date(2025, 9, 1): 2},
    "time",
    Service.ATTACHMENT,
)


class Effect(StrEnum):
    """When an attachment approved in the campaign takes force."""

    NEW_YEAR = "NEW_YEAR"


@dataclass(frozen=True)
class Campaign:
    """The yearly window of the campaign, both days (month, day) included, and when its attachments take force."""

    start: tuple[int, int]
    end: tuple[int, int]
    effect: Effect = Effect.NEW_YEAR

    def window(self, year: int) -> tuple[date, date]:
        return date(year, *self.start), date(year, *self.end)


# An edition whose value is None switches the campaign off from its day on (the Ministry announced it: domain 11, row 4).
CAMPAIGN: Provision[Campaign | None] = Provision(
    "attachment.campaign",
    Basis("portal-3176"),
    {date(2020, 11, 13): Campaign((9, 15), (11, 15)), date(2025, 9, 1): Campaign((9, 1), (11, 1))},
    "campaign",
    Service.ATTACHMENT,
)


def campaign_open(day: date, provision: Provision[Campaign | None] = CAMPAIGN) -> bool:
    """Whether the campaign runs on a day (S1: 1 September to 1 November)."""
    campaign = provision.on(day)
    if campaign is None:
        return False
    first, last = campaign.window(day.year)
    return first <= day <= last


def next_campaign(day: date, provision: Provision[Campaign | None] = CAMPAIGN) -> date | None:
    """The first day of the next campaign after a day, or nothing when it will be switched off by then."""
    for year in (day.year, day.year + 1):
        campaign = provision.on(date(year, 12, 31))
        first = campaign.window(year)[0] if campaign else None
        if first and first > day and provision.on(first) == campaign:
            return first
    return None
