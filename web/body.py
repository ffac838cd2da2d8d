"""What a form may weigh: a body that is larger ends in 413, told by its header or found while it is read."""

from starlette.datastructures import Headers, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Message, Receive

from models.settings import settings
from web.form import File, Form

FILES_AT_ONCE = 6
ROOM = 1024 * 1024
MOST_FIELDS = 500
MOST_FILES = 20
KINDS = {"application/x-www-form-urlencoded", "multipart/form-data"}


async def read_form(request: Request) -> Form:
    """The fields and files of a form; one that is broken, or has more parts than any page of ours, is refused."""
    if _kind(request.headers) not in KINDS:
        raise HTTPException(415)
    within = Request(request.scope, limited(request.headers, request.receive))
    try:
        async with within.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=ROOM) as sent:
            return Form.of([(name, await _part(value)) for name, value in sent.multi_items()])
    except MultiPartException as fault:
        raise HTTPException(400) from fault


async def _part(value: UploadFile | str) -> str | File:
    return value if isinstance(value, str) else File(value.filename or "", await value.read())


def _kind(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def largest(headers: Headers) -> int:
    """How large a body may be: some documents with their form, or a form alone."""
    files = _kind(headers) == "multipart/form-data"
    return ROOM + (settings().largest_document * FILES_AT_ONCE if files else 0)


def limited(given: Headers, receive: Receive) -> Receive:
    """A body that ends in 413 when it is too large, told by its header or found while reading."""
    limit, declared, seen = largest(given), given.get("content-length", "0"), 0

    async def receiving() -> Message:
        nonlocal seen
        if not declared.isdigit() or int(declared) > limit:
            await drain(receive, limit)
            raise HTTPException(413 if declared.isdigit() else 400)
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            await drain(receive, limit)
            raise HTTPException(413)
        return message

    return receiving


async def drain(receive: Receive, limit: int) -> None:
    """Read on and drop, up to as much again: a browser shows no answer before it has sent everything."""
    dropped, more = 0, True
    while more and dropped <= limit:
        message = await receive()
        dropped += len(message.get("body", b""))
        more = bool(message.get("more_body"))
