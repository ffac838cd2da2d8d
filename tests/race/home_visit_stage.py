"""Calls of doctors home: whoever speaks in the tests, the acts they ask for, and what must be true of the calls afterwards.

Run as a module it serves them: `EXACT` with a clock that all processes share to a fraction of a millisecond, so that the lines of a
case stand in their order; `UNSEEN` and `UNLOCKED` without one of the protections, for the controls.
"""

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

import uvicorn
from starlette.applications import Starlette

from api.ids import decode, encode
from models import clock, home_visit_answer, home_visit_calling
from models.account import Account, Post, SessionKind, account_of, begin
from models.actor import Actor
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.demo_data import CLINICS
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Role, Service
from models.law.home_visit import LIVE, PROMISED
from models.outbox import Message, Way
from models.person import Person
from models.settings import settings
from tests.race import herd as herds
from tests.race import server
from tests.race.booking_stage import open_surgery
from tests.race.calls import Json
from tests.race.herd import Asked, Herd
from tests.race.stage import Citizen
from web.server import OPTIONS

EXACT, UNSEEN, UNLOCKED = (("-m", "tests.race.home_visit_stage", one) for one in ("exact", "unseen", "unlocked"))
MONDAY = "2026-11-23T10:00"
RIVALS = 8
OPEN = (CLINICS[1].bin, CLINICS[0].bin, CLINICS[3].bin)
SHOWN = "homeVisit { id number logNumber version state window { since until } windows { since until } doctor { id } }"
INPUTS = {
    "callDoctor": "CallDoctorInput", "acceptHomeVisit": "AcceptHomeVisitInput", "assignHomeVisit": "AssignHomeVisitInput",
    "setOutForHomeVisit": "RoundStepInput", "arriveAtHomeVisit": "RoundStepInput", "markNobodyHome": "RoundStepInput",
    "completeHomeVisit": "CompleteHomeVisitInput", "cancelHomeVisit": "CancelHomeVisitInput",
}  # fmt: skip
LINES = {
    "callDoctor": "call", "acceptHomeVisit": "accept", "assignHomeVisit": "assign", "setOutForHomeVisit": "set_out",
    "arriveAtHomeVisit": "arrive", "markNobodyHome": "miss", "completeHomeVisit": "complete", "cancelHomeVisit": "cancel",
}  # fmt: skip
UNTOLD = {"arrive", "weigh"}
herds.FIELDS |= {name: (kind, f"{SHOWN} problems {{ code message }}") for name, kind in INPUTS.items()}


@dataclass(frozen=True)
class Dispatch:
    """The clinics (ids at the API) with eight registrars each; the first one's doctors with their bearers; the people of each clinic."""

    clinics: list[str]
    registrars: list[list[str]]
    doctors: list[str]
    rounds: list[str]
    people: list[list[Citizen]]


async def open_dispatch(people: int, clinics: int) -> Dispatch:
    """Fill the connected database: so many people, attached to so many clinics in turns."""
    surgery = await open_surgery(people + RIVALS * clinics, RIVALS)
    found = [await Clinic.get(bin=key) for key in OPEN[:clinics]]
    citizens, staff = surgery.patients[:people], surgery.patients[people:]
    for number, clinic in enumerate(found):
        await Attachment.filter(person__iin__in=citizens[number::clinics]).update(clinic_id=clinic.id, site_id=None)
    registrars = [
        [await _at_work(await Person.get(iin=one), clinic, Role.REGISTRAR) for one in staff[number::clinics]]
        for number, clinic in enumerate(found)
    ]
    sent = [await Doctor.get(id=decode(one, "Doctor")).prefetch_related("person", "clinic") for one in surgery.doctors]
    return Dispatch(
        [encode("Clinic", one.id) for one in found], registrars, surgery.doctors,
        [await _at_work(one.person, one.clinic, Role.DOCTOR) for one in sent],
        [[await _signed_in(one) for one in citizens[number::clinics]] for number in range(clinics)],
    )  # fmt: skip


async def _at_work(person: Person, clinic: Clinic, role: Role) -> str:
    """The bearer of somebody who works at a clinic."""
    account: Account = await account_of(person)
    post = await Post.create(account=account, clinic=clinic, role=role, since=date(2026, 1, 1))
    return await begin(account, SessionKind.BEARER, post)


async def _signed_in(iin: str) -> Citizen:
    person = await Person.get(iin=iin)
    return Citizen(iin, await begin(await account_of(person), SessionKind.BEARER), encode("Patient", person.id))


class Voices(Herd):
    """A herd in which everybody speaks for oneself: what is given is {"by": the bearer, "input": what the act needs}."""

    async def __aenter__(self) -> "Voices":
        await super().__aenter__()
        return self

    def _request(self, asked: Asked) -> bytes:
        name, given = asked
        self.token = given["by"]
        return super()._request((name, given["input"]))

    async def together(self, asked: Sequence[Asked]) -> list[tuple[Asked, Json]]:
        """All of them, as many at one instant as there are clients; each with its answer, those without one left out."""
        answers: list[Json | None] = []
        for first in range(0, len(asked), self.size):
            answers += await self.release(asked[first : first + self.size])
        return [(one, answer) for one, answer in zip(asked, answers, strict=True) if answer is not None]


def request(**more: object) -> Json:
    """A sound call, without for whom."""
    address = {"locality": "Алматы", "street": "Төле би", "house": "45", "flat": "2"}
    given: Json = {"idempotencyKey": str(uuid4()), "indications": ["FEVER"], "address": address, "phone": "+77000000000", "language": "KK"}
    return given | more


def by_phone(registrar: str, person: Citizen) -> Asked:
    """A call that a registrar enters for whoever is on the phone."""
    return "callDoctor", {"by": registrar, "input": request(patientIin=person.iin, channel="PHONE")}


def accepting(registrar: str, visit: Json, doctor: str = "") -> Asked:
    """The next window of the day, and the doctor where one is named."""
    named = {"doctor": doctor} if doctor else {}
    return "acceptHomeVisit", {
        "by": registrar, "input": {"id": visit["id"], "version": visit["version"], "window": visit["windows"][0], **named}
    }  # fmt: skip


def assigning(registrar: str, visit: Json, doctor: str) -> Asked:
    """A doctor named for a call as it was seen."""
    return "assignHomeVisit", {"by": registrar, "input": {"id": visit["id"], "version": visit["version"], "doctor": doctor}}


def step(name: str, doctor: str, visit: Json, key: str = "") -> Asked:
    """A mark of the round; with a fresh key where none is given."""
    more = {"outcome": "LEFT_AT_HOME"} if name == "completeHomeVisit" else {}
    return name, {"by": doctor, "input": {"idempotencyKey": key or str(uuid4()), "id": visit["id"], **more}}


def cancelling(person: Citizen, visit: Json) -> Asked:
    return "cancelHomeVisit", {"by": person.token, "input": {"id": visit["id"]}}


def codes(answer: Json) -> list[str]:
    return [problem["code"] for problem in answer["problems"]]


@dataclass
class Told:
    """What the clients were told was done: which act made which version of which call, by its line in the log."""

    acts: set[tuple[str, int, str]] = field(default_factory=set)
    log: dict[str, tuple[str, int]] = field(default_factory=dict)

    def hear(self, answers: Iterable[tuple[Asked, Json]]) -> None:
        for (name, _), answer in answers:
            if visit := answer.get("homeVisit"):
                self.acts.add((visit["id"], visit["version"], LINES[name]))
                self.log[visit["id"]] = (visit["number"], visit["logNumber"])


@dataclass(frozen=True)
class Calls:
    """The rows that are compared."""

    cases: list[HomeVisit]
    lines: dict[UUID, list[Entry]]
    messages: Counter[UUID]


async def read() -> Calls:
    """Everything, in a handful of questions."""
    lines: dict[UUID, list[Entry]] = defaultdict(list)
    for line in await Entry.filter(service=Service.HOME_VISIT, reading=False).order_by("at"):
        if line.case_id:
            lines[line.case_id].append(line)
    messages = Counter(one.cause for one in await Message.filter(way=Way.ACCOUNT))
    return Calls(await HomeVisit.all().prefetch_related("doctor__person"), lines, messages)


async def violations(told: Told, *, unanswered: bool = False) -> list[str]:
    """Every fault found. `unanswered`: some acts got no answer, so more may be written than was told."""
    found = await read()
    return [*_log(found), *_half(found), *_doctors(found), *_untold(found), *_lost(found, told, unanswered)]


def _log(found: Calls) -> Iterator[str]:
    """The call log of each clinic is 1, 2, 3…, and nobody has two live calls to one clinic."""
    log: dict[tuple[UUID, int], list[int]] = defaultdict(list)
    for case in found.cases:
        log[case.clinic_id, case.log_year].append(case.log_number)
    for key, numbers in log.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"the log of {key} has {len(numbers)} lines up to {max(numbers)}"
    for (person, clinic), n in Counter((case.person_id, case.clinic_id) for case in found.cases if case.state in LIVE).items():
        if n > 1:
            yield f"person {person} has {n} live calls to {clinic}"


def _half(found: Calls) -> Iterator[str]:
    """A call stands where its last line says; it was entered once, and each version of it is one line."""
    for case in found.cases:
        lines = found.lines[case.id]
        if not lines or lines[-1].details["state"] != case.state:
            yield f"{case.number} is {case.state}, its journal says {lines[-1].details['state'] if lines else 'nothing'}"
        if [line.act for line in lines].count("home_visit:call") != 1:
            yield f"{case.number} was not entered once"
        if case.version != len(lines) - 1:
            yield f"{case.number} has version {case.version} and {len(lines)} lines"
    for key in found.lines.keys() - {case.id for case in found.cases}:
        yield f"{key} has lines and is not in the register"


def _doctors(found: Calls) -> Iterator[str]:
    """Each assignment knows the one before it, only the doctor named takes steps, and the last one named is the one who goes."""
    for case in found.cases:
        doctor = ""
        for line in found.lines[case.id]:
            if line.act == "home_visit:assign" and line.details["before"] != doctor:
                yield f"{case.number}: {line.details['doctor']} was named for {line.details['before']}, but it was {doctor}"
            if line.role is Role.DOCTOR and line.name != doctor:
                yield f"{line.act} of {case.number} is {line.name}'s, but {doctor} was named"
            doctor = str(line.details.get("doctor") or doctor)
        if doctor != (case.doctor.person.short_name if case.doctor else ""):
            yield f"{case.number}: {doctor} was named, another one goes"


def _untold(found: Calls) -> Iterator[str]:
    """Each line was told to the person once, but for those of which nobody is told."""
    for lines in found.lines.values():
        for line in lines:
            wanted = line.act.removeprefix("home_visit:") not in UNTOLD
            if found.messages[line.id] != wanted:
                yield f"{line.act} of {line.case_number} was told {found.messages[line.id]} times"


def _lost(found: Calls, told: Told, unanswered: bool) -> Iterator[str]:
    """What was acknowledged is written, on the version that was told; nothing else is but what the clock did by itself."""
    log = {str(encode("HomeVisit", case.id)): (case.number, case.log_number) for case in found.cases}
    written = {
        (encode("HomeVisit", case), version, line.act.removeprefix("home_visit:"))
        for case, lines in found.lines.items() for version, line in enumerate(lines) if line.role is not Role.SYSTEM
    }  # fmt: skip
    yield from (f"{one} was acknowledged and is not written" for one in told.acts - written)
    yield from (f"{one} is written and was not acknowledged" for one in written - told.acts if not unanswered)
    yield from (f"{one} was told the line {line}, it has {log.get(one)}" for one, line in told.log.items() if log.get(one) != line)


async def counted() -> tuple[int, int, int]:
    """Calls, lines of calls entered, and messages in the account about them."""
    found = await read()
    entered = [line.id for lines in found.lines.values() for line in lines if line.act == "home_visit:call"]
    return len(found.cases), len(entered), sum(found.messages[one] for one in entered)


async def run_late(calls: Sequence[UUID]) -> None:
    """The answers of a third of these calls are late now, the windows of a third about to be missed; a third waits since yesterday."""
    now, soon = clock.now(), timedelta(minutes=10)
    day = clock.today() - timedelta(days=1)
    await HomeVisit.filter(id__in=calls[::3]).update(answer_by=now - soon)
    await HomeVisit.filter(id__in=calls[1::3], state__in=PROMISED).update(window_since=now - 11 * soon, window_until=now + soon)
    yesterday = clock.start_of_day(day) + timedelta(hours=10)
    await HomeVisit.filter(id__in=calls[2::3], state__in=PROMISED).update(
        visit_day=day, served_by_law=day, window_since=yesterday, window_until=yesterday + timedelta(hours=2)
    )


def shift() -> str:
    """How far the clock of this process runs from the real one, for the processes that it starts."""
    return str(clock._shift(settings().clock, True).total_seconds())


def share_clock(seconds: str) -> None:
    """Let this process run by the clock of whoever started it, so many seconds from the real one."""
    os.environ.pop("EMHANA_CLOCK", None)
    settings.cache_clear()
    moment = clock.now() + timedelta(seconds=float(seconds))
    os.environ["EMHANA_CLOCK"] = moment.isoformat()
    settings.cache_clear()
    clock.now()


def unseen(case: HomeVisit, version: int) -> None:
    """Whoever acts need not have seen the call as it is."""


async def unlocked(actor: Actor, case: UUID) -> HomeVisit | None:
    """The call as it is read, with nothing locked."""
    found = await HomeVisit.visible_to(actor).get_or_none(id=case)
    if found:
        await found.fetch_related("person", "clinic", "site", "doctor__person", "applicant")
    return found


def create() -> Starlette:
    """The server of the other tests, by the clock that was given, with a protection taken out where one is named."""
    if sys.argv[1] == "unseen":
        setattr(home_visit_answer, "seen", unseen)  # noqa: B010
    if sys.argv[1] == "unlocked":
        setattr(home_visit_calling, "locked", unlocked)  # noqa: B010
    share_clock(sys.argv[2])
    return server.create()


if __name__ == "__main__":
    uvicorn.run("tests.race.home_visit_stage:create", host="127.0.0.1", port=int(sys.argv[3]), **OPTIONS)
