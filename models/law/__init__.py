"""The law in Python: pure tables and functions, each citing its paragraph.

Nothing here reads a database, a network or a clock: facts and moments come in, a verdict comes out. Every number that the law
sets is a dated `Provision`; a new edition is added beside the old one and never replaces it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")
State = TypeVar("State", bound=StrEnum)


class Role(StrEnum):
    """In what capacity somebody acts (product, section 1)."""

    CITIZEN = "CITIZEN"
    REGISTRAR = "REGISTRAR"
    DOCTOR = "DOCTOR"
    HEAD = "HEAD"
    APPEALS_OFFICER = "APPEALS_OFFICER"
    ADMINISTRATOR = "ADMINISTRATOR"
    CONTACT_CENTRE = "CONTACT_CENTRE"
    AUTHORITY = "AUTHORITY"
    PARTNER = "PARTNER"
    SYSTEM = "SYSTEM"


CLINIC_ROLES = frozenset({Role.REGISTRAR, Role.DOCTOR, Role.HEAD, Role.APPEALS_OFFICER, Role.ADMINISTRATOR})
STAFF_ROLES = CLINIC_ROLES | {Role.CONTACT_CENTRE, Role.AUTHORITY}


class Service(StrEnum):
    """The four public services of primary health care."""

    ATTACHMENT = "ATTACHMENT"
    APPOINTMENT = "APPOINTMENT"
    HOME_VISIT = "HOME_VISIT"
    APPEAL = "APPEAL"


class Channel(StrEnum):
    """The way by which a request came; every channel gives the same record, number, rights and clock."""

    PORTAL = "PORTAL"
    DESK = "DESK"
    PHONE = "PHONE"
    PARTNER = "PARTNER"
    REGISTER = "REGISTER"
    AMBULANCE = "AMBULANCE"
    CLINIC = "CLINIC"


class Mark(StrEnum):
    """The marks of the standards that a person sees on a case (S2, S3, S4: delivered, registered, executed, answer)."""

    DELIVERED = "DELIVERED"
    REGISTERED = "REGISTERED"
    IN_WORK = "IN_WORK"
    DONE = "DONE"
    REFUSED = "REFUSED"


class Language(StrEnum):
    """The three languages; Kazakh first."""

    KK = "kk"
    RU = "ru"
    EN = "en"


@dataclass(frozen=True)
class Basis:
    """A paragraph of a known source; `str()` is short, for machines and journals: "rules-194:25"."""

    source: str
    paragraph: str = ""

    def __str__(self) -> str:
        return f"{self.source}:{self.paragraph}" if self.paragraph else self.source


@dataclass(frozen=True)
class Provision(Generic[Value]):
    """A value set by law, by day of entry into force. `confirmed` is false where only a reading or a proposal stands behind it."""

    key: str
    basis: Basis
    editions: Mapping[date, Value]
    unit: str = ""
    service: Service | None = None
    confirmed: bool = True

    def on(self, day: date) -> Value:
        """The value in force on a day; a day before the first edition has none and is a fault of the caller."""
        begun = [since for since in self.editions if since <= day]
        if not begun:
            raise LookupError(f"{self.key} has no edition in force on {day}")
        return self.editions[max(begun)]

    def since(self, day: date) -> date:
        """The day on which the edition in force on `day` began."""
        return max(since for since in self.editions if since <= day)


@dataclass(frozen=True)
class Move(Generic[State]):
    """One act of a procedure: from which states, to which (None: the state stays), by whom, on what basis."""

    before: frozenset[State]
    after: State | None
    by: frozenset[Role]
    basis: Basis
    confirmed: bool = True


@dataclass(frozen=True)
class Impediment:
    """A rule that forbids an act now, what would make it possible, and from when."""

    code: str
    basis: Basis
    field: tuple[str, ...] = ()
    values: Mapping[str, object] = made(default_factory=dict)
    allowed_from: datetime | None = None


class Refused(Exception):
    """The law forbids this act: with every impediment found. Anything else that fails is a bug and looks like one."""

    def __init__(self, *impediments: Impediment) -> None:
        super().__init__(", ".join(one.code for one in impediments))
        self.impediments = impediments


def forbid(found: Iterable[Impediment]) -> None:
    """Nothing goes on when anything was found: `Refused` with all of it."""
    if impediments := list(found):
        raise Refused(*impediments)


def perform(moves: Mapping[str, Move[State]], act: str, state: State, role: Role) -> State:
    """The state after an act, or `Refused`: NOT_OPEN when the state does not allow it, NOT_YOURS when the role does not."""
    move = moves[act]
    if role not in move.by:
        raise Refused(Impediment("NOT_YOURS", move.basis))
    if state not in move.before:
        raise Refused(Impediment("NOT_OPEN", move.basis))
    return move.after or state


def open_acts(moves: Mapping[str, Move[State]], state: State, role: Role) -> list[str]:
    """The acts open to a role in a state, in the order of the table."""
    return [act for act, move in moves.items() if state in move.before and role in move.by]
