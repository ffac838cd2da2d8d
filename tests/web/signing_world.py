"""Decisions of polyclinic No. 5 that wait for its head's signature, and what its head does with them in a browser."""

import re
from html import unescape
from typing import Any

import httpx

from api.ids import encode
from models.attachment import Attachment
from tests.attachment.asking import done
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, Visitor, text

QUEUE, MANY = "/ru/work/signing", "/ru/sign/many"
REFUSED = {"ground": "UNRELIABLE", "words": "Мекенжай расталмады."}


async def filed(people: People, name: str) -> str:
    """A request of somebody who has no clinic, by its id."""
    return str(done(await (await people(name)).file())["id"])


async def checked(people: People, name: str) -> str:
    """The same with its documents checked: it waits for approval."""
    case, registrar = await filed(people, name), await people("registrar")
    return str(done(await registrar.act("checkAttachment", {"id": case}))["id"])


async def to_refuse(people: People, name: str, by: str = "registrar") -> str:
    """The same with a refusal proposed."""
    case, somebody = await filed(people, name), await people(by)
    return str(done(await somebody.act("proposeAttachmentRefusal", {"id": case, **REFUSED}))["id"])


def approval(case: str) -> str:
    return f"approveAttachment:{case}"


def refusal(case: str) -> str:
    return f"refuseAttachment:{case}"


async def state(case: str) -> str:
    """The state of a case by its id."""
    (found,) = [one for one in await Attachment.all() if encode("Attachment", one.id) == case]
    return str(found.state)


async def posted(who: Visitor, page: str, action: str, fields: dict[str, Any], files: Any = None) -> httpx.Response:
    """Send a form of a page with the proof that stands on it."""
    proof = CSRF.findall(await who.get(page))[-1]
    return await who.http.post(action, data={"csrf": proof, **fields}, files=files)


async def prepared(who: Visitor, *chosen: str) -> str:
    """Where ticking these decisions leads: the page with their texts."""
    answer = await posted(who, QUEUE, QUEUE, {"case": list(chosen)})
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


def boxes(page: str) -> list[str]:
    """What can be ticked."""
    return re.findall(r'type="checkbox" name="case" form="choice" value="([^"]+)"', page)


def ticked(page: str) -> list[str]:
    return re.findall(r'name="case" form="choice" value="([^"]+)" checked', page)


def contents(page: str) -> list[str]:
    """What NCALayer is given to sign, in Base64, in the order of the page."""
    return re.findall(r'data-content="([^"]+)"', page)


def requests(address: str) -> list[str]:
    """The requests that an address names."""
    return re.findall(r"request=([^&]+)", unescape(address))


def files(*named: tuple[str, bytes]) -> list[tuple[str, tuple[str, bytes, str]]]:
    """Signature files of one field."""
    return [("signature", (name, content, "application/pkcs7-mime")) for name, content in named]
