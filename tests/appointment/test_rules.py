"""Why not?: each rule once, with its field, paragraph and remedy; told beforehand by the very code that decides."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import time_machine

from api.ids import decode
from models.appointment import Appointment
from models.clinic import Clinic
from models.hold import Hold
from models.journal import Entry
from models.law.appointment_rules import IMPEDIMENTS
from models.outbox import Message
from models.person import Person
from models.representation import Representation
from models.timetable import Slot
from tests.appointment.booking import act, book, book_at_desk, codes, hold, request, times
from tests.appointment.fewer import IIN, SEEN, neighbours, referral, register
from tests.attachment.asking import BINS, Asker, Json, patient_id
from tests.attachment.conftest import People

__all__ = ["register"]
MAY = "query ($act: ActInput!) { mayI(act: $act) { allowed forbidding { code text remedy field provision { basis } } } }"
BY_TIME = ("SLOT_GONE", "SLOT_TAKEN", "SLOT_BEGUN", "HOLD_EXPIRED")


async def told(who: Asker, name: str, given: Json) -> dict[str, Json]:
    """What forbids an act, by code: beforehand and when it is done it is the same; and everything that helps is told."""
    before = await who.see(MAY, act={name: given})
    found = [one for one in (await act(who, name, given))["problems"] if one["code"] != "SIGNATURE_REQUIRED"]
    assert [one["code"] for one in before["forbidding"]] == [one["code"] for one in found] and before["allowed"] is not bool(found)
    if name == "bookAppointment" and who.name in ("zhanar", "dias", "olga") and found:
        assert [one["code"] for one in (await who.to_sign(name, given))[1]] == [one["code"] for one in found]
    for one in found:
        assert one["message"] and one["remedy"] and one["provision"]["basis"], one
        assert not one["alternatives"] or one["code"] in BY_TIME
    return {one["code"]: one for one in found}


def fields(found: dict[str, Json]) -> dict[str, list[str] | None]:
    """The field of each rule."""
    return {code: one["field"] for code, one in found.items()}


async def slot(who: Asker, specialty: str = "GP", clinic: str = "almaty-9", place: int = 0) -> str:
    return str((await times(who, specialty, clinic))[place]["id"])


async def test_rules_about_the_person_and_the_right_to_act(people: People) -> None:
    zhanar, dias, registrar, desk = [await people(name) for name in ("zhanar", "dias", "registrar", "registrar9")]
    here, there = await slot(zhanar), await slot(zhanar, clinic="almaty-5")
    seen: Json = {"patientIin": IIN["marat"], "identity": SEEN}
    await Person.filter(iin=IIN["zhanar"]).update(deceased_on=date(2026, 11, 1))
    assert fields(await told(zhanar, "bookAppointment", request(here))) == {"DECEASED": ["patient"]}
    await Person.filter(iin=IIN["zhanar"]).update(deceased_on=None)
    assert fields(await told(registrar, "bookAppointment", request(here, **seen))) == {"OTHER_DESK": ["slot"]}
    own = await told(desk, "bookAppointment", request(here, patientIin=IIN["registrar9"], identity=SEEN))
    assert fields(own) == {"OWN_DESK": ["patient"], "NOT_ATTACHED": ["patient"]}
    assert "OWN_DESK" in await told(desk, "bookAppointment", request(here, **seen, applicantIin=IIN["registrar9"]))
    found = await told(desk, "bookAppointment", request(here, **seen, applicantIin=IIN["olga"]))
    assert fields(found) == {"NOT_REPRESENTATIVE": ["patient"]}
    assert fields(await told(dias, "bookAppointment", request(there))) == {"MINOR_ALONE": ["patient"]}
    assert fields(await told(zhanar, "bookAppointment", request(there))) == {"NOT_ATTACHED": ["patient"]}
    await Clinic.filter(bin=BINS["almaty-9"]).update(serving=False)
    assert fields(await told(zhanar, "bookAppointment", request(here))) == {"CLINIC_NOT_SERVING": ["slot"]}


async def test_rules_about_the_specialty_and_the_access_to_it(people: People) -> None:
    zhanar, desk = await people("zhanar"), await people("registrar9")
    assert fields(await told(zhanar, "bookAppointment", request(await slot(zhanar, "PAEDIATRICIAN")))) == {"DOCTOR_AGE": ["slot"]}
    eye, gland, tooth = [await slot(zhanar, one) for one in ("OPHTHALMOLOGIST", "ENDOCRINOLOGIST", "DENTIST")]
    for at, given, expected in (
        (eye, {}, {"REFERRAL_NEEDED": ["referral"]}),
        (gland, {}, {"REFERRAL_NEEDED": ["referral"]}),
        (gland, {"accessReason": "INJURY"}, {"ACCESS_REASON_OTHER": ["accessReason"]}),
        (eye, {"accessReason": "SKIN"}, {"ACCESS_REASON_OTHER": ["accessReason"]}),
        (eye, {"accessReason": "INJURY"}, {}),
        (gland, {"accessReason": "DISPENSARY_OBSERVATION"}, {"EVIDENCE_MISSING": ["evidence"]}),
        (gland, {"accessReason": "DISPENSARY_OBSERVATION", "evidence": "№"}, {"EVIDENCE_MISSING": ["evidence"]}),
        (gland, {"accessReason": "DISPENSARY_OBSERVATION", "evidence": "Д-есеп № 12"}, {}),
        (gland, {"accessReason": "REPEAT_IN_CASE"}, {"NO_EARLIER_VISIT": ["accessReason"]}),
        (gland, {"referral": referral(number="№")}, {"EVIDENCE_MISSING": ["referral", "number"]}),
        (gland, {"referral": referral(validUntil="2026-11-22")}, {"REFERRAL_EXPIRED": ["referral", "validUntil"]}),
        (gland, {"referral": referral(issuedOn="2026-12-19")}, {"REFERRAL_EXPIRED": ["referral", "validUntil"]}),
        (gland, {"referral": referral()}, {}),
        (tooth, {}, {}),
    ):
        assert fields(await told(zhanar, "bookAppointment", request(at, **given))) == expected, given
    seen = request(gland, patientIin=IIN["zhanar"], identity=SEEN, accessReason="REPEAT_IN_CASE")
    assert await told(desk, "bookAppointment", seen) == {}


async def test_a_repeat_visit_needs_an_earlier_one_that_took_place(people: People) -> None:
    zhanar, gland = await people("zhanar"), await slot(await people("zhanar"), "ENDOCRINOLOGIST")
    first = (await book(zhanar, gland, referral=referral()))["appointment"]
    await Appointment.filter(number=first["number"]).update(state="NO_SHOW")
    again = request(await slot(zhanar, "ENDOCRINOLOGIST"), accessReason="REPEAT_IN_CASE")
    assert list(await told(zhanar, "bookAppointment", again)) == ["NO_EARLIER_VISIT"]
    await Appointment.filter(number=first["number"]).update(state="COMPLETED")
    assert await told(zhanar, "bookAppointment", again) == {}


async def test_rules_about_the_time(people: People, clock: time_machine.Traveller) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    first, second, third = [await slot(zhanar, place=place) for place in range(3)]
    mine = (await book(zhanar, first))["appointment"]
    found = await told(olga, "bookAppointment", request(first))
    assert found["SLOT_TAKEN"]["field"] == ["slot"] and [one["id"] for one in found["SLOT_TAKEN"]["alternatives"]][:2] == [second, third]
    found = await told(zhanar, "bookAppointment", request(second))
    assert fields(found) == {"SPECIALTY_BOOKED": ["slot"]} and mine["number"] in found["SPECIALTY_BOOKED"]["message"]
    row = await Slot.get(appointments__number=mine["number"])
    eye = await slot(zhanar, "OPHTHALMOLOGIST")
    await Slot.filter(id=decode(eye, "Slot")).update(starts_at=row.starts_at + timedelta(minutes=5), ends_at=row.ends_at)
    assert fields(await told(zhanar, "bookAppointment", request(eye, accessReason="INJURY"))) == {"OVERLAP": ["slot"]}
    for changes, given, expected in (
        ({"state": "CLOSED"}, {}, "SLOT_GONE"),
        ({"state": "OPEN", "reasons": "PRIMARY"}, {"reason": "REPEAT"}, "SLOT_REASON"),
        ({"starts_at": row.starts_at + timedelta(days=15), "ends_at": row.ends_at + timedelta(days=15)}, {}, "SLOT_BEYOND"),
    ):
        free = await Slot.get(doctor_id=row.doctor_id, starts_at=row.starts_at + timedelta(minutes=15))
        await Slot.filter(id=free.id).update(**changes)
        (problem,) = (await told(olga, "bookAppointment", request(second, **given))).values()
        assert (problem["code"], problem["field"]) == (expected, ["reason"] if given else ["slot"])
        assert len(problem["alternatives"]) == (3 if expected == "SLOT_GONE" else 0)
    clock.shift(timedelta(hours=3))
    assert fields(await told(olga, "bookAppointment", request(third))) == {"SLOT_BEGUN": ["slot"]}


async def test_rules_about_the_acts_that_follow(people: People, clock: time_machine.Traveller) -> None:
    zhanar, desk, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    first, second = await slot(zhanar), await slot(zhanar, place=1)
    mine = (await book(zhanar, first))["appointment"]
    (same,) = (await told(zhanar, "moveAppointment", {"id": mine["id"], "slot": first})).values()
    assert (same["code"], same["field"]) == ("SAME_SLOT", ["slot"])
    other = await told(zhanar, "moveAppointment", {"id": mine["id"], "slot": await slot(zhanar, "DENTIST")})
    assert fields(other) == {"OTHER_SPECIALTY": ["slot"]}
    assert list(await told(desk, "markNoShow", {"id": mine["id"]})) == ["VISIT_AHEAD"]
    assert list(await told(zhanar, "acceptOfferedTime", {"id": mine["id"]})) == ["NOT_OPEN"]
    assert (await act(zhanar, "moveAppointment", {"id": mine["id"], "slot": second}))["problems"] == []
    clock.shift(timedelta(hours=4))
    acts: list[tuple[Asker, str, Json]] = [
        (zhanar, "moveAppointment", {"slot": await slot(zhanar)}),
        (zhanar, "cancelAppointment", {}),
        (desk, "offerOtherTime", {"reason": "X"}),
    ]
    for who, name, given in acts:
        assert list(await told(who, name, {"id": mine["id"], **given})) == ["VISIT_BEGUN"], name
    for who, name, state in ((desk, "markNoShow", "NO_SHOW"), (desk, "markArrival", "ARRIVED"), (doctor, "beginVisit", "IN_VISIT"),
                             (doctor, "completeVisit", "COMPLETED")):  # fmt: skip
        assert (await act(who, name, {"id": mine["id"]}))["appointment"]["state"] == state


async def test_who_missed_a_visit_and_booked_another_is_not_noted_as_arrived_at_the_missed_one(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, desk = await people("zhanar"), await people("registrar9")
    missed = (await book(zhanar, await slot(zhanar)))["appointment"]
    clock.shift(timedelta(hours=4))
    assert (await act(desk, "markNoShow", {"id": missed["id"]}))["problems"] == []
    again = (await book(zhanar, await slot(zhanar)))["appointment"]
    found = await told(desk, "markArrival", {"id": missed["id"]})
    assert list(found) == ["SPECIALTY_BOOKED"] and again["number"] in found["SPECIALTY_BOOKED"]["message"]
    await act(zhanar, "cancelAppointment", {"id": again["id"]})
    assert (await act(desk, "markArrival", {"id": missed["id"]}))["appointment"]["state"] == "ARRIVED"


async def test_an_arrival_marked_by_mistake_is_taken_back_on_the_day_and_the_person_is_expected_again(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, desk, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    mine = (await book(zhanar, await slot(zhanar)))["appointment"]
    assert list(await told(desk, "takeArrivalBack", {"id": mine["id"]})) == ["NOT_OPEN"]
    for who in (desk, doctor):
        await act(who, "markArrival", {"id": mine["id"]})
        assert (await act(who, "takeArrivalBack", {"id": mine["id"]}))["appointment"]["state"] == "BOOKED"
        assert (await Appointment.get(number=mine["number"])).arrived_at is None
    await act(desk, "markArrival", {"id": mine["id"]})
    await act(doctor, "beginVisit", {"id": mine["id"]})
    assert list(await told(desk, "takeArrivalBack", {"id": mine["id"]})) == ["NOT_OPEN"]
    await act(doctor, "reopenVisit", {"id": mine["id"]})
    clock.shift(timedelta(days=1))
    assert list(await told(await people("registrar9"), "takeArrivalBack", {"id": mine["id"]})) == ["NOT_OPEN"]
    assert (await Appointment.get(number=mine["number"])).state == "ARRIVED"


def test_every_rule_is_asked_somewhere_here() -> None:
    """HOLD_EXPIRED, HOLD_EXTENDED and HOLD_OTHER are in test_holds, NO_OFFER in test_offers, NOTHING_FORBIDS in tests/notice."""
    here = Path(__file__).read_text(encoding="utf-8")
    elsewhere = {"HOLD_EXPIRED", "HOLD_EXTENDED", "HOLD_OTHER", "NO_OFFER", "NOTHING_FORBIDS"}
    assert {code for code in IMPEDIMENTS if f'"{code}"' not in here} <= elsewhere


FORBIDDING = "query ($s: [ID!]!, $p: ID) { slots(ids: $s) { forbidding(patient: $p) { code } } }"
ACCESS: dict[str, Any] = {"ENDOCRINOLOGIST": {"referral": referral()}, "OPHTHALMOLOGIST": {"accessReason": "INJURY"}}


async def test_what_is_listed_can_be_booked_or_it_is_said_why_not(people: People) -> None:
    desk, booked, refused = await people("registrar9"), 0, 0
    for place, specialty in enumerate(("GP", "PAEDIATRICIAN", "DENTIST", "OBSTETRICIAN", "OPHTHALMOLOGIST", "ENDOCRINOLOGIST")):
        listed = await times(desk, specialty, day="2026-11-24")
        for one, person in zip(listed[:: 1 if specialty == "GP" else 3], await neighbours(9, first=place * 20), strict=False):
            forbidding = (await desk.see(FORBIDDING, s=[one["id"]], p=await patient_id(person.iin)))[0]["forbidding"]
            held = await hold(desk, one["id"], patientIin=person.iin)
            made = await book_at_desk(desk, person.iin, one["id"], **ACCESS.get(specialty, {}))
            assert codes(held) == codes(made) == [found["code"] for found in forbidding]
            booked, refused = booked + (made["appointment"] is not None), refused + bool(forbidding)
    assert booked > 12 and refused > 1


async def test_a_mother_books_for_her_child_and_an_attorney_within_the_power(people: People, clock: time_machine.Traveller) -> None:
    zhanar, free = await people("zhanar"), [one["id"] for one in await times(await people("zhanar"))]
    child, father = await patient_id("aliya"), await patient_id("marat")
    kids = [one["id"] for one in await times(zhanar, "PAEDIATRICIAN", patient=child)]
    booked = await book(zhanar, kids[0], patient=child)
    assert booked["problems"] == []
    shown = "query ($id: ID!) { appointment(id: $id) { patient { fullName } applicant { right } } }"
    found = await zhanar.see(shown, id=booked["appointment"]["id"])
    assert "Әлия" in found["patient"]["fullName"] and found["applicant"]["right"] == "PARENT"
    power = Representation.filter(represented__iin=IIN["marat"])
    await power.update(services=["ATTACHMENT"])
    assert codes(await act(zhanar, "bookAppointment", request(free[0], patient=father))) == ["NOT_FOUND"]
    await power.update(services=["APPOINTMENT"], until=date(2026, 11, 24))
    assert (await book(zhanar, free[0], patient=father))["problems"] == []
    clock.shift(timedelta(days=2))
    refused = await act(await people("zhanar"), "bookAppointment", request(free[-1], patient=father))
    assert (codes(refused), refused["problems"][0]["field"]) == (["NOT_FOUND"], ["patient"])
    assert codes(await act(await people("zhanar"), "cancelAppointment", {"id": found.get("id", booked["appointment"]["id"])})) in (
        [],
        ["VISIT_BEGUN"],
    )


async def test_who_comes_to_the_desk_alone_under_age_is_booked_there(people: People) -> None:
    desk = await people("registrar")
    at = await slot(desk, clinic="almaty-5")
    assert codes(await hold(desk, at, patientIin=IIN["dias"])) == []
    assert codes(await book_at_desk(desk, IIN["dias"], at)) == []


async def kept() -> tuple[int, ...]:
    return (
        await Appointment.all().count(), await Hold.live().count(), await Message.all().count(), await Entry.filter(reading=False).count(),
        await Slot.filter(state="OPEN").count(),
    )  # fmt: skip


async def test_asking_beforehand_leaves_nothing_but_the_line_of_a_registrars_question(people: People) -> None:
    zhanar, desk = await people("zhanar"), await people("registrar9")
    at, before = await slot(zhanar), await kept()
    assert await zhanar.see("query ($act: ActInput!) { mayI(act: $act) { allowed } }", act={"bookAppointment": request(at)}) == {
        "allowed": True
    }
    assert await kept() == before and not await Entry.exists()
    given = request(at, patientIin=IIN["marat"], identity=SEEN)
    assert (await desk.see("query ($act: ActInput!) { mayI(act: $act) { allowed } }", act={"bookAppointment": given}))["allowed"]
    assert await kept() == before
    assert [(one.act, one.reading) for one in await Entry.all()] == [("appointment:asked", True)]
