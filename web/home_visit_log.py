"""The call log: a day or a period of it on the screen, on paper and as files, with the calls of every channel and of every end."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from models import clock
from models.law import Language
from models.settings import settings
from models.spreadsheet import Cell
from models.texts import text
from web import alone, desk, render
from web.document import load
from web.form import Form
from web.logbook import Logbook, Row, asked_rightly, in_both, period
from web.page import Action, Page

PATH = "/work/calls/log"
LOG, ROWS = (load((render.FOLDER,), name, None) for name in ("home_visit_log/log", "home_visit_log/print"))
# The columns of the log (domain of the form: its usual columns), one datum in each; the two last are the doctor's and ours.
COLUMNS = (
    "number", "called_at", "name", "birth_year", "age", "address", "entrance", "floor", "intercom", "phone", "site", "reason", "kind",
    "channel", "received_by", "assigned_to", "window", "done_at", "visited_by", "diagnosis", "help", "outcome", "signature", "remarks",
)  # fmt: skip


ASKED = ("since", "until", "channel", "state", "doctor")


def _asked(form: Form) -> Form:
    """What is asked with both days of the period: one day alone is a whole period, none is today."""
    since, until = (form.last(name).strip() for name in ("since", "until"))
    first = since or until or clock.today().isoformat()
    return Form(form.values | {"since": [first], "until": [until or first]})


async def _page(request: Request, form: Form, told: Context, status: int = 200, **values: Any) -> Response:
    """The calls of a day or a period, as it is asked; of today when nothing is."""
    period(form)
    data = await LOG.page_data(form, told)
    rows = shown(data["callLog"]["nodes"], told.language)
    asked = {name: form.last(name) for name in ASKED}
    return await alone.shown(request, "home_visit_log/log", PATH, status, data=data, rows=rows, asked=asked, **values)


async def _refused(request: Request, form: Form, told: Context, problem: desk.Problem) -> Response:
    """The log with a problem, as it was asked; of today, when that was no period."""
    return await _page(request, asked_rightly(form, _asked), told, 422, problems=[problem])


def heads(speech: Language) -> list[str]:
    """The columns in words."""
    return [text(f"home_visit_log.column.{one}", speech) for one in COLUMNS]


def shown(rows: list[Row], speech: Language) -> list[Row]:
    """Rows for a page: the cells by the names of their columns, and the call behind them."""
    return [dict(zip(COLUMNS, cells(row, speech), strict=True)) | {"id": row["id"], "state": row["state"]} for row in rows]


def cells(row: Row, speech: Language) -> Iterator[Cell]:
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


def reason(row: Row) -> str:
    """Why the doctor was called: signs of danger, indications, then the person's own words."""
    return "; ".join([*(one["text"] for one in [*row["dangerSigns"], *row["indications"]]), *([row["words"]] if row["words"] else [])])


def window(row: Row) -> str:
    """The day and hours that the patient was told."""
    if row["window"] is None:
        return ""
    since, until = (clock.local(datetime.fromisoformat(row["window"][one])) for one in ("since", "until"))
    return f"{since:%d.%m.%Y %H:%M}–{until:%H:%M}"


def outcome(row: Row, speech: Language) -> str:
    """How the visit ended; otherwise how the call ended or where it stands, with the ground and the reasons given."""
    if row["outcomeText"]:
        return str(row["outcomeText"])
    number = text("home_visit_log.ambulance", speech, number=row["ambulanceNumber"]) if row["ambulanceNumber"] else ""
    ground = row["refusal"]["text"] if row["refusal"] else row["routeText"]
    handed = number if row["state"] == "HANDED_OVER" else ""
    return ": ".join([row["stateText"], *([why] if (why := "; ".join(filter(None, (ground, handed, row["reasons"])))) else [])])


def remarks(row: Row, speech: Language) -> str:
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


def _on_paper(rows: list[Row], speech: Language) -> dict[str, object]:
    """The sheet bears its official title in both languages of the state, and the code of the form."""
    return {"rows": shown(rows, speech), "title": in_both("home_visit_log.title"), "form_code": settings().call_log_form}

LOGBOOK = Logbook(
    path=PATH, sheet="home_visit_log/print", words="home_visit_log", saved_as="calls", rows=ROWS, connection="callLog", asks=ASKED,
    heads=heads, cells=cells, refused=_refused, asked=_asked, on_paper=_on_paper,
)  # fmt: skip
PAGES: list[Page | Action] = []
FILES = [
    *alone.in_languages(PATH, LOGBOOK.answering(_page)),
    *LOGBOOK.routes(),
]
