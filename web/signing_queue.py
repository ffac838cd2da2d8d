"""The head signs many decisions at once: the list of what waits for the signature, the page with all the texts, what came of each.

Every decision keeps its own request, its own transaction and its own answer, so one that cannot be accepted hinders no other.
A signature is told apart by the text inside it, not by its place, and the act itself verifies it.
"""

import base64
import io
import json
import zipfile
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.context import Context
from models import clock
from models.eds import LARGEST, Bad, cms
from models.eds.bad import hostile
from models.law import Role
from web import alone, desk, render
from web.desk import Problem
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.signed_out import to_sign_in

QUEUE, MANY = "/work/signing", "/sign/many"
MOST = 20


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


LIST, SIGNED = _document("signing_queue/list"), _document("signing_queue/many")
REQUEST, DEMONSTRATE = _document("sign/show"), _document("sign/demonstrate")
# the decisions that wait for a head, by their act: how the text is asked for, how it is done with the signature
ACTS: Mapping[str, tuple[Document, Document]] = {
    "approveAttachment": (_document("attachment_work/approve_ask"), _document("sign/approveAttachment")),
    "refuseAttachment": (_document("attachment_work/refuse_ask"), _document("sign/refuseAttachment")),
}


@dataclass(frozen=True)
class Piece:
    """One document to sign: the request as the API tells it, and the number and person of the facts inside."""

    asked: Mapping[str, Any]
    facts: Mapping[str, Any]
    signed: Mapping[str, Any] | None = None

    @property
    def id(self) -> str:
        return str(self.asked["id"])

    @property
    def case(self) -> str:
        return str(self.asked["input"]["id"])

    @property
    def number(self) -> str:
        return str(self.facts["number"])

    @property
    def name(self) -> str:
        return str(self.facts["person"]["name"])

    @property
    def content(self) -> bytes:
        return base64.b64decode(self.asked["content"])

    @property
    def used(self) -> bool:
        return bool(self.asked["used"])

    @property
    def expired(self) -> bool:
        return not self.used and not self.asked["secondsLeft"]

    @property
    def open(self) -> bool:
        return not self.used and not self.expired


Show = Callable[[Request, Context], Awaitable[Response]]


def _of_head(told: Context) -> None:
    """Only a head signs decisions; a stranger signs in first."""
    if told.actor.role is None:
        raise NotSignedIn
    if told.actor.role is not Role.HEAD:
        raise HTTPException(403)


def _page(show: Show) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        told = await alone.told(request)
        try:
            _of_head(told)
            return await show(request, told)
        except NotSignedIn:
            return to_sign_in(request)

    return answer


# ------------------------------------------------------------------------- what waits


async def queue(request: Request, told: Context) -> Response:
    """/work/signing: decisions that wait for this head's signature, the nearest term first."""
    return await _queue(request, told, Form.of(request.query_params.multi_items()))


async def _queue(request: Request, told: Context, asked: Form, status: int = 200, **values: object) -> Response:
    data = await LIST.page_data(asked, told)
    return await alone.shown(request, "signing_queue/list", QUEUE, status, data=data, most=MOST, **values)


async def prepare(request: Request, form: Form, told: Context) -> Response:
    """Ask for the text of each decision ticked. What the rules forbid is told, and the others stay ticked."""
    _of_head(told)
    chosen = list(dict.fromkeys(form.values.get("shown" if form.last("all") else "case", [])))
    if not 0 < len(chosen) <= MOST:
        why = desk.said("signing_queue.nothing_chosen" if not chosen else "signing_queue.too_many", told, "case", n=MOST)
        return await _queue(request, told, form, 422, form={"case": chosen}, problems=[why])
    made, refused = await _asked_anew([_split(one) for one in chosen], told)
    if not refused:
        return desk.to(request, _address(made))
    numbers = {one: (await SIGNED.page_data(Form({"id": [one]}), told))["attachment"]["number"] for one in refused}
    left = [one for one in chosen if _split(one)[1] not in refused]
    return await _queue(request, told, form, 422, form={"case": left}, problems=_grouped(refused, numbers))


def _split(chosen: str) -> tuple[str, str]:
    """What a box stands for: an act, and the case it is done with."""
    act, _, case = chosen.partition(":")
    if act not in ACTS or not case:
        raise HTTPException(404)
    return act, case


async def _asked_anew(wanted: Iterable[tuple[str, str]], told: Context) -> tuple[list[str], dict[str, list[Problem]]]:
    """The requests made for acts on cases, and by case what forbids one."""
    made, refused = list[str](), dict[str, list[Problem]]()
    for act, case in wanted:
        answer = await ACTS[act][0].ask({"id": case}, told)
        if answer.problems:
            refused[case] = answer.problems
        else:
            made.append((answer.data or {})["requestSignature"]["signatureRequest"]["id"])
    return made, refused


# ------------------------------------------------------------------------- signing


def _address(requests: Iterable[str], path: str = MANY) -> str:
    return f"{path}?{urlencode([('request', one) for one in requests])}"


async def _pieces(requests: Iterable[str], told: Context) -> list[Piece]:
    """The documents of requests; 404 for what is not this head's to sign so."""
    found = [await _piece(one, told) for one in dict.fromkeys(requests)]
    if len(found) > MOST:
        raise HTTPException(404)
    return found


async def _piece(request: str, told: Context) -> Piece:
    asked = (await REQUEST.page_data(Form({"request": [request]}), told))["signatureRequest"]
    if asked["act"] not in ACTS:
        raise HTTPException(404)
    facts = json.loads(base64.b64decode(asked["content"]))["facts"]
    done = await SIGNED.page_data(Form({"id": [asked["input"]["id"]]}), told) if asked["used"] else None
    return Piece(asked, facts, done["attachment"] if done else None)


def _named(request: Request) -> list[str]:
    return request.query_params.getlist("request")


async def many(request: Request, told: Context) -> Response:
    """/sign/many: every document with its text, the ways to sign them all, and what has been signed already."""
    if not _named(request):
        return desk.to(request, QUEUE)
    return await _many(request, await _pieces(_named(request), told))


async def _many(request: Request, pieces: list[Piece], problems: Iterable[Problem] = (), stuck: Iterable[str] = ()) -> Response:
    problems, ids = list(problems), [one.id for one in pieces]
    ways = {"address": _address(ids), "again": _address(ids, f"{MANY}/again"), "texts": _address(ids, f"{MANY}/requests.zip")}
    without = {one.id: _address(other for other in ids if other != one.id) for one in pieces} if len(ids) > 1 else {}
    return await alone.shown(
        request, "signing_queue/many", _address(ids), 422 if problems else 200, query={}, pieces=pieces, problems=problems,
        stuck=set(stuck), without=without, **ways,
    )  # fmt: skip


async def sign(request: Request, form: Form, told: Context) -> Response:
    """Each signature to its document. What is signed stays signed, whatever becomes of the rest; pressed again it changes nothing."""
    _of_head(told)
    pieces = await _pieces(_named(request), told)
    given, strange = await _given(form, pieces, told)
    refused: dict[str, list[Problem]] = {}
    for one, signature in given:
        if not one.used and refused.get(one.id) != []:
            refused[one.id] = (await ACTS[one.asked["act"]][1].ask({"id": one.case, "signature": signature}, told)).problems
    now = await _pieces(_named(request), told)
    if all(one.used for one in now):
        return desk.to(request, _address(one.id for one in now))
    left = {one.id: refused.get(one.id, []) for one in now if not one.used}
    problems = [*_grouped(left, {one.id: one.number for one in now}), *strange, *_unsigned(now, left, told, bool(given), bool(strange))]
    return await _many(request, now, problems, [key for key, found in left.items() if found])


Given = list[tuple[Piece, str]]


async def _given(form: Form, pieces: Iterable[Piece], told: Context) -> tuple[Given, list[Problem]]:
    """The signatures sent, each with the document whose text it carries, and what belongs to none of them."""
    if form.last("demonstrate"):
        return [(one, await _demonstrated(one, told)) for one in pieces if one.open], []
    sent = [(one.name, one.content) for one in form.files.get("signature", [])]
    sent += [("NCALayer", one.encode()) for one in form.values.get("signature", []) if one.strip()]
    by_text = {one.content: one for one in pieces}
    found = [(name, by_text.get(_text(content)), content) for name, content in sent]
    names = ", ".join(name for name, one, _ in found if one is None)
    strange = [desk.said("signing_queue.strange", told, "signature", names=names)] if names else []
    return [(one, _plain(content)) for _, one, content in found if one is not None], strange


def _text(received: bytes) -> bytes:
    """The text inside a signature, not verified: it says only for which document the signature is meant."""
    try:
        with hostile():
            return cms.read(received, LARGEST).content or b""
    except Bad:
        return b""


def _plain(received: bytes) -> str:
    """A signature that was read, in Base64: programs give DER, Base64 of it, or PEM."""
    if received[:1] == b"\x30":
        return base64.b64encode(received).decode()
    return "".join(line.strip() for line in received.decode().splitlines() if not line.startswith("-----"))


async def _demonstrated(one: Piece, told: Context) -> str:
    made = ((await DEMONSTRATE.ask({"request": one.id}, told)).data or {}).get("demonstrationSign") or {}
    return str((made.get("signature") or {}).get("cms") or "")


def _unsigned(now: Iterable[Piece], left: Mapping[str, list[Problem]], told: Context, some: bool, strange: bool) -> list[Problem]:
    """What is left because its time has run out, or because no signature came for it."""
    bare = [one for one in now if not one.used and not left[one.id]]
    late, missed = [one.number for one in bare if one.expired], [one.number for one in bare if not one.expired]
    found = [desk.said("signing_queue.late", told, "signature", numbers=_numbers(late))] if late else []
    if missed and some:
        found.append(desk.said("signing_queue.missed", told, "signature", numbers=_numbers(missed)))
    elif missed and not strange:
        found.append(desk.said("signing_queue.nothing_sent", told, "signature"))
    return found


def _numbers(numbers: Iterable[str]) -> str:
    return ", ".join(f"№ {one}" for one in numbers)


def _grouped(refused: Mapping[str, list[Problem]], numbers: Mapping[str, str]) -> list[Problem]:
    """What stands in the way, each thing once, with the numbers of the documents it concerns before it."""
    found: dict[str, tuple[Problem, list[str]]] = {}
    for key, problems in refused.items():
        for problem in problems:
            found.setdefault(json.dumps(problem, sort_keys=True), (problem, []))[1].append(numbers[key])
    return [problem | {"field": None, "message": f"{_numbers(of)}: {problem['message']}"} for problem, of in found.values()]


async def again(request: Request, form: Form, told: Context) -> Response:
    """Prepare anew the texts whose time has run out, or with `all` everything not signed yet."""
    _of_head(told)
    pieces = await _pieces(_named(request), told)
    renewed, refused = dict[str, str](), dict[str, list[Problem]]()
    for one in pieces:
        if one.expired or (form.last("all") and not one.used):
            made, problems = await _asked_anew([(one.asked["act"], one.case)], told)
            renewed |= {one.id: made[0]} if made else {}
            refused |= {one.id: problems[one.case]} if problems else {}
    ids = [renewed.get(one.id, one.id) for one in pieces]
    if not refused:
        return desk.to(request, _address(ids))
    return await _many(request, await _pieces(ids, told), _grouped(refused, {one.id: one.number for one in pieces}), refused)


async def requests_file(request: Request, told: Context) -> Response:
    """The texts to sign in one file, each under the number of its document."""
    pieces = [one for one in await _pieces(_named(request), told) if one.open]
    if not pieces:
        raise HTTPException(404)
    heads = {"Content-Disposition": 'attachment; filename="emhana-requests.zip"', "Cache-Control": "no-store"}
    return Response(_packed(pieces, clock.local(clock.now())), media_type="application/zip", headers=heads)


def _packed(pieces: Iterable[Piece], now: datetime) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in pieces:
            archive.writestr(zipfile.ZipInfo(f"{one.number}.json", now.timetuple()[:6]), one.content)
    return made.getvalue()


def _paged(path: str, show: Show) -> list[Route]:
    return alone.in_languages(path, _page(show))


FILES = [
    *_paged(QUEUE, queue),
    *_paged(MANY, many),
    *_paged(f"{MANY}/requests.zip", requests_file),
    *desk.posted(QUEUE, QUEUE, prepare),
    *desk.posted(MANY, QUEUE, sign),
    *desk.posted(f"{MANY}/again", QUEUE, again),
]
