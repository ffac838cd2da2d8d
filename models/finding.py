"""Finding for staff: people of their cases by name, a case of any service by its number."""

from typing import Any

from models.actor import Actor
from models.case import CASES, numbered
from models.law.notice import parse
from models.person import Person
from models.search import beginning, plain

LEAST = 2


def enough(words: str) -> bool:
    """Whether words are enough to look for somebody by name: one of them has two letters at least."""
    return any(len(word) >= LEAST and word.isalpha() for word in plain(words).split())


async def people(actor: Actor, words: str, most: int) -> list[Person]:
    """The people of the cases that an actor may see whose names begin with these words, in any order and spelling; by name."""
    if not enough(words):
        return []
    keys: set[Any] = set()
    for table in CASES.values():
        named = table.visible_to(actor).filter(beginning("person__search", words))
        keys.update(await named.distinct().limit(most).values_list("person_id", flat=True))
    return await Person.filter(id__in=list(keys)).order_by("search", "birth_date").limit(most)


async def case(actor: Actor, number: str) -> Any:
    """The case of a number as people type it, of any service, as far as an actor may see it; or None."""
    read = parse(number)
    return await numbered(actor, f"{read.prefix}-{read.year}-{read.sequence:06d}-") if read else None
