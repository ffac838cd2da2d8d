"""The clinic's pages of calls in a browser without JavaScript: their forms filled in and sent, a call entered for somebody."""

import re
from html import unescape
from typing import Any

import httpx
import pytest

from models import texts
from models.home_visit import HomeVisit
from models.law import Language
from tests.attachment.asking import Json, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visitor, text
from tests.home_visit.calls import called

BOARD = "/ru/work/calls"
IN_ZONE = {"address.street": "Төле би", "address.house": "45"}
HTMX = {"HX-Request": "true", "HX-Target": "div#board"}
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
OPTION = re.compile(r'<option value="([^"]*)"( selected)?>')


@pytest.fixture
async def case(people: People) -> Json:
    """Zhanar's call of the portal, which awaits an answer."""
    return await called(await people("zhanar"))


def words(key: str, **values: object) -> str:
    """Words of these pages in Russian."""
    return texts.text(f"home_visit_work.{key}", Language.RU, **values)


def form(page: str, action: str) -> str:
    """The form of a page that leads to an action."""
    found = [one for one in re.findall(r'<form method="post".*?</form>', page, re.DOTALL) if f'action="{action}"' in one]
    assert len(found) == 1, (action, re.findall(r'<form method="post" action="([^"]+)"', page))
    return str(found[0])


def unseen(page: str, action: str) -> dict[str, str]:
    """What a form carries unseen."""
    return {name: unescape(value) for name, value in FIELD.findall(form(page, action))}


def choices(page: str, action: str, name: str) -> tuple[list[str], str]:
    """The options of a list in a form, and which of them is chosen as the page opens."""
    inside = re.findall(rf'<select [^>]*name="{name}"[^>]*>.*?</select>', form(page, action), re.DOTALL)[0]
    found = OPTION.findall(inside)
    return [value for value, _ in found], next((value for value, chosen in found if chosen), found[0][0])


async def send(who: Visitor, page: str, action: str, fields: dict[str, Any] | None = None) -> httpx.Response:
    """Open a page and send one of its forms."""
    shown = await who.get(page)
    return await who.http.post(action, data=unseen(shown, action) | (fields or {}))


def place(case: Json, act: str = "") -> str:
    """The page of a call, or of an act on it."""
    return f"{BOARD}/{case['id']}" + (f"/{act}" if act else "")


async def row(case: Json) -> HomeVisit:
    """The call as the database has it."""
    return await HomeVisit.get(number=case["number"])


async def enter(who: Visitor, name: str, channel: str, **fields: Any) -> httpx.Response:
    """Enter a call for somebody, as the page suggests it, with a reason."""
    address = f"/ru/work/people/{await patient_id(name)}/call"
    shown = await who.get(f"{address}?channel={channel}")
    inside = form(shown, address)
    given = dict(re.findall(r'<input[^>]*name="(address\.[^"]+|phone)"[^>]*value="([^"]*)"', inside))
    asked = {"asked": "true"} if channel in ("DESK", "PHONE") and "dangerSigns" not in fields else {}
    said = {"language": "RU", "words": "Болит горло", "phone": "+7 701 234 56 78"}
    given = {key: unescape(value) for key, value in given.items()} | asked | said
    return await who.http.post(address, data=unseen(shown, address) | given | fields)


async def entered(who: Visitor, name: str, channel: str, **fields: Any) -> Json:
    """A call that was entered, by its page of the answer."""
    answer = await enter(who, name, channel, **fields)
    assert answer.status_code == 303, text(answer.text)[:1200]
    key = str(answer.headers["location"]).split("/")[-2]
    return {"id": key, "number": (await HomeVisit.all().order_by("-submitted_at", "-number").first()).number}  # type: ignore[union-attr]
