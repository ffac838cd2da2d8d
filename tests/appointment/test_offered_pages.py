"""A time that the clinic cannot keep stands nowhere as if it were valid: pages say the one offered instead and until when to answer."""

from datetime import timedelta

import pytest
import time_machine

from api.ids import encode
from models import demo
from models.appointment import Appointment
from models.appointment_message import printed
from models.hold import Hold, HoldPurpose
from models.law import Language
from models.texts import text as words
from models.timetable import Slot
from tests.appointment.booking import book, times
from tests.attachment.asking import Json
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from web.formats import clock_time, moment, short_day

__all__ = ["application", "visit"]
CITIZEN = ("/ru", "/ru/account", "/ru/appointments")


@pytest.fixture
async def case(people: People) -> Json:
    """Olga's appointment of Monday, which the clinic could not keep."""
    olga, desk = await people("olga"), await people("registrar9")
    booked = (await book(olga, (await times(olga))[0]["id"]))["appointment"]
    found = await desk.see(
        'mutation ($id: ID!) { offerOtherTime(input: {id: $id, reason: "Ауырып қалды"}) { problems { code } } }', id=booked["id"]
    )
    assert found["problems"] == []
    return dict(booked)


async def shown() -> tuple[str, str, str]:
    """The lost time, the offered one and until when to answer, as pages in Russian say them."""
    row, hold = await Appointment.get(), await Hold.live().get(purpose=HoldPurpose.OFFER).prefetch_related("slot")
    lost, new = (f"{short_day(one, Language.RU)}, {clock_time(one, Language.RU)}" for one in (row.starts_at, hold.slot.starts_at))
    until = words("appointment.offer.answer_by", Language.RU, moment=moment(hold.expires_at, Language.RU))
    return lost, words("appointment.offer.offered", Language.RU, moment=new), " ".join(until.split())


async def of_staff() -> tuple[str, ...]:
    card = f"/ru/work/people/{encode('Patient', (await demo.person('olga')).id)}"
    return card, f"{card}/appointment"


async def test_every_list_of_the_person_and_of_the_desk_says_the_offered_time_and_never_the_lost_one(visit: Visit, case: Json) -> None:
    lost, new, until = await shown()
    for who, paths in (("olga", CITIZEN), ("registrar9", await of_staff())):
        browser = await visit(who)
        for path in paths:
            page = text(await browser.get(path))
            assert new in page and until in page and lost not in page, (path, page)


async def test_on_a_later_day_too(visit: Visit, case: Json, clock: time_machine.Traveller) -> None:
    row = await Appointment.get()
    later = await Slot.filter(doctor_id=row.doctor_id, starts_at__gt=row.starts_at + timedelta(days=2)).order_by("starts_at").first()
    assert later
    await Hold.filter(purpose=HoldPurpose.OFFER).update(slot_id=later.id, expires_at=later.starts_at - timedelta(hours=2))
    lost, new, until = await shown()
    clock.move_to(row.starts_at + timedelta(days=1))
    for path in CITIZEN:
        page = text(await (await visit("olga")).get(path))
        assert new in page and until in page and lost not in page, path


async def test_while_no_time_is_offered_pages_say_that_one_is_sought(visit: Visit, case: Json) -> None:
    lost, _, _ = await shown()
    await Hold.filter(purpose=HoldPurpose.OFFER).update(ended_at=(await Appointment.get()).booked_at)
    for who, paths in (("olga", CITIZEN), ("registrar9", await of_staff())):
        browser = await visit(who)
        for path in paths:
            page = text(await browser.get(path))
            assert words("appointment.offer.state_waits", Language.RU) in page and lost not in page, (path, page)


async def test_the_contact_centre_reads_out_the_offered_time_and_until_when_to_answer_and_names_nobody(people: People, case: Json) -> None:
    centre, row = await people("centre"), await Appointment.get()
    hold = await Hold.live().get(purpose=HoldPurpose.OFFER).prefetch_related("slot__doctor__person")
    asked = "query ($n: String!) { caseStatus(number: $n) { detailText } }"
    told = (await centre.see(asked, n=row.number))["detailText"]
    assert printed(hold.slot.starts_at) in told and printed(hold.expires_at) in told and printed(row.starts_at) not in told
    assert hold.slot.doctor.person.surname not in told
    await Hold.filter(id=hold.id).update(ended_at=row.booked_at)
    sought = (await centre.see(asked, n=row.number))["detailText"]
    assert sought and sought != told and printed(hold.slot.starts_at) not in sought
    await Appointment.all().update(state="CANCELLED")
    assert (await centre.see(asked, n=row.number))["detailText"] == ""
