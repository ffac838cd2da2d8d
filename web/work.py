"""The clinic's pages: the queue, the register, the acts on a request for attachment, the desk and the phone."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.law import Role
from web import alone, desk, session
from web.page import Action, Page, action, page
from web.site import to_sign_in

FIRST_PAGE = {
    Role.REGISTRAR: "/work/queue",
    Role.HEAD: "/work/queue",
    Role.APPEALS_OFFICER: "/work/appeals",
    Role.DOCTOR: "/work/day",
    Role.CONTACT_CENTRE: "/work/status",
    Role.ADMINISTRATOR: "/work/timetable",
    Role.AUTHORITY: "/work/appeals",
}
FILE = "/work/people/{patient}/attachment"
SIGN = "/sign/{signatureRequest.id}"
CASE = "/attachments/{id}"

PAGES: list[Page | Action] = [
    page("/work/queue", "work/queue", fragments=("queue",)),
    page("/work/attachments", "work/register"),
    page("/work/people", "work/people"),
    page("/work/status", "work/status"),
    page("/work/desk", "work/desk"),
    page("/work/people/{patient}", "work/card"),
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


async def start(request: Request) -> Response:
    """/work: to the first page of the role; a visitor signs in, somebody without work here is told so."""
    role = (await session.visit(request)).actor.role
    if role is None:
        return to_sign_in(request)
    if role not in FIRST_PAGE:
        raise HTTPException(403)
    return desk.to(request, FIRST_PAGE[role])



FILES = [
    Route("/{language:language}/work", start, methods=["GET"]),
    Route("/work", alone.in_a_language, methods=["GET"]),
    *desk.FILES,
]
