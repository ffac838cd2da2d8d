"""Errors as pages, in the person's language: what happened, what to do next, a number to name. Never our insides."""

import logging

from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from models.database import Away
from models.faults import where
from models.law import Language
from web import language, render, session
from web.form import Form

log = logging.getLogger(__name__)
SHOWN = {403, 404, 405, 413, 422, 500, 503}
RETRY_SECONDS = 10


async def away(environment: Environment, request: Request, form: Form | None = None) -> Response:
    """503: the database cannot be reached. What was typed waits in the page with its one-time key."""
    log.error("the database is away, trace %s", request.state.request_id)
    kept = form.values if form else {}
    return await _page(
        environment, request, 503, {"Retry-After": str(RETRY_SECONDS)}, again=kept, action=request.url.path
    )


async def of(environment: Environment, request: Request, error: Exception) -> Response:
    """The page of an error: of its status, or 500 for what nobody foresaw."""
    if isinstance(error, Away):
        return await away(environment, request)
    if isinstance(error, HTTPException):
        return await _page(environment, request, error.status_code, dict(error.headers or {}))
    return await _page(environment, request, 500, {})


async def _page(
    environment: Environment, request: Request, status: int, headers: dict[str, str], **values: object
) -> Response:
    """An error page; if even that fails, a line of plain text."""
    trace = request.state.request_id if status >= 500 else None
    words = status if status in SHOWN else 500 if status >= 500 else 422
    try:
        speech = language.of(request)
        visit, viewer = await _visit(request, speech, ask=status < 500)
        path = language.split(request.url.path)[1] if request.method == "GET" else "/"
        common = render.shared(request, speech, path, viewer, visit.csrf if visit else "")
        template = environment.get_template(f"error/{words}.html")
        told = {"status": words, "trace": trace, "again": {}, "action": "", **values}
        answer: Response = render.html(template, common | told, status)
        if visit:
            session.remember(answer, visit)
    except Exception as fault:
        log.error("no page for status %s, trace %s\n%s", status, request.state.request_id, where(fault))
        answer = PlainTextResponse(f"{status} {trace or ''}".strip(), status)
    answer.headers.update(headers)
    return answer


async def _visit(request: Request, speech: Language, ask: bool) -> tuple[session.Visit | None, session.Viewer | None]:
    """Whoever looks, if that can be known: an error page must not fail for want of the name in its head."""
    if not ask:
        return None, None
    try:
        visit = await session.visit(request)
        return visit, await session.viewer(visit, speech)
    except Away:
        return None, None
