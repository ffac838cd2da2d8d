"""A refusal of an appointment in writing: what the law forbids, with its paragraph, to whoever may ask, and nothing to anybody else."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from models import demo, evidence, notice_sealing, notice_words
from models.journal import Entry
from models.law import Basis, Language
from models.law.notice import Kind
from models.law.words import cite
from models.notice import Notice
from models.number import Number
from tests.appointment import booking, pages
from tests.appointment.booking import codes
from tests.appointment.fewer import IIN, SEEN, register
from tests.attachment.asking import Asker, Json, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, visit
from tests.notice.conftest import keys, sealing_keys

__all__ = ["application", "keys", "register", "sealing_keys", "visit"]
QUERY = """mutation ($input: BookAppointmentInput!) { refuseAppointment(input: $input) {
    notice { id number body patientName } problems { code message alternatives { id } }
} }"""


async def in_writing(who: Asker, slot: str, **changes: Any) -> Json:
    """The refusal of a time in writing, as somebody asks for it."""
    return dict(await who.see(QUERY, input=booking.request(slot, **changes)))


async def at_desk(who: Asker, slot: str, name: str = "zhanar", **changes: Any) -> Json:
    return await in_writing(who, slot, **{"patientIin": IIN[name], "channel": "DESK", "identity": SEEN, **changes})


async def second(people: People) -> str:
    """A time on the last day for which Zhanar may not have a second appointment with the same specialty."""
    zhanar = await people("zhanar")
    times = await booking.times(zhanar)
    assert (await booking.book(zhanar, times[0]["id"]))["problems"] == []
    return str(times[-1]["id"])


async def nothing_given() -> bool:
    """No document, no line of an act, and no number that would be missing from the series."""
    written = await Notice.filter(kind=Kind.APPOINTMENT_REFUSAL).exists() or await Entry.filter(act="appointment:refuse").exists()
    return not written and not await Number.filter(series__startswith="BR-").exists()


async def test_another_clinics_desk_learns_nothing_and_uses_up_no_number(people: People) -> None:
    slot = await second(people)
    answer = await at_desk(await people("registrar"), slot)
    assert codes(answer) == ["OTHER_DESK"] and answer["notice"] is None and await nothing_given()
    person, told = await demo.person("zhanar"), str(answer)
    for secret in (person.surname, person.given_name, person.iin, "AB-2026", "appointment with this specialist"):
        assert secret not in told
    assert answer["problems"][0]["alternatives"] in (None, [])


async def test_the_first_refusal_after_those_has_the_first_number(people: People) -> None:
    slot = await second(people)
    await at_desk(await people("registrar"), slot)
    answer = await at_desk(await people("registrar9"), slot)
    assert answer["problems"] == [] and answer["notice"]["number"].startswith("BR-2026-000001-")


async def test_the_desk_sees_the_identity_before_it_gives_a_refusal(people: People) -> None:
    slot = await second(people)
    answer = await at_desk(await people("registrar9"), slot, identity="")
    assert codes(answer) == ["IDENTITY_NOT_SEEN"] and answer["notice"] is None and await nothing_given()


async def test_a_desk_that_has_not_seen_the_identity_is_not_told_whether_anything_forbids(people: People) -> None:
    slot = (await booking.times(await people("zhanar")))[0]["id"]
    assert codes(await at_desk(await people("registrar9"), slot, identity="")) == ["IDENTITY_NOT_SEEN"]


async def test_a_stranger_is_refused_the_refusal(people: People) -> None:
    slot = await second(people)
    answer = await in_writing(await people("olga"), slot, patient=await patient_id("zhanar"))
    assert codes(answer) == ["NOT_FOUND"] and answer["notice"] is None and await nothing_given()
    assert "AB-2026" not in str(answer)


async def test_at_the_desk_nobody_has_it_for_whom_he_may_not_act(people: People) -> None:
    slot = await second(people)
    answer = await at_desk(await people("registrar9"), slot, applicantIin=IIN["olga"])
    assert codes(answer) == ["NOT_REPRESENTATIVE"] and answer["notice"] is None and await nothing_given()


async def test_what_may_be_booked_is_not_refused(people: People) -> None:
    zhanar = await people("zhanar")
    slot = (await booking.times(zhanar))[0]["id"]
    for answer in (await in_writing(zhanar, slot), await at_desk(await people("registrar9"), slot)):
        assert codes(answer) == ["NOTHING_FORBIDS"] and answer["notice"] is None
    assert await nothing_given() and (await booking.book(zhanar, slot))["problems"] == []


async def test_the_same_refusal_is_one_document_a_day_whoever_asks(people: People, clock: time_machine.Traveller) -> None:
    slot = await second(people)
    first = await in_writing(await people("zhanar"), slot)
    clock.shift(timedelta(hours=1))
    assert (await at_desk(await people("registrar9"), slot))["notice"]["number"] == first["notice"]["number"]
    clock.shift(timedelta(days=1))
    later = await in_writing(await people("zhanar"), slot)
    assert later["notice"]["number"] != first["notice"]["number"]
    assert await Notice.filter(kind=Kind.APPOINTMENT_REFUSAL).count() == 2


async def test_another_time_is_another_refusal(people: People) -> None:
    slot, zhanar = await second(people), await people("zhanar")
    other = (await booking.times(zhanar))[0]["id"]
    assert (await in_writing(zhanar, slot))["notice"]["number"] != (await in_writing(zhanar, other))["notice"]["number"]


@pytest.mark.parametrize("specialty, code", [("ENDOCRINOLOGIST", "REFERRAL_NEEDED"), ("PAEDIATRICIAN", "DOCTOR_AGE")])
async def test_each_ground_carries_the_paragraph_of_its_rule(people: People, specialty: str, code: str) -> None:
    zhanar = await people("zhanar")
    answer = await in_writing(zhanar, (await booking.times(zhanar, specialty))[0]["id"])
    assert answer["problems"] == [], answer
    notice = await Notice.get()
    (ground,) = notice.stated["grounds"]
    assert ground["code"] == code
    for language in Language:
        cited = cite(Basis(ground["source"], ground["paragraph"]), language)
        assert cited and cited in " ".join(notice_words.body(notice.kind, notice.stated, language))


async def test_its_seal_is_proved_by_its_own_number(people: People) -> None:
    number = (await in_writing(await people("zhanar"), await second(people)))["notice"]["number"]
    assert [one.fault for one in await evidence.of_case(number) or []] == ["UNSEALED"]
    await notice_sealing.seal_due()
    (proof,) = await evidence.of_case(number) or []
    assert proof.holds and proof.provable and proof.under == number


@pytest.mark.parametrize("language", Language)
async def test_it_stands_among_ones_documents_and_among_nobody_elses(people: People, visit: Visit, language: Language) -> None:
    number = (await in_writing(await people("zhanar"), await second(people)))["notice"]["number"]
    page = await (await visit("zhanar")).get(f"/{language}/account/documents")
    assert number in page and notice_words.title(Kind.APPOINTMENT_REFUSAL, language) in page
    assert number not in await (await visit("olga")).get(f"/{language}/account/documents")


@pytest.mark.parametrize("language", Language)
async def test_after_a_refused_booking_a_button_leads_to_it(visit: Visit, language: Language) -> None:
    olga = await visit("olga")
    hold = await pages.held(olga, "olga", "ENDOCRINOLOGIST")
    hold = hold.replace("/kk/", f"/{language}/")
    assert "/refusal/" not in await olga.get(hold)
    refused = await pages.answered(olga, hold)
    assert refused.status_code == 422
    (address,) = re.findall(r'formaction="([^"]+/refusal/[^"]+)"', refused.text)
    given = {"csrf": pages.proof(refused.text), **pages.fields_of(refused.text), **pages.ANSWERS}
    answer = await olga.http.post(address, data=given)
    assert answer.status_code == 303, answer.text
    notice = await Notice.get(kind=Kind.APPOINTMENT_REFUSAL)
    page = await olga.get(answer.headers["location"])
    assert answer.headers["location"].startswith(f"/{language}/notices/") and notice.number in page
