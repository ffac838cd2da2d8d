"""A page outside the tables: its template with what every page has, shown by a route that does something of its own."""

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context, context
from web import language, render, session


async def told(request: Request) -> Context:
    """Who asks, and in what language, as the API wants to know it."""
    visit = await session.visit(request)
    return context(visit.actor, language.of(request), request.state.request_id)


async def shown(request: Request, name: str, path: str, status: int = 200, **values: object) -> Response:
    """A template with its values; `path` is where the links of language lead."""
    visit, speech = await session.visit(request), language.of(request)
    common = render.shared(request, speech, path, await session.viewer(visit, speech), visit.csrf)
    answer = render.html(render.environment().get_template(f"{name}.html"), common | values, status)
    session.remember(answer, visit)
    return answer
