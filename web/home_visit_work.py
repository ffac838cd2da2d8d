"""The clinic's dispatch board and the acts on calls; calls entered at the desk, by phone, from 103 and of the clinic's own accord."""

from datetime import datetime, time

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.context import Context
from models.clock import ZONE
from models.news import Batch
from web import alone, desk, language, live, render, session
from web.document import NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page
from web.session import Visit

BOARD = "/work/calls"
CASE = "/work/calls/{id}"
ENTER = "/work/people/{patient}/call"
ANSWER = "/work/calls/{homeVisit.id}/answer"
SHOWN = "home_visit_work/board"
STEPS = ("set_out", "arrive", "miss", "give_up", "step_back", "agree", "insist")
PAGED = ("accept", "assign", "promise", "carry", "refuse", "redirect", "weigh", "hand_over", "cancel", "worsen", "complete")
ASKING = ("DESK", "PHONE")
NOW, ENTERING = load((render.FOLDER,), SHOWN, None), load((render.FOLDER,), "home_visit_work/enter", None)
EVENTS, ASKED = f"{BOARD}/live", f"{BOARD}/fragments"


async def windowed(request: Request, visit: Visit, form: Form) -> Form:
    """A window chosen as one answer, `since/until`, or typed as two times of the day of the visit."""
    since, _, until = form.last("window").partition("/")
    if form.last("from") or form.last("to"):
        since, until = (_moment(form.last("day"), form.last(name)) for name in ("from", "to"))
    return Form(form.values | {"window.since": [since], "window.until": [until]}, form.files)


async def carried(request: Request, visit: Visit, form: Form) -> Form:
    """A window of a later day chosen as one answer: the call is carried to its day; one that was not answered, to a day alone."""
    if "window" not in form.values:
        return form
    chosen = await windowed(request, visit, form)
    return Form(chosen.values | {"day": [form.last("window").partition("T")[0]]}, form.files)


async def asked(request: Request, visit: Visit, form: Form) -> Form:
    """At the desk and by phone the signs of danger are read out: whoever ticks none says so; what nobody asked is no list of signs."""
    skipped = form.last("channel") in ASKING and not form.last("asked") and not form.below("dangerSigns")
    return Form(form.values | ({"dangerSigns": ["UNASKED"]} if skipped else {}), form.files)


def _moment(day: str, at: str) -> str:
    """A time typed on a page as a moment; what is no time stays as typed, and is told."""
    try:
        return datetime.combine(datetime.fromisoformat(day).date(), time.fromisoformat(at), ZONE).isoformat()
    except ValueError:
        return at


PREPARED = {"accept": windowed, "promise": windowed, "carry": carried}


def _act(path: str, name: str, shows: str, then: str) -> Action:
    """One act on a call, from a page that shows its problems."""
    return action(path, f"home_visit_work/do_{name}", shows=shows, then=then, prepare=PREPARED.get(name))


def _own_page(name: str) -> list[Page | Action]:
    """An act with a page of its own."""
    path, shown = f"{CASE}/{name}", f"home_visit_work/{name}"
    return [page(path, shown), _act(path, name, shown, f"{CASE}?done={name}")]


PAGES: list[Page | Action] = [
    page(BOARD, SHOWN, fragments=("board",)),
    *(_act(f"{CASE}/board/{name}", name, SHOWN, f"{BOARD}?done={{id}}&told=true") for name in ("accept", "assign", *STEPS)),
    page(ENTER, "home_visit_work/enter"),
    action(ENTER, "home_visit_work/do_enter", shows="home_visit_work/enter", then=ANSWER, prepare=asked),
    page(f"{CASE}/answer", "home_visit_work/answer"),
    _act(f"{CASE}/answer/accept", "accept", "home_visit_work/answer", ANSWER),
    page(CASE, "home_visit_work/show"),
    *(_act(f"{CASE}/{name}", name, "home_visit_work/show", f"{CASE}?done={name}") for name in STEPS),
    *(one for name in PAGED for one in _own_page(name)),
]


async def _fragments(request: Request, *, lost: bool = False) -> str:
    """The board as it is now for whoever looks at it; for nobody else (403)."""
    visit, speech = await session.visit(request), language.of(request)
    try:
        data = await NOW.page_data(Form(), await alone.told(request))
    except NotSignedIn:
        raise HTTPException(403) from None
    common = render.shared(request, speech, BOARD, await session.viewer(visit, speech), visit.csrf)
    template = render.environment().get_template(f"{SHOWN}.html")
    return bytes(render.html(template, common | {"data": data, "live": True, "lost": lost}, fragment="board").body).decode()


async def events(request: Request) -> Response:
    """The board again as soon as a call of the clinic changes."""
    clinic = (await session.visit(request)).actor.clinic

    async def made(batch: Batch) -> str | None:
        return await _fragments(request) if batch is None or clinic in batch else None

    return live.stream(request, made)


async def fragments(request: Request) -> Response:
    """The same once, for a page that hears no events."""
    return HTMLResponse(await _fragments(request, lost=live.lost(request)))


async def another_way(request: Request, form: Form, told: Context) -> Response:
    """A call that came another way: the page again for that way, with everything typed; nothing of it stands in an address."""
    patient, way = request.path_params["patient"], form.last("as")
    typed = {name.removeprefix("kept."): values for name, values in form.values.items()} | {"channel": [way]}
    data = await ENTERING.page_data(Form({"patient": [patient], "channel": [way]}), told)
    given = typed if "phone" in typed else {}  # nothing was asked yet where the call was forbidden
    path = ENTER.format(patient=patient)
    return await alone.shown(request, "home_visit_work/enter", path, data=data, form=given, query={"channel": way})


_OWN = "/{language:language}"
FILES = [
    Route(_OWN + EVENTS, events, methods=["GET"]),
    Route(_OWN + ASKED, fragments, methods=["GET"]),
    *desk.posted(f"{ENTER}/as", ENTER, another_way),
]
