"""What must be true of the registers of appeals after any storm, read from the database itself; each fault in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from api.ids import encode
from models import clock
from models.appeal import Appeal
from models.authority import Authority
from models.clinic import Clinic
from models.journal import Entry
from models.law import Role, Service
from models.law import appeal_clock as clocks
from models.law.appeal import FINAL, FORWARDING, RUNNING, Lapse, Outcome, State
from models.law.notice import of_register, parse
from models.number import Number
from models.outbox import Message, Way
from tests.race.appeal_stage import Told

ENDS = ("forward", "decide", "leave", "withdraw")
# nobody is told of these: they concern the body, or are told by the act that comes with them
UNTOLD = {"name_accused", "notify", "late_registration", "late_forwarding", "late_notice", "late_case", "correction_over"}
ONCE = (*ENDS, "file", "lapse", "correction_over", "late_registration", "late_forwarding", "late_notice", "late_case")


@dataclass(frozen=True)
class Register:
    """The rows that are compared."""

    cases: list[Appeal]
    lines: dict[UUID, list[Entry]]
    messages: Counter[UUID]
    bodies: dict[UUID, Clinic | Authority]
    numbers: dict[str, int]

    def acts(self, case: Appeal) -> Counter[str]:
        return Counter(line.act.removeprefix("appeal:") for line in self.lines[case.id])


async def read() -> Register:
    """Everything, in a handful of questions."""
    lines: dict[UUID, list[Entry]] = defaultdict(list)
    for line in await Entry.filter(service=Service.APPEAL, reading=False).order_by("at"):
        if line.case_id:
            lines[line.case_id].append(line)
    messages = Counter(one.cause for one in await Message.filter(way=Way.ACCOUNT))
    bodies: dict[UUID, Clinic | Authority] = {one.id: one for one in await Clinic.all()}
    bodies |= {one.id: one for one in await Authority.all()}
    numbers = {one.series: one.value for one in await Number.filter(series__startswith="appeal")}
    return Register(await Appeal.all(), lines, messages, bodies, numbers)


async def violations(told: Told, *, unanswered: bool = False) -> list[str]:
    """Every fault found. `unanswered`: some acts got no answer, so more may be written than was told."""
    found = await read()
    each = (_lines, _codes, _receipt, _half, _twice, _terms, _sent_on, _untold)
    return [*told.faults, *(fault for one in each for fault in one(found)), *_lost(found, told, unanswered)]


def _lines(found: Register) -> Iterator[str]:
    """The register of each body is 1, 2, 3… up to the last line given, and every number says its line; no two are the same."""
    registers: dict[tuple[UUID, int], list[int]] = defaultdict(list)
    for case in found.cases:
        registers[case.authority_id or case.clinic_id, case.register_year].append(case.register_number)
        number, code = parse(case.number), found.bodies[case.authority_id or case.clinic_id].appeal_code
        if number is None or code is None or number.sequence != of_register(code, case.register_number):
            yield f"{case.number} does not say line {case.register_number} of the register {code}"
    for (body, year), lines in registers.items():
        given = found.numbers.get(f"appeals-{found.bodies[body].bin}-{year}")
        if sorted(lines) != list(range(1, len(lines) + 1)):
            yield f"the register of {body} has {len(lines)} lines up to {max(lines)}, {len(set(lines))} different"
        if given != len(lines):
            yield f"the register of {body} has {len(lines)} lines, {given} were given"
    for one, n in Counter(case.number for case in found.cases).items():
        if n > 1:
            yield f"{one} stands {n} times"


def _codes(found: Register) -> Iterator[str]:
    """Every body that has a register has one code, which is nobody else's; codes are given in their turn."""
    codes = Counter(one.appeal_code for one in found.bodies.values() if one.appeal_code is not None)
    yield from (f"the code {code} is of {n} bodies" for code, n in codes.items() if n > 1)
    if max(codes, default=0) > found.numbers.get("appeal-registers", 0):
        yield f"the code {max(codes)} was never given"


def _receipt(found: Register) -> Iterator[str]:
    """Whoever received it, the registration and the clock stand from the first moment, as the law counts them."""
    for case in found.cases:
        term = clocks.term(case.submitted_at, case.kind, case.body)
        if not case.received_by or case.registered_at != term.registered_at or case.first_due_on != term.due_on:
            yield f"{case.number}: by {case.received_by!r}, registered {case.registered_at}, due {case.first_due_on}, not {term.due_on}"
        if case.extended_at is None and case.forward_by < clock.local(case.registered_at).date():
            yield f"{case.number} was to be sent on before it came"


def _half(found: Register) -> Iterator[str]:
    """An appeal stands where its last line says; it was filed once, and each version of it is one line."""
    for case in found.cases:
        lines, ends = found.lines[case.id], case.state in (State.FORWARDED, State.DECIDED, State.LEFT, State.WITHDRAWN)
        if not lines or lines[-1].details["state"] != case.state:
            yield f"{case.number} is {case.state}, its journal says {lines[-1].details['state'] if lines else 'nothing'}"
        if case.version != len(lines) - 1:
            yield f"{case.number} has version {case.version} and {len(lines)} lines"
        if found.acts(case)["file"] != 1 or any(line.case_number != case.number for line in lines):
            yield f"{case.number} was not filed once: {dict(found.acts(case))}"
        if (case.ended_at is not None) != ends:
            yield f"{case.number} is {case.state} and ended at {case.ended_at}"
    for key in found.lines.keys() - {case.id for case in found.cases}:
        yield f"{key} has lines and is not in the register"


def _twice(found: Register) -> Iterator[str]:
    """One end, and nothing of what can happen once happens twice."""
    for case in found.cases:
        acts = found.acts(case)
        yield from (f"{case.number}: {act} {acts[act]} times" for act in ONCE if acts[act] > 1)
        if sum(acts[act] for act in ENDS) > 1:
            yield f"{case.number} ended by {[act for act in ENDS if acts[act]]}"


def _terms(found: Register) -> Iterator[str]:
    """Deemed refused is exactly what was not answered in its term; whoever ended it in time is never late, and later nobody is in time."""
    for case in found.cases:
        acts = found.acts(case)
        late = case.ended_at is not None and clocks.over(case.due_on, case.ended_at)
        if (acts["lapse"] and case.lapsed_at is None) or (case.lapsed_at is not None and not (acts["lapse"] or late)):
            yield f"{case.number}: lapsed at {case.lapsed_at}, its journal says {dict(acts)}"
        states = [State(str(line.details["state"])) for line in found.lines[case.id]]
        if any(one is State.DEEMED_REFUSED and after not in (one, *FINAL) for one, after in pairwise(states)):
            yield f"{case.number} was deemed refused and is not any more"
        if case.lapsed_at is not None and case.ended_at is not None and not late:
            yield f"{case.number} ended on {case.ended_at}, in its term, and is deemed refused"
        answered_here = case.state is not State.FORWARDED and case.clock.lapse is Lapse.DEEMED_REFUSED
        if late and case.lapsed_at is None and answered_here:
            yield f"{case.number} ended on {case.ended_at}, after {case.due_on}, and counts as in time"


def _sent_on(found: Register) -> Iterator[str]:
    """What was sent on or returned is one case at the other body, and a case that was sent on knows one that was."""
    children: dict[UUID, list[Appeal]] = defaultdict(list)
    for case in found.cases:
        if case.origin_id:
            children[case.origin_id].append(case)
    for case in found.cases:
        sent, forwarded = [one for one in children[case.id] if not one.part], case.state is State.FORWARDED
        goes_on = forwarded or case.outcome is Outcome.RETURNED
        if len(sent) != goes_on or (forwarded and case.forward_ground not in FORWARDING):
            yield f"{case.number} is {case.state} and was sent on {len(sent)} times"
    for key in children.keys() - {case.id for case in found.cases}:
        yield f"{key} is an origin and is not in the register"


def _untold(found: Register) -> Iterator[str]:
    """Whoever is known was told of each line once, but for those of which nobody is told."""
    known = {case.id: case.person_id for case in found.cases}
    for lines in found.lines.values():
        for line in lines:
            wanted = line.act.removeprefix("appeal:") not in UNTOLD and known.get(line.case_id) is not None if line.case_id else False
            if found.messages[line.id] != wanted:
                yield f"{line.act} of {line.case_number} was told {found.messages[line.id]} times"


def _lost(found: Register, told: Told, unanswered: bool) -> Iterator[str]:
    """What was acknowledged is written, on the version that was told; nothing else is but what the clock did by itself."""
    register = {str(encode("Appeal", case.id)): (case.number, case.register_number) for case in found.cases}
    written = {
        (encode("Appeal", case), _told_version(lines, version), line.act.removeprefix("appeal:"))
        for case, lines in found.lines.items() for version, line in enumerate(lines) if line.role is not Role.SYSTEM
    }  # fmt: skip
    yield from (f"{one} was acknowledged and is not written" for one in told.acts - written)
    yield from (f"{one} is written and was not acknowledged" for one in written - told.acts if not unanswered)
    wrong = {one: line for one, line in told.register.items() if register.get(one) != line}
    yield from (f"{one} was told {line}, it has {register.get(one)}" for one, line in wrong.items())


def _told_version(lines: list[Entry], version: int) -> int:
    """The version with which an act is answered: that it sent on too late is recorded with it, one version later."""
    after = [line.act for line in lines[version + 1 : version + 2]]
    return version + (after == ["appeal:late_forwarding"])


async def counted() -> tuple[int, int, int]:
    """Appeals, lines of filing, and messages in the account about those of people."""
    found = await read()
    filed = [line for lines in found.lines.values() for line in lines if line.act == "appeal:file"]
    return len(found.cases), len(filed), sum(found.messages[one.id] for one in filed)


async def running() -> int:
    """How many terms run."""
    return await Appeal.filter(state__in=RUNNING).count()


async def registers() -> Counter[str]:
    """How many lines each register has, by the body's BIN."""
    found = await read()
    return Counter(found.bodies[case.authority_id or case.clinic_id].bin for case in found.cases)
