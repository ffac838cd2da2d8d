"""Notices: the sheet that prints, its signed facts and signature as files, and verification by anyone who holds the code."""

import base64
import io
import re

import segno
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.stored import Stored
from models.database import Away
from models.law import Language
from models.settings import settings
from web import alone, language, render
from web.document import load
from web.form import Form
from web.page import Action, Page, page

CODE = re.compile(r"[2-9a-z]{8,40}")
SCALE, QUIET_ZONE = 4, 2
FILE = Stored("query NoticeFile($id: ID!) { notice(id: $id) { number facts cms } }")
PAPER = Stored("query NoticePaper($id: ID!, $language: Language!) { notice(id: $id) { number pdf(language: $language) } }")
VERIFY = load((render.FOLDER,), "notice/verify", None)

PAGES: list[Page | Action] = [page("/notices/{id}", "notice/show")]


async def verify(request: Request) -> Response:
    """/verify: type the code of a notice; one typed there goes on to its own page."""
    typed = "".join(request.query_params.get("code", "").split()).lower()
    if typed:
        return RedirectResponse(language.link(language.of(request), f"/verify/{typed if CODE.fullmatch(typed) else '-'}"), 303)
    return await alone.shown(request, "notice/verify", "/verify", found=None, code="")


async def verified(request: Request) -> Response:
    """/verify/{code}: what anyone may know of a notice, nothing personal; 404 when there is no such notice."""
    code = str(request.path_params["code"])
    data = await VERIFY.page_data(Form({"code": [code]}), await alone.told(request))
    found = data["verifyNotice"]
    return await alone.shown(request, "notice/verify", f"/verify/{code}", 200 if found else 404, found=found, code=code)


async def picture(request: Request) -> Response:
    """The QR code of a notice's verification page: it holds the address with the code and nothing else."""
    code = str(request.path_params["code"])
    if not CODE.fullmatch(code):
        raise HTTPException(404)
    drawn = io.BytesIO()
    address = f"{settings().site}/verify/{code}"
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", scale=SCALE, border=QUIET_ZONE, xmldecl=False, title=address)
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=86400"})


async def signature(request: Request) -> Response:
    """The head's signature as received (CMS with the signed content inside), for those who may see the notice."""
    found = await _file(request)
    if found["cms"] is None:
        raise HTTPException(404)
    return _download(base64.b64decode(found["cms"]), f"{_named(found)}.cms", "application/pkcs7-mime")


async def facts(request: Request) -> Response:
    """The facts that the signature covers, as canonical JSON, for those who may see the notice."""
    found = await _file(request)
    return _download(found["facts"].encode(), f"{_named(found)}.json", "application/json")


async def paper(request: Request) -> Response:
    """The document as PDF in a language, for those who may see the notice."""
    asked = Language(request.path_params["speech"])
    answer = await PAPER({"id": request.path_params["id"], "language": asked.name}, await alone.told(request))
    if answer.away:
        raise Away
    found = (answer.data or {}).get("notice")
    if found is None:
        raise HTTPException(404)
    return _download(base64.b64decode(found["pdf"]), f"{_named(found)}-{asked.value}.pdf", "application/pdf")


async def _file(request: Request) -> dict[str, str]:
    """What the API gives of a notice; nothing looks like forbidden."""
    answer = await FILE({"id": request.path_params["id"]}, await alone.told(request))
    if answer.away:
        raise Away
    found: dict[str, str] | None = (answer.data or {}).get("notice")
    if found is None:
        raise HTTPException(404)
    return found


def _named(notice: dict[str, str]) -> str:
    """The number of a notice as the name of a file."""
    return notice["number"].replace("/", "-")


def _download(content: bytes, name: str, kind: str) -> Response:
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


FILES = [
    Route("/{language:language}/verify", verify, methods=["GET"]),
    Route("/{language:language}/verify/{code}", verified, methods=["GET"]),
    Route("/verify", alone.in_a_language, methods=["GET"]),
    Route("/verify/{code}", alone.in_a_language, methods=["GET"]),
    Route("/verify/{code}/qr.svg", picture, methods=["GET"]),
    Route("/notices/{id}/signature.cms", signature, methods=["GET"]),
    Route("/notices/{id}/{speech:language}.pdf", paper, methods=["GET"]),
    Route("/notices/{id}/facts.json", facts, methods=["GET"]),
]
