"""Which act gives which notice: one and no more, in the act's own transaction, stating the case and nothing of anybody's health."""

import json
from typing import Any

import pytest
import time_machine

from models import clock as now
from models import demo
from models.database import transaction
from models.law import Service
from models.law import notice as law
from models.law.notice import FORMS, Kind, Signer
from models.notice import Notice, canonical
from tests.appointment import booking
from tests.attachment.asking import BINS, codes, done, iin
from tests.attachment.conftest import People
from tests.home_visit import calls
from tests.notice.acts import ACTS, BEFORE, answered, booked, cancelled, filed, forbidden, given, in_writing, offered

SERVICE = {
    **dict.fromkeys((Kind.ATTACHMENT, Kind.ATTACHMENT_REFUSAL, Kind.DETACHMENT, Kind.WITHDRAWAL, Kind.RECEIPT), Service.ATTACHMENT),
    **dict.fromkeys((one for one in Kind if one.startswith("APPOINTMENT")), Service.APPOINTMENT),
    **dict.fromkeys((one for one in Kind if one.startswith("HOME_VISIT")), Service.HOME_VISIT),
    **dict.fromkeys((one for one in Kind if one.startswith("APPEAL")), Service.APPEAL),
}  # fmt: skip
MAY = "query ($act: ActInput!) { mayI(act: $act) { allowed } }"
HEALTH = ("FEVER", "қызуы", "39", "dangerSigns", "indications", "danger", "words_of_call")


async def kinds() -> list[Kind]:
    return [one.kind for one in await Notice.all().order_by("issued_at")]


def test_every_kind_has_an_act_here() -> None:
    assert set(ACTS) == set(Kind) == set(SERVICE)


@pytest.mark.parametrize("kind", Kind)
async def test_an_act_gives_exactly_the_one_notice_of_its_kind(people: People, kind: Kind) -> None:
    notice = await given(people, kind)
    assert sorted(await kinds()) == sorted([*BEFORE.get(kind, ()), kind])
    assert (notice.service, notice.annulled_at) == (SERVICE[kind], None)
    assert bool(notice.signature_id) == (FORMS[kind].signer is Signer.HEAD)
    assert notice.sealed_at == (notice.issued_at if notice.signature_id else None), "what the head signs waits for nothing"
    assert (notice.case_id is None) == (kind is Kind.APPOINTMENT_REFUSAL)
    assert (notice.person_id is None) == (kind is Kind.APPEAL_LEFT), "only an anonymous appeal is nobody's"
    of_form = notice.number.split("/")[0]
    read = law.parse(of_form)
    assert read and read.prefix == FORMS[kind].prefix and notice.number == of_form
    assert len(notice.code) == 27


@pytest.mark.parametrize("kind", Kind)
async def test_what_is_stated_is_canonical_names_the_issuer_and_the_person_and_nothing_of_health(people: People, kind: Kind) -> None:
    notice = await given(people, kind)
    facts = notice.stated
    assert notice.facts == canonical(facts) and json.loads(notice.facts) == facts
    assert facts["kind"] == kind and facts["number"] == notice.number
    assert facts["clinic"] == {"bin": notice.clinic.bin, "name": notice.clinic.name}
    if notice.person:
        assert facts["person"]["iin"] == notice.person.iin and facts["person"]["name"] == notice.person.full_name
    if notice.service is Service.HOME_VISIT:
        assert not [one for one in HEALTH if one in notice.facts]


async def test_facts_of_an_appointment_are_those_of_its_time(people: People) -> None:
    case = await booked(people)
    facts = (await Notice.get(kind=Kind.APPOINTMENT)).stated
    assert facts["starts_at"] == case["startsAt"] and facts["ends_at"] == case["endsAt"] and facts["doctor"] == case["doctor"]["fullName"]
    assert facts["case"] == case["number"] and facts["specialty"] == "GP" and facts["room"]


async def test_facts_of_an_answered_call_are_its_window_and_doctor(people: People) -> None:
    case = await answered(people)
    facts = (await Notice.get(kind=Kind.HOME_VISIT)).stated
    assert {"since": facts["since"], "until": facts["until"]} == case["window"]
    assert (facts["doctor"], facts["visit_day"]) == (case["doctor"]["fullName"], case["visitDay"])


async def test_facts_of_an_offer_say_which_time_is_held(people: People) -> None:
    case = await offered(people)
    facts = (await Notice.get(kind=Kind.APPOINTMENT_OFFER)).stated
    assert facts["offered_at"] == case["offer"]["slot"]["startsAt"] != facts["starts_at"]


async def test_a_notice_of_the_authorised_body_names_the_body(people: People) -> None:
    from tests.appeal import appeals

    case = await appeals.filed(await people("zhanar"), toAuthority=True)
    notice = await Notice.get(kind=Kind.APPEAL_RECEIPT).prefetch_related("authority")
    assert notice.authority and notice.stated["clinic"] == {"bin": notice.authority.bin, "name": notice.authority.name}
    assert notice.stated["case"] == case["number"]


async def test_a_refused_act_gives_no_notice(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    slot = (await booking.times(zhanar))[0]["id"]
    await booking.book(zhanar, slot)
    unsigned = booking.request((await booking.times(olga))[1]["id"])
    assert codes(await booking.act(olga, "bookAppointment", unsigned)) == ["SIGNATURE_REQUIRED"]
    assert codes(await booking.act(zhanar, "moveAppointment", {"id": (await booking_of())["id"], "slot": slot})) != []
    registrar, case = await people("registrar9"), await calls.called(zhanar)
    assert await calls.refused(registrar, "refuseHomeVisit", case, ground="UNRELIABLE", words="Жоқ") == ["REFUSAL_WORDS"]
    assert await kinds() == [Kind.APPOINTMENT]


async def booking_of() -> dict[str, str]:
    """The one appointment there is."""
    from api.ids import encode
    from models.appointment import Appointment

    return {"id": encode("Appointment", (await Appointment.get()).id)}


async def test_may_i_gives_no_notice_however_often_it_is_asked(people: People) -> None:
    yerlan, zhanar = await people("yerlan"), await people("zhanar")
    case = await filed(people)
    for _ in range(3):
        assert (await yerlan.see(MAY, act={"withdrawAttachment": {"id": case["id"]}}))["allowed"]
    appointment = await booked(people)
    assert (await zhanar.see(MAY, act={"cancelAppointment": {"id": appointment["id"]}}))["allowed"]
    assert sorted(await kinds()) == [Kind.APPOINTMENT, Kind.RECEIPT]


async def test_a_notice_is_undone_with_its_act(people: People) -> None:
    class Stop(Exception):
        pass

    async def stopped() -> None:
        async with transaction():
            await booked(people)
            raise Stop

    with pytest.raises(Stop):
        await stopped()
    assert await kinds() == []


async def test_what_a_case_gives_again_has_the_number_of_its_edition(people: People, clock: time_machine.Traveller) -> None:
    zhanar = await people("zhanar")
    case = await booked(people)
    numbers = []
    for place in (1, 2):
        clock.shift(60)
        moved = await booking.act(zhanar, "moveAppointment", {"id": case["id"], "slot": (await booking.times(zhanar))[place]["id"]})
        assert moved["problems"] == []
    numbers = [one.number for one in await Notice.filter(kind=Kind.APPOINTMENT).order_by("issued_at")]
    first = numbers[0]
    assert numbers == [first, f"{first}/2", f"{first}/3"]


async def test_a_second_window_of_a_call_is_a_second_edition(people: People, clock: time_machine.Traveller) -> None:
    case, registrar = await answered(people), await people("registrar9")
    clock.shift(60)
    await calls.done(registrar, "promiseWindow", case, window=calls.window(calls.at(23, 15)))
    found = await Notice.filter(kind=Kind.HOME_VISIT).order_by("issued_at")
    assert [one.number.partition("/")[2] for one in found] == ["", "2"]
    assert found[1].stated["since"] == calls.at(23, 15).isoformat()


async def test_the_doctor_who_is_named_after_the_answer_is_told_in_writing(people: People, clock: time_machine.Traveller) -> None:
    registrar = await people("registrar9")
    case = await calls.accepted(registrar, await calls.called(await people("zhanar")))
    clock.shift(60)
    await calls.done(registrar, "assignHomeVisit", case, doctor=await calls.doctor_id("doctor9"))
    first, second = await Notice.filter(kind=Kind.HOME_VISIT).order_by("issued_at")
    assert second.number == f"{first.number}/2"
    assert "doctor" not in first.stated and second.stated["doctor"] == (await demo.person("doctor9")).full_name


async def test_a_call_carried_before_it_was_answered_gives_no_answer(people: People) -> None:
    case, registrar = await calls.called(await people("zhanar")), await people("registrar9")
    carried = await calls.done(registrar, "carryHomeVisit", case, day="2026-11-24", reason=calls.REASON)
    assert carried["state"] == "SUBMITTED" and await kinds() == []


async def test_a_refusal_in_writing_names_every_rule_with_its_paragraph_and_is_given_once_a_day(
    people: People, clock: time_machine.Traveller
) -> None:
    first = await forbidden(people)
    assert first["problems"] == []
    zhanar = await people("zhanar")
    again = await in_writing(zhanar, (await booking.times(zhanar))[1]["id"])
    assert again["notice"] == first["notice"]
    facts = (await Notice.get(kind=Kind.APPOINTMENT_REFUSAL)).stated
    assert all(one["code"] and one["source"] for one in facts["grounds"])


async def test_nothing_is_refused_in_writing_that_may_be_booked(people: People) -> None:
    zhanar = await people("zhanar")
    answer = await in_writing(zhanar, (await booking.times(zhanar))[0]["id"])
    assert codes(answer) == ["NOTHING_FORBIDS"] and await kinds() == []


async def test_a_cancelled_appointment_says_by_whom_and_when(people: People) -> None:
    await cancelled(people)
    facts: dict[str, Any] = (await Notice.get(kind=Kind.APPOINTMENT_CANCELLATION)).stated
    assert (facts["by"], facts["ended_at"], facts["words"]) == ("CITIZEN", now.now().isoformat(timespec="seconds"), "Қолым тимейді")


async def test_a_receipt_says_by_when_the_clinic_answers(people: People) -> None:
    case = done(await (await people("yerlan")).file())
    facts = (await Notice.get(kind=Kind.RECEIPT)).stated
    assert facts["submitted_at"] == case["submittedAt"] and facts["due_at"] > facts["accepted_at"] >= facts["submitted_at"]
    assert facts["person"]["iin"] == await iin("yerlan") and facts["clinic"]["bin"] == BINS["almaty-5"]
