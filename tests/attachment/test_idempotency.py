"""The same request again is the same answer, once: for each act that makes something."""

import base64
from typing import Any
from uuid import uuid4

import pytest

from models.attachment import Attachment
from models.consent import Consent
from models.document import Document
from models.idempotency import IdempotencyKey
from models.person import Person
from models.representation import Representation
from tests.attachment.asking import HOMES, PDF, Json, clinic_id, codes, done, iin, request
from tests.attachment.conftest import People

SHOWN = {
    "uploadDocument": "document { id }", "giveConsent": "consent { id }", "recordRepresentation": "representation { id }",
    "recordPerson": "patient { id }",
}  # fmt: skip
MADE: dict[str, Any] = {"uploadDocument": Document, "giveConsent": Consent, "recordRepresentation": Representation, "recordPerson": Person}


async def inputs() -> dict[str, tuple[str, Json, Json]]:
    """By act: who does it, with what, and what is changed to make it another request."""
    content = base64.b64encode(PDF).decode()
    power = {"representative": await iin("yerlan"), "represented": await iin("olga"), "right": "POWER_OF_ATTORNEY", "basis": "№ 1"}
    names = {"iin": "730404399077", "surname": "Үлгілі", "givenName": "Асан", "birthDate": "1973-04-04", "phone": "+77010000000"}
    return {
        "uploadDocument": ("yerlan", {"kind": "OTHER", "fileName": "a.pdf", "content": content}, {"kind": "IDENTITY"}),
        "giveConsent": ("yerlan", {"clinic": await clinic_id("almaty-5")}, {"clinic": await clinic_id("almaty-9")}),
        "recordRepresentation": ("registrar", {**power, "services": ["ATTACHMENT"], "until": "2027-01-01"}, {"until": "2027-02-01"}),
        "recordPerson": ("registrar", {**names, "address": HOMES["far"], "identity": "№ 1"}, {"surname": "Басқа"}),
    }  # fmt: skip


@pytest.mark.parametrize("act", SHOWN)
async def test_an_act_repeated_is_done_once_and_another_input_under_its_key_is_refused(people: People, act: str) -> None:
    name, given, change = (await inputs())[act]
    who, before = await people(name), await MADE[act].all().count()
    keyed = {"idempotencyKey": str(uuid4()), **given}
    answers = [await who.act(act, keyed, SHOWN[act]) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2] and not codes(answers[0])
    assert await MADE[act].all().count() == before + 1
    assert codes(await who.act(act, keyed | change, SHOWN[act])) == ["IDEMPOTENCY_KEY_REUSED"]
    assert await MADE[act].all().count() == before + 1


async def test_a_request_sent_twice_is_one_case(people: People) -> None:
    yerlan = await people("yerlan")
    signed = await yerlan.signed("submitAttachment", await request())
    first, second = [done(await yerlan.act("submitAttachment", signed)) for _ in range(2)]
    assert first == second
    assert await Attachment.filter(person__iin=await iin("yerlan")).count() == 1
    assert codes(await yerlan.act("submitAttachment", signed | {"phone": "+77019999999"})) == ["IDEMPOTENCY_KEY_REUSED"]


async def test_a_repeated_request_shows_the_case_as_it_is_now(people: People) -> None:
    yerlan = await people("yerlan")
    signed = await yerlan.signed("submitAttachment", await request())
    case = done(await yerlan.act("submitAttachment", signed))
    await yerlan.act("withdrawAttachment", {"id": case["id"]})
    assert done(await yerlan.act("submitAttachment", signed))["state"] == "WITHDRAWN"


async def test_a_key_of_one_caller_says_nothing_about_anothers(people: People) -> None:
    key, given = str(uuid4()), {"clinic": await clinic_id("almaty-5")}
    found = []
    for name in ("yerlan", "olga"):
        found.append(await (await people(name)).act("giveConsent", {"idempotencyKey": key, **given}, "consent { id patient { fullName } }"))
    assert not codes(found[0]) and not codes(found[1])
    assert found[0]["consent"]["patient"] != found[1]["consent"]["patient"]


async def test_a_key_used_for_one_act_is_not_good_for_another(people: People) -> None:
    yerlan, key = await people("yerlan"), str(uuid4())
    await yerlan.act("giveConsent", {"idempotencyKey": key, "clinic": await clinic_id("almaty-5")}, "consent { id }")
    assert codes(await yerlan.act("submitAttachment", await request(idempotencyKey=key))) == ["IDEMPOTENCY_KEY_REUSED"]


async def test_a_refused_request_leaves_its_key_free(people: People) -> None:
    yerlan, given = await people("yerlan"), await request()
    assert codes(await yerlan.act("submitAttachment", given)) == ["SIGNATURE_REQUIRED"]
    assert not await IdempotencyKey.exists()
    done(await yerlan.act("submitAttachment", await yerlan.signed("submitAttachment", given)))
