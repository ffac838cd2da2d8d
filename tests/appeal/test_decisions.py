"""Who decides, how, and what a person gets: every outcome of every kind, its way on, and nobody a judge in one's own case."""

from uuid import UUID

import pytest
import time_machine

from api.ids import encode
from models.law import appeal as law
from models.law.appeal import Body, Kind
from tests.appeal.appeals import IIN, LAW, WORDS, act, at, codes, complained, done, filed, given, later, refused, row, see, taken_in, told
from tests.appeal.test_handling import shown
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


async def test_a_late_answer_is_an_answer_and_needs_no_preliminary_decision(people: People, clock: time_machine.Traveller) -> None:
    from models import appeal_clock

    zhanar, head, case = await people("zhanar"), await people("head9"), await filed(await people("zhanar"))
    await later(clock, at("2026-12-15"), zhanar, head)
    await appeal_clock.lapse()
    decided = await done(head, "decideAppeal", case, outcome="DENIED", words=WORDS, law=LAW)
    assert decided["decision"]["late"] and decided["lapsedAt"] and decided["state"] == "DECIDED"


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
    assert await refused(officer, "withdrawAppeal", signed, words=WORDS) == ["NOT_YOURS"]
    assert "withdraw" not in [one["act"] for one in (await see(officer, signed["id"]))["may"]]
    assert (await done(zhanar, "withdrawAppeal", own))["state"] == "WITHDRAWN"
    assert await refused(officer, "withdrawAppeal", entered) == ["REASONS_MISSING"]
    assert codes(await act(head, "withdrawAppeal", given("withdrawAppeal", entered, words=WORDS))) == ["FORBIDDEN"]
    assert (await done(officer, "withdrawAppeal", entered, words=WORDS))["state"] == "WITHDRAWN"
    assert (await told("zhanar")).count("appeal_withdrawn") == 2


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
