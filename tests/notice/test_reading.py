"""Who sees a notice, by role; what of others' reading is journalled; and its sheet, for those who see it and for nobody else."""

import io
import json
from datetime import date
from uuid import uuid4

import pytest
from pypdf import PdfReader

from api.ids import encode
from models import clock as now
from models import demo, notice_sealing, notice_sheet
from models.account import Partner
from models.consent import Consent
from models.journal import Entry
from models.law.notice import Kind
from models.notice import Notice
from models.settings import settings
from models.sheet import opened
from tests.appointment import booking
from tests.attachment.asking import Asker, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, visit
from tests.notice.acts import booked, given

__all__ = ["application", "visit"]
READ = "query ($id: ID!) { notice(id: $id) { number } }"
NODE = "query ($id: ID!) { node(id: $id) { id } }"
NOBODY = {
    "olga", "yerlan", "registrar", "head", "officer", "authority", "centre", "doctor9", "administrator9", "partner:appointment:read",
    "partner:attachment:read home_visit:read appeal:read", "partner:",
}  # fmt: skip
# Who of the others sees the notices of a case at polyclinic No. 9, by kind. Officers and heads see appeals; at the desk only one's own.
SEEN = {
    Kind.APPOINTMENT: {"zhanar", "registrar9", "head9", "officer9"},
    Kind.APPOINTMENT_REFUSAL: {"zhanar", "registrar9", "head9", "officer9"},
    Kind.HOME_VISIT: {"zhanar", "registrar9", "head9", "officer9"},
    Kind.APPEAL_DECISION: {"zhanar", "head9", "officer9"},
    Kind.ATTACHMENT: {"yerlan", "registrar", "head", "officer"},
}  # fmt: skip
EVERYBODY = NOBODY | {"zhanar", "registrar9", "head9", "officer9"}


async def sees(who: Asker, notice: Notice, query: str = READ) -> bool:
    """Whether somebody is given a notice; nothing but its absence, or that the role may not ask, is told to others."""
    body = await who.ask(query, id=encode("Notice", notice.id))
    told = [one["extensions"]["code"] for one in body.get("errors", [])]
    assert told in ([], ["FORBIDDEN"], ["UNAUTHENTICATED"]), told
    return bool(body["data"]) and any(body["data"].values())


@pytest.mark.parametrize("kind", SEEN)
async def test_a_notice_is_seen_by_the_person_and_the_body_that_gave_it_and_by_nobody_else(people: People, kind: Kind) -> None:
    notice = await given(people, kind)
    found = {name for name in EVERYBODY if await sees(await people(name), notice)}
    assert found == SEEN[kind]
    assert {name for name in EVERYBODY if await sees(await people(name), notice, NODE)} == SEEN[kind]
    assert not await sees(await people(""), notice)


async def consent(name: str, partner: str) -> Consent:
    person = await demo.person(name)
    return await Consent.create(
        person=person, given_by=person.id, purpose="PARTNER_ACCESS", partner=await Partner.get(name=partner), edition="1", channel="PORTAL",
        given_at=now.now(),
    )  # fmt: skip


@pytest.mark.parametrize("scopes, sees_it", [
    ("appointment:read", True), ("attachment:read", False), ("home_visit:read appeal:read", False), ("appointment:book", False),
    ("", False),
])  # fmt: skip
async def test_a_partner_sees_with_consent_what_its_scope_names(people: People, scopes: str, sees_it: bool) -> None:
    notice, name = await given(people, Kind.APPOINTMENT), f"partner:{scopes}"
    partner = await people(name)
    assert not await sees(partner, notice)
    allowed = await consent("zhanar", name)
    assert await sees(partner, notice) is sees_it
    await Consent.filter(id=allowed.id).update(withdrawn_at=now.now())
    assert not await sees(partner, notice)


async def test_a_parent_sees_a_childs_notice_and_who_represents_nobody_does_not(people: People) -> None:
    zhanar = await people("zhanar")
    slot = (await booking.times(zhanar, "PAEDIATRICIAN"))[0]["id"]
    answer = await booking.book(zhanar, slot, patient=await patient_id("aliya"))
    assert answer["problems"] == []
    notice = await Notice.get(kind=Kind.APPOINTMENT).prefetch_related("person")
    assert notice.person and notice.person.given_name == "Әлия"
    assert [await sees(await people(name), notice) for name in ("zhanar", "olga")] == [True, False]


async def test_others_reading_is_a_line_for_the_person_and_ones_own_is_none(people: People) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    await sees(await people("zhanar"), notice)
    assert not await Entry.filter(act="notice:read").exists()
    for name in ("registrar9", "head9"):
        await sees(await people(name), notice)
    await sees(await people("registrar"), notice)  # refused: nothing was read
    lines = await Entry.filter(act="notice:read")
    assert sorted(str(one.role) for one in lines) == ["HEAD", "REGISTRAR"]
    assert all(one.reading and one.person_id == notice.person_id and one.case_id == notice.case_id for one in lines)


async def test_the_sheet_is_given_to_who_sees_the_notice_and_is_absent_for_others(visit: Visit, people: People) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    path = f"/notices/{encode('Notice', notice.id)}/ru.pdf"
    for name, status in (("zhanar", 200), ("registrar9", 200), ("head9", 200), ("olga", 404), ("registrar", 404), ("", 404)):
        answer = await (await visit(name)).http.get(path)
        assert answer.status_code == status, name
        if status == 200:
            assert answer.headers["content-type"] == "application/pdf" and answer.content.startswith(b"%PDF-1.7")
            assert answer.headers["content-disposition"] == f'attachment; filename="{notice.number}-ru.pdf"'
    for name in ("doctor9", "centre"):
        assert (await (await visit(name)).http.get(path)).status_code in (403, 404), name
    assert (await (await visit("zhanar")).http.get(path.replace("ru.pdf", "de.pdf"))).status_code == 404
    assert (await (await visit("zhanar")).http.get(f"/notices/{encode('Notice', uuid4())}/ru.pdf")).status_code == 404


async def test_the_sheet_of_an_edition_has_a_name_that_is_a_files(visit: Visit, people: People) -> None:
    zhanar, case = await people("zhanar"), await booked(people)
    await booking.act(zhanar, "moveAppointment", {"id": case["id"], "slot": (await booking.times(zhanar))[1]["id"]})
    notice = await Notice.get(number__endswith="/2")
    answer = await (await visit("zhanar")).http.get(f"/notices/{encode('Notice', notice.id)}/kk.pdf")
    assert answer.headers["content-disposition"] == f'attachment; filename="{notice.number.replace("/", "-")}-kk.pdf"'


async def test_the_sheet_carries_what_was_signed_and_leads_to_the_verification_page(people: People) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    await notice_sealing.seal_due()
    pdf = await notice_sheet.pdf(notice, "kk")
    files = opened(pdf).files
    assert files["facts.json"] == notice.facts.encode() and set(files) == {"facts.json", "facts.cms", "evidence.json"}
    known = json.loads(files["evidence.json"])
    assert known["revocation"]["by"] == "OCSP" and known["received_at"]
    links = {
        str(note.get_object()["/A"]["/URI"]) for page in PdfReader(io.BytesIO(pdf)).pages for note in page.get("/Annots", ())
        if "/A" in note.get_object()
    }  # fmt: skip
    address = f"{settings().site}/verify/{notice.code}"
    assert links <= {address} and address in "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


async def test_nothing_personal_stands_behind_the_code(people: People) -> None:
    notice = await given(people, Kind.HOME_VISIT)
    query = """query ($code: String!) { verifyNotice(code: $code) {
        valid number kind title issuedAt clinicName clinicBin signer { name organisation bin serial } statusText replacedBy effectiveOn
    } }"""
    found = json.dumps(await (await people("")).see(query, code=notice.code), ensure_ascii=False)
    person = notice.stated["person"]
    assert notice.number in found
    for secret in (person["iin"], *person["name"].split(), person["birth_date"], notice.stated["doctor"], str(date(2026, 11, 23)) + "T12"):
        assert secret not in found


async def test_its_words_are_read_in_the_readers_language_at_the_api(people: People) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    zhanar = await people("zhanar")
    for language, word in (("kk", "Құрметті"), ("ru", "Уважаемый"), ("en", "Dear")):
        zhanar.headers = {"Accept-Language": language}
        body = (await zhanar.see("query ($id: ID!) { notice(id: $id) { body } }", id=encode("Notice", notice.id)))["body"]
        assert body[0].startswith(word) and len(body) == 5
