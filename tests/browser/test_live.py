"""A page that changes by itself in a real browser: what is chosen stays chosen, and whoever hears no events asks."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from models.database import migrate
from tests.browser.conftest import CDN, ROOT, packed
from tests.race.serving import free_port
from tests.web.live_site import SLOTS

pytestmark = pytest.mark.browser
ONE, TWO, _ = SLOTS
FILES = ("dist/htmx.min.js", "dist/ext/hx-sse.min.js")


class Served:
    """The site of the tests, which can be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        database = f"sqlite://{folder / 'emhana.sqlite3'}"
        self.environment = {
            **os.environ, "EMHANA_DEMONSTRATION": "1", "EMHANA_DATA": str(folder), "EMHANA_SITE": self.address,
            "EMHANA_DATABASE_URL": database,
        }  # fmt: skip
        with ThreadPoolExecutor() as aside:  # the browser's driver keeps a loop running in this thread
            aside.submit(lambda: asyncio.run(migrate.upgrade(database))).result()
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-m", "tests.web.live_site", str(self.port)], cwd=ROOT, env=self.environment)
        with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client:
            assert client.get(f"{self.address}/live").status_code == 200

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.wait(3) is not None

    def tell(self, path: str) -> None:
        assert httpx.post(self.address + path).status_code == 200


@pytest.fixture(scope="module")
def site_of_all(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    found = Served(tmp_path_factory.mktemp("live"))
    yield found
    found.stop()


@pytest.fixture
def served(site_of_all: Served) -> Served:
    """One server for all these tests, each of which finds it as if it had just started."""
    site_of_all.tell("/anew")
    return site_of_all


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Page]:
    """The page, with a clock that the test moves; the two scripts come with the bytes whose hashes the page names."""
    scripts = {CDN + "npm/htmx.org@4.0.1/" + inside: packed("htmx.org", "4.0.1", inside) for inside in FILES}
    if None in scripts.values():
        pytest.skip("htmx cannot be fetched here")
    context = browser.new_context(base_url=served.address)
    complaints: list[str] = []

    def answer(route: Route) -> None:
        if "hx-sse" in route.request.url:
            time.sleep(0.2)  # the extension arrives later than htmx and must not come too late
        heads = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
        route.fulfill(path=scripts[route.request.url], headers=heads)

    def hear(line: ConsoleMessage) -> None:
        if "Content Security Policy" in line.text or "integrity" in line.text:
            complaints.append(line.text)

    context.route(CDN + "**", answer)
    page = context.new_page()
    page.clock.install()
    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def wait(page: Page, seconds: int) -> None:
    """Let the page's time pass in steps that leave its requests the time to be answered."""
    for _ in range(seconds // 4):
        page.clock.run_for(4_000)
        page.wait_for_timeout(30)


def choose(page: Page) -> None:
    page.locator(f"#choice-{ONE}").check()
    page.locator(f"#choice-{ONE}").focus()
    page.evaluate("window.chosen = document.activeElement")


def untouched(page: Page) -> None:
    """The chosen radio is the very element that it was, checked and with the focus."""
    assert page.evaluate(f"chosen === document.activeElement && chosen.checked && chosen === document.getElementById('choice-{ONE}')")


def test_what_others_take_is_shown_and_the_choice_is_not_touched(served: Served, opened: Page) -> None:
    opened.goto("/page")
    expect(opened.locator("#live-poll > div")).to_have_count(0)
    choose(opened)
    for slot in (TWO, ONE):
        served.tell(f"/take/{slot}")
        expect(opened.locator(f"#slot-state-{slot}")).to_have_text("taken")
        untouched(opened)
    assert opened.locator("#slots-news").get_attribute("role") == "status"
    expect(opened.locator("#slots-news")).to_have_text("2 taken")
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    wait(opened, 68)
    assert asked == []  # neither asked for fragments nor connected twice


def test_a_page_without_events_asks_every_twenty_seconds_and_tries_again(served: Served, opened: Page) -> None:
    served.tell("/limit/0")
    opened.goto("/page")
    choose(opened)
    served.tell(f"/take/{TWO}")
    wait(opened, 8)
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("free")
    wait(opened, 16)
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("taken")
    served.tell(f"/take/{TWO}")
    wait(opened, 20)
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("free")
    expect(opened.locator("#live-poll > div")).to_have_count(1)
    served.tell("/limit/500")
    wait(opened, 20)
    expect(opened.locator("#live-poll > div")).to_have_count(0)
    untouched(opened)


def test_a_page_whose_stream_is_lost_asks_until_it_is_back(served: Served, opened: Page) -> None:
    opened.goto("/page")
    expect(opened.locator("#live-poll > div")).to_have_count(0)
    choose(opened)
    served.tell("/limit/0")
    wait(opened, 4)
    expect(opened.locator("#live-poll > div")).to_have_count(1)
    served.tell(f"/take/{TWO}")
    wait(opened, 20)
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("taken")
    served.tell("/limit/500")
    wait(opened, 80)
    expect(opened.locator("#live-poll > div")).to_have_count(0)
    served.tell(f"/take/{TWO}")
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("free")
    untouched(opened)


def test_a_restart_of_the_server_is_survived(served: Served, opened: Page) -> None:
    opened.goto("/page")
    expect(opened.locator("#live-poll > div")).to_have_count(0)
    choose(opened)
    served.stop()
    wait(opened, 4)
    served.start()
    wait(opened, 80)
    served.tell(f"/take/{TWO}")
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("taken")
    untouched(opened)


HIDE = """hidden => {
    Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_page_in_the_background_hangs_up_and_sees_everything_when_it_is_back(served: Served, opened: Page) -> None:
    opened.goto("/page")
    expect(opened.locator("#live-poll > div")).to_have_count(0)
    choose(opened)
    opened.evaluate(HIDE, True)
    wait(opened, 8)
    assert httpx.get(f"{served.address}/listeners").text == "0"
    served.tell(f"/take/{TWO}")
    opened.evaluate(HIDE, False)
    wait(opened, 4)
    expect(opened.locator(f"#slot-state-{TWO}")).to_have_text("taken")
    untouched(opened)
