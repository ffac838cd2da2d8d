"""The session of somebody who has signed in: the cookie, the head of the page, and the end of it."""

import re
from datetime import timedelta

import httpx
import pytest
import time_machine
from starlette.applications import Starlette
from starlette.responses import Response

from models import account, clock, demo
from models.account import SessionKind
from web import session


@pytest.fixture
async def token(database: str, application: Starlette) -> str:
    """The session of a demonstration citizen in a browser."""
    await demo.seed()
    return await account.begin(await account.account_of(await demo.person("zhanar")), SessionKind.BROWSER)


@pytest.fixture
async def signed_in(browser: httpx.AsyncClient, token: str) -> httpx.AsyncClient:
    browser.cookies.set(session.cookie_name(), token)
    return browser


async def test_the_page_names_who_has_signed_in_and_offers_the_way_out(signed_in: httpx.AsyncClient) -> None:
    answer = await signed_in.get("/kk/notes/1")
    assert "Жанар" in answer.text and 'action="/kk/signout"' in answer.text
    assert "set-cookie" not in answer.headers


async def test_staff_are_named_with_role_and_clinic_and_the_clinics_phone_stands_below(
    browser: httpx.AsyncClient, token: str
) -> None:
    head = await account.account_of(await demo.person("head"))
    (post,) = await account.posts_of(head.id)
    browser.cookies.set(session.cookie_name(), await account.begin(head, SessionKind.BROWSER, post))
    answer = await browser.get("/en/notes/1")
    assert "City Polyclinic No. 5" in answer.text and "+7 727 000 05 05" in answer.text


async def test_a_form_of_the_session_passes_and_the_visitors_token_no_longer_does(
    browser: httpx.AsyncClient, csrf: str, token: str
) -> None:
    browser.cookies.set(session.cookie_name(), token)
    found = re.search(r'name="csrf" value="([^"]+)"', (await browser.get("/kk/notes/1")).text)
    assert found and found.group(1) != csrf
    for sent, status in {found.group(1): 303, csrf: 403}.items():
        answer = await browser.post("/kk/notes/1/change", data={"csrf": sent, "words": "new"})
        assert answer.status_code == status


async def test_each_answer_masks_the_token_of_its_forms_anew_and_every_mask_passes(browser: httpx.AsyncClient, csrf: str) -> None:
    again = re.search(r'name="csrf" value="([^"]+)"', (await browser.get("/kk/notes/1")).text)
    assert again and again.group(1) != csrf
    for sent in (csrf, again.group(1)):
        assert (await browser.post("/kk/notes/1/change", data={"csrf": sent, "words": "new"})).status_code == 303


@pytest.mark.parametrize("broken", ["", "x", "ж", "A" * 86, "A" * 200, "=", "A" * 85])
async def test_a_token_that_is_none_of_ours_is_turned_away(browser: httpx.AsyncClient, csrf: str, broken: str) -> None:
    for sent in (broken, csrf[:-3] + "AAA" if not csrf.endswith("AAA") else csrf[:-3] + "BBB", csrf[43:] + csrf[:43]):
        assert (await browser.post("/kk/notes/1/change", data={"csrf": sent, "words": "new"})).status_code == 403


async def test_the_token_of_a_form_does_not_tell_the_session(token: str, signed_in: httpx.AsyncClient) -> None:
    assert token not in (await signed_in.get("/kk/notes/1")).text


async def test_a_form_of_a_session_that_has_ended_leads_to_sign_in(signed_in: httpx.AsyncClient) -> None:
    with time_machine.travel(clock.now() + timedelta(hours=1), tick=False):
        answer = await signed_in.post("/kk/notes/1/change", data={"csrf": "old", "words": "new"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/kk/signin?then=")


async def test_signing_in_gives_a_cookie_no_script_can_read_and_takes_the_visitors(
    environment: pytest.MonkeyPatch,
) -> None:
    answer = Response()
    session.begin(answer, "token")
    given, taken = answer.headers.getlist("set-cookie")
    assert given.startswith("emhana=token;") and "HttpOnly" in given and "SameSite=lax" in given and "Path=/" in given
    assert taken.startswith('emhana-visitor="";') and "Max-Age=0" in taken


async def test_signing_out_takes_the_cookie_and_what_the_browser_kept(environment: pytest.MonkeyPatch) -> None:
    answer = Response()
    session.end(answer)
    assert answer.headers["set-cookie"].startswith('emhana="";')
    assert answer.headers["clear-site-data"] == '"cache", "storage"'


async def test_a_bearer_of_nobody_is_a_stranger(browser: httpx.AsyncClient, database: str) -> None:
    browser.cookies.set(session.cookie_name(), "nobody's")
    answer = await browser.get("/kk/notes/1")
    assert answer.status_code == 200 and "/kk/signin" in answer.text
