"""Who decides, how, and what a person gets: every outcome of every kind, its way on, and nobody a judge in one's own case."""

from typing import Any
from uuid import UUID

import pytest
import time_machine

from api.ids import encode
from models import appeal_clock
from models.appeal import Appeal
from models.law import appeal as law
from models.law.appeal import Body, Kind
from tests.appeal.appeals import (
    IIN,
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
    refused,
    row,
    see,
    taken_in,
    told,
)
from tests.appeal.test_files import uploaded
from tests.appeal.test_handling import PROTOCOL, shown
from tests.attachment.asking import Json
from tests.attachment.conftest import People

NOBODY = [encode("Patient", UUID(int=5))]


@pytest.mark.parametrize("body", Body)
@pytest.mark.parametrize("kind", Kind)
async def test_every_kind_is_decided_at_every_body_by_its_own_outcomes_only(
    people: People, clock: time_machine.Traveller, kind: Kind, body: Body
) -> None:
    above = body is Body.AUTHORITY
    zhanar, who = await people("zhanar"), await people("authority" if above else "head9")
    possible = law.outcomes(kind, body)
    for outcome in law.Outcome:
        case = await filed(zhanar, kind=kind.value, toAuthority=above)
        if outcome not in possible:
            found = await refused(who, "decideAppeal", case, outcome=outcome.value, words=WORDS, law=LAW)
            assert found == ["ONLY_IN_FULL" if kind is Kind.COMPLAINT and not above else "OUTCOME_KIND"], outcome
        elif outcome in law.UNFAVOURABLE:
            assert await refused(who, "decideAppeal", case, outcome=outcome.value, words=WORDS, law=LAW) == ["PRELIMINARY_FIRST"]
        else:
            decided = await done(who, "decideAppeal", case, outcome=outcome.value, words=WORDS)
            assert decided["decision"]["text"] and decided["decision"]["wayOn"] and decided["state"] == "DECIDED"
            assert not decided["decision"]["answeredAt"] or (await row(case)).answered_at
    assert {one.value for one in possible} == set((await see(zhanar, case["id"]))["outcomes"])


async def test_no_head_decides_an_appeal_of_ones_own_in_any_act(people: People) -> None:
    """The head as a citizen waits like everybody; as the head, nothing of it is open; the deputy decides."""
    citizen, head, deputy = await people("citizen:head9"), await people("head9"), await people("deputy9")
    case = await filed(citizen)
    assert [one["act"] for one in (await see(citizen, case["id"]))["may"]] == ["withdraw"]
    assert (await see(head, case["id"]))["may"] == []
    words = {"words": WORDS}
    acts: dict[str, Json] = {
        "decideAppeal": {"outcome": "GRANTED", **words}, "extendAppeal": {"until": "2026-12-20", **words},
        "nameAccused": {"people": NOBODY},
        "leaveAppeal": {"ground": "WITHOUT_ESSENCE", **words}, "forwardAppeal": {"ground": "NOT_COMPETENT", **words},
    }  # fmt: skip
    for name, more in acts.items():
        assert await refused(head, name, case, **more) == ["OWN_APPEAL"], name
    assert (await done(deputy, "decideAppeal", case, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def test_an_officer_of_the_authority_decides_nothing_of_ones_own(people: People) -> None:
    case = await filed(await people("citizen:authority"), kind="SERVICE_COMPLAINT", toAuthority=True)
    assert await refused(await people("authority"), "decideAppeal", case, outcome="ORDERED", words=WORDS) == ["OWN_APPEAL"]
    assert (await done(await people("authority-second"), "decideAppeal", case, outcome="ORDERED", words=WORDS))["state"] == "DECIDED"


async def test_a_head_who_took_in_ones_own_appeal_at_the_desk_does_not_decide_it(people: People) -> None:
    from tests.appeal.appeals import IIN

    head = await people("head9")
    case = await taken_in(head, patientIin=IIN["head9"])
    assert await refused(head, "decideAppeal", case, outcome="GRANTED", words=WORDS) == ["OWN_APPEAL"]


async def lapsed(people: People, clock: time_machine.Traveller, **changes: Any) -> Json:
    """An appeal of Zhanar's whose term has run out; it is the day after."""
    case = await filed(await people("zhanar"), **changes)
    await later(clock, at("2026-12-15"))
    assert await appeal_clock.lapse() == 1
    return case


async def test_a_late_answer_for_the_person_is_an_answer_at_once(people: People, clock: time_machine.Traveller) -> None:
    case = await lapsed(people, clock)
    decided = await done(await people("deputy9"), "decideAppeal", case, outcome="GRANTED", words=WORDS)
    assert decided["decision"]["late"] and decided["lapsedAt"] and decided["state"] == "DECIDED"


async def test_a_late_answer_against_the_person_keeps_every_guarantee_and_the_refusal_stands_until_it_comes(
    people: People, clock: time_machine.Traveller
) -> None:
    """Silence has cost the body its term and the person nothing: shown first, objected to, decided three working days later."""
    case = await lapsed(people, clock)
    zhanar, officer, head = [await people(one) for one in ("zhanar", "officer9", "head9")]
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_FIRST"]
    may = {one["act"] for one in (await see(officer, case["id"]))["may"]}
    assert {"take_up", "propose"} <= may and not may & {"ask_correction", "forward", "appoint_hearing", "extend", "leave", "object"}
    states = [await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))]
    states.append(await done(officer, "proposeAppealDecision", case, outcome="PARTLY", words=WORDS))
    assert states[-1]["proposal"]["decideFrom"] == "2026-12-21"  # the 16th is a day off
    assert "object" in [one["act"] for one in (await see(zhanar, case["id"]))["may"]]
    states.append(await done(zhanar, "objectToAppealDecision", case, words=WORDS))
    assert {one["state"] for one in states} == {"DEEMED_REFUSED"} and {one["lapsedAt"] for one in states} == {states[0]["lapsedAt"]}
    assert await refused(head, "decideAppeal", case, outcome="PARTLY", words=WORDS, law=LAW) == ["PRELIMINARY_TIME"]
    await later(clock, at("2026-12-21"), zhanar, officer, head)
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_FIRST"]
    decided = await done(head, "decideAppeal", case, outcome="PARTLY", words=WORDS, law=LAW)
    assert decided["decision"]["late"] and (decided["state"], decided["lapsedAt"]) == ("DECIDED", states[0]["lapsedAt"])


async def test_the_complaint_stays_open_while_a_late_answer_is_prepared(people: People, clock: time_machine.Traveller) -> None:
    case = await lapsed(people, clock)
    zhanar, officer = await people("zhanar"), await people("officer9")
    await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))
    await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=WORDS)
    assert (await see(zhanar, case["id"]))["complaintOpen"] and await complained(zhanar, case["id"])


async def test_before_the_clock_has_come_round_a_late_refusal_needs_the_preliminary_decision_too(
    people: People, clock: time_machine.Traveller
) -> None:
    case = await filed(await people("zhanar"))
    await later(clock, at("2026-12-15"))
    assert await refused(await people("head9"), "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_FIRST"]


async def test_a_decision_is_final_for_its_body_and_the_answer_follows_the_ways_asked_for(people: People) -> None:
    zhanar, head, officer = await people("zhanar"), await people("head9"), await people("officer9")
    case = await filed(zhanar, answerBy=["POST", "HAND"])
    decided = await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)
    assert decided["decision"]["answeredAt"] is None and decided["next"]["act"] == "answer"
    for name, more in (
        ("decideAppeal", {"outcome": "DENIED", "words": WORDS}), ("extendAppeal", {"until": "2026-12-20", "words": WORDS}),
        ("leaveAppeal", {"ground": "ANONYMOUS", "words": WORDS}), ("nameAccused", {"people": NOBODY}),
    ):  # fmt: skip
        assert await refused(head, name, case, **more) == ["NOT_OPEN"], name
    assert await refused(zhanar, "withdrawAppeal", case) == ["NOT_OPEN"]
    answered = await done(officer, "sendAppealAnswer", case, words="Пошта арқылы, № 15 хат")
    assert answered["decision"]["answeredAt"] and answered["next"] is None


async def test_the_complaint_about_an_answer_goes_up_and_about_a_service_complaint_straight(people: People) -> None:
    zhanar, head = await people("zhanar"), await people("head9")
    plain, service = await filed(zhanar), await filed(zhanar, kind="SERVICE_COMPLAINT")
    await done(head, "decideAppeal", plain, outcome="GRANTED", words=WORDS)
    await done(head, "decideAppeal", service, outcome="ORDERED", words=WORDS)
    first, second = await complained(zhanar, plain["id"]), await complained(zhanar, service["id"])
    assert (first["kind"], first["body"]["kind"]) == ("COMPLAINT", "CLINIC")
    assert (second["kind"], second["body"]["kind"]) == ("SERVICE_COMPLAINT", "AUTHORITY")
    assert first["dueOn"] == "2026-11-26" and second["dueOn"] == "2026-12-14"


async def test_a_withdrawal_is_the_persons_and_what_a_body_enters_names_its_paper(people: People) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    own, signed, entered = await filed(zhanar), await filed(zhanar), await taken_in(officer, patientIin=IIN["zhanar"])
    paper = await uploaded(officer)
    assert await refused(officer, "withdrawAppeal", signed, words=WORDS, files=[paper]) == ["NOT_YOURS"]
    assert "withdraw" not in [one["act"] for one in (await see(officer, signed["id"]))["may"]]
    assert (await done(zhanar, "withdrawAppeal", own))["state"] == "WITHDRAWN"
    assert await refused(officer, "withdrawAppeal", entered, files=[paper]) == ["REASONS_MISSING"]
    assert await refused(officer, "withdrawAppeal", entered, words=WORDS) == ["PAPER_MISSING"]
    assert await refused(officer, "withdrawAppeal", entered, words=WORDS, files=[await uploaded(zhanar)]) == ["NOT_FOUND"]
    assert codes(await act(head, "withdrawAppeal", given("withdrawAppeal", entered, words=WORDS))) == ["FORBIDDEN"]
    assert (await done(officer, "withdrawAppeal", entered, words=WORDS, files=[paper]))["state"] == "WITHDRAWN"
    assert (await told("zhanar")).count("appeal_withdrawn") == 2
    kept = await zhanar.see("query ($id: ID!) { appeal(id: $id) { documents { id } } }", id=entered["id"])
    assert [one["id"] for one in kept["documents"]] == [paper]


async def test_of_a_withdrawal_that_a_body_has_entered_the_person_may_complain_and_of_ones_own_not(people: People) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    own, entered = await filed(zhanar), await taken_in(officer, patientIin=IIN["zhanar"])
    await done(zhanar, "withdrawAppeal", own)
    await done(officer, "withdrawAppeal", entered, words=WORDS, files=[await uploaded(officer)])
    assert not (await see(zhanar, own["id"]))["complaintOpen"] and (await see(zhanar, entered["id"]))["complaintOpen"]
    complaint = await complained(zhanar, entered["id"])
    assert (complaint["kind"], complaint["body"]["kind"], len(complaint["accused"])) == ("COMPLAINT", "CLINIC", 1)


async def test_what_is_deemed_refused_nobody_of_the_staff_takes_back(people: People, clock: time_machine.Traveller) -> None:
    officer = await people("officer9")
    case = await taken_in(officer, patientIin=IIN["zhanar"])
    await later(clock, at("2026-12-15"), officer)
    paper = await uploaded(officer)
    for state in ("REGISTERED", "DEEMED_REFUSED"):  # before the clock has come round, and after
        assert (await see(officer, case["id"]))["state"] == state
        assert await refused(officer, "withdrawAppeal", case, words=WORDS, files=[paper]) == ["NOT_YOURS"]
        assert "withdraw" not in [one["act"] for one in (await see(officer, case["id"]))["may"]]
        await appeal_clock.lapse()
    taken = await done(await people("zhanar"), "withdrawAppeal", case)
    assert taken["state"] == "WITHDRAWN" and taken["lapsedAt"]


async def test_what_the_person_has_signed_the_person_corrects_and_objects_to(people: People) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    signed, entered = await filed(zhanar), await taken_in(officer, patientIin=IIN["zhanar"])
    for case in (signed, entered):
        await done(officer, "askAppealCorrection", case, requirements=["POWER"], words=WORDS, until="2026-11-30")
    assert await refused(officer, "correctAppeal", signed, words=WORDS) == ["NOT_YOURS"]
    assert (await done(officer, "correctAppeal", entered, words=WORDS))["state"] == "IN_WORK"
    await done(zhanar, "correctAppeal", signed, words=WORDS)
    for case in (signed, entered):
        await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=WORDS)
    assert await refused(officer, "objectToAppealDecision", signed, words=WORDS) == ["NOT_YOURS"]
    assert not {"object", "withdraw", "correct"} & {one["act"] for one in (await see(officer, signed["id"]))["may"]}
    for who, case in ((zhanar, signed), (officer, entered)):
        assert (await done(who, "objectToAppealDecision", case, words=WORDS))["proposal"]["objection"] == WORDS


PAST = """query ($id: ID!) { appeal(id: $id) { proposal { outcome objection } hearing { place protocol { content } }
    earlierProposals { outcome words at objectBy objection objectedAt outcomeText }
    earlierHearings { at place wayText protocol { content beganAt } } } }"""


async def test_what_was_shown_objected_and_heard_before_stays_with_the_case(people: People, clock: time_machine.Traveller) -> None:
    zhanar, officer, case = await people("zhanar"), await people("officer9"), await shown(people)
    await done(zhanar, "objectToAppealDecision", case, words="Бірінші қарсылық: дәлелдер қаралған жоқ.")
    for day, place in ((23, "Бірінші"), (24, "Екінші")):
        await done(officer, "appointHearing", case, at=at(f"2026-11-{day}", 11).isoformat(), way="PHONE", place=place)
        await later(clock, at(f"2026-11-{day}", 12), zhanar, officer)
        times = {"beganAt": at(f"2026-11-{day}", 11).isoformat(), "endedAt": at(f"2026-11-{day}", 12).isoformat()}
        await done(officer, "recordHearing", case, **times, **{**PROTOCOL, "content": f"{place} тыңдау"})
        await done(officer, "proposeAppealDecision", case, outcome="PARTLY", words=f"{place}: {WORDS}")
    for who in (zhanar, officer):
        past = await who.see(PAST, id=case["id"])
        assert [(one["outcome"], one["objection"]) for one in past["earlierProposals"]] == [
            ("DENIED", "Бірінші қарсылық: дәлелдер қаралған жоқ."), ("PARTLY", ""),
        ]  # fmt: skip
        assert past["earlierProposals"][0]["objectedAt"] and past["earlierProposals"][1]["objectedAt"] is None
        assert past["proposal"] == {"outcome": "PARTLY", "objection": ""}
        (first,) = past["earlierHearings"]
        assert (first["place"], first["protocol"]["content"], past["hearing"]["protocol"]["content"]) == (
            "Бірінші", "Бірінші тыңдау", "Екінші тыңдау",
        )  # fmt: skip


async def test_a_complaint_is_not_left_at_a_clinic_and_is_above(people: People, clock: time_machine.Traveller) -> None:
    officer, head, authority = await people("officer9"), await people("head9"), await people("authority")
    case = await taken_in(officer, kind="COMPLAINT")
    assert case["anonymous"] and "leave" not in [one["act"] for one in (await see(head, case["id"]))["may"]]
    assert await refused(head, "leaveAppeal", case, ground="ANONYMOUS", words=WORDS) == ["ONLY_IN_FULL"]
    (above,) = (await done(officer, "forwardAppeal", case, ground="COMPLAINT", words=WORDS))["sentOn"]
    assert (await done(authority, "leaveAppeal", above, ground="ANONYMOUS", words=WORDS))["state"] == "LEFT"
    service = await taken_in(officer, kind="SERVICE_COMPLAINT")
    assert (await done(head, "leaveAppeal", service, ground="ANONYMOUS", words=WORDS))["state"] == "LEFT"


@pytest.mark.parametrize("asked, grounds", [("ESSENCE", {"WITHOUT_ESSENCE", "NOT_CORRECTED"}), ("SIGNATURE", {"NOT_CORRECTED"})])
async def test_without_essence_is_only_what_was_asked_for_its_essence_in_vain(
    people: People, clock: time_machine.Traveller, asked: str, grounds: set[str]
) -> None:
    officer, head, case = await people("officer9"), await people("head9"), await taken_in(await people("officer9"), name="Х", essence="Х")
    assert await refused(head, "leaveAppeal", case, ground="WITHOUT_ESSENCE", words=WORDS) == ["LEAVE_GROUND"]
    await done(officer, "askAppealCorrection", case, requirements=[asked], words=WORDS, until="2026-11-25")
    assert await refused(head, "leaveAppeal", case, ground="WITHOUT_ESSENCE", words=WORDS) == ["NOT_OPEN"]
    await later(clock, at("2026-11-26"), officer, head)
    assert await appeal_clock.end_corrections() == 1
    for ground in {"WITHOUT_ESSENCE", "NOT_CORRECTED", "ANONYMOUS"} - grounds:
        assert await refused(head, "leaveAppeal", case, ground=ground, words=WORDS) == ["LEAVE_GROUND"], ground
    left = await done(head, "leaveAppeal", case, ground=sorted(grounds)[-1], words=WORDS)
    assert left["state"] == "LEFT"


@pytest.mark.parametrize("known", [{"name": "Үлгілі Асан"}, {"patientIin": "730404399077"}, {"bin": "260440990019"}])
async def test_whoever_can_be_asked_by_a_name_or_a_number_is_not_anonymous_and_is_told(
    people: People, clock: time_machine.Traveller, known: Json
) -> None:
    officer, head = await people("officer9"), await people("head9")
    case = await taken_in(officer, **known)
    assert not case["anonymous"]
    assert await refused(head, "leaveAppeal", case, ground="ANONYMOUS", words=WORDS) == ["LEAVE_GROUND"]
    await done(head, "extendAppeal", case, until="2026-12-20", words=WORDS)
    await later(clock, at("2026-11-27"), officer)
    assert await appeal_clock.record_late_notices() == 1 and (await see(officer, case["id"]))["noticeLateAt"]


async def test_what_was_left_is_answered_like_a_decision(people: People) -> None:
    officer, head = await people("officer9"), await people("head9")
    case = await taken_in(officer, patientIin=IIN["olga"], answerBy=["POST"])
    await Appeal.all().update(correction_missed=True)  # asked for, and not given in time
    left = await done(head, "leaveAppeal", case, ground="NOT_CORRECTED", words=WORDS)
    assert left["decision"]["answeredAt"] is None and left["next"]["act"] == "answer"
    assert "answer" in [one["act"] for one in (await see(officer, case["id"]))["may"]]
    answered = await done(officer, "sendAppealAnswer", case, words="Пошта арқылы, № 15 хат")
    assert answered["decision"]["answeredAt"] and answered["next"] is None and answered["state"] == "LEFT"
    assert await refused(officer, "sendAppealAnswer", case, words=WORDS) == ["ANSWERED_ALREADY"]


async def test_an_explanation_ends_no_request_and_how_one_was_treated_is_justified_or_not() -> None:
    for body in Body:
        for kind in (Kind.REQUEST, Kind.INFORMATION):
            assert law.Outcome.EXPLAINED not in law.outcomes(kind, body)
        for kind in (Kind.MESSAGE, Kind.RESPONSE, Kind.PROPOSAL):
            assert law.Outcome.EXPLAINED in law.outcomes(kind, body)
        assert {law.Outcome.GRANTED, law.Outcome.PARTLY} <= set(law.outcomes(Kind.SERVICE_COMPLAINT, body))
        assert (law.Outcome.RETURNED in law.outcomes(Kind.SERVICE_COMPLAINT, body)) is (body is Body.AUTHORITY)
    assert law.outcomes(Kind.COMPLAINT, Body.CLINIC) == (law.Outcome.CANCELLED, law.Outcome.REPLACED, law.Outcome.ORDERED)
    assert law.Outcome.GRANTED not in law.outcomes(Kind.COMPLAINT, Body.AUTHORITY)


async def test_a_second_preliminary_decision_opens_the_objection_anew(people: People, clock: time_machine.Traveller) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await shown(people)
    await done(zhanar, "objectToAppealDecision", case, words=WORDS)
    await done(officer, "appointHearing", case, at=at("2026-11-23", 11).isoformat(), way="PHONE", place="Х")
    await later(clock, at("2026-11-24"), zhanar, officer, head)
    said = {"secretary": "Х", "participants": "Х", "content": "Х", "explanations": "Х"}
    times = {"beganAt": at("2026-11-23", 11).isoformat(), "endedAt": at("2026-11-23", 12).isoformat()}
    await done(officer, "recordHearing", case, **times, **said)
    again = await done(officer, "proposeAppealDecision", case, outcome="PARTLY", words=WORDS)
    assert (again["proposal"]["objection"], again["proposal"]["decideFrom"]) == ("", "2026-11-27")
    await later(clock, at("2026-11-26"), zhanar, officer, head)
    assert await refused(head, "decideAppeal", case, outcome="PARTLY", words=WORDS, law=LAW) == ["PRELIMINARY_TIME"]
    await later(clock, at("2026-11-27"), zhanar, officer, head)
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_FIRST"]
    assert (await done(head, "decideAppeal", case, outcome="PARTLY", words=WORDS, law=LAW))["state"] == "DECIDED"
