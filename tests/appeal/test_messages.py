"""What people are told of an appeal: each step once, in three languages, to the person and to whoever appealed on the person's behalf."""

import pytest
import time_machine

from models import appeal_clock
from models.law import Language
from models.law.appeal import MOVES
from models.outbox import Message, words
from models.settings import settings
from tests.appeal.appeals import ESSENCE, IIN, LAW, WORDS, at, done, executor, filed, later, see, taken_in, told
from tests.attachment.asking import clinic_id, patient_id, reachable
from tests.attachment.conftest import People

# What is not told: the body's own steps, and what the person did not do and need not do anything about.
UNTOLD = {"notify", "name_accused", "correction_over", "late_registration", "late_forwarding", "late_notice", "late_case"}


@pytest.fixture
def sms(environment: pytest.MonkeyPatch) -> None:
    """SMS can be sent; nothing of it leaves, since nobody runs the outbox."""
    environment.setenv("EMHANA_SMS", "http://127.0.0.1:1/sms")
    settings.cache_clear()


async def every_step(people: People, clock: time_machine.Traveller) -> None:
    """Marat's appeals, filed by Zhanar with his power of attorney, through everything that is told."""
    zhanar, officer, head, authority = [await people(one) for one in ("zhanar", "officer9", "head9", "authority")]
    marat = {"patient": await patient_id("marat")}
    case, part, moved, lapsing, up, left, taken = [await filed(zhanar, answerBy=["POST"], **marat) for _ in range(7)]
    service = await filed(zhanar, kind="SERVICE_COMPLAINT", toAuthority=True, **marat)
    kept = await filed(zhanar, kind="COMPLAINT", learnedOn="2026-11-20", **marat)
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(officer, "askAppealCorrection", case, requirements=["POWER"], words=WORDS, until="2026-11-30")
    await done(zhanar, "correctAppeal", case, words=WORDS)
    await done(head, "extendAppeal", case, until="2026-12-30", words=WORDS)
    await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=WORDS)
    await done(zhanar, "objectToAppealDecision", case, words=WORDS)
    await done(officer, "appointHearing", case, at=at("2026-11-23", 11).isoformat(), way="PHONE", place="+7 727 000 09 09")
    await done(officer, "forwardAppealPart", part, clinic=await clinic_id("almaty-5"), part=WORDS, words=WORDS)
    await done(officer, "forwardAppeal", moved, ground="NOT_COMPETENT", clinic=await clinic_id("almaty-5"), words=WORDS)
    await done(officer, "askAppealCorrection", left, requirements=["ESSENCE"], words=WORDS, until="2026-11-25")
    await done(zhanar, "withdrawAppeal", taken)
    await done(authority, "requestAppealCase", service, words=WORDS)
    await done(officer, "giveAppealCase", service, words=WORDS)
    await later(clock, at("2026-11-27"), zhanar, officer, head)
    await appeal_clock.lapse()
    await appeal_clock.end_corrections()
    await done(head, "leaveAppeal", left, ground="NOT_CORRECTED", words=WORDS)
    said = {"secretary": "Х", "participants": "Х", "content": "Х", "explanations": "Х"}
    times = {"beganAt": at("2026-11-23", 11).isoformat(), "endedAt": at("2026-11-23", 12).isoformat()}
    await done(officer, "recordHearing", case, **times, **said)
    await done(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW)
    await done(officer, "sendAppealAnswer", case, words=WORDS)
    clock.move_to(at("2026-12-20"))
    await appeal_clock.lapse()
    assert len({one["number"] for one in (lapsing, up, kept)}) == 3


async def test_every_step_is_told_to_both_in_three_languages_with_number_and_without_the_essence(
    people: People, clock: time_machine.Traveller, sms: None
) -> None:
    await reachable("marat", "marat@example.kz", "+77010000001")
    await every_step(people, clock)
    templates = {one.template for one in await Message.filter(template__startswith="appeal_")}
    assert len(templates) >= len(set(MOVES) - UNTOLD)
    assert await told("marat") == await told("zhanar")
    for message in await Message.filter(template__startswith="appeal_"):
        spoken = {words(message, language) for language in Language}
        assert len(spoken) == 3, message.template
        for one in spoken:
            assert "{" not in one and "None" not in one and ESSENCE[:20] not in one, (message.template, one)
            assert "AL-2026-" in one, (message.template, one)
    assert {str(one.person_id) for one in await Message.all()} == {
        str(await _person("marat")), str(await _person("zhanar")),
    }  # fmt: skip


async def _person(name: str) -> object:
    from models import demo

    return (await demo.person(name)).id


async def test_a_correction_that_is_asked_for_says_what_is_missing_and_by_when(people: People) -> None:
    officer, case = await people("officer9"), await filed(await people("zhanar"))
    missing = "Сенімхаттың көшірмесін қоса беріңіз."
    await done(officer, "askAppealCorrection", case, requirements=["POWER"], words=missing, until="2026-11-30")
    (message,) = await Message.filter(template="appeal_correction", way="ACCOUNT")
    for language in Language:
        assert missing in words(message, language) and "30" in words(message, language), language


async def test_an_extension_says_its_own_reasons_and_not_those_of_a_correction(people: People) -> None:
    officer, head, case = await people("officer9"), await people("head9"), await filed(await people("zhanar"))
    await done(officer, "askAppealCorrection", case, requirements=["POWER"], words="Сенімхатты қоса беріңіз.", until="2026-11-30")
    await done(head, "extendAppeal", case, until="2026-12-30", words=WORDS)
    message = await Message.get(template="appeal_extended", way="ACCOUNT")
    for language in Language:
        assert WORDS in words(message, language) and "Сенімхат" not in words(message, language)


async def test_the_course_dates_a_refusal_by_silence_from_the_end_of_the_term(people: People, clock: time_machine.Traveller) -> None:
    zhanar = await people("zhanar")
    case = await filed(zhanar)
    await later(clock, at("2027-01-11"), zhanar)  # the clock comes round only now
    assert await appeal_clock.lapse() == 1
    course = (await zhanar.see("query ($id: ID!) { appeal(id: $id) { course { act at ahead } } }", id=case["id"]))["course"]
    lapse = next(one for one in course if one["act"] == "lapse")
    assert lapse["at"].startswith("2026-12-15T00:00") and course[-1]["act"] == "decide" and course[-1]["ahead"]


async def test_an_sms_says_nothing_of_what_it_is_about(people: People, clock: time_machine.Traveller, sms: None) -> None:
    await reachable("zhanar", "", "+77010000002")
    head, case = await people("head9"), await filed(await people("zhanar"), phone="+7 701 000 00 03")
    await done(head, "decideAppeal", case, outcome="GRANTED", words="Диагноз туралы толық түсіндірме берілді.")
    for message in await Message.filter(way="SMS"):
        for language in Language:
            assert "Диагноз" not in words(message, language) and ESSENCE[:20] not in words(message, language)


async def test_whom_nobody_knows_is_told_nothing_and_a_known_person_at_a_desk_is(people: People) -> None:
    officer = await people("officer9")
    await taken_in(officer, name="Үлгілі Асан", phone="+7 701 000 00 04")
    assert not await Message.exists()
    await taken_in(officer, patientIin=IIN["olga"])
    assert await told("olga") == ["appeal_filed"]


async def test_the_course_says_what_happened_in_the_readers_language(people: People, clock: time_machine.Traveller) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    case = await filed(zhanar)
    clock.shift(1)
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    clock.shift(1)
    await done(officer, "nameAccused", case, people=[(await see(officer, case["id"]))["staff"][0]["id"]])
    query = "query ($id: ID!) { appeal(id: $id) { course { act text ahead note byText } } }"
    texts = set()
    for language in ("kk", "ru", "en"):
        zhanar.headers = {"Accept-Language": language}
        course = (await zhanar.see(query, id=case["id"]))["course"]
        assert [one["act"] for one in course] == ["deliver", "file", "take_up", "decide"]
        texts.add(tuple(one["text"] for one in course))
    assert len(texts) == 3
    assert "name_accused" in [one["act"] for one in (await officer.see(query, id=case["id"]))["course"]]
