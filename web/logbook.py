"""A journal or register of a clinic: on the screen by pages, and every row of what was asked on paper and as a file.

Personal data are in every row, so a journal of days is given for a month at most, and what is given is kept by nobody on the way.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.context import Context, context
from models import clock
from models.database import Away
from models.law import Language
from models.spreadsheet import Cell
from models.texts import text
from web import alone, desk, errors, render
from web.document import Document, NotSignedIn
from web.form import Form
from web.signed_out import to_sign_in

MOST_DAYS = 31
MOST_PRINTED, MOST_ROWS = 10_000, 100_000  # on paper, and in a file, which is made in the background
PRINTED_AT_ONCE = 100
Row = dict[str, Any]
Give = Callable[[Request, Form, Context], Awaitable[Response]]
Refuse = Callable[[Request, Form, Context, desk.Problem], Awaitable[Response]]


class NotGiven(Exception):
    """The period is missing or too long, or has too many rows; the words say which."""


@dataclass(frozen=True)
class Logbook:
    """What is one logbook's own.

    `path` is its page, and `sheet` the template for paper; `words` is where its title and refusals stand. `rows` asks for a page of its
    rows, under `connection`, by the filters `asks`. One that is `bounded` is of a period. `refused` is its page with a problem; `asked`
    may complete what was asked; `on_paper` adds to the sheet.
    """

    path: str
    sheet: str
    words: str
    saved_as: str
    rows: Document
    connection: str
    asks: tuple[str, ...]
    heads: Callable[[Language], list[str]]
    cells: Callable[[Row, Language], Iterable[Cell]]
    refused: Refuse
    asked: Callable[[Form], Form] = lambda form: form
    on_paper: Callable[[list[Row], Language], dict[str, object]] = lambda rows, speech: {"rows": rows}
    bounded: bool = True

    def routes(self) -> list[Route]:
        """The sheet, beside the page."""
        return [Route("/{language:language}" + self.path + "/print", self.answering(self._sheet), methods=["GET"])]

    def answering(self, give: Give) -> Callable[[Request], Awaitable[Response]]:
        """A route that gives the logbook in some form; a stranger is to sign in, a database that is away is told."""

        async def answer(request: Request) -> Response:
            told, form = await alone.told(request), self.asked(Form.of(request.query_params.multi_items()))
            try:
                return await self.told(request, form, told, give)
            except NotSignedIn:
                return to_sign_in(request)
            except Away:
                return await errors.away(render.environment(), request, form)

        return answer

    async def told(self, request: Request, form: Form, told: Context, give: Give) -> Response:
        """What was asked; what cannot be given is told on the page of the logbook."""
        try:
            return await give(request, form, told)
        except NotGiven as why:
            problem = desk.said(f"{self.words}.{why}", told, "since", days=MOST_DAYS, rows=MOST_PRINTED)
            return await self.refused(request, form, told, problem)

    def address(self, form: Form) -> str:
        """The page with what was asked of it; nothing in it names a person."""
        pairs = [(name, value) for name in self.asks for value in form.values.get(name, []) if value]
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def name(self, form: Form) -> str:
        """The name of a file: by its period, or by the day on which it was taken."""
        days = period(form) if self.bounded else given(form) or [clock.today()]
        return "-".join([self.saved_as, *(one.isoformat() for one in days)])

    def check(self, form: Form) -> None:
        """A journal of days is given for a period, a month at most (`NotGiven`); a register may be given as it stands."""
        days = period(form) if self.bounded else given(form)
        if self.bounded and (days[1] - days[0]).days >= MOST_DAYS:
            raise NotGiven("long_period")

    async def pages(self, form: Form, told: Context, size: int) -> AsyncIterator[tuple[list[Row], dict[str, Any]]]:
        """Every row of what was asked, so many at a time, by the same query as any other reader's: each leaves its line.

        The first page says how many there are (`totalCount`).
        """
        kept = {name: values for name, values in form.values.items() if name in self.asks}
        asked = Form(kept | {"first": [str(size)], "counted": ["true"]})
        while True:
            # Each page is a request of its own: what one has loaded is of no use to the next, and would be kept to the end.
            data = await self.rows.page_data(asked, context(told.actor, told.language, told.request_id))
            found = data[self.connection]
            yield found["nodes"], data
            if not found["pageInfo"]["hasNextPage"]:
                return
            asked = replace(asked, values=asked.values | {"after": [found["pageInfo"]["endCursor"]], "counted": ["false"]})

    async def _sheet(self, request: Request, form: Form, told: Context) -> Response:
        rows, clinic = await self._whole(form, told)
        data = {"clinic": clinic, "since": form.last("since"), "until": form.last("until")} | self.on_paper(rows, told.language)
        data["back"] = self.address(form)
        return await alone.shown(request, self.sheet, f"{self.path}/print", data=data)

    async def _whole(self, form: Form, told: Context) -> tuple[list[Row], dict[str, Any]]:
        """Every row for paper, and the clinic."""
        self.check(form)
        rows, clinic = list[Row](), dict[str, Any]()
        async for nodes, data in self.pages(form, told, PRINTED_AT_ONCE):
            rows += nodes
            clinic = data["me"]["clinic"]
            if len(rows) > MOST_PRINTED:
                raise NotGiven("too_many")
        return rows, clinic


def in_both(key: str) -> str:
    """A title as official forms bear it: in both languages of the state."""
    return " / ".join(text(key, one) for one in (Language.KK, Language.RU))


def asked_rightly(form: Form, completed: Callable[[Form], Form] = lambda form: form) -> Form:
    """What was asked, or, when its days are no period, what is asked when nothing is."""
    try:
        given(form)
    except NotGiven:
        return completed(Form())
    return form


def period(form: Form) -> tuple[date, date]:
    """The first day and the last, both given and in this order; otherwise `NotGiven`."""
    days = given(form)
    if len(days) < 2:
        raise NotGiven("no_period")
    return days[0], days[1]


def given(form: Form) -> list[date]:
    """The days of a period that were given, in their order; what is no day, or stands in the wrong order, is `NotGiven`."""
    try:
        days = [date.fromisoformat(form.last(name).strip()) for name in ("since", "until") if form.last(name).strip()]
    except ValueError:
        raise NotGiven("no_period") from None
    if days != sorted(days):
        raise NotGiven("no_period")
    return days
