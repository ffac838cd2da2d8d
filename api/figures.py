"""Figures: of a clinic for its head and those above it; of all clinics for everybody, with small counts hidden."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

import strawberry

from api.appeal_list import Since, Until
from api.clinic import Clinic
from api.context import Info
from api.ids import decode
from api.names import Channel, CountCover, Service, TermFate, VisitFate
from api.problems import Invalid, ProblemCode
from api.provision import Provision, cite
from api.root import ANYONE, query
from api.shown import shown
from models import clinic_figures as counted
from models import clock, texts
from models import open_figures as opened
from models.clinic import Clinic as ClinicRow
from models.law import Language, Role, figures
from models.law.words import value_words

Which = Annotated[strawberry.ID | None, strawberry.argument(description="A clinic below the caller's body; all together when absent.")]


def _said(key: str, info: Info, **values: object) -> str:
    return texts.text(key, info.context.language, **values)


@strawberry.type(description="How many cases came by one way.")
class ChannelCount:
    channel: Channel = strawberry.field(description="The way.")
    text: str = strawberry.field(description="The same in words.")
    number: int = strawberry.field(description="How many.")


@strawberry.type(description="How many cases have kept, missed or left their terms.")
class TermCount:
    fate: TermFate = strawberry.field(description="What has become of the term.")
    text: str = strawberry.field(description="The same in words.")
    number: int = strawberry.field(description="How many.")


@strawberry.type(description="How many refusals rest on one ground.")
class GroundCount:
    key: str = strawberry.field(description="The ground, by its name.")
    text: str = strawberry.field(description="The ground in the words of the law.")
    provision: Provision = strawberry.field(description="Its paragraph.")
    number: int = strawberry.field(description="How many.")


@strawberry.type(description="How many booked times ended so.")
class VisitCount:
    fate: VisitFate = strawberry.field(description="What has become of the time.")
    text: str = strawberry.field(description="The same in words.")
    number: int = strawberry.field(description="How many.")


@strawberry.type(description="What one service received in a period. Each case is in one of `terms`, which together are `received`.")
class ServiceFigures:
    row: strawberry.Private[counted.Received]
    service: Service = strawberry.field(description="The service.")
    received: int = strawberry.field(description="Received.")
    ended: int = strawberry.field(description="Ended by now, whatever the end.")
    refused: int = strawberry.field(description="Refused.")
    median_minutes: int | None = strawberry.field(description="Minutes from submission to answer, the median; null without answers.")

    @shown
    def service_text(self, info: Info) -> str:
        """The service in words."""
        return _said(f"law.service.{self.service}", info)

    @shown
    def term(self, info: Info) -> Provision:
        """The paragraph that sets the term, with its value."""
        return _term(figures.TERMS[self.service], info.context.language)

    @shown
    def channels(self, info: Info) -> list[ChannelCount]:
        """By the way in which they came, the most frequent first."""
        most = sorted(self.row.channels.items(), key=lambda one: (-one[1], one[0]))
        return [ChannelCount(channel=one, text=_said(f"law.channel.{one}", info), number=number) for one, number in most]

    @shown
    def terms(self, info: Info) -> list[TermCount]:
        """By what has become of the term, every way that it can end."""
        known = self.row.fates
        return [TermCount(fate=one, text=_said(f"law.fate.{one}", info), number=known.get(one, 0)) for one in figures.Fate]

    @shown
    def grounds(self, info: Info) -> list[GroundCount]:
        """Refusals by ground, the most frequent first; one refusal may have several."""
        most = sorted(self.row.grounds.items(), key=lambda one: (-one[1], one[0]))
        return [_ground(figures.GROUNDS[self.service][key], key, number, info) for key, number in most]


def _ground(ground: figures.Ground, key: str, number: int, info: Info) -> GroundCount:
    words, basis = _said(f"law.{ground.words}", info), cite(ground.basis, info.context.language)
    return GroundCount(key=key, text=words, provision=basis, number=number)


def _term(provision: Any, language: Language) -> Provision:
    """A number of the law with its paragraph."""
    found, day = cite(provision.basis, language), clock.today()
    found.key, found.value, found.since = provision.key, value_words(provision, day, language), provision.since(day)
    found.confirmed = provision.confirmed
    return found


@strawberry.type(description="The load of one day.")
class DayLoad:
    row: strawberry.Private[Mapping[Any, int]]
    day: date = strawberry.field(description="The day.")
    held: int = strawberry.field(description="Appointments to which people came.")
    served: int = strawberry.field(description="Calls home that a doctor served.")

    @shown
    def received(self) -> list[int]:
        """What was received of each service, in the order of `services`."""
        return list(self.row.values())


@strawberry.type(description="A clinic's services in figures over a period, or those of several clinics together: no names.")
class ClinicFigures:
    row: strawberry.Private[counted.Figures]
    clinic: Clinic | None = strawberry.field(description="The clinic; null for all of the caller's together.")
    clinics: list[Clinic] = strawberry.field(description="The clinics that the caller may ask about.")
    since: date = strawberry.field(description="The first day.")
    until: date = strawberry.field(description="The last day.")
    unused: int = strawberry.field(description="Times of doctors that nobody had booked when they began.")

    @shown
    def services(self) -> list[ServiceFigures]:
        """The four services."""
        return [_service(one) for one in self.row.services]

    @shown
    def days(self) -> list[DayLoad]:
        """Every day of the period."""
        return [DayLoad(row=one.received, day=one.day, held=one.held, served=one.served) for one in self.row.days]

    @shown
    def visits(self, info: Info) -> list[VisitCount]:
        """The appointments whose time was in the period, by what has become of them."""
        known = self.row.visits
        return [VisitCount(fate=one, text=_said(f"law.visit.{one}", info), number=known.get(one, 0)) for one in figures.Visit]


def _service(one: counted.Received) -> ServiceFigures:
    return ServiceFigures(
        row=one, service=one.service, received=one.received, ended=one.ended, refused=one.refused, median_minutes=one.median_minutes
    )


@query(Role.HEAD, Role.ADMINISTRATOR, Role.AUTHORITY, returns=ClinicFigures | None)
async def clinic_figures(info: Info, since: Since, until: Until, clinic: Which = None) -> Any:
    """The services of the caller's clinic in figures over at most 366 days; for a body above, of the clinics below it. Null for others."""
    asked = decode(clinic, "Clinic", "clinic") if clinic else None
    try:
        found = await counted.figures_for(info.context.actor, asked, since, until)
    except counted.TooLong:
        raise Invalid(ProblemCode.INVALID_VALUE, "until") from None
    return found and ClinicFigures(
        row=found, clinic=found.clinic, clinics=found.clinics, since=found.since, until=found.until, unused=found.unused  # type: ignore[arg-type]
    )


@strawberry.type(description="A published count: the number, or in words why there is none.")
class OpenCount:
    told: strawberry.Private[figures.Told]
    small: strawberry.Private[int]
    number: int | None = strawberry.field(description="The number; null when it is hidden.")
    cover: CountCover = strawberry.field(description="Whether it is shown, and how it is covered.")

    @shown
    def text(self, info: Info) -> str:
        """The number, or how it is covered, in words."""
        return str(self.number) if self.number is not None else _said(f"api.figures.cover.{self.cover}", info, n=self.small)


@strawberry.type(description="What a clinic received of a service in a month.")
class OpenFigure:
    month: date = strawberry.field(description="The first day of the month.")
    clinic: Clinic = strawberry.field(description="The clinic.")
    service: Service | None = strawberry.field(
        description="The service; null for complaints about the clinic, which are not among its appeals here: no appeal is in both."
    )
    received: OpenCount = strawberry.field(description="Received.")
    late: OpenCount = strawberry.field(description="Not answered in term; of complaints: neither answered nor sent up in it by the clinic.")
    running: OpenCount = strawberry.field(description="Without an answer yet and not late, on the day of counting.")
    refused: OpenCount = strawberry.field(description="Refused; of complaints nothing.")
    granted: OpenCount = strawberry.field(description="Of complaints: granted in full.")
    in_term_percent: int | None = strawberry.field(description="How many percent were not late, rounded down; null when hidden.")
    exact: bool = strawberry.field(description="False: at least so many percent.")


@strawberry.type(description="The sum of what is published of a service in a month, over all clinics. Nothing hidden is in it.")
class OpenTotal:
    month: date = strawberry.field(description="The first day of the month.")
    service: Service | None = strawberry.field(description="The service; null for complaints.")
    received: int = strawberry.field(description="Received, where that is shown.")
    late: int = strawberry.field(description="Not answered in term, where that is shown.")
    running: int = strawberry.field(description="Without an answer yet and not late, where that is shown.")
    refused: int = strawberry.field(description="Refused, where that is shown.")
    granted: int = strawberry.field(description="Of complaints: granted in full, where that is shown.")
    in_term_percent: int | None = strawberry.field(description="How many percent were not late, where that is shown; rounded down.")
    hidden: int = strawberry.field(description="Of how many clinics something is hidden.")


@strawberry.type(description="The work of all clinics by whole past months, with small counts hidden. Totals add what is shown.")
class OpenFigures:
    row: strawberry.Private[opened.Published]
    months: list[date] = strawberry.field(
        description="The published months of the period, by their first days: over, and long enough ago; twelve at most."
    )
    smallest: int = strawberry.field(description="The least count that is shown; nought is shown too.")

    @shown
    def provision(self, info: Info) -> Provision:
        """What sets the least count."""
        return _term(figures.SMALL, info.context.language)

    @shown
    def figures(self) -> list[OpenFigure]:
        """By month, clinic and service; where nothing was received there is none."""
        return [_open(one, self.row) for one in _in_order(self.row)]

    @shown
    def totals(self) -> list[OpenTotal]:
        """By month and service."""
        return [
            OpenTotal(
                month=one.month, service=one.service, received=one.received, late=one.late, running=one.running, refused=one.refused,
                granted=one.favourable, in_term_percent=one.in_term, hidden=one.hidden,
            )
            for one in self.row.totals
        ]  # fmt: skip


def _in_order(found: opened.Published) -> Iterable[opened.Row]:
    """By month, then by the name of the clinic."""
    return sorted(found.rows, key=lambda one: (one.place.month, found.clinics[one.place.clinic].name_in(Language.KK), one.place.clinic))


def _open(one: opened.Row, found: opened.Published) -> OpenFigure:
    clinic: ClinicRow = found.clinics[one.place.clinic]
    counts = {"received": one.received, "late": one.late, "running": one.running, "refused": one.refused, "granted": one.favourable}
    return OpenFigure(
        month=one.place.month, clinic=clinic, service=one.place.service, in_term_percent=one.in_term, exact=one.exact,  # type: ignore[arg-type]
        **{name: OpenCount(told=told, small=found.small, number=told.number, cover=told.cover) for name, told in counts.items()},
    )  # fmt: skip


@query(ANYONE, returns=OpenFigures)
async def open_figures(info: Info, since: Since, until: Until) -> Any:
    """Figures of all clinics for everybody, by the whole months of a period that are over, twelve at most; small counts are hidden."""
    found = await opened.open_figures(since, until)
    return OpenFigures(row=found, months=list(found.months), smallest=found.small)
