"""Documents: checked by content and not by name, kept where nobody can ask for them by path, seen by those who see the case."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from api.ids import decode
from models import document, housekeeping
from models.account import actor_of_token
from models.document import Document
from models.journal import Entry
from models.law.attachment import DocumentKind
from models.settings import settings
from tests.attachment.asking import PDF, Asker, codes, done, iin, patient_id, request, upload, uploaded
from tests.attachment.conftest import People

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40 + b"\x00\x00\x00\x00IEND\xaeB`\x82"
SEE = "query ($id: ID!) { document(id: $id) { id kind fileName } }"

GOOD = [
    ("анықтама.pdf", PDF, "application/pdf"),
    ("a.JPG", JPEG, "image/jpeg"),
    ("a.jpeg", JPEG, "image/jpeg"),
    ("a.png", PNG, "image/png"),
]
BAD = [
    ("an empty file", "a.pdf", b"", "DOCUMENT_EMPTY"),
    ("a picture named as a document", "a.pdf", PNG, "DOCUMENT_NOT_ITS_NAME"),
    ("a document named as a picture", "a.png", PDF, "DOCUMENT_NOT_ITS_NAME"),
    ("two endings, the last a page", "a.pdf.html", PDF, "DOCUMENT_NOT_ITS_NAME"),
    ("no ending", "pdf", PDF, "DOCUMENT_NOT_ITS_NAME"),
    ("a page named as a document", "a.pdf", b"<html><script>1</script></html>", "DOCUMENT_NOT_ACCEPTED"),
    ("a program named as a picture", "a.png", b"MZ" + b"\x00" * 100, "DOCUMENT_NOT_ACCEPTED"),
    ("an archive", "a.zip", b"PK\x03\x04" + b"\x00" * 50, "DOCUMENT_NOT_ACCEPTED"),
    ("a drawing with a script", "a.svg", b"<svg onload='1'/>", "DOCUMENT_NOT_ACCEPTED"),
    ("a beginning alone", "a.pdf", b"%PDF-1.7\n", "DOCUMENT_NOT_ACCEPTED"),
    ("a document after other words", "a.pdf", b"<html>" + PDF, "DOCUMENT_NOT_ACCEPTED"),
    ("a picture that goes on as an archive", "a.jpg", JPEG + b"PK\x03\x04" + b"\x00" * 200, "DOCUMENT_NOT_ACCEPTED"),
]


@pytest.mark.parametrize("name, content, media_type", GOOD)
async def test_a_file_is_what_its_content_says(people: People, name: str, content: bytes, media_type: str) -> None:
    found = (await upload(await people("yerlan"), "OTHER", name, content))["document"]
    assert (found["fileName"], found["mediaType"], found["size"]) == (name, media_type, len(content))


@pytest.mark.parametrize("name, content, code", [one[1:] for one in BAD], ids=[one[0] for one in BAD])
async def test_what_is_not_a_document_is_refused_and_leaves_nothing(people: People, name: str, content: bytes, code: str) -> None:
    found = await upload(await people("yerlan"), "OTHER", name, content)
    assert codes(found) == [code] and found["problems"][0]["field"] == ["content"]
    assert not await Document.exists()
    assert not list(settings().documents.rglob("*"))


async def test_a_file_above_the_size_is_refused(people: People, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMHANA_LARGEST_DOCUMENT", str(len(PDF)))
    settings.cache_clear()
    yerlan = await people("yerlan")
    assert codes(await upload(yerlan, "OTHER", "a.pdf", PDF)) == []
    assert codes(await upload(yerlan, "OTHER", "a.pdf", PDF + b" ")) == ["DOCUMENT_TOO_LARGE"]


NAMES = [
    "../../../etc/passwd.pdf", "..\\..\\windows\\a.pdf", "/etc/cron.d/a.pdf", "a\x00b.pdf", "a\r\nSet-Cookie: x=1.pdf",
    'a"; filename="b.pdf',
    "…" * 300 + ".pdf", "..pdf", "CON.pdf", "\u202egnp.pdf", "<img src=x>.pdf",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_is_only_a_name(people: People, name: str) -> None:
    found = await upload(await people("yerlan"), "OTHER", name, PDF)
    assert not found["problems"]
    shown = found["document"]["fileName"]
    assert shown.endswith("pdf") and len(shown) <= 140
    assert not set(shown) & set('/\\"<>|:*?;\r\n\x00\u202e')
    (kept,) = [one for one in settings().documents.rglob("*") if one.is_file()]
    assert kept.name == decode(found["document"]["id"], "Document").hex


async def test_files_lie_outside_everything_served_for_their_owners_eyes_only(people: People) -> None:
    kept = await Document.get(id=decode(await uploaded(await people("yerlan"), "OTHER"), "Document"))
    web = Path(__file__).parents[2] / "web"
    assert not kept.path.is_relative_to(web)
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert kept.path.parent.stat().st_mode & 0o777 == 0o700
    assert kept.path.read_bytes() == PDF


async def test_a_document_not_yet_filed_is_its_uploaders_alone(people: People) -> None:
    yerlan = await people("yerlan")
    given = await uploaded(yerlan, "OTHER")
    assert (await yerlan.see(SEE, id=given))["id"] == given
    for name in ("zhanar", "registrar", "head", "officer", "partner:attachment:read attachment:submit"):
        other = await people(name)
        assert await other.see(SEE, id=given) is None, name
        assert await other.see("query ($id: ID!) { node(id: $id) { id } }", id=given) is None, name
    assert codes(await (await people("zhanar")).act("removeDocument", {"id": given}, "document { id }")) == ["NOT_FOUND"]


async def test_a_filed_document_is_seen_by_the_clinic_asked_and_by_no_other(people: People) -> None:
    zhanar = await people("zhanar")
    paper = await uploaded(zhanar, "PENSION_CERTIFICATE")
    done(await zhanar.file(ground="PENSIONER", home="samal", documents=[paper]))
    for name in ("zhanar", "registrar", "head", "officer"):
        assert (await (await people(name)).see(SEE, id=paper))["id"] == paper, name
    for name in ("registrar9", "head9", "yerlan"):
        assert await (await people(name)).see(SEE, id=paper) is None, name


async def test_a_registrars_reading_of_a_file_is_journalled_for_the_person(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar")
    paper = await uploaded(zhanar, "PENSION_CERTIFICATE")
    done(await zhanar.file(ground="PENSIONER", home="samal", documents=[paper]))
    actor = await actor_of_token(registrar.token)
    assert actor is not None
    found = await Document.visible_to(actor).get(id=decode(paper, "Document"))
    assert await document.content_of(actor, found) == PDF
    entry = await Entry.get(act="document:read")
    assert (entry.role, entry.reading, entry.person_id) == ("REGISTRAR", True, found.person_id)
    log = (await zhanar.see("{ accessLog { nodes { role reading actText } } }"))["nodes"]
    assert [one["reading"] for one in log if one["role"] == "REGISTRAR"] == [True]


async def test_a_document_is_filed_once(people: People) -> None:
    zhanar = await people("zhanar")
    paper = await uploaded(zhanar, "PENSION_CERTIFICATE")
    case = done(await zhanar.file(ground="PENSIONER", home="samal", documents=[paper]))
    await zhanar.act("withdrawAttachment", {"id": case["id"]})
    again = await request(ground="PENSIONER", home="samal", documents=[paper])
    assert codes(await zhanar.act("submitAttachment", again)) == ["DOCUMENT_MISSING"]
    assert codes(await zhanar.act("removeDocument", {"id": paper}, "document { id }")) == ["NOT_FOUND"]


async def test_a_document_taken_back_is_gone_from_the_disk(people: People) -> None:
    yerlan = await people("yerlan")
    given = await uploaded(yerlan, "OTHER")
    assert codes(await yerlan.act("removeDocument", {"id": given}, "document { id }")) == []
    assert not [one for one in settings().documents.rglob("*") if one.is_file()] and not await Document.exists()


async def test_nobody_uploads_for_a_person_not_represented(people: People) -> None:
    yerlan = await people("yerlan")
    found = await upload(yerlan, "OTHER", patient=await patient_id("zhanar"))
    assert codes(found) == ["NOT_FOUND"] and not await Document.exists()


@pytest.mark.parametrize("name", ["head", "centre", "partner:attachment:read", ""])
async def test_only_those_who_file_upload(people: People, name: str) -> None:
    assert codes(await upload(await people(name), "OTHER")) == ["FORBIDDEN" if name else "UNAUTHENTICATED"]


async def test_no_more_than_thirty_files_wait_to_be_filed(people: People, environment: pytest.MonkeyPatch) -> None:
    yerlan = await people("yerlan")
    actor = await actor_of_token(yerlan.token)
    assert actor is not None and actor.person
    for _ in range(document.MOST_PER_PERSON):
        await document.upload(actor, actor.person, DocumentKind.OTHER, "a.pdf", PDF)
    assert codes(await upload(yerlan, "OTHER")) == ["DOCUMENTS_TOO_MANY"]


async def test_an_upload_repeated_keeps_one_file(people: People) -> None:
    yerlan, key = await people("yerlan"), str(uuid4())
    ids = {(await upload(yerlan, "OTHER", idempotencyKey=key))["document"]["id"] for _ in range(3)}
    assert len(ids) == 1 and len([one for one in settings().documents.rglob("*") if one.is_file()]) == 1


async def test_uploads_never_filed_are_cleared_after_a_week_and_filed_ones_never(people: People, clock: Any) -> None:
    zhanar, yerlan = await people("zhanar"), await people("yerlan")
    paper = await uploaded(zhanar, "PENSION_CERTIFICATE")
    done(await zhanar.file(ground="PENSIONER", home="samal", documents=[paper]))
    await uploaded(yerlan, "OTHER")
    clock.shift(8 * 86400)
    await housekeeping.clear()
    assert [one.id for one in await Document.all()] == [decode(paper, "Document")]
    assert len([one for one in settings().documents.rglob("*") if one.is_file()]) == 1


async def test_a_partner_keeps_a_document_for_the_citizen_it_acts_for(people: People) -> None:
    partner: Asker = await people("partner:attachment:submit attachment:read")
    paper = await uploaded(partner, "PENSION_CERTIFICATE", patientIin=await iin("yerlan"))
    given = await request(patientIin=await iin("yerlan"), ground="PENSIONER", documents=[paper])
    done(await partner.act("submitAttachment", await partner.signed("submitAttachment", given, "yerlan")))
    assert await Document.filter(attachment=None).count() == 0
