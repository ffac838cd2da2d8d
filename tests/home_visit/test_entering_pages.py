"""Calls that the clinic enters: at the desk, by phone, from 103, and of its own accord."""

import re
from datetime import datetime

import time_machine

from models import texts
from models.clock import ZONE
from models.home_visit import HomeVisit
from models.law import Channel
from models.law.home_visit import Kind, State
from tests.attachment.asking import Json, iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.home_visit.calls import doctor_id
from tests.home_visit.pages import BOARD, IN_ZONE, case, choices, enter, entered, form, place, row, send, unseen, words

__all__ = ["application", "case", "visit"]


async def test_the_page_says_before_the_call_on_which_day_and_by_when(visit: Visit) -> None:
    page = text(await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('zhanar')}/call?channel=PHONE"))
    assert words("enter.visit_day", day="23 ноября, понедельник") in page and "10:10" in page
    assert page.index(words("enter.danger")) < page.index(words("enter.indications")) and "103" in page


async def test_a_call_by_phone_is_read_out_and_accepted_at_once(visit: Visit) -> None:
    registrar = await visit("registrar9")
    case = await entered(registrar, "zhanar", "PHONE")
    found, page = await row(case), place(case, "answer")
    assert found.channel is Channel.PHONE and found.address["street"] and found.identity_seen == ""
    shown = await registrar.get(page)
    assert 'class="spoken" lang="ru"' in shown and found.number in shown
    action = place(case, "answer/accept")
    window = choices(shown, action, "window")[0][0]
    answer = await send(registrar, page, action, {"window": window, "doctor": await doctor_id("doctor9")})
    assert answer.status_code == 303 and answer.headers["location"] == page
    assert "Каримов" in await registrar.get(page) and (await row(case)).state is State.ASSIGNED


async def test_at_the_desk_the_identity_must_be_seen_and_what_was_typed_stays(visit: Visit) -> None:
    registrar = await visit("registrar9")
    refused = await enter(registrar, "zhanar", "DESK", identity="", dangerSigns="SEIZURE")
    assert refused.status_code == 422 and "Болит горло" in refused.text and 'id="identity-fault"' in refused.text
    assert re.search(r'value="SEIZURE" checked', refused.text)
    case = await entered(registrar, "zhanar", "DESK", identity="удостоверение № 012345678", dangerSigns="SEIZURE")
    assert (await row(case)).identity_seen == "удостоверение № 012345678"
    assert 'href="tel:103"' in await registrar.get(place(case, "answer"))


async def test_a_form_sent_twice_makes_one_call(visit: Visit) -> None:
    registrar = await visit("registrar9")
    key = "5d0ab4f4-2f9b-4a5e-9a75-4f4d0d2f0f11"
    first = await enter(registrar, "zhanar", "PHONE", idempotencyKey=key)
    # the page says by now that a call is under way, so the same form is sent again by hand
    address = f"/ru/work/people/{await patient_id('zhanar')}/call"
    body = first.request.content
    again = await registrar.http.post(address, content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert again.status_code == 303 and again.headers["location"] == first.headers["location"] and await HomeVisit.all().count() == 1


async def test_a_mother_asks_for_her_child_and_a_stranger_may_not(visit: Visit) -> None:
    registrar = await visit("registrar9")
    stranger = await enter(registrar, "aliya", "PHONE", applicantIin=await iin("olga"))
    assert stranger.status_code == 422 and 'id="applicantIin-fault"' in stranger.text
    case = await entered(registrar, "aliya", "PHONE", applicantIin=await iin("zhanar"))
    assert "Өтегенова Жанар" in await registrar.get(place(case))


async def test_103_gives_a_number_and_may_hand_over_somebody_not_attached(visit: Visit) -> None:
    registrar = await visit("registrar9")
    without = await enter(registrar, "yerlan", "AMBULANCE", ambulanceNumber="")
    assert without.status_code == 422 and 'id="ambulanceNumber-fault"' in without.text
    elsewhere = await enter(registrar, "yerlan", "AMBULANCE", ambulanceNumber="103-77")
    assert elsewhere.status_code == 422 and texts.text("law.impediment.NOT_ATTACHED.text", "ru") in text(elsewhere.text)
    case = await entered(registrar, "yerlan", "AMBULANCE", ambulanceNumber="103-77", **IN_ZONE)
    assert (await row(case)).channel is Channel.AMBULANCE
    assert words("board.ambulance", number="103-77") in text(await registrar.get(BOARD))


async def test_outside_the_clinics_hours_103_hands_nothing_over(visit: Visit, clock: time_machine.Traveller) -> None:
    registrar = await visit("registrar9")
    address = f"/ru/work/people/{await patient_id('zhanar')}/call?channel=AMBULANCE"
    assert words("enter.same_day", time="18:00") not in text(await registrar.get(address))
    clock.move_to(datetime(2026, 11, 22, 12, 0, tzinfo=ZONE))
    page = await registrar.get(address)
    assert texts.text("law.impediment.AMBULANCE_HOURS.text", "ru") in text(page) and 'name="words"' not in page


async def another_way(who: Visitor, name: str, page: str, way: str, **typed: str) -> str:
    """Change how the call came, with what is typed on the page by then."""
    address = f"/ru/work/people/{await patient_id(name)}/call"
    assert f'value="{way}" formaction="{address}/as"' in form(page, address)
    answer = await who.http.post(f"{address}/as", data=unseen(page, address) | typed | {"as": way})
    assert answer.status_code == 200, answer.status_code
    return answer.text


async def test_another_way_of_the_call_keeps_all_that_was_typed(visit: Visit) -> None:
    registrar = await visit("registrar9")
    address = f"/ru/work/people/{await patient_id('zhanar')}/call"
    typed = {"words": "Болит горло", "dangerSigns": "SEIZURE", "address.street": "Абая", "phone": "+7 701 000 11 22", "language": "KK"}
    page = await another_way(registrar, "zhanar", await registrar.get(address), "AMBULANCE", identity="№ 012", **typed)
    assert 'name="ambulanceNumber"' in page and 'name="identity"' not in page and 'name="channel" value="AMBULANCE"' in page
    back = await another_way(registrar, "zhanar", page, "DESK", ambulanceNumber="103-77", **typed)
    for given in ("Болит горло</textarea>", 'value="SEIZURE" checked', 'value="Абая"'):
        assert given in page and given in back, given
    assert 'name="identity" type="text" value="№ 012"' in back
    assert 'name="kept.ambulanceNumber" value="103-77"' in back and 'value="KK" checked' in back


async def test_where_a_call_is_forbidden_what_was_typed_waits_for_another_way(visit: Visit, clock: time_machine.Traveller) -> None:
    registrar = await visit("registrar9")
    clock.move_to(datetime(2026, 11, 22, 12, 0, tzinfo=ZONE))
    page = await registrar.get(f"/ru/work/people/{await patient_id('zhanar')}/call?channel=PHONE")
    typed = {"words": "Болит горло", "phone": "+7 701 000 11 22", "address.street": "Абая"}
    forbidden = await another_way(registrar, "zhanar", page, "AMBULANCE", **typed)
    assert 'name="words"' not in forbidden and texts.text("law.impediment.AMBULANCE_HOURS.text", "ru") in text(forbidden)
    back = await another_way(registrar, "zhanar", forbidden, "PHONE")
    assert "Болит горло</textarea>" in back and 'value="Абая"' in back and "+7 701 000 11 22" in back


async def test_the_address_of_the_register_stands_there_whichever_way_is_chosen_first(visit: Visit) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get(f"/ru/work/people/{await patient_id('marat')}/call?channel=PHONE")
    street = re.findall(r'name="address.street"[^>]*value="([^"]+)"', page)[0]
    given = {"phone": "", "address.street": street}
    assert f'value="{street}"' in await another_way(registrar, "marat", page, "CLINIC", **given)


async def test_at_the_desk_and_by_phone_the_danger_signs_are_asked_about(visit: Visit) -> None:
    registrar = await visit("registrar9")
    skipped = await enter(registrar, "zhanar", "PHONE", asked="")
    assert skipped.status_code == 422 and 'id="asked-fault"' in skipped.text and words("enter.not_asked") in text(skipped.text)
    assert "Болит горло" in skipped.text and await HomeVisit.all().count() == 0
    for channel in ("AMBULANCE", "CLINIC"):
        assert 'name="asked"' not in await registrar.get(f"/ru/work/people/{await patient_id('zhanar')}/call?channel={channel}")
    assert (await enter(registrar, "zhanar", "PHONE", dangerSigns="SEIZURE")).status_code == 303


async def test_somebody_not_attached_is_told_so_before_anything_is_typed(visit: Visit) -> None:
    page = await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('yerlan')}/call?channel=PHONE")
    assert words("enter.forbidden") in text(page) and 'name="words"' not in page
    assert f'href="/ru/work/people/{await patient_id("yerlan")}/attachment">{words("enter.attach")}' in page


async def test_the_clinic_comes_of_its_own_accord(visit: Visit) -> None:
    registrar = await visit("registrar9")
    case = await entered(registrar, "marat", "CLINIC", words="Выписан из стационара")
    found = await row(case)
    assert found.kind is Kind.ACTIVE and found.applicant_id is None


async def test_a_second_call_leads_to_the_first(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get(f"/ru/work/people/{await patient_id('zhanar')}/call?channel=PHONE")
    assert place(case) in page and 'name="words"' not in page


async def test_nobody_enters_a_call_for_oneself_at_the_own_desk(visit: Visit) -> None:
    page = await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('registrar9')}/call?channel=DESK")
    assert texts.text("law.impediment.OWN_DESK.text", "ru") in text(page) and 'name="words"' not in page


async def test_only_a_registrar_enters_calls(visit: Visit) -> None:
    address = f"/ru/work/people/{await patient_id('zhanar')}/call"
    for name in ("head9", "doctor9", "administrator9", "zhanar"):
        assert (await (await visit(name)).http.get(address)).status_code in (403, 404), name


async def test_the_card_of_a_person_leads_to_a_call_and_shows_the_live_one(visit: Visit, case: Json) -> None:
    page = await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('zhanar')}")
    assert f"/ru/work/people/{await patient_id('zhanar')}/call" in page and place(case) in page
