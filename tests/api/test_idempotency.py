"""Acts: one transaction each, once per key, and nothing left of an act that was refused or failed."""

import asyncio
import logging
from typing import Any
from uuid import uuid4

import pytest

from api.execution import Answer
from models.actor import Actor
from models.idempotency import IdempotencyKey
from models.law.person import check_digit
from models.person import Person
from tests.api.small import API, CITIZEN, REGISTRAR, SECRET, asking

ACT = """mutation ($input: ReadInInput!) {
  readIn(input: $input) { reader { surname } problems { code field message provision { basis } } }
}"""


def iin(eleven: str = "90010130001") -> str:
    return f"{eleven}{check_digit(eleven)}"


async def read_in(key: object, actor: Actor = CITIZEN, **changes: Any) -> Answer:
    given = {"idempotencyKey": str(key), "iin": iin(), "surname": "Abai", "born": "1990-01-01"} | changes
    return await API.ask(ACT, {"input": given}, asking(actor))


def codes(answer: Answer) -> list[str]:
    return [one["code"] for one in answer.problems]


async def test_the_same_key_and_input_act_once_and_give_the_first_answer(database: str) -> None:
    key = uuid4()
    first, second = await read_in(key), await read_in(key)
    assert first.data == second.data == {"readIn": {"reader": {"surname": "Abai"}, "problems": []}}
    assert await Person.all().count() == 1


async def test_two_requests_at_once_act_once(database: str) -> None:
    key = uuid4()
    answers = await asyncio.gather(*(read_in(key) for _ in range(5)))
    assert [answer.data for answer in answers] == [{"readIn": {"reader": {"surname": "Abai"}, "problems": []}}] * 5
    assert await Person.all().count() == 1


async def test_the_same_key_for_another_input_is_a_mistake(database: str) -> None:
    key = uuid4()
    await read_in(key)
    answer = await read_in(key, surname="Mukhtar")
    assert [(one["code"], one["field"]) for one in answer.problems] == [("IDEMPOTENCY_KEY_REUSED", ["idempotencyKey"])]
    assert await Person.all().count() == 1


async def test_a_key_of_one_caller_says_nothing_about_anothers(database: str) -> None:
    key = uuid4()
    await read_in(key)
    answer = await read_in(key, REGISTRAR, iin=iin("85050540002"))
    assert codes(answer) == []
    assert await Person.all().count() == 2


async def test_a_refusal_leaves_nothing_and_cites_its_paragraph(database: str) -> None:
    key = uuid4()
    answer = await read_in(key, surname="Refused")
    assert [(one["code"], one["provision"]["basis"]) for one in answer.problems] == [("NO_CONSENT", "personal-data-law:8")]
    assert await Person.all().count() == await IdempotencyKey.all().count() == 0
    assert codes(await read_in(key)) == []


async def test_an_act_that_fails_leaves_nothing_and_shows_nothing(database: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = await read_in(uuid4(), surname="Broken")
    assert SECRET not in str(answer.body())
    assert answer.errors[0]["extensions"] == {"code": "INTERNAL", "traceId": "trace-1"}
    assert await Person.all().count() == await IdempotencyKey.all().count() == 0
