"""The day's work at /graphql: every service in one list, in the order in which it runs out, and only what the caller may do now."""

from datetime import timedelta

import pytest
import time_machine

from api.ids import encode
from models import texts
from models.appointment import Appointment
from models.clinic import Doctor
from models.journal import Entry
from models.law import Language
from models.law.appointment import State
from tests.appeal import appeals
from tests.appointment import booking
from tests.attachment.asking import BINS, MONDAY, Json, done
from tests.attachment.conftest import People
from tests.attachment.test_statements import counted
from tests.home_visit import calls
from tests.notice.acts import filed

AGENDA = """query ($service: Service) { agenda(service: $service) {
    total parts { serviceText number overdue soonest }
    tasks {
        act text why by minutesLeft overdue emergency provision { citation } case { __typename id number stateText patient { shortName } }
    }
} }"""


async def agenda(people: People, name: str, **asked: str) -> Json:
    found: Json = await (await people(name)).see(AGENDA, **asked)
    return found


def acts(found: Json) -> list[str]:
    return [one["act"] for one in found["tasks"]]


async def test_a_request_passes_from_the_registrar_to_the_head_and_out_of_the_agenda(people: People) -> None:
    case = await filed(people)
    assert acts(await agenda(people, "registrar")) == ["check"] and acts(await agenda(people, "head")) == []
    done(await (await people("registrar")).act("checkAttachment", {"id": case["id"]}))
    assert acts(await agenda(people, "registrar")) == [] and acts(await agenda(people, "head")) == ["approve"]
    done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert acts(await agenda(people, "head")) == []


async def test_a_task_says_which_act_why_by_when_and_under_which_paragraph(people: People) -> None:
    case = await filed(people)
    found = await agenda(people, "registrar")
    (task,) = found["tasks"]
    assert task["case"]["number"] == case["number"] and task["text"] and task["why"] and task["provision"]["citation"]
    assert task["minutesLeft"] > 0 and not task["overdue"]
    assert [(one["number"], one["overdue"]) for one in found["parts"]] == [(1, 0)]


async def test_a_life_in_danger_stands_before_an_older_call(people: People) -> None:
    first = await calls.called(await people("zhanar"))
    second = await calls.called(await people("olga"), dangerSigns=["CHEST_PAIN"])
    found = await agenda(people, "registrar9")
    assert [one["case"]["number"] for one in found["tasks"]] == [second["number"], first["number"]]
    assert [one["emergency"] for one in found["tasks"]] == [True, False]


async def test_what_runs_out_first_stands_first_whatever_its_service(people: People, clock: time_machine.Traveller) -> None:
    offered = await booking.book(await people("olga"), (await booking.times(await people("olga")))[3]["id"])
    await booking.act(await people("registrar9"), "offerOtherTime", {"id": offered["appointment"]["id"], "reason": "Дәрігер ауырып қалды."})
    await calls.called(await people("zhanar"))
    tasks = (await agenda(people, "registrar9"))["tasks"]
    assert [one["case"]["__typename"] for one in tasks] == ["HomeVisit", "Appointment"]
    assert tasks[0]["by"] < tasks[1]["by"]


async def test_a_late_answer_is_told_as_late_and_reaches_the_head(people: People, clock: time_machine.Traveller) -> None:
    await calls.called(await people("zhanar"))
    assert acts(await agenda(people, "head9")) == []
    clock.move_to(MONDAY + timedelta(minutes=45))
    (task,) = (await agenda(people, "head9"))["tasks"]
    assert task["overdue"] and task["minutesLeft"] < 0 and task["act"] == "accept"


async def test_a_doctor_s_day_has_the_visits_and_the_round(people: People, clock: time_machine.Traveller) -> None:
    call = await calls.called(await people("zhanar"))
    await calls.accepted(await people("registrar9"), call, "doctor9")
    assert acts(await agenda(people, "doctor9")) == ["set_out"]
    assert acts(await agenda(people, "doctor9-child")) == []


async def test_an_officer_is_told_only_of_acts_that_are_the_officer_s(people: People) -> None:
    await appeals.filed(await people("olga"))
    found = await agenda(people, "officer9")
    assert found["total"] == 1 and all(one["act"] for one in found["tasks"])
    for role in ("administrator9", "centre"):
        assert (await agenda(people, role))["total"] == 0


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_an_offer_is_told_as_a_call_to_make_and_not_as_a_time_to_accept(people: People, language: str) -> None:
    olga, desk = await people("olga"), await people("registrar9")
    booked = await booking.book(olga, (await booking.times(olga))[3]["id"])
    await booking.act(desk, "offerOtherTime", {"id": booked["appointment"]["id"], "reason": "Дәрігер оқуда, кешірім сұраймыз."})
    desk.headers["Accept-Language"] = language
    (task,) = (await desk.see(AGENDA))["tasks"]
    assert task["act"] == "accept" and task["text"] == texts.text("api.agenda_act.OFFER_OPEN", Language(language))


async def test_a_call_whose_doctor_is_absent_then_is_the_desk_s_next_thing_and_back_with_the_doctor_it_is_not(people: People) -> None:
    call = await calls.called(await people("zhanar"))
    await calls.accepted(await people("registrar9"), call, "doctor9")
    assert acts(await agenda(people, "registrar9")) == []
    doctor = {"doctor": await calls.doctor_id("doctor9"), "reason": "Дәрігер бүгін қабылдай алмайды."}
    head, noted = await people("head9"), "change { absence { id } }"
    away = await booking.act(head, "recordAbsence", doctor | {"today": True}, noted)
    (task,) = (await agenda(people, "registrar9"))["tasks"]
    assert (task["act"], task["text"]) == ("assign", texts.text("api.agenda_act.DOCTOR_AWAY", Language.EN))
    assert task["why"] == texts.text("api.agenda_why.DOCTOR_AWAY", Language.EN) and task["minutesLeft"] > 0
    assert acts(await agenda(people, "doctor9")) == ["set_out"]
    await booking.act(head, "endAbsence", {"id": away["change"]["absence"]["id"]}, noted)
    assert acts(await agenda(people, "registrar9")) == []


async def test_an_absence_outside_the_window_leaves_the_call_with_its_doctor(people: People) -> None:
    call = await calls.called(await people("zhanar"))
    until = (await calls.accepted(await people("registrar9"), call, "doctor9"))["window"]["until"]
    given = {"doctor": await calls.doctor_id("doctor9"), "reason": "Оқу", "since": until, "until": "2026-11-24T20:00:00+05:00"}
    await booking.act(await people("head9"), "recordAbsence", given, "change { absence { id } }")
    assert acts(await agenda(people, "registrar9")) == []


async def test_while_another_time_is_sought_the_desk_is_not_told_to_accept_it(people: People) -> None:
    olga, head = await people("olga"), await people("head9")
    booked = await booking.book(olga, (await booking.times(olga))[3]["id"])
    given = {"since": "2026-11-23T08:00:00+05:00", "until": "2026-12-20T20:00:00+05:00", "reason": "Оқу"}
    for doctor in await Doctor.filter(specialty="GP", clinic__bin=BINS["almaty-9"]):
        await booking.act(head, "recordAbsence", given | {"doctor": str(encode("Doctor", doctor.id))}, "change { absence { id } }")
    assert (await Appointment.get(number=booked["appointment"]["number"])).state is State.OFFERED
    assert acts(await agenda(people, "registrar9")) == []


async def test_one_service_is_chosen_and_the_parts_still_tell_of_all(people: People) -> None:
    await calls.called(await people("zhanar"))
    found = await agenda(people, "registrar9", service="ATTACHMENT")
    assert found["tasks"] == [] and [one["number"] for one in found["parts"]] == [1]


async def test_another_clinic_s_work_is_not_told(people: People) -> None:
    await filed(people)
    assert (await agenda(people, "registrar9"))["total"] == 0


async def test_cases_shown_leave_one_line_a_day_for_each_reader(people: People) -> None:
    await filed(people)
    await agenda(people, "registrar")
    await agenda(people, "registrar")
    assert await Entry.filter(act="attachment:listed").count() == 1


async def test_the_agenda_takes_few_statements_however_long_it_is(people: People) -> None:
    sent = []
    for name in ("zhanar", "marat", "olga"):
        await calls.called(await people(name))
        with counted() as statements:
            await agenda(people, "registrar9")
        sent.append(len(statements))
    assert max(sent) <= 20 and sent[-1] <= sent[0] + 1, sent


@pytest.mark.parametrize("name", ["zhanar", "partner:appeal:read", ""])
async def test_nobody_but_staff_has_an_agenda(people: People, name: str) -> None:
    body = await (await people(name)).ask(AGENDA)
    assert body["errors"][0]["extensions"]["code"] in ("FORBIDDEN", "UNAUTHENTICATED")
