"""What is told before somebody goes on in vain: of the person, of the doctors, of broken rules, of reasons, of who gave what."""

from datetime import date
from uuid import uuid4

import pytest

from models.clinic import Clinic
from models.demo_data import CLINICS, PEOPLE
from models.person import Person
from tests.attachment.asking import BINS, clinic_id, codes, done, iin, patient_id, request
from tests.attachment.conftest import People
from tests.attachment.test_decision import WORDS, filed

DRAFT = """{ attachmentDraft {
    personForbids { code text provision { basis } } openCase { number } doctorsThatServe { fullName specialty }
} }"""
BROKEN = "query ($id: ID!) { attachment(id: $id) { brokenRules { code text } } }"
COURSE = "query ($id: ID!) { attachment(id: $id) { course { act note } } }"


async def forbidden(people: People, name: str) -> list[str]:
    """The rules about the person that the draft of somebody tells."""
    found = await (await people(name)).see(DRAFT)
    assert all(one["text"] and one["provision"]["basis"] for one in found["personForbids"])
    return [one["code"] for one in found["personForbids"]]


async def test_a_minor_and_the_dead_are_told_at_the_first_question(people: People) -> None:
    assert await forbidden(people, "yerlan") == []
    assert await forbidden(people, "dias") == ["MINOR_ALONE"]
    await Person.filter(iin=await iin("yerlan")).update(deceased_on=date(2026, 11, 1))
    assert await forbidden(people, "yerlan") == ["DECEASED"]


async def test_a_request_that_waits_is_told_with_its_number_and_only_for_the_person_it_is_about(people: People) -> None:
    zhanar = await people("zhanar")
    assert (await zhanar.see(DRAFT))["openCase"] is None
    case = await filed(people, "zhanar", ground="FREE_CHOICE", home="samal")
    found = await zhanar.see(DRAFT)
    assert found["openCase"] == {"number": case["number"]}
    assert [one["code"] for one in found["personForbids"]] == ["ALREADY_APPLIED"]
    saved = await zhanar.act("saveAttachmentDraft", {"patient": await patient_id("aliya")}, "draft { openCase { number } }")
    assert saved["draft"]["openCase"] is None
    assert await forbidden(people, "zhanar") == []
    await zhanar.act("withdrawAttachment", {"id": case["id"]})
    await zhanar.act("saveAttachmentDraft", {"patient": await patient_id("zhanar")}, "draft { key }")
    assert (await zhanar.see(DRAFT))["openCase"] is None


@pytest.mark.parametrize("patient, kinds", [("zhanar", {"GP", "THERAPIST"}), ("aliya", {"GP", "PAEDIATRICIAN"})])
async def test_only_doctors_of_the_clinic_who_serve_the_age_are_offered(people: People, patient: str, kinds: set[str]) -> None:
    zhanar = await people("zhanar")
    assert (await zhanar.see(DRAFT))["doctorsThatServe"] == []
    given = {"patient": await patient_id(patient), "clinic": await clinic_id("almaty-5")}
    await zhanar.act("saveAttachmentDraft", given, "draft { key }")
    offered = (await zhanar.see(DRAFT))["doctorsThatServe"]
    own = {f"{one.surname} {one.given_name} {one.patronymic}" for one in PEOPLE if one.doctor and one.clinic == "almaty-5"}
    assert {one["specialty"] for one in offered} == kinds
    assert {one["fullName"] for one in offered} <= own and len(offered) == 3


async def test_the_grounds_tell_whether_the_present_clinic_has_closed(people: People) -> None:
    query = "{ attachmentGrounds { ground forbidding { code } } }"
    zhanar = await people("zhanar")
    for serving, expected in ((True, ["NOT_CLOSED"]), (False, [])):
        await Clinic.filter(bin=BINS["almaty-9"]).update(serving=serving)
        grounds = {one["ground"]: [rule["code"] for rule in one["forbidding"]] for one in await zhanar.see(query)}
        assert grounds["CLINIC_CLOSED"] == expected


async def test_the_clinic_is_told_which_rules_are_broken_and_the_citizen_is_not(people: People) -> None:
    case = await filed(people, "zhanar", ground="FREE_CHOICE", home="samal")
    registrar, head, zhanar = await people("registrar"), await people("head"), await people("zhanar")
    assert (await registrar.see(BROKEN, id=case["id"]))["brokenRules"] == []
    await Clinic.filter(bin=BINS["almaty-5"]).update(fund_contract=False)
    for who, found in ((registrar, ["NO_CONTRACT"]), (head, ["NO_CONTRACT"]), (zhanar, [])):
        assert [one["code"] for one in (await who.see(BROKEN, id=case["id"]))["brokenRules"]] == found, who.name
    done(await zhanar.act("withdrawAttachment", {"id": case["id"]}))
    assert (await registrar.see(BROKEN, id=case["id"]))["brokenRules"] == []


@pytest.mark.parametrize("desk", [True, False])
async def test_a_sound_request_breaks_no_rule_however_it_was_filed(people: People, desk: bool) -> None:
    registrar = await people("registrar")
    given = await request(patientIin=await iin("yerlan"), identity="№ 1", channel="DESK")
    case = done(await registrar.act("submitAttachment", given)) if desk else await filed(people)
    assert (await registrar.see(BROKEN, id=case["id"]))["brokenRules"] == []


async def test_the_clinic_reads_the_reasons_of_each_step_and_the_citizen_none(people: People) -> None:
    case = await filed(people)
    registrar, head, yerlan = await people("registrar"), await people("head"), await people("yerlan")
    done(await registrar.act("proposeAttachmentRefusal", {"id": case["id"], "ground": "UNRELIABLE", "words": WORDS}))
    done(await head.act("declineAttachmentRefusal", {"id": case["id"], "words": "Құжат дұрыс."}))
    for who in (registrar, head):
        told = {one["act"]: one["note"] for one in (await who.see(COURSE, id=case["id"]))["course"]}
        assert (told["propose_refusal"], told["decline_refusal"], told["submit"]) == (WORDS, "Құжат дұрыс.", None)
    seen = str(await yerlan.see(COURSE, id=case["id"]))
    assert WORDS not in seen and "Құжат дұрыс." not in seen


async def test_a_consent_names_who_gave_it(people: People) -> None:
    zhanar, clinic = await people("zhanar"), await clinic_id("almaty-5")
    for patient in ("zhanar", "aliya"):
        given = {"idempotencyKey": str(uuid4()), "clinic": clinic, "patient": await patient_id(patient)}
        assert not codes(await zhanar.act("giveConsent", given, "consent { id }"))
    found = (await zhanar.see("{ me { consents { givenBy patient { givenName: shortName } } } }"))["consents"]
    assert [one["givenBy"] for one in found] == ["Өтегенова Жанар Маратқызы"] * 2
    assert len({one["patient"]["givenName"] for one in found}) == 2


async def test_the_staff_of_the_demonstration_are_told_with_their_clinic(people: People) -> None:
    told = {one["key"]: one["clinicName"] for one in await (await people("")).see("{ demonstrationPeople { key clinicName } }")}
    clinics = {one.key: one.name["en"] for one in CLINICS}
    assert (told["head"], told["head9"], told["yerlan"]) == (clinics["almaty-5"], clinics["almaty-9"], "")
    assert told == {one.key: clinics.get(one.clinic, "") for one in PEOPLE if one.key in told}
