"""The one encoding: what else could be read as the same value is refused before it is read."""

import pytest
from asn1crypto import core  # type: ignore[import-untyped]

from models.eds import Bad, Code
from models.eds.der import DEEPEST, MOST, check


@pytest.mark.parametrize(
    "good",
    ["3000", "0500", "0101ff", "010100", "020100", "020180", "02020080", "030100", "030206c0", "040161", "060155", "a000"],
)
def test_a_value_in_its_only_form_passes(good: str) -> None:
    check(bytes.fromhex(good))


@pytest.mark.parametrize(
    "bad",
    [
        "",  # nothing
        "30",  # no length
        "3001",  # longer than there is
        "300000",  # something after the end
        "30800000",  # indefinite
        "308100",  # a short length written long
        "30820001",  # a length with a leading zero
        "30850000000000",  # a length of more than four bytes
        "0000",  # the end of nothing
        "1f8101",  # a tag of several bytes
        "2400",  # a string in pieces
        "1000",  # a sequence that is not constructed
        "010101",  # truth other than FF
        "0200",  # an integer of no bytes
        "02020001",  # an integer with a leading zero
        "0202ff80",  # a negative one with a leading FF
        "0300",  # bits without their count
        "030108",  # more unused bits than a byte has
        "030101",  # unused bits of no byte
        "030206c1",  # something in the unused bits
        "050100",  # something in NULL
        "0600",  # an identifier of nothing
        "3003040561",  # an inner length beyond its container
    ],
)
def test_a_value_in_another_form_is_malformed(bad: str) -> None:
    with pytest.raises(Bad) as refused:
        check(bytes.fromhex(bad))
    assert refused.value.code is Code.MALFORMED


def nested(depth: int) -> bytes:
    raw = b""
    for _ in range(depth):
        raw = bytes(core.Sequence(contents=raw).dump())
    return raw


def test_values_may_be_many_and_deep_but_not_without_end() -> None:
    check(nested(DEEPEST))
    check(core.Sequence(contents=b"\x05\x00" * (MOST - 1)).dump())
    with pytest.raises(Bad, match="too deep"):
        check(nested(DEEPEST + 2))
    with pytest.raises(Bad, match="too many"):
        check(core.Sequence(contents=b"\x05\x00" * MOST).dump())
