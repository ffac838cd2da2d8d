"""What the citizen's pages tell in time: in whose name consent is given, who is not served, what is missing, what follows a refusal."""

import html
import re

from starlette.applications import Starlette

from api.ids import encode
from models import texts
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.law.attachment import State
from models.law.specialty import Specialty
from tests.attachment.browser import Browser
from tests.attachment.citizen import ADDRESS, CLINIC, IIN, answered, application, browser, monday, signing, word

__all__ = ["application", "browser", "monday"]


async def test_a_consent_for_somebody_else_is_given_in_their_name_by_the_representative(browser: Browser) -> None:
    await browser.sign_in(IIN["zhanar"])
    await browser.open("/attachments/new/patient")
    await browser.fill("/attachments/new/patient", {"patient": browser.option("Қасымұлы")})
    await browser.fill("/attachments/new/ground", {"ground": "FREE_CHOICE"})
    await browser.fill("/attachments/new/address", {**ADDRESS, "phone": "+7 701 234 56 78"})
    await browser.fill("/attachments/new/clinic", {"clinic": browser.option(CLINIC[browser.language])})
    await browser.open("/attachments/new/check")
    clinic = await Clinic.get(bin="260440990019")
    said = texts.text(
        "attachment.check.consent_for", browser.language, applicant="Өтегенова Жанар Маратқызы",
        patient="Өтегенов Марат Қасымұлы", operator=CLINIC[browser.language], number=clinic.bin,
    )  # fmt: skip
    assert said in html.unescape(browser.page.text)


async def test_who_has_a_request_pending_learns_it_at_the_first_question_and_signing_is_no_longer_the_main_act(browser: Browser) -> None:
    await signing(browser)
    await browser.fill("/sign/")
    case = await Attachment.get(state=State.SUBMITTED)
    for question in ("ground", "patient"):
        await browser.open(f"/attachments/new/{question}")
        assert word(browser, "law.impediment.ALREADY_APPLIED.remedy") in browser.page.text
        assert re.search(rf'href="[^"]*/attachments/attachment_\w+">[^<]*{case.number}', browser.page.text)
    await browser.open("/attachments/new/check")
    assert (
        word(browser, "attachment.check.sign_anyway") in browser.page.text
        and word(browser, "attachment.check.sign") not in browser.page.text
    )


async def test_only_doctors_who_serve_the_age_are_offered_and_the_others_are_named(browser: Browser) -> None:
    await answered(browser, "yerlan", "FIRST")
    await browser.open("/attachments/new/doctor")
    offered = set(re.findall(r'name="doctor" value="(doctor_\w+)"', browser.page.text))
    clinic = await Clinic.get(bin="260440990019")
    serving = {encode("Doctor", one.id) async for one in Doctor.filter(clinic=clinic) if one.specialty is not Specialty.PAEDIATRICIAN}
    assert offered and offered <= serving
    paediatrician = await Doctor.filter(clinic=clinic, specialty=Specialty.PAEDIATRICIAN).first().prefetch_related("person")
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


async def test_who_is_refused_may_file_anew_and_sees_where_to_complain(browser: Browser, application: Starlette) -> None:
    await signing(browser)
    await browser.fill("/sign/")
    case = browser.path
    registrar, head = Browser(application), Browser(application)
    for one, who in ((registrar, "registrar"), (head, "head")):
        await one.sign_in(IIN[who])
        await one.fill("/signin/post")
    await registrar.open(f"{case}/refusal")
    await registrar.fill(f"{case}/refusal", {"ground": "NONCOMPLIANT", "rule": "OTHER_UNIT", "words": "Мекенжай басқа өңірде."})
    await head.open(f"{case}/refuse")
    await head.fill(f"{case}/refuse")
    await head.fill("/sign/")
    await browser.open(case)
    clinic = await Clinic.get(bin="260440990019")
    main = browser.page.text.partition("<main")[2].partition("<footer")[0]
    assert word(browser, "law.state.attachment.REFUSED") in main and f'href="/{browser.language}/attachments/new"' in main
    assert clinic.phone in main and clinic.address[browser.language] in main
