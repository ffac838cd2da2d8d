"""The citizen's pages of calls: what the service is, danger first, the call step by step, each call and the list."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.execution import Answer
from models import clock
from models.law import Role
from web import alone, desk, language, render
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page
from web.signed_out import to_sign_in

NEW = "/home-visits/new"
DANGER, EMERGENCY, ONWARD = f"{NEW}/danger", f"{NEW}/103", f"{NEW}/onward"
PATIENT, REASON, ADDRESS, CHECK = f"{NEW}/patient", f"{NEW}/reason", f"{NEW}/address", f"{NEW}/check"
CASE = "/home-visits/{id}"
Data = dict[str, Any]


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


_DANGER, _DRAFT, _SAVE_DANGER = map(_document, ("home_visit/danger", "home_visit/draft", "home_visit/save_danger"))
_REASON, _SAVE_REASON = map(_document, ("home_visit/reason", "home_visit/save_reason"))
_CHECK, _ASK = map(_document, ("home_visit/check", "home_visit/ask"))


async def begin(request: Request) -> Response:
    """The first question of every call is danger, whoever asks."""
    return desk.to(request, DANGER)


async def danger(request: Request) -> Response:
    """The signs of danger: asked of everybody, signed in or not; what a citizen has answered is ticked."""
    return await _danger(request, await alone.told(request))


async def _danger(request: Request, told: Context, status: int = 200, **values: object) -> Response:
    data = await _DANGER.page_data(Form(), told)
    data["draft"] = (await _DRAFT.page_data(Form(), told))["homeVisitDraft"] if told.actor.role is Role.CITIZEN else None
    return await alone.shown(request, "home_visit/danger", DANGER, status, data=data, **values)


async def answer_danger(request: Request, form: Form, told: Context) -> Response:
    """A yes shows 103, to a stranger too; of somebody who has not signed in nothing is kept. A sign outweighs "none of these"."""
    variables, faults = _SAVE_DANGER.read(form)
    problems = [desk.of_fault(one, told) for one in faults]
    named = bool(form.below("dangerSigns"))
    if not (problems or named or form.last("none")):
        problems = [desk.said("home_visit.danger.choose", told, "dangerSigns")]
    if told.actor.role is Role.CITIZEN and not problems:
        problems = (await _SAVE_DANGER.ask(variables, told)).problems
    if problems:
        return await _danger(request, told, 422, form=form.values, problems=problems)
    then = language.own_path(form.last("then"))
    if named:
        return desk.to(request, EMERGENCY + (f"?then={quote(then, safe='')}" if then else ""))
    return desk.to(request, then or ONWARD)


async def onward(request: Request) -> Response:
    """After the question of danger: for whom, or why where the person represents nobody; here one signs in.

    Nothing of what a stranger answers is kept, so whoever signs in only here is asked once more, and told why."""
    try:
        data = await _DRAFT.page_data(Form(), await alone.told(request))
    except NotSignedIn:
        return to_sign_in(request)
    if not data["homeVisitDraft"]["dangerAsked"]:
        return desk.to(request, f"{DANGER}?again")
    represents = any(one["represented"]["right"] for one in data["me"]["represents"])
    return desk.to(request, PATIENT if represents else REASON)


async def answer_reason(request: Request, form: Form, told: Context) -> Response:
    """Why: a state of the list or own words, one at least; named danger is reason enough."""
    variables, faults = _SAVE_REASON.read(form)
    problems = [desk.of_fault(one, told) for one in faults]
    data = await _REASON.page_data(Form(), told)
    if not (problems or form.below("indications") or form.below("words") or data["homeVisitDraft"]["dangerSigns"]):
        problems = [desk.said("home_visit.reason.choose", told, "indications")]
    if not problems:
        problems = (await _SAVE_REASON.ask(variables, told)).problems
    if problems:
        return await alone.shown(request, "home_visit/reason", REASON, 422, data=data, form=form.values, problems=problems)
    return desk.to(request, language.own_path(form.last("then")) or ADDRESS)


async def check(request: Request) -> Response:
    """All answers, and what the call would be promised: the day of the visit and by when the clinic answers."""
    try:
        return await _check(request, await alone.told(request))
    except NotSignedIn:
        return to_sign_in(request)


async def _check(request: Request, told: Context, status: int = 200, **values: object) -> Response:
    data = await _CHECK.page_data(Form(), told)
    accepted = data["homeVisitDraft"]["term"]["acceptedAt"]
    waits = accepted is not None and datetime.fromisoformat(accepted) > clock.now()
    return await alone.shown(request, "home_visit/check", CHECK, status, data=data, waits=waits, **values)


async def ask(request: Request, form: Form, told: Context) -> Response:
    """To the page where the call is signed, or back to the answers with what forbids it."""
    key = request.path_params["key"]
    variables, faults = _ASK.read(Form(form.values | {"idempotencyKey": [key]}))
    problems = [desk.of_fault(one, told) for one in faults]
    answer = Answer() if problems else await _ASK.ask(variables, told)
    problems += answer.problems
    if problems:
        return await _check(request, told, 422, form=form.values, problems=problems)
    request_id = (answer.data or {})["requestSignature"]["signatureRequest"]["id"]
    return desk.to(request, f"/sign/{request_id}?key={quote(key, safe='')}")



PAGES: list[Page | Action] = [
    page("/home-visits/about", "home_visit/about", public=True),
    page(EMERGENCY, "home_visit/emergency"),
    page(PATIENT, "home_visit/patient"),
    action(PATIENT, "home_visit/save_patient", shows="home_visit/patient", then=REASON, returns=True),
    page(REASON, "home_visit/reason"),
    page(ADDRESS, "home_visit/address"),
    action(ADDRESS, "home_visit/save_address", shows="home_visit/address", then=CHECK, returns=True),
    action(f"{NEW}/discard/{{key}}", "home_visit/discard", shows="home_visit/about", then="/home-visits/about?discarded"),
    page("/home-visits", "home_visit/list"),
    page(CASE, "home_visit/show"),
    action(f"{CASE}/agree", "home_visit/agree", shows="home_visit/show", then=f"{CASE}?agreed"),
    action(f"{CASE}/insist", "home_visit/insist", shows="home_visit/show", then=f"{CASE}?insisted"),
    page(f"{CASE}/worse", "home_visit/worse"),
    action(f"{CASE}/worse", "home_visit/do_worse", shows="home_visit/worse", then=f"{CASE}?worse"),
    page(f"{CASE}/cancel", "home_visit/cancel"),
    action(f"{CASE}/cancel", "home_visit/do_cancel", shows="home_visit/cancel", then=f"{CASE}?cancelled"),
]


FILES = [
    *alone.in_languages(NEW, begin),
    *alone.in_languages(DANGER, danger),
    *alone.in_languages(ONWARD, onward),
    *alone.in_languages(CHECK, check),
    desk.posted(DANGER, DANGER, answer_danger)[0],
    desk.posted(REASON, REASON, answer_reason)[0],
    *desk.posted(f"{NEW}/ask/{{key}}", CHECK, ask),
]
