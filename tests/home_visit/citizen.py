"""What a citizen does on the pages of calls, in a browser without JavaScript: each question answered, the call signed."""

import re
from html import unescape
from typing import Any

import httpx
import pytest

from api.ids import encode
from models import demo
from tests.attachment.pages import Visit, Visitor, text
from tests.home_visit.calls import HOME

NEW = "/kk/home-visits/new"
ADDRESS = {f"address.{name}": value for name, value in HOME.items()} | {"phone": "+7 701 234 56 78", "language": "KK", "arrival": "Ит бар"}
FORM = re.compile(r"<form.*?</form>", re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
async def zhanar(visit: Visit) -> Visitor:
    return await visit("zhanar")


def fields(page: str, action: str) -> dict[str, list[str]]:
    """Everything hidden that the form of an action sends, as often as it stands there."""
    form = next(one for one in FORM.findall(page) if action in one)
    found: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(form):
        found.setdefault(name, []).append(unescape(value))
    return found


async def answered(who: Visitor, step: str, given: dict[str, Any], query: str = "") -> httpx.Response:
    """Open a question and send its form."""
    page = await who.get(f"{NEW}/{step}{query}")
    return await who.http.post(f"{NEW}/{step}", data={**fields(page, f"/new/{step}"), **given})


async def led(who: Visitor, step: str, given: dict[str, Any], query: str = "") -> str:
    answer = await answered(who, step, given, query)
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


async def asked(who: Visitor, signs: tuple[str, ...] = (), **reason: Any) -> str:
    """All questions, up to the page of all answers."""
    await led(who, "danger", {"dangerSigns": list(signs)} if signs else {"none": "true"})
    await led(who, "reason", reason or {"indications": ["FEVER"], "words": "Қызуы 39"})
    return await led(who, "address", ADDRESS)


async def by_hand(who: Visitor) -> str:
    """Reason and address sent without the forms of their pages, as no page offers them: the server decides all the same."""
    proof = {"csrf": fields(await who.get(f"{NEW}/danger"), "/new/danger")["csrf"]}
    for step, given in (("reason", {"indications": ["FEVER"]}), ("address", ADDRESS)):
        answer = await who.http.post(f"{NEW}/{step}", data={**proof, **given})
        assert answer.status_code == 303, text(answer.text)[:1500]
    return f"{NEW}/check"


async def to_sign(who: Visitor, check: str) -> httpx.Response:
    page = await who.get(check)
    given = fields(page, "/new/ask/")
    action = re.findall(r'action="([^"]+/new/ask/[^"]+)"', page)[0]
    return await who.http.post(action, data=given)


async def sent(who: Visitor, sign: str) -> httpx.Response:
    """Sign with the demonstration key, sending exactly what the page holds."""
    page = await who.get(sign)
    form = next(one for one in FORM.findall(page) if 'name="demonstrate"' in one)
    action = re.findall(r'action="([^"]+)"', form)[0]
    return await who.http.post(action, data=fields(page, 'name="demonstrate"'))


async def made(who: Visitor, signs: tuple[str, ...] = (), **reason: Any) -> str:
    """The whole way; the address of the call."""
    answer = await to_sign(who, await asked(who, signs, **reason))
    assert answer.status_code == 303, text(answer.text)[:1500]
    answer = await sent(who, answer.headers["location"])
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


def at(case: dict[str, Any]) -> str:
    return f"/kk/home-visits/{case['id']}"


async def patient(name: str) -> str:
    return str(encode("Patient", (await demo.person(name)).id))
