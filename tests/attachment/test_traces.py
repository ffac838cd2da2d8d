"""Who looks at somebody leaves a line, and sees no more than the work needs: representations, documents, people, doctors."""

import base64
from typing import Any
from uuid import uuid4

import pytest

from api.ids import encode
from models import demo
from models.attachment import Attachment
from models.document import Document
from models.journal import Entry
from models.law import Service
from models.law.attachment import State
from models.representation import Representation
from models.settings import settings
from tests.attachment.asking import HOMES, PDF, Json, codes, doctor_id, done, iin, key, patient_id, request, uploaded
from tests.attachment.conftest import People
from tests.attachment.test_consent_and_representation import record
from tests.attachment.test_decision import filed

NODE = "query ($id: ID!) { node(id: $id) { id } }"
CONTENT = "query ($id: ID!) { document(id: $id) { content path } }"


async def lines(act: str) -> list[tuple[str, bool, str]]:
    """Role, reading and given name of the person of every line of an act."""
    found = await Entry.filter(act=act).order_by("at", "id")
    names = {one.id: one.given_name for one in [await demo.person(name) for name in ("yerlan", "zhanar", "aliya", "olga", "marat")]}
    return sorted((str(one.role), one.reading, names[one.person_id]) for one in found if one.person_id)


@pytest.mark.parametrize("side", ["representative", "represented"])
async def test_a_registrar_enters_no_right_of_his_own(people: People, side: str) -> None:
    (problem,) = (await record(people, **{side: await iin("registrar")}))["problems"]
    assert problem["code"] == "RECORDS_OWN_RIGHT" and problem["message"] and problem["provision"]
    assert await Representation.all().count() == 2
    given = {side: await iin("registrar")}
    both = {"representative": await iin("yerlan"), "represented": await iin("olga"), **given}
    colleague = await people("registrar2")
    entered = {
        "idempotencyKey": str(uuid4()), **both, "right": "POWER_OF_ATTORNEY", "services": ["ATTACHMENT"], "basis": "№ 1",
        "until": "2027-01-01",
    }  # fmt: skip
    assert not codes(await colleague.act("recordRepresentation", entered, "representation { id }"))


async def test_a_right_that_has_ended_is_absent_for_both_sides_and_kept_for_the_desk(people: People) -> None:
    made = (await record(people, until="2026-11-25"))["representation"]["id"]
    sides = [await people("yerlan"), await people("olga")]
    for who in sides:
        assert (await who.see(NODE, id=made))["id"] == made
    await sides[0].act("endRepresentation", {"id": made}, "representation { id }")
    for who in sides:
        assert await who.see(NODE, id=made) is None
        assert codes(await who.act("endRepresentation", {"id": made}, "representation { id }")) == ["NOT_FOUND"]
    assert (await (await people("registrar")).see(NODE, id=made))["id"] == made


async def test_a_right_that_ran_out_is_absent_the_next_day(people: People, clock: Any) -> None:
    made = (await record(people, until="2026-11-25"))["representation"]["id"]
    for days, seen in ((2, True), (1, False)):
        clock.shift(days * 86400)
        for name in ("yerlan", "olga"):
            assert bool(await (await people(name)).see(NODE, id=made)) is seen


async def test_opening_a_representation_leaves_a_line_for_each_other_side(people: People) -> None:
    mothers = await Representation.get(representative=await demo.person("zhanar"), represented=await demo.person("aliya"))
    given = str(encode("Representation", mothers.id))
    await (await people("registrar")).see(NODE, id=given)
    assert await lines("representation:read") == [("REGISTRAR", True, "Жанар"), ("REGISTRAR", True, "Әлия")]
    await (await people("zhanar")).see(NODE, id=given)
    assert await lines("representation:read") == [("CITIZEN", True, "Әлия"), ("REGISTRAR", True, "Жанар"), ("REGISTRAR", True, "Әлия")]


async def pensioner(people: People) -> tuple[str, Json]:
    """A paper of Zhanar's and the case in which it was filed at polyclinic No. 5."""
    zhanar = await people("zhanar")
    paper = await uploaded(zhanar, "PENSION_CERTIFICATE")
    return paper, done(await zhanar.file(ground="PENSIONER", home="samal", documents=[paper]))


@pytest.mark.parametrize("query", [NODE, "query ($id: ID!) { document(id: $id) { kind } }"])
async def test_seeing_that_a_document_is_there_leaves_a_line_unless_it_is_ones_own(people: People, query: str) -> None:
    paper, case = await pensioner(people)
    await (await people("zhanar")).see(query, id=paper)
    assert await lines("document:seen") == []
    for name in ("registrar", "head", "officer"):
        await (await people(name)).see(query, id=paper)
    assert [role for role, _, _ in await lines("document:seen")] == ["APPEALS_OFFICER", "HEAD", "REGISTRAR"]
    assert {one.case_id for one in await Entry.filter(act="document:seen")} == {key(case["id"])}
    assert await (await people("registrar9")).see(query, id=paper) is None
    assert len(await lines("document:seen")) == 3


async def test_the_file_itself_goes_to_those_who_may_see_it_and_each_time_leaves_a_line(people: People) -> None:
    paper, _ = await pensioner(people)
    for name in ("registrar", "head", "officer", "zhanar"):
        found = await (await people(name)).see(CONTENT, id=paper)
        assert base64.b64decode(found["content"]) == PDF and found["path"], name
    assert [role for role, _, _ in await lines("document:read")] == ["APPEALS_OFFICER", "CITIZEN", "HEAD", "REGISTRAR"]
    for name in ("registrar9", "head9", "yerlan", "partner:attachment:read"):
        assert await (await people(name)).see(CONTENT, id=paper) is None, name
    for name in ("doctor", "centre", "administrator", ""):
        body = await (await people(name)).ask(CONTENT, id=paper)
        assert body["errors"] and body["data"]["document"] is None, name
    assert len(await lines("document:read")) == 4


async def test_a_paper_seen_at_the_desk_has_no_file(people: People) -> None:
    registrar = await people("registrar")
    done(await registrar.act("submitAttachment", await request(patientIin=await iin("yerlan"), identity="№ 1")))
    paper = await Document.get(paper=True)
    assert await registrar.see(CONTENT, id=encode("Document", paper.id)) == {"content": None, "path": None}
    assert not await Entry.filter(act="document:read").exists()


async def test_entering_somebody_whom_the_register_knows_is_a_reading(people: People) -> None:
    given = {
        "idempotencyKey": str(uuid4()), "iin": await iin("zhanar"), "surname": "Басқа", "givenName": "Адам", "birthDate": "1990-01-01",
        "address": HOMES["far"], "phone": "+7 701 000 00 00", "identity": "№ 1",
    }  # fmt: skip
    found = (await (await people("registrar")).act("recordPerson", given, "patient { id fullName }"))["patient"]
    assert (found["id"], found["fullName"]) == (await patient_id("zhanar"), "Өтегенова Жанар Маратқызы")
    assert await lines("person:read") == [("REGISTRAR", True, "Жанар")]
    assert not await Entry.filter(act="person:record").exists()


MINE = "{ me { person { iin phone email address { street } } represents { represented { iin phone email address { street } } } representedBy { representative { iin phone email address { street } } } } }"  # noqa: E501


async def test_whoever_acts_for_one_keeps_number_phone_and_address_to_himself(people: People) -> None:
    assert not codes(await record(people))  # Yerlan acts for Olga
    for name in ("yerlan", "olga"):
        person = await demo.person(name)
        person.phone, person.email = "+77010000009", f"{name}@example.kz"
        await person.save()
    olga, yerlan = await (await people("olga")).see(MINE), await (await people("yerlan")).see(MINE)
    (acting,) = [one["representative"] for one in olga["representedBy"]]
    assert acting == {"iin": f"••••••••{(await iin('yerlan'))[-4:]}", "phone": "", "email": "", "address": {"street": ""}}
    assert await iin("yerlan") not in str(olga) and "yerlan@example.kz" not in str(olga)
    (ward,) = [one["represented"] for one in yerlan["represents"]]
    assert (ward["iin"], ward["phone"], ward["email"]) == (await iin("olga"), "+77010000009", "olga@example.kz")
    assert ward["address"]["street"] and yerlan["person"]["iin"] == await iin("yerlan")


@pytest.mark.parametrize("service", list(Service))
async def test_a_power_in_any_one_service_shows_how_to_reach_the_person(people: People, service: Service) -> None:
    assert not codes(await record(people, services=[service]))
    yerlan = await (await people("yerlan")).see(MINE)
    (ward,) = [one["represented"] for one in yerlan["represents"]]
    assert ward["iin"] == await iin("olga") and ward["address"]["street"]


@pytest.mark.parametrize("state", list(State))
async def test_a_doctor_sees_the_people_attached_and_nobody_else(people: People, state: State) -> None:
    case = await filed(people)
    approved = done(await (await people("head")).decide("approveAttachment", case["id"]))
    assert approved["doctor"]["id"] == await doctor_id("doctor")
    await Attachment.filter(id=key(case["id"])).update(state=state)
    doctor, sees = await people("doctor"), state is State.IN_FORCE
    assert bool(await doctor.see("query ($id: ID!) { attachment(id: $id) { number } }", id=case["id"])) is sees
    assert bool(await doctor.see(NODE, id=case["id"])) is sees
    listed = (await doctor.see("{ attachments(first: 100) { nodes { id } } }"))["nodes"]
    assert ({"id": case["id"]} in listed) is sees


async def test_a_draft_forgotten_takes_its_files_with_it_and_no_others(people: People) -> None:
    paper, _ = await pensioner(people)
    zhanar, yerlan = await people("zhanar"), await people("yerlan")
    kept = {paper, await uploaded(yerlan, "OTHER")}
    await uploaded(zhanar, "OTHER")
    await uploaded(zhanar, "OTHER", patient=await patient_id("aliya"))
    await zhanar.act("saveAttachmentDraft", {"ground": "PENSIONER"}, "draft { ground }")
    found = await zhanar.act("discardAttachmentDraft", {}, "draft { ground documents { id } }")
    assert found["draft"] == {"ground": None, "documents": []}
    assert {str(encode("Document", one.id)) for one in await Document.all()} == kept
    assert len([one for one in settings().documents.rglob("*") if one.is_file()]) == len(kept)


async def test_a_registrar_who_is_refused_leaves_a_line_all_the_same(people: People) -> None:
    given = await request(patientIin=await iin("olga"), ground="FREE_CHOICE", identity="ID 1", consent=False)
    refused = await (await people("registrar")).act("submitAttachment", given)
    assert "YEARLY_LIMIT" in codes(refused)
    assert await lines("attachment:asked") == [("REGISTRAR", True, "Ольга")]


async def test_a_registrar_who_asks_which_grounds_are_open_leaves_a_line(people: People) -> None:
    query = "query ($id: ID!) { attachmentGrounds(patient: $id) { ground forbidding { code } } }"
    await (await people("registrar")).see(query, id=await patient_id("olga"))
    await (await people("olga")).see("{ attachmentGrounds { ground } }")
    assert await lines("attachment:asked") == [("REGISTRAR", True, "Ольга")]
