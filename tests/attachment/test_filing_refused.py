"""What may not be filed: one test for each rule of law and for each mistake of the request. Nothing of it is kept."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from api.ids import encode
from models.attachment import Attachment
from models.clinic import Clinic
from models.consent import Consent
from models.demo_data import OLD_HOMES, PEOPLE
from models.idempotency import IdempotencyKey
from models.journal import Entry
from models.law.attachment import DOCUMENTS, IMPEDIMENTS
from models.person import Person
from tests.attachment.asking import BINS, Json, codes, doctor_id, done, iin, patient_id, request, uploaded
from tests.attachment.conftest import People

SEEN = "Жеке куәлік № 012345678"
DEMO = {one.key: one for one in PEOPLE}


async def refusal(people: People, name: str, **changes: Any) -> Json:
    """The payload of a filing that is refused, and nothing of it in the register."""
    who, before = await people(name), await Attachment.all().count()
    payload = await who.act("submitAttachment", await request(**changes))
    assert payload["attachment"] is None
    assert await Attachment.all().count() == before
    assert await Consent.all().count() == await IdempotencyKey.all().count() == 0
    assert not await Entry.filter(act__in=["attachment:submit", "consent:give"]).exists()
    return payload


CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "NO_CONSENT": ("yerlan", {"consent": False}),
    "OTHER_UNIT": ("yerlan", {"home": "astana", "outsideZone": True}),
    "YEARLY_LIMIT": ("olga", {"ground": "FREE_CHOICE"}),
    "CAMPAIGN_CLOSED": ("zhanar", {"ground": "CAMPAIGN"}),
    "NO_CONTRACT": ("zhanar", {"ground": "FREE_CHOICE", "clinic": "almaty-14", "home": "far", "outsideZone": True}),
    "ALREADY_ATTACHED": ("zhanar", {"ground": "RESIDENCE_CHANGE", "clinic": "almaty-9", "home": "far", "outsideZone": True}),
    "NOT_FIRST": ("zhanar", {"home": "samal"}),
    "NO_ATTACHMENT_YET": ("yerlan", {"ground": "FREE_CHOICE"}),
    "MINOR_ALONE": ("dias", {"ground": "RESIDENCE_CHANGE", "clinic": "almaty-9", "home": "far", "outsideZone": True}),
    "CHILD_AGE": ("zhanar", {"ground": "CHILD", "home": "samal"}),
    "NOT_CLOSED": ("zhanar", {"ground": "CLINIC_CLOSED", "home": "samal"}),
    "ADDRESS_SAME": ("zhanar", {"ground": "RESIDENCE_CHANGE", "address": OLD_HOMES[DEMO["zhanar"].iin], "outsideZone": True}),
    "OUTSIDE_ZONE": ("yerlan", {"home": "far"}),
}


@pytest.mark.parametrize("code", CASES)
async def test_the_rule_forbids_it_alone_and_cites_its_paragraph(people: People, code: str) -> None:
    name, changes = CASES[code]
    (problem,) = (await refusal(people, name, **changes))["problems"]
    assert (problem["code"], problem["provision"]["basis"]) == (code, str(IMPEDIMENTS[code]))
    assert problem["message"] and problem["remedy"]


async def test_the_yearly_limit_is_lifted_on_new_years_day(people: People) -> None:
    (problem,) = (await refusal(people, "olga", ground="FREE_CHOICE"))["problems"]
    assert problem["allowedFrom"] == "2027-01-01T00:00:00+05:00"


async def test_the_campaign_opens_on_the_first_of_september(people: People) -> None:
    (problem,) = (await refusal(people, "zhanar", ground="CAMPAIGN"))["problems"]
    assert problem["allowedFrom"] == "2027-09-01T00:00:00+05:00"


@pytest.mark.parametrize("doctor, code", [("doctor-child", "DOCTOR_AGE"), ("doctor-full", "DOCTOR_FULL"), ("doctor9", "DOCTOR_ELSEWHERE")])
async def test_the_doctor_must_serve_the_age_have_room_and_be_of_the_clinic(people: People, doctor: str, code: str) -> None:
    (problem,) = (await refusal(people, "yerlan", doctor=await doctor_id(doctor)))["problems"]
    assert (problem["code"], problem["field"]) == (code, ["doctor"])


async def test_a_full_doctor_comes_with_the_names_of_those_who_have_room(people: People) -> None:
    (problem,) = (await refusal(people, "yerlan", doctor=await doctor_id("doctor-full")))["problems"]
    assert "Нұрғали" in problem["remedy"] and "Абдрахманова" not in problem["remedy"]


@pytest.mark.parametrize("ground", [one.value for one in DOCUMENTS])
async def test_every_missing_document_of_a_ground_is_named(people: People, ground: str) -> None:
    child = {"patient": await patient_id("aliya")} if ground in ("MADRASA_STUDENT", "BORN_ABROAD") else {}
    found = await refusal(people, "zhanar", ground=ground, home="samal", **child)
    kinds = next(kinds for one, kinds in DOCUMENTS.items() if one.value == ground)
    assert codes(found) == ["DOCUMENT_MISSING"] * len(kinds)
    assert all(problem["field"] == ["documents"] for problem in found["problems"])


async def test_by_power_of_attorney_the_power_itself_is_needed(people: People) -> None:
    given = {"patient": await patient_id("marat"), "ground": "FREE_CHOICE", "home": "samal"}
    assert codes(await refusal(people, "zhanar", **given)) == ["DOCUMENT_MISSING"]


async def test_a_document_of_somebody_else_does_not_count(people: People) -> None:
    theirs = await uploaded(await people("zhanar"), "PENSION_CERTIFICATE")
    who = await people("olga")
    payload = await who.act("submitAttachment", await request(ground="PENSIONER", documents=[theirs]))
    assert codes(payload) == ["DOCUMENT_MISSING"]


async def test_a_clinic_that_has_closed_takes_nobody(people: People) -> None:
    await Clinic.filter(bin=BINS["almaty-5"]).update(serving=False)
    assert codes(await refusal(people, "yerlan")) == ["CLINIC_NOT_SERVING"]


async def test_the_dead_are_not_attached(people: People) -> None:
    await Person.filter(iin=await iin("yerlan")).update(deceased_on=date(2026, 11, 1))
    assert codes(await refusal(people, "registrar", patientIin=await iin("yerlan"), identity=SEEN)) == ["DECEASED"]


async def test_one_request_at_a_time(people: People) -> None:
    yerlan = await people("yerlan")
    done(await yerlan.file())
    assert codes(await yerlan.act("submitAttachment", await request())) == ["ALREADY_APPLIED"]


async def test_at_the_desk_a_stranger_files_for_nobody(people: People) -> None:
    given = {"patientIin": await iin("zhanar"), "applicantIin": await iin("yerlan"), "ground": "FREE_CHOICE", "home": "samal"}
    assert codes(await refusal(people, "registrar", identity=SEEN, **given)) == ["NOT_REPRESENTATIVE"]


async def test_at_the_desk_a_minor_does_not_file_alone(people: People) -> None:
    given = {"patientIin": await iin("dias"), "ground": "RESIDENCE_CHANGE", "clinic": "almaty-9", "home": "far", "outsideZone": True}
    assert codes(await refusal(people, "registrar9", identity=SEEN, **given)) == ["MINOR_ALONE"]


async def test_through_a_partner_a_minor_does_not_file_alone(people: People) -> None:
    partner = await people("partner:attachment:submit")
    given = await request(patientIin=await iin("dias"), ground="RESIDENCE_CHANGE", clinic="almaty-9", home="far", outsideZone=True)
    signed = await partner.signed("submitAttachment", given, "dias")
    assert codes(await partner.act("submitAttachment", signed)) == ["MINOR_ALONE"]


async def test_through_a_partner_a_stranger_files_for_nobody(people: People) -> None:
    partner = await people("partner:attachment:submit")
    given = await request(patientIin=await iin("zhanar"), ground="FREE_CHOICE", home="samal")
    signed = await partner.signed("submitAttachment", given, "yerlan")
    assert codes(await partner.act("submitAttachment", signed)) == ["NOT_REPRESENTATIVE"]


async def test_at_the_desk_identity_must_be_seen(people: People) -> None:
    given = {"patientIin": await iin("yerlan")}
    assert codes(await refusal(people, "registrar", **given)) == ["DOCUMENT_MISSING"]
    noted = {**given, "papers": [{"kind": "IDENTITY"}]}
    assert codes(await refusal(people, "registrar", **noted)) == ["IDENTITY_NOT_SEEN"]


async def test_several_rules_are_told_at_once(people: People) -> None:
    found = codes(await refusal(people, "yerlan", ground="FREE_CHOICE", home="astana", consent=False))
    assert found == ["NO_CONSENT", "NO_ATTACHMENT_YET", "OTHER_UNIT", "OUTSIDE_ZONE"]


async def test_a_request_of_a_citizen_is_signed(people: People) -> None:
    assert codes(await refusal(people, "yerlan")) == ["SIGNATURE_REQUIRED"]


async def _unknown(kind: str) -> str:
    return str(encode(kind, uuid4()))


ADDRESS = {"kato": "750000000", "locality": "А", "street": "Абай", "house": "1"}
MISTAKES: list[tuple[str, str, dict[str, Any], str, list[str]]] = [
    ("a wrong check digit of an IIN", "registrar", {"patientIin": "921104499026"}, "IIN_CHECK_DIGIT", ["patientIin"]),
    ("an IIN too short", "registrar", {"patientIin": "92110449"}, "IIN_LENGTH", ["patientIin"]),
    ("letters in an IIN", "registrar", {"patientIin": "92110449902X"}, "IIN_DIGITS", ["patientIin"]),
    ("an IIN of nobody", "registrar", {"patientIin": "730404399077"}, "NOT_FOUND", ["patientIin"]),
    ("nobody is named at the desk", "registrar", {}, "REQUIRED", ["patient"]),
    ("a clinic that is not an id", "yerlan", {"clinic": "№ 5"}, "NOT_FOUND", ["clinic"]),
    ("no street", "yerlan", {"address": ADDRESS | {"street": " "}}, "REQUIRED", ["address", "street"]),
    ("a street without end", "yerlan", {"address": ADDRESS | {"street": "к" * 201}}, "TOO_LONG", ["address", "street"]),
    ("a zero byte in a street", "yerlan", {"address": ADDRESS | {"street": "к\x00"}}, "INVALID_VALUE", ["address", "street"]),
    ("words for a phone", "yerlan", {"phone": "қоңырау шалыңыз"}, "INVALID_PHONE", ["phone"]),
    ("a zero byte in an identity", "registrar", {"patient": "zhanar", "identity": "№\x00"}, "INVALID_VALUE", ["identity"]),
    ("a document that is not an id", "yerlan", {"documents": ["document_x"]}, "NOT_FOUND", ["documents"]),
]  # fmt: skip


@pytest.mark.parametrize("name, given, code, field", [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES])
async def test_a_mistake_is_told_on_its_field(people: People, name: str, given: dict[str, Any], code: str, field: list[str]) -> None:
    named = {**given, "patient": await patient_id(given["patient"])} if "patient" in given else given
    (problem,) = (await refusal(people, name, **named))["problems"]
    assert (problem["code"], problem["field"], problem["provision"]) == (code, field, None)


ABSENT: dict[str, Callable[[], Awaitable[str]]] = {
    "clinic": lambda: _unknown("Clinic"),
    "doctor": lambda: _unknown("Doctor"),
    "patient": lambda: _unknown("Patient"),
}


@pytest.mark.parametrize("field", ABSENT)
async def test_an_unknown_clinic_doctor_or_person_is_absent(people: People, field: str) -> None:
    (problem,) = (await refusal(people, "yerlan", **{field: await ABSENT[field]()}))["problems"]
    assert (problem["code"], problem["field"]) == ("NOT_FOUND", [field])


@pytest.mark.parametrize("field", ["clinic", "ground", "address", "consent", "language", "phone", "idempotencyKey"])
async def test_an_input_without_a_field_it_needs_did_not_run(people: People, field: str) -> None:
    yerlan = await people("yerlan")
    query = "mutation ($input: SubmitAttachmentInput!) { submitAttachment(input: $input) { problems { code } } }"
    answer = await yerlan.send(query, {"input": await request(without=(field,))})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "INVALID_VARIABLES"


async def test_only_citizens_registrars_and_partners_with_the_scope_file(people: People) -> None:
    for name in ("head", "officer", "administrator", "doctor", "centre", "authority", "partner:attachment:read"):
        assert codes(await refusal(people, name)) == ["FORBIDDEN"], name
    assert codes(await refusal(people, "")) == ["UNAUTHENTICATED"]
