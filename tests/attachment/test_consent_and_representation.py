"""Consent is given and withdrawn with proof; who may act for whom, from when, in what and until when."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from models.consent import Consent
from models.journal import Entry
from models.person import Person
from models.representation import Representation
from tests.attachment.asking import Asker, Json, clinic_id, codes, done, iin, patient_id, request
from tests.attachment.conftest import People

SHOWN = "consent { id inForce withdrawnAt to purpose }"
SEE = "query ($id: ID!) { attachment(id: $id) { number } }"


async def give(who: Asker, **given: str) -> Json:
    return await who.act("giveConsent", {"idempotencyKey": str(uuid4()), **given}, SHOWN)


async def test_a_consent_is_given_withdrawn_and_both_are_journalled(people: People) -> None:
    yerlan = await people("yerlan")
    given = (await give(yerlan, clinic=await clinic_id("almaty-5")))["consent"]
    assert given["inForce"] and given["to"] == "City Polyclinic No. 5"
    for _ in range(2):
        withdrawn = (await yerlan.act("withdrawConsent", {"id": given["id"]}, SHOWN))["consent"]
        assert (withdrawn["inForce"], withdrawn["withdrawnAt"]) == (False, "2026-11-23T10:00:00+05:00")
    assert [await Entry.filter(act=f"consent:{act}").count() for act in ("give", "withdraw")] == [1, 1]


async def test_while_a_request_rests_on_it_a_consent_is_not_withdrawn(people: People) -> None:
    yerlan = await people("yerlan")
    case = done(await yerlan.file())
    (given,) = (await yerlan.see("{ me { consents { id inForce } } }"))["consents"]
    (problem,) = (await yerlan.act("withdrawConsent", {"id": given["id"]}, SHOWN))["problems"]
    assert (problem["code"], problem["provision"]["basis"]) == ("CONSENT_IN_USE", "personal-data-law:8(2)")
    assert (await Consent.get()).withdrawn_at is None
    await yerlan.act("withdrawAttachment", {"id": case["id"]})
    assert not codes(await yerlan.act("withdrawConsent", {"id": given["id"]}, SHOWN))


async def test_nobody_withdraws_the_consent_of_another_but_a_mother_her_childs(people: People) -> None:
    zhanar = await people("zhanar")
    given = (await give(zhanar, clinic=await clinic_id("almaty-5"), patient=await patient_id("aliya")))["consent"]
    assert codes(await (await people("yerlan")).act("withdrawConsent", {"id": given["id"]}, SHOWN)) == ["NOT_FOUND"]
    assert codes(await (await people("head")).act("withdrawConsent", {"id": given["id"]}, SHOWN)) == ["FORBIDDEN"]
    assert not codes(await zhanar.act("withdrawConsent", {"id": given["id"]}, SHOWN))


async def test_a_partner_reads_what_a_person_consented_to_until_it_is_withdrawn(people: People) -> None:
    yerlan, partner = await people("yerlan"), await people("partner:attachment:read")
    case = done(await yerlan.file())
    assert await partner.see(SEE, id=case["id"]) is None
    (known,) = await yerlan.see("{ partners { id name } }")
    given = (await give(yerlan, partner=known["id"]))["consent"]
    assert (await partner.see(SEE, id=case["id"]))["number"] == case["number"]
    await yerlan.act("withdrawConsent", {"id": given["id"]}, SHOWN)
    assert await partner.see(SEE, id=case["id"]) is None


async def test_a_partners_consent_ends_by_itself_after_a_year(people: People, clock: time_machine.Traveller) -> None:
    yerlan, partner = await people("yerlan"), await people("partner:attachment:read")
    case = done(await yerlan.file())
    (known,) = await yerlan.see("{ partners { id } }")
    await give(yerlan, partner=known["id"])
    clock.shift(timedelta(days=365))
    assert await partner.see(SEE, id=case["id"])
    clock.shift(timedelta(days=1))
    assert await partner.see(SEE, id=case["id"]) is None


async def record(people: People, **changes: object) -> Json:
    """A registrar enters a power of attorney of Olga for Yerlan, with changes."""
    given = {
        "idempotencyKey": str(uuid4()), "representative": await iin("yerlan"), "represented": await iin("olga"),
        "right": "POWER_OF_ATTORNEY", "services": ["ATTACHMENT"], "basis": "Сенімхат № 1, нотариус", "until": "2027-01-01", **changes,
    }  # fmt: skip
    return await (await people("registrar")).act("recordRepresentation", given, "representation { id right }")


REFUSED = [
    ({"represented": "yerlan"}, "REPRESENTS_SELF"),
    ({"right": "SELF"}, "REPRESENTS_SELF"),
    ({"representative": "dias"}, "REPRESENTATIVE_MINOR"),
    ({"right": "PARENT"}, "PARENT_OF_ADULT"),
    ({"until": None}, "POWER_WITHOUT_END"),
    ({"until": "2026-11-22"}, "POWER_WITHOUT_END"),
    ({"basis": "  "}, "BASIS_MISSING"),
]


@pytest.mark.parametrize("changes, code", REFUSED)
async def test_a_right_that_cannot_be_is_not_entered(people: People, changes: Json, code: str) -> None:
    named = {name: await iin(value) if name.startswith("represent") else value for name, value in changes.items()}
    (problem,) = (await record(people, **named))["problems"]
    assert problem["code"] == code and problem["message"] and problem["provision"]


async def olgas_case(people: People) -> Json:
    """A case of Olga's, at the desk."""
    given = await request(patientIin=await iin("olga"), ground="RESIDENCE_CHANGE", identity="№ 1")
    return done(await (await people("registrar")).act("submitAttachment", given))


async def test_a_power_of_attorney_opens_the_case_until_its_last_day(people: People, clock: time_machine.Traveller) -> None:
    case = await olgas_case(people)
    assert await (await people("yerlan")).see(SEE, id=case["id"]) is None
    assert not codes(await record(people, until="2026-11-25"))
    for days, sees in ((0, True), (2, True), (1, False)):
        clock.shift(timedelta(days=days))
        assert bool(await (await people("yerlan")).see(SEE, id=case["id"])) is sees


async def test_either_side_ends_a_right_at_once_and_a_stranger_never(people: People) -> None:
    case, yerlan = await olgas_case(people), await people("yerlan")
    for who in ("olga", "yerlan"):
        made = (await record(people))["representation"]
        assert await yerlan.see(SEE, id=case["id"])
        stranger = await (await people("zhanar")).act("endRepresentation", {"id": made["id"]}, "representation { id }")
        assert codes(stranger) == ["NOT_FOUND"]
        assert not codes(await (await people(who)).act("endRepresentation", {"id": made["id"]}, "representation { id }"))
        assert await yerlan.see(SEE, id=case["id"]) is None
    assert await Entry.filter(act="representation:end").count() == 2


async def test_a_power_of_attorney_for_other_services_opens_no_attachment(people: People) -> None:
    case, yerlan = await olgas_case(people), await people("yerlan")
    assert not codes(await record(people, services=["APPOINTMENT"]))
    assert await yerlan.see(SEE, id=case["id"]) is None
    assert codes(await yerlan.act("withdrawAttachment", {"id": case["id"]})) == ["NOT_FOUND"]
    given = await request(patient=await patient_id("olga"), ground="RESIDENCE_CHANGE")
    assert codes(await yerlan.act("submitAttachment", given)) == ["NOT_FOUND"]


async def test_a_power_of_attorney_for_other_services_opens_the_person_and_hides_what_attachment_left(people: People) -> None:
    case, yerlan, olga = await olgas_case(people), await people("yerlan"), await patient_id("olga")
    query = """query ($id: ID!) { node(id: $id) { ... on Patient { iin right other: right(service: APPOINTMENT) } } }"""
    log = "query ($patient: ID) { accessLog(patient: $patient) { nodes { service caseNumber } } }"
    assert (await yerlan.see(query, id=olga)) is None
    await record(people, services=["APPOINTMENT"])
    assert (await yerlan.see(query, id=olga)) == {"iin": await iin("olga"), "right": None, "other": "POWER_OF_ATTORNEY"}
    lines = (await yerlan.see(log, patient=olga))["nodes"]
    assert lines and {(one["service"], one["caseNumber"]) for one in lines} == {(None, "")}
    assert case["number"] in str(await (await people("olga")).see(log))


async def test_a_consent_for_attachment_is_not_for_those_who_act_in_other_services(people: People) -> None:
    yerlan = await people("yerlan")
    given = (await give(await people("olga"), clinic=await clinic_id("almaty-5")))["consent"]
    await record(people, services=["APPOINTMENT"])
    assert codes(await yerlan.act("withdrawConsent", {"id": given["id"]}, SHOWN)) == ["NOT_FOUND"]
    await record(people)
    assert not codes(await yerlan.act("withdrawConsent", {"id": given["id"]}, SHOWN))


@pytest.mark.parametrize("birth, sees", [("2008-11-24", True), ("2008-11-23", False)])
async def test_a_mothers_right_ends_on_the_day_the_child_is_of_age(people: People, birth: str, sees: bool) -> None:
    await Person.filter(iin=await iin("aliya")).update(birth_date=birth)
    zhanar, aliya = await people("zhanar"), await patient_id("aliya")
    log = await zhanar.ask("query ($patient: ID) { accessLog(patient: $patient) { nodes { id } } }", patient=aliya)
    assert ("errors" not in log) is sees
    cases = (await zhanar.see("{ attachments { nodes { patient { iin } } } }"))["nodes"]
    assert (await iin("aliya") in str(cases)) is sees


async def test_only_a_registrar_enters_a_right(people: People) -> None:
    for name in ("yerlan", "head", "officer", "centre", "partner:attachment:submit"):
        who = await people(name)
        given = {"representative": await iin("yerlan"), "represented": await iin("olga"), "right": "GUARDIAN", "basis": "№ 1"}
        found = await who.act("recordRepresentation", {"idempotencyKey": str(uuid4()), **given}, "representation { id }")
        assert codes(found) == ["FORBIDDEN"]
    assert await Representation.all().count() == 2
