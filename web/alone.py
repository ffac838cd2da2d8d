"""A page outside the tables: its template with what every page has, shown by a route that does something of its own."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.context import Context, context
from web import language, render, session
from web.signed_out import recall

Show = Callable[[Request], Awaitable[Response]]


async def in_a_language(request: Request) -> Response:
    """An address without a language leads to the browser's."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(language.link(language.of(request), request.url.path) + query, 302, {"Vary": "Accept-Language"})


def in_languages(path: str, show: Show) -> list[Route]:
    """A page that a function shows, in every language; asked for without one it leads to the browser's."""
    return [Route("/{language:language}" + path, show, methods=["GET"]), Route(path, in_a_language, methods=["GET"])]


async def told(request: Request) -> Context:
    """Who asks, and in what language, as the API wants to know it."""
    visit = await session.visit(request)
    return context(visit.actor, language.of(request), request.state.request_id)


async def shown(request: Request, name: str, path: str, status: int = 200, **values: object) -> Response:
    """A template with its values; `path` is where the links of language lead."""
    return await part(request, name, path, "", status, **values)


async def part(request: Request, name: str, path: str, block: str, status: int = 200, /, **values: object) -> Response:
    """The same, or one block of the template where one is named."""
    visit, speech = await session.visit(request), language.of(request)
    await recall(request, visit)
    common = render.shared(request, speech, path, await session.viewer(visit, speech), visit.csrf)
    answer = render.html(render.environment().get_template(f"{name}.html"), common | values, status, block)
    session.remember(answer, visit)
    return answer
