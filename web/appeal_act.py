"""The forms of all acts on an appeal: those of the body that has it, of the body complained about, and of the person at a desk."""

from datetime import datetime, time

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from models.actor import Actor
from models.clock import ZONE
from web import alone, desk, enclosure, render
from web.appeal_work import DESKS, staff_page
from web.document import load
from web.form import Form
from web.page import Action, Page, Prepare, action, page
from web.session import Visit

CASE = "/work/appeals/{id}"
ACTS = (
    "take_up", "ask_correction", "forward", "forward_part", "extend", "notify", "propose", "appoint_hearing", "record_hearing", "decide",
    "leave", "answer", "name_accused", "request_case", "object",
)  # fmt: skip
FORWARDING = ("forward", "forward_part")
# With files: what is done.
ENCLOSING = {
    "correct": load((render.FOLDER,), "appeal_act/do_correct", None),
    "give_case": load((render.FOLDER,), "appeal_act/do_give_case", None),
    "withdraw": load((render.FOLDER,), "appeal_act/do_withdraw", None),
}
DOCUMENTS = {name: load((render.FOLDER,), f"appeal_act/{name}", None) for name in (*ACTS, *ENCLOSING)}


def place(name: str) -> str:
    """The address of an act: `/work/appeals/{id}/take-up`."""
    return f"{CASE}/{name.replace('_', '-')}"


async def plain(request: Request, visit: Visit, form: Form) -> Form:
    """The form as it was sent."""
    return form


def of_staff(prepare: Prepare) -> Prepare:
    """These forms are for the staff of bodies: anybody else has pages of their own (403)."""

    async def admit(request: Request, visit: Visit, form: Form) -> Form:
        _admit(visit.actor)
        return await prepare(request, visit, form)

    return admit


async def appointed(request: Request, visit: Visit, form: Form) -> Form:
    """The day and the time typed are one moment."""
    return Form(form.values | {"at": [_moment(form.last("day"), form.last("time"))]}, form.files)


async def recorded(request: Request, visit: Visit, form: Form) -> Form:
    """When a hearing began and ended, both on its day."""
    day = form.last("day")
    spans = {name: [_moment(day, form.last(typed))] for name, typed in (("beganAt", "began"), ("endedAt", "ended"))}
    return Form(form.values | spans, form.files)


async def directed(request: Request, visit: Visit, form: Form) -> Form:
    """To the authorised body goes what is chosen so; to a clinic, only to one that was named: nothing goes elsewhere unsaid."""
    clinic = "" if form.last("to") == "AUTHORITY" else form.last("clinic") if form.last("to") == "CLINIC" else ""
    unsaid = form.last("to") != "AUTHORITY" and not clinic
    return Form(form.values | {"clinic": ["-"] if unsaid else [clinic]}, form.files)


def _moment(day: str, at: str) -> str:
    """A day and a time typed on a page as a moment; with one of them empty nothing was said, and what is no time stays as typed."""
    if not (day.strip() and at.strip()):
        return ""
    try:
        return datetime.combine(datetime.fromisoformat(day).date(), time.fromisoformat(at), ZONE).isoformat()
    except ValueError:
        return at


PREPARED = {"appoint_hearing": appointed, "record_hearing": recorded, "forward": directed, "forward_part": directed}


def _own_page(name: str) -> list[Page | Action]:
    """An act with its page; done, it leads to the appeal."""
    path, shown = place(name), f"appeal_act/{name}"
    then = f"{CASE}?done={name}"
    return [page(path, shown), action(path, f"appeal_act/do_{name}", shows=shown, then=then, prepare=of_staff(PREPARED.get(name, plain)))]


PAGES: list[Page | Action] = [
    *(one for name in ACTS for one in _own_page(name)),
    *(page(place(name), f"appeal_act/{name}") for name in ENCLOSING),
]


def _admit(actor: Actor) -> None:
    """403 for whoever is not of the staff of a body; a stranger is led to sign in by the form itself."""
    if actor.role is not None and actor.role not in DESKS:
        raise HTTPException(403)


def _finding(name: str) -> desk.Handle:
    async def find(request: Request, form: Form, told: Context) -> Response:
        """Clinics by their name or address: the page again with them, and with everything typed."""
        _admit(told.actor)
        key = request.path_params["id"]
        data = await DOCUMENTS[name].page_data(Form({"id": [key], "search": [form.last("search")]}), told)
        typed = form.values | {"to": ["CLINIC"], "clinic": []}
        return await alone.shown(request, f"appeal_act/{name}", place(name).format(id=key), data=data, form=typed)

    return find


def _enclosing(name: str) -> desk.Handle:
    shown, document = DOCUMENTS[name], ENCLOSING[name]

    async def send(request: Request, form: Form, told: Context) -> Response:
        """Keep the files that came, then do the act with all that are kept; whatever is refused, those stay listed."""
        _admit(told.actor)
        key = request.path_params["id"]
        form, problems = await kept(form, told)
        variables, faults = document.read(form.with_path({"id": key}, ""))
        problems += [desk.of_fault(one, told) for one in faults]
        if not problems:
            problems = (await document.ask(variables, told)).problems
        if not problems:
            return desk.to(request, f"{CASE.format(id=key)}?done={name}")
        data = await shown.page_data(Form({"id": [key]}), told)
        return await alone.shown(
            request, f"appeal_act/{name}", place(name).format(id=key), 422, data=data, form=form.values, problems=problems
        )

    return send


async def kept(form: Form, told: Context) -> tuple[Form, list[desk.Problem]]:
    """The form with the files that came, kept: their ids in `files`, and in `kept` with their names for the page to list."""
    found, problems = await enclosure.kept(form, "content", told)
    files = [*form.values.get("files", []), *(one["id"] for one in found)]
    listed = [*form.values.get("kept", []), *(f"{one['id']} {one['fileName']}" for one in found)]
    return Form(form.values | {"files": files, "kept": listed}), problems


FILES = [
    *(one for name in (*ACTS, *ENCLOSING) for one in staff_page(place(name), f"appeal_act/{name}", DOCUMENTS[name])),
    *(one for name in FORWARDING for one in desk.posted(f"{place(name)}/find", place(name), _finding(name))),
    *(desk.posted(place(name), place(name), _enclosing(name))[0] for name in ENCLOSING),
]
