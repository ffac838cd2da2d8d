"""Calls of doctors home from all sides at one instant: one wins and the others are told; nothing counts twice, nothing is lost."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import islice
from time import perf_counter
from uuid import uuid4

import pytest

from api.ids import decode, encode
from models import clock, home_visit_clock
from models.clinic import Doctor
from models.database import close, connect
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Role
from models.law.home_visit import PROMISED, State
from models.settings import settings
from tests.race.calls import Calls as Signing
from tests.race.calls import Json
from tests.race.herd import Asked, done
from tests.race.home_visit_stage import (
    EXACT,
    MONDAY,
    RIVALS,
    UNLOCKED,
    UNSEEN,
    Dispatch,
    Told,
    Voices,
    accepting,
    assigning,
    by_phone,
    cancelling,
    codes,
    counted,
    open_dispatch,
    read,
    request,
    run_late,
    shift,
    step,
    violations,
)
from tests.race.serving import Server, killing, serving
from tests.race.stage import Citizen
from tests.race.truth import deadlocks

pytestmark = pytest.mark.race
ASSIGNED, ROUNDS = (12, 100), (2, RIVALS, 2)  # so many registrars at once, on each call
TAPPED = (6, 50)
BOTH_WAYS, SIGNATURE = (12, 80), 0.04
ENTERED, KILLS = (300, 2000), 2
LATE, STORMS = (36, 60), (2, 10)
CONTROL = 6
# what whoever came second may hear: the call is another, its state too, or it is another doctor's now
TOO_LATE = {"CALL_CHANGED", "NOT_OPEN", "NOT_FOUND"}
# the steps of a round that are tapped twice: the doctor finds nobody, and comes once more
GOING = ("setOutForHomeVisit", "arriveAtHomeVisit")
ROUND = (*GOING, "markNobodyHome", *GOING, "completeHomeVisit")


@pytest.fixture
def monday(environment: pytest.MonkeyPatch) -> Iterator[None]:
    """A Monday morning in this process; the servers are told how far that is from now."""
    environment.setenv("EMHANA_CLOCK", MONDAY)
    settings.cache_clear()
    clock._shift.cache_clear()
    clock.now()
    yield
    clock._shift.cache_clear()


@pytest.fixture
async def dispatch(address: str, one_site: None, monday: None, request: pytest.FixtureRequest, full: bool) -> Dispatch:
    """As many people and clinics as the test asks for: (usually, in full size), clinics."""
    (usual, most), clinics = request.param
    await connect(address)
    made = await open_dispatch(most if full else usual, clinics)
    await close()
    return made


async def heard(voices: Voices, told: Told, asked: Sequence[Asked]) -> list[Json]:
    """Acts that nothing forbids, remembered: the calls after them."""
    answers = await voices.together(asked)
    told.hear(answers)
    assert all(done(answer) for _, answer in answers), [answer for _, answer in answers if not done(answer)][:3]
    return [dict(answer["homeVisit"]) for _, answer in answers]


async def accepted(voices: Voices, told: Told, dispatch: Dispatch, *, to: str = "") -> list[Json]:
    """Everybody of the first clinic has called by phone, and every call is answered."""
    registrar = dispatch.registrars[0][0]
    visits = await heard(voices, told, [by_phone(registrar, one) for one in dispatch.people[0]])
    return await heard(voices, told, [accepting(registrar, one, to) for one in visits])


async def contest(voices: Voices, dispatch: Dispatch, visit: Json, rivals: int) -> list[tuple[Asked, Json]]:
    """So many registrars name a doctor each for one call as they have all seen it, at one instant."""
    registrars = random.sample(dispatch.registrars[0], rivals)
    doctors = random.sample(dispatch.doctors, rivals)
    return await voices.together([assigning(by, visit, doctor) for by, doctor in zip(registrars, doctors, strict=True)])


@pytest.mark.parametrize("dispatch", [(ASSIGNED, 1)], indirect=True)
async def test_of_registrars_who_assign_a_call_at_once_one_wins_and_the_others_are_told_what_it_is_now(
    dispatch: Dispatch, processes: int, engine: str, read_back: str
) -> None:
    before, told, refused, seconds = await deadlocks(read_back), Told(), Counter[str](), 0.0
    async with serving(*EXACT, shift(), processes=processes) as servers, Voices(servers, "", RIVALS) as voices:
        names = await doctors(read_back)
        for visit in await accepted(voices, told, dispatch):
            for rivals in ROUNDS:
                began = perf_counter()
                answers = await contest(voices, dispatch, visit, rivals)
                seconds += perf_counter() - began
                told.hear(answers)
                (visit,) = [answer["homeVisit"] for _, answer in answers if done(answer)]
                losers = [answer for _, answer in answers if not done(answer)]
                refused.update(code for one in losers for code in codes(one))
                assert all(names[visit["doctor"]["id"]] in one["problems"][0]["message"] for one in losers)
    calls = len(dispatch.people[0])
    contests = calls * len(ROUNDS)
    print(f"\nassignments, {engine}: {contests} contests of {ROUNDS} in {seconds:.1f} s, refused {dict(refused)}")
    assert voices.faults == [] and refused == {"CALL_CHANGED": calls * (sum(ROUNDS) - len(ROUNDS))}
    await connect(read_back)
    assert await violations(told) == []
    assert await Entry.filter(act="home_visit:assign").count() == contests
    assert await deadlocks(read_back) == before


async def doctors(url: str) -> dict[str, str]:
    """How each doctor is named to those who were slower, by the id at the API."""
    await connect(url)
    found = {str(encode("Doctor", one.id)): one.person.short_name for one in await Doctor.all().prefetch_related("person")}
    await close()
    return found


@pytest.mark.parametrize("dispatch", [(TAPPED, 1)], indirect=True)
async def test_a_step_of_the_round_sent_many_times_at_one_instant_counts_once(dispatch: Dispatch, engine: str, read_back: str) -> None:
    before, told, taps = await deadlocks(read_back), Told(), 0
    doctor, bearer = dispatch.doctors[0], dispatch.rounds[0]
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 10) as voices:
        for visit in await accepted(voices, told, dispatch, to=doctor):
            for name in ROUND:
                keys = [str(uuid4()) for _ in range(random.choice((1, 2, 10)))]
                asked = [step(name, bearer, visit, keys[tap % len(keys)]) for tap in range(random.randint(2, 10))]
                after = await heard(voices, told, asked)
                taps += len(after)
                assert {one["version"] for one in after} == {visit["version"] + 1}, after
                visit = after[0]
    print(f"\ntaps, {engine}: {taps} taps of {len(ROUND) * len(dispatch.people[0])} steps")
    assert voices.faults == [] and not voices.refused
    await connect(read_back)
    assert await violations(told) == []
    assert {(one.state, one.attempts, one.version) for one in (await read()).cases} == {(State.COMPLETED, 1, 1 + len(ROUND))}
    assert await deadlocks(read_back) == before


@pytest.mark.parametrize("dispatch", [(BOTH_WAYS, 1)], indirect=True)
async def test_of_a_call_on_the_portal_and_calls_by_phone_at_one_instant_one_lives_and_the_others_are_told_its_number(
    dispatch: Dispatch, engine: str, read_back: str
) -> None:
    before, told, won = await deadlocks(read_back), Told(), Counter[str]()
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", 1) as voices, other_side(servers) as phones:
        for person in dispatch.people[0]:
            given = await signed(servers, person)
            asked = [by_phone(one, person) for one in dispatch.registrars[0][:2]]
            answers = await at_one_instant(voices, ("callDoctor", {"by": person.token, "input": given}), phones, asked)
            told.hear(answers)
            (first,) = [(by, answer["homeVisit"]) for (_, by), answer in answers if done(answer)]
            won["portal" if first[0]["by"] == person.token else "phone"] += 1
            others = [answer["problems"][0] for _, answer in answers if not done(answer)]
            assert all(one["code"] == "ALREADY_CALLED" and first[1]["number"] in one["message"] for one in others), others
    people = len(dispatch.people[0])
    print(f"\nboth ways, {engine}: {people} people, won {dict(won)}, refused {dict(voices.refused + phones.refused)}")
    assert voices.faults + phones.faults == [] and voices.refused + phones.refused == {"ALREADY_CALLED": 2 * people}
    await connect(read_back)
    assert await counted() == (people,) * 3 and await violations(told) == []
    assert await deadlocks(read_back) == before


def other_side(servers: list[Server]) -> Voices:
    """The phones of two registrars, at other processes than the portal."""
    return Voices(servers[::-1], "", 2)


async def signed(servers: list[Server], person: Citizen) -> Json:
    """A call of the portal, signed and not yet sent."""
    async with Signing(servers) as signing:
        given = await signing.signed(0, person.token, "callDoctor", request())
        assert "signature" in given and signing.faults == []
        return given


async def at_one_instant(portal: Voices, call: Asked, phones: Voices, calls: list[Asked]) -> list[tuple[Asked, Json]]:
    """A signature takes longer to look at than a registrar's word: sometimes the phones wait as long, so that either may be first."""

    async def on_the_phone() -> list[tuple[Asked, Json]]:
        await asyncio.sleep(random.choice((0.0, random.random() * SIGNATURE)))
        return await phones.together(calls)

    first, others = await asyncio.gather(portal.together([call]), on_the_phone())
    return first + others


@pytest.mark.parametrize("dispatch", [(ENTERED, 1), (ENTERED, 3)], ids=["one clinic", "three clinics"], indirect=True)
async def test_a_call_acknowledged_before_kill_9_has_its_line_of_the_log_its_line_of_the_journal_and_its_message(
    dispatch: Dispatch, engine: str, read_back: str
) -> None:
    told, everybody = Told(), list(entering(dispatch))
    async with serving(*EXACT, shift()) as servers, Voices(servers, "", RIVALS) as voices:
        waiting, began = iter(everybody), perf_counter()
        async with killing(servers[1], KILLS) as killed:
            while len(killed) < KILLS and (asked := list(islice(waiting, RIVALS))):
                told.hear(await voices.together(asked))
        told.hear(await voices.together(list(waiting)))
        seconds, (lost, voices.unknown) = perf_counter() - began, (voices.unknown, [])
        for server in servers:
            await server.kill()
        assert lost and len(killed) == KILLS, "nothing was under way when the process died"
        await connect(read_back)
        assert await violations(told, unanswered=True) == []
        await close()
        await asyncio.gather(*(server.start() for server in servers))
        told.hear(await voices.together(lost))
    print(f"\nkill -9, {engine}: {len(everybody)} calls in {seconds:.1f} s, {len(told.acts)} answered, {len(lost)} lost and asked again")
    assert voices.faults == [] and voices.unknown == [] and not voices.refused
    await connect(read_back)
    assert await counted() == (len(everybody),) * 3 and await violations(told) == []


def entering(dispatch: Dispatch) -> Iterator[Asked]:
    """Every person's call, in turns by the eight registrars of the person's clinic, the clinics in turns."""
    for number, people in enumerate(zip(*dispatch.people, strict=False)):
        for registrars, person in zip(dispatch.registrars, people, strict=True):
            yield by_phone(registrars[number % RIVALS], person)


@pytest.mark.parametrize("dispatch", [(LATE, 1)], indirect=True)
async def test_people_act_on_calls_at_the_instant_at_which_the_clock_does_and_each_counts_once(
    dispatch: Dispatch, processes: int, full: bool, engine: str, read_back: str
) -> None:
    before, told, storms = await deadlocks(read_back), Told(), STORMS[full]
    by_clock, refused = Counter[str](), Counter[str]()
    async with serving(*EXACT, shift(), processes=processes) as servers, Voices(servers, "", 3 * LATE[full]) as voices:
        await connect(read_back)
        for _ in range(storms):
            visits = await under_way(voices, told, dispatch)
            await run_late([decode(one["id"], "HomeVisit") for one in visits])
            answers, did = await asyncio.gather(voices.together(everybody_acts(dispatch, visits)), the_clock())
            told.hear(answers)
            by_clock += did
            refused.update(code for _, answer in answers for code in codes(answer))
            assert not +(await the_clock(0.0)), "the clock has left something undone"
            await everything_ends(voices, told, dispatch)
        lines = Counter(line.act.removeprefix("home_visit:") for line in await Entry.filter(role=Role.SYSTEM, case_id__not_isnull=True))
    print(f"\nclock, {engine}: {storms} storms, by the clock {dict(lines)}, of this process {dict(by_clock)}, refused {dict(refused)}")
    assert voices.faults == [] and voices.unknown == []
    assert set(refused) <= TOO_LATE and lines.keys() - {"step_back"} == {"overdue", "promise", "carry"}
    assert await violations(told) == []
    assert await twice_by_clock() == []
    assert await deadlocks(read_back) == before


async def under_way(voices: Voices, told: Told, dispatch: Dispatch) -> list[Json]:
    """Everybody has called; the calls of which the answer will not be late are answered, with the doctor."""
    registrar = dispatch.registrars[0][0]
    visits = await heard(voices, told, [by_phone(registrar, one) for one in dispatch.people[0]])
    answered = [one for place, one in enumerate(visits) if place % 3]
    found = iter(await heard(voices, told, [accepting(registrar, one, dispatch.doctors[0]) for one in answered]))
    return [next(found) if place % 3 else one for place, one in enumerate(visits)]


def everybody_acts(dispatch: Dispatch, visits: list[Json]) -> list[Asked]:
    """The registrar answers or names another doctor, the doctor sets out, every third person cancels; each knows the call as it was."""
    asked: list[Asked] = []
    for place, (visit, person) in enumerate(zip(visits, dispatch.people[0], strict=True)):
        registrar = dispatch.registrars[0][place % RIVALS]
        submitted = visit["state"] == State.SUBMITTED
        asked.append(accepting(registrar, visit) if submitted else assigning(registrar, visit, dispatch.doctors[1 + place % 7]))
        if not submitted:
            asked.append(step("setOutForHomeVisit", dispatch.rounds[0], visit))
        if place % 4 == 0:
            asked.append(cancelling(person, visit))
    return random.sample(asked, len(asked))


async def the_clock(after: float = 0.05) -> Counter[str]:
    """Each work of the clock, twice at once: how much each did."""
    works: Sequence[Callable[[], Awaitable[int]]] = (
        home_visit_clock.record_overdue, home_visit_clock.apologise, home_visit_clock.carry_over,
    ) * 2  # fmt: skip

    async def one(work: Callable[[], Awaitable[int]]) -> tuple[str, int]:
        await asyncio.sleep(random.random() * after)
        return getattr(work, "__name__", ""), await work()

    did = Counter[str]()
    for name, n in await asyncio.gather(*(one(work) for work in works)):
        did[name] += n
    return did


async def everything_ends(voices: Voices, told: Told, dispatch: Dispatch) -> None:
    """Whoever still waits cancels, so that everybody can call anew."""
    people = {decode(one.id, "Patient"): one for one in dispatch.people[0]}
    live = await HomeVisit.filter(state__in=(State.SUBMITTED, *PROMISED))

    await heard(voices, told, [cancelling(people[one.person_id], {"id": encode("HomeVisit", one.id)}) for one in live])


async def twice_by_clock() -> list[str]:
    """What the clock did more than once to one call, or without its trace on the call."""
    found = await read()
    faults = []
    for case in found.cases:
        did = Counter(line.act.removeprefix("home_visit:") for line in found.lines[case.id] if line.role is Role.SYSTEM)
        faults += [f"{case.number}: {act} {n} times" for act, n in did.items() if n > 1]
        if (did["promise"], did["overdue"], did["carry"]) != (case.apologies, case.overdue_at is not None, case.carry_reason != ""):
            faults.append(f"{case.number}: {dict(did)}, {case.apologies} apologies, overdue {case.overdue_at}, {case.carry_reason}")
    return faults


@pytest.mark.parametrize("without", [UNSEEN, UNLOCKED], ids=["without the version", "without the lock"])
@pytest.mark.parametrize("dispatch", [((CONTROL, CONTROL), 1)], indirect=True)
async def test_without_the_version_or_the_lock_an_assignment_is_lost_silently(
    dispatch: Dispatch, without: tuple[str, ...], engine: str, read_back: str
) -> None:
    told, lost = Told(), 0
    async with serving(*without, shift()) as servers, Voices(servers, "", RIVALS) as voices:
        for visit in await accepted(voices, told, dispatch):
            for _ in ROUNDS:
                answers = await contest(voices, dispatch, visit, RIVALS)
                told.hear(answers)
                winners = [answer["homeVisit"] for _, answer in answers if done(answer)]
                lost += len(winners) - 1
                visit = max(winners, key=lambda one: int(one["version"]))
    await connect(read_back)
    faults = await violations(told)
    print(f"\ncontrol {without[-1]}, {engine}: {lost} assignments lost in {len(ROUNDS) * CONTROL} contests, {len(faults)} faults seen")
    assert voices.faults == []
    if without is UNLOCKED and engine == "sqlite":  # one writer at a time, lock or no lock
        assert lost == 0 and faults == []
    else:
        assert lost >= 1, "the contest is blind: it found nothing where nothing is protected"
    if without is UNLOCKED and engine == "postgres":
        assert any("has version" in one for one in faults)
