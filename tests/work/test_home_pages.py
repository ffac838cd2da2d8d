"""The home of each post: what is next, why and by when, by one table of places; who is told what; what is new since the page was opened."""

import re
from datetime import timedelta

import pytest
import time_machine

from models import texts
from models.law import Role
from models.law.agenda import Why
from tests.appeal import appeals
from tests.attachment.asking import MONDAY
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import MOST, counted
from tests.home_visit import calls
from tests.notice.acts import filed
from web import case_place, routes

__all__ = ["application", "visit"]
STAFF = {
    "registrar9": "REGISTRAR", "head9": "HEAD", "officer9": "APPEALS_OFFICER", "administrator9": "ADMINISTRATOR", "doctor9": "DOCTOR",
    "authority": "AUTHORITY",
}  # fmt: skip
HTMX = {"HX-Request": "true", "HX-Target": "div#agenda"}


@pytest.mark.parametrize("name", STAFF)
async def test_each_post_has_a_home_that_says_where_it_is_and_what_to_do_when_nothing_waits(visit: Visit, name: str) -> None:
    page = await (await visit(name)).get("/ru/work")
    assert texts.text("work.home.title", "ru") in page and 'href="/ru/work" aria-current="page"' in page
    assert 'action="/ru/work/find"' in page
    if name != "administrator9":
        assert texts.text(f"work.home.empty.{STAFF[name]}", "ru") in text(page)


async def test_the_contact_centre_has_the_search_for_a_status_as_its_home(visit: Visit) -> None:
    page = await (await visit("centre")).get("/kk/work")
    assert 'action="/kk/work/status/find"' in page and 'action="/kk/work/find"' not in page


async def test_a_citizen_has_no_work_here_and_a_visitor_signs_in(visit: Visit) -> None:
    await (await visit("zhanar")).get("/kk/work", 403)
    assert "/kk/signin?then=" in (await (await visit("")).http.get("/kk/work")).headers["location"]


async def test_after_taking_a_post_one_is_at_the_home(visit: Visit) -> None:
    assert 'name="then" value="/work"' in await (await visit("registrar9")).get("/ru/signin/post")


async def test_a_task_leads_straight_to_where_it_is_done_and_says_why_and_by_when(people: People, visit: Visit) -> None:
    case = await filed(people)
    page = await (await visit("registrar")).get("/ru/work")
    assert f'href="/ru/attachments/{case["id"]}/check"' in page and f'href="/ru/attachments/{case["id"]}"' in page
    shown = text(page)
    assert texts.text(f"api.agenda_why.{Why.CHECK}", "ru") in shown and case["number"] in shown
    assert "ещё" in shown and 'href="/ru/law#' in page


async def test_what_is_late_says_so_in_words(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    await calls.called(await people("zhanar"))
    clock.move_to(MONDAY + timedelta(minutes=50))
    page = await (await visit("head9")).get("/ru/work")
    assert 'class="late"' in page and texts.text("time.left.over", "ru", time="").strip() in text(page)


async def test_a_life_in_danger_is_named(people: People, visit: Visit) -> None:
    await calls.called(await people("zhanar"), dangerSigns=["CHEST_PAIN"])
    assert texts.text("law.urgency.EMERGENCY", "ru") in text(await (await visit("registrar9")).get("/ru/work"))


async def test_a_doctor_s_tasks_lead_to_the_own_round(people: People, visit: Visit) -> None:
    call = await calls.called(await people("zhanar"))
    await calls.accepted(await people("registrar9"), call, "doctor9")
    page = await (await visit("doctor9")).get("/ru/work")
    assert f'href="/ru/work/round#call-{call["id"]}"' in page and "/ru/work/calls" not in page


async def test_one_service_is_chosen_and_what_waits_in_others_is_still_counted(people: People, visit: Visit) -> None:
    call = await calls.called(await people("zhanar"))
    page = await (await visit("registrar9")).get("/ru/work?service=ATTACHMENT")
    assert call["number"] not in page and 'href="/ru/work?service=HOME_VISIT"' in page
    assert texts.text("work.home.none_here", "ru") in page
    assert call["number"] in await (await visit("registrar9")).get("/ru/work?service=nonsense")


async def test_the_list_renews_itself_alone_and_says_what_is_new_since_the_page_was_opened(people: People, visit: Visit) -> None:
    registrar = await visit("registrar9")
    await calls.called(await people("zhanar"))
    opened = await registrar.get("/ru/work")
    (address,) = re.findall(r'<div hx-get="([^"]+)" hx-target="#agenda"', opened)
    assert texts.text("work.home.fresh", "ru") not in (await registrar.http.get(address, headers=HTMX)).text
    second = await calls.called(await people("olga"))
    part = await registrar.http.get(address, headers=HTMX)
    assert "<html" not in part.text and part.text.strip().startswith('<div id="agenda">') and second["number"] in part.text
    assert texts.text("work.home.news", "ru", n=1) in text(part.text) and part.text.count('class="tag">новое') == 1


async def test_a_head_is_told_how_many_decisions_wait_for_a_signature(people: People, visit: Visit) -> None:
    case = await filed(people)
    head = await visit("head")
    assert 'class="button" href="/ru/work/signing"' not in await head.get("/ru/work")
    assert (await (await people("registrar")).act("checkAttachment", {"id": case["id"]}))["problems"] == []
    assert 'class="button" href="/ru/work/signing"' in await head.get("/ru/work")
    assert "/work/signing" not in await (await visit("registrar")).get("/ru/work")


async def test_an_administrator_s_day_is_absences_and_people_offered_another_time(visit: Visit) -> None:
    page = text(await (await visit("administrator9")).get("/ru/work"))
    assert texts.text("work.home.nobody_away", "ru") in page and texts.text("work.home.nobody_waits", "ru") in page
    for name in ("registrar9", "officer9", "doctor9", "authority"):
        assert texts.text("work.home.today", "ru") not in await (await visit(name)).get("/ru/work"), name


async def test_a_flag_in_the_address_opens_nothing(visit: Visit) -> None:
    page = await (await visit("authority")).get("/ru/work?rota=true&signs=true")
    assert texts.text("work.home.today", "ru") not in page


async def test_an_appeal_leads_the_officer_to_the_form_of_the_next_act(people: People, visit: Visit) -> None:
    case = await appeals.filed(await people("olga"))
    assert f'href="/ru/work/appeals/{case["id"]}/take-up"' in await (await visit("officer9")).get("/ru/work")


async def test_the_home_takes_few_statements_however_much_waits(people: People, visit: Visit) -> None:
    registrar, sent = await visit("registrar9"), []
    for name in ("zhanar", "marat", "olga"):
        await calls.called(await people(name))
        await registrar.get("/kk/work")
        with counted() as statements:
            await registrar.get("/kk/work")
        sent.append(len([one for one in statements if "BEGIN" not in one and "COMMIT" not in one]))
    assert max(sent) <= MOST and sent[-1] <= sent[0], sent


@pytest.mark.parametrize("name", STAFF)
async def test_every_place_of_the_menu_opens_for_its_role(visit: Visit, name: str) -> None:
    who = await visit(name)
    page = await who.get("/kk/work")
    menu = page[page.index('<div class="menu">') : page.index("</nav>", page.index('<div class="menu">'))]
    places = re.findall(r'href="([^"]+)"', menu)
    assert len(places) == len(set(places)) >= 4
    for address in places:
        await who.get(address)


async def test_a_place_that_is_folded_stands_in_the_line_of_the_menu_while_it_is_open(visit: Visit) -> None:
    who = await visit("head9")
    for name in ("sites", "staff", "figures"):
        page = await who.get(f"/kk/work/{name}")
        menu = page[page.index('<div class="menu">') :].partition("</nav>")[0]
        line, _, folded = menu.partition("<details>")
        own = f'href="/kk/work/{name}"'
        assert own + ' aria-current="page"' in line and own not in folded and folded, name
        elsewhere = await who.get("/kk/work/queue")
        assert own in elsewhere.partition("<details>")[2] and own not in elsewhere.partition("<details>")[0], name


def test_every_act_of_the_agenda_has_a_page_for_the_role_that_does_it() -> None:
    told = {
        Role.REGISTRAR: {"Attachment": ["check"], "HomeVisit": ["accept", "assign", "promise"], "Appointment": ["accept"]},
        Role.HEAD: {"Attachment": ["approve", "refuse"], "HomeVisit": ["accept", "assign", "promise"], "Appeal": ["decide", "answer"]},
        Role.DOCTOR: {"HomeVisit": ["set_out", "arrive", "complete"], "Appointment": ["begin", "complete", "miss"]},
        Role.APPEALS_OFFICER: {"Appeal": ["take_up", "forward", "correct", "notify", "give_case", "record_hearing", "answer", "decide"]},
    }
    known = {_plain(one.path) for one in routes.declared()} | {_plain(one.path) for one in routes.FILES}
    for role, services in told.items():
        for service, acts in services.items():
            for act in acts:
                place = case_place.of_act(role, {"__typename": service, "id": "ID"}, act)
                assert place.partition("#")[0].partition("?")[0].replace("ID", "{}") in known, (role, service, act, place)


def _plain(path: str) -> str:
    """A path of a route without its language and the names of its places."""
    return re.sub(r"\{[\w:]+\}", "{}", path.removeprefix("/{language:language}"))


def test_a_role_without_pages_of_a_service_is_led_nowhere() -> None:
    assert case_place.of_case(Role.DOCTOR, {"__typename": "Appeal", "id": "ID"}) == ""
    assert case_place.of_act(Role.AUTHORITY, {"__typename": "HomeVisit", "id": "ID"}, "accept") == ""
    assert case_place.of_case(Role.CONTACT_CENTRE, {"__typename": "Attachment", "id": "ID"}) == ""
