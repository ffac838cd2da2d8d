"""The clinic's pages: the queue, the acts on a request and who may do them, the register, the desk and the phone."""

from datetime import datetime

import pytest
import time_machine

from models import demo, texts
from models.attachment import Attachment
from models.attachment_decision import bring_into_force
from models.clock import ZONE
from models.law.attachment import State
from models.person import Person
from tests.attachment.asking import done, iin, key, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, approved, case, text, visit

__all__ = ["application", "case", "visit"]
WORDS = {"ground": "NONCOMPLIANT", "rule": "OTHER_UNIT", "words": "Мекенжай басқа өңірде."}


QUEUE, FIND = "/ru/work/queue", "/ru/work/find"


async def state(case: str) -> State:
    return (await Attachment.get(id=key(case))).state


async def test_a_visitor_signs_in_first_and_a_citizen_has_no_work_here(visit: Visit) -> None:
    nobody = await visit("")
    for path in ("/kk/work", "/kk/work/queue", "/kk/work/status", "/kk/work/attachments", "/kk/work/desk", "/kk/work/person"):
        assert "/kk/signin?then=" in (await nobody.http.get(path)).headers["location"], path
    citizen = await visit("yerlan")
    for path in ("/kk/work", "/kk/work/queue", "/kk/work/status", "/kk/work/desk"):
        await citizen.get(path, 403)


async def test_staff_read_nothing_that_is_said_to_the_person(visit: Visit, case: str) -> None:
    meaning, asking = (texts.text(key, "ru") for key in ("law.meaning.attachment.SUBMITTED", "case.ask"))
    own = text(await (await visit("yerlan")).get(f"/ru/attachments/{case}"))
    assert meaning in own and asking in own
    for who in ("registrar", "head"):
        page = text(await (await visit(who)).get(f"/ru/attachments/{case}"))
        assert meaning not in page and asking not in page, who


async def test_the_queue_shows_what_to_do_next_and_what_is_overdue(visit: Visit, case: str, clock: time_machine.Traveller) -> None:
    registrar = await visit("registrar")
    page = await registrar.get("/en/work/queue")
    assert f'href="/en/attachments/{case}/check"' in page and f'href="/en/attachments/{case}/refusal"' in page
    assert "Тілеуов Ерлан Болатұлы" in page and 'class="late"' not in page
    clock.shift(3 * 24 * 3600)
    assert 'class="late"' in await (await visit("registrar")).get("/en/work/queue")
    assert f'href="/en/attachments/{case}/check"' not in await (await visit("officer")).get("/en/work/queue")


async def test_the_queue_alone_is_given_to_htmx(visit: Visit, case: str) -> None:
    registrar = await visit("registrar")
    answer = await registrar.http.get("/kk/work/queue", headers={"HX-Request": "true", "HX-Target": "div#queue"})
    assert answer.status_code == 200 and "<html" not in answer.text
    assert answer.text.strip().startswith('<div id="queue">') and case in answer.text


async def test_a_number_leads_to_the_case_and_an_iin_to_the_card_and_neither_stands_in_an_address(visit: Visit, case: str) -> None:
    number, own = (await Attachment.get(id=key(case))).number, await iin("yerlan")
    registrar = await visit("registrar")
    for words in (number, f" {number.lower()} "):
        assert await registrar.done(QUEUE, FIND, {"search": words}) == f"/ru/attachments/{case}"
    for words in (own, f"{own[:6]} {own[6:]}"):
        assert await registrar.done(QUEUE, FIND, {"search": words}) == f"/ru/work/people/{await patient_id('yerlan')}"
    assert 'method="post" action="/ru/work/find"' in await registrar.get(QUEUE)


@pytest.mark.parametrize(
    "words, told",
    [("AP-2026-000999-1", "work.find.nothing_desk"), ("", "problem.code.TOO_SHORT"), ("850312991234", "problem.code.IIN_CHECK_DIGIT")],
)
async def test_what_leads_nowhere_stays_typed_and_is_told(visit: Visit, case: str, words: str, told: str) -> None:
    answer = await (await visit("registrar")).sent(QUEUE, FIND, {"search": words})
    assert answer.status_code == 422 and f'value="{words}"' in answer.text and 'id="search-fault"' in answer.text
    assert texts.text(told, "ru").split("{")[0] in text(answer.text)


async def test_the_register_is_narrowed_by_number_state_and_term(visit: Visit, case: str) -> None:
    number = (await Attachment.get(id=key(case))).number
    registrar = await visit("registrar")
    assert number in await registrar.get(f"/ru/work/attachments?search={number}&open=true")
    assert f"№ {number}" not in await registrar.get(f"/ru/work/attachments?search={number}&state=REFUSED")
    assert f"№ {number}" not in await registrar.get("/ru/work/attachments?overdue=true")


async def test_documents_are_checked_then_the_head_signs_and_it_takes_force(visit: Visit, case: str) -> None:
    registrar, path = await visit("registrar"), f"/kk/attachments/{case}/check"
    assert "Нұрғали" in text(await registrar.get(path))
    assert await registrar.done(path, path, {"doctor": ""}) == f"/kk/attachments/{case}"
    assert await state(case) is State.CHECKED
    head = await visit("head")
    assert texts.text("work.queue.signing", "kk") in await head.get("/kk/work/queue")
    assert await approved(visit, case) == f"/kk/attachments/{case}"
    assert await state(case) is State.IN_FORCE


async def test_a_doctor_sees_the_people_attached_and_no_buttons_of_the_clinic(visit: Visit, case: str) -> None:
    doctor = await Person.get(iin=await iin("doctor-child"))
    registrar, path = await visit("registrar"), f"/kk/attachments/{case}/check"
    answer = await registrar.sent(path, path, {"doctor": "doctor_" + "a" * 26})
    assert answer.status_code == 422 and await state(case) is State.SUBMITTED
    await registrar.done(path, path)
    await approved(visit, case)
    found = await Attachment.get(person=await demo.person("yerlan"), state=State.IN_FORCE).prefetch_related("doctor")
    assert found.doctor is not None and found.doctor.person_id != doctor.id


async def test_a_campaign_request_waits_for_the_first_of_january(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 10, 5, 10, tzinfo=ZONE))
    case = str(done(await (await people("zhanar")).file(ground="CAMPAIGN", home="samal"))["id"])
    assert texts.text("law.ground_note.CAMPAIGN", "ru") in await (await visit("head")).get(f"/ru/attachments/{case}/approve")
    await approved(visit, case)
    assert await state(case) is State.APPROVED
    clock.move_to(datetime(2027, 1, 1, 0, 5, tzinfo=ZONE))
    await bring_into_force()
    assert await state(case) is State.IN_FORCE


async def test_a_refusal_is_proposed_by_the_registrar_and_confirmed_by_the_head(visit: Visit, case: str) -> None:
    registrar, path = await visit("registrar"), f"/kk/attachments/{case}/refusal"
    page = await registrar.get(path)
    assert all(f"R{n}." in page for n in range(1, 7))
    assert await registrar.done(path, path, WORDS) == f"/kk/attachments/{case}"
    head = await visit("head")
    assert texts.text("work.queue.refusals", "kk") in await head.get("/kk/work/queue")
    assert "Мекенжай басқа өңірде." in await head.get(f"/kk/attachments/{case}/refuse")
    ask = f"/kk/attachments/{case}/refuse"
    await head.signed(await head.done(ask, ask), "refuseAttachment")
    assert await state(case) is State.REFUSED


async def test_a_refusal_without_its_rule_keeps_what_was_typed(visit: Visit, case: str) -> None:
    registrar, path = await visit("registrar"), f"/ru/attachments/{case}/refusal"
    answer = await registrar.sent(path, path, WORDS | {"rule": ""})
    assert answer.status_code == 422 and await state(case) is State.SUBMITTED
    assert "Мекенжай басқа өңірде." in answer.text and 'value="NONCOMPLIANT" checked' in answer.text
    assert texts.text("law.impediment.REFUSAL_RULE.text", "ru") in answer.text


async def test_rules_that_the_register_finds_broken_stand_before_those_that_must_be_proved(visit: Visit, case: str) -> None:
    kept = await Attachment.get(id=key(case))
    kept.address = kept.address | {"kato": "710000000"}
    await kept.save(update_fields=["address"])
    page = await (await visit("registrar")).get(f"/ru/attachments/{case}/refusal")
    first, others = page.split(texts.text("work.refusal.others", "ru"))
    assert 'value="OTHER_UNIT"' in first and 'value="OTHER_UNIT"' not in others and 'value="ALREADY_ATTACHED"' in others
    assert texts.text("work.refusal.others_warning", "ru") in others
    assert texts.text("work.in_language.KK", "ru") in others


async def test_a_head_who_proposed_a_refusal_does_not_confirm_it_but_may_take_it_back(visit: Visit, people: People, case: str) -> None:
    head, path = await visit("head"), f"/en/attachments/{case}/refusal"
    await head.done(path, path, WORDS)
    page = await head.get(f"/en/attachments/{case}/refuse")
    assert texts.text("law.impediment.FOUR_EYES.text", "en") in page
    assert f'action="/en/attachments/{case}/refuse"' not in page
    asked = await (await people("head")).act("requestSignature", {"refuseAttachment": {"id": case}}, "signatureRequest { id }")
    assert [one["code"] for one in asked["problems"]] == ["FOUR_EYES"]
    assert texts.text("work.queue.by_me", "en") in await head.get("/en/work/queue")
    path = f"/en/attachments/{case}/decline"
    assert texts.text("work.decline.own_title", "en") in await head.get(path)
    assert await head.done(path, path, {"words": "I was wrong."}) == f"/en/attachments/{case}"
    assert await state(case) is State.SUBMITTED


async def test_a_registrar_takes_back_only_a_proposal_of_his_own(visit: Visit, case: str) -> None:
    registrar, head = await visit("registrar"), await visit("head")
    path, decline = f"/ru/attachments/{case}/refusal", f"/ru/attachments/{case}/decline"
    await head.done(path, path, WORDS)
    assert f'action="{decline}"' not in await registrar.get(decline)
    await head.done(decline, decline, {"words": "Адрес верный."})
    await registrar.done(path, path, WORDS)
    for page in (f"/ru/attachments/{case}", "/ru/work/queue"):
        assert texts.text("work.decline.own", "ru") in await registrar.get(page)
    await registrar.done(decline, decline, {"words": "Адрес верный."})
    assert await state(case) is State.SUBMITTED


async def test_another_head_declines_a_refusal_and_only_the_clinic_reads_why(visit: Visit, case: str) -> None:
    registrar, path = await visit("registrar"), f"/kk/attachments/{case}/refusal"
    await registrar.done(path, path, WORDS)
    head, path = await visit("head"), f"/kk/attachments/{case}/decline"
    assert await head.done(path, path, {"words": "Мекенжай дұрыс."}) == f"/kk/attachments/{case}"
    assert await state(case) is State.SUBMITTED
    assert "Мекенжай дұрыс." in await registrar.get(f"/kk/attachments/{case}")
    assert "Мекенжай дұрыс." not in await (await visit("yerlan")).get(f"/kk/attachments/{case}")


async def test_a_head_is_warned_that_nobody_has_checked_the_documents(visit: Visit, case: str) -> None:
    head, path = await visit("head"), f"/ru/attachments/{case}/approve"
    assert texts.text("work.approve.unchecked", "ru") in await head.get(path)
    registrar, check = await visit("registrar"), f"/ru/attachments/{case}/check"
    await registrar.done(check, check)
    assert texts.text("work.approve.unchecked", "ru") not in await head.get(path)


async def test_what_becomes_of_somebody_attached_without_the_will_is_told_before_detaching(visit: Visit, case: str) -> None:
    await approved(visit, case)
    assert texts.text("work.detach.without_will", "ru") in await (await visit("head")).get(f"/ru/attachments/{case}/detach")


async def test_a_head_detaches_on_a_ground_of_its_own(visit: Visit, case: str) -> None:
    await approved(visit, case)
    head, path = await visit("head"), f"/ru/attachments/{case}/detach"
    answer = await head.sent(path, path, {"words": "Справка № 1"})
    assert answer.status_code == 422 and "Справка № 1" in answer.text
    given = {"ground": "LEFT_COUNTRY", "words": "Справка № 1"}
    await head.signed(await head.done(path, path, given), "detachAttachment")
    assert await state(case) is State.ENDED


@pytest.mark.parametrize("act", ["check", "refusal", "decline", "approve", "refuse", "detach"])
async def test_staff_of_another_clinic_find_no_such_case(visit: Visit, case: str, act: str) -> None:
    for name in ("registrar9", "head9"):
        await (await visit(name)).get(f"/kk/attachments/{case}/{act}", 404)


async def test_a_case_of_another_clinic_is_not_in_the_queue_and_cannot_be_acted_on(visit: Visit, case: str) -> None:
    stranger = await visit("registrar9")
    number = (await Attachment.get(id=key(case))).number
    assert case not in await stranger.get("/kk/work/queue") + await stranger.get(f"/kk/work/attachments?search={number}")
    assert (await stranger.sent(QUEUE, FIND, {"search": number})).status_code == 422
    proof = (await stranger.sent("/kk/work/desk", "/kk/work/desk/find", {"iin": "1"})).request.content.decode()
    csrf = dict(part.split("=", 1) for part in proof.split("&"))["csrf"]
    answer = await stranger.http.post(f"/kk/attachments/{case}/check", data={"csrf": csrf})
    assert answer.status_code == 404 and await state(case) is State.SUBMITTED


async def test_an_act_is_not_offered_to_a_role_that_may_not_do_it(visit: Visit, case: str) -> None:
    for name, act in (("registrar", "approve"), ("head", "check"), ("officer", "refusal"), ("registrar", "detach")):
        page = await (await visit(name)).get(f"/kk/attachments/{case}/{act}")
        assert f'action="/kk/attachments/{case}/{act}"' not in page
        assert texts.text("work.act.forbidden", "kk") in page


async def test_the_contact_centre_learns_status_and_order_only(visit: Visit, case: str) -> None:
    number = (await Attachment.get(id=key(case))).number
    centre = await visit("centre")
    page = await centre.get(f"/ru/work/status?number={number}")
    assert texts.text("law.state.attachment.SUBMITTED", "ru") in page
    assert "Тілеуов" not in page and await iin("yerlan") not in page
    for words in ("work.status.say_waiting", "work.status.no_number", "work.menu.CONTACT_CENTRE"):
        assert texts.text(words, "ru") in page
    assert texts.text("work.status.unknown", "ru") in await centre.get("/ru/work/status?number=AP-2026-000999-1")
    await centre.get(f"/ru/attachments/{case}/check", 403)


async def test_a_card_of_what_is_not_a_person_is_not_found(visit: Visit) -> None:
    registrar = await visit("registrar")
    for wrong in ("clinic_" + "a" * 26, "patient_" + "a" * 26, "-"):
        await registrar.get(f"/kk/work/people/{wrong}", 404)
        await registrar.get(f"/kk/work/people/{wrong}/attachment", 404)
    other = await visit("head9")
    await other.get(f"/kk/work/people/{await patient_id('yerlan')}", 404)


async def test_a_form_without_its_proof_changes_nothing(visit: Visit, case: str) -> None:
    registrar = await visit("registrar")
    for path in (f"/kk/attachments/{case}/check", "/kk/work/desk/find", f"/kk/attachments/{case}/refusal"):
        assert (await registrar.http.post(path, data={"iin": "1", **WORDS})).status_code == 403
    assert await state(case) is State.SUBMITTED
