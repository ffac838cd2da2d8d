"""Open figures of all clinics: by month, clinic and service, with small counts hidden so that nobody gets them back.

Each count of a clinic's month is published or hidden by itself, and whatever is added up is added from what is published. So no total,
other row or longer period says anything about a hidden count. A month is counted once, some days after its end, and stays as it was
published: who asks every day sees no count change, and so nobody's case in a change.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.appeal import Appeal
from models.clinic import Clinic
from models.clinic_figures import TERM, appeal_course, received
from models.database import transaction
from models.law import Service
from models.law import appeal as appeals
from models.law import figures as law
from models.law.figures import Cover, Fate, Told, fate


class OpenMonth(Model):
    """A month as it was counted for everybody: its counts, small ones too, which are hidden wherever they are shown.

    `counts` are lists of clinic, service (empty for complaints) and the numbers of `Counts`.
    """

    month = fields.DateField(primary_key=True)
    counted_at = fields.DatetimeField()
    counts: list[list[str | int]] = fields.JSONField()

    class Meta:
        table = "open_month"

    def places(self) -> "dict[Place, Counts]":
        """Every place of the month with what is counted of it."""
        return {
            Place(self.month, UUID(str(clinic)), Service(str(service)) if service else None): Counts(*map(int, numbers))
            for clinic, service, *numbers in self.counts
        }


class Place(NamedTuple):
    """Of which month, clinic and service; no service: complaints about the clinic, which are in no other place (so that neither gives
    the other by subtraction)."""

    month: date
    clinic: UUID
    service: Service | None


class Counts(NamedTuple):
    """What is counted of a place. Of complaints `favourable` are those granted in full; `running` has no answer yet and is not late."""

    received: int = 0
    late: int = 0
    refused: int = 0
    favourable: int = 0
    running: int = 0


@dataclass(frozen=True)
class Row:
    """What is published of a place; `in_term` is the share not late in percent, `exact` or at least so much."""

    place: Place
    received: Told
    late: Told
    refused: Told
    favourable: Told
    running: Told
    in_term: int | None
    exact: bool


@dataclass(frozen=True)
class Total:
    """The sum of what is published of a service in a month; `hidden` is in how many clinics something is not."""

    month: date
    service: Service | None
    received: int
    late: int
    refused: int
    favourable: int
    running: int
    in_term: int | None
    hidden: int


@dataclass(frozen=True)
class Published:
    """Whole past months; `small` is the least count that is shown."""

    months: Sequence[date]
    small: int
    clinics: Mapping[UUID, Clinic]
    rows: Sequence[Row]
    totals: Sequence[Total]


def published(counts: Mapping[Place, Counts], small: int) -> list[Row]:
    """Every place with anything received, its small counts hidden."""
    return [_row(place, found, small) for place, found in sorted(counts.items(), key=_order) if found.received]


def _order(one: tuple[Place, Counts]) -> tuple[date, str, str]:
    place = one[0]
    return place.month, str(place.clinic), str(place.service or "")


def _row(place: Place, found: Counts, small: int) -> Row:
    whole = law.whole(found.received, small)
    late, refused, favourable = (law.part(one, found.received, small) for one in (found.late, found.refused, found.favourable))
    ended = [(found.late, late), (found.refused, refused), (found.favourable, favourable)]
    running = law.part_beside(found.running, found.received, ended, small)
    return Row(place, whole, late, refused, favourable, running, *law.share_without(late, whole, small))


def totals(rows: Iterable[Row]) -> list[Total]:
    """By month and service: what is published, added up; nothing that is hidden is in it."""
    found: dict[tuple[date, Service | None], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.place.month, row.place.service].append(row)
    return [_total(month, service, own) for (month, service), own in found.items()]


def _total(month: date, service: Service | None, rows: Sequence[Row]) -> Total:
    late = [one for one in rows if one.late.number is not None]
    of = sum(one.received.number or 0 for one in late)
    number = sum(one.late.number or 0 for one in late)
    hidden = sum(any(told.cover is not Cover.SHOWN for told in _all(one)) for one in rows)
    return Total(
        month, service, sum(one.received.number or 0 for one in rows), number, sum(one.refused.number or 0 for one in rows),
        sum(one.favourable.number or 0 for one in rows), sum(one.running.number or 0 for one in rows),
        100 * (of - number) // of if of else None, hidden,
    )  # fmt: skip


def _all(row: Row) -> tuple[Told, ...]:
    return row.received, row.late, row.refused, row.favourable, row.running


async def open_figures(since: date, until: date) -> Published:
    """What is published of the months of a period."""
    today = clock.today()
    months, small = law.months_open(since, until, today), law.SMALL.on(today)
    counts: dict[Place, Counts] = {}
    for one in await OpenMonth.filter(month__in=months):
        counts |= one.places()
    rows = published(counts, small)
    clinics = {one.id: one for one in await Clinic.filter(id__in=list({row.place.clinic for row in rows}))}
    return Published(months, small, clinics, rows, totals(rows))


async def publish() -> int:
    """Count every month that is to be published and is not yet; how many were. One in which nothing was received waits."""
    today, done = clock.today(), 0
    for month in law.months_open(today - timedelta(days=law.LONGEST_DAYS), today, today):
        if not await OpenMonth.filter(month=month).exists():
            done += await _published(month)
    return done


async def _published(month: date) -> int:
    counts = await _counted(month, law.month_after(month) - timedelta(days=1))
    told = [[str(place.clinic), str(place.service or ""), *map(int, found)] for place, found in counts.items()]
    if not told:
        return 0
    async with transaction():
        _, new = await OpenMonth.get_or_create(defaults={"counted_at": clock.now(), "counts": told}, month=month)
    return int(new)


async def _counted(since: date, until: date) -> dict[Place, Counts]:
    """Every place of the period, counted."""
    found: dict[Place, Counts] = defaultdict(Counts)
    for one in await received(None, since, until):
        if not one.complaint:
            place = Place(law.month(clock.local(one.at).date()), one.clinic, one.service)
            _add(found, place, Counts(1, one.fate is Fate.LATE, bool(one.refused), running=one.fate is Fate.RUNNING))
    for place, counted in await _complaints(since, until):
        _add(found, place, counted)
    return found


def _add(found: dict[Place, Counts], place: Place, more: Counts) -> None:
    found[place] = Counts(*(one + other for one, other in zip(found[place], more, strict=True)))


async def _complaints(since: date, until: date) -> list[tuple[Place, Counts]]:
    """Complaints about clinics, each once: where it was sent up, it is counted as it stands at the body above."""
    begins, ends = clock.start_of_day(since), clock.end_of_day(until)
    rows = Appeal.filter(kind__in=appeals.COMPLAINTS, submitted_at__gte=begins, submitted_at__lt=ends)
    read = await rows.exclude(state=appeals.State.FORWARDED).values_list("submitted_at", "clinic_id", "outcome", "state", "id", "origin_id")
    late = await _late_at_the_clinic([key for *_, own, origin in read for key in (own, origin) if key])
    found = []
    for at, clinic, outcome, state, own, origin in read:
        place = Place(law.month(clock.local(at).date()), UUID(str(clinic)), None)
        found.append((place, _complaint(state, outcome, bool(late & {(own, clinic), (origin, clinic)}))))
    return found


async def _late_at_the_clinic(of: Collection[Any]) -> set[tuple[Any, Any]]:
    """Which of some appeals a clinic answered, or sent up, only after its days; each with its clinic."""
    rows = await Appeal.filter(id__in=list(of), authority_id=None).values_list("id", "clinic_id", "state", *TERM)
    return {(own, clinic) for own, clinic, *course in rows if fate(appeal_course(*course), clock.now()) is Fate.LATE}


def _complaint(state: Any, outcome: Any, late: bool) -> Counts:
    """One complaint: late where its clinic was; the terms of the body above are not the clinic's."""
    return Counts(1, late, favourable=outcome in appeals.SATISFIED, running=not late and state not in appeals.FINAL)
