"""A journal or register as a file: made in the background, page by page, while its page shows how far it is; then kept for an hour."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl, urlsplit

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.context import Context
from api.ids import decode, encode
from api.problems import Invalid
from models import export as rows
from models.database import Away
from models.faults import where
from models.spreadsheet import CSV_TYPE, XLSX_TYPE, CsvFile, XlsxFile
from models.texts import text
from web import appeal_register, appointment_journal, attachment_register, desk, home_visit_log, session
from web.document import NotSignedIn
from web.form import Form
from web.logbook import MOST_DAYS, MOST_ROWS, Logbook, Row
from web.page import Action, Page, page
from web.signed_out import to_sign_in

PATH = "/work/exports/{id}"
TYPES = {"csv": CSV_TYPE, "xlsx": XLSX_TYPE}
SIZE = 25  # so many rows are read without keeping others waiting
PATIENCE = 1.0  # a small file is there by then, and nobody looks at a bar
PAUSE = 0.5  # how often the table is told
LONGEST = 200
log = logging.getLogger(__name__)
_makers: set[asyncio.Task[None]] = set()
BOOKS: dict[str, Logbook] = {
    book.path: book
    for book in (
        appointment_journal.LOGBOOK, home_visit_log.LOGBOOK, appeal_register.LOGBOOK,
        attachment_register.REQUESTS, attachment_register.PEOPLE,
    )
}  # fmt: skip


@dataclass(frozen=True)
class Order:
    """What is to be made: of which logbook, what was asked of it, for whom, and its pages, of which the first has been read."""

    book: Logbook
    form: Form
    told: Context
    pages: AsyncIterator[tuple[list[Row], dict[str, object]]]
    first: list[Row]


async def order(book: Logbook, request: Request, form: Form, told: Context) -> Response:
    """Begin to make a file; a small one is ready before the page opens that shows how far it is."""
    return await book.told(request, book.asked(_filters(book, form)), told, partial(_begun, book, form.last("file")))


async def again(request: Request, form: Form, told: Context) -> Response:
    """Begin anew what was stopped or failed, with what was asked then."""
    found = await _own(request, told)
    place = urlsplit(found.path)
    asked = Form.of(parse_qsl(place.query)) if place.path in BOOKS else None
    if asked is None:
        raise HTTPException(404)
    asked.values["file"] = [found.kind]
    return await order(BOOKS[place.path], request, asked, told)


def _filters(book: Logbook, form: Form) -> Form:
    return Form({name: values for name, values in form.values.items() if name in book.asks})


async def _begun(book: Logbook, kind: str, request: Request, form: Form, told: Context) -> Response:
    """The first rows are read at once: whoever may not read the logbook is told so, as on its page."""
    book.check(form)
    address = book.address(form)
    if kind not in TYPES or len(address) > LONGEST:
        raise HTTPException(422)
    pages = book.pages(form, told, SIZE)
    first, data = await anext(pages)
    total = data[book.connection]["totalCount"]
    if total > MOST_ROWS:
        return await book.refused(request, form, told, _problem("too_many", told))
    try:
        export = await rows.begin(told.actor, address, f"{book.words}.title", f"{book.name(form)}.{kind}", kind, total)
    except rows.Busy:
        return await book.refused(request, form, told, _problem("busy", told))
    await _waited(_started(export, Order(book, form, told, pages, first)))
    return desk.to(request, f"/work/exports/{encode('Export', export.id)}")


def _problem(name: str, told: Context) -> desk.Problem:
    return desk.said(f"export.{name}", told, "since", days=MOST_DAYS, rows=MOST_ROWS, most=rows.MOST_AT_ONCE)


def _started(export: rows.Export, order: Order) -> asyncio.Task[None]:
    task = asyncio.create_task(_made(export, order), name=f"export {export.id}")
    _makers.add(task)  # the loop itself keeps no task alive
    task.add_done_callback(_makers.discard)
    return task


async def _waited(task: asyncio.Task[None]) -> None:
    await asyncio.wait({task}, timeout=PATIENCE)


async def _made(export: rows.Export, order: Order) -> None:
    """Make a file to its end, or note why not."""
    try:
        await _written(export, order)
    except (HTTPException, NotSignedIn):
        await rows.fail(export, "gone")
    except Away:
        await _failed(export, "away")
    except Exception as error:
        log.error("an export failed\n%s", where(error))
        await _failed(export, "fault")


async def _failed(export: rows.Export, reason: str) -> None:
    """With the database still away nothing can be noted: the silence will tell."""
    try:
        await rows.fail(export, reason)
    except Exception:
        log.warning("an export failed, and that could not be noted: %s", reason)


async def _written(export: rows.Export, order: Order) -> None:
    """Row by row, in a thread; whoever waits is told how far it is, and nothing is made for a session that has ended."""
    speech, book, loop = order.told.language, order.book, asyncio.get_running_loop()
    file = CsvFile(book.heads(speech)) if export.kind == "csv" else XlsxFile(text(f"{book.words}.title", speech), book.heads(speech))
    done, told_at = 0, loop.time()
    async for nodes in _read(order):
        await to_thread.run_sync(_add, file, book, nodes, order)
        done += len(nodes)
        if loop.time() >= told_at + PAUSE:
            told_at = loop.time()
            if not await rows.stir(export, done):
                return
    await rows.finish(export, await to_thread.run_sync(file.content), done)


async def _read(order: Order) -> AsyncIterator[list[Row]]:
    yield order.first
    async for nodes, _ in order.pages:
        yield nodes


def _add(file: CsvFile | XlsxFile, book: Logbook, nodes: list[Row], order: Order) -> None:
    file.add([list(book.cells(row, order.told.language)) for row in nodes])


async def stopped() -> None:
    """When the process stops, what it was making stops with it, before the connection that it uses."""
    for task in _makers.copy():
        task.cancel()
    await asyncio.gather(*_makers, return_exceptions=True)


async def file(request: Request) -> Response:
    """The file itself, for the session that asked for it; nobody keeps it on the way."""
    visit = await session.visit(request)
    if visit.actor.role is None:
        return to_sign_in(request)
    found = await rows.Export.visible_to(visit.actor).get_or_none(id=_key(request))
    if found is None or found.content is None:
        raise HTTPException(404)
    heads = {"Content-Disposition": f'attachment; filename="{found.saved_as}"', "Cache-Control": "no-store"}
    return Response(found.content, media_type=TYPES[found.kind], headers=heads | {"X-Content-Type-Options": "nosniff"})


async def _own(request: Request, told: Context) -> rows.Export:
    if told.actor.role is None:
        raise NotSignedIn
    found = await rows.Export.visible_to(told.actor).only(*rows.WITHOUT_CONTENT).get_or_none(id=_key(request))
    if found is None:
        raise HTTPException(404)
    return found


def _key(request: Request) -> object:
    try:
        return decode(request.path_params["id"], "Export")
    except Invalid:
        raise HTTPException(404) from None


PAGES: list[Page | Action] = [
    page("/work/registers", "registers/index"),
    page(PATH, "export/show", fragments=("progress",)),
]
FILES = [
    *(route for path, book in BOOKS.items() for route in desk.posted(f"{path}/export", path, partial(order, book))),
    *desk.posted(f"{PATH}/again", PATH, again),
    Route("/{language:language}" + f"{PATH}/file", file, methods=["GET"]),
]
