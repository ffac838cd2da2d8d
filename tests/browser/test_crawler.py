"""Every page that every role can reach, in every language, found by following links: accessible, in one language, narrow enough, and
the same when a form is sent empty. A failure names role, language, page and rule."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, Route

from tests.browser import purity
from tests.browser.conftest import CDN, Site, packed
from tests.browser.crawler import Crawl, Seen, declared, kind_of
from tests.browser.looking import AXE, LANGUAGES
from tests.browser.world import ROLES
from tests.browser.worlds import SPEECH, crawled, world

__all__ = ["world"]
pytestmark = pytest.mark.browser
CHECKS = (Path(__file__).parent / "page_checks.js").read_text("utf-8")
PER_KIND, NARROW, BROAD = 1, 320, 1280
# Pages that no role came to, and why; the list must not grow unnoticed, and what was seen after all must leave it.
UNSEEN = {
    "/signin/next": "leads on and shows nothing",
}
KNOWN = dict[tuple[str, str, str], Crawl]()
ALIKE = set[str]()


Where = tuple[str, str, str]  # the world, the language, the role
SiteOf = Callable[[Where], Site]
# with cases every role in every language; as the demonstration begins, every role in one
FULL = [("with cases", language, role) for language in LANGUAGES for role in ROLES]
EMPTY = [("empty", LANGUAGES[number % len(LANGUAGES)], role) for number, role in enumerate(ROLES)]


def of_language(where: Where) -> object:
    """Workers share the crawl by languages: what one language has alike on the pages of several roles is looked at once."""
    return pytest.param(*where, marks=pytest.mark.xdist_group(f"crawler-{where[1]}"))


FIRST = pytest.mark.xdist_group(f"crawler-{LANGUAGES[0]}")


@pytest.fixture(scope="module")
def sites(chromium: str, world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOf]:
    """A copy of the world for each crawl, one served at a time: what one leaves behind is not in the way of the next."""
    running: dict[Where, Site] = {}

    def served(where: Where) -> Site:
        if where not in running:
            stop()
            running[where] = Site(copied(world, tmp_path_factory.mktemp("crawled") / "data", filled=where[0] != "empty"))
        return running[where]

    def stop() -> None:
        for one in running.values():
            one.stop()
        running.clear()

    yield served
    stop()


def copied(world: Path, folder: Path, *, filled: bool) -> Path:
    """The world's folder; empty, it has its keys only."""
    shutil.copytree(world, folder)
    if not filled:
        for file in folder.glob("emhana.sqlite3*"):
            file.unlink()
    return folder


def known(sites: SiteOf, filled: str, language: str, role: str) -> Crawl:
    """What a role can reach, found once."""
    key = filled, language, role
    if key not in KNOWN:
        KNOWN[key] = crawled(sites(key), role, language, filled=filled != "empty")
    return KNOWN[key]


def akin(one: str, other: str) -> bool:
    """Pages that may be called alike: a page and what is below it, one page at two addresses, one sheet for two roles."""
    same = one.startswith(other) or other.startswith(one) or declared().get(one) == declared().get(other)
    return same or one.removeprefix("/work") == other.removeprefix("/work")


@dataclass
class Inspection:
    """Opens pages in one browser context and says what is wrong with them."""

    context: BrowserContext
    language: str
    role: str
    axe: str | None
    faults: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    titles: dict[str, str] = field(default_factory=dict)
    path: str = ""

    def __post_init__(self) -> None:
        self.page: Page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.fault("script", str(error)))

    def fault(self, rule: str, told: object) -> None:
        self.faults.append(f"{self.role}, {self.language}, {self.path}: {rule}: {told}")

    def _hear(self, line: ConsoleMessage) -> None:
        # an answer with problems (422) is what the crawler asked for; the browser calls it an error
        if line.type in ("error", "warning") and "status of 4" not in line.text:
            self.fault("console", line.text)

    def every(self, pages: list[Seen]) -> None:
        """Every page as it stands; then each of its forms sent empty."""
        for one in pages:
            self.path = one.address
            answer = self.page.goto(one.address)
            self.look(answer, 200)
            forms = self.page.evaluate("crawler.look().forms")
            self.longer()
            for turn, (number, action, _) in enumerate(forms):
                if turn:
                    self.path = one.address
                    self.page.goto(one.address)
                    self.page.evaluate(CHECKS)
                self.path = f"{one.address}, {kind_of(action)[0]} sent empty"
                self.send_empty(number)

    def look(self, answer: Response | None, status: int) -> None:
        """One page, however it was come to."""
        if answer is None or answer.status != status:
            self.fault("status", answer and answer.status)
        self.page.evaluate(CHECKS)
        found: dict[str, Any] = self.page.evaluate("crawler.look()")
        self._of(found)
        self._accessible()

    def _of(self, found: dict[str, Any]) -> None:
        if found["language"] != self.language:
            self.fault("language", found["language"])
        if found["headings"] != 1:
            self.fault("h1", found["headings"])
        route = kind_of(self.path.partition(",")[0])[0]
        if not found["title"] or not akin(self.titles.setdefault(found["title"], route), route):
            self.fault("title", f"“{found['title']}” is that of {self.titles.get(found['title'])} too")
        if found["wide"]:
            self.fault("scrolls sideways", found["wide"])
        self.pure(found["texts"])

    def pure(self, texts: list[list[str]]) -> None:
        """Each text against the language that it says it has."""
        for spoken, text, place in texts:
            if spoken in SPEECH and text not in self.said and (wrong := purity.foreign(text, SPEECH[spoken])):
                self.said.add(text)
                self.fault("language", f"{place} ({spoken}): {' '.join(wrong[:6])} in “{text[:90]}”")

    def _accessible(self) -> None:
        """axe once for each content of a page, narrow or broad by language; then narrow again, with every text longer."""
        mark = sha256(self.page.evaluate("document.querySelector('main').innerText").encode()).hexdigest() + self.language
        if self.axe and mark not in ALIKE:
            ALIKE.add(mark)
            self.page.set_viewport_size({"width": BROAD if self.language == "ru" else NARROW, "height": 900})
            if self.language == "ru" and (over := self.page.evaluate("crawler.wide()")):
                self.fault(f"scrolls sideways at {BROAD}", over)
            self.page.evaluate(self.axe)
            for violation in self.page.evaluate(AXE):
                self.fault("axe", violation)
            self.page.set_viewport_size({"width": NARROW, "height": 640})

    def longer(self) -> None:
        self.page.evaluate("crawler.lengthen()")
        if over := self.page.evaluate("crawler.wide()"):
            self.fault("scrolls sideways with longer text", over)

    def send_empty(self, number: int) -> None:
        """A form sent with nothing in it: told at once what is wrong, by a summary that has the focus and leads to the fields."""
        with self.page.expect_navigation() as led:
            self.page.evaluate("n => { setTimeout(() => crawler.empty(n), 0) }", number)
        if led.value is None or led.value.status == 200:
            return  # nothing was missing
        self.look(led.value, 422)
        told = self.page.evaluate("crawler.problems()")
        if not told["told"]:
            self.fault("no summary of problems", "")
        elif not told["focused"]:
            self.fault("the summary of problems has no focus", "")
        if told["lost"]:
            self.fault("the summary leads to nothing", told["lost"])


Opened = Callable[[Site], BrowserContext]


@pytest.fixture
def opened(browser: Browser, htmx: Path | None) -> Iterator[Opened]:
    """A narrow browser that knows no other host but the CDN."""
    contexts: list[BrowserContext] = []

    def answer(route: Route) -> None:
        if not htmx or not route.request.url.startswith(CDN):
            route.abort()
            return
        asked = packed("htmx.org", "4.0.1", "dist/ext/hx-sse.min.js") if "hx-sse" in route.request.url else htmx
        route.fulfill(path=asked, headers={"content-type": "text/javascript", "access-control-allow-origin": "*"})

    def at(site: Site) -> BrowserContext:
        contexts.append(browser.new_context(viewport={"width": NARROW, "height": 640}, base_url=site.address))
        contexts[-1].route(lambda url: not url.startswith(site.address), answer)
        return contexts[-1]

    yield at
    for one in contexts:
        one.close()


@pytest.mark.parametrize(("filled", "language", "role"), [of_language(one) for one in FULL + EMPTY])
def test_every_page_is_sound(filled: str, language: str, role: str, sites: SiteOf, opened: Opened, axe: str | None) -> None:
    found, site = known(sites, filled, language, role), sites((filled, language, role))
    context = opened(site)
    for name, value in found.http.cookies.items():
        context.add_cookies([{"name": name, "value": value, "url": site.address}])
    inspection = Inspection(context, language, role, axe)
    inspection.faults += [f"{role}, {language}: {one}" for one in found.faults]
    inspection.every([one for samples in found.pages.values() for one in samples[:PER_KIND]])
    assert inspection.faults == [], json.dumps(inspection.faults, ensure_ascii=False, indent=1)


@FIRST
def test_somebody_came_to_every_declared_page(sites: SiteOf) -> None:
    crawls = [known(sites, "with cases", LANGUAGES[0], role) for role in ROLES]
    seen = {route for one in crawls for route in one.led | set(one.pages)}
    assert sorted(set(declared()) - seen) == sorted(UNSEEN)


SPOIL = """() => {
    const main = document.querySelector("main")
    main.insertAdjacentHTML("beforeend", "<h1>Екінші тақырып</h1><button></button><p>Жауап береді</p><p>Отвечает поликлиника</p>"
        + "<p lang='en'>The clinic answers</p><p lang='en'>Жауап береді</p>")
    main.append(Object.assign(document.createElement("pre"), {textContent: "а".repeat(200)}))
}"""


@FIRST
def test_a_spoilt_page_is_found_out(sites: SiteOf, opened: Opened, axe: str | None) -> None:
    """The rules above are no decoration: each of them says what is wrong with a page that breaks it."""
    inspection = Inspection(opened(sites(("with cases", "kk", "visitor"))), "kk", "visitor", axe)
    answer = inspection.page.goto("/kk/verify")
    inspection.look(answer, 200)
    inspection.longer()
    assert inspection.faults == []
    inspection.page.reload()
    inspection.page.evaluate(SPOIL)
    inspection.look(answer, 422)
    told = "\n".join(inspection.faults)
    for rule in ("status", "h1", "scrolls sideways", "Отвечает", "p (en): жауап береді", *(["axe: button-name"] if axe else [])):
        assert rule.lower() in told.lower(), (rule, told)
    assert "The clinic answers" not in told and "p (kk): жауап" not in told


@FIRST
def test_a_page_that_only_just_fits_is_found_out_when_its_text_grows(sites: SiteOf, opened: Opened) -> None:
    inspection = Inspection(opened(sites(("with cases", "kk", "visitor"))), "kk", "visitor", None)
    inspection.look(inspection.page.goto("/kk/verify"), 200)
    inspection.page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<nobr>Құжаттың нөмірі бойынша</nobr>')")
    inspection.page.evaluate("document.querySelector('nobr').style.whiteSpace = 'nowrap'")
    inspection.longer()
    assert any("longer text" in one for one in inspection.faults)
