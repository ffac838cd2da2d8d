"""The head signs several decisions in one go, in a real browser, and the documents that come of it reach the people."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from models import texts, trust
from models.demo_data import CLINICS
from models.settings import settings
from tests.browser.conftest import ROOT, Site
from tests.browser.looking import IIN, LANGUAGES, Look, sign_in, take_post
from tests.browser.test_signing import free_port, watched
from web import emulator_server
from web import render as render  # brings the words of the site
from web.emulator import holders, person_of
from web.emulator_server import Running

pytestmark = pytest.mark.browser
Visitor = Callable[..., Page]
BIN = next(one.bin for one in CLINICS if one.key == "almaty-5")
@pytest.fixture
def port() -> int:
    """Where these pages look for NCALayer."""
    return free_port()


@pytest.fixture
def site(chromium: str, tmp_path: Path, port: int) -> Iterator[Site]:
    """A site where two requests wait for the head's approval and a refusal for a second person; the emulator shares its keys."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"DATA": str(tmp_path / "data"), "DEMONSTRATION": "1", "NCALAYER": f"wss://127.0.0.1:{port}"}.items():
            patch.setenv(f"EMHANA_{name}", value)
        settings.cache_clear()
        trust.authority.cache_clear()
        served = Site(tmp_path / "data")
        subprocess.run([sys.executable, "-m", "tests.browser.waiting"], env=served.environment, cwd=ROOT, check=True)
        yield served
        served.stop()
    settings.cache_clear()
    trust.authority.cache_clear()


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Visitor]:
    """Browsers that trust the emulator's certificate; what their consoles complain of unexpectedly fails the test."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def visit(*, javascript: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(
            ignore_https_errors=True, java_script_enabled=javascript, viewport={"width": width, "height": 800}, base_url=site.address
        )
        opened.append(context)
        return watched(context, complaints)

    yield visit
    for context in opened:
        context.close()
    assert complaints == []


def word(key: str, language: str, **values: object) -> str:
    return texts.text(f"signing_queue.{key}", language, **values)


def to_list(page: Page, language: str) -> None:
    """The head's list of what waits for the signature, by way of the home."""
    take_post(page, language, "head")
    page.locator('main a[href$="/work/signing"]').first.click()
    expect(page.locator("h1")).to_have_text(word("list.title", language))


def to_many(page: Page, language: str) -> None:
    """All three are ticked at once, and their texts prepared."""
    to_list(page, language)
    page.locator("#all").check()
    page.locator("button[form=choice]").click()
    expect(page.locator("h1")).to_have_text(word("many.title", language, n=3))


def signed(page: Page, language: str, n: int = 3) -> None:
    expect(page.locator("h1")).to_have_text(word("many.done", language, n=n))
    expect(page.locator(f'main a[href$="/{language}.pdf"]')).to_have_count(n)


def pdf(page: Page, selector: str) -> bytes:
    """What a link to a PDF gives."""
    with page.expect_download() as downloaded:
        page.locator(selector).first.click()
    return downloaded.value.path().read_bytes()


def test_three_notices_are_signed_by_ncalayer_in_one_go(visitor: Visitor, port: int) -> None:
    emulator = emulator_server.made("head", "gost")
    with Running(emulator, port):
        page = visitor()
        to_many(page, "ru")
        page.locator("[data-start]").dblclick()
        signed(page, "ru")
    (asked,) = [one["args"] for one in emulator.heard]
    assert len(asked["data"]) == 3 and asked["signerParams"]["iin"] == IIN["head"] and asked["signerParams"]["bin"]
    page.reload()
    signed(page, "ru")
    assert pdf(page, 'main a[href$="/ru.pdf"]').startswith(b"%PDF-")
    page.locator('main a[href$="/work/signing"]').last.click()
    expect(page.locator("main")).to_contain_text(word("list.empty", "ru"))

    person = visitor()
    sign_in(person, "ru", "yerlan")
    person.goto("/ru/attachments")
    person.locator('main a[href*="/attachments/attachment_"]').first.click()
    expect(person.locator("main")).to_contain_text(texts.text("notices.documents.title", "ru"))
    assert person.locator('main a[href*="/notices/notice_"][href$="/ru.pdf"]').count() == 2
    assert pdf(person, 'main a[href$="/kk.pdf"]').startswith(b"%PDF-")


def test_a_cancelled_signing_leaves_everything_as_it_was(visitor: Visitor, port: int) -> None:
    emulator = emulator_server.made("head", "gost")
    emulator.play = "cancel"
    with Running(emulator, port):
        page = visitor(width=320)
        to_many(page, "en")
        page.locator("[data-start]").click()
        expect(page.locator("[data-told]")).to_contain_text(texts.text("sign.program.cancelled.title", "en"))
        emulator.play = "sign"
        page.locator("[data-start]").click()
        signed(page, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demonstration_key_signs_all_with_one_button(visitor: Visitor, axe: str | None, language: str) -> None:
    page = visitor(width=320)
    look = Look(page, language, True, axe, "documents")
    to_list(page, language)
    look("list")
    page.locator("button[form=choice]").click()
    expect(page.locator(".problems")).to_be_focused()
    look("nothing-chosen")
    page.locator("#all").check()
    page.locator("button[form=choice]").click()
    look("many")
    page.locator('form:has(input[name="demonstrate"]) button').click()
    signed(page, language)
    look("signed")
    page.locator('main a[href*="/notices/notice_"]').first.click()
    look("notice")
    page.get_by_role("link", name=texts.text("common.notice.verify", language)).last.click()
    look("verified")


def test_without_javascript_several_signature_files_are_uploaded_at_once(visitor: Visitor, site: Site) -> None:
    emulator = emulator_server.made("head", "gost")
    page = visitor(javascript=False, width=320)
    to_many(page, "kk")
    expect(page.locator("[data-start]")).to_be_hidden()
    with page.expect_download() as downloaded:
        page.locator('main a[href*="requests.zip"]').click()
    with zipfile.ZipFile(io.BytesIO(downloaded.value.path().read_bytes())) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    person = person_of(IIN["head"])
    assert person is not None
    for holder in holders(person):
        emulator.authority.issue(holder)
    by_head = [emulator.authority.sign(IIN["head"], inside[name], organisation=BIN) for name in sorted(inside, reverse=True)]
    made: list[FilePayload] = [{"name": f"{n}.cms", "mimeType": "application/cms", "buffer": one} for n, one in enumerate(by_head)]

    def send(files: list[FilePayload]) -> None:
        page.locator('input[type="file"]').set_input_files(files)
        page.locator('form:has(input[type="file"]) .buttons button').click()

    send(made[:1])
    expect(page.locator("h1")).to_have_text(word("many.title", "kk", n=2))
    for name in sorted(inside)[:2]:
        expect(page.locator(".problems")).to_contain_text(f"№ {name.removesuffix('.json')}")
    send(made)
    signed(page, "kk")
