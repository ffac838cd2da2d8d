"""The register of requests for attachment and the attached population: registers of how things stand now, on paper and as files."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

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

REGISTER, REGISTERED, ATTACHED, PRINTED = (
    load((render.FOLDER,), name, None) for name in ("work/register", "registers/requests", "work/people", "registers/people")
)
# The columns of both registers, one datum in each.
OF_REQUESTS = (
    "number", "submitted_at", "channel", "name", "iin", "born", "phone", "address", "ground", "site", "doctor", "state", "due",
    "decided_at", "effective_on", "ended_on", "remarks",
)  # fmt: skip
OF_PEOPLE = ("name", "iin", "born", "age", "address", "phone", "site", "doctor", "effective_on", "number")
ASKED = ("since", "until", "state", "channel", "open", "overdue")


def heads(columns: tuple[str, ...], speech: Language) -> list[str]:
    """The columns in words."""
    return [text(f"registers.column.{one}", speech) for one in columns]


def shown(columns: tuple[str, ...], rows: list[Row], speech: Language) -> list[Row]:
    """Rows for paper: the cells by the names of their columns."""
    cells = {OF_REQUESTS: of_request, OF_PEOPLE: of_person}[columns]
    return [dict(zip(columns, cells(row, speech), strict=True)) for row in rows]


def of_request(row: Row, speech: Language) -> Iterator[Cell]:
    """One request as a line of the register."""
    yield from (row["number"], _moment(row["submittedAt"]), text(f"law.channel.{row['channel']}", speech))
    yield from (row["patient"]["fullName"], row["patient"]["iin"], _day(row["patient"]["birthDate"]), row["phone"])
    yield from (row["address"]["line"], row["groundText"], *_served(row), row["stateText"])
    yield from (_moment(row["due"]["at"]) if row["due"] else None, _moment(row["decidedAt"]))
    yield from (_day(row["effectiveOn"]), _day(row["endedOn"]), remarks(row, speech))


def of_person(row: Row, speech: Language) -> Iterator[Cell]:
    """One attached person as a line of the register."""
    patient = row["patient"]
    yield from (patient["fullName"], patient["iin"], _day(patient["birthDate"]), patient["age"], row["address"]["line"], row["phone"])
    yield from (*_served(row), _day(row["effectiveOn"]), row["number"])


def remarks(row: Row, speech: Language) -> str:
    """What the register must not conceal: why it was refused or ended, an address outside the zone, an answer that is late."""
    late = text("registers.late", speech) if row["due"] and row["due"]["overdue"] else ""
    outside = text("registers.outside", speech) if row["outsideZone"] else ""
    refused = row["refusal"]["text"] if row["refusal"] else ""
    return "; ".join(filter(None, (refused, row["detachmentText"], outside, late)))


def _served(row: Row) -> tuple[Cell, Cell]:
    """The site and the doctor, where they are named."""
    return row["site"]["number"] if row["site"] else None, row["doctor"]["fullName"] if row["doctor"] else ""


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


async def _requests_refused(request: Request, form: Form, told: Context, problem: desk.Problem) -> Response:
    """The register of requests with a problem, the filters as they were, unless they are no period."""
    rightly = asked_rightly(form)
    data, query = await REGISTER.page_data(rightly, told), {name: rightly.last(name) for name in ASKED if rightly.last(name)}
    return await alone.shown(request, "work/register", REQUESTS.path, 422, data=data, problems=[problem], query=query)


async def _people_refused(request: Request, form: Form, told: Context, problem: desk.Problem) -> Response:
    """The attached population with a problem."""
    data, query = await ATTACHED.page_data(form, told), {"doctor": form.last("doctor")}
    return await alone.shown(request, "work/people", PEOPLE.path, 422, data=data, problems=[problem], query=query)


def _on_paper(columns: tuple[str, ...], name: str, rows: list[Row], speech: Language) -> dict[str, object]:
    """The sheet bears its title in both languages of the state."""
    return {"rows": shown(columns, rows, speech), "columns": columns, "title": in_both(f"api.logbook.{name}"), "name": name}


REQUESTS = Logbook(
    path="/work/attachments", sheet="registers/requests", words="registers.requests", saved_as="attachments", rows=REGISTERED,
    connection="attachments", asks=ASKED, heads=partial(heads, OF_REQUESTS), cells=of_request, refused=_requests_refused,
    on_paper=partial(_on_paper, OF_REQUESTS, "ATTACHMENTS"), bounded=False,
)  # fmt: skip
PEOPLE = Logbook(
    path="/work/people", sheet="registers/people", words="registers.people", saved_as="people", rows=PRINTED,
    connection="attachments", asks=("doctor",), heads=partial(heads, OF_PEOPLE), cells=of_person, refused=_people_refused,
    on_paper=partial(_on_paper, OF_PEOPLE, "PEOPLE"), bounded=False,
)  # fmt: skip
FILES = [*REQUESTS.routes(), *PEOPLE.routes()]
