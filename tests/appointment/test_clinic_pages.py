"""The clinic's pages of appointments: the day, booking at the desk and by phone, the acts, the journal and its files."""

import csv
import re
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID

import pytest
import time_machine
from openpyxl import load_workbook

from api.ids import decode, encode
from models import demo, texts
from models.appointment import Appointment
from models.clinic import Doctor
from models.clock import ZONE
from models.journal import Entry
from models.law import Language
from models.law.appointment import State
from models.timetable import Slot
from tests.appointment.booking import book_at_desk, times
from tests.attachment.asking import Json, iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, Visit, Visitor, application, text, visit
from tests.attachment.test_statements import counted
from tests.export.files import file_of, ordered
from web.appointment_journal import COLUMNS, heads

__all__ = ["application", "visit"]
DAY = "/ru/work/day"
IDENTITY = "удостоверение № 012345678"
PHONE = "+7 701 234 56 78"


def done(payload: Json) -> Json:
    """The appointment of an act that was done."""
    assert not payload["problems"], payload["problems"]
    found: Json = payload["appointment"]
    return found


def key(case: str) -> UUID:
    """The key behind the id of an appointment."""
    return decode(case, "Appointment")


async def state(case: str) -> State:
    return (await Appointment.get(id=key(case))).state


async def doctor_id(name: str) -> str:
    return str(encode("Doctor", (await Doctor.get(person=await demo.person(name))).id))


@pytest.fixture
async def case(people: People) -> str:
    """Zhanar's appointment with the general practitioner at 10:15, booked at the desk."""
    registrar = await people("registrar9")
    slot = (await times(registrar))[0]
    return str(done(await book_at_desk(registrar, await iin("zhanar"), slot["id"]))["id"])


async def booking(name: str = "zhanar", specialty: str = "GP", more: str = "") -> str:
    return f"/ru/work/people/{await patient_id(name)}/appointment?specialty={specialty}{more}"


def chosen(page: str) -> str:
    """The time that is checked when the page opens."""
    found = re.findall(r'name="slot" value="([^"]+)" checked', page)
    assert len(found) == 1, found
    return str(found[0])


def hidden(page: str) -> dict[str, str]:
    """What the form of the booking carries unseen."""
    form = next(part for part in re.findall(r'<form method="post".*?</form>', page, re.DOTALL) if 'name="slot"' in part)
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def filled(page: str, **changes: str) -> dict[str, str]:
    """The form of a booking as a registrar sends it."""
    given = {"slot": chosen(page), "reason": "PRIMARY", "channel": "DESK", "identity": IDENTITY, "phone": PHONE, "language": "KK"}
    return hidden(page) | given | changes


async def acted(who: Visitor, page: str, act: str, fields: dict[str, Any] | None = None) -> Any:
    """Send a form of a page, with what it carries unseen."""
    shown = await who.get(page)
    form = next(part for part in re.findall(r'<form method="post".*?</form>', shown, re.DOTALL) if f'action="{act}"' in part)
    return await who.http.post(act, data=dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)) | (fields or {}))


# the day


async def test_a_doctor_begins_work_with_the_own_day_and_sees_nobody_elses(visit: Visit, case: str) -> None:
    doctor = await visit("doctor9")
    assert "Өтегенова Ж" in await doctor.get("/kk/work")
    page = await doctor.get("/kk/work/day")
    assert "Өтегенова Жанар" in page and texts.text("appointment_work.day.mine", "kk") in page and '<select id="doctor"' not in page
    other = await visit("dentist9")
    assert "Өтегенова" not in await other.get(f"/kk/work/day?doctor={await doctor_id('doctor9')}")


async def test_the_day_shows_every_time_with_state_person_reason_and_number(visit: Visit, case: str) -> None:
    page = await (await visit("registrar9")).get(f"{DAY}?doctor={await doctor_id('doctor9')}&day=2026-11-23")
    found = await Appointment.get(id=key(case))
    for words in (found.number, "Өтегенова Жанар Маратқызы", "34 года", PHONE.replace(" ", ""), "Первичный", "Свободно"):
        assert words in text(page).replace(" ", " ").replace("+7 701 234 56 78", "+77012345678"), words
    assert page.count('id="time-slot_') == await Slot.filter(doctor_id=found.doctor_id, day=found.starts_at.astimezone(ZONE).date()).count()


async def test_without_a_doctor_the_day_of_the_clinic_shows_only_those_booked(visit: Visit, case: str) -> None:
    page = await (await visit("head9")).get(DAY)
    assert page.count('id="time-slot_') == 1 and "Каримов" in page


async def test_one_day_leads_to_the_next_and_a_day_that_is_none_is_not_found(visit: Visit, case: str) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get(f"{DAY}?day=2026-11-30")
    assert "day=2026-12-01" in page and "day=2026-11-29" in page and "day=2026-11-23" in page
    await registrar.get(f"{DAY}?day=whenever", 404)
    await registrar.get(f"{DAY}?doctor=clinic_{'a' * 26}", 404)


async def test_the_times_alone_are_given_to_htmx(visit: Visit, case: str) -> None:
    doctor = await visit("doctor9")
    answer = await doctor.http.get("/kk/work/day", headers={"HX-Request": "true", "HX-Target": "div#times"})
    assert answer.status_code == 200 and "<html" not in answer.text and answer.text.strip().startswith('<div id="times">')
    assert 'hx-trigger="click, every 30s"' in await doctor.get("/kk/work/day")


async def test_a_person_comes_is_seen_and_the_list_stays_at_the_same_place(visit: Visit, case: str, clock: time_machine.Traveller) -> None:
    registrar, doctor = await visit("registrar9"), await visit("doctor9")
    slot = encode("Slot", (await Appointment.get(id=key(case))).slot_id)
    answer = await acted(registrar, DAY, f"{DAY}/{case}/arrive")
    assert answer.status_code == 303 and answer.headers["location"].endswith(f"#time-{slot}")
    assert await state(case) is State.ARRIVED
    assert f'action="{DAY}/{case}/begin"' not in await registrar.get(DAY)
    for act, after in (("begin", State.IN_VISIT), ("complete", State.COMPLETED)):
        assert (await acted(doctor, DAY, f"{DAY}/{case}/{act}")).status_code == 303
        assert await state(case) is after


async def test_a_mark_of_the_visit_is_taken_back_on_the_day_itself_by_the_doctor_alone(
    visit: Visit, case: str, clock: time_machine.Traveller
) -> None:
    registrar, doctor, place = await visit("registrar9"), await visit("doctor9"), f"/ru/work/appointments/{case}"
    await acted(registrar, DAY, f"{DAY}/{case}/arrive")
    for marks in (["begin"], ["begin", "complete"]):
        for act in marks:
            await acted(doctor, DAY, f"{DAY}/{case}/{act}")
        assert f"{DAY}/{case}/reopen" not in await registrar.get(DAY) + await registrar.get(place)
        assert f'action="{DAY}/{case}/reopen"' in await doctor.get(DAY)
        answer = await acted(doctor, place, f"{DAY}/{case}/reopen")
        assert answer.status_code == 303 and answer.headers["location"] == place
        found = await Appointment.get(id=key(case))
        assert (found.state, found.begun_at, found.ended_at) == (State.ARRIVED, None, None) and found.arrived_at
    assert texts.text("api.step.appointment.reopen.done", "ru") in await doctor.get(place)
    await acted(doctor, DAY, f"{DAY}/{case}/complete")
    clock.shift(86400)
    doctor = await visit("doctor9")
    page = await doctor.get(f"{DAY}?day=2026-11-23")
    assert f"{DAY}/{case}/reopen" not in page
    late = await doctor.http.post(f"{DAY}/{case}/reopen", data={"csrf": CSRF.findall(page)[-1], "doctor": "", "day": "2026-11-23"})
    assert late.status_code == 422 and texts.text("law.impediment.NOT_OPEN.text", "ru") in late.text
    assert await state(case) is State.COMPLETED


async def test_an_arrival_is_taken_back_from_the_day_and_from_the_appointment(visit: Visit, case: str) -> None:
    registrar, place = await visit("registrar9"), f"/ru/work/appointments/{case}"
    for page in (DAY, place):
        assert f"{DAY}/{case}/step_back" not in await registrar.get(page)
        await acted(registrar, DAY, f"{DAY}/{case}/arrive")
        assert (await acted(registrar, page, f"{DAY}/{case}/step_back")).status_code == 303
        assert await state(case) is State.BOOKED
    assert texts.text("api.step.appointment.step_back.done", "ru") in await registrar.get(place)


async def test_a_visit_is_not_reopened_beside_another_of_the_specialty(visit: Visit, people: People, case: str) -> None:
    registrar, doctor = await people("registrar9"), await visit("doctor9")
    for act in ("arrive", "begin", "complete"):
        await acted(doctor, DAY, f"{DAY}/{case}/{act}")
    again = done(await book_at_desk(registrar, await iin("zhanar"), (await times(registrar))[3]["id"]))
    answer = await acted(doctor, DAY, f"{DAY}/{case}/reopen")
    assert answer.status_code == 422 and again["number"] in answer.text and await state(case) is State.COMPLETED


async def test_somebody_noted_as_not_come_who_comes_late_is_noted_as_arrived(
    visit: Visit, case: str, clock: time_machine.Traveller
) -> None:
    registrar = await visit("registrar9")
    assert f"{DAY}/{case}/miss" not in await registrar.get(DAY)
    clock.shift(3600)
    registrar = await visit("registrar9")
    await acted(registrar, DAY, f"{DAY}/{case}/miss")
    assert await state(case) is State.NO_SHOW
    await acted(registrar, DAY, f"{DAY}/{case}/arrive")
    assert await state(case) is State.ARRIVED


async def test_a_mark_sent_twice_is_refused_and_the_day_says_why(visit: Visit, case: str) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get(DAY)
    sent = {"csrf": CSRF.findall(page)[-1], "doctor": "", "day": "2026-11-23"}
    await registrar.http.post(f"{DAY}/{case}/arrive", data=sent)
    again = await registrar.http.post(f"{DAY}/{case}/arrive", data=sent)
    assert again.status_code == 422 and "Өтегенова" in again.text and 'class="problems"' in again.text


# booking


async def test_a_person_found_by_iin_is_booked_with_one_form_and_the_answer_is_read_out(visit: Visit) -> None:
    registrar = await visit("registrar9")
    card = await registrar.done("/ru/work/desk", "/ru/work/desk/find", {"iin": await iin("zhanar")})
    page = await registrar.get(card)
    assert f'href="{card}/appointment"' in page
    page = await registrar.get(f"{card}/appointment")
    assert f'href="{card}/appointment?specialty=GP&amp;channel=desk" autofocus' in page
    page = await registrar.get(await booking())
    answer = await registrar.http.post(f"{card}/appointment", data=filled(page))
    assert answer.status_code == 303, text(answer.text)
    made = await Appointment.get(person=await demo.person("zhanar"))
    assert answer.headers["location"] == f"/ru/work/appointments/{encode('Appointment', made.id)}/answer"
    told = await registrar.get(answer.headers["location"])
    assert 'class="spoken" lang="kk"' in told and made.number in told and "autofocus accesskey" in told
    assert made.number in await registrar.get(card)


async def test_times_stand_first_then_the_questions_and_each_has_its_label(visit: Visit) -> None:
    page = await (await visit("registrar9")).get(await booking())
    order = [page.index(mark) for mark in ('name="slot"', 'name="reason"', 'name="channel"', 'name="identity"', 'name="phone"')]
    assert order == sorted(order) and page.count("autofocus") == 1
    ids = set(re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', page))
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', page)) | set(re.findall(r'<label><input[^>]* id="([^"]+)"', page))
    assert ids <= labelled
    assert f'value="{(await demo.person("zhanar")).phone}"' in page


async def test_a_specialty_that_cannot_be_booked_says_why_not(visit: Visit, case: str) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get((await booking()).partition("?")[0])
    found = await Appointment.get(id=key(case))
    assert texts.text("appointment_work.book.why_not", "ru") in page and found.number in page
    page = await registrar.get(await booking())
    assert texts.text("appointment_work.book.forbidden", "ru") in page and 'name="slot"' not in page


async def test_a_form_sent_twice_books_once(visit: Visit) -> None:
    registrar, path = await visit("registrar9"), await booking()
    page = await registrar.get(path)
    answers = [await registrar.http.post(path.partition("?")[0], data=filled(page)) for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303]
    assert len({one.headers["location"] for one in answers}) == 1 and await Appointment.all().count() == 1


async def test_a_time_taken_meanwhile_keeps_what_was_typed_and_offers_the_nearest(visit: Visit, people: People) -> None:
    registrar, path = await visit("registrar9"), await booking()
    page = await registrar.get(path)
    done(await book_at_desk(await people("registrar9"), await iin("olga"), chosen(page)))
    answer = await registrar.http.post(path.partition("?")[0], data=filled(page, reason="REPEAT"))
    assert answer.status_code == 422 and texts.text("appointment_work.book.nearest", "ru") in answer.text
    assert f'value="{IDENTITY}"' in answer.text and 'value="REPEAT" checked' in answer.text
    assert len(re.findall(r'id="nearest-\d+" name="slot"', answer.text)) == 3
    again = filled(answer.text)
    assert again["slot"] != chosen(page)
    assert (await registrar.http.post(path.partition("?")[0], data=again)).status_code == 303


async def test_without_an_identity_document_nobody_is_booked_at_the_desk_but_by_phone(visit: Visit) -> None:
    registrar, path = await visit("registrar9"), await booking()
    page = await registrar.get(path)
    answer = await registrar.http.post(path.partition("?")[0], data=filled(page, identity=""))
    assert answer.status_code == 422 and 'id="identity-fault"' in answer.text and chosen(answer.text) == chosen(page)
    phoned = filled(answer.text, identity="", channel="PHONE")
    assert (await registrar.http.post(path.partition("?")[0], data=phoned)).status_code == 303


async def test_a_child_is_booked_by_phone_by_the_mother_who_asks(visit: Visit) -> None:
    registrar, path = await visit("registrar9"), await booking("aliya", "PAEDIATRICIAN", "&channel=phone")
    page = await registrar.get(path)
    assert 'value="PHONE" checked' in page
    alone = await registrar.http.post(path.partition("?")[0], data=filled(page, channel="PHONE"))
    assert alone.status_code == 422 and 'id="applicantIin-fault"' in alone.text
    mother = filled(alone.text, channel="PHONE", applicantIin=await iin("zhanar"))
    assert (await registrar.http.post(path.partition("?")[0], data=mother)).status_code == 303


async def test_a_referral_is_written_down_where_one_is_needed(visit: Visit) -> None:
    registrar, path = await visit("registrar9"), await booking(specialty="ENDOCRINOLOGIST")
    page = await registrar.get(path)
    answer = await registrar.http.post(path.partition("?")[0], data=filled(page))
    assert answer.status_code == 422 and texts.text("law.impediment.REFERRAL_NEEDED.text", "ru").split("{")[0] in text(answer.text)
    referral = {"number": "Н-2026-77", "issuer": "ВОП Каримов", "issuedOn": "2026-11-20", "validUntil": "2026-12-20"}
    given = filled(answer.text, **{f"referral.{name}": value for name, value in referral.items()})
    assert (await registrar.http.post(path.partition("?")[0], data=given)).status_code == 303
    page = await registrar.get(f"{DAY}?doctor={await doctor_id('endocrinologist9')}&day={filled(answer.text)['day']}")
    assert "Н-2026-77" in page


async def test_a_free_time_of_the_day_is_booked_for_whoever_is_found_next(visit: Visit) -> None:
    registrar, doctor = await visit("registrar9"), await doctor_id("doctor9")
    page = await registrar.get(f"{DAY}?doctor={doctor}")
    ways = [way.replace("&amp;", "&") for way in re.findall(r'href="(/ru/work/desk\?slot=[^"]+)"', page)]
    slot = re.findall(r"slot=([^&]+)", ways[5])[0]
    place = await registrar.done(ways[5], "/ru/work/desk/find", hidden_time(await registrar.get(ways[5])) | {"iin": await iin("zhanar")})
    assert place.startswith(f"/ru/work/people/{await patient_id('zhanar')}/appointment?slot={slot}&specialty=GP")
    assert chosen(await registrar.get(place)) == slot


def hidden_time(page: str) -> dict[str, str]:
    """The chosen time that the desk carries on."""
    return {name: value for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page) if name != "csrf"}


async def test_only_a_registrar_books_at_the_desk(visit: Visit) -> None:
    path = await booking()
    for name in ("head9", "doctor9", "administrator9"):
        await (await visit(name)).get(path, 404)
    await (await visit("centre")).get(path, 403)
    assert "/signin" in (await (await visit("")).http.get(path)).headers["location"]


# the acts of the clinic


async def test_an_appointment_is_moved_and_the_new_time_read_out(visit: Visit, case: str) -> None:
    registrar, place = await visit("registrar9"), f"/ru/work/appointments/{case}"
    assert f'href="{place}/move?specialty=GP"' in await registrar.get(place)
    page = await registrar.get(f"{place}/move?specialty=GP&day=2026-11-25")
    answer = await registrar.http.post(f"{place}/move", data=hidden(page) | {"slot": chosen(page)})
    assert answer.headers["location"] == f"{place}/answer"
    assert (await Appointment.get(id=key(case))).starts_at.astimezone(ZONE).day == 25
    assert "25.11.2026" in await registrar.get(f"{place}/answer")


async def test_a_move_to_a_taken_time_keeps_the_old_one(visit: Visit, people: People, case: str) -> None:
    registrar, place = await visit("registrar9"), f"/ru/work/appointments/{case}"
    page = await registrar.get(f"{place}/move?specialty=GP")
    done(await book_at_desk(await people("registrar9"), await iin("olga"), chosen(page)))
    before = (await Appointment.get(id=key(case))).starts_at
    answer = await registrar.http.post(f"{place}/move", data=hidden(page) | {"slot": chosen(page)})
    assert answer.status_code == 422 and 'id="nearest-1" name="slot"' in answer.text
    assert (await Appointment.get(id=key(case))).starts_at == before


async def test_a_registrar_cancels_at_the_persons_word_and_keeps_the_reason(visit: Visit, case: str) -> None:
    registrar, place = await visit("registrar9"), f"/kk/work/appointments/{case}"
    assert await registrar.done(f"{place}/cancel", f"{place}/cancel", {"reason": "Ауырып қалды"}) == f"{place}?done=cancel"
    assert await state(case) is State.CANCELLED
    page, lost = await registrar.get(place), texts.text("appointment_work.show.not_kept", "kk").partition(":")[0]
    assert "Ауырып қалды" in page and lost in page and f"{place}/answer" not in page
    answer = await registrar.get(f"{place}/answer")
    assert lost in answer and 'class="slip"' not in answer and 'class="spoken"' not in answer
    assert texts.text("work.act.forbidden", "kk") in await registrar.get(f"{place}/cancel")


async def test_the_clinics_cancellation_offers_another_time_which_the_person_accepts_by_phone(visit: Visit, case: str) -> None:
    registrar, place = await visit("registrar9"), f"/ru/work/appointments/{case}"
    empty = await registrar.sent(f"{place}/offer", f"{place}/offer", {"reason": " "})
    assert empty.status_code == 422 and 'id="reason-fault"' in empty.text and await state(case) is State.BOOKED
    await registrar.done(f"{place}/offer", f"{place}/offer", {"reason": "Сломался аппарат"})
    assert await state(case) is State.OFFERED
    waiting = await registrar.get("/ru/work/appointments/waiting")
    assert "Сломался аппарат" in waiting and "tel:+7701" in waiting
    page = await registrar.get(place)
    assert texts.text("appointment_work.show.accept", "ru") in page and f"{place}/answer" not in page
    assert 'class="slip"' not in await registrar.get(f"{place}/answer")
    assert await registrar.done(place, f"{place}/accept") == f"{place}/answer"
    assert await state(case) is State.BOOKED
    assert texts.text("appointment_work.waiting.empty", "ru") in await registrar.get("/ru/work/appointments/waiting")


async def test_what_belongs_to_another_clinic_is_not_found(visit: Visit, case: str) -> None:
    stranger, place = await visit("registrar"), f"/ru/work/appointments/{case}"
    for path in (place, f"{place}/answer", f"{place}/cancel", f"{place}/offer", f"{place}/move?specialty=GP"):
        await stranger.get(path, 404)
    assert "Өтегенова" not in await stranger.get("/ru/work/appointments") + await stranger.get(DAY)
    proof = CSRF.findall(await stranger.get("/ru/work/desk"))[-1]
    for path, root in ((f"{DAY}/{case}/arrive", DAY), (f"{place}/cancel", place)):
        answer = await stranger.http.post(path, data={"csrf": proof})
        assert answer.status_code in (404, 422) and "Өтегенова" not in answer.text, (path, root)
    assert await state(case) is State.BOOKED


async def test_roles_without_this_work_are_refused(visit: Visit, case: str) -> None:
    place = f"/ru/work/appointments/{case}"
    for name in ("zhanar", "centre", "authority"):
        nobody = await visit(name)
        for path in (DAY, "/ru/work/appointments", "/ru/work/appointments/waiting", place, f"{place}/cancel", f"{place}/move"):
            await nobody.get(path, 403)
    doctor = await visit("doctor9")
    page = await doctor.get(place)
    assert f'href="{place}/cancel"' not in page and f'href="{place}/move' not in page
    assert texts.text("work.act.forbidden", "ru") in await doctor.get(f"{place}/offer")


# the journal


PERIOD = "since=2026-11-23&until=2026-11-30"


async def test_the_journal_is_narrowed_and_shows_the_columns(visit: Visit, case: str) -> None:
    registrar = await visit("registrar9")
    number = (await Appointment.get(id=key(case))).number
    page = await registrar.get(f"/ru/work/appointments?{PERIOD}&state=BOOKED&specialty=GP&doctor={await doctor_id('doctor9')}")
    assert number in page and await iin("zhanar") in page and "участок" in page.lower()
    for narrowed in ("state=CANCELLED", "specialty=DENTIST", "since=2026-11-24"):
        assert number not in await registrar.get(f"/ru/work/appointments?{narrowed}")
    assert page.count('role="columnheader"') == 14


async def test_a_number_and_an_iin_lead_on_and_no_iin_stands_in_an_address(visit: Visit, case: str) -> None:
    registrar, find = await visit("registrar9"), "/ru/work/appointments/find"
    number = (await Appointment.get(id=key(case))).number
    assert await registrar.done("/ru/work/appointments", find, {"search": number}) == f"/ru/work/appointments/{case}"
    place = await registrar.done("/ru/work/appointments", find, {"search": await iin("zhanar")})
    assert place == f"/ru/work/appointments?patient={await patient_id('zhanar')}" and number in await registrar.get(place)
    answer = await registrar.sent("/ru/work/appointments", find, {"search": "850312991234"})
    assert answer.status_code == 422 and texts.text("problem.code.IIN_CHECK_DIGIT", "ru") in text(answer.text)


EXPECTED = {
    "en": ["No.", "Date and time of the record", "Channel", "Full name", "IIN", "Date of birth", "Phone", "Address", "Site", "Specialty",
           "Doctor", "Room", "Date and time of the visit", "Reason", "Referral No.", "Who recorded", "Mark of arrival", "Cancelled by",
           "Cancelled at", "Reason of cancellation"],
}  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
async def test_the_export_opens_with_exactly_the_columns_of_the_journal(visit: Visit, case: str, language: Language) -> None:
    registrar = await visit("registrar9")
    answer = await file_of(registrar, f"/{language}/work/appointments?{PERIOD}", "xlsx")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert list(rows[0]) == heads(language) == EXPECTED.get(str(language), heads(language)) and len(rows[0]) == len(COLUMNS)
    found = await Appointment.get(id=key(case))
    row = dict(zip(COLUMNS, rows[1], strict=True))
    assert row["number"] == found.number and row["iin"] == await iin("zhanar") and row["visit"] == datetime(2026, 11, 23, 10, 15)
    assert row["site"] == 1 and row["phone"] == found.phone and row["recorded_by"] == found.recorded_by
    sheet = (await file_of(registrar, f"/{language}/work/appointments?{PERIOD}", "csv")).content.decode("utf-8-sig")
    lines = list(csv.reader(StringIO(sheet), delimiter=";"))
    assert lines[0] == heads(language) and lines[1][0] == found.number and len(lines) == 2


async def test_a_formula_in_a_reason_computes_nothing_and_a_cancellation_is_whole(visit: Visit, case: str) -> None:
    registrar, place = await visit("registrar9"), f"/ru/work/appointments/{case}"
    await registrar.done(f"{place}/cancel", f"{place}/cancel", {"reason": '=HYPERLINK("http://x")'})
    sheet = (await file_of(registrar, f"/ru/work/appointments?{PERIOD}", "csv")).content.decode("utf-8-sig")
    row = dict(zip(COLUMNS, list(csv.reader(StringIO(sheet), delimiter=";"))[1], strict=True))
    assert row["cancel_reason"].startswith("'=") and row["cancelled_by"] == texts.text("law.role.REGISTRAR", "ru")
    book = load_workbook(BytesIO((await file_of(registrar, f"/ru/work/appointments?{PERIOD}", "xlsx")).content))
    cell = list(book.active.iter_rows())[1][len(COLUMNS) - 1]  # type: ignore[union-attr]
    assert cell.data_type == "s" and cell.value == '=HYPERLINK("http://x")'


PERIODS = [("", "no_period"), ("since=2026-11-01&until=2026-12-02", "long_period"), ("since=x&until=y", "no_period")]


@pytest.mark.parametrize("period, told", PERIODS)
async def test_a_file_needs_a_period_of_a_month_at_most(visit: Visit, case: str, period: str, told: str) -> None:
    registrar = await visit("registrar9")
    asked = dict(one.split("=") for one in period.split("&") if one)
    for answer in (
        await ordered(registrar, "/ru/work/appointments", "csv", **asked), await registrar.http.get(f"/ru/work/appointments/print?{period}")
    ):  # fmt: skip
        assert answer.status_code == 422
        assert texts.text(f"appointment_work.journal.{told}", "ru", days=31, rows=10_000) in text(answer.text)


async def test_the_print_has_the_clinic_the_period_and_every_row(visit: Visit, case: str) -> None:
    page = await (await visit("head9")).get(f"/ru/work/appointments/print?{PERIOD}")
    assert "Городская поликлиника № 9" in page and 'class="sheet"' in page and await iin("zhanar") in page
    assert "30 ноября 2026" in page.replace("\xa0", " ")


async def test_the_files_are_for_those_who_may_read_the_journal(visit: Visit, case: str) -> None:
    address = f"/ru/work/appointments/print?{PERIOD}"
    assert "/signin" in (await (await visit("")).http.get(address)).headers["location"]
    assert (await (await visit("centre")).http.get(address)).status_code == 403
    stranger = await visit("registrar")
    assert await iin("zhanar") not in await stranger.get(address)
    assert await iin("zhanar") not in (await file_of(stranger, f"/ru/work/appointments?{PERIOD}", "csv")).text


async def test_an_export_leaves_a_line_for_everybody_in_it(visit: Visit, case: str) -> None:
    head = await visit("head9")
    await file_of(head, f"/ru/work/appointments?{PERIOD}", "csv")
    lines = await Entry.filter(act="appointment:listed", case_id=key(case))
    assert [one.person_id for one in lines] == [(await demo.person("zhanar")).id]


# what it costs


async def test_a_page_takes_twenty_five_statements_at_most_however_long_the_day(visit: Visit, people: People, case: str) -> None:
    asker, registrar = await people("registrar9"), await visit("registrar9")
    for name, specialty in (("olga", "GP"), ("marat", "GP"), ("olga", "DENTIST"), ("marat", "DENTIST")):
        slot = (await times(asker, specialty))[0]
        done(await book_at_desk(asker, await iin(name), slot["id"]))
    own, place = await patient_id("zhanar"), f"/ru/work/appointments/{case}"
    paths = (
        DAY, f"{DAY}?doctor={await doctor_id('doctor9')}", "/ru/work/appointments", "/ru/work/appointments/waiting", place,
        f"{place}/answer",
        f"{place}/move?specialty=GP", f"{place}/cancel", await booking(), await booking(specialty="DENTIST"), f"/ru/work/people/{own}",
    )  # fmt: skip
    spent = {}
    for path in paths:
        await registrar.get(path)
        with counted() as sent:
            await registrar.get(path)
        spent[path] = len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one])
    assert {path: n for path, n in spent.items() if n > 25} == {}


async def test_every_page_is_there_in_every_language(visit: Visit, case: str) -> None:
    registrar = await visit("registrar9")
    for language in Language:
        for path in ("/work/day", "/work/appointments", "/work/appointments/waiting", f"/work/appointments/{case}"):
            await registrar.get(f"/{language}{path}")
        for act in ("answer", "move?specialty=GP", "cancel", "offer"):
            await registrar.get(f"/{language}/work/appointments/{case}/{act}")
