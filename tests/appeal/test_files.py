"""Files of appeals: checked by content, enclosed by whoever uploaded them, copied along the chain, never lost once filed."""

import base64
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from api.ids import decode
from models import clock as now
from models import housekeeping
from models.document import Document
from tests.appeal.appeals import WORDS, act, codes, done, filed, request, row, see, taken_in
from tests.appeal.test_handling import PARTNER
from tests.attachment.asking import PDF, Asker, Json, clinic_id, patient_id
from tests.attachment.conftest import People

FILES = "query ($id: ID!) { appeal(id: $id) { documents { id fileName size content } } }"


async def upload(who: Asker, name: str = "сурет.pdf", content: bytes = PDF, **more: Any) -> Json:
    """The payload of an upload."""
    whole = {"idempotencyKey": str(uuid4()), "fileName": name, "content": base64.b64encode(content).decode(), **more}
    return await act(who, "uploadEnclosure", whole, "document { id fileName }")


async def uploaded(who: Asker, **more: Any) -> str:
    """The id of a file that was kept."""
    found = await upload(who, **more)
    assert found["problems"] == [], found["problems"]
    return str(found["document"]["id"])


async def test_files_are_enclosed_and_read_by_the_body(people: People) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    case = await filed(zhanar, files=[await uploaded(zhanar), await uploaded(zhanar, name="екінші.pdf")])
    found = (await officer.see(FILES, id=case["id"]))["documents"]
    assert [one["fileName"] for one in found] == ["сурет.pdf", "екінші.pdf"] or len(found) == 2
    assert base64.b64decode(found[0]["content"]) == PDF


async def test_files_go_along_the_chain_and_lie_on_the_disk_once(people: People) -> None:
    zhanar, officer, theirs = await people("zhanar"), await people("officer9"), await people("officer")
    case = await filed(zhanar, files=[await uploaded(zhanar)])
    await done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", clinic=await clinic_id("almaty-5"), words=WORDS)
    (there,) = (await see(zhanar, case["id"]))["sentOn"]
    (copy,) = (await theirs.see(FILES, id=there["id"]))["documents"]
    assert base64.b64decode(copy["content"]) == PDF
    assert len({one.path for one in await Document.all()}) == 1 and await Document.all().count() == 2
    await done(theirs, "forwardAppeal", there, ground="NOT_COMPETENT", words=WORDS)
    assert len({one.path for one in await Document.all()}) == 1 and await Document.all().count() == 3


async def test_a_file_of_somebody_else_or_filed_already_is_none(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    theirs, own = await uploaded(olga), await uploaded(zhanar)
    first = await filed(zhanar, files=[own, own])
    clinic = await clinic_id("almaty-9")
    for key in (theirs, own):
        _, problems = await zhanar.to_sign("fileAppeal", request(clinic=clinic, files=[key]))
        assert [(one["code"], one["field"]) for one in problems] == [("NOT_FOUND", ["files"])]
    assert (await Document.get(id=decode(theirs, "Document"))).appeal_id is None
    assert len((await zhanar.see(FILES, id=first["id"]))["documents"]) == 1


@pytest.mark.parametrize(
    "name, content, code",
    [("а.pdf", b"", "DOCUMENT_EMPTY"), ("а.pdf", b"MZ" + b"x" * 90, "DOCUMENT_NOT_ACCEPTED"), ("а.png", PDF, "DOCUMENT_NOT_ITS_NAME"),
     ("а.pdf", b"%PDF-" + b"x" * (5 * 1024 * 1024 + 1) + b"%%EOF", "DOCUMENT_TOO_LARGE"), ("а.exe", PDF, "DOCUMENT_NOT_ITS_NAME")],
)  # fmt: skip
async def test_what_is_no_sound_file_is_not_kept(people: People, name: str, content: bytes, code: str) -> None:
    assert codes(await upload(await people("zhanar"), name, content)) == [code] and not await Document.exists()


async def test_a_file_is_taken_back_before_it_is_filed_and_never_after(people: People) -> None:
    zhanar, olga = await people("zhanar"), await people("olga")
    first, second = await uploaded(zhanar), await uploaded(zhanar)
    remove = "mutation ($input: DocumentInput!) { removeEnclosure(input: $input) { document { id } problems { code } } }"
    assert codes(await olga.see(remove, input={"id": first})) == ["NOT_FOUND"]
    case = await filed(zhanar, files=[first])
    for name in ("removeEnclosure", "removeDocument"):
        assert codes(await zhanar.see(remove.replace("removeEnclosure", name), input={"id": first})) == ["NOT_FOUND"], name
    row_of = await Document.get(id=decode(second, "Document"))
    assert row_of.path.exists() and codes(await zhanar.see(remove, input={"id": second})) == [] and not row_of.path.exists()
    assert len((await zhanar.see(FILES, id=case["id"]))["documents"]) == 1


async def test_housekeeping_clears_what_was_never_filed_and_nothing_else(people: People) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    kept, loose = await uploaded(zhanar), await uploaded(zhanar)
    case = await filed(zhanar, files=[kept])
    await done(officer, "forwardAppealPart", case, clinic=await clinic_id("almaty-5"), part=WORDS, words=WORDS)
    path = (await Document.get(id=decode(loose, "Document"))).path
    await Document.all().update(uploaded_at=now.now() - timedelta(days=8))
    await housekeeping.clear()
    assert not path.exists() and await Document.all().count() == 2
    assert all(one.path.exists() for one in await Document.all())


async def test_a_correction_and_a_clinics_case_bring_files(people: People) -> None:
    zhanar, officer, authority = await people("zhanar"), await people("officer9"), await people("authority")
    case = await filed(zhanar)
    await done(officer, "askAppealCorrection", case, requirements=["POWER"], words=WORDS, until="2026-11-30")
    await done(zhanar, "correctAppeal", case, words="", files=[await uploaded(zhanar)])
    assert len((await officer.see(FILES, id=case["id"]))["documents"]) == 1
    above = await filed(zhanar, kind="SERVICE_COMPLAINT", toAuthority=True)
    await done(authority, "requestAppealCase", above, words=WORDS)
    await done(officer, "giveAppealCase", above, words=WORDS, files=[await uploaded(officer)])
    assert len((await authority.see(FILES, id=above["id"]))["documents"]) == 1


async def test_staff_and_partners_upload_for_the_appeals_they_enter(people: People) -> None:
    officer, partner = await people("officer9"), await people(PARTNER)
    case = await taken_in(officer, files=[await uploaded(officer)])
    assert (await Document.get(appeal_id=(await row(case)).id)).person_id is None
    assert codes(await upload(partner, patient=await patient_id("olga"))) == ["NOT_FOUND"]
    for name in ("doctor9", "centre", "administrator9", "partner:appeal:read", ""):
        assert codes(await upload(await people(name))) in (["FORBIDDEN"], ["UNAUTHENTICATED"]), name


async def test_thirty_loose_files_are_enough(people: People) -> None:
    zhanar = await people("zhanar")
    for _ in range(30):
        await uploaded(zhanar)
    assert codes(await upload(zhanar)) == ["DOCUMENTS_TOO_MANY"]
