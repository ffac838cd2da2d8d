"""What inputs of every service are given: a case by its id, keys and signatures, phones and words as people type them."""

import strawberry

from api.problems import Invalid, ProblemCode

LONGEST_WORDS = 2000
SIGNATURE = "A CMS over the bytes that `requestSignature` gave for this act and input; the desk has none."
KEY = "A UUID made for this act; repeating it gives the first answer."


@strawberry.input(description="One case.")
class CaseInput:
    id: strawberry.ID = strawberry.field(description="The case's id.")


def phone(given: str) -> str:
    """A phone with its country code, spaces and brackets as people write them left out."""
    digits = "".join(sign for sign in given if sign in "0123456789")
    if len(digits) == 11 and digits[0] == "8":
        digits = "7" + digits[1:]
    if not 10 <= len(digits) <= 15 or any(sign not in "0123456789+-() " for sign in given.strip()):
        raise Invalid(ProblemCode.INVALID_PHONE, "phone")
    return f"+{digits}"


def words(given: str, field: str, longest: int = LONGEST_WORDS) -> str:
    """Words of a person, not too long and without control characters."""
    if len(given) > longest:
        raise Invalid(ProblemCode.TOO_LONG, field, most=longest)
    if any(not sign.isprintable() and sign not in "\n\r\t" for sign in given):
        raise Invalid(ProblemCode.INVALID_VALUE, field)
    return given.strip()
