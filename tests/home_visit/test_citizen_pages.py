"""The citizen's way to a call, without JavaScript, in Kazakh: danger first, who, why, where, the check, the signature."""

import re
from datetime import datetime
from html import unescape

import pytest
import time_machine

from models.clock import ZONE
from models.draft import Draft
from models.home_visit import HomeVisit
from models.law.home_visit_reason import Urgency
from tests.attachment.asking import iin
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.home_visit.calls import called
from tests.home_visit.citizen import ADDRESS, NEW, answered, asked, at, by_hand, fields, led, made, patient, to_sign, zhanar

__all__ = ["application", "visit", "zhanar"]


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


async def test_whoever_is_attached_nowhere_is_led_to_attachment_the_urgent_room_and_103_and_asked_nothing_more(visit: Visit) -> None:
    yerlan = await visit("yerlan")
    assert await led(yerlan, "danger", {"none": "true"}) == f"{NEW}/onward"
    assert (await yerlan.http.get(f"{NEW}/onward")).headers["location"] == f"{NEW}/reason"
    for step in ("reason", "address", "check"):
        page = await yerlan.get(f"{NEW}/{step}")
        assert "/kk/attachments/about" in page and "08:00–20:00" in page and 'href="tel:103"' in page
        assert f'action="{NEW}/{step}"' not in page, step
    assert (await to_sign(yerlan, await by_hand(yerlan))).status_code == 422 and not await HomeVisit.all().exists()


async def test_a_second_call_leads_to_the_first_and_to_another_patient(people: People, zhanar: Visitor) -> None:
    first = await called(await people("zhanar"))
    await led(zhanar, "danger", {"none": "true"})
    for step in ("reason", "address"):
        page = await zhanar.get(f"{NEW}/{step}")
        assert f"{at(first)}/worse" in page and first["number"] in page and f'action="{NEW}/{step}"' not in page
        assert f'class="button quiet" href="{NEW}/patient"' in page
    assert (await to_sign(zhanar, await by_hand(zhanar))).status_code == 422
    await led(zhanar, "patient", {"patient": await patient("aliya")})
    assert f'action="{NEW}/reason"' in await zhanar.get(f"{NEW}/reason")


async def test_an_address_outside_the_zone_is_told_before_signing_and_forbids_nothing(zhanar: Visitor) -> None:
    inside = await zhanar.get(await asked(zhanar))
    await led(zhanar, "address", ADDRESS | {"address.locality": "Қонаев", "address.street": "Жамбыл"})
    outside = await zhanar.get(f"{NEW}/check")
    assert "аумағынан тыс" not in inside and "аумағынан тыс" in outside and "басқа қалаға бара алмайды" in outside
    assert (await to_sign(zhanar, f"{NEW}/check")).status_code == 303


async def test_whoever_signs_in_after_none_of_these_is_told_why_the_question_comes_again(visit: Visit) -> None:
    stranger, zhanar = await visit(""), await visit("zhanar")
    assert await led(stranger, "danger", {"none": "true"}) == f"{NEW}/onward"
    again = (await zhanar.http.get(f"{NEW}/onward")).headers["location"]
    assert again == f"{NEW}/danger?again" and "жауаптары сақталмайды" in await zhanar.get(again)
    assert "жауаптары сақталмайды" not in await zhanar.get(f"{NEW}/danger")


async def test_the_page_that_is_signed_speaks_of_a_call(zhanar: Visitor) -> None:
    answer = await to_sign(zhanar, await asked(zhanar))
    page = (await zhanar.get(answer.headers["location"])).split("<main")[1].split("</main>")[0]
    assert "қол қойып, дәрігерді шақыру" in page and "Қолтаңбаны жіберіп, дәрігерді шақыру" in page and "өтінім" not in page


@pytest.mark.parametrize(
    "moment, told", [("2026-11-23T17:59", 0), ("2026-11-23T18:30", 1), ("2026-11-23T21:00", 1), ("2026-11-29T12:00", 1)]
)
async def test_when_the_doctor_does_not_come_today_the_urgent_room_is_named_beside_103(
    people: People, visit: Visit, clock: time_machine.Traveller, moment: str, told: int
) -> None:
    clock.move_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE))
    zhanar = await visit("zhanar")
    check = text(await zhanar.get(await asked(zhanar)))
    status = text(await zhanar.get(at(await called(await people("zhanar")))))
    assert [one.count("Шұғыл көмек кабинеті") for one in (check, status)] == [told, told]


@pytest.mark.parametrize(
    "moment, words",
    [
        ("2026-11-23T17:59", ["23 қараша", "дәрігер бүгін келеді: 18:00"]),
        ("2026-11-23T18:30", ["24 қараша", "қабылдау аяқталды: 18:00"]),
        ("2026-11-23T21:00", ["24 қараша", "жұмыс істемейді", "08:00"]),
        ("2026-11-24T08:00", ["24 қараша", "дәрігер бүгін келеді: 18:00"]),
        ("2026-11-24T09:00", ["24 қараша", "дәрігер бүгін келеді: 18:00"]),
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
