"""The clinic that cannot keep a time offers another to everybody: one of the person's own, held for as long as it can be."""

from datetime import date, datetime, timedelta

import time_machine

from api.ids import decode
from models import clock as now
from models import timetable_opening
from models.appointment import Appointment
from models.appointment_ending import renew_offers
from models.clinic import Clinic, Doctor
from models.clock import ZONE
from models.hold import Hold, HoldPurpose
from models.journal import Entry
from models.law.appointment import State
from models.law.notice import APPOINTMENT_PREFIX, number
from models.law.timetable import SlotState
from models.outbox import Message
from models.person import Person
from models.timetable import Reception, Slot
from tests.appointment.booking import act, book, codes, times
from tests.appointment.fewer import IIN, neighbours, register
from tests.attachment.asking import BINS, Asker, Json, doctor_id
from tests.attachment.conftest import People

__all__ = ["register"]
CHANGE = "change { absence { id } reception { id } affected { id state } }"


async def dense() -> None:
    """The general practitioner sees somebody every five minutes, five hours a day."""
    await Reception.filter(doctor__person__iin=IIN["doctor9"]).update(minutes=5, begins_minute=600, ends_minute=900)
    await timetable_opening.open_horizon()


def numbered(place: int) -> str:
    """The number of the appointment of one of the people, far from those that the register gives."""
    return number(APPOINTMENT_PREFIX, 2026, 900_000 + place)


async def booked(people: list[Person], slots: list[Slot]) -> None:
    """Each of these people has one of these times, as if they had booked it."""
    made = [
        Appointment(
            number=numbered(place), state=State.BOOKED, person=person, applicant=person,
            clinic_id=slot.clinic_id, doctor_id=slot.doctor_id, slot=slot, specialty=slot.specialty, reason="PRIMARY", channel="DESK",
            language="kk", submitted_at=now.now(), booked_at=now.now(), starts_at=slot.starts_at, ends_at=slot.ends_at,
        )
        for place, (person, slot) in enumerate(zip(people, slots, strict=True))
    ]  # fmt: skip
    await Appointment.bulk_create(made)
    await Slot.filter(id__in=[one.id for one in slots]).update(state=SlotState.BOOKED)


async def absent(who: Asker, since: str, until: str, doctor: str = "doctor9") -> Json:
    given = {"doctor": await doctor_id(doctor), "since": f"{since}:00+05:00", "until": f"{until}:00+05:00", "reason": "Ауырып қалды"}
    found = await act(who, "recordAbsence", given, CHANGE)
    assert found["problems"] == []
    return dict(found["change"])


async def test_two_hundred_people_of_an_absent_doctor_lose_nothing_but_the_hour(people: People) -> None:
    await dense()
    head, crowd = await people("head9"), await neighbours(200)
    lost = await Slot.filter(doctor__person__iin=IIN["doctor9"], day__lte=date(2026, 11, 30), state="OPEN").order_by("starts_at")
    left = await Slot.filter(doctor__person__iin=IIN["doctor9"], day__gt=date(2026, 11, 30), state="OPEN").count()
    await booked(crowd, lost[:200])
    assert left < 200 < len(lost)
    affected = (await absent(head, "2026-11-23T10:00", "2026-12-01T00:00"))["affected"]
    assert len(affected) == 200 and {one["state"] for one in affected} == {"OFFERED"}
    offers = await Hold.live().filter(purpose=HoldPurpose.OFFER).prefetch_related("slot", "appointment")
    assert len(offers) == left == len({one.slot_id for one in offers}) == len({one.person_id for one in offers})
    assert all(one.appointment and one.person_id == one.appointment.person_id and one.slot.day > date(2026, 11, 30) for one in offers)
    assert await times(head) == []
    assert await Message.filter(template="appointment_offered").count() == left
    assert await Message.filter(template="appointment_offer_waits").count() == 200 - left
    assert await Entry.filter(act="appointment:offer").count() == 200
    assert await renew_offers() == 0
    given = {"doctor": await doctor_id("doctor9"), "weekday": 4, "begins": "10:00", "ends": "12:00", "minutes": 5, "room": "777"}
    assert (await act(await people("administrator9"), "beginReception", given, CHANGE))["problems"] == []
    assert await renew_offers() == 200 - left
    assert await Hold.live().filter(purpose=HoldPurpose.OFFER).count() == 200 == await Appointment.filter(state="OFFERED").count()
    assert len({one.slot_id for one in await Hold.live()}) == 200 and await renew_offers() == 0


async def offered(people: People) -> tuple[Asker, Json]:
    """Zhanar's appointment, which the clinic could not keep."""
    zhanar, desk = await people("zhanar"), await people("registrar9")
    case = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    found = await act(desk, "offerOtherTime", {"id": case["id"], "reason": "Кабинет жабық"})
    assert found["problems"] == []
    return zhanar, dict(found["appointment"])


async def test_an_offer_ends_two_hours_before_its_time_and_is_renewed(people: People, clock: time_machine.Traveller) -> None:
    zhanar, case = await offered(people)
    first = await Hold.get(purpose=HoldPurpose.OFFER).prefetch_related("slot")
    assert first.expires_at == first.slot.starts_at - timedelta(hours=2)
    clock.move_to(first.expires_at - timedelta(seconds=1))
    assert await renew_offers() == 0
    clock.shift(timedelta(seconds=1))
    zhanar = await people("zhanar")
    (problem,) = (await act(zhanar, "acceptOfferedTime", {"id": case["id"]}))["problems"]
    assert problem["code"] == "NO_OFFER" and problem["message"] and problem["provision"]
    assert await renew_offers() == 1
    second = await Hold.live().get(purpose=HoldPurpose.OFFER)
    assert second.slot_id != first.slot_id
    taken = (await act(zhanar, "acceptOfferedTime", {"id": case["id"]}))["appointment"]
    assert (taken["state"], decode(taken["slot"]["id"], "Slot")) == ("BOOKED", second.slot_id)
    assert taken["sequence"] > case["sequence"] and not await Hold.live().exists()


async def test_who_is_offered_a_time_may_choose_another_or_cancel_and_the_offer_is_free_again(people: People) -> None:
    zhanar, case = await offered(people)
    other = case["offer"]["slot"]["id"]
    free = [one["id"] for one in await times(zhanar)]
    wanted = next(one for one in free[1:] if one != other)
    moved = (await act(zhanar, "moveAppointment", {"id": case["id"], "slot": wanted}))["appointment"]
    assert (moved["state"], moved["slot"]["id"]) == ("BOOKED", wanted)
    assert other in [one["id"] for one in await times(await people("olga"))]
    again = await act(await people("registrar9"), "offerOtherTime", {"id": case["id"], "reason": "X"})
    assert (await act(zhanar, "cancelAppointment", {"id": case["id"]}))["appointment"]["state"] == "CANCELLED"
    assert again["appointment"]["offer"]["slot"]["id"] in [one["id"] for one in await times(await people("olga"))]


async def test_the_end_of_an_absence_opens_every_time_that_is_still_ahead(people: People, clock: time_machine.Traveller) -> None:
    head, before = await people("head9"), [one["id"] for one in await times(await people(""))]
    ahead = (await absent(head, "2026-11-24T10:05", "2026-11-25T18:00"))["absence"]["id"]
    assert len(await times(head)) < len(before)
    assert (await act(head, "endAbsence", {"id": ahead}, CHANGE))["problems"] == []
    assert [one["id"] for one in await times(head)] == before and await head.see("{ absences { id } }") == []
    running = (await absent(head, "2026-11-23T10:00", "2026-11-25T18:00"))["absence"]["id"]
    clock.move_to(datetime(2026, 11, 24, 9, tzinfo=ZONE))
    head = await people("head9")
    assert (await act(head, "endAbsence", {"id": running}, CHANGE))["problems"] == []
    await timetable_opening.open_horizon()
    expected = {one.id for one in await Slot.filter(doctor__person__iin=IIN["doctor9"], starts_at__gt=now.now())}
    assert {decode(one["id"], "Slot") for one in await times(head)} == expected


async def test_who_has_come_keeps_the_time_although_the_doctor_is_absent_from_then_on(people: People) -> None:
    zhanar, desk = await people("zhanar"), await people("registrar9")
    case = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    assert (await act(desk, "markArrival", {"id": case["id"]}))["problems"] == []
    away = await absent(desk, "2026-11-23T10:00", "2026-11-23T20:00")
    assert away["affected"] == []
    await act(desk, "endAbsence", {"id": away["absence"]["id"]}, CHANGE)
    assert case["slot"]["id"] not in [one["id"] for one in await times(zhanar)]
    assert (await Slot.get(appointments__number=case["number"])).state is SlotState.BOOKED


async def test_who_has_come_to_an_absent_doctor_is_offered_another_time_by_the_desk_also_after_the_start(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, desk = await people("zhanar"), await people("registrar9")
    case = (await book(zhanar, (await times(zhanar))[0]["id"]))["appointment"]
    await act(desk, "markArrival", {"id": case["id"]})
    await absent(desk, "2026-11-23T10:00", "2026-11-23T20:00")
    clock.shift(timedelta(hours=4))
    desk = await people("registrar9")
    made = await act(desk, "offerOtherTime", {"id": case["id"], "reason": "Дәрігер бүгін қабылдай алмайды."})
    assert made["problems"] == [] and made["appointment"]["state"] == "OFFERED" and made["appointment"]["offer"]
    row = await Appointment.get(number=case["number"]).prefetch_related("slot")
    assert row.arrived_at is None and row.slot.state is SlotState.CLOSED


async def test_a_changed_reception_keeps_those_whose_time_stays(people: People) -> None:
    crowd = await neighbours(8)
    slots = await Slot.filter(doctor__person__iin=IIN["doctor9"], day=date(2026, 11, 24)).order_by("starts_at")
    await booked(crowd, slots)
    doctor = await Doctor.get(person__iin=IIN["doctor9"]).prefetch_related("clinic")
    first = await Reception.get(doctor=doctor, weekday=1)
    await Reception.filter(id=first.id).update(room="999", ends_minute=first.ends_minute - 60)
    await timetable_opening.open_horizon()
    states = [(await Appointment.get(number=numbered(place))).state for place in range(8)]
    assert states == [State.BOOKED] * 4 + [State.OFFERED] * 4
    assert {one.room for one in await Slot.filter(doctor=doctor, day=date(2026, 11, 24), state="BOOKED")} == {"999"}


async def test_a_reception_that_ends_offers_other_times_to_everybody_after_it(people: People) -> None:
    administrator, crowd = await people("administrator9"), await neighbours(4)
    slots = await Slot.filter(doctor__person__iin=IIN["doctor9"], day__in=[date(2026, 11, 24), date(2026, 12, 1)]).order_by("starts_at")
    await booked(crowd, slots[:2] + slots[8:10])
    receptions = await administrator.see(
        "query ($d: ID!) { receptions(doctor: $d) { id weekday } }", d=await doctor_id("doctor9")
    )  # fmt: skip
    tuesday = next(one["id"] for one in receptions if one["weekday"] == 2)
    ended = await act(administrator, "endReception", {"id": tuesday, "last": "2026-11-30"}, CHANGE)
    assert len(ended["change"]["affected"]) == 2
    assert [(await Appointment.get(number=numbered(n))).state for n in range(4)] == [State.BOOKED] * 2 + [State.OFFERED] * 2


async def test_a_reception_is_not_made_longer_over_another(people: People) -> None:
    administrator = await people("administrator9")
    given = {"doctor": await doctor_id("doctor9"), "weekday": 4, "begins": "10:00", "ends": "12:00", "room": "777"}
    first = await act(administrator, "beginReception", {**given, "until": "2026-11-30"}, CHANGE)
    second = await act(administrator, "beginReception", {**given, "since": "2026-12-01", "minutes": 20}, CHANGE)
    assert codes(first) == codes(second) == []
    mine = first["change"]["reception"]["id"]
    assert codes(await act(administrator, "endReception", {"id": mine, "last": "2026-12-10"}, CHANGE)) == ["RECEPTION_DOCTOR"]
    assert codes(await act(administrator, "endReception", {"id": mine, "last": "2026-11-29"}, CHANGE)) == []


async def test_a_holiday_added_to_the_clinics_calendar_offers_other_times(people: People) -> None:
    crowd = await neighbours(3)
    slots = await Slot.filter(doctor__person__iin=IIN["doctor9"], day__gte=date(2026, 11, 30)).order_by("starts_at")
    on = {day: [one for one in slots if one.day == date(2026, 12, day)] for day in (1, 2)}
    await booked(crowd, on[1][:2] + on[2][:1])
    week = {str(day): ["08:00", "20:00"] for day in range(6)}
    await Clinic.filter(bin=BINS["almaty-9"]).update(hours={**week, "2026-12-01": []})
    await timetable_opening.open_horizon()
    assert [(await Appointment.get(number=numbered(n))).state for n in range(3)] == [State.OFFERED] * 2 + [State.BOOKED]
    offers = await Hold.live().prefetch_related("slot")
    assert len(offers) == 2 and all(one.slot.day != date(2026, 12, 1) for one in offers)
    assert not [one for one in await times(await people("")) if one["startsAt"].startswith("2026-12-01")]
