"""Why an act was not done: problems in the payload, in the caller's language, with the provision that forbids it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.description import enumeration
from api.provision import Provision, cite
from models import texts
from models.law import Impediment, Language, Refused, words

if TYPE_CHECKING:
    from api.slot import Slot


class ProblemCode(StrEnum):
    """Why an act was not done: what is wrong with the request, or which rule forbids the act."""

    # what is wrong with the request: words in problem.toml
    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    CHANGED_MEANWHILE = "CHANGED_MEANWHILE"
    TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS"
    REQUIRED = "REQUIRED"
    INVALID_VALUE = "INVALID_VALUE"
    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    TOO_MANY = "TOO_MANY"
    IIN_LENGTH = "IIN_LENGTH"
    IIN_DIGITS = "IIN_DIGITS"
    IIN_CHECK_DIGIT = "IIN_CHECK_DIGIT"
    BIN_LENGTH = "BIN_LENGTH"
    BIN_DIGITS = "BIN_DIGITS"
    BIN_CHECK_DIGIT = "BIN_CHECK_DIGIT"
    BIN_KIND = "BIN_KIND"
    INVALID_DATE = "INVALID_DATE"
    INVALID_MOMENT = "INVALID_MOMENT"
    INVALID_PHONE = "INVALID_PHONE"
    INVALID_CURSOR = "INVALID_CURSOR"
    INVALID_PAGE_SIZE = "INVALID_PAGE_SIZE"
    # which rule forbids the act: words in law.toml
    NOT_OPEN = "NOT_OPEN"
    NOT_YOURS = "NOT_YOURS"
    NO_CONSENT = "NO_CONSENT"
    OTHER_UNIT = "OTHER_UNIT"
    YEARLY_LIMIT = "YEARLY_LIMIT"
    CAMPAIGN_CLOSED = "CAMPAIGN_CLOSED"
    NO_CONTRACT = "NO_CONTRACT"
    CLINIC_NOT_SERVING = "CLINIC_NOT_SERVING"
    ALREADY_ATTACHED = "ALREADY_ATTACHED"
    ALREADY_APPLIED = "ALREADY_APPLIED"
    NOT_FIRST = "NOT_FIRST"
    NO_ATTACHMENT_YET = "NO_ATTACHMENT_YET"
    DOCUMENT_MISSING = "DOCUMENT_MISSING"
    DOCTOR_AGE = "DOCTOR_AGE"
    DOCTOR_FULL = "DOCTOR_FULL"
    DOCTOR_ELSEWHERE = "DOCTOR_ELSEWHERE"
    NOT_REPRESENTATIVE = "NOT_REPRESENTATIVE"
    MINOR_ALONE = "MINOR_ALONE"
    CHILD_AGE = "CHILD_AGE"
    OUTSIDE_ZONE = "OUTSIDE_ZONE"
    DECEASED = "DECEASED"
    OTHER_DESK = "OTHER_DESK"
    OWN_DESK = "OWN_DESK"
    RECORDS_OWN_RIGHT = "RECORDS_OWN_RIGHT"
    NOT_CLOSED = "NOT_CLOSED"
    ADDRESS_SAME = "ADDRESS_SAME"
    ANOTHER_APPROVED = "ANOTHER_APPROVED"
    DOCTOR_MISSING = "DOCTOR_MISSING"
    IDENTITY_NOT_SEEN = "IDENTITY_NOT_SEEN"
    REPRESENTS_SELF = "REPRESENTS_SELF"
    REPRESENTATIVE_MINOR = "REPRESENTATIVE_MINOR"
    PARENT_OF_ADULT = "PARENT_OF_ADULT"
    POWER_WITHOUT_END = "POWER_WITHOUT_END"
    POWER_WITHOUT_SERVICES = "POWER_WITHOUT_SERVICES"
    BASIS_MISSING = "BASIS_MISSING"
    CONSENT_IN_USE = "CONSENT_IN_USE"
    REFUSAL_RULE = "REFUSAL_RULE"
    REFUSAL_WORDS = "REFUSAL_WORDS"
    FOUR_EYES = "FOUR_EYES"
    NOT_ATTACHED = "NOT_ATTACHED"
    SPECIALTY_BOOKED = "SPECIALTY_BOOKED"
    REFERRAL_NEEDED = "REFERRAL_NEEDED"
    ACCESS_REASON_OTHER = "ACCESS_REASON_OTHER"
    EVIDENCE_MISSING = "EVIDENCE_MISSING"
    NO_EARLIER_VISIT = "NO_EARLIER_VISIT"
    REFERRAL_EXPIRED = "REFERRAL_EXPIRED"
    SLOT_GONE = "SLOT_GONE"
    SLOT_TAKEN = "SLOT_TAKEN"
    SLOT_BEGUN = "SLOT_BEGUN"
    SLOT_BEYOND = "SLOT_BEYOND"
    SLOT_REASON = "SLOT_REASON"
    HOLD_EXPIRED = "HOLD_EXPIRED"
    HOLD_EXTENDED = "HOLD_EXTENDED"
    HOLD_OTHER = "HOLD_OTHER"
    NOTHING_FORBIDS = "NOTHING_FORBIDS"
    SAME_SLOT = "SAME_SLOT"
    OTHER_SPECIALTY = "OTHER_SPECIALTY"
    OVERLAP = "OVERLAP"
    VISIT_BEGUN = "VISIT_BEGUN"
    VISIT_AHEAD = "VISIT_AHEAD"
    NO_OFFER = "NO_OFFER"
    RECEPTION_TIMES = "RECEPTION_TIMES"
    RECEPTION_DAYS = "RECEPTION_DAYS"
    RECEPTION_MINUTES = "RECEPTION_MINUTES"
    RECEPTION_DOCTOR = "RECEPTION_DOCTOR"
    RECEPTION_ROOM = "RECEPTION_ROOM"
    RECEPTION_CLOSED = "RECEPTION_CLOSED"
    ABSENCE_TIMES = "ABSENCE_TIMES"
    POST_NOT_GIVEN = "POST_NOT_GIVEN"
    OWN_POST = "OWN_POST"
    POST_HELD = "POST_HELD"
    POST_DAYS = "POST_DAYS"
    NO_SUCH_PERSON = "NO_SUCH_PERSON"
    POST_MINOR = "POST_MINOR"
    LOOKUPS_SPENT = "LOOKUPS_SPENT"
    RECEPTION_BEFORE_POST = "RECEPTION_BEFORE_POST"
    RECEPTION_AFTER_POST = "RECEPTION_AFTER_POST"
    POST_ENDED = "POST_ENDED"
    LAST_HEAD = "LAST_HEAD"
    HAS_TIMETABLE = "HAS_TIMETABLE"
    HAS_APPOINTMENTS = "HAS_APPOINTMENTS"
    HAS_CALLS = "HAS_CALLS"
    NO_POST = "NO_POST"
    NO_SUCH_SITE = "NO_SUCH_SITE"
    SITE_NEEDED = "SITE_NEEDED"
    DOCTOR_CHANGED = "DOCTOR_CHANGED"
    SITE_EXISTS = "SITE_EXISTS"
    ZONE_HOUSES = "ZONE_HOUSES"
    ZONE_OVERLAP = "ZONE_OVERLAP"
    ALREADY_CALLED = "ALREADY_CALLED"
    REASON_MISSING = "REASON_MISSING"
    AMBULANCE_HOURS = "AMBULANCE_HOURS"
    AMBULANCE_NUMBER = "AMBULANCE_NUMBER"
    CALL_CHANGED = "CALL_CHANGED"
    WINDOW_TIMES = "WINDOW_TIMES"
    WINDOW_PAST = "WINDOW_PAST"
    WINDOW_HOURS = "WINDOW_HOURS"
    WINDOW_DAY = "WINDOW_DAY"
    CARRIED_BACK = "CARRIED_BACK"
    CARRIED_FAR = "CARRIED_FAR"
    STILL_PROMISED = "STILL_PROMISED"
    REASONS_MISSING = "REASONS_MISSING"
    DOCTOR_NOT_ATTENDING = "DOCTOR_NOT_ATTENDING"
    DOCTOR_ABSENT = "DOCTOR_ABSENT"
    SECOND_ATTEMPT = "SECOND_ATTEMPT"
    DANGER_NAMED = "DANGER_NAMED"
    INDICATION_NAMED = "INDICATION_NAMED"
    INSISTED = "INSISTED"
    ATTACHED_AFTER_ALL = "ATTACHED_AFTER_ALL"
    URGENCY_WORDS = "URGENCY_WORDS"
    DOCUMENTS_TOO_MANY = "DOCUMENTS_TOO_MANY"
    DOCUMENT_EMPTY = "DOCUMENT_EMPTY"
    DOCUMENT_TOO_LARGE = "DOCUMENT_TOO_LARGE"
    DOCUMENT_NOT_ACCEPTED = "DOCUMENT_NOT_ACCEPTED"
    DOCUMENT_NOT_ITS_NAME = "DOCUMENT_NOT_ITS_NAME"
    SIGNATURE_REQUIRED = "SIGNATURE_REQUIRED"
    SIGNATURE_BROKEN = "SIGNATURE_BROKEN"
    SIGNATURE_EXPIRED = "SIGNATURE_EXPIRED"
    SIGNATURE_UNTRUSTED = "SIGNATURE_UNTRUSTED"
    SIGNATURE_REVOKED = "SIGNATURE_REVOKED"
    REVOCATION_UNKNOWN = "REVOCATION_UNKNOWN"
    SIGNATURE_USAGE = "SIGNATURE_USAGE"
    SIGNATURE_OTHER_CONTENT = "SIGNATURE_OTHER_CONTENT"
    SIGNATURE_NO_IIN = "SIGNATURE_NO_IIN"
    SIGNATURE_FOREIGN = "SIGNATURE_FOREIGN"
    SIGNATURE_NOT_HEAD = "SIGNATURE_NOT_HEAD"
    SIGNATURE_OTHER_CLINIC = "SIGNATURE_OTHER_CLINIC"
    SIGNATURE_NOT_SYSTEM = "SIGNATURE_NOT_SYSTEM"
    SIGNATURE_UNAVAILABLE = "SIGNATURE_UNAVAILABLE"
    CHALLENGE_USED = "CHALLENGE_USED"
    CHALLENGE_EXPIRED = "CHALLENGE_EXPIRED"
    APPEAL_CHANGED = "APPEAL_CHANGED"
    NOT_THIS_BODY = "NOT_THIS_BODY"
    ACCUSED_UNNAMED = "ACCUSED_UNNAMED"
    PAPER_MISSING = "PAPER_MISSING"
    HEARING_TERM = "HEARING_TERM"
    ACCUSED = "ACCUSED"
    OWN_APPEAL = "OWN_APPEAL"
    RECEIVED_LATER = "RECEIVED_LATER"
    LEARNED_LATER = "LEARNED_LATER"
    EXECUTOR_ELSEWHERE = "EXECUTOR_ELSEWHERE"
    REQUIREMENTS_MISSING = "REQUIREMENTS_MISSING"
    CORRECTION_TERM = "CORRECTION_TERM"
    FORWARDED_HOME = "FORWARDED_HOME"
    FORWARDED_BACK = "FORWARDED_BACK"
    COMPLAINT_UPWARDS = "COMPLAINT_UPWARDS"
    NO_BODY_ABOVE = "NO_BODY_ABOVE"
    NOBODY_ACCUSED = "NOBODY_ACCUSED"
    PART_MISSING = "PART_MISSING"
    NOT_EXTENDABLE = "NOT_EXTENDABLE"
    EXTENDED_ONCE = "EXTENDED_ONCE"
    EXTENDED_LATE = "EXTENDED_LATE"
    EXTENDED_UNTIL = "EXTENDED_UNTIL"
    NOTHING_TO_NOTIFY = "NOTHING_TO_NOTIFY"
    OBJECTION_LATE = "OBJECTION_LATE"
    OBJECTED_ALREADY = "OBJECTED_ALREADY"
    HEARING_PAST = "HEARING_PAST"
    HEARING_TIMES = "HEARING_TIMES"
    PROTOCOL_PARTS = "PROTOCOL_PARTS"
    OUTCOME_KIND = "OUTCOME_KIND"
    ONLY_IN_FULL = "ONLY_IN_FULL"
    PRELIMINARY_FIRST = "PRELIMINARY_FIRST"
    PRELIMINARY_TIME = "PRELIMINARY_TIME"
    LAW_MISSING = "LAW_MISSING"
    RESTORE_UNDECIDED = "RESTORE_UNDECIDED"
    LEAVE_GROUND = "LEAVE_GROUND"
    CRIME_REPORTED = "CRIME_REPORTED"
    ANSWERED_ALREADY = "ANSWERED_ALREADY"
    CASE_AT_CLINIC = "CASE_AT_CLINIC"
    CASE_NOT_REQUESTED = "CASE_NOT_REQUESTED"


_CODES = list(ProblemCode)
OF_REQUEST = frozenset(_CODES[: _CODES.index(ProblemCode.NOT_OPEN)])
OF_LAW = frozenset(_CODES) - OF_REQUEST


def _described(code: ProblemCode) -> str:
    """A code in plain English, from the words that people see."""
    key = f"problem.code.{code}" if code in OF_REQUEST else f"law.impediment.{code}.text"
    found = texts.words(Language.EN).get(key, code.replace("_", " ").capitalize() + ".")
    return found if isinstance(found, str) else found["other"]


enumeration(ProblemCode, _described)


@strawberry.type(description="Why an act was not done: shown to the person, in the caller's language.")
class Problem:
    code: ProblemCode = strawberry.field(description="What is wrong, for a program.")
    field: list[str] | None = strawberry.field(description="The path of the input field it concerns; null when it concerns the whole act.")
    message: str = strawberry.field(description="What is wrong, for the person.")
    remedy: str | None = strawberry.field(default=None, description="What would make the act possible.")
    allowed_from: datetime | None = strawberry.field(
        default=None, description="The moment from which the act will be possible, if time alone is needed."
    )
    provision: Provision | None = strawberry.field(
        default=None, description="The paragraph that forbids the act; null when the request itself is wrong."
    )
    alternatives: list[Annotated["Slot", strawberry.lazy("api.slot")]] = strawberry.field(
        default_factory=list, description="Free times nearest to one that cannot be had; empty for other problems."
    )


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a request: a code, the path of the field and the values of its words."""

    code: ProblemCode
    field: tuple[str, ...] = ()
    values: Mapping[str, object] = made(default_factory=dict)


class Invalid(Exception):
    """The request is wrong as it stands, before any rule of law is asked; everything found is told at once."""

    def __init__(self, code: ProblemCode, field: str = "", **values: object) -> None:
        super().__init__(code, field)
        self.faults: tuple[Fault, ...] = (Fault(code, tuple(field.split(".")) if field else (), values),)

    @classmethod
    def together(cls, faults: Iterable[Fault]) -> "Invalid":
        """Several things wrong at once, so that a form marks every field in one go."""
        first, *_ = found = tuple(faults)
        several = cls(first.code)
        several.faults = found
        return several


def of(cause: Refused | Invalid, language: Language) -> list[Problem]:
    """The problems that a refusal or bad input stands for."""
    if isinstance(cause, Refused):
        return [from_impediment(one, language) for one in cause.impediments]
    return [from_fault(one, language) for one in cause.faults]


def from_fault(fault: Fault, language: Language) -> Problem:
    """What is wrong with the request, in words."""
    return Problem(code=fault.code, field=_path(fault.field), message=texts.text(f"problem.code.{fault.code}", language, **fault.values))


def from_impediment(impediment: Impediment, language: Language) -> Problem:
    """A rule that forbids the act: its words, its paragraph, what would make the act possible and from when."""
    said = words.impediment_words(impediment, language)
    return Problem(
        code=ProblemCode(impediment.code),
        field=_path(impediment.field),
        message=said.text,
        remedy=said.remedy or None,
        allowed_from=impediment.allowed_from,
        provision=cite(impediment.basis, language),
        alternatives=list(cast(Iterable["Slot"], impediment.values.get("slots", ()))),
    )


def _path(names: tuple[str, ...]) -> list[str] | None:
    """The path as the caller wrote it: camelCase names."""
    return [to_camel_case(name) for name in names] or None
