"""The citizen's pages of attachment, without JavaScript: from signing in to the number of the request, and what goes wrong on the way."""

import base64
import re
from datetime import date, timedelta

import pytest
import time_machine
from starlette.applications import Starlette

from models import clock, demo
from models.attachment import Attachment
from models.document import Document
from models.law import Language
from models.law.attachment import State
from models.representation import Representation
from tests.attachment.browser import Browser
from tests.attachment.citizen import ADDRESS, CLINIC, IIN, answered, application, browser, kazakh, monday, signing, word
from web import formats

__all__ = ["application", "browser", "kazakh", "monday"]
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


async def test_a_citizen_files_a_request_and_sees_number_term_and_what_comes_next(browser: Browser) -> None:
    await browser.open("/attachments/about")
    assert word(browser, "law.refusal.NO_CONSENT") in browser.page.text
    await signing(browser)
    await browser.fill("/sign/")
    case = await Attachment.get(state=State.SUBMITTED)
    assert browser.page.status_code == 200 and browser.page.url.query == b"filed"
    assert case.number in browser.page.text and word(browser, "attachment.filed.title") in browser.page.text
    assert "20:00" in browser.page.text
    await browser.open("/attachments")
    assert case.number in browser.page.text


async def test_the_same_signed_form_sent_twice_gives_the_same_confirmation(kazakh: Browser) -> None:
    await signing(kazakh)
    form = kazakh.form("/sign/", demonstrate="true")
    first = await kazakh.send(form)
    again = await kazakh.send(form)
    assert (first.url, first.status_code) == (again.url, 200)
    assert await Attachment.filter(state=State.SUBMITTED).count() == 1


async def test_a_pensioners_certificate_is_uploaded_shown_downloaded_and_removed(browser: Browser) -> None:
    await answered(browser, "marat", "PENSIONER")
    assert word(browser, "law.document.PENSION_CERTIFICATE") in browser.page.text
    missing = f'<span class="state wait">{word(browser, "attachment.documents.missing")}</span>'
    assert missing in browser.page.text
    await browser.fill("/attachments/new/documents/upload", {"kind": "PENSION_CERTIFICATE"}, {"content": ("Куәлік 1.pdf", PDF)})
    assert "Куәлік 1.pdf" in browser.page.text and missing not in browser.page.text
    (path,) = re.findall(r'href="(/documents/[^"]+)"', browser.page.text)
    file = await browser.client.get(path)
    assert file.content == PDF and file.headers["content-disposition"].startswith("attachment;")
    assert file.headers["x-content-type-options"] == "nosniff" and file.headers["cache-control"] == "no-store"
    await browser.fill("/attachments/new/documents/remove")
    assert not await Document.exists() and word(browser, "attachment.documents.none") in browser.page.text


@pytest.mark.parametrize(
    ("name", "content"), [("certificate.png", PDF), ("certificate.pdf", b"MZ program"), ("certificate.pdf", b""), ("", b"")]
)
async def test_a_file_that_is_not_what_its_name_says_or_is_missing_is_refused_on_its_field(
    kazakh: Browser, name: str, content: bytes
) -> None:
    await answered(kazakh, "marat", "PENSIONER")
    answer = await kazakh.fill("/attachments/new/documents/upload", {"kind": "OTHER"}, {"content": (name, content)})
    assert answer.status_code == 422 and 'href="#content"' in answer.text and 'id="content-fault"' in answer.text
    assert '<option value="OTHER" selected>' in answer.text
    assert not await Document.exists()


async def test_a_request_without_a_needed_document_names_the_rule_and_where_to_change_it(kazakh: Browser) -> None:
    await answered(kazakh, "marat", "PENSIONER")
    await kazakh.open("/attachments/new/check")
    assert word(kazakh, "law.impediment.DOCUMENT_MISSING.remedy") in kazakh.page.text
    answer = await kazakh.fill("/attachments/new/ask", {"consent": "true"})
    assert answer.status_code == 422 and word(kazakh, "law.impediment.DOCUMENT_MISSING.remedy") in answer.text


async def test_without_consent_nothing_is_asked_to_be_signed(browser: Browser) -> None:
    await answered(browser, "yerlan", "FIRST")
    await browser.open("/attachments/new/check")
    answer = await browser.fill("/attachments/new/ask")
    assert answer.status_code == 422 and 'href="#consent"' in answer.text
    assert word(browser, "law.impediment.NO_CONSENT.text") in answer.text


async def test_a_question_left_open_stays_with_what_was_typed(browser: Browser) -> None:
    await browser.sign_in(IIN["yerlan"])
    await browser.open("/attachments/new")
    assert browser.path == "/attachments/new/ground"
    answer = await browser.fill("/attachments/new/ground")
    assert answer.status_code == 422 and 'href="#ground"' in answer.text
    await browser.open("/attachments/new/address")
    answer = await browser.fill("/attachments/new/address", {**ADDRESS, "address.street": "", "address.house": "17", "phone": "12"})
    assert answer.status_code == 422 and 'href="#address-street"' in answer.text
    assert 'value="17"' in answer.text and 'value="12"' in answer.text


async def test_an_answer_changed_from_the_check_page_leads_back_to_it(browser: Browser) -> None:
    await answered(browser, "yerlan", "FIRST")
    for name in ("ground", "address", "clinic", "doctor"):
        await browser.open("/attachments/new/check")
        assert f"/attachments/new/{name}?then=/attachments/new/check" in browser.page.text
        await browser.open(f"/attachments/new/{name}?then=/attachments/new/check")
        await browser.fill(f"/attachments/new/{name}")
        assert browser.path == "/attachments/new/check"


async def test_a_mother_chooses_for_whom_and_the_grounds_are_the_childs(browser: Browser) -> None:
    await browser.sign_in(IIN["zhanar"])
    await browser.open("/attachments/new")
    assert browser.path == "/attachments/new/patient"
    await browser.fill("/attachments/new/patient", {"patient": browser.option("Әлия")})
    assert "Әлия" in browser.page.text
    assert re.search(r'value="CHILD"(?![^>]*disabled)', browser.page.text)
    assert re.search(r'value="FIRST"[^>]*disabled', browser.page.text)


async def test_a_ground_that_is_forbidden_today_is_shown_with_its_reason_and_day(kazakh: Browser) -> None:
    await kazakh.sign_in(IIN["olga"])
    await kazakh.open("/attachments/new/ground")
    assert re.search(r'value="FREE_CHOICE"[^>]*disabled', kazakh.page.text)
    assert word(kazakh, "law.impediment.YEARLY_LIMIT.remedy") in kazakh.page.text
    assert formats.day(date(2027, 1, 1), Language.KK) in kazakh.page.text


async def test_signing_too_late_is_refused_and_leads_back_to_begin_again(browser: Browser, monday: time_machine.Traveller) -> None:
    await signing(browser)
    monday.shift(timedelta(minutes=6))
    answer = await browser.fill("/sign/")
    assert answer.status_code == 422 and word(browser, "law.impediment.CHALLENGE_EXPIRED.text") in answer.text
    assert not await Attachment.filter(state=State.SUBMITTED).exists()
    await browser.open("/attachments/new/check")
    assert CLINIC[browser.language] in browser.page.text


async def test_the_request_may_be_signed_elsewhere_and_its_file_sent(kazakh: Browser) -> None:
    await signing(kazakh)
    (path,) = re.findall(r'href="([^"]+/content)"', kazakh.page.text)
    content = (await kazakh.client.get(path)).content
    form = kazakh.form("/sign/")
    del form.values["demonstrate"]
    assert (await kazakh.send(form)).status_code == 422
    foreign = await kazakh.send(form, files={"signature": ("a.cms", await demo.sign("olga", content))})
    assert foreign.status_code == 422 and word(kazakh, "law.impediment.SIGNATURE_FOREIGN.text") in foreign.text
    own = demo.armoured(await demo.sign("yerlan", content)).encode()
    assert (await kazakh.send(form, files={"signature": ("a.pem", own)})).url.query == b"filed"


async def test_a_case_of_somebody_else_and_its_document_are_absent(kazakh: Browser, application: Starlette) -> None:
    await answered(kazakh, "marat", "PENSIONER")
    await kazakh.fill("/attachments/new/documents/upload", {"kind": "PENSION_CERTIFICATE"}, {"content": ("a.pdf", PDF)})
    (document,) = re.findall(r'href="(/documents/[^"]+)"', kazakh.page.text)
    await kazakh.open("/attachments/new/check")
    await kazakh.fill("/attachments/new/ask", {"consent": "true"})
    sign = kazakh.path
    await kazakh.fill("/sign/")
    case = kazakh.path
    stranger = Browser(application)
    await stranger.sign_in(IIN["olga"])
    for path in (case, f"{case}/withdraw", sign, f"{sign}/content", document, "/documents/document_aaaa"):
        assert (await stranger.open(path)).status_code == 404, path
    assert (await Browser(application).open(document)).status_code == 404
    clinic = Browser(application, "ru")
    await clinic.sign_in(IIN["registrar"])
    await clinic.fill("/signin/post")
    assert (await clinic.open(case)).status_code == 200 and f"{case}/check" in clinic.page.text
    assert (await clinic.open(document)).content == PDF


async def test_a_form_without_its_token_is_refused(kazakh: Browser) -> None:
    await answered(kazakh, "yerlan", "FIRST")
    for path in ("/attachments/new/ground", "/attachments/new/discard", "/signout", "/signin/challenge"):
        answer = await kazakh.client.post(f"/kk{path}", data={"ground": "FIRST"})
        assert answer.status_code == 403, path


async def test_a_request_is_withdrawn_after_a_confirmation_and_no_more_then(browser: Browser) -> None:
    await signing(browser)
    await browser.fill("/sign/")
    case = browser.path
    await browser.open(f"{case}/withdraw")
    form = browser.form(f"{case}/withdraw")
    await browser.send(form)
    assert browser.path == case and word(browser, "law.state.attachment.WITHDRAWN") in browser.page.text
    assert (await browser.send(form)).status_code == 422


async def test_a_visitor_is_led_to_sign_in_and_back(kazakh: Browser) -> None:
    await kazakh.open("/attachments/new")
    assert kazakh.path == "/signin"
    await kazakh.send(kazakh.form("/signin/demonstration", iin=IIN["yerlan"]))
    assert kazakh.path == "/attachments/new/ground"


async def test_signing_in_with_ones_own_key_takes_a_challenge_once(kazakh: Browser) -> None:
    await kazakh.open("/signin")
    form = kazakh.form("/signin/challenge")
    content = (await kazakh.client.post(form.action, data=form.values)).content
    cms = await demo.sign("yerlan", content, as_head=False)
    upload = kazakh.form("/signin")
    await kazakh.send(upload, files={"signature": ("sign-in.cms", base64.b64encode(cms))})
    assert kazakh.path == "/account"
    await kazakh.fill("/signout")
    assert "emhana" not in kazakh.client.cookies
    await kazakh.open("/signin")
    upload.values["csrf"] = kazakh.form("/signin/challenge").values["csrf"]
    again = await kazakh.send(upload, files={"signature": ("sign-in.cms", cms)})
    assert again.status_code == 422 and word(kazakh, "law.impediment.CHALLENGE_USED.text") in again.text


async def test_answers_given_for_somebody_no_longer_represented_become_ones_own(kazakh: Browser) -> None:
    await kazakh.sign_in(IIN["zhanar"])
    await kazakh.open("/attachments/new/patient")
    await kazakh.fill("/attachments/new/patient", {"patient": kazakh.option("Марат")})
    await Representation.all().update(ended_at=clock.now())
    assert (await kazakh.open("/attachments/new/check")).status_code == 200
    assert IIN["zhanar"] in kazakh.page.text and IIN["marat"] not in kazakh.page.text
    assert (await kazakh.open("/attachments/new")).url.path == "/kk/attachments/new/ground"
