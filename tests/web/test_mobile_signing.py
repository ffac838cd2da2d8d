"""The page with the QR code, and the two addresses of eGov Mobile: the whole way, and everything that is refused on it."""

import base64
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import time_machine
from starlette.applications import Starlette

from models import demo
from models.attachment import Attachment
from models.demo_data import PEOPLE
from models.mobile_signing import MobileSigning
from models.settings import settings
from tests.attachment.browser import Browser
from tests.attachment.citizen import signing
from tests.attachment.conftest import clock, keys, made_keys, register
from tests.attachment.pages import SITE
from tests.attachment.pages import application as application
from web.mobile_signing import DOCUMENT, INVITATION, LARGEST

__all__ = ["clock", "keys", "made_keys", "register"]
IIN = {one.key: one.iin for one in PEOPLE}


@pytest.fixture(autouse=True)
def switched_on(environment: pytest.MonkeyPatch) -> Iterator[None]:
    environment.setenv("EMHANA_EGOV_MOBILE", "1")
    environment.setenv("EMHANA_ORGANISATION_BIN", "260440990069")
    settings.cache_clear()
    yield
    settings.cache_clear()


class Phone:
    """The application on a phone: it knows what it scanned, keeps no cookies, and signs with a demonstration key."""

    def __init__(self, application: Starlette, scanned: str) -> None:
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=SITE)
        self.address = scanned.removeprefix("mobileSign:")

    async def invited(self) -> dict[str, Any]:
        answer = await self.http.get(self.address)
        assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
        assert not answer.cookies
        found: dict[str, Any] = answer.json()
        self.bearer = {"Authorization": f"Bearer {found['document']['auth_token']}"}
        return found

    async def documents(self) -> dict[str, Any]:
        found = await self.http.get(DOCUMENT, headers=self.bearer)
        assert found.status_code == 200, found.text
        given: dict[str, Any] = found.json()
        return given

    async def signed(self, name: str, *, as_head: bool = False) -> dict[str, Any]:
        """What the application was given, with a signature in the place of the bytes."""
        await self.invited()
        given = await self.documents()
        file = given["documentsToSign"][0]["document"]["file"]
        cms = await demo.sign(IIN[name], base64.b64decode(file["data"]), as_head=as_head)
        file["data"] = base64.encodebytes(cms).decode()
        return given

    async def send(self, body: object) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        return await self.http.put(DOCUMENT, content=content, headers={**self.bearer, "Content-Type": "application/json"})

    async def sign(self, name: str) -> httpx.Response:
        return await self.send(await self.signed(name))


def code(browser: Browser) -> dict[str, str]:
    """The code on the present page, as its form keeps it."""
    found = re.search(r'name="mobileCode" value="([^"]+)"', browser.page.text)
    assert found, browser.page.text
    kept: dict[str, str] = json.loads(unescape(found.group(1)))
    return kept


async def begun(application: Starlette, language: str = "kk") -> tuple[Browser, Phone]:
    """A browser at the page with the code of a sign-in, and a phone that has scanned it."""
    browser = Browser(application, language)
    await browser.open("/signin")
    await browser.fill("/signin/mobile")
    assert browser.page.status_code == 200, browser.page.text
    return browser, Phone(application, code(browser)["qrText"])


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_citizen_signs_in_with_the_phone(application: Starlette, language: str) -> None:
    browser, phone = await begun(application, language)
    assert (await phone.sign("marat")).status_code == 200
    await browser.send(browser.form("/signin/mobile", request=browser.form("/signin/mobile").values["request"]))
    assert browser.path == "/account" and "Өтегенов" in browser.page.text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_citizen_files_a_request_with_the_phone(application: Starlette, language: str) -> None:
    browser = Browser(application, language)
    await signing(browser)
    await browser.fill(f"{browser.path}/mobile")
    phone = Phone(application, code(browser)["qrText"])
    assert (await phone.sign("yerlan")).status_code == 200
    await continued(browser)
    assert browser.page.status_code == 200 and browser.path.startswith("/attachments/"), browser.page.text
    assert await Attachment.filter(applicant=await demo.person("yerlan"), state="SUBMITTED").count() == 1


async def continued(browser: Browser) -> httpx.Response:
    """Press "I have signed: continue"."""
    forms = re.findall(r'action="([^"]+/mobile)"', browser.page.text)
    secret = re.search(r'name="mobile" value="([^"]+)"', browser.page.text)
    assert forms and secret
    return await browser.send(browser.form(forms[0].removeprefix(f"/{browser.language}"), mobile=secret.group(1)))


async def test_the_first_address_answers_as_the_protocol_says(application: Starlette) -> None:
    browser, phone = await begun(application)
    told = await phone.invited()
    assert list(told) == ["description", "expiry_date", "organisation", "document"]
    assert re.fullmatch(r"2026-11-23T10:05:00\.000\+0500", told["expiry_date"])
    assert told["organisation"] == {"nameRu": "Емхана", "nameKz": "Емхана", "nameEn": "Emhana", "bin": "260440990069"}
    assert told["document"]["uri"] == f"{SITE}{DOCUMENT}" and told["document"]["auth_type"] == "Token"
    assert told["document"]["auth_token"] not in phone.address
    assert code(browser)["checkWord"] in told["description"] and code(browser)["checkWord"] in browser.page.text


async def test_the_second_address_gives_the_bytes_of_the_request(application: Starlette) -> None:
    _, phone = await begun(application)
    await phone.invited()
    given = await phone.documents()
    (one,) = given["documentsToSign"]
    assert given["signMethod"] == "CMS_WITH_DATA" and set(one) == {"id", "nameRu", "nameKz", "nameEn", "meta", "document"}
    assert one["id"] == 1 and all(set(detail) == {"name", "value"} for detail in one["meta"])
    assert json.loads(base64.b64decode(one["document"]["file"]["data"]))["purpose"] == "SIGN_IN"


async def test_the_link_for_the_same_phone_holds_the_first_address(application: Starlette) -> None:
    browser, phone = await begun(application)
    link = urlsplit(code(browser)["link"])
    assert parse_qs(link.query)["link"] == [phone.address] and f'href="{code(browser)["link"].replace("&", "&amp;")}"' in browser.page.text


async def test_pressed_too_early_the_page_stays_and_keeps_its_code(application: Starlette) -> None:
    browser, phone = await begun(application, "en")
    before = code(browser)
    await continued(browser)
    assert "has not come yet" in browser.page.text and code(browser)["qrText"] == before["qrText"]
    assert (await phone.sign("marat")).status_code == 200
    await continued(browser)
    assert browser.path == "/account"


async def test_a_new_code_of_a_request_replaces_the_old_one(application: Starlette) -> None:
    browser = Browser(application, "en")
    await signing(browser)
    await browser.fill(f"{browser.path}/mobile")
    old, path = Phone(application, code(browser)["qrText"]), browser.path
    again = browser.form(path)
    del again.values["mobile"]
    await browser.send(again)
    assert (await old.http.get(old.address)).status_code == 404
    assert (await Phone(application, code(browser)["qrText"]).sign("yerlan")).status_code == 200


async def following(browser: Browser, state: str = "WAITING") -> httpx.Response:
    """What the open page asks every three seconds."""
    form = browser.form("/sign/mobile/state")
    return await browser.client.post(form.action, data=form.values | {"mobileState": state})


async def test_the_page_says_how_far_it_is_and_nothing_while_nothing_changes(application: Starlette) -> None:
    browser, phone = await begun(application, "en")
    assert (await following(browser)).status_code == 204
    await phone.invited()
    opened = await following(browser)
    assert "is open in the application" in opened.text and 'hx-trigger="every 3s"' in opened.text
    assert (await following(browser, "OPENED")).status_code == 204
    await phone.sign("marat")
    come = await following(browser, "OPENED")
    assert "The signature has come" in come.text and "hx-post" not in come.text


async def test_the_page_says_that_the_time_has_run_out_and_offers_a_new_code(application: Starlette, clock: time_machine.Traveller) -> None:
    browser, _ = await begun(application, "en")
    clock.shift(301)
    assert "has run out" in (await following(browser)).text
    await continued(browser)
    assert "has run out" in browser.page.text and "New code" in browser.page.text
    await browser.fill("/signin/mobile")
    assert code(browser)["expiresAt"].startswith("2026-11-23T10:10")


async def test_a_form_without_our_proof_starts_nothing_and_is_told_nothing(application: Starlette) -> None:
    browser, _ = await begun(application)
    form = browser.form("/sign/mobile/state")
    assert (await browser.client.post("/kk/signin/mobile", data={"csrf": "x"})).status_code == 403
    assert (await browser.client.post(form.action, data=form.values | {"csrf": "x", "mobileState": ""})).status_code == 204
    assert await MobileSigning.all().count() == 1


async def test_a_request_of_somebody_else_has_no_page(application: Starlette) -> None:
    browser = Browser(application)
    await signing(browser)
    path = browser.path
    other = Browser(application)
    await other.sign_in(IIN["zhanar"])
    proof = re.search(r'name="csrf" value="([^"]+)"', other.page.text)
    assert proof
    assert (await other.client.post(f"/kk{path}/mobile", data={"csrf": proof.group(1)})).status_code == 404


async def test_the_secret_of_another_browser_signs_nobody_in(application: Starlette) -> None:
    browser, phone = await begun(application)
    assert (await phone.sign("marat")).status_code == 200
    thief, _ = await begun(application)
    given = thief.form("/signin/mobile").values | {"request": browser.form("/signin/mobile").values["request"]}
    answer = await thief.client.post("/kk/signin", data=given, follow_redirects=True)
    assert answer.status_code == 422 and "emhana" not in thief.client.cookies


async def test_an_address_opened_by_hand_leads_to_where_codes_are_made(application: Starlette) -> None:
    browser = Browser(application)
    assert (await browser.client.get("/ru/signin/mobile")).headers["location"] == "/ru/signin"
    assert (await browser.client.get("/en/sign/x/mobile")).headers["location"] == "/en/sign/x"


async def refused(answer: httpx.Response, status: int = 403) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert (await MobileSigning.get()).cms is None


async def test_another_content_is_rejected(application: Starlette) -> None:
    _, phone = await begun(application)
    sent = await phone.signed("marat")
    other = await demo.sign(IIN["marat"], b"{}", as_head=False)
    sent["documentsToSign"][0]["document"]["file"]["data"] = base64.b64encode(other).decode()
    await refused(await phone.send(sent))


async def test_the_signature_of_somebody_else_is_rejected_for_a_request(application: Starlette) -> None:
    browser = Browser(application)
    await signing(browser)
    await browser.fill(f"{browser.path}/mobile")
    await refused(await Phone(application, code(browser)["qrText"]).sign("zhanar"))


async def test_what_is_not_signed_at_all_is_rejected(application: Starlette) -> None:
    _, phone = await begun(application)
    await phone.invited()
    await refused(await phone.send(await phone.documents()))


async def test_a_delivery_after_the_time_is_rejected(application: Starlette, clock: time_machine.Traveller) -> None:
    _, phone = await begun(application)
    sent = await phone.signed("marat")
    clock.shift(301)
    await refused(await phone.send(sent))
    assert (await phone.http.get(phone.address)).status_code == 404
    assert (await phone.http.get(DOCUMENT, headers=phone.bearer)).status_code == 401


async def test_the_same_delivery_again_is_accepted_and_another_rejected(application: Starlette) -> None:
    _, phone = await begun(application)
    sent = await phone.signed("marat")
    assert [(await phone.send(sent)).status_code for _ in range(2)] == [200, 200]
    assert (await phone.sign("zhanar")).status_code == 403


@pytest.mark.parametrize("bearer", ["", "Bearer " + "A" * 43, "Basic eDp4", "Bearer"])
async def test_without_the_token_nothing_is_told_and_nothing_taken(application: Starlette, bearer: str) -> None:
    _, phone = await begun(application)
    sent = await phone.signed("marat")
    phone.bearer = {"Authorization": bearer}
    assert (await phone.http.get(DOCUMENT, headers=phone.bearer)).status_code == 401
    await refused(await phone.send(sent), 401)


@pytest.mark.parametrize("query", ["", "?token=", "?token=x", "?token=%D2%9B", "?token=%00", "?other=1"])
async def test_an_invented_code_leads_nowhere(application: Starlette, query: str) -> None:
    _, phone = await begun(application)
    assert (await phone.http.get(INVITATION + query)).status_code == 404


def changed(sent: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {**sent, "documentsToSign": [{**sent["documentsToSign"][0], **parts}]}


async def test_a_body_that_is_not_the_protocols_is_not_read(application: Starlette) -> None:
    _, phone = await begun(application)
    sent = await phone.signed("marat")
    one = sent["documentsToSign"][0]
    text = json.dumps(sent).encode()
    for body in (
        b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, text + b"x", text.replace(b'"id"', b'"x": NaN, "id"'),
        text.replace(b'"signMethod"', b'"signMethod": "CMS_WITH_DATA", "signMethod"'), {**sent, "documentsToSign": []},
        {**sent, "documentsToSign": [one, one]}, {**sent, "documentsToSign": one}, {**sent, "signMethod": "XML"}, changed(sent, id=2),
        changed(sent, id=True), changed(sent, id="1"), changed(sent, document={}), changed(sent, document={"file": {"data": 1}}),
        changed(sent, document={"file": {"data": "not base64 !"}}), changed(sent, document={"file": {"data": "қол"}}),
    ):  # fmt: skip
        await refused(await phone.send(body), 400)
    assert (await phone.send(sent)).status_code == 200


async def test_a_body_that_is_too_large_is_dropped_whether_it_says_so_or_not(application: Starlette) -> None:
    _, phone = await begun(application)
    await phone.invited()
    await refused(await phone.send(b" " * (LARGEST + 1)), 413)
    read = 0

    async def endless() -> Any:
        nonlocal read
        for _ in range(64):
            read += 1
            yield b" " * (LARGEST // 16)

    await refused(await phone.http.put(DOCUMENT, content=endless(), headers=phone.bearer), 413)
    assert read <= 18


async def test_a_cookie_gives_the_application_no_right(application: Starlette) -> None:
    browser = Browser(application)
    await signing(browser)
    await browser.fill(f"{browser.path}/mobile")
    assert (await browser.client.get(DOCUMENT)).status_code == 401


async def test_switched_off_there_is_nothing_of_it(application: Starlette, environment: pytest.MonkeyPatch) -> None:
    browser, phone = await begun(application)
    sent = await phone.signed("marat")
    environment.setenv("EMHANA_EGOV_MOBILE", "0")
    settings.cache_clear()
    assert (await phone.http.get(phone.address)).status_code == 404
    assert (await phone.http.get(DOCUMENT, headers=phone.bearer)).status_code == 404
    await refused(await phone.send(sent), 404)
    form = browser.form("/signin/mobile")
    assert (await browser.client.post(form.action, data=form.values)).status_code == 404
    assert "/signin/mobile" not in (await browser.open("/signin")).text
