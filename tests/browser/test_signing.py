"""Signing with NCALayer in a real browser: its emulator over TLS, real signatures, and whatever may go wrong on the way."""

import base64
import json
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from models import texts, trust
from models.settings import settings
from tests.browser.conftest import CDN, FLAGS, Site
from tests.browser.looking import IIN, LANGUAGES, Look, sign_in, take_post
from web import emulator_server
from web import render as render  # brings the words of the site
from web.emulator import Emulator, holders, person_of
from web.emulator_server import Running

pytestmark = pytest.mark.browser
SIGNS, ORGANISATION = "1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.2"
CLINIC = "260440990019"
ALGORITHM = "gost"
Visitor = Callable[..., Page]
# what the browser itself says of a connection that was refused or cut, and of an answer with problems
EXPECTED = ("ERR_CONNECTION", "ERR_BLOCKED_BY_LOCAL_NETWORK", "422", "net::ERR_FAILED", "WebSocket")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def port() -> int:
    """Where these pages look for NCALayer."""
    return free_port()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Path]:
    """The data of the site and of the emulator, which share the demonstration's keys."""
    made = tmp_path_factory.mktemp("signing") / "data"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"DATA": str(made), "DEMONSTRATION": "1", "NCALAYER": f"wss://127.0.0.1:{port}"}.items():
            patch.setenv(f"EMHANA_{name}", value)
        settings.cache_clear()
        trust.authority.cache_clear()
        yield made
    settings.cache_clear()
    trust.authority.cache_clear()


@pytest.fixture(scope="module")
def site(chromium: str, folder: Path) -> Iterator[Site]:
    served = Site(folder)
    yield served
    served.stop()


@pytest.fixture
def emulator(site: Site) -> Emulator:
    """The emulator, not running yet."""
    return emulator_server.made("marat", ALGORITHM)


@pytest.fixture
def running(emulator: Emulator, port: int) -> Iterator[Emulator]:
    with Running(emulator, port):
        yield emulator


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


def watched(context: BrowserContext, complaints: list[str]) -> Page:
    def hear(line: ConsoleMessage) -> None:
        if line.type == "error" and not any(word in line.text for word in EXPECTED):
            complaints.append(f"{line.page.url if line.page else ''}: {line.text}")

    context.route(CDN + "**", lambda route: route.abort())  # htmx is not needed here
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    page = context.new_page()
    page.on("console", hear)
    return page


def start(page: Page) -> Any:
    return page.locator("[data-start]")


def told(page: Page) -> Any:
    return page.locator("[data-told]")


def word(key: str, language: str = "ru") -> str:
    return texts.text(f"sign.program.{key}", language)


def to_sign(page: Page, language: str = "ru", who: str = "yerlan") -> None:
    """Sign in with a demonstration key, answer the questions of an attachment, and go on to the page of signing."""
    sign_in(page, language, who)
    expect(page).not_to_have_url(re.compile("/signin$"))
    page.goto(f"/{language}/attachments/new/ground")
    page.locator('input[name="ground"][value="FIRST"]').check()
    go_on(page)
    page.locator('input[name="phone"]').fill("8 700 123 45 67")
    for name, value in {"locality": "Алматы", "street": "Сәтбаев", "house": "9"}.items():
        page.locator(f'input[name="address.{name}"]').fill(value)
    page.locator('[name="address.kato"]').select_option("750000000")
    go_on(page)
    page.locator('input[name="clinic"]').first.check()
    go_on(page)
    page.locator('input[name="doctor"][value=""]').check()
    go_on(page)
    asked_again(page, language)


def asked_again(page: Page, language: str = "ru") -> None:
    """A fresh request to sign, of the answers already given."""
    page.goto(f"/{language}/attachments/new/check")
    page.locator('input[name="consent"]').check()
    page.locator('form[action*="/attachments/new/ask/"] button').click()
    expect(page).to_have_url(re.compile("/sign/signature_request_"))


def go_on(page: Page) -> None:
    page.locator("main form .buttons button").last.click()


def requests(emulator: Emulator) -> list[dict[str, Any]]:
    return [one["args"] for one in emulator.heard]


def signed_file(emulator: Emulator, content: bytes, who: str) -> bytes:
    """A signature file as a person makes it with a program of their own."""
    person = person_of(IIN[who])
    assert person is not None
    emulator.authority.issue(next(holders(person)), algorithm=ALGORITHM)
    return emulator.authority.sign(IIN[who], content, algorithm=ALGORITHM)


# ------------------------------------------------------------------------- as it should be


def test_signing_in_asks_for_any_key_and_opens_the_session(visitor: Visitor, running: Emulator) -> None:
    page = visitor()
    page.goto("/kk/signin")
    page.wait_for_timeout(500)
    assert running.heard == [], "nothing is asked before a click"
    start(page).click()
    expect(page.locator(".viewer")).to_contain_text("Марат")
    (asked,) = requests(running)
    assert asked["signerParams"] == {"extKeyUsageOids": [], "iin": "", "bin": "", "chain": []}
    assert asked["signingParams"] == {"decode": True, "encapsulate": True, "digested": False, "tsaProfile": None}
    assert (asked["format"], asked["locale"]) == ("cms", "kk")
    assert json.loads(base64.b64decode(asked["data"]))["purpose"] == "SIGN_IN"


def test_a_request_and_its_approval_are_signed_with_the_right_keys(visitor: Visitor, running: Emulator) -> None:
    page = visitor()
    to_sign(page, who="officer")
    start(page).dblclick()
    expect(page).to_have_url(re.compile(r"/attachments/attachment_\w+\?filed"))
    (asked,) = requests(running)
    assert asked["signerParams"] == {"extKeyUsageOids": [SIGNS], "iin": IIN["officer"], "bin": "", "chain": []}
    assert asked["signingParams"]["tsaProfile"] == {}
    number = re.search(r"AP-2026-\d{6}-\d", page.locator("main").inner_text())
    assert number is not None

    page.go_back()
    expect(page.locator("main")).to_contain_text(texts.text("sign.used", "ru"))
    expect(start(page)).to_have_count(0)

    head = visitor()
    take_post(head, "ru", "head")
    head.goto("/ru/work/queue")
    head.get_by_role("link", name=re.compile(number.group())).first.click()
    head.locator('main a[href$="/approve"]').click()
    head.locator('form[action$="/approve"] button').click()
    start(head).click()
    expect(head).to_have_url(re.compile(r"/attachments/attachment_\w+$"))
    asked = requests(running)[-1]
    assert asked["signerParams"] == {"extKeyUsageOids": [SIGNS, ORGANISATION], "iin": IIN["head"], "bin": CLINIC, "chain": []}
    assert head.locator('main a[href*="/notices/notice_"]').count() >= 1


def test_the_keyboard_is_enough_and_the_message_takes_the_focus(visitor: Visitor, running: Emulator) -> None:
    running.play = "cancel"
    page = visitor()
    page.goto("/ru/signin")
    start(page).focus()
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text(word("cancelled.title"))
    expect(told(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(start(page)).to_be_focused()
    running.play = "sign"
    page.keyboard.press("Enter")
    expect(page.locator(".viewer")).to_contain_text("Марат")


# ------------------------------------------------------------------------- what may go wrong


STATES = {
    "cancel": "cancelled", "broken": "broken", "no-greeting": "stranger", "error": "failed", "drop": "lost", "silent": "signing",
}  # fmt: skip


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_failure_is_named_and_another_try_is_open(
    language: str, width: int, visitor: Visitor, emulator: Emulator, port: int, axe: str | None
) -> None:
    page = visitor(width=width)
    page.clock.install()
    to_sign(page, language)
    look = Look(page, language, True, axe, "signing")
    look("asked")
    tall = start(page).bounding_box()
    assert tall is not None and tall["height"] >= 24
    start(page).click()
    expect(told(page)).to_contain_text(word("absent.title", language))
    look("absent")
    with Running(emulator, port):
        for play, state in STATES.items():
            emulator.play = play
            start(page).click()
            if play == "no-greeting":
                expect(told(page)).to_contain_text(word("connecting", language))
                page.wait_for_timeout(300)
                page.clock.fast_forward(6000)
            expect(told(page)).to_contain_text(word(state if state == "signing" else f"{state}.title", language))
            if play != "silent":
                expect(start(page)).to_have_attribute("aria-disabled", "false")
                expect(told(page)).to_be_focused()
                look(play)
        look("signing")
        page.clock.fast_forward(16000)
        expect(told(page)).to_contain_text(word("slow", language))
        look("slow")
        expect(start(page)).to_have_attribute("aria-disabled", "true")
        told(page).get_by_role("button").click()
        expect(told(page)).to_contain_text(word("cancelled.title", language))
        page.clock.fast_forward(300_000)
        expect(told(page)).to_contain_text(word("expired.title", language))
        look("expired")
        heard = len(emulator.heard)
        start(page).click()
        page.wait_for_timeout(300)
        assert len(emulator.heard) == heard, "what has expired is not signed"
        told(page).get_by_role("link").click()
        expect(page).to_have_url(re.compile("/attachments/new/check"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("play", "code"), [("wrong-key", "SIGNATURE_FOREIGN"), ("auth-key", "SIGNATURE_USAGE"), ("expired-key", "SIGNATURE_EXPIRED")]
)
def test_a_wrong_key_is_refused_by_name_and_the_request_can_still_be_signed(
    language: str, play: str, code: str, visitor: Visitor, running: Emulator, axe: str | None
) -> None:
    running.play = play
    page = visitor(width=320)
    to_sign(page, language)
    start(page).click()
    expect(page.locator(".problems")).to_contain_text(texts.text(f"law.impediment.{code}.text", language))
    expect(page.locator(".problems")).to_be_focused()
    Look(page, language, True, axe, "signing")(play)
    page.locator(".problems a").first.click()
    expect(start(page)).to_be_focused()


def test_a_late_answer_is_waited_for(visitor: Visitor, running: Emulator) -> None:
    running.play, running.delay = "slow", 2.0
    page = visitor()
    page.goto("/en/signin")
    start(page).click()
    expect(told(page)).to_contain_text(word("signing", "en"))
    expect(page.locator("form[aria-busy=true]")).to_have_count(1)
    expect(page.locator(".viewer")).to_contain_text("Марат")


def test_a_site_that_does_not_answer_is_told_apart_from_the_program(visitor: Visitor, running: Emulator) -> None:
    page = visitor()
    page.goto("/ru/signin")
    page.context.route("**/signin/challenge", lambda route: route.abort())
    start(page).click()
    expect(told(page)).to_contain_text(word("challenge.title"))
    assert running.heard == []


@dataclass
class Hostile(Emulator):
    """Some other program at NCALayer's place: it greets as NCALayer does, and answers whatever it likes."""

    answers: str = ""

    async def answer(self, text: str) -> str | None:
        return self.answers


def reply(**said: Any) -> str:
    return json.dumps(said)


MEGABYTES = "A" * 5_000_000
HOSTILE = [
    ("broken", reply(status=False, code={"toString": 1})), ("broken", reply(status=False, code=[[["A"]]])),
    ("broken", reply(status=False, errorCode={"toString": 1, "valueOf": 1})), ("broken", reply(status=False, code=None)),
    ("broken", reply(status=False, code=MEGABYTES)), ("broken", reply(status={"toString": 1})), ("broken", reply(status=1, code=True)),
    ("failed", reply(status=False, code=500)), ("failed", reply(status=False, code="<b>" + "A" * 100_000)),
    ("failed", reply(status=False, code='"] x', details={"toString": 1})),
    ("broken", reply(status=True, body={"result": {"toString": 1}})), ("broken", reply(status=True, body={"result": [{"toString": 1}]})),
    ("broken", reply(status=True, body={"result": [[["QUJD"]]]})), ("broken", reply(status=True, body={"result": [None]})),
    ("broken", reply(status=True, body={"result": 17})), ("broken", reply(status=True, body={"result": False})),
    ("broken", reply(status=True, body={"result": []})), ("broken", reply(status=True, body={"result": ["QUJD"] * 2})),
    ("broken", reply(status=True, body={"result": MEGABYTES})), ("broken", reply(status=True, body={"result": "-" * 900_000})),
    ("cancelled", reply(status=True, body=None)), ("cancelled", reply(status=True, body={"result": None})),
    ("broken", "null"), ("broken", "0"), ("broken", '"status"'), ("broken", "[]"), ("broken", "[" * 900_000), ("broken", ""),
]  # fmt: skip


def test_whatever_a_hostile_program_answers_is_named_and_leaves_the_page_alive(visitor: Visitor, emulator: Emulator, port: int) -> None:
    hostile = Hostile(emulator.authority, "marat")
    page = visitor()
    to_sign(page)
    with Running(hostile, port):
        for state, hostile.answers in HOSTILE:
            start(page).click()
            expect(told(page), hostile.answers[:80]).to_contain_text(word(f"{state}.title"))
            expect(start(page)).to_have_attribute("aria-disabled", "false")
            expect(told(page)).to_be_focused()
            assert len(told(page).inner_text()) < 600
            expect(page).to_have_url(re.compile("/sign/signature_request_"))
    with Running(emulator, port):
        emulator.play = "silent"
        start(page).click()
        expect(told(page)).to_contain_text(word("signing"))
        told(page).get_by_role("button").click()
        expect(told(page)).to_contain_text(word("cancelled.title"))
        emulator.play = "wrong-key"
        start(page).click()
        expect(page.locator(".problems")).to_contain_text(texts.text("law.impediment.SIGNATURE_FOREIGN.text", "ru"))


# ------------------------------------------------------------------------- the browser's own permission


class Public(Site):
    """The same site under a name that is not the computer's own, so that the browser guards the loopback from it."""

    NAME = "emhana.test"

    def _start(self) -> None:
        self.environment["EMHANA_SITE"] = f"http://{self.NAME}:{self.port}"
        super()._start()


@pytest.fixture
def public(browser: Browser, chromium: str, folder: Path) -> Iterator[tuple[Site, Browser]]:
    """The public site and a browser that takes its address for a public and secure one."""
    served = Public(folder)
    address = f"http://{Public.NAME}:{served.port}"
    flags = [
        f"--ip-address-space-overrides=127.0.0.1:{served.port}=public", f"--host-resolver-rules=MAP {Public.NAME} 127.0.0.1",
        f"--unsafely-treat-insecure-origin-as-secure={address}",
    ]  # fmt: skip
    started = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, *flags])
    yield served, started
    started.close()
    served.stop()


def permit(page: Page, setting: str) -> None:
    """What the person has set for this site in the browser."""
    session = page.context.new_cdp_session(page)
    within = session.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    assert page.context.browser is not None
    control = page.context.browser.new_browser_cdp_session()
    control.send("Browser.setPermission", {"permission": {"name": "loopback-network"}, "setting": setting, "browserContextId": within})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_before_the_browser_does_and_tells_a_refusal_from_an_absent_program(
    language: str, public: tuple[Site, Browser], emulator: Emulator, port: int, axe: str | None
) -> None:
    complaints: list[str] = []
    served, started = public
    context = started.new_context(
        ignore_https_errors=True, viewport={"width": 320, "height": 800}, base_url=served.environment["EMHANA_SITE"]
    )
    page = watched(context, complaints)
    look = Look(page, language, True, axe, "signing-permission")
    page.goto(f"/{language}/signin")

    # not asked yet: the page says what will come; a browser without a window refuses in the person's place
    start(page).click()
    expect(told(page)).to_contain_text(word("prompt.title", language))
    expect(told(page)).to_be_focused()
    look("prompt")
    with Running(emulator, port):
        told(page).get_by_role("button").click()
        expect(told(page)).to_contain_text(word("denied.title", language))
        look("denied")
        start(page).click()
        expect(told(page)).to_contain_text(word("denied.title", language))
        assert emulator.heard == []

        permit(page, "granted")
        start(page).click()
        expect(page.locator(".viewer")).to_contain_text("Марат")

    page.locator('form[action$="/signout"] button').click()
    page.goto(f"/{language}/signin")
    start(page).click()
    expect(told(page)).to_contain_text(word("absent.title", language))

    # a browser that keeps asking (the person has closed its question, or answered for once) leaves both open
    page.evaluate("navigator.permissions.query = async () => ({state: 'prompt'})")
    start(page).click()
    told(page).get_by_role("button").click()
    expect(told(page)).to_contain_text(word("unreached.title", language))
    look("unreached")
    context.close()
    assert complaints == []


# ------------------------------------------------------------------------- without JavaScript


def upload(page: Page, content: bytes, name: str = "signature.cms") -> None:
    page.locator('input[type="file"][name="signature"]').set_input_files({"name": name, "mimeType": "application/cms", "buffer": content})
    page.locator('form:has(input[type="file"]) .buttons button').click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_a_file_signed_anywhere_signs_in_and_files(language: str, visitor: Visitor, emulator: Emulator) -> None:
    page = visitor(javascript=False, width=320)
    look = Look(page, language, False, None, "signing")
    who = {"kk": "zhanar", "ru": "olga", "en": "marat"}[language]
    page.goto(f"/{language}/signin")
    expect(start(page)).to_be_hidden()
    look("signin")
    with page.expect_download() as downloaded:
        page.locator('form[action$="/signin/challenge"] button').click()
    upload(page, signed_file(emulator, downloaded.value.path().read_bytes(), who))
    expect(page.locator(".viewer form")).to_be_visible()

    page = look.page = visitor(javascript=False, width=320)
    to_sign(page, language)
    look("sign")
    with page.expect_download() as downloaded:
        page.locator("main a[download]").click()
    content = downloaded.value.path().read_bytes()
    upload(page, signed_file(emulator, content, who))
    expect(page.locator(".problems")).to_contain_text(texts.text("law.impediment.SIGNATURE_FOREIGN.text", language))
    look("refused")
    upload(page, signed_file(emulator, content + b" ", "yerlan"))
    expect(page.locator(".problems")).to_contain_text(texts.text("law.impediment.SIGNATURE_OTHER_CONTENT.text", language))
