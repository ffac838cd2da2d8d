"""One search for staff: an IIN leads to the card, a number to the case of whatever service, a name to people however it is spelled."""

import re
from datetime import date

import pytest

from models import texts
from models.demo_data import iin as synthetic
from tests.appeal import appeals
from tests.attachment.asking import iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import MOST, counted
from tests.home_visit import calls
from tests.notice.acts import filed

__all__ = ["application", "visit"]
FIND = "/ru/work/find"




@pytest.mark.parametrize("typed", ["Өтегенова", "отегенова жанар", "Otegenova", "жан өтег", "Zhanar"])
async def test_a_name_is_found_however_it_is_spelled_and_leads_to_the_card(people: People, visit: Visit, typed: str) -> None:
    call = await calls.called(await people("zhanar"))
    answer = await (await visit("registrar9")).sent("/ru/work", FIND, {"search": typed})
    assert answer.status_code == 200 and f'href="/ru/work/people/{await patient_id("zhanar")}"' in answer.text
    assert f'href="/ru/work/calls/{call["id"]}"' in answer.text and 'value="' + typed in answer.text


@pytest.mark.parametrize("page", ["/ru/work", "/ru/work/calls", "/ru/work/queue", "/ru/work/day", "/ru/work/appointments/waiting"])
async def test_the_search_stands_on_the_pages_of_staff(people: People, visit: Visit, page: str) -> None:
    answer = await (await visit("registrar9")).sent(page, FIND, {"search": await iin("zhanar")})
    assert answer.headers["location"] == f"/ru/work/people/{await patient_id('zhanar')}"


async def test_a_number_leads_to_the_case_of_any_service_on_the_page_of_the_role(people: People, visit: Visit) -> None:
    call, appeal, request = await calls.called(await people("zhanar")), await appeals.filed(await people("olga")), await filed(people)
    await calls.accepted(await people("registrar9"), call, "doctor9")
    led = {
        ("head9", call["number"]): f"/ru/work/calls/{call['id']}", ("doctor9", call["number"]): f"/ru/work/round/{call['id']}",
        ("officer9", appeal["number"].lower()): f"/ru/work/appeals/{appeal['id']}",
        ("head", request["number"]): f"/ru/attachments/{request['id']}",
    }  # fmt: skip
    for (name, typed), place in led.items():
        answer = await (await visit(name)).sent("/ru/work", FIND, {"search": typed})
        assert answer.headers.get("location") == place, (name, typed)
        await (await visit(name)).get(place)


async def test_a_person_unknown_by_iin_is_entered_at_the_desk_and_by_nobody_else(visit: Visit) -> None:
    unknown = synthetic(date(1991, 2, 3), True, 77)
    answer = await (await visit("registrar9")).sent("/ru/work", FIND, {"search": unknown})
    assert answer.status_code == 200 and texts.text("work.new.unknown", "ru") in answer.text
    answer = await (await visit("head9")).sent("/ru/work", FIND, {"search": unknown})
    assert answer.status_code == 422 and texts.text("work.find.nothing", "ru") in text(answer.text)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Жоқадамов", "work.find.nothing_desk"), ("Ө", "problem.code.TOO_SHORT"), ("AP-2026-000999-1", "work.find.nothing_desk"),
        ("85031", "problem.code.IIN_LENGTH"),
    ],
)  # fmt: skip
async def test_what_leads_nowhere_is_told_at_the_field_and_stays_typed(visit: Visit, typed: str, told: str) -> None:
    answer = await (await visit("registrar9")).sent("/ru/work", FIND, {"search": typed})
    assert answer.status_code == 422 and f'value="{typed}"' in answer.text and 'aria-invalid="true"' in answer.text
    assert 'href="#search"' in answer.text and texts.text(told, "ru", least=2).split("{")[0][:30] in text(answer.text)


async def test_people_of_another_clinic_are_not_found_by_name_or_iin(people: People, visit: Visit) -> None:
    await calls.called(await people("zhanar"))
    head = await visit("head")
    for typed in ("Өтегенова", await iin("zhanar")):
        assert (await head.sent("/ru/work", FIND, {"search": typed})).status_code == 422, typed


async def test_an_administrator_seeks_by_number_only(visit: Visit) -> None:
    who = await visit("administrator9")
    for typed in ("Ким Ольга", await iin("olga")):
        answer = await who.sent("/ru/work", FIND, {"search": typed})
        assert answer.status_code == 422 and texts.text("work.find.number_only", "ru") in answer.text
        assert "Ольга" not in answer.text.replace('value="Ким Ольга"', "")


async def test_the_contact_centre_and_a_citizen_have_no_such_search(visit: Visit) -> None:
    registrar = await visit("registrar9")
    proof = re.findall(r'name="csrf" value="([^"]+)"', await registrar.get("/ru/work"))[0]
    for name in ("centre", "zhanar"):
        who = await visit(name)
        assert (await who.http.post(FIND, data={"csrf": proof, "search": "Ким"})).status_code == 403
        own = re.findall(r'name="csrf" value="([^"]+)"', await who.get("/ru"))[0]
        assert (await who.http.post(FIND, data={"csrf": own, "search": "Ким"})).status_code in (403, 422)


async def test_the_people_found_take_few_statements(people: People, visit: Visit) -> None:
    for name in ("zhanar", "marat", "olga"):
        await calls.called(await people(name))
    registrar = await visit("registrar9")
    page = await registrar.get("/ru/work")
    proof = re.findall(r'name="csrf" value="([^"]+)"', page)[0]
    with counted() as sent:
        await registrar.http.post(FIND, data={"csrf": proof, "search": "ма"})
    assert 0 < len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) <= MOST
