"""Everything made before the rounds: people and times, signed requests, and what one request of each kind says to the database."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from starlette.applications import Starlette

from api.http import route
from api.schema import published
from models import account
from models.signing import SignatureRequest
from tests.bench.bare import Words
from tests.bench.crowd import Booker, Crowd, gather
from tests.bench.recording import recording, remade, words
from tests.bench.requests import Asked, ask, by_partner, page, times
from tests.bench.signing import ECDSA, RSA, signed
from web import routes
from web.app import assemble


@dataclass(frozen=True)
class Recorded:
    """The words of one real booking, and of whom they speak; `request` is what was signed."""

    words: Words
    of: Booker
    request: str = ""

    def by(self, one: Booker, place: int, request: str = "") -> Words:
        """The same words for somebody else, about another time."""
        given = {str(self.of.person): str(one.person), self.of.iin: one.iin, str(self.of.slot): str(one.slot)}
        return remade(self.words, given | ({self.request: request} if request else {}), place)


@dataclass(frozen=True)
class Prepared:
    """Signed bookings by algorithm, the ids of what was signed, recorded words of every kind, and who has not booked yet."""

    crowd: Crowd
    signed: dict[str, list[Asked]]
    requests: list[str]
    booking: Recorded
    signing: Recorded
    lists: list[Words]
    pages: list[Words]
    waiting: list[Booker]


def site() -> Starlette:
    """The whole application, to be asked in this process."""
    return assemble(routes.declared(), [route(published, account.actor_of_token), *routes.FILES])


async def said(application: Starlette, asked: Asked) -> Words:
    """What one request says to the database."""
    with recording() as heard:
        status, body = await ask(application, asked)
    assert status == 200 and b'"errors"' not in body, body[:500]
    return words(heard)


async def prepare(people: int, signers: int) -> Prepared:
    """Fill the connected database, sign, and record one real request of each kind after one that warms the process up."""
    crowd, application = await gather(people), site()
    row = iter(crowd.bookers)
    for warming in (by_partner(crowd, next(row)), times(crowd)[0], page(crowd)[0]):
        await said(application, warming)
    first, second = next(row), next(row)
    booking = Recorded(await said(application, by_partner(crowd, first)), first)
    asked = await signed(second, ECDSA)
    (request,) = await unused()
    signing = Recorded(await said(application, asked), second, request)
    made = {name: [await signed(one, name) for one in taken(row, signers)] for name in (ECDSA, RSA)}
    lists = [await said(application, one) for one in times(crowd)]
    pages = [await said(application, one) for one in page(crowd)]
    return Prepared(crowd, made, await unused(), booking, signing, lists, pages, list(row))


async def unused() -> list[str]:
    """The ids of what was given to be signed and has not come back."""
    return [str(one) for one in await SignatureRequest.filter(used_at=None).values_list("id", flat=True)]


def taken(row: Any, number: int) -> list[Any]:
    """The next so many of those that can be used once."""
    found = list(islice(row, number))
    assert len(found) == number, "there are not enough of them"
    return found
