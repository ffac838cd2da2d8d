"""Requests of somebody whose session is over: to the sign-in and back, with what was typed; and forms that are not ours at all.

What was typed is kept by `models.unsent` and shown again on its page, which is then asked for with `kept` in its address.
"""

from urllib.parse import urlencode, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from models import unsent
from web import language, session
from web.form import Form

SIGN_IN = "/signin"
KEPT = "kept"


def to_sign_in(request: Request, page: str = "") -> Response:
    """To the sign-in page, which leads back to the page that was wanted; the whole page goes there, not the part that htmx asked for."""
    query = f"?{request.url.query}" if request.url.query and request.method == "GET" else ""
    wanted = urlencode({"then": page or language.split(request.url.path)[1] + query})
    address = f"{language.link(language.of(request), SIGN_IN)}?{wanted}"
    if request.headers.get("hx-request") == "true":
        return Response(headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


async def not_ours(request: Request, visit: session.Visit, form: Form, page: str = "") -> Response:
    """A form that we cannot know as ours: 403; one whose session has ended meanwhile: sign in again, and find it as it was typed.

    `page` is the address of the page that the form stands on, where it is not the form's own.
    """
    token = request.cookies.get(session.cookie_name(), "")
    if not token or visit.actor.role is not None or not session.same_origin(request):
        raise HTTPException(403)
    page = page or language.split(request.url.path)[1]
    typed = {name: values for name, values in form.values.items() if name != "csrf"}
    if session.proves(token, form.last("csrf")) and await unsent.keep(token, urlsplit(page).path, typed):
        page += ("&" if urlsplit(page).query else "?") + urlencode({KEPT: 1})
    return to_sign_in(request, page)


async def recall(request: Request, visit: session.Visit) -> None:
    """What waits on the page that is asked for, into its form."""
    if request.method != "GET" or KEPT not in request.query_params:
        return
    if typed := await unsent.of(visit.actor, language.split(request.url.path)[1]):
        request.state.typed, request.state.kept = typed, True
