"""Appointment with a doctor as the API shows it: the case, its time, the offered time, what is noted on the day."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from api.case import Case, OfPatient, Told, served
from api.clinic import Doctor, Site
from api.context import Info
from api.hold import Hold
from api.ids import encode
from api.names import AccessReason, AppointmentState, Language, Role, Specialty, VisitReason
from api.node import Node
from api.rows import loads
from api.scalars import Base64
from api.shown import by_id, shown
from api.slot import Slot
from models import appointment as rows
from models import clock, texts
from models.actor import Actor
from models.appointment_calendar import file_of
from models.appointment_course import course
from models.attachment import Attachment
from models.clinic import Clinic as ClinicRow
from models.clinic import Doctor as DoctorRow
from models.clinic import Site as SiteRow
from models.hold import Hold as HoldRow
from models.hold import HoldPurpose
from models.journal_reading import opened
from models.law import appointment as law
from models.law import open_acts
from models.law.attachment import State as AttachmentState
from models.timetable import Slot as SlotRow

Root = strawberry.Parent[rows.Appointment]


@strawberry.type(description="A referral as it was given with a booking.")
class Referral:
    number: str = strawberry.field(description="Its number.")
    issuer: str = strawberry.field(description="Who issued it.")
    issued_on: date = strawberry.field(description="When it was issued.")
    valid_until: date = strawberry.field(description="The last day on which it holds.")


@strawberry.type(description="An appointment with a doctor and what became of it.")
class Appointment(OfPatient, Case, Node):
    state: AppointmentState = strawberry.field(description="Where the appointment stands.")
    starts_at: datetime = strawberry.field(description="When the visit begins; for an offered one the time that the clinic could not keep.")
    ends_at: datetime = strawberry.field(description="When the visit ends.")
    booked_at: datetime = strawberry.field(description="When the present time was taken.")
    sequence: int = strawberry.field(description="How often the time has changed; a calendar file carries it.")
    specialty: Specialty = strawberry.field(description="The doctor's specialty.")
    reason: VisitReason = strawberry.field(description="What the visit is for.")
    access_reason: AccessReason | None = strawberry.field(description="Why no referral is needed; null where none was given.")
    evidence: str = strawberry.field(description="The document behind that reason.")
    phone: str = strawberry.field(description="The phone given with the booking.")
    language: Language = strawberry.field(description="The language in which the answer is asked for.")
    offer_reason: str = strawberry.field(description="Why the clinic could not keep the time.")
    arrived_at: datetime | None = strawberry.field(description="When the person came.")
    begun_at: datetime | None = strawberry.field(description="When the visit began.")
    ended_at: datetime | None = strawberry.field(description="When the visit was over.")
    cancelled_at: datetime | None = strawberry.field(description="When it was cancelled.")
    cancelled_by: Role | None = strawberry.field(description="In what role somebody cancelled it.")
    cancel_reason: str = strawberry.field(description="Why it was cancelled, if that was said.")

    @shown
    def specialty_text(self, root: Root, info: Info) -> str:
        """The specialty in words."""
        return texts.text(f"law.specialty.{root.specialty}", info.context.language)

    @shown
    def reason_text(self, root: Root, info: Info) -> str:
        """What the visit is for, in words."""
        return texts.text(f"law.visit_reason.{root.reason}", info.context.language)

    @shown
    def access_reason_text(self, root: Root, info: Info) -> str | None:
        """Why no referral is needed, in words."""
        return texts.text(f"law.access_reason.{root.access_reason}", info.context.language) if root.access_reason else None

    @shown
    def referral(self, root: Root) -> Referral | None:
        """The referral; null where none was given."""
        given = root.referral
        return (
            Referral(number=given.number, issuer=given.issuer, issued_on=given.issued_on, valid_until=given.valid_until) if given else None
        )

    @shown
    async def doctor(self, root: Root, info: Info) -> Doctor:
        """The doctor."""
        return await info.context.loader(by_id(DoctorRow)).load(root.doctor_id)  # type: ignore[return-value]

    @shown
    async def slot(self, root: Root, info: Info) -> Slot:
        """The time of the doctor that it has, or had."""
        return await info.context.loader(by_id(SlotRow)).load(root.slot_id)  # type: ignore[return-value]

    @shown
    async def room(self, root: Root, info: Info) -> str:
        """The room."""
        slot = await info.context.loader(by_id(SlotRow)).load(root.slot_id)
        return slot.room if slot else ""

    @shown
    async def offer(self, root: Root, info: Info) -> Hold | None:
        """The time that the clinic offers instead and holds for the person; null when none is held."""
        return await info.context.loader(_offers).load(root.id) if root.state is law.State.OFFERED else None  # type: ignore[return-value]

    @shown
    async def site(self, root: Root, info: Info) -> Site | None:
        """The site of the clinic that the person belongs to, for the journal; null when the person belongs to none."""
        return await info.context.loader(_sites).load(root.person_id)  # type: ignore[return-value]

    @shown
    def recorded_by(self, root: Root, info: Info) -> str:
        """Who recorded it: the registrar or partner system; empty when the person booked on the portal."""
        return root.recorded_by

    @shown
    def identity_seen(self, root: Root, info: Info) -> str:
        """For the clinic: the identity document that the registrar saw."""
        return root.identity_seen if info.context.actor.of_clinic else ""

    @shown
    def calendar_path(self, root: Root) -> str:
        """Where the site serves the calendar file (ICS) to a browser that is signed in."""
        return f"/appointments/{encode('Appointment', root.id)}/calendar.ics"

    @shown
    async def calendar_file(self, root: Root, info: Info) -> Base64:
        """The calendar file (ICS, RFC 5545) as it stands now: always the same UID, a higher SEQUENCE after each change."""
        return Base64(await file_of(root, info.context.language))

    @shown
    async def spoken(self, root: Root, info: Info) -> str | None:
        """What a registrar reads out to the person at the desk or on the phone, in the person's language."""
        if info.context.actor.role is not Role.REGISTRAR or root.state is not law.State.BOOKED:
            return None
        from api.person import person_by_id

        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        slot = await info.context.loader(by_id(SlotRow)).load(root.slot_id)
        doctor = await info.context.loader(by_id(DoctorRow)).load(root.doctor_id)
        person = await info.context.loader(person_by_id).load(doctor.person_id) if doctor else None
        begins = clock.local(root.starts_at)
        return texts.text(
            "api.spoken.appointment", root.language, number=root.number, clinic=clinic.name_in(root.language) if clinic else "",
            doctor=person.full_name if person else "", specialty=texts.text(f"law.specialty.{root.specialty}", root.language),
            room=slot.room if slot else "", day=begins.strftime("%d.%m.%Y"), time=begins.strftime("%H:%M"),
        )  # fmt: skip


async def _sites(keys: list[UUID]) -> list[SiteRow | None]:
    in_force = Attachment.filter(person_id__in=keys, state=AttachmentState.IN_FORCE).select_related("site")
    found = {one.person_id: one.site for one in await in_force}
    return [found.get(key) for key in keys]


async def _offers(keys: list[UUID]) -> list[HoldRow | None]:
    held = {one.appointment_id: one for one in await HoldRow.live().filter(appointment_id__in=keys, purpose=HoldPurpose.OFFER)}
    return [held.get(key) for key in keys]


def may(case: rows.Appointment, actor: Actor) -> list[str]:
    """The acts open to a caller now: by the law's table, and by the clock."""
    if actor.role is None:
        return []
    ahead = case.starts_at > clock.now()
    today, this_day = clock.local(case.starts_at).date() <= clock.today(), clock.local(case.starts_at).date() == clock.today()
    timely = {
        "move": ahead or case.state is law.State.OFFERED, "cancel": ahead or case.state is law.State.OFFERED,
        "offer": case.state is law.State.ARRIVED or (ahead and case.state is law.State.BOOKED),
        "arrive": today, "begin": today, "miss": not ahead, "reopen": this_day, "step_back": this_day,
    }  # fmt: skip
    return [act for act in open_acts(law.MOVES, case.state, actor.role) if timely.get(act, True)]


served(
    rows.Appointment,
    Told(
        mark=lambda case: law.mark(case.state, case.accepted_at or case.submitted_at, clock.now()),
        course=course,
        may=may,
        due=lambda case, language: None,
    ),
)


async def leave_line(actor: Actor, case: rows.Appointment) -> None:
    """Opening somebody else's appointment leaves a line in the journal."""
    await opened(actor, "appointment:read", case)


async def _load(key: UUID, actor: Actor) -> rows.Appointment | None:
    return await rows.Appointment.visible_to(actor).get_or_none(id=key)


loads("Appointment", rows.Appointment, _load, leave_line)
