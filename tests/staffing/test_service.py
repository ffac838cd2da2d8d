"""A doctor serves from the first day of the post to its last: nobody is booked before or after, and nobody is dropped when it ends."""

from datetime import date
from typing import Any

import pytest

from api.ids import decode, encode
from models import demo, doctor_change, timetable_opening
from models.account import Post
from models.appointment import Appointment
from models.clinic import Doctor
from models.clock import now as clock_now
from models.home_visit import HomeVisit
from models.home_visit_facts import left
from models.journal import Entry
from models.law import Role
from models.law.appointment import State
from models.person import Person
from models.timetable import Reception, Slot
from tests.appointment.booking import book_at_desk
from tests.attachment.asking import Asker, Json, iin
from tests.attachment.conftest import People
from tests.home_visit.calls import accepted, call_by_phone
from tests.staffing.posts import as_doctor, change, codes, doctor, done, end, give, no_timetable, post

DAY = 86400
CHANGE = "change { reception { id } affected { id } }"


async def begin(who: Asker, name: str, **changes: Any) -> Json:
    """The payload of opening a reception: Wednesday morning in a room of its own."""
    given = {"doctor": str(encode("Doctor", (await doctor(name)).id)), "weekday": 3, "begins": "08:00", "ends": "10:00", "room": "201"}
    return await who.act("beginReception", given | changes, CHANGE)


async def days_of(name: str) -> set[date]:
    return {one.day for one in await Slot.filter(doctor=await doctor(name), state__in=["OPEN", "BOOKED"])}


async def booked(people: People, name: str, day: date) -> Appointment:
    """Somebody is booked with a doctor on a day."""
    slot = await Slot.filter(doctor=await doctor(name), state="OPEN", day=day).order_by("starts_at").first()
    assert slot is not None
    made = await book_at_desk(await people("registrar9"), await iin("zhanar"), str(encode("Slot", slot.id)))
    return await Appointment.get(id=decode(made["appointment"]["id"], "Appointment"))


async def ends_on(name: str, last: date) -> None:
    """A doctor's post has a last day, as one that was given with it."""
    await Post.filter(id=(await post(name, Role.DOCTOR)).id).update(until=last)


async def test_a_doctor_whose_post_is_ahead_serves_from_its_first_day(people: People, clock: Any) -> None:
    admin = await people("administrator9")
    made = done(await give(admin, "olga", "DOCTOR", since="2026-11-25", doctor=await as_doctor()))
    assert made["doctor"]["serving"] is False
    assert codes(await begin(admin, "olga", since="2026-11-24")) == ["RECEPTION_BEFORE_POST"]
    assert codes(await begin(admin, "olga", since="2026-11-25")) == [] and await days_of("olga") == set()
    assert codes(await change(admin, "olga", serving=True)) == ["NO_POST"]
    done(await change(admin, "olga", languages=["RU"]))
    clock.shift(DAY)
    assert await doctor_change.keep_service() == 0 and not (await doctor("olga")).serving
    clock.shift(DAY)
    assert await doctor_change.keep_service() == 1 and (await doctor("olga")).serving
    assert await doctor_change.keep_service() == 0
    assert min(await days_of("olga")) >= date(2026, 11, 25)
    assert await Entry.filter(act="doctor:begin", person_id=(await demo.person("olga")).id).count() == 1


async def test_a_doctor_whose_post_was_called_off_never_serves(people: People, clock: Any) -> None:
    admin = await people("administrator9")
    done(await give(admin, "olga", "DOCTOR", since="2026-11-25", doctor=await as_doctor()))
    assert codes(await end(admin, "olga", Role.DOCTOR, until="2026-11-24")) == ["POST_DAYS"]
    member = done(await end(admin, "olga", Role.DOCTOR))
    row = await post("olga", Role.DOCTOR)
    assert member["posts"][0]["ended"] and (row.since, row.until) == (date(2026, 11, 22), date(2026, 11, 22))
    (line,) = await Entry.filter(act="post:end")
    assert line.details["since"] == "2026-11-25"
    clock.shift(3 * DAY)
    assert await doctor_change.keep_service() == 0 and not (await doctor("olga")).serving


async def test_a_post_of_one_day_does_not_end_before_it_began(people: People) -> None:
    admin = await people("administrator9")
    done(await give(admin, "olga"))
    done(await end(admin, "olga", Role.REGISTRAR, until="2020-01-01"))
    row = await post("olga", Role.REGISTRAR)
    assert row.until == date(2026, 11, 22) and row.since <= row.until and not row.in_force


async def test_no_time_is_opened_after_the_last_day_of_a_post(people: People) -> None:
    admin, given = await people("administrator9"), await as_doctor()
    done(await give(admin, "olga", "DOCTOR", until="2026-12-02", doctor=given))
    refused = await begin(admin, "olga", since="2026-11-23")
    assert codes(refused) == ["RECEPTION_AFTER_POST"] and "2 December 2026" in refused["problems"][0]["message"]
    made = await begin(admin, "olga", since="2026-11-23", until="2026-12-02")
    assert codes(made) == [] and await days_of("olga") == {date(2026, 11, 25), date(2026, 12, 2)}
    longer = {"id": made["change"]["reception"]["id"], "last": "2026-12-09"}
    assert codes(await admin.act("endReception", longer, CHANGE)) == ["RECEPTION_AFTER_POST"]
    assert await days_of("olga") == {date(2026, 11, 25), date(2026, 12, 2)}


async def test_whoever_is_booked_after_the_last_day_is_offered_another_time(people: People) -> None:
    case = await booked(people, "doctor9", date(2026, 12, 2))
    await ends_on("doctor9", date(2026, 12, 1))
    await timetable_opening.open_horizon()
    await case.refresh_from_db()
    assert case.state is State.OFFERED and max(await days_of("doctor9")) <= date(2026, 12, 1)
    assert (await doctor("doctor9")).serving and await Entry.filter(act="appointment:offer", case_id=case.id).count() == 1


async def test_when_a_post_runs_out_whoever_is_still_booked_is_offered_another_time_and_it_is_noted(people: People, clock: Any) -> None:
    case = await booked(people, "doctor9", date(2026, 12, 2))
    clock.shift(2 * DAY)
    await ends_on("doctor9", date(2026, 11, 24))
    assert await doctor_change.keep_service() == 1 and not (await doctor("doctor9")).serving
    await case.refresh_from_db()
    assert case.state is State.OFFERED
    assert not await Slot.filter(doctor=await doctor("doctor9"), state__in=["OPEN", "BOOKED"], starts_at__gt=clock_now()).exists()
    (line,) = await Entry.filter(act="doctor:end")
    assert line.details["affected"] == 1 and await doctor_change.keep_service() == 0


async def test_a_call_is_given_to_nobody_whose_post_is_over_and_asks_for_another_doctor(people: People) -> None:
    registrar = await people("registrar9")
    case = await accepted(registrar, (await call_by_phone(registrar, await iin("zhanar")))["homeVisit"], "doctor9")
    row = await HomeVisit.get(id=decode(case["id"], "HomeVisit"))
    assert await left([row]) == set()
    await Doctor.filter(id=row.doctor_id).update(serving=False)
    assert await left([row]) == {row.id}
    await Doctor.filter(id=row.doctor_id).update(serving=True)
    await ends_on("doctor9", date(2026, 11, 22))
    other = (await call_by_phone(registrar, await iin("marat")))["homeVisit"]
    window = {"since": other["windows"][0]["since"], "until": other["windows"][0]["until"]}
    given = {"id": other["id"], "version": 0, "window": window, "doctor": str(encode("Doctor", (await doctor("doctor9")).id))}
    assert codes(await registrar.act("acceptHomeVisit", given, "homeVisit { id }")) == ["DOCTOR_ELSEWHERE"]


async def test_another_post_than_that_of_doctor_lets_nobody_serve(people: People) -> None:
    admin = await people("administrator9")
    await no_timetable("dentist9")
    done(await end(admin, "dentist9", Role.DOCTOR))
    done(await give(admin, "dentist9"))
    assert codes(await change(admin, "dentist9", serving=True)) == ["NO_POST"]
    assert not (await doctor("dentist9")).serving


async def test_a_head_who_is_a_doctor_besides_ends_that_post(people: People) -> None:
    head = await people("head9")
    done(await give(head, "head9", "DOCTOR", doctor=await as_doctor()))
    done(await end(head, "head9", Role.DOCTOR))
    assert not (await doctor("head9")).serving


LOOKUP = "query ($iin: IIN!) { staffCandidate(iin: $iin) { fullName } }"


async def test_a_day_has_twenty_look_ups_and_whoever_was_seen_may_be_seen_again(people: People, clock: Any) -> None:
    admin = await people("administrator9")
    known = await Person.exclude(deceased_on__not_isnull=True).order_by("iin").limit(21)
    for one in known[:19]:
        assert await admin.see(LOOKUP, iin=one.iin)
    assert codes(await give(admin, "", iin="730404399077")) == ["NO_SUCH_PERSON"]  # an IIN of nobody counts as well
    assert (await admin.ask(LOOKUP, iin=known[20].iin))["errors"][0]["extensions"]["code"] == "LOOKUPS_SPENT"
    assert codes(await give(admin, "", iin=known[20].iin)) == ["LOOKUPS_SPENT"]
    assert codes(await give(admin, "", iin="730404399077")) == ["LOOKUPS_SPENT"]
    assert await admin.see(LOOKUP, iin=known[0].iin)
    assert not await Entry.filter(act="post:lookup", person_id=known[20].id).exists()
    clock.shift(DAY)
    assert await (await people("administrator9")).see(LOOKUP, iin=known[20].iin)


@pytest.mark.parametrize(("role", "code", "noted"), [("HEAD", "POST_NOT_GIVEN", 0), ("REGISTRAR", "POST_DAYS", 1)])
async def test_a_refused_post_tells_nothing_without_the_right_and_is_noted_with_it(
    people: People, role: str, code: str, noted: int
) -> None:
    admin, somebody = await people("administrator9"), await demo.person("olga")
    answers = [await give(admin, "olga", role, since="2026-11-22") for _ in range(2)]
    assert [codes(one) for one in answers] == [[code]] * 2
    assert await Entry.filter(act="post:lookup", person_id=somebody.id).count() == noted
    unknown = codes(await give(admin, "", role, iin="730404399077", since="2026-11-22"))
    assert unknown == [code if not noted else "NO_SUCH_PERSON"]


async def test_receptions_of_a_post_given_again_open_from_its_first_day(people: People, clock: Any) -> None:
    receptions = await Reception.filter(doctor=await doctor("dentist9")).values_list("id", flat=True)
    admin = await people("administrator9")
    await no_timetable("dentist9")
    done(await end(admin, "dentist9", Role.DOCTOR))
    assert await days_of("dentist9") == set()
    await Reception.filter(id__in=list(receptions)).update(until=None)
    again = await as_doctor(specialty="DENTIST", site=None)
    done(await give(admin, "dentist9", "DOCTOR", since="2026-11-26", doctor=again))
    assert await timetable_opening.open_horizon() == 0 and await days_of("dentist9") == set()
    clock.shift(3 * DAY)
    await doctor_change.keep_service()
    assert await days_of("dentist9") and min(await days_of("dentist9")) >= date(2026, 11, 26)
