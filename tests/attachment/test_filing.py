"""Filing a request: by every ground and channel; its term, number, consent, documents, journal and messages."""

from datetime import datetime

import pytest
import time_machine

from models.clinic import Clinic
from models.clock import ZONE
from models.consent import Consent
from models.document import Document
from models.journal import Entry
from models.law import Channel, notice
from models.law.attachment import DOCUMENTS, Ground
from models.law.consent import Purpose
from models.law.representation import Right
from models.outbox import Message, Way
from models.person import Person
from models.signing import Signature
from tests.attachment.asking import BINS, done, iin, patient_id, request, row, uploaded
from tests.attachment.conftest import People

CHILDREN = ("CHILD", "MADRASA_STUDENT", "BORN_ABROAD")
SEEN = "Жеке куәлік № 012345678"
PARTNER = "partner:attachment:submit attachment:read"


def at(day: str, time: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZONE)


@pytest.mark.parametrize("ground", [one.value for one in Ground])
async def test_a_request_is_filed_by_every_ground_with_its_documents(people: People, clock: time_machine.Traveller, ground: str) -> None:
    if ground == "CAMPAIGN":
        clock.move_to(at("2026-10-05", "10:00"))
    if ground == "CLINIC_CLOSED":
        await Clinic.filter(bin=BINS["almaty-9"]).update(serving=False)
    who = await people("yerlan" if ground == "FIRST" else "zhanar")
    patient = {"patient": await patient_id("aliya")} if ground in CHILDREN else {}
    documents = [await uploaded(who, kind, **patient) for kind in DOCUMENTS.get(Ground(ground), ())]
    case = done(await who.file(ground=ground, home="samal", documents=documents, **patient))
    assert (case["state"], case["ground"], case["channel"]) == ("SUBMITTED", ground, "PORTAL")
    assert await Document.filter(attachment_id=(await row(case)).id).count() == len(documents)


TERMS = [
    ("a weekday morning: by tomorrow's closing", "2026-11-23 10:00", "2026-11-23 10:00", "2026-11-24 20:00", "2026-11-23 20:00"),
    ("after the cut-off of a weekday: no aim at today", "2026-11-23 18:00", "2026-11-23 18:00", "2026-11-24 20:00", None),
    ("after the closing: accepted at the next opening", "2026-11-23 22:00", "2026-11-24 08:00", "2026-11-24 20:00", None),
    ("Saturday morning: by Monday's closing", "2026-11-28 11:00", "2026-11-28 11:00", "2026-11-30 20:00", "2026-11-28 14:00"),
    ("Saturday after the cut-off", "2026-11-28 12:00", "2026-11-28 12:00", "2026-11-30 20:00", None),
    ("Friday night: accepted on Saturday", "2026-11-27 21:00", "2026-11-28 09:00", "2026-11-28 14:00", None),
    ("Sunday: accepted on Monday", "2026-11-29 11:00", "2026-11-30 08:00", "2026-11-30 20:00", None),
    ("Independence Day: accepted on the day after", "2026-12-16 11:00", "2026-12-17 08:00", "2026-12-17 20:00", None),
    ("before Independence Day: due after it", "2026-12-15 10:00", "2026-12-15 10:00", "2026-12-17 20:00", "2026-12-15 20:00"),
]  # fmt: skip


@pytest.mark.parametrize("filed, accepted, due, target", [one[1:] for one in TERMS], ids=[one[0] for one in TERMS])
async def test_the_clinic_answers_by_the_closing_of_its_next_working_day(
    people: People, clock: time_machine.Traveller, filed: str, accepted: str, due: str, target: str | None
) -> None:
    clock.move_to(at(*filed.split()))
    case = await row(done(await (await people("yerlan")).file()))
    found = [f"{one.astimezone(ZONE):%Y-%m-%d %H:%M}" if one else None for one in (case.accepted_at, case.due_at, case.target_at)]
    assert found == [accepted, due, target]


async def test_what_came_outside_working_time_is_delivered_and_registered_at_the_opening(
    people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(at("2026-11-29", "11:00"))
    yerlan = await people("yerlan")
    case = done(await yerlan.file())
    query = "query ($id: ID!) { attachment(id: $id) { mark due { at minutesLeft overdue } } }"
    assert (await yerlan.see(query, id=case["id"]))["mark"] == "DELIVERED"
    clock.move_to(at("2026-11-30", "08:00"))
    found = await (await people("yerlan")).see(query, id=case["id"])
    assert (found["mark"], found["due"]["minutesLeft"], found["due"]["overdue"]) == ("REGISTERED", 720, False)


async def test_a_mother_files_for_her_child_and_the_record_says_so(people: People) -> None:
    zhanar = await people("zhanar")
    case = await row(done(await zhanar.file(ground="CHILD", home="samal", patient=await patient_id("aliya"))))
    assert case.applicant_right is Right.PARENT
    assert (case.person_id, case.applicant_id) == tuple([(await Person.get(iin=await iin(one))).id for one in ("aliya", "zhanar")])


async def test_a_daughter_files_for_her_father_by_power_of_attorney(people: People) -> None:
    zhanar, marat = await people("zhanar"), await patient_id("marat")
    papers = [await uploaded(zhanar, kind, patient=marat) for kind in ("PENSION_CERTIFICATE", "POWER_OF_ATTORNEY")]
    case = await row(done(await zhanar.file(ground="PENSIONER", home="samal", patient=marat, documents=papers)))
    assert case.applicant_right is Right.POWER_OF_ATTORNEY


@pytest.mark.parametrize("channel", [Channel.DESK, Channel.PHONE])
async def test_at_the_desk_and_by_phone_identity_is_seen_and_papers_are_noted(people: People, channel: Channel) -> None:
    registrar = await people("registrar")
    given = await request(
        patientIin=await iin("marat"), ground="PENSIONER", home="samal", identity=SEEN, channel=channel.value,
        papers=[{"kind": "PENSION_CERTIFICATE", "note": "№ 77, 01.02.2018"}],
    )  # fmt: skip
    case = await row(done(await registrar.act("submitAttachment", given)))
    assert (case.channel, case.identity_seen, case.signature_id) == (channel, SEEN, None)
    assert case.registrar_id is not None
    noted = await Document.filter(attachment_id=case.id, paper=True).order_by("kind").values_list("kind", "note")
    assert [tuple(one) for one in noted] == [("IDENTITY", SEEN), ("PENSION_CERTIFICATE", "№ 77, 01.02.2018")]


async def test_the_registrar_reads_out_the_number_and_the_moment_of_the_answer(people: People) -> None:
    registrar = await people("registrar")
    given = await request(patientIin=await iin("yerlan"), identity=SEEN, channel="PHONE", language="RU")
    case = done(await registrar.act("submitAttachment", given))
    spoken = (await registrar.see("query ($id: ID!) { attachment(id: $id) { spoken } }", id=case["id"]))["spoken"]
    assert case["number"] in spoken and "24.11.2026" in spoken and "20:00" in spoken


async def test_a_mother_at_the_desk_files_for_her_child(people: People) -> None:
    registrar = await people("registrar")
    given = await request(
        patientIin=await iin("aliya"), applicantIin=await iin("zhanar"), ground="CHILD", home="samal", identity=SEEN, channel="DESK"
    )
    case = await row(done(await registrar.act("submitAttachment", given)))
    assert case.applicant_right is Right.PARENT


async def test_a_partner_files_what_the_citizen_has_signed_and_sees_the_case(people: People) -> None:
    partner, other = await people(PARTNER), await people("partner:attachment:read")
    given = await request(patientIin=await iin("yerlan"))
    case = done(await partner.act("submitAttachment", await partner.signed("submitAttachment", given, "yerlan")))
    assert case["channel"] == "PARTNER"
    query = "query ($id: ID!) { attachment(id: $id) { number } }"
    assert (await partner.see(query, id=case["id"]))["number"] == case["number"]
    assert await other.see(query, id=case["id"]) is None
    assert (await (await people("yerlan")).see(query, id=case["id"]))["number"] == case["number"]


async def test_numbers_follow_one_another_and_a_request_that_was_refused_takes_none(people: People) -> None:
    yerlan, zhanar = await people("yerlan"), await people("zhanar")
    first = done(await yerlan.file())["number"]
    refused = await zhanar.act("submitAttachment", await request(ground="FIRST", home="samal"))
    assert refused["attachment"] is None
    second = done(await zhanar.file(ground="FREE_CHOICE", home="samal"))["number"]
    read = [notice.parse(one) for one in (first, second)]
    assert read[0] and read[1] and read[1].sequence == read[0].sequence + 1
    assert first.startswith("AP-2026-") and notice.verify(first)


async def test_consent_is_kept_with_its_proof(people: People) -> None:
    case = await row(done(await (await people("yerlan")).file()))
    consent = await Consent.get(id=case.consent_id)
    assert (consent.purpose, consent.clinic_id, consent.person_id) == (Purpose.ATTACHMENT, case.clinic_id, case.person_id)
    assert consent.signature_id == case.signature_id and consent.in_force and consent.edition
    assert (await Signature.get(id=case.signature_id).prefetch_related("request")).request.used_at is not None


async def test_a_filing_is_journalled_and_told_in_the_persons_language(people: People) -> None:
    yerlan = await people("yerlan")
    case = await row(done(await yerlan.file()))
    entry = await Entry.get(case_id=case.id, act="attachment:submit")
    assert (entry.role, entry.person_id, entry.case_number) == ("CITIZEN", case.person_id, case.number)
    assert await Entry.filter(act="consent:give", person_id=case.person_id).count() == 1
    message = await Message.get(cause=entry.id)
    assert (message.way, message.template, message.person_id) == (Way.ACCOUNT, "attachment_submitted", case.person_id)
    told = (await yerlan.see("{ me { messages { nodes { text link } } } }"))["messages"]["nodes"][0]
    assert case.number in told["text"] and told["link"].startswith("/attachments/attachment_")


async def test_who_files_for_another_is_told_too(people: People) -> None:
    zhanar = await people("zhanar")
    done(await zhanar.file(ground="CHILD", home="samal", patient=await patient_id("aliya")))
    told = {(await Person.get(id=one.person_id)).given_name for one in await Message.all()}
    assert told == {"Жанар", "Әлия"}


async def test_the_first_phone_given_becomes_the_persons_phone(people: People) -> None:
    await Person.filter(iin=await iin("yerlan")).update(phone="")
    done(await (await people("yerlan")).file(phone="8 (701) 234-56-78"))
    assert (await Person.get(iin=await iin("yerlan"))).phone == "+77012345678"


async def test_outside_the_zone_it_is_filed_once_the_person_agrees(people: People) -> None:
    case = done(await (await people("yerlan")).file(home="far", outsideZone=True))
    assert case["outsideZone"] is True and (await row(case)).site_id is None


async def test_the_draft_is_filed_as_it_stands_and_is_gone(people: People) -> None:
    yerlan = await people("yerlan")
    given = await request(without=("idempotencyKey",))
    saved = await yerlan.act("saveAttachmentDraft", given, "draft { key verdict { allowed forbidding { code } } }")
    assert saved["draft"]["verdict"] == {"allowed": True, "forbidding": []}
    signed = await yerlan.signed("submitAttachmentDraft", {"idempotencyKey": saved["draft"]["key"]})
    case = done(await yerlan.act("submitAttachmentDraft", signed))
    assert done(await yerlan.act("submitAttachmentDraft", signed))["number"] == case["number"]
    assert (await yerlan.see("{ attachmentDraft { ground } }"))["ground"] is None
