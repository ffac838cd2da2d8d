"""What becomes of a call, on its page and without reloading it: the answer, the offer, the way of the doctor, the end."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from starlette.requests import Request

import web
from models import home_visit_clock
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law.home_visit import State
from models.law.home_visit_reason import Urgency
from models.outbox import Message
from tests.attachment.asking import iin
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.home_visit.calls import REASON, accepted, call_by_phone, called, done, see
from tests.home_visit.citizen import FORM, at, fields, patient, zhanar
from tests.web.test_live import Browser
from web import home_visit_live, live, session

__all__ = ["application", "visit", "zhanar"]
HTMX = {"HX-Request": "true", "HX-Target": "div#status"}


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
    assert "Дәрігер келді" in page and "/cancel" not in page and f"{at(case)}/worse" in page
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
    assert "Кешірім сұраймыз: дәрігер тиісті күні" in page and "Шақыру шұғыл" not in page


async def test_an_urgent_call_carried_over_names_103_with_the_apology(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"), indications=["BLOOD_PRESSURE"])
    registrar = await people("registrar9")
    await done(registrar, "carryHomeVisit", case, day=(await see(registrar, case["id"]))["laterDays"][0], reason=REASON)
    assert "күтуге болмаса, қоңырау шалыңыз: 103" in text(await zhanar.get(at(case)))


@pytest.mark.parametrize("attempts, comes", [(1, True), (2, False)])
async def test_only_after_the_first_nobody_home_is_the_doctor_promised_again(
    people: People, zhanar: Visitor, attempts: int, comes: bool
) -> None:
    doctor = await people("doctor9")
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    for _ in range(attempts):
        for step in ("setOutForHomeVisit", "arriveAtHomeVisit", "markNobodyHome"):
            case = await done(doctor, step, case)
    page = text(await zhanar.get(at(case)))
    assert ("Ол тағы бір рет келеді" in page) == comes and ("Дәрігер енді келмейді, шақыру жабылады" in page) == (not comes)
    assert ("103-ке қоңырау шалыңыз, не шақыру жабылған соң" in page) == (not comes)


async def test_the_end_of_the_promised_window_is_called_so_and_not_the_term_of_the_answer(people: People, zhanar: Visitor) -> None:
    case = await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    course = text((await zhanar.get(at(case))).split('id="course"')[1])
    ahead = course[course.index("Уәде етілген уақыттың соңы") :]
    assert "12:00" in ahead and "мерзім" not in ahead.split("12:00")[0]


async def test_that_a_page_renews_itself_is_said_only_where_scripts_run(people: People, zhanar: Visitor) -> None:
    page = await zhanar.get(at(await called(await people("zhanar"))))
    assert '<span class="by-itself">Бұл бет өздігінен жаңарады.</span> <a' in page
    style = (Path(web.__file__).parent / "static" / "emhana.css").read_text("utf-8")
    assert ".by-itself { display: none }" in style and "@media (scripting: enabled) { .by-itself { display: inline } }" in style


async def test_the_panel_of_an_act_leaves_an_open_page_when_it_no_longer_holds(people: People, zhanar: Visitor) -> None:
    case = await called(await people("zhanar"), indications=[], words="Шаршап жүрмін, анықтама керек")
    registrar = await people("registrar9")
    case = await done(registrar, "redirectHomeVisit", case, route="APPOINTMENT", words=REASON)
    target = await zhanar.done(at(case), f"{at(case)}/insist", {"id": case["id"]})
    page = await zhanar.get(target)
    assert 'class="panel"' in page and f'hx-get="{at(case)}/status?insisted"' in page and f'"{at(case)}/live?insisted"' in page
    assert 'class="panel"' in await zhanar.get(f"{at(case)}/status?insisted")
    await done(
        registrar, "refuseHomeVisit", await see(registrar, case["id"]), ground="UNRELIABLE", words="Мекенжайда мұндай үй жоқ, тексерілді."
    )
    after = await zhanar.get(f"{at(case)}/status?insisted")
    assert 'class="panel"' not in after and f'<h1>Шақыру <span class="whole">{case["number"]}</span></h1>' in after


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
    assert answer.status_code == 200 and answer.text.count("hx-swap-oob") == 6 and "<html" not in answer.text
    assert f'hx-get="{at(case)}/status"' in answer.text
    plain = await zhanar.http.get(f"{at(case)}/status", headers=HTMX)
    assert plain.text.count("hx-swap-oob") == 5


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
