"""The call log: a day or a span of it on the screen, on paper and as files, with the calls of every channel and of every end."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime
from typing import Any

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.context import Context
from models import clock
from models.database import Away
from models.law import Language, Role
from models.settings import settings
from models.spreadsheet import CSV_TYPE, XLSX_TYPE, Cell, csv_file, xlsx_file
from models.texts import text
from web import alone, desk, errors, language, render
from web.document import NotSignedIn, load
from web.form import Form
from web.page import Action, Page
from web.site import to_sign_in

Rows = list[dict[str, Any]]
Made = Callable[[Request, Form, Context], Awaitable[Response]]
PATH = "/work/calls/log"
LOG = load((render.FOLDER,), "home_visit_log/log", None)
ROWS = load((render.FOLDER,), "home_visit_log/print", None)
READERS = (Role.REGISTRAR, Role.HEAD)
MOST_DAYS, MOST_ROWS = 31, 10_000
# The columns of the log (domain of the form: its usual columns), one datum in each; the two last are the doctor's and ours.
COLUMNS = (
    "number", "called_at", "name", "birth_year", "age", "address", "entrance", "floor", "intercom", "phone", "site", "reason", "kind",
    "channel", "received_by", "assigned_to", "window", "done_at", "visited_by", "diagnosis", "help", "outcome", "signature", "remarks",
)  # fmt: skip


class NotShown(Exception):
    """The span is wrong or too long, or has too many rows; the words say which."""


async def log(request: Request) -> Response:
    """The calls of a day or a span, as it is asked; of today when nothing is."""
    return await _answered(request, _page)


async def printed(request: Request) -> Response:
    """The whole span on one page, for paper."""
    return await _answered(request, _sheet)


async def csv(request: Request) -> Response:
    """The whole span as a CSV file."""
    return await _answered(request, _csv)


async def xlsx(request: Request) -> Response:
    """The whole span as an Excel file."""
    return await _answered(request, _xlsx)


async def _answered(request: Request, made: Made) -> Response:
    """The log in some form, for those who keep it; what cannot be given is told on its page."""
    told, form = await alone.told(request), Form.of(request.query_params.multi_items())
    try:
        if told.actor.role is None:
            raise NotSignedIn
        if told.actor.role not in READERS:
            raise HTTPException(403)
        return await made(request, _spanned(form), told)
    except NotSignedIn:
        return to_sign_in(request)
    except Away:
        return await errors.away(render.environment(), request, form)
    except NotShown as why:
        problem = desk.said(f"home_visit_log.{why}", told, "since", days=MOST_DAYS, rows=MOST_ROWS)
        return await _page(request, _spanned(Form()), told, 422, problems=[problem])


def _spanned(form: Form) -> Form:
    """What is asked with both days of the span: one day alone is a whole span, none is today."""
    since, until = (form.last(name).strip() for name in ("since", "until"))
    first = since or until or clock.today().isoformat()
    return Form(form.values | {"since": [first], "until": [until or first]})


def _days(form: Form) -> list[date]:
    """The first and the last day; `NotShown` when they are none."""
    try:
        since, until = (date.fromisoformat(form.last(name)) for name in ("since", "until"))
    except ValueError:
        raise NotShown("no_span") from None
    if since > until:
        raise NotShown("no_span")
    return [since, until]


async def _page(request: Request, form: Form, told: Context, status: int = 200, **values: object) -> Response:
    _days(form)
    data = await LOG.page_data(form, told)
    rows = shown(data["homeVisits"]["nodes"], told.language)
    asked = {name: form.last(name) for name in ("since", "until", "channel", "state", "doctor")}
    return await alone.shown(request, "home_visit_log/log", PATH, status, data=data, rows=rows, asked=asked, **values)


async def _collected(form: Form, told: Context) -> tuple[Rows, dict[str, Any]]:
    """Every row of the span, a hundred at a time, by the same query as any other reader's: each leaves its line."""
    since, until = _days(form)
    if (until - since).days >= MOST_DAYS:
        raise NotShown("long_span")
    rows: Rows = []
    asked = Form({name: values for name, values in form.values.items() if name != "after"})
    while True:
        data = await ROWS.page_data(asked, told)
        rows += data["homeVisits"]["nodes"]
        if len(rows) > MOST_ROWS:
            raise NotShown("too_many")
        if not data["homeVisits"]["pageInfo"]["hasNextPage"]:
            return rows, data["me"]["clinic"]
        asked = Form(asked.values | {"after": [data["homeVisits"]["pageInfo"]["endCursor"]]})


def heads(speech: Language) -> list[str]:
    """The columns in words."""
    return [text(f"home_visit_log.column.{one}", speech) for one in COLUMNS]


def shown(rows: Rows, speech: Language) -> Rows:
    """Rows for a page: the cells by the names of their columns, and the call behind them."""
    return [dict(zip(COLUMNS, cells(row, speech), strict=True)) | {"id": row["id"], "state": row["state"]} for row in rows]


def cells(row: dict[str, Any], speech: Language) -> Iterator[Cell]:
    """One call as a line of the log."""
    patient, address, doctor = row["patient"], row["address"], (row["doctor"] or {"fullName": ""})["fullName"]
    yield from (row["logNumber"], datetime.fromisoformat(row["submittedAt"]), patient["fullName"])
    yield from (date.fromisoformat(patient["birthDate"]).year, patient["age"])
    yield from (address[part] for part in ("line", "entrance", "floor", "intercom"))
    yield from (row["phone"], row["site"]["number"] if row["site"] else None, reason(row), row["kindText"], row["channelText"])
    yield from (row["recordedBy"] or row["channelText"], doctor, window(row))
    yield datetime.fromisoformat(row["endedAt"]) if row["endedAt"] else None
    yield from (doctor if row["arrivedAt"] else "", row["diagnosis"] or "", row["helpGiven"] or "", outcome(row, speech), "")
    yield remarks(row, speech)


def reason(row: dict[str, Any]) -> str:
    """Why the doctor was called: signs of danger, indications, then the person's own words."""
    return "; ".join([*(one["text"] for one in [*row["dangerSigns"], *row["indications"]]), *([row["words"]] if row["words"] else [])])


def window(row: dict[str, Any]) -> str:
    """The day and hours that the patient was told."""
    if row["window"] is None:
        return ""
    since, until = (clock.local(datetime.fromisoformat(row["window"][one])) for one in ("since", "until"))
    return f"{since:%d.%m.%Y %H:%M}–{until:%H:%M}"


def outcome(row: dict[str, Any], speech: Language) -> str:
    """How the visit ended; otherwise how the call ended or where it stands, with the ground and the reasons given."""
    if row["outcomeText"]:
        return str(row["outcomeText"])
    number = text("home_visit_log.ambulance", speech, number=row["ambulanceNumber"]) if row["ambulanceNumber"] else ""
    ground = row["refusal"]["text"] if row["refusal"] else row["routeText"]
    handed = number if row["state"] == "HANDED_OVER" else ""
    return ": ".join([row["stateText"], *([why] if (why := "; ".join(filter(None, (ground, handed, row["reasons"])))) else [])])


def remarks(row: dict[str, Any], speech: Language) -> str:
    """What the log must not conceal: a late answer, a missed window, a day that was not met, a door that stayed shut."""
    carried = date.fromisoformat(row["servedByLaw"])
    said = [
        text("home_visit_log.remark.overdue", speech) if row["overdueAt"] else "",
        text("home_visit_log.remark.apologies", speech, n=row["apologies"]) if row["apologies"] else "",
        text("home_visit_log.remark.carried", speech, day=f"{carried:%d.%m.%Y}", reason=row["carryReason"]) if row["carried"] else "",
        text("home_visit_log.remark.attempts", speech, n=row["attempts"]) if row["attempts"] else "",
        text("home_visit_log.remark.outside", speech) if row["outsideZone"] else "",
        text("home_visit_log.ambulance", speech, number=row["ambulanceNumber"]) if row["channel"] == "AMBULANCE" else "",
    ]
    return "; ".join(filter(None, said))


async def _sheet(request: Request, form: Form, told: Context) -> Response:
    rows, clinic = await _collected(form, told)
    title = " / ".join(text("home_visit_log.title", one) for one in (Language.KK, Language.RU))
    values = {
        "rows": shown(rows, told.language), "clinic": clinic, "title": title, "form_code": settings().call_log_form,
        "since": form.last("since"), "until": form.last("until"),
    }  # fmt: skip
    return await alone.shown(request, "home_visit_log/print", f"{PATH}/print", data=values)


async def _csv(request: Request, form: Form, told: Context) -> Response:
    rows, _ = await _collected(form, told)
    content = await to_thread.run_sync(lambda: csv_file(heads(told.language), [list(cells(row, told.language)) for row in rows]))
    return _file(content, CSV_TYPE, form, "csv")


async def _xlsx(request: Request, form: Form, told: Context) -> Response:
    rows, _ = await _collected(form, told)
    title, speech = text("home_visit_log.title", told.language), told.language
    content = await to_thread.run_sync(lambda: xlsx_file(title, heads(speech), [list(cells(row, speech)) for row in rows]))
    return _file(content, XLSX_TYPE, form, "xlsx")


def _file(content: bytes, kind: str, form: Form, ending: str) -> Response:
    """A file to be saved, named by its span; personal data are kept by nobody on the way."""
    name = f"calls-{form.last('since')}-{form.last('until')}.{ending}"
    heads = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=kind, headers=heads)


async def _in_a_language(request: Request) -> Response:
    return RedirectResponse(language.link(language.of(request), request.url.path), 302, {"Vary": "Accept-Language"})


PAGES: list[Page | Action] = []
_OWN = "/{language:language}" + PATH
FILES = [
    Route(_OWN, log, methods=["GET"]),
    Route(PATH, _in_a_language, methods=["GET"]),
    Route(f"{_OWN}/print", printed, methods=["GET"]),
    Route(f"{_OWN}.csv", csv, methods=["GET"]),
    Route(f"{_OWN}.xlsx", xlsx, methods=["GET"]),
]
