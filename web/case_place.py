"""Where a case of any service is opened, and where each act on it is done, by who looks: the one table for lists, search and cards."""

from collections.abc import Mapping
from typing import Any

from api.paths import PATHS
from models import clock
from models.law import Role

Case = Mapping[str, Any]
"""What a page asks of a case: `__typename` and `id`; of an appointment also `startsAt` and `slot { id }` where they are at hand."""

_CLINIC = {
    "Attachment": "/attachments/{id}",
    "Appointment": "/work/appointments/{id}",
    "HomeVisit": "/work/calls/{id}",
    "Appeal": "/work/appeals/{id}",
}
_DOCTOR = {"Attachment": "/attachments/{id}", "Appointment": "/work/appointments/{id}", "HomeVisit": "/work/round/{id}"}
PLACES: Mapping[Role, Mapping[str, str]] = {
    Role.CITIZEN: PATHS,
    Role.REGISTRAR: _CLINIC,
    Role.HEAD: _CLINIC,
    Role.APPEALS_OFFICER: _CLINIC,
    Role.DOCTOR: _DOCTOR,
    Role.ADMINISTRATOR: {"Appointment": "/work/appointments/{id}"},
    Role.AUTHORITY: {"Appeal": "/work/appeals/{id}"},
}
# Acts with a page of their own stand below the case; those here are done elsewhere, or under another word.
_ATTACHMENT = {"propose_refusal": "/attachments/{id}/refusal", "decline_refusal": "/attachments/{id}/decline"}
_ON_THE_DAY = "/work/day?day={day}#time-{slot}"
_OF_DAY = dict.fromkeys(("begin", "complete", "miss", "arrive"), _ON_THE_DAY)
_OF_ROUND = dict.fromkeys(("set_out", "arrive"), "/work/round#call-{id}")
ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "Attachment": _ATTACHMENT,
    "Appointment": {**_OF_DAY, "accept": "/work/appointments/{id}"},
    "HomeVisit": {"set_out": "/work/calls/{id}", "arrive": "/work/calls/{id}"},
}


def of_case(role: Role, case: Case) -> str:
    """The page of a case for a role, without the language; empty when the role has none."""
    place = PLACES.get(role, {}).get(case["__typename"], "")
    return place.format(id=case["id"])


def of_act(role: Role, case: Case, act: str) -> str:
    """The page on which a role does an act on a case; empty when the role has no page of such a case."""
    service = case["__typename"]
    below = of_case(role, case) and f"{PLACES[role][service]}/{act.replace('_', '-') if service == 'Appeal' else act}"
    moved = _OF_ROUND if role is Role.DOCTOR and service == "HomeVisit" else ELSEWHERE.get(service, {})
    return moved.get(act, below).format(id=case["id"], **_time(case)) if below else ""


def _time(case: Case) -> dict[str, str]:
    """The day and the time of a visit, for its line in the day of the doctor."""
    starts = case.get("startsAt")
    return {"day": starts[:10] if starts else clock.today().isoformat(), "slot": (case.get("slot") or {"id": ""})["id"]}
