"""The citizen's way to an appointment in a browser without JavaScript: the doctor, the time, the answers, the signature."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

from api.ids import encode
from models import demo
from models.clinic import Clinic
from tests.attachment.asking import BINS
from tests.attachment.pages import Visitor, hidden

NEW = "/kk/appointments/new"
ANSWERS = {"reason": "PRIMARY", "phone": "+7 701 234 56 78", "language": "KK"}
RADIO = re.compile(r'<input type="radio" id="([^"]+)" name="slot" value="([^"]+)"')
ACTION = re.compile(r'<form method="post" action="([^"]+)"')


async def patient(name: str) -> str:
    return str(encode("Patient", (await demo.person(name)).id))


async def times(name: str, specialty: str = "GP", clinic: str = "almaty-9", **more: str) -> str:
    """The address of the free times of a specialty for a person."""
    place = str(encode("Clinic", (await Clinic.get(bin=BINS[clinic])).id))
    return f"{NEW}/times?" + urlencode({"clinic": place, "specialty": specialty, "patient": await patient(name), **more})


def offered(page: str) -> list[str]:
    """The times that a page lets choose."""
    return [value for _, value in RADIO.findall(page)]


def action(page: str, ending: str) -> str:
    """The address of the form whose address ends or goes on so."""
    found = [unescape(one) for one in ACTION.findall(page) if ending in one]
    assert found, (ending, ACTION.findall(page))
    return found[0]


def proof(page: str) -> str:
    return str(re.findall(r'name="csrf" value="([^"]+)"', page)[-1])


async def post(who: Visitor, page: str, ending: str, fields: dict[str, Any]) -> Any:
    """Send the form of a page as shown to the action that its address names."""
    return await who.http.post(action(page, ending), data={"csrf": proof(page), **fields})


async def held(who: Visitor, name: str, specialty: str = "GP", which: int = 0, **more: str) -> str:
    """Choose one of the free times of the first day; the address of the page of the hold."""
    page = await who.get(await times(name, specialty, **more))
    answer = await post(who, page, "/times", {"patient": await patient(name), "slot": offered(page)[which]})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of the form that asks for the answers."""
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if "/ask/" in one)
    return dict(re.findall(r'<input type="hidden" name="(patient|slot)" value="([^"]*)"', form))


async def answered(who: Visitor, hold: str, **changes: str) -> Any:
    """Answer the questions of the page of a hold; what came back."""
    page = await who.get(hold)
    return await post(who, page, "/ask/", {**fields_of(page), **ANSWERS, **changes})


async def to_sign(who: Visitor, check: str) -> str:
    """From the page of all answers to the page where they are signed."""
    page = await who.get(check)
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if "/sign/" in one)
    given = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    answer = await who.http.post(action(page, "/sign/"), data=given)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


async def signed(who: Visitor, sign: str) -> Any:
    """Sign with the demonstration key."""
    page = await who.get(sign)
    return await who.http.post(action(page, "/bookAppointment"), data={**hidden(page), "demonstrate": "true"})


async def booked(who: Visitor, name: str, specialty: str = "GP", which: int = 0, **changes: str) -> str:
    """The whole way; the address of the appointment."""
    answer = await answered(who, await held(who, name, specialty, which), **changes)
    assert answer.status_code == 303, answer.text
    done = await signed(who, await to_sign(who, answer.headers["location"]))
    assert done.status_code == 303, done.text
    return str(done.headers["location"])
