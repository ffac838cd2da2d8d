"""A real server process with the API and the schedule, without the pages: started in a second, and of them nothing is asked here."""

import sys

import uvicorn
from starlette.applications import Starlette

from api.http import route
from api.schema import published
from models import account
from web.app import assemble
from web.server import OPTIONS


def create() -> Starlette:
    """The application of the site, with no page declared."""
    return assemble([], [route(published, account.actor_of_token)])


if __name__ == "__main__":
    uvicorn.run("tests.race.server:create", host="127.0.0.1", port=int(sys.argv[1]), **OPTIONS)
