"""The language is switched while a form is being filled: the same page in the other language, with what was typed still in it.

Nothing is done and nothing is kept: the form comes here instead of to its act, and its page is shown with it. A chosen file cannot be
given back to a browser, so it is chosen again.
"""

from typing import Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route

from web import language, session
from web.body import read_form
from web.signed_out import not_ours

PATH = "/speak"


async def speak(request: Request) -> Response:
    """The page whose form was sent, in the language of this address, as it was typed."""
    form, visit = await read_form(request), await session.visit(request)
    page = _page(request)
    if not session.ours(request, visit, form.last("csrf")):
        return await not_ours(request, visit, form, page)
    request.state.typed = form.values
    return await _shown(request, language.link(language.of(request), page))


async def back(request: Request) -> Response:
    """The same address opened by hand: the page alone."""
    return RedirectResponse(language.link(language.of(request), _page(request)), 303)


def _page(request: Request) -> str:
    """The page that the form stands on, certainly of this site."""
    found = language.own_path(request.query_params.get("page"))
    if found is None or found.startswith(PATH):
        raise HTTPException(404)
    return found


async def _shown(request: Request, address: str) -> Response:
    """What the site shows at an address, asked as if it had been opened."""
    path, query = urlsplit(address).path, urlsplit(address).query
    scope: dict[str, Any] = {**request.scope, "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode()}
    for route in request.app.routes:
        match, found = route.matches(scope)
        if match is Match.FULL and isinstance(route, Route):
            answer: Response = await route.endpoint(Request({**scope, **found}, request.receive))
            return answer
    raise HTTPException(404)


FILES = [
    Route("/{language:language}" + PATH, speak, methods=["POST"]),
    Route("/{language:language}" + PATH, back, methods=["GET"]),
]
