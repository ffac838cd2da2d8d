"""The clinic's pages: the day's work of every post, the queue, the register, the acts on a request for attachment, the desk."""

import hashlib
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.finding import SEEKING
from models.law import STAFF_ROLES, Role
from web import alone, desk, render, session
from web.document import load
from web.form import Form
from web.page import Action, Page, action, page
from web.signed_out import to_sign_in

HOME = load((render.FOLDER,), "work/home", None)
ROTA = (Role.HEAD, Role.ADMINISTRATOR)  # who is absent and who waits for another time
FILE = "/work/people/{patient}/attachment"
SIGN = "/sign/{signatureRequest.id}"
CASE = "/attachments/{id}"

PAGES: list[Page | Action] = [
    page("/work/queue", "work/queue", fragments=("queue",)),
    page("/work/attachments", "work/register"),
    page("/work/people", "work/people"),
    page("/work/status", "work/status"),
    page("/work/desk", "work/desk"),
    page(FILE, "work/file"),
    action(FILE, "work/submit", shows="work/file", then="/attachments/{attachment.id}"),
    page("/work/person", "work/person"),
    page("/work/representation", "work/representation"),
    action(
        "/work/representation", "work/record_representation", shows="work/representation", then="/work/representations/{representation.id}"
    ),
    page("/work/representations/{id}", "work/represented"),
    action("/work/representations/{id}/end", "work/end_representation", shows="work/represented", then="/work/desk"),
    page("/attachments/{id}/check", "attachment_work/check"),
    action("/attachments/{id}/check", "attachment_work/check_act", shows="attachment_work/check", then=CASE),
    page("/attachments/{id}/refusal", "attachment_work/refusal"),
    action("/attachments/{id}/refusal", "attachment_work/refusal_act", shows="attachment_work/refusal", then=CASE),
    page("/attachments/{id}/decline", "attachment_work/decline"),
    action("/attachments/{id}/decline", "attachment_work/decline_act", shows="attachment_work/decline", then=CASE),
    page("/attachments/{id}/approve", "attachment_work/approve"),
    action("/attachments/{id}/approve", "attachment_work/approve_ask", shows="attachment_work/approve", then=SIGN),
    page("/attachments/{id}/refuse", "attachment_work/refuse"),
    action("/attachments/{id}/refuse", "attachment_work/refuse_ask", shows="attachment_work/refuse", then=SIGN),
    page("/attachments/{id}/detach", "attachment_work/detach"),
    action("/attachments/{id}/detach", "attachment_work/detach_ask", shows="attachment_work/detach", then=SIGN),
]


async def home(request: Request) -> Response:
    """/work: the day of whoever works here; a visitor signs in, somebody without work here is told so."""
    part = "agenda" if request.headers.get("hx-request") == "true" else ""
    request.state.quiet = bool(part)  # a list that renews itself is not a person at work
    role = (await session.visit(request)).actor.role
    if role is None:
        return to_sign_in(request)
    if role not in STAFF_ROLES:
        raise HTTPException(403)
    if role is Role.CONTACT_CENTRE:
        return await alone.shown(request, "work/status", "/work", data={"caseStatus": None})
    data = await HOME.page_data(_asked(request, role), await alone.told(request))
    known = _marked(data["agenda"]["tasks"], request.query_params.get("known"))
    answer = await alone.part(request, "work/home", "/work", part, data=data, known=known)
    answer.headers["Vary"] = "HX-Request, HX-Target"
    return answer


def _asked(request: Request, role: Role) -> Form:
    """The service that was chosen, and what this role is told beside the work on cases."""
    told = {"rota": str(role in ROTA).lower(), "signs": str(role is Role.HEAD).lower()}
    return Form({"service": [request.query_params.get("service", "")], **{name: [value] for name, value in told.items()}})


def _marked(tasks: list[dict[str, Any]], known: str | None) -> str:
    """Marks the tasks that were not there when the page was opened, and says by which short marks they are known again."""
    marks = [hashlib.sha256(f"{one['case']['id']} {one['act']}".encode()).hexdigest()[:6] for one in tasks]
    for one, mark in zip(tasks, marks, strict=True):
        one["fresh"] = known is not None and mark not in known.split(".")
    return ".".join(marks)


async def card(request: Request) -> Response:
    """A person's card, for those who may look for people: what each of them sees there the API decides."""
    role = (await session.visit(request)).actor.role
    if role is None:
        return to_sign_in(request)
    if role not in SEEKING:
        raise HTTPException(403)
    patient = request.path_params["patient"]
    data = await desk.CARD.page_data(Form({"patient": [patient]}), await alone.told(request))
    return await alone.shown(request, "work/card", f"/work/people/{patient}", data=data)


FILES = [*alone.in_languages("/work", home), *alone.in_languages("/work/people/{patient}", card), *desk.FILES]
