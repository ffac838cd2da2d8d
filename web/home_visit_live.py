"""A call's status as it changes: an open page hears of every act on its call and replaces what it says of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.ids import decode
from api.problems import Invalid
from models import clock
from models.journal import Entry
from models.news import Batch
from web import alone, language, live, render, session
from web.document import NotSignedIn, load
from web.form import Form
from web.page import Action, Page

CASE = "/home-visits/{id}"
OPENED, NOW = (load((render.FOLDER,), name, None) for name in ("home_visit/show", "home_visit/now"))
LINE_LASTS = timedelta(hours=1)  # an open page that asks leaves one line an hour in the journal of access, not one at each question


def _key(request: Request) -> UUID:
    try:
        return decode(request.path_params["id"], "HomeVisit")
    except Invalid:
        raise HTTPException(404) from None


async def _opened(request: Request) -> dict[str, Any]:
    """The call as whoever asks may see it; somebody else's leaves a line in the journal of access. 404 for everybody else."""
    try:
        data = await OPENED.page_data(Form({"id": [request.path_params["id"]]}), await alone.told(request))
    except NotSignedIn:
        raise HTTPException(403) from None
    return dict(data["homeVisit"])


async def _now(request: Request, number: str) -> dict[str, Any]:
    """The same call as it is now, without another line."""
    data = await NOW.page_data(Form({"number": [number]}), await alone.told(request))
    found = [one for one in data["homeVisits"]["nodes"] if one["id"] == request.path_params["id"]]
    if not found:
        raise HTTPException(404)
    return dict(found[0])


async def _fragments(request: Request, case: dict[str, Any], *, lost: bool = False) -> str:
    """What the page says of the call, each part in place of its former self."""
    visit, speech = await session.visit(request), language.of(request)
    common = render.shared(request, speech, CASE.format(id=case["id"]), await session.viewer(visit, speech), visit.csrf)
    values = {"case": case, "lost": lost, "asked": f"{CASE.format(id=case['id'])}/status"}
    return render.environment().get_template("parts/home_visit_now.html").render(common | values)


async def events(request: Request) -> Response:
    """What changes, as it changes; only for whoever may see the call."""
    key = _key(request)
    number = (await _opened(request))["number"]

    async def made(batch: Batch) -> str | None:
        return await _fragments(request, await _now(request, number)) if batch is None or key in batch else None

    return live.stream(request, made)


async def status(request: Request) -> Response:
    """The same once, for a page that hears no events."""
    actor, key = (await session.visit(request)).actor, _key(request)
    lately = Entry.filter(case_id=key, account_id=actor.account, act="home_visit:read", at__gte=clock.now() - LINE_LASTS)
    line = await lately.order_by("-at").first() if actor.account else None
    case = await _now(request, line.case_number) if line else await _opened(request)
    return HTMLResponse(await _fragments(request, case, lost=live.lost(request)))


_OWN = "/{language:language}"
PAGES: list[Page | Action] = []
FILES = [Route(f"{_OWN}{CASE}/live", events, methods=["GET"]), Route(f"{_OWN}{CASE}/status", status, methods=["GET"])]
