"""The contact centre's page: by a number or by an IIN, how cases of every service stand, and nothing more."""

from uuid import uuid4

import pytest

from models import texts
from models.authority import Authority
from models.clinic import Clinic
from models.home_visit import HomeVisit
from models.home_visit_message import window_words
from models.journal import Entry
from models.law import Language, Service
from tests.appeal.appeals import IIN, WORDS, done, executor, filed, row, taken_in
from tests.attachment.asking import Json
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.home_visit.calls import accepted, called

__all__ = ["application", "visit"]
PAGE, FIND = "/ru/work/status", "/ru/work/status/find"


@pytest.fixture
async def cases(people: People) -> list[Json]:
    """Zhanar's call of a doctor and her appeal."""
    zhanar = await people("zhanar")
    return [await called(zhanar, indications=["FEVER"]), await filed(zhanar, essence="Дәрігер диабет туралы айтпады, шағымданамын")]


async def asked(who: Visitor, typed: str, status: int = 200) -> str:
    answer = await who.sent(PAGE, FIND, {"search": typed})
    assert answer.status_code == status, (answer.status_code, text(answer.text)[:300])
    return answer.text


async def test_an_iin_shows_every_case_of_the_person_of_every_service(visit: Visit, cases: list[Json]) -> None:
    page = text(await asked(await visit("centre"), IIN["zhanar"]))
    for one in cases:
        assert f"№ {one['number']}" in page
    for service in (Service.HOME_VISIT, Service.APPEAL, Service.ATTACHMENT):
        assert texts.text(f"law.service.{service}", "ru") in page and texts.text(f"api.order.{service}", "ru") in page
    clinic = await Clinic.get(id=(await row(cases[1])).clinic_id)
    assert clinic.name_in("ru") in page and clinic.phone in page


async def test_the_page_says_neither_names_nor_words_nor_anything_medical(visit: Visit, cases: list[Json]) -> None:
    page = text(await asked(await visit("centre"), IIN["zhanar"]))
    for secret in ("Өтегенова", "Жанар", "Төле би", "+7701", "қызуы", "диабет", texts.text("law.indication.FEVER", "ru")):
        assert secret not in page, secret


async def test_a_call_that_is_answered_says_its_window_and_that_a_doctor_is_named_without_the_name(
    visit: Visit, people: People, cases: list[Json]
) -> None:
    centre, call = await visit("centre"), cases[0]
    address = f"{PAGE}?number={call['number']}"
    promised = texts.text("api.promised.window_doctor", "ru", window="").split("{")[0].split(":")[0]
    assert promised not in text(await centre.get(address))
    await accepted(await people("registrar9"), call, "doctor9")
    row = await HomeVisit.get(number=call["number"])
    page = text(await centre.get(address))
    assert texts.text("api.promised.window_doctor", "ru", window=window_words(row)) in page and "Каримов" not in page


async def test_an_iin_stands_in_no_address(visit: Visit, cases: list[Json]) -> None:
    centre = await visit("centre")
    answer = await centre.sent(PAGE, FIND, {"search": IIN["zhanar"]})
    assert answer.status_code == 200 and "location" not in answer.headers
    assert 'method="get"' not in await centre.get(PAGE)
    by_hand = await centre.get(f"{PAGE}?number={IIN['zhanar']}")
    assert cases[1]["number"] not in by_hand and texts.text("work.status.unknown", "ru") in by_hand


async def test_a_number_leads_to_its_case_in_whatever_letters_it_is_typed(visit: Visit, cases: list[Json]) -> None:
    centre = await visit("centre")
    for typed in (cases[1]["number"], f" {cases[1]['number'].lower()} "):
        answer = await centre.sent(PAGE, FIND, {"search": typed})
        assert answer.status_code == 303 and f"№ {cases[1]['number']}" in text(await centre.get(answer.headers["location"]))


async def test_of_an_appeal_that_went_up_the_authorised_body_answers(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    sent = await done(await people("officer9"), "forwardAppeal", case, ground="COMPLAINT", words=WORDS)
    body = await Authority.get(id=(await row(sent["sentOn"][0])).authority_id)
    page = text(await (await visit("centre")).get(f"{PAGE}?number={sent['sentOn'][0]['number']}"))
    assert body.name_in("ru") in page and body.phone in page


async def test_an_appeal_sent_on_says_so_and_shows_the_case_at_the_other_body(people: People, visit: Visit) -> None:
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    sent = (await done(await people("officer9"), "forwardAppeal", case, ground="COMPLAINT", words=WORDS))["sentOn"][0]
    body, centre = await Authority.get(id=(await row(sent)).authority_id), await visit("centre")
    for page in (await centre.get(f"{PAGE}?number={case['number']}"), await asked(centre, IIN["zhanar"])):
        said = text(page)
        assert texts.text("work.status.say_sent_on", "ru") in said
        assert f'href="#{sent["number"]}"' in page and f'id="{sent["number"]}"' in page
        assert body.name_in("ru") in said and body.phone in said and texts.text("work.status.say_waiting", "ru") in said
    assert texts.text("work.status.say_decided", "ru") not in text(await centre.get(f"{PAGE}?number={case['number']}"))
    assert await Entry.filter(act="appeal:status", case_number=sent["number"]).count() == 3


async def test_an_answer_not_yet_sent_is_said_and_nobody_without_an_account_is_promised_one(people: People, visit: Visit) -> None:
    officer, centre = await people("officer9"), await visit("centre")
    case = await taken_in(officer, name="Иванов И. И.", answerBy=["POST"])
    page = f"{PAGE}?number={case['number']}"
    first = text(await centre.get(page))
    assert texts.text("work.status.no_account", "ru") in first and texts.text("work.status.account", "ru") not in first
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)
    assert texts.text("work.status.say_to_send", "ru") in text(await centre.get(page))
    await done(officer, "sendAppealAnswer", case, words="Письмо № 15 от 23 ноября, заказной почтой.")
    assert texts.text("work.status.say_decided", "ru") in text(await centre.get(page))


async def test_every_case_told_of_leaves_a_line_in_the_journal_for_the_person(visit: Visit, cases: list[Json]) -> None:
    await asked(await visit("centre"), IIN["zhanar"])
    told = await Entry.filter(act__endswith=":status", role="CONTACT_CENTRE")
    assert {one["number"] for one in cases} < {one.case_number for one in told}
    assert {one.person_id for one in told} == {(await row(cases[1])).person_id} and all(one.reading for one in told)
    await asked(await visit("centre"), IIN["yerlan"])
    assert len(await Entry.filter(act__endswith=":status")) == len(told)


async def test_a_wrong_iin_is_told_on_its_field_and_an_unknown_one_finds_nothing(visit: Visit, cases: list[Json]) -> None:
    centre = await visit("centre")
    wrong = IIN["zhanar"][:-1] + str((int(IIN["zhanar"][-1]) + 1) % 10)
    page = await asked(centre, wrong, 422)
    assert texts.text("problem.code.IIN_CHECK_DIGIT", "ru") in page and f'value="{wrong}"' in page
    assert texts.text("problem.code.IIN_LENGTH", "ru") in await asked(centre, "1234", 422)
    assert texts.text("work.status.unknown", "ru") in await asked(centre, IIN["yerlan"])
    assert (await centre.sent(PAGE, FIND, {"search": ""})).status_code == 303


async def test_a_term_that_has_passed_is_said_with_the_way_to_complain(people: People, visit: Visit, clock: object) -> None:
    case = await filed(await people("zhanar"))
    clock.move_to("2026-12-15T00:30:00+05:00")  # type: ignore[attr-defined]
    page = text(await (await visit("centre")).get(f"{PAGE}?number={case['number']}"))
    assert texts.text("work.status.say_overdue", "ru") in page


async def test_the_page_is_the_contact_centres_alone(visit: Visit, cases: list[Json]) -> None:
    for name in ("registrar9", "officer9", "head9", "doctor9", "authority", "zhanar"):
        who = await visit(name)
        await who.get(PAGE, 403)
        proof = (await who.get("/ru/law")).split('name="csrf" value="')
        for typed in (IIN["zhanar"], cases[1]["number"], "1"):
            answer = await who.http.post(FIND, data={"csrf": proof[1].split('"')[0], "search": typed})
            led = answer.headers.get("location", "")
            assert answer.status_code == 403 or (await who.http.get(led)).status_code == 403, (name, typed)
    stranger = await visit("")
    assert "/signin" in (await stranger.http.get(PAGE)).headers["location"]
    assert (await stranger.http.post(FIND, data={"csrf": "x", "search": IIN["zhanar"]})).status_code == 403


async def test_the_api_tells_the_contact_centre_alone(people: People, cases: list[Json]) -> None:
    query = "query ($search: String!) { caseStatuses(search: $search) { number } }"
    assert len(await (await people("centre")).see(query, search=IIN["zhanar"])) >= 2
    assert await (await people("centre")).see(query, search=str(uuid4())) == []
    for name in ("registrar9", "officer9", "zhanar", ""):
        body = await (await people(name)).ask(query, search=IIN["zhanar"])
        assert body["errors"][0]["extensions"]["code"] in ("FORBIDDEN", "UNAUTHENTICATED"), name


@pytest.mark.parametrize("language", list(Language))
async def test_the_page_is_there_in_every_language(visit: Visit, cases: list[Json], language: Language) -> None:
    page = text(await (await visit("centre")).get(f"/{language}/work/status?number={cases[1]['number']}"))
    for key in ("work.status.title", "work.status.say_waiting", "work.status.order", "api.order.APPEAL", "law.state.appeal.REGISTERED"):
        assert texts.text(key, language) in page
