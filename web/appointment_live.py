"""Times that change elsewhere while somebody chooses: each shown time has a word of its own, and only that word is replaced."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.ids import decode
from api.limits import LARGEST_PAGE
from api.problems import Invalid
from models.news import Batch
from web import alone, language, live, render, session
from web.document import NotSignedIn, load
from web.form import Form

STATES = load((render.FOLDER,), "appointment/states", None)
EVENTS, ASKED = "/appointments/new/times/live", "/appointments/new/times/states"


def _ids(request: Request) -> list[str]:
    """The times that the page shows; anything else is no page of ours."""
    found = [one for one in request.query_params.get("ids", "").split(",") if one]
    if not 0 < len(found) <= LARGEST_PAGE:
        raise HTTPException(404)
    return found


def _named(ids: list[str], batch: Batch) -> list[str]:
    """Those of the shown times that a batch may have changed."""
    try:
        return [one for one in ids if batch is None or decode(one, "Slot") in batch]
    except Invalid:
        raise HTTPException(404) from None


async def _fragments(request: Request, ids: list[str], changed: list[str], *, lost: bool = False) -> str:
    """The words of the changed times, and the news of all that are shown."""
    data = await STATES.page_data(Form({"ids": ids}), await alone.told(request))
    mine = {one["slot"]["id"] for one in data["holds"]}
    free = {one["id"]: one["free"] or one["id"] in mine for one in data["slots"]}
    common = render.shared(request, language.of(request), "/", None, "")
    taken = [one for one in data["slots"] if not free[one["id"]]]
    values = {"changed": changed, "free": free, "taken": taken, "lost": lost, "asked": f"{ASKED}?{request.url.query}"}
    return render.environment().get_template("appointment/states.html").render(common | values)


async def events(request: Request) -> Response:
    """What changes, as it changes; only for somebody who has signed in."""
    ids = _ids(request)
    _named(ids, frozenset())
    if (await session.visit(request)).actor.person is None:
        raise HTTPException(403)

    async def made(batch: Batch) -> str | None:
        changed = _named(ids, batch)
        return await _fragments(request, changed, changed) if changed else None

    return live.stream(request, made)


async def states(request: Request) -> Response:
    """The same once, for a page that hears no events."""
    ids = _ids(request)
    try:
        return HTMLResponse(await _fragments(request, ids, _named(ids, None), lost=live.lost(request)))
    except NotSignedIn:
        raise HTTPException(403) from None


_OWN = "/{language:language}"
FILES = [Route(_OWN + EVENTS, events, methods=["GET"]), Route(_OWN + ASKED, states, methods=["GET"])]
