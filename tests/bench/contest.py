"""One engine's contest: rounds in turns between the bare driver, on a copy of the database, and real processes of the program."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from typing import Any
from uuid import UUID

from api.ids import decode
from tests.bench import bare, children, load
from tests.bench.bare import Words
from tests.bench.preparing import Prepared, taken
from tests.bench.requests import Asked, by_partner
from tests.bench.served import Served

CONNECTIONS, WARM = 24, 40
ROUNDS = 3
LONGEST = 2.5  # seconds of a round, if the requests or replays do not end before
BOOKINGS, SIGNED, READS = 500, 150, 500  # of each round over HTTP, at most
BARE, BARE_SIGNED, BARE_READS = 800, 240, 1200  # and by the bare driver
DRIVER = {"postgres": "asyncpg", "sqlite": "sqlite3"}


@dataclass
class Bare:
    """The bare driver on a copy of the database: with as many processes and connections as the servers have in all."""

    url: str
    processes: int
    pool: int

    async def run(self, line: Served, replays: Sequence[Words], warm: Sequence[Words]) -> int:
        """One round; how many were replayed."""
        if self.url.startswith("sqlite"):
            path = self.url.removeprefix("sqlite://")
            jobs: list[Any] = [(bare.sqlite, (path, list(warm), list(replays), LONGEST))]
        else:
            shares = [(list(warm[one :: self.processes]), list(replays[one :: self.processes])) for one in range(self.processes)]
            jobs = [(bare.postgres, (self.url, self.pool, *share, LONGEST)) for share in shares]
        done = await asyncio.to_thread(children.run, jobs)
        line.add(done)
        return len(warm) + sum(len(one.took) for one in done)


@dataclass
class Ours:
    """The processes that serve, and what they acknowledged."""

    ports: list[int]
    acknowledged: list[UUID] = field(default_factory=list)

    async def run(self, line: Served | None, requests: Sequence[Asked], *, booking: bool = False) -> None:
        """One round; every answer must be a good one."""
        job = (load.asking, (self.ports, CONNECTIONS, [one.raw() for one in requests], booking, LONGEST))
        (done,) = await asyncio.to_thread(children.run, [job])
        bad = [body for sound, body in done.brought if not sound]
        assert not bad and done.brought, bad[:1]
        for _, body in done.brought if booking else ():
            case = json.loads(body)["data"]["bookAppointment"]
            assert case["appointment"] and case["appointment"]["state"] == "BOOKED", case
            self.acknowledged.append(decode(case["appointment"]["id"], "Appointment"))
        if line:
            line.add([done])


@dataclass
class Contest:
    """The rounds of one engine: lines by name in the order of the table; the copy's people are another row of the same people."""

    made: Prepared
    engine: str
    bare: Bare
    ours: Ours
    lines: dict[str, Served]
    replayed: int = 0

    def __post_init__(self) -> None:
        self.copies, self.place = iter(self.made.waiting), count()

    def line(self, name: str, against: Served | None = None) -> Served:
        return self.lines.setdefault(name, Served(name, against))

    def limit(self, what: str) -> Served:
        """The line of the bare driver."""
        return self.line(f"{what}: its statements, bare {DRIVER[self.engine]}")

    async def booking(self, requests: Sequence[Asked]) -> None:
        """A partner's bookings by consent."""
        limit = self.limit("booking")
        self.replayed += await self.bare.run(limit, self._replays(BARE), self._replays(WARM))
        await self.ours.run(self.line("booking by a partner, by consent", limit), requests, booking=True)

    async def signing(self, turn: int) -> None:
        """Citizens' bookings, signed beforehand."""
        limit, first = self.limit("signed booking"), turn * (BARE_SIGNED + WARM)
        row = self.made.requests[first : first + BARE_SIGNED + WARM]
        self.replayed += await self.bare.run(limit, self._replays(BARE_SIGNED, row[WARM:]), self._replays(WARM, row))
        for name, asked in self.made.signed.items():
            mine = asked[turn * SIGNED : (turn + 1) * SIGNED]
            await self.ours.run(self.line(f"booking signed with {name}", limit), mine, booking=True)

    async def reading(self, name: str, said: list[Words], asked: list[Asked]) -> None:
        """What those ask who only look."""
        limit = self.limit(name)
        await self.bare.run(limit, some(said, BARE_READS), some(said, WARM))
        await self.ours.run(self.line(name, limit), some(asked, READS))

    async def warm(self, requests: Sequence[Asked], reads: Sequence[Asked]) -> None:
        """What is made at the first request of each kind is made before the rounds."""
        await self.ours.run(None, requests, booking=True)
        await self.ours.run(None, reads)

    def _replays(self, number: int, requests: Sequence[str] = ()) -> list[Words]:
        recorded = self.made.signing if requests else self.made.booking
        people = enumerate(taken(self.copies, number))
        return [recorded.by(one, next(self.place), requests[at] if requests else "") for at, one in people]


def booked(made: Prepared, people: Sequence[Any]) -> list[Asked]:
    """Each of them booked by the partner system."""
    return [by_partner(made.crowd, one) for one in people]


def some(of: Sequence[Any], number: int) -> list[Any]:
    """So many, over and over again."""
    return list(islice(cycle(of), number))
