"""The pages of signing and of signing in without a browser: what they give to the script, and what they take from it and from files."""

import base64
import json
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from starlette.applications import Starlette

from models import demo
from models.attachment import Attachment
from models.law.attachment import State
from tests.attachment.browser import Browser
from tests.attachment.citizen import IIN, application, browser, kazakh, monday, signing, word
from web import static

__all__ = ["application", "browser", "kazakh", "monday"]
SIGNS = "1.3.6.1.5.5.7.3.4"


def section(page: str) -> dict[str, str]:
    """What the script is given beside the words."""
    found = re.search(r"<section data-program=[^>]*>", page)
    assert found is not None
    return {name: unescape(value) for name, _, value in re.findall(r'data-(\w+)=("|\')(.*?)\2', found.group())}


def order(page: str) -> dict[str, Any]:
    return dict(json.loads(section(page)["order"]))


def content(page: str) -> bytes:
    (found,) = re.findall(r'data-content="([^"]+)"', page)
    return base64.b64decode(found)


async def test_the_page_of_signing_gives_the_script_the_text_the_signer_and_the_time(kazakh: Browser) -> None:
    await signing(kazakh)
    given = section(kazakh.page.text)
    assert (given["program"], given["seconds"]) == ("wss://127.0.0.1:13579", "300")
    asked = order(kazakh.page.text)
    assert asked["signerParams"] == {"extKeyUsageOids": [SIGNS], "iin": IIN["yerlan"], "bin": "", "chain": []}
    assert asked["signingParams"] == {"decode": True, "encapsulate": True, "digested": False, "tsaProfile": {}}
    downloaded = await kazakh.client.get(kazakh.address(kazakh.path + "/content"))
    assert content(kazakh.page.text) == downloaded.content


async def test_the_script_is_ours_and_may_run_by_the_policy_of_the_page(kazakh: Browser) -> None:
    await kazakh.open("/signin")
    nonce = re.search(rf'src="{static.address("sign.js")}" nonce="([^"]+)"', kazakh.page.text)
    assert nonce is not None
    assert f"'nonce-{nonce.group(1)}'" in kazakh.page.headers["content-security-policy"]
    assert "connect-src 'self' wss://127.0.0.1:13579;" in kazakh.page.headers["content-security-policy"]
    assert "loopback-network=(self)" in kazakh.page.headers["permissions-policy"]


async def test_signing_in_takes_any_key_and_no_time_stamp(kazakh: Browser) -> None:
    await kazakh.open("/signin")
    asked = order(kazakh.page.text)
    assert asked["signerParams"] == {"extKeyUsageOids": [], "iin": "", "bin": "", "chain": []}
    assert asked["signingParams"]["tsaProfile"] is None
    assert section(kazakh.page.text)["challenge"] == "/kk/signin/challenge"


@pytest.mark.parametrize("armoured", [True, False], ids=["PEM", "Base64"])
async def test_a_signature_as_text_files_the_request(kazakh: Browser, armoured: bool) -> None:
    await signing(kazakh)
    made = await demo.sign("yerlan", content(kazakh.page.text))
    text = demo.armoured(made) if armoured else base64.b64encode(made).decode()
    form = kazakh.form("/sign/", demonstrate="true")
    del form.values["demonstrate"]
    await kazakh.send(form, {"signature": text, "by": "program"})
    assert await Attachment.filter(state=State.SUBMITTED).count() == 1


@pytest.mark.parametrize(
    ("text", "code"), [("", ""), ("Өтініш", "SIGNATURE_BROKEN"), ("AAAA", "SIGNATURE_BROKEN"), ("=", "SIGNATURE_BROKEN")]
)
async def test_what_is_no_signature_is_refused_and_leads_to_the_button(browser: Browser, text: str, code: str) -> None:
    await signing(browser)
    form = browser.form("/sign/", demonstrate="true")
    del form.values["demonstrate"]
    await browser.send(form, {"signature": text, "by": "program"})
    assert browser.page.status_code == 422
    told = word(browser, f"law.impediment.{code}.text") if code else word(browser, "common.field.signature")
    assert told in browser.page.text
    assert re.search(r'<button[^>]* id="signature" data-start>', browser.page.text)
    assert not await Attachment.filter(state=State.SUBMITTED).exists()


async def test_the_head_is_asked_for_the_key_of_the_clinic(kazakh: Browser, application: Starlette) -> None:
    await signing(kazakh)
    await kazakh.fill("/sign/")
    case = kazakh.path.partition("?")[0]
    head = Browser(application)
    await head.sign_in(IIN["head"])
    await head.fill("/signin/post")
    await head.open(f"{case}/approve")
    await head.fill(f"{case}/approve")
    signer = order(head.page.text)["signerParams"]
    assert (signer["iin"], signer["bin"]) == (IIN["head"], "260440990019")
    assert signer["extKeyUsageOids"] == [SIGNS, "1.2.398.3.3.4.1.2"]


async def test_after_its_time_the_page_offers_to_prepare_the_request_again(browser: Browser, monday: time_machine.Traveller) -> None:
    await signing(browser)
    address, form = browser.path, browser.form("/sign/", demonstrate="true")
    monday.shift(timedelta(minutes=4, seconds=50))
    await browser.open(address)
    assert section(browser.page.text)["seconds"] == "10"
    monday.shift(timedelta(seconds=10))
    await browser.open(address)
    assert word(browser, "sign.program.expired.again") in browser.page.text
    assert "data-program" not in browser.page.text and 'type="file"' not in browser.page.text
    await browser.send(form)
    assert browser.page.status_code == 422
    assert word(browser, "law.impediment.CHALLENGE_EXPIRED.text") in unescape(browser.page.text)
    assert word(browser, "sign.program.expired.again") in browser.page.text
