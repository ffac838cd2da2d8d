"""The desk and the phone: people in front of the registrar, requests, papers seen, representations."""

import re
from datetime import date

import pytest

from models import demo, texts
from models.attachment import Attachment
from models.demo_data import iin as synthetic
from models.document import Document
from models.law import Channel
from models.law.attachment import State
from models.person import Person
from tests.attachment.asking import iin
from tests.attachment.pages import Visit, Visitor, application, case, text, visit

__all__ = ["application", "case", "visit"]
FILED = {
    "ground": "FIRST", "identity": "Жеке куәлік № 012345678", "address.kato": "750000000", "address.locality": "Алматы",
    "address.street": "Сәтбаев", "address.house": "9", "language": "KK", "phone": "+7 701 234 56 78", "consent": "true",
}  # fmt: skip


async def found_at_desk(registrar: Visitor, name: str) -> str:
    """The card of a person found by IIN."""
    return await registrar.done("/kk/work/desk", "/kk/work/desk/find", {"iin": await iin(name)})


@pytest.mark.parametrize("channel", [Channel.DESK, Channel.PHONE])
async def test_a_request_is_filed_at_the_desk_and_on_the_phone(visit: Visit, channel: Channel) -> None:
    registrar = await visit("registrar")
    card = await found_at_desk(registrar, "yerlan")
    assert "Тілеуов Ерлан Болатұлы" in await registrar.get(card)
    clinic = await _clinic_of(registrar, f"{card}/attachment")
    case = await registrar.done(f"{card}/attachment", f"{card}/attachment", FILED | {"clinic": clinic, "channel": channel.value})
    filed = await Attachment.get(person=await demo.person("yerlan"))
    assert (filed.channel, filed.state, filed.identity_seen) == (channel, State.SUBMITTED, FILED["identity"])
    assert filed.number in await registrar.get(case)
    assert texts.text("attachment.show.spoken", "kk") in await registrar.get(case)
    assert filed.number in await registrar.get(card)


async def _clinic_of(registrar: Visitor, path: str) -> str:
    (found,) = re.findall(r'name="clinic" value="([^"]+)"', await registrar.get(path))
    return str(found)


async def test_a_parent_asks_at_the_desk_for_a_child_with_papers_seen(visit: Visit) -> None:
    registrar = await visit("registrar")
    card = await found_at_desk(registrar, "aliya")
    given = FILED | {
        "clinic": await _clinic_of(registrar, f"{card}/attachment"), "channel": "DESK",
        "ground": "BORN_ABROAD", "applicantIin": await iin("zhanar"),
        "address.street": "Самал-2", "address.house": "33", "papers.0.kind": "FOREIGN_BIRTH_DOCUMENT", "papers.0.note": "№ 77",
    }  # fmt: skip
    await registrar.done(f"{card}/attachment", f"{card}/attachment", given)
    filed = await Attachment.get(person=await demo.person("aliya"), state=State.SUBMITTED).prefetch_related("applicant")
    assert filed.applicant is not None and filed.applicant.iin == await iin("zhanar")
    assert {one.note for one in await Document.filter(attachment_id=filed.id, paper=True)} == {"№ 77", FILED["identity"]}


async def test_a_desk_request_that_the_law_forbids_keeps_what_was_typed(visit: Visit) -> None:
    registrar = await visit("registrar")
    card = await found_at_desk(registrar, "yerlan")
    given = FILED | {"clinic": await _clinic_of(registrar, f"{card}/attachment"), "channel": "PHONE", "ground": "PENSIONER", "consent": ""}
    answer = await registrar.sent(f"{card}/attachment", f"{card}/attachment", given)
    assert answer.status_code == 422 and not await Attachment.filter(person=await demo.person("yerlan")).exists()
    assert str(FILED["identity"]) in answer.text and 'value="PHONE" checked' in answer.text and 'value="PENSIONER" selected' in answer.text
    assert texts.text("law.impediment.NO_CONSENT.text", "kk") in answer.text


async def test_a_missing_identity_document_is_told_to_the_registrar_at_its_own_field(visit: Visit) -> None:
    registrar = await visit("registrar")
    card = await found_at_desk(registrar, "yerlan")
    given = FILED | {"clinic": await _clinic_of(registrar, f"{card}/attachment"), "channel": "PHONE", "identity": ""}
    answer = await registrar.sent(f"{card}/attachment", f"{card}/attachment", given)
    assert answer.status_code == 422 and 'id="identity-fault"' in answer.text and 'href="#identity"' in answer.text
    assert texts.text("work.file.identity_missing", "kk") in text(answer.text)
    assert texts.text("law.impediment.DOCUMENT_MISSING.remedy", "kk") not in answer.text


async def test_a_representation_is_begun_from_the_card_with_the_iin_of_that_person(visit: Visit) -> None:
    registrar = await visit("registrar")
    card = await found_at_desk(registrar, "marat")
    answer = await registrar.sent(card, f"{card}/representation")
    assert answer.status_code == 200 and f'value="{await iin("marat")}"' in answer.text
    assert 'value="ATTACHMENT"' in answer.text and 'value="APPEAL"' not in answer.text


async def test_a_wrong_iin_is_told_and_a_new_one_opens_the_form_for_somebody_new(visit: Visit) -> None:
    registrar = await visit("registrar")
    answer = await registrar.sent("/ru/work/desk", "/ru/work/desk/find", {"iin": "850312991234"})
    assert answer.status_code == 422 and "850312991234" in answer.text and 'aria-invalid="true"' in answer.text
    unknown = demo_iin()
    answer = await registrar.sent("/ru/work/desk", "/ru/work/desk/find", {"iin": unknown})
    assert answer.status_code == 200 and texts.text("work.new.unknown", "ru") in answer.text and f'value="{unknown}"' in answer.text
    assert 'value="1991-02-03"' in answer.text and texts.text("work.new.born_hint", "ru") in answer.text


NEW = {
    "surname": "Жаңа", "givenName": "Адам", "birthDate": "1991-02-03", "identity": "Паспорт № 1", "phone": "+7 701 000 00 00",
    "address.kato": "750000000", "address.locality": "Алматы", "address.street": "Абай", "address.house": "1",
}  # fmt: skip


async def test_the_document_of_somebody_new_is_carried_to_the_request(visit: Visit) -> None:
    registrar = await visit("registrar")
    answer = await registrar.sent("/ru/work/person", "/ru/work/person/record", NEW | {"iin": demo_iin()})
    assert answer.status_code == 200 and "Жаңа Адам" in answer.text
    (begin,) = re.findall(r'action="(/ru/work/people/[^"]+/attachment/begin)"', answer.text)
    (csrf, *_) = re.findall(r'name="csrf" value="([^"]+)"', answer.text)
    filing = await registrar.http.post(begin, data={"csrf": csrf, "identity": "Паспорт № 1"})
    assert filing.status_code == 200 and 'value="Паспорт № 1"' in filing.text
    back = await registrar.http.get(begin)
    assert (back.status_code, back.headers["location"]) == (303, begin.removesuffix("/begin"))


async def test_a_birth_date_unlike_the_iin_is_asked_about_once_and_never_forbidden(visit: Visit) -> None:
    registrar, given = await visit("registrar"), NEW | {"iin": demo_iin(), "birthDate": "1991-03-02"}
    answer = await registrar.sent("/ru/work/person", "/ru/work/person/record", given)
    assert answer.status_code == 422 and texts.text("work.new.born_differs", "ru") in answer.text
    assert 'name="compared" value="1991-03-02"' in answer.text and not await Person.exists(iin=demo_iin())
    answer = await registrar.sent("/ru/work/person", "/ru/work/person/record", given | {"compared": "1991-03-02"})
    assert answer.status_code == 200
    assert (await Person.get(iin=demo_iin())).birth_date == date(1991, 3, 2)


async def test_what_is_missing_of_somebody_new_is_told_with_what_was_typed(visit: Visit) -> None:
    registrar = await visit("registrar")
    answer = await registrar.sent("/ru/work/person", "/ru/work/person/record", NEW | {"iin": demo_iin(), "surname": ""})
    assert answer.status_code == 422 and 'id="surname-fault"' in answer.text and 'value="Паспорт № 1"' in answer.text


def demo_iin() -> str:
    """A synthetic IIN that nobody of the demonstration has."""
    return synthetic(date(1991, 2, 3), True, 77)


async def test_a_representation_is_recorded_and_ended_at_the_desk(visit: Visit) -> None:
    registrar = await visit("registrar")
    given = {
        "representative": await iin("olga"), "represented": await iin("marat"), "right": "POWER_OF_ATTORNEY", "services": "ATTACHMENT",
        "basis": "Сенімхат № 12", "until": "2027-05-01",
    }  # fmt: skip
    answer = await registrar.sent("/kk/work/representation", "/kk/work/representation", given | {"until": ""})
    assert answer.status_code == 422 and "Сенімхат № 12" in answer.text
    page = await registrar.done("/kk/work/representation", "/kk/work/representation", given)
    assert "Сенімхат № 12" in await registrar.get(page)
    assert await registrar.done(page, f"{page}/end") == "/kk/work/desk"
