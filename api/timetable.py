"""The doctors' timetable as the API shows it: receptions to anybody, absences to the clinic; and the acts that change it."""

from datetime import date, datetime, time
from typing import Annotated, Any
from uuid import UUID

import strawberry
from tortoise.expressions import Q

from api.appointment import Appointment
from api.clinic import Doctor, clinic_of
from api.context import Info
from api.given import words
from api.ids import decode
from api.names import VisitReason
from api.node import Node
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, mutation, payload, query
from api.rows import loads
from api.shown import by_id, shown
from models import clock, texts, timetable_week
from models import timetable as rows
from models import timetable_change as change
from models.actor import Actor
from models.clinic import Doctor as DoctorRow
from models.law import CLINIC_ROLES
from models.law.appointment import SLOT_MINUTES

ReceptionRoot = strawberry.Parent[rows.Reception]


@strawberry.type(description="A weekly reception of a doctor, from a first day to a last one.")
class Reception(Node):
    @shown
    def weekday(self, root: ReceptionRoot) -> int:
        """The day of the week: 1 is Monday, 7 Sunday."""
        return root.weekday + 1

    @shown
    def weekday_text(self, root: ReceptionRoot, info: Info) -> str:
        """The day of the week in words."""
        return texts.text(f"law.weekday.{root.weekday}", info.context.language)

    @shown
    def begins(self, root: ReceptionRoot) -> str:
        """When it begins: 08:00."""
        return f"{root.begins:%H:%M}"

    @shown
    def ends(self, root: ReceptionRoot) -> str:
        """When it ends: 14:00."""
        return f"{root.ends:%H:%M}"

    @shown
    def reasons(self, root: ReceptionRoot) -> list[VisitReason]:
        """The kinds of visit it is open for."""
        return rows.reasons_of(root)

    @shown
    async def doctor(self, root: ReceptionRoot, info: Info) -> Doctor:
        """The doctor."""
        return await info.context.loader(by_id(DoctorRow)).load(root.doctor_id)  # type: ignore[return-value]

    minutes: int = strawberry.field(description="Minutes of one visit.")
    room: str = strawberry.field(description="The room.")
    since: date = strawberry.field(description="The first day on which it holds.")
    until: date | None = strawberry.field(description="The last day on which it holds; null when none is set.")


@strawberry.type(description="An absence of a doctor.")
class Absence(Node):
    since: datetime = strawberry.field(description="From this moment.")
    until: datetime = strawberry.field(description="Until this moment.")
    reason: str = strawberry.field(description="Why, in the words of the clinic.")

    @shown
    async def doctor(self, root: strawberry.Parent[rows.Absence], info: Info) -> Doctor:
        """The doctor."""
        return await info.context.loader(by_id(DoctorRow)).load(root.doctor_id)  # type: ignore[return-value]


@strawberry.type(description="A change of the timetable, and the appointments whose time was lost by it: each was offered another one.")
class TimetableChange:
    reception: Reception | None = strawberry.field(description="The reception begun or ended.")
    absence: Absence | None = strawberry.field(description="The absence recorded or ended.")
    affected: list[Appointment] = strawberry.field(description="The appointments that were offered another time.")


TimetablePayload = payload(TimetableChange, "change")


@strawberry.input(description="A reception: weekly, or of one day when its first and last day are the same.")
class BeginReceptionInput:
    doctor: strawberry.ID = strawberry.field(description="The doctor.")
    weekday: int = strawberry.field(description="The day of the week: 1 is Monday, 7 Sunday.")
    begins: str = strawberry.field(description="When it begins: 08:00.")
    ends: str = strawberry.field(description="When it ends: 14:00.")
    minutes: int | None = strawberry.field(default=None, description="Minutes of one visit; the usual length when absent.")
    room: str = strawberry.field(description="The room.")
    reasons: list[VisitReason] | None = strawberry.field(default=None, description="The kinds of visit it is open for; all when absent.")
    since: date | None = strawberry.field(default=None, description="The first day; today when absent.")
    until: date | None = strawberry.field(default=None, description="The last day; without end when absent.")


@strawberry.input(description="A reception and the last day on which it holds.")
class EndReceptionInput:
    id: strawberry.ID = strawberry.field(description="The reception's id.")
    last: date = strawberry.field(description="The last day on which it holds.")


@strawberry.input(description="A doctor who is absent.")
class RecordAbsenceInput:
    doctor: strawberry.ID = strawberry.field(description="The doctor.")
    since: datetime | None = strawberry.field(default=None, description="From this moment; needed unless it is today.")
    until: datetime | None = strawberry.field(default=None, description="Until this moment; needed unless it is today.")
    today: bool = strawberry.field(default=False, description="From now until the clinic closes today: no moments are needed then.")
    reason: str = strawberry.field(description="Why, for the people whose time is lost; in one language for all of them.")


@strawberry.input(description="An absence that is over.")
class EndAbsenceInput:
    id: strawberry.ID = strawberry.field(description="The absence's id.")


@mutation(*change.ADMINISTERS, returns=TimetablePayload)
async def begin_reception(info: Info, input: BeginReceptionInput) -> Any:
    """Open a reception: its times can be booked at once, up to the horizon. Receptions of one doctor or one room never overlap."""
    actor = info.context.actor
    made, affected = await change.begin(actor, await _doctor(actor, input.doctor), _asked(input))
    return TimetableChange(reception=made, absence=None, affected=affected)  # type: ignore[arg-type]


@mutation(*change.ADMINISTERS, returns=TimetablePayload)
async def end_reception(info: Info, input: EndReceptionInput) -> Any:
    """End a reception on a day; everybody booked later is offered another time."""
    actor = info.context.actor
    found = await change.reception_of(actor, decode(input.id, "Reception"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    ended, affected = await change.end(actor, found, input.last)
    return TimetableChange(reception=ended, absence=None, affected=affected)  # type: ignore[arg-type]


@mutation(*change.NOTES_ABSENCE, returns=TimetablePayload)
async def record_absence(info: Info, input: RecordAbsenceInput) -> Any:
    """A doctor is absent: the times are closed, and everybody booked is offered another time in one act; nobody is dropped."""
    actor = info.context.actor
    reason = words(input.reason, "reason", 300)
    if not reason:
        raise Invalid(ProblemCode.REQUIRED, "reason")
    doctor = await _doctor(actor, input.doctor)
    since, until = change.rest_of_today(doctor) if input.today else (input.since, input.until)
    if since is None or until is None:
        raise Invalid(ProblemCode.REQUIRED, "until" if since else "since")
    made, affected = await change.absent(actor, doctor, since, until, reason)
    return TimetableChange(reception=None, absence=made, affected=affected)  # type: ignore[arg-type]


@mutation(*change.NOTES_ABSENCE, returns=TimetablePayload)
async def end_absence(info: Info, input: EndAbsenceInput) -> Any:
    """The doctor is back: the times from now on are open again."""
    actor = info.context.actor
    found = await change.absence_of(actor, decode(input.id, "Absence"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    ended, affected = await change.back(actor, found)
    return TimetableChange(reception=None, absence=ended, affected=affected)  # type: ignore[arg-type]


@query(ANYONE, returns=list[Reception])
async def receptions(
    info: Info,
    doctor: Annotated[strawberry.ID | None, strawberry.argument(description="Of this doctor.")] = None,
    clinic: Annotated[
        strawberry.ID | None, strawberry.argument(description="Of this clinic; the caller's own, for staff, when neither is given.")
    ] = None,
) -> Any:
    """The timetable of a doctor or of a clinic: the receptions that hold today or will (standard of order 272, paragraph 6)."""
    found = rows.Reception.all()
    if doctor:
        found = found.filter(doctor_id=decode(doctor, "Doctor", "doctor"))
    if clinic or not doctor:
        found = found.filter(clinic_id=clinic_of(info.context.actor, clinic, "clinic"))
    lasting = found.filter(Q(until=None) | Q(until__gte=clock.today()))
    return await lasting.order_by("doctor_id", "weekday", "begins_minute", "since")


@query(*CLINIC_ROLES, returns=list[Absence])
async def absences(info: Info) -> Any:
    """For the clinic: the absences of its doctors that are not over."""
    found = await rows.Absence.filter(clinic_id=info.context.actor.clinic, until__gt=clock.now()).order_by("since")
    return [one for one in found if one.takes_place]


@strawberry.type(description="One day of a doctor as it stands.")
class DoctorDay:
    day: date = strawberry.field(description="The day.")
    receptions: list[Reception] = strawberry.field(description="The receptions of the day, by the timetable.")
    absences: list[Absence] = strawberry.field(description="The absences that take some of the day, or all of it.")
    closed: bool = strawberry.field(description="Whether the clinic does not work on the day.")
    free: int = strawberry.field(description="How many times are not taken.")
    taken: int = strawberry.field(description="How many times are taken.")


@query(*CLINIC_ROLES, returns=list[DoctorDay])
async def doctor_week(
    info: Info,
    doctor: Annotated[strawberry.ID, strawberry.argument(description="A doctor of the caller's own clinic.")],
    on: Annotated[date | None, strawberry.argument(description="A day of the week wanted; the next working day when absent.")] = None,
) -> Any:
    """A week of a doctor from Monday to Sunday: receptions, absences, how many times are free and taken."""
    return await timetable_week.week(await _doctor(info.context.actor, doctor), on)


async def _doctor(actor: Actor, given: str) -> DoctorRow:
    found = await change.doctor_of(actor, decode(given, "Doctor", "doctor"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "doctor")
    return found


def _asked(given: BeginReceptionInput) -> change.Asked:
    """A reception as the timetable takes it; what cannot be read is told on its field."""
    if not 1 <= given.weekday <= 7:
        raise Invalid(ProblemCode.INVALID_VALUE, "weekday")
    room = words(given.room, "room", 20)
    if not room:
        raise Invalid(ProblemCode.REQUIRED, "room")
    return change.Asked(
        weekday=given.weekday - 1, begins=_time(given.begins, "begins"), ends=_time(given.ends, "ends"), room=room,
        minutes=given.minutes if given.minutes is not None else SLOT_MINUTES.on(clock.today()),
        reasons=tuple(given.reasons or VisitReason), since=given.since or clock.today(), until=given.until,
    )  # fmt: skip


def _time(given: str, field: str) -> time:
    try:
        return datetime.strptime(given.strip(), "%H:%M").time()
    except ValueError:
        raise Invalid(ProblemCode.INVALID_VALUE, field) from None


async def _reception(key: UUID, actor: Actor) -> rows.Reception | None:
    return await rows.Reception.get_or_none(id=key)


async def _absence(key: UUID, actor: Actor) -> rows.Absence | None:
    return await rows.Absence.get_or_none(id=key, clinic_id=actor.clinic) if actor.of_clinic else None


loads("Reception", rows.Reception, _reception)
loads("Absence", rows.Absence, _absence)
