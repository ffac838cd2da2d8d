"""A server process whose clock can be moved while it serves: POST /clock with the moment that it is now."""

import os
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.http import route
from api.schema import published
from models import account, clock
from models.settings import settings
from web.app import assemble
from web.server import OPTIONS


async def move_clock(request: Request) -> Response:
    """It is this moment now, for the whole process."""
    os.environ["EMHANA_CLOCK"] = (await request.body()).decode()
    settings.cache_clear()
    clock._shift.cache_clear()
    return Response(clock.now().isoformat())


def create() -> Starlette:
    """The API and the schedule, and the clock."""
    return assemble([], [route(published, account.actor_of_token), Route("/clock", move_clock, methods=["POST"])])


if __name__ == "__main__":
    uvicorn.run("tests.race.moved_server:create", host="127.0.0.1", port=int(sys.argv[1]), **OPTIONS)
