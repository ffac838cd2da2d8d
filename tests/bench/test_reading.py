"""What it costs to ask through the layers: a page and a GraphQL list, against the same rows read directly."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette

from api.context import context
from api.ids import decode
from api.schema import published
from models.account import actor_of_token
from models.attachment import Attachment
from models.document import Document
from models.journal import Entry
from models.law import Language
from models.notice import Notice
from tests.bench.measure import compare
from tests.race import inside
from tests.race.calls import request
from tests.race.stage import Stage
from web import routes, session
from web.app import assemble

LIST = """query { attachments(first: 20) { nodes {
  id number state stateText submittedAt mark patient { fullName iin } clinic { name } due { at overdue }
} pageInfo { hasNextPage endCursor } } }"""


@asynccontextmanager
async def already_connected(app: Starlette) -> AsyncIterator[None]:
    yield


async def test_a_page_against_its_rows(stage: Stage, engine: str) -> None:
    desk, citizen = stage.here, stage.citizens[0]
    filed = await inside.act(desk.registrars[0], "submitAttachment", request(citizen, desk.clinic, "FIRST", desk=True))
    key = decode(filed.case, "Attachment")
    transport = httpx.ASGITransport(assemble(routes.declared(), routes.FILES, lifespan=already_connected))
    cookies = {session.cookie_name(): citizen.token}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", cookies=cookies) as browser:

        async def page() -> None:
            answer = await browser.get(f"/kk/attachments/{filed.case}")
            assert answer.status_code == 200 and filed.number in answer.text

        async def rows() -> None:
            await actor_of_token(citizen.token)
            case = await Attachment.get(id=key).prefetch_related("person", "applicant", "clinic", "site", "doctor__person")
            await Entry.filter(case_id=case.id, reading=False).order_by("at")
            await Document.filter(attachment_id=case.id)
            await Notice.filter(attachment_id=case.id)

        await compare(f"attachment/show, {engine}", {"its rows, read directly": rows, "the page through the site": page})


async def test_a_list_of_twenty_against_its_rows(stage: Stage, engine: str) -> None:
    desk = stage.here
    for citizen in stage.citizens[:25]:
        await inside.act(desk.registrars[0], "submitAttachment", request(citizen, desk.clinic, "FIRST", desk=True))
    actor = await actor_of_token(desk.registrars[0])
    assert actor is not None

    async def rows() -> None:
        found = await Attachment.visible_to(actor).order_by("-submitted_at", "id").limit(21).prefetch_related("person", "clinic")
        assert len(found) == 21

    async def asked() -> None:
        answer = await published.ask(LIST, {}, context(actor, Language.KK, "bench"))
        assert answer.data and len(answer.data["attachments"]["nodes"]) == 20

    await compare(f"attachments, the latest 20, {engine}", {"their rows, read directly": rows, "GraphQL, in-process": asked})
