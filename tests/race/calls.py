"""Asking the servers over HTTP, and remembering what they acknowledged, what they refused and what they never answered."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeAlias
from uuid import uuid4

import httpx

from tests.race.serving import Server
from tests.race.stage import HOME, Citizen

Json: TypeAlias = dict[str, Any]
CASE = "attachment { id number state clinic { id } }"
ANSWER = "problems { code }"
FIELDS = {
    "submitAttachment": ("SubmitAttachmentInput", CASE),
    "checkAttachment": ("CheckAttachmentInput", CASE),
    "proposeAttachmentRefusal": ("ProposeAttachmentRefusalInput", CASE),
    "declineAttachmentRefusal": ("DeclineAttachmentRefusalInput", CASE),
    "approveAttachment": ("ApproveAttachmentInput", CASE),
    "refuseAttachment": ("RefuseAttachmentInput", CASE),
    "withdrawAttachment": ("CaseInput", CASE),
    "requestSignature": ("ActInput", "signatureRequest { id }"),
    "demonstrationSign": ("DemonstrationSignInput", "signature { cms }"),
}
# what the journal calls each act
LINES = {
    "submitAttachment": "attachment:submit", "checkAttachment": "attachment:check", "approveAttachment": "attachment:approve",
    "proposeAttachmentRefusal": "attachment:propose_refusal", "declineAttachmentRefusal": "attachment:decline_refusal",
    "refuseAttachment": "attachment:refuse", "withdrawAttachment": "attachment:withdraw",
}  # fmt: skip
OPEN_CASE = "query($iin: String!) { attachments(filter: {search: $iin, open: true}, first: 2) { nodes { id state clinic { id } } } }"
HELD = "query($iin: String!) { attachments(filter: {search: $iin, state: [IN_FORCE]}, first: 2) { nodes { id state clinic { id } } } }"


def document(act: str) -> str:
    """The mutation of an act, asking for its object and its problems."""
    kind, shown = FIELDS[act]
    return f"mutation($input: {kind}!) {{ done: {act}(input: $input) {{ {shown} {ANSWER} }} }}"


@dataclass(frozen=True)
class Act:
    """An act that a server has acknowledged: by the journal's name, on the case of this id and number."""

    line: str
    case: str
    number: str


@dataclass
class Calls:
    """The clients of the servers. `faults` are answers that nobody should ever see; `unknown` got no answer at all."""

    servers: list[Server]
    acknowledged: list[Act] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    unknown: list[tuple[str, Json, str]] = field(default_factory=list)

    async def __aenter__(self) -> "Calls":
        self.clients = [httpx.AsyncClient(base_url=one.address, timeout=30) for one in self.servers]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for client in self.clients:
            await client.aclose()

    async def ask(self, to: int, token: str, query: str, variables: Json) -> Json | None:
        """One request to one of the servers; None when no answer came."""
        try:
            with self.servers[to % 2].asked():
                answer = await self.clients[to % 2].post(
                    "/graphql", json={"query": query, "variables": variables}, headers={"Authorization": f"Bearer {token}"}
                )
        except httpx.TransportError:
            await asyncio.sleep(0.02)
            return None
        if answer.status_code != 200 or answer.json().get("errors"):
            self.faults.append(f"{answer.status_code} {answer.text[:300]}")
            return {}
        return dict(answer.json()["data"])

    async def act(self, to: int, token: str, name: str, given: Json) -> Json | None:
        """An act: its object when it was done; what became of it is remembered."""
        data = await self.ask(to, token, document(name), {"input": given})
        if data is None:
            self.unknown.append((name, given, token))
            return None
        done: Json = data.get("done") or {"problems": []}
        self.refused.update(problem["code"] for problem in done["problems"])
        case = done.get("attachment")
        if case and name in LINES:
            self.acknowledged.append(Act(LINES[name], case["id"], case["number"]))
        return case or done.get("signatureRequest") or done.get("signature")

    async def signed(self, to: int, token: str, act: str, given: Json) -> Json:
        """The input of an act with a real signature made for it; without one when the act is not open any more."""
        asked = await self.act(to, token, "requestSignature", {act: given})
        made = await self.act(to, token, "demonstrationSign", {"request": asked["id"]}) if asked else None
        return {**given, "signature": made["cms"]} if made else given

    async def found(self, to: int, token: str, query: str, iin: str) -> Json | None:
        """The one case that a question finds."""
        data = await self.ask(to, token, query, {"iin": iin})
        nodes = data["attachments"]["nodes"] if data else []
        return dict(nodes[0]) if nodes else None


def request(citizen: Citizen, clinic: str, ground: str, *, desk: bool) -> Json:
    """A request for attachment: at the desk the identity is seen, on the portal it is signed. Each time from another flat,
    so that a change of residence is one."""
    whose: Json = {"patientIin": citizen.iin, "identity": "№ 012345678", "channel": "DESK"} if desk else {}
    return {
        "idempotencyKey": str(uuid4()), "clinic": clinic, "ground": ground, "address": HOME | {"flat": uuid4().hex[:8]},
        "outsideZone": True, "consent": True, "language": "KK", "phone": "+77000000000", **whose,
    }  # fmt: skip
