"""Why not? Every refusal of the law of appeals is met through the API at least once, with its basis, its words and its way on."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
import time_machine

from api.ids import encode
from models import demo
from models.account import Partner, account_of
from models.appeal import Appeal
from models.consent import Consent
from models.law.appeal_rules import IMPEDIMENTS
from tests.appeal.appeals import (
    HOME,
    LAW,
    WORDS,
    act,
    at,
    codes,
    complained,
    done,
    executor,
    filed,
    given,
    later,
    lines,
    refused,
    row,
    see,
    taken_in,
)
from tests.attachment.asking import Json, clinic_id, patient_id
from tests.attachment.conftest import People

PARTNER = "partner:appeal:file appeal:read"
PROTOCOL = {"secretary": "Х", "participants": "Х", "content": "Х", "explanations": "Х"}
Scene = Callable[[People, time_machine.Traveller], Awaitable[Json | list[str]]]
SCENES: dict[str, Scene] = {}


def scene(code: str) -> Callable[[Scene], Scene]:
    """How a refusal comes about."""

    def entered(one: Scene) -> Scene:
        SCENES[code] = one
        return one

    return entered


async def staff(people: People, surname: str, case: Json, name: str = "officer9") -> str:
    """The id by which somebody of the staff is named as complained about."""
    found = (await see(await people(name), case["id"]))["staff"]
    return str(next(one["id"] for one in found if one["name"].startswith(surname)))


async def consent(name: str, partner: str) -> None:
    """Somebody lets a partner system act."""
    person, row = await demo.person(name), await Partner.get(name=partner)
    await Consent.create(
        person=person, given_by=person.id, purpose="PARTNER_ACCESS", partner=row, edition="1", channel="PORTAL", given_at=at("2026-11-23")
    )


async def above(people: People, **changes: Any) -> Json:
    """An appeal of Zhanar's at the authorised body, about polyclinic No. 9."""
    return await filed(await people("zhanar"), **{"kind": "SERVICE_COMPLAINT", "toAuthority": True, **changes})


async def shown(people: People, outcome: str = "DENIED") -> Json:
    """An appeal of Zhanar's with a preliminary decision."""
    case, officer = await filed(await people("zhanar")), await people("officer9")
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    return await done(officer, "proposeAppealDecision", case, outcome=outcome, words=WORDS)


@scene("NOT_REPRESENTATIVE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    partner, case = await people(PARTNER), await filed(await people("zhanar"))
    await consent("zhanar", PARTNER)
    return await refused(partner, "withdrawAppeal", case)


@scene("APPEAL_CHANGED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    officer, case = await people("officer9"), await filed(await people("zhanar"))
    old = given("takeUpAppeal", case, executor=await executor(officer, case))
    assert codes(await act(officer, "takeUpAppeal", old)) == []
    return await act(officer, "takeUpAppeal", old)


@scene("NOT_THIS_BODY")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await above(people)
    await done(await people("authority"), "requestAppealCase", case, words=WORDS)
    return await refused(await people("head9"), "decideAppeal", case, outcome="CANCELLED", words=WORDS)


@scene("ACCUSED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    officer, case = await people("officer9"), await filed(await people("zhanar"))
    await done(officer, "nameAccused", case, people=[await staff(people, "Сәдуақасова", case)])
    return await refused(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)


@scene("ACCUSED_UNNAMED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, head = await filed(await people("zhanar"), complainedOf="Терапевт, аты-жөнін білмеймін"), await people("head9")
    seen = await head.see("query ($id: ID!) { appeal(id: $id) { accusedUnnamed may { act } } }", id=case["id"])
    assert seen["accusedUnnamed"] and not {"decide", "leave"} & {one["act"] for one in seen["may"]}
    return await refused(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)


@scene("PAPER_MISSING")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    officer = await people("officer9")
    return await refused(officer, "withdrawAppeal", await taken_in(officer, name="Х"), words=WORDS)


@scene("HEARING_TERM")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    officer, case = await people("officer9"), await shown(people)
    for moment in (at("2026-12-15", 0, 0), at("2027-01-20")):
        asked = await refused(officer, "appointHearing", case, at=moment.isoformat(), way="VIDEO", place="Х")
        assert asked == ["HEARING_TERM"], moment
    last = at("2026-12-14", 23, 59).isoformat()
    assert (await done(officer, "appointHearing", case, at=last, way="VIDEO", place="Х"))["state"] == "HEARING"
    return asked


@scene("OWN_APPEAL")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await filed(await people("citizen:head9"))
    return await refused(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)


@scene("RECEIVED_LATER")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    officer = await people("officer9")
    for moment in ("1900-01-01T10:00:00+05:00", "2021-06-30T12:00:00+05:00", "9999-12-31T00:00:00+05:00"):
        assert codes(await act(officer, "fileAppeal", _paper(receivedAt=moment))) == ["RECEIVED_LATER"], moment
    assert codes(await act(officer, "fileAppeal", _paper(receivedAt="2026-11-23T10:00:00"))) == ["INVALID_MOMENT"]  # of no zone
    return await act(officer, "fileAppeal", _paper(receivedAt="2026-11-23T10:01:00+05:00"))


def _paper(**changes: Any) -> Json:
    from tests.appeal.appeals import request

    return request(**changes)


@scene("LEARNED_LATER")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    assert codes(await act(await people("officer9"), "fileAppeal", _paper(kind="COMPLAINT", learnedOn="9999-12-31"))) == ["LEARNED_LATER"]
    return await act(await people("officer9"), "fileAppeal", _paper(kind="COMPLAINT", learnedOn="2026-11-24"))


@scene("EXECUTOR_ELSEWHERE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    other = encode("Account", (await account_of(await demo.person("officer"))).id)
    return await refused(await people("officer9"), "takeUpAppeal", await filed(await people("zhanar")), executor=other)


@scene("REQUIREMENTS_MISSING")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await filed(await people("zhanar"))
    return await refused(await people("officer9"), "askAppealCorrection", case, requirements=[], words=WORDS, until="2026-11-27")


@scene("CORRECTION_TERM")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    officer, case = await people("officer9"), await filed(await people("zhanar"))
    for until in ("2026-11-24", "2026-12-15", "9999-12-31", "0001-01-01"):
        asked = await refused(officer, "askAppealCorrection", case, requirements=["NAME"], words=WORDS, until=until)
        assert asked == ["CORRECTION_TERM"], until
    return asked


@scene("FORWARDED_HOME")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    home, case = await clinic_id("almaty-9"), await filed(await people("zhanar"))
    return await refused(await people("officer9"), "forwardAppeal", case, ground="NOT_COMPETENT", clinic=home, words=WORDS)


@scene("FORWARDED_BACK")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, there = await filed(await people("zhanar")), await clinic_id("almaty-5")
    await done(await people("officer9"), "forwardAppeal", case, ground="NOT_COMPETENT", clinic=there, words=WORDS)
    (sent,) = (await see(await people("zhanar"), case["id"]))["sentOn"]
    back = await clinic_id("almaty-9")
    return await refused(await people("officer"), "forwardAppeal", sent, ground="NOT_COMPETENT", clinic=back, words=WORDS)


@scene("COMPLAINT_UPWARDS")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, there = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20"), await clinic_id("almaty-5")
    return await refused(await people("officer9"), "forwardAppeal", case, ground="COMPLAINT", clinic=there, words=WORDS)


@scene("NO_BODY_ABOVE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    there = await clinic_id("almaty-5")
    return await refused(await people("authority"), "forwardAppeal", await above(people), ground="COMPLAINT", clinic=there, words=WORDS)


@scene("NOBODY_ACCUSED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    return await refused(await people("officer9"), "forwardAppeal", await filed(await people("zhanar")), ground="CONFLICT", words=WORDS)


@scene("PART_MISSING")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    return await refused(await people("officer9"), "forwardAppealPart", await filed(await people("zhanar")), part=" . . . ", words=WORDS)


@scene("NOT_EXTENDABLE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await filed(await people("zhanar"), kind="INFORMATION")
    return await refused(await people("head9"), "extendAppeal", case, until="2026-12-20", words=WORDS)


@scene("EXTENDED_ONCE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    head, case = await people("head9"), await filed(await people("zhanar"))
    await done(head, "extendAppeal", case, until="2026-12-20", words=WORDS)
    return await refused(head, "extendAppeal", case, until="2026-12-21", words=WORDS)


@scene("EXTENDED_LATE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    head, case = await people("head9"), await filed(await people("zhanar"))
    await later(clock, at("2026-12-15"), head)
    return await refused(head, "extendAppeal", case, until="2026-12-20", words=WORDS)


@scene("EXTENDED_UNTIL")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    head, case = await people("head9"), await filed(await people("zhanar"))
    for until in ("2026-12-14", "2027-01-24", "9999-12-31", "0001-01-01"):
        assert await refused(head, "extendAppeal", case, until=until, words=WORDS) == ["EXTENDED_UNTIL"], until
    return ["EXTENDED_UNTIL"]


@scene("NOTHING_TO_NOTIFY")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    head, case = await people("head9"), await filed(await people("zhanar"))
    await done(head, "extendAppeal", case, until="2026-12-20", words=WORDS)  # told in the account at once
    return await refused(head, "noteExtensionNotice", case, words=WORDS)


@scene("OBJECTION_LATE")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, zhanar = await shown(people), await people("zhanar")
    await later(clock, at("2026-11-26", 0, 0), zhanar)
    assert "object" not in [one["act"] for one in (await see(zhanar, case["id"]))["may"]]
    return await refused(zhanar, "objectToAppealDecision", case, words=WORDS)


@scene("OBJECTED_ALREADY")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, zhanar = await shown(people), await people("zhanar")
    await done(zhanar, "objectToAppealDecision", case, words=WORDS)
    return await refused(zhanar, "objectToAppealDecision", case, words=WORDS)


@scene("HEARING_PAST")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await shown(people)
    moment = at("2026-11-23", 10).isoformat()
    return await refused(await people("officer9"), "appointHearing", case, at=moment, way="VIDEO", place="Х")


async def heard(people: People, clock: time_machine.Traveller, **changes: Any) -> list[str]:
    case, officer = await shown(people), await people("officer9")
    await done(officer, "appointHearing", case, at=at("2026-11-23", 11).isoformat(), way="VIDEO", place="Х")
    clock.move_to(at("2026-11-23", 12))
    times = {"beganAt": at("2026-11-23", 11).isoformat(), "endedAt": at("2026-11-23", 11, 30).isoformat()}
    return await refused(officer, "recordHearing", case, **{**times, **PROTOCOL, **changes})


@scene("HEARING_TIMES")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    early = {"beganAt": at("2026-11-23", 10, 59).isoformat()}  # nobody who was invited for eleven was there
    assert await heard(people, clock, **early) == ["HEARING_TIMES"]
    clock.move_to(at("2026-11-23", 10))
    return await heard(people, clock, endedAt=at("2026-11-23", 12, 1).isoformat())


@scene("PROTOCOL_PARTS")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    return await heard(people, clock, participants=" ")


@scene("OUTCOME_KIND")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    head, case = await people("head9"), await filed(await people("zhanar"))
    assert await refused(head, "forwardAppeal", case, ground="COMPLAINT", words=WORDS) == ["OUTCOME_KIND"]
    return await refused(head, "decideAppeal", case, outcome="CANCELLED", words=WORDS)


@scene("ONLY_IN_FULL")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    return await refused(await people("head9"), "decideAppeal", case, outcome="UNSATISFIED", words=WORDS, law=LAW)


@scene("PRELIMINARY_FIRST")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await shown(people, "PARTLY")  # a milder one was shown than is to be taken
    await later(clock, at("2026-11-30"), head := await people("head9"))
    return await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW)


@scene("PRELIMINARY_TIME")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, head = await shown(people), await people("head9")
    await later(clock, at("2026-11-25", 23, 59), head)
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_TIME"]
    answer = await act(head, "decideAppeal", given("decideAppeal", await see(head, case["id"]), outcome="DENIED", words=WORDS, law=LAW))
    assert answer["problems"][0]["allowedFrom"].startswith("2026-11-26T00:00")
    return answer


@scene("LAW_MISSING")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    return await refused(await people("head9"), "decideAppeal", await shown(people), outcome="DENIED", words=WORDS, law=" ")


@scene("RESTORE_UNDECIDED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-08-22")
    assert case["late"]
    return await refused(await people("head9"), "decideAppeal", case, outcome="CANCELLED", words=WORDS)


@scene("LEAVE_GROUND")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, head = await filed(await people("zhanar")), await people("head9")
    assert await refused(head, "leaveAppeal", case, ground="NOT_CORRECTED", words=WORDS) == ["LEAVE_GROUND"]
    return await refused(head, "leaveAppeal", case, ground="ANONYMOUS", words=WORDS)


@scene("CRIME_REPORTED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, head = await taken_in(await people("officer9"), crime=True), await people("head9")
    assert "leave" not in [one["act"] for one in (await see(head, case["id"]))["may"]]
    return await refused(head, "leaveAppeal", case, ground="ANONYMOUS", words=WORDS)


@scene("ANSWERED_ALREADY")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, head = await filed(await people("zhanar"), answerBy=["POST"]), await people("head9")
    await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)
    await done(head, "sendAppealAnswer", case, words=WORDS)
    return await refused(head, "sendAppealAnswer", case, words=WORDS)


@scene("CASE_AT_CLINIC")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, authority = await above(people), await people("authority")
    await done(authority, "requestAppealCase", case, words=WORDS)
    return await refused(authority, "requestAppealCase", case, words=WORDS)


@scene("CASE_NOT_REQUESTED")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case = await filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    sent = await done(await people("officer9"), "forwardAppeal", case, ground="COMPLAINT", words=WORDS)
    return await refused(await people("officer9"), "giveAppealCase", sent["sentOn"][0], words=WORDS)


@scene("REASONS_MISSING")
async def _(people: People, clock: time_machine.Traveller) -> Json | list[str]:
    case, head = await filed(await people("zhanar")), await people("head9")
    for words in ("", "Жоқ.", "." * 40, " " * 100):
        assert await refused(head, "decideAppeal", case, outcome="GRANTED", words=words) == ["REASONS_MISSING"], words
    return ["REASONS_MISSING"]


def test_every_refusal_of_the_law_has_its_scene() -> None:
    assert set(SCENES) == set(IMPEDIMENTS)


@pytest.mark.parametrize("code", sorted(IMPEDIMENTS))
async def test_what_the_law_forbids_is_refused_by_its_code(people: People, clock: time_machine.Traveller, code: str) -> None:
    found = await SCENES[code](people, clock)
    assert code in (codes(found) if isinstance(found, dict) else found)


async def test_a_refusal_says_its_rule_its_basis_and_its_way_on_in_three_languages(people: People) -> None:
    officer, case = await people("officer9"), await filed(await people("zhanar"))
    said = set()
    for language in ("kk", "ru", "en"):
        officer.headers = {"Accept-Language": language}
        (told,) = (await act(officer, "forwardAppeal", given("forwardAppeal", case, ground="CONFLICT", words=WORDS)))["problems"]
        assert told["message"] and told["remedy"] and told["provision"]["basis"]
        said.add(told["message"])
    assert len(said) == 3


async def test_what_was_missing_once_does_not_count_when_it_is_asked_for_again(people: People, clock: time_machine.Traveller) -> None:
    from models import appeal_clock

    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(zhanar)
    await done(officer, "askAppealCorrection", case, requirements=["SIGNATURE"], words=WORDS, until="2026-11-25")
    await later(clock, at("2026-11-26"), zhanar, officer, head)
    assert await appeal_clock.end_corrections() == 1
    await done(officer, "askAppealCorrection", case, requirements=["SIGNATURE"], words=WORDS, until="2026-11-30")
    corrected = await done(zhanar, "correctAppeal", case, words=WORDS)
    assert (corrected["state"], corrected["correction"]["missed"]) == ("IN_WORK", False)
    assert await refused(head, "leaveAppeal", case, ground="NOT_CORRECTED", words=WORDS) == ["LEAVE_GROUND"]


async def test_a_correction_gives_something(people: People) -> None:
    zhanar, officer, case = await people("zhanar"), await people("officer9"), await filed(await people("zhanar"))
    await done(officer, "askAppealCorrection", case, requirements=["ESSENCE"], words=WORDS, until="2026-11-30")
    assert await refused(zhanar, "correctAppeal", case, words="  ") == ["REQUIRED"]
    assert (await done(zhanar, "correctAppeal", case, words="Қабылдау бөлмесінде."))["state"] == "IN_WORK"


GIVEN = "query ($id: ID!) { appeal(id: $id) { essence postalAddress correction { given correctedAt words } receipt { place } } }"


async def test_what_is_given_later_stands_apart_and_the_essence_stays_as_it_was_signed(people: People) -> None:
    zhanar, officer, case = await people("zhanar"), await people("officer9"), await filed(await people("zhanar"))
    for given_now in ("Қабылдау бөлмесінде.", "20 қарашада, таңертең."):
        await done(officer, "askAppealCorrection", case, requirements=["ESSENCE"], words=WORDS, until="2026-11-30")
        await done(zhanar, "correctAppeal", case, words=given_now)
    for who in (zhanar, officer):
        kept = await who.see(GIVEN, id=case["id"])
        assert kept["essence"] == case["essence"] and kept["correction"]["correctedAt"]
        assert kept["correction"]["given"] == "Қабылдау бөлмесінде.\n\n20 қарашада, таңертең."


async def test_the_postal_address_alone_is_a_correction_and_the_answer_goes_there(people: People) -> None:
    officer, olga = await people("officer9"), await people("olga")
    case = await taken_in(officer, patientIin=(await demo.person("olga")).iin, postalAddress="", answerBy=["POST"])
    await done(officer, "askAppealCorrection", case, requirements=["POSTAL_ADDRESS"], words=WORDS, until="2026-11-30")
    assert await refused(olga, "correctAppeal", case, postalAddress="x" * 301) == ["TOO_LONG"]
    assert await refused(olga, "correctAppeal", case, postalAddress=" ") == ["REQUIRED"]
    await done(olga, "correctAppeal", case, postalAddress=HOME)
    kept = await officer.see(GIVEN, id=case["id"])
    assert kept["postalAddress"] == HOME and HOME in kept["receipt"]["place"] and kept["correction"]["given"] == ""


NAMED = "query ($id: ID!) { appeal(id: $id) { accusedUnnamed accusedNote accused { name } may { act } executor } }"


async def test_whom_the_person_means_is_named_before_anybody_ends_it(people: People) -> None:
    zhanar, officer, head, deputy = [await people(one) for one in ("zhanar", "officer9", "head9", "deputy9")]
    case = await filed(zhanar, complainedOf="Бас дәрігер")
    assert await refused(deputy, "leaveAppeal", case, ground="ANONYMOUS", words=WORDS) == ["ACCUSED_UNNAMED"]
    await done(officer, "nameAccused", case, people=[await staff(people, "Сәдуақасова", case)])
    assert await refused(head, "decideAppeal", case, outcome="GRANTED", words=WORDS) == ["ACCUSED"]
    assert not (await officer.see(NAMED, id=case["id"]))["accusedUnnamed"]
    assert (await done(deputy, "decideAppeal", case, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def test_that_nobody_of_the_staff_is_meant_is_said_with_reasons_for_the_person_to_read(people: People) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case, nobody = await filed(zhanar, complainedOf="Кезекте тұрған адам"), encode("Patient", UUID(int=5))
    assert await refused(officer, "nameAccused", case) == ["REQUIRED"]
    assert await refused(officer, "nameAccused", case, words="Жоқ.") == ["REASONS_MISSING"]
    assert await refused(officer, "nameAccused", case, people=[nobody], words="Жоқ.") == ["REASONS_MISSING"]
    await done(officer, "nameAccused", case, people=[nobody])  # somebody who is nobody of the staff: nobody is named yet
    assert await refused(head, "decideAppeal", case, outcome="GRANTED", words=WORDS) == ["ACCUSED_UNNAMED"]
    await done(officer, "nameAccused", case, words=WORDS)
    told = await zhanar.see(NAMED, id=case["id"])
    assert (told["accusedUnnamed"], told["accusedNote"], told["accused"]) == (False, WORDS, [])
    assert (await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def test_a_complaint_about_somebody_in_words_may_go_up_unnamed_and_is_named_there(people: People) -> None:
    zhanar, officer, authority = await people("zhanar"), await people("officer9"), await people("authority")
    case = await filed(zhanar, kind="SERVICE_COMPLAINT", complainedOf="Бас дәрігер")
    (above,) = (await done(officer, "forwardAppeal", case, ground="CONFLICT", words=WORDS))["sentOn"]
    assert await refused(authority, "decideAppeal", above, outcome="ORDERED", words=WORDS) == ["ACCUSED_UNNAMED"]
    await done(authority, "nameAccused", above, people=[await staff(people, "Сәдуақасова", above, "authority")])
    assert (await done(authority, "decideAppeal", above, outcome="ORDERED", words=WORDS))["state"] == "DECIDED"


async def test_an_executor_who_is_named_as_complained_about_executes_no_more(people: People) -> None:
    officer, head, case = await people("officer9"), await people("head9"), await filed(await people("zhanar"))
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case, "Сәдуақасова"))
    other = await done(officer, "nameAccused", case, people=[await staff(people, "Төлегенов", case)])
    assert other["executor"].startswith("Сәдуақасова")  # naming somebody else takes nothing away
    freed = await done(officer, "nameAccused", case, people=[await staff(people, "Сәдуақасова", case)])
    assert freed["executor"] == "" and (await row(case)).executor_id is None
    assert (await see(head, case["id"]))["may"] == []
    again = await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    assert again["executor"] and not again["executor"].startswith(("Сәдуақасова", "Төлегенов"))


async def test_the_line_of_a_hearing_is_dated_by_the_invitation_and_not_by_the_hearing(people: People) -> None:
    from models.journal import Entry

    case, officer = await shown(people), await people("officer9")
    await done(officer, "appointHearing", case, at=at("2026-12-01", 11).isoformat(), way="VIDEO", place="№ 5 бөлме")  # in the term
    line = await Entry.get(act="appeal:appoint_hearing")
    assert line.at == at("2026-11-23", 10) and line.details["hearing"] == at("2026-12-01", 11).isoformat()


async def test_no_hearing_is_at_the_end_of_time_and_nothing_breaks_there(people: People) -> None:
    case, officer = await shown(people), await people("officer9")
    for moment, code in (
        ("9999-12-31T23:59:59-14:00", "INVALID_MOMENT"), ("9999-12-31T23:59:59+05:00", "HEARING_TERM"),
        ("0001-01-01T00:00:00+14:00", "INVALID_MOMENT"), ("0001-01-02T00:00:00+05:00", "HEARING_PAST"),
    ):  # fmt: skip
        answer = await officer.ask(
            "mutation ($input: AppointHearingInput!) { appointHearing(input: $input) { problems { code } } }",
            input=given("appointHearing", await see(officer, case["id"]), at=moment, way="VIDEO", place="Х"),
        )
        assert "errors" not in answer, moment
        assert [one["code"] for one in answer["data"]["appointHearing"]["problems"]] == [code], moment
    assert (await see(await people("zhanar"), case["id"]))["hearing"] is None


async def test_only_somebody_who_neither_appeals_nor_is_complained_about_executes(people: People) -> None:
    officer, case = await people("officer9"), await filed(await people("citizen:head9"))
    named = {one["name"] for one in (await see(officer, case["id"]))["executors"]}
    assert not any(one.startswith("Сәдуақасова") for one in named) and named
    head = encode("Account", (await account_of(await demo.person("head9"))).id)
    assert await refused(officer, "takeUpAppeal", case, executor=head) == ["EXECUTOR_ELSEWHERE"]


async def test_an_appeal_about_a_complaint_names_those_who_decided_it(people: People, clock: time_machine.Traveller) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(zhanar, answerBy=["POST"])
    await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)
    complaint = await complained(zhanar, case["id"])
    assert {one["name"][:5] for one in complaint["accused"]} == {"Сәдуа"}
    assert await refused(head, "forwardAppeal", complaint, ground="COMPLAINT", words=WORDS) == ["ACCUSED"]
    assert (await done(officer, "forwardAppeal", complaint, ground="COMPLAINT", words=WORDS))["state"] == "FORWARDED"
    assert await lines(complaint) == ["file", "forward"]
    assert (await row(complaint)).forwarding_late_at is None and await Appeal.all().count() == 3


async def test_the_one_on_whom_it_was_complained_may_not_act_in_another_post(people: People) -> None:
    """Who is complained about is a person, whatever the post: a registrar who is named does not take back what he took in."""
    registrar, officer = await people("registrar9"), await people("officer9")
    case = await taken_in(registrar, patientIin=(await demo.person("olga")).iin, identity="№ 1")
    name = (await demo.person("registrar9")).surname
    await done(officer, "nameAccused", case, people=[await staff(people, name, case)])
    assert await refused(registrar, "withdrawAppeal", case, words=WORDS) == ["ACCUSED"]
    assert (await see(registrar, case["id"]))["may"] == []


async def test_a_parent_in_a_post_decides_nothing_of_the_child(people: People) -> None:
    from datetime import date

    from models.representation import Representation

    head, zhanar = await demo.person("head9"), await people("zhanar")
    case = await filed(zhanar, patient=await patient_id("aliya")) if await _acts_for("zhanar", "aliya") else await filed(zhanar)
    who = (await row(case)).person_id
    await Representation.create(
        representative=head, represented_id=who, right="GUARDIAN", services=[], since=date(2026, 1, 1), recorded_at=at("2026-11-23")
    )
    assert await refused(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=WORDS) == ["OWN_APPEAL"]
    assert (await see(await people("head9"), case["id"]))["may"] == []
    assert (await done(await people("deputy9"), "decideAppeal", case, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def _acts_for(one: str, other: str) -> bool:
    from models.law import Service
    from models.representation import right_of

    return await right_of((await demo.person(one)).id, (await demo.person(other)).id, Service.APPEAL) is not None
