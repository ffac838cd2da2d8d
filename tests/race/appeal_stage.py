"""Appeals: whoever files and answers them in the tests, and the acts they ask for.

Run as a module it serves them without one of the protections, for the controls: `GREATEST` numbers with the greatest line and one
more, `REMEMBERED` with what the process remembers, `UNSEEN` lets act whoever has not seen the appeal as it is. `TICK` is a process
that serves nobody: the clock of appeals comes round to it once, when it is told to.
"""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import uvicorn
from starlette.applications import Starlette

from api.context import context
from api.ids import decode, encode
from api.schema import published
from models import appeal_clock, appeal_filing, clock, demo
from models.account import Partner, actor_of_token, add_partner
from models.appeal import Appeal
from models.authority import Authority
from models.clinic import Clinic
from models.consent import Consent
from models.database import close, connect
from models.demo_data import CLINICS
from models.law import Channel, Language, notice
from models.law.consent import EDITION, Purpose
from models.person import Person
from tests.race import herd as herds
from tests.race import server
from tests.race.calls import Json
from tests.race.herd import Asked
from tests.race.home_visit_stage import Voices, share_clock
from tests.race.stage import Citizen, set_up
from web.server import OPTIONS

GREATEST, REMEMBERED, UNSEEN = (("-m", "tests.race.appeal_stage", one) for one in ("greatest", "remembered", "unseen"))
TICK = ("-m", "tests.race.appeal_stage", "tick")
JOBS = (appeal_clock.lapse, appeal_clock.end_corrections, appeal_clock.record_late_notices, appeal_clock.record_late_cases)
WORDS = "Өтініште көрсетілген мән-жайлар тексеріліп, анықталды."
HOME = "Алматы қ., Төле би көш., 45, 2-пәтер"
RECEIPT = "receipt { number line receivedAt registeredOn receiver }"
SHOWN = f"appeal {{ id number version state dueOn firstDueOn {RECEIPT} sentOn {{ id number }} }} problems {{ code message }}"
INPUTS = {
    "fileAppeal": "FileAppealInput", "takeUpAppeal": "TakeUpAppealInput", "nameAccused": "NameAccusedInput",
    "forwardAppeal": "ForwardAppealInput", "decideAppeal": "DecideAppealInput", "withdrawAppeal": "WithdrawAppealInput",
    "extendAppeal": "ExtendAppealInput", "askAppealCorrection": "AskAppealCorrectionInput", "noteExtensionNotice": "AppealWordsInput",
    "requestAppealCase": "AppealWordsInput",
}  # fmt: skip
LINES = {
    "fileAppeal": "file", "takeUpAppeal": "take_up", "nameAccused": "name_accused", "forwardAppeal": "forward", "decideAppeal": "decide",
    "withdrawAppeal": "withdraw", "extendAppeal": "extend", "askAppealCorrection": "ask_correction", "noteExtensionNotice": "notify",
    "requestAppealCase": "request_case",
}  # fmt: skip
herds.FIELDS |= {name: (kind, SHOWN) for name, kind in INPUTS.items()}


@dataclass(frozen=True)
class Writer:
    """Somebody who files appeals: a desk with its bearer, or a partner system; of staff the account, which executes."""

    by: str
    clinic: str
    partner: bool = False
    account: str = ""


@dataclass(frozen=True)
class Bodies:
    """Two clinics, the authorised body above them, a partner system that people let appeal for them, and these people."""

    clinics: tuple[str, str]
    writers: dict[str, Writer]
    people: list[Citizen]
    partner: str

    def __getitem__(self, name: str) -> Writer:
        return self.writers[name]

    @property
    def eight(self) -> list[Writer]:
        """Three registers are filled by them: two desks of each clinic or more, two of the authorised body, and a partner system."""
        return [self.writers[name] for name in EIGHT]


HERE, THERE, ABOVE = ("registrar9", "officer9", "head9", "deputy9"), ("registrar", "officer", "head"), ("authority", "authority-second")
EIGHT = ("registrar9", "officer9", "deputy9", "registrar", "officer", *ABOVE, "partner")


async def open_bodies(people: int) -> Bodies:
    """Fill the connected database with the demonstration, so many people, and a partner system that all of them let."""
    stage = await set_up(people)
    key = await add_partner("Сынақ жүйесі", ["appeal:file", "appeal:read"])
    partner = await Partner.get(name="Сынақ жүйесі")
    for one in stage.citizens:
        person = await Person.get(iin=one.iin)
        await Consent.create(
            person_id=person.id, given_by=person.id, purpose=Purpose.PARTNER_ACCESS, partner=partner, edition=EDITION,
            channel=Channel.PORTAL, given_at=clock.now(),
        )  # fmt: skip
    here, there = stage.there.clinic, stage.here.clinic
    writers = {name: await _at_work(name, there if name in THERE else here) for name in (*HERE, *THERE, *ABOVE)}
    return Bodies((here, there), {**writers, "partner": Writer(key, there, True)}, stage.citizens, key)


async def _at_work(name: str, clinic: str) -> Writer:
    token = await demo.token(name)
    actor = await actor_of_token(token)
    assert actor is not None and actor.account is not None
    return Writer(token, clinic, account=encode("Account", actor.account))


async def more_clinics(number: int) -> list[str]:
    """So many clinics more, none of which has a register of appeals yet."""
    like = await Clinic.get(bin=CLINICS[0].bin)
    made = [
        await Clinic.create(bin=f"2604409{one:05d}", kato=like.kato, name=like.name, address=like.address, phone=like.phone)
        for one in range(number)
    ]
    return [encode("Clinic", one.id) for one in made]


KINDS = ("REQUEST", "INFORMATION", "MESSAGE", "PROPOSAL", "COMPLAINT", "SERVICE_COMPLAINT")


def filing(writer: Writer, person: Citizen | None = None, kind: str = "REQUEST", **more: Any) -> Asked:
    """An appeal that somebody files or takes in: of a person, otherwise of whoever came with a name only."""
    given: Json = {
        "idempotencyKey": str(uuid4()), "kind": kind, "clinic": writer.clinic, "essence": WORDS, "postalAddress": HOME, "language": "KK"
    }  # fmt: skip
    given |= {"patientIin": person.iin} if person else {"name": "Сынақов С."}
    return "fileAppeal", {"by": writer.by, "input": given | more}


def filings(bodies: Bodies, number: int) -> list[list[Asked]]:
    """So many appeals, in turns by the eight writers: of every kind, of people and, at desks, of those nobody knows."""
    rows: list[list[Asked]] = [[] for _ in bodies.eight]
    for place in range(number):
        row, writer = rows[place % len(rows)], bodies.eight[place % len(rows)]
        known = writer.partner or len(row) % 3
        person = bodies.people[place % len(bodies.people)] if known else None
        row.append(filing(writer, person, KINDS[len(row) % len(KINDS)]))
    return rows


def some(bodies: Bodies, number: int) -> list[Citizen]:
    """So many people, in turns."""
    return [bodies.people[place % len(bodies.people)] for place in range(number)]


def acting(name: str, by: str, case: Json, **more: Any) -> Asked:
    """An act of a body on an appeal as it was seen."""
    given = {"id": case["id"], "version": case["version"], **more}
    return name, {"by": by, "input": given}


def taking_up(writer: Writer, case: Json) -> Asked:
    return acting("takeUpAppeal", writer.by, case, executor=writer.account)


def deciding(writer: Writer, case: Json, outcome: str = "GRANTED") -> Asked:
    return acting("decideAppeal", writer.by, case, outcome=outcome, words=WORDS)


def forwarding(writer: Writer, case: Json, ground: str = "COMPLAINT", **more: Any) -> Asked:
    return acting("forwardAppeal", writer.by, case, ground=ground, words=WORDS, **more)


def withdrawing(person: Citizen, case: Json) -> Asked:
    return "withdrawAppeal", {"by": person.token, "input": {"id": case["id"]}}


@dataclass
class Told:
    """What the clients were told was done: which act made which version of which appeal; and the number and line of each."""

    acts: set[tuple[str, int, str]] = field(default_factory=set)
    register: dict[str, tuple[str, int]] = field(default_factory=dict)
    filed: dict[str, Json] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def hear(self, answers: Iterable[tuple[Asked, Json]]) -> None:
        for (name, given), answer in answers:
            if found := answer.get("appeal"):
                self.acts.add((found["id"], 0 if name == "fileAppeal" else found["version"], LINES[name]))
                self.register[found["id"]] = (found["number"], found["receipt"]["line"])
                if name == "fileAppeal":
                    self._answered(given["input"]["idempotencyKey"], found)

    def _answered(self, key: str, found: Json) -> None:
        """One key has one receipt, however often it is asked."""
        first = self.filed.setdefault(key, found)
        if (first["id"], first["receipt"], first["dueOn"]) != (found["id"], found["receipt"], found["dueOn"]):
            self.faults.append(f"{key} was answered {first['receipt']}, then {found['receipt']}")


async def inside(asked: Asked) -> Json:
    """An act in this process that nothing forbids: the appeal after it."""
    name, given = asked
    kind, shown = herds.FIELDS[name]
    actor = await actor_of_token(given["by"])
    assert actor is not None
    document = f"mutation($input: {kind}!) {{ done: {name}(input: $input) {{ {shown} }} }}"
    answer = await published.ask(document, {"input": given["input"]}, context(actor, Language.KK, "inside"))
    assert answer.data and not answer.errors and not answer.data["done"]["problems"], answer
    return dict(answer.data["done"]["appeal"])


async def heard(voices: Voices, told: Told, asked: Sequence[Asked]) -> list[Json]:
    """Acts that nothing forbids, remembered: the appeals after them."""
    answers = await voices.together(asked)
    told.hear(answers)
    assert all(not answer["problems"] for _, answer in answers), [answer for _, answer in answers if answer["problems"]][:3]
    return [dict(answer["appeal"]) for _, answer in answers]


async def clock_rounds(after: float = 0.05, times: int = 2) -> int:
    """The clock of appeals, so many times at once in this process: how many terms it let run out."""

    async def one() -> int:
        await asyncio.sleep(random.random() * after)
        return await appeal_clock.lapse()

    return sum(await asyncio.gather(*(one() for _ in range(times))))


# What serves without a protection.
_last: dict[str, int] = {}


async def greatest(clinic: Clinic, authority: Authority | None, year: int) -> tuple[int, str]:
    """The greatest line of the register and one more, with nothing locked."""
    at = Appeal.filter(authority_id=authority.id) if authority else Appeal.filter(clinic_id=clinic.id, authority_id=None)
    found = await at.order_by("-register_number").first()
    return (found.register_number if found else 0) + 1, _any_number(year)


async def remembered(clinic: Clinic, authority: Authority | None, year: int) -> tuple[int, str]:
    """The line after the last one that this process knows of: it asks the register once."""
    key = (authority or clinic).bin
    if key not in _last:
        _last[key] = (await greatest(clinic, authority, year))[0] - 1
    _last[key] += 1
    return _last[key], _any_number(year)


def _any_number(year: int) -> str:
    return notice.number(notice.APPEAL_PREFIX, year, random.randrange(1, 10**12))


def unseen(case: Appeal, version: int) -> None:
    """Whoever acts need not have seen the appeal as it is."""


def create() -> Starlette:
    """The server of the other tests, by the clock that was given, with a protection taken out."""
    if sys.argv[1] in ("greatest", "remembered"):
        setattr(appeal_filing, "_next_line", globals()[sys.argv[1]])  # noqa: B010
    if sys.argv[1] == "unseen":
        setattr(appeal_filing, "seen", unseen)  # noqa: B010
    share_clock(sys.argv[2])
    return server.create()


async def tick(since: str) -> None:
    """What the clock does to appeals, once, as soon as a line comes: how much of each, in words."""
    share_clock(since)
    await connect()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    did = Counter({job.__name__: await job() for job in JOBS})
    await close()
    print(" ".join(f"{name}={n}" for name, n in did.items()))


def ids(cases: Sequence[Json]) -> list[UUID]:
    """The rows' own ids."""
    return [decode(one["id"], "Appeal") for one in cases]


if __name__ == "__main__":

    if sys.argv[1] == "tick":
        asyncio.run(tick(sys.argv[2]))
    else:
        uvicorn.run("tests.race.appeal_stage:create", host="127.0.0.1", port=int(sys.argv[3]), **OPTIONS)
