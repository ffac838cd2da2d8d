"""A session runs out while somebody writes: what was typed is there again after the next sign-in, and for nobody else."""

import re
from datetime import timedelta

import httpx
import pytest
from time_machine import Traveller

from models import account, demo, housekeeping
from models.account import Session
from models.home_visit import HomeVisit
from models.unsent import MOST, Unsent
from tests.appointment.conftest import clock, keys, made_keys, people, register
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, Visit, Visitor, application, visit
from tests.home_visit.calls import called
from web import session

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
CONTACTS = "/kk/account/contacts"
TYPED = {"phone": "+7 701 234 56 78", "email": "zhanar@example.kz", "language": "KK"}
NEXT = "/kk/signin?then=%2Faccount%2Fcontacts%3Fkept%3D1"


async def late(clock: Traveller, browser: Visitor, page: str = CONTACTS, minutes: int = 31, **typed: str) -> httpx.Response:
    """The form of a page, sent when the session has been left idle for so long."""
    proof = CSRF.findall(await browser.get(page))[-1]
    clock.shift(timedelta(minutes=minutes))
    return await browser.http.post(page, data={"csrf": proof, **(typed or TYPED)})


async def again(browser: Visitor, name: str) -> None:
    """The same browser signs in anew."""
    own = await account.account_of(await demo.person(name))
    posts = await account.posts_of(own.id)
    token = await account.begin(own, account.SessionKind.BROWSER, posts[0] if posts else None)
    browser.http.cookies.set(session.cookie_name(), token)


async def test_what_was_typed_when_the_session_ran_out_is_there_after_signing_in_and_can_be_sent(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    answer = await late(clock, zhanar)
    assert (answer.status_code, answer.headers["location"]) == (303, NEXT)
    assert (await demo.person("zhanar")).email != TYPED["email"], "nothing was done"
    await again(zhanar, "zhanar")
    page = await zhanar.get(f"{CONTACTS}?kept=1")
    assert f'value="{TYPED["phone"]}"' in page and f'value="{TYPED["email"]}"' in page and "Терген сөздеріңіз осында" in page
    assert "csrf" not in (await Unsent.get()).typed
    await zhanar.done(f"{CONTACTS}?kept=1", CONTACTS, TYPED)
    assert (await demo.person("zhanar")).email == TYPED["email"]


async def test_a_registrar_who_wrote_for_longer_than_a_quarter_of_an_hour_loses_nothing(
    people: People, visit: Visit, clock: Traveller
) -> None:
    case = await called(await people("zhanar"))
    registrar, page = await visit("registrar9"), f"/ru/work/calls/{case['id']}/refuse"
    words = "Адрес вызова не подтвердился: дом снесён, телефон не отвечает."
    answer = await late(clock, registrar, page, minutes=16, ground="UNRELIABLE", words=words)
    assert answer.headers["location"].endswith("refuse%3Fkept%3D1")
    assert (await HomeVisit.get()).state == "SUBMITTED"
    await again(registrar, "registrar9")
    shown = await registrar.get(f"{page}?kept=1")
    assert words in shown and re.search(r'value="UNRELIABLE"[^>]*checked', shown)


async def test_another_person_at_the_same_browser_sees_nothing_of_it(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    await late(clock, zhanar)
    await again(zhanar, "yerlan")
    assert TYPED["email"] not in await zhanar.get(f"{CONTACTS}?kept=1")


async def test_it_stands_on_its_own_page_only(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    await late(clock, zhanar)
    await again(zhanar, "zhanar")
    assert TYPED["email"] not in await zhanar.get(CONTACTS)
    assert "Терген сөздеріңіз" not in await zhanar.get("/kk/account?kept=1")


async def test_the_last_form_is_kept_and_only_that(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    await late(clock, zhanar)
    await again(zhanar, "zhanar")
    await late(clock, zhanar, phone="8 777", email="")
    assert (await Unsent.get()).typed == {"phone": ["8 777"], "email": [""]}


@pytest.mark.parametrize("how", ["signed out", "made up", "not ours", "too long"])
async def test_a_form_keeps_nothing_when_its_session_was_ended_or_it_is_not_of_ours(how: str, visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    proof = CSRF.findall(await zhanar.get(CONTACTS))[-1]
    clock.shift(timedelta(minutes=31))
    if how == "signed out":
        await Session.all().update(ended_at=(await Session.get()).seen_at)
    if how == "made up":
        zhanar.http.cookies.set(session.cookie_name(), "made-up")
    given = TYPED | {"csrf": "A" * len(proof) if how == "not ours" else proof} | ({"phone": "7" * (MOST + 1)} if how == "too long" else {})
    answer = await zhanar.http.post(CONTACTS, data=given)
    assert answer.headers["location"] == "/kk/signin?then=%2Faccount%2Fcontacts"
    assert await Unsent.all().count() == 0


async def test_from_another_site_nothing_is_kept_and_the_form_is_refused(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    proof = CSRF.findall(await zhanar.get(CONTACTS))[-1]
    clock.shift(timedelta(minutes=31))
    answer = await zhanar.http.post(CONTACTS, data={"csrf": proof, **TYPED}, headers={"Origin": "https://example.org"})
    assert answer.status_code == 403 and await Unsent.all().count() == 0


async def test_it_is_gone_when_a_session_would_be(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    await late(clock, zhanar)
    clock.shift(account.ABSOLUTE)
    await again(zhanar, "zhanar")
    assert TYPED["email"] not in await zhanar.get(f"{CONTACTS}?kept=1")
    clock.shift(timedelta(seconds=1))
    await housekeeping.clear()
    assert await Unsent.all().count() == 0


async def test_the_language_pressed_after_the_session_ran_out_keeps_it_too(visit: Visit, clock: Traveller) -> None:
    zhanar = await visit("zhanar")
    proof = CSRF.findall(await zhanar.get(CONTACTS))[-1]
    clock.shift(timedelta(minutes=31))
    answer = await zhanar.http.post("/ru/speak?page=/account/contacts", data={"csrf": proof, **TYPED})
    assert answer.headers["location"] == NEXT.replace("/kk/", "/ru/")
    await again(zhanar, "zhanar")
    assert TYPED["email"] in await zhanar.get("/ru/account/contacts?kept=1")
