"""What a clinic's services come to in figures over a period. Rows are read as far as they are counted: no names, no words of people."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from tortoise.queryset import QuerySet

from models import clock
from models.actor import Actor
from models.appeal import Appeal
from models.appointment import Appointment
from models.attachment import OPEN, Attachment
from models.authority import below
from models.clinic import Clinic
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Channel, Role, Service, figures
from models.law import appeal as appeals
from models.law import appointment as appointments
from models.law import home_visit as home_visits
from models.law.figures import Course, Fate, Visit, fate
from models.law.notice import Kind
from models.notice import Notice
from models.timetable import Slot, SlotState

Clinics = Collection[UUID] | None  # None: all of them
# What `appeal_course` reads of an appeal beside its state.
TERM = ("due_on", "ended_at", "lapsed_at", "forwarding_late_at")


class Line(NamedTuple):
    """A case as it is counted: `refused` are the grounds of its refusal, `minutes` those from its submission to its answer;
    `complaint`: it is a complaint about the clinic."""

    service: Service
    clinic: UUID
    channel: Channel
    at: datetime
    fate: Fate
    ended: bool
    refused: tuple[str, ...] = ()
    minutes: int | None = None
    complaint: bool = False


@dataclass(frozen=True)
class Received:
    """What one service received in a period, and what has become of it."""

    service: Service
    received: int
    ended: int
    refused: int
    channels: Mapping[Channel, int]
    fates: Mapping[Fate, int]
    grounds: Mapping[str, int]
    median_minutes: int | None


@dataclass(frozen=True)
class Day:
    """The load of a day: received by service, appointments held, calls served."""

    day: date
    received: Mapping[Service, int]
    held: int
    served: int


@dataclass(frozen=True)
class Figures:
    """The services of one clinic, or of several together, over a period. `visits` are the appointments whose time was in it, `unused` the
    times of doctors that nobody had booked when they began."""

    clinic: Clinic | None
    clinics: Sequence[Clinic]
    since: date
    until: date
    services: Sequence[Received]
    days: Sequence[Day]
    visits: Mapping[Visit, int]
    unused: int


class TooLong(Exception):
    """The period has more days than are counted for one answer, or ends before it begins."""


def in_bounds(since: date, until: date) -> bool:
    """Whether a period begins before it ends and has at most as many days as are counted for one answer."""
    return since <= until and (until - since).days < figures.LONGEST_DAYS


async def figures_for(actor: Actor, clinic: UUID | None, since: date, until: date) -> Figures | None:
    """The figures of the actor's clinic; for a body above those of a clinic below it, or of all of them together. None for any other."""
    if not in_bounds(since, until):
        raise TooLong
    known = await below(actor.authority) if actor.role is Role.AUTHORITY else await Clinic.filter(id=actor.clinic)
    one = next((found for found in known if found.id == clinic), None) if clinic else known[0] if len(known) == 1 else None
    if (clinic and one is None) or not known:
        return None
    return await _counted(one, known, since, until)


async def _counted(clinic: Clinic | None, known: Sequence[Clinic], since: date, until: date) -> Figures:
    of = [one.id for one in ([clinic] if clinic else known)]
    lines = await received(of, since, until)
    times = await _times(of, since, until)
    held = Counter(clock.local(at).date() for at, found in times if found is Visit.KEPT)
    return Figures(
        clinic, known, since, until, [_of(service, lines) for service in Service],
        _days(lines, held, await _served(of, since, until), since, until), Counter(found for _, found in times),
        await _unused(of, since, until),
    )  # fmt: skip


def _of(service: Service, lines: Iterable[Line]) -> Received:
    """The lines of one service, counted."""
    own = [one for one in lines if one.service is service]
    return Received(
        service, len(own), sum(one.ended for one in own), sum(bool(one.refused) for one in own),
        Counter(one.channel for one in own), Counter(one.fate for one in own),
        Counter(ground for one in own for ground in one.refused),
        figures.median(one.minutes for one in own if one.minutes is not None),
    )  # fmt: skip


def _days(lines: Iterable[Line], held: Mapping[date, int], served: Mapping[date, int], since: date, until: date) -> list[Day]:
    """Every day of the period, also those without anything."""
    counts = Counter((clock.local(one.at).date(), one.service) for one in lines)
    every = [since + timedelta(days=n) for n in range((until - since).days + 1)]
    return [Day(day, {one: counts[day, one] for one in Service}, held.get(day, 0), served.get(day, 0)) for day in every]


async def received(of: Clinics, since: date, until: date) -> list[Line]:
    """Everything that some clinics received in a period, of every service."""
    return [
        *await _attachments(of, since, until), *await _appointments(of, since, until), *await _refusals(of, since, until),
        *await _home_visits(of, since, until), *await _appeals(of, since, until),
    ]  # fmt: skip


def _within(found: QuerySet[Any], of: Clinics, since: date, until: date, moment: str = "submitted_at") -> QuerySet[Any]:
    """What is of these clinics and has a moment within the days of a period."""
    found = found if of is None else found.filter(clinic_id__in=list(of))
    return found.filter(**{f"{moment}__gte": clock.start_of_day(since), f"{moment}__lt": clock.end_of_day(until)})


def minutes_between(begun: datetime, ended: datetime | None) -> int | None:
    """Whole minutes from a submission to its answer."""
    return max(0, int((ended - begun).total_seconds()) // 60) if ended else None


async def _attachments(of: Clinics, since: date, until: date) -> list[Line]:
    """Requests for attachment; what was carried over from the state register was not requested here."""
    rows = _within(Attachment.exclude(channel=Channel.REGISTER), of, since, until).values_list(
        "clinic_id", "channel", "submitted_at", "state", "due_at", "decided_at", "overdue_at", "refusal_ground"
    )
    return [_attachment(*row) for row in await rows]


def _attachment(clinic: Any, channel: Channel, at: datetime, state: Any, due: Any, decided: Any, overdue: Any, ground: Any) -> Line:
    withdrawn, refused = state == "WITHDRAWN", (str(ground),) if state == "REFUSED" and ground else ()
    found = fate(Course(due, decided, overdue is not None, withdrawn), clock.now())
    answered = minutes_between(at, None if withdrawn else decided)
    return Line(Service.ATTACHMENT, clinic, channel, at, found, state not in OPEN, refused, answered)


async def _appointments(of: Clinics, since: date, until: date) -> list[Line]:
    """Bookings: each was answered at once, by the entry itself."""
    rows = _within(Appointment.all(), of, since, until).values_list("clinic_id", "channel", "submitted_at", "state")
    return [
        Line(Service.APPOINTMENT, clinic, channel, at, fate(Course(at, at), clock.now()), state not in appointments.LIVE, (), 0)
        for clinic, channel, at, state in await rows
    ]


async def _refusals(of: Clinics, since: date, until: date) -> list[Line]:
    """Refusals of an appointment in writing, given at once; their grounds and channel stand in the journal."""
    given = await _within(Notice.filter(kind=Kind.APPOINTMENT_REFUSAL), of, since, until, "issued_at").values_list(
        "number", "clinic_id", "issued_at"
    )
    if not given:
        return []
    noted = _within(Entry.filter(act="appointment:refuse"), None, since, until, "at").values_list("case_number", "details", "channel")
    known = {number: (details, channel) for number, details, channel in await noted}
    found = [(clinic, at, *known.get(number, ({}, Channel.PORTAL))) for number, clinic, at in given]
    return [
        Line(Service.APPOINTMENT, clinic, channel, at, Fate.IN_TERM, True, tuple(str(details.get("grounds", "")).split()), 0)
        for clinic, at, details, channel in found
    ]


async def _home_visits(of: Clinics, since: date, until: date) -> list[Line]:
    """Calls: the answer is what the standard's term is for; what was cancelled before it is taken back."""
    rows = _within(HomeVisit.all(), of, since, until).values_list(
        "clinic_id", "channel", "submitted_at", "state", "answer_by", "answered_at", "ended_at", "overdue_at", "refusal_ground"
    )
    return [_home_visit(*row) for row in await rows]


def _home_visit(
    clinic: Any, channel: Channel, at: datetime, state: Any, due: Any, answered: Any, ended: Any, overdue: Any, ground: Any
) -> Line:
    withdrawn = state == home_visits.State.CANCELLED and answered is None
    found = fate(Course(due, answered or ended, overdue is not None, withdrawn), clock.now())
    refused = (str(ground),) if state == home_visits.State.REFUSED and ground else ()
    return Line(Service.HOME_VISIT, clinic, channel, at, found, state not in home_visits.LIVE, refused, minutes_between(at, answered))


async def _appeals(of: Clinics, since: date, until: date) -> list[Line]:
    """Appeals of the clinics' own registers."""
    rows = _within(Appeal.filter(authority_id=None), of, since, until).values_list(
        "clinic_id", "channel", "submitted_at", "state", "kind", "outcome", "leave_ground", *TERM
    )
    return [_appeal(*row) for row in await rows]


def _appeal(
    clinic: Any, channel: Channel, at: datetime, state: Any, kind: Any, outcome: Any, ground: Any, due_on: date, ended: Any, *late: Any
) -> Line:
    found = fate(appeal_course(state, due_on, ended, *late), clock.now())
    against = outcome if outcome in appeals.WORST else ground if state == appeals.State.LEFT else None
    refused = (str(state),) if state == appeals.State.DEEMED_REFUSED else (str(against),) if against else ()
    answered = ended if state in (appeals.State.DECIDED, appeals.State.LEFT) else None
    minutes, complaint = minutes_between(at, answered), kind in appeals.COMPLAINTS
    return Line(Service.APPEAL, clinic, channel, at, found, state in appeals.FINAL, refused, minutes, complaint)


def appeal_course(
    state: Any, due_on: date, ended_at: datetime | None, lapsed_at: datetime | None, forwarding_late_at: datetime | None
) -> Course:
    """An appeal by its term, which ends with its last day; what is sent on as a whole has days of its own for that."""
    last, forwarded = clock.end_of_day(due_on) - timedelta.resolution, state == appeals.State.FORWARDED
    late = lapsed_at is not None or (forwarded and forwarding_late_at is not None)
    return Course(last, ended_at, late, state == appeals.State.WITHDRAWN, forwarded)


async def _times(of: Clinics, since: date, until: date) -> list[tuple[datetime, Visit]]:
    """The appointments whose time is in the period, with what has become of each."""
    rows = await _within(Appointment.all(), of, since, until, "starts_at").values_list("starts_at", "state", "offer_reason")
    return [(at, figures.visit(appointments.State(state), bool(offered))) for at, state, offered in rows]


async def _served(of: Clinics, since: date, until: date) -> Counter[date]:
    """Calls served, by day."""
    rows = _within(HomeVisit.filter(state=home_visits.State.COMPLETED), of, since, until, "ended_at").values_list("ended_at", flat=True)
    return Counter(clock.local(at).date() for at in await rows)  # type: ignore[arg-type]


async def _unused(of: Clinics, since: date, until: date) -> int:
    """Times of doctors in the period that began without being booked."""
    begun = _within(Slot.filter(state=SlotState.OPEN), of, since, until, "starts_at").filter(starts_at__lt=clock.now())
    return await begun.count()
