"""Whoever has the database can write what they like into it: `emhana evidence verify` shows it, the verification page is not fooled,
and the sealing job lends its key to nothing that no act has given."""

import base64
import json
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import anyio.to_thread
import pytest
import time_machine
from cryptography import x509
from tortoise import connections
from tortoise.models import Model

from models import clock as now
from models import demo, eds, evidence, journal_chain, notice_sealing, notice_sheet, signing, trust
from models.attachment import Attachment
from models.clinic import Clinic
from models.database import dialect
from models.demonstration_keys import Holder
from models.demonstration_keys import Kind as KeyKind
from models.eds import ocsp
from models.journal import Entry
from models.law.notice import Kind
from models.notice import Notice, NoticeSeal, canonical, fresh_code
from models.notice_issuing import digest
from models.sheet import opened
from models.signing import Signature
from tests.attachment.asking import BINS, Json, iin
from tests.attachment.conftest import People
from tests.notice.acts import approved, booked, filed, forbidden
from tests.notice.test_replaced import verified

CLINIC = BINS["almaty-5"]
Signing = Callable[[bytes], Awaitable[bytes]]


@pytest.fixture(autouse=True)
def rested() -> None:
    """No key of an earlier test is left alone for its faults."""
    notice_sealing._resting.clear()


@asynccontextmanager
async def lifted(table: type[Model]) -> AsyncIterator[None]:
    """A table without its triggers, which are put back."""
    name, connection = table._meta.db_table, connections.get("default")
    if dialect() == "postgres":
        await connection.execute_script(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
        try:
            yield
        finally:
            await connection.execute_script(f'ALTER TABLE "{name}" ENABLE TRIGGER USER')
        return
    kept = await connection.execute_query_dict(f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{name}'")  # noqa: S608
    assert kept, f"nothing guards {name}"
    for one in kept:
        await connection.execute_script(f'DROP TRIGGER "{one["name"]}"')
    try:
        yield
    finally:
        for one in kept:
            await connection.execute_script(one["sql"])


async def changed(row: Model, **values: Any) -> None:
    """Write into a row past everything that guards it."""
    async with lifted(type(row)):
        assert await type(row).filter(pk=row.pk).update(**values) == 1


async def gone(row: Model) -> None:
    async with lifted(type(row)):
        assert await type(row).filter(pk=row.pk).delete() == 1


async def faults(case: Json) -> dict[str, str]:
    """What `emhana evidence verify` finds wrong, by what it is under; every signature of the case is asked."""
    return {one.under: one.fault for one in await evidence.of_case(case["number"]) or [] if one.fault}


async def shown_valid(people: People, notice: Notice) -> bool:
    """Whether the verification page calls it genuine."""
    return bool((await verified(people, notice))["valid"])


@pytest.fixture
async def case(people: People) -> Json:
    """Yerlan's approved request: its signature, the sealed receipt, the head's signed notice; all holds."""
    made = await approved(people)
    assert await notice_sealing.seal_due() == 1
    proofs = await evidence.of_case(made["number"]) or []
    assert len(proofs) == 3 and all(one.holds for one in proofs)
    assert await shown_valid(people, await decision()) and await shown_valid(people, await receipt())
    return dict(made)


async def decision() -> Notice:
    """The notice that the head signed, with the signature."""
    return await Notice.get(kind=Kind.ATTACHMENT).prefetch_related("signature__request", "clinic", "authority", "person")


async def receipt() -> Notice:
    return await Notice.get(kind=Kind.RECEIPT).prefetch_related("clinic", "authority", "person")


def moved(notice: Notice) -> str:
    """Its facts with another day and another person's name."""
    facts = notice.stated
    return canonical(facts | {"issued_at": "2026-11-01T10:00:00+05:00", "person": facts["person"] | {"name": "Басқа Адам"}})


async def test_facts_of_a_signed_notice_cannot_be_changed_unseen(people: People, case: Json) -> None:
    notice = await decision()
    await changed(notice, facts=moved(notice))
    assert await faults(case) == {notice.number: "CHANGED"}
    assert not await shown_valid(people, notice)


@pytest.mark.parametrize("which", [decision, receipt])
@pytest.mark.parametrize("column", ["number", "kind"])
async def test_a_notice_cannot_be_given_anothers_number_or_name(
    people: People, case: Json, which: Callable[[], Awaitable[Notice]], column: str
) -> None:
    notice = await which()
    other = {"number": f"{notice.number}/7", "kind": {Kind.ATTACHMENT: Kind.ATTACHMENT_REFUSAL, Kind.RECEIPT: Kind.WITHDRAWAL}[notice.kind]}
    await changed(notice, **{column: other[column]})
    assert await faults(case) and not await shown_valid(people, notice)


async def test_the_signature_under_a_request_cannot_be_replaced_by_anothers(people: People, case: Json) -> None:
    await (await people("zhanar")).file(ground="FREE_CHOICE", home="samal")
    of = {one.facts["iin"]: one for one in await Signature.all()}
    own, foreign = of[await iin("yerlan")], of[await iin("zhanar")]
    await changed(own, cms=bytes(foreign.cms), facts=foreign.facts, evidence=foreign.evidence, verdict=foreign.verdict)
    assert await faults(case) == {"submitAttachment": "CHANGED"}


async def employee(content: bytes) -> bytes:
    """A registrar with a certificate of the same clinic."""
    who, authority = await demo.person("registrar"), trust.authority()
    authority.issue(Holder(who.iin, who.surname, who.given_name, who.patronymic, "№ 5 қалалық емхана", CLINIC))
    return await anyio.to_thread.run_sync(lambda: authority.sign(who.iin, content, organisation=CLINIC, at=now.now()))


async def heads_auth_key(content: bytes) -> bytes:
    """The head, with the key for signing in."""
    who, authority = await demo.person("head"), trust.authority()
    authority.issue(Holder(who.iin, who.surname, who.given_name, who.patronymic, "№ 5 қалалық емхана", CLINIC, head=True), KeyKind.AUTH)
    return await anyio.to_thread.run_sync(lambda: authority.sign(who.iin, content, organisation=CLINIC, at=now.now(), kind=KeyKind.AUTH))


async def revoked_head(content: bytes) -> bytes:
    """The head, whose key was revoked an hour before."""
    trust.authority().revoke(await iin("head"), CLINIC, at=now.now() - timedelta(hours=1))
    return await demo.sign("head", content)


async def citizen(content: bytes) -> bytes:
    return await demo.sign("zhanar", content, as_head=False)


async def head(content: bytes) -> bytes:
    return await demo.sign("head", content)


FORGERS: dict[Signing, str] = {
    employee: "SIGNATURE_NOT_HEAD", heads_auth_key: "SIGNATURE_USAGE", revoked_head: "REVOKED", citizen: "SIGNATURE_NOT_HEAD",
}  # fmt: skip


def asked(cms: bytes) -> tuple[eds.Signer, dict[str, Any]]:
    """What a forger would keep beside a signature: its reading, and the responder's true answer about its certificate."""
    authority = trust.authority()
    signer = eds.verify(cms, anchors=authority.anchors, at=now.now(), revocation=evidence._Recorded())
    question = ocsp.request(x509.load_der_x509_certificate(signer.certificate), authority.certificate, secrets.token_bytes(32))
    response = authority.ocsp(question, now.now())
    return signer, {"by": "OCSP", "response": base64.b64encode(response).decode(), "produced_at": now.now().isoformat()}


async def forge(notice: Notice, facts: str, by: Signing) -> None:
    """Put facts under somebody's signature in the head's place: the request, the signature, its reading and evidence, and the notice."""
    assert notice.signature
    request = notice.signature.request
    content = canonical(json.loads(bytes(request.content)) | {"facts": json.loads(facts)}).encode()
    signer, known = await anyio.to_thread.run_sync(asked, await by(content))
    await signing.SignatureRequest.filter(id=request.id).update(content=content)
    await changed(notice.signature, cms=await by(content), facts=signing.facts_of(signer), evidence=known, received_at=now.now())
    if facts != notice.facts:
        await changed(notice, facts=facts)


@pytest.mark.parametrize("forger", [*FORGERS, head])
async def test_forged_facts_do_not_hold_whoever_signed_them(people: People, case: Json, forger: Signing) -> None:
    """The line of the act stands: not even the head's own key makes other facts those of the act."""
    notice = await decision()
    await forge(notice, moved(notice), forger)
    assert await faults(case) == {notice.number: "CHANGED"}
    assert not await shown_valid(people, notice)


async def forgotten(case: Json) -> None:
    """The lines of a case as lines were before they noted signatures: the signature alone has to show what it is."""
    for line in await Entry.filter(case_number=case["number"], reading=False):
        await changed(line, details={name: value for name, value in line.details.items() if name != "signed"})


@pytest.mark.parametrize("forger", FORGERS)
async def test_the_true_facts_under_a_signature_that_is_not_the_heads_do_not_hold(people: People, case: Json, forger: Signing) -> None:
    """Here the journal has nothing to object: the law has."""
    notice = await decision()
    await forgotten(case)
    await forge(notice, notice.facts, forger)
    assert await faults(case) == {notice.number: FORGERS[forger]}
    assert not await shown_valid(people, notice)


async def test_another_signature_of_the_heads_is_told_by_the_journal_and_by_nothing_else(
    people: People, case: Json, clock: time_machine.Traveller
) -> None:
    """What makes the other forgeries fail is the forger, not the way in which these tests write."""
    notice = await decision()
    clock.shift(30)
    await forge(notice, notice.facts, head)
    assert await faults(case) == {notice.number: "CHANGED"} and not await shown_valid(people, notice)
    await forgotten(case)
    assert await faults(case) == {} and await shown_valid(people, notice)


async def test_recorded_evidence_does_not_let_a_signature_be_older_than_its_request(people: People, case: Json) -> None:
    notice = await decision()
    assert notice.signature
    before = notice.signature.received_at - timedelta(days=30)
    await changed(notice.signature, evidence={"by": "NCANODE"}, received_at=before)
    assert await faults(case) == {notice.number: "CONTENT"}
    assert not await shown_valid(people, notice)


@pytest.mark.parametrize("more", [{}, {"verdict": {}}], ids=["evidence", "evidence and verdict"])
async def test_evidence_cannot_be_taken_away(people: People, case: Json, more: dict[str, Any]) -> None:
    for one in await Signature.all():
        await changed(one, evidence={}, **more)
    seal = await NoticeSeal.get()
    await changed(seal, evidence={})
    unknown = dict.fromkeys(("submitAttachment", (await receipt()).number, (await decision()).number), "REVOCATION_UNKNOWN")
    assert await faults(case) == unknown
    assert not await shown_valid(people, await decision()) and not await shown_valid(people, await receipt())


async def test_a_notice_that_was_deleted_is_missed(people: People, case: Json) -> None:
    notice = await receipt()
    await gone(await NoticeSeal.get())
    await gone(notice)
    assert await faults(case) == {notice.number: "MISSING"}
    assert await verified(people, notice) is None


async def test_a_refusal_in_writing_that_was_deleted_is_missed_too(people: People) -> None:
    """It has no case of its own: its line in the journal is all that tells of it."""
    await forbidden(people)
    notice = await Notice.get(kind=Kind.APPOINTMENT_REFUSAL)
    await gone(notice)
    assert await faults({"number": notice.number}) == {notice.number: "MISSING"}
    assert await evidence.of_case("BR-2026-999999-9") is None


async def test_a_signature_cannot_be_hidden_by_calling_the_request_one_of_the_desk(people: People, case: Json) -> None:
    await Attachment.filter(number=case["number"]).update(channel="DESK", signature_id=None)
    assert await faults(case) == {"request": "MISSING"}


async def not_sealed(caplog: pytest.LogCaptureFixture, notice: Notice) -> None:
    """The job leaves it alone for good, and says so once."""
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            await notice_sealing.seal_due()
    assert not await NoticeSeal.filter(notice_id=notice.id).exists()
    assert len([one for one in caplog.records if "is not sealed" in one.message]) == 1


async def test_changed_facts_are_not_sealed_again(people: People, case: Json, caplog: pytest.LogCaptureFixture) -> None:
    notice = await receipt()
    await gone(await NoticeSeal.get())
    await changed(notice, facts=moved(notice), sealed_at=None)
    await not_sealed(caplog, notice)
    assert await faults(case) == {notice.number: "UNSEALED"} and not await shown_valid(people, notice)


async def test_a_notice_of_the_heads_is_not_sealed_in_the_heads_place(people: People, case: Json, caplog: pytest.LogCaptureFixture) -> None:
    notice = await decision()
    await changed(notice, signature_id=None, sealed_at=None)
    await not_sealed(caplog, notice)
    assert await faults(case) == {notice.number: "UNSEALED"} and not await shown_valid(people, notice)


async def test_facts_that_name_another_clinic_get_no_clinics_seal(people: People, caplog: pytest.LogCaptureFixture) -> None:
    case, notice = await filed(people), await receipt()
    facts = notice.stated | {"clinic": {"bin": BINS["almaty-9"], "name": notice.stated["clinic"]["name"]}}
    await changed(notice, facts=canonical(facts))
    await not_sealed(caplog, notice)
    assert await faults(case) == {notice.number: "UNSEALED"} and not await shown_valid(people, notice)


async def test_a_row_moved_to_another_clinic_along_with_its_facts_gets_no_seal(people: People, caplog: pytest.LogCaptureFixture) -> None:
    await filed(people)
    notice, other = await receipt(), await Clinic.get(bin=BINS["almaty-9"])
    await changed(notice, facts=canonical(notice.stated | {"clinic": {"bin": other.bin, "name": other.name}}), clinic_id=other.id)
    await not_sealed(caplog, notice)
    assert not await shown_valid(people, notice)


async def invented(like: Notice, **changes: Any) -> Notice:
    """A row that no act wrote."""
    number = f"{like.number}/9"
    return await Notice.create(
        **{
            "number": number, "code": fresh_code(), "kind": like.kind, "service": like.service, "person_id": like.person_id,
            "clinic_id": like.clinic_id, "appointment_id": like.appointment_id, "issued_at": like.issued_at,
            "facts": canonical(like.stated | {"number": number, "room": "1"}), **changes,
        }
    )  # fmt: skip


async def test_an_invented_notice_is_not_sealed(people: People, caplog: pytest.LogCaptureFixture) -> None:
    case = await booked(people)
    made = await invented(await Notice.get())
    await not_sealed(caplog, made)
    assert await faults(case) == {made.number: "UNSEALED"} and not await shown_valid(people, made)


async def test_an_invented_notice_of_no_case_is_not_sealed(people: People, caplog: pytest.LogCaptureFixture) -> None:
    await booked(people)
    made = await invented(await Notice.get(), appointment_id=None)
    await not_sealed(caplog, made)
    assert not await shown_valid(people, made)


@pytest.mark.parametrize("facts", ["", "{", "[]", "{}", '{"clinic": 1}', '{"clinic": {}}', "null"])
async def test_a_spoilt_row_does_not_hold_up_the_others(people: People, caplog: pytest.LogCaptureFixture, facts: str) -> None:
    await booked(people)
    sound = await Notice.get()
    made = await invented(sound, facts=facts, appointment_id=None)
    await not_sealed(caplog, made)
    assert await shown_valid(people, sound)


async def test_the_sheet_of_what_was_changed_has_no_seal(people: People, case: Json) -> None:
    """A PDF under the clinic's seal looks genuine to every reader of PDFs."""
    notice = await receipt()
    assert opened(await notice_sheet.pdf(notice, "ru")).seal
    await changed(notice, facts=moved(notice))
    assert opened(await notice_sheet.pdf(await receipt(), "ru")).seal is None


async def test_a_line_of_the_journal_changed_along_with_its_document_breaks_the_chain(
    people: People, clock: time_machine.Traveller
) -> None:
    case, notice = await filed(people), await receipt()
    await journal_chain.chain()
    assert (await journal_chain.verify()).faults == []
    facts = moved(notice)
    line = await Entry.get(case_number=case["number"], reading=False)
    await changed(notice, facts=facts)
    await changed(line, details=line.details | {"document": {"number": notice.number, "sha256": digest(facts.encode())}})
    assert await notice_sealing.seal_due() == 1 and await faults(case) == {}, "the forgery is whole but for the chain"
    assert (await journal_chain.verify()).faults == [f"line {line.position} was changed"]
