"""The numbers of persons (IIN) and organisations (BIN), and ages (Decree 406 of 2007; Decree 853 of 2013).

Length, digits and the check digit are hard. Since 2013 the digits prove neither birth date nor sex: hints only.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.law import Basis, Provision

ADULT_AGE = Provision("person.adult_age", Basis("civil-code", "17"), {date(1995, 3, 1): 18}, unit="year_of_age", confirmed=False)


class NumberFault(StrEnum):
    """What is wrong with a typed number."""

    IIN_LENGTH = "IIN_LENGTH"
    IIN_DIGITS = "IIN_DIGITS"
    IIN_CHECK_DIGIT = "IIN_CHECK_DIGIT"
    BIN_LENGTH = "BIN_LENGTH"
    BIN_DIGITS = "BIN_DIGITS"
    BIN_CHECK_DIGIT = "BIN_CHECK_DIGIT"
    BIN_KIND = "BIN_KIND"


class Sex(StrEnum):
    """The sex that the seventh digit hints at."""

    MALE = "MALE"
    FEMALE = "FEMALE"


@dataclass(frozen=True)
class Hint:
    """What the digits of an IIN suggest; never a proof."""

    birth_date: date | None
    sex: Sex | None


_FIRST = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_CENTURY = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
_SEPARATORS = str.maketrans("", "", " \t\n\r\u00a0\u2009\u202f-\u2010\u2011\u2012\u2013\u2014\u2212")


def normalise(typed: str) -> str:
    """A number as people type it, without its spaces and dashes."""
    return typed.translate(_SEPARATORS)


def iin_fault(typed: str) -> NumberFault | None:
    """What is wrong with a typed IIN, or nothing (Decree 406)."""
    return _fault(normalise(typed), NumberFault.IIN_DIGITS, NumberFault.IIN_LENGTH, NumberFault.IIN_CHECK_DIGIT)


def bin_fault(typed: str) -> NumberFault | None:
    """What is wrong with a typed BIN, or nothing: as for an IIN, and the fifth digit says the kind of organisation."""
    number = normalise(typed)
    found = _fault(number, NumberFault.BIN_DIGITS, NumberFault.BIN_LENGTH, NumberFault.BIN_CHECK_DIGIT)
    return found or (None if number[4] in "456" else NumberFault.BIN_KIND)


def is_bin(typed: str) -> bool:
    """Whether a number is a sound BIN: the fifth digit of a BIN is 4, 5 or 6, of an IIN 0 to 3."""
    return bin_fault(typed) is None


def check_digit(eleven: str) -> int | None:
    """The twelfth digit for the first eleven, or nothing where no number is ever issued (Decree 406)."""
    for weights in (_FIRST, _SECOND):
        rest = sum(int(digit) * weight for digit, weight in zip(eleven, weights, strict=True)) % 11
        if rest < 10:
            return rest
    return None


def hint(iin: str) -> Hint:
    """The birth date and sex that an IIN suggests; none where the digits make no date (Decree 853: not an error)."""
    century, seventh = _CENTURY.get(iin[6]), iin[6]
    sex = None if century is None else Sex.MALE if seventh in "135" else Sex.FEMALE
    try:
        born = None if century is None else date(century + int(iin[:2]), int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        born = None
    return Hint(born, sex)


def full_years(birth: date, on: date) -> int:
    """Completed years of age on a day; born on 29 February, one is a year older on 1 March."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def is_adult(birth: date, on: date) -> bool:
    """Whether a person is of age on a day: eighteen years (Civil Code, article 17)."""
    return full_years(birth, on) >= ADULT_AGE.on(on)


def is_child(birth: date, on: date) -> bool:
    """Whether a person is a child on a day: under eighteen."""
    return not is_adult(birth, on)


def _fault(number: str, digits: NumberFault, length: NumberFault, check: NumberFault) -> NumberFault | None:
    if not (number.isascii() and number.isdigit()):
        return digits if number else length
    if len(number) != 12:
        return length
    return None if check_digit(number[:11]) == int(number[11]) else check
