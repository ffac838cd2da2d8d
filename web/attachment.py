"""The pages of attachment: what the service is, the request step by step, the person's cases and each case."""

import base64
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.context import context
from web import alone, language, render, session
from web.document import NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page
from web.session import Visit
from web.signed_out import to_sign_in

NEW = "/attachments/new"
CHECK = f"{NEW}/check"
_BEGIN = load((render.FOLDER,), "attachment/begin", None)


async def upload(request: Request, visit: Visit, form: Form) -> Form:
    """The chosen file as the API takes it: its name and its bytes in Base64. With none chosen only the file is missing."""
    file = next(iter(form.files.get("content", [])), None)
    name, content = (file.name, base64.b64encode(file.content).decode()) if file else ("-", "")
    return Form(form.values | {"fileName": [name], "content": [content]})


async def begin(request: Request) -> Response:
    """The first question that needs an answer: for whom, or the ground where the person acts for nobody else."""
    visit, speech = await session.visit(request), language.of(request)
    try:
        data = (await _BEGIN.ask({}, context(visit.actor, speech, request.state.request_id))).data or {}
    except NotSignedIn:
        return to_sign_in(request)
    if data.get("attachmentDraft") is None:
        raise HTTPException(403)
    first = "patient" if any(one["represented"]["right"] for one in _represents(data)) else "ground"
    return RedirectResponse(language.link(speech, f"{NEW}/{first}"), 303)


def _represents(data: dict[str, Any]) -> list[dict[str, Any]]:
    me = data.get("me") or {}
    return list(me.get("represents") or [])



def _step(name: str, then: str) -> list[Page | Action]:
    """A question of the request: its page, and the act that keeps the answer and goes on, or back to where it was changed from."""
    path = f"{NEW}/{name}"
    return [
        page(path, f"attachment/{name}"),
        action(path, f"attachment/save_{name}", shows=f"attachment/{name}", then=then, returns=True),
    ]


PAGES: list[Page | Action] = [
    page("/attachments/about", "attachment/about", public=True),
    *_step("patient", f"{NEW}/ground"),
    *_step("ground", f"{NEW}/address"),
    *_step("address", f"{NEW}/clinic?territory={{draft.address.kato}}"),
    *_step("clinic", f"{NEW}/doctor"),
    *_step("doctor", f"{NEW}/documents"),
    page(f"{NEW}/documents", "attachment/documents"),
    action(f"{NEW}/documents/upload", "attachment/upload", shows="attachment/documents", prepare=upload),
    action(f"{NEW}/documents/remove", "attachment/remove", shows="attachment/documents"),
    page(CHECK, "attachment/check"),
    action(
        f"{NEW}/ask/{{idempotencyKey}}",
        "attachment/ask",
        shows="attachment/check",
        then="/sign/{signatureRequest.id}?key={idempotencyKey}",
    ),
    action(f"{NEW}/discard", "attachment/discard", shows="attachment/check", then="/attachments/about?discarded=1"),
    page("/attachments", "attachment/list"),
    page("/attachments/{id}", "attachment/show"),
    page("/attachments/{id}/withdraw", "attachment/withdraw"),
    action(
        "/attachments/{id}/withdraw",
        "attachment/do_withdraw",
        shows="attachment/withdraw",
        then="/attachments/{attachment.id}",
    ),
]
FILES = [
    Route("/{language:language}" + NEW, begin, methods=["GET"]),
    Route(NEW, alone.in_a_language, methods=["GET"]),
]
