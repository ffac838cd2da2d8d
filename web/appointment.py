"""The citizen's pages of appointments: what the service is, choosing and holding a time, signing, each appointment and the list."""

import base64
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.context import Context
from models import calendar_file
from web import alone, appointment_live, desk, render
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page
from web.signed_out import to_sign_in

NEW = "/appointments/new"
TIMES = f"{NEW}/times"
HOLD = "/appointments/hold/{id}"
CASE = "/appointments/{id}"
LINK = "/a/{token}"
Data = dict[str, Any]


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


_BEGIN, _HOLD, _HOLD_SLOT = map(_document, ("appointment/begin", "appointment/hold", "appointment/hold_slot"))
_MOVE, _TIMES, _DO_MOVE = map(_document, ("appointment/move", "appointment/times", "appointment/do_move"))
_CALENDAR = _document("appointment/calendar")


async def begin(request: Request) -> Response:
    """The first question that needs an answer: for whom, or which doctor where the person books for nobody else."""
    try:
        data = await _BEGIN.page_data(Form(), await alone.told(request))
    except NotSignedIn:
        return to_sign_in(request)
    me = data["me"]
    if me["role"] != "CITIZEN":
        raise HTTPException(403)
    asked = request.query_params.get("patient")
    if asked is None and any(one["represented"]["right"] for one in me["represents"]):
        return desk.to(request, f"{NEW}/patient")
    patient = asked or me["person"]["id"]
    at = next((one["clinic"]["id"] for one in me["attachments"]["nodes"] if one["patient"]["id"] == patient), None)
    query = urlencode({"patient": patient} | ({"clinic": at} if at else {}))
    return desk.to(request, f"{NEW}/{'doctor' if at else 'nowhere'}?{query}")


async def again(request: Request, form: Form, told: Context) -> Response:
    """Hold another time after a hold has run out: the same answers, typed already, go with the new one."""
    key = request.path_params["id"]
    variables, faults = _HOLD_SLOT.read(form)
    if faults:
        raise HTTPException(404)
    answer = await _HOLD_SLOT.ask(variables, told)
    if not answer.problems:
        key = str((answer.data or {})["holdSlot"]["hold"]["id"])
    data = await _HOLD.page_data(Form({"id": [key]}), told)
    typed = {name: values for name, values in form.values.items() if name not in ("csrf", "slot", "id", "hold")}
    status, path = (422 if answer.problems else 200), HOLD.format(id=key)
    return await alone.shown(request, "appointment/hold", path, status, data=data, form=typed, problems=answer.problems)


async def move(request: Request) -> Response:
    """The free times of the same specialty, the old time kept until another is taken."""
    try:
        return await _moving(request, await alone.told(request), Form.of(request.query_params.multi_items()))
    except NotSignedIn:
        return to_sign_in(request)


async def do_move(request: Request, form: Form, told: Context) -> Response:
    """Take the chosen time in the place of the old one, or show why not, with what can be had."""
    key = {"id": [request.path_params["id"]]}
    variables, faults = _DO_MOVE.read(Form(form.values | key))
    problems = [desk.of_fault(one, told) for one in faults]
    if not problems:
        problems = (await _DO_MOVE.ask(variables, told)).problems
    if not problems:
        return desk.to(request, CASE.format(id=key["id"][0]) + "?moved")
    return await _moving(request, told, Form.of(request.query_params.multi_items()), form=form.values, problems=problems)


async def _moving(request: Request, told: Context, asked: Form, **values: object) -> Response:
    key = request.path_params["id"]
    data = await _MOVE.page_data(Form({"id": [key]}), told)
    case = data["appointment"]
    known = {"clinic": case["clinic"]["id"], "specialty": case["specialty"], "patient": case["patient"]["id"], "moving": key}
    known["reason"] = case["reason"]
    data |= await _TIMES.page_data(Form(asked.values | {name: [value] for name, value in known.items()}), told)
    return await alone.shown(request, "appointment/move", f"/appointments/{key}/move", 422 if values else 200, data=data, **values)


async def calendar(request: Request) -> Response:
    """The calendar file as it stands now; once cancelled it takes the event out of the calendar again."""
    try:
        data = await _CALENDAR.page_data(Form({"id": [request.path_params["id"]]}), await alone.told(request))
    except NotSignedIn:
        return to_sign_in(request)
    content = base64.b64decode(data["appointment"]["calendarFile"])
    kind = calendar_file.media_type(cancelled=b"\r\nMETHOD:CANCEL\r\n" in content)
    heads = {"Content-Disposition": f'attachment; filename="{data["appointment"]["number"]}.ics"', "Cache-Control": "no-store"}
    return Response(content, headers=heads | {"Content-Type": kind})



PAGES: list[Page | Action] = [
    page("/appointments/about", "appointment/about", public=True),
    page(f"{NEW}/patient", "appointment/patient"),
    page(f"{NEW}/nowhere", "appointment/nowhere"),
    page(f"{NEW}/doctor", "appointment/doctor"),
    page(TIMES, "appointment/times"),
    action(TIMES, "appointment/hold_slot", shows="appointment/times", then="/appointments/hold/{hold.id}"),
    action(
        f"{TIMES}/keeping/{{request}}",
        "appointment/hold_slot",
        shows="appointment/times",
        then="/appointments/hold/{hold.id}?request={request}",
    ),
    page(HOLD, "appointment/hold"),
    action(f"{HOLD}/extend", "appointment/extend", shows="appointment/hold", returns=True),
    action(
        f"{HOLD}/release",
        "appointment/release",
        shows="appointment/hold",
        then=f"{TIMES}?clinic={{hold.slot.clinic.id}}&specialty={{hold.slot.specialty}}&patient={{hold.patient.id}}&day={{hold.slot.day}}",
    ),
    action(
        f"{HOLD}/ask/{{idempotencyKey}}",
        "appointment/ask",
        shows="appointment/hold",
        then=f"{HOLD}/check?request={{signatureRequest.id}}&key={{idempotencyKey}}",
    ),
    action(f"{HOLD}/refusal/{{idempotencyKey}}", "appointment/refusal", shows="appointment/hold", then="/notices/{notice.id}"),
    page(f"{HOLD}/check", "appointment/check"),
    action(
        f"{HOLD}/sign/{{idempotencyKey}}",
        "appointment/ask",
        shows="appointment/hold",
        then="/sign/{signatureRequest.id}?key={idempotencyKey}",
    ),
    page("/appointments", "appointment/list"),
    page(CASE, "appointment/show"),
    action(f"{CASE}/accept", "appointment/accept", shows="appointment/show", then=f"{CASE}?accepted"),
    page(f"{CASE}/cancel", "appointment/cancel"),
    action(f"{CASE}/cancel", "appointment/do_cancel", shows="appointment/cancel", then=f"{CASE}?cancelled"),
    page(LINK, "appointment/link"),
    action(f"{LINK}/cancel", "appointment/link_cancel", shows="appointment/link", then=f"{LINK}?cancelled"),
    action(f"{LINK}/move", "appointment/link_move", shows="appointment/link", then=f"{LINK}?moved"),
]
_OWN = "/{language:language}"
FILES = [
    Route(_OWN + NEW, begin, methods=["GET"]),
    Route(NEW, alone.in_a_language, methods=["GET"]),
    *desk.posted(f"{HOLD}/again", HOLD, again),
    Route(f"{_OWN}{CASE}/move", move, methods=["GET"]),
    Route(f"{CASE}/move", alone.in_a_language, methods=["GET"]),
    desk.posted(f"{CASE}/move", CASE, do_move)[0],
    Route(f"{_OWN}{CASE}/calendar.ics", calendar, methods=["GET"]),
    Route(f"{CASE}/calendar.ics", calendar, methods=["GET"]),
    *appointment_live.FILES,
]
