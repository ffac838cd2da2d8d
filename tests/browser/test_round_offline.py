"""The doctor's round on a phone with a bad connection: what could not be sent says so, stays, and is sent once."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

from models import texts
from tests.browser.conftest import CDN, Open, Site, packed
from tests.browser.looking import IIN, Look, take_post
from web import render as render  # brings the words of the site

pytestmark = pytest.mark.browser
Json = dict[str, Any]
HOME = {"locality": "Алматы", "street": "Төле би", "house": "45", "flat": "2", "entrance": "1", "floor": "3", "intercom": "45К"}
FILES = ("dist/htmx.min.js", "dist/ext/hx-sse.min.js")
ROUND = "/ru/work/round"


class Clinic:
    """The registrar at /graphql, who enters calls and gives them to the doctor, and looks how they stand."""

    def __init__(self, site: Site) -> None:
        command = [str(Path(sys.executable).parent / "emhana"), "demo", "token", "registrar9"]
        token = subprocess.run(command, env=site.environment, capture_output=True, text=True, check=True).stdout.strip()
        self.http = httpx.Client(base_url=site.address, headers={"Authorization": f"Bearer {token}"}, timeout=20)

    def ask(self, query: str, **variables: Any) -> Any:
        body = self.http.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in body, body
        (found,) = body["data"].values()
        return found

    def call(self, name: str, **more: Any) -> Json:
        """A call by phone, accepted and assigned to the general practitioner."""
        given = {
            "idempotencyKey": str(uuid4()), "patientIin": IIN[name], "channel": "PHONE", "indications": ["FEVER"], "dangerSigns": [],
            "words": "Кеше кештен бері қызуы 39", "address": HOME, "phone": "+7 701 234 56 78", "language": "KK", **more,
        }  # fmt: skip
        entered = self.ask("mutation ($i: CallDoctorInput!) { callDoctor(input: $i) { homeVisit { id } problems { message } } }", i=given)
        assert entered["problems"] == []
        case = self.see(entered["homeVisit"]["id"])
        doctors = self.ask("{ doctors(first: 100) { nodes { id fullName } } }")["nodes"]
        doctor = next(one["id"] for one in doctors if "Каримов" in one["fullName"])
        given = {"id": case["id"], "version": case["version"], "window": case["windows"][0], "doctor": doctor}
        accept = "mutation ($i: AcceptHomeVisitInput!) { acceptHomeVisit(input: $i) { homeVisit { id } problems { message } } }"
        assert self.ask(accept, i=given)["problems"] == []
        return self.see(case["id"])

    def see(self, key: str) -> Json:
        found: Json = self.ask("query ($id: ID!) { homeVisit(id: $id) { id version state outcome windows { since until } } }", id=key)
        return found


@pytest.fixture
def clinic(site: Site) -> Iterator[Clinic]:
    opened = Clinic(site)
    yield opened
    opened.http.close()


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """The doctor's phone. Whatever its console complains of but the lost connection fails the test."""
    scripts = {CDN + "npm/htmx.org@4.0.1/" + inside: packed("htmx.org", "4.0.1", inside) for inside in FILES}
    if None in scripts.values():
        pytest.skip("htmx cannot be fetched here")
    context = browser.new_context(base_url=site.address, viewport={"width": 320, "height": 640})
    complaints: list[str] = []

    def answer(route: Route) -> None:
        heads = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
        route.fulfill(path=scripts[route.request.url], headers=heads)

    def hear(line: ConsoleMessage) -> None:
        if line.type == "error" and not any(word in line.text for word in ("net::ERR", "422", "[object Object]", "Failed to fetch")):
            complaints.append(line.text)

    context.route(CDN + "**", answer)
    context.on("console", hear)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def page(phone: BrowserContext, clinic: Clinic) -> Page:
    """The doctor, signed in."""
    opened = phone.new_page()
    take_post(opened, "ru", "doctor9")
    return opened


def alert(page: Page) -> Any:
    return page.get_by_role("alert")


def test_a_step_without_a_connection_says_so_and_is_sent_once_when_it_is_back(
    phone: BrowserContext, page: Page, clinic: Clinic, axe: str | None
) -> None:
    case = clinic.call("zhanar")
    page.goto(ROUND)
    look = Look(page, "ru", True, axe, "round")
    look("card")
    phone.set_offline(True)
    page.locator(f"#set_out-{case['id']}").click()
    expect(alert(page)).to_contain_text(texts.text("home_visit_round.unsent.title", "ru"))
    key = page.locator('form[data-unsent] [name="idempotencyKey"]').input_value()
    look("offline")
    page.wait_for_timeout(1000)
    alert(page).get_by_role("button").click()
    page.wait_for_timeout(1000)
    expect(alert(page)).to_have_count(1)
    assert page.locator('form[data-unsent] [name="idempotencyKey"]').input_value() == key
    assert clinic.see(case["id"])["version"] == case["version"]
    phone.set_offline(False)
    expect(page.locator(f"#arrive-{case['id']}")).to_be_visible()
    expect(alert(page)).to_have_count(0)
    found = clinic.see(case["id"])
    assert (found["state"], found["version"]) == ("EN_ROUTE", case["version"] + 1)


def test_a_double_tap_counts_once_and_does_not_hit_the_next_step(page: Page, clinic: Clinic) -> None:
    case = clinic.call("zhanar")
    page.goto(ROUND)
    page.locator(f"#set_out-{case['id']}").dblclick()
    expect(page.locator(f"#arrive-{case['id']}")).to_be_visible()
    page.locator(f"#arrive-{case['id']}").click()  # the second tap of a slow finger
    page.wait_for_timeout(300)
    found = clinic.see(case["id"])
    assert (found["state"], found["version"]) == ("EN_ROUTE", case["version"] + 1)
    page.wait_for_timeout(800)
    page.locator(f"#arrive-{case['id']}").click()
    expect(page.locator(f"#complete-{case['id']}")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == f"complete-{case['id']}"


def test_a_step_whose_answer_was_lost_counts_once(phone: BrowserContext, page: Page, clinic: Clinic) -> None:
    case = clinic.call("zhanar")
    page.goto(ROUND)
    lost: list[int] = []

    def lose(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(route.fetch(max_redirects=0).status)
        return route.abort()

    phone.route("**/set_out", lose)
    page.locator(f"#set_out-{case['id']}").click()
    expect(alert(page)).to_be_visible()
    assert lost == [303] and clinic.see(case["id"])["state"] == "EN_ROUTE"
    page.wait_for_timeout(1000)
    alert(page).get_by_role("button").click()
    expect(page.locator(f"#arrive-{case['id']}")).to_be_visible()
    assert clinic.see(case["id"])["version"] == case["version"] + 1


def test_what_was_typed_stays_without_a_connection_and_after_a_reload_until_it_is_sent(
    phone: BrowserContext, page: Page, clinic: Clinic, axe: str | None
) -> None:
    case = clinic.call("zhanar")
    path = f"{ROUND}/{case['id']}/complete"
    page.goto(path)
    look = Look(page, "ru", True, axe, "round")
    page.get_by_label(texts.text("law.home_visit_outcome.HOSPITALISED", "ru")).check()
    page.locator("#diagnosis").fill("Пневмония")
    phone.set_offline(True)
    page.locator("form[data-keep] .next button").click()
    expect(alert(page)).to_be_visible()
    look("complete-offline")
    expect(page.locator("#diagnosis")).to_have_value("Пневмония")
    key = page.locator('form[data-keep] [name="idempotencyKey"]').input_value()
    phone.route("**/complete", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    phone.set_offline(False)
    page.reload()
    expect(page.locator("#diagnosis")).to_have_value("Пневмония")
    assert page.locator('[name="outcome"]:checked').input_value() == "HOSPITALISED"
    assert page.locator('form[data-keep] [name="idempotencyKey"]').input_value() == key
    phone.unroute("**/complete")
    page.locator("form[data-keep] .next button").click()
    expect(page).to_have_url(f"{page.url.partition('/ru')[0]}{ROUND}#call-{case['id']}")
    assert page.evaluate("sessionStorage.length") == 0
    assert (found := clinic.see(case["id"]))["state"] == "COMPLETED" and found["outcome"] == "HOSPITALISED"
    assert found["version"] == case["version"] + 1


def test_a_refused_form_shows_its_problems_and_keeps_what_was_typed(page: Page, clinic: Clinic) -> None:
    case = clinic.call("zhanar")
    page.goto(f"{ROUND}/{case['id']}/complete")
    page.locator("#helpGiven").fill("Тексеру")
    page.locator("form[data-keep] .next button").click()
    expect(page.locator(".problems")).to_be_focused()
    expect(page.locator("#helpGiven")).to_have_value("Тексеру")


def test_the_list_renews_by_itself_and_what_is_open_or_unsent_stays(phone: BrowserContext, page: Page, clinic: Clinic) -> None:
    first, done = clinic.call("zhanar"), clinic.call("olga")
    page.goto(f"{ROUND}/{done['id']}/complete")
    page.get_by_label(texts.text("law.home_visit_outcome.LEFT_AT_HOME", "ru")).check()
    page.locator("form[data-keep] .next button").click()
    expect(page.locator("#over")).to_have_attribute("open", "")  # led to the call that was done
    expect(page.locator("#live-poll > div")).to_have_count(0)
    phone.route("**/set_out", lambda route: route.abort())
    page.wait_for_timeout(1000)
    page.locator(f"#set_out-{first['id']}").click()
    expect(alert(page)).to_be_visible()
    another = clinic.call("marat")
    expect(page.locator(f"#call-{another['id']}")).to_be_visible()
    expect(alert(page)).to_be_visible()
    assert page.evaluate("document.getElementById('over').open")


def test_signing_out_anywhere_takes_with_it_what_was_typed_and_not_sent(open_page: Open) -> None:
    """The typed form of a visit is medical: it must not wait in the tab for the next person."""
    page = open_page(width=320)
    take_post(page, "ru", "doctor9")
    page.evaluate("sessionStorage.setItem('keep:/ru/work/round/x/complete', '[]')")
    page.goto("/ru/account")
    page.locator('form[action$="/signout"] button').click()
    expect(page.locator('a[href*="/signin"]').first).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage)") == []
