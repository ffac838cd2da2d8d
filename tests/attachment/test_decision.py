"""What the clinic does with a request: checks, approves, refuses by two people, detaches; and what the clock does by itself."""

import json
from datetime import date, datetime

import pytest
import time_machine

from models import attachment_decision, demo
from models.attachment import Attachment
from models.clinic import Doctor
from models.clock import ZONE
from models.journal import Entry
from models.law.attachment import DetachmentGround, RefusalGround, State
from models.law.notice import Kind
from models.notice import Notice
from models.outbox import Message
from tests.attachment.asking import Json, codes, doctor_id, done, iin, patient_id, row
from tests.attachment.conftest import People

SHOW = "query ($id: ID!) { attachment(id: $id) { state endedOn effectiveOn may { act } refusal { ground rule ruleText explanation complaint { due } } notices { kind number code facts } complaint { due } due { overdue } } }"  # noqa: E501
WORDS = "Мекенжай тексерілді, бірақ расталмады."


async def filed(people: People, name: str = "yerlan", **changes: object) -> Json:
    return done(await (await people(name)).file(**changes))


async def held(name: str) -> Attachment:
    """The attachment in force of a person."""
    return await Attachment.get(person__iin=await iin(name), state=State.IN_FORCE).prefetch_related("doctor__person", "clinic")


async def told(case: Json) -> list[str]:
    """The templates of the messages to the person of a case, by name: the clock stands still."""
    return sorted(one.template for one in await Message.filter(person_id=(await row(case)).person_id))


async def test_a_checked_request_names_the_doctor_of_the_address(people: People) -> None:
    case = await filed(people, "zhanar", ground="FREE_CHOICE", home="samal")
    checked = done(await (await people("registrar")).act("checkAttachment", {"id": case["id"]}))
    assert (checked["state"], checked["doctor"]["fullName"]) == ("CHECKED", "Нұрғали Бақыт Мұратұлы")


async def test_a_child_gets_the_paediatrician(people: People) -> None:
    case = await filed(people, "zhanar", ground="CHILD", home="samal", patient=await patient_id("aliya"))
    await Doctor.filter(person=await demo.person("doctor")).update(elsewhere=1700)
    checked = done(await (await people("registrar")).act("checkAttachment", {"id": case["id"]}))
    assert checked["doctor"]["id"] == await doctor_id("doctor-child")


async def test_where_the_doctor_of_the_site_is_full_the_least_burdened_serves(people: People) -> None:
    case = await filed(people, home="satbayev")
    approved = done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert approved["doctor"]["id"] == await doctor_id("doctor")


async def test_where_every_doctor_is_full_the_one_of_the_site_serves_who_lives_in_the_zone(people: People) -> None:
    case = await filed(people, home="satbayev")
    await Doctor.all().update(elsewhere=3000)
    approved = done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert approved["doctor"]["id"] == await doctor_id("doctor-full")


async def test_the_registrar_may_name_another_doctor(people: People) -> None:
    case = await filed(people)
    given = {"id": case["id"], "doctor": await doctor_id("doctor-therapist")}
    checked = done(await (await people("registrar")).act("checkAttachment", given))
    assert checked["doctor"]["id"] == given["doctor"]


async def test_an_approval_takes_force_at_once_and_ends_the_one_before(people: People) -> None:
    before = await held("zhanar")
    case = await filed(people, "zhanar", ground="FREE_CHOICE", home="samal")
    approved = done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert (approved["state"], approved["effectiveOn"]) == ("IN_FORCE", "2026-11-23")
    await before.refresh_from_db()
    assert (before.state, before.ended_on) == (State.ENDED, date(2026, 11, 23))
    assert await told(case) == ["attachment_approved", "attachment_submitted"]
    acts = await Entry.filter(case_id__in=[before.id, (await row(case)).id]).order_by("at", "id").values_list("act", "role")
    assert {tuple(one) for one in acts} >= {
        ("attachment:approve", "HEAD"), ("attachment:end", "SYSTEM"), ("attachment:take_force", "SYSTEM")
    }  # fmt: skip


async def test_the_notice_states_what_was_signed_and_anyone_may_verify_it(people: People) -> None:
    case = await filed(people)
    done(await (await people("head")).decide("approveAttachment", case["id"]))
    given = (await (await people("yerlan")).see(SHOW, id=case["id"]))["notices"]
    (notice,) = [one for one in given if one["kind"] != Kind.RECEIPT.value]
    facts = json.loads(notice["facts"])
    assert (facts["case"], facts["person"]["iin"], facts["effective_on"]) == (case["number"], await iin("yerlan"), "2026-11-23")
    query = "query ($code: String!) { verifyNotice(code: $code) { valid number signer { bin name organisation } statusText } }"
    found = await (await people("")).see(query, code=notice["code"])
    assert found["valid"] and found["number"] == notice["number"] and found["signer"]["bin"]
    assert await iin("yerlan") not in json.dumps(found) and "Тілеуов" not in json.dumps(found, ensure_ascii=False)


async def test_a_campaign_attachment_waits_for_the_first_of_january_and_then_replaces_the_old_one(
    people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime(2026, 10, 5, 10, tzinfo=ZONE))
    before = await held("zhanar")
    case = await filed(people, "zhanar", ground="CAMPAIGN", home="samal")
    approved = done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert (approved["state"], approved["effectiveOn"]) == ("APPROVED", "2027-01-01")
    assert (await held("zhanar")).id == before.id
    clock.move_to(datetime(2026, 12, 31, 23, 59, tzinfo=ZONE))
    assert await attachment_decision.bring_into_force() == 0
    clock.move_to(datetime(2027, 1, 1, 0, 0, tzinfo=ZONE))
    assert await attachment_decision.bring_into_force() == 1
    assert await attachment_decision.bring_into_force() == 0
    assert (await held("zhanar")).number == case["number"]
    await before.refresh_from_db()
    assert (before.state, before.ended_on) == (State.ENDED, date(2027, 1, 1))
    assert await told(case) == ["attachment_approved", "attachment_in_force", "attachment_submitted"]


async def test_a_campaign_request_decided_in_the_new_year_takes_force_at_once(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 10, 30, 10, tzinfo=ZONE))
    case = await filed(people, "zhanar", ground="CAMPAIGN", home="samal")
    clock.move_to(datetime(2027, 1, 5, 10, tzinfo=ZONE))
    approved = done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert (approved["state"], approved["effectiveOn"]) == ("IN_FORCE", "2027-01-05")


@pytest.mark.parametrize("ground", [one.value for one in RefusalGround])
async def test_a_refusal_is_proposed_by_one_and_signed_by_another(people: People, ground: str) -> None:
    case = await filed(people)
    rule = {"rule": "OUTSIDE_ZONE"} if ground == "NONCOMPLIANT" else {}
    given = {"id": case["id"], "ground": ground, "words": WORDS, **rule}
    assert done(await (await people("registrar")).act("proposeAttachmentRefusal", given))["state"] == "REFUSAL_PROPOSED"
    yerlan, head = await people("yerlan"), await people("head")
    assert (await yerlan.see(SHOW, id=case["id"]))["refusal"] is None
    assert (await head.see(SHOW, id=case["id"]))["refusal"]["ground"] == ground
    assert done(await head.decide("refuseAttachment", case["id"]))["state"] == "REFUSED"
    seen = await yerlan.see(SHOW, id=case["id"])
    assert (seen["refusal"]["explanation"], seen["refusal"]["complaint"]["due"]) == (WORDS, "2027-02-23")
    assert sorted(one["kind"] for one in seen["notices"]) == [Kind.ATTACHMENT_REFUSAL.value, Kind.RECEIPT.value]
    assert await told(case) == ["attachment_refused", "attachment_submitted"]


async def test_a_head_who_does_not_confirm_sends_the_case_back_and_another_may_approve(people: People) -> None:
    case = await filed(people)
    registrar, head = await people("registrar"), await people("head")
    given = {"id": case["id"], "ground": "UNRELIABLE", "words": WORDS}
    done(await registrar.act("proposeAttachmentRefusal", given))
    declined = done(await head.act("declineAttachmentRefusal", {"id": case["id"], "words": "Құжат дұрыс."}))
    assert declined["state"] == "SUBMITTED"
    kept = await row(case)
    assert [kept.refusal_ground, kept.refusal_words, kept.proposed_by] == [None, "", None]
    assert done(await head.decide("approveAttachment", case["id"]))["state"] == "IN_FORCE"


@pytest.mark.parametrize("ground", [one.value for one in DetachmentGround])
async def test_a_head_detaches_on_every_ground_with_a_signed_notice(people: People, ground: str) -> None:
    case = await filed(people)
    head = await people("head")
    done(await head.decide("approveAttachment", case["id"]))
    ended = done(await head.decide("detachAttachment", case["id"], ground=ground, words="№ 5 хаттама, 20.11.2026"))
    assert (ended["state"], ended["endedOn"]) == ("ENDED", "2026-11-23")
    assert not await Attachment.filter(person__iin=await iin("yerlan"), state=State.IN_FORCE).exists()
    issued = await Notice.filter(attachment_id=(await row(case)).id).order_by("kind")
    assert [one.kind for one in issued] == [Kind.ATTACHMENT, Kind.DETACHMENT, Kind.RECEIPT]
    assert "attachment_detached" in await told(case)


async def test_what_waits_for_january_may_be_detached_and_then_never_takes_force(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 10, 5, 10, tzinfo=ZONE))
    case = await filed(people, "zhanar", ground="CAMPAIGN", home="samal")
    head = await people("head")
    done(await head.decide("approveAttachment", case["id"]))
    done(await head.decide("detachAttachment", case["id"], ground="WITHOUT_WILL", words="өтініш бермеген"))
    clock.move_to(datetime(2027, 1, 1, 8, tzinfo=ZONE))
    assert await attachment_decision.bring_into_force() == 0
    assert (await held("zhanar")).clinic.bin != (await row(case)).clinic_id


@pytest.mark.parametrize("name", ["yerlan", "registrar"])
async def test_a_request_is_withdrawn_by_the_person_or_at_the_desk(people: People, name: str) -> None:
    case = await filed(people)
    withdrawn = done(await (await people(name)).act("withdrawAttachment", {"id": case["id"]}))
    assert withdrawn["state"] == "WITHDRAWN" and withdrawn["decidedAt"]
    assert await told(case) == ["attachment_submitted", "attachment_withdrawn"]
    assert (await filed(people))["state"] == "SUBMITTED"


async def test_the_clock_records_an_overdue_case_once_and_tells_the_person(people: People, clock: time_machine.Traveller) -> None:
    case = await filed(people)
    clock.move_to(datetime(2026, 11, 24, 20, 0, tzinfo=ZONE))
    assert await attachment_decision.record_overdue() == 0
    clock.move_to(datetime(2026, 11, 24, 20, 1, tzinfo=ZONE))
    assert await attachment_decision.record_overdue() == 1
    assert await attachment_decision.record_overdue() == 0
    assert await told(case) == ["attachment_overdue", "attachment_submitted"]
    assert await Entry.filter(case_id=(await row(case)).id, act="attachment:overdue", role="SYSTEM").count() == 1
    seen = await (await people("yerlan")).see(SHOW, id=case["id"])
    assert seen["due"]["overdue"] and seen["complaint"]["due"] == "2027-02-24"


async def test_an_overdue_case_must_still_be_answered(people: People, clock: time_machine.Traveller) -> None:
    case = await filed(people)
    clock.move_to(datetime(2026, 11, 27, 10, 0, tzinfo=ZONE))
    await attachment_decision.record_overdue()
    assert done(await (await people("head")).decide("approveAttachment", case["id"]))["state"] == "IN_FORCE"


async def test_what_a_viewer_may_do_is_what_the_table_says(people: People) -> None:
    case = await filed(people)
    expected = {
        "yerlan": ["withdraw"], "registrar": ["check", "propose_refusal", "withdraw"], "head": ["propose_refusal", "approve"],
        "officer": [],
    }  # fmt: skip
    for name, acts in expected.items():
        seen = await (await people(name)).see(SHOW, id=case["id"])
        assert {one["act"] for one in seen["may"]} == set(acts), name


async def test_a_registrars_correction_of_a_proposal_needs_the_head(people: People) -> None:
    case = await filed(people)
    registrar = await people("registrar")
    given = {"id": case["id"], "ground": "UNRELIABLE", "words": WORDS}
    done(await registrar.act("proposeAttachmentRefusal", given))
    assert codes(await registrar.act("proposeAttachmentRefusal", given)) == ["NOT_OPEN"]
    assert codes(await registrar.act("checkAttachment", {"id": case["id"]})) == ["NOT_OPEN"]
