"""Global ids: opaque, of one type, with one spelling."""

import re
from uuid import UUID, uuid4

import pytest

from api.ids import decode, encode
from api.problems import Invalid, ProblemCode

KEY = UUID("12345678-9abc-4def-8123-456789abcdef")


def test_an_id_shows_its_type_and_26_letters_and_digits() -> None:
    assert re.fullmatch(r"attachment_[a-z2-7]{26}", encode("Attachment", KEY))
    assert encode("HomeVisit", KEY).startswith("home_visit_")


@pytest.mark.parametrize("name", ["Attachment", "HomeVisit"])
def test_an_id_leads_back_to_its_key(name: str) -> None:
    for key in (KEY, uuid4(), UUID(int=0), UUID(int=2**128 - 1)):
        assert decode(encode(name, key), name) == key


@pytest.mark.parametrize(
    "given",
    [
        "",
        "attachment_",
        str(KEY),
        encode("Appeal", KEY),
        encode("Attachment", KEY).upper(),
        encode("Attachment", KEY)[:-1],
        encode("Attachment", KEY) + "a",
        encode("Attachment", KEY)[:-1] + "z",
        "attachment_" + "ы" * 26,
        "attachment_" + "0" * 26,
    ],
)
def test_an_id_of_another_type_or_made_up_is_as_absent_as_a_missing_row(given: str) -> None:
    with pytest.raises(Invalid) as raised:
        decode(given, "Attachment")
    assert raised.value.faults[0].code is ProblemCode.NOT_FOUND
