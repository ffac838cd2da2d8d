"""What the dispatch board costs with two hundred live calls: the page and the query, against the same rows read directly."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette

from api.context import context
from api.schema import published
from models import trust
from models.account import actor_of_token
from models.clinic import Doctor
from models.database import close, connect
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Language
from models.law.home_visit import LIVE
from models.law.specialty import ATTENDING
from tests.bench.measure import compare
from tests.race.calls import Json
from tests.race.herd import FIELDS, Asked
from tests.race.home_visit_stage import Dispatch, accepting, by_phone, open_dispatch
from web import routes, session
from web.app import assemble

CALLS, TIMES = 200, 2
BOARD = """query { callBoard {
  calls { id number version state stateText urgency urgencyText words phone visitDay patient { fullName age } address { line }
    indications { text } window { since until } doctor { id fullName } due { at overdue } may { act text } }
  doctors { waiting done absent reception doctor { id fullName } }
} }"""


@asynccontextmanager
async def already_connected(app: Starlette) -> AsyncIterator[None]:
    yield


@pytest.fixture
async def dispatch(address: str) -> AsyncIterator[Dispatch]:
    """A clinic with two hundred people, connected."""
    trust.authority.cache_clear()
    await connect(address)
    yield await open_dispatch(CALLS, 1)
    await close()
    trust.authority.cache_clear()


async def asked(one: Asked) -> Json:
    """An act in this process: the call after it."""
    name, given = one
    kind, shown = FIELDS[name]
    actor = await actor_of_token(given["by"])
    assert actor is not None
    document = f"mutation($input: {kind}!) {{ done: {name}(input: $input) {{ {shown} }} }}"
    answer = await published.ask(document, {"input": given["input"]}, context(actor, Language.KK, "bench"))
    assert answer.data and not answer.data["done"]["problems"], answer
    return dict(answer.data["done"]["homeVisit"])


async def test_the_board_with_two_hundred_live_calls_against_its_rows(dispatch: Dispatch, engine: str) -> None:
    registrar = dispatch.registrars[0][0]
    visits = [await asked(by_phone(registrar, one)) for one in dispatch.people[0]]
    for number, visit in enumerate(visits[::2]):  # half of them are answered
        await asked(accepting(registrar, visit, dispatch.doctors[number % len(dispatch.doctors)]))
    actor = await actor_of_token(registrar)
    assert actor is not None
    transport = httpx.ASGITransport(assemble(routes.declared(), routes.FILES, lifespan=already_connected))
    cookies = {session.cookie_name(): registrar}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", cookies=cookies) as browser:

        async def rows() -> None:
            await actor_of_token(registrar)
            found = await HomeVisit.visible_to(actor).filter(state__in=LIVE).prefetch_related("person", "site", "doctor__person")
            doctors = Doctor.filter(clinic_id=actor.clinic, serving=True, specialty__in=ATTENDING)
            await doctors.prefetch_related("person", "site")
            await Entry.filter(case_id__in=[one.id for one in found], reading=True).only("id", "case_id")
            assert len(found) == CALLS

        async def query() -> None:
            answer = await published.ask(BOARD, {}, context(actor, Language.KK, "bench"))
            assert answer.data and len(answer.data["callBoard"]["calls"]) == CALLS

        async def page() -> None:
            answer = await browser.get("/kk/work/calls")
            assert answer.status_code == 200 and visits[0]["number"] in answer.text

        works = {"their rows, read directly": rows, "callBoard, in-process": query, "the page through the site": page}
        await compare(f"dispatch board, {CALLS} live calls, {engine}", works, TIMES)
