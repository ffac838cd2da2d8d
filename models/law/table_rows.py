"""The rows of the printable tables of the law: plain strings, and `confirmed` for the mark of an unconfirmed reading."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from models.law import Basis


@dataclass(frozen=True)
class ProvisionRow:
    """One number of the law: title, value in words, paragraph, title of the source, the day from which it is so."""

    key: str
    title: str
    value: str
    basis: str
    source: str
    since: str
    confirmed: bool
    in_force: bool
    note: str


@dataclass(frozen=True)
class SourceRow:
    """One source: title, number, days, whether it is in force, and how sure we are of it."""

    key: str
    title: str
    number: str
    adopted: str
    edition: str
    in_force: bool
    state: str
    mark: str
    certainty: str


@dataclass(frozen=True)
class MoveRow:
    """One act of a procedure."""

    act: str
    title: str
    before: str
    after: str
    by: str
    basis: str
    confirmed: bool


@dataclass(frozen=True)
class GroundRow:
    """One ground of a closed list, or a ground of attachment with its documents."""

    key: str
    code: str
    title: str
    basis: str
    confirmed: bool
    note: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class AccessRow:
    """How one comes to a doctor of a specialty, and the reasons that spare the referral."""

    key: str
    title: str
    access: str
    reasons: tuple[str, ...]
    basis: str
    confirmed: bool


@dataclass(frozen=True)
class DisclosureRow:
    """A fact of a person or case, and the roles to which it is shown."""

    key: str
    title: str
    shown_to: str
    basis: str
    confirmed: bool


@dataclass(frozen=True)
class ClockRow:
    """The clock of a kind of appeal at a body: the term, the days in which it is counted, what lengthens it and what its end does."""

    key: str
    title: str
    body: str
    value: str
    calendar: str
    course: str
    basis: str
    confirmed: bool
    in_force: bool
    note: str


@dataclass(frozen=True)
class ContradictionRow:
    """Two sources that disagree, and how this system settles it."""

    number: str
    topic: str
    first: str
    second: str
    settled: str


@dataclass(frozen=True)
class DayRow:
    """One day off of a year: what it is in each working week; empty where it is worked."""

    day: date
    date: str
    weekday: str
    name: str
    five_day: str
    six_day: str
    confirmed: bool
    note: str


@dataclass(frozen=True)
class MonthRow:
    """The working days of a month in each working week."""

    month: str
    five_day: int
    six_day: int


class Listed(Protocol):
    """An entry of a closed list: its short code, its paragraph, and whether that was read."""

    @property
    def code(self) -> str: ...
    @property
    def basis(self) -> Basis: ...
    @property
    def confirmed(self) -> bool: ...
