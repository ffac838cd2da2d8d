"""The documents of a case on its page, a document's own page and its verification: what each says, to whom, in three languages."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from time_machine import Traveller
from tortoise import connections

from api.ids import decode, encode
from models import clock as clocks
from models import texts
from models.database import dialect
from models.law.notice import FORMS, Kind
from models.notice import CASE_OF, Notice
from models.notice_sealing import seal_due
from tests.appeal import appeals
from tests.appointment.conftest import clock, keys, made_keys, people, register
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.web.notice_world import MADE, OWNER, PLACES, STAFF, WORK

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
LANGUAGES = ["kk", "ru", "en"]
NODE = {"attachment": "Attachment", "appointment": "Appointment", "home_visit": "HomeVisit", "appeal": "Appeal"}
COLUMN = {service.value.lower(): column for service, column in CASE_OF.items()}


async def of_case(service: str, case: str) -> list[Notice]:
    """The documents of a case, in the order in which they were issued."""
    found = await Notice.filter(**{COLUMN[service]: decode(case, NODE[service])}).order_by("issued_at", "id").prefetch_related("clinic")
    assert found
    return found


def sheet(notice: Notice, language: str) -> str:
    return f"/notices/{encode('Notice', notice.id)}/{language}.pdf"


def place(notice: Notice, language: str) -> str:
    return f"/{language}/notices/{encode('Notice', notice.id)}"


def section(page: str) -> str:
    """The part of a case's page that has its documents."""
    return page.partition('aria-labelledby="documents-title"')[2].partition("</section>")[0]


# ------------------------------------------------------------------------- on the page of a case


@pytest.mark.parametrize("service", MADE)
async def test_every_case_shows_its_documents_with_their_pdf_to_the_person_and_the_clinic(
    visit: Visit, people: People, clock: Traveller, service: str
) -> None:
    case = await MADE[service](people, clock)
    notices = await of_case(service, case)
    person, staff = await visit(OWNER[service]), await visit(STAFF[service])
    for language in LANGUAGES:
        for who, path in ((person, PLACES), (staff, WORK)):
            shown = section(await who.get(f"/{language}{path[service]}{case}"))
            assert texts.text("notices.documents.title", language) in text(shown)
            for one in notices:
                assert texts.text(f"law.notice.kind.{one.kind}", language) in text(shown) and f"№ {one.number}" in text(shown)
                assert f'href="{place(one, language)}"' in shown
            assert all(f'href="{sheet(notices[-1], speech)}"' in shown for speech in LANGUAGES)


async def test_the_pdf_in_the_pages_language_comes_first_and_in_the_persons_at_a_desk(
    visit: Visit, people: People, clock: Traveller
) -> None:
    case = await MADE["home_visit"](people, clock)
    person, staff = await visit("marat"), await visit("registrar9")
    for language in LANGUAGES:
        shown = section(await person.get(f"/{language}/home-visits/{case}"))
        assert re.findall(r"/(\w\w)\.pdf", shown)[0] == language
        assert re.findall(r"/(\w\w)\.pdf", section(await staff.get(f"/{language}/work/calls/{case}")))[0] == "kk"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_replaced_document_is_folded_away_with_the_number_of_the_later_one(
    visit: Visit, people: People, clock: Traveller, language: str
) -> None:
    case = await MADE["appointment"](people, clock)
    first, second = await of_case("appointment", case)
    person = await visit("olga")
    current, _, replaced = section(await person.get(f"/{language}/appointments/{case}")).partition("<details>")
    assert second.number in text(current) and first.number not in text(current).replace(second.number, "")
    assert texts.text("notices.documents.replaced", language, n=1) in text(replaced)
    assert f"№ {first.number}" in text(replaced)
    assert f"{texts.text('notices.documents.replaced_by', language)} № {second.number}" in text(replaced)
    assert sheet(first, language) not in replaced, "nobody prints it by mistake"
    own = text(await person.get(place(first, language)))
    assert f"{texts.text('notices.show.replaced', language)} № {second.number}" in own
    assert texts.text("notices.show.replaced", language) not in text(await person.get(place(second, language)))


@pytest.mark.parametrize(
    ("name", "service", "path"),
    [
        ("doctor9", "home_visit", "/work/calls/"),
        ("doctor9", "appointment", "/work/appointments/"),
        ("administrator9", "appointment", "/work/appointments/"),
        ("centre", "appeal", "/work/appeals/"),
        ("centre", "attachment", "/attachments/"),
    ],
)
async def test_who_may_not_see_documents_opens_the_case_without_them(
    visit: Visit, people: People, clock: Traveller, name: str, service: str, path: str
) -> None:
    case = await MADE[service](people, clock)
    notice, who = (await of_case(service, case))[-1], await visit(name)
    shown = await who.http.get(f"/ru{path}{case}")
    assert shown.status_code in (200, 403, 404)
    assert "/notices/" not in shown.text and notice.number not in shown.text
    assert (await who.http.get(place(notice, "ru"))).status_code in (403, 404)
    assert (await who.http.get(sheet(notice, "ru"))).status_code == 404


async def test_a_new_document_comes_to_an_open_page_of_a_call_by_itself(visit: Visit, people: People, clock: Traveller) -> None:
    case = await MADE["home_visit"](people, clock)
    (notice,) = await of_case("home_visit", case)
    assert sheet(notice, "kk") in await (await visit("marat")).get(f"/kk/home-visits/{case}/status")


# ------------------------------------------------------------------------- as a file, and at a desk


@pytest.mark.parametrize("service", MADE)
async def test_the_pdf_is_for_the_person_and_the_clinic_only(visit: Visit, people: People, clock: Traveller, service: str) -> None:
    notice = (await of_case(service, await MADE[service](people, clock)))[-1]
    for name in (OWNER[service], STAFF[service]):
        answer = await (await visit(name)).http.get(sheet(notice, "kk"))
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF-") and answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"] == f'attachment; filename="{notice.number.replace("/", "-")}-kk.pdf"'
    for name in ("", "dias", "registrar2" if service != "attachment" else "registrar9", "centre"):
        assert (await (await visit(name)).http.get(sheet(notice, "kk"))).status_code == 404, name


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_of_the_pdf_can_be_had(visit: Visit, people: People, clock: Traveller, language: str) -> None:
    (notice,) = await of_case("appeal", await MADE["appeal"](people, clock))
    answer = await (await visit("olga")).http.get(sheet(notice, language))
    assert answer.status_code == 200 and f"/Lang({language}".encode() in answer.content.replace(b" ", b"")
    await (await visit("olga")).get(sheet(notice, "de"), 404)


@pytest.mark.parametrize("service", ["appointment", "home_visit"])
async def test_the_answer_to_read_out_has_the_document_to_print(visit: Visit, people: People, clock: Traveller, service: str) -> None:
    case = await MADE[service](people, clock)
    notice = (await of_case(service, case))[-1]
    shown = await (await visit("registrar9")).get(f"/ru{WORK[service]}{case}/answer")
    assert re.findall(r"/(\w\w)\.pdf", shown) == ["kk", "ru", "en"] and sheet(notice, "kk") in shown
    assert texts.text("notices.documents.to_print", "ru") in text(shown)


async def test_a_receipt_of_an_appeal_has_its_pdf_for_the_person_and_at_the_desk(visit: Visit, people: People, clock: Traveller) -> None:
    case = await MADE["appeal"](people, clock)
    (notice,) = await of_case("appeal", case)
    assert notice.kind is Kind.APPEAL_RECEIPT
    assert sheet(notice, "en") in await (await visit("olga")).get(f"/en/appeals/{case}/receipt")
    officer = await visit("officer9")
    for page in ("receipt", "taken"):
        assert sheet(notice, "kk") in await officer.get(f"/en/work/appeals/{case}/{page}"), page


# ------------------------------------------------------------------------- its own page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", MADE)
async def test_a_document_says_who_issued_it_and_where_to_complain_only_if_it_goes_against_the_person(
    visit: Visit, people: People, clock: Traveller, service: str, language: str
) -> None:
    notices = await of_case(service, await MADE[service](people, clock))
    assert await seal_due()
    person = await visit(OWNER[service])
    for one in notices:
        shown = text(await person.get(place(one, language)))
        for words in (one.stated["clinic"]["name"][language], one.stated["clinic"]["bin"], one.number, one.code):
            assert words in shown
        assert (texts.text("common.refusal.complaint", language) in shown) is FORMS[one.kind].complaint
        assert texts.text("api.signer." + ("head" if one.signature_id else "system"), language) in shown
        assert "{" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_document_that_waits_for_its_seal_is_told_so_calmly(visit: Visit, people: People, clock: Traveller, language: str) -> None:
    (notice,) = await of_case("appeal", await MADE["appeal"](people, clock))
    person, nobody = await visit("olga"), await visit("")
    page = await person.get(place(notice, language))
    assert texts.text("notices.show.sealing", language) in text(page) and "signature.cms" not in page
    found = await nobody.get(f"/{language}/verify/{notice.code}")
    assert texts.text("notices.verify.unsealed", language) in text(found) and alarm(found) is False
    assert await seal_due()
    page = await person.get(place(notice, language))
    assert texts.text("notices.show.sealing", language) not in text(page) and "signature.cms" in page


async def test_a_document_of_the_authorised_body_names_that_body_and_not_the_clinic(visit: Visit, people: People, clock: Traveller) -> None:
    olga, officer = await people("olga"), await people("officer9")
    case = await appeals.filed(olga, kind="COMPLAINT", essence="Дәрігер қабылдамады.")
    sent = await appeals.done(officer, "forwardAppeal", case, ground="COMPLAINT", words=appeals.WORDS)
    (above,) = sent["sentOn"]
    (notice,) = await of_case("appeal", above["id"])
    assert await seal_due()
    page = await (await visit("olga")).get(place(notice, "ru"))
    shown = text(page.partition('<article class="notice">')[2].partition("</article>")[0])
    assert notice.authority_id is not None and notice.stated["clinic"]["name"]["ru"] in shown
    assert notice.stated["clinic"]["bin"] in shown and notice.clinic.bin not in shown and notice.clinic.phone not in shown


# ------------------------------------------------------------------------- its verification


def alarm(page: str) -> bool:
    """Whether a verification page warns."""
    return 'class="clock late" role="alert"' in page


@asynccontextmanager
async def unguarded() -> AsyncIterator[None]:
    """Documents without the trigger that keeps them as issued; a PostgreSQL of other tests gets it back."""
    connection, postgres = connections.get("default"), dialect() == "postgres"
    name = "notice_is_as_issued"
    await connection.execute_script(f"ALTER TABLE notice DISABLE TRIGGER {name}" if postgres else f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        if postgres:
            await connection.execute_script(f"ALTER TABLE notice ENABLE TRIGGER {name}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_verification_warns_of_what_is_wrong_and_of_nothing_else(
    visit: Visit, people: People, clock: Traveller, language: str
) -> None:
    first, second = await of_case("appointment", await MADE["appointment"](people, clock))
    nobody = await visit("")
    assert await seal_due()

    async def verified(notice: Notice) -> tuple[str, bool]:
        page = await nobody.get(f"/{language}/verify/{notice.code}")
        for secret in ("Ольга", "Ким ", first.stated["person"]["iin"]):
            assert secret not in text(page)
        return text(page), alarm(page)

    def says(key: str) -> str:
        return texts.text(f"notices.verify.{key}", language)

    page, warned = await verified(second)
    assert says("valid") in page and not warned and texts.text("api.signer.system", language) in page
    page, warned = await verified(first)
    assert says("replaced") in page and not warned and second.number in page and says("valid") not in page.replace(says("replaced"), "")
    async with unguarded():
        await Notice.filter(id=second.id).update(annulled_at=clocks.now())
        await Notice.filter(id=first.id).update(facts=first.facts.replace('"room":', '"Room":'))
    page, warned = await verified(second)
    assert says("annulled") in page and warned
    page, warned = await verified(first)
    assert says("invalid") in page and warned
