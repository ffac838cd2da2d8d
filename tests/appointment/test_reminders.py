"""A week, a day and two hours before the visit, each once; with links that do one act, once, at the time for which they were sent."""

import asyncio
import re
from datetime import datetime, timedelta
from typing import Any

import time_machine

from models.account import hashed
from models.appointment import Appointment, Reminded
from models.appointment_link import AppointmentLink, LinkAct, make
from models.appointment_reminder import send_due
from models.clock import ZONE
from models.journal import Entry
from models.outbox import Message, Way
from models.outbox_sending import send_due as send
from tests.appointment.booking import act, book, codes, times
from tests.appointment.fewer import register
from tests.attachment.asking import Asker, Json, patient_id, reachable
from tests.attachment.conftest import People
from tests.attachment.test_outbox import Receivers, receivers

__all__ = ["receivers", "register"]
MAIL, PHONE = "zhanar@example.kz", "+77010000002"
LINKED = "linkedAppointment { number act startsAt }"
SHOWN = "query ($t: String!) { appointmentLink(token: $t) { act number freeSlots { id } doctor { fullName } clinic { name } } }"
TUESDAY = "2026-12-01"


async def told(kind: str | None = None) -> list[str]:
    """The reminders that were sent, by kind."""
    found = Reminded.all() if kind is None else Reminded.filter(reminder=kind)
    return sorted(str(one.reminder) for one in await found)


async def booked(people: People, day: str = TUESDAY, **changes: Any) -> tuple[Asker, Json]:
    """Zhanar's appointment on a day."""
    zhanar = await people("zhanar")
    found = await book(zhanar, (await times(zhanar, day=day))[0]["id"], **changes)
    assert found["problems"] == []
    return zhanar, dict(found["appointment"])


def at(case: Json) -> datetime:
    return datetime.fromisoformat(case["startsAt"]).astimezone(ZONE)


async def test_each_reminder_is_sent_once_at_its_moment(people: People, clock: time_machine.Traveller) -> None:
    _, case = await booked(people)
    assert await send_due() == 0
    second, sent = timedelta(seconds=1), list[str]()
    for kind, before in (("WEEK", timedelta(days=7)), ("DAY", timedelta(days=1)), ("HOURS", timedelta(hours=2))):
        clock.move_to(at(case) - before - second)
        assert await send_due() == 0
        clock.shift(second)
        assert await send_due() == 1 and await send_due() == 0
        sent.append(kind)
        assert await told() == sorted(sent)
    clock.move_to(at(case))
    assert await send_due() == 0
    assert await Message.filter(template="appointment_reminder").count() == 3
    assert await Entry.filter(act="appointment:remind", role="SYSTEM").count() == 3


async def test_two_processes_that_remind_at_once_remind_once(people: People, clock: time_machine.Traveller) -> None:
    _, case = await booked(people)
    clock.move_to(at(case) - timedelta(days=1))
    assert sum(await asyncio.gather(send_due(), send_due(), send_due())) == 1
    assert await told() == ["DAY"] and await Message.filter(template="appointment_reminder").count() == 1


async def test_nobody_is_reminded_of_what_was_booked_after_the_moment_of_the_reminder(
    people: People, clock: time_machine.Traveller
) -> None:
    _, case = await booked(people, "2026-11-25")
    assert await send_due() == 0
    clock.move_to(at(case) - timedelta(hours=25))
    assert await send_due() == 0
    clock.move_to(at(case) - timedelta(hours=1))
    assert await send_due() == 1 and await told() == ["HOURS"]


async def test_after_a_move_the_new_time_has_reminders_of_its_own_and_after_a_cancellation_there_are_none(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, case = await booked(people, "2026-11-30")
    clock.move_to(at(case) - timedelta(days=1))
    assert await send_due() == 1
    zhanar = await people("zhanar")
    moved = await act(zhanar, "moveAppointment", {"id": case["id"], "slot": (await times(zhanar, day="2026-12-02"))[0]["id"]})
    assert await send_due() == 0
    clock.move_to(at(moved["appointment"]) - timedelta(days=1))
    assert await send_due() == 1 and await told() == ["DAY", "DAY"]
    assert {one.sequence for one in await Reminded.all()} == {0, 1}
    await act(await people("zhanar"), "cancelAppointment", {"id": case["id"]})
    clock.move_to(at(moved["appointment"]) - timedelta(hours=2))
    assert await send_due() == 0


async def test_email_and_sms_carry_the_links_and_the_account_does_not(
    receivers: Receivers, people: People, clock: time_machine.Traveller
) -> None:
    await reachable("zhanar", MAIL, PHONE)
    _, case = await booked(people)
    await send()
    receivers.mails.clear()
    receivers.texts.clear()
    clock.move_to(at(case) - timedelta(days=1))
    assert await send_due() == 1
    waiting = {one.way: one for one in await Message.filter(template="appointment_reminder")}
    assert "links" in waiting[Way.EMAIL].values and "links" in waiting[Way.SMS].values and "links" not in waiting[Way.ACCOUNT].values
    assert await send() == 2
    (mail,), (text,) = receivers.mails, receivers.texts
    sent = re.findall(r"/a/([\w-]+)", text["text"]) + re.findall(r"/a/([\w-]+)", mail.get_body(("plain",)).get_content())
    assert len(sent) == 4 and {await AppointmentLink.filter(token_hash=hashed(one)).count() for one in sent} == {1}
    kept = str([one.values for one in await Message.all()]) + str([one.token_hash for one in await AppointmentLink.all()])
    assert not any(one in kept for one in sent)
    shown = await (await people("zhanar")).see("{ me { messages { nodes { text } } } }")
    assert "/a/" not in str(shown)


async def links(people: People, clock: time_machine.Traveller) -> tuple[Json, dict[LinkAct, str]]:
    """The appointment and the tokens of its reminder of the day before."""
    _, case = await booked(people)
    clock.move_to(at(case) - timedelta(days=1))
    row, made = await Appointment.get(number=case["number"]), dict[LinkAct, str]()
    for one in LinkAct:
        made[one] = await make(row, row.person_id, one)
    return case, made


async def by_link(who: Asker, name: str, **given: str) -> Json:
    return await act(who, name, given, LINKED)


async def test_a_link_cancels_once_and_does_no_other_act(people: People, clock: time_machine.Traveller) -> None:
    case, made = await links(people, clock)
    nobody = await people("")
    slot = (await times(nobody))[0]["id"]
    assert codes(await by_link(nobody, "moveByLink", token=made[LinkAct.CANCEL], slot=slot)) == ["NOT_FOUND"]
    assert codes(await by_link(nobody, "cancelByLink", token=made[LinkAct.MOVE])) == ["NOT_FOUND"]
    found = await nobody.see(SHOWN, t=made[LinkAct.CANCEL])
    assert (found["act"], found["number"], found["freeSlots"]) == ("CANCEL", case["number"], [])
    done = await by_link(nobody, "cancelByLink", token=made[LinkAct.CANCEL])
    assert done["problems"] == [] and done["linkedAppointment"]["number"] == case["number"]
    for one in made.values():
        assert await nobody.see(SHOWN, t=one) is None
    assert codes(await by_link(nobody, "cancelByLink", token=made[LinkAct.CANCEL])) == ["NOT_FOUND"]
    row = await Appointment.get(number=case["number"])
    assert row.state == "CANCELLED" and case["slot"]["id"] in [one["id"] for one in await times(nobody, day=TUESDAY)]


async def test_a_link_moves_once_and_every_link_of_the_old_time_is_void(people: People, clock: time_machine.Traveller) -> None:
    case, made = await links(people, clock)
    nobody = await people("")
    free = [one["id"] for one in (await nobody.see(SHOWN, t=made[LinkAct.MOVE]))["freeSlots"]]
    assert case["slot"]["id"] not in free and free
    tooth = (await times(nobody, "DENTIST"))[0]["id"]
    assert codes(await by_link(nobody, "moveByLink", token=made[LinkAct.MOVE], slot=tooth)) == ["OTHER_SPECIALTY"]
    assert (await by_link(nobody, "moveByLink", token=made[LinkAct.MOVE], slot=free[0]))["problems"] == []
    assert codes(await by_link(nobody, "moveByLink", token=made[LinkAct.MOVE], slot=free[1])) == ["NOT_FOUND"]
    assert codes(await by_link(nobody, "cancelByLink", token=made[LinkAct.CANCEL])) == ["NOT_FOUND"]
    assert (await Appointment.get(number=case["number"])).state == "BOOKED"


async def test_a_link_is_void_once_the_visit_begins_and_an_invented_one_never_was(people: People, clock: time_machine.Traveller) -> None:
    case, made = await links(people, clock)
    clock.move_to(at(case) - timedelta(seconds=1))
    nobody = await people("")
    assert await nobody.see(SHOWN, t=made[LinkAct.CANCEL])
    clock.shift(timedelta(seconds=1))
    for token in (made[LinkAct.CANCEL], "x", ""):
        assert await nobody.see(SHOWN, t=token) is None
        assert codes(await by_link(nobody, "cancelByLink", token=token)) == ["NOT_FOUND"]


async def test_a_link_tells_of_no_person(people: People, clock: time_machine.Traveller) -> None:
    _, made = await links(people, clock)
    nobody = await people("")
    assert "Өтегенова" not in str(await nobody.see(SHOWN, t=made[LinkAct.MOVE]))
    body = await nobody.ask("query ($t: String!) { appointmentLink(token: $t) { patient { fullName } } }", t=made[LinkAct.MOVE])
    assert body["errors"]


async def test_whoever_booked_for_a_child_is_reminded_with_links_of_the_mothers_own(people: People, clock: time_machine.Traveller) -> None:
    zhanar, child = await people("zhanar"), await patient_id("aliya")
    kids = await times(zhanar, "PAEDIATRICIAN", patient=child, day=TUESDAY)
    case = (await book(zhanar, kids[0]["id"], patient=child))["appointment"]
    clock.move_to(at(case) - timedelta(days=1))
    assert await send_due() == 1
    assert await Message.filter(template="appointment_reminder").count() == 2
    assert await AppointmentLink.all().count() == 4 and len({one.person_id for one in await AppointmentLink.all()}) == 2
