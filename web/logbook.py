"""A logbook of a clinic by days, as the journal of appointments and the call log are: every row of a period, on paper and as a file.

Personal data are in every row, so a period has bounds, and what is given is kept by nobody on the way.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.context import Context
from models.database import Away
from models.law import Language
from models.spreadsheet import CSV_TYPE, XLSX_TYPE, Cell, csv_file, xlsx_file
from models.texts import text
from web import alone, desk, errors, render
from web.document import Document, NotSignedIn
from web.form import Form
from web.site import to_sign_in

MOST_DAYS, MOST_ROWS = 31, 10_000
Row = dict[str, Any]
Give = Callable[[Request, Form, Context], Awaitable[Response]]
Refuse = Callable[[Request, Form, Context, desk.Problem], Awaitable[Response]]


class NotGiven(Exception):
    """The period is missing or too long, or has too many rows; the words say which."""


@dataclass(frozen=True)
class Logbook:
    """What is one logbook's own.

    `path` is its page, and `sheet` the template for paper; `words` is where its title and refusals stand. `rows` asks for a page of its
    rows, under `connection`. `refused` is its page with a problem; `asked` may complete what was asked; `on_paper` adds to the sheet.
    """

    path: str
    sheet: str
    words: str
    saved_as: str
    rows: Document
    connection: str
    heads: Callable[[Language], list[str]]
    cells: Callable[[Row, Language], Iterable[Cell]]
    refused: Refuse
    asked: Callable[[Form], Form] = lambda form: form
    on_paper: Callable[[list[Row], Language], dict[str, object]] = lambda rows, speech: {"rows": rows}

    def routes(self) -> list[Route]:
        """The sheet and the files, beside the page."""
        own = "/{language:language}" + self.path
        given = {"/print": self._sheet, ".csv": self._csv, ".xlsx": self._xlsx}
        return [Route(own + ending, self.answering(give), methods=["GET"]) for ending, give in given.items()]

    def answering(self, give: Give) -> Callable[[Request], Awaitable[Response]]:
        """A route that gives the logbook in some form; a stranger is to sign in, a database that is away is told."""

        async def answer(request: Request) -> Response:
            told, form = await alone.told(request), self.asked(Form.of(request.query_params.multi_items()))
            try:
                return await self._told(request, form, told, give)
            except NotSignedIn:
                return to_sign_in(request)
            except Away:
                return await errors.away(render.environment(), request, form)

        return answer

    async def _told(self, request: Request, form: Form, told: Context, give: Give) -> Response:
        """What was asked; what cannot be given is told on the page of the logbook."""
        try:
            return await give(request, form, told)
        except NotGiven as why:
            problem = desk.said(f"{self.words}.{why}", told, "since", days=MOST_DAYS, rows=MOST_ROWS)
            return await self.refused(request, form, told, problem)

    async def _sheet(self, request: Request, form: Form, told: Context) -> Response:
        rows, clinic = await self._whole(form, told)
        data = {"clinic": clinic, "since": form.last("since"), "until": form.last("until")} | self.on_paper(rows, told.language)
        return await alone.shown(request, self.sheet, f"{self.path}/print", data=data)

    async def _csv(self, request: Request, form: Form, told: Context) -> Response:
        (rows, _), speech = await self._whole(form, told), told.language
        content = await to_thread.run_sync(lambda: csv_file(self.heads(speech), [list(self.cells(row, speech)) for row in rows]))
        return self._saved(content, CSV_TYPE, form, "csv")

    async def _xlsx(self, request: Request, form: Form, told: Context) -> Response:
        (rows, _), speech = await self._whole(form, told), told.language
        title = text(f"{self.words}.title", speech)
        content = await to_thread.run_sync(lambda: xlsx_file(title, self.heads(speech), [list(self.cells(row, speech)) for row in rows]))
        return self._saved(content, XLSX_TYPE, form, "xlsx")

    def _saved(self, content: bytes, kind: str, form: Form, ending: str) -> Response:
        """A file to be saved, named by its period."""
        name = "-".join([self.saved_as, *(one.isoformat() for one in period(form))])
        heads = {"Content-Disposition": f'attachment; filename="{name}.{ending}"', "Cache-Control": "no-store"}
        return Response(content, media_type=kind, headers=heads | {"X-Content-Type-Options": "nosniff"})

    async def _whole(self, form: Form, told: Context) -> tuple[list[Row], dict[str, Any]]:
        """Every row of the period, a page at a time, by the same query as any other reader's: each leaves its line; and the clinic."""
        since, until = period(form)
        if (until - since).days >= MOST_DAYS:
            raise NotGiven("long_period")
        rows: list[Row] = []
        asked = Form({name: values for name, values in form.values.items() if name != "after"})
        while True:
            data = await self.rows.page_data(asked, told)
            found = data[self.connection]
            rows += found["nodes"]
            if len(rows) > MOST_ROWS:
                raise NotGiven("too_many")
            if not found["pageInfo"]["hasNextPage"]:
                return rows, data["me"]["clinic"]
            asked = Form(asked.values | {"after": [found["pageInfo"]["endCursor"]]})


def period(form: Form) -> tuple[date, date]:
    """The first day and the last, both given and in this order; otherwise `NotGiven`."""
    try:
        since, until = (date.fromisoformat(form.last(name).strip()) for name in ("since", "until"))
    except ValueError:
        raise NotGiven("no_period") from None
    if since > until:
        raise NotGiven("no_period")
    return since, until
