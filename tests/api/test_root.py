"""Who may call what, and what a caller who may not is told."""

import pytest

from api.execution import Answer
from models.actor import NOBODY, Actor
from models.law import Role
from tests.api.small import API, CITIZEN, REGISTRAR, asking

ACT = "mutation ($input: ReadInInput!) { readIn(input: $input) { reader { surname } problems { code field message } } }"


async def asked(text: str, actor: Actor) -> Answer:
    return await API.ask(text, {}, asking(actor))


@pytest.mark.parametrize(("actor", "code"), [(NOBODY, "UNAUTHENTICATED"), (CITIZEN, "FORBIDDEN")])
async def test_a_role_that_is_not_named_gets_nothing_and_is_told(actor: Actor, code: str) -> None:
    answer = await asked("{ ledger }", actor)
    assert answer.data == {"ledger": None}
    assert answer.errors[0]["extensions"]["code"] == code


async def test_a_role_that_is_named_is_answered() -> None:
    assert (await asked("{ ledger }", REGISTRAR)).data == {"ledger": "ledger"}


@pytest.mark.parametrize(("scopes", "data"), [({"ledger:read"}, "abroad"), ({"other"}, None), (set(), None)])
async def test_a_partner_also_needs_the_scope(scopes: set[str], data: str | None) -> None:
    answer = await asked("{ abroad }", Actor(role=Role.PARTNER, scopes=frozenset(scopes)))
    assert answer.data == {"abroad": data}


async def test_what_is_absent_or_hidden_is_null_without_a_word() -> None:
    answer = await asked("{ hidden }", CITIZEN)
    assert (answer.data, answer.errors) == ({"hidden": None}, [])


@pytest.mark.parametrize(("actor", "code"), [(NOBODY, "UNAUTHENTICATED"), (Actor(role=Role.DOCTOR), "FORBIDDEN")])
async def test_an_act_of_a_role_that_is_not_named_is_a_problem(actor: Actor, code: str) -> None:
    variables = {"input": {"idempotencyKey": "0" * 32, "iin": "1", "surname": "A", "born": "x"}}
    answer = await API.ask(ACT, variables, asking(actor))
    assert answer.data
    assert answer.data["readIn"]["reader"] is None
    assert [one["code"] for one in answer.problems] == [code]


async def test_everything_typed_wrong_is_told_at_once_each_on_its_field() -> None:
    variables = {"input": {"idempotencyKey": "0" * 32, "iin": "1", "surname": "A", "born": "yesterday"}}
    answer = await API.ask(ACT, variables, asking())
    assert [(one["code"], one["field"]) for one in answer.problems] == [("IIN_LENGTH", ["iin"]), ("INVALID_DATE", ["born"])]
