"""The personal account: one's own data, consents, representation, the journal of access, sign-ins and roles; never another's."""

import re
from uuid import uuid4

import pytest

from api.ids import encode
from models import account, demo, journal, texts
from models.account import SessionKind, account_of, posts_of
from models.actor import Actor
from models.attachment import Attachment
from models.consent import Consent, give
from models.law import Channel, Language, Role, Service
from models.law.attachment import State
from models.law.consent import Purpose
from models.outbox import Message, Way
from models.person import Person
from models.representation import Representation
from tests.account.conftest import Browse

SUBPAGES = ("", "/messages", "/contacts", "/consents", "/representation", "/access", "/sessions")


async def actor(name: str) -> Actor:
    person = await demo.person(name)
    own = await account_of(person)
    return Actor(role=Role.CITIZEN, account=own.id, person=person.id, name=person.full_name)


async def registrar() -> Actor:
    person = await demo.person("registrar")
    post = (await posts_of((await account_of(person)).id))[0]
    return Actor(role=Role.REGISTRAR, person=person.id, clinic=post.clinic_id, channel=Channel.DESK, name=person.short_name)


async def in_force(name: str) -> Attachment:
    return await Attachment.get(person=await demo.person(name), state=State.IN_FORCE).prefetch_related("clinic")


@pytest.mark.parametrize("language", list(Language))
async def test_every_page_of_the_account_opens_in_each_language_also_for_somebody_with_nothing(browse: Browse, language: Language) -> None:
    for name in ("zhanar", "yerlan", "registrar"):
        browser = await browse(name)
        for path in SUBPAGES:
            assert f'<html lang="{language}">' in await browser.text(f"/{language}/account{path}")


async def test_a_stranger_is_led_to_sign_in_from_every_page_of_the_account(browse: Browse) -> None:
    browser = await browse("")
    for path in SUBPAGES:
        found = await browser.get(f"/ru/account{path}")
        assert found.status_code == 303 and found.headers["location"].startswith("/ru/signin?then=%2Faccount")


async def test_the_account_shows_the_attachment_in_force_and_hides_most_of_the_iin(browse: Browse) -> None:
    shown, person, case = await (await browse("zhanar")).text("/ru/account"), await demo.person("zhanar"), await in_force("zhanar")
    assert case.number in shown and case.clinic.name_in(Language.RU) in shown
    assert person.iin not in shown and person.iin[-4:] in shown


async def test_the_account_names_the_children_and_people_represented(browse: Browse) -> None:
    shown = await (await browse("zhanar")).text("/kk/account")
    assert "Өтегенова Әлия Ерланқызы" in shown and "Өтегенов Марат Қасымұлы" in shown


async def test_messages_are_read_page_by_page(browse: Browse) -> None:
    case = await in_force("zhanar")
    link = f"Attachment:{case.id}"
    for number in range(25):
        await Message.create(
            cause=uuid4(),
            person_id=case.person_id,
            way=Way.ACCOUNT,
            language="ru",
            template="attachment_in_force",
            values={"number": f"N{number:02}-", "clinic": "", "name": "", "day": ""},
            created_at=case.submitted_at,
            link=link,
        )
    browser = await browse("zhanar")
    first = await browser.text("/ru/account/messages")
    following = re.search(r'href="(/ru/account/messages\?after=[^"]+)"', first)
    assert following
    second = await browser.text(following.group(1))
    path = f'<li><a href="/ru/attachments/{encode("Attachment", case.id)}">'
    links = [re.findall(r"N(\d+)-", shown) for shown in (first, second)]
    assert first.count(path) == 20
    assert [len(found) for found in links] == [20, 5] and len({*links[0], *links[1]}) == 25
    assert 'href="/ru/account/messages"' in second


async def test_a_place_in_the_list_that_never_was_is_a_page_not_found(browse: Browse) -> None:
    assert (await (await browse("zhanar")).get("/ru/account/messages?after=nonsense")).status_code == 404


async def test_contacts_that_are_saved_are_shown_and_wrong_ones_come_back_with_the_reason(browse: Browse) -> None:
    browser, on = await browse("zhanar"), "/ru/account/contacts"
    wrong = await browser.post(on, on, phone="12", email="zhanar", language="RU")
    assert wrong.status_code == 422 and 'value="12"' in wrong.text
    saved = await browser.post(on, on, phone="+7 701 234 56 78", email="zhanar@example.kz", language="EN")
    assert saved.status_code == 303
    assert 'role="status"' in await browser.text(saved.headers["location"])
    found = await demo.person("zhanar")
    assert (found.email, found.language) == ("zhanar@example.kz", Language.EN)


async def test_a_consent_given_on_the_page_is_listed(browse: Browse) -> None:
    browser, on, clinic = await browse("zhanar"), "/ru/account/consents", (await in_force("zhanar")).clinic
    key = str(uuid4())
    for _ in range(2):
        sent = await browser.post(on, on, idempotencyKey=key, clinic=encode("Clinic", clinic.id))
        assert sent.status_code == 303
    given = await Consent.get(person=await demo.person("zhanar"))
    shown = await browser.text(on)
    assert given.clinic_id == clinic.id and encode("Consent", given.id) in shown
    assert f"<dt>{texts.text('account.consents.by', 'ru')}</dt><dd>{(await demo.person('zhanar')).full_name}" in shown


async def test_a_withdrawn_consent_stays_listed_and_cannot_be_withdrawn_again(browse: Browse) -> None:
    browser, on, case = await browse("zhanar"), "/ru/account/consents", await in_force("zhanar")
    given = await give(await actor("zhanar"), case.person_id, Purpose.ATTACHMENT, clinic=case.clinic_id)
    key = encode("Consent", given.id)
    assert f"{on}/{key}/withdraw" in await browser.text(on)
    assert (await browser.post(f"{on}/{key}/withdraw", on)).status_code == 303
    shown = await browser.text(on)
    assert f'id="{key}"' in shown and f"{key}/withdraw" not in shown
    assert (await Consent.get(id=given.id)).withdrawn_at is not None


async def test_a_consent_on_which_an_open_request_rests_is_not_withdrawn_yet(browse: Browse) -> None:
    case = await in_force("zhanar")
    given = await give(await actor("zhanar"), case.person_id, Purpose.ATTACHMENT, clinic=case.clinic_id)
    await Attachment.filter(id=case.id).update(state=State.SUBMITTED, consent_id=given.id)
    on = "/ru/account/consents"
    assert (await (await browse("zhanar")).post(f"{on}/{encode('Consent', given.id)}/withdraw", on)).status_code == 422
    assert (await Consent.get(id=given.id)).withdrawn_at is None


async def test_the_consent_of_somebody_else_cannot_be_withdrawn(browse: Browse) -> None:
    case, on = await in_force("olga"), "/ru/account/consents"
    given = await give(await actor("olga"), case.person_id, Purpose.ATTACHMENT, clinic=case.clinic_id)
    refused = await (await browse("zhanar")).post(f"{on}/{encode('Consent', given.id)}/withdraw", on)
    assert refused.status_code == 422
    assert (await Consent.get(id=given.id)).withdrawn_at is None


async def test_a_representation_is_ended_by_the_one_represented(browse: Browse) -> None:
    father, on = await demo.person("marat"), "/kk/account/representation"
    one = await Representation.get(represented=father)
    browser = await browse("marat")
    assert "Сенімхат № 778" in await browser.text(on)
    assert (await browser.post(f"{on}/{encode('Representation', one.id)}/end", on)).status_code == 303
    assert "Сенімхат № 778" not in await browser.text(on)
    assert "Өтегенов Марат" not in await (await browse("zhanar")).text(on)


async def test_the_journal_of_access_shows_that_the_registrar_opened_my_case_and_not_my_own_readings(browse: Browse) -> None:
    case, browser = await in_force("zhanar"), await browse("zhanar")
    for _ in range(2):
        await browser.text("/ru/account")
    await journal.record(
        await registrar(),
        "attachment:read",
        person=case.person_id,
        service=Service.ATTACHMENT,
        case=case.id,
        number=case.number,
        reading=True,
    )
    shown = await browser.text("/ru/account/access")
    assert shown.count('<th role="rowheader"') == 1
    assert "Ахметова" in shown and case.number in shown and "Открыто дело о прикреплении" in shown


async def test_the_journal_of_a_child_is_shown_to_the_mother_and_of_a_stranger_to_nobody(browse: Browse) -> None:
    child, stranger = await demo.person("aliya"), await demo.person("olga")
    await journal.record(await registrar(), "person:read", person=child.id, reading=True)
    mother = await browse("zhanar")
    assert "Ахметова" in await mother.text(f"/ru/account/access/{encode('Patient', child.id)}")
    assert "Ахметова" not in await mother.text("/ru/account/access")
    for wrong in (encode("Patient", stranger.id), encode("Patient", uuid4()), "nonsense"):
        assert (await mother.get(f"/ru/account/access/{wrong}")).status_code == 404


async def test_another_sign_in_of_mine_is_ended_and_a_foreign_one_is_not(browse: Browse) -> None:
    browser, on = await browse("zhanar"), "/ru/account/sessions"
    own = await account_of(await demo.person("zhanar"))
    foreign = await account_of(await demo.person("olga"))
    for other in (own, foreign):
        await account.begin(other, SessionKind.BEARER)
    mine = await account.Session.get(account=own, kind=SessionKind.BEARER)
    hers = await account.Session.get(account=foreign)
    assert (await browser.post(f"{on}/{encode('Session', mine.id)}/end", on)).status_code == 303
    assert encode("Session", mine.id) not in await browser.text(on)
    assert (await browser.post(f"{on}/{encode('Session', hers.id)}/end", on)).status_code == 422
    assert (await account.Session.get(id=hers.id)).ended_at is None


async def test_a_registrar_takes_the_post_and_goes_back_to_being_a_citizen(browse: Browse) -> None:
    browser, on = await browse("registrar"), "/ru/account"
    post = (await posts_of((await account_of(await demo.person("registrar"))).id))[0]
    taken = await browser.post("/ru/account/role", on, post=encode("Post", post.id), then="/account")
    assert taken.status_code == 303 and taken.headers["location"] == "/ru/account"
    assert "Регистратор" in await browser.text(on)
    assert (await browser.get("/ru/account/access")).status_code == 403
    back = await browser.post("/ru/account/role", on, then="/account")
    assert back.status_code == 303
    assert (await browser.get("/ru/account/access")).status_code == 200
    assert await account.Session.filter(ended_at=None).count() == 1


async def test_nobody_takes_a_post_of_somebody_else(browse: Browse) -> None:
    post = (await posts_of((await account_of(await demo.person("head"))).id))[0]
    refused = await (await browse("zhanar")).post("/ru/account/role", "/ru/account/contacts", post=encode("Post", post.id))
    assert refused.status_code == 422


async def test_the_start_page_shows_a_visitor_the_service_a_citizen_the_cases_and_staff_the_work(browse: Browse) -> None:
    case = await in_force("zhanar")
    visitor, citizen, staff = await browse(""), await browse("zhanar"), await browse("registrar")
    assert 'href="/kk/attachments/about"' in await visitor.text("/kk")
    assert case.number not in await visitor.text("/kk") + await citizen.text("/kk"), "an attachment in force stands in the account"
    await Attachment.filter(id=case.id).update(state=State.APPROVED)
    assert case.number not in await visitor.text("/kk") and case.number in await citizen.text("/kk")
    post = (await posts_of((await account_of(await demo.person("registrar"))).id))[0]
    await staff.post("/kk/account/role", "/kk/account", post=encode("Post", post.id))
    assert 'href="/kk/work"' in await staff.text("/kk")


async def test_a_person_of_another_name_stands_nowhere_in_my_account(browse: Browse) -> None:
    browser, others = await browse("olga"), await Person.exclude(id=(await demo.person("olga")).id)
    shown = "".join([await browser.text(f"/ru/account{path}") for path in SUBPAGES if path != ""])
    assert not [one.full_name for one in others if one.full_name in shown]
