"""The first page and the start pages of the services: what stands there, for whom, and that nothing on them leads nowhere."""

import re
from html import unescape
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from models import account, demo, texts
from models.law import Language
from tests.account.conftest import SITE, Browse, Browser, nothing
from web import account as own
from web import appeal, appointment, attachment, home_visit, laws, render
from web.app import assemble
from web.page import page as declared

LANGUAGES = pytest.mark.parametrize("language", list(Language))
SERVICES = {
    "attachment": "/attachments/", "appointment": "/appointments/", "home_visit": "/home-visits/", "appeal": "/appeals/",
}  # fmt: skip
STAFF = ["registrar9", "head9", "officer9", "doctor9", "administrator9", "authority"]


@pytest.fixture(scope="module")
def application() -> Starlette:
    """The first page, the four services, the account and the law; made once, for it reads every document of theirs."""
    services = [*attachment.PAGES, *appointment.PAGES, *home_visit.PAGES, *appeal.PAGES]
    return assemble([declared("/", "home"), *services, *own.PAGES, *laws.PAGES], lifespan=nothing)


@pytest.fixture
async def browse(database: str, application: Starlette) -> Browse:
    """As everywhere in this folder, on that application."""
    await demo.seed()

    async def browser(name: str) -> Browser:
        client = httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=SITE)
        if name:
            person = await account.account_of(await demo.person(name))
            post = (await account.posts_of(person.id))[0] if name in STAFF else None
            client.cookies.set("emhana", await account.begin(person, account.SessionKind.BROWSER, post))
        return Browser(client)

    return browser


def anchors(page: str) -> set[str]:
    """What can be led to on a page."""
    return set(re.findall(r' id="([^"]+)"', page))


@LANGUAGES
@pytest.mark.parametrize("service", SERVICES)
async def test_a_start_page_says_what_it_costs_how_long_it_takes_and_what_is_needed_before_anything_else(
    browse: Browse, service: str, language: Language
) -> None:
    page = unescape(await (await browse("")).text(f"/{language}{SERVICES[service]}about"))
    begin, glance, first = (page.index(one) for one in (f'href="/{language}{SERVICES[service]}new"', 'class="glance"', "<section id="))
    assert begin < glance < first
    short = page[glance:first]
    for words in ("common.about.free", f"{service}.about.short", "common.about.need_short"):
        assert texts.text(words, language) in short


@LANGUAGES
@pytest.mark.parametrize("service", SERVICES)
async def test_each_line_of_its_contents_leads_to_a_part_of_it_and_no_part_is_left_out(
    browse: Browse, service: str, language: Language
) -> None:
    page = await (await browse("")).text(f"/{language}{SERVICES[service]}about")
    told = re.findall(r'<a href="#([^"]+)"', page.partition('class="contents"')[2].partition("</nav>")[0])
    assert told == re.findall(r'<section id="([^"]+)"', page) and {"who", "need", "how", "term", "result", "complaint", "help"} <= set(told)


@pytest.mark.parametrize("service", SERVICES)
async def test_each_paragraph_named_there_is_a_line_of_the_page_of_the_law(browse: Browse, service: str) -> None:
    visitor = await browse("")
    page, law = await visitor.text(f"/kk{SERVICES[service]}about"), await visitor.text("/kk/law")
    cited = set(re.findall(r'href="/kk/law#([^"]+)"', page))
    assert cited and cited <= anchors(law)


@LANGUAGES
async def test_the_first_page_tells_a_visitor_of_four_services_in_a_line_each(browse: Browse, language: Language) -> None:
    page = unescape(await (await browse("")).text(f"/{language}"))
    for service, path in SERVICES.items():
        assert f'href="/{language}{path}about"' in page and texts.text(f"home.{service}.facts", language) in page
    assert 'id="going"' not in page


async def test_a_citizen_without_cases_is_told_so_once(browse: Browse) -> None:
    page = await (await browse("yerlan")).text("/kk")
    assert page.count(texts.text("home.going.empty", "kk")) == 1
    assert page.index('id="going"') < page.index('class="choices services"')


@pytest.mark.parametrize("name", STAFF)
async def test_the_first_page_of_each_post_leads_to_its_work_and_to_no_service(browse: Browse, name: str) -> None:
    page = (await (await browse(name)).text("/ru")).partition("<main")[2].partition("</main>")[0]
    assert 'href="/ru/work"' in page
    assert not [path for path in SERVICES.values() if f"{path}about" in page]


def test_a_page_that_is_not_there_leads_staff_to_their_work_and_a_citizen_to_the_cases() -> None:
    assert 'href="/kk/work"' in missing("REGISTRAR") and 'href="/kk/account"' in missing("CITIZEN")
    assert 'href="/kk/work"' not in missing("")


def missing(role: str) -> str:
    """The words of the 404 page, without the head and the foot."""
    viewer: Any = {"name": "", "role": role, "roleText": "", "clinicName": "", "clinicPhone": ""} if role else None
    values = {
        "t": lambda key, **more: texts.text(key, "kk", **more), "link": lambda path: f"/kk{path}", "help": render.HELP | {"clinic": ""},
        "viewer": viewer, "status": 404, "trace": None, "path": "/nowhere",
    }  # fmt: skip
    template = render.environment().get_template("error/base.html")
    return "".join(template.blocks["main"](template.new_context(values)))
