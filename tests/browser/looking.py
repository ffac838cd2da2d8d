"""Looking at every page on the way of a journey, and signing in as somebody of the demonstration."""

from playwright.sync_api import Page

from models.demo_data import PEOPLE
from tests.browser.conftest import OUTPUT

IIN = {one.key: one.iin for one in PEOPLE}
LANGUAGES = ["kk", "ru", "en"]
AXE = """async () => {
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const found = await axe.run(document, {runOnly: rules})
    return found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', '))
}"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Look:
    """Looks at every page on the way: accessible, no sideways scroll, in the language asked for, and kept as a picture."""

    def __init__(self, page: Page, language: str, javascript: bool, axe: str | None, journey: str = "attachment") -> None:
        self.page, self.language, self.javascript, self.axe, self.number = page, language, javascript, axe, 0
        self.journey = journey

    def __call__(self, name: str) -> None:
        self.number += 1
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        OUTPUT.mkdir(exist_ok=True)
        way = "js" if self.javascript else "plain"
        self.page.screenshot(path=OUTPUT / f"{self.journey}-{self.language}-{way}-{width}-{self.number:02d}-{name}.png", full_page=True)
        assert self.page.locator("html").get_attribute("lang") == self.language
        assert self.page.locator("h1").count() == 1, name
        if self.javascript:
            assert not self.page.evaluate(WIDE), f"{name} scrolls sideways"
            if self.axe:
                self.page.evaluate(self.axe)
                assert self.page.evaluate(AXE) == [], name


def sign_in(page: Page, language: str, key: str) -> None:
    page.goto(f"/{language}/signin")
    page.locator(f'form:has(input[name="iin"][value="{IIN[key]}"]) button').click()


def take_post(page: Page, language: str, key: str) -> None:
    """Sign in and go on in the post that the person holds."""
    sign_in(page, language, key)
    page.locator('form:has(input[name="post"]) button').first.click()
