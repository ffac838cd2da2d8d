"""Calling a doctor home, and what the person says afterwards: worse, agreed, insisted, cancelled. One transaction each."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from models import applicant as applicants
from models import clinic as clinics
from models import clock, journal, lock, news, notice_issuing, signing
from models import draft as drafts
from models import home_visit_facts as facts
from models import home_visit_message as message
from models.actor import Actor
from models.applicant import Applicant
from models.attachment import Attachment
from models.clinic import Clinic
from models.home_visit import HomeVisit
from models.home_visit_facts import Wanted
from models.law import Channel, Refused, Role, Service, forbid, perform
from models.law import home_visit as law
from models.law import home_visit_rules as rules
from models.law.attachment import State as AttachmentState
from models.law.home_visit import State
from models.law.home_visit_reason import DangerSign, highest, urgency_of
from models.law.notice import HOME_VISIT_PREFIX
from models.law.person import full_years
from models.law.representation import Right
from models.number import next_in_log, next_unlocked

ACT = "callDoctor"
SERIES = "home_visit_number"


async def call(actor: Actor, wanted: Wanted, payload: Mapping[str, object], signed: signing.Signed | None) -> HomeVisit:
    """Call a doctor home: signed by the citizen, by a partner with consent or a signature, by the registrar for whoever asks."""
    await lock.person(wanted.patient.id)
    # a partner system learns nothing of a person before somebody with a right to act has signed or consented
    proven = await _applicant(actor, wanted, payload, signed) if actor.partner else None
    clinic = await facts.asked_clinic(actor, wanted.patient.id)
    forbid(rules.impediments(await facts.of_call(actor, wanted, clinic)))
    who = proven or await _applicant(actor, wanted, payload, signed)
    case = await _open(actor, wanted, clinic, who)
    if actor.role is Role.CITIZEN:
        await drafts.forget(actor, Service.HOME_VISIT)
    return await told(actor, "call", case, "home_visit_submitted", danger=case.signs, urgency=case.urgency)


async def _applicant(actor: Actor, wanted: Wanted, payload: Mapping[str, object], signed: signing.Signed | None) -> Applicant | None:
    """Who asks; nobody, when the clinic comes of its own accord or 103 hands the call over."""
    if actor.of_clinic and not rules.asked_for(actor.channel):
        return None
    if actor.of_clinic:
        return await applicants.at_desk(actor, Service.HOME_VISIT, wanted.patient, wanted.applicant, wanted.identity)
    consented = await applicants.consented(actor, wanted.patient, signed)
    return consented or await applicants.signed_for(actor, Service.HOME_VISIT, wanted.patient, ACT, payload, signed)


async def _open(actor: Actor, wanted: Wanted, clinic: Clinic, who: Applicant | None) -> HomeVisit:
    """The new case: a line of the clinic's call log, its clock by the clinic's own hours, the site of the address."""
    now = clock.now()
    term, year = law.term(now, actor.channel, clinic.working_hours()), clock.local(now).year
    site = await clinics.site_of(clinic.id, dict(wanted.address))
    held = await Attachment.get_or_none(person_id=wanted.patient.id, clinic_id=clinic.id, state=AttachmentState.IN_FORCE)
    age = full_years(wanted.patient.birth_date, clock.today())
    return await HomeVisit.create(
        number=await next_unlocked(HOME_VISIT_PREFIX, SERIES), log_year=year, log_number=await _next_line(clinic, year),
        state=State.SUBMITTED, kind=await facts.kind_of(wanted, actor.channel),
        urgency=urgency_of(wanted.signs, wanted.indications, age, clock.today()), person=wanted.patient, clinic=clinic,
        site_id=site.id if site else held.site_id if held else None, outside_zone=site is None, channel=actor.channel,
        applicant=who.person if who else None, applicant_right=who.right if who else Right.SELF, partner_id=actor.partner,
        registrar_id=actor.account if actor.of_clinic else None, recorded_by=actor.name if actor.of_clinic or actor.partner else "",
        identity_seen=wanted.identity, ambulance_number=wanted.ambulance_number, signature_id=who.signature if who else None,
        signs=" ".join(wanted.signs), indications=" ".join(wanted.indications), words=wanted.words, address=dict(wanted.address),
        arrival=wanted.arrival, phone=wanted.phone, language=wanted.language, submitted_at=now, accepted_at=term.accepted_at,
        answer_by=term.answer_by, served_by_law=term.visit_day, visit_day=term.visit_day,
    )  # fmt: skip


async def _next_line(clinic: Clinic, year: int) -> int:
    """The next line of a clinic's call log of a year."""
    return await next_in_log(f"call-log-{clinic.bin}-{year}")


async def worsen(actor: Actor, case: HomeVisit, signs: Sequence[DangerSign], words: str) -> HomeVisit:
    """The patient is worse: what is new is added to the call, its urgency only rises, and an offer instead of a doctor is over."""
    perform(law.MOVES, "worsen", case.state, actor.capacity)
    if not (signs or words.strip()):
        raise Refused(rules.impediment("REASON_MISSING", ("words",)))
    if not words.strip() and set(signs) <= set(case.danger):
        return case  # nothing new: nobody is told again
    case.signs = " ".join(dict.fromkeys([*case.danger, *signs]))
    case.words = "\n".join(part for part in (case.words, words.strip()) if part)
    age = full_years(case.person.birth_date, clock.today())
    case.urgency = highest(case.urgency, urgency_of(signs, (), age, clock.today()))
    details = {"danger": " ".join(signs), "urgency": case.urgency}
    worse = await saved(actor, "worsen", case, ["signs", "words", "urgency"], "home_visit_worse", **details)
    # whoever gets worse while something else is offered instead of a doctor needs the doctor
    return await insist(actor, worse) if case.state is State.REDIRECTED else worse


async def agree(actor: Actor, case: HomeVisit) -> HomeVisit:
    """The person takes what the clinic offers instead of a visit."""
    case.state, case.ended_at = perform(law.MOVES, "agree", case.state, actor.capacity), clock.now()
    return await saved(actor, "agree", case, ["ended_at"], "home_visit_agreed", route=case.route)


async def insist(actor: Actor, case: HomeVisit) -> HomeVisit:
    """The person wants the doctor all the same: the clinic accepts or refuses on a ground of the list, within a new term."""
    case.state = perform(law.MOVES, "insist", case.state, actor.capacity)
    term = law.term(clock.now(), case.channel, case.clinic.working_hours())
    case.insisted, case.answer_by, case.answered_at = True, term.answer_by, None
    case.visit_day = max(case.visit_day, term.visit_day)
    changed = ["insisted", "answer_by", "visit_day", "answered_at"]  # a first answer that was late stays late
    return await saved(actor, "insist", case, changed, "home_visit_insisted")


async def cancel(actor: Actor, case: HomeVisit, reason: str = "") -> HomeVisit:
    """The person needs no doctor any more, up to the doctor's arrival; whoever notes it for the person notes what was said."""
    case.state, case.ended_at = perform(law.MOVES, "cancel", case.state, actor.capacity), clock.now()
    rules.reason_noted(reason, actor.capacity)
    case.cancelled_by, case.reasons = actor.capacity, reason
    return await saved(actor, "cancel", case, ["ended_at", "cancelled_by", "reasons"], "home_visit_cancelled", reason=reason)


async def saved(actor: Actor, act: str, case: HomeVisit, changed: Sequence[str], template: str = "", **details: Any) -> HomeVisit:
    """Save a call after an act, write the journal, and tell the people concerned in the same transaction."""
    case.version += 1
    await case.save(update_fields=["state", "version", *changed])
    return await told(actor, act, case, template, **details)


async def told(actor: Actor, act: str, case: HomeVisit, template: str = "", **details: Any) -> HomeVisit:
    """Write an act on a call to the journal; tell people, and open pages once it is committed."""
    details |= await notice_issuing.noted(act, case)
    entry = await journal.record(
        actor, f"home_visit:{act}", person=case.person_id, service=Service.HOME_VISIT, case=case.id, number=case.number, state=case.state,
        **details,
    )  # fmt: skip
    if template:
        await message.tell(entry, case, template)
    news.changed([case.id, case.clinic_id])
    return case


async def locked(actor: Actor, case: uuid.UUID) -> HomeVisit | None:
    """A call that the actor may see, locked until the end of the transaction."""
    found: HomeVisit | None = await lock.case(HomeVisit, actor, case, "person", "clinic", "site", "doctor__person", "applicant")
    return found


def with_channel(actor: Actor, wanted: Channel | None) -> Actor:
    """Somebody of a clinic says how the call came: at the desk, by phone, from 103, or of the clinic's own accord."""
    said = wanted or Channel.PHONE
    return actor.by(said) if actor.of_clinic and said in (*law.AT_THE_CLINIC, *law.OWN_ACCORD) else actor
