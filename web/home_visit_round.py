"""The doctor's round on a phone: the calls of a day in their order, the steps of each, and the list as it changes."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from models.law import Role
from models.news import Batch
from web import alone, language, live, render, session
from web.document import NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page

ROUND = "/work/round"
CASE = f"{ROUND}/{{id}}"
EVENTS, FRAGMENTS = f"{ROUND}/live", f"{ROUND}/fragments"
HERE = f"{ROUND}#call-{{homeVisit.id}}"
LIST = load((render.FOLDER,), "home_visit_round/round", None)


def _step(name: str) -> Action:
    """A step of the round: the list again, at the same call."""
    return action(f"{CASE}/{name}", f"home_visit_round/{name}", shows="home_visit_round/round", then=HERE)


def _form(name: str) -> list[Page | Action]:
    """An act with questions of its own."""
    path, shown = f"{CASE}/{name}", f"home_visit_round/{name}"
    return [page(path, shown), action(path, f"home_visit_round/do_{name}", shows=shown, then=HERE)]


PAGES: list[Page | Action] = [
    page(ROUND, "home_visit_round/round"),
    page(CASE, "home_visit_round/show"),
    *(_step(name) for name in ("set_out", "arrive", "miss", "give_up", "step_back")),
    *_form("complete"),
    *_form("hand_over"),
]


async def _fragments(request: Request, *, lost: bool = False) -> str:
    """The list as it is now, to be put in the place of the one shown."""
    visit, speech = await session.visit(request), language.of(request)
    data = await LIST.page_data(Form.of(request.query_params.multi_items()), await alone.told(request))
    common = render.shared(request, speech, ROUND, await session.viewer(visit, speech), visit.csrf)
    values = {"data": data, "renewed": True, "lost": lost, "asked": f"{language.link(speech, FRAGMENTS)}?{request.url.query}"}
    template = render.environment().get_template("home_visit_round/round.html")
    return "".join(template.blocks["calls"](template.new_context(common | values)))


async def events(request: Request) -> Response:
    """The list anew whenever something happens in the doctor's clinic."""
    actor = (await session.visit(request)).actor
    if actor.role is not Role.DOCTOR:
        raise HTTPException(403)

    async def made(batch: Batch) -> str | None:
        return await _fragments(request) if batch is None or actor.clinic in batch else None

    return live.stream(request, made)


async def fragments(request: Request) -> Response:
    """The same once, for a page that hears no events."""
    try:
        return HTMLResponse(await _fragments(request, lost=live.lost(request)))
    except NotSignedIn:
        raise HTTPException(403) from None


_OWN = "/{language:language}"
FILES = [Route(_OWN + EVENTS, events, methods=["GET"]), Route(_OWN + FRAGMENTS, fragments, methods=["GET"])]
