"""The whole way of an appointment in a real browser: a free time, the hold, the signature; the desk; the doctor's day; an absence."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.looking import IIN, LANGUAGES, Look, sign_in, take_post

pytestmark = pytest.mark.browser
NUMBER = re.compile(r"AB-2026-\d{6}-\d")


def book(page: Page, language: str, look: Callable[[str], None]) -> str:
    """From the service's page to the booked time, as Olga who is attached to the clinic; the number given."""
    page.goto(f"/{language}/appointments/about")
    look("about")
    page.locator('main a[href*="/appointments/new"]').first.click()
    page.locator(f'form:has(input[name="iin"][value="{IIN["olga"]}"]) button').click()
    expect(page).to_have_url(re.compile("/appointments/new/doctor"))
    look("doctor")
    page.locator('main a[href*="specialty=GP"]').first.click()
    expect(page).to_have_url(re.compile("/appointments/new/times"))
    look("times")
    page.locator('main input[name="slot"]').nth(2).check()
    page.locator('form:has(input[name="slot"]) .buttons button').click()
    expect(page).to_have_url(re.compile("/appointments/hold/hold_"))
    look("hold")
    page.locator('form:has(input[name="phone"]) .buttons button').click()
    look("check")
    page.locator('form[action*="/sign/"] button').click()
    expect(page).to_have_url(re.compile("/sign/signature_request_"))
    look("sign")
    page.locator('form:has(input[name="demonstrate"]) button').dblclick()
    expect(page).to_have_url(re.compile(r"/appointments/appointment_\w+\?filed"))
    look("booked")
    found = NUMBER.search(page.locator("main").inner_text())
    assert found is not None
    return found.group()


def move(page: Page, look: Callable[[str], None]) -> None:
    """To another time, from the page of the appointment."""
    page.locator('main a[href$="/move"]').click()
    look("move")
    page.locator('main input[name="slot"]').nth(4).check()
    page.locator('form:has(input[name="slot"]) .buttons button').click()
    expect(page).to_have_url(re.compile(r"/appointments/appointment_\w+\?moved"))
    look("moved")


def at_the_desk(page: Page, language: str, look: Callable[[str], None]) -> str:
    """The registrar books for Marat by keyboard, with his identity document seen; the answer to read out."""
    take_post(page, language, "registrar9")
    page.goto(f"/{language}/work/desk")
    look("desk")
    page.locator('input[name="iin"]').first.fill(IIN["marat"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/work/people/patient_"))
    look("card")
    page.locator('main a[href$="/appointment"], main a[href*="/appointment?"]').first.click()
    look("specialties")
    page.locator('main a[href*="specialty=DENTIST"]').first.click()
    look("desk-times")
    page.locator('[name="identity"]').fill("ЖК № 012345678")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    look("answer")
    found = NUMBER.search(page.locator("main").inner_text())
    assert found is not None
    return found.group()


def absent(page: Page, language: str, look: Callable[[str], None]) -> None:
    """The administrator notes the doctor as absent until Friday; everybody booked is offered another time."""
    take_post(page, language, "administrator9")
    page.goto(f"/{language}/work/timetable")
    look("timetable")
    page.goto(f"/{language}/work/timetable/absence")
    look("absence")
    value = page.locator("select[name=doctor] option", has_text="Каримов").get_attribute("value")
    page.locator("select[name=doctor]").select_option(value)
    page.locator('[name="sinceLocal"]').fill("2026-11-23T10:00")
    page.locator('[name="untilLocal"]').fill("2026-11-27T20:00")
    page.locator('[name="reason"]').fill("Ауырып қалды")
    page.locator('form:has([name="reason"]) .buttons button:not([name])').click()
    expect(page).to_have_url(re.compile("/work/timetable/affected"))
    look("affected")


def files(page: Page, language: str, case: str, number: str) -> None:
    """The calendar file and the journal's export are what programs of people open."""
    calendar = Calendar.from_ical(page.request.get(f"/{language}/appointments/{case}/calendar.ics").body())
    (event,) = calendar.walk("VEVENT")
    assert str(event["UID"]) and int(str(event["SEQUENCE"])) >= 1
    assert number in str(event.get("DESCRIPTION"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_free_time_to_the_end_of_the_visit(language: str, javascript: bool, open_page: Open, axe: str | None) -> None:
    citizen = open_page(javascript=javascript, width=320)
    look = Look(citizen, language, javascript, axe, "appointment")
    number = book(citizen, language, look)
    move(citizen, look)
    case = citizen.url.rpartition("/")[2].partition("?")[0]
    files(citizen, language, case, number)

    registrar = open_page(javascript=javascript)
    seen = Look(registrar, language, javascript, axe, "registrar")
    at_desk = at_the_desk(registrar, language, seen)
    registrar.goto(f"/{language}/work/appointments?since=2026-11-23&until=2026-12-07")
    seen("journal")
    told = registrar.locator("main").inner_text()
    assert number in told and at_desk in told
    registrar.locator('form[action$="/work/appointments/export"] button[value="xlsx"]').click()
    seen("export")
    sheet = registrar.request.get(registrar.locator('main a[href$="/file"]').get_attribute("href") or "").body()
    rows = list(load_workbook(BytesIO(sheet)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert {number, at_desk} <= {str(cell) for row in rows for cell in row}

    doctor = open_page(javascript=javascript, width=320)
    take_post(doctor, language, "doctor9")
    expect(doctor).to_have_url(re.compile("/work$"))
    doctor.locator('main a[href$="/work/day"]').first.click()
    expect(doctor).to_have_url(re.compile("/work/day"))
    Look(doctor, language, javascript, axe, "doctor")("day")
    row = doctor.locator("tr, li, article", has_text=number).last
    row.locator('form[action*="arrive"] button').click()
    expect(doctor.locator("main")).to_contain_text(number)

    administrator = open_page(javascript=javascript)
    absent(administrator, language, Look(administrator, language, javascript, axe, "administrator"))
    citizen.goto(f"/{language}/appointments/{case}")
    look("arrived")
    citizen.goto(f"/{language}/appointments")
    look("list")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_loses_a_time_takes_the_offered_one(language: str, open_page: Open, axe: str | None) -> None:
    citizen = open_page(width=320)
    look = Look(citizen, language, True, axe, "offer")
    number = book(citizen, language, look)
    case = citizen.url.rpartition("/")[2].partition("?")[0]
    administrator = open_page()
    absent(administrator, language, Look(administrator, language, True, axe, "administrator"))
    assert number in administrator.locator("main").inner_text()
    citizen.goto(f"/{language}/appointments/{case}")
    look("offered")
    citizen.locator('form[action$="/accept"] button').click()
    look("accepted")
    citizen.locator('main a[href$="/cancel"]').click()
    look("cancel")
    citizen.locator('form[action$="/cancel"] .buttons button').click()
    look("cancelled")


def test_a_time_taken_elsewhere_is_marked_and_the_choice_stays(open_page: Open) -> None:
    """Two people look at the same times; what one takes the other sees, without a reload and without losing the choice."""
    olga, registrar = open_page(), open_page()
    sign_in(olga, "ru", "olga")
    olga.goto("/ru/appointments/new")
    olga.locator('main a[href*="specialty=GP"]').first.click()
    slots = olga.locator('main input[name="slot"]')
    chosen, other = slots.nth(3), slots.nth(5)
    chosen.check()
    taken = other.get_attribute("value")
    take_post(registrar, "ru", "registrar9")
    registrar.goto("/ru/work/desk")
    registrar.locator('input[name="iin"]').first.fill(IIN["marat"])
    registrar.keyboard.press("Enter")
    expect(registrar).to_have_url(re.compile("/work/people/patient_"))
    registrar.locator('main a[href$="/appointment"], main a[href*="/appointment?"]').first.click()
    registrar.locator('main a[href*="specialty=GP"]').first.click()
    registrar.locator(f'input[name="slot"][value="{taken}"]').check()
    registrar.locator('[name="identity"]').fill("ЖК № 012345678")
    registrar.keyboard.press("Enter")
    expect(registrar.locator("main")).to_contain_text(NUMBER)
    expect(olga.locator(f"#slot-state-{taken}")).not_to_be_empty(timeout=5000)
    expect(chosen).to_be_checked()
