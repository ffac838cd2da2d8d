"""What people type wrong is a problem on its field; what programs write wrong does not run."""

import pytest

from api.execution import Answer
from tests.api.small import API, asking

QUERY = """query ($iin: IIN, $bin: BIN, $day: Date, $at: DateTime, $bytes: Base64) {
  typed(iin: $iin, bin: $bin, day: $day, at: $at, bytes: $bytes)
}"""


async def typed(**variables: str) -> Answer:
    return await API.ask(QUERY, variables, asking())


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"iin": "123"}, "IIN_LENGTH"),
        ({"iin": "12345678901x"}, "IIN_DIGITS"),
        ({"iin": "111111111112"}, "IIN_CHECK_DIGIT"),
        ({"bin": "123"}, "BIN_LENGTH"),
        ({"day": "2026-02-30"}, "INVALID_DATE"),
        ({"day": "18.03.2026"}, "INVALID_DATE"),
        ({"at": "2026-03-18T18:00:00"}, "INVALID_MOMENT"),
        ({"at": "noon"}, "INVALID_MOMENT"),
    ],
)
async def test_what_people_type_wrong_is_told_on_its_field(variables: dict[str, str], code: str) -> None:
    answer = await typed(**variables)
    assert answer.executed
    (error,) = answer.errors
    assert error["extensions"]["code"] == code
    assert error["extensions"]["field"] == list(variables)


@pytest.mark.parametrize("variables", [{"bytes": "a"}, {"bytes": "***="}, {"iin": 7}, {"day": 7}])
async def test_what_programs_write_wrong_does_not_run(variables: dict[str, str]) -> None:
    answer = await typed(**variables)
    assert not answer.executed
    assert answer.errors[0]["extensions"]["code"] == "INVALID_VARIABLES"


async def test_a_moment_is_read_with_its_offset_and_shown_in_kazakhstans() -> None:
    assert (await typed(at="2026-03-18T13:00:00Z")).data == {"typed": "2026-03-18T18:00:00+05:00"}


async def test_bytes_come_in_base64() -> None:
    assert (await typed(bytes="0YjQsA==")).data == {"typed": str("ша".encode())}
