"""Notices: what each states, who signs it, and numbers with a check digit (S1; S4, paragraph 6 and the appendix).

The words of the forms stand in texts `law.notice.<kind>`; the notice of attachment has S4's own words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.law import Basis


class Kind(StrEnum):
    """The documents that a case gives."""

    ATTACHMENT = "ATTACHMENT"
    ATTACHMENT_REFUSAL = "ATTACHMENT_REFUSAL"
    DETACHMENT = "DETACHMENT"
    WITHDRAWAL = "WITHDRAWAL"
    RECEIPT = "RECEIPT"


class Signer(StrEnum):
    """Who signs: the head with the EDS where the law says so, otherwise the clinic's system key."""

    HEAD = "HEAD"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True)
class Form:
    """One kind of notice: the letters of its number, the facts it states in their order, its signer and basis.

    `complaint` is whether it must say where, how and until when to complain.
    """

    prefix: str
    states: tuple[str, ...]
    signer: Signer
    basis: Basis
    complaint: bool = False


_CASE = ("name", "iin", "clinic", "clinic_bin")
_REFUSAL_STATES = (*_CASE, "ground", "rule", "words", "decided_at")
FORMS: Mapping[Kind, Form] = {
    Kind.ATTACHMENT: Form("AT", (*_CASE, "doctor", "site", "effective_on", "decided_at"), Signer.HEAD, Basis("order-272", "appendix")),
    Kind.ATTACHMENT_REFUSAL: Form("AR", _REFUSAL_STATES, Signer.HEAD, Basis("portal-3176", "refusal"), True),
    Kind.DETACHMENT: Form("DT", (*_CASE, "ground", "ended_on", "decided_at"), Signer.HEAD, Basis("rules-194"), True),
    Kind.WITHDRAWAL: Form("WD", (*_CASE, "withdrawn_at"), Signer.SYSTEM, Basis("appc", "64")),
    Kind.RECEIPT: Form("RC", (*_CASE, "submitted_at", "accepted_at", "due_at"), Signer.SYSTEM, Basis("appc", "64")),
}
CASE_PREFIX = "AP"
APPOINTMENT_PREFIX = "AB"
HOME_VISIT_PREFIX = "HV"
APPEAL_PREFIX = "AL"


@dataclass(frozen=True)
class Number:
    """A number read back: its letters, year and place in the series."""

    prefix: str
    year: int
    sequence: int


_SHAPE = re.compile(r"([A-Z]{2})-?(\d{4})-?(\d{6,12})-?(\d)")
# People type the letters of a number in Cyrillic too.
_LOOKALIKES = str.maketrans("АВСЕНІКМОРТХ–—−", "ABCEHIKMOPTX---", " \u00a0\u202f")


def series(prefix: str, year: int) -> str:
    """The series of a number: "AT-2026"."""
    if not re.fullmatch("[A-Z]{2}", prefix) or not 2000 <= year <= 9999:
        raise ValueError("a series has two letters and a year")
    return f"{prefix}-{year}"


def number(prefix: str, year: int, sequence: int) -> str:
    """A number with its check digit: "AT-2026-000123-4"; at least six digits, more when a year needs them."""
    if not 0 < sequence < 10**12:
        raise ValueError("a series counts from one")
    body = f"{series(prefix, year)}-{sequence:06d}"
    return f"{body}-{check_digit(body)}"


LINES = 1_000_000


def of_register(code: int, line: int) -> int:
    """The place in a series of a line of one register of many: the register's code, then the line in six digits."""
    if not (0 < line < LINES and 0 < code < LINES):
        raise ValueError("a register has a code and lines of six digits")
    return code * LINES + line


def parse(typed: str) -> Number | None:
    """A number as people type it, or nothing when it cannot be one; the check digit must agree."""
    found = _SHAPE.fullmatch(typed.upper().translate(_LOOKALIKES))
    if not found or check_digit("".join(found.groups()[:3])) != int(found.group(4)):
        return None
    read = Number(found.group(1), int(found.group(2)), int(found.group(3)))
    return read if read.sequence and read.year >= 2000 else None


def verify(typed: str) -> bool:
    """Whether a typed number agrees with its check digit."""
    return parse(typed) is not None


def check_digit(body: str) -> int:
    """ISO 7064, MOD 11,10 over the digits, letters taken as two-digit numbers: finds any one wrong digit."""
    digits = "".join(str(int(sign, 36)) for sign in body if sign.isalnum())
    rest = 10
    for digit in digits:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return (11 - rest) % 10


def of_case(kind: Kind, case_number: str) -> str:
    """The number of a notice of a case: the letters of its kind with the year and place of the case, so it is known before it is signed."""
    case = parse(case_number)
    if case is None:
        raise ValueError(f"{case_number} is not the number of a case")
    return number(FORMS[kind].prefix, case.year, case.sequence)
