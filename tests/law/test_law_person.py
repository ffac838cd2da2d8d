"""IIN, BIN and ages (domain 6); every number is synthetic."""

from datetime import date

import pytest

from models.law import person
from models.law.person import Hint, NumberFault, Sex

PLAUSIBLE = "850312399011 921104499025 150525599036 190818699042 580702499050 730404399077 240630699082"


@pytest.mark.parametrize("iin", ["500101100010", "620315200421", "991231107771", "500101100106", "620315200605", *PLAUSIBLE.split()])
def test_a_right_check_digit_makes_a_sound_iin(iin: str) -> None:
    assert person.iin_fault(iin) is None
    assert not person.is_bin(iin)


def test_a_wrong_check_digit_is_refused() -> None:
    assert person.iin_fault("500101100011") is NumberFault.IIN_CHECK_DIGIT


def test_some_numbers_are_never_issued() -> None:
    assert person.check_digit("50010110012") is None
    assert {person.iin_fault(f"50010110012{digit}") for digit in range(10)} == {NumberFault.IIN_CHECK_DIGIT}


def test_the_eleventh_digit_is_not_guarded_by_the_first_pass() -> None:
    assert person.iin_fault("500101100020") is None


@pytest.mark.parametrize("typed", ["500101 100 010", "500101-100010", " 500101\u00a0100010\n", "5001–0110–0010"])
def test_spaces_and_dashes_are_not_part_of_a_number(typed: str) -> None:
    assert person.normalise(typed) == "500101100010"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", NumberFault.IIN_LENGTH),
        ("50010110001", NumberFault.IIN_LENGTH),
        ("5001011000100", NumberFault.IIN_LENGTH),
        ("50010110001O", NumberFault.IIN_DIGITS),
        ("٥٠٠١٠١١٠٠٠١٠", NumberFault.IIN_DIGITS),
    ],
)
def test_a_malformed_iin_is_refused_by_name(typed: str, fault: NumberFault) -> None:
    assert person.iin_fault(typed) is fault


def test_a_date_that_does_not_exist_is_a_hint_lost_and_not_an_error() -> None:
    assert person.iin_fault("010229599069") is None
    assert person.hint("010229599069") == Hint(None, Sex.MALE)


@pytest.mark.parametrize(
    ("iin", "born", "sex"),
    [
        ("850312399011", date(1985, 3, 12), Sex.MALE),
        ("190818699042", date(2019, 8, 18), Sex.FEMALE),
        ("620315200421", date(1862, 3, 15), Sex.FEMALE),
        ("850312099011", None, None),
    ],
)
def test_digits_hint_at_birth_date_and_sex(iin: str, born: date | None, sex: Sex | None) -> None:
    assert person.hint(iin) == Hint(born, sex)


@pytest.mark.parametrize("bin_", ["260440990019", "260441990044"])
def test_a_bin_is_told_by_its_fifth_digit(bin_: str) -> None:
    assert person.is_bin(bin_)
    assert person.bin_fault("850312399011") is NumberFault.BIN_KIND
    assert person.bin_fault(bin_[:-1]) is NumberFault.BIN_LENGTH


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        ("2008-11-22", "2026-11-21", 17),
        ("2008-11-22", "2026-11-22", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
    ],
)
def test_a_year_of_age_is_completed_on_the_birthday(birth: str, on: str, years: int) -> None:
    born, day = date.fromisoformat(birth), date.fromisoformat(on)
    assert person.full_years(born, day) == years
    assert person.is_adult(born, day) == (years == 18) != person.is_child(born, day)
