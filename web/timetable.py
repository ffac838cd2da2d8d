"""The timetable of a clinic's doctors (график приёма врачей): receptions, extra sessions, absences; and for everybody to read."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from models import clock
from web.form import Form
from web.page import Action, Page, action, page
from web.session import Visit

PLACE = "/work/timetable"
RECEPTION = "/work/timetable/affected?doctor={change.reception.doctor.id}"
ABSENCE = "/work/timetable/affected?doctor={change.absence.doctor.id}"


async def one_day(request: Request, visit: Visit, form: Form) -> Form:
    """An extra session is a reception of one day: its weekday, its first and its last day follow from the day."""
    day = form.last("since").strip()
    try:
        weekday = str(date.fromisoformat(day).isoweekday())
    except ValueError:
        weekday = "1"  # the day itself is told to be wrong
    return Form(form.values | {"weekday": [weekday], "until": [day]}, form.files)


async def in_zone(request: Request, visit: Visit, form: Form) -> Form:
    """The moments of an absence as a browser gives them, on the clock of Kazakhstan."""
    return Form(form.values | {name: [_moment(form.last(f"{name}Local"))] for name in ("since", "until")}, form.files)


def _moment(typed: str) -> str:
    try:
        found = datetime.fromisoformat(typed.strip())
    except ValueError:
        return typed
    return (found if found.tzinfo else found.replace(tzinfo=clock.ZONE)).isoformat()


def affected(answer: Response, payload: Mapping[str, Any]) -> None:
    """The page that follows knows how many people lost their time by this change."""
    answer.headers["location"] += f"&n={len(payload['change']['affected'])}"


PAGES: list[Page | Action] = [
    page(PLACE, "timetable/index"),
    page(f"{PLACE}/doctors/{{id}}", "timetable/doctor"),
    page(f"{PLACE}/affected", "timetable/affected"),
    page(f"{PLACE}/begin", "timetable/begin"),
    action(f"{PLACE}/begin", "timetable/do_begin", shows="timetable/begin", then=RECEPTION, done=affected),
    page(f"{PLACE}/extra", "timetable/extra"),
    action(f"{PLACE}/extra", "timetable/do_extra", shows="timetable/extra", then=RECEPTION, done=affected, prepare=one_day),
    page(f"{PLACE}/receptions/{{id}}/end", "timetable/end"),
    action(f"{PLACE}/receptions/{{id}}/end", "timetable/do_end", shows="timetable/end", then=RECEPTION, done=affected),
    page(f"{PLACE}/absence", "timetable/absence"),
    action(f"{PLACE}/absence", "timetable/do_absence", shows="timetable/absence", then=ABSENCE, done=affected, prepare=in_zone),
    page(f"{PLACE}/absences/{{id}}/end", "timetable/back"),
    action(f"{PLACE}/absences/{{id}}/end", "timetable/do_back", shows="timetable/back", then=ABSENCE, done=affected),
    page("/clinics/{id}/timetable", "timetable/clinic"),
]
