"""The language goes with a person: across sign-in, in messages, in documents."""

import re
from html import escape, unescape

import httpx
import pytest

from api.ids import encode
from models import demo, texts
from models.law import Language
from models.law.notice import Kind
from models.outbox import Message, parts, words
from tests.appointment import booking
from tests.appointment.conftest import clock, keys, made_keys, people, register
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, visit
from tests.notice.acts import given

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]


async def signed_in(visit: Visit, name: str, wanted: str) -> tuple[httpx.AsyncClient, str]:
    """A stranger opens a page, is led to sign in, and signs in with a demonstration key; where that leads."""
    browser = (await visit("")).http
    browser.follow_redirects = True
    asked = await browser.get(wanted)
    iin = (await demo.person(name)).iin
    one = re.search(rf'<form method="post" action="([^"]+)">(?:(?!</form>).)*name="iin" value="{iin}".*?</form>', asked.text, re.DOTALL)
    assert one, asked.url
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', one.group(0)))
    last = await browser.post(one.group(1), data={field: unescape(value) for field, value in fields.items()})
    return browser, last.url.path


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("own", list(Language))
async def test_the_language_of_the_page_is_kept_across_sign_in_whatever_the_account_says(
    visit: Visit, language: Language, own: Language
) -> None:
    person = await demo.person("zhanar")
    person.language = own
    await person.save(update_fields=["language"])
    browser, last = await signed_in(visit, "zhanar", f"/{language}/account/contacts")
    assert last == f"/{language}/account/contacts"
    for path in ("", "/account", "/appointments"):
        page = (await browser.get(f"/{language}{path}")).text
        assert f'<html lang="{language}">' in page
        inward = re.findall(r'(?:href|action)="/(kk|ru|en)(?:/[^"]*)?"(?! lang=)', page)
        assert inward and set(inward) == {language}, path


@pytest.mark.parametrize("own", list(Language))
async def test_a_message_is_said_in_the_language_asked_for_and_shown_in_that_of_the_page(
    people: People, visit: Visit, own: Language
) -> None:
    zhanar = await people("zhanar")
    await booking.book(zhanar, (await booking.times(zhanar))[0]["id"], language=own.upper())
    sent = await Message.filter(person=await demo.person("zhanar"), template="appointment_booked")
    assert sent and {one.language for one in sent} == {own}
    browser = await visit("zhanar")
    for language in Language:
        shown = (await browser.get(f"/{language}/account/messages")).replace("\xa0", " ")
        assert all(escape(one) in shown for one in parts(sent[0], language))
        about, title, rest = parts(sent[0], language)
        assert words(sent[0], language).partition("\n")[0].casefold() == f"{about}: {title}. {rest}".casefold()


def test_a_full_stop_in_the_name_of_a_clinic_ends_no_sentence_of_a_message() -> None:
    values = {"number": "AP-2026-000001-6", "name": "Ким О.В.", "clinic": "City Polyclinic No. 9", "due": "23.11.2026, 20:00"}
    about, title, rest = parts(Message(template="attachment_overdue", values=values), Language.EN)
    assert about == "AP-2026-000001-6, Ким О.В." and "City Polyclinic No. 9" in title and rest and not title.endswith(".")


async def test_a_document_is_named_in_the_language_of_the_page_and_given_in_all_three(people: People, visit: Visit) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    browser = await visit("zhanar")
    for language in Language:
        page = await browser.get(f"/{language}/notices/{encode('Notice', notice.id)}")
        assert f"<h1>{texts.text('law.notice.kind.APPOINTMENT', language)}</h1>" in page
        for other in Language:
            assert f"/notices/{encode('Notice', notice.id)}/{other}.pdf" in page
