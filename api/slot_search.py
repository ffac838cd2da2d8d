"""Search of free times: by clinic, specialty, doctor, day, language, part of day; the first free day first."""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
from tortoise.functions import Count, Min

from api.asked import record
from api.case import Impediment, impeding
from api.clinic import Doctor, clinic_of
from api.connection import After, Connection, First, page
from api.context import Info
from api.ids import decode
from api.limits import LARGEST_PAGE, PAGE
from api.names import Access, AccessReason, Language, PartOfDay, Specialty, VisitReason
from api.patient import patient_of
from api.person import person_by_id
from api.problems import Invalid, ProblemCode, from_impediment
from api.provision import Provision, cite
from api.root import ANYONE, query
from api.shown import by_id
from api.slot import Slot
from models import appointment_facts as facts
from models import slot_search, texts
from models.actor import Actor
from models.clinic import Clinic as ClinicRow
from models.clinic import Doctor as DoctorRow
from models.law import Language as LanguageOfLaw
from models.law import Role, Service
from models.law import appointment_rules as rules
from models.law.appointment_access import REASONS, WAYS
from models.timetable import Slot as SlotRow
from models.timetable import any_reason


@strawberry.input(description="Which free times: every condition given must hold.")
class SlotFilter:
    clinic: strawberry.ID | None = strawberry.field(default=None, description="The clinic's id; the caller's own, for staff, when absent.")
    specialty: Specialty | None = strawberry.field(default=None, description="Of this specialty.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="Of this doctor.")
    language: Language | None = strawberry.field(default=None, description="Of doctors who speak this language.")
    reason: VisitReason | None = strawberry.field(default=None, description="Open for this kind of visit.")
    part_of_day: PartOfDay | None = strawberry.field(default=None, description="In this part of the day.")
    since: datetime | None = strawberry.field(default=None, description="Beginning at this moment or later.")
    until: datetime | None = strawberry.field(default=None, description="Beginning before this moment.")
    day: date | None = strawberry.field(default=None, description="On this day in Kazakhstan.")
    patient: strawberry.ID | None = strawberry.field(
        default=None, description="For whom: the person's own hold does not hide a time. The caller, when a citizen and absent."
    )


@strawberry.type(description="A day that has free times.")
class FreeDay:
    day: date = strawberry.field(description="The day.")
    count: int = strawberry.field(description="How many free times it has.")


@strawberry.type(description="A reason that spares the referral.")
class AccessReasonChoice:
    reason: AccessReason = strawberry.field(description="The reason.")
    text: str = strawberry.field(description="The reason in words.")
    evidence: bool = strawberry.field(description="Whether a document must stand behind it: a result, an entry of observation.")
    provision: Provision = strawberry.field(description="The paragraph of the reason.")


@strawberry.type(description="A specialty of a clinic: how one comes to it, when the first free day is, and what forbids it to a person.")
class SpecialtyChoice:
    specialty: Specialty = strawberry.field(description="The specialty.")
    text: str = strawberry.field(description="The specialty in words.")
    access: Access = strawberry.field(description="Directly, directly for a reason, or by referral.")
    access_text: str = strawberry.field(description="The access in words.")
    reasons: list[AccessReasonChoice] = strawberry.field(description="Reasons that spare the referral.")
    provision: Provision = strawberry.field(description="The paragraph of the access.")
    doctors: list[Doctor] = strawberry.field(description="The clinic's doctors of it.")
    first_day: date | None = strawberry.field(description="The first day with a free time; null when there is none within the horizon.")
    free_count: int = strawberry.field(description="How many times are free within the horizon.")
    forbidding: list[Impediment] = strawberry.field(description="What forbids any time of it to the patient; empty when nothing does.")


async def search(actor: Actor, given: SlotFilter) -> slot_search.Search:
    """A filter as the register searches; somebody who has not signed in looks for nobody."""
    nobody = given.patient is None and actor.role is not Role.CITIZEN
    return slot_search.Search(
        clinic=clinic_of(actor, given.clinic, "filter.clinic"), specialty=given.specialty, language=given.language, reason=given.reason,
        doctor=decode(given.doctor, "Doctor", "filter.doctor") if given.doctor else None, part=given.part_of_day, first=given.since,
        until=given.until, day=given.day, person=None if nobody else await patient_of(actor, given.patient),
    )  # fmt: skip


@query(ANYONE, returns=Connection[Slot])
async def free_slots(
    info: Info,
    filter: Annotated[SlotFilter, strawberry.argument(description="Which of them.")],
    first: First = PAGE,
    after: After = None,
) -> Any:
    """Times that can be booked now, the nearest first (standard of order 272, paragraph 6: a free time of the doctor is chosen)."""
    found = await page(await slot_search.found(await search(info.context.actor, filter)), "starts_at", first=first, after=after)
    await slot_search.read_relations([edge.node for edge in found.edges])
    return found


@query(ANYONE, returns=list[FreeDay])
async def free_days(info: Info, filter: Annotated[SlotFilter, strawberry.argument(description="Which times are counted.")]) -> Any:
    """The days that have free times, the nearest first, with how many."""
    return [FreeDay(day=day, count=count) for day, count in await slot_search.days(await search(info.context.actor, filter))]


@query(ANYONE, returns=list[Slot])
async def slots(
    info: Info, ids: Annotated[list[strawberry.ID], strawberry.argument(description=f"Up to {LARGEST_PAGE} ids of times.")]
) -> Any:
    """Times by their ids, as they are now: what an open page asks when it hears of a change. Unknown ones are left out."""
    if len(ids) > LARGEST_PAGE:
        raise Invalid(ProblemCode.TOO_MANY, "ids", most=LARGEST_PAGE)
    return await SlotRow.filter(id__in=[decode(one, "Slot", "ids") for one in ids]).order_by("starts_at", "id")


@strawberry.type(description="A free time that a person cannot have, and why.")
class ForbiddenTime:
    slot: Slot = strawberry.field(description="The time.")
    forbidding: list[Impediment] = strawberry.field(description="Every rule that forbids it, reason and referral apart.")


@query(ANYONE, returns=list[ForbiddenTime])
async def forbidden_times(
    info: Info,
    filter: Annotated[SlotFilter, strawberry.argument(description="Which free times are looked at: of a specialty or a doctor, of a day.")],
    moving: Annotated[
        strawberry.ID | None, strawberry.argument(description="An appointment that is to be moved: it forbids nothing.")
    ] = None,
) -> Any:
    """Which of the free times that a search finds the patient cannot have, and why; empty: every one of them can be booked."""
    wanted, actor = await search(info.context.actor, filter), info.context.actor
    if wanted.person is None:
        return []
    person = await info.context.loader(person_by_id).load(wanted.person)
    clinic = await info.context.loader(by_id(ClinicRow)).load(wanted.clinic)
    if clinic is None or person is None:
        return []
    if actor.of_clinic:
        await record(actor, Service.APPOINTMENT, person)
    known = await facts.of_person(actor, person, clinic, wanted.specialty or Specialty.GP)
    case = decode(moving, "Appointment", "moving") if moving else None
    live = tuple(one for one in known.live if case is None or one.key != case)
    if wanted.specialty and not rules.some_times_differ(replace(known, live=live)):
        return []  # nothing about the person or the specialty forbids anything, and no time differs from another
    found = await (await slot_search.found(wanted)).order_by("starts_at", "id").limit(LARGEST_PAGE)
    told = [
        (one, rules.of_time(replace(known, live=live, specialty=one.specialty, time=facts.time(one), reason=any_reason(one))))
        for one in found
    ]
    language = info.context.language
    return [
        ForbiddenTime(slot=one, forbidding=[impeding(from_impediment(rule, language)) for rule in broken])  # type: ignore[arg-type]
        for one, broken in told
        if broken
    ]


@query(ANYONE, returns=list[SpecialtyChoice])
async def specialties(
    info: Info,
    clinic: Annotated[
        strawberry.ID | None, strawberry.argument(description="The clinic's id; the caller's own, for staff, when absent.")
    ] = None,
    patient: Annotated[strawberry.ID | None, strawberry.argument(description="For whom; a citizen when absent.")] = None,
) -> Any:
    """The specialties that a clinic receives in, with access, first free day and what forbids each to the patient."""
    place = await info.context.loader(by_id(ClinicRow)).load(clinic_of(info.context.actor, clinic, "clinic"))
    if place is None:
        raise Invalid(ProblemCode.NOT_FOUND, "clinic")
    actor = info.context.actor
    asked = patient is not None or actor.role is Role.CITIZEN
    person = await info.context.loader(person_by_id).load(await patient_of(actor, patient)) if asked else None
    doctors = await DoctorRow.filter(clinic=place, serving=True).order_by("specialty", "id")
    open_days = await _open_days(place.id, person.id if person else None)
    if person and actor.of_clinic:
        await record(actor, Service.APPOINTMENT, person)
    known = await facts.of_person(actor, person, place, Specialty.GP) if person else None
    kinds = [one for one in Specialty if any(doctor.specialty is one for doctor in doctors)]
    return [_choice(one, [d for d in doctors if d.specialty is one], open_days.get(one), known, info) for one in kinds]


async def _open_days(clinic: UUID, person: UUID | None) -> dict[Specialty, tuple[date, int]]:
    """The first free day and the number of free times of each specialty of a clinic."""
    free = slot_search.free(person).filter(clinic_id=clinic).annotate(first=Min("day"), n=Count("id"))
    counted = await free.group_by("specialty").values_list("specialty", "first", "n")
    return {Specialty(one): (slot_search.day_of(first), int(n)) for one, first, n in counted}


def without_referral(specialty: Specialty, language: LanguageOfLaw) -> list[AccessReasonChoice]:
    """The reasons of the list that spare the referral to a specialty."""
    return [
        AccessReasonChoice(
            reason=reason, text=texts.text(f"law.access_reason.{reason}", language), evidence=REASONS[reason].evidence,
            provision=cite(REASONS[reason].basis, language),
        )
        for reason in WAYS[specialty].without_referral
    ]  # fmt: skip


def _choice(one: Specialty, doctors: list[Any], free: tuple[date, int] | None, known: rules.Facts | None, info: Info) -> SpecialtyChoice:
    way, language = WAYS[one], info.context.language
    forbidding = rules.of_specialty(replace(known, specialty=one)) if known else []
    return SpecialtyChoice(
        specialty=one, text=texts.text(f"law.specialty.{one}", language), access=way.access,
        access_text=texts.text(f"law.access.{way.access}", language), provision=cite(way.basis, language), doctors=doctors,
        reasons=without_referral(one, language),
        first_day=free[0] if free else None, free_count=free[1] if free else 0,
        forbidding=[impeding(from_impediment(found, language)) for found in forbidding],
    )  # fmt: skip
