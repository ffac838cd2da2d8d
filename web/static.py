"""Our own files: under the hash of their content kept by browsers for a year, by the plain name asked for anew."""

import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "static"
FOREVER = "public, max-age=31536000, immutable"
_PLAIN = " /:=?@!$()*,;'+"  # what may stand in such an address as it is


@lru_cache
def _files() -> dict[str, tuple[bytes, str, str]]:
    """Every file, read once: content, media type and hash. What is not in this table cannot be asked for."""
    found = {}
    for file in sorted(FOLDER.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            found[file.relative_to(FOLDER).as_posix()] = content, kind, hashlib.sha256(content).hexdigest()[:16]
    return found


def address(name: str) -> str:
    """The address of a file with the hash of its content; a file that does not exist is a fault of the template."""
    return f"/static/{_files()[name][2]}/{name}"


def inside(name: str) -> str:
    """A small picture as an address that holds it whole (RFC 2397): it costs no request of its own."""
    content, kind, _ = _files()[name]
    return f"data:{kind},{quote(content.decode('utf-8').strip(), safe=_PLAIN)}"


async def _serve(request: Request) -> Response:
    """A file by its plain name or under its hash; under another hash there is nothing."""
    head, _, rest = str(request.path_params["name"]).partition("/")
    hashed = rest in _files() and _files()[rest][2] == head
    name = rest if hashed else str(request.path_params["name"])
    if name not in _files():
        raise HTTPException(404)
    content, kind, mark = _files()[name]
    headers = {
        "Cache-Control": FOREVER if hashed else "no-cache",
        "ETag": f'"{mark}"',
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)


route = Route("/static/{name:path}", _serve, methods=["GET"], name="static")
