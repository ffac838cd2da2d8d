"""Whatever people, the clinic, its doctors and the clock do, in any order: no call is lost, and what must hold of calls always holds."""

import asyncio
import shutil
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
import time_machine
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from models import clock, home_visit_clock
from models import home_visit_answer as answer
from models import home_visit_calling as calling
from models import home_visit_dispatch as dispatch
from models import home_visit_round as rounds
from models.actor import Actor
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.database import close, connect, transaction
from models.home_visit import HomeVisit
from models.home_visit_facts import Wanted
from models.journal import Entry
from models.law import Channel, Refused, Role
from models.law import home_visit as law
from models.law.home_visit import MOVES, Outcome, RefusalGround, Route, State
from models.law.home_visit_reason import RANK, DangerSign, Indication, Urgency, lowered
from models.law.home_visit_window import Window, day_over, given_up, shortest, windows
from models.outbox import Message
from models.person import Person
from tests import databases
from tests.appointment.small import small
from tests.attachment.asking import MONDAY

T = TypeVar("T")
Act = Callable[[], Awaitable[Any]]
FINAL = frozenset(State) - frozenset(law.LIVE)
UNTOLD = {"weigh", "arrive"}
REASONS = "Бүгін барлық дәрігер шақыруда."
PLACE = {"locality": "Алматы", "street": "Абай", "house": "1"}
OFTEN = {"call", "accept", "redirect", "insist", "step", "later", "in_vain", "assign"}
SELDOM = {"worsen", "end", "promise", "carry", "weigh", "detach", "complete"}
STEPS = ("set_out", "arrive", "arrive", "miss", "give_up", "step_back")
JOBS = (home_visit_clock.record_overdue, home_visit_clock.apologise, home_visit_clock.carry_over)


class Dispatch(RuleBasedStateMachine):
    """A small clinic, seven people and two doctors under whatever comes."""

    template: Path
    ever: set[str] = set()

    def __init__(self) -> None:
        super().__init__()
        self.traveller = time_machine.travel(MONDAY, tick=False)
        self.clock = self.traveller.start()
        self.file = self.template.with_name(f"{uuid4().hex}.sqlite3")
        shutil.copy(self.template, self.file)
        self.runner = asyncio.Runner()
        self.done: Counter[str] = Counter()
        self.made: set[UUID] = set()
        self.urgency: dict[UUID, Urgency] = {}
        self.weighed: set[UUID] = set()
        self.run(self._begin())
        self._morning()

    def _morning(self) -> None:
        """Nobody begins with an empty board: one has agreed to something else, one was handed to 103, two have a doctor, one was
        refused, one waits."""
        for who in range(6):
            self.call(who, 0, True)
        self.redirect(0, 0, True)
        self.end(0, 1, True)
        self.end(0, 5, False)
        for who in range(2):
            self.accept(0, who, True)
        self.refuse(2, 0, True)

    async def _begin(self) -> None:
        await connect(f"sqlite://{self.file}")
        self.people = await Person.filter(attachments__state="IN_FORCE").order_by("iin")
        self.doctors = await Doctor.filter(specialty="GP").order_by("person__iin").prefetch_related("person")
        self.clinic = await Clinic.get()
        self.desk = self.staff(Role.REGISTRAR, uuid4(), Channel.PHONE)
        self.head = self.staff(Role.HEAD, uuid4(), Channel.DESK)

    def staff(self, role: Role, person: UUID, channel: Channel) -> Actor:
        return Actor(role=role, account=uuid4(), person=person, clinic=self.clinic.id, channel=channel, name="X")

    def citizen(self, person: UUID) -> Actor:
        return Actor(role=Role.CITIZEN, account=person, person=person, name="X")

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def teardown(self) -> None:
        self.run(close())
        self.runner.close()
        self.traveller.stop()
        for one in self.file.parent.glob(f"{self.file.name}*"):
            one.unlink()

    def act(self, name: str, work: Act) -> Any:
        """An act as the API does it: one transaction, done or refused; anything else that goes wrong is a failure."""
        self.clock.shift(timedelta(seconds=1))  # the lines of a call stand in their order

        async def tried() -> Any:
            try:
                async with transaction():
                    return await work()
            except Refused:
                return None

        return self.run(tried())

    def case(self, pick: int, states: tuple[State, ...]) -> HomeVisit | None:
        """One of the calls: of the states in which the act is possible, or of any."""

        async def found() -> list[HomeVisit]:
            fitting = await HomeVisit.filter(state__in=states).order_by("submitted_at", "number")
            return fitting or await HomeVisit.all().order_by("submitted_at", "number")

        cases = self.run(found())
        return cases[pick % len(cases)] if cases else None

    def of_case(
        self, name: str, actor: Callable[[HomeVisit], Actor], pick: int, work: Callable[[Actor, HomeVisit], Awaitable[Any]]
    ) -> None:
        """An act on a call, locked as the API locks it. A step of the round that was taken before changes nothing."""
        case = self.case(pick, tuple(MOVES[name].before))
        if case is None:
            return
        who, before = actor(case), case.version

        async def done() -> Any:
            found = await calling.locked(who, case.id)
            return await work(who, found) if found else None

        made = self.act(name, done)
        if made is not None and made.version > before:
            self.done[name] += 1
            if name == "weigh":
                self.weighed.add(made.id)
            if name == "worsen" and case.state is State.REDIRECTED:
                self.done["insist"] += 1

    def asker(self, desk: bool) -> Callable[[HomeVisit], Actor]:
        return lambda case: self.desk if desk else self.citizen(case.person_id)

    def doctor(self, case: HomeVisit) -> Actor:
        sent = next((one for one in self.doctors if one.id == case.doctor_id), self.doctors[0])
        return self.staff(Role.DOCTOR, sent.person_id, Channel.DESK)

    @rule(act=st.sampled_from(sorted(OFTEN) * 3 + sorted(SELDOM)), pick=st.integers(0, 9), which=st.integers(0, 5), yes=st.booleans())
    def somebody_does_something(self, act: str, pick: int, which: int, yes: bool) -> None:
        getattr(self, act)(pick, which, yes)

    # what people do

    def call(self, pick: int, which: int, yes: bool) -> None:
        channel = (Channel.PHONE, Channel.PHONE, Channel.PHONE, Channel.DESK, Channel.AMBULANCE, Channel.CLINIC)[which]
        signs = (DangerSign.STROKE,) if pick == 9 else ()
        named = (Indication.INFECTION,) if pick == 8 else ()
        who = self.people[(pick + which) % len(self.people)]
        wanted = Wanted(who, PLACE, signs, named, "X" if yes or pick else "", phone="+77010000000", identity="№ 1", ambulance_number="1")
        made = self.act("call", lambda: calling.call(self.desk.by(channel), wanted, {}, None))
        if made is not None:
            self.done["call"] += 1
            self.made.add(made.id)

    def worsen(self, pick: int, which: int, yes: bool) -> None:
        signs = [DangerSign.SEIZURE] if which == 0 else []
        self.of_case("worsen", self.asker(yes), pick, lambda who, case: calling.worsen(who, case, signs, "Y"))

    def agree(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("agree", self.asker(yes), pick, calling.agree)

    def insist(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("insist", self.asker(yes), pick, calling.insist)

    def cancel(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("cancel", self.asker(yes), pick, lambda who, case: calling.cancel(who, case, REASONS if yes else ""))

    # what the clinic does

    def accept(self, pick: int, which: int, yes: bool) -> None:
        doctor = self.doctors[which % 2].id if yes or pick % 2 else None
        self.of_case("accept", self.clinics(yes), pick, lambda who, case: answer.accept(who, case, self.window(case, which), doctor))

    def promise(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("promise", self.clinics(yes), pick, lambda who, case: answer.promise(who, case, self.window(case, which)))

    def assign(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("assign", self.clinics(yes), pick, lambda who, case: dispatch.assign(who, case, self.doctors[which % 2].id))

    def refuse(self, pick: int, which: int, yes: bool) -> None:
        ground, words = list(RefusalGround)[which % 2], REASONS if pick else "Х"
        self.of_case("refuse", self.clinics(yes), pick, lambda who, case: answer.refuse(who, case, ground, words))

    def redirect(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("redirect", self.clinics(yes), pick, lambda who, case: answer.redirect(who, case, list(Route)[which % 2], REASONS))

    def carry(self, pick: int, which: int, yes: bool) -> None:
        day = clock.today() + timedelta(days=which - 1)
        self.of_case("carry", self.clinics(yes), pick, lambda who, case: dispatch.carry(who, case, day, REASONS))

    def end(self, pick: int, which: int, yes: bool) -> None:
        """One of the ends without a visit."""
        (self.cancel, self.agree, self.agree, self.refuse, self.refuse, self.hand_over)[which](pick, pick, yes)

    def weigh(self, pick: int, which: int, yes: bool) -> None:
        urgency, words = list(Urgency)[which % 3], REASONS if pick % 2 else ""
        who = self.doctor if yes else self.clinics(False)
        self.of_case("weigh", who, pick, lambda actor, case: dispatch.weigh(actor, case, urgency, words))

    def hand_over(self, pick: int, which: int, yes: bool) -> None:
        who = self.doctor if yes else self.clinics(True)
        self.of_case("hand_over", who, pick, lambda actor, case: dispatch.hand_over(actor, case, "1", ""))

    def detach(self, pick: int, which: int, yes: bool) -> None:
        """The attachment of somebody ends, or is in force again."""

        async def changed() -> None:
            held = Attachment.filter(person=self.people[pick % len(self.people)])
            await held.update(state="ENDED" if yes else "IN_FORCE")

        self.run(changed())

    # what doctors do

    def step(self, pick: int, which: int, yes: bool) -> None:
        for _ in range(1 + yes):
            self.of_case(STEPS[which], self.doctor, pick, getattr(rounds, STEPS[which]))

    def in_vain(self, pick: int, which: int, yes: bool) -> None:
        for act in ("set_out", "arrive", "miss", "arrive", "miss"):
            self.of_case(act, self.doctor, pick, getattr(rounds, act))
        if yes:  # the promised window is over
            self.later(7, which, False)
        self.of_case("give_up", self.doctor, pick, rounds.give_up)

    def complete(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("complete", self.doctor, pick, lambda who, case: rounds.complete(who, case, list(Outcome)[which % 3], "D", "H"))

    # what time does

    def later(self, pick: int, which: int, yes: bool) -> None:
        """Time goes by, and every job is done when its time has come."""
        minutes = (1, 10, 30, 30, 60, 60, 120, 240, 600, 1440)[pick]
        self.clock.shift(timedelta(minutes=minutes * (3 if yes and minutes == 1440 else 1)))
        self.run(self._jobs())

    async def _jobs(self) -> None:
        for work in JOBS:
            await work()
        assert [await work() for work in JOBS] == [0, 0, 0]
        for case in await HomeVisit.filter(state__in=home_visit_clock.CARRIED):
            if given_up(case.state, case.attempts, clock.now()):
                continue  # nobody else comes: a human closes it
            assert not day_over(case.visit_day, clock.now(), self.clinic.working_hours())
            assert case.window_until is None or case.state is State.SUBMITTED or case.window_until > clock.now()
            assert case.state is not State.SUBMITTED or case.answer_by >= clock.now() or case.overdue_at is not None

    # what always holds

    @invariant()
    def all_holds(self) -> None:
        self.run(self._check())

    async def _check(self) -> None:
        cases = await HomeVisit.all().order_by("log_year", "log_number")
        lines: dict[UUID, list[Entry]] = defaultdict(list)
        for line in await Entry.filter(act__startswith="home_visit:", reading=False).order_by("at"):
            lines[UUID(str(line.case_id))].append(line)
        assert {one.id for one in cases} == self.made == set(lines)
        assert [one.log_number for one in cases] == [*range(1, len(cases) + 1)]
        assert max(Counter(one.person_id for one in cases if one.state in law.LIVE).values(), default=0) <= 1
        board = await dispatch.board(self.desk)
        assert {one.id for one in board} == {one.id for one in cases if one.state in law.LIVE}
        assert [RANK[one.urgency] for one in board] == sorted(RANK[one.urgency] for one in board)
        for case in cases:
            self._one(case, lines[case.id])
        await self._told([line for of_case in lines.values() for line in of_case])
        self.weighed.clear()

    def _one(self, case: HomeVisit, lines: list[Entry]) -> None:
        """A call stands where its last line says, has one line per act, and every act led from a state to a state of the table."""
        acts = [line.act.removeprefix("home_visit:") for line in lines]
        states = [State(str(line.details["state"])) for line in lines]
        self.ever.update(acts)
        assert (acts[0], states[0], states[-1]) == ("call", State.SUBMITTED, case.state) and len(acts) == case.version + 1
        for act, before, after in zip(acts[1:], states, states[1:], strict=False):
            reached = {MOVES[act].after or before} | ({State.ASSIGNED} if act == "accept" else set())
            assert before in MOVES[act].before and after in reached, (act, before, after)
        assert all(one in law.LIVE or one is State.COMPLETED for one in states[:-1])
        assert (case.ended_at is not None) is (case.state in FINAL)
        assert (case.outcome is not None) is (case.state is State.COMPLETED) is bool(case.diagnosis)
        assert (case.state is State.REFUSED) is (case.refusal_ground is not None) and (case.state is not State.REFUSED or case.reasons)
        self._promised(case, acts)
        assert case.state not in law.ON_ROUND or case.doctor_id is not None
        former = self.urgency.get(case.id, case.urgency)
        assert not lowered(former, case.urgency) or case.id in self.weighed
        self.urgency[case.id] = case.urgency

    def _promised(self, case: HomeVisit, acts: list[str]) -> None:
        """What was promised lies in the hours of the day of the visit, which is never before the day that the standard wants."""
        assert case.visit_day >= case.served_by_law
        if case.window_since is None or case.window_until is None:
            assert "accept" not in acts and case.state not in law.PROMISED
            return
        since, until = clock.local(case.window_since), clock.local(case.window_until)
        span = self.clinic.working_hours().on(case.visit_day)
        assert since.date() == until.date() == case.visit_day and span is not None
        assert span[0] <= since.time() < until.time() <= span[1] and shortest(case.visit_day) <= until - since

    async def _told(self, lines: list[Entry]) -> None:
        """Each act that was done has its line, and each that must be told has told the person once."""
        acts = Counter(line.act.removeprefix("home_visit:") for line in lines if line.role is not Role.SYSTEM)
        assert acts == +self.done
        telling = sorted(line.id for line in lines if line.act.removeprefix("home_visit:") not in UNTOLD)
        assert telling == sorted(one.cause for one in await Message.all())

    def window(self, case: HomeVisit, which: int) -> Window:
        """A window that can be promised, or one that perhaps cannot."""
        found = windows(clock.now(), case.visit_day, self.clinic.working_hours(), case.channel)
        return found[which] if which < len(found) else (clock.now(), clock.now() + timedelta(hours=which))

    def clinics(self, head: bool) -> Callable[[HomeVisit], Actor]:
        return lambda case: self.head if head else self.desk


@pytest.mark.usefixtures("environment")
def test_no_call_is_ever_lost_whoever_does_whatever_in_any_order(tmp_path: Path) -> None:
    Dispatch.template = tmp_path / "template.sqlite3"
    with time_machine.travel(MONDAY, tick=False):
        databases.now(small(f"sqlite://{Dispatch.template}"))
    run_state_machine_as_test(
        Dispatch,
        settings=settings(
            max_examples=14, stateful_step_count=45, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert Dispatch.ever == {*MOVES, "call"}  # nothing of the table was left untried
