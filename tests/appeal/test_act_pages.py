"""The forms of all acts on appeals, filled in and sent without JavaScript: what they ask, what they keep, what they say when refused."""

import re
from typing import Any

import httpx
import pytest
import time_machine

from models import texts
from models.document import Document
from models.law import Language
from models.law.appeal import State
from tests.appeal.appeals import LAW, WORDS, at, complained, done, executor, filed, later, row, see, taken_in
from tests.attachment.asking import Json, clinic_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.attachment.test_statements import counted
from tests.home_visit.pages import form, send, unseen
from web.appeal_act import ACTS, ENCLOSING

__all__ = ["application", "visit"]

SHORT = "Нет"
PART = "Эту часть решает другая поликлиника: там мой участковый врач."
PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n"


def place(case: Json, act: str, language: str = "ru") -> str:
    """The page of an act on an appeal."""
    return f"/{language}/work/appeals/{case['id']}/{act.replace('_', '-')}"


def words(key: str, **values: object) -> str:
    """Words of these pages in Russian."""
    return texts.text(f"appeal_act.{key}", Language.RU, **values)


def law(key: str) -> str:
    return texts.text(f"law.{key}", Language.RU)


async def kept(who: Visitor, case: Json, act: str, fields: Json, *typed: str) -> str:
    """An act that is refused: nothing is done, and what was typed is on the page. The words of the page."""
    before = (await row(case)).version
    answer = await send(who, place(case, act), place(case, act), fields)
    assert answer.status_code == 422, (answer.status_code, text(answer.text)[:800])
    assert [one for one in typed if one not in answer.text] == [] and (await row(case)).version == before
    assert 'class="problems"' in answer.text
    return text(answer.text)


async def through(who: Visitor, case: Json, act: str, fields: Json) -> None:
    """An act that is done leads to the appeal, so that a reload repeats nothing."""
    answer = await send(who, place(case, act), place(case, act), fields)
    assert answer.status_code == 303, text(answer.text)[:1500]
    assert answer.headers["location"] == f"/ru/work/appeals/{case['id']}?done={act}"


async def in_work(people: People, **changes: Any) -> Json:
    """Zhanar's request whose executor is named."""
    case, officer = await filed(await people("zhanar"), **changes), await people("officer9")
    return await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))


async def shown(people: People, outcome: str = "DENIED") -> Json:
    """An appeal whose preliminary decision the person has seen."""
    return await done(await people("officer9"), "proposeAppealDecision", await in_work(people), outcome=outcome, words=WORDS)


async def sent_up(people: People) -> Json:
    """A complaint that the clinic has sent on: the appeal at the authorised body."""
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    sent = await done(await people("officer9"), "forwardAppeal", case, ground="COMPLAINT", words=WORDS)
    return dict(sent["sentOn"][0])


# the acts of the body


async def test_the_executor_is_one_of_those_offered(people: People, visit: Visit) -> None:
    case, officer = await filed(await people("zhanar")), await visit("officer9")
    assert words("field.executor") in await kept(officer, case, "take_up", {})
    chosen = await executor(await people("officer9"), case)
    await through(officer, case, "take_up", {"executor": chosen})
    assert (await row(case)).executor in await officer.get(place(case, "take_up"))


async def test_a_correction_names_the_requirements_and_its_first_and_last_day(people: People, visit: Visit) -> None:
    case, officer = await filed(await people("zhanar")), await visit("officer9")
    page = await officer.get(place(case, "ask_correction"))
    assert 'min="2026-11-25" max="2026-12-14"' in page and all(law(f"appeal_requirement.{one}") in page for one in ("NAME", "POWER"))
    typed = {"requirements": ["POWER"], "words": WORDS, "until": "2026-11-24"}
    said = await kept(officer, case, "ask_correction", typed, WORDS, 'value="POWER" checked', 'value="2026-11-24"')
    assert texts.text("law.impediment.CORRECTION_TERM.remedy", "ru") in said
    await through(officer, case, "ask_correction", typed | {"until": "2026-11-25"})
    assert (await row(case)).state is State.NEEDS_CORRECTION


async def test_a_complaint_is_sent_to_the_body_above_and_the_page_says_how_long_there_is(people: People, visit: Visit) -> None:
    case, officer = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20"), await visit("officer9")
    page = text(await officer.get(place(case, "forward")))
    assert words("to.left", n=3) in page and words("to.own_case") in page
    assert words("to.choose") in await kept(officer, case, "forward", {"ground": "COMPLAINT", "words": WORDS}, WORDS)
    said = await kept(
        officer, case, "forward", {"ground": "COMPLAINT", "to": "AUTHORITY", "words": SHORT}, SHORT, 'value="AUTHORITY" checked'
    )
    assert texts.text("law.impediment.REASONS_MISSING.remedy", "ru", least=20) in said
    await through(officer, case, "forward", {"ground": "COMPLAINT", "to": "AUTHORITY", "words": WORDS})
    assert (await row(case)).state is State.FORWARDED


async def test_another_clinic_is_found_by_name_and_what_was_typed_stays(people: People, visit: Visit) -> None:
    case, officer = await filed(await people("zhanar")), await visit("officer9")
    address, other = place(case, "forward_part"), await clinic_id("almaty-5")
    typed = {"to": "CLINIC", "part": PART, "words": WORDS}
    found = await _find(officer, address, typed, "№5")
    assert other in found and PART in found and WORDS in found
    assert words("to.nothing") in await _find(officer, address, typed, "нет такой поликлиники")
    assert words("to.choose") in await kept(officer, case, "forward_part", typed, WORDS, 'value="CLINIC" checked')
    await kept(officer, case, "forward_part", typed | {"clinic": other, "part": SHORT, "search": "№5"}, SHORT, f'value="{other}" checked')
    await through(officer, case, "forward_part", typed | {"clinic": other})
    assert [one["body"]["kind"] for one in (await see(await people("zhanar"), case["id"]))["sentOn"]] == ["CLINIC"]


async def _find(who: Visitor, address: str, typed: Json, search: str) -> str:
    """Press the button that looks for a clinic."""
    hidden = unseen(await who.get(address), address)
    answer = await who.http.post(f"{address}/find", data=hidden | typed | {"search": search})
    assert answer.status_code == 200
    return answer.text


async def test_only_the_head_extends_and_reads_the_latest_day_and_the_notice(people: People, visit: Visit) -> None:
    case, head = await filed(await people("zhanar")), await visit("head9")
    page = await head.get(place(case, "extend"))
    assert 'max="2027-01-23"' in page and words("extend.once") in page
    said = await kept(head, case, "extend", {"until": "2027-01-24", "words": WORDS}, WORDS, 'value="2027-01-24"')
    assert texts.text("law.impediment.EXTENDED_UNTIL.remedy", "ru") in said
    await through(head, case, "extend", {"until": "2027-01-23", "words": WORDS})
    assert texts.text("law.impediment.EXTENDED_ONCE.text", "ru") in text(await head.get(place(case, "extend")))
    officer = await (await visit("officer9")).get(place(case, "extend"))
    assert "<textarea" not in officer and texts.text("law.impediment.NOT_YOURS.text", "ru") in text(officer)


async def test_a_notice_of_an_extension_to_somebody_without_an_account_is_noted(people: People, visit: Visit) -> None:
    case = await taken_in(await people("officer9"), name="Иванов И. И.")
    await done(await people("head9"), "extendAppeal", case, until="2027-01-20", words=WORDS)
    officer = await visit("officer9")
    assert SHORT in await kept(officer, case, "notify", {"words": SHORT}, SHORT)
    await through(officer, case, "notify", {"words": "Письмо № 15 от 23 ноября, заказной почтой"})
    assert (await row(case)).noticed_at


async def test_a_preliminary_decision_says_until_when_to_object_and_from_when_to_decide(people: People, visit: Visit) -> None:
    case, officer = await in_work(people), await visit("officer9")
    page = text(await officer.get(place(case, "propose")))
    assert words("propose.object_by", day="25 ноября 2026 г.").replace("\xa0", " ") in page
    assert words("propose.decide_from", day="26 ноября 2026 г.").replace("\xa0", " ") in page
    await kept(officer, case, "propose", {"outcome": "DENIED", "words": SHORT}, SHORT, 'value="DENIED" checked')
    await through(officer, case, "propose", {"outcome": "DENIED", "words": WORDS})
    assert (await row(case)).state is State.PRELIMINARY


async def test_a_hearing_is_appointed_and_its_protocol_has_every_part(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    case, officer = await shown(people), await visit("officer9")
    typed = {"day": "2026-11-22", "time": "15:00", "way": "PHONE", "place": "+7 727 000 09 09"}
    said = await kept(officer, case, "appoint_hearing", typed, 'value="2026-11-22"', 'value="15:00"', 'value="PHONE" checked')
    assert texts.text("law.impediment.HEARING_PAST.remedy", "ru") in said
    assert words("field.time") in await kept(officer, case, "appoint_hearing", typed | {"time": ""}, 'value="2026-11-22"')
    await through(officer, case, "appoint_hearing", typed | {"day": "2026-11-23"})
    clock.move_to(at("2026-11-23", 16))
    officer = await visit("officer9")
    parts = {"secretary": "Жақсыбекова Ә.", "participants": "Өтегенова Ж. М.", "content": WORDS, "explanations": WORDS}
    held = {"day": "2026-11-23", "began": "15:00", "ended": "14:00"} | parts
    said = await kept(officer, case, "record_hearing", held, WORDS, 'value="15:00"', 'value="14:00"', 'id="ended-fault"')
    assert texts.text("law.impediment.HEARING_TIMES.remedy", "ru") in said
    assert words("field.content") in await kept(officer, case, "record_hearing", held | {"content": ""}, WORDS)
    await through(officer, case, "record_hearing", held | {"ended": "15:30"})
    assert (await row(case)).protocol["participants"] == "Өтегенова Ж. М."
    beside = text(await (await visit("head9")).get(place(case, "decide")))
    assert "Өтегенова Ж. М." in beside and words("beside.protocol") in beside


async def test_a_decision_is_taken_beside_what_was_shown_and_objected(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    case = await shown(people)
    await done(zhanar, "objectToAppealDecision", case, words="Мен бұл шешіммен келіспеймін, кезек бар.")
    clock.move_to(at("2026-11-26"))
    head = await visit("head9")
    page = await head.get(place(case, "decide"))
    assert "келіспеймін" in page and WORDS in page and 'value="DENIED" checked' in page and words("decide.way_on") in page
    typed = {"outcome": "DENIED", "words": WORDS, "law": ""}
    said = await kept(head, case, "decide", typed, WORDS, 'value="DENIED" checked')
    assert texts.text("law.impediment.LAW_MISSING.remedy", "ru") in said
    await through(head, case, "decide", typed | {"law": LAW})
    await later(clock, at("2026-11-26"), officer)
    decided = (await see(officer, case["id"]))["decision"]
    assert decided["outcome"] == "DENIED" and decided["wayOn"]


async def test_what_a_decision_will_name_as_the_way_on_is_what_it_names(people: People, visit: Visit) -> None:
    for changes in ({}, {"kind": "SERVICE_COMPLAINT"}):
        case, head = await filed(await people("zhanar"), **changes), await visit("head9")
        page = text(await head.get(place(case, "decide")))
        outcome = case["outcomes"][0]
        await through(head, case, "decide", {"outcome": outcome, "words": WORDS})
        asked = "query ($id: ID!) { appeal(id: $id) { decision { wayOn } } }"
        named = (await (await people("head9")).ask(asked, id=case["id"]))["data"]["appeal"]["decision"]["wayOn"]
        said = texts.text("api.way_on.authority" if changes else "api.way_on.complaint", "ru", until="23 февраля 2027 года")
        assert said in page and named


async def test_a_late_complaint_is_decided_together_with_its_term(people: People, visit: Visit) -> None:
    case = await filed(
        await people("zhanar"), kind="SERVICE_COMPLAINT", learnedOn="2026-06-01", restoreTerm="Ауырып жаттым, кешірім сұраймын"
    )
    head = await visit("head9")
    assert "Ауырып жаттым" in await head.get(place(case, "decide"))
    said = await kept(head, case, "decide", {"outcome": "CANCELLED", "words": WORDS}, WORDS)
    assert texts.text("law.impediment.RESTORE_UNDECIDED.remedy", "ru") in said
    await through(head, case, "decide", {"outcome": "CANCELLED", "words": WORDS, "restored": "true"})
    assert (await row(case)).restored is True


async def test_leaving_without_consideration_is_closed_where_a_crime_is_told_of(people: People, visit: Visit) -> None:
    officer, head = await people("officer9"), await visit("head9")
    crime = await taken_in(officer, crime=True)
    page = await head.get(place(crime, "leave"))
    assert "<textarea" not in page and texts.text("law.impediment.CRIME_REPORTED.remedy", "ru") in text(page)
    nobody = await taken_in(officer)
    said = await kept(head, nobody, "leave", {"ground": "NOT_CORRECTED", "words": WORDS}, WORDS, 'value="NOT_CORRECTED" checked')
    assert texts.text("law.impediment.LEAVE_GROUND.remedy", "ru") in said
    await through(head, nobody, "leave", {"ground": "ANONYMOUS", "words": WORDS})
    assert (await row(nobody)).state is State.LEFT


async def test_an_answer_by_post_is_noted_with_its_number(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), answerBy=["POST"])
    await done(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)
    officer = await visit("officer9")
    assert law("appeal_way.POST") in await officer.get(place(case, "answer"))
    await kept(officer, case, "answer", {"words": "№ 15"}, "№ 15")
    await through(officer, case, "answer", {"words": "Исх. № 15 от 23 ноября, заказной почтой"})
    assert texts.text("law.impediment.ANSWERED_ALREADY.text", "ru") in text(await officer.get(place(case, "answer")))


# those complained about


async def test_whoever_is_named_as_complained_about_stays_so_and_sees_no_form(people: People, visit: Visit) -> None:
    case, officer = await filed(await people("zhanar"), kind="SERVICE_COMPLAINT"), await visit("officer9")
    assert words("name_accused.stays") in await officer.get(place(case, "name_accused"))
    head = next(one for one in (await see(await people("officer9"), case["id"]))["staff"] if one["name"].startswith("Сәдуақасова"))
    assert words("field.people") in await kept(officer, case, "name_accused", {})
    await through(officer, case, "name_accused", {"people": [head["id"]]})
    after = await officer.get(place(case, "name_accused"))
    assert words("name_accused.already") in after and head["id"] not in after
    accused = await visit("head9")
    for act in (*ACTS, *ENCLOSING):
        page = await accused.get(place(case, act))
        assert f'action="{place(case, act)}"' not in page, act
    said = text(await accused.get(place(case, "decide")))
    assert texts.text("law.impediment.ACCUSED.text", "ru") in said and texts.text("law.impediment.ACCUSED.remedy", "ru") in said


# between the bodies


async def test_the_authorised_body_asks_for_the_case_and_the_clinic_gives_it_with_files(people: People, visit: Visit) -> None:
    case, authority, officer = await sent_up(people), await visit("authority"), await visit("officer9")
    await kept(authority, case, "request_case", {"words": SHORT}, SHORT)
    await through(authority, case, "request_case", {"words": WORDS})
    page = place(case, "give_case")
    assert WORDS in await officer.get(page)
    hidden = unseen(await officer.get(page), page)
    bad = [("content", ("case.pdf", PDF)), ("content", ("note.txt", b"text"))]
    answer = await officer.http.post(page, data=hidden | {"words": WORDS}, files=bad)
    assert answer.status_code == 422 and WORDS in answer.text and "note.txt" in text(answer.text)
    assert "case.pdf" in form(answer.text, page) and await Document.filter(file_name="case.pdf").count() == 1
    again = unseen(answer.text, page) | {"words": SHORT, "files": _ticked(answer.text)}
    short = await officer.http.post(page, data=again)
    assert short.status_code == 422 and SHORT in short.text and "case.pdf" in form(short.text, page)
    given = await officer.http.post(page, data=again | {"words": WORDS}, files=[("content", ("more.pdf", PDF))])
    assert given.status_code == 303 and given.headers["location"].endswith("?done=give_case"), text(given.text)[:800]
    enclosed = await Document.filter(appeal_id=(await row(case)).id)
    assert sorted(one.file_name for one in enclosed) == ["case.pdf", "more.pdf"]
    assert texts.text("law.impediment.CASE_NOT_REQUESTED.text", "ru") in text(await officer.get(page))


def _ticked(page: str) -> list[str]:
    """The files that a page lists as kept."""
    return re.findall(r'name="files" value="([^"]+)" checked', page)


# for the person at a desk


async def test_a_desk_enters_the_correction_with_a_file(people: People, visit: Visit) -> None:
    case = await taken_in(await people("registrar9"), name="Иванов И. И.")
    await done(await people("officer9"), "askAppealCorrection", case, requirements=["POWER"], words=WORDS, until="2026-11-30")
    registrar, page = await visit("registrar9"), place(case, "correct")
    shown = await registrar.get(page)
    assert law("appeal_requirement.POWER") in shown and 'enctype="multipart/form-data"' in shown
    assert 'name="postalAddress"' not in shown
    await kept(registrar, case, "correct", {"words": ""})
    sent = await registrar.http.post(page, data=unseen(shown, page) | {"words": ""}, files=[("content", ("power.pdf", PDF))])
    assert sent.status_code == 303
    found = await row(case)
    assert found.state is State.IN_WORK and await Document.filter(appeal_id=found.id).count() == 1


async def test_a_desk_enters_the_address_and_what_was_given_stands_apart_from_the_essence(people: People, visit: Visit) -> None:
    case = await taken_in(await people("registrar9"), name="Иванов И. И.", postalAddress="", answerBy=["POST"])
    registrar = await visit("registrar9")
    at_work = f"/ru/work/appeals/{case['id']}"
    for page in (at_work, f"{at_work}/taken"):
        assert texts.text("appeal_work.show.no_address", Language.RU) in await registrar.get(page)
    await done(await people("officer9"), "askAppealCorrection", case, requirements=["POSTAL_ADDRESS"], words=WORDS, until="2026-11-30")
    await through(registrar, case, "correct", {"words": "", "postalAddress": "Алматы, Абая, 1"})
    assert (await row(case)).postal_address == "Алматы, Абая, 1"
    await done(await people("officer9"), "askAppealCorrection", case, requirements=["ESSENCE"], words=WORDS, until="2026-11-30")
    await through(registrar, case, "correct", {"words": "Окно закрыто по утрам"})
    assert "Окно закрыто" not in (await row(case)).essence and "Окно закрыто по утрам" in await registrar.get(at_work)


async def test_a_desk_enters_an_objection_within_its_two_days(people: People, visit: Visit) -> None:
    case, officer = await taken_in(await people("registrar9"), name="Иванов И. И."), await people("officer9")
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=WORDS)
    desk = await visit("officer9")
    await kept(desk, case, "object", {"words": SHORT}, SHORT)
    await through(desk, case, "object", {"words": "Не согласна: окно закрыто каждый день."})
    assert texts.text("law.impediment.OBJECTED_ALREADY.text", "ru") in text(await desk.get(place(case, "object")))


async def test_a_withdrawal_at_a_desk_names_its_written_application(people: People, visit: Visit) -> None:
    case, registrar = await taken_in(await people("registrar9"), name="Иванов И. И."), await visit("registrar9")
    application_of, page = "Заявление от 23 ноября, № 7, собственноручное", place(case, "withdraw")
    without = await kept(registrar, case, "withdraw", {"words": application_of}, application_of)
    assert texts.text("law.impediment.PAPER_MISSING.text", "ru") in without
    opened = await registrar.get(page)
    short = await registrar.http.post(page, data=unseen(opened, page) | {"words": SHORT}, files=[("content", ("paper.pdf", PDF))])
    assert short.status_code == 422 and "paper.pdf" in form(short.text, page)
    sent = unseen(short.text, page) | {"words": application_of, "files": _ticked(short.text)}
    assert (await registrar.http.post(page, data=sent)).status_code == 303
    assert (await row(case)).state is State.WITHDRAWN


# what the forms say and offer


async def test_sending_on_offers_the_grounds_that_fit_and_the_authorised_body_for_a_complaint(people: People, visit: Visit) -> None:
    officer, zhanar = await visit("officer9"), await people("zhanar")
    plain = await officer.get(place(await filed(zhanar), "forward"))
    assert 'value="NOT_COMPETENT"' in plain and 'value="COMPLAINT"' not in plain and 'value="CONFLICT"' not in plain
    above = await officer.get(place(await filed(zhanar, kind="COMPLAINT", learnedOn="2026-11-20"), "forward"))
    assert 'value="COMPLAINT" checked' in above and 'value="AUTHORITY" checked' in above


async def test_every_form_says_the_language_of_the_answer_and_a_refusal_needs_the_law(people: People, visit: Visit) -> None:
    head, case = await visit("head9"), await in_work(people, language="KK")
    for act in ("forward", "propose", "decide", "extend", "ask_correction"):
        assert f"{words('page.language')} Казахский" in text(await head.get(place(case, act))), act
    page = await head.get(place(case, "decide"))
    assert words("decide.law_hint") in page and texts.text("common.form.optional", "ru") not in page


async def test_while_a_hearing_is_appointed_the_decision_waits_for_its_protocol(people: People, visit: Visit) -> None:
    case, officer = await shown(people), await people("officer9")
    await done(officer, "appointHearing", case, at=at("2026-11-24").isoformat(), way="PHONE", place="+7 727 000 09 09")
    page = await (await visit("officer9")).get(place(case, "decide"))
    assert words("page.to_protocol") in page and f'{case["id"]}/record-hearing"' in page


async def test_it_can_be_noted_that_nobody_of_the_staff_is_meant_and_why(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), complainedOf="тіркеуші", kind="SERVICE_COMPLAINT", learnedOn="2026-11-20")
    officer = await visit("officer9")
    assert texts.text("appeal_work.show.unnamed", Language.RU) in await officer.get(f"/ru/work/appeals/{case['id']}")
    why = "Речь о сотруднике частной аптеки в холле, он не наш."
    await through(officer, case, "name_accused", {"words": why})
    for who, page in ((officer, f"/ru/work/appeals/{case['id']}"), (await visit("zhanar"), f"/ru/appeals/{case['id']}")):
        assert why in text(await who.get(page))


async def test_the_forms_are_for_the_staff_of_bodies_alone(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    for name in ("zhanar", "doctor9", "administrator9", "centre"):
        who = await visit(name)
        for act in (*ACTS, *ENCLOSING):
            await who.get(place(case, act), 403)
            proof = (await who.get("/ru/law")).split('name="csrf" value="')[1].split('"')[0]
            sent = await who.http.post(place(case, act), data={"csrf": proof, "words": WORDS})
            assert sent.status_code == 403, (name, act)
    assert (await row(case)).version == case["version"]


# two at once


async def test_whoever_is_slower_reads_what_has_become_of_it_and_sends_the_same_again(people: People, visit: Visit) -> None:
    case, slow = await filed(await people("zhanar")), await visit("officer9")
    page = place(case, "take_up")
    opened, chosen = unseen(await slow.get(page), page), await executor(await people("officer9"), case)
    await through(await visit("head9"), case, "take_up", {"executor": chosen})
    late = await slow.http.post(page, data=opened | {"executor": chosen})
    state = law("state.appeal.IN_WORK")
    assert late.status_code == 422 and texts.text("law.impediment.APPEAL_CHANGED.text", "ru", state=state) in text(late.text)
    assert f'value="{chosen}" checked' in late.text
    assert (await slow.http.post(page, data=unseen(late.text, page) | {"executor": chosen})).status_code == 303


async def test_what_was_typed_is_kept_even_when_the_act_is_no_longer_open(people: People, visit: Visit) -> None:
    case, slow = await in_work(people), await visit("officer9")
    page = place(case, "propose")
    opened = unseen(await slow.get(page), page)
    await done(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)
    late = await slow.http.post(page, data=opened | {"outcome": "DENIED", "words": "Мои слова, которые жаль потерять"})
    said = text(late.text)
    assert late.status_code == 422 and "<form" not in late.text[late.text.index("<main") :].split("<footer")[0]
    assert "Мои слова, которые жаль потерять" in said and law("state.appeal.DECIDED") in said


# who, and in what language


@pytest.mark.parametrize("language", list(Language))
async def test_every_page_is_there_in_every_language_with_its_form_or_the_reason_why_not(
    people: People, visit: Visit, language: Language
) -> None:
    case = await filed(await people("zhanar"))
    for name in ("officer9", "head9"):
        who, open_to = await visit(name), [one["act"] for one in (await see(await people(name), case["id"]))["may"]]
        for act in (*ACTS, *ENCLOSING):
            page = await who.get(place(case, act, language))
            assert texts.text(f"law.act.appeal.{act}", language) in text(page)
            assert (f'action="{place(case, act, language)}"' in page) is (act in open_to), act
            assert (texts.text("work.act.forbidden", language) in page) is (act not in open_to), act


async def test_a_stranger_signs_in_first_and_a_doctor_is_sent_away(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    stranger: httpx.Response = await (await visit("")).http.get(place(case, "decide"))
    assert stranger.status_code == 303 and "/signin" in stranger.headers["location"]
    assert (await (await visit("doctor9")).http.get(place(case, "decide"))).status_code == 403
    assert (await (await visit("officer")).http.get(place(case, "decide"))).status_code == 404


async def test_a_complaint_about_a_case_can_be_handled_too(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"))
    await done(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)
    about = await complained(await people("zhanar"), case["id"])
    await through(await visit("deputy9"), about, "forward", {"ground": "CONFLICT", "to": "AUTHORITY", "words": WORDS})
    assert (await row(about)).state is State.FORWARDED


async def test_a_form_takes_twenty_five_statements_at_most(people: People, visit: Visit) -> None:
    case, head = await shown(people), await visit("head9")
    spent = {}
    for act in (*ACTS, *ENCLOSING):
        await head.get(place(case, act))
        with counted() as sent:
            await head.get(place(case, act))
        spent[act] = len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one])
    assert {act: n for act, n in spent.items() if n > 25} == {}
