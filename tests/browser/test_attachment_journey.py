"""The whole way of an attachment in a real browser: signed request, the head's signature, the notice and its verification."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.looking import IIN, LANGUAGES, Look, sign_in

pytestmark = pytest.mark.browser
def go_on(page: Page) -> None:
    """The button that answers the page's question: the last of the main form."""
    page.locator("main form .buttons button").last.click()


def file_request(page: Page, language: str, look: Callable[[str], None]) -> str:
    """From the service's start page to the confirmation, as Yerlan who is attached nowhere; the number given."""
    page.goto(f"/{language}/attachments/about")
    look("about")
    page.locator('main a[href$="/attachments/new"]').first.click()
    expect(page).to_have_url(re.compile("/signin"))
    look("signin")
    page.locator(f'form:has(input[name="iin"][value="{IIN["yerlan"]}"]) button').click()
    expect(page).to_have_url(re.compile("/attachments/new/ground"))
    look("ground")
    page.locator('input[name="ground"][value="FIRST"]').check()
    go_on(page)
    expect(page).to_have_url(re.compile("/attachments/new/address"))
    look("address")
    page.locator('input[name="address.house"]').fill("9")
    page.locator('input[name="phone"]').fill("8 700 123 45 67")
    go_on(page)
    expect(page).to_have_url(re.compile("/attachments/new/clinic"))
    look("clinic")
    page.locator('input[name="clinic"]').first.check()
    go_on(page)
    expect(page).to_have_url(re.compile("/attachments/new/doctor"))
    look("doctor")
    page.locator('input[name="doctor"][value=""]').check()
    go_on(page)
    expect(page).to_have_url(re.compile("/attachments/new/documents"))
    look("documents")
    page.locator('main .buttons a[href$="/attachments/new/check"]').click()
    look("check")
    go_on_to_sign(page)
    expect(page.locator("[role=alert], .problems, .summary-of-problems").first).to_be_visible()
    look("check-without-consent")
    page.locator('input[name="consent"]').check()
    go_on_to_sign(page)
    expect(page).to_have_url(re.compile(r"/sign/signature_request_"))
    look("sign")
    page.locator('form:has(input[name="demonstrate"]) button').click()
    expect(page).to_have_url(re.compile(r"/attachments/attachment_\w+\?filed"))
    look("filed")
    number = re.search(r"AP-2026-\d{6}-\d", page.locator("main").inner_text())
    assert number is not None
    return number.group()


def go_on_to_sign(page: Page) -> None:
    page.locator('form[action*="/attachments/new/ask/"] button').click()


def approve(page: Page, language: str, number: str, look: Callable[[str], None]) -> str:
    """The head finds the request in the queue, approves and signs it; the address of the notice."""
    sign_in(page, language, "head")
    expect(page).to_have_url(re.compile("/signin/post"))
    look("post")
    page.locator('form:has(input[name="post"]) button').first.click()
    expect(page).to_have_url(re.compile("/work"))
    look("work")
    page.locator('main a[href$="/work/queue"]').first.click()
    look("queue")
    page.get_by_role("link", name=f"№ {number}", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/attachments/attachment_\w+"))
    look("case")
    page.locator('main a[href$="/approve"]').click()
    look("approve")
    page.locator('form[action$="/approve"] button').click()
    expect(page).to_have_url(re.compile(r"/sign/signature_request_"))
    look("sign-decision")
    page.locator('form:has(input[name="demonstrate"]) button').click()
    expect(page).to_have_url(re.compile(r"/attachments/attachment_\w+$"))
    look("approved")
    address = page.locator('main a[href*="/notices/notice_"]').first.get_attribute("href")
    assert address
    return address


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_signing_in_to_the_verified_notice(language: str, javascript: bool, open_page: Open, axe: str | None) -> None:
    citizen = open_page(javascript=javascript, width=320)
    look = Look(citizen, language, javascript, axe)
    number = file_request(citizen, language, look)

    head = open_page(javascript=javascript)
    address = approve(head, language, number, Look(head, language, javascript, axe))

    citizen.goto(f"/{language}/account")
    look("account")
    citizen.goto(address)
    look("notice")
    verification = citizen.locator('main a[href*="/verify/"]').first.get_attribute("href")
    assert verification
    stranger = open_page(javascript=javascript)
    stranger.goto(verification)
    seen = stranger.locator("main").inner_text()
    Look(stranger, language, javascript, axe)("verification")
    assert "AT-2026-" in seen
    assert "Тілеуов" not in seen
    assert IIN["yerlan"] not in seen
    citizen.goto(f"/{language}/account/access")
    look("access")
    assert number in citizen.locator("main").inner_text()


def test_a_double_click_files_once(open_page: Open) -> None:
    page = open_page()
    sign_in(page, "ru", "yerlan")
    page.goto("/ru/attachments/new/ground")
    page.locator('input[name="ground"][value="FIRST"]').check()
    go_on(page)
    page.locator('input[name="phone"]').fill("8 700 123 45 67")
    go_on(page)
    page.locator('input[name="clinic"]').first.check()
    go_on(page)
    page.locator('input[name="doctor"][value=""]').check()
    go_on(page)
    page.goto("/ru/attachments/new/check")
    page.locator('input[name="consent"]').check()
    go_on_to_sign(page)
    page.locator('form:has(input[name="demonstrate"]) button').dblclick()
    expect(page).to_have_url(re.compile(r"/attachments/attachment_\w+\?filed"))
    page.goto("/ru/attachments")
    assert len(set(re.findall(r"AP-2026-\d{6}-\d", page.locator("main").inner_text()))) == 1
