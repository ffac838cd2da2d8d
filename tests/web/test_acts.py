"""Forms that act: known as ours, told in the shape of the input, answered by 303 or by the page with what was typed."""

import html
import re
from collections.abc import AsyncIterator

import httpx
import pytest
import strawberry
from starlette.applications import Starlette

from models.settings import settings
from tests.web import site

CHANGE = "/kk/notes/1/change"


async def test_a_good_form_is_done_and_leads_on(browser: httpx.AsyncClient, csrf: str) -> None:
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "new", "urgent": "true"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/kk/notes/1"
    assert site.TOLD.inputs == [site.NoteInput(id=strawberry.ID("1"), words="new", urgent=True)]


async def test_the_path_says_what_is_changed_whatever_the_form_says(browser: httpx.AsyncClient, csrf: str) -> None:
    await browser.post(CHANGE, data={"csrf": csrf, "words": "new", "id": "7"})
    (told,) = site.TOLD.inputs
    assert isinstance(told, site.NoteInput) and told.id == "1"


async def test_a_form_may_lead_to_a_page_of_this_site_only(browser: httpx.AsyncClient, csrf: str) -> None:
    for wanted, led in {
        "/account?tab=1": "/kk/account?tab=1",
        "//evil.example": "/kk/notes/1",
        "https://evil.example": "/kk/notes/1",
        "/\\evil.example": "/kk/notes/1",
        "/a\r\nSet-Cookie: b": "/kk/notes/1",
    }.items():
        answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "new", "then": wanted})
        assert answer.headers["location"] == led


async def test_a_refusal_is_422_and_the_page_keeps_what_was_typed(browser: httpx.AsyncClient, csrf: str) -> None:
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "refused"})
    assert answer.status_code == 422
    assert 'value="refused"' in answer.text
    assert "<b>words: not these words</b>" in answer.text


async def test_a_field_left_empty_is_told_with_its_name_and_nothing_is_done(
    browser: httpx.AsyncClient, csrf: str
) -> None:
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "  "})
    assert answer.status_code == 422
    assert "<b>words: " in answer.text
    assert site.TOLD.inputs == []


async def test_after_a_refusal_the_languages_lead_to_the_page_and_not_to_the_act(
    browser: httpx.AsyncClient, csrf: str
) -> None:
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "refused"})
    assert 'href="/ru/notes/1"' in answer.text


async def test_the_address_of_an_act_opened_by_hand_leads_to_its_page(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/ru/notes/1/change")
    assert (answer.status_code, answer.headers["location"]) == (303, "/ru/notes/1")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://[::1"},
        {"Origin": "http://]["},
    ],
)
async def test_a_form_sent_from_another_site_is_403_even_with_the_token(
    browser: httpx.AsyncClient, csrf: str, headers: dict[str, str]
) -> None:
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "new"}, headers=headers)
    assert answer.status_code == 403
    assert site.TOLD.inputs == []


@pytest.mark.parametrize("token", [None, "", "wrong", "қате"])
async def test_a_form_without_the_right_token_is_403(browser: httpx.AsyncClient, csrf: str, token: str | None) -> None:
    answer = await browser.post(CHANGE, data={"words": "new"} | ({} if token is None else {"csrf": token}))
    assert answer.status_code == 403
    assert site.TOLD.inputs == []


async def test_a_token_of_another_browser_is_403(application: Starlette, csrf: str) -> None:
    async with site.browser(application) as other:
        await other.get("/kk/notes/1")
        answer = await other.post(CHANGE, data={"csrf": csrf, "words": "new"})
    assert answer.status_code == 403


async def test_a_form_without_any_cookie_is_403(application: Starlette, csrf: str) -> None:
    async with site.browser(application) as other:
        answer = await other.post(CHANGE, data={"csrf": csrf, "words": "new"})
    assert answer.status_code == 403


async def test_a_form_of_our_own_page_says_so_and_passes(browser: httpx.AsyncClient, csrf: str) -> None:
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": site.SITE}
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "new"}, headers=headers)
    assert answer.status_code == 303


async def test_with_the_database_away_what_was_typed_can_be_sent_again(browser: httpx.AsyncClient, csrf: str) -> None:
    site.TOLD.away = True
    sent = {"csrf": csrf, "words": "typed <with> care", "idempotencyKey": "1-2-3"}
    answer = await browser.post(CHANGE, data=sent)
    assert answer.status_code == 503
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.text))
    assert {name: html.unescape(value) for name, value in kept.items()} == sent
    site.TOLD.away = False
    assert f'action="{CHANGE}"' in answer.text
    assert (await browser.post(CHANGE, data=sent)).status_code == 303


async def test_a_body_that_is_too_large_is_413_told_by_its_header(browser: httpx.AsyncClient, csrf: str) -> None:
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "x" * 2_000_000})
    assert answer.status_code == 413
    assert '<html lang="kk">' in answer.text


async def test_a_body_that_is_too_large_is_413_found_while_reading(
    browser: httpx.AsyncClient, environment: pytest.MonkeyPatch
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"words=" + b"x" * 100_000

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await browser.post(CHANGE, content=endless(), headers=kind)
    assert answer.status_code == 413


async def test_files_may_weigh_what_documents_may(browser: httpx.AsyncClient, csrf: str) -> None:
    large = b"x" * settings().largest_document
    answer = await browser.post(CHANGE, data={"csrf": csrf, "words": "new"}, files={"file": ("a.pdf", large)})
    assert answer.status_code == 303


async def test_a_body_that_is_no_form_is_refused(browser: httpx.AsyncClient, csrf: str) -> None:
    assert (await browser.post(CHANGE, json={"words": "new"})).status_code == 415
    broken = {"Content-Type": "multipart/form-data; boundary=a"}
    assert (await browser.post(CHANGE, content=b"--a\r\nnothing", headers=broken)).status_code in {400, 403}
    many = {"csrf": csrf, **{f"field{n}": "x" for n in range(1000)}}
    assert (await browser.post(CHANGE, data=many)).status_code == 400
