"""Filing: nothing keeps an appeal out, on whatever way it comes; and nothing that is another's comes in with it."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine

from api.ids import encode
from models import demo
from models.account import Partner
from models.appeal import Appeal
from models.idempotency import IdempotencyKey
from models.representation import Representation
from tests.appeal.appeals import (
    IIN,
    WORDS,
    act,
    at,
    codes,
    complained,
    done,
    file,
    filed,
    later,
    request,
    row,
    see,
    taken_in,
)
from tests.appeal.test_handling import PARTNER, consent
from tests.attachment.asking import Json, clinic_id, doctor_id, patient_id
from tests.attachment.conftest import People

UNKNOWN = "730404399077"


async def test_the_same_key_gives_the_same_receipt_and_another_input_is_told(people: People) -> None:
    zhanar = await people("zhanar")
    given = await zhanar.signed("fileAppeal", request(clinic=await clinic_id("almaty-9")), as_head=False)
    first, second = await act(zhanar, "fileAppeal", given), await act(zhanar, "fileAppeal", given)
    assert first["appeal"]["receipt"] == second["appeal"]["receipt"] and await Appeal.all().count() == 1
    assert codes(await act(zhanar, "fileAppeal", given | {"essence": "Басқа"})) == ["IDEMPOTENCY_KEY_REUSED"]
    replay = given | {"idempotencyKey": str(uuid4())}
    assert codes(await act(zhanar, "fileAppeal", replay)) == ["CHALLENGE_USED"]
    assert await Appeal.all().count() == 1 == await IdempotencyKey.filter(object_type="Appeal").count()


async def test_a_signature_over_other_words_or_of_somebody_else_files_nothing(people: People) -> None:
    zhanar = await people("zhanar")
    given = request(clinic=await clinic_id("almaty-9"))
    good = await zhanar.signed("fileAppeal", given, as_head=False)
    assert codes(await act(zhanar, "fileAppeal", good | {"essence": "Басқа сөз"})) == ["SIGNATURE_OTHER_CONTENT"]
    olga = await zhanar.signed("fileAppeal", given, "olga", as_head=False)
    assert "SIGNATURE_FOREIGN" in codes(await act(zhanar, "fileAppeal", olga))
    assert codes(await act(await people("olga"), "fileAppeal", good)) != []
    assert codes(await act(zhanar, "fileAppeal", given)) == ["SIGNATURE_REQUIRED"]
    assert codes(await act(zhanar, "fileAppeal", good | {"signature": "AAAA"})) == ["SIGNATURE_BROKEN"]
    assert not await Appeal.exists()


async def test_parents_guardians_and_holders_of_a_power_of_attorney_appeal_for_others(people: People) -> None:
    zhanar = await people("zhanar")
    for name in ("aliya", "marat"):
        case = await row(await filed(zhanar, patient=await patient_id(name)))
        assert (case.iin, case.applicant_id) == (IIN[name], (await demo.person("zhanar")).id)
    await Representation.filter(represented__iin=IIN["marat"]).update(services=["APPOINTMENT"])
    with pytest.raises(AssertionError, match="NOT_FOUND"):
        await file(zhanar, patient=await patient_id("marat"))
    with pytest.raises(AssertionError, match="NOT_FOUND"):
        await file(zhanar, patient=await patient_id("olga"))
    assert {one.iin for one in await Appeal.visible_to(await _citizen("zhanar"))} == {IIN["aliya"]}


async def _citizen(name: str) -> Any:
    from models.actor import Actor
    from models.law import Role

    return Actor(role=Role.CITIZEN, person=(await demo.person(name)).id)


async def test_a_desk_takes_in_whatever_comes(people: People) -> None:
    officer, registrar = await people("officer9"), await people("registrar9")
    known = await taken_in(registrar, patientIin=IIN["olga"], identity="№ 1")
    assert known["name"].startswith("Ким") and known["receipt"]["receiver"].startswith("Оспанов")
    unknown = await taken_in(officer, patientIin=UNKNOWN, name="Үлгілі Асан")
    assert ((await row(unknown)).iin, (await row(unknown)).person_id, unknown["anonymous"]) == (UNKNOWN, None, False)
    organisation = await taken_in(officer, name="«Үлгі» ЖШС", bin="260440990019")
    assert (await row(organisation)).bin == "260440990019"
    assert codes(await act(officer, "fileAppeal", request(name="Х", bin="260440990010"))) != []
    nobody = await taken_in(officer, essence="", postalAddress="")
    assert nobody["anonymous"] and nobody["receipt"]["line"] == 4
    oral = await taken_in(officer, oral=True, channel="PHONE", name="Х")
    kept = await row(oral)
    assert (kept.oral, kept.channel.value) == (True, "PHONE")
    assert [one.register_number for one in await Appeal.all().order_by("register_number")] == [1, 2, 3, 4, 5]
    missing = request(patient=encode("Patient", UUID(int=7)))
    assert codes(await act(officer, "fileAppeal", missing)) == ["NOT_FOUND"]


async def test_a_desk_of_one_body_takes_in_for_that_body_only(people: People) -> None:
    other = await clinic_id("almaty-5")
    case = await taken_in(await people("officer9"), name="Х", clinic=other)
    assert (await row(case)).clinic_id == (await row(await taken_in(await people("registrar9"), name="Х"))).clinic_id
    at_authority = await taken_in(await people("authority"), name="Х", clinic=other, kind="SERVICE_COMPLAINT")
    assert at_authority["body"]["kind"] == "AUTHORITY" and at_authority["dueOn"] == "2026-12-14"


async def test_an_earlier_paper_keeps_its_own_day_and_its_own_term(people: People) -> None:
    officer = await people("officer9")
    late = await taken_in(officer, name="Х", receivedAt=at("2026-11-20", 17, 59).isoformat())
    assert (late["receipt"]["registeredOn"], late["dueOn"]) == ("2026-11-20", "2026-12-11") and late["registrationLateAt"]
    evening = await taken_in(officer, name="Х", receivedAt=at("2026-11-20", 18).isoformat())
    assert (evening["receipt"]["registeredOn"], evening["registrationLateAt"]) == ("2026-11-23", None)
    for day in ("2021-07-01", "2021-12-31", "2024-02-29"):
        for kind in ("REQUEST", "INFORMATION", "COMPLAINT", "SERVICE_COMPLAINT"):
            old = await taken_in(officer, name="Х", kind=kind, receivedAt=at(day, 12).isoformat())
            assert old["dueOn"] < "2026-11-23" and old["registrationLateAt"]


async def test_the_same_moment_is_the_same_day_whatever_offset_it_is_written_with(people: People) -> None:
    officer = await people("officer9")
    written = ("2026-11-20T12:00:00+05:00", "2026-11-20T21:00:00+14:00", "2026-11-19T19:00:00-12:00", "2026-11-20T07:00:00+00:00")
    found = [await taken_in(officer, name="Х", receivedAt=one) for one in written]
    assert {(one["dueOn"], one["receipt"]["registeredOn"]) for one in found} == {("2026-12-11", "2026-11-20")}


async def test_a_partner_files_with_consent_or_with_a_signature_and_otherwise_learns_nothing(people: People) -> None:
    partner, clinic = await people(PARTNER), await clinic_id("almaty-9")
    answers = set()
    for whose in (UNKNOWN, IIN["zhanar"], IIN["olga"], IIN["officer9"], IIN["dias"]):
        found = await act(partner, "fileAppeal", request(patientIin=whose, clinic=clinic), "appeal { id }")
        answers.add(str(found))
        bare = request(patientIin=whose, clinic=clinic)
        content, problems = await partner.to_sign("fileAppeal", bare)
        assert content and not problems and "Өтегенова" not in content.decode()
    assert len(answers) == 1 and "SIGNATURE_REQUIRED" in answers.pop() and not await Appeal.exists()
    given = await partner.signed("fileAppeal", request(patientIin=IIN["zhanar"], clinic=clinic), "zhanar", as_head=False)
    with_signature = (await act(partner, "fileAppeal", given))["appeal"]
    assert (await row(with_signature)).channel.value == "PARTNER" and (await see(partner, with_signature["id"]))["number"]
    await consent("olga", PARTNER)
    with_consent = (await act(partner, "fileAppeal", request(patientIin=IIN["olga"], clinic=clinic, channel="DESK", identity="Х")))[
        "appeal"
    ]
    kept = await row(with_consent)
    assert (kept.channel.value, kept.identity_seen, kept.registrar_id, kept.signature_id) == ("PARTNER", "", None, None)
    assert (await done(partner, "withdrawAppeal", with_consent))["state"] == "WITHDRAWN"
    forged = await partner.signed("fileAppeal", request(patientIin=IIN["marat"], clinic=clinic), "olga", as_head=False)
    assert codes(await act(partner, "fileAppeal", forged)) == ["NOT_REPRESENTATIVE"]


async def test_a_partner_without_the_scope_or_after_the_consent_may_nothing(people: People) -> None:
    from models.consent import Consent

    partner, reader, clinic = await people(PARTNER), await people("partner:appeal:read"), await clinic_id("almaty-9")
    assert codes(await act(reader, "fileAppeal", request(patientIin=IIN["olga"], clinic=clinic))) == ["FORBIDDEN"]
    await consent("olga", PARTNER)
    case = (await act(partner, "fileAppeal", request(patientIin=IIN["olga"], clinic=clinic)))["appeal"]
    assert await see(reader, case["id"]) is None
    await Consent.filter(partner=await Partner.get(name=PARTNER)).update(withdrawn_at=at("2026-11-23"))
    assert await see(partner, case["id"]) is None
    assert codes(await act(partner, "withdrawAppeal", {"id": case["id"]})) == ["NOT_FOUND"]
    assert codes(await act(partner, "fileAppeal", request(patientIin=IIN["olga"], clinic=clinic))) == ["SIGNATURE_REQUIRED"]


async def test_a_case_is_complained_about_by_whose_case_it_is(people: People, clock: time_machine.Traveller) -> None:
    """Nobody is shown another's facts with one's own appeal: neither a representative's own, nor through a desk."""
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    own = await filed(zhanar, patient=await patient_id("marat"))
    await done(head, "decideAppeal", own, outcome="GRANTED", words=WORDS)
    given = request(about=own["id"], clinic=await clinic_id("almaty-9"))
    _, problems = await zhanar.to_sign("fileAppeal", given)
    assert [one["code"] for one in problems] == ["NOT_FOUND"]
    for more in ({"patientIin": IIN["olga"]}, {"name": "Х"}):
        assert codes(await act(officer, "fileAppeal", request(about=own["id"], **more))) == ["NOT_FOUND"]
    complaint = await complained(zhanar, own["id"], patient=await patient_id("marat"))
    assert (await row(complaint)).about_number == own["number"]
    taken = await taken_in(officer, about=own["id"], patientIin=IIN["marat"])
    assert (await row(taken)).facts["number"] == own["number"]
    for stranger in ("olga", "yerlan", "citizen:officer9"):
        who = await people(stranger)
        _, problems = await who.to_sign("fileComplaint", request(kind=None, about=own["id"]))
        assert [one["code"] for one in problems] == ["NOT_FOUND"]


async def test_of_an_open_appeal_and_of_the_authoritys_answer_no_complaint_is_made_from_here(people: People) -> None:
    zhanar, authority = await people("zhanar"), await people("authority")
    running = await filed(zhanar)
    above = await filed(zhanar, kind="SERVICE_COMPLAINT", toAuthority=True)
    await done(authority, "decideAppeal", above, outcome="ORDERED", words=WORDS)
    for case in (running, above):
        _, problems = await zhanar.to_sign("fileComplaint", request(kind=None, about=case["id"]))
        assert [one["code"] for one in problems] == ["NOT_FOUND"]
        assert not (await see(zhanar, case["id"]))["complaintOpen"]


async def test_a_doctor_of_another_clinic_is_not_complained_about_here(people: People) -> None:
    zhanar, nine = await people("zhanar"), await clinic_id("almaty-9")
    for name, found in (("doctor9", []), ("doctor", ["NOT_FOUND"])):
        _, problems = await zhanar.to_sign("fileAppeal", request(clinic=nine, accused=[await doctor_id(name)]))
        assert [one["code"] for one in problems] == found, name
    case = await filed(zhanar, complainedOf="Терапевт", accused=[await doctor_id("doctor9")])
    assert [one["name"][:7] for one in case["accused"]] == ["Каримов"]
    shown = await zhanar.see("query ($id: ID!) { appeal(id: $id) { accusedUnnamed } }", id=case["id"])
    assert not shown["accusedUnnamed"]


HOSTILE: list[tuple[Json, str]] = [
    ({"essence": "x" * 10_001}, "TOO_LONG"), ({"essence": "a\x00b"}, "INVALID_VALUE"), ({"essence": "\u202eабв"}, "INVALID_VALUE"),
    ({"essence": "  "}, "REQUIRED"), ({"postalAddress": ""}, "REQUIRED"), ({"postalAddress": "x" * 301}, "TOO_LONG"),
    ({"phone": "abc"}, "INVALID_PHONE"), ({"complainedOf": "x" * 301}, "TOO_LONG"), ({"restoreTerm": "x" * 2001}, "TOO_LONG"),
    ({"clinic": encode("Clinic", UUID(int=7))}, "NOT_FOUND"), ({"clinic": "x"}, "NOT_FOUND"), ({"clinic": None}, "REQUIRED"),
    ({"files": [encode("Document", UUID(int=7))]}, "NOT_FOUND"), ({"accused": [encode("Doctor", UUID(int=7))]}, "NOT_FOUND"),
    ({"about": encode("Appeal", UUID(int=7))}, "NOT_FOUND"), ({"patient": encode("Patient", UUID(int=7))}, "NOT_FOUND"),
    ({"patientIin": UNKNOWN}, "INVALID_VALUE"), ({"learnedOn": "2026-13-01"}, "INVALID_DATE"),
]  # fmt: skip


@pytest.mark.parametrize("changed, code", HOSTILE, ids=[f"{next(iter(one))}-{code}" for one, code in HOSTILE])
async def test_what_cannot_be_is_told_on_its_field_before_it_is_signed(people: People, changed: Json, code: str) -> None:
    zhanar = await people("zhanar")
    _, problems = await zhanar.to_sign("fileAppeal", request(**{"clinic": await clinic_id("almaty-9"), **changed}))
    assert code in [one["code"] for one in problems], problems
    assert all(one["field"] for one in problems) and not await Appeal.exists()


async def test_what_only_a_desk_may_say_is_not_taken_from_a_citizen(people: People) -> None:
    case = await filed(
        await people("zhanar"), name="Басқа", bin="260440990019", channel="DESK", oral=True, receivedAt=at("2022-01-10").isoformat(),
        identity="Х",
    )  # fmt: skip
    kept = await row(case)
    assert (kept.name[:9], kept.bin, kept.channel.value, kept.oral, kept.identity_seen) == ("Өтегенова", "", "PORTAL", False, "")
    assert kept.submitted_at == at("2026-11-23", 10) and kept.received_role.value == "SYSTEM"


async def test_a_late_complaint_is_accepted_and_says_why(people: People, clock: time_machine.Traveller) -> None:
    zhanar = await people("zhanar")
    in_time = await filed(zhanar, kind="COMPLAINT", learnedOn="2026-08-23")
    late = await filed(zhanar, kind="COMPLAINT", learnedOn="2026-08-22", restoreTerm="Ауруханада жаттым.")
    ancient = await filed(zhanar, kind="COMPLAINT", learnedOn="0001-01-01")
    assert [one["late"] for one in (in_time, late, ancient)] == [False, True, True]
    assert not (await filed(zhanar, learnedOn="2020-01-01"))["late"]  # a request has no such term
    await later(clock, at("2026-11-24"), zhanar)
    assert (await row(late)).restore_words == "Ауруханада жаттым."


async def test_what_comes_in_the_evening_or_on_a_day_off_is_registered_on_the_next_working_day(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar = await people("zhanar")
    for moment, registered in (
        (at("2026-11-27", 17, 59), "2026-11-27"),
        (at("2026-11-27", 18), "2026-11-30"),
        (at("2026-11-28"), "2026-11-30"),
    ):
        await later(clock, moment, zhanar)
        case = await filed(zhanar)
        assert case["receipt"]["registeredOn"] == registered and case["receipt"]["number"]
        assert case["mark"] == ("REGISTERED" if moment.date() == date.fromisoformat(registered) else "DELIVERED")
