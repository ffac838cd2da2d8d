"""What a clinic says of its doctors, and the streets of its sites: nobody is dropped, and no house has two doctors' sites."""

from datetime import date, timedelta

import pytest

from api.ids import decode, encode
from models.clinic import Site, Zone
from models.home_visit import HomeVisit
from models.journal import Entry
from models.timetable import Reception, Slot
from tests.appointment.booking import book_at_desk, times
from tests.attachment.asking import iin
from tests.attachment.conftest import People
from tests.home_visit.calls import accepted, call_by_phone
from tests.staffing.posts import SITE, change, codes, doctor, done, no_timetable, site_id


async def test_a_doctor_with_receptions_goes_on_serving_and_is_told_the_way(people: People) -> None:
    found = await change(await people("administrator9"), "dentist9", serving=False)
    assert codes(found) == ["HAS_TIMETABLE"] and "schedule" in found["problems"][0]["remedy"]
    assert (await doctor("dentist9")).serving


async def test_a_doctor_with_whom_people_are_booked_goes_on_serving(people: People) -> None:
    registrar = await people("registrar9")
    slot = (await times(registrar))[0]["id"]
    await book_at_desk(registrar, await iin("zhanar"), slot)
    row = await Slot.get(id=decode(slot, "Slot")).prefetch_related("doctor__person")
    await Reception.filter(doctor_id=row.doctor_id).update(until=date(2026, 11, 1))
    name = {"Каримов": "doctor9", "Юсупова": "doctor9-child"}[row.doctor.person.surname]
    assert codes(await change(await people("administrator9"), name, serving=False)) == ["HAS_APPOINTMENTS"]


async def test_a_doctor_who_has_a_call_goes_on_serving(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, (await call_by_phone(registrar, await iin("zhanar")))["homeVisit"], "doctor9")
    assert (await HomeVisit.get(id=decode(case["id"], "HomeVisit"))).doctor_id == (await doctor("doctor9")).id
    await Reception.filter(doctor=await doctor("doctor9")).update(until=date(2026, 11, 1))
    assert codes(await change(await people("administrator9"), "doctor9", serving=False)) == ["HAS_CALLS"]


async def test_a_doctor_for_whom_nobody_waits_stops_and_begins_again_with_times_at_once(people: People) -> None:
    admin = await people("administrator9")
    receptions = await Reception.filter(doctor=await doctor("dentist9")).values_list("id", flat=True)
    await no_timetable("dentist9")
    assert done(await change(admin, "dentist9", serving=False))["doctor"]["serving"] is False
    await Slot.filter(doctor=await doctor("dentist9")).update(state="CLOSED")
    await Reception.filter(id__in=list(receptions)).update(until=None)
    assert done(await change(admin, "dentist9", serving=True))["doctor"]["serving"] is True
    assert await Slot.filter(doctor=await doctor("dentist9"), state="OPEN").exists()


async def test_who_changes_an_old_picture_of_a_doctor_is_told(people: People) -> None:
    admin, head = await people("administrator9"), await people("head9")
    done(await change(head, "doctor9", languages=["RU"]))
    assert codes(await change(admin, "doctor9", version="0" * 12, languages=["KK"])) == ["DOCTOR_CHANGED"]
    assert (await doctor("doctor9")).languages == ["ru"]
    done(await change(admin, "doctor9", languages=["EN", "KK"], elsewhere=100))
    assert ((await doctor("doctor9")).languages, (await doctor("doctor9")).elsewhere) == (["kk", "en"], 100)


async def test_a_doctor_serves_a_site_of_the_own_clinic(people: People) -> None:
    admin = await people("administrator9")
    assert codes(await change(admin, "doctor9", site=None)) == ["SITE_NEEDED"]
    assert codes(await change(admin, "doctor9", site=await site_id("almaty-5"))) == ["NO_SUCH_SITE"]
    done(await change(admin, "dentist9", site=None))
    done(await change(admin, "doctor9", site=await site_id(number=2)))
    assert (await doctor("doctor9")).site_id == decode(await site_id(number=2), "Site")


async def test_a_doctor_of_another_clinic_is_as_absent(people: People) -> None:
    row = await doctor("doctor")
    given = {"id": encode("Doctor", row.id), "version": "x", "languages": ["KK"], "serving": True}
    assert codes(await (await people("administrator9")).act("changeDoctor", given, "member { id }")) == ["NOT_FOUND"]


async def test_a_site_and_its_streets_are_added_and_removed(people: People) -> None:
    admin = await people("administrator9")
    assert codes(await admin.act("addSite", {"number": 1}, SITE)) == ["SITE_EXISTS"]
    assert codes(await admin.act("addSite", {"number": 0}, SITE)) == ["INVALID_VALUE"]
    site = (await admin.act("addSite", {"number": 3}, SITE))["site"]
    given = {"site": site["id"], "street": "ул. Жандосова", "firstHouse": 2, "lastHouse": 90}
    (zone,) = (await admin.act("addZone", given, SITE))["site"]["zones"]
    assert (zone["street"], zone["firstHouse"], zone["lastHouse"]) == ("жандосова", 2, 90)
    assert (await admin.act("removeZone", {"id": zone["id"]}, SITE))["site"]["zones"] == []
    assert [one.act for one in await Entry.filter(act__in=["site:add", "zone:add", "zone:remove"]).order_by("at")] == [
        "site:add", "zone:add", "zone:remove"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("street", "first", "last", "code"),
    [
        ("Төле би көшесі", 300, 400, ["ZONE_OVERLAP"]), ("төле би", 301, 400, []), ("Орбита-1", 1, 5, ["ZONE_OVERLAP"]),
        ("Самал-2", 9, 5, ["ZONE_HOUSES"]), (" , ", 1, 5, ["REQUIRED"]), ("Самал-2", 1, 10000, ["INVALID_VALUE"]),
    ],
)  # fmt: skip
async def test_no_house_belongs_to_two_sites_of_a_clinic(people: People, street: str, first: int, last: int, code: list[str]) -> None:
    before = await Zone.all().count()
    given = {"site": await site_id(number=2), "street": street, "firstHouse": first, "lastHouse": last}
    found = await (await people("administrator9")).act("addZone", given, SITE)
    assert codes(found) == code and await Zone.all().count() == before + (not code)


async def test_the_streets_of_another_clinic_are_as_absent(people: People) -> None:
    admin = await people("administrator9")
    zone = await Zone.filter(site=await Site.get(id=decode(await site_id("almaty-5"), "Site"))).first()
    assert zone is not None
    assert codes(await admin.act("removeZone", {"id": encode("Zone", zone.id)}, SITE)) == ["NOT_FOUND"]
    assert codes(await admin.act("addZone", {"site": await site_id("almaty-5"), "street": "Жаңа"}, SITE)) == ["NOT_FOUND"]
    assert await Zone.filter(id=zone.id).exists()


DAY = "day closed free taken receptions { begins ends } absences { reason }"
WEEK = f"query ($d: ID!, $on: Date) {{ doctorWeek(doctor: $d, on: $on) {{ {DAY} }} }}"


async def test_a_week_of_a_doctor_says_hours_absences_and_how_many_are_taken(people: People) -> None:
    registrar, row = await people("registrar9"), await doctor("doctor9")
    whose = str(encode("Doctor", row.id))
    monday = (await registrar.see(WEEK, d=whose))[0]
    slot = await Slot.filter(doctor=row, state="OPEN", day=date(2026, 11, 24)).order_by("starts_at").first()
    assert slot is not None
    await book_at_desk(registrar, await iin("zhanar"), str(encode("Slot", slot.id)))
    absent = {"doctor": whose, "since": "2026-11-26T08:00:00+05:00", "until": "2026-11-27T08:00:00+05:00", "reason": "Оқу"}
    await registrar.act("recordAbsence", absent, "change { affected { id } }")
    days = await registrar.see(WEEK, d=whose, on="2026-11-29")
    assert [one["day"] for one in days] == [(date(2026, 11, 23) + timedelta(days=n)).isoformat() for n in range(7)]
    assert monday["receptions"] == [{"begins": "08:00", "ends": "14:00"}] and days[6]["closed"] and days[6]["free"] == 0
    assert [days[1]["taken"], days[3]["free"], [one["reason"] for one in days[3]["absences"]]] == [1, 0, ["Оқу"]]
    other = await registrar.ask(WEEK, d=encode("Doctor", (await doctor("doctor")).id))
    assert other["errors"]
