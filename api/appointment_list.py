"""The lists of appointments: a person's own, the clinic's journal, a doctor's day; and one by its id."""

from datetime import date
from typing import Annotated, Any

import strawberry

from api.appointment import Appointment, leave_line
from api.case_search import searched
from api.connection import After, Connection, First, page
from api.context import Info
from api.ids import decode
from api.limits import PAGE
from api.names import AppointmentState, Specialty
from api.root import query
from api.slot import Slot
from models import appointment as rows
from models import clock
from models.actor import Actor
from models.clinic import Doctor
from models.journal_reading import listed
from models.law import Role
from models.law import appointment as law
from models.timetable import Slot as SlotRow

READERS = (Role.CITIZEN, Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.ADMINISTRATOR, Role.DOCTOR, Role.PARTNER)
READ = "appointment:read"


@strawberry.input(description="Which appointments: every condition given must hold.")
class AppointmentFilter:
    state: list[AppointmentState] | None = strawberry.field(default=None, description="In one of these states.")
    live: bool | None = strawberry.field(default=None, description="True: still to be kept or under way; false: over or cancelled.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="With this doctor.")
    specialty: Specialty | None = strawberry.field(default=None, description="Of this specialty.")
    since: date | None = strawberry.field(default=None, description="On this day or later.")
    until: date | None = strawberry.field(default=None, description="On this day or earlier.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="Of this person.")
    search: str | None = strawberry.field(default=None, description="A number or an IIN, whole.")
    latest_first: bool = strawberry.field(default=False, description="The latest visit first; otherwise the earliest.")


def _filtered(found: Any, asked: AppointmentFilter) -> Any:
    """Narrow a list by what was asked."""
    if asked.state:
        found = found.filter(state__in=asked.state)
    if asked.live is not None:
        found = found.filter(state__in=law.LIVE) if asked.live else found.exclude(state__in=law.LIVE)
    if asked.doctor:
        found = found.filter(doctor_id=decode(asked.doctor, "Doctor", "filter.doctor"))
    if asked.specialty:
        found = found.filter(specialty=asked.specialty)
    if asked.since:
        found = found.filter(starts_at__gte=clock.start_of_day(asked.since))
    if asked.until:
        found = found.filter(starts_at__lt=clock.end_of_day(asked.until))
    if asked.patient:
        found = found.filter(person_id=decode(asked.patient, "Patient", "filter.patient"))
    return searched(found, asked.search.strip()) if asked.search and asked.search.strip() else found


async def listed_of(actor: Actor, asked: AppointmentFilter | None, first: int, after: str | None) -> Any:
    """A page of the appointments that somebody may see; others than the person's own leave a line in the journal."""
    asked = asked or AppointmentFilter()
    order = "-starts_at" if asked.latest_first else "starts_at"
    found = await page(_filtered(rows.Appointment.visible_to(actor), asked), order, first=first, after=after)
    await listed(actor, [edge.node for edge in found.edges])
    return found


@query(*READERS, returns=Connection[Appointment], scope=READ)
async def appointments(
    info: Info,
    filter: Annotated[AppointmentFilter | None, strawberry.argument(description="Which of them; all when absent.")] = None,
    first: First = PAGE,
    after: After = None,
) -> Any:
    """Appointments as far as the caller may see them, by the time of the visit: the journal of preliminary appointments for a clinic."""
    return await listed_of(info.context.actor, filter, first, after)


@query(*READERS, returns=Appointment | None, scope=READ)
async def appointment(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The appointment's id.")]) -> Any:
    """One appointment; null when it is absent or not the caller's to see. Somebody else's reading of it is journalled."""
    actor = info.context.actor
    found = await rows.Appointment.visible_to(actor).get_or_none(id=decode(id, "Appointment"))
    if found:
        await leave_line(actor, found)
    return found


@query(Role.DOCTOR, Role.REGISTRAR, Role.HEAD, Role.ADMINISTRATOR, returns=list[Slot])
async def reception_day(
    info: Info,
    on: Annotated[date | None, strawberry.argument(description="The day; today when absent.")] = None,
    doctor: Annotated[strawberry.ID | None, strawberry.argument(description="The doctor; for a doctor the caller, when absent.")] = None,
) -> Any:
    """The day of a doctor: every time in its order, with whose it is; the doctor's own, or any of the clinic."""
    actor = info.context.actor
    own = Doctor.filter(clinic_id=actor.clinic)
    own = own.filter(person_id=actor.person) if actor.role is Role.DOCTOR else own
    doctors = [one.id for one in await own if doctor is None or one.id == decode(doctor, "Doctor", "doctor")]
    found = await SlotRow.filter(doctor_id__in=doctors, day=on or clock.today()).order_by("starts_at", "room", "id")
    taken = await rows.Appointment.visible_to(actor).filter(slot_id__in=[one.id for one in found], state__in=law.TAKING)
    await listed(actor, taken)
    return found
