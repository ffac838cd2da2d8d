"""A browser without JavaScript at the whole site: it opens pages, fills their forms as they stand, and follows."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from starlette.applications import Starlette

SITE = "http://127.0.0.1:8000"
Values = dict[str, str]
Files = dict[str, tuple[str, bytes]]


@dataclass
class Form:
    """A form of a page: where it is sent, and what it sends when nobody touches it."""

    action: str
    values: Values = field(default_factory=dict)


class _Forms(HTMLParser):
    """Reads the forms of a page: hidden and typed fields, checked boxes, selected options."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = False
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method") == "post":
            self.found.append(Form(given.get("action", "")))
            self.inside = True
        elif self.inside and tag == "input" and given.get("name"):
            chosen = given.get("type") not in ("radio", "checkbox") or "checked" in given
            if chosen and given.get("type") != "file":
                self.found[-1].values[given["name"]] = given.get("value", "")
        elif tag == "select":
            self.select = given.get("name", "")
        elif tag == "option" and self.inside and "selected" in given:
            self.found[-1].values[self.select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


class Browser:
    """One person's browser, in one language."""

    def __init__(self, application: Starlette, language: str = "kk") -> None:
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=SITE)
        self.language = language
        self.page = httpx.Response(0)

    def address(self, path: str) -> str:
        return path if re.match(r"/(kk|ru|en|documents)\b", path) else f"/{self.language}{path}"

    async def open(self, path: str) -> httpx.Response:
        """Open a page and follow where it leads."""
        self.page = await self.client.get(self.address(path), follow_redirects=True)
        return self.page

    def form(self, action: str, **having: str) -> Form:
        """The form of the present page that is sent to an address and has these values."""
        parser = _Forms()
        parser.feed(self.page.text)
        fitting = [one for one in parser.found if one.action.startswith(self.address(action))]
        exact = [one for one in fitting if one.action == self.address(action)]
        (found, *_) = [one for one in exact or fitting if having.items() <= one.values.items()]
        return found

    async def send(self, form: Form, given: Values | None = None, files: Files | None = None) -> httpx.Response:
        """Send a form with what the person gives, and follow where it leads."""
        values = {**form.values, **(given or {})}
        self.page = await self.client.post(form.action, data=values, files=files or None, follow_redirects=True)
        return self.page

    async def fill(self, action: str, given: Values | None = None, files: Files | None = None) -> httpx.Response:
        return await self.send(self.form(action), given, files)

    def option(self, words: str) -> str:
        """The value of the choice whose label has these words."""
        pairs = re.findall(r'<input type="radio"[^>]* value="([^"]*)"[^>]*>\s*<div><label[^>]*>([^<]*)<', self.page.text)
        return next(str(value) for value, label in pairs if words in label)

    @property
    def path(self) -> str:
        return self.page.url.path.removeprefix(f"/{self.language}")

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.page.text, re.DOTALL)
        return found.group(1) if found else ""

    async def sign_in(self, iin: str) -> httpx.Response:
        """Press somebody's name on the sign-in page of the demonstration."""
        await self.open("/signin")
        return await self.send(self.form("/signin/demonstration", iin=iin))
