"""The law as this system reads it: numbers, sources, acts, grounds, calendars. The same tables as `emhana law` and the page /law."""

from dataclasses import fields
from typing import Annotated, Any

import strawberry

from api.context import Info
from api.names import Service
from api.root import ANYONE, query
from models import clock
from models.law import Service as ServiceOfLaw
from models.law import paragraphs, table_rows, tables

EARLIEST, LATEST = 2020, 2035


def _table(row: type, name: str, description: str, about: dict[str, str]) -> Any:
    """A type of the API for a row of a printable table: every column is described."""
    columns = {one.name: one.type for one in fields(row)}
    body: dict[str, Any] = {"__annotations__": {}, "__doc__": description}
    for column in columns:
        body["__annotations__"][column] = _kind(columns[column])
        body[column] = strawberry.field(description=about[column])
    return strawberry.type(type(name, (), body), description=description)


def _kind(kind: Any) -> Any:
    return list[str] if "tuple" in str(kind) else kind


def _list(row: Any) -> Any:
    return list[row]


_COMMON = {
    "key": "The name, for a program.",
    "title": "What it is, in the caller's language.",
    "basis": "The paragraph, as people cite it.",
    "confirmed": "False where only a reading or a proposal stands behind it.",
    "note": "What should be known about it.",
    "code": "The short code.",
    "documents": "The documents it needs.",
}
ProvisionRow: Any = _table(
    table_rows.ProvisionRow,
    "LawProvision",
    "A number set by law, with its source and the day from which it is in force.",
    {
        **_COMMON,
        "value": "The value in force today, in words.",
        "source": "The title of the source.",
        "since": "The first day of the edition in force.",
        "in_force": "False where the source is repealed and only its wording is used.",
    },
)
SourceRow: Any = _table(
    table_rows.SourceRow,
    "LawSource",
    "An act, page or calendar that the rules rest on.",
    {
        **_COMMON,
        "number": "Its registration number.",
        "adopted": "When it was adopted.",
        "edition": "The edition that was read.",
        "in_force": "Whether it is in force.",
        "state": "The same in words.",
        "mark": "How sure we are of it, by letter.",
        "certainty": "The same in words.",
    },
)
MoveRow: Any = _table(
    table_rows.MoveRow,
    "LawAct",
    "An act of a procedure: from which states, to which, by whom.",
    {
        **_COMMON,
        "act": "The act, by its name.",
        "before": "The states in which it is open.",
        "after": "The state after it.",
        "by": "Who does it.",
    },
)
GroundRow: Any = _table(table_rows.GroundRow, "LawGround", "A ground of a list.", _COMMON)
AccessRow: Any = _table(
    table_rows.AccessRow,
    "LawAccess",
    "How one comes to a doctor of a specialty.",
    {
        **_COMMON,
        "access": "Without a referral, without one for a reason of the list, or with one: in words.",
        "reasons": "The reasons that spare the referral, in words; empty where none is needed.",
    },
)
DisclosureRow: Any = _table(
    table_rows.DisclosureRow,
    "LawDisclosure",
    "A fact of a person or case that not everybody who sees these is shown.",
    {**_COMMON, "shown_to": "The roles to which it is shown, in words."},
)
ClockRow: Any = _table(
    table_rows.ClockRow,
    "LawClock",
    "The clock of a kind of appeal at a body.",
    {
        **_COMMON,
        "body": "Which body answers.",
        "value": "The term, in words.",
        "calendar": "In which days it is counted, in words.",
        "course": "What lengthens it, and what its end does, in words.",
        "in_force": "False where the source is repealed and only its wording is used.",
    },
)
ContradictionRow: Any = _table(
    table_rows.ContradictionRow,
    "LawContradiction",
    "Two sources that disagree, and how this system settles it.",
    {
        "number": "Its number in the list.",
        "topic": "About what.",
        "first": "What the one says.",
        "second": "What the other says.",
        "settled": "How it is settled here.",
    },
)
ParagraphRow: Any = _table(
    paragraphs.ParagraphRow,
    "LawParagraph",
    "A paragraph that something here rests on.",
    {
        **_COMMON,
        "basis": "Source and paragraph, for a program: `rules-194:25`; citations elsewhere name it so.",
        "source": "The key of its source.",
        "rests": "What rests on it.",
    },
)
DayRow: Any = _table(
    table_rows.DayRow,
    "CalendarDay",
    "A day off of a year, in both working weeks.",
    {
        **_COMMON,
        "day": "The day.",
        "date": "The day in words.",
        "weekday": "The day of the week in words.",
        "name": "What is celebrated.",
        "five_day": "What it is in the five-day week; empty where it is worked.",
        "six_day": "What it is in the six-day week; empty where it is worked.",
    },
)
MonthRow: Any = _table(
    table_rows.MonthRow,
    "CalendarMonth",
    "The working days of a month in both working weeks.",
    {
        "month": "The month in words.",
        "five_day": "Working days of the five-day week.",
        "six_day": "Working days of the six-day week.",
    },
)


OfService = Annotated[Service | None, strawberry.argument(description="Of which service; of attachment when absent.")]


def _service(named: Any) -> ServiceOfLaw:
    return ServiceOfLaw(named or ServiceOfLaw.ATTACHMENT)


@query(ANYONE, returns=_list(ProvisionRow))
async def provisions(
    info: Info,
    service: Annotated[Service | None, strawberry.argument(description="Only those of this service and of all services.")] = None,
) -> Any:
    """Every number of the law in force today, with its paragraph; unconfirmed readings are marked."""
    return tables.provisions(info.context.language, clock.today(), ServiceOfLaw(service) if service else None)


@query(ANYONE, returns=_list(SourceRow))
async def sources(info: Info) -> Any:
    """The acts, pages and calendars that the rules rest on."""
    return tables.sources(info.context.language)


@query(ANYONE, returns=_list(ParagraphRow))
async def law_paragraphs(info: Info) -> Any:
    """Every paragraph cited, with what rests on it."""
    return paragraphs.paragraphs(info.context.language)


@query(ANYONE, returns=_list(MoveRow))
async def law_acts(info: Info, service: Annotated[Service, strawberry.argument(description="Of which service.")]) -> Any:
    """The acts of a service's procedure, as the table that decides them."""
    return tables.moves(ServiceOfLaw(service), info.context.language) if ServiceOfLaw(service) in tables.MOVES else []


@query(ANYONE, returns=_list(GroundRow))
async def refusal_grounds(info: Info, service: OfService = None) -> Any:
    """The closed list of grounds on which a service is refused."""
    return tables.refusal_grounds(info.context.language, _service(service))


@query(ANYONE, returns=_list(GroundRow))
async def detachment_grounds(info: Info) -> Any:
    """The grounds on which an attachment ends without a new one."""
    return tables.detachment_grounds(info.context.language)


@query(ANYONE, returns=_list(GroundRow))
async def law_grounds(info: Info) -> Any:
    """The grounds of attachment with the documents of each."""
    return tables.grounds(info.context.language)


@query(ANYONE, returns=_list(GroundRow))
async def law_danger_signs(info: Info) -> Any:
    """The signs of danger upon which 103 is called at once."""
    return tables.danger_signs(info.context.language)


@query(ANYONE, returns=_list(GroundRow))
async def law_indications(info: Info) -> Any:
    """The states in which a doctor is called home, with the urgency that each gives at least."""
    return tables.indications(info.context.language)


@query(ANYONE, returns=_list(GroundRow))
async def law_rules(info: Info, service: OfService = None) -> Any:
    """Every rule that may forbid a request for a service."""
    wanted = _service(service)
    return tables.impediments(info.context.language, wanted) if wanted in tables.RULES else []


@query(ANYONE, returns=_list(AccessRow))
async def law_access(info: Info) -> Any:
    """Whom one sees without a referral, whom without one for a reason of the list, and whom with one."""
    return tables.access(info.context.language)


@query(ANYONE, returns=_list(DisclosureRow))
async def law_disclosures(info: Info) -> Any:
    """What of a person or case is not shown to everybody who sees these, and to whom it is."""
    return tables.disclosures(info.context.language)


@query(ANYONE, returns=_list(ClockRow))
async def law_clocks(info: Info) -> Any:
    """The clock of every kind of appeal at each body: the term, its days, what lengthens it and what its end does."""
    return tables.clocks(info.context.language, clock.today())


@query(ANYONE, returns=_list(GroundRow))
async def law_leaving_grounds(info: Info) -> Any:
    """The grounds on which an appeal may be left without consideration."""
    return tables.leaving_grounds(info.context.language)


@query(ANYONE, returns=_list(GroundRow))
async def law_forwarding_grounds(info: Info) -> Any:
    """The grounds on which an appeal goes to another body."""
    return tables.forwarding_grounds(info.context.language)


@query(ANYONE, returns=_list(ContradictionRow))
async def contradictions(info: Info) -> Any:
    """What the sources say differently, and how it is settled here."""
    return tables.contradictions(info.context.language)


Year = Annotated[int | None, strawberry.argument(description=f"The year, {EARLIEST} to {LATEST}; this year when absent.")]


@query(ANYONE, returns=_list(DayRow))
async def calendar_days(info: Info, year: Year = None) -> Any:
    """The days off of a year in the five-day and the six-day working week."""
    return tables.calendar_days(_year(year), info.context.language)


@query(ANYONE, returns=_list(MonthRow))
async def calendar_months(info: Info, year: Year = None) -> Any:
    """The working days of each month in both working weeks."""
    return tables.calendar_months(_year(year), info.context.language)


def _year(year: int | None) -> int:
    return min(max(year or clock.today().year, EARLIEST), LATEST)
