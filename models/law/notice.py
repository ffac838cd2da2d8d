"""Notices: what each states, who signs it, and numbers with a check digit (S1; S4, paragraph 6 and the appendix).

The words of the forms stand in texts `law.notice.<kind>`; the notice of attachment has S4's own words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.law import Basis, Service


class Kind(StrEnum):
    """The documents that a case gives."""

    ATTACHMENT = "ATTACHMENT"
    ATTACHMENT_REFUSAL = "ATTACHMENT_REFUSAL"
    DETACHMENT = "DETACHMENT"
    WITHDRAWAL = "WITHDRAWAL"
    RECEIPT = "RECEIPT"
    APPOINTMENT = "APPOINTMENT"
    APPOINTMENT_OFFER = "APPOINTMENT_OFFER"
    APPOINTMENT_CANCELLATION = "APPOINTMENT_CANCELLATION"
    APPOINTMENT_REFUSAL = "APPOINTMENT_REFUSAL"
    HOME_VISIT = "HOME_VISIT"
    HOME_VISIT_REFUSAL = "HOME_VISIT_REFUSAL"
    HOME_VISIT_CANCELLATION = "HOME_VISIT_CANCELLATION"
    APPEAL_RECEIPT = "APPEAL_RECEIPT"
    APPEAL_FORWARDING = "APPEAL_FORWARDING"
    APPEAL_EXTENSION = "APPEAL_EXTENSION"
    APPEAL_PRELIMINARY = "APPEAL_PRELIMINARY"
    APPEAL_DECISION = "APPEAL_DECISION"
    APPEAL_LEFT = "APPEAL_LEFT"
    APPEAL_WITHDRAWAL = "APPEAL_WITHDRAWAL"
    APPEAL_DEEMED_REFUSAL = "APPEAL_DEEMED_REFUSAL"


class Signer(StrEnum):
    """Who signs: the head with the EDS where the law says so, otherwise the clinic's system key."""

    HEAD = "HEAD"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True)
class Form:
    """One kind of notice: the letters of its number, the lines it states in their order, its signer and basis.

    `complaint` is whether it must say where, how and until when to complain; `replaced_by` are the kinds that, issued later in the
    same case, take its place.
    """

    prefix: str
    lines: tuple[str, ...]
    signer: Signer
    basis: Basis
    complaint: bool = False
    replaced_by: frozenset[Kind] = frozenset()


def _form(
    prefix: str, basis: Basis, *lines: str, head: bool = False, complaint: bool = False, replaced_by: Iterable[Kind] = ()
) -> Form:  # fmt: skip
    return Form(prefix, lines, Signer.HEAD if head else Signer.SYSTEM, basis, complaint, frozenset(replaced_by))


_SEEING = ("specialty", "doctor", "starts_at", "room")
_BOOKED = (Kind.APPOINTMENT, Kind.APPOINTMENT_OFFER, Kind.APPOINTMENT_CANCELLATION)
_VISITED = (Kind.HOME_VISIT, Kind.HOME_VISIT_REFUSAL, Kind.HOME_VISIT_CANCELLATION)
_BOOKING, _CALL = Basis("order-272-appointment", "6"), Basis("order-272-home-visit", "6")
_RECEIPT, _FORWARDING, _HEARD, _DECISION, _SILENCE = (Basis("appc", one) for one in ("64", "65", "73", "76", "91"))
_SENT_ON = ("part", "to", "to_number", "ground", "words", "rest_due_on")
FORMS: Mapping[Kind, Form] = {
    Kind.ATTACHMENT: _form(
        "AT", Basis("order-272", "appendix"), "effective_on", "doctor", "site", "outside_zone", head=True, replaced_by=(Kind.DETACHMENT,),
    ),
    Kind.ATTACHMENT_REFUSAL: _form("AR", Basis("portal-3176", "refusal"), "ground", "words", head=True, complaint=True),
    Kind.DETACHMENT: _form("DT", Basis("rules-194"), "ground", "words", head=True, complaint=True),
    Kind.WITHDRAWAL: _form("WD", _RECEIPT, "ended_at"),
    Kind.RECEIPT: _form("RC", _RECEIPT, "submitted_at", "accepted_at", "due_at"),
    Kind.APPOINTMENT: _form("BN", _BOOKING, *_SEEING, replaced_by=_BOOKED),
    Kind.APPOINTMENT_OFFER: _form("BO", _BOOKING, *_SEEING, "words", "offered_at", "answer_by", complaint=True, replaced_by=_BOOKED),
    Kind.APPOINTMENT_CANCELLATION: _form("BX", _BOOKING, *_SEEING, "ended_at", "by", "words", replaced_by=_BOOKED),
    Kind.APPOINTMENT_REFUSAL: _form("BR", _BOOKING, *_SEEING, "grounds", complaint=True),
    Kind.HOME_VISIT: _form("HN", _CALL, "visit_day", "window", "doctor", replaced_by=_VISITED),
    Kind.HOME_VISIT_REFUSAL: _form("HR", _CALL, "ground", "words", complaint=True),
    Kind.HOME_VISIT_CANCELLATION: _form("HX", _CALL, "ended_at", "by", "words"),
    Kind.APPEAL_RECEIPT: _form("LR", _RECEIPT, "line", "received_at", "registered_on", "receiver", "due_on", "place"),
    Kind.APPEAL_FORWARDING: _form("LF", _FORWARDING, *_SENT_ON),
    Kind.APPEAL_EXTENSION: _form("LE", _DECISION, "first_due_on", "due_on", "words"),
    Kind.APPEAL_PRELIMINARY: _form(
        "LP", _HEARD, "outcome", "words", "object_by", "hearing", replaced_by=(Kind.APPEAL_PRELIMINARY, Kind.APPEAL_DECISION),
    ),
    Kind.APPEAL_DECISION: _form("LD", _DECISION, "outcome", "words", "law", "restored", "decided_by", "way_on"),
    Kind.APPEAL_LEFT: _form("LL", _DECISION, "ground", "words", "decided_by", "way_on"),
    Kind.APPEAL_WITHDRAWAL: _form("LW", _RECEIPT, "ended_at", "words", "decided_by", "way_on"),
    Kind.APPEAL_DEEMED_REFUSAL: _form("LS", _SILENCE, "due_on", "lapsed_on", "way_on"),
}  # fmt: skip
# Which act of which service gives which notice; those that the head signs are issued with the signature itself.
ISSUED: Mapping[tuple[Service, str], Kind] = {
    (Service.ATTACHMENT, "submit"): Kind.RECEIPT,
    (Service.ATTACHMENT, "withdraw"): Kind.WITHDRAWAL,
    (Service.APPOINTMENT, "book"): Kind.APPOINTMENT,
    (Service.APPOINTMENT, "move"): Kind.APPOINTMENT,
    (Service.APPOINTMENT, "accept"): Kind.APPOINTMENT,
    (Service.APPOINTMENT, "offer"): Kind.APPOINTMENT_OFFER,
    (Service.APPOINTMENT, "cancel"): Kind.APPOINTMENT_CANCELLATION,
    (Service.HOME_VISIT, "accept"): Kind.HOME_VISIT,
    (Service.HOME_VISIT, "promise"): Kind.HOME_VISIT,
    (Service.HOME_VISIT, "carry"): Kind.HOME_VISIT,
    (Service.HOME_VISIT, "assign"): Kind.HOME_VISIT,
    (Service.HOME_VISIT, "refuse"): Kind.HOME_VISIT_REFUSAL,
    (Service.HOME_VISIT, "cancel"): Kind.HOME_VISIT_CANCELLATION,
    (Service.APPEAL, "file"): Kind.APPEAL_RECEIPT,
    (Service.APPEAL, "forward"): Kind.APPEAL_FORWARDING,
    (Service.APPEAL, "forward_part"): Kind.APPEAL_FORWARDING,
    (Service.APPEAL, "extend"): Kind.APPEAL_EXTENSION,
    (Service.APPEAL, "propose"): Kind.APPEAL_PRELIMINARY,
    (Service.APPEAL, "decide"): Kind.APPEAL_DECISION,
    (Service.APPEAL, "leave"): Kind.APPEAL_LEFT,
    (Service.APPEAL, "withdraw"): Kind.APPEAL_WITHDRAWAL,
    (Service.APPEAL, "lapse"): Kind.APPEAL_DEEMED_REFUSAL,
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


def edition(written: str) -> int:
    """Which notice of its kind in the case has a number: the figure behind the stroke, else 1."""
    return int(written.partition("/")[2] or 1)


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


def of_case(kind: Kind, case_number: str, edition: int = 1) -> str:
    """The number of a notice of a case: the letters of its kind with the year and place of the case, so it is known before it is signed.

    What a case gives again, as when an appointment is moved, has the number of its edition behind a stroke: "BN-2026-000123-4/2".
    """
    case = parse(case_number)
    if case is None:
        raise ValueError(f"{case_number} is not the number of a case")
    whole = number(FORMS[kind].prefix, case.year, case.sequence)
    return whole if edition == 1 else f"{whole}/{edition}"
