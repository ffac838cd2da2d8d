"""Free times: open, ahead, within the horizon and held by nobody else. The first free day comes first."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tortoise.expressions import Q, Subquery
from tortoise.functions import Count
from tortoise.queryset import QuerySet

from models import clock
from models.clinic import Doctor
from models.database.prepared import Prepared
from models.hold import Hold
from models.law import Language
from models.law import appointment as law
from models.law.appointment import PartOfDay, VisitReason
from models.law.specialty import Specialty
from models.law.timetable import SlotState
from models.timetable import Slot

NEAREST = 3
FEW = 4


@dataclass(frozen=True)
class Search:
    """What is looked for. `person` is for whom: the person's own hold does not hide a time from the person."""

    clinic: uuid.UUID
    specialty: Specialty | None = None
    doctor: uuid.UUID | None = None
    language: Language | None = None
    reason: VisitReason | None = None
    part: PartOfDay | None = None
    first: datetime | None = None
    until: datetime | None = None
    day: date | None = None
    person: uuid.UUID | None = None


def free(person: uuid.UUID | None = None) -> "QuerySet[Slot]":
    """Every time that can be had at this moment by a person, or by anybody."""
    now = clock.now()
    held = Hold.filter(ended_at=None, expires_at__gt=now)
    if person:
        held = held.exclude(person_id=person)
    open_ones = Slot.filter(state=SlotState.OPEN, starts_at__gt=now, day__lte=law.horizon(now))
    return open_ones.exclude(id__in=Subquery(held.values("slot_id")))


async def found(search: Search) -> "QuerySet[Slot]":
    """The free times that a search names, to be read by pages."""
    wanted = free(search.person).filter(clinic_id=search.clinic)
    exact = {
        "specialty": search.specialty, "doctor_id": search.doctor, "starts_at__gte": search.first, "starts_at__lt": search.until,
        "day": search.day,
    }  # fmt: skip
    wanted = wanted.filter(**{name: value for name, value in exact.items() if value is not None})
    if search.reason:
        wanted = wanted.filter(reasons__contains=search.reason)
    if search.language:
        wanted = wanted.filter(doctor_id__in=await _speaking(search.clinic, search.language))
    return wanted.filter(_in_part(search.part)) if search.part else wanted


async def _speaking(clinic: uuid.UUID, language: Language) -> list[uuid.UUID]:
    """The doctors of a clinic who speak a language."""
    return [one.id for one in await Doctor.filter(clinic_id=clinic, serving=True) if language in one.languages]


def _in_part(part: PartOfDay) -> Q:
    """Times of a part of the day, on any day of the horizon."""
    first, last = law.PARTS[part]
    today, days = clock.today(), law.HORIZON.on(clock.today())
    start = datetime.combine(today, datetime.min.time(), clock.ZONE)
    begins, ends = timedelta(hours=first), timedelta(hours=last)
    spans = [start + timedelta(days=number) for number in range(days + 1)]
    return Q(*(Q(starts_at__gte=day + begins, starts_at__lt=day + ends) for day in spans), join_type="OR")


async def days(search: Search) -> list[tuple[date, int]]:
    """The days that have free times, with how many, the nearest first."""
    counted = (await found(search)).annotate(n=Count("id")).group_by("day").order_by("day")
    return [(day_of(day), int(n)) for day, n in await counted.values_list("day", "n")]


def day_of(value: object) -> date:
    """A day as a grouped column gives it: SQLite gives words."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


async def nearest(slot: Slot, person: uuid.UUID | None, limit: int = NEAREST) -> list[Slot]:
    """Free times nearest to one that cannot be had: of the same doctor first, then of the specialty in the clinic."""
    around = free(person).filter(clinic_id=slot.clinic_id).exclude(id=slot.id)
    own = around.filter(doctor_id=slot.doctor_id)
    before = await own.filter(starts_at__lt=slot.starts_at).order_by("-starts_at").limit(limit)
    after = await own.filter(starts_at__gte=slot.starts_at).order_by("starts_at").limit(limit)
    near = sorted([*before, *after], key=lambda one: abs(one.starts_at - slot.starts_at))[:limit]
    if len(near) < limit:
        others = around.filter(specialty=slot.specialty).exclude(doctor_id=slot.doctor_id).order_by("starts_at")
        near += await others.limit(limit - len(near))
    return sorted(near, key=lambda one: one.starts_at)


def _with_person(*doctors: uuid.UUID) -> "QuerySet[Doctor]":
    return Doctor.filter(id__in=doctors).select_related("person")


def replacements(candidates: Sequence[Slot], lost: datetime, doctor: uuid.UUID) -> list[Slot]:
    """Candidates for a lost time, the best first: nearest day, same doctor, nearest hour."""
    day = clock.local(lost).date()
    return sorted(candidates, key=lambda one: (abs((one.day - day).days), one.doctor_id != doctor, abs(one.starts_at - lost), str(one.id)))


_DOCTORS = [Prepared(_with_person, *[uuid.UUID] * number) for number in range(1, FEW + 1)]


async def read_relations(slots: Sequence[Slot]) -> None:
    """Give each slot its doctor, with the person: a list of times has many slots and few doctors."""
    wanted = sorted({one.doctor_id for one in slots}, key=str)
    if not wanted:
        return
    found = await (_DOCTORS[len(wanted) - 1](*wanted) if len(wanted) <= FEW else _with_person(*wanted))
    doctors = {one.id: one for one in found}
    for one in slots:
        one.doctor = doctors[one.doctor_id]
