"""Finding cases of any service by what people type: a number, or an IIN."""

from typing import Any

from models.law import person
from models.law.notice import parse


def searched(found: Any, words: str) -> Any:
    """By the number of a case as people type it, or by IIN."""
    number = parse(words)
    if number:
        return found.filter(number__startswith=f"{number.prefix}-{number.year}-{number.sequence:06d}-")
    iin = person.normalise(words)
    return found.filter(person__iin=iin) if person.iin_fault(iin) is None else found.filter(id=None)
