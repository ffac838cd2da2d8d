"""Whatever people, the clinic and the clock do, in any order: what must hold of times, holds and appointments holds after every step."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
import time_machine
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from models import appointment_booking as booking
from models import appointment_day as day
from models import appointment_ending as ending
from models import appointment_moving as moving
from models import appointment_reminder, clock, slot_search, timetable_opening
from models import timetable_change as change
from models.actor import Actor
from models.appointment import Appointment
from models.appointment_facts import Wanted
from models.clinic import Clinic, Doctor
from models.database import close, connect, transaction
from models.hold import Hold, HoldPurpose
from models.journal import Entry
from models.law import Channel, Refused, Role
from models.law import appointment as law
from models.law.appointment import LIVE, TAKING, State, VisitReason
from models.law.timetable import SlotState
from models.outbox import Message
from models.person import Person
from models.timetable import Absence, Reception, Slot
from tests import databases
from tests.appointment.small import PEOPLE, given, small
from tests.attachment.asking import MONDAY

T = TypeVar("T")
Act = Callable[[], Awaitable[Any]]
COMING = (State.BOOKED, State.ARRIVED, State.IN_VISIT)
TELLING = ("book", "move", "accept", "cancel", "offer", "remind")
HOURS = timedelta(hours=1)


class Clinics(RuleBasedStateMachine):
    """The small clinic under whatever comes."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.traveller = time_machine.travel(MONDAY, tick=False)
        self.clock = self.traveller.start()
        self.file = self.template.with_name(f"{uuid4().hex}.sqlite3")
        shutil.copy(self.template, self.file)
        self.runner = asyncio.Runner()
        self.done: Counter[str] = Counter()
        self.ended: dict[UUID, set[State]] = {}
        self.times: dict[UUID, tuple[int, datetime]] = {}
        self.withdrawn: set[tuple[UUID, datetime]] = set()
        self.run(self._begin())

    async def _begin(self) -> None:
        await connect(f"sqlite://{self.file}")
        self.people = await Person.filter(attachments__state="IN_FORCE").order_by("iin")
        self.doctors = await Doctor.all().order_by("person__iin").prefetch_related("clinic", "person")
        self.clinic = await Clinic.get()
        self.desk = self.staff(Role.REGISTRAR, uuid4(), uuid4())
        self.administrator = self.staff(Role.ADMINISTRATOR, uuid4(), uuid4())

    def staff(self, role: Role, account: UUID, person: UUID) -> Actor:
        return Actor(role=role, account=account, person=person, clinic=self.clinic.id, channel=Channel.DESK, name="X")

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

        async def tried() -> Any:
            try:
                async with transaction():
                    return await work()
            except Refused:
                return None

        made = self.run(tried())
        self.done[name] += made is not None
        return made

    def citizen(self, person: Person) -> Actor:
        return Actor(role=Role.CITIZEN, account=person.id, person=person.id, name=person.surname)

    def slot(self, pick: int, free: bool) -> UUID:
        """A time that can be had, or any time that was ever opened."""
        wanted = slot_search.free() if free else Slot.all()

        async def found() -> list[Slot]:
            return await wanted.order_by("starts_at", "doctor__person__iin")

        slots = self.run(found())
        return slots[pick % len(slots)].id if slots else uuid4()

    def case(self, pick: int, *states: State) -> Appointment | None:
        async def found() -> list[Appointment]:
            return await Appointment.filter(state__in=states or list(State)).order_by("submitted_at", "number")

        cases = self.run(found())
        return cases[pick % len(cases)] if cases else None

    def of_case(self, name: str, actor: Actor, case: Appointment | None, work: Callable[[Appointment], Awaitable[Any]]) -> Any:
        """An act on an appointment, locked as the API locks it."""

        async def done() -> Any:
            assert case is not None
            found = await booking.locked(actor, case.id)
            assert found is not None
            return await work(found)

        return self.act(name, done) if case else None

    # what people do

    @rule(who=st.integers(0, PEOPLE - 1), pick=st.integers(0, 20), free=st.booleans())
    def hold(self, who: int, pick: int, free: bool) -> None:
        person, slot = self.people[who], self.slot(pick, free)
        self.act("hold", lambda: booking.hold(self.citizen(person), person, slot))

    @rule(who=st.integers(0, PEOPLE - 1), longer=st.booleans())
    def extend_or_release(self, who: int, longer: bool) -> None:
        person, work = self.people[who], booking.extend if longer else booking.release

        async def done() -> Any:
            held = await Hold.filter(person=person, purpose=HoldPurpose.CHOICE, ended_at=None).first()
            mine = await booking.own_hold(self.citizen(person), held.id) if held else None
            return await work(self.citizen(person), mine) if mine else None

        self.act("hold", done)

    @rule(who=st.integers(0, PEOPLE - 1), pick=st.integers(0, 20), free=st.booleans(), held=st.booleans())
    def book(self, who: int, pick: int, free: bool, held: bool) -> None:
        person, slot = self.people[who], self.slot(pick, free)

        async def done() -> Any:
            mine = await Hold.filter(person=person, purpose=HoldPurpose.CHOICE).order_by("-held_at").first() if held else None
            wanted = Wanted(person, mine.slot_id, mine.id, identity="№ 1") if mine else Wanted(person, slot, identity="№ 1")
            return await booking.book(self.desk, wanted, {}, None)

        self.act("book", done)

    @rule(which=st.integers(0, 9), pick=st.integers(0, 20), free=st.booleans())
    def move(self, which: int, pick: int, free: bool) -> None:
        case, slot = self.case(which, State.BOOKED, State.OFFERED), self.slot(pick, free)
        self.of_case("move", self.desk, case, lambda found: moving.move(self.desk, found, slot))

    @rule(which=st.integers(0, 9))
    def accept(self, which: int) -> None:
        self.of_case("accept", self.desk, self.case(which, State.OFFERED), lambda found: moving.accept(self.desk, found))

    @rule(which=st.integers(0, 9))
    def cancel(self, which: int) -> None:
        case = self.of_case("cancel", self.desk, self.case(which), lambda found: ending.cancel(self.desk, found))
        if case:
            self.ended[case.id] = {State.CANCELLED}

    # what the clinic does

    @rule(which=st.integers(0, 9))
    def offer(self, which: int) -> None:
        case = self.case(which, State.BOOKED, State.OFFERED)
        taken = case is not None and case.state is State.BOOKED
        made = self.of_case("offered", self.desk, case, lambda found: ending.offer(self.desk, found, "X"))
        if case and made and taken:
            self.withdrawn.add((case.doctor_id, case.starts_at))

    @rule(which=st.integers(0, 9), mark=st.sampled_from(["arrive", "begin", "complete", "reopen", "step_back", "miss"]))
    def mark(self, which: int, mark: str) -> None:
        case = self.case(which)
        doctor = next((one for one in self.doctors if case and one.id == case.doctor_id), self.doctors[0])
        actor = self.staff(Role.DOCTOR, doctor.id, doctor.person_id)
        made = self.of_case(mark, actor, case, lambda found: getattr(day, mark)(actor, found))
        if made:
            self.ended[made.id] = {made.state, State.PASSED}

    @rule(who=st.integers(0, 2), since=st.integers(0, 80), long=st.integers(1, 60))
    def absent(self, who: int, since: int, long: int) -> None:
        begins = clock.now() + since * HOURS
        self.act("absent", lambda: change.absent(self.administrator, self.doctors[who], begins, begins + long * HOURS, "X"))

    @rule(which=st.integers(0, 3))
    def back(self, which: int) -> None:
        async def done() -> Any:
            away = await Absence.filter(until__gt=clock.now()).order_by("recorded_at", "since", "doctor__person__iin")
            found = await change.absence_of(self.administrator, away[which % len(away)].id) if away else None
            return await change.back(self.administrator, found) if found else None

        self.act("back", done)

    @rule(who=st.integers(0, 2), weekday=st.integers(0, 2), begins=st.sampled_from([9, 10]), minutes=st.sampled_from([20, 30]))
    def begin_reception(self, who: int, weekday: int, begins: int, minutes: int) -> None:
        asked = change.Asked(weekday, time(begins), time(begins + 1), minutes, f"1{who}", tuple(VisitReason), clock.today())
        self.act("begin reception", lambda: change.begin(self.administrator, self.doctors[who], asked))

    @rule(which=st.integers(0, 9), last=st.integers(-1, 10))
    def end_reception(self, which: int, last: int) -> None:
        async def done() -> Any:
            known = await Reception.all().order_by("doctor__person__iin", "weekday", "begins_minute", "recorded_at", "since")
            found = await change.reception_of(self.administrator, known[which % len(known)].id)
            assert found is not None
            return await change.end(self.administrator, found, clock.today() + timedelta(days=last))

        self.act("end reception", done)

    @rule(minutes=st.sampled_from([1, 4, 5, 60, 180, 1440, 2880]))
    def later(self, minutes: int) -> None:
        """Time goes by, and every job is done when its time has come."""
        self.clock.shift(timedelta(minutes=minutes))
        self.run(self._jobs())

    async def _jobs(self) -> None:
        again = (booking.end_expired, ending.renew_offers, appointment_reminder.send_due, day.record_passed)
        for work in (timetable_opening.open_horizon, *again):
            await work()
        assert [await work() for work in again] == [0, 0, 0, 0]
        await self._everybody_offered_what_there_is()

    # what always holds

    @invariant()
    def all_holds(self) -> None:
        self.run(self._check())

    async def _check(self) -> None:
        slots = {one.id: one for one in await Slot.all()}
        cases, holds = await Appointment.all(), await Hold.live()
        taking = Counter(one.slot_id for one in cases if one.state in TAKING)
        assert max(taking.values(), default=0) <= 1
        assert {one.id for one in slots.values() if one.state is SlotState.BOOKED} == set(taking)
        assert max(Counter(one.slot_id for one in holds).values(), default=0) <= 1
        assert max(Counter(one.person_id for one in holds if one.purpose is HoldPurpose.CHOICE).values(), default=0) <= 1
        assert not {one.slot_id for one in holds} & set(taking)
        assert max(Counter((one.person_id, one.specialty) for one in cases if one.state in LIVE).values(), default=0) <= 1
        for case in cases:
            self._one(case, slots[case.slot_id])
        self._no_two_at_once([one for one in cases if one.state is State.BOOKED])
        assert {one.appointment_id for one in holds if one.appointment_id} <= {one.id for one in cases if one.state is State.OFFERED}
        await self._told(cases)
        await self._listed(cases, holds)

    def _one(self, case: Appointment, slot: Slot) -> None:
        """An appointment is at the time of its slot, and has ended only by the person or a mark of the day."""
        assert (case.starts_at, case.doctor_id, case.specialty) == (slot.starts_at, slot.doctor_id, slot.specialty)
        assert case.state is State.OFFERED or case.ends_at == slot.ends_at
        over = case.ends_at < datetime.combine(clock.today(), time(), clock.ZONE)
        open_states = {State.BOOKED, State.OFFERED} | ({State.PASSED} if over else set())
        assert case.state in self.ended.get(case.id, set()) | open_states
        sequence, starts_at = self.times.get(case.id, (-1, case.starts_at))
        assert case.sequence > sequence or (case.sequence, case.starts_at) == (sequence, starts_at)
        self.times[case.id] = (case.sequence, case.starts_at)

    def _no_two_at_once(self, coming: list[Appointment]) -> None:
        for one in coming:
            for other in coming:
                apart = one.ends_at <= other.starts_at or other.ends_at <= one.starts_at
                assert one.id == other.id or one.person_id != other.person_id or apart

    async def _told(self, cases: list[Appointment]) -> None:
        """Each act has its line, and each that must be told has its message."""
        lines = await Entry.filter(act__startswith="appointment:")
        acts = Counter(one.act.removeprefix("appointment:") for one in lines)
        for name in ("book", "move", "accept", "cancel", "arrive", "begin", "complete", "reopen", "step_back", "miss"):
            assert acts[name] == self.done[name], name
        assert {one.id for one in cases} == {one.case_id for one in lines if one.act == "appointment:book"}
        assert {one.id for one in cases if one.state is State.OFFERED} <= {one.case_id for one in lines if one.act == "appointment:offer"}
        telling = sorted(one.id for one in lines if one.act.removeprefix("appointment:") in TELLING)
        assert telling == sorted(one.cause for one in await Message.all())

    async def _listed(self, cases: list[Appointment], holds: list[Hold]) -> None:
        """Exactly what nobody has is listed, and whoever has nothing can book what is listed."""
        gone = {(one.doctor_id, one.starts_at) for one in cases if one.state in TAKING} | self.withdrawn
        gone |= {(one.slot.doctor_id, one.slot.starts_at) for one in await Hold.live().prefetch_related("slot")}
        listed = await slot_search.free().order_by("starts_at", "doctor__person__iin")
        expected = {one for one in await given(self.clinic) if one[:2] not in gone}
        assert {(one.doctor_id, one.starts_at, one.ends_at) for one in listed} == expected
        for one in listed[:1] + listed[-1:]:
            with pytest.raises(_Undone):
                async with transaction():
                    await booking.book(self.desk, Wanted(self.people[PEOPLE], one.id, identity="№ 1"), {}, None)
                    raise _Undone

    async def _everybody_offered_what_there_is(self) -> None:
        """Whoever waits without an offer waits because no free time fits."""
        held = {one.appointment_id for one in await Hold.live()}
        for case in await Appointment.filter(state=State.OFFERED):
            busy = await Appointment.filter(person_id=case.person_id, state__in=COMING)
            leaves = timedelta(hours=law.OFFER_LEAVES.on(clock.today()))
            free = await slot_search.free().filter(specialty=case.specialty, starts_at__gte=clock.now() + leaves)
            fit = [one for one in free if all(one.ends_at <= b.starts_at or b.ends_at <= one.starts_at for b in busy)]
            assert case.id in held or not fit


class _Undone(Exception):
    """The booking went well; nothing of it stays."""


@pytest.mark.usefixtures("environment")
def test_times_holds_and_appointments_are_never_at_odds(tmp_path: Path) -> None:
    Clinics.template = tmp_path / "template.sqlite3"
    with time_machine.travel(MONDAY, tick=False):
        databases.now(small(f"sqlite://{Clinics.template}"))
    run_state_machine_as_test(
        Clinics,
        settings=settings(
            max_examples=10, stateful_step_count=40, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
