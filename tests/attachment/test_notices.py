"""Notices: what they say in three languages, who sees them and their files, and what a verification tells to anyone."""

import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tortoise import connections
from tortoise.exceptions import IntegrityError

from api.ids import encode
from models import texts
from models.attachment import Attachment
from models.database import dialect
from models.law.notice import Kind
from models.law.words import day_words
from models.notice import Notice
from tests.attachment.asking import key
from tests.attachment.pages import Visit, application, approved, case, text, visit

__all__ = ["application", "case", "visit"]
LANGUAGES = ["kk", "ru", "en"]


@pytest.fixture
async def notice(visit: Visit, case: str) -> Notice:
    """Yerlan's notice of attachment, signed by the head."""
    await approved(visit, case)
    return await Notice.get(attachment_id=key(case), kind=Kind.ATTACHMENT).prefetch_related("clinic", "signature")


def page(notice: Notice, language: str = "kk") -> str:
    return f"/{language}/notices/{encode('Notice', notice.id)}"


def file(notice: Notice, name: str) -> str:
    return f"/notices/{encode('Notice', notice.id)}/{name}"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_notice_says_what_the_standard_says_and_how_to_verify_it(visit: Visit, notice: Notice, language: str) -> None:
    shown = text(await (await visit("yerlan")).get(page(notice, language)))
    name, clinic = "Тілеуов Ерлан Болатұлы", notice.clinic.name[language]
    assert texts.text("law.notice.ATTACHMENT.text", language, name=name, clinic=clinic) in shown
    assert texts.text("law.notice.ATTACHMENT.signature", language) in shown
    issued = (await Attachment.get(id=notice.attachment_id)).effective_on
    assert issued is not None and day_words(issued, language) in shown
    for part in (notice.number, notice.code, f"http://127.0.0.1:8000/verify/{notice.code}", notice.clinic.bin):
        assert part in shown, part


async def test_a_refusal_tells_its_reasons_and_the_way_of_complaint(visit: Visit, case: str) -> None:
    registrar, path = await visit("registrar"), f"/kk/attachments/{case}/refusal"
    await registrar.done(path, path, {"ground": "UNRELIABLE", "words": "Мекенжай расталмады."})
    head, path = await visit("head"), f"/kk/attachments/{case}/refuse"
    await head.signed(await head.done(path, path), "refuseAttachment")
    refusal = await Notice.get(attachment_id=key(case), kind=Kind.ATTACHMENT_REFUSAL)
    shown = await (await visit("yerlan")).get(page(refusal, "ru"))
    assert "Мекенжай расталмады." in shown and texts.text("common.refusal.complaint", "ru") in shown
    assert texts.text("notices.verify.valid", "ru") in await (await visit("")).get(f"/ru/verify/{refusal.code}")


async def test_a_notice_and_its_files_are_for_the_person_and_the_clinic_only(visit: Visit, notice: Notice) -> None:
    for name, status in (("yerlan", 200), ("head", 200), ("registrar", 200), ("registrar9", 404), ("olga", 404)):
        who = await visit(name)
        await who.get(page(notice), status)
        await who.get(file(notice, "facts.json"), status)
        await who.get(file(notice, "signature.cms"), status)
    nobody = await visit("")
    assert "/kk/signin" in (await nobody.http.get(page(notice))).headers["location"]
    await nobody.get(file(notice, "facts.json"), 404)


async def test_the_signed_facts_and_the_signature_come_as_files(visit: Visit, notice: Notice) -> None:
    who = await visit("yerlan")
    facts = await who.http.get(file(notice, "facts.json"))
    assert facts.json() == json.loads(notice.facts)
    assert facts.headers["content-disposition"] == f'attachment; filename="{notice.number}.json"'
    cms = await who.http.get(file(notice, "signature.cms"))
    assert notice.signature is not None and cms.content == bytes(notice.signature.cms)
    assert base64.b64encode(cms.content).startswith(b"MI") and cms.headers["content-type"] == "application/pkcs7-mime"


async def test_the_qr_code_is_a_picture_without_scripts(visit: Visit, notice: Notice) -> None:
    nobody = await visit("")
    assert f'src="/verify/{notice.code}/qr.svg"' in await (await visit("yerlan")).get(page(notice))
    drawn = await nobody.http.get(f"/verify/{notice.code}/qr.svg")
    assert drawn.headers["content-type"].startswith("image/svg+xml") and drawn.text.startswith("<svg")
    assert "script" not in drawn.text
    await nobody.get("/verify/%3Csvg%3E/qr.svg", 404)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_anyone_with_the_code_learns_that_it_is_genuine_and_nothing_personal(visit: Visit, notice: Notice, language: str) -> None:
    nobody = await visit("")
    answer = await nobody.http.get(f"/{language}/verify?code=%20{notice.code.upper()}%20")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{language}/verify/{notice.code}")
    shown = text(await nobody.get(f"/{language}/verify/{notice.code}"))
    for part in ("notices.verify.valid", "api.verification.valid", "law.notice.kind.ATTACHMENT", "api.signer.head"):
        assert texts.text(part, language) in shown, part
    for part in (notice.number, notice.clinic.name[language], notice.clinic.bin, "ЖҰМАБАЕВ"):
        assert part in shown or part.capitalize() in shown, part
    person = json.loads(notice.facts)["person"]
    for secret in (person["iin"], person["name"], "Ерлан", "Тілеуов"):
        assert secret not in shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_code_that_was_never_issued_is_said_to_be_unknown(visit: Visit, register: str, language: str) -> None:
    nobody = await visit("")
    assert texts.text("notices.verify.lead", language) in await nobody.get(f"/{language}/verify")
    for code in ("a" * 27, "-", "x"):
        assert texts.text("notices.verify.unknown", language) in await nobody.get(f"/{language}/verify/{code}", 404)
    assert (await nobody.http.get("/verify/abc")).headers["location"] == "/en/verify/abc"


async def test_a_notice_altered_in_the_database_is_not_verified(visit: Visit, notice: Notice) -> None:
    """The database refuses to alter a notice; whoever takes that away is still found out."""
    facts = json.dumps(json.loads(notice.facts) | {"effective_on": "2020-01-01"})
    with pytest.raises(IntegrityError):
        await Notice.filter(id=notice.id).update(facts=facts)
    async with unguarded():
        await Notice.filter(id=notice.id).update(facts=facts)
    shown = text(await (await visit("")).get(f"/ru/verify/{notice.code}"))
    assert texts.text("api.verification.changed", "ru") in shown and texts.text("notices.verify.invalid", "ru") in shown
    assert texts.text("notices.verify.valid", "ru") not in shown


@asynccontextmanager
async def unguarded() -> AsyncIterator[None]:
    """Notices without the trigger that keeps them as issued; a PostgreSQL of other tests gets it back."""
    connection, postgres = connections.get("default"), dialect() == "postgres"
    name = "notice_is_as_issued"
    await connection.execute_script(f"ALTER TABLE notice DISABLE TRIGGER {name}" if postgres else f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        if postgres:
            await connection.execute_script(f"ALTER TABLE notice ENABLE TRIGGER {name}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_genuine_notice_of_an_attachment_that_has_ended_is_told_as_that_and_is_no_alarm(
    visit: Visit, notice: Notice, language: str
) -> None:
    await Attachment.filter(id=notice.attachment_id).update(ended_on=notice.issued_at.date())
    shown = await (await visit("")).get(f"/{language}/verify/{notice.code}")
    assert texts.text("notices.verify.ended", language) in shown
    assert texts.text("notices.verify.invalid", language) not in shown and 'role="alert"' not in shown
