"""The journal of preliminary appointments on paper and as a file: the filters of the page, every row of the period."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from models.law import Language
from models.spreadsheet import Cell
from models.texts import text
from web import alone, desk, render
from web.document import load
from web.form import Form
from web.logbook import Logbook, Row, asked_rightly, in_both

JOURNAL, ROWS = (load((render.FOLDER,), name, None) for name in ("appointment_work/journal", "appointment_work/print"))
PATH = "/work/appointments"
ASKED = ("since", "until", "doctor", "specialty", "state", "patient")
# The columns of the journal: one datum in each, in the order of its form.
COLUMNS = (
    "number", "recorded_at", "channel", "name", "iin", "born", "phone", "address", "site", "specialty", "doctor", "room", "visit",
    "reason", "referral", "recorded_by", "arrival", "cancelled_by", "cancelled_at", "cancel_reason",
)  # fmt: skip


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


async def _refused(request: Request, form: Form, told: Context, problem: desk.Problem) -> Response:
    """The page of the journal with a problem, the filters as they were, unless they are no period."""
    rightly = asked_rightly(form)
    data, query = await JOURNAL.page_data(rightly, told), {name: rightly.last(name) for name in ASKED if rightly.last(name)}
    return await alone.shown(request, "appointment_work/journal", PATH, 422, data=data, problems=[problem], query=query)


def _on_paper(rows: list[Row], speech: Language) -> dict[str, object]:
    """The sheet bears its official title in both languages of the state."""
    return {"rows": rows, "title": in_both("appointment_work.journal.title")}


LOGBOOK = Logbook(
    path=PATH, sheet="appointment_work/print", words="appointment_work.journal", saved_as="journal", rows=ROWS, connection="appointments",
    asks=ASKED, heads=heads, cells=cells, refused=_refused, on_paper=_on_paper,
)  # fmt: skip
FILES = LOGBOOK.routes()
