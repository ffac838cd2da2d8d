"""Uploaded documents as files, for those who may see them; for anybody else there is no such file."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.ids import decode
from api.problems import Invalid
from models import document
from models.database import transaction
from web import session


async def download(request: Request) -> Response:
    """The file of a document, to be saved and never shown by the browser itself; the reading is journalled."""
    actor = (await session.visit(request)).actor
    try:
        key = decode(request.path_params["id"], "Document")
    except Invalid as absent:
        raise HTTPException(404) from absent
    async with transaction():
        found = await document.Document.visible_to(actor).get_or_none(id=key, paper=False)
        if found is None:
            raise HTTPException(404)
        try:
            content = await document.content_of(actor, found)
        except FileNotFoundError as lost:
            raise HTTPException(404) from lost
    heads = {"Content-Disposition": _attached(found.file_name), "Cache-Control": "no-store"}
    return Response(content, media_type=found.media_type, headers=heads | {"X-Content-Type-Options": "nosniff"})


def _attached(name: str) -> str:
    """The name under which to save it: plain letters for old programs, all letters for the rest (RFC 6266)."""
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_" for letter in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


FILES = [Route("/documents/{id}", download, methods=["GET"])]
