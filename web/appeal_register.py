"""The register of appeals of a body on the screen, on paper and as files; the register in figures; the authorised body's oversight."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from textwrap import shorten
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from models import clock
from models.law import Language, Role
from models.spreadsheet import Cell
from models.texts import text
from web import alone, desk, render
from web.document import load
from web.form import Form
from web.logbook import MOST_DAYS, MOST_PRINTED, Logbook, NotGiven, Row, asked_rightly, in_both, period
from web.page import Action, Page

REGISTER, FIGURES, OVERSIGHT = "/work/appeals/register", "/work/appeals/figures", "/work/oversight"
LOG, ROWS, NUMBERS, CLINICS, ABOUT = (
    load((render.FOLDER,), name, None)
    for name in (
        "appeal_register/log", "appeal_register/print", "appeal_register/figures", "appeal_register/oversight", "appeal_register/about",
    )
)  # fmt: skip
# The columns of a journal of appeals, one datum in each.
COLUMNS = (
    "line", "number", "received_at", "registered_on", "name", "iin", "address", "channel", "kind", "subject", "essence", "about",
    "received_by", "executor", "due_on", "extended_to", "sent_on", "result", "ended_at", "answered_at", "answer_way", "remarks",
)  # fmt: skip
ASKED = ("since", "until", "kind", "state", "subject", "channel", "overdue", "clinic")
SHORT = 250


def _asked(form: Form) -> Form:
    """What is asked with both days of the period: one day alone is a whole period, none is this month."""
    since, until = (form.last(name).strip() for name in ("since", "until"))
    first, last = (since or until, until or since) if since or until else map(date.isoformat, month(clock.today()))
    return Form(form.values | {"since": [first], "until": [last]})


def month(day: date) -> tuple[date, date]:
    """The first day of a day's month and its last."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=MOST_DAYS)).replace(day=1) - timedelta(days=1)


def _near(form: Form) -> dict[str, tuple[str, str]]:
    """The month before the period, this one, and the month after the period: for links from one month to another."""
    since, until = period(form)
    days = {"before": since.replace(day=1) - timedelta(days=1), "this": clock.today(), "after": month(until)[1] + timedelta(days=1)}
    spans = {name: month(day) for name, day in days.items()}
    return {name: (first.isoformat(), last.isoformat()) for name, (first, last) in spans.items()}


def _values(form: Form) -> dict[str, Any]:
    """What was asked, the months beside it, and whether the period is too long for paper and files."""
    since, until = period(form)
    long = MOST_DAYS if (until - since).days >= MOST_DAYS else 0
    return {"asked": {name: form.last(name) for name in ASKED}, "near": _near(form), "long": long}


async def _page(request: Request, form: Form, told: Context, status: int = 200, **values: Any) -> Response:
    """The register of a period, as it is asked; of this month when nothing is."""
    period(form)
    data = await LOG.page_data(form, told)
    rows = shown(data["appealRegister"]["nodes"], told.language)
    about = await ABOUT.page_data(form, told) if form.last("clinic") else None
    return await alone.shown(
        request, "appeal_register/log", REGISTER, status, data=data, rows=rows, about=about, **_values(form), **values
    )  # fmt: skip


async def _refused(request: Request, form: Form, told: Context, problem: desk.Problem) -> Response:
    """The register with a problem, as it was asked; of this month, when that was no period."""
    return await _page(request, asked_rightly(form, _asked), told, 422, problems=[problem])


async def _figures(request: Request, form: Form, told: Context) -> Response:
    """The register in figures, over a period."""
    return await _counted(request, form, told, "figures", FIGURES)


async def _oversight(request: Request, form: Form, told: Context) -> Response:
    """All clinics of the authorised body in figures, over a period."""
    return await _counted(request, form, told, "oversight", OVERSIGHT)


async def _counted(request: Request, form: Form, told: Context, name: str, path: str) -> Response:
    """Figures of a period; of this month with a problem, when the period is none."""
    problems = _no_period(form, told)
    asked = _asked(Form()) if problems else form
    data = await {"figures": NUMBERS, "oversight": CLINICS}[name].page_data(asked, told)
    status = 422 if problems else 200
    return await alone.shown(request, f"appeal_register/{name}", path, status, data=data, problems=problems, **_values(asked))


def _no_period(form: Form, told: Context) -> list[desk.Problem]:
    try:
        period(form)
    except NotGiven as why:
        return [desk.said(f"appeal_register.{why}", told, "since", days=MOST_DAYS, rows=MOST_PRINTED)]
    return []


def heads(speech: Language) -> list[str]:
    """The columns in words."""
    return [text(f"appeal_register.column.{one}", speech) for one in COLUMNS]


def shown(rows: list[Row], speech: Language) -> list[Row]:
    """Rows for a page: the cells by the names of their columns, and the appeal behind them."""
    return [dict(zip(COLUMNS, cells(row, speech), strict=True)) | {"id": row["id"], "late": _late(row)} for row in rows]


def _late(row: Row) -> bool:
    """Whether the figures count an appeal as late."""
    return bool(row["lapsedAt"] or (row["state"] == "FORWARDED" and row["forwardingLateAt"]))


def cells(row: Row, speech: Language) -> Iterator[Cell]:
    """One appeal as a line of the register."""
    receipt, extension, decision = row["receipt"], row["extension"], row["decision"] or {}
    answered = decision.get("answeredAt")
    yield from (receipt["line"], row["number"], _moment(row["submittedAt"]), date.fromisoformat(receipt["registeredOn"]))
    yield from (row["name"] or text("appeal_work.column.anonymous", speech), row["iin"] or row["bin"], row["postalAddress"])
    yield from (row["channelText"], kind(row["kindText"]), row["subjectText"], shorten(row["essence"], SHORT, placeholder=" …"), about(row))
    yield from (f"{receiver(row, speech)}, {receipt['position']}", row["executor"])
    yield from (date.fromisoformat(row["firstDueOn"]), date.fromisoformat(extension["until"]) if extension else None)
    yield from (sent_on(row), decision.get("text") or row["stateText"], _moment(row["endedAt"]), _moment(answered))
    yield from (": ".join(filter(None, (row["answerByText"], decision["answerNote"]))) if answered else "", remarks(row, speech))


def receiver(row: Row, speech: Language) -> str:
    """Whoever received it: on the portal the system, by the name of this site."""
    return text("common.name", speech) if row["receivedRole"] == Role.SYSTEM else str(row["receipt"]["receiver"])


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def kind(words: str) -> str:
    """The official word for a kind, without what explains it to the person who chooses."""
    return words.partition(":")[0]


def about(row: Row) -> str:
    """What it is about: at the authorised body the clinic whose act it is, the case, and who is complained about, in the person's words."""
    clinic = row["clinic"]["name"] if row["body"]["kind"] == "AUTHORITY" else ""
    return "; ".join(filter(None, (clinic, f"№ {row['aboutNumber']}" if row["aboutNumber"] else "", row["complainedOf"])))


def sent_on(row: Row) -> str:
    """Where it was sent on, when and under which number there."""
    return "; ".join(f"{one['body']}, {_day(one['at'])}, № {one['number']}" for one in row["forwardings"])


def remarks(row: Row, speech: Language) -> str:
    """What the register must not conceal: the term that ran out, every late step, an answer that nobody has sent, a late complaint."""
    decision = row["decision"] or {}
    late = {name: row[f"{name}LateAt"] for name in ("registration", "forwarding", "notice", "case")}
    unsent = row["state"] == "DECIDED" and not decision.get("answeredAt")
    said = [
        _said("lapsed", speech, day=_day(row["lapsedAt"])) if row["lapsedAt"] else "",
        *(_said(name, speech, day=_day(at)) for name, at in late.items() if at),
        _said("unsent", speech) if unsent else "",
        _said(f"complaint_{_restored(decision)}", speech) if row["late"] else "",
        *(_said(name, speech) for name in ("oral", "crime", "part") if row[name]),
    ]
    return "; ".join(filter(None, said))


def _restored(decision: Mapping[str, Any]) -> str:
    """What was decided of the missed term of a complaint."""
    return {True: "restored", False: "not_restored"}.get(decision.get("restored"), "late")  # type: ignore[arg-type]


def _said(name: str, speech: Language, **values: object) -> str:
    return text(f"appeal_register.remark.{name}", speech, **values)


def _day(value: str) -> str:
    return f"{clock.local(datetime.fromisoformat(value)):%d.%m.%Y}"


def _on_paper(rows: list[Row], speech: Language) -> dict[str, object]:
    """The sheet bears its title in both languages of the state, and the name of the body that has the register."""
    return {"rows": shown(rows, speech), "title": in_both("appeal_register.title")} | ({"clinic": rows[0]["body"]} if rows else {})



LOGBOOK = Logbook(
    path=REGISTER, sheet="appeal_register/print", words="appeal_register", saved_as="appeals", rows=ROWS, connection="appealRegister",
    asks=ASKED, heads=heads, cells=cells, refused=_refused, asked=_asked, on_paper=_on_paper,
)  # fmt: skip
GIVEN = {REGISTER: _page, FIGURES: _figures, OVERSIGHT: _oversight}
PAGES: list[Page | Action] = []
FILES = [
    *(route for path, give in GIVEN.items() for route in alone.in_languages(path, LOGBOOK.answering(give))),
    *LOGBOOK.routes(),
]
