"""What is kept with every signature of a case proves it again years later, whatever has been revoked since; and nothing else does."""

import asyncio
from datetime import timedelta

import anyio.to_thread
import pytest
import time_machine
from tortoise import connections

from models import clock as now
from models import database, demo, evidence, notice_sealing, trust
from models.attachment import Attachment
from models.database import dialect
from models.journal import Entry
from models.law.notice import Kind
from models.notice import Notice, NoticeSeal
from models.signing import Signature
from tests.attachment.asking import Asker, Json, done, iin, request, served
from tests.attachment.conftest import People
from tests.home_visit import calls
from tests.notice.acts import answered, approved, booked, decided, filed
from web import cli

SERVICES = {"attachment": approved, "appointment": booked, "home visit": answered, "appeal": decided}


@pytest.mark.parametrize("service", SERVICES)
async def test_every_signature_of_a_case_of_every_service_holds_again(people: People, service: str, clock: time_machine.Traveller) -> None:
    case = await SERVICES[service](people)
    await notice_sealing.seal_due()
    expected = {"attachment": 3, "appointment": 2, "home visit": 2, "appeal": 3}[service]
    clock.shift(timedelta(days=3650))  # demonstration certificates last to 2049
    proofs = await evidence.of_case(case["number"])
    assert proofs is not None and len(proofs) == expected
    assert all(one.holds and one.signer and one.algorithm and one.revocation.startswith("OCSP") for one in proofs), proofs


async def test_a_case_entered_at_the_desk_has_no_signature_of_the_person_and_misses_none(people: People) -> None:
    """The head has signed the decision; under the request stands what the registrar has seen."""
    given = await request(patientIin=await iin("yerlan"), identity="ЖК № 012345678", channel="DESK")
    case = done(await (await people("registrar")).act("submitAttachment", given))
    await (await people("head")).decide("approveAttachment", case["id"])
    await notice_sealing.seal_due()
    proofs = await evidence.of_case(case["number"])
    assert proofs and len(proofs) == 2 and all(one.holds for one in proofs), proofs


async def test_the_answer_of_the_responder_is_kept_with_the_request_and_with_the_decision(people: People) -> None:
    await approved(people)
    kept = await Signature.all()
    assert len(kept) == 2
    for one in kept:
        assert one.evidence["by"] == "OCSP" and one.evidence["response"] and one.evidence["produced_at"]
        assert one.verdict["chain"] and one.verdict["accepted"] in ("REQUEST", "DECISION")


async def test_a_later_revocation_does_not_undo_what_was_signed_before(people: People, clock: time_machine.Traveller) -> None:
    case = await approved(people)
    await notice_sealing.seal_due()
    clock.shift(60)
    authority = trust.authority()
    authority.revoke(await iin("yerlan"))
    authority.revoke_certificate(authority.system_certificate("260440990019", "№ 5 қалалық емхана"))
    clock.shift(timedelta(days=2))
    assert all(one.holds for one in await evidence.of_case(case["number"]) or [])
    zhanar = Attachment.filter(person__iin=await iin("zhanar"))
    assert await zhanar.count() == 1
    # and what it would sign from now on is refused
    notice = await given_again(people)
    assert await notice_sealing.seal_due() == 0 and not await NoticeSeal.filter(notice_id=notice.id).exists()
    notice_sealing._resting.clear()


async def given_again(people: People) -> Notice:
    """A receipt of another request to the same clinic."""
    who = await people("zhanar")
    case = await who.file(ground="FREE_CHOICE", home="samal")
    assert case["problems"] == []
    return await Notice.get(kind=Kind.RECEIPT, person__iin=await iin("zhanar"))


async def without(table: str, trigger: str) -> None:
    """Take a trigger away, as whoever has the database can."""
    await connections.get("default").execute_script(
        f"ALTER TABLE {table} DISABLE TRIGGER {trigger}" if dialect() == "postgres" else f"DROP TRIGGER {trigger}"
    )


async def back(table: str, trigger: str) -> None:
    """A PostgreSQL of other tests gets its trigger back."""
    if dialect() == "postgres":
        await connections.get("default").execute_script(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")


async def planted(table: type[Signature] | type[NoticeSeal], **changes: object) -> None:
    """Change every row of signatures or seals under the triggers' nose."""
    name, trigger = ("signature", "signature_is_as_received") if table is Signature else ("notice_seal", "notice_seal_is_as_made")
    await without(name, trigger)
    try:
        await table.all().update(**changes)
    finally:
        await back(name, trigger)


async def forgotten(case: Json) -> None:
    """The line of the request as lines were before they noted signatures: the signature alone has to show what it is."""
    line = await Entry.get(case_number=case["number"], reading=False)
    await without("journal", "journal_keeps_its_words")
    try:
        await Entry.filter(id=line.id).update(details={name: value for name, value in line.details.items() if name != "signed"})
    finally:
        await back("journal", "journal_keeps_its_words")


async def faults(case: Json) -> set[str]:
    return {one.fault for one in await evidence.of_case(case["number"]) or []}


async def test_a_signature_swapped_for_another_genuine_one_does_not_hold(people: People) -> None:
    case = await filed(people)
    other = await (await people("zhanar")).file(ground="FREE_CHOICE", home="samal")
    await notice_sealing.seal_due()
    assert await faults(case) == {""}
    foreign = await Signature.get(id=(await Attachment.get(number=other["attachment"]["number"])).signature_id)
    await planted(Signature, cms=bytes(foreign.cms), evidence=foreign.evidence)
    assert await faults(case) == {"", "CHANGED"}
    await forgotten(case)
    assert await faults(case) == {"", "CONTENT"}


async def test_a_seal_swapped_for_another_notices_does_not_hold(people: People) -> None:
    case = await filed(people)
    await (await people("zhanar")).file(ground="FREE_CHOICE", home="samal")
    await notice_sealing.seal_due()
    foreign = await NoticeSeal.exclude(notice__person__iin=await iin("yerlan")).get()
    await planted(NoticeSeal, cms=bytes(foreign.cms))
    assert await faults(case) == {"", "CONTENT"}


async def test_the_same_words_signed_by_somebody_else_are_not_the_signature(people: People) -> None:
    case = await filed(people)
    await notice_sealing.seal_due()
    kept = await Signature.get().prefetch_related("request")
    content = bytes(kept.request.content)
    cms = await demo.sign("zhanar", content)
    signer = await anyio.to_thread.run_sync(trust.verify, cms, now.now())
    await planted(Signature, cms=cms, evidence=dict(signer.evidence))
    assert await faults(case) == {"", "CHANGED"}
    await forgotten(case)
    assert await faults(case) == {"", "SIGNATURE_FOREIGN"}


async def test_the_same_facts_sealed_by_another_clinics_system_are_not_the_seal(people: People) -> None:
    case, notice = await filed(people), await Notice.get()
    await notice_sealing.seal_due()
    cms = trust.authority().sign_as_system("260440990029", notice.facts.encode(), organisation="№ 9 қалалық емхана", signing_time=now.now())
    signer = trust.verify(cms, now.now())
    facts = {"iin": signer.iin, "bin": signer.bin, "serial": signer.serial}
    await planted(NoticeSeal, cms=cms, evidence=dict(signer.evidence), facts=facts)
    assert await faults(case) == {"", "SIGNATURE_OTHER_CLINIC"}


@pytest.mark.parametrize("evidence_", [{"by": "OCSP"}, {"by": "CRL"}, {"by": "OCSP", "response": "AAAA", "produced_at": "x"}])
async def test_without_its_evidence_a_signature_proves_nothing(people: People, evidence_: dict[str, str]) -> None:
    case = await filed(people)
    await notice_sealing.seal_due()
    await planted(Signature, evidence=evidence_)
    assert await faults(case) == {"", "REVOCATION_UNKNOWN"}


async def test_what_another_program_said_of_revocation_is_told_as_its_word(people: People) -> None:
    case = await filed(people)
    await notice_sealing.seal_due()
    before = [one.revocation for one in await evidence.of_case(case["number"]) or []]
    await planted(Signature, evidence={"by": "hearsay"})
    proofs = await evidence.of_case(case["number"]) or []
    assert proofs[0].revocation != before[0] and not proofs[0].revocation.startswith(("OCSP", "CRL")) and proofs[1].revocation == before[1]


async def test_a_desk_case_and_an_unsealed_notice_are_told_as_they_are(people: People) -> None:
    case = (await calls.call_by_phone(await people("registrar9"), calls.IIN["marat"]))["homeVisit"]
    assert await evidence.of_case(case["number"]) == []
    await calls.accepted(await people("registrar9"), case)
    assert await faults(case) == {"UNSEALED"}


@pytest.mark.parametrize("number", ["", "AP", "AP-2026", "AP-2026-999999-9", "AL-2026-000001-0", "x", "AP-2026-0000"])
async def test_a_number_that_no_case_has_is_no_case(people: People, number: str) -> None:
    await filed(people)
    assert await evidence.of_case(number) is None


def test_the_command_says_what_holds_and_what_there_is_not(
    address: str, environment: pytest.MonkeyPatch, keys: object, clock: time_machine.Traveller, capsys: pytest.CaptureFixture[str]
) -> None:
    async def made() -> str:
        await database.connect()
        await demo.seed()

        async with served() as http:
            case = await Asker("yerlan", await demo.token("yerlan"), http).file()
        await notice_sealing.seal_due()
        await database.close()
        return str(case["attachment"]["number"])

    number = asyncio.run(made())
    assert cli.main(["evidence", "verify", number]) == 0
    told = capsys.readouterr().out
    assert number in told and told.count("holds ") == 2 and "OCSP" in told and "FAILS" not in told
    assert cli.main(["evidence", "verify", "AP-2026-123456-7"]) == 2
    assert "no case has this number" in capsys.readouterr().err

    async def spoiled() -> None:
        await database.connect()
        await planted(Signature, evidence={"by": "CRL"})
        await database.close()

    asyncio.run(spoiled())
    assert cli.main(["evidence", "verify", number]) == 1
    assert "FAILS " in capsys.readouterr().out
