"""The journal of preliminary appointments on paper and as a file: the filters of the page, every row of the period."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime
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
from web.document import NotSignedIn, load
from web.form import Form
from web.site import to_sign_in

Made = Callable[[Request, list[dict[str, Any]], dict[str, Any], Language], Awaitable[Response]]
JOURNAL, ROWS = (load((render.FOLDER,), name, None) for name in ("appointment_work/journal", "appointment_work/print"))
PATH = "/work/appointments"
MOST_DAYS, MOST_ROWS = 31, 10_000
# The columns of the journal: one datum in each, in the order of its form.
COLUMNS = (
    "number", "recorded_at", "channel", "name", "iin", "born", "phone", "address", "site", "specialty", "doctor", "room", "visit",
    "reason", "referral", "recorded_by", "arrival", "cancelled_by", "cancelled_at", "cancel_reason",
)  # fmt: skip


class NotPrinted(Exception):
    """The period is missing or too long, or has too many rows; the words say which."""


async def printed(request: Request) -> Response:
    """The whole period on one page, for paper."""
    return await _answered(request, _sheet)


async def csv(request: Request) -> Response:
    """The whole period as a CSV file."""
    return await _answered(request, _csv)


async def xlsx(request: Request) -> Response:
    """The whole period as an Excel file."""
    return await _answered(request, _xlsx)


async def _answered(request: Request, made: Made) -> Response:
    """The rows of the period in some form; what cannot be given is told on the page of the journal, with the filters as they were."""
    told, form = await alone.told(request), Form.of(request.query_params.multi_items())
    try:
        rows, clinic = await _collected(form, told)
        return await made(request, rows, clinic, told.language)
    except NotSignedIn:
        return to_sign_in(request)
    except Away:
        return await errors.away(render.environment(), request, form)
    except NotPrinted as why:
        problem = desk.said(f"appointment_work.journal.{why}", told, "since", days=MOST_DAYS, rows=MOST_ROWS)
        data = await JOURNAL.page_data(form, told)
        return await alone.shown(request, "appointment_work/journal", PATH, 422, data=data, problems=[problem])


async def _collected(form: Form, told: Context) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Every row of the period, a hundred at a time, by the same query as any other reader's: each leaves its line."""
    _period(form)
    rows: list[dict[str, Any]] = []
    after: str | None = None
    while True:
        asked = Form(form.values | {"after": [after]}) if after else form
        data = await ROWS.page_data(asked, told)
        found = data["appointments"]
        rows += found["nodes"]
        if len(rows) > MOST_ROWS:
            raise NotPrinted("too_many")
        if not found["pageInfo"]["hasNextPage"]:
            return rows, data["me"]["clinic"]
        after = found["pageInfo"]["endCursor"]


def _period(form: Form) -> None:
    """The days of the journal, both given, not more than a month apart; otherwise `NotPrinted`."""
    try:
        since, until = (date.fromisoformat(form.last(name).strip()) for name in ("since", "until"))
    except ValueError:
        raise NotPrinted("no_period") from None
    if not 0 <= (until - since).days < MOST_DAYS:
        raise NotPrinted("long_period")


def heads(speech: Language) -> list[str]:
    """The columns in words."""
    return [text(f"appointment_work.column.{one}", speech) for one in COLUMNS]


def cells(row: dict[str, Any], speech: Language) -> Iterator[Cell]:
    """One appointment as a row of the journal."""
    patient, referral = row["patient"], row["referral"] or {"number": ""}
    yield row["number"]
    yield datetime.fromisoformat(row["submittedAt"])
    yield text(f"law.channel.{row['channel']}", speech)
    yield from (patient["fullName"], patient["iin"], date.fromisoformat(patient["birthDate"]), row["phone"])
    yield patient["address"]["line"]
    yield row["site"]["number"] if row["site"] else None
    yield from (row["specialtyText"], row["doctor"]["fullName"], row["room"])
    yield datetime.fromisoformat(row["startsAt"])
    yield from (row["reasonText"], referral["number"], row["recordedBy"] or text(f"law.channel.{row['channel']}", speech))
    yield arrival(row)
    yield text(f"law.role.{row['cancelledBy']}", speech) if row["cancelledBy"] else ""
    yield datetime.fromisoformat(row["cancelledAt"]) if row["cancelledAt"] else None
    yield row["cancelReason"]


def arrival(row: dict[str, Any]) -> str:
    """The mark of arrival: when the person came, or that nobody came or nobody marked it; empty before the visit."""
    if row["arrivedAt"] and row["state"] != "NO_SHOW":
        return f"{datetime.fromisoformat(row['arrivedAt']):%d.%m.%Y %H:%M}"
    return str(row["stateText"]) if row["state"] in ("NO_SHOW", "PASSED") else ""


async def _sheet(request: Request, rows: list[dict[str, Any]], clinic: dict[str, Any], speech: Language) -> Response:
    data = {"rows": rows, "clinic": clinic}
    return await alone.shown(request, "appointment_work/print", f"{PATH}/print", data=data)


async def _csv(request: Request, rows: list[dict[str, Any]], clinic: dict[str, Any], speech: Language) -> Response:
    content = await to_thread.run_sync(lambda: csv_file(heads(speech), [list(cells(row, speech)) for row in rows]))
    return _file(content, CSV_TYPE, request, "csv")


async def _xlsx(request: Request, rows: list[dict[str, Any]], clinic: dict[str, Any], speech: Language) -> Response:
    title = text("appointment_work.journal.title", speech)
    content = await to_thread.run_sync(lambda: xlsx_file(title, heads(speech), [list(cells(row, speech)) for row in rows]))
    return _file(content, XLSX_TYPE, request, "xlsx")


def _file(content: bytes, kind: str, request: Request, ending: str) -> Response:
    """A file to be saved, named by its period; personal data are kept by nobody on the way."""
    name = "journal-" + "-".join(request.query_params.get(one, "").strip() for one in ("since", "until"))
    heads = {"Content-Disposition": f'attachment; filename="{name}.{ending}"', "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=heads | {"X-Content-Type-Options": "nosniff"})


FILES = [
    Route("/{language:language}" + PATH + "/print", printed, methods=["GET"]),
    Route("/{language:language}" + PATH + ".csv", csv, methods=["GET"]),
    Route("/{language:language}" + PATH + ".xlsx", xlsx, methods=["GET"]),
]
