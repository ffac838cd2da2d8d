"""People of the demonstration at /graphql: bearers, signatures with demonstration keys, and the usual acts of a case."""

import base64
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
from starlette.applications import Starlette

from api.http import route
from api.ids import decode, encode
from api.schema import published
from models import account, demo
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.clock import ZONE
from models.demo_data import CLINICS
from models.person import Person

MONDAY = datetime(2026, 11, 23, 10, tzinfo=ZONE)
BINS = {one.key: one.bin for one in CLINICS}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
CASE = "id number state ground channel submittedAt acceptedAt effectiveOn decidedAt endedOn outsideZone doctor { id fullName }"
PROBLEMS = "problems { code field message remedy allowedFrom provision { basis } }"
HOMES: dict[str, dict[str, Any]] = {
    "satbayev": {"kato": "750000000", "locality": "Алматы", "street": "Сәтбаев", "house": "9", "flat": "31"},
    "samal": {"kato": "750000000", "locality": "Алматы", "street": "Самал-2", "house": "33", "flat": "14"},
    "far": {"kato": "750000000", "locality": "Алматы", "street": "Шалғай", "house": "1", "flat": None},
    "astana": {"kato": "710000000", "locality": "Астана", "street": "Бөгенбай батыр", "house": "5", "flat": None},
}
Json = dict[str, Any]


@dataclass
class Asker:
    """Somebody with a bearer, or without one, at the API over HTTP."""

    name: str
    token: str
    http: httpx.AsyncClient
    headers: dict[str, str] = field(default_factory=dict)

    async def send(self, query: str, variables: Mapping[str, Any] | None = None) -> httpx.Response:
        """One request as it goes over the wire."""
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        body = json.dumps({"query": query, "variables": variables}).encode()
        return await self.http.post("/graphql", content=body, headers={"Content-Type": "application/json", **bearer, **self.headers})

    async def ask(self, query: str, **variables: Any) -> Json:
        """The whole body of an answer."""
        body: Json = (await self.send(query, variables)).json()
        return body

    async def see(self, query: str, **variables: Any) -> Any:
        """The data of a query of one field that must succeed."""
        body = await self.ask(query, **variables)
        assert "errors" not in body, body["errors"]
        (found,) = body["data"].values()
        return found

    async def act(self, mutation: str, given: Json, shown: str = f"attachment {{ {CASE} }}") -> Json:
        """The payload of a mutation."""
        name = f"{mutation[0].upper()}{mutation[1:]}Input" if mutation not in INPUTS else INPUTS[mutation]
        found: Json = await self.see(f"mutation ($input: {name}!) {{ {mutation}(input: $input) {{ {shown} {PROBLEMS} }} }}", input=given)
        return found

    async def to_sign(self, act: str, given: Json) -> tuple[bytes, list[Json]]:
        """The bytes to sign for an act with an input, and the problems when there are none."""
        bare = {name: value for name, value in given.items() if name != "signature"}
        found = await self.act("requestSignature", {act: bare}, "signatureRequest { id content }")
        request = found["signatureRequest"]
        return (base64.b64decode(request["content"]) if request else b""), found["problems"]

    async def signed(self, act: str, given: Json, signer: str = "", *, as_head: bool | None = None) -> Json:
        """An input with the signature of its caller, or of somebody else."""
        content, problems = await self.to_sign(act, given)
        assert not problems, problems
        return given | {"signature": base64.b64encode(await demo.sign(signer or self.name, content, as_head=as_head)).decode()}

    async def file(self, **changes: Any) -> Json:
        """File the usual request with changes, signed by the caller."""
        given = await request(**changes)
        return await self.act("submitAttachment", await self.signed("submitAttachment", given, as_head=False))

    async def decide(self, act: str, case: str, **given: Any) -> Json:
        """A decision of a head, signed with the organisation's key."""
        return await self.act(act, await self.signed(act, {"id": case, **given}))


INPUTS = {"requestSignature": "ActInput", "withdrawAttachment": "CaseInput", "removeDocument": "DocumentInput"}


@asynccontextmanager
async def served() -> AsyncIterator[httpx.AsyncClient]:
    """The API as it is served."""
    transport = httpx.ASGITransport(Starlette(routes=[route(published, account.actor_of_token)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://test", headers={"Accept-Language": "en"}) as http:
        yield http


async def request(
    *, home: str = "satbayev", clinic: str = "almaty-5", ground: str = "FIRST", without: tuple[str, ...] = (), **changes: Any
) -> Json:
    """A sound request of somebody without an attachment, changed as a case needs."""
    given = {
        "idempotencyKey": str(uuid4()), "clinic": await clinic_id(clinic) if clinic in BINS else clinic, "ground": ground,
        "address": HOMES[home], "consent": True, "language": "KK", "phone": "+7 701 234 56 78", **changes,
    }  # fmt: skip
    return {name: value for name, value in given.items() if name not in without}


async def clinic_id(name: str) -> str:
    return str(encode("Clinic", (await Clinic.get(bin=BINS[name])).id))


async def patient_id(name: str) -> str:
    return str(encode("Patient", (await demo.person(name)).id))


async def doctor_id(name: str) -> str:
    return str(encode("Doctor", (await Doctor.get(person=await demo.person(name))).id))


async def upload(who: Asker, kind: str, name: str = "құжат.pdf", content: bytes = PDF, **given: Any) -> Json:
    """The payload of an upload."""
    whole = {"idempotencyKey": str(uuid4()), "kind": kind, "fileName": name, "content": base64.b64encode(content).decode(), **given}
    return await who.act("uploadDocument", whole, "document { id kind fileName mediaType size path }")


async def uploaded(who: Asker, kind: str, **given: Any) -> str:
    """The id of a document that was kept."""
    found = await upload(who, kind, **given)
    assert not found["problems"], found["problems"]
    return str(found["document"]["id"])


def codes(payload: Json) -> list[str]:
    """The codes of a payload's problems, in their order."""
    return [one["code"] for one in payload["problems"]]


def done(payload: Json) -> Json:
    """The case of an act that was done."""
    assert not payload["problems"], payload["problems"]
    found: Json = payload["attachment"]
    return found


async def row(case: Json) -> Attachment:
    """The row of a case."""
    return await Attachment.get(id=key(case["id"]))


def key(given: str) -> UUID:
    """The key behind the global id of a case."""
    return decode(given, "Attachment")


async def iin(name: str) -> str:
    return (await demo.person(name)).iin


async def reachable(name: str, email: str, phone: str) -> None:
    """Give somebody an e-mail and a phone."""
    await Person.filter(iin=await iin(name)).update(email=email, phone=phone)
