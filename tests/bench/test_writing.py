"""What an act costs: filing and approving whole (signature, journal, notice, outbox), against an empty transaction and one line."""

import base64
from collections.abc import AsyncIterator
from typing import Any

from api.context import Context, context
from api.schema import published
from models.account import actor_of_token
from models.actor import SYSTEM
from models.database import transaction
from models.journal import record
from models.law import Language
from tests.bench.measure import calls, compare
from tests.race import inside
from tests.race.calls import Json, document, request
from tests.race.stage import Stage

TIMES = 4


async def _speaking(token: str) -> Context:
    actor = await actor_of_token(token)
    assert actor is not None
    return context(actor, Language.KK, "bench")


async def _done(speaking: Context, name: str, given: Json) -> Any:
    answer = await published.ask(document(name), {"input": given}, speaking)
    assert answer.data and not answer.data["done"]["problems"], answer
    return answer.data["done"]


async def _to_approve(stage: Stage) -> AsyncIterator[Json]:
    """Requests that are checked, each with the head's signature made beforehand."""
    desk, head = stage.here, await _speaking(stage.here.heads[0])
    for citizen in stage.citizens[: calls(TIMES)]:
        filed = await inside.act(desk.registrars[0], "submitAttachment", request(citizen, desk.clinic, "FIRST", desk=True))
        await inside.act(desk.registrars[0], "checkAttachment", {"id": filed.case})
        asked = await _done(head, "requestSignature", {"approveAttachment": {"id": filed.case}})
        made = await _done(head, "demonstrationSign", {"request": asked["signatureRequest"]["id"]})
        assert base64.b64decode(made["signature"]["cms"])
        yield {"id": filed.case, "signature": made["signature"]["cms"]}


async def test_acts_against_transactions(stage: Stage, engine: str) -> None:
    desk, head = stage.here, await _speaking(stage.here.heads[0])
    registrar = await _speaking(desk.registrars[0])
    to_approve = iter([one async for one in _to_approve(stage)])
    to_file = iter(request(citizen, desk.clinic, "FIRST", desk=True) for citizen in stage.citizens[calls(TIMES) :])

    async def empty() -> None:
        async with transaction():
            pass

    async def one_line() -> None:
        async with transaction():
            await record(SYSTEM, "bench")

    async def submit() -> None:
        await _done(registrar, "submitAttachment", next(to_file))

    async def approve() -> None:
        await _done(head, "approveAttachment", next(to_approve))

    works = {
        "one line of the journal, committed": one_line,
        "an empty transaction": empty,
        "file at the desk": submit,
        "approve, signed": approve,
    }
    await compare(f"acts, {engine}", works, TIMES)
