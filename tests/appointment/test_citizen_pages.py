"""The citizen's pages of appointments, without JavaScript, in Kazakh: the whole way, and what goes wrong on it."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from icalendar import Calendar

from models import appointment_link, demo
from models.appointment import Appointment
from models.appointment_link import LinkAct
from models.clock import local
from models.hold import Hold
from models.law.appointment import State
from models.person import Person
from models.texts import text as words
from tests.appointment.booking import book
from tests.appointment.booking import times as free
from tests.appointment.pages import (
    NEW,
    action,
    answered,
    booked,
    held,
    offered,
    patient,
    post,
    proof,
    signed,
    times,
    to_sign,
)
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.attachment.test_statements import MOST, counted

__all__ = ["application", "visit"]


@pytest.fixture
async def olga(visit: Visit) -> Visitor:
    return await visit("olga")


async def test_a_citizen_books_a_doctor_and_sees_number_time_and_what_comes_next(olga: Visitor) -> None:
    assert "30" in text(await olga.get("/kk/appointments/about"))
    begun = await olga.http.get("/kk/appointments/new")
    doctor = await olga.get(begun.headers["location"])
    assert begun.status_code == 303 and "specialty=GP" in doctor
    address = await booked(olga, "olga")
    case = await Appointment.get()
    page = await olga.get(address)
    assert case.number in page and "Қабылдауға 10 минут бұрын келіңіз" in page and "calendar.ics" in page
    assert (
        case.number in await olga.get("/kk/appointments")
        and case.number in await olga.get("/kk/account")
        and case.number in await olga.get("/kk")
    )


async def test_the_first_free_day_is_shown_and_the_held_time_is_marked_as_ones_own(olga: Visitor) -> None:
    await held(olga, "olga", which=2)
    page = await olga.get(await times("olga"))
    assert "сізге сақталған" in page and page.count(" checked") == 1
    assert 'aria-current="date"' in page


async def test_times_can_be_narrowed_and_an_empty_list_leads_on(olga: Visitor) -> None:
    page = await olga.get(await times("olga", part="MORNING"))
    assert offered(page) and "Кешке" not in re.sub(r"<select.*?</select>", "", page, flags=re.DOTALL)
    nothing = await olga.get(await times("olga", language="EN"))
    assert not offered(nothing) and "Барлық бос уақытты көрсету" in nothing
    later = await olga.get(await times("olga", day="2026-12-25"))
    assert "Ең жақын күнді көрсету" in later


async def test_a_time_without_a_choice_is_asked_for_again(olga: Visitor) -> None:
    page = await olga.get(await times("olga"))
    answer = await post(olga, page, "/times", {"patient": await patient("olga")})
    assert answer.status_code == 422 and 'href="#slot"' in answer.text and 'id="slot"' in answer.text


async def test_a_time_taken_meanwhile_comes_with_the_nearest_that_one_button_holds(olga: Visitor, visit: Visit) -> None:
    page = await olga.get(await times("olga"))
    await held(await visit("zhanar"), "zhanar")
    answer = await post(olga, page, "/times", {"patient": await patient("olga"), "slot": offered(page)[0]})
    assert answer.status_code == 422 and 'class="nearest"' in answer.text
    again = re.findall(r'<input type="hidden" name="slot" value="([^"]+)"', answer.text)
    other = await post(olga, answer.text, "/times", {"patient": await patient("olga"), "slot": again[0]})
    assert other.status_code == 303


async def test_what_was_typed_wrong_stays_and_leads_to_its_field(olga: Visitor) -> None:
    answer = await answered(olga, await held(olga, "olga"), phone="12", reason="PREVENTIVE")
    assert answer.status_code == 422 and 'value="12"' in answer.text and 'href="#phone"' in answer.text
    assert re.search(r'value="PREVENTIVE" checked', answer.text)


async def test_a_specialist_by_referral_needs_it_and_keeps_what_was_typed(olga: Visitor) -> None:
    hold = await held(olga, "olga", "ENDOCRINOLOGIST")
    bare = await answered(olga, hold)
    assert bare.status_code == 422 and 'href="#referral"' in bare.text
    old = {
        "referral.number": "Ж-17/2026",
        "referral.issuer": "Каримов Р.",
        "referral.issuedOn": "2026-01-05",
        "referral.validUntil": "2026-02-01",
    }
    answer = await answered(olga, hold, **old)
    assert answer.status_code == 422 and 'href="#referral-validUntil"' in answer.text and "Ж-17/2026" in answer.text
    answer = await answered(olga, hold, **old | {"referral.validUntil": "2026-12-31"})
    assert answer.status_code == 303
    check = await olga.get(answer.headers["location"])
    assert "Ж-17/2026" in check
    change = re.findall(r'href="([^"]+)#referral-number"', check)[0]
    assert "Ж-17/2026" in await olga.get(change)
    done = await signed(olga, await to_sign(olga, answer.headers["location"]))
    assert done.status_code == 303 and (await Appointment.get()).referral_number == "Ж-17/2026"


async def test_the_same_signed_form_sent_twice_gives_the_same_appointment(olga: Visitor) -> None:
    answer = await answered(olga, await held(olga, "olga"))
    sign = await to_sign(olga, answer.headers["location"])
    page = await olga.get(sign)
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if "demonstrate" in one)
    given = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    first = await olga.http.post(action(page, "/bookAppointment"), data=given)
    again = await olga.http.post(action(page, "/bookAppointment"), data=given)
    assert first.status_code == 303 and first.headers["location"] == again.headers["location"]
    assert await Appointment.all().count() == 1


async def test_a_hold_is_extended_once_and_given_back(olga: Visitor) -> None:
    hold = await held(olga, "olga")
    assert "мерзімге дейін сақталады: 10:05" in await olga.get(hold)
    page = await olga.get(hold)
    answer = await post(olga, page, "/extend", {"then": hold.removeprefix("/kk")})
    page = await olga.get(answer.headers["location"])
    assert "мерзімге дейін сақталады: 10:10" in page and "/extend" not in page
    answer = await post(olga, page, "/release", {})
    assert answer.status_code == 303 and "/appointments/new/times" in answer.headers["location"]
    await olga.get(answer.headers["location"])
    assert not await Hold.live().exists()


async def test_a_hold_that_ran_out_says_so_and_one_button_holds_again_with_the_answers_kept(
    olga: Visitor, clock: time_machine.Traveller
) -> None:
    hold = await held(olga, "olga")
    page = await olga.get(hold)
    clock.shift(timedelta(minutes=6))
    shown = await olga.get(hold)
    assert "/ask/" not in shown and "Сақтау мерзімі бітті" in shown and "сол уақыт" in shown
    typed = {"reason": "REPEAT", "phone": "+7 701 111 22 33", "language": "RU"}
    refused = await olga.http.post(
        action(page, "/ask/"), data={"csrf": proof(page), **typed, "slot": "slot_x", "patient": await patient("olga")}
    )
    assert refused.status_code == 422 and "+7 701 111 22 33" in refused.text
    slot = re.findall(r'<input type="hidden" name="slot" value="([^"]+)"', refused.text)[0]
    anew = await post(olga, refused.text, "/again", {**typed, "patient": await patient("olga"), "slot": slot})
    assert anew.status_code == 200 and "+7 701 111 22 33" in anew.text and "мерзімге дейін сақталады: 10:11" in anew.text
    assert re.search(r'value="REPEAT" checked', anew.text)


async def test_a_hold_that_runs_out_before_the_signature_is_told_on_the_page_of_signing(
    olga: Visitor, clock: time_machine.Traveller
) -> None:
    hold = await held(olga, "olga")
    clock.shift(timedelta(minutes=4))
    answer = await answered(olga, hold)
    sign = await to_sign(olga, answer.headers["location"])
    clock.shift(timedelta(minutes=2))
    late = await signed(olga, sign)
    assert late.status_code == 422 and 'class="nearest"' in late.text
    slot = re.findall(r'<input type="hidden" name="slot" value="([^"]+)"', late.text)[1]
    anew = await post(olga, late.text, "/again", {"patient": await patient("olga"), "slot": slot, "phone": "+77012345678"})
    assert anew.status_code == 200 and "+77012345678" in anew.text
    assert "Сақтау мерзімі бітті" in await olga.get(answer.headers["location"])


async def test_another_time_chosen_from_the_answers_keeps_them(olga: Visitor) -> None:
    answer = await answered(olga, await held(olga, "olga"), reason="REPEAT", phone="+7 701 111 22 33")
    check = await olga.get(answer.headers["location"])
    other = unescape(re.findall(r'href="(/kk/appointments/new/times[^"]+)"', check)[0])
    page = await olga.get(other)
    chosen = await post(olga, page, "/keeping/", {"patient": await patient("olga"), "slot": offered(page)[4]})
    assert chosen.status_code == 303
    again = await olga.get(chosen.headers["location"])
    assert "+7 701 111 22 33" in again and re.search(r'value="REPEAT" checked', again)


async def test_an_appointment_is_moved_and_the_old_time_is_free_again(olga: Visitor) -> None:
    address = (await booked(olga, "olga")).partition("?")[0]
    before = await Appointment.get().prefetch_related("slot")
    page = await olga.get(f"{address}/move")
    assert offered(page)
    answer = await post(olga, page, "/move", {"slot": offered(page)[3]})
    assert answer.status_code == 303 and "ауыстырылды" in await olga.get(answer.headers["location"])
    after = await Appointment.get()
    assert after.slot_id != before.slot_id and after.sequence == 1
    empty = await post(olga, await olga.get(f"{address}/move"), "/move", {})
    assert empty.status_code == 422 and 'href="#slot"' in empty.text


async def test_an_appointment_is_cancelled_with_a_reason_and_leaves_the_calendar(olga: Visitor) -> None:
    address = (await booked(olga, "olga")).partition("?")[0]
    there = Calendar.from_ical((await olga.http.get(f"{address}/calendar.ics")).content)
    answer = await post(olga, await olga.get(f"{address}/cancel"), "/cancel", {"reason": "Сауығып кеттім"})
    assert answer.status_code == 303
    assert "Сауығып кеттім" in await olga.get(answer.headers["location"])
    file = await olga.http.get(f"{address}/calendar.ics")
    gone = Calendar.from_ical(file.content)
    assert file.headers["content-type"].startswith("text/calendar") and gone["METHOD"] == "CANCEL"
    first, last = there.walk("VEVENT")[0], gone.walk("VEVENT")[0]
    assert first["UID"] == last["UID"] and int(str(last["SEQUENCE"])) > int(str(first["SEQUENCE"])) and last["STATUS"] == "CANCELLED"
    assert "болдырмауға болмайды" in await olga.get(f"{address}/cancel")


async def test_a_mother_books_her_child_and_sees_the_child_among_her_appointments(visit: Visit) -> None:
    zhanar = await visit("zhanar")
    begun = await zhanar.http.get("/kk/appointments/new")
    assert begun.headers["location"].endswith("/patient")
    assert "Өтегенова Әлия" in await zhanar.get(begun.headers["location"])
    child = await zhanar.http.get(f"/kk/appointments/new?patient={await patient('aliya')}")
    assert "Өтегенова Әлия" in await zhanar.get(child.headers["location"])
    address = await booked(zhanar, "aliya", "PAEDIATRICIAN")
    assert "Өтегенова Әлия" in await zhanar.get(address)
    assert (await Appointment.get()).person_id == (await demo.person("aliya")).id


async def test_who_is_booked_with_a_specialty_already_is_led_to_that_appointment(olga: Visitor) -> None:
    address = (await booked(olga, "olga")).partition("?")[0]
    begun = await olga.http.get("/kk/appointments/new")
    page = await olga.get(begun.headers["location"])
    assert "Бұл маманға жазылу бар" in page and f'href="{address}"' in page


async def test_who_is_attached_nowhere_is_led_to_attachment(visit: Visit) -> None:
    yerlan = await visit("yerlan")
    begun = await yerlan.http.get("/kk/appointments/new")
    assert "/nowhere" in begun.headers["location"]
    assert 'href="/kk/attachments/about"' in await yerlan.get(begun.headers["location"])


async def test_a_time_at_which_the_person_is_elsewhere_is_listed_with_the_reason(olga: Visitor) -> None:
    await booked(olga, "olga")
    case = await Appointment.get()
    others = ("DENTIST", "OBSTETRICIAN", "OPHTHALMOLOGIST", "ENDOCRINOLOGIST")
    pages = [await olga.get(await times("olga", one, day=str(case.starts_at.date()))) for one in others]
    busy = [one for one in pages if "Сол уақытта басқа дәрігерге жазылу бар" in one]
    assert busy and f">{local(case.starts_at):%H:%M}</time>" not in busy[0]


async def test_somebody_elses_appointment_and_hold_are_not_there(olga: Visitor, visit: Visit) -> None:
    hold = await held(olga, "olga")
    address = (await booked(olga, "olga")).partition("?")[0]
    other = await visit("yerlan")
    for path in (hold, address, f"{address}/move", f"{address}/cancel", f"{address}/calendar.ics", f"{NEW}/doctor?clinic=clinic_x"):
        await other.get(path, 404)


async def test_a_stranger_signs_in_first_and_staff_books_elsewhere(visit: Visit) -> None:
    nobody, registrar = await visit(""), await visit("registrar9")
    for path in (NEW, "/kk/appointments", await times("olga")):
        answer = await nobody.http.get(path)
        assert answer.status_code == 303 and "/kk/signin" in answer.headers["location"], path
    await nobody.get("/kk/appointments/about")
    await registrar.get(NEW, 403)


async def _link(act: LinkAct) -> str:
    case = await Appointment.get()
    return f"/kk/a/{await appointment_link.make(case, case.person_id, act)}"


async def test_a_link_of_a_reminder_cancels_once_without_signing_in(olga: Visitor, visit: Visit) -> None:
    await booked(olga, "olga")
    nobody, link = await visit(""), await _link(LinkAct.CANCEL)
    page = await nobody.get(link)
    assert "Ким" not in page
    answer = await post(nobody, page, "/cancel", {})
    assert answer.status_code == 303 and (await Appointment.get()).state is State.CANCELLED
    assert "болдырылмады" in await nobody.get(answer.headers["location"])
    assert "Сілтеме енді жарамсыз" in await nobody.get(link)
    again = await post(nobody, page, "/cancel", {})
    assert again.status_code == 422 and "Сілтеме енді жарамсыз" in again.text


async def test_a_link_of_a_reminder_moves_to_a_chosen_time(olga: Visitor, visit: Visit) -> None:
    await booked(olga, "olga")
    nobody, link = await visit(""), await _link(LinkAct.MOVE)
    page = await nobody.get(link)
    assert len(re.findall(r' id="slot"', page)) == 1
    empty = await post(nobody, page, "/move", {})
    assert empty.status_code == 422 and 'href="#slot"' in empty.text
    answer = await post(nobody, page, "/move", {"slot": offered(page)[5]})
    assert answer.status_code == 303 and (await Appointment.get()).sequence == 1


async def test_a_link_gives_its_token_to_no_other_site(olga: Visitor, visit: Visit) -> None:
    await booked(olga, "olga")
    answer = await (await visit("")).http.get(await _link(LinkAct.CANCEL))
    assert answer.headers["referrer-policy"] in ("same-origin", "no-referrer") and answer.headers["cache-control"] == "no-store"


async def test_an_offered_time_is_shown_and_taken(olga: Visitor, people: People) -> None:
    address = (await booked(olga, "olga")).partition("?")[0]
    registrar = await people("registrar9")
    case = address.rpartition("/")[2]
    await registrar.see(
        'mutation ($id: ID!) { offerOtherTime(input: {id: $id, reason: "Дәрігер ауырып қалды"}) { problems { code } } }', id=case
    )
    page = await olga.get(address)
    assert "Емхана басқа уақыт ұсынады" in page and "Дәрігер ауырып қалды" in page
    answer = await post(olga, page, "/accept", {})
    assert answer.status_code == 303 and (await Appointment.get()).state is State.BOOKED


async def test_the_words_of_times_change_and_the_radios_do_not(olga: Visitor, visit: Visit) -> None:
    page = await olga.get(await times("olga"))
    slots = offered(page)
    asked = f"{NEW}/times/states?ids={','.join(slots)}"
    assert "жаңа ғана алынды" not in await olga.get(asked)
    await held(await visit("zhanar"), "zhanar")
    now = await olga.get(asked)
    assert now.count("жаңа ғана алынды") == 1 and "<input" not in now and f'id="slot-state-{slots[0]}" class="taken"' in now
    await olga.get(f"{NEW}/times/states?ids=", 404)


async def test_no_page_takes_more_than_twenty_five_statements(olga: Visitor, people: People) -> None:
    asker = await people("olga")
    await book(asker, (await free(asker, "DENTIST"))[0]["id"])
    hold = await held(olga, "olga")
    answer = await answered(olga, hold)
    begun = await olga.http.get(NEW)
    case = re.findall(r'href="(/kk/appointments/appointment_[^"]+)"', await olga.get("/kk/appointments"))[0]
    paths = [
        "/kk/appointments/about",
        f"{NEW}/patient",
        f"{NEW}/nowhere",
        begun.headers["location"],
        await times("olga"),
        hold,
        answer.headers["location"],
        "/kk/appointments",
        case,
        f"{case}/move",
        f"{case}/cancel",
        "/kk/account",
        "/kk",
    ]
    found = {}
    for path in paths:
        with counted() as sent:
            page = await olga.get(path)
        assert "&amp;amp;" not in page, path
        found[path] = len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one])
    assert {path: n for path, n in found.items() if n > MOST} == {}


async def test_a_form_sent_without_the_questions_of_its_address_is_answered_like_any_other(olga: Visitor) -> None:
    address = await times("olga")
    page = await olga.get(address)
    asked = dict(part.split("=") for part in address.partition("?")[2].split("&"))
    token = re.search(r'name="csrf" value="([^"]+)"', page)
    assert token
    given = {"csrf": token.group(1), "slot": "slot_none", "clinic": asked["clinic"], "specialty": asked["specialty"]}
    answer = await olga.http.post("/kk" + NEW + "/times", data=given)
    assert answer.status_code in (404, 422)


async def test_a_reminder_is_promised_only_by_the_ways_that_there_are(olga: Visitor) -> None:
    address = (await booked(olga, "olga")).split("?")[0]
    by_email, add = (words(f"appointment.next.remind_{key}", "kk") for key in ("email", "add"))
    page = text(await olga.get(address))
    assert words("appointment.next.remind_phone", "kk") in page and by_email not in page and add in page
    await Person.filter(id=(await demo.person("olga")).id).update(email="olga@example.kz")
    page = text(await olga.get(address))
    assert by_email in page and add not in page
