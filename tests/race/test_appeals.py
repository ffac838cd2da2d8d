"""Appeals from all sides at one instant, and processes killed meanwhile: numbers without a gap, one end of each, nothing twice."""

import asyncio
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta
from time import perf_counter

import httpx
import pytest

from models import clock
from models.appeal import Appeal
from models.database import close, connect
from models.law.appeal import Outcome, State
from models.number import Number
from models.outbox import Message
from models.settings import settings
from tests.race.appeal_killing import Writing, asked_once_more, killed_in_the_midst, verified
from tests.race.appeal_stage import (
    GREATEST,
    REMEMBERED,
    TICK,
    UNSEEN,
    WORDS,
    Bodies,
    Told,
    Writer,
    acting,
    clock_rounds,
    deciding,
    filing,
    filings,
    forwarding,
    heard,
    ids,
    inside,
    more_clinics,
    open_bodies,
    some,
    taking_up,
    withdrawing,
)
from tests.race.appeal_truth import counted, registers, violations
from tests.race.calls import Json
from tests.race.herd import Asked, done
from tests.race.home_visit_stage import EXACT, MONDAY, Voices, codes, shift
from tests.race.serving import ROOT, serving
from tests.race.stage import Citizen
from tests.race.truth import deadlocks

pytestmark = pytest.mark.race
FILED = (600, 5000)
CONTESTED, ROUNDS = (12, 80), 3
BOTH, LATE, STORMS = (16, 100), (24, 60), (2, 8)
CLICKED, CLINICS, FORWARDED = (10, 60), (8, 24), (16, 100)
TICKED = (40, 200)
NIGHT, LAST_MOMENT, DECIDED_AT_NIGHT = "2026-12-14T20:00", "2026-12-14T23:59:57", 60
# received on days after which the terms of a request and of a complaint have run out by now
RAN_OUT = {"REQUEST": "2026-10-26T10:00:00+05:00", "COMPLAINT": "2026-11-16T10:00:00+05:00"}
BEFORE = timedelta(days=3)
CONTROL = 80


def set_clock(environment: pytest.MonkeyPatch, moment: str) -> None:
    """It is this moment in this process; the servers are told how far that is from now."""
    environment.setenv("EMHANA_CLOCK", moment)
    settings.cache_clear()
    clock._shift.cache_clear()
    clock.now()


@pytest.fixture
def monday(environment: pytest.MonkeyPatch) -> Iterator[None]:
    """A Monday morning."""
    set_clock(environment, MONDAY)
    yield
    clock._shift.cache_clear()


@pytest.fixture
async def bodies(address: str, one_site: None, monday: None, full: bool) -> Bodies:
    """The demonstration, and people who appeal."""
    await connect(address)
    made = await open_bodies(100 if full else 24)
    await close()
    return made


async def test_appeals_of_eight_writers_are_numbered_without_a_gap_and_nothing_acknowledged_is_lost_to_kill_9(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    total, before = FILED[full], await deadlocks(read_back)
    rows = filings(bodies, total)
    async with serving(*EXACT, shift()) as servers:
        writing, began = Writing(servers), perf_counter()
        killing = asyncio.create_task(killed_in_the_midst(writing, total, read_back))
        await asyncio.gather(*(writing.row(number, row) for number, row in enumerate(rows)))
        seconds = perf_counter() - began
        assert await killing == []
        await asked_once_more(writing, random.sample([one for row in rows for one in row], 40))
    assert writing.faults == [] and not writing.refused and writing.lost
    known = sum("patientIin" in one[1]["input"] for row in rows for one in row)
    assert all(one["number"] and one["receipt"]["receiver"] and one["dueOn"] for one in writing.told.filed.values())
    await connect(read_back)
    assert await counted() == (total, total, known) and await violations(writing.told) == []
    found = dict(await registers())
    pace = f"{total} in {seconds:.1f} s with both kills, {total / seconds:.0f}/s; undisturbed {writing.pace:.0f}/s"
    print(f"\nappeals, {engine}: {pace}; {writing.lost} lost and asked again, {found}")
    assert len(found) == 3 and await deadlocks(read_back) == before
    assert await verified() == []


async def test_an_appeal_sent_many_times_at_one_instant_is_one_with_one_receipt(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    before, told, clicks = await deadlocks(read_back), Told(), 0
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 40) as voices:
        for place in range(CLICKED[full]):
            writer, person = bodies.eight[place % 8], bodies.people[place % len(bodies.people)]
            asked = [one for one in (filing(writer, person), filing(writer, person)) for _ in range(random.randint(2, 10))]
            clicks += len(await heard(voices, told, random.sample(asked, len(asked))))
    print(f"\nclicks, {engine}: {clicks} of {len(told.filed)} appeals")
    assert voices.faults == [] and len(told.filed) == 2 * CLICKED[full]
    await connect(read_back)
    assert await violations(told) == [] and await Appeal.all().count() == len(told.filed)
    assert await deadlocks(read_back) == before


async def test_the_first_appeals_of_a_body_at_one_instant_give_it_one_code_and_the_lines_one_two_three(
    bodies: Bodies, processes: int, full: bool, engine: str, read_back: str
) -> None:
    before, told, people = await deadlocks(read_back), Told(), bodies.people
    await connect(read_back)
    clinics = [*await more_clinics(CLINICS[full]), *bodies.clinics]
    await close()
    asked = [filing(Writer(bodies.partner, one), people[place], toAuthority=above)
             for one in clinics for above in (False, True) for place in range(4)]  # fmt: skip
    async with serving(*EXACT, shift(), processes=processes) as servers, Voices(servers, "", len(asked)) as voices:
        await heard(voices, told, random.sample(asked, len(asked)))
    await connect(read_back)
    found = await registers()
    given = await Number.get(series="appeal-registers")
    print(f"\nfirst appeals, {engine}: {len(asked)} at once, {len(found)} registers, {given.value} codes")
    assert voices.faults == [] and await violations(told) == []
    assert sorted(found.values()) == [4] * len(clinics) + [4 * len(clinics)]
    assert given.value >= len(found) and await deadlocks(read_back) == before


async def test_appeals_sent_on_to_one_body_from_several_beside_its_own_have_lines_without_a_gap(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    before, told, each = await deadlocks(read_back), Told(), FORWARDED[full]
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 5 * each) as voices:
        here = await heard(voices, told, [filing(bodies["registrar9"], one) for one in some(bodies, each)])
        there = await heard(voices, told, [filing(bodies["registrar"], one) for one in some(bodies, each)])
        asked = [forwarding(bodies["officer9"], one, "NOT_COMPETENT") for one in here]
        asked += [forwarding(bodies["officer"], one, "NOT_COMPETENT") for one in there]
        asked += [filing(bodies["authority"]) for _ in range(each)]
        asked += [filing(bodies["partner"], one, toAuthority=True) for one in some(bodies, each)]
        await heard(voices, told, random.sample(asked, len(asked)))
    await connect(read_back)
    found = await registers()
    print(f"\nsent on, {engine}: {dict(found)}")
    assert voices.faults == [] and sorted(found.values()) == [each, each, 4 * each]
    assert await violations(told) == [] and await deadlocks(read_back) == before



# Two people, or a person and the clock, at one appeal.


def grouped(answers: Sequence[tuple[Asked, Json]]) -> dict[str, list[tuple[Asked, Json]]]:
    """The answers by the appeal that was asked about."""
    found: dict[str, list[tuple[Asked, Json]]] = defaultdict(list)
    for one in answers:
        found[one[0][1]["input"]["id"]].append(one)
    return found


def winner(answers: Sequence[tuple[Asked, Json]]) -> Json:
    """The appeal as the only one who was in time left it; the others were told what it is now."""
    (first,) = [answer["appeal"] for _, answer in answers if done(answer)]
    losers = [answer for _, answer in answers if not done(answer)]
    assert all(codes(one) == ["APPEAL_CHANGED"] and one["problems"][0]["message"] for one in losers), losers
    return dict(first)


def rivals(bodies: Bodies, case: Json) -> list[Asked]:
    """Two or three of those who handle the appeals of the clinic, each with an act of their own, as they have all seen the appeal."""
    acts: tuple[Callable[[Writer], Asked], ...] = (
        lambda one: taking_up(one, case), lambda one: taking_up(one, case), lambda one: taking_up(one, case),
        lambda one: acting("askAppealCorrection", one.by, case, requirements=["NAME"], words=WORDS, until="2026-11-27"),
        lambda one: forwarding(one, case, "NOT_COMPETENT"), lambda one: deciding(one, case),
    )  # fmt: skip
    heads, officer = [bodies["head9"], bodies["deputy9"]], bodies["officer9"]
    chosen = [random.choice(acts)(one) for one in heads]
    return random.sample([*chosen, random.choice(acts[:-1])(officer)], random.choice((2, 3)))


async def test_of_those_who_act_on_an_appeal_as_they_have_all_seen_it_one_wins_and_the_others_are_told(
    bodies: Bodies, processes: int, full: bool, engine: str, read_back: str
) -> None:
    before, told, refused, contests = await deadlocks(read_back), Told(), Counter[str](), 0
    async with serving(*EXACT, shift(), processes=processes) as servers, Voices(servers, "", 3 * CONTESTED[full]) as voices:
        cases = await heard(voices, told, [filing(bodies["registrar9"], one) for one in some(bodies, CONTESTED[full])])
        for _ in range(ROUNDS):
            asked = [one for case in cases for one in rivals(bodies, case)]
            answers = await voices.together(random.sample(asked, len(asked)))
            told.hear(answers)
            refused.update(code for _, answer in answers for code in codes(answer))
            after = [winner(one) for one in grouped(answers).values()]
            contests += len(after)
            cases = [one for one in after if one["state"] in (State.REGISTERED, State.IN_WORK)]
    print(f"\ncontests, {engine}: {contests}, refused {dict(refused)}")
    assert voices.faults == [] and set(refused) == {"APPEAL_CHANGED"}
    await connect(read_back)
    assert await violations(told) == [] and await deadlocks(read_back) == before


async def test_of_a_decision_and_a_withdrawal_at_one_instant_one_ends_the_appeal(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    before, told, ended, refused = await deadlocks(read_back), Told(), Counter[str](), Counter[str]()
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 3 * BOTH[full]) as voices:
        for _ in range(STORMS[full]):
            people = some(bodies, BOTH[full])
            cases = await heard(voices, told, [filing(bodies["registrar9"], one) for one in people])
            asked = [deciding(bodies[head], case) for case in cases for head in ("head9", "deputy9")]
            asked += [withdrawing(person, case) for person, case in zip(people, cases, strict=True)]
            answers = await voices.together(random.sample(asked, len(asked)))
            told.hear(answers)
            for one in grouped(answers).values():
                (first,) = [answer["appeal"]["state"] for _, answer in one if done(answer)]
                ended[first] += 1
                refused.update(code for _, answer in one for code in codes(answer))
    print(f"\ndecided or withdrawn, {engine}: {dict(ended)}, refused {dict(refused)}")
    assert voices.faults == [] and set(refused) <= {"APPEAL_CHANGED", "NOT_OPEN"}
    await connect(read_back)
    assert await violations(told) == [] and await deadlocks(read_back) == before


def overdue(writer: Writer, person: Citizen, kind: str) -> Asked:
    """A paper that lay about until its term had run out, entered now."""
    return filing(writer, person, kind, receivedAt=RAN_OUT[kind])


async def test_of_the_clock_the_head_and_the_person_at_one_instant_one_ends_the_appeal_and_a_late_answer_is_late(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    before, told, by_clock, refused = await deadlocks(read_back), Told(), 0, Counter[str]()
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 3 * LATE[full]) as voices:
        await connect(read_back)
        for _ in range(STORMS[full]):
            people = some(bodies, LATE[full])
            cases = await heard(voices, told, [overdue(bodies["registrar9"], one, "REQUEST") for one in people])
            asked = [deciding(bodies["head9"], one) for one in cases[::2]] + [taking_up(bodies["officer9"], one) for one in cases[1::2]]
            asked += [withdrawing(*one) for one in list(zip(people, cases, strict=True))[::3]]
            answers, did = await asyncio.gather(voices.together(random.sample(asked, len(asked))), clock_rounds(0.2))
            told.hear(answers)
            by_clock += did
            refused.update(code for _, answer in answers for code in codes(answer))
            await clock_rounds(0.0, 1)
            assert await clock_rounds(0.0) == 0, "the clock has left something undone"
    lapsed = await Appeal.exclude(lapsed_at=None).count()
    print(f"\nlate, {engine}: {by_clock} by this clock, {lapsed} deemed refused, refused {dict(refused)}")
    assert voices.faults == [] and voices.unknown == [] and set(refused) <= {"APPEAL_CHANGED", "NOT_OPEN"}
    assert await violations(told) == [] and await deadlocks(read_back) == before


async def test_a_complaint_that_the_clock_and_its_officer_send_up_at_one_instant_is_one_case_above(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    before, told, by_clock, refused = await deadlocks(read_back), Told(), 0, Counter[str]()
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 2 * LATE[full]) as voices:
        await connect(read_back)
        for _ in range(STORMS[full]):
            asked = [overdue(bodies["registrar9"], one, "COMPLAINT") for one in some(bodies, LATE[full])]
            cases = await heard(voices, told, asked)
            asked = [forwarding(bodies["officer9"], one) for one in cases] + [deciding(bodies["head9"], one, "CANCELLED") for one in cases]
            answers, did = await asyncio.gather(voices.together(random.sample(asked, len(asked))), clock_rounds(0.2))
            told.hear(answers)
            by_clock += did
            refused.update(code for _, answer in answers for code in codes(answer))
            await clock_rounds(0.0, 1)
    above = await Appeal.exclude(origin_id=None).count()
    print(f"\nsent up, {engine}: {above} of {STORMS[full] * LATE[full]}, {by_clock} by this clock, refused {dict(refused)}")
    assert voices.faults == [] and set(refused) <= {"APPEAL_CHANGED"}
    assert above == await Appeal.filter(state=State.FORWARDED).count() > 0
    assert await violations(told) == [] and await deadlocks(read_back) == before


async def test_two_processes_whose_clocks_come_round_at_one_instant_do_everything_once(
    bodies: Bodies, full: bool, engine: str, read_back: str
) -> None:
    before, each = await deadlocks(read_back), TICKED[full] // 4
    await connect(read_back)
    await everything_is_late(bodies, each)
    await close()
    said = await ticked(2)
    did = Counter[str]()
    for one in said:
        did.update({name: int(n) for name, n in (part.split("=") for part in one.split())})
    print(f"\ntwo clocks, {engine}: {said}")
    assert did == {"lapse": 2 * each, "end_corrections": each, "record_late_notices": each, "record_late_cases": each}
    await connect(read_back)
    assert await violations(Told(), unanswered=True) == []
    assert await deadlocks(read_back) == before


async def everything_is_late(bodies: Bodies, each: int) -> None:
    """So many of each: a request and a complaint whose terms ran out, a correction, a notice and a case not given in time."""
    officer, head, above, days = bodies["officer9"], bodies["head9"], bodies["authority"], clock.today() - BEFORE
    for person in some(bodies, each):
        for kind in RAN_OUT:
            await inside(overdue(officer, person, kind))
        lacking = await inside(filing(officer))
        lacking = await inside(acting("askAppealCorrection", officer.by, lacking, requirements=["NAME"], words=WORDS, until="2026-11-27"))
        await Appeal.filter(id__in=ids([lacking])).update(correct_by=days)
        longer = await inside(filing(officer))
        await inside(acting("extendAppeal", head.by, longer, until="2027-01-20", words=WORDS))
        await Appeal.filter(id__in=ids([longer])).update(notice_by=days)
        asked = await inside(filing(above, person))
        await inside(acting("requestAppealCase", above.by, asked, words=WORDS))
        await Appeal.filter(id__in=ids([asked])).update(case_by=days)


async def ticked(processes: int) -> list[str]:
    """Processes in which the clock of appeals comes round once, at one instant: what they say they did."""
    pipe, command = asyncio.subprocess.PIPE, [sys.executable, *TICK, shift()]
    started = [await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe) for _ in range(processes)]
    for one in started:
        assert one.stdout and await one.stdout.readline() == b"ready\n"
    said = await asyncio.gather(*(one.communicate(b"now\n") for one in started))
    assert [one.returncode for one in started] == [0] * processes
    return [out.decode().strip() for out, _ in said]


# The night in which a term ends.


@pytest.fixture
def night(environment: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The evening of the last day of what was filed three weeks ago."""
    set_clock(environment, NIGHT)
    yield environment
    clock._shift.cache_clear()


async def test_at_the_midnight_of_a_term_whoever_answers_before_it_is_in_time_and_nobody_after_it(
    address: str, one_site: None, night: pytest.MonkeyPatch, engine: str, read_back: str
) -> None:
    await connect(address)
    bodies, told, heads = await open_bodies(12), Told(), ("head9", "deputy9")
    filed = [filing(bodies["officer9"], one, receivedAt="2026-11-23T10:00:00+05:00") for one in some(bodies, DECIDED_AT_NIGHT)]
    cases = [await inside(one) for one in filed]
    told.hear((one, {"appeal": case}) for one, case in zip(filed, cases, strict=True))
    assert {case["dueOn"] for case in cases} == {"2026-12-14"}
    before = await deadlocks(read_back)
    async with serving("-m", "tests.race.moved_server") as servers, Voices(servers, "", 2) as voices:
        async with httpx.AsyncClient() as client:
            for server in servers:
                (await client.post(f"{server.address}/clock", content=LAST_MOMENT + "+05:00")).raise_for_status()
        set_clock(night, LAST_MOMENT)
        came = asyncio.create_task(clock_until(clock.end_of_day(clock.today()) + timedelta(seconds=3)))
        answers = [one for place, case in enumerate(cases) for one in await decided(voices, bodies[heads[place % 2]], case)]
        lapsed = await came
    told.hear(answers)
    in_time = await Appeal.filter(state=State.DECIDED, lapsed_at=None).count()
    refused = Counter(code for _, answer in answers for code in codes(answer))
    print(f"\nmidnight, {engine}: {in_time} in time, {lapsed} let run out, refused {dict(refused)}")
    assert voices.faults == [] and set(refused) <= {"APPEAL_CHANGED"} and in_time and lapsed
    assert await violations(told) == [] and await deadlocks(read_back) == before


async def decided(voices: Voices, head: Writer, case: Json) -> list[tuple[Asked, Json]]:
    """A decision, some moments after the one before."""
    await asyncio.sleep(0.08)
    return await voices.together([deciding(head, case)])


async def clock_until(moment: datetime) -> int:
    """The clock of appeals again and again: how many terms it let run out."""
    lapsed = 0
    while clock.now() < moment:
        lapsed += await clock_rounds(0.02)
        await asyncio.sleep(0.4)
    return lapsed + await clock_rounds()


# The tests can see.


@pytest.mark.parametrize("without", [GREATEST, REMEMBERED], ids=["the greatest and one more", "what the process remembers"])
async def test_numbers_without_the_lock_of_their_register_are_given_twice(
    bodies: Bodies, without: tuple[str, ...], engine: str, read_back: str
) -> None:
    told = Told()
    async with serving(*without, shift()) as servers, Voices(servers, "", 8) as voices:
        rows = filings(bodies, CONTROL)
        await heard(voices, told, [one for row in zip(*rows, strict=True) for one in row])
    await connect(read_back)
    faults = [one for one in await violations(told) if " different" in one]
    print(f"\ncontrol {without[-1]}, {engine}: {faults}")
    if without is GREATEST and engine == "sqlite":  # one writer at a time: nobody comes between the question and the answer
        assert faults == []
    else:
        assert faults, "the writers are blind: they found nothing where nothing is protected"


async def test_without_the_version_two_who_act_at_once_both_win(bodies: Bodies, engine: str, read_back: str) -> None:
    told, lost = Told(), 0
    async with serving(*UNSEEN, shift()) as servers, Voices(servers, "", 8) as voices:
        for case in await heard(voices, told, [filing(bodies["registrar9"], one) for one in some(bodies, 6)]):
            asked = [taking_up(bodies["officer9"], case), taking_up(bodies["head9"], case), taking_up(bodies["deputy9"], case)]
            lost += sum(done(answer) for _, answer in await voices.together(asked)) - 1
    print(f"\ncontrol unseen, {engine}: {lost} acts on what nobody had seen")
    assert voices.faults == [] and lost >= 6


async def take_a_line_and_fail() -> None:
    series = await Number.filter(series__startswith="appeals-").first()
    assert series is not None
    await Number.filter(series=series.series).update(value=series.value + 1)


async def tell_nobody() -> None:
    await Message.all().delete()


async def move_without_a_line() -> None:
    await Appeal.filter(state=State.REGISTERED).update(state=State.IN_WORK)


async def send_on_what_stays() -> None:
    await Appeal.filter(state=State.REGISTERED, authority_id=None).update(state=State.FORWARDED, ended_at=clock.now())


async def lapse_what_was_answered() -> None:
    await Appeal.filter(state=State.DECIDED).update(lapsed_at=clock.now())


async def answer_late_as_if_in_time() -> None:
    """The moment of a decision stands; the term is moved before it, as if by an extension, which the database lets one be."""
    await Appeal.filter(state=State.DECIDED).update(due_on=clock.today() - timedelta(days=1), extended_at=clock.now())


async def return_to_nobody() -> None:
    await Appeal.filter(state=State.REGISTERED).update(state=State.DECIDED, outcome=Outcome.RETURNED, ended_at=clock.now())


PLANTED: list[tuple[Callable[[], Awaitable[None]], str]] = [
    (take_a_line_and_fail, "were given"),
    (tell_nobody, "was told 0 times"),
    (move_without_a_line, "its journal says"),
    (send_on_what_stays, "was sent on 0 times"),
    (lapse_what_was_answered, "in its term, and is deemed refused"),
    (answer_late_as_if_in_time, "counts as in time"),
    (return_to_nobody, "was sent on 0 times"),
]


@pytest.mark.parametrize(("plant", "words"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED])
async def test_each_planted_fault_is_seen(plant: Callable[[], Awaitable[None]], words: str, bodies: Bodies, read_back: str) -> None:
    await connect(read_back)
    told, officer, head = Told(), bodies["officer9"], bodies["head9"]
    asked = [filing(officer, one) for one in some(bodies, 3)]
    first, second, third = [await inside(one) for one in asked]
    asked += [forwarding(officer, first, "NOT_COMPETENT"), deciding(head, second)]
    after = [first, second, third, *[await inside(one) for one in asked[3:]]]
    told.hear((one, {"appeal": case}) for one, case in zip(asked, after, strict=True))
    assert await violations(told) == []
    await plant()
    assert any(words in one for one in await violations(told))
