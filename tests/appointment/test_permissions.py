"""Whose appointment it is: by others' ids, through partner systems, at the desk, at another clinic; and the lines that are left."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine

from api.ids import decode, encode
from models import clock as now
from models import demo
from models.account import Partner
from models.appointment import Appointment
from models.clinic import Doctor
from models.consent import Consent
from models.hold import Hold
from models.journal import Entry
from models.law import Role
from models.representation import Representation
from models.timetable import Absence, Slot
from tests.appointment.booking import act, book, book_at_desk, codes, hold, request, times
from tests.appointment.fewer import IIN, PARTNER, register
from tests.attachment.asking import Asker, Json, clinic_id, doctor_id, patient_id
from tests.attachment.conftest import People
from tests.attachment.test_may_i import MAY

__all__ = ["register"]
UNKNOWN = "730404399077"
STRANGERS = ("yerlan", "olga", "aliya", "registrar9", "head9", "doctor9", "doctor-child", "centre", "authority", PARTNER, "")
CASE = "query ($id: ID!) { appointment(id: $id) { id phone } }"
NODE = "query ($id: ID!) { node(id: $id) { id } }"
BY_ID = {
    "acceptOfferedTime": ("Appointment", {}), "cancelAppointment": ("Appointment", {}), "offerOtherTime": ("Appointment", {"reason": "X"}),
    "markArrival": ("Appointment", {}), "takeArrivalBack": ("Appointment", {}), "beginVisit": ("Appointment", {}),
    "completeVisit": ("Appointment", {}), "reopenVisit": ("Appointment", {}),
    "markNoShow": ("Appointment", {}), "moveAppointment": ("Appointment", {"slot": str(encode("Slot", UUID(int=5)))}),
    "extendHold": ("Hold", {}), "releaseHold": ("Hold", {}), "endAbsence": ("Absence", {}),
}  # fmt: skip
SHOWN = {"extendHold": "hold { id }", "releaseHold": "hold { id }", "endAbsence": "change { absence { id } }"}


async def foreign() -> dict[str, list[UUID]]:
    """Marat's appointments, holds and taken times at polyclinic No. 5, where nobody of the strangers has a part, and absences there."""
    marat, doctor = await demo.person("marat"), await Doctor.get(person=await demo.person("doctor"))
    made: dict[str, list[UUID]] = {"Appointment": [], "Hold": [], "Slot": [], "Absence": []}
    for number, slot in enumerate(await Slot.filter(doctor=doctor).order_by("starts_at").limit(8)):
        await Slot.filter(id=slot.id).update(state="BOOKED")
        case = await Appointment.create(
            number=f"T-{number}", state="COMPLETED", person=marat, applicant=marat, clinic_id=slot.clinic_id, doctor=doctor, slot=slot,
            specialty=slot.specialty, reason="PRIMARY", channel="DESK", language="kk", submitted_at=now.now(), booked_at=now.now(),
            starts_at=slot.starts_at, ends_at=slot.ends_at, phone="+77010000009",
        )  # fmt: skip
        held = await Hold.create(
            slot=slot, person=marat, purpose="CHOICE", held_by=uuid4(), held_at=now.now(), expires_at=now.now() + timedelta(minutes=5),
            ended_at=now.now(),
        )  # fmt: skip
        away = await Absence.create(
            clinic_id=slot.clinic_id, doctor=doctor, since=now.now() + timedelta(days=9), until=now.now() + timedelta(days=10),
            recorded_at=now.now(),
        )  # fmt: skip
        for kind, row in (("Appointment", case), ("Hold", held), ("Slot", slot), ("Absence", away)):
            made[kind].append(row.id)
    return made


async def answer(who: Asker, query: str, **given: object) -> str:
    return re.sub(r'"traceId":"\w+"', "", (await who.send(query, given)).text)


@pytest.mark.parametrize("name", STRANGERS)
async def test_what_belongs_to_others_is_absent_by_every_id(people: People, name: str) -> None:
    who, rows = await people(name), await foreign()
    for kind, keys in rows.items():
        if name == "doctor-child" and kind in ("Slot", "Absence"):  # the timetable of the doctor's own clinic
            continue
        assert len({await answer(who, NODE, id=encode(kind, key)) for key in [*keys, uuid4()]}) == 1, kind
    assert len({await answer(who, CASE, id=encode("Appointment", key)) for key in [*rows["Appointment"], uuid4()]}) == 1
    before = await Appointment.all().count(), await Absence.filter(until__gt=now.now() + timedelta(days=9)).count()
    for what, (kind, more) in BY_ID.items():
        given = [{"id": str(encode(kind, key)), **more} for key in [*rows[kind][:3], uuid4()]]
        found = {str(await act(who, what, one, SHOWN.get(what, "appointment { id }"))) for one in given}
        assert len(found) == 1, what
    assert {str(one.state) for one in await Appointment.all()} == {"COMPLETED"} and not await Entry.exists()
    assert before == (8, await Absence.filter(until__gt=now.now() + timedelta(days=9)).count())
    if name not in ("centre", "authority", ""):
        listed = await who.ask("{ appointments(first: 100) { nodes { id } } }")
        assert not {
            decode(one["id"], "Appointment") for one in (listed["data"] or {"appointments": {"nodes": []}})["appointments"]["nodes"]
        }


async def test_whose_time_it_is_is_told_to_the_clinic_alone_and_leaves_a_line(people: People) -> None:
    zhanar = await people("zhanar")
    slot = (await times(zhanar))[0]["id"]
    case = (await book(zhanar, slot))["appointment"]
    query = "query ($s: [ID!]!) { slots(ids: $s) { state appointment { id patient { fullName } } } }"
    for name in ("olga", "registrar", "doctor9-child", "centre", ""):
        (seen,) = await (await people(name)).see(query, s=[slot])
        assert seen["appointment"] is None, name
    assert not await Entry.filter(reading=True).exists()
    for name in ("registrar9", "head9", "doctor9", "registrar9"):
        (seen,) = await (await people(name)).see(query, s=[slot])
        assert seen["appointment"]["id"] == case["id"] and seen["state"] == "BOOKED"
    lines = await Entry.filter(act="appointment:listed", reading=True, person_id=(await demo.person("zhanar")).id)
    assert sorted(str(one.role) for one in lines) == ["DOCTOR", "HEAD", "REGISTRAR"]


async def test_the_person_reads_in_the_journal_of_access_what_was_done_and_who_looked(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, desk = await people("zhanar"), await people("registrar9")
    slot, other = [one["id"] for one in await times(zhanar)][:2]
    held = await hold(zhanar, slot)
    clock.shift(1)
    case = (await book(zhanar, slot, hold=held["hold"]["id"]))["appointment"]
    clock.shift(1)
    await act(zhanar, "moveAppointment", {"id": case["id"], "slot": other})
    clock.shift(1)
    await desk.see(CASE, id=case["id"])
    clock.shift(1)
    await desk.see("{ appointments { nodes { id } } }")
    clock.shift(1)
    await act(desk, "offerOtherTime", {"id": case["id"], "reason": "X"})
    clock.shift(1)
    await act(zhanar, "cancelAppointment", {"id": case["id"]})
    log = (await zhanar.see("{ accessLog(first: 50) { nodes { actText role reading caseNumber } } }"))["nodes"]
    told = [one["actText"] for one in reversed(log)]
    assert told == [
        "Time held", "Appointment booked", "Appointment moved", "Appointment opened", "Appointment seen in a list", "Another time offered",
        "Appointment cancelled",
    ]  # fmt: skip
    assert {one["caseNumber"] for one in log[:-1]} == {case["number"]}
    assert [one["role"] for one in log if one["reading"]] == ["REGISTRAR", "REGISTRAR"]


QUESTIONS = {
    "specialties": "query ($c: ID!, $p: ID) { specialties(clinic: $c, patient: $p) { forbidding { code } } }",
    "forbidding": "query ($c: ID!, $p: ID) { freeSlots(filter: {clinic: $c}, first: 20) { nodes { forbidding(patient: $p) { code } } } }",
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_registrars_question_about_a_person_leaves_one_line_and_ones_own_none(people: People, question: str) -> None:
    desk, zhanar, clinic = await people("registrar9"), await people("zhanar"), await clinic_id("almaty-9")
    await zhanar.see(QUESTIONS[question], c=clinic)
    await desk.see(QUESTIONS[question], c=clinic)
    assert not await Entry.exists()
    await desk.see(QUESTIONS[question], c=clinic, p=await patient_id("zhanar"))
    (line,) = await Entry.all()
    assert (line.act, line.reading, line.role) == ("appointment:asked", True, Role.REGISTRAR)
    assert line.person_id == (await demo.person("zhanar")).id
    body = await zhanar.ask(QUESTIONS[question], c=clinic, p=await patient_id("olga"))
    assert body["errors"][0]["extensions"]["code"] == "NOT_FOUND" and await Entry.all().count() == 1


async def test_a_partner_learns_nothing_of_anybody_before_a_consent_or_a_signature(people: People) -> None:
    partner, zhanar, answers = await people(PARTNER), await people("zhanar"), set()
    slot, other = [one["id"] for one in await times(zhanar)][:2]
    await book(zhanar, other)
    for whose in (UNKNOWN, *[IIN[name] for name in ("zhanar", "olga", "dias", "yerlan")]):
        given = request(slot, patientIin=whose)
        beforehand = await partner.see(MAY, act={"bookAppointment": given})
        asked, problems = await partner.to_sign("bookAppointment", given)
        held = codes(await hold(partner, slot, patientIin=whose))
        answers.add(str((beforehand, len(asked), problems, held, codes(await act(partner, "bookAppointment", given)))))
        assert "Өтегенова" not in asked.decode() and held
    assert len(answers) == 1 and not await Entry.filter(role="PARTNER").exists()
    assert codes(await hold(partner, slot, patient=await patient_id("olga"))) == ["NOT_FOUND"]
    assert (await partner.see("{ appointments { nodes { id } } }"))["nodes"] == []


async def test_a_partner_acts_for_whoever_consented_within_its_scopes_until_the_consent_ends(people: People) -> None:
    partner, reader, zhanar = await people(PARTNER), await people("partner:appointment:read"), await people("zhanar")
    row, olga = await Partner.get(name=PARTNER), await demo.person("olga")
    given = {"idempotencyKey": str(uuid4()), "partner": str(encode("Partner", row.id))}
    assert codes(await (await people("olga")).act("giveConsent", given, "consent { id }")) == []
    slot, other, third = [one["id"] for one in await times(zhanar)][:3]
    held = await hold(partner, slot, patientIin=IIN["olga"])
    made = await act(partner, "bookAppointment", request(slot, patientIin=IIN["olga"], hold=held["hold"]["id"]))
    assert codes(made) == []
    case = made["appointment"]
    assert codes(await act(partner, "moveAppointment", {"id": case["id"], "slot": other})) == []
    assert await reader.see(CASE, id=case["id"]) is None
    for name in ("holdSlot", "bookAppointment", "cancelAppointment"):
        asked: Json = {"id": case["id"]} if name == "cancelAppointment" else {"slot": third} if name == "holdSlot" else request(third)
        assert codes(await act(reader, name, asked, "hold { id }" if name == "holdSlot" else "appointment { id }")) == ["FORBIDDEN"]
    await Consent.filter(person=olga).update(withdrawn_at=now.now())
    assert codes(await hold(partner, third, patientIin=IIN["olga"])) != []
    assert await partner.see(CASE, id=case["id"]) is None
    for name in ("moveAppointment", "cancelAppointment"):
        after: Json = {"id": case["id"]} | ({"slot": third} if name == "moveAppointment" else {})
        assert codes(await act(partner, name, after)) == ["NOT_FOUND"]


async def test_a_partner_with_consent_leaves_alone_what_the_person_booked(people: People) -> None:
    partner, olga = await people(PARTNER), await people("olga")
    row = await Partner.get(name=PARTNER)
    given = {"idempotencyKey": str(uuid4()), "partner": str(encode("Partner", row.id))}
    assert codes(await olga.act("giveConsent", given, "consent { id }")) == []
    slot, other = [one["id"] for one in await times(olga)][:2]
    own = (await book(olga, slot))["appointment"]
    assert codes(await act(partner, "moveAppointment", {"id": own["id"], "slot": other})) == ["NOT_REPRESENTATIVE"]
    assert codes(await act(partner, "cancelAppointment", {"id": own["id"]})) == ["NOT_REPRESENTATIVE"]


async def test_another_clinics_people_change_no_timetable_and_no_appointment(people: People) -> None:
    zhanar = await people("zhanar")
    case = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    stranger, doctor = await people("administrator"), await doctor_id("doctor9")
    reception = (await stranger.see("query ($d: ID!) { receptions(doctor: $d) { id } }", d=doctor))[0]["id"]
    away = {"doctor": doctor, "since": "2026-11-24T08:00:00+05:00", "until": "2026-11-25T08:00:00+05:00", "reason": "X"}
    begun: Json = {"doctor": doctor, "weekday": 5, "begins": "10:00", "ends": "12:00", "room": "1"}
    for name, given in (
        ("recordAbsence", away), ("beginReception", begun), ("endReception", {"id": reception, "last": "2026-11-23"})
    ):  # fmt: skip
        assert codes(await act(stranger, name, given, "change { affected { id } }")) == ["NOT_FOUND"], name
    for who in ("registrar", "head", "administrator"):
        assert codes(await act(await people(who), "offerOtherTime", {"id": case["id"], "reason": "X"})) == ["NOT_FOUND"]
    assert codes(await act(await people("registrar9"), "recordAbsence", away, "change { affected { id } }")) == []
    assert codes(await act(await people("registrar9"), "beginReception", begun, "change { affected { id } }")) == ["FORBIDDEN"]


async def test_the_contact_centre_learns_the_state_by_number_and_nothing_of_the_person(people: People) -> None:
    zhanar, centre = await people("zhanar"), await people("centre")
    case = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    found = await centre.see(
        "query ($n: String!) { caseStatus(number: $n) { number serviceText stateText clinicName due { at } } }", n=case["number"]
    )  # fmt: skip
    assert found["number"] == case["number"] and found["due"] is None and found["stateText"]
    assert IIN["zhanar"] not in str(found) and "Өтегенова" not in str(found) and "Каримов" not in str(found)
    assert await Entry.filter(act="appointment:status", role="CONTACT_CENTRE", reading=True).count() == 1
    assert await centre.see("query ($n: String!) { caseStatus(number: $n) { number } }", n="AB-2026-000099-0") is None


async def test_nobody_books_moves_or_offers_at_ones_own_desk(people: People) -> None:
    desk = await people("registrar9")
    slot = (await times(desk))[0]["id"]
    assert "OWN_DESK" in codes(await book_at_desk(desk, IIN["registrar9"], slot))
    assert "OWN_DESK" in codes(await hold(desk, slot, patientIin=IIN["registrar9"]))


async def test_a_right_that_has_ended_shows_and_does_nothing_any_more(people: People) -> None:
    zhanar, child = await people("zhanar"), await patient_id("aliya")
    kids = await times(zhanar, "PAEDIATRICIAN", patient=child)
    case = (await book(zhanar, kids[0]["id"], patient=child))["appointment"]
    await Representation.filter(represented__iin=IIN["aliya"]).update(services=["ATTACHMENT"], right="POWER_OF_ATTORNEY")
    assert await zhanar.see(CASE, id=case["id"]) is None
    assert codes(await act(zhanar, "cancelAppointment", {"id": case["id"]})) == ["NOT_FOUND"]
    assert codes(await hold(zhanar, kids[1]["id"], patient=child)) == ["NOT_FOUND"]
