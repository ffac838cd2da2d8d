"""Whatever people, bodies, partner systems and the clock do, in any order: no appeal is lost, and what must hold always holds."""

import asyncio
import shutil
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
import time_machine
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from models import appeal_clock, clock
from models import appeal_decision as decision
from models import appeal_filing as filing
from models import appeal_handling as handling
from models.account import Account
from models.actor import Actor
from models.appeal import Appeal
from models.appeal_facts import Wanted, complaint_about, learned_on
from models.authority import Authority
from models.clinic import Clinic
from models.database import close, connect, transaction
from models.document import Document
from models.journal import Entry
from models.law import Refused, Role
from models.law import appeal as law
from models.law.appeal import MOVES, AnswerWay, ForwardGround, HearingWay, Kind, LeaveGround, Requirement, State
from models.law.appeal_clock import decide_from, over
from models.law.appeal_rules import Seat
from models.person import Person
from tests import databases
from tests.appeal.small import actors as everybody
from tests.appeal.small import signed as sign
from tests.appeal.small import small
from tests.attachment.asking import MONDAY

T = TypeVar("T")
WORDS = "Өтініште көрсетілген мән-жайлар тексеріліп, анықталды."
HANDLING = ("officer", "head", "deputy", "authority", "other-officer", "other-head")
DECIDING = ("head", "deputy", "authority", "other-head", "authority-second")
GIVING = ("officer", "deputy", "head", "other-officer", "other-head")
APPELLANTS = ("citizen", "representative", "consented", "stranger", "registrar", "officer")
FILING = (
    "citizen", "representative", "consented", "registrar", "officer", "authority", "stranger", "head-as-citizen", "other-officer",
    "unknown",
    "head",
)  # fmt: skip
OFTEN = ("file", "take_up", "forward", "decide", "later", "propose", "extend", "complain", "name_accused")
SELDOM = (
    "ask_correction", "correct", "forward_part", "notify", "object", "appoint_hearing", "heard", "leave", "answer", "withdraw",
    "request_case", "give_case", "surprise",
)  # fmt: skip
APPEALING = (Role.CITIZEN, Role.PARTNER, Role.REGISTRAR)
WHERE: dict[str, dict[str, Any]] = {
    "request_case": {"authority_id__not_isnull": True}, "give_case": {"case_requested_at__not_isnull": True, "case_given_at": None},
    "answer": {"answered_at": None}, "notify": {"extended_at__not_isnull": True, "noticed_at": None}, "extend": {"extended_at": None},
    "object": {"shown_at__not_isnull": True, "objected_at": None},
}  # fmt: skip
JOBS = (appeal_clock.lapse, appeal_clock.end_corrections, appeal_clock.record_late_notices, appeal_clock.record_late_cases)
RECEIPT = (
    "number", "register_year", "register_number", "received_by", "received_role", "submitted_at", "registered_at", "first_due_on",
    "latest_on", "kind", "clinic_id", "authority_id", "person_id", "essence", "name", "iin", "bin", "complained_of", "part", "late",
)  # fmt: skip


class Appeals(RuleBasedStateMachine):
    """Two clinics, the body above them, citizens and partner systems under whatever comes."""

    template: Path
    ever: set[str] = set()

    def __init__(self) -> None:
        super().__init__()
        self.traveller = time_machine.travel(MONDAY, tick=False)
        self.clock = self.traveller.start()
        self.file_of = self.template.with_name(f"{uuid4().hex}.sqlite3")
        shutil.copy(self.template, self.file_of)
        self.runner = asyncio.Runner()
        self.done: Counter[str] = Counter()
        self.receipts: dict[UUID, tuple[object, ...]] = {}
        self.due: dict[UUID, date] = {}
        self.accused: dict[UUID, set[str]] = defaultdict(set)
        self.counted: dict[UUID, int] = Counter()
        self.lapsed: dict[UUID, datetime] = {}
        self.earlier: dict[UUID, list[Any]] = defaultdict(list)
        self.run(self._begin())
        self._morning()

    def _morning(self) -> None:
        """Nobody begins with empty registers: one of each, and one on which somebody complained about."""
        for who in range(5):
            self.file(who, who, True)
        self.file(3, 0, False)
        self.take_up(0, 0, True)
        self.extend(5, 0, True)
        self.name_accused(1, 1, True)
        self.file(7, 0, True)  # the head, as a citizen
        self.decide(-1, 0, True)  # and as the head

    async def _begin(self) -> None:
        await connect(f"sqlite://{self.file_of}")
        self.who = await everybody()
        self.clinics = await Clinic.all().order_by("bin")
        self.above = await Authority.get()
        self.people = {person.surname: person for person in await Person.all()}
        self.person_of = {one.id: str(one.person_id) for one in await Account.all()}

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def teardown(self) -> None:
        self.run(close())
        self.runner.close()
        self.traveller.stop()
        for one in self.file_of.parent.glob(f"{self.file_of.name}*"):
            one.unlink()

    def act(self, work: Callable[[], Awaitable[Any]]) -> Any:
        """An act as the API does it: one transaction, done or refused; anything else that goes wrong is a failure."""
        self.clock.shift(timedelta(seconds=1))  # the lines of an appeal stand in their order

        async def tried() -> Any:
            try:
                async with transaction():
                    return await work()
            except Refused:
                return None

        return self.run(tried())

    def of_case(
        self, name: str, pick: int, which: int, yes: bool, fit: tuple[str, ...], work: Callable[[Actor, Appeal], Awaitable[Any]],
        **where: Any,
    ) -> Appeal | None:  # fmt: skip
        """An act on one of the appeals on which it is possible, by whose act it is, or by anybody at all."""
        cases = self.run(self._cases(name, where))
        case, names = cases[pick % len(cases)], sorted(self.who)
        fitting = [one for one in fit if self.who[one].role in APPEALING or case.seat_of(self.who[one]) is not Seat.OTHER]
        actor = self.who[fitting[which % len(fitting)] if yes and fitting else names[(pick * 5 + which) % len(names)]]

        async def done() -> Any:
            found = await filing.locked(actor, case.id)
            return await work(actor, found) if found else None

        made: Appeal | None = self.act(done)
        self.done[name] += made is not None
        return made

    async def _cases(self, name: str, where: dict[str, Any]) -> list[Appeal]:
        """The appeals on which an act is perhaps possible; any, where it is possible on none."""
        found = Appeal.filter(state__in=MOVES[name].before, **WHERE.get(name, {}), **where)
        return await found.order_by("entered_at", "number") or await Appeal.all().order_by("entered_at", "number")

    @rule(act=st.sampled_from(OFTEN + SELDOM), pick=st.integers(0, 19), which=st.integers(0, 9), yes=st.booleans())
    def somebody_does_something(self, act: str, pick: int, which: int, yes: bool) -> None:
        getattr(self, act)(pick, which, yes)

    # what people do

    def file(self, pick: int, which: int, yes: bool, about: Any = None) -> None:
        """An appeal of any kind; on paper perhaps some days ago, from somebody or nobody; a forged signature files nothing."""
        name = FILING[pick % len(FILING)]
        actor = self.who[name]
        known = name not in ("registrar", "officer", "authority", "other-officer", "head") or which % 3
        someone = self.people["stranger" if name == "stranger" else "head" if name == "head-as-citizen" else "citizen"] if known else None
        found = complaint_about(about) if about else None
        wanted = Wanted(
            kind=found.kind if found else list(Kind)[which % len(Kind)], clinic=about.clinic if about else self.clinics[pick % 7 == 6],
            authority=self.above if name == "authority" or (found and found.body is law.Body.AUTHORITY) else None, patient=someone,
            name="" if someone or which % 2 else "Үлгілі Асан",
            complained_of="Терапевт" if which == 4 and pick % 2 else "", essence=WORDS, about=about,
            learned_on=learned_on(about) if about else None, crime=which == 7,
            ways=(AnswerWay.POST,) if pick % 3 else (AnswerWay.ACCOUNT,),
            received_at=clock.now() - timedelta(days=which) if actor.staff and pick % 2 else None,
        )  # fmt: skip
        made = self.act(lambda: self._filed(actor, wanted, yes or which % 3 > 0))
        assert made is not None or name == "unknown" or not (yes or which % 3), (name, "nothing refuses an appeal")
        self.done["file"] += made is not None

    async def _filed(self, actor: Actor, wanted: Wanted, sound: bool) -> Any:
        if actor.role is not Role.CITIZEN:
            return await filing.file(actor, wanted, {}, None)
        signer = actor.person if sound else next(one.id for one in self.people.values() if one.id != actor.person)
        payload, signature = await sign(actor, wanted, signer)
        return await filing.file(actor, wanted, payload, signature)

    def complain(self, pick: int, which: int, yes: bool) -> None:
        """A complaint about an answer or about silence, by the person."""

        async def found() -> list[Appeal]:
            mine = Appeal.filter(person=self.people["citizen"], state__in=[State.DEEMED_REFUSED, State.DECIDED, State.LEFT])
            return [one for one in await mine.order_by("number").prefetch_related("clinic") if complaint_about(one)]

        cases = self.run(found())
        if cases:
            self.file(0, which, True, cases[pick % len(cases)])

    def correct(self, pick: int, which: int, yes: bool) -> None:
        if pick % 2:
            self.file(0, 0, True)
            self.ask_correction(-1, 1, True)
            pick = -1
        self.of_case("correct", pick, which, yes, APPELLANTS, lambda who, case: filing.correct(who, case, WORDS, ()))

    def object(self, pick: int, which: int, yes: bool) -> None:
        if pick % 2:
            self.propose(pick, which, yes)
        self.of_case("object", pick, which, yes, APPELLANTS, lambda who, case: filing.object_to(who, case, WORDS))

    def withdraw(self, pick: int, which: int, yes: bool) -> None:
        """Taken back; a desk says which paper there is, and encloses it, or forgets to."""
        words = WORDS if pick else ""
        if pick % 4 == 1:
            self.file(3, 0, True)  # at the desk, where nobody signs
            pick = -1

        async def taken_back(who: Actor, case: Appeal) -> Any:
            files = [] if pick % 3 == 0 else [(await self._paper(who)).id]
            return await filing.withdraw(who, case, words, files)

        self.of_case("withdraw", pick, which, yes, (*APPELLANTS, "registrar", "officer"), taken_back)

    async def _paper(self, who: Actor) -> Document:
        """A file that somebody has uploaded and not enclosed yet."""
        return await Document.create(kind="ENCLOSURE", uploaded_at=clock.now(), uploaded_by=who.account or who.partner)

    # what the bodies do

    def take_up(self, pick: int, which: int, yes: bool) -> None:
        executor = self.who[HANDLING[(which + (pick == 3)) % len(HANDLING)]].account
        self.of_case("take_up", pick, which, yes, HANDLING, lambda who, case: handling.take_up(who, case, executor))  # type: ignore[arg-type]

    def ask_correction(self, pick: int, which: int, yes: bool) -> None:
        asked = [Requirement.NAME, Requirement.ESSENCE if which % 2 else Requirement.SIGNATURE] if which else []
        self.of_case(
            "ask_correction", pick, which, yes, HANDLING,
            lambda who, case: handling.ask_correction(
                who, case, asked, WORDS, min(case.due_on, clock.today() + timedelta(days=3 + pick % 3))
            ),
        )  # fmt: skip

    def forward(self, pick: int, which: int, yes: bool) -> None:
        ground = (ForwardGround.NOT_COMPETENT, ForwardGround.NOT_COMPETENT, ForwardGround.COMPLAINT, ForwardGround.CONFLICT)[pick % 4]
        clinic, authority = self._other(pick, ground)
        self.of_case("forward", pick, which, yes, HANDLING, lambda who, case: handling.forward(who, case, ground, clinic, authority, WORDS))

    def forward_part(self, pick: int, which: int, yes: bool) -> None:
        clinic, authority = self._other(pick, ForwardGround.NOT_COMPETENT)
        self.of_case(
            "forward_part", pick, which, yes, HANDLING,
            lambda who, case: handling.forward_part(who, case, clinic, authority, WORDS, WORDS),
        )  # fmt: skip

    def _other(self, pick: int, ground: ForwardGround) -> tuple[Clinic | None, Authority | None]:
        upwards = ground is not ForwardGround.NOT_COMPETENT or pick % 8 == 0
        return (None, self.above) if upwards else (self.clinics[pick % 3 > 0], None)

    def extend(self, pick: int, which: int, yes: bool) -> None:
        self.of_case(
            "extend", pick, which, yes, DECIDING,
            lambda who, case: handling.extend(who, case, case.latest_on + timedelta(days=1 - bool(pick)), WORDS),
        )  # fmt: skip

    def notify(self, pick: int, which: int, yes: bool) -> None:
        if pick % 2:
            self.file(3, 0, True)  # at the desk, from nobody of the register
            self.extend(-1, which, yes)
        self.of_case("notify", pick, which, yes, HANDLING, lambda who, case: handling.notify(who, case, WORDS))

    def propose(self, pick: int, which: int, yes: bool) -> None:
        self.of_case(
            "propose", pick, which, yes, HANDLING,
            lambda who, case: decision.propose(who, case, self.outcome(case, which), WORDS),
        )  # fmt: skip

    def outcome(self, case: Appeal, which: int) -> law.Outcome:
        possible = law.outcomes(case.kind, case.body)
        return possible[which % len(possible)] if which < 9 else list(law.Outcome)[case.version % len(law.Outcome)]

    def appoint_hearing(self, pick: int, which: int, yes: bool) -> Appeal | None:
        at = clock.now() + timedelta(days=(which - 1) * (1 + pick % 3), hours=1)
        return self.of_case(
            "appoint_hearing", pick, which, yes, HANDLING,
            lambda who, case: decision.appoint_hearing(who, case, at, HearingWay.VIDEO, "№ 1"),
        )  # fmt: skip

    def heard(self, pick: int, which: int, yes: bool) -> None:
        """A hearing is held, and its protocol kept; perhaps one that says it began before it was appointed for."""
        began, parts = clock.now() + timedelta(hours=1, minutes=pick % 4), {name: WORDS for name in decision.PARTS}
        made = self.appoint_hearing(pick, 1, yes)
        self.clock.shift(timedelta(hours=4))
        self.of_case(
            "record_hearing", pick, which, yes, HANDLING,
            lambda who, case: decision.record_hearing(who, case, began, began + timedelta(hours=1 + pick % 3), parts),
            **({"id": made.id} if made else {}),
        )  # fmt: skip

    def surprise(self, pick: int, which: int, yes: bool) -> None:
        """A mild decision is shown, and the worst one tried on the same appeal, perhaps late: nobody is decided against by surprise."""
        self.file(0, which % 5, True)
        self.take_up(-1, 0, True)
        shown = self.of_case(
            "propose", -1, 0, True, HANDLING,
            lambda who, case: decision.propose(who, case, law.outcomes(case.kind, case.body)[yes], WORDS),
        )  # fmt: skip
        self.later(0, 6 if pick % 2 else 9, True)
        if shown and pick % 4 == 2:  # late, and shown anew: what was shown first stays
            self.of_case(
                "propose", 0, 0, True, HANDLING,
                lambda who, case: decision.propose(who, case, law.outcomes(case.kind, case.body)[0], WORDS), id=shown.id,
            )  # fmt: skip
            self.later(0, 6, True)
        if shown:
            self.of_case(
                "decide", 0, which, True, DECIDING,
                lambda who, case: decision.decide(who, case, law.outcomes(case.kind, case.body)[-1], WORDS, WORDS, True), id=shown.id,
            )  # fmt: skip

    def decide(self, pick: int, which: int, yes: bool) -> None:
        self.of_case(
            "decide", pick, which, yes, DECIDING,
            lambda who, case: decision.decide(who, case, self.outcome(case, which), WORDS, WORDS if pick else "", True if pick else None),
        )  # fmt: skip

    def leave(self, pick: int, which: int, yes: bool) -> None:
        if pick % 2:
            complaint = pick % 4 == 1
            self.file(3, 33 if complaint else 9, True)  # at the desk, from nobody: a complaint, or a message
            which, yes = (0, True) if complaint else (which, yes)
        pick, ground = (-1 if pick % 2 else pick), list(LeaveGround)[which % 3]
        self.of_case("leave", pick, which, yes, DECIDING, lambda who, case: decision.leave(who, case, ground, WORDS))

    def answer(self, pick: int, which: int, yes: bool) -> None:
        if pick % 2:
            self.file(1, 0, True)  # the answer is wanted by post
            self.decide(-1, 0, True)
            pick = -1
        self.of_case("answer", pick, which, yes, HANDLING, lambda who, case: decision.answer(who, case, WORDS))

    def name_accused(self, pick: int, which: int, yes: bool) -> None:
        """One of the staff, some, or everybody, whoever names them: then nobody is left to act, and time still brings an end."""
        staff = [one.person for one in self.who.values() if one.staff and one.person]
        if pick % 3 == 0:
            self.file(1, 4, True)  # about somebody in words: decided by nobody before it is said who that is
            self.decide(-1, 0, True)
            pick, yes = (-1, True) if pick % 2 else (pick, yes)
        named = staff if pick == 19 else [] if pick % 5 == 4 else staff[which % 4 : which % 4 + 1 + pick % 2]
        note = "" if named else WORDS[: 60 if which else 10]
        self.of_case("name_accused", pick, which, yes, HANDLING, lambda who, case: handling.name_accused(who, case, named, note))

    def request_case(self, pick: int, which: int, yes: bool) -> None:
        self.of_case("request_case", pick, which, yes, ("authority",), lambda who, case: handling.request_case(who, case, WORDS))
        if pick % 2 and which % 2:
            self.later(0, 7, True)

    def give_case(self, pick: int, which: int, yes: bool) -> None:
        if pick % 2:
            self.request_case(pick, which, yes)
        self.of_case("give_case", pick, which, yes, GIVING, lambda who, case: handling.give_case(who, case, WORDS, ()))

    # what time does

    def later(self, pick: int, which: int, yes: bool) -> None:
        """Time goes by, and every job is done when its time has come."""
        self.clock.shift(timedelta(days=(0, 1, 1, 2, 3, 4, 5, 7, 14, 30)[which], hours=pick % 5))
        self.run(self._jobs())

    async def _jobs(self) -> None:
        for work in JOBS:
            await work()
        assert [await work() for work in JOBS] == [0, 0, 0, 0]
        for case in await Appeal.filter(state__in=law.RUNNING):
            assert not over(case.due_on, clock.now()), "a term ran out and nothing came of it"
        for case in await Appeal.filter(state=State.NEEDS_CORRECTION):
            assert case.correct_by and not over(case.correct_by, clock.now())

    # what always holds

    @invariant()
    def all_holds(self) -> None:
        self.run(self._check())

    async def _check(self) -> None:
        cases = await Appeal.all().order_by("entered_at", "number")
        lines: dict[UUID, list[Entry]] = defaultdict(list)
        for line in sorted(await Entry.filter(act__startswith="appeal:", reading=False), key=lambda one: (one.at, ":late_" in one.act)):
            lines[UUID(str(line.case_id))].append(line)
        assert set(self.receipts) <= {one.id for one in cases} == set(lines), "an appeal is never deleted, and has its lines"
        self._registers(cases)
        for case in cases:
            self._receipt(case)
            self._course(case, lines[case.id])
            self._whose(case, lines[case.id])
            self._term(case, lines[case.id])
            self._end(case)
            self._heard(case, Counter(line.act.removeprefix("appeal:") for line in lines[case.id]))
            self._sent_on(case, cases)
        await self._withdrawn(cases)
        acts = Counter(line.act.removeprefix("appeal:") for one in lines.values() for line in one if line.role is not Role.SYSTEM)
        assert acts == +self.done, "each act that was done has its line, and no other"

    def _registers(self, cases: list[Appeal]) -> None:
        """Numbers are unique, and the lines of each body and year have no gap."""
        assert len({one.number for one in cases}) == len(cases)
        registers: dict[object, list[int]] = defaultdict(list)
        for one in cases:
            registers[one.authority_id or one.clinic_id, one.register_year].append(one.register_number)
        for kept in registers.values():
            assert sorted(kept) == [*range(1, len(kept) + 1)]

    def _receipt(self, case: Appeal) -> None:
        """The receipt is whole, and never changes."""
        given = tuple(getattr(case, name) for name in RECEIPT)
        assert case.number and case.register_number and case.received_by and case.registered_at and case.first_due_on
        assert self.receipts.setdefault(case.id, given) == given

    def _course(self, case: Appeal, lines: list[Entry]) -> None:
        """It stands where its last line says, has one line per change, and every act led from a state to a state of the table."""
        acts = [line.act.removeprefix("appeal:") for line in lines]
        states = [State(str(line.details["state"])) for line in lines]
        self.ever.update(acts)
        assert (acts[0], states[0], states[-1]) == ("file", State.REGISTERED, case.state) and len(acts) == case.version + 1
        for act, line, before, after in zip(acts[1:], lines[1:], states, states[1:], strict=False):
            begun = act == "forward" and line.role is Role.SYSTEM and before in (State.PRELIMINARY, State.HEARING)
            assert before in MOVES[act].before or begun, (act, before)
            expected = MOVES[act].after or before
            if before is State.DEEMED_REFUSED and expected not in law.FINAL:
                expected = State.DEEMED_REFUSED  # what is deemed refused stays so until the end
            assert after is expected and line.role in MOVES[act].by, (act, before, after, line.role)
        assert State.DEEMED_REFUSED not in states or case.lapsed_at is not None, "a refusal is taken back"

    def _whose(self, case: Appeal, lines: list[Entry]) -> None:
        """Nobody complained about, and nobody who appeals, has acted on it for a body since."""
        for line in lines[max(self.counted[case.id], 1) :]:
            person = self.person_of.get(line.account_id) if line.account_id else None
            if line.role is Role.CITIZEN or person is None:
                continue
            assert person not in self.accused[case.id], (line.act, line.role, "complained about")
            own = {str(case.person_id), str(case.applicant_id)}
            assert line.role is Role.REGISTRAR or person not in own, (line.act, line.role, "decides an appeal of one's own")
        self.counted[case.id] = len(lines)
        assert self.accused[case.id] <= {one["person"] for one in case.accused}, "nobody is taken off the list"
        self.accused[case.id] = {one["person"] for one in case.accused}

    def _term(self, case: Appeal, lines: list[Entry]) -> None:
        """The last day stays where the law put it, but for one extension within its bound."""
        extended = [line.act for line in lines].count("appeal:extend")
        assert extended <= 1 and case.due_on <= case.latest_on and (extended == 1 or case.due_on == case.first_due_on)
        assert self.due.get(case.id, case.due_on) == case.due_on or (extended and case.due_on > case.first_due_on)
        self.due[case.id] = case.due_on

    def _end(self, case: Appeal) -> None:
        """It has ended, or a term runs, or its term ran out and that is recorded; a decision says what and why."""
        assert (case.ended_at is not None) is (case.state in law.FINAL)
        assert case.state in law.FINAL or case.state in law.OWED
        assert case.state is not State.DEEMED_REFUSED or (case.lapsed_at is not None and case.due_on < clock.today())
        assert (case.outcome is not None) is (case.state is State.DECIDED) and (case.leave_ground is not None) is (case.state is State.LEFT)
        if case.outcome:
            assert case.outcome in law.outcomes(case.kind, case.body) and case.reasons and case.decided_by and case.ended_at
        if case.outcome in law.UNFAVOURABLE:  # in time or late
            assert case.shown_at and case.ended_at and case.decision_law, "against the person by surprise"
            assert clock.local(case.ended_at).date() >= decide_from(clock.local(case.shown_at).date())
            assert case.proposed_outcome in (case.outcome, *law.WORST), "worse than what was shown"
        assert not (case.crime and case.state is State.LEFT)
        if case.state is State.LEFT:
            assert case.kind is not Kind.COMPLAINT or case.authority_id, "a clinic grants a complaint in full or sends it up"
            assert case.leave_ground is not LeaveGround.ANONYMOUS or not (case.person_id or case.name or case.iin or case.bin)
            assert case.leave_ground is LeaveGround.ANONYMOUS or case.correction_missed
            assert case.leave_ground is not LeaveGround.WITHOUT_ESSENCE or "ESSENCE" in case.requirements.split()
        if case.state in (State.DECIDED, State.LEFT) and case.complained_of:
            assert case.accused or len(case.accused_note) >= 20, "somebody is complained of in words, and nobody said who that is"
        assert case.id not in self.lapsed or case.lapsed_at == self.lapsed[case.id], "the moment of a refusal is moved"
        if case.lapsed_at:
            self.lapsed[case.id] = case.lapsed_at

    def _heard(self, case: Appeal, acts: Counter[str]) -> None:
        """Whatever was shown, objected and heard stays, the present one or an earlier one; a hearing is within the term."""
        before = self.earlier[case.id]
        assert case.earlier[: len(before)] == before, "what was kept is changed"
        self.earlier[case.id] = list(case.earlier)
        objections = [str(one["objection"]) for one in case.earlier if "outcome" in one] + [case.objection] * bool(case.shown_at)
        protocols = [one["protocol"] for one in case.earlier if "hearing" in one] + [case.protocol] * bool(case.protocol)
        assert len(objections) == acts["propose"] and sum(map(bool, objections)) == acts["object"], "a preliminary decision is lost"
        assert len(protocols) == acts["record_hearing"], "a protocol is lost"
        if case.hearing:
            at = datetime.fromisoformat(case.hearing["at"])
            assert not over(case.due_on, at)
            assert not case.protocol or datetime.fromisoformat(case.protocol["began_at"]) >= at

    def _sent_on(self, case: Appeal, cases: list[Appeal]) -> None:
        """Complaints go upwards only; what is returned is a request at the clinic; nothing goes twice."""
        sent = [one for one in cases if one.origin_id == case.id]
        whole = [one for one in sent if not one.part]
        returned = case.outcome is law.Outcome.RETURNED
        assert len(whole) == (case.state is State.FORWARDED or returned)
        assert not returned or (whole[0].kind, whole[0].authority_id, whole[0].clinic_id) == (Kind.REQUEST, None, case.clinic_id)
        assert case.kind not in law.COMPLAINTS or returned or all(one.authority_id for one in sent)
        parts = Counter((one.part, one.authority_id or one.clinic_id) for one in sent)
        assert set(parts.values()) <= {1}, "the same part went twice to the same body"

    async def _withdrawn(self, cases: list[Appeal]) -> None:
        """What staff has entered as withdrawn has words and a paper, and was neither signed by the person nor deemed refused."""
        papers = {one.appeal_id for one in await Document.exclude(appeal_id=None)}
        for case in cases:
            if case.state is State.WITHDRAWN and case.decided_role not in (Role.CITIZEN, Role.PARTNER):
                assert case.reasons and case.id in papers and case.signature_id is None and case.lapsed_at is None
                assert complaint_about(case) is not None or case.authority_id, "nobody could complain"


@pytest.mark.usefixtures("environment")
def test_no_appeal_is_ever_lost_whoever_does_whatever_in_any_order(tmp_path: Path) -> None:
    Appeals.template = tmp_path / "template.sqlite3"
    with time_machine.travel(MONDAY, tick=False):
        databases.now(small(f"sqlite://{Appeals.template}"))
    run_state_machine_as_test(
        Appeals,
        settings=settings(
            max_examples=30, stateful_step_count=50, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert {*MOVES, "file"} - Appeals.ever == set()  # nothing of the table was left untried
