"""What staff send so that it stays out of addresses: whom or what to find, a new person, the document just seen.

An IIN or the number of a document never stands in an address, where browsers and proxies keep it.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.context import Context
from api.execution import Answer
from api.finding import SEEKING
from api.problems import Fault, ProblemCode, from_fault
from api.stored import Stored
from models import clock, texts
from models.database import Away
from models.law import Role, person
from web import alone, case_place, errors, language, render, session
from web.body import read_form
from web.document import NotSignedIn, load
from web.form import Form
from web.signed_out import not_ours, to_sign_in

FIND = Stored("query FindPerson($iin: IIN!) { patient(iin: $iin) { id } }")
FIND_CASE = Stored("query FindCase($number: String!) { case(number: $number) { __typename id } }")
PERSON, CARD, FILE, RECORD, STATUSES = (
    load((render.FOLDER,), name, None) for name in ("work/person", "work/card", "work/file", "work/record_person", "work/status_found")
)
FOUND = Stored((render.FOLDER / "work/found.graphql").read_text("utf-8"))
TIME = ("slot", "specialty", "doctor", "day")
Problem = dict[str, Any]
NOTHING_MORE: Problem = {"remedy": None, "allowedFrom": None, "provision": None}
Handle = Callable[[Request, Form, Context], Awaitable[Response]]


def to(request: Request, path: str) -> Response:
    """303 to a page, in the language of the request."""
    return RedirectResponse(language.link(language.of(request), path), 303)


def posted(path: str, shown: str, handle: Handle) -> list[Route]:
    """A form of ours at a path; whoever opens the path by hand or comes back from signing in is led to its page."""

    async def answer(request: Request) -> Response:
        form, visit = await read_form(request), await session.visit(request)
        if not session.ours(request, visit, form.last("csrf")):
            return await not_ours(request, visit, form, shown.format(**request.path_params))
        try:
            return await handle(request, form, await alone.told(request))
        except NotSignedIn:
            return to_sign_in(request)
        except Away:
            return await errors.away(render.environment(), request, form)

    async def back(request: Request) -> Response:
        return to(request, shown.format(**request.path_params))

    place = "/{language:language}" + path
    return [Route(place, answer, methods=["POST"]), Route(place, back, methods=["GET"])]


async def find(request: Request, form: Form, told: Context) -> Response:
    """Whoever stands at the desk, by IIN: to the card; to the form for somebody new; back, when the IIN is wrong."""
    found, problems = await _person(form.last("iin"), told)
    if problems:
        return await alone.shown(request, "work/desk", "/work/desk", 422, form=form.values, problems=problems)
    if found:
        return to(request, f"/work/people/{found}" + with_time(form))
    return await _somebody_new(request, form.last("iin"), told)


async def _somebody_new(request: Request, typed: str, told: Context) -> Response:
    """The form for somebody whom the register does not know, with the IIN typed and what it suggests."""
    data = await PERSON.page_data(Form(), told)
    iin = person.normalise(typed)
    hint = person.hint(iin).birth_date
    born = {"birthDate": [hint.isoformat()]} if hint and hint <= clock.today() else {}
    return await alone.shown(request, "work/person", "/work/person", data=data, form={"iin": [iin], **born}, unknown=True)


def with_time(form: Form) -> str:
    """The rest of an address: to the booking, when a time of a doctor was chosen before the person was found."""
    chosen = {name: form.last(name) for name in TIME if form.last(name)}
    return f"/appointment?{urlencode(chosen)}" if "slot" in chosen else ""


async def search(request: Request, form: Form, told: Context) -> Response:
    """An IIN leads to the person's card, a number to the case of whatever service, a name to those who are called so.

    What leads nowhere stays typed, and is told why.
    """
    typed = form.last("search").strip()
    if person.normalise(typed).isdigit():
        return await _by_iin(request, form, typed, told)
    if any(letter.isdigit() for letter in typed):
        return await _by_number(request, form, typed, told)
    return await _by_name(request, form, typed, told)


async def _by_iin(request: Request, form: Form, typed: str, told: Context) -> Response:
    if told.actor.role not in SEEKING:
        return await _not_found(request, form, told, [said("work.find.number_only", told, "search")])
    found, problems = await _person(typed, told)
    if found:
        return to(request, f"/work/people/{found}")
    if not problems and told.actor.role is Role.REGISTRAR:
        return await _somebody_new(request, typed, told)
    return await _not_found(request, form, told, problems)


async def _by_number(request: Request, form: Form, typed: str, told: Context) -> Response:
    answer = await FIND_CASE({"number": typed}, told)
    found = (answer.data or {}).get("case") if admitted(answer) else None
    place = case_place.of_case(told.actor.role, found) if found and told.actor.role else ""
    return to(request, place) if place else await _not_found(request, form, told, [])


async def _by_name(request: Request, form: Form, typed: str, told: Context) -> Response:
    if told.actor.role not in SEEKING:
        return await _not_found(request, form, told, [said("work.find.number_only", told, "search")])
    answer = await FOUND({"name": typed}, told)
    if not admitted(answer):
        return await _not_found(request, form, told, [of_question(error) for error in answer.errors])
    data = answer.data or {}
    if not data["people"]:
        return await _not_found(request, form, told, [])
    return await alone.shown(request, "work/found", "/work", data=data, form=form.values)


async def _not_found(request: Request, form: Form, told: Context, problems: list[Problem]) -> Response:
    """The search again, with what was typed and why it leads nowhere."""
    nothing = "work.find.nothing_desk" if told.actor.role is Role.REGISTRAR else "work.find.nothing"
    why = [one | {"field": ["search"]} for one in problems] or [said(nothing, told, "search")]
    return await alone.shown(request, "work/found", "/work", 422, data={"people": []}, form=form.values, problems=why)


async def status(request: Request, form: Form, told: Context) -> Response:
    """The contact centre asks how cases stand: a number leads to the page of its case, an IIN to all cases of the person."""
    typed = form.last("search").strip()
    if not person.normalise(typed).isdigit():
        return to(request, f"/work/status?{urlencode({'number': typed})}")
    wrong = person.iin_fault(person.normalise(typed))
    problems = [of_fault(Fault(ProblemCode(wrong.value), ("search",)), told)] if wrong else []
    data = await STATUSES.page_data(form, told)
    return await alone.shown(request, "work/status", "/work/status", 422 if wrong else 200, data=data, typed=typed, problems=problems)


async def record(request: Request, form: Form, told: Context) -> Response:
    """Enter somebody new, then show the card; it keeps the identity document just seen for the request that follows.

    A birth date that the IIN's digits do not suggest is asked about once: since 2013 they prove nothing, but people mistype.
    """
    variables, faults = RECORD.read(form)
    problems = [of_fault(one, told) for one in faults] or _doubts(form, told)
    answer = Answer() if problems else await RECORD.ask(variables, told)
    problems += answer.problems
    if problems:
        data = await PERSON.page_data(Form(), told)
        return await alone.shown(request, "work/person", "/work/person", 422, data=data, form=form.values, problems=problems)
    key = str((answer.data or {})["recordPerson"]["patient"]["id"])
    data = await CARD.page_data(Form({"patient": [key]}), told)
    return await alone.shown(request, "work/card", f"/work/people/{key}", data=data, identity=form.last("identity").strip())


async def begin(request: Request, form: Form, told: Context) -> Response:
    """The form of a request at the desk, with the identity document that was seen when the person was entered."""
    key = request.path_params["patient"]
    data = await FILE.page_data(Form({"patient": [key]}), told)
    path = f"/work/people/{key}/attachment"
    return await alone.shown(request, "work/file", path, data=data, identity=form.last("identity"))


async def represent(request: Request, form: Form, told: Context) -> Response:
    """The form of a representation, with the IIN of the person from whose card it was opened."""
    data = await CARD.page_data(Form({"patient": [request.path_params["patient"]]}), told)
    iin = data["person"]["iin"]
    return await alone.shown(request, "work/representation", "/work/representation", represented=iin)


async def _person(iin: str, told: Context) -> tuple[str | None, list[Problem]]:
    """The id of a person by IIN, if the caller may find people so, and what is wrong with the IIN."""
    answer = await FIND({"iin": iin}, told)
    if admitted(answer):
        found = (answer.data or {}).get("patient")
        return (found["id"] if found else None), []
    return None, [of_question(error) for error in answer.errors]


def admitted(answer: Answer) -> bool:
    """Whether a question was answered. A stranger is to sign in, another role gets 403, a database that is away is told."""
    codes = {error.get("extensions", {}).get("code") for error in answer.errors}
    if answer.away:
        raise Away
    if "UNAUTHENTICATED" in codes:
        raise NotSignedIn
    if "FORBIDDEN" in codes:
        raise HTTPException(403)
    return not answer.errors


def _doubts(form: Form, told: Context) -> list[Problem]:
    """A birth date that the IIN does not suggest, unless the page has asked about this very date already."""
    iin, born = person.normalise(form.last("iin")), form.last("birthDate").strip()
    if person.iin_fault(iin) or form.last("compared") == born:
        return []
    hint = person.hint(iin).birth_date
    return [said("work.new.born_differs", told, "birthDate")] if hint and _day(born) not in (hint, None) else []


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def of_fault(fault: Fault, told: Context) -> Problem:
    """A fault of a form in the shape in which documents select problems."""
    found = from_fault(fault, told.language)
    return {"code": str(found.code), "field": found.field, "message": found.message} | NOTHING_MORE


def said(key: str, told: Context, field: str, **values: object) -> Problem:
    """A problem that only the page knows, under the key of its words, in the shape in which documents select problems."""
    return {"code": key, "field": [field], "message": texts.text(key, told.language, **values)} | NOTHING_MORE


def of_question(error: dict[str, Any]) -> Problem:
    """What is wrong with a question, in the shape in which a form shows problems."""
    extensions = error.get("extensions", {})
    return {"code": extensions.get("code"), "field": extensions.get("field"), "message": error["message"]} | NOTHING_MORE


FILES = [
    *posted("/work/desk/find", "/work/desk", find),
    *posted("/work/find", "/work", search),
    *posted("/work/status/find", "/work/status", status),
    *posted("/work/person/record", "/work/person", record),
    *posted("/work/people/{patient}/attachment/begin", "/work/people/{patient}/attachment", begin),
    *posted("/work/people/{patient}/representation", "/work/people/{patient}", represent),
]
