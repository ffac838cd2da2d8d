"""What the documents on the way of an appeal state: sent on, extended, shown beforehand, withdrawn, not answered in time."""

from datetime import date
from typing import Any

import pytest
import time_machine

from models import appeal_clock, notice_words
from models.appeal import Appeal
from models.demo_data import AUTHORITY
from models.document import Document
from models.law import appeal_clock as clocks
from models.law.notice import Kind
from models.notice import Notice
from tests.appeal import appeals
from tests.appeal.test_files import uploaded
from tests.attachment.asking import Json, clinic_id
from tests.attachment.conftest import People
from tests.notice.acts import PART, extended, part_sent_on, sent_on, shown, taken_back, unanswered

POLYCLINIC_5, ABOVE = "260440990019", AUTHORITY["number"]
SILENT = date(2026, 11, 16)  # the last day on which the complaint of `unanswered` was to be answered


async def stated(kind: Kind, **found: Any) -> dict[str, Any]:
    """What the one document of a kind states."""
    return (await Notice.get(kind=kind, **found)).stated


async def number_there(case: Json) -> str:
    """The number of the one case that was opened of another at another body."""
    return (await Appeal.get(origin_id=(await appeals.row(case)).id)).number


async def test_what_is_sent_on_says_where_why_and_under_which_number(people: People) -> None:
    case = await sent_on(people)
    facts = await stated(Kind.APPEAL_FORWARDING)
    assert (facts["to"]["bin"], facts["to_number"]) == (POLYCLINIC_5, await number_there(case))
    assert (facts["ground"], facts["words"]) == ("NOT_COMPETENT", appeals.WORDS)
    assert not {"part", "rest_due_on"} & facts.keys()


async def test_a_part_sent_on_says_which_part_and_until_when_the_rest_is_answered(people: People) -> None:
    case = await part_sent_on(people)
    facts = await stated(Kind.APPEAL_FORWARDING)
    assert (facts["part"], facts["words"], facts["rest_due_on"]) == (PART, appeals.WORDS, case["dueOn"])
    assert (facts["to"]["bin"], facts["to_number"]) == (POLYCLINIC_5, await number_there(case))
    assert (await appeals.row(case)).forward_words == "", "the reasons of a part are not those of the case"


async def test_each_part_and_then_the_whole_has_its_own_document(people: People) -> None:
    case, officer = await part_sent_on(people), await people("officer9")
    other = "Дәріханада дәрі жоқ, оны да қараңыз."
    await appeals.done(officer, "forwardAppealPart", case, part=other, clinic=await clinic_id("almaty-5"), words=appeals.WORDS)
    await appeals.done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", words=appeals.WORDS)
    found = {one.number.partition("/")[2]: one.stated for one in await Notice.filter(kind=Kind.APPEAL_FORWARDING)}
    assert {edition: facts.get("part") for edition, facts in found.items()} == {"": PART, "2": other, "3": None}
    assert len({facts["to_number"] for facts in found.values()}) == 3
    assert (found["3"]["to"]["bin"], found["3"]["ground"]) == (ABOVE, "NOT_COMPETENT")


async def test_a_complaint_that_the_clock_sends_up_gives_the_document_without_reasons_of_anybody(
    people: People, clock: time_machine.Traveller
) -> None:
    case = await appeals.filed(await people("zhanar"), kind="COMPLAINT", learnedOn="2026-11-20")
    await appeals.done(await people("officer9"), "forwardAppealPart", case, part=PART, words=appeals.WORDS)
    clock.move_to(appeals.at("2026-11-27", 0, 1))
    assert await appeal_clock.lapse() == 1
    facts = await stated(Kind.APPEAL_FORWARDING, number__endswith="/2")
    assert (facts["case"], facts["to"]["bin"], facts["ground"], facts["words"]) == (case["number"], ABOVE, "COMPLAINT", "")
    assert appeals.WORDS not in " ".join(notice_words.body(Kind.APPEAL_FORWARDING, facts, "kk"))


async def test_an_extension_says_both_last_days_and_why(people: People) -> None:
    case = await extended(people)
    facts = await stated(Kind.APPEAL_EXTENSION)
    assert (facts["first_due_on"], facts["due_on"], facts["words"]) == (case["firstDueOn"], "2027-01-20", appeals.WORDS)


async def test_a_preliminary_decision_says_until_when_to_object_and_that_a_hearing_can_be_asked_for(people: People) -> None:
    case = await shown(people)
    facts = await stated(Kind.APPEAL_PRELIMINARY)
    assert (facts["outcome"], facts["words"], facts["object_by"]) == ("DENIED", appeals.WORDS, case["proposal"]["objectBy"])
    assert "hearing" in " ".join(notice_words.body(Kind.APPEAL_PRELIMINARY, facts, "en"))


async def test_who_has_withdrawn_is_told_no_way_to_complain(people: People) -> None:
    await taken_back(people)
    facts = await stated(Kind.APPEAL_WITHDRAWAL)
    assert facts["position"] == "CITIZEN" and facts["decided_by"] == facts["person"]["name"] and "way_on" not in facts


async def test_a_withdrawal_that_the_body_notes_says_how_to_complain_of_it(people: People) -> None:
    officer = await people("officer9")
    case = await appeals.taken_in(officer, patientIin=appeals.IIN["zhanar"])
    await appeals.done(officer, "withdrawAppeal", case, words=appeals.WORDS, files=[await uploaded(officer)])
    facts = await stated(Kind.APPEAL_WITHDRAWAL)
    assert (facts["position"], facts["way_on"], facts["until"]) == ("APPEALS_OFFICER", "complaint", "2027-02-23")
    assert await Document.filter(appeal__number=case["number"]).count() == 1
    assert "not withdrawn" in " ".join(notice_words.body(Kind.APPEAL_WITHDRAWAL, facts, "en"))


async def test_silence_is_a_refusal_from_the_day_after_the_term_and_says_how_to_complain(people: People) -> None:
    case = await unanswered(people)
    facts = await stated(Kind.APPEAL_DEEMED_REFUSAL)
    assert (facts["case"], facts["due_on"], facts["lapsed_on"]) == (case["number"], SILENT.isoformat(), "2026-11-17")
    assert facts["way_on"] == "authority" and facts["until"] == clocks.complain_by(date(2026, 11, 23)).isoformat()
    said = " ".join(notice_words.body(Kind.APPEAL_DEEMED_REFUSAL, facts, "en"))
    assert "23 February 2027" in said and "17 November 2026" in said and "no answer" in said


async def test_the_clock_gives_the_document_of_silence_once(people: People) -> None:
    await unanswered(people)
    assert [await appeal_clock.lapse() for _ in range(2)] == [0, 0]
    assert await Notice.filter(kind=Kind.APPEAL_DEEMED_REFUSAL).count() == 1


async def test_a_late_decision_before_the_clock_comes_round_gives_no_document_of_silence(
    people: People, clock: time_machine.Traveller
) -> None:
    case, head = await appeals.filed(await people("zhanar"), kind="SERVICE_COMPLAINT"), await people("head9")
    await appeals.later(clock, appeals.at("2026-12-02"), head)
    decided = await appeals.done(head, "decideAppeal", case, outcome="GRANTED", words=appeals.WORDS)
    assert decided["lapsedAt"] and await appeal_clock.lapse() == 0
    assert {one.kind for one in await Notice.all()} == {Kind.APPEAL_RECEIPT, Kind.APPEAL_DECISION}


@pytest.mark.parametrize("act, more", [
    ("forwardAppeal", {"ground": "NOT_COMPETENT", "words": "Жоқ"}), ("extendAppeal", {"until": "2027-06-01", "words": appeals.WORDS}),
    ("proposeAppealDecision", {"outcome": "RETURNED", "words": appeals.WORDS}),
])  # fmt: skip
async def test_an_act_on_an_appeal_that_is_refused_gives_no_document(people: People, act: str, more: dict[str, str]) -> None:
    case, who = await appeals.filed(await people("zhanar")), await people("head9")
    await appeals.done(who, "takeUpAppeal", case, executor=await appeals.executor(who, case))
    assert await appeals.refused(who, act, case, **more) != []
    assert [one.kind for one in await Notice.all()] == [Kind.APPEAL_RECEIPT]


@pytest.mark.parametrize("language, name", [
    ("kk", "Құрметті өтініш беруші!"), ("ru", "Уважаемый (ая) заявитель!"), ("en", "Dear applicant,"),
])  # fmt: skip
async def test_whoever_gave_no_name_is_addressed_all_the_same(people: People, language: str, name: str) -> None:
    await unanswered(people, patientIin=None)
    facts = await stated(Kind.APPEAL_DEEMED_REFUSAL)
    assert facts["person"]["name"] == "" and notice_words.opening(Kind.APPEAL_DEEMED_REFUSAL, facts, language).startswith(name)
