"""The timetable's pages: receptions and absences, who changes them, and that nobody is dropped by a change."""

import re
from html import unescape
from typing import Any

import pytest

from api.ids import decode, encode
from models import clock, demo, texts
from models.appointment import Appointment
from models.clinic import Clinic, Doctor
from models.journal import Entry
from models.law import Language, Role
from models.law.appointment import State
from models.timetable import Absence, Reception
from tests.appointment.booking import book_at_desk, times
from tests.attachment.asking import MONDAY, iin
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, Visit, application, text, visit
from tests.attachment.test_statements import counted
from tests.home_visit.calls import accepted, called

__all__ = ["application", "visit"]
PLACE = "/ru/work/timetable"
BEGIN, EXTRA, ABSENCE = f"{PLACE}/begin", f"{PLACE}/extra", f"{PLACE}/absence"


async def doctor_id(name: str = "doctor9") -> str:
    return str(encode("Doctor", (await Doctor.get(person=await demo.person(name))).id))


async def reception(**changes: Any) -> dict[str, Any]:
    """A sound reception of the ophthalmologist, who receives in the afternoon: Wednesday morning."""
    given = {
        "doctor": await doctor_id("ophthalmologist9"), "weekday": "3", "begins": "08:00", "ends": "10:00", "minutes": "15", "room": "201",
        "reasons": ["PRIMARY", "REPEAT"], "since": "2026-11-23",
    }  # fmt: skip
    return given | changes


async def absence(**changes: str) -> dict[str, str]:
    given = {"doctor": await doctor_id(), "sinceLocal": "2026-11-23T08:00", "untilLocal": "2026-11-24T20:00", "reason": "Болезнь"}
    return given | changes


@pytest.fixture
async def case(people: People) -> Appointment:
    """Zhanar's appointment with the general practitioner."""
    registrar = await people("registrar9")
    made = await book_at_desk(registrar, await iin("zhanar"), (await times(registrar))[0]["id"])
    return await Appointment.get(id=decode(made["appointment"]["id"], "Appointment"))


async def test_an_administrator_begins_work_with_the_timetable(visit: Visit) -> None:
    administrator = await visit("administrator9")
    assert 'href="/kk/work/timetable"' in await administrator.get("/kk/work")
    page = await administrator.get("/kk/work/timetable")
    assert "Каримов Рустам" in page and "08:00–14:00" in page and 'href="/kk/work/timetable/begin"' in page


async def test_others_of_the_clinic_read_it_and_only_note_absences(visit: Visit) -> None:
    for name in ("registrar9", "head9"):
        who = await visit(name)
        page = await who.get(PLACE)
        assert f'href="{ABSENCE}"' in page and f'href="{BEGIN}"' not in page and "/end" not in page
        assert texts.text("work.act.forbidden", "ru") in await who.get(BEGIN)
        proof = CSRF.findall(await who.get(ABSENCE))[-1]
        assert (await who.http.post(BEGIN, data=await reception(csrf=proof))).status_code == 422
    for name in ("zhanar", "centre"):
        await (await visit(name)).get(PLACE, 403)
        await (await visit(name)).get(ABSENCE, 403)


async def test_a_reception_opens_its_times_at_once_and_nobody_loses_one(visit: Visit, people: People) -> None:
    administrator = await visit("administrator9")
    place = await administrator.done(BEGIN, BEGIN, await reception())
    assert place.startswith(f"{PLACE}/affected?doctor=") and place.endswith("&n=0")
    assert texts.text("timetable.affected.nobody_lost", "ru") in await administrator.get(place)
    found = await times(await people("registrar9"), "OPHTHALMOLOGIST", day="2026-11-25")
    assert found[0]["startsAt"].startswith("2026-11-25T08:00")
    assert "каб. 201" in await administrator.get(PLACE)


@pytest.mark.parametrize(
    "changes, field",
    [
        ({"begins": "15:00", "ends": "16:00"}, "begins"), ({"ends": "08:05"}, "ends"), ({"room": ""}, "room"), ({"room": "101"}, "room"),
        ({"minutes": "500"}, "minutes"), ({"begins": "early"}, "begins"), ({"doctor": ""}, "doctor"), ({"weekday": "7"}, "begins"),
        ({"until": "2026-11-01"}, "until"), ({"since": "soon"}, "since"),
    ],
)  # fmt: skip
async def test_a_reception_that_cannot_be_is_told_at_its_field_and_stays_typed(visit: Visit, changes: dict[str, str], field: str) -> None:
    administrator, before = await visit("administrator9"), await Reception.all().count()
    answer = await administrator.sent(BEGIN, BEGIN, await reception(**changes))
    assert answer.status_code == 422 and f'id="{field}-fault"' in answer.text, text(answer.text)
    assert (changes.get("room", "201") in answer.text) and await Reception.all().count() == before


async def test_a_double_click_opens_no_second_reception(visit: Visit) -> None:
    administrator, before = await visit("administrator9"), await Reception.all().count()
    await administrator.done(BEGIN, BEGIN, await reception())
    assert (await administrator.sent(BEGIN, BEGIN, await reception())).status_code == 422
    assert await Reception.all().count() == before + 1


async def test_an_extra_session_is_a_reception_of_one_day(visit: Visit) -> None:
    administrator = await visit("administrator9")
    given = await reception(since="2026-11-26")
    del given["weekday"]
    await administrator.done(EXTRA, EXTRA, given)
    made = await Reception.get(since="2026-11-26")
    assert made.weekday == 3 and made.since == made.until
    assert texts.text("timetable.page.extra_sessions", "ru") in await administrator.get(PLACE)
    wrong = await administrator.sent(EXTRA, EXTRA, given | {"since": "tomorrow"})
    assert wrong.status_code == 422 and 'id="since-fault"' in wrong.text


async def test_an_absence_offers_everybody_another_time_and_lists_whom_to_call(visit: Visit, case: Appointment) -> None:
    registrar = await visit("registrar9")
    place = await registrar.done(ABSENCE, ABSENCE, await absence())
    assert place.endswith("&n=1")
    page = await registrar.get(place)
    assert texts.text("timetable.affected.offered", "ru", n=1) in page and texts.text("appointment_work.waiting.count", "ru", n=1) in page
    assert case.number in page and "tel:+7701" in page and "Болезнь" in page
    await case.refresh_from_db()
    assert case.state is State.OFFERED
    assert "Болезнь" in await registrar.get(PLACE)


async def test_an_absence_says_of_whom_no_other_time_is_offered_yet(visit: Visit, case: Appointment) -> None:
    registrar = await visit("registrar9")
    place = await registrar.done(ABSENCE, ABSENCE, await absence(untilLocal="2026-12-20T20:00"))
    assert place.endswith("&n=1")
    page = await registrar.get(place)
    assert texts.text("timetable.affected.waits", "ru", n=1) in page and case.number in page
    assert texts.text("timetable.affected.offered", "ru", n=1) not in page
    assert texts.text("timetable.affected.sought", "ru", n=1) in page
    assert texts.text("appointment_work.waiting.count", "ru", n=1) not in page
    assert texts.text("timetable.affected.call", "ru") not in page
    person, own = await visit("zhanar"), f"/ru/appointments/{encode('Appointment', case.id)}"
    shown = await person.get(own)
    for key in ("appointment.offer.title_waits", "appointment.offer.state_waits", "api.step.appointment.offer.ahead"):
        assert texts.text(key, "ru") in shown, key
    assert texts.text("appointment.offer.title", "ru") not in shown and texts.text("law.state.appointment.OFFERED", "ru") not in shown
    moving = await person.get(f"{own}/move")
    assert texts.text("appointment.move.lost_waits", "ru").rpartition(". ")[2] in moving


async def test_who_has_come_to_an_absent_doctor_is_named_and_nobody_says_that_all_is_settled(visit: Visit, case: Appointment) -> None:
    await Appointment.filter(id=case.id).update(state=State.ARRIVED)
    for name in ("registrar9", "administrator9"):
        who = await visit(name)
        page = await who.get(await who.done(ABSENCE, ABSENCE, await absence()))
        assert texts.text("timetable.affected.arrived", "ru", n=1) in page and case.number in page
        assert f'href="/ru/work/appointments/{encode("Appointment", case.id)}/offer"' in page
        assert texts.text("timetable.affected.nobody_lost", "ru") not in page


async def test_calls_of_an_absent_doctor_are_named_to_the_desk_and_counted_to_the_administrator(visit: Visit, people: People) -> None:
    call = await called(await people("zhanar"))
    await accepted(await people("registrar9"), call, "doctor9")
    registrar, administrator = await visit("registrar9"), await visit("administrator9")
    place = await registrar.done(ABSENCE, ABSENCE, await absence())
    page = await registrar.get(place)
    assert texts.text("timetable.affected.calls", "ru", n=1) in page and call["number"] in page
    assert f'href="/ru/work/calls/{call["id"]}/assign"' in page
    counted_only = await administrator.get(place)
    assert texts.text("timetable.affected.calls", "ru", n=1) in counted_only and call["number"] not in counted_only
    assert await Entry.filter(act="home_visit:listed", case_id=decode(call["id"], "HomeVisit"), role=Role.REGISTRAR).count() == 1
    await (await visit("head")).get(place, 404)


async def test_one_button_notes_a_doctor_absent_until_the_clinic_closes(visit: Visit) -> None:
    registrar = await visit("registrar9")
    shown = await registrar.get(ABSENCE)
    assert 'name="today" value="true"' in shown and texts.text("timetable.absence.reason_hint", "ru") in unescape(shown)
    await registrar.done(ABSENCE, ABSENCE, await absence(sinceLocal="", untilLocal="", today="true"))
    noted = await Absence.get()
    assert (clock.local(noted.since), clock.local(noted.until)) == (MONDAY, MONDAY.replace(hour=20, minute=0))
    wrong = await registrar.sent(ABSENCE, ABSENCE, await absence(sinceLocal="", untilLocal=""))
    assert wrong.status_code == 422 and 'id="since-fault"' in wrong.text and await Absence.all().count() == 1


async def test_an_absence_that_ends_before_it_begins_keeps_what_was_typed(visit: Visit) -> None:
    registrar = await visit("registrar9")
    answer = await registrar.sent(ABSENCE, ABSENCE, await absence(untilLocal="2026-11-22T10:00"))
    assert answer.status_code == 422 and 'id="until-fault"' in answer.text
    assert 'value="2026-11-23T08:00"' in answer.text and 'value="Болезнь"' in answer.text
    for wrong, field in (
        ({"reason": ""}, "reason"),
        ({"sinceLocal": "x"}, "since"),
        ({"doctor": ""}, "doctor"),
        ({"untilLocal": ""}, "until"),
    ):
        answer = await registrar.sent(ABSENCE, ABSENCE, await absence(**wrong))
        assert answer.status_code == 422 and f'id="{field}-fault"' in answer.text, wrong
    assert await Absence.all().count() == 0


async def test_a_doctor_who_is_back_receives_again(visit: Visit, people: People) -> None:
    registrar, asker = await visit("registrar9"), await people("registrar9")
    before = len(await times(asker, day="2026-11-24"))
    await registrar.done(ABSENCE, ABSENCE, await absence())
    assert await times(asker, day="2026-11-24") == []
    way = re.findall(rf'href="({PLACE}/absences/[^"]+/end)"', await registrar.get(PLACE))[0]
    await registrar.done(way, way)
    assert len(await times(asker, day="2026-11-24")) == before


async def test_a_reception_ends_and_whoever_was_booked_later_is_offered_another_time(visit: Visit, case: Appointment) -> None:
    administrator = await visit("administrator9")
    ways = re.findall(rf'href="({PLACE}/receptions/[^"]+/end)"', await administrator.get(f"{PLACE}/doctors/{await doctor_id()}"))
    monday = next(one for one in await Reception.filter(doctor_id=case.doctor_id, weekday=0))
    way = next(one for one in ways if str(encode("Reception", monday.id)) in one)
    wrong = await administrator.sent(way, way, {"last": "later"})
    assert wrong.status_code == 422 and 'id="last-fault"' in wrong.text
    place = await administrator.done(way, way, {"last": "2026-11-22"})
    assert place.endswith("&n=1") and case.number in await administrator.get(place)


async def test_receptions_and_doctors_of_another_clinic_are_not_touched(visit: Visit) -> None:
    stranger = await visit("administrator")
    own = await Reception.filter(doctor__person=await demo.person("doctor9")).first()
    assert own
    way = f"{PLACE}/receptions/{encode('Reception', own.id)}/end"
    proof = CSRF.findall(await stranger.get(BEGIN))[-1]
    assert (await stranger.http.post(way, data={"csrf": proof, "last": "2026-11-23"})).status_code == 422
    assert (await stranger.http.post(ABSENCE, data={"csrf": proof, **await absence()})).status_code == 422
    assert (await stranger.http.post(BEGIN, data=await reception(csrf=proof))).status_code == 422
    await own.refresh_from_db()
    assert own.until is None and await Absence.all().count() == 0
    await stranger.get(f"{PLACE}/absences/absence_{'a' * 26}/end", 404)
    await stranger.get(f"{PLACE}/affected", 404)


@pytest.mark.parametrize("language", list(Language))
async def test_anybody_reads_the_timetable_of_a_clinic(visit: Visit, language: Language) -> None:
    clinic = encode("Clinic", (await Clinic.get(bin="260440990029")).id)
    page = await (await visit("")).get(f"/{language}/clinics/{clinic}/timetable")
    assert (
        "Каримов Рустам" in page and "/receptions/" not in page and unescape(page).count(texts.text("timetable.page.title", language)) >= 2
    )
    await (await visit("")).get(f"/{language}/clinics/clinic_{'a' * 26}/timetable", 404)


async def test_pages_of_the_timetable_take_twenty_five_statements_at_most(visit: Visit, case: Appointment) -> None:
    administrator, spent = await visit("administrator9"), {}
    affected = await administrator.done(ABSENCE, ABSENCE, await absence())
    clinic = encode("Clinic", case.clinic_id)
    for path in (PLACE, BEGIN, EXTRA, ABSENCE, affected, f"/ru/clinics/{clinic}/timetable"):
        await administrator.get(path)
        with counted() as sent:
            await administrator.get(path)
        spent[path] = len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one])
    assert {path: n for path, n in spent.items() if n > 25} == {}
