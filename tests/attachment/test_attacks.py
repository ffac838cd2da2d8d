"""Attacks that were tried once and must never work again: at the desk, through partner systems, with others' keys and sessions."""

from datetime import date, datetime, timedelta
from typing import Any

import httpx
import pytest
import time_machine

from models import attachment_facts, demo
from models.account import Partner, Session, add_partner
from models.attachment import Attachment
from models.clock import ZONE
from models.demo_data import OLD_HOMES
from models.journal import Entry
from models.law.attachment import DetachmentGround
from models.person import Person
from tests.attachment.asking import Asker, Json, codes, done, iin, patient_id, request, row, uploaded
from tests.attachment.conftest import People
from tests.attachment.test_decision import WORDS, filed
from tests.attachment.test_filing_refused import SEEN, refusal
from tests.attachment.test_may_i import may
from tests.attachment.test_sessions import ALIVE, ENDED, SIGNED, browser, challenge, status

UNKNOWN = "730404399077"
PARTNER = "partner:attachment:submit attachment:read"


async def test_a_desk_takes_requests_to_its_own_clinic_only(people: People) -> None:
    given: Json = {"patientIin": await iin("yerlan"), "identity": SEEN, "home": "far", "outsideZone": True}
    (problem,) = (await refusal(people, "registrar", clinic="almaty-9", **given))["problems"]
    assert (problem["code"], problem["field"]) == ("OTHER_DESK", ["clinic"])
    assert codes(await refusal(people, "registrar9", clinic="almaty-5", **given)) == ["OTHER_DESK"]
    registrar9 = await people("registrar9")
    assert done(await registrar9.act("submitAttachment", await request(clinic="almaty-9", **given)))["state"] == "SUBMITTED"


async def test_a_registrar_takes_no_request_of_his_own_nor_one_that_he_asks_for_another(people: People) -> None:
    zhanar, own = await demo.person("zhanar"), await iin("registrar")
    assert codes(await refusal(people, "registrar", patientIin=own, identity=SEEN)) == ["OWN_DESK"]
    given = {"patientIin": zhanar.iin, "applicantIin": own, "ground": "FREE_CHOICE", "home": "samal", "identity": SEEN}
    assert "OWN_DESK" in codes(await refusal(people, "registrar", **given))
    colleague = await people("registrar2")
    assert done(await colleague.act("submitAttachment", await request(patientIin=own, identity=SEEN)))["state"] == "SUBMITTED"


@pytest.mark.parametrize("street", ["Төле би", "төле би көшесі", "ул. ТӨЛЕ БИ", " Төле  би "])
async def test_the_same_address_written_otherwise_is_no_change_of_residence(people: People, street: str) -> None:
    old = OLD_HOMES[await iin("zhanar")]
    given: Json = {"ground": "RESIDENCE_CHANGE", "outsideZone": True}
    same = old | {"street": street, "locality": " АЛМАТЫ "}
    assert codes(await refusal(people, "zhanar", address=same, **given)) == ["ADDRESS_SAME"]
    moved = await request(address=same | {"flat": "9"}, **given)
    assert await may(await people("zhanar"), "submitAttachment", moved) == (True, [])
    assert attachment_facts.line(same) == attachment_facts.line(old)


NIGHT, LATER, OPENING = (datetime(2026, 11, day, hour, tzinfo=ZONE) for day, hour in ((29, 11), (29, 12), (30, 8)))
PROPOSAL = {"ground": "UNRELIABLE", "words": WORDS}


@pytest.mark.parametrize(
    "name, act, given", [("registrar", "checkAttachment", {}), ("registrar", "proposeAttachmentRefusal", PROPOSAL), ("head", "approve", {})]
)
async def test_a_clinic_that_acts_before_its_next_working_moment_moves_no_acceptance(
    people: People, clock: time_machine.Traveller, name: str, act: str, given: Json
) -> None:
    clock.move_to(NIGHT)
    case = await filed(people)
    before = await row(case)
    assert before.accepted_at == OPENING
    clock.move_to(LATER)
    who = await people(name)
    done(await (who.decide("approveAttachment", case["id"]) if act == "approve" else who.act(act, {"id": case["id"], **given})))
    after = await row(case)
    assert (after.accepted_at, after.due_at) == (OPENING, before.due_at)
    assert after.decided_at in (None, LATER)


async def test_what_a_citizen_does_at_night_or_a_clinic_by_day_moves_no_acceptance(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(NIGHT)
    case = await filed(people)
    clock.move_to(LATER)
    done(await (await people("yerlan")).act("withdrawAttachment", {"id": case["id"]}))
    assert (await row(case)).accepted_at == OPENING
    case = await filed(people)
    clock.move_to(OPENING + timedelta(hours=2))
    done(await (await people("registrar")).act("checkAttachment", {"id": case["id"]}))
    assert (await row(case)).accepted_at == OPENING


@pytest.mark.parametrize("ground", list(DetachmentGround))
async def test_only_a_detachment_by_death_records_the_death(people: People, ground: DetachmentGround) -> None:
    case, head = await filed(people), await people("head")
    done(await head.decide("approveAttachment", case["id"]))
    done(await head.decide("detachAttachment", case["id"], ground=ground.value, words="№ 5 куәлік, 20.11.2026"))
    died = (await Person.get(iin=await iin("yerlan"))).deceased_on
    assert died == (date(2026, 11, 23) if ground is DetachmentGround.DEATH else None)
    given = await request(patientIin=await iin("yerlan"), identity=SEEN)
    found = codes(await (await people("registrar")).act("submitAttachment", given))
    assert found == (["DECEASED"] if ground is DetachmentGround.DEATH else [])


async def test_a_partner_learns_nothing_of_a_person_before_a_signature(people: People) -> None:
    partner, told = await people(PARTNER), {}
    await Person.filter(iin=await iin("olga")).update(deceased_on=date(2026, 11, 1))
    await filed(people)
    for whose in (UNKNOWN, *[await iin(name) for name in ("yerlan", "zhanar", "olga", "dias")]):
        given = await request(patientIin=whose, ground="FREE_CHOICE")
        content, problems = await partner.to_sign("submitAttachment", given)
        unsigned = codes(await partner.act("submitAttachment", given))
        told[whose] = (await may(partner, "submitAttachment", given), problems, unsigned, len(content))
    assert len({str(one) for one in told.values()}) == 1, told
    assert next(iter(told.values()))[2] == ["SIGNATURE_REQUIRED"]
    assert not await Entry.filter(role="PARTNER").exists()


async def test_what_a_partner_lets_be_signed_names_nobody(people: People) -> None:
    content, _ = await (await people(PARTNER)).to_sign("submitAttachment", await request(patientIin=await iin("yerlan")))
    assert "Тілеуов" not in content.decode() and "Ерлан" not in content.decode()


async def test_with_a_signature_an_unknown_iin_and_a_stranger_are_the_same_answer(people: People) -> None:
    partner, answers = await people(PARTNER), []
    for whose in (UNKNOWN, await iin("zhanar")):
        given = await request(patientIin=whose, ground="FREE_CHOICE", home="samal")
        payload = await partner.act("submitAttachment", await partner.signed("submitAttachment", given, "yerlan"))
        answers.append(payload["problems"])
    assert answers[0] == answers[1] and [one["code"] for one in answers[0]] == ["NOT_REPRESENTATIVE"]
    assert not await Attachment.filter(partner_id__not_isnull=True).exists()


@pytest.mark.parametrize("scopes", [["foo:bar"], ["attachment:read", "attachment:*"], [""], ["ATTACHMENT:READ"]])
async def test_a_scope_that_does_not_exist_is_given_to_nobody(database: str, scopes: list[str]) -> None:
    with pytest.raises(LookupError, match="attachment:read"):
        await add_partner("X", scopes)
    assert not await Partner.exists()


async def sign_for(who: Asker, asked: str, **given: str) -> Json:
    return await who.act("demonstrationSign", {"request": asked, **given}, "signature { cms }")


async def asked(who: Asker, **changes: Any) -> str:
    """The signature request of somebody who wants to file."""
    given = await request(**changes)
    found = await who.act("requestSignature", {"submitAttachment": given}, "signatureRequest { id }")
    return str(found["signatureRequest"]["id"])


async def test_a_demonstration_key_signs_ones_own_requests_only(people: People) -> None:
    yerlan, partner = await people("yerlan"), await people(PARTNER)
    mine, theirs = await asked(yerlan), await asked(partner, patientIin=await iin("yerlan"))
    assert (await sign_for(yerlan, mine))["signature"]["cms"]
    for name in ("zhanar", "head", "", "partner:attachment:submit"):
        stranger = await people(name)
        for one in (mine, theirs):
            for as_whom in ({}, {"iin": await iin("yerlan")}):
                found = await sign_for(stranger, one, **as_whom)
                assert (codes(found), found["problems"][0]["field"]) == (["NOT_FOUND"], ["request"]), name
    assert codes(await sign_for(yerlan, theirs)) == ["NOT_FOUND"]
    assert codes(await sign_for(partner, mine, iin=await iin("yerlan"))) == ["NOT_FOUND"]


async def test_a_challenge_for_signing_in_is_signed_for_whoever_tries_the_demonstration(people: People) -> None:
    visitor = await people("")
    found = await visitor.act("startSignIn", {}, "signatureRequest { id }")
    signed = await sign_for(visitor, found["signatureRequest"]["id"], iin=await iin("zhanar"))
    assert (await visitor.act("signIn", {"signature": signed["signature"]["cms"]}, SIGNED))["signIn"]["name"]
    assert await challenge(visitor)


async def test_taking_posts_does_not_lengthen_a_session(people: People, clock: time_machine.Traveller) -> None:
    who = await browser(people, "registrar")
    begun = (await Session.get()).begun_at
    (post,) = (await who.see("{ me { posts { id } } }"))["posts"]
    for step in range(71):
        clock.shift(timedelta(minutes=10))
        assert await status(who) == ALIVE, step
        taken = await who.act("takePost", {"post": post["id"]} if step % 2 == 0 else {}, SIGNED)
        who = Asker("registrar", taken["signIn"]["token"], who.http)
    assert {one.begun_at for one in await Session.all()} == {begun}
    assert await status(who) == ALIVE
    clock.shift(timedelta(minutes=10))
    assert await status(who) == ENDED


async def test_a_search_that_is_no_iin_finds_nobody(people: People) -> None:
    case, registrar, whole = await filed(people), await people("registrar"), await iin("yerlan")
    query = "query ($s: String!) { attachments(filter: {search: $s}) { nodes { number } } }"
    for words in (whole, f"{whole[:6]} {whole[6:]}", f"{whole[:6]}-{whole[6:]}"):
        assert (await registrar.see(query, s=words))["nodes"] == [{"number": case["number"]}], words
    arabic = whole.translate({ord("0") + n: 0x660 + n for n in range(10)})
    last = str((int(whole[-1]) + 1) % 10)
    for words in (f"x{whole}", f"{whole[:6]}abc{whole[6:]}", whole[:-1], whole[:-1] + last, arabic, "0", "%", "_" * 12, "-", "\ud800"):
        answer = await registrar.send(query, {"s": words})
        body = answer.json()
        assert answer.status_code < 500 and body.get("data", {"attachments": {"nodes": []}})["attachments"]["nodes"] == [], words


@pytest.mark.parametrize("phone", ["+٧٧٠١٢٣٤٥٦٧٨", "+7 701 234 56 7८", "８７０１２３４５６７８", "+7 701 234 56 7²", "+7701234567x"])
async def test_a_phone_is_written_with_the_digits_of_a_telephone(people: People, phone: str) -> None:
    (problem,) = (await refusal(people, "yerlan", phone=phone))["problems"]
    assert (problem["code"], problem["field"]) == ("INVALID_PHONE", ["phone"])
    saved = await (await people("yerlan")).act("saveContacts", {"phone": phone, "email": "", "language": "KK"}, "account { name }")
    assert codes(saved) == ["INVALID_PHONE"]


async def test_a_citizen_names_nobody_by_iin(people: People) -> None:
    answers = []
    for whose in (UNKNOWN, *[await iin(name) for name in ("yerlan", "zhanar", "aliya")]):
        (problem,) = (await refusal(people, "zhanar", patientIin=whose, ground="FREE_CHOICE", home="samal"))["problems"]
        answers.append(problem)
    assert answers == [answers[0]] * 4
    assert (answers[0]["code"], answers[0]["field"]) == ("INVALID_VALUE", ["patientIin"])
    zhanar = await people("zhanar")
    given = await request(patientIin=await iin("aliya"), patient=await patient_id("aliya"), ground="CHILD", home="samal")
    assert await may(zhanar, "submitAttachment", given) == (False, ["INVALID_VALUE"])


LISTS: list[tuple[str, Json]] = [
    ("documents", {"documents": ["document_x"] * 101}),
    ("papers", {"papers": [{"kind": "OTHER"}] * 101}),
]


@pytest.mark.parametrize("field, given", LISTS, ids=[one[0] for one in LISTS])
async def test_a_list_longer_than_anybody_needs_is_told_on_its_field(people: People, field: str, given: Json) -> None:
    (problem,) = (await refusal(people, "yerlan", **given))["problems"]
    assert (problem["code"], problem["field"]) == ("TOO_MANY", [field]) and "100" in problem["message"]


async def test_a_long_list_in_a_question_is_told_too(people: People) -> None:
    yerlan = await people("yerlan")
    query = "query ($s: [AttachmentState!]) { attachments(filter: {state: $s}) { nodes { id } } }"
    for many, code in ((100, ""), (101, "TOO_MANY")):
        body = await yerlan.ask(query, s=["SUBMITTED"] * many)
        assert [one["extensions"]["code"] for one in body.get("errors", [])] == ([code] if code else [])


async def test_a_hundred_documents_are_not_too_many(people: People) -> None:
    yerlan = await people("yerlan")
    papers = [await uploaded(yerlan, "OTHER")] * 100
    assert codes(await yerlan.act("submitAttachment", await request(documents=papers))) == ["SIGNATURE_REQUIRED"]


HUGE = [2**31 - 1, 2**31, 2**63, 10**30, -(10**30), 10**4000]


@pytest.mark.parametrize("number", HUGE, ids=lambda number: f"{len(str(number))} digits" if abs(number) < 10**400 else "4001 digits")
async def test_a_page_of_any_size_is_no_fault(people: People, number: int) -> None:
    yerlan = await people("yerlan")
    variable = "query ($n: Int!) { attachments(first: $n) { nodes { id } } }"
    answers: list[httpx.Response] = [await yerlan.send(f"{{ attachments(first: {number}) {{ nodes {{ id }} }} }}")]
    answers.append(await yerlan.send(f"query ($n: Int! = {number}) {{ attachments(first: $n) {{ nodes {{ id }} }} }}"))
    answers.append(await yerlan.send(variable, {"n": number}))
    for answer in answers:
        assert answer.status_code in (200, 400) and answer.json()["errors"][0]["extensions"]["code"] != "INTERNAL"


@pytest.mark.parametrize("word", ["\ud800", "a\udfffb", "\ud83d", "\U0001f600"])
async def test_half_a_letter_is_no_fault(people: People, word: str) -> None:
    for name, key in (("yerlan", ""), ("registrar", await iin("yerlan"))):
        who, whose = await people(name), {"patientIin": key, "identity": word} if key else {}
        for changes in ({"address": dict.fromkeys(("kato", "locality", "street", "house"), word)}, {"phone": word}, {"clinic": word}):
            given = await request(**(whose | changes))
            query = "mutation ($input: SubmitAttachmentInput!) { submitAttachment(input: $input) { problems { code field message } } }"
            answer = await who.send(query, {"input": given})
            assert answer.status_code in (200, 400) and "INTERNAL" not in answer.text
    found = await (await people("")).send(f'{{ clinics(search: "{word}") {{ nodes {{ id }} }} }}')
    assert found.status_code in (200, 400) and "INTERNAL" not in found.text
