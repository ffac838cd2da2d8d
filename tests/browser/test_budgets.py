"""What a page costs the person who opens it, and who may keep it: bytes, requests, caches, and what the browser's own stores hold."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import httpx
import pytest

from models.demo_data import PEOPLE
from tests.browser.conftest import CDN, Open, Site, packed
from tests.browser.crawler import Crawl, Seen
from tests.browser.looking import take_post
from tests.browser.worlds import crawled, world

__all__ = ["world"]
pytestmark = pytest.mark.browser
MOST_BYTES, MOST_REQUESTS = 40 * 1024, 5
TOLD = 12  # pages named in a failure
PARTS = re.compile(r'<(?:link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href|script[^>]*src|img[^>]*src)="(?!data:)([^"]+)"')
PERSONAL = {one.surname for one in PEOPLE} | {one.iin for one in PEOPLE}


@pytest.fixture(scope="module")
def served(chromium: str, world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("budgets") / "data"
    shutil.copytree(world, folder)
    site = Site(folder)
    yield site
    site.stop()


@pytest.fixture(scope="module")
def site(served: Site) -> Site:
    """Pages are opened by `open_page` at the same site."""
    return served


@pytest.fixture(scope="module", params=["visitor", "citizen", "registrar", "head"])
def crawl(request: pytest.FixtureRequest, served: Site) -> Crawl:
    return crawled(served, str(request.param), "kk")


@lru_cache
def weight(http: httpx.Client, address: str) -> int:
    """The bytes of a part of a page as they go over the wire, compressed as any proxy does it."""
    if address.startswith(CDN):
        kept = packed("htmx.org", "4.0.1", "dist/ext/hx-sse.min.js" if "hx-sse" in address else "dist/htmx.min.js")
        return len(gzip.compress(kept.read_bytes())) if kept else 0
    answer = http.get(address)
    assert answer.status_code == 200, address
    return len(gzip.compress(answer.content))


def first(crawl: Crawl) -> list[Seen]:
    """One page of each route."""
    return [samples[0] for samples in crawl.pages.values()]


def named(found: list[str]) -> str:
    return "\n".join(found[:TOLD])


def test_the_first_view_of_every_page_is_small(crawl: Crawl) -> None:
    heavy = []
    for one in first(crawl):
        parts = list(dict.fromkeys(PARTS.findall(one.answer.text)))
        whole = len(gzip.compress(one.answer.content)) + sum(weight(crawl.http, part) for part in parts)
        if whole > MOST_BYTES or len(parts) + 1 > MOST_REQUESTS:
            heavy.append(f"{one.address}: {whole} bytes, {len(parts) + 1} requests")
    assert heavy == [], named(heavy)


def test_pages_of_somebody_who_has_signed_in_are_kept_nowhere(served: Site) -> None:
    kept = [
        f"{one.address}: {one.answer.headers.get('cache-control')}"
        for role in ("citizen", "registrar")
        for one in first(crawled(served, role, "ru"))
        if "no-store" not in one.answer.headers.get("cache-control", "")
    ]
    assert kept == [], named(kept)


def test_what_caches_may_keep_says_nothing_of_anybody(crawl: Crawl) -> None:
    kept = [one for one in first(crawl) if "no-store" not in one.answer.headers.get("cache-control", "")]
    assert [one.address for one in kept if any(name in one.answer.text for name in PERSONAL)] == []
    shared = [one for one in kept if "public" in one.answer.headers["cache-control"]]
    assert [one.address for one in shared if "set-cookie" in one.answer.headers or 'name="csrf"' in one.answer.text] == []


def test_our_own_files_are_kept_for_a_year_under_their_hash(crawl: Crawl) -> None:
    parts = {part for one in first(crawl) for part in PARTS.findall(one.answer.text) if part.startswith("/static/")}
    assert parts
    for part in parts:
        assert crawl.http.get(part).headers["cache-control"] == "public, max-age=31536000, immutable", part


@pytest.mark.parametrize("place", ["/ru/work/day", "/ru/work/queue", "/ru/work/calls"])
def test_the_browsers_stores_hold_nobody_after_moving_about(place: str, open_page: Open) -> None:
    """htmx keeps no copy of a page that somebody else at the same desk could read after signing out."""
    page = open_page()
    take_post(page, "ru", "registrar9")
    page.goto(place)
    asked = page.locator("main a[hx-get]")
    if asked.count():
        with page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true"):
            asked.first.click()
    page.goto("/ru/work")
    page.go_back()
    stores = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    assert [name for name in PERSONAL if name in json.dumps(json.loads(stores), ensure_ascii=False)] == []
