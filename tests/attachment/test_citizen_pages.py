"""The citizen's pages of attachment, without JavaScript: from signing in to the number of the request, and what goes wrong on the way."""

import base64
import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from starlette.applications import Starlette

from api.ids import encode
from models import clock, demo, texts
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.demo_data import ALMATY, PEOPLE
from models.document import Document
from models.law import Language
from models.law.attachment import DoctorKind, State
from models.representation import Representation
from tests.attachment.browser import Browser
from web import formats
from web.app import create

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=clock.ZONE)
IIN = {one.key: one.iin for one in PEOPLE}
CLINIC = {"kk": "№ 5 қалалық емхана", "ru": "Городская поликлиника № 5", "en": "City Polyclinic No. 5"}
ADDRESS = {"address.kato": ALMATY, "address.locality": "Алматы", "address.street": "Сәтбаев", "address.house": "9", "address.flat": "31"}


@pytest.fixture(autouse=True)
def monday() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
async def application(database: str) -> AsyncIterator[Starlette]:
    await demo.seed()
    yield create()


@pytest.fixture(params=["kk", "ru", "en"])
def browser(application: Starlette, request: pytest.FixtureRequest) -> Browser:
    return Browser(application, str(request.param))


@pytest.fixture
def kazakh(application: Starlette) -> Browser:
    return Browser(application)


async def answered(browser: Browser, who: str, ground: str) -> None:
    """Answer every question up to the documents."""
    await browser.sign_in(IIN[who])
    await browser.open("/attachments/new")
    if browser.path.endswith("/patient"):
        await browser.fill("/attachments/new/patient")
    await browser.fill("/attachments/new/ground", {"ground": ground})
    await browser.fill("/attachments/new/address", {**ADDRESS, "phone": "+7 701 234 56 78"})
    await browser.fill("/attachments/new/clinic", {"clinic": browser.option(CLINIC[browser.language])})
    await browser.fill("/attachments/new/doctor", {"doctor": ""})
    assert browser.path == "/attachments/new/documents"


async def signing(browser: Browser, who: str = "yerlan", ground: str = "FIRST") -> None:
    """Answer everything and go on to the page of signing."""
    await answered(browser, who, ground)
    await browser.open("/attachments/new/check")
    await browser.fill("/attachments/new/ask", {"consent": "true"})
    assert browser.path.startswith("/sign/"), browser.page.text


def word(browser: Browser, key: str) -> str:
    return texts.text(key, browser.language)


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


async def test_a_consent_for_somebody_else_is_given_in_their_name_by_the_representative(browser: Browser) -> None:
    await browser.sign_in(IIN["zhanar"])
    await browser.open("/attachments/new/patient")
    await browser.fill("/attachments/new/patient", {"patient": browser.option("Марат")})
    await browser.fill("/attachments/new/ground", {"ground": "FREE_CHOICE"})
    await browser.fill("/attachments/new/address", {**ADDRESS, "phone": "+7 701 234 56 78"})
    await browser.fill("/attachments/new/clinic", {"clinic": browser.option(CLINIC[browser.language])})
    await browser.open("/attachments/new/check")
    clinic = await Clinic.get(bin="260440990019")
    said = texts.text(
        "attachment.check.consent_for", browser.language, applicant="Өтегенова Жанар Маратқызы",
        patient="Өтегенов Марат Қасымұлы", operator=CLINIC[browser.language], number=clinic.bin,
    )  # fmt: skip
    assert said in browser.page.text


async def test_who_has_a_request_pending_learns_it_at_the_first_question_and_signing_is_no_longer_the_main_act(browser: Browser) -> None:
    await signing(browser)
    await browser.fill("/sign/")
    case = await Attachment.get(state=State.SUBMITTED)
    for question in ("ground", "patient"):
        await browser.open(f"/attachments/new/{question}")
        assert word(browser, "law.impediment.ALREADY_APPLIED.remedy") in browser.page.text
        assert re.search(rf'href="[^"]*/attachments/attachment_\w+">[^<]*{case.number}', browser.page.text)
    await browser.open("/attachments/new/check")
    assert word(browser, "attachment.check.sign_anyway") in browser.page.text and word(browser, "attachment.check.sign") not in browser.page.text


async def test_only_doctors_who_serve_the_age_are_offered_and_the_others_are_named(browser: Browser) -> None:
    await answered(browser, "yerlan", "FIRST")
    await browser.open("/attachments/new/doctor")
    offered = set(re.findall(r'name="doctor" value="(doctor_\w+)"', browser.page.text))
    clinic = await Clinic.get(bin="260440990019")
    serving = {encode("Doctor", one.id) async for one in Doctor.filter(clinic=clinic) if one.kind is not DoctorKind.PAEDIATRICIAN}
    assert offered and offered <= serving
    paediatrician = await Doctor.filter(clinic=clinic, kind=DoctorKind.PAEDIATRICIAN).first().prefetch_related("person")
    assert paediatrician is not None and paediatrician.person.full_name in browser.page.text


async def test_discarded_answers_are_asked_about_once_more_and_confirmed_as_gone(browser: Browser) -> None:
    await answered(browser, "yerlan", "FIRST")
    await browser.open("/attachments/new/check")
    assert word(browser, "attachment.check.discard_text") in browser.page.text
    await browser.fill("/attachments/new/discard")
    assert browser.path == "/attachments/about" and word(browser, "attachment.about.discarded") in browser.page.text
    await browser.open("/attachments/new/check")
    assert CLINIC[browser.language] not in browser.page.text


async def test_every_field_left_open_is_named_in_the_list_of_problems_at_once(browser: Browser) -> None:
    await browser.sign_in(IIN["yerlan"])
    await browser.open("/attachments/new/address")
    empty = {"address.street": "", "address.house": "", "phone": ""}
    answer = await browser.fill("/attachments/new/address", {**ADDRESS, **empty})
    required = word(browser, "problem.code.REQUIRED")
    for name in ("street", "house", "phone"):
        assert f"{word(browser, f'common.field.{name}')}: {required[0].lower()}{required[1:]}" in answer.text, name


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
