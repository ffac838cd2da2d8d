"""All four services with JavaScript switched off, for what the journeys of each service do not go through: the desk and the telephone, the
doctor's visit to its end, another time offered, changing one's mind, and mistakes. No page has a button that only a script could press.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from models.demo_data import ALMATY
from tests.browser.conftest import Open, Site
from tests.browser.looking import IIN, sign_in, take_post
from tests.browser.test_appeal_journey import file
from tests.browser.test_appointment_journey import absent, book
from tests.browser.test_attachment_journey import file_request
from tests.browser.test_home_visit_journey import call
from tests.browser.world import WORDS

pytestmark = pytest.mark.browser
DEAD = "button:visible:not(form button):not([form])"
IDENTITY, KEPT = "ЖК № 012345678", "14а"


@pytest.fixture(scope="module")
def served(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("plain") / "data")
    yield site
    site.stop()


@pytest.fixture
def site(served: Site) -> Site:
    """One demonstration for all of these: whoever comes to it comes for something else."""
    return served


def alive(page: Page) -> None:
    """Each button that can be seen belongs to a form."""
    assert page.locator(DEAD).all_inner_texts() == [], page.url


def press(button: Locator) -> None:
    """Presses a link or a button, and looks at the page that comes."""
    button.click()
    alive(button.page)


def send(page: Page, way: str) -> None:
    """The main button of the form that goes there."""
    press(page.locator(f'main form[action*="{way}"] .buttons button').last)


def card(page: Page, language: str, key: str, way: str) -> None:
    """The registrar finds somebody by IIN from the day's work, and goes on from the card."""
    page.goto(f"/{language}/work")
    alive(page)
    page.locator('form[action$="/work/find"] input:not([type=hidden])').first.fill(IIN[key])
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/work/people/patient_"))
    press(page.locator(f'main a[href*="/work/people/"][href*="{way}"]').first)


def told(page: Page, number: str) -> str:
    """The number that the answer gives to read out."""
    found = re.search(number, page.locator("main").inner_text())
    assert found is not None, page.url
    return found.group()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_desk_takes_in_all_four_requests(language: str, open_page: Open) -> None:
    key, newcomer = {"kk": ("marat", "doctor-village"), "ru": ("zhanar", "doctor-astana")}[language]
    page = open_page(javascript=False)
    take_post(page, language, "registrar9")

    card(page, language, key, "/appointment")
    press(page.locator('main a[href*="specialty=GP"]').first)
    page.locator('[name="identity"]').fill(IDENTITY)
    send(page, "/appointment")
    told(page, r"AB-2026-\d{6}-\d")

    card(page, language, key, "/call")
    page.locator('input[name="asked"]').check()
    page.locator('input[name="indications"][value="FEVER"]').check()
    send(page, "/call")
    told(page, r"HV-2026-\d{6}-\d")

    card(page, language, key, "/appeal")
    page.locator('input[name="kind"][value="REQUEST"]').check()
    page.locator('[name="essence"]').fill(WORDS)
    page.locator('[name="identity"]').fill(IDENTITY)
    send(page, "/appeal")
    told(page, r"AL-2026-\d{7,12}-\d")

    card(page, language, newcomer, "/attachment?channel=phone")
    page.locator('input[name="channel"][value="DESK"]').check()
    page.locator('[name="identity"]').fill(IDENTITY)
    page.locator('select[name="ground"]').select_option("FIRST")
    page.locator('select[name="address.kato"]').select_option(ALMATY)
    for name, value in {"locality": "Алматы", "street": "Төле би", "house": "45"}.items():
        page.locator(f'[name="address.{name}"]').fill(value)
    page.locator('[name="phone"]').fill("+7 701 234 56 78")
    page.locator('input[name="consent"]').check()
    send(page, "/attachment")
    told(page, r"AP-2026-\d{6}-\d")


def test_a_doctor_begins_a_visit_and_ends_it(open_page: Open) -> None:
    registrar, doctor = open_page(javascript=False), open_page(javascript=False, width=320)
    take_post(registrar, "ru", "registrar9")
    card(registrar, "ru", "olga", "/appointment")
    press(registrar.locator('main a[href*="specialty=DENTIST"]').first)
    registrar.locator('[name="identity"]').fill(IDENTITY)
    send(registrar, "/appointment")
    number = told(registrar, r"AB-2026-\d{6}-\d")
    take_post(doctor, "ru", "dentist9")
    doctor.goto("/ru/work/day")
    for act in ("arrive", "begin", "complete"):
        press(doctor.locator("tr", has_text=number).locator(f'form[action$="/{act}"] button'))
    expect(doctor.locator("tr", has_text=number).locator('form[action$="/reopen"]')).to_have_count(1)


def test_whoever_is_offered_another_time_takes_it_and_cancels_it(open_page: Open) -> None:
    citizen, administrator = open_page(javascript=False, width=320), open_page(javascript=False)
    book(citizen, "kk", lambda name: alive(citizen))
    case = citizen.url.partition("?")[0]
    absent(administrator, "kk", lambda name: alive(administrator))
    citizen.goto(case)
    press(citizen.locator('form[action$="/accept"] button'))
    press(citizen.locator('main a[href$="/cancel"]'))
    send(citizen, "/cancel")
    expect(citizen.locator('main a[href$="/cancel"]')).to_have_count(0)


def test_a_request_is_withdrawn(open_page: Open) -> None:
    page = open_page(javascript=False, width=320)
    file_request(page, "en", lambda name: alive(page))
    press(page.locator('main a[href$="/withdraw"]'))
    press(page.locator('form[action$="/withdraw"] button'))
    expect(page.locator('main a[href$="/withdraw"]')).to_have_count(0)


def test_a_call_is_cancelled(open_page: Open) -> None:
    page = open_page(javascript=False, width=320)
    call(page, "en", lambda name: alive(page))
    press(page.locator('main a[href$="/cancel"]'))
    send(page, "/cancel")
    expect(page.locator('main a[href$="/cancel"]')).to_have_count(0)


def test_an_appeal_is_withdrawn(open_page: Open) -> None:
    page = open_page(javascript=False, width=320)
    file(page, "en", lambda name: alive(page))  # type: ignore[arg-type]
    press(page.locator('main a[href$="/withdraw"]'))
    send(page, "/withdraw")
    expect(page.locator('main a[href$="/withdraw"]')).to_have_count(0)


def mistaken(page: Page, field: str, kept: str) -> None:
    """The list of problems has the focus, its link leads into the field, and the other field has what was typed."""
    expect(page.locator(".problems:focus")).to_have_count(1)
    press(page.locator(f'.problems a[href="#{field}"]'))
    expect(page.locator(f'[name="{field}"]:focus')).to_have_count(1)
    expect(page.locator(f'[name="{kept}"]')).to_have_value(KEPT)


def answered(page: Page, way: str, field: str, kept: str) -> None:
    """One field is left empty, another is typed into, and the form is sent."""
    page.locator(f'[name="{kept}"]').fill(KEPT)
    page.locator(f'[name="{field}"]').fill("")
    send(page, way)
    mistaken(page, field, kept)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_mistakes_are_told_where_they_are(language: str, open_page: Open) -> None:
    page = open_page(javascript=False, width=320)
    sign_in(page, language, "olga")
    page.goto(f"/{language}/attachments/new/ground")
    page.locator('input[name="ground"]:enabled').first.check()
    send(page, "/new/ground")
    answered(page, "/new/address", "phone", "address.flat")

    page.goto(f"/{language}/home-visits/new/danger")
    page.locator('input[name="none"]').check()
    send(page, "/new/danger")
    page.locator('input[name="indications"][value="FEVER"]').check()
    send(page, "/new/reason")
    answered(page, "/new/address", "phone", "address.entrance")

    page.goto(f"/{language}/appeals/new")
    page.locator('input[name="kind"][value="REQUEST"]').check()
    send(page, "/appeals/new")
    send(page, "/new/body")
    answered(page, "/new/words", "essence", "complainedOf")

    page.goto(f"/{language}/appointments/new")
    press(page.locator('main a[href*="specialty=OPHTHALMOLOGIST"]').first)
    page.locator('main input[name="slot"]').nth({"kk": 1, "ru": 3, "en": 5}[language]).check()
    send(page, "/new/times")
    answered(page, "/ask/", "phone", "referral.number")
    press(page.locator('form[action$="/release"] button'))
