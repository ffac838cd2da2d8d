"""The requests of the bench, as bytes that a cheap client sends and as an application of this process takes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from starlette.applications import Starlette

from api.ids import encode
from tests.bench.crowd import Booker, Crowd
from web import routes, session

BOOK = """mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
  appointment { id number state startsAt } problems { code field } } }"""
TO_SIGN = "mutation ($input: ActInput!) { requestSignature(input: $input) { signatureRequest { id content } problems { code } } }"
TIMES = """query ($f: SlotFilter!) { freeSlots(filter: $f, first: 20) { nodes {
  id startsAt endsAt partOfDay room doctor { fullName specialtyText } clinic { name } } } }"""
# what a page of free times asks, for as long as there is no such page: days with counts, and the times of the first
DAYS = """query ($f: SlotFilter!) { freeDays(filter: $f) { day count } freeSlots(filter: $f, first: 50) { nodes {
  id startsAt endsAt partOfDay room free doctor { id fullName specialtyText languages } } pageInfo { hasNextPage endCursor } } }"""
PAGE = "/appointments/new/times"
Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """One HTTP request."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def raw(self) -> bytes:
        """As it goes over the wire."""
        lines = [f"{self.method} {self.path} HTTP/1.1", "Host: 127.0.0.1"]
        lines += [f"{name}: {value}" for name, value in (*self.headers, ("Content-Length", str(len(self.body))))]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


def graphql(token: str, query: str, variables: Mapping[str, Any]) -> Asked:
    """A question of somebody with a bearer."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Accept": "application/json"}
    return Asked("POST", "/graphql", tuple(headers.items()), body)


def booking(one: Booker, *, by_partner: bool) -> Json:
    """The input of a sound booking of one's own time."""
    whose: Json = {"patientIin": one.iin} if by_partner else {}
    return {
        "idempotencyKey": str(uuid4()), "slot": encode("Slot", one.slot), "reason": "PRIMARY", "language": "KK",
        "phone": "+77012345678", **whose,
    }  # fmt: skip


def by_partner(crowd: Crowd, one: Booker) -> Asked:
    """A booking by the partner system, with the person's consent and without a signature."""
    return graphql(crowd.partner, BOOK, {"input": booking(one, by_partner=True)})


def times(crowd: Crowd) -> list[Asked]:
    """A list of twenty free times, by each of those who look."""
    return [graphql(one, TIMES, {"f": {"clinic": crowd.clinic, "specialty": "GP"}}) for one in crowd.searchers]


def has_page() -> bool:
    """Whether the site has a page of free times."""
    return any(getattr(one, "path", "").endswith(PAGE) for one in (*routes.declared(), *routes.FILES))


def page(crowd: Crowd) -> list[Asked]:
    """The page of free times as a signed-in citizen opens it, a doctor's whole day, by each of those who look."""
    if not has_page():
        return [graphql(one, DAYS, {"f": {"clinic": crowd.clinic, "specialty": "GP"}}) for one in crowd.searchers]
    path = f"/kk{PAGE}?clinic={crowd.clinic}&specialty=GP&doctor={crowd.doctor}&day={crowd.day}"
    return [
        Asked("GET", f"{path}&patient={patient}", (("Cookie", f"{session.cookie_name()}={one}"), ("Accept", "text/html")))
        for one, patient in zip(crowd.searchers, crowd.patients, strict=True)
    ]


async def ask(application: Starlette, asked: Asked) -> tuple[int, bytes]:
    """Ask an application of this process: its status and body."""
    path, _, query = asked.path.partition("?")
    scope: Json = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": asked.method, "scheme": "http", "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80), "headers": [(name.lower().encode(), value.encode()) for name, value in _headers(asked)],
    }  # fmt: skip
    heard: list[Any] = []

    async def receive() -> Json:
        return {"type": "http.request", "body": asked.body, "more_body": False}

    async def send(message: Any) -> None:
        heard.append(message)

    await application(scope, receive, send)
    return int(heard[0]["status"]), b"".join(one.get("body", b"") for one in heard[1:])


def _headers(asked: Asked) -> list[tuple[str, str]]:
    return [("Host", "127.0.0.1"), *asked.headers, ("Content-Length", str(len(asked.body)))]
