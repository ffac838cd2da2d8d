"""The doctor's round on a phone, without JavaScript: what stands on the cards, the steps, the forms, the list as it changes."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
import time_machine

from api.ids import decode
from models import texts
from models.clock import ZONE
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Language
from models.law.home_visit import State
from tests.attachment.asking import Json
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, FORM, KEY, Visit, Visitor, application, text, visit
from tests.attachment.test_statements import counted
from tests.home_visit.calls import accepted, called
from tests.home_visit.calls import done as did

__all__ = ["application", "visit"]
ROUND = "/ru/work/round"
STEPS = ("set_out", "arrive", "complete", "miss", "give_up", "step_back", "hand_over")
FOUND = {"outcome": "LEFT_AT_HOME", "diagnosis": "ЖРВИ, ауыр емес", "helpGiven": "Тексеру, парацетамол"}


@pytest.fixture
async def case(people: People) -> Json:
    """Zhanar's call of this morning, assigned to the general practitioner."""
    return await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")


async def row(case: Json) -> HomeVisit:
    return await HomeVisit.get(id=decode(case["id"], "HomeVisit"))


def offered(page: str, case: Json) -> set[str]:
    """The steps that a page offers for a call."""
    return {step for step in STEPS if f'"/ru/work/round/{case["id"]}/{step}"' in page}


def next_step(page: str) -> str:
    """The step of the one big button."""
    (found,) = re.findall(r'<div class="next">.*?id="(\w+?)-home_visit', page, re.DOTALL)
    return str(found)


async def step(doctor: Visitor, case: Json, name: str, fields: dict[str, Any] | None = None) -> str:
    """Press a button of the round; where it leads."""
    own = f"{ROUND}/{case['id']}/{name}"
    return await doctor.done(own if name in ("complete", "hand_over") else ROUND, own, fields)


async def test_a_card_tells_everything_that_is_needed_on_the_way(visit: Visit, case: Json) -> None:
    page = await (await visit("doctor9")).get(ROUND)
    told = text(page)
    assert "10:00 – 12:00" in told.replace("–", " – ").replace("  ", " ")
    assert "Жанар" in told and "34 года" in told and "Төле би, 45, 2" in told
    for part in ("подъезд 1", "этаж 3", "домофон 45К", "Есіктегі қоңырау істемейді", "Кеше кештен бері қызуы 39"):
        assert part in told, part
    assert 'href="tel:+77012345678"' in page
    (chart,) = re.findall(r'<a class="button quiet" href="([^"]+)" rel="noreferrer"', page)
    assert chart.startswith("https://") and "12345678" not in chart and "%D0%96%D0%B0%D0%BD" not in chart


async def test_a_danger_sign_is_told_in_words_and_comes_first(people: People, visit: Visit, case: Json) -> None:
    registrar, olga = await people("registrar9"), await people("olga")
    await accepted(registrar, await called(olga, dangerSigns=["CHEST_PAIN"]), "doctor9")
    page = await (await visit("doctor9")).get(ROUND)
    assert text(page).index(texts.text("law.danger_sign.CHEST_PAIN", "ru")) < text(page).index("Жанар")
    assert texts.text("law.urgency.EMERGENCY", "ru") in page and 'class="visit serious"' in page


async def test_the_next_step_is_the_one_big_button_until_the_visit_is_done(visit: Visit, case: Json) -> None:
    doctor = await visit("doctor9")
    for name, after in (("set_out", State.EN_ROUTE), ("arrive", State.ON_SITE)):
        assert next_step(await doctor.get(ROUND)) == name
        assert await step(doctor, case, name) == f"{ROUND}#call-{case['id']}"
        assert (await row(case)).state is after
    assert next_step(await doctor.get(ROUND)) == "complete"
    assert await step(doctor, case, "complete", FOUND) == f"{ROUND}#call-{case['id']}"
    found = await row(case)
    assert (found.state, found.diagnosis, found.help_given) == (State.COMPLETED, FOUND["diagnosis"], FOUND["helpGiven"])
    page = await doctor.get(ROUND)
    assert '<details id="over">' in page and offered(page, case) == {"step_back"}
    assert texts.text("home_visit_round.all_done", "ru") in page


async def test_a_step_sent_twice_counts_once_and_leads_to_the_same_place(visit: Visit, case: Json) -> None:
    doctor, path = await visit("doctor9"), f"{ROUND}/{case['id']}/set_out"
    page = await doctor.get(ROUND)
    form = next(one.group(0) for one in FORM.finditer(page) if one.group(1) == path)
    given = {"csrf": CSRF.findall(form)[0], "idempotencyKey": KEY.findall(form)[0]}
    answers = [await doctor.http.post(path, data=given) for _ in range(3)]
    assert {(one.status_code, one.headers["location"]) for one in answers} == {(303, f"{ROUND}#call-{case['id']}")}
    assert await Entry.filter(act="home_visit:set_out").count() == 1


async def test_a_late_copy_of_a_step_does_not_undo_what_came_after_it(visit: Visit, case: Json) -> None:
    doctor, path = await visit("doctor9"), f"{ROUND}/{case['id']}/set_out"
    page = await doctor.get(ROUND)
    form = next(one.group(0) for one in FORM.finditer(page) if one.group(1) == path)
    given = {"csrf": CSRF.findall(form)[0], "idempotencyKey": KEY.findall(form)[0]}
    await doctor.http.post(path, data=given)
    await step(doctor, case, "arrive")
    assert (await doctor.http.post(path, data=given)).status_code == 303
    assert (await row(case)).state is State.ON_SITE


async def test_nobody_at_home_is_marked_twice_before_the_call_can_be_closed(
    visit: Visit, case: Json, clock: time_machine.Traveller
) -> None:
    doctor = await visit("doctor9")
    for attempt in (1, 2):
        await step(doctor, case, "set_out")
        assert "miss" not in offered(await doctor.get(ROUND), case)  # nobody has been at the door yet
        await step(doctor, case, "arrive")
        await step(doctor, case, "miss")
        page = await doctor.get(ROUND)
        assert texts.text("home_visit_round.card.attempts", "ru", n=attempt) in page
        if attempt == 1:
            assert next_step(page) == "set_out"
    assert "give_up" not in offered(page, case)  # the time that was promised is not over yet
    clock.move_to(datetime(2026, 11, 23, 12, 30, tzinfo=ZONE))
    doctor = await visit("doctor9")
    assert next_step(await doctor.get(ROUND)) == "give_up"
    await step(doctor, case, "give_up")
    assert (await row(case)).state is State.UNMET


async def test_a_mark_is_taken_back_on_its_day(visit: Visit, case: Json) -> None:
    doctor = await visit("doctor9")
    await step(doctor, case, "set_out")
    await step(doctor, case, "step_back")
    assert (await row(case)).state is State.ASSIGNED


async def test_what_was_typed_stays_when_the_outcome_is_missing(visit: Visit, case: Json) -> None:
    doctor, path = await visit("doctor9"), f"{ROUND}/{case['id']}/complete"
    answer = await doctor.sent(path, path, FOUND | {"outcome": ""})
    assert answer.status_code == 422 and 'href="#outcome"' in answer.text
    assert FOUND["diagnosis"] in answer.text and FOUND["helpGiven"] in answer.text
    assert (await row(case)).state is State.ASSIGNED


async def test_a_call_is_handed_over_to_103_with_its_number(visit: Visit, case: Json) -> None:
    doctor, path = await visit("doctor9"), f"{ROUND}/{case['id']}/hand_over"
    assert 'href="tel:103"' in await doctor.get(path)
    await step(doctor, case, "hand_over", {"number": "А-774", "words": "Инфарктқа күдік"})
    found = await row(case)
    assert (found.state, found.ambulance_number, found.reasons) == (State.HANDED_OVER, "А-774", "Инфарктқа күдік")
    assert "А-774" in await doctor.get(f"{ROUND}/{case['id']}")
    assert texts.text("home_visit_round.not_open", "ru") in await doctor.get(path)


async def test_steps_of_another_day_are_not_offered_before_it(people: People, visit: Visit, case: Json) -> None:
    registrar = await people("registrar9")
    seen = await did(registrar, "carryHomeVisit", case, day="2026-11-24", reason="Бүгін барлық дәрігер шақыруда, кешірім сұраймыз.")
    doctor = await visit("doctor9")
    assert f"call-{seen['id']}" not in await doctor.get(ROUND)
    page = await doctor.get(f"{ROUND}?day=2026-11-24")
    assert f"call-{seen['id']}" in page and offered(page, seen) == {"hand_over"}
    assert f'href="{ROUND}?day=2026-11-23"' in page and f'href="{ROUND}?day=2026-11-25"' in page


async def test_a_step_that_is_refused_says_why_above_the_list(
    people: People, visit: Visit, case: Json, clock: time_machine.Traveller
) -> None:
    doctor, path = await visit("doctor9"), f"{ROUND}/{case['id']}/set_out"
    proof = CSRF.findall(await doctor.get(ROUND))[-1]
    await did(await people("zhanar"), "cancelHomeVisit", case)
    answer = await doctor.http.post(path, data={"csrf": proof, "idempotencyKey": str(uuid4())})
    assert answer.status_code == 422 and 'class="problems"' in answer.text and 'id="round"' in answer.text
    assert (await row(case)).state is State.CANCELLED


async def test_the_round_of_others_and_of_other_clinics_is_not_found(visit: Visit, case: Json) -> None:
    own = f"{ROUND}/{case['id']}"
    for name in ("doctor9-child", "doctor"):
        stranger = await visit(name)
        assert case["number"] not in await stranger.get(ROUND)
        for path in (own, f"{own}/complete", f"{own}/hand_over"):
            await stranger.get(path, 404)
        proof = CSRF.findall(await stranger.get(ROUND))[-1]
        answer = await stranger.http.post(f"{own}/set_out", data={"csrf": proof, "idempotencyKey": str(uuid4())})
        assert answer.status_code == 422 and "Жанар" not in answer.text
    assert (await row(case)).state is State.ASSIGNED


async def test_the_round_is_for_doctors(visit: Visit, case: Json) -> None:
    own = f"{ROUND}/{case['id']}"
    for name in ("zhanar", "registrar9", "head9", "administrator9"):
        somebody = await visit(name)
        for path in (ROUND, own, f"{own}/complete", f"{own}/hand_over", f"{ROUND}/live", f"{ROUND}/fragments"):
            await somebody.get(path, 403)
    visitor = await visit("")
    assert "/signin" in (await visitor.http.get(ROUND)).headers["location"]
    for path in (f"{ROUND}/live", f"{ROUND}/fragments"):
        await visitor.get(path, 403)


async def test_the_fragments_are_the_list_alone_out_of_band(visit: Visit, case: Json) -> None:
    doctor = await visit("doctor9")
    fragment = await doctor.get(f"{ROUND}/fragments?")
    assert '<div id="round" hx-swap-oob="outerMorph">' in fragment and "<html" not in fragment and "live-poll" not in fragment
    assert offered(fragment, case) == offered(await doctor.get(ROUND), case)
    answer = await doctor.http.get(f"{ROUND}/fragments?", headers={"HX-Source": "div#live-lost"})
    assert f'hx-get="{ROUND}/fragments?"' in answer.text
    proof = CSRF.findall(fragment)[-1]
    answer = await doctor.http.post(f"{ROUND}/{case['id']}/set_out", data={"csrf": proof, "idempotencyKey": str(uuid4())})
    assert answer.status_code == 303


async def test_the_own_script_is_ours_small_and_known_by_the_nonce(visit: Visit, case: Json) -> None:
    doctor = await visit("doctor9")
    answer: httpx.Response = await doctor.http.get(ROUND)
    (address, nonce) = re.findall(r'<script src="([^"]+keep\.js)" nonce="([^"]+)"', answer.text)[0]
    assert f"'nonce-{nonce}'" in answer.headers["content-security-policy"] and "unsafe" not in answer.headers["content-security-policy"]
    script = await doctor.http.get(address)
    assert "javascript" in script.headers["content-type"] and len(script.content) < 8 * 1024
    assert not re.search(r"innerHTML|eval|Function\(|localStorage\.", script.text)


async def test_yesterdays_unserved_call_stands_in_todays_round(visit: Visit, case: Json, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 11, 24, 9, tzinfo=ZONE) + timedelta(minutes=1))
    page = await (await visit("doctor9")).get(ROUND)
    assert f"call-{case['id']}" in page


async def test_the_round_is_there_in_every_language_and_takes_few_statements(people: People, visit: Visit, case: Json) -> None:
    doctor, registrar = await visit("doctor9"), await people("registrar9")
    for name in ("olga", "marat"):
        await accepted(registrar, await called(await people(name)), "doctor9")
    for language in Language:
        for path in ("", f"/{case['id']}", f"/{case['id']}/complete", f"/{case['id']}/hand_over"):
            await doctor.get(f"/{language}/work/round{path}")
    with counted() as sent:
        await doctor.get(ROUND)
    assert len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) <= 25
