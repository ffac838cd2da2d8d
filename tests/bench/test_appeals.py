"""What appeals cost: one filed at a desk against its rows inserted bare, the work of a body with three hundred, figures over 20,000."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count, cycle
from uuid import uuid4

import httpx
import pytest
from starlette.applications import Starlette

from api.context import context
from api.schema import published
from models import clock, trust
from models.account import actor_of_token
from models.actor import Actor
from models.appeal import Appeal
from models.database import close, connect, connection, transaction
from models.law import Language
from models.law.appeal import Outcome, State
from models.law.notice import APPEAL_PREFIX, number
from tests.bench.bare import Words
from tests.bench.measure import compare
from tests.bench.recording import INSERT, recording, remade, words
from tests.race.appeal_stage import KINDS, Bodies, filing, inside, open_bodies, some
from web import routes, session
from web.app import assemble

TIMES, WAITING, MANY, BATCH = 4, 300, 20_000, 500
WORK = """query { appealWork {
  id number state stateText kindText name dueOn due { at overdue } next { act text by overdue yours } may { act }
} }"""
FIGURES = """query($since: Date!, $until: Date!) { appealFigures(since: $since, until: $until) {
  received running inTerm late satisfied byKind { key number }
} }"""


@asynccontextmanager
async def already_connected(app: Starlette) -> AsyncIterator[None]:
    yield


@pytest.fixture
async def bodies(address: str) -> AsyncIterator[Bodies]:
    """The demonstration, with people who appeal, connected."""
    trust.authority.cache_clear()
    await connect(address)
    yield await open_bodies(30)
    await close()
    trust.authority.cache_clear()


async def inserts(bodies: Bodies) -> Words:
    """The rows that one appeal taken in at a desk writes, as statements."""
    await inside(filing(bodies["officer9"], bodies.people[0]))
    with recording() as heard:
        await inside(filing(bodies["officer9"], bodies.people[1]))
    return [one for one in words(heard) if INSERT.match(one[0])]


async def test_an_appeal_filed_at_a_desk_against_its_rows(bodies: Bodies, engine: str) -> None:
    said, place, people = await inserts(bodies), count(), cycle(bodies.people)

    async def bare() -> None:
        async with transaction():
            for sql, values in remade(said, {}, next(place)):
                await connection().execute_query(sql, list(values))

    async def desk() -> None:
        await inside(filing(bodies["officer9"], next(people)))

    async def nobody() -> None:
        await inside(filing(bodies["officer9"]))

    async def partner() -> None:
        await inside(filing(bodies["partner"], next(people)))

    works = {f"its {len(said)} rows, inserted bare": bare, "at a desk": desk, "at a desk, of nobody known": nobody, "by a partner": partner}
    await compare(f"filing an appeal, {engine}", works, TIMES)


async def speaking(bodies: Bodies, name: str) -> Actor:
    actor = await actor_of_token(bodies[name].by)
    assert actor is not None
    return actor


async def test_the_work_of_a_body_with_three_hundred_appeals_against_its_rows(bodies: Bodies, engine: str) -> None:
    for place, person in enumerate(some(bodies, WAITING)):
        await inside(filing(bodies["officer9"], person if place % 3 else None, KINDS[place % len(KINDS)]))
    actor, token = await speaking(bodies, "officer9"), bodies["officer9"].by
    transport = httpx.ASGITransport(assemble(routes.declared(), routes.FILES, lifespan=already_connected))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", cookies={session.cookie_name(): token}) as browser:

        async def rows() -> None:
            await actor_of_token(token)
            assert len(await Appeal.visible_to(actor).prefetch_related("clinic", "authority", "person")) == WAITING

        async def query() -> None:
            answer = await published.ask(WORK, {}, context(actor, Language.KK, "bench"))
            assert answer.data and len(answer.data["appealWork"]) == WAITING, answer.errors

        async def page() -> None:
            assert (await browser.get("/kk/work/appeals")).status_code == 200

        works = {"their rows, read directly": rows, "appealWork, in-process": query, "the page through the site": page}
        await compare(f"work of a body, {WAITING} appeals, {engine}", works, 1)


async def test_figures_over_twenty_thousand_appeals(bodies: Bodies, engine: str) -> None:
    await many(bodies)
    actor, today = await speaking(bodies, "head9"), clock.today()
    period = {"since": (today - timedelta(days=364)).isoformat(), "until": today.isoformat()}

    async def counted() -> None:
        await Appeal.filter(clinic_id=actor.clinic, authority_id=None).count()

    async def rows() -> None:
        assert len(await Appeal.filter(clinic_id=actor.clinic, authority_id=None).values_list("state", "kind", "lapsed_at")) > MANY

    async def query() -> None:
        answer = await published.ask(FIGURES, period, context(actor, Language.KK, "bench"))
        assert answer.data and answer.data["appealFigures"]["received"] > MANY, answer.errors

    works = {"three columns of every row, read directly": rows, "counted by the database": counted, "appealFigures, in-process": query}
    await compare(f"figures over {MANY:,} appeals, {engine}", works, 1)


async def many(bodies: Bodies) -> None:
    """So many appeals of one clinic over half a year, a third of them decided, like one that was filed."""
    filed = await inside(filing(bodies["officer9"], bodies.people[0]))
    like, now = await Appeal.get(number=filed["number"]), clock.now()
    same = {name: getattr(like, name) for name in Appeal._meta.fields_db_projection}
    made = []
    for place in range(2, MANY + 2):
        at, decided = now - timedelta(minutes=13 * place), place % 3 == 0
        ended = {"state": State.DECIDED, "outcome": Outcome.GRANTED, "ended_at": at, "answered_at": at} if decided else {}
        own = {"id": uuid4(), "number": number(APPEAL_PREFIX, 2025, place), "register_number": place, "submitted_at": at}
        made.append(Appeal(**{**same, **own, "kind": KINDS[place % len(KINDS)], **ended}))
    await Appeal.bulk_create(made, batch_size=BATCH)
