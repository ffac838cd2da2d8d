"""Booking as people of the demonstration do it at /graphql: free times, holds, signed and desk bookings."""

from typing import Any
from uuid import uuid4

from tests.attachment.asking import Asker, Json, clinic_id

APPOINTMENT = (
    "appointment { id number state startsAt endsAt sequence doctor { id fullName } slot { id } offer { id slot { id startsAt } } }"
)
TIMES = (
    "query ($f: SlotFilter!, $n: Int = 100) { freeSlots(filter: $f, first: $n) { nodes { id startsAt endsAt doctor { id } specialty } } }"
)
PROBLEMS = "problems { code field message remedy allowedFrom provision { basis } alternatives { id startsAt } }"
INPUTS = {
    "extendHold": "CaseInput", "releaseHold": "CaseInput", "acceptOfferedTime": "CaseInput", "markArrival": "CaseInput",
    "takeArrivalBack": "CaseInput", "beginVisit": "CaseInput", "completeVisit": "CaseInput", "reopenVisit": "CaseInput",
    "markNoShow": "CaseInput",
}  # fmt: skip


async def times(asker: Asker, specialty: str = "GP", clinic: str = "almaty-9", **more: Any) -> list[Json]:
    """The free times of a specialty in a clinic, the nearest first."""
    found: Json = await asker.see(TIMES, f={"clinic": await clinic_id(clinic), "specialty": specialty, **more})
    return list(found["nodes"])


async def act(asker: Asker, name: str, given: Json, shown: str = APPOINTMENT) -> Json:
    """The payload of an act."""
    kind = INPUTS.get(name, f"{name[0].upper()}{name[1:]}Input")
    found: Json = await asker.see(f"mutation ($input: {kind}!) {{ {name}(input: $input) {{ {shown} {PROBLEMS} }} }}", input=given)
    return found


async def hold(asker: Asker, slot: str, **more: Any) -> Json:
    """Hold a time."""
    return await act(asker, "holdSlot", {"slot": slot, **more}, "hold { id expiresAt lives mayExtend slot { id } }")


def request(slot: str, **changes: Any) -> Json:
    """A sound booking of a time."""
    given = {"idempotencyKey": str(uuid4()), "slot": slot, "reason": "PRIMARY", "language": "KK", "phone": "+7 701 234 56 78", **changes}
    return {name: value for name, value in given.items() if value is not None}


async def book(asker: Asker, slot: str, **changes: Any) -> Json:
    """Book a time on the portal: signed by whoever asks."""
    given = request(slot, **changes)
    return await act(asker, "bookAppointment", await asker.signed("bookAppointment", given, as_head=False))


async def book_at_desk(registrar: Asker, iin: str, slot: str, **changes: Any) -> Json:
    """Book a time at the desk for a person whose identity was seen."""
    given = request(slot, patientIin=iin, identity="ЖК № 012345678", channel="DESK", **changes)
    return await act(registrar, "bookAppointment", given)


def codes(payload: Json) -> list[str]:
    """The codes of the problems of a payload."""
    return [one["code"] for one in payload["problems"]]
