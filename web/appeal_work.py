"""The bodies' work on appeals: what is next, each case, taking in at the desk and by phone, the receipt and the protocol on paper."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.appeal_act import FILING
from api.context import Context, context
from api.ids import prefix
from api.problems import Fault, ProblemCode
from models import texts
from models.clock import ZONE
from models.law import Language, Role
from web import alone, desk, enclosure, formats, language, render, session
from web.document import Document, load
from web.form import Form
from web.page import Action, Page, page
from web.signed_out import to_sign_in

WORK = "/work/appeals"
CASE = WORK + "/{id:appeal}"
ENTER = f"{WORK}/enter"
FOR_PERSON = "/work/people/{patient}/appeal"
DESKS = frozenset(FILING) - {Role.CITIZEN, Role.PARTNER}
LACKING = ("essence", "postalAddress")


class _AppealConvertor(Convertor[str]):
    """The path parameter `{id:appeal}`: so that no other page below /work/appeals is taken for a case."""

    regex = f"{prefix('Appeal')}_[a-z0-9]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("appeal", _AppealConvertor())


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


SHOW, ENTERED, RECEIPT, PROTOCOL, TAKEN, ENTERING, ENTRY = map(
    _document,
    ("appeal_work/show", "appeal_work/entered", "appeal_work/receipt", "appeal_work/protocol", "appeal_work/taken", "appeal_work/enter",
     "appeal_work/do_enter"),
)  # fmt: skip


async def admitted(request: Request, roles: Collection[Role]) -> Response | None:
    """These pages are for the staff of bodies: a stranger signs in, anybody else has pages of their own (403)."""
    role = (await session.visit(request)).actor.role
    if role is None:
        return to_sign_in(request)
    if role not in roles:
        raise HTTPException(403)
    return None


def _path(request: Request) -> dict[str, str]:
    return {name: str(value) for name, value in request.path_params.items() if name != "language"}


def staff_page(path: str, name: str, document: Document, roles: Collection[Role] = DESKS) -> list[Route]:
    """A page of the staff of bodies, in every language; asked for without one it leads to the browser's."""

    async def show(request: Request) -> Response:
        if stopped := await admitted(request, roles):
            return stopped
        asked = Form.of(request.query_params.multi_items()).with_path(_path(request), "")
        data = await document.page_data(asked, await alone.told(request))
        return await alone.shown(request, name, language.split(request.url.path)[1], data=data)

    return alone.in_languages(path, show)


async def entry(request: Request) -> Response:
    """The form of an appeal at the desk or by phone; the authorised body first says which clinic it is about."""
    if stopped := await admitted(request, DESKS):
        return stopped
    return await _entry(request, Form.of(request.query_params.multi_items()), await alone.told(request))


async def _entry(request: Request, sent: Form, told: Context, status: int = 200, **values: object) -> Response:
    """The form, empty or with what was sent; a person or a clinic that is not there has none (404)."""
    patient, clinic = request.path_params.get("patient", ""), sent.last("clinic")
    above = told.actor.role is Role.AUTHORITY
    asked = {"patient": patient, "known": patient and "true", "clinic": clinic, "named": above and clinic and "true",
             "choose": above and not clinic and "true"}  # fmt: skip
    data = await ENTERING.page_data(Form({name: [str(value)] for name, value in asked.items() if value}), told)
    if any(asked[flag] and not data.get(name) for flag, name in (("known", "person"), ("named", "clinic"))):
        raise HTTPException(404)
    path = FOR_PERSON.format(patient=patient) if patient else ENTER
    return await alone.shown(request, "appeal_work/enter", path, status, data=data, kept=_kept(sent), **values)


def _kept(form: Form) -> list[dict[str, str]]:
    """The files that came with this form before, by id and name."""
    return [{"value": name.removeprefix("kept."), "text": form.last(name)} for name in form.values if name.startswith("kept.")]


async def enter(request: Request, form: Form, told: Context) -> Response:
    """Take an appeal in, with its files: then the words to read out and the receipt. Nothing typed is lost when something is wrong."""
    if stopped := await admitted(request, DESKS):
        return stopped
    form, problems = await _with_files(_timed(form), told)
    variables, faults = _read(form.with_path(_path(request), ""))
    problems += [desk.of_fault(one, told) for one in faults] + _doubts(form, told, known="patient" in request.path_params)
    answer = None if problems else await ENTRY.ask(variables, told)
    if answer is None or answer.problems:
        return await _entry(request, form, told, 422, form=form.values, problems=problems or (answer.problems if answer else []))
    key = (answer.data or {})["fileAppeal"]["appeal"]["id"]
    return desk.to(request, f"{WORK}/{key}/taken?say={form.last('language').lower()}")


def _read(form: Form) -> tuple[dict[str, Any], list[Fault]]:
    """What was typed; a field of article 63 that was left empty keeps no appeal out (article 64): it is taken in without it."""
    variables, faults = ENTRY.read(form)
    given: Any = variables["input"]
    wrong = [one for one in faults if one.code is not ProblemCode.REQUIRED or one.field[0] not in LACKING]
    return {"input": dict.fromkeys(LACKING, "") | given}, wrong


async def _with_files(form: Form, told: Context) -> tuple[Form, list[desk.Problem]]:
    """The form with the chosen files kept for the appeal: listed by id and name."""
    found, problems = await enclosure.kept(form, "uploads", told)
    files = [*form.values.get("files", []), *(one["id"] for one in found)]
    listed = {f"kept.{one['id']}": [one["fileName"]] for one in found}
    return Form(form.values | {"files": files} | listed, form.files), problems


def _timed(form: Form) -> Form:
    """The day and time at which a paper came, as one moment; what is no moment stays as typed, and is told."""
    day, at = (form.last(name).strip() for name in ("receivedDay", "receivedTime"))
    if not (day and at):
        return form
    try:
        moment = datetime.combine(datetime.fromisoformat(day).date(), time.fromisoformat(at), ZONE).isoformat()
    except ValueError:
        moment = f"{day} {at}"
    return Form(form.values | {"receivedAt": [moment]}, form.files)


def _doubts(form: Form, told: Context, known: bool) -> list[desk.Problem]:
    """What only the page asks: half of a moment; nobody named, unless it is said that nobody knows who appeals."""
    found = []
    typed = {name: form.last(name).strip() for name in ("receivedDay", "receivedTime", "name", "patientIin", "bin")}
    if bool(typed["receivedDay"]) != bool(typed["receivedTime"]):
        missing = "receivedTime" if typed["receivedDay"] else "receivedDay"
        found.append(desk.said("appeal_work.enter.half_moment", told, missing))
    unnamed = form.last("anonymous") == "true"
    if not (known or unnamed or typed["name"]):
        found.append(desk.said("appeal_work.enter.unnamed", told, "name"))
    if unnamed and any(typed[name] for name in ("name", "patientIin", "bin")):
        found.append(desk.said("appeal_work.enter.named", told, "anonymous"))
    return found


async def taken(request: Request) -> Response:
    """The words to read out, in the language of the answer (`say`), and the way to the receipt."""
    if stopped := await admitted(request, DESKS):
        return stopped
    visit, asked = await session.visit(request), request.query_params.get("say", "")
    say = Language(asked) if asked in set(Language) else language.of(request)
    data = await TAKEN.page_data(Form(_values(request)), context(visit.actor, say, request.state.request_id))
    words = spoken(data["appeal"], say)
    path = language.split(request.url.path)[1]
    return await alone.shown(request, "appeal_work/taken", path, data=data, spoken=words, spoken_in=str(say))


def _values(request: Request) -> dict[str, list[str]]:
    return {name: [value] for name, value in _path(request).items()}


def spoken(case: dict[str, Any], speech: Language) -> str:
    """What is read out: the number, the day of registration, the term and the place of the answer (APPC, article 64, part 2)."""
    receipt = case["receipt"]
    return texts.text(
        "appeal_work.taken.say", speech, number=case["number"], registered=formats.day(receipt["registeredOn"], speech),
        due=formats.day(receipt["dueOn"], speech), place=receipt["place"],
    )  # fmt: skip


PAGES: list[Page | Action] = [page(WORK, "appeal_work/queue")]
FILES = [
    *alone.in_languages(ENTER, entry),
    *alone.in_languages(FOR_PERSON, entry),
    *desk.posted(ENTER, ENTER, enter),
    *desk.posted(FOR_PERSON, FOR_PERSON, enter),
    *staff_page(f"{WORK}/entered", "appeal_work/entered", ENTERED, (Role.REGISTRAR,)),
    *staff_page(f"{CASE}/receipt", "appeal_work/receipt", RECEIPT),
    *staff_page(f"{CASE}/protocol", "appeal_work/protocol", PROTOCOL),
    *alone.in_languages(f"{CASE}/taken", taken),
    *staff_page(CASE, "appeal_work/show", SHOW),
]
