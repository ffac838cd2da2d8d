"""Figures: of a clinic, for its head and the body above; and of all clinics for everybody, on a page and as files."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from babel.dates import format_skeleton
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from models import clock
from models.clinic_figures import in_bounds
from models.database import Away
from models.law import Language, Service
from models.law.figures import LONGEST_DAYS, MOST_MONTHS, month, month_after, months_open, opens_on
from models.spreadsheet import CSV_TYPE, Cell, csv_file
from models.texts import text
from web import alone, desk, errors, language, plot, render, session
from web.document import NotSignedIn, load
from web.form import Form
from web.formats import LOCALES
from web.page import Action, Page
from web.signed_out import to_sign_in

CLINIC, OPEN = "/work/figures", "/figures"
OF_CLINIC, OF_ALL = (load((render.FOLDER,), name, None) for name in ("figures/clinic", "figures/open"))
MOST_COLUMNS = 62
COMPLAINTS = "COMPLAINTS"
KEPT = "public, max-age=3600"
FILE_COLUMNS = ("month", "bin", "clinic", "service", "received", "late", "in_term", "running", "refused", "granted")
COUNTED = ("received", "late", "running", "refused", "granted")
Row = dict[str, Any]


async def _clinic(request: Request) -> Response:
    """The clinic's figures of a period: of this month when none is asked."""
    told, form = await alone.told(request), _completed(Form.of(request.query_params.multi_items()))
    try:
        return await _counted(request, form, told)
    except NotSignedIn:
        return to_sign_in(request)
    except Away:
        return await errors.away(render.environment(), request, form)


async def _counted(request: Request, form: Form, told: Context) -> Response:
    """The figures; those of this month with a problem, when the period is none."""
    problems = _no_period(form, told)
    asked = _completed(Form({"clinic": form.values.get("clinic", [])})) if problems else form
    data = await OF_CLINIC.page_data(asked, told)
    asked_for = {name: asked.last(name) for name in ("since", "until", "clinic")}
    return await alone.shown(
        request, "figures/clinic", CLINIC, 422 if problems else 200, data=data, problems=problems, asked=asked_for,
        near=_near(asked), **_drawn(data["clinicFigures"], told.language),
    )  # fmt: skip


def _completed(form: Form) -> Form:
    """What is asked with both days: one day alone is a whole period, none is this month."""
    since, until = (form.last(name).strip() for name in ("since", "until"))
    both = (since or until, until or since) if since or until else _days(clock.today())
    return Form({**form.values, "since": [both[0]], "until": [both[1]]})


def _days(day: date) -> tuple[str, str]:
    """The first and the last day of a day's month."""
    return month(day).isoformat(), (month_after(day) - timedelta(days=1)).isoformat()


def _near(form: Form) -> dict[str, tuple[str, str]]:
    """The month before the period, this one, and the month after the period."""
    since, until = (date.fromisoformat(form.last(name)) for name in ("since", "until"))
    return {"before": _days(month(since) - timedelta(days=1)), "this": _days(clock.today()), "after": _days(month_after(until))}


def _no_period(form: Form, told: Context) -> list[desk.Problem]:
    """What is wrong with a period, if anything is."""
    try:
        since, until = (date.fromisoformat(form.last(name).strip()) for name in ("since", "until"))
        right = in_bounds(since, until) and date.min + timedelta(days=62) < since and until < date.max - timedelta(days=62)
    except ValueError:
        right = False
    return [] if right else [desk.said("figures.no_period", told, "since", days=LONGEST_DAYS)]


def _drawn(found: Mapping[str, Any], speech: Language) -> dict[str, Any]:
    """The figures with their places on the page."""
    services = [
        {**one, "pieces": plot.bar([part["number"] for part in one["terms"]]), "median": _lasted(one["medianMinutes"] or 0, speech)}
        for one in found["services"]
    ]
    loads = [("received." + one["service"], [day["received"][n] for day in found["days"]]) for n, one in enumerate(services)]
    loads += [(name, [day[name] for day in found["days"]]) for name in ("held", "served")]
    spans = plot.spans(len(found["days"]), MOST_COLUMNS)
    return {
        "services": services, "visit_pieces": plot.bar([one["number"] for one in found["visits"]]),
        "loads": [_load(name, numbers, spans) for name, numbers in loads],
        "step": len(spans[0]),
        "booked": sum(one["number"] for one in found["visits"]), "received": sum(one["received"] for one in services),
        "spans": [_span(found["days"], one) for one in spans],
    }  # fmt: skip


def _lasted(minutes: int, speech: Language) -> str:
    """A length of time in its two largest units."""
    days, hours = minutes // 1440, minutes // 60 % 24
    units = [("days", days), ("hours", hours)] if days else [("hours", hours), ("minutes", minutes % 60)]
    return " ".join(text(f"time.unit.{unit}", speech, n=n) for unit, n in units if n)


def _load(name: str, numbers: Sequence[int], spans: Sequence[range]) -> dict[str, object]:
    """One plot of the load: its numbers by span, their sum and the greatest of them."""
    grouped = [sum(numbers[n] for n in one) for one in spans]
    return {"name": name, "plot": plot.columns(grouped), "numbers": grouped, "sum": sum(grouped), "most": max(grouped, default=0)}


def _span(days: Sequence[Row], span: range) -> Row:
    """A line of the table of the load: a day, or several neighbours together."""
    own = [days[n] for n in span]
    received = [sum(numbers) for numbers in zip(*(one["received"] for one in own), strict=True)]
    sums = {name: sum(one[name] for one in own) for name in ("held", "served")}
    first, last = (date.fromisoformat(one["day"]) for one in (own[0], own[-1]))
    return {"first": first, "last": last, "received": received, **sums}


def _past() -> list[date]:
    """The months that are over, the latest first: those that wait to be published, and twelve that are."""
    found = [month(month(clock.today()) - timedelta(days=1))]
    while len(months_open(found[-1], found[0], clock.today())) < MOST_MONTHS:
        found.append(month(found[-1] - timedelta(days=1)))
    return found


def _asked(request: Request) -> tuple[date, str]:
    """The month and the service that are asked; otherwise the latest published month and the first service."""
    past, today = _past(), clock.today()
    months, open_ones = {one.isoformat()[:7]: one for one in past}, months_open(past[-1], past[0], today)
    wanted, service = request.query_params.get("month", ""), request.query_params.get("service", "")
    known = {*Service, COMPLAINTS}
    return months.get(wanted, open_ones[-1] if open_ones else past[0]), service if service in known else Service.ATTACHMENT


async def _open(request: Request) -> Response:
    """All clinics' figures of a month that is over, for everybody."""
    (chosen, service), told, months = _asked(request), await alone.told(request), _past()
    try:
        data = await OF_ALL.page_data(_period(chosen, chosen, months), told)
    except Away:
        return await errors.away(render.environment(), request, Form({}))
    words = {one.isoformat()[:7]: month_words(one, told.language) for one in months}
    return await _public(
        request, "figures/open", data=data, months=words, chosen=chosen.isoformat()[:7], service=service,
        rows=[{**one, "share": _share(one, told.language)} for one in _of(data["month"]["figures"], service)],
        total=next(iter(_of(data["month"]["totals"], service)), None),
        kinds=[*map(str, Service), COMPLAINTS], opens=None if data["month"]["months"] else opens_on(chosen, clock.today()),
        **_year(_of(data["year"]["totals"], service), data["year"]["months"], months, told.language),
    )  # fmt: skip


def _period(first: date, last: date, months: Sequence[date]) -> Form:
    """What the document asks: the chosen months, and all of the year."""
    days = {"since": first, "until": last, "first": months[-1], "last": months[0]}
    return Form({name: [day.isoformat()] for name, day in days.items()})


def _of(rows: Iterable[Row], service: str) -> list[Row]:
    """The rows of one service, or those of complaints."""
    return [one for one in rows if (one["service"] or COMPLAINTS) == service]


def _year(totals: Iterable[Row], published: Sequence[str], months: Sequence[date], speech: Language) -> dict[str, object]:
    """Month after month, the oldest first, also those without anything and those not published yet."""
    known = {one["month"]: one for one in totals}
    lines = [
        {"words": month_words(one, speech), "short": f"{one:%m.%y}", "total": known.get(str(one)), "published": str(one) in published}
        for one in reversed(months)
    ]
    numbers = [one["total"]["received"] if isinstance(one["total"], dict) else 0 for one in lines if one["published"]]
    return {"year": lines, "year_plot": plot.columns(numbers), "year_numbers": numbers}


def month_words(day: date, speech: Language) -> str:
    """2026 ж. қазан · октябрь 2026 г. · October 2026."""
    return str(format_skeleton("yMMMM", day, locale=LOCALES[speech]))


async def _public(request: Request, name: str, **values: object) -> Response:
    """A page that is the same for everybody: kept by browsers and proxies where nobody has signed in, and then with nobody's cookie."""
    visit, speech = await session.visit(request), language.of(request)
    known = await session.viewer(visit, speech)
    common = render.shared(request, speech, OPEN, known, visit.csrf if known else "")
    answer = render.html(render.environment().get_template(f"{name}.html"), common | values)
    answer.headers["Vary"] = "Cookie"
    if known is None:
        answer.headers["Cache-Control"] = KEPT
    return answer


async def _rows(request: Request) -> tuple[dict[str, Any], Language]:
    """What is published of one month, or of all twelve when none is named."""
    told, months = await alone.told(request), _past()
    chosen = _asked(request)[0] if request.query_params.get("month") else None
    data = await OF_ALL.page_data(_period(chosen or months[-1], chosen or months[0], months), told)
    return data["month"], told.language


async def _csv(request: Request) -> Response:
    """A table for people."""
    found, speech = await _rows(request)
    heads = [text(f"figures.open.column.{one}", speech) for one in FILE_COLUMNS]
    return _saved(csv_file(heads, [_cells(one, speech) for one in found["figures"]]), CSV_TYPE, "csv")


def _cells(one: Row, speech: Language) -> list[Cell]:
    """A line of the table: a number, or in words why there is none."""
    told = {name: one[name]["text"] if one[name]["number"] is None else one[name]["number"] for name in COUNTED}
    complaint = one["service"] is None
    return [
        one["month"][:7], one["clinic"]["bin"], one["clinic"]["name"], _kind_words(one["service"], speech), told["received"], told["late"],
        None if complaint else percent_words(one, speech), told["running"], None if complaint else told["refused"],
        told["granted"] if complaint else None,
    ]  # fmt: skip


def _kind_words(service: str | None, speech: Language) -> str:
    """A service in words; complaints are counted by themselves, and so appeals are those that are none."""
    if service is None or service == Service.APPEAL:
        return text("figures.open.appeals" if service else "figures.open.complaints", speech)
    return text(f"law.service.{service}", speech)


def _share(one: Row, speech: Language) -> Row:
    """A share for a cell of the table."""
    return {"number": one["inTermPercent"], "text": percent_words(one, speech)}


def percent_words(one: Row, speech: Language) -> str:
    """A share in words: exact, at least so much, or hidden."""
    if one["inTermPercent"] is None:
        return text("api.figures.cover.HIDDEN", speech)
    return text("figures.open.percent" if one["exact"] else "figures.open.at_least", speech, percent=one["inTermPercent"])


async def _json(request: Request) -> Response:
    """The same for programs: null with its reason where a number is hidden."""
    found, _ = await _rows(request)
    told = {"months": [one[:7] for one in found["months"]], "smallest": found["smallest"], "rows": [_told(one) for one in found["figures"]]}
    return _saved(json.dumps(told, ensure_ascii=False, indent=1).encode(), "application/json", "json")


def _told(one: Row) -> Row:
    names = ("received", "late", "running", "granted") if one["service"] is None else ("received", "late", "running", "refused")
    counts = {name: {"number": one[name]["number"], "cover": one[name]["cover"]} for name in names}
    share = {} if one["service"] is None else {"in_term_percent": {"number": one["inTermPercent"], "exact": one["exact"]}}
    place = {"month": one["month"][:7], "clinic": one["clinic"]["name"], "bin": one["clinic"]["bin"]}
    return {**place, "service": one["service"] or COMPLAINTS, **counts, **share}


def _saved(content: bytes, kind: str, ending: str) -> Response:
    """A file to be saved, the same for everybody."""
    heads = {"Content-Disposition": f'attachment; filename="figures.{ending}"', "Cache-Control": KEPT}
    return Response(content, media_type=kind, headers=heads)


PAGES: list[Page | Action] = []
GIVEN = {CLINIC: _clinic, OPEN: _open, f"{OPEN}.csv": _csv, f"{OPEN}.json": _json}
FILES = [route for path, give in GIVEN.items() for route in alone.in_languages(path, give)]
