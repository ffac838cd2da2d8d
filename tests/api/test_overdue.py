"""No late case promises the past: where a term has run out, that is what the case tells, in every state in which one runs."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from api.case import meaning, told_of
from models import clock as moments
from models import texts
from models.appeal import Appeal
from models.appeal_facts import learned_on
from models.attachment import OPEN, Attachment
from models.attachment_decision import record_overdue
from models.home_visit import HomeVisit
from models.home_visit_clock import record_overdue as record_silence
from models.law import Language, Service
from models.law import appeal as appeals
from models.law import attachment as attachments
from models.law import home_visit as calls
from models.law.words import complaint_words, day_words, silence_words
from tests.appeal.appeals import later
from tests.attachment.asking import done, iin, request, row
from tests.attachment.conftest import People, clock, keys, made_keys, people, register
from tests.attachment.test_decision import filed
from tests.home_visit import calls as home

__all__ = ["clock", "keys", "made_keys", "people", "register"]
RUNNING: dict[Service, tuple[Any, ...]] = {
    Service.ATTACHMENT: tuple(OPEN), Service.HOME_VISIT: (calls.State.SUBMITTED, *calls.PROMISED), Service.APPEAL: appeals.OWED,
}  # fmt: skip
EVERY = [(service, state) for service, states in RUNNING.items() for state in states]


def case_of(service: Service, state: Any, days: int) -> Any:
    """A case in a state whose term ends so many days from now."""
    at = moments.now() + timedelta(days=days)
    if service is Service.ATTACHMENT:
        return Attachment(state=state, submitted_at=at, accepted_at=at, due_at=at)
    if service is Service.HOME_VISIT:
        return HomeVisit(state=state, channel="PORTAL", submitted_at=at, accepted_at=at, answer_by=at, window_since=at, window_until=at)
    appeal = Appeal(state=state, kind="REQUEST", registered_at=at, due_on=at.date())
    appeal.authority_id = None
    return appeal


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("service, state", EVERY)
def test_an_overdue_case_tells_that_its_term_ran_out_and_on_which_day(
    clock: time_machine.Traveller, service: Service, state: Any, language: Language
) -> None:
    late, ordinary = meaning(case_of(service, state, -68), language), texts.text(f"law.meaning.{service.lower()}.{state}", language)
    assert meaning(case_of(service, state, 2), language) == ordinary != late
    assert day_words(moments.today() - timedelta(days=68), language) in late and "1414" in late and "{" not in late


@pytest.mark.parametrize("service", list(RUNNING))
def test_no_other_state_has_a_running_term_and_none_lacks_its_words(clock: time_machine.Traveller, service: Service) -> None:
    every = {Service.ATTACHMENT: attachments.State, Service.HOME_VISIT: calls.State, Service.APPEAL: appeals.State}[service]
    running = {one for one in every if told_of(case_of(service, one, -1)).due(case_of(service, one, -1), Language.KK)}
    for language in Language:
        start = f"law.meaning_overdue.{service.lower()}."
        assert {key.removeprefix(start) for key in texts.words(language) if key.startswith(start)} == running == set(RUNNING[service])


SPOKEN = "query ($id: ID!) { attachment(id: $id) { spoken meaning complaint { due text } } }"


async def test_a_request_that_is_late_is_not_read_out_as_a_promise(people: People, clock: time_machine.Traveller) -> None:
    registrar = await people("registrar")
    given = await request(patientIin=await iin("yerlan"), identity="№ 1", channel="PHONE", language="RU")
    case = done(await registrar.act("submitAttachment", given))
    assert "ответит до 20:00 24.11.2026" in (await registrar.see(SPOKEN, id=case["id"]))["spoken"]
    await later(clock, moments.now() + timedelta(days=68), registrar)
    spoken = (await registrar.see(SPOKEN, id=case["id"]))["spoken"]
    assert "ответит до" not in spoken and "истёк" in spoken and "24.11.2026" in spoken and "жалобу" in spoken


async def test_silence_is_complained_about_from_the_end_of_the_term_whenever_it_was_noticed(
    people: People, clock: time_machine.Traveller
) -> None:
    case = await filed(people)
    clock.move_to(moments.start_of_day(moments.today() + timedelta(days=68)))
    assert await record_overdue() == 1 and (await row(case)).overdue_at == moments.now()
    found = (await (await people("yerlan")).see(SPOKEN, id=case["id"]))["complaint"]
    clinic = found["text"].split("“")[1].split("”")[0] if "“" in found["text"] else found["text"].split("«")[1].split("»")[0]
    ended = date(2026, 11, 24)
    assert found["due"] == "2027-02-24" and found["text"] in {silence_words(clinic, ended, language) for language in Language}


@pytest.mark.parametrize("language", list(Language))
def test_the_words_on_silence_speak_of_no_decision(language: Language) -> None:
    silence, decided = silence_words("X", date(2026, 11, 24), language), complaint_words("X", date(2026, 11, 24), language)
    for day in (date(2026, 11, 24), date(2027, 2, 24)):
        assert day_words(day, language) in silence
    assert decided.split("(")[0] not in silence and {"kk": "әрекетсіздікке", "ru": "бездействие", "en": "inaction"}[language] in silence


async def test_a_complaint_about_silence_is_prepared_with_the_day_on_which_the_term_ran_out(
    people: People, clock: time_machine.Traveller
) -> None:
    called = await home.row(await home.called(await people("zhanar")))
    asked = await row(await filed(people))
    clock.move_to(moments.now() + timedelta(days=68))
    assert (await record_silence(), await record_overdue()) == (1, 1)
    for case, ended in ((called, date(2026, 11, 23)), (asked, date(2026, 11, 24))):
        await case.refresh_from_db()
        assert moments.local(case.overdue_at).date() > ended == learned_on(case)  # type: ignore[arg-type]


async def test_a_call_that_is_late_is_not_read_out_as_a_promise(people: People, clock: time_machine.Traveller) -> None:
    registrar, spoken = await people("registrar9"), "query ($id: ID!) { homeVisit(id: $id) { spoken } }"
    case = (await home.call_by_phone(registrar, home.IIN["zhanar"], language="RU"))["homeVisit"]

    async def said() -> str:
        return str((await registrar.see(spoken, id=case["id"]))["spoken"])

    assert "Поликлиника ответит до" in await said()
    await later(clock, moments.now() + timedelta(minutes=20), registrar)
    late = await said()
    assert "ответит до" not in late and "истёк" in late and "103" in late
    await home.accepted(registrar, case, "doctor9")
    assert "Дата и время прихода врача" in await said()
    await later(clock, moments.now() + timedelta(hours=9), registrar)
    late = await said()
    assert "прихода врача" not in late and "не пришёл" in late and "103" in late and "жалобу" in late
