"""The language of a page is in its path; without one the browser's own, else Kazakh."""

import httpx
import pytest

from models.law import Language
from web.language import accepted, own_path, split


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "kk"),
        ("de", "kk"),
        ("ru", "ru"),
        ("en-US,en;q=0.9", "en"),
        ("ru-KZ,ru;q=0.9,kk;q=0.8,en;q=0.7", "ru"),
        ("de,en;q=0.5,ru;q=0.7", "ru"),
        ("en;q=0,ru;q=0.1", "ru"),
        ("*", "kk"),
        ("ru;q=nonsense,en;q=0.2", "en"),
        ("ru;q=0.5,kk;q=0.5", "kk"),
    ],
)
def test_the_heaviest_language_that_we_speak_is_taken_and_kazakh_by_default(header: str, language: str) -> None:
    assert accepted(header) == language


async def test_an_address_without_language_leads_to_the_same_page_in_the_browsers(browser: httpx.AsyncClient) -> None:
    for address, target in {"/": "/en", "/notes/1?tab=history": "/en/notes/1?tab=history"}.items():
        answer = await browser.get(address, headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.headers["location"]) == (302, target)
        assert answer.headers["vary"] == "Accept-Language"


@pytest.mark.parametrize("language", list(Language))
async def test_links_keep_the_language_and_the_switch_keeps_the_page(
    browser: httpx.AsyncClient, language: Language
) -> None:
    answer = await browser.get(f"/{language}/notes/1")
    assert f'<html lang="{language}">' in answer.text
    assert f'action="/{language}/notes/1/change"' in answer.text
    for other in Language:
        assert f'href="/{other}/notes/1"' in answer.text


async def test_an_error_speaks_the_language_of_its_address_else_of_the_browser(browser: httpx.AsyncClient) -> None:
    assert '<html lang="ru">' in (await browser.get("/ru/nowhere")).text
    assert '<html lang="en">' in (await browser.get("/nowhere", headers={"Accept-Language": "en"})).text


def test_only_the_three_languages_are_taken_from_a_path() -> None:
    assert split("/kk/a/b") == ("kk", "/a/b")
    assert split("/ru") == ("ru", "/")
    assert split("/kko/a") == (None, "/kko/a")


@pytest.mark.parametrize("path", [None, "", "a", "//a", "https://a", "/a\\b", "/a\nb", "javascript:a"])
def test_a_path_that_may_leave_the_site_is_not_followed(path: str | None) -> None:
    assert own_path(path) is None
