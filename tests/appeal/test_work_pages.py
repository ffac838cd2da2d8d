"""The bodies' pages of appeals in a browser without JavaScript: the work, the case, taking in, the receipt, the protocol."""

import re
from datetime import datetime
from html import unescape
from typing import Any
from uuid import uuid4

import httpx
import pytest
import time_machine

from models import texts
from models.appeal import Appeal
from models.clinic import Clinic, Doctor
from models.clock import ZONE
from models.document import Document
from models.law import Channel
from models.law.appeal import Kind, State, Subject
from tests.appeal import appeals
from tests.appeal.appeals import at, done, filed, later, taken_in
from tests.attachment.asking import Json, iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit

__all__ = ["application", "visit"]
UNKNOWN = "730404399077"  # no living person's
WORK, ENTER = "/ru/work/appeals", "/ru/work/appeals/enter"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def words(key: str, language: str = "ru", **values: object) -> str:
    """Words of these pages."""
    return texts.text(f"appeal_work.{key}", language, **values)


def said(page: str) -> str:
    """The words of a page, with plain spaces."""
    return text(page).replace("\xa0", " ")


def form(page: str, action: str) -> str:
    """The form of a page that leads to an action."""
    return str(next(one for one in re.findall(r'<form method="post".*?</form>', page, re.DOTALL) if f'action="{action}"' in one))


def unseen(page: str, action: str) -> dict[str, str]:
    """What a form carries unseen."""
    return {name: unescape(value) for name, value in FIELD.findall(form(page, action))}


def typed(**fields: Any) -> dict[str, Any]:
    """What is typed for a sound appeal on paper; a field given as None is not filled in."""
    sound = {
        "channel": "DESK", "oral": "false", "name": "Ахметов Самат", "postalAddress": appeals.HOME, "kind": "REQUEST",
        "subject": "WAITING", "essence": appeals.ESSENCE, "language": "RU", **fields,
    }  # fmt: skip
    return {name: value for name, value in sound.items() if value is not None}


async def send(who: Visitor, address: str = ENTER, files: Any = None, query: str = "", **fields: Any) -> httpx.Response:
    """Open the form of taking in and send it."""
    shown = await who.get(address + query)
    return await who.http.post(address, data=unseen(shown, address) | typed(**fields), files=files)


async def entered(who: Visitor, address: str = ENTER, files: Any = None, query: str = "", **fields: Any) -> tuple[Appeal, str]:
    """An appeal that was taken in, and the page of what to read out."""
    answer = await send(who, address, files, query, **fields)
    assert answer.status_code == 303, said(answer.text)[:1500]
    place = str(answer.headers["location"])
    page = await who.get(place)
    number = re.findall(r"AP?[A-Z]*-[0-9-]+", said(page))[0]
    return await Appeal.get(number=number).prefetch_related("clinic", "authority"), place


def problem(answer: httpx.Response, field: str) -> bool:
    """Whether a page says what is wrong with a field."""
    return answer.status_code == 422 and f'id="{field}-fault"' in answer.text


# the work


async def test_the_work_says_what_is_next_why_now_and_how_long_is_left(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    page = await (await visit("officer9")).get(WORK)
    act, why = texts.text("law.act.appeal.take_up", "ru"), texts.text("api.appeal_why.NEW", "ru")
    for one in (case["number"], "Өтегенова Жанар", act, why, "ещё 3 дня"):
        assert one in said(page), one
    assert f'href="{WORK}/{case["id"]}/take-up"' in page and f'href="{WORK}/{case["id"]}"' in page


async def test_overdue_appeals_come_first_and_are_marked(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    old = await filed(await people("zhanar"))
    clock.move_to(at("2026-12-21"))
    new = await filed(await people("zhanar"))
    page = await (await visit("officer9")).get(WORK)
    assert page.index(words("queue.overdue")) < page.index(old["number"]) < page.index(words("queue.running")) < page.index(new["number"])
    assert page.count('class="late"') == 1 and "просрочено" in said(page).lower()


async def test_on_the_last_day_the_time_left_is_told_in_minutes(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    await filed(await people("zhanar"))
    clock.move_to(at("2026-11-26", 23, 20))
    assert "39 минут" in said(await (await visit("officer9")).get(WORK))


async def test_when_nothing_awaits_a_body_the_page_says_so(visit: Visit) -> None:
    for name in ("officer9", "head9", "authority"):
        assert words("queue.empty") in said(await (await visit(name)).get(WORK)), name


async def test_whoever_is_complained_about_sees_that_and_no_act(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    officer = await people("officer9")
    await done(officer, "nameAccused", case, people=[await patient_id("head9")])
    accused, colleague = await visit("head9"), await visit("deputy9")
    assert words("queue.complained") in said(await accused.get(WORK))
    assert words("queue.complained") not in said(await colleague.get(WORK))
    page = await accused.get(f"{WORK}/{case['id']}")
    assert words("show.complained") in said(page) and "/take-up" not in page


async def test_an_officer_is_told_that_a_decision_awaits_the_head(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    officer = await people("officer9")
    await done(officer, "takeUpAppeal", case, executor=await appeals.executor(officer, case))
    assert words("queue.not_yours") in said(await (await visit("officer9")).get(WORK))
    assert f'href="{WORK}/{case["id"]}/decide"' in await (await visit("head9")).get(WORK)


async def test_officer_and_authority_begin_with_their_appeals_and_a_head_finds_them_in_the_menu(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    assert case["number"] in await (await visit("officer9")).get("/ru/work")
    assert f'href="{WORK}"' in await (await visit("head9")).get("/ru/work/queue")
    for address in ("/ru/work/registers", "/ru/work/appeals/figures", "/ru/work/oversight"):
        assert f'href="{address}"' in await (await visit("authority")).get(WORK), address


# who sees what


async def test_the_pages_are_for_the_staff_of_bodies_alone(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    pages = [WORK, ENTER, *(f"{WORK}/{case['id']}{end}" for end in ("", "/receipt", "/protocol", "/taken"))]
    for name in ("zhanar", "doctor9", "administrator9", "centre"):
        who = await visit(name)
        for page in pages:
            await who.get(page, 403)
    for page in pages:
        answer = await (await visit("")).http.get(page)
        assert answer.status_code == 303 and "/ru/signin?then=" in answer.headers["location"], page


async def test_another_clinic_the_authority_and_a_registrar_who_did_not_enter_it_see_no_such_case(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    for name in ("officer", "head", "authority", "registrar9"):
        await (await visit(name)).get(f"{WORK}/{case['id']}", 404)


async def test_an_address_below_the_appeals_that_is_no_case_is_not_taken_for_one(visit: Visit) -> None:
    await (await visit("officer9")).get(f"{WORK}/appeal_nothing", 404)


async def test_the_case_shows_receipt_clock_acts_and_who_appeals(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), answerBy=["POST"])
    page = await (await visit("officer9")).get(f"{WORK}/{case['id']}")
    shown = said(page)
    for one in ("Өтегенова Жанар", appeals.IIN["zhanar"], appeals.HOME, appeals.ESSENCE, "АППК", texts.text("law.appeal_way.POST", "ru")):
        assert one in shown, one
    for act in case_acts(await appeals.see(await people("officer9"), case["id"])):
        assert f'href="{WORK}/{case["id"]}/{act.replace("_", "-")}"' in page, act


def case_acts(seen: Json) -> list[str]:
    return [one["act"] for one in seen["may"]]


async def test_the_clinic_complained_about_reads_the_case_above_and_can_only_give_its_own(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), kind="SERVICE_COMPLAINT", toAuthority=True, learnedOn="2026-11-20")
    officer = await visit("officer9")
    await officer.get(f"{WORK}/{case['id']}", 404)
    await done(await people("authority"), "requestAppealCase", case, words="Прошу представить дело с объяснениями.")
    page = await officer.get(f"{WORK}/{case['id']}")
    assert f"{case['id']}/give-case" in page and f"{case['id']}/decide" not in page and f"{case['id']}/take-up" not in page
    assert appeals.IIN["zhanar"] not in page and words("show.case_request") in said(page)


async def test_the_case_shows_how_far_it_has_come(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(zhanar)
    await done(officer, "takeUpAppeal", case, executor=await appeals.executor(officer, case))
    await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=appeals.WORDS)
    await done(zhanar, "objectToAppealDecision", case, words="Не согласна: очередь была и вчера.")
    await done(officer, "appointHearing", case, at=at("2026-11-25", 11).isoformat(), way="IN_PERSON", place="Кабинет 12")
    await later(clock, at("2026-11-25", 15), officer, head)
    await done(officer, "recordHearing", case, beganAt=at("2026-11-25", 11).isoformat(), endedAt=at("2026-11-25", 12).isoformat(),
               secretary="Секретова А.", participants="Заявитель", content="Очередь", explanations="Объяснения даны.")  # fmt: skip
    await later(clock, at("2026-12-01"), officer, head)
    await done(head, "decideAppeal", case, outcome="DENIED", words=appeals.WORDS, law=appeals.LAW)
    page = said(await (await visit("head9")).get(f"{WORK}/{case['id']}"))
    for key in ("show.proposal", "show.hearing", "show.decision"):
        assert words(key) in page, key
    for one in ("Не согласна: очередь была и вчера.", "Кабинет 12", "Секретова А.", appeals.WORDS, appeals.LAW):
        assert one in page, one
    protocol = said(await (await visit("officer9")).get(f"{WORK}/{case['id']}/protocol"))
    assert words("protocol.hearing") in protocol and "Объяснения даны." in protocol


async def test_the_chain_and_recorded_lateness_are_shown_at_both_bodies(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    officer = await people("officer9")
    await done(officer, "forwardAppeal", case, ground="COMPLAINT", words="Жалоба направляется с делом в вышестоящий орган.")
    sent = await Appeal.get(authority_id__not_isnull=True)
    assert sent.number in said(await (await visit("officer9")).get(f"{WORK}/{case['id']}"))
    authority = await visit("authority")
    assert sent.number in said(await authority.get(WORK))
    key = re.findall(rf'href="{WORK}/(appeal_[a-z0-9]+)"', await authority.get(WORK))[0]
    assert case["number"] in said(await authority.get(f"{WORK}/{key}"))


# taking in


async def test_the_form_tells_the_term_and_the_paragraph_of_every_kind(visit: Visit) -> None:
    page = said(await (await visit("registrar9")).get(ENTER))
    for kind in Kind:
        assert texts.text(f"law.appeal_kind.{kind}", "ru") in page, kind
    assert "15 рабочих дней" in page and "АППК" in page and words("enter.goes_up") in page


@pytest.mark.parametrize("name", ["registrar9", "officer9", "head9"])
async def test_an_appeal_on_paper_is_taken_in_and_read_out(visit: Visit, name: str) -> None:
    who = await visit(name)
    case, place = await entered(who, name="Ахметов Самат", identity="удостоверение № 012345678", complainedOf="Регистратура")
    assert (case.channel, case.oral, case.state, case.subject) == (Channel.DESK, False, State.REGISTERED, Subject.WAITING)
    assert case.name == "Ахметов Самат" and case.person_id is None and case.identity_seen.endswith("012345678")
    page = await who.get(place)
    assert 'class="spoken" lang="ru"' in page and case.number in said(page) and "14 декабря 2026 г." in said(page)
    receipt = said(await who.get(place.split("/taken")[0] + "/receipt"))
    for one in (case.number, case.received_by, "14 декабря 2026 г.", "Ахметов Самат", texts.text("appeal.receipt.title", "ru")):
        assert one in receipt, one


async def test_what_is_said_by_phone_becomes_a_protocol(visit: Visit) -> None:
    registrar = await visit("registrar9")
    case, place = await entered(registrar, channel="PHONE", oral="true", patientIin=await iin("marat"), name="Марат")
    assert case.channel is Channel.PHONE and case.oral and case.person_id is not None and case.name != "Марат"
    protocol = said(await registrar.get(place.split("/taken")[0] + "/protocol"))
    for one in (appeals.ESSENCE, case.number, case.name, words("protocol.read_back")):
        assert one in protocol, one


async def test_an_unknown_iin_and_an_organisation_keep_nothing_out(visit: Visit) -> None:
    registrar = await visit("registrar9")
    unknown, _ = await entered(registrar, name="Новый Человек", patientIin=UNKNOWN)
    bin_given = (await Clinic.first()).bin  # type: ignore[union-attr]
    firm, place = await entered(registrar, name="ТОО «Арай»", bin=bin_given, postalAddress="")
    assert (unknown.person_id, unknown.iin, unknown.name) == (None, UNKNOWN, "Новый Человек")
    assert (firm.bin, firm.name) == (bin_given, "ТОО «Арай»")
    assert words("taken.no_postal") in said(await registrar.get(place))
    assert bin_given in said(await (await visit("officer9")).get(place.split("/taken")[0]))


async def test_an_anonymous_appeal_without_anything_is_taken_in_with_a_hint(visit: Visit) -> None:
    registrar = await visit("registrar9")
    case, place = await entered(registrar, name="", anonymous="true", essence="", postalAddress="")
    assert case.anonymous
    page = said(await registrar.get(place))
    assert all(words(f"taken.no_{one}") in page for one in ("name", "postal", "essence"))
    assert words("column.anonymous") in said(await (await visit("officer9")).get(WORK))


async def test_whoever_forgets_the_name_is_asked_once_and_nothing_typed_is_lost(visit: Visit) -> None:
    registrar = await visit("registrar9")
    refused = await send(registrar, name="", subject="QUALITY", kind="PROPOSAL", answerBy="HAND", language="EN")
    assert problem(refused, "name") and appeals.ESSENCE in unescape(refused.text)
    for one in ('value="PROPOSAL" checked', 'value="QUALITY" selected', 'value="HAND" checked', 'value="EN" checked'):
        assert one in refused.text, one
    both = await send(registrar, anonymous="true")
    assert problem(both, "anonymous") and await Appeal.all().count() == 0


async def test_a_wrong_iin_and_a_missing_kind_are_told_at_their_fields(visit: Visit) -> None:
    registrar = await visit("registrar9")
    wrong = await send(registrar, patientIin="123456789012")
    assert problem(wrong, "patientIin") and 'value="123456789012"' in wrong.text and "123456789012" not in str(wrong.url)
    without = await send(registrar, kind=None)
    assert problem(without, "kind") and words("enter.kind_needed") in said(without.text) and await Appeal.all().count() == 0


async def test_the_form_sent_twice_gives_one_appeal_with_its_file_once(visit: Visit) -> None:
    registrar = await visit("registrar9")
    shown = await registrar.get(ENTER)
    data = unseen(shown, ENTER) | typed()
    answers = [await registrar.http.post(ENTER, data=data, files={"uploads": ("paper.pdf", PDF, "application/pdf")}) for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303]
    assert answers[0].headers["location"] == answers[1].headers["location"]
    assert await Appeal.all().count() == 1
    assert await Document.filter(appeal_id__not_isnull=True).count() == await Document.all().count() == 1


async def test_a_file_stays_kept_when_something_else_is_wrong(visit: Visit) -> None:
    registrar = await visit("registrar9")
    refused = await send(registrar, files={"uploads": ("paper.pdf", PDF, "application/pdf")}, name="")
    kept = re.findall(r'name="files" value="([^"]+)" checked', refused.text)
    assert refused.status_code == 422 and len(kept) == 1 and "paper.pdf" in refused.text
    data = unseen(refused.text, ENTER) | typed(files=kept)
    assert (await registrar.http.post(ENTER, data=data)).status_code == 303
    assert await Document.filter(appeal_id__not_isnull=True).count() == 1
    wrong = await send(registrar, files={"uploads": ("paper.exe", b"MZ", "application/octet-stream")})
    assert problem(wrong, "uploads") and "paper.exe" in wrong.text


async def test_a_paper_of_an_earlier_day_runs_from_its_own_day(visit: Visit) -> None:
    registrar = await visit("registrar9")
    half = await send(registrar, receivedDay="2026-11-19")
    assert problem(half, "receivedTime") and 'value="2026-11-19"' in half.text
    case, place = await entered(registrar, receivedDay="2026-11-19", receivedTime="15:30")
    assert case.submitted_at == datetime(2026, 11, 19, 15, 30, tzinfo=ZONE) and case.registration_late_at is not None
    assert words("late.registration") in said(await registrar.get(place.split("/taken")[0]))
    ahead = await send(registrar, receivedDay="2026-11-24", receivedTime="09:00")
    assert problem(ahead, "receivedDay")


async def test_from_the_card_of_a_person_the_case_complained_about_is_attached(visit: Visit) -> None:
    registrar = await visit("registrar9")
    address = f"/ru/work/people/{await patient_id('marat')}/appeal"
    assert f'href="{address}"' in await registrar.get(f"/ru/work/people/{await patient_id('marat')}")
    shown = await registrar.get(address)
    about = re.findall(r'<option value="(attachment_[a-z0-9]+)"', shown)[0]
    case, place = await entered(registrar, address, name=None, kind="SERVICE_COMPLAINT", about=about, learnedOn="2026-11-20")
    assert case.person_id is not None and case.about_number and case.facts
    assert words("show.facts") in said(await registrar.get(place.split("/taken")[0]))


async def test_a_doctor_named_at_the_desk_is_among_those_complained_about(visit: Visit) -> None:
    registrar = await visit("registrar9")
    shown = await registrar.get(ENTER)
    doctor = re.findall(r'name="accused" value="([^"]+)"', shown)[0]
    case, _ = await entered(registrar, kind="COMPLAINT", accused=doctor)
    assert len(case.accused) == 1 and await Doctor.filter(person_id=case.accused[0]["person"]).exists()


async def test_the_authority_says_first_which_clinic_an_appeal_is_about(visit: Visit) -> None:
    authority = await visit("authority")
    choice = await authority.get(ENTER)
    clinic = re.findall(r'href="/ru/work/appeals/enter\?clinic=([^"]+)"', choice)[0]
    assert words("enter.which_clinic") in said(choice) and 'name="essence"' not in choice
    case, _ = await entered(authority, query=f"?clinic={clinic}", kind="COMPLAINT")
    assert case.authority is not None and case.kind is Kind.COMPLAINT
    await authority.get(f"{ENTER}?clinic=clinic_nothing", 404)


async def test_nobody_takes_in_for_somebody_who_is_not_there(visit: Visit) -> None:
    await (await visit("registrar9")).get("/ru/work/people/patient_nobody/appeal", 404)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_taking_in_and_what_is_read_out_speak_three_languages(visit: Visit, language: str) -> None:
    registrar = await visit("registrar9")
    address = f"/{language}/work/appeals/enter"
    assert words("enter.title", language) in said(await registrar.get(address))
    _, place = await entered(registrar, address, language="KK")
    page = await registrar.get(place)
    assert place.startswith(f"/{language}/") and 'class="spoken" lang="kk"' in page and "Жолданымыңыз тіркелді" in page
    for end, key in (("", "appeal_work.show.title"), ("/receipt", "appeal.receipt.title"), ("/protocol", "appeal_work.protocol.none")):
        assert texts.text(key, language) in said(await registrar.get(place.split("/taken")[0] + end)), end


async def test_a_registrar_finds_again_what_he_or_she_has_entered_and_nobody_elses(people: People, visit: Visit) -> None:
    own, _ = await entered(await visit("registrar9"))
    other = await taken_in(await people("registrar9-second"), name="Другой Человек", idempotencyKey=str(uuid4()))
    page = said(await (await visit("registrar9")).get(f"{WORK}/entered"))
    assert own.number in page and other["number"] not in page
    await (await visit("officer9")).get(f"{WORK}/entered", 403)
    await (await visit("registrar9")).get(WORK, 403)
