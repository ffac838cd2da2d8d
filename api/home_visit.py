"""Calling a doctor home as the API shows it: the call, its window, who comes, what is said of it."""

from datetime import date, datetime
from functools import partial
from urllib.parse import quote
from uuid import UUID

import strawberry

from api.case import Case, Due, OfPatient, Told, served
from api.clinic import Doctor, Site
from api.complaint import ComplaintWay
from api.context import Info
from api.home_visit_reason import DangerSignChoice, IndicationChoice, indication_choice, sign_choice
from api.names import (
    HomeVisitKind,
    HomeVisitOutcome,
    HomeVisitRefusalGround,
    HomeVisitRoute,
    HomeVisitState,
    Language,
    Role,
    Urgency,
)
from api.node import Node
from api.person import person_by_id
from api.provision import Provision, cite
from api.rows import loads
from api.shown import by_id, shown, shown_to
from api.timetable import Absence
from models import clock, texts
from models import home_visit as rows
from models.actor import Actor
from models.clinic import Clinic as ClinicRow
from models.clinic import Doctor as DoctorRow
from models.clinic import Site as SiteRow
from models.home_visit_course import course
from models.home_visit_facts import promised
from models.home_visit_message import window_words
from models.journal_reading import opened
from models.law import Language as LanguageOfLaw
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.law.agenda import PROMISED
from models.law.attachment_doctor import serves
from models.law.disclosure import Fact
from models.law.home_visit_window import awaited, given_up, offered, windows
from models.law.person import full_years
from models.law.specialty import ATTENDING
from models.law.term import clinic_day
from models.law.timetable import Span, absent
from models.law.words import complaint_words
from models.settings import settings
from models.timetable import Absence as AbsenceRow

Root = strawberry.Parent[rows.HomeVisit]
PARTS = ("locality", "street", "house", "flat", "entrance", "floor", "intercom")


@strawberry.type(description="Where a doctor comes.")
class VisitAddress:
    locality: str = strawberry.field(description="City, town or village.")
    street: str = strawberry.field(description="Street or micro-district.")
    house: str = strawberry.field(description="House.")
    flat: str = strawberry.field(description="Flat; empty when there is none.")
    entrance: str = strawberry.field(description="Entrance; empty when it was not said.")
    floor: str = strawberry.field(description="Floor; empty when it was not said.")
    intercom: str = strawberry.field(description="Code of the intercom; empty when it was not said.")
    line: str = strawberry.field(description="Locality, street, house and flat in one line.")
    map_url: str = strawberry.field(description="A map of the place, by the address alone.")

    @classmethod
    def of(cls, address: rows.Address) -> "VisitAddress":
        line = rows.address_line(address)
        place = ", ".join(address[part] for part in ("locality", "street", "house") if address.get(part))
        return cls(
            **{part: address.get(part, "") for part in PARTS}, line=line, map_url=settings().map.format(address=quote(place, safe=""))
        )


@strawberry.type(description="The time in which a doctor comes, as the person was told.")
class VisitWindow:
    since: datetime = strawberry.field(description="Its beginning.")
    until: datetime = strawberry.field(description="Its end.")


@strawberry.type(description="A lawful refusal of a call: its ground of the closed list, reasons and the way of complaint.")
class HomeVisitRefusal:
    ground: HomeVisitRefusalGround = strawberry.field(description="The ground.")
    text: str = strawberry.field(description="The ground in words.")
    explanation: str = strawberry.field(description="The reasons, in the words of the clinic.")
    provision: Provision = strawberry.field(description="The paragraph of the ground.")
    complaint: ComplaintWay = strawberry.field(description="Where, how and until when to complain.")


@strawberry.type(description="A call of a doctor home and what became of it.")
class HomeVisit(OfPatient, Case, Node):
    state: HomeVisitState = strawberry.field(description="Where the call stands.")
    version: int = strawberry.field(description="Counts the acts on the call: given back with an act, it shows what the caller has seen.")
    log_number: int = strawberry.field(description="Its line in the clinic's call log of the year.")
    kind: HomeVisitKind = strawberry.field(description="First, repeated or active.")
    urgency: Urgency = strawberry.field(description="How urgent it is.")
    outside_zone: bool = strawberry.field(description="Whether the address is outside the clinic's zone.")
    arrival: str = strawberry.field(description="What to know on arrival.")
    phone: str = strawberry.field(description="The phone given with the call.")
    language: Language = strawberry.field(description="The language in which the answer is asked for.")
    answer_by: datetime = strawberry.field(description="By when the clinic must answer.")
    answered_at: datetime | None = strawberry.field(description="When it answered.")
    overdue_at: datetime | None = strawberry.field(description="When the clock recorded that the answer is late; null when it is not.")
    served_by_law: date = strawberry.field(description="The day on which the standard wants it served.")
    visit_day: date = strawberry.field(description="The day on which a doctor comes.")
    carried: bool = strawberry.field(description="Whether it is served later than the standard wants.")
    carry_reason: str = strawberry.field(description="Why it was carried over.")
    apologies: int = strawberry.field(description="How often a window was missed.")
    attempts: int = strawberry.field(description="How often a doctor was at the door in vain.")
    set_out_at: datetime | None = strawberry.field(description="When the doctor set out.")
    arrived_at: datetime | None = strawberry.field(description="When the doctor was at the door.")
    ended_at: datetime | None = strawberry.field(description="When the call ended, whatever its end.")
    insisted: bool = strawberry.field(description="Whether the person wanted the doctor all the same.")
    route: HomeVisitRoute | None = strawberry.field(description="What is offered instead of a visit.")
    reasons: str = strawberry.field(description="The reasons given with a refusal, an offer, a cancellation or a handing over.")
    ambulance_number: str = strawberry.field(description="The number of the call at 103, where 103 gave or took it.")
    outcome: HomeVisitOutcome | None = strawberry.field(description="How the visit ended.")
    cancelled_by: Role | None = strawberry.field(description="In what role somebody cancelled it.")

    @shown
    def words(self, root: Root, info: Info) -> str:
        """What happened, in the person's words; empty for those who neither dispatch nor treat."""
        return root.words if shown_to(info, Fact.CALL_REASON) else ""

    @shown
    def danger_signs(self, root: Root, info: Info) -> list[DangerSignChoice]:
        """The signs of danger that were named; empty for those who neither dispatch nor treat."""
        return [sign_choice(one, info.context.language) for one in root.danger if shown_to(info, Fact.CALL_REASON)]

    @shown
    def indications(self, root: Root, info: Info) -> list[IndicationChoice]:
        """The indications that were named; empty for those who neither dispatch nor treat."""
        named = root.reasons_named if shown_to(info, Fact.CALL_REASON) else []
        return [indication_choice(one, info.context.language) for one in named]

    @shown
    def address(self, root: Root) -> VisitAddress:
        """Where the doctor comes."""
        return VisitAddress.of(root.address)

    @shown
    def window(self, root: Root) -> VisitWindow | None:
        """When a doctor comes; null while nothing is promised."""
        since, until = root.window_since, root.window_until
        return VisitWindow(since=since, until=until) if since and until else None

    @shown
    async def windows(self, root: Root, info: Info) -> list[VisitWindow]:
        """For the clinic: the windows that can be promised, the one to begin with first; also earlier than the day of the visit."""
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        if clinic is None or not info.context.actor.of_clinic:
            return []
        found = offered(clock.now(), root.visit_day, clinic.working_hours(), root.channel, root.urgency)
        return [VisitWindow(since=since, until=until) for since, until in found]

    @shown
    def comes_again(self, root: Root) -> bool:
        """Whether a doctor comes once more after nobody opened."""
        return root.state is law.State.NOBODY_HOME and not given_up(root.state, root.attempts, clock.now())

    @shown
    async def later_windows(self, root: Root, info: Info) -> list[VisitWindow]:
        """For the clinic: the windows of the days to which the call can be carried."""
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        if clinic is None or not info.context.actor.of_clinic:
            return []
        hours = clinic.working_hours()
        found = [one for day in _later_days(root, clinic) for one in windows(clock.now(), day, hours)]
        return [VisitWindow(since=since, until=until) for since, until in found]

    @shown
    async def later_days(self, root: Root, info: Info) -> list[date]:
        """For the clinic: the next working days to which the call can be carried."""
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        if clinic is None or not info.context.actor.of_clinic:
            return []
        return _later_days(root, clinic)

    @shown
    async def doctor(self, root: Root, info: Info) -> Doctor | None:
        """Who comes; null until somebody is named."""
        return await info.context.loader(by_id(DoctorRow)).load(root.doctor_id) if root.doctor_id else None

    @shown
    async def may_go(self, root: Root, info: Info) -> list[Doctor]:
        """For the clinic: the attending doctors who serve the patient's age, the one of the call's site first."""
        return await _may_go(root, info)  # type: ignore[return-value]

    @shown
    async def away(self, root: Root, info: Info) -> list[Absence]:
        """For the clinic: its doctors' absences that take some of the promised window, or of the first that can be promised."""
        return await _away(root, info)  # type: ignore[return-value]

    @shown
    async def doctor_away(self, root: Root, info: Info) -> Absence | None:
        """For the clinic: the absence of the doctor named, when somebody else has to go."""
        named = [one for one in await _away(root, info) if one.doctor_id == root.doctor_id and root.state in PROMISED]
        return named[0] if named else None  # type: ignore[return-value]

    @shown
    async def suggested_doctor(self, root: Root, info: Info) -> Doctor | None:
        """For the clinic: the doctor named, else the first of those who may go; never one who is absent then. Null when all are."""
        away = {one.doctor_id for one in await _away(root, info)}
        if root.doctor_id and root.doctor_id not in away:
            return await info.context.loader(by_id(DoctorRow)).load(root.doctor_id)
        fit = await _may_go(root, info)
        return next((one for one in fit if one.id not in away), None)  # type: ignore[return-value]

    @shown
    async def site(self, root: Root, info: Info) -> Site | None:
        """The site of the address, else of the attachment; null when the person belongs to none."""
        return await info.context.loader(by_id(SiteRow)).load(root.site_id) if root.site_id else None

    @shown
    def kind_text(self, root: Root, info: Info) -> str:
        """First, repeated or active, in words."""
        return texts.text(f"law.home_visit_kind.{root.kind}", info.context.language)

    @shown
    def urgency_text(self, root: Root, info: Info) -> str:
        """The urgency in words."""
        return texts.text(f"law.urgency.{root.urgency}", info.context.language)

    @shown
    def channel_text(self, root: Root, info: Info) -> str:
        """The way by which it came, in words."""
        return texts.text(f"law.channel.{root.channel}", info.context.language)

    @shown
    def route_text(self, root: Root, info: Info) -> str | None:
        """What is offered instead, in words."""
        return texts.text(f"law.home_visit_route.{root.route}", info.context.language) if root.route else None

    @shown
    def outcome_text(self, root: Root, info: Info) -> str | None:
        """How it ended, in words."""
        return texts.text(f"law.home_visit_outcome.{root.outcome}", info.context.language) if root.outcome else None

    @shown
    def diagnosis(self, root: Root, info: Info) -> str | None:
        """The diagnosis: for the person, the doctor and the head; null for everybody else."""
        return root.diagnosis if shown_to(info, Fact.FINDINGS) else None

    @shown
    def help_given(self, root: Root, info: Info) -> str | None:
        """The help given: for the person, the doctor and the head; null for everybody else."""
        return root.help_given if shown_to(info, Fact.FINDINGS) else None

    @shown
    async def refusal(self, root: Root, info: Info) -> HomeVisitRefusal | None:
        """The refusal; null when it was not refused."""
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        if root.refusal_ground is None or clinic is None or root.ended_at is None:
            return None
        listed, language = law.REFUSAL[root.refusal_ground], info.context.language
        return HomeVisitRefusal(
            ground=root.refusal_ground, text=texts.text(f"law.home_visit_refusal.{root.refusal_ground}", language),
            explanation=root.reasons, provision=cite(listed.basis, language),
            complaint=ComplaintWay.of(clinic, clock.local(root.ended_at).date(), language),
        )  # fmt: skip

    @shown
    def recorded_by(self, root: Root) -> str:
        """Who recorded it: the registrar or partner system; empty when the person called on the portal."""
        return root.recorded_by

    @shown
    def identity_seen(self, root: Root, info: Info) -> str:
        """For the clinic: the identity document that the registrar saw."""
        return root.identity_seen if info.context.actor.of_clinic else ""

    @shown
    async def spoken(self, root: Root, info: Info) -> str | None:
        """What a registrar reads out at the desk or on the phone, in the person's language: number, day and time of the visit, doctor."""
        key = _spoken(root)
        if info.context.actor.role is not Role.REGISTRAR or not key:
            return None
        doctor = await info.context.loader(_named).load(root.doctor_id) if root.doctor_id else None
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        said = partial(texts.text, language=root.language)
        told = said(
            f"api.spoken.{key}", number=root.number, day=f"{root.visit_day:%d.%m.%Y}", window=window_words(root),
            doctor=doctor.person.full_name if doctor else "", due=f"{clock.local(root.answer_by):%d.%m.%Y, %H:%M}", reason=root.reasons,
            carried=root.carry_reason, route=said(f"law.home_visit_route.{root.route}") if root.route else "",
            ground=said(f"law.home_visit_refusal.{root.refusal_ground}") if root.refusal_ground else "",
        )  # fmt: skip
        way = complaint_words(clinic.name_in(root.language), clock.today(), root.language) if clinic and root.refusal_ground else ""
        return " ".join(part for part in (said("api.spoken.home_visit_danger") if root.signs else "", told, way) if part)


def _spoken(case: rows.HomeVisit) -> str:
    """The key of what is read out in a state; empty where there is nothing to say."""
    if case.state in (law.State.REFUSED, law.State.HANDED_OVER, law.State.REDIRECTED):
        return f"home_visit_{case.state.lower()}"
    if case.state not in law.LIVE or case.state is law.State.ON_SITE:
        return ""
    if case.due_at and case.due_at < clock.now():
        return "home_visit_overdue" if case.state is law.State.SUBMITTED else "home_visit_window_overdue"
    if case.carried:
        return "home_visit_carried" if case.window_until else "home_visit_carried_unanswered"
    return "home_visit_doctor" if case.doctor_id and case.window_until else "home_visit_window" if case.window_until else "home_visit"


def _later_days(case: rows.HomeVisit, clinic: ClinicRow) -> list[date]:
    """The working days of the clinic to which a call can be carried."""
    since = max(case.visit_day, clock.today())
    return [clinic_day(since, clinic.working_hours(), number) for number in range(1, law.CARRIED_DAYS.on(since) + 1)]


async def _may_go(case: rows.HomeVisit, info: Info) -> list[DoctorRow]:
    if not info.context.actor.of_clinic:
        return []
    person = await info.context.loader(person_by_id).load(case.person_id)
    attending = await info.context.loader(_attending).load(case.clinic_id)
    return _fit(attending, full_years(person.birth_date, case.visit_day) if person else 0, case)


async def _away(case: rows.HomeVisit, info: Info) -> list[AbsenceRow]:
    """The absences in the time in which the person awaits a doctor; of the clinic's own calls that are under way."""
    clinic = await info.context.loader(by_id(ClinicRow)).load(case.clinic_id)
    if clinic is None or case.state not in law.LIVE or not info.context.actor.of_clinic:
        return []
    hours, now = clinic.working_hours(), clock.now()
    ahead = [promised(case)] if case.window_until else offered(now, case.visit_day, hours, case.channel, case.urgency)[:1]
    found = await info.context.loader(_absences).load(case.clinic_id)
    return [one for one in found for window in ahead if absent(Span(*awaited(window, now)), [(one.since, one.until)])]


async def _absences(keys: list[UUID]) -> list[list[AbsenceRow]]:
    """The absences of the doctors of clinics that are not over."""
    found = await AbsenceRow.filter(clinic_id__in=keys, until__gt=clock.now()).order_by("since")
    return [[one for one in found if one.clinic_id == key and one.takes_place] for key in keys]


def _fit(attending: list[DoctorRow], age: int, case: rows.HomeVisit) -> list[DoctorRow]:
    """Who serves an age, the doctor of the call's site first."""
    fit = [one for one in attending if serves(one.specialty, age, case.visit_day)]
    return sorted(fit, key=lambda one: one.site_id is None or one.site_id != case.site_id)


async def _attending(keys: list[UUID]) -> list[list[DoctorRow]]:
    """The attending doctors of clinics, by the number of their site."""
    attending = DoctorRow.filter(clinic_id__in=keys, serving=True, specialty__in=ATTENDING).select_related("site")
    found = await attending.order_by("site__number", "id")
    return [[one for one in found if one.clinic_id == key] for key in keys]


async def _named(keys: list[object]) -> list[DoctorRow | None]:
    found = {one.id: one for one in await DoctorRow.filter(id__in=keys).select_related("person")}
    return [found.get(key) for key in keys]  # type: ignore[call-overload]


def due_of(case: rows.HomeVisit, language: LanguageOfLaw) -> Due | None:
    """The running term: the answer by the standard, then the doctor by the promised window."""
    at = case.due_at
    if at is None:
        return None
    left = int((at - clock.now()).total_seconds() // 60)
    basis = law.answered_within(case.channel).basis if case.state is law.State.SUBMITTED else law.MOVES["promise"].basis
    return Due(at=at, target=None, overdue=left < 0, minutes_left=left, provision=cite(basis, language))


def may(case: rows.HomeVisit, actor: Actor) -> list[str]:
    """The acts open to a caller now."""
    if actor.role is None:
        return []
    standing = rules.Standing(
        case.state, case.visit_day, case.urgency, case.danger, case.reasons_named, case.insisted, case.attempts, case.window_until,
        case.ended_at,
    )  # fmt: skip
    return rules.acts_now(standing, actor.role, clock.now())


served(
    rows.HomeVisit,
    Told(mark=lambda case: law.mark(case.state, case.accepted_at, clock.now()), course=course, may=may, due=due_of),
)


async def leave_line(actor: Actor, case: rows.HomeVisit) -> None:
    """Opening somebody else's call leaves a line in the journal."""
    await opened(actor, "home_visit:read", case)


async def _load(key: object, actor: Actor) -> rows.HomeVisit | None:
    return await rows.HomeVisit.visible_to(actor).get_or_none(id=key)


loads("HomeVisit", rows.HomeVisit, _load, leave_line)
