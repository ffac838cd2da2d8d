"""What was typed survives a change of the language, and nothing is done by it."""

import re

import pytest

from models import demo
from models.draft import Draft
from tests.appointment.conftest import clock, keys, made_keys, people, register
from tests.attachment.pages import CSRF, SITE, Visit, Visitor, application, visit
from web import session

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
SWITCH = re.compile(r'<button class="plain" form="sheet" formaction="(/ru/speak\?[^"]+)"')


async def switched(browser: Visitor, page: str, **typed: str) -> str:
    """A page whose form is half filled, after the switch to Russian was pressed."""
    shown = await browser.get(page)
    address = SWITCH.search(shown)
    assert address, page
    answer = await browser.http.post(address.group(1), data={"csrf": CSRF.findall(shown)[-1], **typed})
    assert answer.status_code == 200 and '<html lang="ru">' in answer.text
    return answer.text


async def test_an_answer_of_a_request_that_is_not_saved_yet_stays_typed_and_is_not_saved(visit: Visit) -> None:
    page = await switched(await visit("yerlan"), "/kk/attachments/new/address", **{"address.street": "Абай даңғылы", "phone": "12"})
    assert 'value="Абай даңғылы"' in page and 'value="12"' in page and 'class="problems"' not in page
    assert "Абай даңғылы" not in str([one.answers for one in await Draft.all()])


async def test_a_form_without_a_draft_keeps_what_was_typed_too(visit: Visit) -> None:
    page = await switched(await visit("zhanar"), "/kk/account/contacts", phone="+7 701", email="zhanar@")
    assert 'value="+7 701"' in page and 'value="zhanar@"' in page
    assert (await demo.person("zhanar")).email != "zhanar@"


async def test_a_box_that_was_ticked_stays_ticked_and_the_form_still_goes_to_its_act(visit: Visit) -> None:
    page = await switched(await visit("zhanar"), "/kk/home-visits/new/danger", none="true")
    assert re.search(r'name="none" value="true" checked', page) and 'action="/ru/home-visits/new/danger"' in page


async def test_the_switched_page_can_be_switched_back(visit: Visit) -> None:
    page = await switched(await visit("zhanar"), "/kk/account/contacts", phone="+7 701")
    assert 'formaction="/kk/speak?page=%2Faccount%2Fcontacts"' in page


async def test_enter_presses_the_forms_own_button_and_not_a_language(visit: Visit) -> None:
    page = await (await visit("zhanar")).get("/kk/account/contacts")
    first = re.search(r'<button[^>]*form="sheet"[^>]*>', page)
    assert first and "formaction" not in first.group(0)


async def test_a_form_that_is_not_ours_is_refused(visit: Visit) -> None:
    zhanar = await visit("zhanar")
    answer = await zhanar.http.post("/ru/speak?page=/account/contacts", data={"csrf": "made-up", "phone": "+7 701"})
    assert answer.status_code == 403 and "+7 701" not in answer.text


async def test_whose_session_has_ended_signs_in_and_comes_back_to_the_page(visit: Visit) -> None:
    zhanar = await visit("zhanar")
    await zhanar.get("/kk/account/contacts")
    zhanar.http.cookies.set(session.cookie_name(), "over")
    answer = await zhanar.http.post("/ru/speak?page=/account/contacts", data={"csrf": "old"}, headers={"Origin": SITE})
    assert (answer.status_code, answer.headers["location"]) == (303, "/ru/signin?then=%2Faccount%2Fcontacts")


@pytest.mark.parametrize("page", ["https://example.org", "//example.org", "", "/speak?page=/", "/nowhere/at/all"])
async def test_a_page_that_is_not_of_this_site_is_not_found(visit: Visit, page: str) -> None:
    zhanar = await visit("zhanar")
    proof = CSRF.findall(await zhanar.get("/kk/account/contacts"))[-1]
    answer = await zhanar.http.post("/ru/speak", params={"page": page}, data={"csrf": proof})
    assert answer.status_code == 404


async def test_opened_by_hand_the_address_leads_to_the_page(visit: Visit) -> None:
    answer = await (await visit("zhanar")).http.get("/ru/speak?page=/account/contacts")
    assert (answer.status_code, answer.headers["location"]) == (303, "/ru/account/contacts")
