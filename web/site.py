"""All pages and actions at work: read what was sent, ask the schema, show the template, lead on."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.context import Context, context
from api.execution import Api
from api.problems import Fault, ProblemCode, from_fault
from models.database import Away
from models.law import Language
from web import errors, language, render, session
from web.body import read_form
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.page import Action, Page
from web.signed_out import not_ours, recall, to_sign_in

_PLACE = re.compile(r"{([\w.]+)}")


@dataclass(frozen=True)
class Site:
    """All pages and actions, their documents checked against the schema and their templates compiled."""

    environment: Environment
    folders: tuple[Path, ...] = (render.FOLDER,)
    api: Api | None = None
    pages: dict[str, tuple[Page, Document]] = field(default_factory=dict)

    def routes(self, declared: list[Page | Action]) -> list[Route]:
        """The routes in every language; a page asked for without one leads to the browser's."""
        for one in declared:
            if isinstance(one, Page):
                self.environment.get_template(f"{one.name}.html")
                self.pages[one.name] = one, load(self.folders, one.name, self.api)
        shown = {one.path for one in declared if isinstance(one, Page)}
        found: list[Route] = []
        for one in declared:
            found += self._of_page(one) if isinstance(one, Page) else self._of_action(one, shown)
        return found

    def _of_page(self, one: Page) -> list[Route]:
        async def show(request: Request) -> Response:
            return await self.show(request, one.name, _query(request))

        async def in_a_language(request: Request) -> Response:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(
                language.link(_speech(request), request.url.path) + query, 302, {"Vary": "Accept-Language"}
            )

        return [Route(_in_languages(one.path), show, methods=["GET"]), Route(one.path, in_a_language, methods=["GET"])]

    def _of_action(self, one: Action, shown: set[str]) -> list[Route]:
        document = load(self.folders, one.name, self.api)

        async def act(request: Request) -> Response:
            return await self.act(request, one, document)

        async def back(request: Request) -> Response:
            """A form's address opened by hand, or the language switched after a problem: its page."""
            shown = _filled(self.pages[one.shows][0].path, _path(request))
            return RedirectResponse(language.link(_speech(request), shown), 303)

        routes = [Route(_in_languages(one.path), act, methods=["POST"])]
        if one.path not in shown and _places(self.pages[one.shows][0].path) <= _places(one.path):
            routes.append(Route(_in_languages(one.path), back, methods=["GET"]))
        return routes

    async def show(self, request: Request, name: str, asked: Form, status: int = 200, **values: object) -> Response:
        """The page as it is now for this person; `values` are what a refused act adds."""
        one, document = self.pages[name]
        visit, speech = await session.visit(request), _speech(request)
        try:
            data = await document.page_data(asked.with_path(_path(request), ""), _context(request, visit))
        except NotSignedIn:
            return to_sign_in(request)
        await recall(request, visit)
        path = _own_path(request, one)
        common = render.shared(request, speech, path, await session.viewer(visit, speech), visit.csrf)
        template = self.environment.get_template(f"{name}.html")
        answer = render.html(template, common | {"data": data} | values, status, _fragment(request, one))
        if one.fragments:
            answer.headers["Vary"] = "HX-Request, HX-Target"
        session.remember(answer, visit)
        return _kept(request, answer) if one.public and visit.actor.role is None and status == 200 else answer

    async def act(self, request: Request, one: Action, document: Document) -> Response:
        """Do what a form asks, once it is known to be ours. With the database away what was typed stays on the page."""
        form = await read_form(request)
        try:
            return await self._act(request, one, document, form)
        except Away:
            return await errors.away(self.environment, request, form)

    async def _act(self, request: Request, one: Action, document: Document, form: Form) -> Response:
        visit = await session.visit(request)
        if not session.ours(request, visit, form.last("csrf")):
            shown = self.pages[one.shows][0].path
            known = _path(request)
            return await not_ours(request, visit, form, _filled(shown, known) if _places(shown) <= set(known) else "")
        form = await one.prepare(request, visit, form) if one.prepare else form
        variables, faults = document.read(form.with_path(_path(request), ""))
        told = _context(request, visit)
        if faults:
            return await self._refused(request, one, form, [_told(fault, told.language) for fault in faults])
        try:
            answer = await document.ask(variables, told)
        except NotSignedIn:
            return to_sign_in(request)
        if answer.problems:
            return await self._refused(request, one, form, answer.problems)
        payload = (answer.data or {}).get(document.roots[-1]) or {}
        return _gone_on(request, one, form, payload, self.pages[one.shows][0].path)

    async def _refused(self, request: Request, one: Action, form: Form, problems: list[dict[str, Any]]) -> Response:
        """422: the page of the form with what was typed and what is wrong; a stranger signs in first."""
        if any(problem.get("code") == ProblemCode.UNAUTHENTICATED for problem in problems):
            return to_sign_in(request)
        asked = Form(_query(request).values | form.values)
        return await self.show(request, one.shows, asked, 422, form=form.values, problems=problems)


def _kept(request: Request, answer: Response) -> Response:
    """A public page for a visitor: the browser keeps it and asks each time whether it still holds."""
    mark = f'W/"{hashlib.sha256(bytes(answer.body)).hexdigest()[:32]}"'
    heads = {"Cache-Control": "private, no-cache", "ETag": mark, "Vary": "Cookie, HX-Request, HX-Target"}
    if request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=heads)
    answer.headers.update(heads)
    return answer


def _gone_on(request: Request, one: Action, form: Form, payload: Mapping[str, Any], shown: str) -> Response:
    """303 to where the act leads, so that a reload repeats nothing."""
    wanted = language.own_path(form.last("then")) if one.returns else None
    target = wanted or _filled(one.then or shown, {**payload, **_path(request)})
    answer = RedirectResponse(language.link(_speech(request), target), 303)
    if one.done:
        one.done(answer, payload)
    return answer


def _context(request: Request, visit: session.Visit) -> Context:
    return context(visit.actor, _speech(request), request.state.request_id)


def _query(request: Request) -> Form:
    return Form.of(request.query_params.multi_items())


def _in_languages(path: str) -> str:
    return "/{language:language}" + (path if path != "/" else "")


def _speech(request: Request) -> Language:
    return language.of(request)


def _path(request: Request) -> dict[str, str]:
    """The parameters of the path but the language."""
    return {name: str(value) for name, value in request.path_params.items() if name != "language"}


def _places(path: str) -> set[str]:
    return set(_PLACE.findall(path))


def _own_path(request: Request, one: Page) -> str:
    """The path of the page shown; after a refused act it is not the path asked, and links of language lead to it."""
    known = _path(request)
    return _filled(one.path, known) if _places(one.path) <= set(known) else language.split(request.url.path)[1]


def _filled(template: str, values: Mapping[str, Any]) -> str:
    """A path with its places filled: `{attachment.id}` is `values["attachment"]["id"]`."""

    def value(match: re.Match[str]) -> str:
        found: Any = values
        for name in match.group(1).split("."):
            found = found[name]
        return quote(str(found), safe="")

    return _PLACE.sub(value, template)


def _fragment(request: Request, one: Page) -> str:
    """The block that htmx wants, `div#status`, if the page gives it alone."""
    wanted = request.headers.get("hx-target", "").rpartition("#")[2]
    return wanted if request.headers.get("hx-request") == "true" and wanted in one.fragments else ""


def _told(fault: Fault, speech: Language) -> dict[str, Any]:
    """A fault of the form in the shape in which documents select problems."""
    problem = from_fault(fault, speech)
    told = {"code": str(problem.code), "field": problem.field, "message": problem.message}
    return told | {"remedy": None, "allowedFrom": None, "provision": None}
