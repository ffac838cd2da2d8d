"""The API asked inside the test's own process, for what only a process of one's own can do: cancelling at every moment."""

from api.context import context
from api.schema import published
from models.account import actor_of_token
from models.law import Language
from tests.race.calls import LINES, Act, Json, document


async def act(token: str, name: str, given: Json) -> Act:
    """An act that must succeed."""
    actor = await actor_of_token(token)
    assert actor is not None
    answer = await published.ask(document(name), {"input": given}, context(actor, Language.KK, "inside"))
    assert answer.data and not answer.errors and not answer.data["done"]["problems"], answer
    case = answer.data["done"]["attachment"]
    return Act(LINES[name], case["id"], case["number"])
