"""A term that runs out, in a real browser: an appeal is filed, nothing is done, it is deemed refused on the right day, the complaint is
filed from it in two clicks, goes up, and the authorised body decides. The clock stands where each day begins."""

import re

import pytest
from playwright.sync_api import Page, expect

from models.texts import text
from tests.browser.conftest import Open, Site
from tests.browser.looking import IIN, LANGUAGES, Look, sign_in, take_post

pytestmark = pytest.mark.browser
NUMBER = re.compile(r"AL-2026-\d{7,12}-\d|AL-2027-\d{7,12}-\d")
LAST_DAY, DAY_AFTER = "2026-12-14T23:50", "2026-12-15T09:00"  # fifteen working days after the Monday of the filing
REASONS = "Мән-жайлар анықталды, шағым дәлелді деп танылды."
SIGN = 'form:has(input[name="demonstrate"]) button'


def number_of(page: Page) -> str:
    """The number that a page tells."""
    found = NUMBER.search(page.locator("main").inner_text())
    assert found is not None
    return found.group()


def go_on(page: Page) -> None:
    """The step's own button."""
    page.locator("main form .buttons button").first.click()


def file(page: Page, language: str, look: Look) -> str:
    """A request of Olga's to her clinic, from the service's page to the receipt; its number."""
    page.goto(f"/{language}/appeals/about")
    look("about")
    page.locator('main a[href*="/appeals/new"]').first.click()
    page.locator(f'form:has(input[name="iin"][value="{IIN["olga"]}"]) button').click()
    expect(page).to_have_url(re.compile("/appeals/new"))
    look("kind")
    page.locator('main input[value="REQUEST"]').check()
    go_on(page)
    if "/new/patient" in page.url:
        look("patient")
        page.locator("main input[type=radio]").first.check()
        go_on(page)
    expect(page).to_have_url(re.compile("/appeals/new/body"))
    look("body")
    page.locator("main input[type=radio]").first.check()
    go_on(page)
    expect(page).to_have_url(re.compile("/appeals/new/words"))
    page.locator('[name="essence"]').fill("Таңертең екінші тіркеу терезесін ашуды сұраймын.")
    look("words")
    page.locator('form[action$="/new/words"] .buttons button').last.click()
    expect(page).to_have_url(re.compile("/appeals/new/answer"))
    look("answer")
    go_on(page)
    expect(page).to_have_url(re.compile("/appeals/new/check"))
    look("check")
    page.locator('form[action*="/new/ask/"] .buttons button').first.click()
    look("sign")
    page.locator(SIGN).dblclick()
    expect(page).to_have_url(re.compile(r"/appeals/appeal_\w+\?filed"))
    look("filed")
    return number_of(page)


def state(page: Page, language: str, case: str) -> str:
    """What the page of an appeal says."""
    page.goto(f"/{language}/appeals/{case}")
    return page.locator("main").inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_runs_out_and_the_complaint_is_decided_above(
    language: str, javascript: bool, open_page: Open, site: Site, axe: str | None
) -> None:
    citizen, officer = open_page(javascript=javascript, width=320), open_page(javascript=javascript)
    above = open_page(javascript=javascript)
    look, work = Look(citizen, language, javascript, axe, "appeal"), Look(officer, language, javascript, axe, "appeal-work")
    seen = Look(above, language, javascript, axe, "appeal-above")
    number = file(citizen, language, look)
    case = citizen.url.partition("?")[0].rpartition("/")[2]
    citizen.goto(f"/{language}/appeals/{case}/receipt")
    look("receipt")
    assert number in citizen.locator("main").inner_text()

    take_post(officer, language, "officer9")
    officer.goto(f"/{language}/work/appeals")
    work("queue")
    expect(officer.locator("main")).to_contain_text(number)

    # until the last minute of the last day it is not a refusal
    site.later(LAST_DAY)
    sign_in(citizen, language, "olga")
    assert citizen.locator("main").count() == 1
    assert deemed(language) not in state(citizen, language, case)
    site.later(DAY_AFTER)
    sign_in(citizen, language, "olga")
    citizen.wait_for_timeout(1500)  # the clock's first round
    assert deemed(language) in state(citizen, language, case)
    look("deemed-refused")

    # two clicks: the complaint, and its filing
    citizen.locator('form[action*="/appeals/complain/"] button').first.click()
    expect(citizen).to_have_url(re.compile("/appeals/new/check"))
    look("complaint")
    assert number in citizen.locator('[name="essence"]').input_value()
    citizen.locator('form[action*="/new/ask/"] .buttons button').first.click()
    look("complaint-sign")
    citizen.locator(SIGN).click()
    expect(citizen).to_have_url(re.compile(r"/appeals/appeal_\w+\?filed"))
    look("complaint-filed")
    complaint = number_of(citizen)
    own = citizen.url.partition("?")[0].rpartition("/")[2]

    take_post(officer, language, "officer9")
    officer.goto(f"/{language}/work/appeals/{own}")
    work("complaint")
    officer.goto(f"/{language}/work/appeals/{own}/forward")
    officer.locator('main input[name="ground"][value="COMPLAINT"]').check()
    officer.locator('main input[name="to"][value="AUTHORITY"]').check()
    officer.locator('[name="words"]').fill("Шағым ісімен бірге жоғары тұрған органға жіберіледі.")
    work("forward")
    officer.locator('form[action$="/forward"] .buttons button').last.click()
    expect(officer).to_have_url(re.compile(r"\?done=forward"))
    work("forwarded")

    take_post(above, language, "authority")
    above.goto(f"/{language}/work/appeals")
    seen("queue")
    above.locator('main a[href*="/work/appeals/appeal_"]').first.click()
    theirs = re.search(r"/work/appeals/(appeal_\w+)", above.url)
    assert theirs is not None
    above.goto(f"/{language}/work/appeals/{theirs.group(1)}")
    seen("case")
    expect(above.locator("main")).to_contain_text(complaint)
    above.goto(f"/{language}/work/appeals/{theirs.group(1)}/decide")
    above.locator('main input[name="outcome"][value="ORDERED"]').check()
    above.locator('[name="words"]').fill(REASONS)
    seen("decide")
    above.locator('form[action$="/decide"] .buttons button').last.click()
    expect(above).to_have_url(re.compile(r"\?done=decide"))
    seen("decided")

    assert REASONS in state(citizen, language, theirs.group(1))
    look("decided")
    citizen.goto(f"/{language}/appeals")
    look("list")
    expect(citizen.locator("main")).to_contain_text(complaint)
    above.goto(f"/{language}/work/oversight")
    seen("oversight")
    officer.goto(f"/{language}/work/appeals/register")
    work("register")


def deemed(language: str) -> str:
    """The words of the state, as the law has them."""
    return text("law.state.appeal.DEEMED_REFUSED", language)
