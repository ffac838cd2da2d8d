"""Signing with eGov Mobile: the page with the QR code, and the two addresses at which the application calls.

The page is the answer to a form, so the secret that takes the signature stands in no address; a reload makes a new code. The
application's calls know no cookies: the token of the code is their only right, so there is nothing for another site to forge.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import segno
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from api.context import Context, context
from models import clock
from models.actor import Actor
from models.database import Away
from models.settings import settings
from web import alone, language, render, session
from web.body import read_form
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.signed_out import to_sign_in

INVITATION, DOCUMENT = "/mgovSign", "/mgovSign/document"
LARGEST = 2 * 1024 * 1024  # a signature is at most a megabyte, and a third more in Base64
METHOD = "CMS_WITH_DATA"
OWN = frozenset({"csrf", "request", "mobile", "mobileCode"})  # fields of the page itself, made anew each time it is shown


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


_START, _STATE, _ASKED = _document("sign/mobile"), _document("sign/mobile_state"), _document("sign/mobile_asked")
_REQUEST, _DELIVER, _CHALLENGE = _document("sign/mobile_request"), _document("sign/mobile_deliver"), _document("signin/challenge")


class Unreadable(Exception):
    """What the application sent is not what its protocol says."""


@dataclass(frozen=True)
class Signing:
    """One page: for which request, under what address, what is read there, where its signature leads."""

    request: str
    path: str
    target: str
    lines: tuple[str, ...] = ()
    organisation: bool = False


async def received(form: Form, request: str, told: Context) -> str:
    """The signature that has come for a form's secret, in Base64; empty when none has."""
    found = await _state(request, form.last("mobile"), told)
    return str((found or {}).get("signature") or "")


async def _state(request: str, secret: str, told: Context) -> dict[str, Any] | None:
    if not request or not secret:
        return None
    answer = await _STATE.ask({"request": request, "mobile": secret}, told)
    found: dict[str, Any] | None = (answer.data or {}).get("mobileSigning")
    return found


async def sign(request: Request) -> Response:
    """POST /sign/{request}/mobile: the code for a request; once its signature has come, on to the act with the same form."""
    form, told = await _sent(request)
    try:
        data = (await _ASKED.ask({"request": request.path_params["request"]}, told)).data or {}
    except NotSignedIn:
        return to_sign_in(request)
    asked = data.get("signatureRequest")
    if asked is None:
        raise HTTPException(404)
    path = f"/sign/{asked['id']}"
    signing = Signing(asked["id"], path, f"{path}/{asked['act']}", tuple(asked["lines"]), bool(asked["signerBin"]))
    return await _page(request, signing, form, told)


async def sign_in(request: Request) -> Response:
    """POST /signin/mobile: the code for a fresh challenge to sign in; once it is signed, on to the sign-in with the same form."""
    form, told = await _sent(request)
    if form.last("mobile"):
        return await _page(request, Signing(form.last("request"), "/signin", "/signin"), form, told)
    made = ((await _CHALLENGE.ask({}, told)).data or {}).get("startSignIn") or {}
    challenge = made.get("signatureRequest") or {}
    form = Form(form.values | {"request": [str(challenge.get("id", ""))]})
    return await _page(request, Signing(form.last("request"), "/signin", "/signin"), form, told)


async def _sent(request: Request) -> tuple[Form, Context]:
    """The form of one of our pages, and who sends it."""
    if not settings().egov_mobile:
        raise HTTPException(404)
    visit, form = await session.visit(request), await read_form(request)
    if not session.ours(request, visit, form.last("csrf")):
        raise HTTPException(403)
    return form, await alone.told(request)


async def _page(request: Request, signing: Signing, form: Form, told: Context) -> Response:
    """A new code, or the one that the form still holds with how far it is; 307 takes the form on to the act as it was sent."""
    found = await _state(signing.request, form.last("mobile"), told)
    if found is not None and found["state"] == "RECEIVED":
        return RedirectResponse(language.link(language.of(request), signing.target), 307)
    if found is not None:
        code = _kept(form) | {"expiresAt": found["expiresAt"], "secret": form.last("mobile")}
        return await _shown(request, signing, form, code, found["state"], [])
    answer = await _START.ask({"request": signing.request}, told)
    made = ((answer.data or {}).get("startMobileSigning") or {}).get("mobileCode")
    state = "WAITING" if made else "EXPIRED"
    return await _shown(request, signing, form, made or {}, state, answer.problems)


async def _shown(
    request: Request, signing: Signing, form: Form, code: Mapping[str, Any], state: str, problems: list[dict[str, Any]]
) -> Response:
    kept = [(name, value) for name, values in form.values.items() if name not in OWN for value in values]
    picture = segno.make(code["qrText"], error="m", micro=False).svg_data_uri(scale=6, border=4, light="#fff") if code else ""
    values = {"signing": signing, "kept": kept, "code": code, "code_kept": json.dumps(dict(code)), "picture": picture, "state": state}
    late = bool(form.last("mobile")) and state != "EXPIRED"
    status = 422 if problems else 200
    return await alone.shown(request, "sign/mobile", signing.path, status, problems=problems, form={}, late=late, **values)


def _kept(form: Form) -> dict[str, Any]:
    """The code as the page itself kept it: what it says is shown to whoever sent it, and nothing is decided by it."""
    try:
        found = json.loads(form.last("mobileCode"))
        return {name: str(found[name]) for name in ("qrText", "link", "businessLink", "checkWord")}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise HTTPException(400) from None


async def state(request: Request) -> Response:
    """How far a signing is, for the page that shows its code; nothing while nothing has changed or nothing can be said."""
    request.state.quiet = True  # an open page is not a person at work
    try:
        form, told = await _sent(request)
        found = await _state(form.last("request"), form.last("mobile"), told)
    except (HTTPException, Away):
        return Response(status_code=204)  # an error's page would be put in the place of the words
    now = found["state"] if found else "EXPIRED"
    if now == form.last("mobileState"):
        return Response(status_code=204)
    common = render.shared(request, language.of(request), "/", None, "")
    return HTMLResponse(render.environment().get_template("sign/mobile_state.html").render(common | {"state": now}))


async def back(request: Request) -> Response:
    """The page opened by its address, or the language switched on it: where the code is asked for."""
    return RedirectResponse(language.link(language.of(request), request.url.path.removesuffix("/mobile")[3:]), 303)


async def invitation(request: Request) -> Response:
    """API No. 1, which the application calls with what it read from the code: who asks, for what, until when, and where to go on."""
    found = await _told(request, request.query_params.get("token", ""))
    if found is None:
        return _unknown(404)
    names = found["organisation"]
    return _answer(
        {
            "description": found["description"],
            "expiry_date": _moment(found["expiresAt"]),
            "organisation": {"nameRu": names["ru"], "nameKz": names["kk"], "nameEn": names["en"], "bin": found["bin"]},
            # The token is not in the address, which proxies write down, and is not the one that stood in the QR code.
            "document": {"uri": settings().site + DOCUMENT, "auth_type": "Token", "auth_token": found["documentToken"]},
        }
    )


async def document(request: Request) -> Response:
    """API No. 2, read: the bytes to sign, with what a person should know of them."""
    found = await _told(request, _bearer(request))
    if found is None:
        return _unknown(401)
    file = {"mime": "", "data": found["content"]}
    names = {"nameRu": found["name"]["ru"], "nameKz": found["name"]["kk"], "nameEn": found["name"]["en"]}
    one = {"id": 1, **names, "meta": found["details"], "document": {"file": file}}
    return _answer({"signMethod": METHOD, "documentsToSign": [one]})


async def delivery(request: Request) -> Response:
    """API No. 2, brought back: the same with the signature in the place of the bytes. 200 accepts it and 403 rejects it."""
    if not settings().egov_mobile:
        return _unknown(404)
    try:
        signature = _signature(_json(await _body(request)))
    except Unreadable:
        return _answer({"message": "malformed"}, 400)
    except OverflowError:
        return _answer({"message": "too large"}, 413)
    answer = await _DELIVER.ask({"token": _bearer(request), "signature": signature}, _app(request))
    if any(one["code"] == "NOT_FOUND" for one in answer.problems):
        return _unknown(401)
    if answer.problems:
        return _answer({"message": " ".join(one["message"] for one in answer.problems)}, 403)
    return _answer({})


async def _told(request: Request, token: str) -> dict[str, Any] | None:
    if not settings().egov_mobile or not token:
        return None
    found: dict[str, Any] | None = ((await _REQUEST.ask({"token": token}, _app(request))).data or {}).get("mobileRequest")
    return found


def _app(request: Request) -> Context:
    """The application speaks for nobody: its token alone says what it may."""
    actor = Actor(address=request.client.host if request.client else "")
    return context(actor, language.accepted(request.headers.get("accept-language", "")), request.state.request_id)


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _moment(given: str) -> str:
    """A moment as the protocol writes it: milliseconds, and the offset without a colon."""
    moment = clock.local(datetime.fromisoformat(given))
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}{moment:%z}"


async def _body(request: Request) -> bytes:
    """The body, dropped as soon as it is known to be too large (`OverflowError`)."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > LARGEST:
        raise OverflowError
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                raise OverflowError
    except ClientDisconnect:
        raise Unreadable from None
    return bytes(body)


def _json(body: bytes) -> dict[str, Any]:
    """One JSON object in UTF-8, no name twice, no NaN."""
    try:
        found = json.loads(body.decode(), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(found, dict):
        raise Unreadable
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _signature(sent: dict[str, Any]) -> str:
    """The one signature of the one document that was given, in Base64 without line ends."""
    try:
        (one,) = sent["documentsToSign"]
        data = one["document"]["file"]["data"]
        if sent.get("signMethod", METHOD) != METHOD or type(one["id"]) is not int or one["id"] != 1 or not isinstance(data, str):
            raise Unreadable
        return base64.b64encode(base64.b64decode("".join(data.split()).encode("ascii"), validate=True)).decode()
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise Unreadable from None


def _unknown(status: int) -> Response:
    """A token that was never given or has expired; where the application is not served, no such address."""
    if status == 401 and settings().egov_mobile:
        return _answer({"message": "unknown or expired"}, 401, {"WWW-Authenticate": "Bearer"})
    return _answer({"message": "unknown or expired"}, 404)


def _answer(body: dict[str, Any], status: int = 200, heads: Mapping[str, str] | None = None) -> Response:
    return JSONResponse(body, status, {"Cache-Control": "no-store", **(heads or {})})


_OWN = "/{language:language}"
FILES = [
    Route(_OWN + "/sign/mobile/state", state, methods=["POST"]),
    Route(_OWN + "/sign/{request}/mobile", sign, methods=["POST"]),
    Route(_OWN + "/sign/{request}/mobile", back, methods=["GET"]),
    Route(_OWN + "/signin/mobile", sign_in, methods=["POST"]),
    Route(_OWN + "/signin/mobile", back, methods=["GET"]),
    Route(INVITATION, invitation, methods=["GET"]),
    Route(DOCUMENT, document, methods=["GET"]),
    Route(DOCUMENT, delivery, methods=["PUT"]),
]
