"""The whole way of a call in a real browser, in three windows at once: the citizen, the registrar at the board, the doctor on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.looking import IIN, LANGUAGES, Look, take_post

pytestmark = pytest.mark.browser
NUMBER = re.compile(r"HV-2026-\d{6}-\d")
SEEN = 15_000  # milliseconds within which an open page must have heard of a step


def call(page: Page, language: str, look: Callable[[str], None], *, danger: bool = False) -> str:
    """From the service's page to the call that is entered, as Olga who is attached to the clinic; the number given."""
    page.goto(f"/{language}/home-visits/about")
    look("about")
    page.locator('main a[href*="/home-visits/new"]').first.click()
    look("danger")
    page.locator('main input[value="CHEST_PAIN"]' if danger else 'main input[name="none"]').check()
    page.locator('form[action$="/new/danger"] .buttons button').click()
    if danger:
        expect(page.locator('main a[href="tel:103"]').first).to_be_visible()
        look("call-103")
        page.locator('main a[href*="/home-visits/new/"], main form .buttons button').last.click()
    page.locator(f'form:has(input[name="iin"][value="{IIN["olga"]}"]) button').click()
    if danger:  # nothing of what a stranger answers is kept
        page.locator('main input[value="CHEST_PAIN"]').check()
        page.locator('form[action$="/new/danger"] .buttons button').click()
        page.locator('main a[href*="/home-visits/new/"], main form .buttons button').last.click()
    elif "/new/danger" in page.url:
        page.locator('main input[name="none"]').check()
        page.locator('form[action$="/new/danger"] .buttons button').click()
    expect(page).to_have_url(re.compile("/home-visits/new/reason"))
    page.locator('main input[value="FEVER"]').check()
    page.locator('[name="words"]').fill("Қызуы 39, екінші күн")
    look("reason")
    page.locator('form[action$="/new/reason"] .buttons button').click()
    page.locator('[name="address.entrance"]').fill("2")
    page.locator('[name="phone"]').fill("+7 701 234 56 78")
    look("address")
    page.locator('form[action$="/new/address"] .buttons button').click()
    expect(page).to_have_url(re.compile("/home-visits/new/check"))
    look("check")
    page.locator('form[action*="/new/ask/"] .buttons button').click()
    expect(page).to_have_url(re.compile("/sign/signature_request_"))
    look("sign")
    page.locator('form:has(input[name="demonstrate"]) button').dblclick()
    expect(page).to_have_url(re.compile(r"/home-visits/home_visit_\w+\?filed"))
    look("called")
    found = NUMBER.search(page.locator("main").inner_text())
    assert found is not None
    return found.group()


def accept(page: Page, language: str, number: str, look: Callable[[str], None]) -> None:
    """The registrar promises the first window and names the doctor, by keyboard."""
    take_post(page, language, "registrar9")
    page.goto(f"/{language}/work/calls")
    look("board")
    answer = page.locator("section.call", has_text=number).locator('form[action$="/board/accept"]')
    answer.locator('select[name="doctor"]').select_option(label=doctor_of(answer, "Каримов"))
    answer.locator("button").press("Enter")
    expect(page.locator("section.call", has_text=number)).to_contain_text("Каримов")
    expect(page.locator('form[action$="/board/accept"]')).to_have_count(0)
    look("accepted")


def doctor_of(form: object, surname: str) -> str:
    """The words of the option that names a doctor."""
    words = form.locator('select[name="doctor"] option', has_text=surname).first.text_content()  # type: ignore[attr-defined]
    return str(words)


def step(page: Page, act: str) -> None:
    """One tap of the round, doubled by a nervous thumb."""
    page.locator(f'form[action$="/{act}"] button').first.dblclick()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_call_to_the_done_visit_in_three_windows(language: str, javascript: bool, open_page: Open, axe: str | None) -> None:
    citizen, registrar = open_page(javascript=javascript, width=320), open_page(javascript=javascript)
    doctor = open_page(javascript=javascript, width=320)
    look = Look(citizen, language, javascript, axe, "call")
    number = call(citizen, language, look)
    address = citizen.url.partition("?")[0]

    def follows(words: str | re.Pattern[str], name: str) -> None:
        """The citizen's open page has heard of a step by itself; without JavaScript the person looks again."""
        if not javascript:
            citizen.goto(address)
        expect(citizen.locator("#status")).to_contain_text(words, timeout=SEEN)
        look(name)

    board = Look(registrar, language, javascript, axe, "board")
    accept(registrar, language, number, board)
    follows("Каримов", "accepted")

    take_post(doctor, language, "doctor9")
    doctor.goto(f"/{language}/work/round")
    seen = Look(doctor, language, javascript, axe, "round")
    card = doctor.locator("li.visit", has_text=number)
    expect(card).to_be_visible()
    seen("round")
    step(doctor, "set_out")
    expect(doctor.locator('form[action$="/arrive"]')).to_have_count(1)
    follows(re.compile("жолға шықты|выехал|on the way", re.IGNORECASE), "on-the-way")
    if javascript:
        expect(registrar.locator("section.call", has_text=number)).to_contain_text(
            re.compile("жолға шықты|выехал|on the way", re.IGNORECASE), timeout=SEEN
        )
    doctor.wait_for_timeout(1000)
    step(doctor, "arrive")
    expect(doctor.locator('a[href$="/complete"]')).to_have_count(1)
    seen("at-the-door")
    doctor.locator('a[href$="/complete"]').click()
    doctor.locator('input[name="outcome"][value="LEFT_AT_HOME"]').check()
    doctor.locator('[name="diagnosis"]').fill("ЖРВИ")
    doctor.locator('[name="helpGiven"]').fill("Қаралды, ем тағайындалды")
    seen("complete")
    doctor.locator('form[action$="/complete"] button').last.click()
    expect(doctor.locator("details#over")).to_contain_text(re.compile("."))
    seen("done")
    follows("ЖРВИ", "done")

    registrar.goto(f"/{language}/work/calls/log")
    board("log")
    expect(registrar.locator(f'main a[href$="/work/calls/{address.rpartition("/")[2]}"]')).to_have_count(1)
    assert "ЖРВИ" not in registrar.locator("main").inner_text()


def test_a_danger_sign_shows_103_to_a_stranger_and_the_clinic_sees_the_flag(open_page: Open, axe: str | None) -> None:
    citizen, registrar = open_page(width=320), open_page()
    number = call(citizen, "ru", Look(citizen, "ru", True, axe, "danger"), danger=True)
    take_post(registrar, "ru", "registrar9")
    registrar.goto("/ru/work/calls")
    flagged = registrar.locator("section.call", has_text=number)
    expect(flagged.locator('a[href="tel:103"]')).to_be_visible()
    expect(registrar.locator("section.call").first).to_contain_text(number)


def test_of_two_registrars_who_assign_at_once_one_is_told(open_page: Open) -> None:
    citizen, first = open_page(width=320), open_page()
    second = open_page(javascript=False)  # hears nothing by itself, and so sees the call as it was
    number = call(citizen, "ru", lambda name: None)
    for page, key in ((first, "registrar9"), (second, "registrar9-second")):
        take_post(page, "ru", key)
        page.goto("/ru/work/calls")
    for page in (first, second):
        page.locator("section.call", has_text=number).locator('form[action$="/board/accept"] button').click()
        expect(page.locator('form[action$="/board/accept"]')).to_have_count(0)
    expect(second.locator("section.call", has_text=number).locator(".refusal")).to_be_visible()
    expect(first.locator("section.call", has_text=number).locator(".refusal")).to_have_count(0)
