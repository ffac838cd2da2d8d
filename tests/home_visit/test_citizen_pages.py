"""The citizen's pages of calls, without JavaScript and with it, in Kazakh: danger first, the way to a call, and what becomes of it."""

import asyncio
import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import httpx
import pytest
import time_machine
from starlette.requests import Request

from api.ids import encode
from models import demo, home_visit_clock
from models.clock import ZONE
from models.draft import Draft
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law.home_visit import State
from models.law.home_visit_reason import Urgency
from models.outbox import Message
from tests.attachment.asking import iin
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.home_visit.calls import HOME, REASON, accepted, call_by_phone, called, done, see
from tests.web.test_live import Browser
from web import home_visit_live, live, session

__all__ = ["application", "visit"]
NEW = "/kk/home-visits/new"
HTMX = {"HX-Request": "true", "HX-Target": "div#status"}
ADDRESS = {f"address.{name}": value for name, value in HOME.items()} | {"phone": "+7 701 234 56 78", "language": "KK", "arrival": "Ит бар"}
FORM = re.compile(r"<form.*?</form>", re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
async def zhanar(visit: Visit) -> Visitor:
    return await visit("zhanar")


def fields(page: str, action: str) -> dict[str, list[str]]:
    """Everything hidden that the form of an action sends, as often as it stands there."""
    form = next(one for one in FORM.findall(page) if action in one)
    found: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(form):
        found.setdefault(name, []).append(unescape(value))
    return found


async def answered(who: Visitor, step: str, given: dict[str, Any], query: str = "") -> httpx.Response:
    """Open a question and send its form."""
    page = await who.get(f"{NEW}/{step}{query}")
    return await who.http.post(f"{NEW}/{step}", data={**fields(page, f"/new/{step}"), **given})


async def led(who: Visitor, step: str, given: dict[str, Any], query: str = "") -> str:
    answer = await answered(who, step, given, query)
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


async def asked(who: Visitor, signs: tuple[str, ...] = (), **reason: Any) -> str:
    """All questions, up to the page of all answers."""
    await led(who, "danger", {"dangerSigns": list(signs)} if signs else {"none": "true"})
    await led(who, "reason", reason or {"indications": ["FEVER"], "words": "Қызуы 39"})
    return await led(who, "address", ADDRESS)


async def to_sign(who: Visitor, check: str) -> httpx.Response:
    page = await who.get(check)
    given = fields(page, "/new/ask/")
    action = re.findall(r'action="([^"]+/new/ask/[^"]+)"', page)[0]
    return await who.http.post(action, data=given)


async def sent(who: Visitor, sign: str) -> httpx.Response:
    """Sign with the demonstration key, sending exactly what the page holds."""
    page = await who.get(sign)
    form = next(one for one in FORM.findall(page) if 'name="demonstrate"' in one)
    action = re.findall(r'action="([^"]+)"', form)[0]
    return await who.http.post(action, data=fields(page, 'name="demonstrate"'))


async def made(who: Visitor, signs: tuple[str, ...] = (), **reason: Any) -> str:
    """The whole way; the address of the call."""
    answer = await to_sign(who, await asked(who, signs, **reason))
    assert answer.status_code == 303, text(answer.text)[:1500]
    answer = await sent(who, answer.headers["location"])
    assert answer.status_code == 303, text(answer.text)[:1500]
    return str(answer.headers["location"])


def at(case: dict[str, Any]) -> str:
    return f"/kk/home-visits/{case['id']}"


async def patient(name: str) -> str:
    return str(encode("Patient", (await demo.person(name)).id))


async def test_a_citizen_calls_a_doctor_and_sees_number_day_and_by_when_the_clinic_answers(zhanar: Visitor) -> None:
    await zhanar.get("/kk/home-visits/about")
    assert (await zhanar.http.get(NEW)).headers["location"] == f"{NEW}/danger"
    address = await made(zhanar)
    case = await HomeVisit.get()
    page = await zhanar.get(address)
    assert case.number in page and "23 қараша" in page and "10:30" in page and "Ит бар" in page
    assert case.number in await zhanar.get("/kk/home-visits")
    assert not await Draft.filter(service="HOME_VISIT").exists()


async def test_the_home_page_and_the_account_lead_to_calls(zhanar: Visitor) -> None:
    assert 'href="/kk/home-visits/about"' in await zhanar.get("/kk")
    assert 'href="/kk/home-visits"' in await zhanar.get("/kk/account")


async def test_a_stranger_who_names_danger_sees_103_and_signs_in_only_to_go_on(visit: Visit) -> None:
    stranger = await visit("")
    target = await led(stranger, "danger", {"dangerSigns": ["STROKE"]})
    page = await stranger.get(target)
    assert 'href="tel:103"' in page and "Диспетчерге не айту керек" in page and "STROKE" not in target
    onward = re.findall(r'href="([^"]+/new/onward)"', page)[0]
    answer = await stranger.http.get(onward)
    assert answer.status_code == 303 and "/signin?then=" in answer.headers["location"]
    assert not await Draft.all().exists()


async def test_danger_is_kept_stays_in_sight_and_does_not_lock_the_person_out(zhanar: Visitor) -> None:
    target = await led(zhanar, "danger", {"dangerSigns": ["CHEST_PAIN", "BREATHING"], "none": "true"})
    assert target.endswith("/new/103") and 'class="emergency"' in await zhanar.get(target)
    for step in ("patient", "reason", "address", "check"):
        assert 'class="emergency"' in await zhanar.get(f"{NEW}/{step}"), step
    address = await made(zhanar, ("CHEST_PAIN", "BREATHING"), words="")
    case = await HomeVisit.get()
    assert case.urgency is Urgency.EMERGENCY and len(case.danger) == 2
    assert 'class="emergency"' in await zhanar.get(address)


async def test_danger_must_be_answered_with_yes_or_none(zhanar: Visitor) -> None:
    answer = await answered(zhanar, "danger", {})
    assert answer.status_code == 422 and 'href="#dangerSigns"' in answer.text and 'id="dangerSigns"' in answer.text
    wrong = await answered(zhanar, "danger", {"dangerSigns": ["HICCUPS"]})
    assert wrong.status_code == 422


async def test_nothing_medical_stands_in_an_address(zhanar: Visitor) -> None:
    steps = [await led(zhanar, "danger", {"none": "true"}), await led(zhanar, "reason", {"indications": ["FEVER"], "words": "Құсты"})]
    steps.append(await led(zhanar, "address", ADDRESS))
    assert not [one for one in steps if "FEVER" in one or "%" in one or "?" in one]


async def test_why_must_be_said_and_what_was_typed_stays(zhanar: Visitor) -> None:
    await led(zhanar, "danger", {"none": "true"})
    answer = await answered(zhanar, "reason", {"words": " "})
    assert answer.status_code == 422 and 'href="#indications"' in answer.text
    answer = await answered(zhanar, "address", ADDRESS | {"address.house": "", "phone": "12"})
    assert answer.status_code == 422 and 'href="#address-house"' in answer.text and 'value="12"' in answer.text and "Ит бар" in answer.text


async def test_the_address_is_that_of_the_register_until_another_is_given(zhanar: Visitor) -> None:
    assert "Самал-2" in await zhanar.get(f"{NEW}/address")
    await led(zhanar, "address", ADDRESS)
    assert "Самал-2" not in await zhanar.get(f"{NEW}/address")


async def test_an_answer_changed_from_the_check_page_leads_back_to_it(zhanar: Visitor) -> None:
    check = await asked(zhanar)
    page = await zhanar.get(check)
    change = unescape(re.findall(r'href="/kk/home-visits/new/reason(\?[^"]+)"', page)[0])
    assert await led(zhanar, "reason", {"indications": ["PAIN"], "words": ""}, change) == check
    assert await led(zhanar, "danger", {"none": "true"}, change) == check
    elsewhere = await led(zhanar, "reason", {"indications": ["PAIN"], "then": "https://example.com"})
    assert elsewhere == f"{NEW}/address"


async def test_a_check_page_opened_first_says_what_is_missing_and_offers_no_signature(zhanar: Visitor) -> None:
    page = await zhanar.get(f"{NEW}/check")
    assert "/new/ask/" not in page and all(f"/new/{step}?then=" in page for step in ("danger", "reason", "address"))


async def test_a_mother_calls_for_her_child_and_sees_the_childs_call(zhanar: Visitor) -> None:
    await led(zhanar, "danger", {"none": "true"})
    assert (await zhanar.http.get(f"{NEW}/onward")).headers["location"] == f"{NEW}/patient"
    await led(zhanar, "patient", {"patient": await patient("aliya")})
    address = await made(zhanar)
    case = await HomeVisit.get().prefetch_related("person")
    assert case.person.iin == await iin("aliya")
    page = await zhanar.get(address)
    assert "Әлия" in page and case.number in await zhanar.get("/kk/home-visits")


async def test_somebody_who_represents_nobody_is_not_asked_for_whom(visit: Visit) -> None:
    olga = await visit("olga")
    await led(olga, "danger", {"none": "true"})
    assert (await olga.http.get(f"{NEW}/onward")).headers["location"] == f"{NEW}/reason"


async def test_whoever_is_attached_nowhere_is_led_to_attachment_the_urgent_room_and_103(visit: Visit) -> None:
    yerlan = await visit("yerlan")
    check = await asked(yerlan)
    for address in (f"{NEW}/reason", check):
        page = await yerlan.get(address)
        assert "/kk/attachments/about" in page and "08:00–20:00" in page and 'href="tel:103"' in page
    answer = await to_sign(yerlan, check)
    assert answer.status_code == 422 and not await HomeVisit.all().exists()


async def test_a_second_call_leads_to_the_first(people: People, zhanar: Visitor) -> None:
    first = await called(await people("zhanar"))
    page = await zhanar.get(await asked(zhanar))
    assert f"{at(first)}/worse" in page and first["number"] in page
    assert (await to_sign(zhanar, f"{NEW}/check")).status_code == 422


@pytest.mark.parametrize(
    "moment, words",
    [
        ("2026-11-23T17:59", ["23 қараша", "18:00-ге дейін түскен"]),
        ("2026-11-23T18:30", ["24 қараша", "Бүгінгі шақырулар 18:00-ге дейін"]),
        ("2026-11-23T21:00", ["24 қараша", "жұмыс істемейді", "08:00"]),
        ("2026-11-24T08:00", ["24 қараша", "18:00-ге дейін түскен"]),
        ("2026-11-24T09:00", ["24 қараша", "18:00-ге дейін түскен"]),
        ("2026-11-24T06:00", ["24 қараша", "жұмыс істемейді", "08:00", "08:30"]),
        ("2026-11-29T12:00", ["30 қараша", "жұмыс істемейді"]),
    ],
)
async def test_the_day_of_the_visit_and_the_reason_for_it_are_told_before_signing(
    visit: Visit, clock: time_machine.Traveller, moment: str, words: list[str]
) -> None:
    clock.move_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE))
    zhanar = await visit("zhanar")
    page = text(await zhanar.get(await asked(zhanar)))
    assert [one for one in words if one not in page] == []


async def test_the_same_signed_form_sent_twice_gives_one_call(zhanar: Visitor) -> None:
    answer = await to_sign(zhanar, await asked(zhanar))
    page = await zhanar.get(answer.headers["location"])
    given, action = fields(page, 'name="demonstrate"'), re.findall(r'action="([^"]+/callDoctor)"', page)[0]
    first, again = await zhanar.http.post(action, data=given), await zhanar.http.post(action, data=given)
    assert first.status_code == 303 and first.headers["location"] == again.headers["location"]
    assert await HomeVisit.all().count() == 1


async def test_answers_can_be_thrown_away(zhanar: Visitor) -> None:
    page = await zhanar.get(await asked(zhanar))
    action = re.findall(r'action="([^"]+/new/discard/[^"]+)"', page)[0]
    answer = await zhanar.http.post(action, data=fields(page, "/new/discard/"))
    assert answer.status_code == 303 and "жойылды" in await zhanar.get(answer.headers["location"])
    assert "Қызуы 39" not in await zhanar.get(f"{NEW}/reason")


async def test_a_page_follows_the_call_from_the_window_to_the_diagnosis(people: People, zhanar: Visitor) -> None:
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await called(await people("zhanar"))
    page = await zhanar.get(at(case))
    assert "hx-sse:connect" in page and f'href="{at(case)}"' in page
    case = await accepted(registrar, case, "doctor9")
    page = text(await zhanar.get(at(case)))
    assert "10:00–12:00" in page and case["doctor"]["fullName"] in page
    case = await done(doctor, "setOutForHomeVisit", case)
    assert "жолға шықты: 10:00" in text(await zhanar.get(at(case)))
    case = await done(doctor, "arriveAtHomeVisit", case)
    page = await zhanar.get(at(case))
    assert "Дәрігер келді" in page and "/cancel" not in page and "/worse" not in page
    await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="ЖРВИ", helpGiven="Тексеру жүргізілді")
    page = await zhanar.get(at(case))
    assert "ЖРВИ" in page and "Тексеру жүргізілді" in page and "hx-sse:connect" not in page


async def test_a_refusal_is_shown_with_its_ground_paragraph_and_the_way_of_complaint(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    await done(await people("registrar9"), "refuseHomeVisit", case, ground="UNRELIABLE", words="Мекенжайда мұндай үй жоқ, тексерілді.")
    page = await zhanar.get(at(case))
    shown = await see(await people("zhanar"), case["id"])
    assert "Мекенжайда мұндай үй жоқ" in page and shown["refusal"]["provision"]["basis"]
    assert "Шағымдану тәртібі" in page and "/law#" in page


@pytest.mark.parametrize("act, state", [("agree", State.REROUTED), ("insist", State.SUBMITTED)])
async def test_whoever_is_offered_something_else_agrees_or_insists_with_equal_buttons(
    people: People, zhanar: Visitor, act: str, state: State
) -> None:
    case = await called(await people("zhanar"), indications=[], words="Шаршап жүрмін, анықтама керек")
    await done(await people("registrar9"), "redirectHomeVisit", case, route="APPOINTMENT", words=REASON)
    page = await zhanar.get(at(case))
    buttons = [re.findall(r'<button class="([^"]+)"', one)[0] for one in FORM.findall(page) if "/agree" in one or "/insist" in one]
    assert buttons == ["button", "button"] and "/kk/appointments/new?patient=" in page and REASON in page
    answer = await zhanar.http.post(f"{at(case)}/{act}", data=fields(page, f"/{act}"))
    assert answer.status_code == 303 and (await HomeVisit.get()).state is state
    after = await zhanar.get(answer.headers["location"])
    assert ("/kk/appointments/new?patient=" in after) == (act == "agree")
    twice = await zhanar.http.post(f"{at(case)}/{act}", data=fields(page, f"/{act}"))
    assert twice.status_code == 422


async def test_worse_raises_the_urgency_and_shows_103(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    address = f"{at(case)}/worse"
    empty = await zhanar.sent(address, address)
    assert empty.status_code == 422 and 'href="#words"' in empty.text
    assert 'href="tel:103"' in await zhanar.get(address)
    target = await zhanar.done(address, address, {"dangerSigns": ["BREATHING"], "words": "Ентігіп жатыр"})
    page = await zhanar.get(target)
    assert (await HomeVisit.get()).urgency is Urgency.EMERGENCY
    assert 'class="emergency"' in page and "Ентігіп жатыр" in page and "Емханаға хабарланды" in page


async def test_a_call_is_cancelled_with_a_reason_and_stands_among_the_earlier_ones(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    address = f"{at(case)}/cancel"
    page = await zhanar.get(await zhanar.done(address, address, {"reason": "Қызуы түсті"}))
    assert "Қызуы түсті" in page and (await HomeVisit.get()).state is State.CANCELLED
    listed = await zhanar.get("/kk/home-visits")
    assert "Қазір шақыру жоқ" in listed and case["number"] in listed
    assert "болдырмауға болмайды" in await zhanar.get(address)


async def test_what_was_carried_over_says_why(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    registrar = await people("registrar9")
    await done(registrar, "carryHomeVisit", case, day=(await see(registrar, case["id"]))["laterDays"][0], reason=REASON)
    page = text(await zhanar.get(at(case)))
    assert REASON in page and "24 қараша" in page and "23 қараша" in page


async def test_a_missed_window_comes_with_an_apology_and_a_new_time(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    clock.shift(timedelta(hours=1, minutes=50))
    assert await home_visit_clock.apologise() == 1
    page = text(await (await visit("zhanar")).get(at(case)))
    assert "Кешірім сұраймыз" in page and "12:00–14:00" in page


async def test_a_late_answer_is_told(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    case = await called(await people("zhanar"))
    clock.shift(timedelta(minutes=40))
    assert "кешіктірді" in await (await visit("zhanar")).get(at(case))


async def test_a_foreign_call_is_not_found_wherever_it_is_asked_for(people: People, visit: Visit) -> None:
    case, olga = await called(await people("zhanar")), await visit("olga")
    for address in ("", "/worse", "/cancel", "/live", "/status"):
        await olga.get(at(case) + address, 404)
    own = await call_by_phone(await people("registrar9"), await iin("olga"))
    proof = fields(await olga.get(f"{at(own['homeVisit'])}/cancel"), "/cancel")["csrf"]
    answer = await olga.http.post(f"{at(case)}/cancel", data={"csrf": proof})
    assert answer.status_code in (404, 422) and (await HomeVisit.get(number=case["number"])).state is State.SUBMITTED
    await olga.get("/kk/home-visits/homevisit_x", 404)


async def test_a_stranger_signs_in_to_see_a_call(people: People, visit: Visit) -> None:
    case, stranger = await called(await people("zhanar")), await visit("")
    assert (await stranger.http.get(at(case))).status_code == 303
    await stranger.get(f"{at(case)}/status", 403)
    await stranger.get(f"{at(case)}/live", 403)


async def test_a_message_leads_to_its_call(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    assert await Message.filter(template="home_visit_submitted").exists()
    assert f'href="{at(case)}"' in await zhanar.get("/kk/account/messages")


async def test_asked_by_htmx_a_page_gives_its_fragments_out_of_band(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"))
    answer = await zhanar.http.get(f"{at(case)}/status", headers={**HTMX, "HX-Source": "div#live-lost"})
    assert answer.status_code == 200 and answer.text.count("hx-swap-oob") == 4 and "<html" not in answer.text
    assert f'hx-get="{at(case)}/status"' in answer.text
    plain = await zhanar.http.get(f"{at(case)}/status", headers=HTMX)
    assert plain.text.count("hx-swap-oob") == 3


async def test_an_open_page_of_a_childs_call_leaves_one_line_and_not_one_at_each_look(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"), patient=await patient("aliya"))
    await Entry.filter(reading=True).delete()
    await zhanar.get(at(case))
    for _ in range(3):
        assert "23 қараша" in await zhanar.get(f"{at(case)}/status")
    assert await Entry.filter(reading=True, act="home_visit:read").count() == 1


async def test_an_act_of_the_clinic_reaches_an_open_page_once_it_is_committed(
    people: People, zhanar: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await called(await people("zhanar"))
    monkeypatch.setattr(live, "REFRESH", 1000.0)
    browser = Browser(zhanar.http.cookies[session.cookie_name()])
    scope: dict[str, Any] = {**browser.scope, "path": f"{at(case)}/live", "path_params": {"id": case["id"]}, "client": None}
    scope["state"] = {"request_id": ""}
    answer = await home_visit_live.events(Request(scope))
    task = asyncio.create_task(answer(scope, browser.receive, browser.send))
    await browser.until('id="status"')
    before = len(browser.body)
    await accepted(await people("registrar9"), case, "doctor9")
    await browser.until("10:00–12:00")
    assert "hx-swap-oob" in browser.body[before:] and len(browser.body) > before
    browser.left.set()
    await asyncio.wait_for(task, 2)


@pytest.mark.parametrize("speech", ["kk", "ru", "en"])
async def test_every_page_is_there_in_three_languages(people: People, zhanar: Visitor, speech: str) -> None:
    await asked(zhanar)
    for step in ("danger", "103", "patient", "reason", "address", "check"):
        assert f'lang="{speech}"' in await zhanar.get(f"/{speech}/home-visits/new/{step}")
    case = await called(await people("zhanar"))
    for address in ("", "/worse", "/cancel"):
        await zhanar.get(f"/{speech}/home-visits/{case['id']}{address}")
    await zhanar.get(f"/{speech}/home-visits")


async def test_staff_have_no_draft_of_a_call(visit: Visit) -> None:
    registrar = await visit("registrar9")
    assert (await answered(registrar, "danger", {"dangerSigns": ["STROKE"]})).status_code == 303
    await registrar.get(f"{NEW}/reason", 403)
    await registrar.get(f"{NEW}/onward", 403)
