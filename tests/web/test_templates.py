"""What templates may not hold: anything that the content security policy would refuse, or that would break without JavaScript."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import web

FOLDER = Path(web.__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
JINJA = re.compile(r"{%.*?%}|{#.*?#}|{{.*?}}", re.DOTALL)
PROOF = re.compile(r'name="csrf"|\.hidden\(|hidden\(key')
SENDING = {"hx-post", "hx-put", "hx-patch", "hx-delete"}


class _Elements(HTMLParser):
    """Every element with its attributes; of scripts and styles, whether they have a text of their own."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self.inside = ""
        self.feed(JINJA.sub(" ", source))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = tag if tag in {"script", "style"} else ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.inline.append(self.inside)


@pytest.fixture(params=TEMPLATES, ids=lambda file: file.relative_to(FOLDER).as_posix())
def source(request: pytest.FixtureRequest) -> str:
    return Path(request.param).read_text("utf-8")


def test_nothing_is_shown_without_escaping(source: str) -> None:
    assert not re.search(r"\|\s*safe\b|autoescape\s+false|Markup", source)


def test_no_script_or_style_stands_in_a_page(source: str) -> None:
    elements = _Elements(source)
    assert elements.inline == []
    for tag, attributes in elements.found:
        assert "style" not in attributes, tag
        assert tag != "style"
        assert not [name for name in attributes if name.startswith("on")], tag


def test_every_script_carries_the_nonce(source: str) -> None:
    for script in re.findall(r"<script[^>]*>", source):
        assert 'nonce="{{ nonce }}"' in script


def test_htmx_is_used_without_what_needs_eval(source: str) -> None:
    for tag, attributes in _Elements(source).found:
        for name, value in attributes.items():
            assert not name.startswith("hx-on"), tag
            if name.startswith("hx-"):
                assert "js:" not in (value or "") and "javascript:" not in (value or ""), tag
            assert name != "hx-trigger" or "[" not in (value or ""), tag


def test_what_htmx_asks_says_itself_where_the_answer_goes(source: str) -> None:
    for tag, attributes in _Elements(source).found:
        if SENDING & set(attributes) or "hx-get" in attributes:
            assert {"hx-target", "hx-swap"} <= set(attributes), tag


def test_what_htmx_does_a_browser_without_it_does_too(source: str) -> None:
    """An element that htmx serves is a link or a form, so it works with JavaScript off; what asks by itself is only looked at."""
    for tag, attributes in _Elements(source).found:
        if "hx-get" in attributes and "hx-trigger" not in attributes:
            assert (tag == "a" and "href" in attributes) or tag == "form"
        if SENDING & set(attributes) and not (attributes.get("hx-trigger") or "").startswith("every "):
            assert tag == "form" and attributes.get("method") == "post"


def test_every_form_that_posts_carries_the_proof_that_it_is_ours(source: str) -> None:
    for form in _forms(source):
        if 'method="post"' in form and "again.items()" not in form:
            assert PROOF.search(form), form[:120]


def test_every_form_that_creates_carries_a_fresh_key() -> None:
    """The input of its mutation has an `idempotencyKey`: then the form, or the macro that made it, sends one."""
    for document in sorted(FOLDER.rglob("*.graphql")):
        template = document.with_suffix(".html")
        if "idempotencyKey" in document.read_text("utf-8") and template.exists():
            text = template.read_text("utf-8")
            assert "fresh_key()" in text or "hidden(" in text or ".sheet(" in text, document.name


def test_every_page_is_a_document_and_a_template_of_one_name() -> None:
    shared = {file for folder in ("parts", "error") for file in (FOLDER / folder).rglob("*.html")} | {
        FOLDER / "layout.html"
    }
    alone = [file for file in TEMPLATES if file not in shared and not file.with_suffix(".graphql").exists()]
    assert alone == []


def _forms(source: str) -> list[str]:
    return re.findall(r"<form.*?</form>", source, re.DOTALL)
