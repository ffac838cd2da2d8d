"""An appeal from its receipt to its answer, by every way that the law knows; and the clock that nobody stops."""

from typing import Any

import time_machine

from models import appeal_clock
from models.appeal import Appeal
from tests.appeal.appeals import (
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
    told,
)
from tests.attachment.conftest import People


async def taken_up(asker: Any, case: dict[str, Any], surname: str = "") -> dict[str, Any]:
    """An appeal whose executor is named."""
    return await done(asker, "takeUpAppeal", case, executor=await executor(asker, case, surname))


async def test_a_request_gets_its_receipt_at_once_and_its_answer_in_the_account(people: People) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(zhanar)
    receipt = case["receipt"]
    assert (receipt["line"], receipt["registeredOn"], case["dueOn"]) == (1, "2026-11-23", "2026-12-14")
    assert receipt["number"] == case["number"] and receipt["receiver"] and receipt["position"] and receipt["place"]
    assert [one["act"] for one in case["may"]] == ["withdraw"]
    await taken_up(officer, case)
    answered = await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)
    assert (answered["state"], answered["decision"]["outcome"]) == ("DECIDED", "GRANTED")
    assert answered["decision"]["answeredAt"] and answered["decision"]["wayOn"]
    assert await lines(case) == ["decide", "file", "take_up"]
    assert await told("zhanar") == ["appeal_decided", "appeal_filed", "appeal_taken_up"]


async def test_against_the_person_only_after_the_preliminary_decision_and_its_three_days(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await taken_up(officer, await filed(zhanar))
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_FIRST"]
    shown = await done(officer, "proposeAppealDecision", case, outcome="DENIED", words=WORDS)
    assert (shown["proposal"]["objectBy"], shown["proposal"]["decideFrom"]) == ("2026-11-25", "2026-11-26")
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW) == ["PRELIMINARY_TIME"]
    await later(clock, at("2026-11-25", 23, 59), zhanar, officer, head)
    await done(zhanar, "objectToAppealDecision", case, words=WORDS)
    heard = await done(officer, "appointHearing", case, at=at("2026-11-26", 15).isoformat(), way="PHONE", place="+7 727 000 09 09")
    assert heard["state"] == "HEARING"
    await later(clock, at("2026-11-26", 16), zhanar, officer, head)
    protocol = {"beganAt": at("2026-11-26", 15).isoformat(), "endedAt": at("2026-11-26", 15, 30).isoformat()}
    said = {"secretary": "Жақсыбекова Ә. Н.", "participants": "Өтегенова Ж. М.", "content": WORDS, "explanations": WORDS}
    await done(officer, "recordHearing", case, **protocol, **said)
    assert await refused(head, "decideAppeal", case, outcome="DENIED", words=WORDS) == ["LAW_MISSING"]
    decided = await done(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW)
    assert decided["decision"]["wayOn"]
    assert (await see(zhanar, case["id"]))["complaintOpen"]


async def test_a_term_that_runs_out_is_a_refusal_and_the_complaint_goes_up(people: People, clock: time_machine.Traveller) -> None:
    zhanar, officer, authority = await people("zhanar"), await people("officer9"), await people("authority")
    case = await filed(zhanar)
    clock.move_to(at("2026-12-14", 23, 59))
    assert await appeal_clock.lapse() == 0
    await later(clock, at("2026-12-15", 0, 1), zhanar, officer, authority)
    assert await appeal_clock.lapse() == 1 and await appeal_clock.lapse() == 0
    lapsed = await see(zhanar, case["id"])
    assert (lapsed["state"], lapsed["lapsedAt"][:19]) == ("DEEMED_REFUSED", "2026-12-15T00:00:00")
    assert lapsed["due"]["overdue"] and "decide" in [one["act"] for one in (await see(await people("head9"), case["id"]))["may"]]
    await later(clock, at("2026-12-15"), zhanar, officer, authority)
    complaint = await complained(zhanar, case["id"])
    assert (complaint["kind"], complaint["body"]["kind"], complaint["dueOn"]) == ("COMPLAINT", "CLINIC", "2026-12-21")
    assert await refused(await people("head9"), "decideAppeal", complaint, outcome="UNSATISFIED", words=WORDS, law=LAW) == ["ONLY_IN_FULL"]
    sent = await done(officer, "forwardAppeal", complaint, ground="COMPLAINT", words=WORDS)
    above = sent["sentOn"][0]
    assert above["body"]["kind"] == "AUTHORITY" and sent["state"] == "FORWARDED"
    theirs = await see(authority, above["id"])
    assert (theirs["dueOn"], theirs["receipt"]["line"]) == ("2027-01-18", 1)
    assert (await see(authority, complaint["id"]))["number"] == complaint["number"]  # the case behind its own
    await done(authority, "requestAppealCase", theirs, words=WORDS)
    await done(officer, "giveAppealCase", theirs, words=WORDS)
    await taken_up(authority, theirs)
    decided = await done(authority, "decideAppeal", theirs, outcome="ORDERED", words=WORDS)
    assert decided["decision"]["answeredAt"]
    assert not (await see(zhanar, above["id"]))["complaintOpen"]


async def test_a_complaint_that_its_body_keeps_goes_up_by_itself(people: People, clock: time_machine.Traveller) -> None:
    zhanar = await people("zhanar")
    case = await filed(zhanar, kind="COMPLAINT", learnedOn="2026-11-20")
    assert case["dueOn"] == "2026-11-26"
    await later(clock, at("2026-11-27", 0, 1), zhanar)
    assert await appeal_clock.lapse() == 1
    kept = await see(zhanar, case["id"])
    assert (kept["state"], kept["sentOn"][0]["body"]["kind"]) == ("FORWARDED", "AUTHORITY")
    assert kept["forwardingLateAt"]
    assert (await row(kept["sentOn"][0])).first_due_on.isoformat() == "2026-12-28"


async def test_the_head_extends_once_within_two_months(people: People) -> None:
    zhanar, head, officer = await people("zhanar"), await people("head9"), await people("officer9")
    case = await filed(zhanar)
    assert await refused(head, "extendAppeal", case, until="2027-01-24", words=WORDS) == ["EXTENDED_UNTIL"]
    extended = await done(head, "extendAppeal", case, until="2027-01-23", words=WORDS)
    assert (extended["dueOn"], extended["firstDueOn"]) == ("2027-01-23", "2026-12-14")
    assert await refused(head, "extendAppeal", case, until="2027-01-23", words=WORDS) == ["EXTENDED_ONCE"]
    service = await filed(zhanar, kind="SERVICE_COMPLAINT")
    assert service["dueOn"] == "2026-11-30"
    assert await refused(head, "extendAppeal", service, until="2026-12-23", words=WORDS) == ["NOT_EXTENDABLE"]
    assert codes(await act(officer, "extendAppeal", given("extendAppeal", extended, until="2027-01-23", words=WORDS))) == ["FORBIDDEN"]


async def test_a_paper_without_a_name_is_taken_in_and_answered_or_left(people: People, clock: time_machine.Traveller) -> None:
    officer, head = await people("officer9"), await people("head9")
    late = await taken_in(officer, receivedAt=at("2026-11-19").isoformat(), postalAddress="")
    assert (late["anonymous"], late["receipt"]["registeredOn"], late["dueOn"]) == (True, "2026-11-19", "2026-12-10")
    assert late["registrationLateAt"]
    asked = await done(officer, "askAppealCorrection", late, requirements=["NAME"], words=WORDS, until="2026-11-25")
    assert (asked["state"], asked["dueOn"]) == ("NEEDS_CORRECTION", "2026-12-10")
    await later(clock, at("2026-11-26", 9), officer, head)
    assert await appeal_clock.end_corrections() == 1
    left = await done(head, "leaveAppeal", late, ground="NOT_CORRECTED", words=WORDS)
    assert left["state"] == "LEFT"
    crime = await taken_in(officer, crime=True)
    assert await refused(head, "leaveAppeal", crime, ground="ANONYMOUS", words=WORDS) == ["CRIME_REPORTED"]
    assert await Appeal.all().count() == 2


async def test_those_complained_about_do_not_act(people: People) -> None:
    zhanar, officer, head, deputy = await people("zhanar"), await people("officer9"), await people("head9"), await people("deputy9")
    case = await filed(zhanar, kind="SERVICE_COMPLAINT")
    staff = (await see(officer, case["id"]))["staff"]
    accused = next(one["id"] for one in staff if one["name"].startswith("Сәдуақасова"))
    await done(officer, "nameAccused", case, people=[accused])
    assert await refused(head, "decideAppeal", case, outcome="CANCELLED", words=WORDS) == ["ACCUSED"]
    assert (await see(head, case["id"]))["may"] == []
    assert (await done(deputy, "decideAppeal", case, outcome="CANCELLED", words=WORDS))["state"] == "DECIDED"
