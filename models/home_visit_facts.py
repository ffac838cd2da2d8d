"""What is asked for with a call, and everything that the law looks at before it is entered or answered."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from models import clinic as clinics
from models import clock, doctor_service
from models.actor import Actor
from models.appointment_facts import attached_to
from models.clinic import Clinic, Doctor
from models.home_visit import Address, HomeVisit
from models.law import Channel, Language, Refused, Service, forbid
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.law.agenda import PROMISED
from models.law.home_visit import Kind, State
from models.law.home_visit_reason import DangerSign, Indication
from models.law.home_visit_window import Window, awaited
from models.law.person import full_years
from models.law.timetable import Span, absent
from models.person import Person
from models.representation import right_of
from models.timetable import absences_of


@dataclass(frozen=True)
class Wanted:
    """What is asked for: for whom, why, where to and how to get in. `kind` is said by the clinic only."""

    patient: Person
    address: Address = field(default_factory=dict)
    signs: tuple[DangerSign, ...] = ()
    indications: tuple[Indication, ...] = ()
    words: str = ""
    arrival: str = ""
    language: Language = Language.KK
    phone: str = ""
    kind: Kind | None = None
    identity: str = ""
    applicant: Person | None = None
    ambulance_number: str = ""


async def clinic_of(actor: Actor, patient: uuid.UUID) -> Clinic | None:
    """The clinic that is called: at a clinic's desk that one, otherwise the clinic of the person's attachment."""
    key = actor.clinic if actor.of_clinic else await attached_to(patient)
    return await Clinic.get(id=key) if key else None


async def asked_clinic(actor: Actor, patient: uuid.UUID) -> Clinic:
    """The clinic that is called; without any attachment there is none to call (`Refused`)."""
    found = await clinic_of(actor, patient)
    if found is None:
        raise Refused(rules.impediment("NOT_ATTACHED", ("patient",)))
    return found


async def of_call(actor: Actor, wanted: Wanted, clinic: Clinic) -> rules.Facts:
    """Everything that decides a call."""
    asking = _asking(actor, wanted)
    live = await HomeVisit.get_or_none(person_id=wanted.patient.id, clinic_id=clinic.id, state__in=law.LIVE)
    return rules.Facts(
        on=clock.now(), channel=actor.channel, hours=clinic.working_hours(),
        attached=await attached_to(wanted.patient.id) == clinic.id, deceased=wanted.patient.deceased_on is not None,
        clinic_serving=clinic.serving, applicant_is_patient=asking == wanted.patient.id,
        may_represent=actor.partner is not None or await right_of(asking, wanted.patient.id, Service.HOME_VISIT) is not None,
        own_desk_self=actor.of_clinic and actor.person in (wanted.patient.id, asking), live=live.number if live else "",
        signs=frozenset(wanted.signs), indications=frozenset(wanted.indications), words=wanted.words,
        ambulance_number=wanted.ambulance_number,
        in_zone=not wanted.address or await clinics.site_of(clinic.id, dict(wanted.address)) is not None,
    )  # fmt: skip


def _asking(actor: Actor, wanted: Wanted) -> uuid.UUID | None:
    """Who asks: whoever is signed in; at the desk the person in front; through a partner the patient, or whoever signs.

    When the clinic comes of its own accord, or 103 hands the call over, nobody needs a right to ask: anybody may call 103.
    """
    if not rules.asked_for(actor.channel):
        return wanted.patient.id
    if actor.of_clinic or actor.partner:
        return wanted.applicant.id if wanted.applicant else wanted.patient.id
    return actor.person


async def kind_of(wanted: Wanted, channel: Channel) -> Kind:
    """What the clinic says; otherwise a further call soon after a visit is a repeated one, and the clinic's own visit an active one."""
    if wanted.kind:
        return wanted.kind
    if channel is Channel.CLINIC:
        return Kind.ACTIVE
    since = clock.now() - timedelta(days=law.REPEAT_WITHIN.on(clock.today()))
    before = await HomeVisit.filter(person_id=wanted.patient.id, state=State.COMPLETED, ended_at__gte=since).exists()
    return Kind.REPEAT if before else Kind.PRIMARY


async def term_of(actor: Actor, clinic: Clinic) -> law.Term:
    """The clock of a call made at this moment."""
    return law.term(clock.now(), actor.channel, clinic.working_hours())


async def doctor_for(case: HomeVisit, doctor: uuid.UUID, window: Window) -> Doctor:
    """The doctor who is to be sent, if the law allows it (`Refused`)."""
    found = await Doctor.get_or_none(id=doctor, clinic_id=case.clinic_id, serving=True).prefetch_related("person")
    if found is None or not (await doctor_service.days_of(found)).covers(clock.local(window[0]).date()):
        raise Refused(rules.impediment("DOCTOR_ELSEWHERE", ("doctor",)))
    away = [(one.since, one.until) for one in await absences_of([doctor], window[0])]
    age = full_years(case.person.birth_date, case.visit_day)
    forbidding = rules.doctor_allowed(rules.Doctor(found.specialty, absent=absent(Span(*window), away)), age, case.visit_day)
    forbid(forbidding)
    return found


async def left(cases: Sequence[HomeVisit]) -> set[uuid.UUID]:
    """The calls whose doctor is absent while the person awaits one, or serves no more: somebody else has to go."""
    named = [one for one in cases if one.state in PROMISED and one.doctor_id and one.window_since and one.window_until]
    away: dict[object, list[Window]] = {}
    for absence in await absences_of(list({one.doctor_id for one in named if one.doctor_id}), clock.now()) if named else []:
        away.setdefault(absence.doctor_id, []).append((absence.since, absence.until))
    gone = await doctor_service.resting([one.doctor_id for one in named if one.doctor_id])
    missed = {one.id for one in named if absent(Span(*awaited(promised(one), clock.now())), away.get(one.doctor_id, []))}
    return missed | {one.id for one in named if one.doctor_id in gone}


def promised(case: HomeVisit) -> Window:
    """The promised window; a call that is answered has one."""
    if case.window_since is None or case.window_until is None:
        raise LookupError(f"{case.number} has no window")
    return case.window_since, case.window_until


async def loads(clinic: uuid.UUID, day: date) -> dict[uuid.UUID, tuple[int, int]]:
    """How many calls each doctor of a clinic still has on a day, and how many are done."""
    found: dict[uuid.UUID, tuple[int, int]] = {}
    for one in await HomeVisit.filter(clinic_id=clinic, visit_day=day, doctor_id__not_isnull=True).only("id", "doctor_id", "state"):
        left, done = found.get(one.doctor_id, (0, 0)) if one.doctor_id else (0, 0)
        if one.doctor_id:
            found[one.doctor_id] = (left + (one.state in law.ON_ROUND), done + (one.state is State.COMPLETED))
    return found
