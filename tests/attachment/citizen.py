"""A citizen of the demonstration at the pages of attachment on a Monday morning: the questions answered, the request to be signed."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime

import pytest
import time_machine
from starlette.applications import Starlette

from models import clock, demo, texts
from models.demo_data import ALMATY, PEOPLE
from tests.attachment.browser import Browser
from web.app import create

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=clock.ZONE)
IIN = {one.key: one.iin for one in PEOPLE}
CLINIC = {"kk": "№ 5 қалалық емхана", "ru": "Городская поликлиника № 5", "en": "City Polyclinic No. 5"}
ADDRESS = {"address.kato": ALMATY, "address.locality": "Алматы", "address.street": "Сәтбаев", "address.house": "9", "address.flat": "31"}


@pytest.fixture(autouse=True)
def monday() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
async def application(database: str) -> AsyncIterator[Starlette]:
    await demo.seed()
    yield create()


@pytest.fixture(params=["kk", "ru", "en"])
def browser(application: Starlette, request: pytest.FixtureRequest) -> Browser:
    return Browser(application, str(request.param))


@pytest.fixture
def kazakh(application: Starlette) -> Browser:
    return Browser(application)


async def answered(browser: Browser, who: str, ground: str) -> None:
    """Answer every question up to the documents."""
    await browser.sign_in(IIN[who])
    await browser.open("/attachments/new")
    if browser.path.endswith("/patient"):
        await browser.fill("/attachments/new/patient")
    await browser.fill("/attachments/new/ground", {"ground": ground})
    await browser.fill("/attachments/new/address", {**ADDRESS, "phone": "+7 701 234 56 78"})
    await browser.fill("/attachments/new/clinic", {"clinic": browser.option(CLINIC[browser.language])})
    await browser.fill("/attachments/new/doctor", {"doctor": ""})
    assert browser.path == "/attachments/new/documents"


async def signing(browser: Browser, who: str = "yerlan", ground: str = "FIRST") -> None:
    """Answer everything and go on to the page of signing."""
    await answered(browser, who, ground)
    await browser.open("/attachments/new/check")
    await browser.fill("/attachments/new/ask", {"consent": "true"})
    assert browser.path.startswith("/sign/"), browser.page.text


def word(browser: Browser, key: str) -> str:
    return texts.text(key, browser.language)
