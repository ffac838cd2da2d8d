"""The application: routes, what surrounds them, and what happens before the first and after the last answer."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from api.execution import Api
from api.http import route as api_route
from api.schema import published
from models import account, database, demo, news, schedule, timetable_opening, trust
from models.database import constraints, migrate
from models.settings import Misconfigured, settings
from models.spreadsheet import XLSX_TYPE
from web import demonstration_day, errors, export, render, routes, static
from web.guard import Guard, where
from web.live import ending_on_signal
from web.page import Action, Page
from web.site import Site

TOLD = 10
PACKED = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/pdf", XLSX_TYPE)  # compressed already
log = logging.getLogger(__name__)
Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


class Unguarded(Misconfigured):
    """The database does not enforce something that must never be false; nothing is served until it does."""


def create() -> Starlette:
    """The site as it is served."""
    check_settings()
    partners = api_route(published, account.actor_of_bearer)
    return assemble(routes.declared(), [partners, *routes.FILES])


def assemble(
    declared: Sequence[Page | Action],
    further: Sequence[BaseRoute] = (),
    folders: tuple[Path, ...] = (render.FOLDER,),
    api: Api | None = None,
    lifespan: Lifespan | None = None,
) -> Starlette:
    """An application of these pages; documents and templates are checked now, so a mistake stops the start."""
    site = Site(render.environment(folders), folders, api)

    async def on_error(request: Request, error: Exception) -> Response:
        return await errors.of(site.environment, request, error)

    return Starlette(
        routes=[*further, *site.routes(list(declared)), static.route, Route("/live", live), Route("/ready", ready)],
        middleware=[
            Middleware(Guard, on_error=on_error),
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts(), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6, exclude_content_types=PACKED),
        ],
        exception_handlers={HTTPException: on_error, database.Away: on_error},
        lifespan=lifespan or serving,
    )


def hosts() -> list[str]:
    """The names by which the site may be asked for; a demonstration answers to this computer's names too."""
    own = urlsplit(settings().site).hostname or ""
    return [own, "127.0.0.1", "localhost"] if settings().demonstration else [own]


def check_settings() -> None:
    """What must not be served with: a demonstration, whose keys anyone has, beside the trust store of production."""
    trust.check()
    if not settings().demonstration and settings().demonstration_keys.exists():
        raise Misconfigured(f"{settings().data} belongs to a demonstration: give EMHANA_DATA a folder of its own")
    if not urlsplit(settings().site).hostname:
        raise Misconfigured("EMHANA_SITE: use the address people open, such as https://emhana.example")


async def prepare() -> None:
    """Before anything is served, once for all processes: a demonstration makes and fills its database, others look at theirs."""
    if settings().demonstration:
        await migrate.upgrade()
    elif waiting := await migrate.waiting():
        raise Unguarded(f"{len(waiting)} migrations wait, the first is {waiting[0]}: run `emhana migrate`")
    await database.connect()
    try:
        await check_constraints()
        await trust.recorded()
        if settings().demonstration and await demo.seed():
            await timetable_opening.open_horizon()
        if settings().demonstration and settings().demonstration_day:
            await demonstration_day.fill()
    finally:
        await database.close()


@asynccontextmanager
async def serving(app: Starlette) -> AsyncIterator[None]:
    """Database, constraints, anchors and background work, in this order; what was opened is closed whatever happens."""
    await database.connect()
    try:
        await check_constraints()
        async with trust.serving():
            work = asyncio.create_task(schedule.run_forever(), name="schedule") if settings().work else None
            gc.collect()
            gc.freeze()
            gc.set_threshold(5000, 20, 100)
            try:
                async with news.watching():
                    with ending_on_signal():
                        yield
            finally:
                await export.stopped()
                await _stopped(work)
    finally:
        await database.close()


async def _stopped(work: asyncio.Task[None] | None) -> None:
    """Background work ends before the connection that it uses."""
    if work:
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work


async def check_constraints() -> None:
    """Serve nothing while the database lets something be false that must never be."""
    missing = await constraints.missing()
    if missing:
        told = "\n  ".join([*missing[:TOLD], *(["…"] if len(missing) > TOLD else [])])
        raise Unguarded(f"the database does not enforce {len(missing)} of its promises:\n  {told}")


async def live(request: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("live")


async def ready(request: Request) -> Response:
    """The process can serve: the database is reached and enforces what it must."""
    try:
        missing = await constraints.missing()
    except database.Away:
        return JSONResponse({"ready": False, "database": "away"}, 503)
    except Exception as error:
        log.error("not ready, trace %s\n%s", request.state.request_id, where(error))
        return JSONResponse({"ready": False}, 503)
    return JSONResponse({"ready": not missing, "missing": missing}, 503 if missing else 200)
