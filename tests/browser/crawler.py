"""Finds every page that a role can reach in a language: plain GET requests along the links of the site, a few samples of each route.

Nothing is signed, sent or ended on the way but what the journeys in `prelude.py` fill in, so that pages behind forms are seen too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

import httpx
from starlette.routing import compile_path

from web import routes
from web.page import Page

SAMPLES, OF_CASES = 4, 24
PREFIX = "/{language:language}"
# Routes with a language that are no pages of their own: why nobody needs to be led to them.
NO_PAGES = {
    "/live": "a stream of events of the page it belongs to",
    "/fragments": "parts of a page that htmx asks for",
    "/states": "parts of a page that htmx asks for",
    "}/status": "parts of a page that htmx asks for",
    ".csv": "a file", ".xlsx": "a file", ".zip": "a file", ".ics": "a file", "/content": "a file", "/file": "a file",
}  # fmt: skip


@dataclass
class Form:
    """A form as it stands: where it leads, how, and what it sends when nobody touches it."""

    action: str
    method: str
    values: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


class Document(HTMLParser):
    """The links and forms of a page."""

    def __init__(self, address: str, content: str) -> None:
        super().__init__()
        self.address, self.links, self.forms = address, list[str](), list[Form]()
        self._inside, self._list, self._chosen = False, "", set[str]()
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.links.append(urljoin(self.address, given["href"]))
        elif tag == "form":
            self.forms.append(Form(urljoin(self.address, given.get("action") or self.address), given.get("method", "get")))
            self._inside, self._chosen = True, set()
        elif self._inside:
            self._of_form(tag, given)

    def _of_form(self, tag: str, given: dict[str, str]) -> None:
        """A control: the first of a group of choices counts as chosen, as whoever wants to go on would choose one."""
        name, values = given.get("name", ""), self.forms[-1].values
        if given.get("type") in ("radio", "checkbox"):
            self.forms[-1].choices.setdefault(name, []).append(given.get("value", "on"))
        if tag == "select":
            self._list = name
        elif tag == "option" and self._list and (given.get("value") or "selected" in given) and self._list not in self._chosen:
            values.append((self._list, given.get("value", "")))
            self._chosen.add(self._list)
        elif tag == "input" and given.get("type") == "radio" and name not in self._chosen:
            values.append((name, given.get("value", "")))
            self._chosen.add(name)
        elif tag == "input" and name and given.get("type") not in ("radio", "checkbox", "file"):
            values.append((name, given.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._list = ""

    def leads(self) -> Iterator[str]:
        """Where a press leads without sending anything: links, and forms that only ask; and pages that a form is sent to."""
        yield from self.links
        for form in self.forms:
            if form.method == "get" and "csrf" not in dict(form.values):
                yield f"{form.action.partition('?')[0]}?{urlencode(form.values)}"

    def posts(self) -> Iterator[str]:
        """Pages whose own address a form is sent to: what a reload of their problems opens."""
        return (one.action for one in self.forms if one.method == "post" and route_of(one.action) in declared())


def plain(path: str) -> str:
    """A route's path without its language and without the kinds of its places: `/work/appeals/{id}`."""
    return re.sub(r"{(\w+):\w+}", r"{\1}", path.removeprefix(PREFIX)) or "/"


@lru_cache
def declared() -> dict[str, str]:
    """Every page with a language that a browser may be led to, and where it is declared."""
    found = {one.path: one.name for one in routes.declared() if isinstance(one, Page)}
    for route in routes.FILES:
        name = route.endpoint.__qualname__
        if route.path.startswith(PREFIX) and "GET" in (route.methods or ()) and not name.endswith("back"):
            found.setdefault(plain(route.path), name)
    return {path: name for path, name in found.items() if not path.endswith(tuple(NO_PAGES))}


@lru_cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Addresses of routes as they are matched, words before places."""
    known = [*declared(), *(plain(one.path) for one in routes.FILES if one.path.startswith(PREFIX)), *(one.path for one in routes.FILES)]
    bare = {re.sub(r"{(\w+):\w+}", r"{\1}", path) for path in known if not path.startswith(PREFIX)}
    ordered = sorted(bare, key=lambda path: [part.startswith("{") for part in path.split("/")])
    return [(compile_path(path)[0], path) for path in ordered]


def route_of(address: str) -> str:
    """The route of an address, or the address itself where none is declared."""
    path = re.sub(r"^/(kk|ru|en)(?=/|$)", "", urlsplit(address).path) or "/"
    return next((route for pattern, route in _patterns() if pattern.match(path)), path)


def kind_of(address: str) -> tuple[str, tuple[str, ...]]:
    """Addresses of one kind are samples of each other: the same route asked the same questions."""
    asked = urlsplit(address).query
    return route_of(address), tuple(sorted({part.partition("=")[0] for part in asked.split("&") if part}))


@dataclass
class Seen:
    """A page as it was answered, and from where it was reached."""

    address: str
    answer: httpx.Response
    source: str


@dataclass
class Crawl:
    """One person's way through the site in one language."""

    http: httpx.Client
    language: str
    pages: dict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    led: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    _asked: dict[tuple[str, tuple[str, ...]], set[str]] = field(default_factory=lambda: defaultdict(set))
    _known: set[str] = field(default_factory=set)

    def begin(self, addresses: list[str]) -> "Crawl":
        """Everything that can be reached from some addresses; those are tried, the rest must be there."""
        waiting = [(one, "") for one in addresses]
        while waiting:
            address, source = waiting.pop(0)
            for found, certain in self._look(address, source):
                waiting.append((found, address if certain else ""))
        return self

    def _look(self, address: str, source: str) -> list[tuple[str, bool]]:
        """Open an address and say where it leads, and whether there must be something."""
        whole = urljoin(str(self.http.base_url), address).partition("#")[0]
        path = whole.removeprefix(str(self.http.base_url).rstrip("/"))
        if not self._wanted(path):
            return []
        answer = self.http.get(path, follow_redirects=True)
        came = str(answer.url).removeprefix(str(self.http.base_url).rstrip("/"))
        if answer.status_code != 200:
            if source or answer.status_code >= 500:
                self.faults.append(f"dead link: {path} answers {answer.status_code}, from {source}")
            return []
        self.led.add(route_of(path))
        if not answer.headers["content-type"].startswith("text/html"):
            return []
        if came == path or came not in self._known:
            self._known.add(came)
            self.pages[route_of(came)].append(Seen(came, answer, source))
        page = Document(str(answer.url), answer.text)
        found = [(one, True) for one in page.leads()] + [(one, False) for one in page.posts()]
        return [(one, certain) for one, certain in found if self._own(one)]

    def _own(self, address: str) -> bool:
        """Of this site, and of this language or without any."""
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" != str(self.http.base_url).rstrip("/"):
            return False
        head = parts.path.split("/")[1] if parts.path else ""
        return head == self.language or (head not in ("kk", "ru", "en", "static"))

    def _wanted(self, path: str) -> bool:
        """Not yet seen, and not one sample too many."""
        kind, asked = kind_of(path), self._asked
        most = OF_CASES if not kind[1] and "{" in kind[0] and kind[0].count("/") <= 3 else SAMPLES if not kind[1] else 2
        if path in self._known or len(asked[kind]) >= most:
            return False
        asked[kind].add(path)
        self._known.add(path)
        return True


def form_of(page: httpx.Response, part: str) -> Form:
    """The form of a page whose action holds a part."""
    found = [one for one in Document(str(page.url), page.text).forms if one.method == "post" and part in one.action]
    assert found, (str(page.url), part, [one.action for one in Document(str(page.url), page.text).forms])
    return found[0]


def sent(http: httpx.Client, address: str, part: str, **changes: str) -> httpx.Response:
    """Open a page, send one of its forms as it stands with changes, and follow where it leads."""
    form = form_of(http.get(address, follow_redirects=True), part)
    values = dict(form.values) | {name.replace("__", "."): value for name, value in changes.items()}
    return http.post(form.action, data=values, follow_redirects=True)


def signed_in(site: str, language: str, iin: str) -> httpx.Client:
    """Somebody's browser without JavaScript, gone on in the post that the person holds; a visitor's without an IIN."""
    http = httpx.Client(base_url=site, headers={"Accept-Language": language}, timeout=30)
    if iin:
        page = http.get(f"/{language}/signin")
        form = next(one for one in Document(str(page.url), page.text).forms if ("iin", iin) in one.values)
        landed = http.post(form.action, data=dict(form.values), follow_redirects=True)
        if "/signin/post" in str(landed.url):
            offered = Document(str(landed.url), landed.text).forms
            post = next(one for one in offered if any(name == "post" for name, _ in one.values))
            http.post(post.action, data=dict(post.values), follow_redirects=True)
    return http
