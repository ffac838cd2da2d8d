"""The unfinished appeal: nothing typed is lost, a complaint is prepared from a case of any service, and it is forgotten with the filing."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from models import appeal_clock, demo, timetable_opening
from models import clock as now
from models.appointment import Appointment
from models.attachment import Attachment
from models.clinic import Clinic
from models.home_visit import HomeVisit
from models.representation import Representation
from models.timetable import Slot
from tests.appeal.appeals import HOME, WORDS, act, at, codes, complained, done, filed, later, request, row
from tests.attachment.asking import BINS, Asker, Json, clinic_id, doctor_id, patient_id
from tests.attachment.conftest import People

DRAFT = """{ appealDraft { key patient { fullName } kind isComplaint about { number } clinic { name } toAuthority bodyName essence subject
    complainedOf accused { fullName } learnedOn late restoreTerm crime files { id } postalAddress phone answerBy language
    clock { kind body dueOn } } }"""
KEY = "appealDraft { key }"


async def save(who: Asker, **answers: Any) -> Json:
    return await act(who, "saveAppealDraft", answers, KEY)


async def test_answers_are_kept_one_by_one_and_the_clock_is_told_beforehand(people: People) -> None:
    zhanar = await people("zhanar")
    empty = await zhanar.see(DRAFT)
    assert (empty["kind"], empty["clock"], empty["essence"]) == (None, None, "") and "9" in empty["clinic"]["name"]
    assert "Самал" in empty["postalAddress"] and empty["answerBy"] == ["ACCOUNT"]
    await save(zhanar, kind="COMPLAINT", learnedOn="2026-08-01")
    await save(zhanar, essence=WORDS, postalAddress=HOME, phone="8 701 000 00 05", answerBy=["POST", "ACCOUNT"], crime=True)
    await save(
        zhanar, accused=[await doctor_id("doctor9")], complainedOf="Дәрігер", restoreTerm="Ауырдым", language="RU", subject="BEHAVIOUR"
    )
    kept = await zhanar.see(DRAFT)
    assert (kept["kind"], kept["isComplaint"], kept["late"], kept["crime"]) == ("COMPLAINT", True, True, True)
    assert (kept["essence"], kept["postalAddress"], kept["phone"], kept["language"]) == (WORDS, HOME, "+77010000005", "RU")
    assert kept["clock"] == {"kind": "COMPLAINT", "body": "CLINIC", "dueOn": "2026-11-26"} and len(kept["accused"]) == 1
    await save(zhanar, toAuthority=True)
    above = await zhanar.see(DRAFT)
    assert above["clock"]["body"] == "AUTHORITY" and above["bodyName"] != kept["bodyName"]


@pytest.mark.parametrize(
    "answers, code",
    [({"phone": "abc"}, "INVALID_PHONE"), ({"essence": "x" * 10_001}, "TOO_LONG"), ({"essence": "a\x00"}, "INVALID_VALUE"),
     ({"clinic": "clinic_x"}, "NOT_FOUND"), ({"accused": ["x"]}, "NOT_FOUND"), ({"learnedOn": "x"}, "INVALID_DATE")],
)  # fmt: skip
async def test_what_cannot_be_is_told_and_the_rest_stays(people: People, answers: Json, code: str) -> None:
    zhanar = await people("zhanar")
    await save(zhanar, essence=WORDS)
    assert codes(await save(zhanar, **answers)) == [code]
    assert (await zhanar.see(DRAFT))["essence"] == WORDS


async def case_of(service: str, people: People, clock: time_machine.Traveller) -> Json:
    """A case of Zhanar's of a service that went against her."""
    zhanar, clinic, moment = await demo.person("zhanar"), await Clinic.get(bin=BINS["almaty-9"]), now.now()
    usual: Any = {"person": zhanar, "clinic": clinic, "applicant": zhanar, "channel": "PORTAL", "language": "kk", "submitted_at": moment}
    from api.ids import encode

    if service == "ATTACHMENT":
        made: Any = await Attachment.create(
            number="AP-2026-000901-0", state="REFUSED", ground="FREE_CHOICE", refusal_ground="UNRELIABLE", decided_at=moment, **usual
        )
    elif service == "APPOINTMENT":
        from models.clinic import Doctor

        await timetable_opening.open_horizon()
        doctor = await Doctor.get(person=await demo.person("doctor9"))
        made = await Appointment.create(
            number="AB-2026-000901-0",
            state="CANCELLED",
            doctor=doctor,
            starts_at=moment,
            ends_at=moment + timedelta(minutes=20),
            reason="PRIMARY",
            specialty="GP",
            booked_at=moment,
            slot=await Slot.filter(doctor=doctor).first(),
            **usual,
        )
    elif service == "HOME_VISIT":
        made = await HomeVisit.create(
            number="DV-2026-000901-0", log_year=2026, log_number=901, state="REFUSED", kind="PRIMARY", urgency="ROUTINE",
            refusal_ground="UNRELIABLE", reasons=WORDS, ended_at=moment, accepted_at=moment, answer_by=moment, served_by_law=now.today(),
            visit_day=now.today(), **usual,
        )  # fmt: skip
    else:
        who = await people("zhanar")
        lapsed = await filed(who)
        await later(clock, at("2026-12-15"), who)
        await appeal_clock.lapse()
        return lapsed
    return {"id": str(encode(type(made).__name__, made.id)), "number": made.number}


@pytest.mark.parametrize("service", ["ATTACHMENT", "APPOINTMENT", "HOME_VISIT", "APPEAL"])
async def test_a_complaint_is_prepared_from_a_case_of_every_service(people: People, clock: time_machine.Traveller, service: str) -> None:
    case = await case_of(service, people, clock)
    zhanar, olga = await people("zhanar"), await people("olga")
    assert codes(await act(olga, "prepareComplaint", {"about": case["id"]}, KEY)) == ["NOT_FOUND"]
    prepared = await act(zhanar, "prepareComplaint", {"about": case["id"]}, KEY)
    assert codes(prepared) == []
    draft = await zhanar.see(DRAFT)
    assert draft["about"]["number"] == case["number"] and case["number"] in draft["essence"] and "{" not in draft["essence"]
    assert draft["clock"]["kind"] == ("COMPLAINT" if service == "APPEAL" else "SERVICE_COMPLAINT") and draft["learnedOn"]
    await save(zhanar, essence=draft["essence"] + WORDS)
    again = await act(zhanar, "prepareComplaint", {"about": case["id"]}, KEY)
    assert again["appealDraft"]["key"] == prepared["appealDraft"]["key"]
    assert (await zhanar.see(DRAFT))["essence"].endswith(WORDS)  # what was typed stays
    key = (await zhanar.see(DRAFT))["key"]
    complaint = await complained(zhanar, case["id"], essence=draft["essence"] + WORDS, idempotencyKey=key)
    kept = await row(complaint)
    assert (kept.about_number, kept.facts["number"]) == (case["number"], case["number"])
    after = await zhanar.see(DRAFT)
    assert after["key"] != key and after["essence"] == "" and after["about"] is None
    facts = await zhanar.see(
        "query ($id: ID!) { appeal(id: $id) { facts { number serviceText stateText lines { label text } } } }", id=complaint["id"]
    )
    assert facts["facts"]["stateText"] and all(one["label"] and one["text"] for one in facts["facts"]["lines"])


async def test_a_draft_for_somebody_no_longer_represented_is_ones_own_again(people: People) -> None:
    zhanar = await people("zhanar")
    assert codes(await save(zhanar, patient=await patient_id("marat"), essence=WORDS)) == []
    assert (await zhanar.see(DRAFT))["patient"]["fullName"].startswith("Өтегенов Марат")
    await Representation.filter(represented__iin=(await demo.person("marat")).iin).update(ended_at=now.now())
    assert (await zhanar.see(DRAFT))["patient"]["fullName"].startswith("Өтегенова Жанар")
    assert codes(await save(zhanar, patient=await patient_id("marat"))) == ["NOT_FOUND"]


async def test_a_prepared_complaint_for_somebody_no_longer_represented_shows_nothing_of_the_case(people: People) -> None:
    zhanar, head = await people("zhanar"), await people("head9")
    case = await filed(zhanar, patient=await patient_id("marat"))
    await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)
    assert codes(await act(zhanar, "prepareComplaint", {"about": case["id"]}, KEY)) == []
    await Representation.filter(represented__iin=(await demo.person("marat")).iin).update(ended_at=now.now())
    draft = await zhanar.see(DRAFT)
    assert draft["about"] is None and draft["patient"]["fullName"].startswith("Өтегенова Жанар")


async def test_a_draft_is_forgotten_by_its_own_key_only_and_is_nobody_elses(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    key = (await save(zhanar, essence=WORDS))["appealDraft"]["key"]
    assert (await act(zhanar, "discardAppealDraft", {"key": str(uuid4())}, KEY))["appealDraft"]["key"] == key
    assert (await act(olga, "discardAppealDraft", {"key": key}, KEY))["appealDraft"]["key"] != key
    assert (await zhanar.see(DRAFT))["essence"] == WORDS
    assert (await act(zhanar, "discardAppealDraft", {"key": key}, KEY))["appealDraft"]["key"] != key
    assert (await zhanar.see(DRAFT))["essence"] == ""


async def test_the_draft_is_kept_while_the_filing_is_refused(people: People) -> None:
    zhanar = await people("zhanar")
    await save(zhanar, essence=WORDS)
    given = request(clinic=await clinic_id("almaty-9"))
    assert codes(await act(zhanar, "fileAppeal", given)) == ["SIGNATURE_REQUIRED"]
    assert (await zhanar.see(DRAFT))["essence"] == WORDS
    await filed(zhanar)
    assert (await zhanar.see(DRAFT))["essence"] == ""
