"""Signing: the page that shows what is signed and takes the signature, and signing in with a signed challenge.

A signature comes as text, put into the form by the script that talks with the signing program; as a file made anywhere; or, in the
demonstration, from the server's demonstration keys.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.context import Context, context
from web import language, mobile_signing, render, session
from web.body import read_form
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page
from web.session import Visit
from web.signed_out import to_sign_in


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


_CONTENT, _DEMONSTRATE = _document("sign/content"), _document("sign/demonstrate")
_CHALLENGE, _POSTS = _document("signin/challenge"), _document("signin/next")


def _context(request: Request, visit: Visit) -> Context:
    return context(visit.actor, language.of(request), request.state.request_id)


async def signed(request: Request, visit: Visit, form: Form) -> Form:
    """The signature of a form: the file or the text sent with it, or one made with a demonstration key when the form asks for that."""
    file = next(iter(form.files.get("signature", [])), None)
    if file:
        return _with(form, _base64(file.content))
    if form.last("demonstrate"):
        asked: dict[str, object] = {"request": request.path_params.get("request", "")}
        return _with(form, await _demonstrated(asked, _context(request, visit)))
    if form.last("mobile"):
        name = str(request.path_params.get("request") or form.last("request"))
        return _with(form, await mobile_signing.received(form, name, _context(request, visit)))
    text = form.last("signature").strip()
    return _with(form, _base64(text.encode())) if text else form


async def signed_as(request: Request, visit: Visit, form: Form) -> Form:
    """A challenge signed with the key of the person of the demonstration whom the form names."""
    told = _context(request, visit)
    challenge = await _challenge(told)
    asked = {"request": challenge.get("id"), "iin": form.last("iin")}
    return _with(form, await _demonstrated(asked, told) if challenge else "")


def _with(form: Form, signature: str) -> Form:
    return Form(form.values | {"signature": [signature]})


async def _demonstrated(asked: dict[str, object], told: Context) -> str:
    """A demonstration signature, or nothing where the demonstration is off or the request is somebody else's."""
    answer = await _DEMONSTRATE.ask(asked, told)
    made = (answer.data or {}).get("demonstrationSign") or {}
    return str((made.get("signature") or {}).get("cms") or "")


async def _challenge(told: Context) -> dict[str, Any]:
    data = (await _CHALLENGE.ask({}, told)).data or {}
    return (data.get("startSignIn") or {}).get("signatureRequest") or {}


def _base64(content: bytes) -> str:
    """A signature as Base64 of DER; programs give DER, Base64 of it, or PEM."""
    text = content.strip()
    if text.startswith(b"-----BEGIN"):
        text = b"".join(line for line in text.splitlines() if not line.startswith(b"-----"))
    try:
        return base64.b64encode(base64.b64decode(b"".join(text.split()), validate=True)).decode()
    except binascii.Error:
        return base64.b64encode(content).decode()


async def content(request: Request) -> Response:
    """The exact bytes to sign, as a file for any program that makes a CMS."""
    visit = await session.visit(request)
    try:
        answer = await _CONTENT.ask({"request": request.path_params["request"]}, _context(request, visit))
    except NotSignedIn:
        return to_sign_in(request)
    found = (answer.data or {}).get("signatureRequest")
    if found is None:
        raise HTTPException(404)
    return _file(found["content"], "emhana-request.json")


async def challenge(request: Request) -> Response:
    """A fresh challenge to sign in with, as a file; it belongs to nobody until it is signed."""
    visit, form = await session.visit(request), await read_form(request)
    if not session.ours(request, visit, form.last("csrf")):
        raise HTTPException(403)
    return _file((await _challenge(_context(request, visit)))["content"], "emhana-sign-in.json")


def _file(encoded: str, name: str) -> Response:
    heads = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(base64.b64decode(encoded), media_type="application/json", headers=heads)


async def onward(request: Request) -> Response:
    """After signing in: people with a post choose in which capacity to go on, others go where they wanted."""
    visit, speech = await session.visit(request), language.of(request)
    wanted = language.own_path(request.query_params.get("then")) or ""
    me = ((await _POSTS.ask({}, _context(request, visit))).data or {}).get("me")
    if me is None:
        return to_sign_in(request)
    target = f"/signin/post?then={quote(wanted, safe='')}" if me["posts"] else wanted or "/account"
    return RedirectResponse(language.link(speech, target), 303)


def begin(response: Response, payload: Mapping[str, Any]) -> None:
    """The browser gets the session that has just begun."""
    session.begin(response, payload["signIn"]["token"])


def end(response: Response, payload: Mapping[str, Any]) -> None:
    """The browser gives the session back, and what pages have kept in it, such as a visit's form that waits for a connection."""
    session.end(response)


def _act(name: str, then: str) -> Action:
    """The act of a signature request, with the signature that came."""
    return action(f"/sign/{{request}}/{name}", f"sign/{name}", shows="sign/show", then=then, prepare=signed)


_CASE = "/attachments/{attachment.id}"
PAGES: list[Page | Action] = [
    page("/sign/{request}", "sign/show"),
    _act("submitAttachment", f"{_CASE}?filed"),
    _act("approveAttachment", _CASE),
    _act("refuseAttachment", _CASE),
    _act("detachAttachment", _CASE),
    _act("bookAppointment", "/appointments/{appointment.id}?filed"),
    _act("callDoctor", "/home-visits/{homeVisit.id}?filed"),
    _act("fileAppeal", "/appeals/{appeal.id}?filed"),
    _act("fileComplaint", "/appeals/{appeal.id}?filed"),
    page("/signin", "signin/show"),
    action("/signin", "signin/sign_in", shows="signin/show", then="/signin/next", done=begin, returns=True, prepare=signed),
    action(
        "/signin/demonstration",
        "signin/sign_in",
        shows="signin/show",
        then="/signin/next",
        done=begin,
        returns=True,
        prepare=signed_as,
    ),
    page("/signin/post", "signin/post"),
    action("/signin/post", "signin/take_post", shows="signin/post", then="/work", done=begin, returns=True),
    action("/signout", "signin/sign_out", shows="signin/show", then="/", done=end),
]
FILES = [
    Route("/{language:language}/sign/{request}/content", content, methods=["GET"]),
    Route("/{language:language}/signin/challenge", challenge, methods=["POST"]),
    Route("/{language:language}/signin/next", onward, methods=["GET"]),
]
