"""The citizen's way to an appeal, without JavaScript, in Kazakh: what is wanted, to whom, the words, the check, the signature; a complaint
from any case in two presses; each appeal until its end."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

import httpx
import pytest
import time_machine

from models import account, appeal_clock, demo, timetable_opening
from models.appeal import Appeal
from models.document import Document
from models.draft import Draft
from models.law.appeal import Kind, State
from tests.appeal.appeals import LAW, WORDS, at, complained, done, executor, filed, later
from tests.appointment.booking import book, times
from tests.attachment.asking import Asker, Json, clinic_id
from tests.attachment.asking import done as was_done
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.home_visit.calls import called
from tests.home_visit.citizen import fields, patient, sent, zhanar
from web import session

__all__ = ["application", "visit", "zhanar"]

NEW = "/kk/appeals/new"
CHECK = f"{NEW}/check"
SAID = {"essence": "Тіркеу терезесінде екі сағат күттік.\r\nКезекті қысқартуды сұраймын.", "subject": "WAITING"}
ANSWER = {"answerBy": ["ACCOUNT", "POST"], "postalAddress": "Алматы қ., Самал-2, 33, 14", "phone": "+7 701 234 56 78", "language": "KK"}
PDF = b"%PDF-1.4\nlines of a letter\n%%EOF"


def form_at(path: str) -> str:
    return f'method="post" action="{path}"'


async def send(who: Visitor, path: str, given: dict[str, Any], query: str = "", **more: Any) -> httpx.Response:
    """Open a page and send its form, with what it carries unseen."""
    page = await who.get(f"{path}{query}")
    return await who.http.post(path, data={**fields(page, form_at(path)), **given}, **more)


async def led(who: Visitor, path: str, given: dict[str, Any], query: str = "") -> str:
    answer = await send(who, path, given, query)
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


async def asked(who: Visitor, kind: str = "REQUEST", **said: Any) -> str:
    """All questions, up to the page of all answers."""
    await led(who, NEW, {"kind": kind})
    await led(who, f"{NEW}/body", {"clinic": await clinic_id("almaty-9"), "toAuthority": "false"})
    await led(who, f"{NEW}/words", SAID | said)
    return await led(who, f"{NEW}/answer", ANSWER)


async def to_sign(who: Visitor, **given: Any) -> httpx.Response:
    """Press the key of the check page."""
    page = await who.get(CHECK)
    action = re.findall(r'action="([^"]+/new/ask/[^"]+)"', page)[0]
    essence = re.findall(r'<textarea id="essence"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    typed = {"essence": unescape(essence[0])} if essence else {}
    return await who.http.post(action, data={**fields(page, action), **typed, **given})


async def made(who: Visitor, **given: Any) -> str:
    """Sign what the check page shows; the address of the appeal."""
    answer = await to_sign(who, **given)
    assert answer.status_code == 303, text(answer.text)[:1500]
    answer = await sent(who, answer.headers["location"])
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


async def pressed(who: Visitor, page: str) -> httpx.Response:
    """Press "complain" on the page of a case."""
    shown = await who.get(page)
    action = re.findall(r'action="([^"]+/appeals/complain/[^"]+)"', shown)[0]
    return await who.http.post(action, data=fields(shown, action))


async def again(who: Visitor, name: str) -> None:
    """Sign in again after a session has ended."""
    own = await account.account_of(await demo.person(name))
    who.http.cookies.set(session.cookie_name(), await account.begin(own, account.SessionKind.BROWSER, None))


def page_of(case: Json) -> str:
    return f"/kk/appeals/{case['id']}"


async def test_a_citizen_files_an_appeal_and_sees_number_receipt_and_by_when_it_is_answered(zhanar: Visitor) -> None:
    assert "Жолданымды қабылдаудан ешкім бас тарта алмайды" in text(await zhanar.get("/kk/appeals/about"))
    check = await asked(zhanar)
    page = text(await zhanar.get(check))
    assert "15 жұмыс күні" in page and "76" in page and "14 желтоқсан" in page and "Самал-2" in page
    address = await made(zhanar)
    case = await Appeal.get()
    assert (case.kind, case.state, case.essence) == (Kind.REQUEST, State.REGISTERED, SAID["essence"].replace("\r\n", "\n"))
    assert case.answer_ways == "ACCOUNT POST" and case.postal_address == ANSWER["postalAddress"] and case.phone == "+77012345678"
    shown = await zhanar.get(address)
    assert case.number in shown and "Жолданым берілді" in shown and "14\xa0желтоқсан" in shown
    assert case.number in await zhanar.get("/kk/appeals")
    assert not await Draft.filter(service="APPEAL").exists()


async def test_the_receipt_says_number_line_days_receiver_place_and_paragraph(zhanar: Visitor, people: People) -> None:
    case = await filed(await people("zhanar"), answerBy=["POST", "HAND"])
    page = text(await zhanar.get(f"{page_of(case)}/receipt"))
    for word in (case["number"], "Емхана, ", "64-бап", "Төле би көш., 45", "2026 ж. 23 қараша", "76-бап", "2026 ж. 14 желтоқсан"):
        assert word in page.replace("\xa0", " "), word
    assert "Тіркеу журналындағы нөмірі 1" in page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_every_page_is_whole_in_every_language(zhanar: Visitor, people: People, language: str) -> None:
    case = await filed(await people("zhanar"))
    of_case = [f"/appeals/{case['id']}{rest}" for rest in ("", "?filed", "/receipt", "/withdraw", "/object", "/correct")]
    await asked(zhanar, "COMPLAINT", learnedOn="2026-01-10", restoreTerm="Ауырдым, ауруханада жаттым.")
    steps = [f"/appeals/new{rest}" for rest in ("", "/patient", "/body", "/body?search=а", "/words", "/answer", "/check")]
    for path in ("", "/account", "/appeals", "/appeals/about", *steps, *of_case):
        page = await zhanar.get(f"/{language}{path}")
        assert f'<html lang="{language}">' in page and page.count("<h1") == 1, path


async def test_the_home_page_and_the_account_lead_to_appeals_and_show_those_that_await_an_answer(zhanar: Visitor, people: People) -> None:
    case = await filed(await people("zhanar"))
    home = await zhanar.get("/kk")
    assert 'href="/kk/appeals/about"' in home and case["number"] in home
    account = await zhanar.get("/kk/account")
    assert 'href="/kk/appeals"' in account and case["number"] in account


async def test_each_kind_is_shown_with_its_clock_and_paragraph(zhanar: Visitor) -> None:
    page = text(await zhanar.get(NEW))
    for word in ("Жауап мерзімі: 15 жұмыс күні", "15 күн", "3 жұмыс күні", "20 жұмыс күні", "5 жұмыс күні", "76-бап", "91-бап", "99-бап"):
        assert word in page, word


async def test_nothing_is_chosen_for_the_person_and_an_empty_answer_says_so(zhanar: Visitor) -> None:
    assert " checked" not in await zhanar.get(NEW)
    answer = await send(zhanar, NEW, {})
    assert answer.status_code == 422 and 'href="#kind"' in answer.text


async def test_a_mother_appeals_for_her_child(zhanar: Visitor) -> None:
    assert await led(zhanar, NEW, {"kind": "REQUEST"}) == f"{NEW}/patient"
    await led(zhanar, f"{NEW}/patient", {"patient": await patient("aliya")})
    await asked(zhanar)
    await made(zhanar)
    case = await Appeal.get().prefetch_related("person", "applicant")
    assert case.person and case.applicant and (case.person.given_name, case.applicant.given_name) == ("Әлия", "Жанар")


async def test_somebody_who_represents_nobody_is_not_asked_for_whom(visit: Visit) -> None:
    assert await led(await visit("olga"), NEW, {"kind": "PROPOSAL"}) == f"{NEW}/body"


async def test_the_own_clinic_comes_first_and_any_other_is_found(zhanar: Visitor) -> None:
    own, other = await clinic_id("almaty-9"), await clinic_id("almaty-5")
    page = await zhanar.get(f"{NEW}/body")
    assert f'value="{own}" checked' in page and other not in page
    found = await zhanar.get(f"{NEW}/body?search=5")
    assert found.index(own) < found.index(other)
    assert "табылмады" in await zhanar.get(f"{NEW}/body?search=qqqq")


async def test_whoever_is_attached_nowhere_chooses_any_clinic(visit: Visit) -> None:
    page = await (await visit("yerlan")).get(f"{NEW}/body")
    assert await clinic_id("almaty-9") in page and await clinic_id("almaty-5") in page


async def test_an_appeal_can_go_to_the_authorised_body_above_the_clinic(zhanar: Visitor) -> None:
    await asked(zhanar, "SERVICE_COMPLAINT", learnedOn="2026-11-20")
    target = await led(zhanar, f"{NEW}/body", {"clinic": await clinic_id("almaty-9"), "toAuthority": "true"}, f"?then={CHECK[3:]}")
    assert target == CHECK and "15 жұмыс күні" in await zhanar.get(CHECK)
    await made(zhanar)
    case = await Appeal.get()
    assert case.authority_id and case.kind is Kind.SERVICE_COMPLAINT


async def test_what_was_typed_is_kept_when_something_is_missing_or_too_long(zhanar: Visitor) -> None:
    await led(zhanar, NEW, {"kind": "COMPLAINT"})
    answer = await send(zhanar, f"{NEW}/words", SAID | {"complainedOf": "Тіркеуші", "learnedOn": "2027-11-20"})
    assert answer.status_code == 422 and 'href="#learnedOn"' in answer.text and 'value="Тіркеуші"' in answer.text
    assert "екі сағат күттік" in answer.text and "екі сағат күттік" in await zhanar.get(f"{NEW}/words")
    answer = await send(zhanar, f"{NEW}/words", SAID | {"essence": "а" * 10_001, "complainedOf": "Дәрігер"})
    assert answer.status_code == 422 and 'href="#essence"' in answer.text and 'value="Дәрігер"' in answer.text
    answer = await send(zhanar, f"{NEW}/answer", ANSWER | {"postalAddress": " ", "phone": "12"})
    assert answer.status_code == 422 and 'href="#postalAddress"' in answer.text and 'value="12"' in answer.text


async def test_a_complaint_is_filed_without_the_day_on_which_one_learnt_of_it(zhanar: Visitor) -> None:
    await asked(zhanar, "COMPLAINT", learnedOn="")
    await made(zhanar)
    case = await Appeal.get()
    assert case.learned_on is None and not case.late


async def test_a_complaint_stays_open_beside_those_already_filed(zhanar: Visitor, people: People) -> None:
    case = await filed(await people("zhanar"))
    await done(await people("officer9"), "takeUpAppeal", case, executor=await executor(await people("officer9"), case))
    await done(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)
    complaint = await complained(await people("zhanar"), case["id"])
    page = await zhanar.get(page_of(case))
    assert complaint["number"] in page and f'/appeals/complain/{case["id"]}"' in page


async def test_the_drafts_answers_are_kept_on_the_server_from_step_to_step(zhanar: Visitor, visit: Visit) -> None:
    await asked(zhanar)
    another = await visit("zhanar")
    page = await another.get(CHECK)
    assert "Кезекті қысқартуды сұраймын" in page
    assert "Аяқталмаған жолданымыңыз сақталған" in await another.get(NEW)


async def test_a_late_complaint_is_asked_once_why_and_goes_on_without_reasons(zhanar: Visitor) -> None:
    await led(zhanar, NEW, {"kind": "COMPLAINT"})
    await led(zhanar, f"{NEW}/body", {"clinic": await clinic_id("almaty-9"), "toAuthority": "false"})
    late = SAID | {"learnedOn": "2026-05-01"}
    answer = await send(zhanar, f"{NEW}/words", late)
    assert answer.status_code == 422 and 'href="#restoreTerm"' in answer.text and 'id="restoreTerm"' in answer.text
    assert await led(zhanar, f"{NEW}/words", late) == f"{NEW}/answer"
    await led(zhanar, f"{NEW}/words", late | {"restoreTerm": "Ауруханада жаттым."})
    await led(zhanar, f"{NEW}/answer", ANSWER)
    assert "Ауруханада жаттым." in await zhanar.get(CHECK)
    await made(zhanar)
    case = await Appeal.get()
    assert case.late and case.restore_words == "Ауруханада жаттым."


async def test_nobody_learns_of_anything_tomorrow(zhanar: Visitor) -> None:
    await led(zhanar, NEW, {"kind": "COMPLAINT"})
    answer = await send(zhanar, f"{NEW}/words", SAID | {"learnedOn": "2026-11-24"})
    assert answer.status_code == 422 and "Бұл күн әлі келген жоқ" in answer.text


async def test_files_are_taken_by_any_key_kept_and_removed_without_losing_what_was_typed(zhanar: Visitor) -> None:
    await led(zhanar, NEW, {"kind": "REQUEST"})
    path, chosen = f"{NEW}/words", [("content", ("хат.pdf", PDF)), ("content", ("екінші.pdf", PDF))]
    answer = await send(zhanar, path, SAID | {"stay": "true"}, files=chosen)
    assert answer.headers["location"] == f"{path}#files"
    page = await zhanar.get(path)
    assert "хат.pdf" in page and "екінші.pdf" in page and "екі сағат күттік" in page
    first = re.findall(r'name="remove" value="([^"]+)">[^<]*<span class="unseen"> \(хат.pdf', page)[0]
    await led(zhanar, path, SAID | {"complainedOf": "Тіркеуші", "remove": first})
    page = await zhanar.get(path)
    assert "хат.pdf" not in page and "екінші.pdf" in page and 'value="Тіркеуші"' in page
    answer = await send(zhanar, path, SAID, files=[("content", ("фото.txt", b"no picture"))])
    assert answer.status_code == 422 and 'href="#content"' in answer.text and "екі сағат күттік" in answer.text
    await send(zhanar, path, SAID, files=[("content", ("үшінші.pdf", PDF))])
    await led(zhanar, f"{NEW}/body", {"clinic": await clinic_id("almaty-9"), "toAuthority": "false"})
    await led(zhanar, f"{NEW}/answer", ANSWER)
    address = await made(zhanar)
    names = [one.file_name for one in await Document.filter(appeal_id__not_isnull=True).order_by("file_name")]
    assert names == ["екінші.pdf", "үшінші.pdf"] and "үшінші.pdf" in await zhanar.get(address)


async def test_a_doctor_who_is_ticked_does_not_deal_with_the_complaint(zhanar: Visitor) -> None:
    await led(zhanar, NEW, {"kind": "SERVICE_COMPLAINT"})
    await led(zhanar, f"{NEW}/body", {"clinic": await clinic_id("almaty-9"), "toAuthority": "false"})
    doctor = re.findall(r'name="accused" value="([^"]+)"', await zhanar.get(f"{NEW}/words"))[0]
    await led(zhanar, f"{NEW}/words", SAID | {"learnedOn": "2026-11-20", "accused": [doctor], "crime": "true"})
    assert f'value="{doctor}" checked' in await zhanar.get(f"{NEW}/words")
    await led(zhanar, f"{NEW}/answer", ANSWER)
    address = await made(zhanar)
    case = await Appeal.get()
    assert len(case.accused) == 1 and case.crime and "Бұл адамдар жолданымды қарамайды" in await zhanar.get(address)


async def test_an_answer_changed_from_the_check_page_leads_back_to_it_and_nowhere_else(zhanar: Visitor) -> None:
    await asked(zhanar)
    change = unescape(re.findall(r'href="/kk/appeals/new/answer(\?[^"]+)"', await zhanar.get(CHECK))[0])
    assert await led(zhanar, f"{NEW}/answer", ANSWER, change) == CHECK
    assert await led(zhanar, f"{NEW}/words", SAID | {"then": "https://example.com"}) == f"{NEW}/answer"


async def test_a_check_page_opened_first_says_what_is_missing_and_offers_no_signature(zhanar: Visitor) -> None:
    page = await zhanar.get(CHECK)
    assert "/new/ask/" not in page and "/new/words?then=" in page and 'href="/kk/appeals/new?then=' in page


async def test_outside_working_time_the_check_page_says_when_it_is_registered(zhanar: Visitor, clock: time_machine.Traveller) -> None:
    clock.move_to(at("2026-11-27", 20))
    await again(zhanar, "zhanar")
    await asked(zhanar)
    page = text(await zhanar.get(CHECK)).replace("\xa0", " ")
    assert "Қазір жұмыс уақыты емес" in page and "2026 ж. 30 қараша" in page


async def test_an_unfinished_appeal_is_thrown_away_with_its_files_only_when_asked(zhanar: Visitor) -> None:
    await asked(zhanar)
    await send(zhanar, f"{NEW}/words", SAID, files=[("content", ("хат.pdf", PDF))])
    page = await zhanar.get(CHECK)
    action = re.findall(r'action="([^"]+/new/discard/[^"]+)"', page)[0]
    stale = action.rsplit("/", 1)[0] + f"/{uuid4()}"
    await zhanar.http.post(stale, data=fields(page, action))
    assert "екі сағат күттік" in await zhanar.get(CHECK) and await Document.all().count() == 1
    answer = await zhanar.http.post(action, data=fields(page, action))
    assert answer.headers["location"] == "/kk/appeals/about?discarded"
    assert not await Document.all().exists() and "екі сағат күттік" not in await zhanar.get(f"{NEW}/words")


async def test_a_stranger_reads_what_the_service_is_and_signs_in_to_use_it(visit: Visit) -> None:
    stranger = await visit("")
    assert "/appeals/new" in await stranger.get("/kk/appeals/about")
    for path in (NEW, f"{NEW}/patient", f"{NEW}/body", f"{NEW}/words", f"{NEW}/answer", CHECK, "/kk/appeals"):
        answer = await stranger.http.get(path)
        assert answer.status_code == 303 and "/signin?then=" in answer.headers["location"], path


async def test_a_form_from_elsewhere_is_refused(zhanar: Visitor) -> None:
    for path in (NEW, f"{NEW}/words", f"{NEW}/answer", f"{NEW}/ask/{uuid4()}", f"{NEW}/discard/{uuid4()}"):
        assert (await zhanar.http.post(path, data={"kind": "REQUEST"})).status_code == 403, path


async def test_anothers_appeal_is_not_there_on_any_page_nor_to_be_complained_about(visit: Visit, people: People) -> None:
    case = await filed(await people("zhanar"))
    olga = await visit("olga")
    for rest in ("", "/receipt", "/withdraw", "/object", "/correct"):
        await olga.get(page_of(case) + rest, 404)
    await olga.get(f"/kk/appeals/complain/{case['id']}", 404)
    proof = fields(await olga.get(NEW), form_at(NEW))
    for rest in ("withdraw", "object", "correct"):
        answer = await olga.http.post(f"{page_of(case)}/{rest}", data=proof | {"words": WORDS, "idempotencyKey": str(uuid4())})
        assert answer.status_code in (404, 422), rest
    assert (await Appeal.get()).state is State.REGISTERED
    assert (await olga.http.post(f"/kk/appeals/complain/{case['id']}", data=proof)).status_code == 404


async def begun(asker: Asker, service: str) -> Json:
    """A case of a service."""
    if service == "attachments":
        return was_done(await asker.file())
    if service == "home-visits":
        return await called(asker)
    await timetable_opening.open_horizon()
    return dict((await book(asker, (await times(asker))[0]["id"]))["appointment"])


@pytest.mark.parametrize("service", ["attachments", "appointments", "home-visits"])
async def test_from_a_case_of_every_service_a_complaint_is_two_presses_away(visit: Visit, people: People, service: str) -> None:
    name = "yerlan" if service == "attachments" else "zhanar"
    asker, who = await people(name), await visit(name)
    case = await begun(asker, service)
    answer = await pressed(who, f"/kk/{service}/{case['id']}")
    assert answer.status_code == 303 and answer.headers["location"] == CHECK
    page = await who.get(CHECK)
    assert case["number"] in page and "5 жұмыс күні" in page and "Шағым дайын" in page
    address = await made(who)
    complaint = await Appeal.get()
    assert (complaint.about_number, complaint.kind) == (case["number"], Kind.SERVICE_COMPLAINT)
    assert complaint.learned_on == at("2026-11-23").date()
    assert case["number"] in complaint.essence and complaint.facts["number"] == case["number"]
    assert case["number"] in text(await who.get(address))


async def test_a_prepared_complaint_is_changed_in_place_and_kept_whatever_key_is_pressed(zhanar: Visitor, people: People) -> None:
    case = await called(await people("zhanar"))
    await pressed(zhanar, f"/kk/home-visits/{case['id']}")
    answer = await to_sign(zhanar, essence="Дәрігер келмеді.", change="answer")
    assert answer.headers["location"] == f"{NEW}/answer?then=/appeals/new/check"
    assert "Дәрігер келмеді." in await zhanar.get(CHECK)
    empty = await to_sign(zhanar, essence=" ")
    assert empty.status_code == 422 and 'href="#essence"' in empty.text
    await made(zhanar, essence="Дәрігер келмеді.\r\nСебебін айтпады.")
    assert (await Appeal.get()).essence == "Дәрігер келмеді.\nСебебін айтпады."


async def test_typed_words_of_another_appeal_are_never_replaced_unasked(zhanar: Visitor, people: People) -> None:
    case = await called(await people("zhanar"))
    await asked(zhanar)
    question = f"/kk/appeals/complain/{case['id']}"
    answer = await pressed(zhanar, f"/kk/home-visits/{case['id']}")
    assert answer.headers["location"] == question
    page = await zhanar.get(question)
    assert "екі сағат күттік" in page and f'href="{CHECK}"' in page
    assert "екі сағат күттік" in await zhanar.get(CHECK)
    given = fields(page, form_at(question))
    assert given["replace"] == ["true"]
    assert (await zhanar.http.post(question, data=given)).headers["location"] == CHECK
    page = await zhanar.get(CHECK)
    assert "екі сағат күттік" not in page and case["number"] in page


async def test_a_prepared_complaint_is_finished_or_thrown_away_before_another_appeal(zhanar: Visitor, people: People) -> None:
    case = await called(await people("zhanar"))
    await pressed(zhanar, f"/kk/home-visits/{case['id']}")
    page = await zhanar.get(NEW)
    assert "Аяқталмаған жолданымыңыз бар" in page and case["number"] in page
    action = re.findall(r'action="([^"]+/new/discard/[^"]+)"', page)[0]
    assert (await zhanar.http.post(action, data=fields(page, action))).headers["location"] == NEW
    assert 'name="kind"' in await zhanar.get(NEW)


async def test_whoever_signs_in_on_the_way_to_a_complaint_comes_back_to_it(visit: Visit, people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    path = f"/kk/appeals/complain/{case['id']}"
    answer = await (await visit("")).http.get(path)
    assert "complain" in answer.headers["location"]
    page = await zhanar.get(path)
    assert case["number"] in page and (await zhanar.http.post(path, data=fields(page, form_at(path)))).headers["location"] == CHECK


async def test_a_term_that_ran_out_is_told_calmly_with_the_complaint_ready(
    zhanar: Visitor, people: People, clock: time_machine.Traveller
) -> None:
    asker = await people("zhanar")
    case = await filed(asker)
    await later(clock, at("2026-12-15", 10), asker)
    await appeal_clock.lapse()
    await again(zhanar, "zhanar")
    page = text(await zhanar.get(page_of(case)))
    assert "бас тартты деп есептеледі" in page and "Жауап беру міндеті қала береді" in page and "Шағым дайын" in page
    assert (await pressed(zhanar, page_of(case))).headers["location"] == CHECK
    await made(zhanar)
    complaint = await Appeal.get(about_number=case["number"])
    assert complaint.kind is Kind.COMPLAINT and complaint.authority_id is None
    assert complaint.number in await zhanar.get(page_of(case))


async def test_a_correction_is_given_with_words_and_files_and_nothing_typed_is_lost(zhanar: Visitor, people: People) -> None:
    asker, officer = await people("zhanar"), await people("officer9")
    case = await filed(asker)
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(officer, "askAppealCorrection", case, requirements=["ESSENCE"], words=WORDS, until="2026-11-27")
    assert "Жолданымды түзету керек" in await zhanar.get(page_of(case))
    path = f"{page_of(case)}/correct"
    empty = await send(zhanar, path, {"words": " "})
    assert empty.status_code == 422 and 'href="#words"' in empty.text
    both = [("content", ("a.pdf", PDF)), ("content", ("b.txt", b"x"))]
    wrong = await send(zhanar, path, {"words": "Қабылдау күні: 20 қараша"}, files=both)
    assert wrong.status_code == 422 and "Қабылдау күні" in wrong.text and "a.pdf" in wrong.text
    kept = re.findall(r'name="files" value="([^"]+)" checked', wrong.text)
    given = {**fields(wrong.text, form_at(path)), "words": "Қабылдау күні: 20 қараша", "files": kept}
    assert (await zhanar.http.post(path, data=given)).headers["location"] == f"{page_of(case)}?corrected"
    page = await zhanar.get(f"{page_of(case)}?corrected")
    assert "Қабылдау күні" in page and "a.pdf" in page and "Түзету қабылданды" in page


async def test_a_preliminary_decision_is_objected_to_and_the_decision_shows_the_way_on(
    zhanar: Visitor, people: People, clock: time_machine.Traveller
) -> None:
    asker, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(asker)
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=WORDS)
    page = text(await zhanar.get(page_of(case))).replace("\xa0", " ")
    assert "Алдын ала шешім" in page and "25 қараша" in page
    short = await send(zhanar, f"{page_of(case)}/object", {"words": "жоқ"})
    assert short.status_code == 422 and "жоқ" in short.text and 'href="#words"' in short.text
    assert await led(zhanar, f"{page_of(case)}/object", {"words": WORDS}) == f"{page_of(case)}?objected"
    assert WORDS in await zhanar.get(page_of(case))
    await later(clock, at("2026-11-26", 11), asker, officer, head)
    await done(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW)
    await again(zhanar, "zhanar")
    page = await zhanar.get(page_of(case))
    assert LAW in page and "Келіспесеңіз" in page and "/appeals/complain/" in page


async def test_a_hearing_its_protocol_and_an_extension_are_on_the_page(
    zhanar: Visitor, people: People, clock: time_machine.Traveller
) -> None:
    asker, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(asker)
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(head, "extendAppeal", case, until="2026-12-28", words=WORDS)
    await done(officer, "appointHearing", case, at=at("2026-11-23", 15).isoformat(), way="IN_PERSON", place="12-кабинет")
    page = text(await zhanar.get(page_of(case))).replace("\xa0", " ")
    assert "Сізді тыңдауға шақырады" in page and "12-кабинет" in page and "28 желтоқсан" in page
    clock.move_to(at("2026-11-23", 16))
    spoken = {"beganAt": at("2026-11-23", 15).isoformat(), "endedAt": at("2026-11-23", 15, 30).isoformat()}
    said = {"secretary": "Жақсыбекова Ә. Н.", "participants": "Өтегенова Ж. М.", "content": "Кезек туралы", "explanations": "Түсіндірді"}
    await done(officer, "recordHearing", case, **spoken, **said)
    await again(zhanar, "zhanar")
    page = text(await zhanar.get(page_of(case)))
    assert "Тыңдау хаттамасы" in page and "Жақсыбекова Ә. Н." in page


async def test_an_appeal_sent_on_is_linked_with_the_one_at_the_other_body(zhanar: Visitor, people: People) -> None:
    asker, officer = await people("zhanar"), await people("officer9")
    case = await filed(asker)
    await done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", words=WORDS)
    there = await Appeal.get(authority_id__not_isnull=True)
    page = await zhanar.get(page_of(case))
    assert there.number in page and "қайта жіберілді" in page
    href = re.findall(rf'href="(/kk/appeals/[^"]+)">№ {there.number}', page)[0]
    assert case["number"] in await zhanar.get(href)


async def test_an_appeal_is_withdrawn_after_it_was_asked_once_more(zhanar: Visitor, people: People) -> None:
    case = await filed(await people("zhanar"))
    path = f"{page_of(case)}/withdraw"
    assert await led(zhanar, path, {"words": "Мәселе шешілді"}) == f"{page_of(case)}?withdrawn"
    assert (await Appeal.get()).state is State.WITHDRAWN
    assert "Жолданым кері қайтарып алынды" in await zhanar.get(f"{page_of(case)}?withdrawn")
    assert "қайтарып алуға болмайды" in await zhanar.get(path)


async def test_a_second_press_of_sign_and_file_files_nothing_more(zhanar: Visitor) -> None:
    await asked(zhanar)
    sign = (await to_sign(zhanar)).headers["location"]
    page = await zhanar.get(sign)
    given = fields(page, 'name="demonstrate"')
    action = re.findall(r'action="([^"]+/fileAppeal)"', page)[0]
    first = await zhanar.http.post(action, data=given)
    second = await zhanar.http.post(action, data=given)
    assert first.headers["location"] == second.headers["location"] and await Appeal.all().count() == 1
