"""A site of one page that changes by itself: served by real processes, as the operator starts them, for the tests of streams."""

import sys
from itertools import count
from uuid import UUID, uuid4

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from models import clock, news
from models.account import Partner
from models.database import transaction
from models.law import Language
from models.news import Batch
from tests.web.site import TEMPLATES
from web import live, render, server
from web.app import assemble, serving

FOLDERS = (TEMPLATES, render.FOLDER)
SLOTS = [UUID(int=one) for one in range(1, 4)]
MOST = news.MOST_LISTENERS
NUMBERS = count()  # the same twice would be sent once
TAKEN: set[UUID] = set()


def shown(slots: list[UUID], poller: bool = False) -> str:
    """The fragments of these times, as a page's own templates would make them."""
    values = {"slots": slots, "taken": TAKEN, "poller": poller}
    return render.environment(FOLDERS).get_template("live_now.html").render(values)


def of(batch: Batch) -> list[UUID]:
    return [one for one in SLOTS if batch is None or one in batch]


async def page(request: Request) -> Response:
    common = render.shared(request, Language.EN, "/", None, "")
    return render.html(render.environment(FOLDERS).get_template("live_page.html"), common | {"slots": SLOTS, "taken": TAKEN})


async def fragments(request: Request) -> Response:
    return HTMLResponse(shown(SLOTS, live.lost(request)))


async def events(request: Request) -> Response:
    async def made(batch: Batch) -> str | None:
        return shown(of(batch))

    return live.stream(request, made)


async def words(request: Request) -> Response:
    """A stream of the bare batches."""

    async def made(batch: Batch) -> str | None:
        return f"anything {next(NUMBERS)}" if batch is None else " ".join(sorted(str(one) for one in batch))

    return live.stream(request, made)


async def take(request: Request) -> Response:
    """A time is taken or given back."""
    slot = UUID(request.path_params["slot"])
    TAKEN.symmetric_difference_update({slot})
    async with transaction():
        await Partner.create(name="", key_hash=uuid4().hex, created_at=clock.now())  # something that is really written
        news.changed([slot])
    return PlainTextResponse("")


async def limit(request: Request) -> Response:
    """So many may listen; those who do are sent away."""
    news.MOST_LISTENERS = int(request.path_params["most"])
    for one in list(news._exchange.listeners):
        one.end()
    return PlainTextResponse("")


async def anew(request: Request) -> Response:
    """As at the start."""
    TAKEN.clear()
    news.MOST_LISTENERS = MOST
    return PlainTextResponse("")


async def listeners(request: Request) -> Response:
    return PlainTextResponse(str(news.listeners()))


def create() -> Starlette:
    routes = [
        Route("/page", page),
        Route("/fragments", fragments),
        Route("/events", events),
        Route("/words", words),
        Route("/take/{slot}", take, methods=["POST"]),
        Route("/limit/{most}", limit, methods=["POST"]),
        Route("/anew", anew, methods=["POST"]),
        Route("/listeners", listeners),
    ]
    return assemble([], routes, FOLDERS, lifespan=serving)


def main(port: int, processes: int) -> None:
    """As `emhana serve` does it."""
    if processes == 1:
        server.Server(uvicorn.Config("tests.web.live_site:create", port=port, **server.options())).run()
    else:
        uvicorn.run("tests.web.live_site:create", port=port, workers=processes, **server.options())


if __name__ == "__main__":
    main(int(sys.argv[-1]), int(sys.argv[1]) if len(sys.argv) > 2 else 1)
