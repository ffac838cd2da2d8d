"""A herd: clients with open connections, whose requests are written one after another without a pause, and only then answered."""

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import uuid4

from tests.race.calls import Json
from tests.race.serving import Server

Asked: TypeAlias = tuple[str, Json]
SHOWN = "appointment { id number slot { id } } problems { code }"
FIELDS = {
    "bookAppointment": ("BookAppointmentInput", SHOWN),
    "moveAppointment": ("MoveAppointmentInput", SHOWN),
    "cancelAppointment": ("CancelAppointmentInput", SHOWN),
    "acceptOfferedTime": ("CaseInput", SHOWN),
    "holdSlot": ("HoldSlotInput", "hold { id expiresAt lives } problems { code }"),
    "recordAbsence": ("RecordAbsenceInput", "change { affected { id } } problems { code }"),
}
LINES = {
    "bookAppointment": "appointment:book", "moveAppointment": "appointment:move", "cancelAppointment": "appointment:cancel",
    "acceptOfferedTime": "appointment:accept",
}  # fmt: skip
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Visit:
    """An act on an appointment that a server has acknowledged, and the time at which the appointment stands after it."""

    line: str
    case: str
    number: str
    slot: str


class Line:
    """One client's connection. What is said leaves at once; the answer is heard apart."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.reader: asyncio.StreamReader | None = None

    async def open(self) -> None:
        """Connect anew: the server closes connections on which nothing was said for some seconds."""
        self.hang_up()
        while self.reader is None:
            await self.server.answers.wait()  # killed a moment ago: it comes back
            with suppress(OSError):
                self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.server.port)

    def say(self, request: bytes) -> None:
        self.writer.write(request)

    async def hear(self) -> Json | None:
        """The answer; None when none came."""
        assert self.reader is not None
        try:
            head = await self.reader.readuntil(b"\r\n\r\n")
            found = _LENGTH.search(head)
            assert found, head
            body = await self.reader.readexactly(int(found[1]))
        except (asyncio.IncompleteReadError, ConnectionError):
            self.hang_up()
            return None
        return {"status": int(head.split(b" ", 2)[1]), **json.loads(body)}

    def hang_up(self) -> None:
        """Cut the connection without a word."""
        if self.reader is not None:
            self.writer.transport.abort()
        self.reader = None


@dataclass
class Herd:
    """Clients of the servers, and what they were told. `faults` nobody should ever see; `unknown` got no answer at all."""

    servers: Sequence[Server]
    token: str
    size: int
    acknowledged: list[Visit] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    unknown: list[Asked] = field(default_factory=list)

    async def __aenter__(self) -> "Herd":
        self.lines = [Line(self.servers[number % len(self.servers)]) for number in range(self.size)]
        return self

    async def __aexit__(self, *_: object) -> None:
        for line in self.lines:
            line.hang_up()

    async def release(self, asked: Sequence[Asked], lose: float = 0.0, after: float = 0.0) -> list[Json | None]:
        """Everybody asks at the same instant: all requests stand ready and all connections are open before the first one leaves.

        A part of the clients (`lose`) never learns the answer: it hangs up some time `after`, or throws the answer away.
        """
        ready = [self._request(one) for one in asked]
        lines = self.lines[: len(ready)]
        await asyncio.gather(*(line.open() for line in lines))
        for line, request in zip(lines, ready, strict=True):
            line.say(request)
        return await asyncio.gather(
            *(self._heard(line, one, random.random() < lose, after) for line, one in zip(lines, asked, strict=True))
        )

    async def one(self, name: str, given: Json) -> Json | None:
        """One client asks alone."""
        return (await self.release([(name, given)]))[0]

    def _request(self, asked: Asked) -> bytes:
        name, given = asked
        kind, shown = FIELDS[name]
        query = f"mutation($input: {kind}!) {{ done: {name}(input: $input) {{ {shown} }} }}"
        body = json.dumps({"query": query, "variables": {"input": given}}).encode()
        head = f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {self.token}\r\nAccept: application/json\r\n"
        return f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    async def _heard(self, line: Line, asked: Asked, lost: bool, after: float) -> Json | None:
        if lost and random.random() < 0.5:
            await asyncio.sleep(random.random() * after)
            line.hang_up()
        with line.server.asked():
            answer = None if line.reader is None else await line.hear()
        if lost or answer is None:
            self.unknown.append(asked)
            return None
        return self._told(asked[0], answer)

    def _told(self, name: str, answer: Json) -> Json:
        """What a client makes of an answer: done, refused by law, or something that nobody should see."""
        done = (answer.get("data") or {}).get("done")
        if answer["status"] != 200 or answer.get("errors") or done is None:
            self.faults.append(str(answer)[:300])
            return {"problems": [{"code": "FAULT"}]}
        self.refused.update(problem["code"] for problem in done["problems"])
        case = done.get("appointment")
        if case:
            self.acknowledged.append(Visit(LINES[name], case["id"], case["number"], case["slot"]["id"]))
        return dict(done)


def booking(slot: str, patient: str, **more: object) -> Asked:
    """A partner system's booking for a person who lets it."""
    given = {"idempotencyKey": str(uuid4()), "slot": slot, "patientIin": patient, "reason": "PRIMARY", "language": "KK"}
    return "bookAppointment", {**given, "phone": "+77000000000", **more}


def done(answer: Json | None) -> bool:
    return answer is not None and not answer["problems"]
