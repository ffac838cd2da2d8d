"""Filing an appeal, which nothing refuses; and what the person does with it: corrects, objects, withdraws. One transaction each."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from tortoise.queryset import QuerySet

from models import appeal_facts as facts
from models import appeal_message as message
from models import applicant as applicants
from models import clock, journal, lock, news, notice_issuing, signing
from models import draft as drafts
from models.actor import SYSTEM, Actor
from models.appeal import Appeal
from models.appeal_facts import Wanted
from models.applicant import Applicant
from models.authority import Authority
from models.clinic import Clinic
from models.document import Document
from models.law import Channel, Refused, Role, Service, perform
from models.law import appeal as law
from models.law import appeal_clock as clocks
from models.law import appeal_rules as rules
from models.law.appeal import Lapse, State
from models.law.notice import APPEAL_PREFIX
from models.law.representation import Right
from models.number import next_in_log, next_in_register

ACT = "fileAppeal"
COMPLAINT = "fileComplaint"


async def file(actor: Actor, wanted: Wanted, payload: Mapping[str, object], signed: signing.Signed | None, act: str = ACT) -> Appeal:
    """Accept an appeal, and give the receipt at once: signed by the citizen, by a partner with consent or a signature, taken in by the
    registrar or the officer from whoever asks, in writing or by word of mouth (APPC, articles 63 and 64)."""
    if wanted.patient:
        await lock.person(wanted.patient.id)
    rules.received(wanted.received_at or clock.now(), clock.now())
    rules.learned(wanted.learned_on, clock.today())
    who = await _applicant(actor, wanted, payload, signed, act)
    case = await open_case(actor, wanted, who)
    await enclose(actor, case, wanted.files)
    if actor.role is Role.CITIZEN:
        await drafts.forget(actor, Service.APPEAL)
    await told(actor, "file", case, "appeal_filed", kind=case.kind, about=case.about_number)
    return await _registered_late(case)


async def _applicant(
    actor: Actor, wanted: Wanted, payload: Mapping[str, object], signed: signing.Signed | None, act: str
) -> Applicant | None:
    """Who appeals; None where nobody of the register does: the essence matters then, and the address."""
    if actor.of_clinic or actor.role is Role.AUTHORITY:
        return _at_desk(wanted)
    assert wanted.patient is not None, "citizens and partner systems appeal for people of the register"
    consented = await applicants.consented(actor, wanted.patient, signed)
    return consented or await applicants.signed_for(actor, Service.APPEAL, wanted.patient, act, payload, signed)


def _at_desk(wanted: Wanted) -> Applicant | None:
    """At a desk nothing is asked for that could keep an appeal out; whoever comes for somebody shows the power later (article 64)."""
    if wanted.patient is None:
        return None
    asking = wanted.applicant or wanted.patient
    return Applicant(asking, Right.SELF if asking.id == wanted.patient.id else Right.POWER_OF_ATTORNEY)


async def open_case(actor: Actor, wanted: Wanted, who: Applicant | None, **chain: Any) -> Appeal:
    """The new case: its receipt, its clock, the facts of what it is about. `chain` says from which case it was sent on."""
    now = clock.now()
    received_at = wanted.received_at or now
    term = clocks.term(received_at, wanted.kind, wanted.body)
    line, number = await _next_line(wanted.clinic, wanted.authority, now.year)
    accused = facts.together(
        await facts.accused_of(wanted.about) if wanted.about else [], await facts.named(wanted.clinic.id, wanted.accused),
    )  # fmt: skip
    learned, patient = wanted.learned_on, wanted.patient
    made = dict(
        number=number, register_year=now.year, register_number=line, state=State.REGISTERED, kind=wanted.kind,
        subject=wanted.subject, clinic=wanted.clinic, authority=wanted.authority, person=patient,
        applicant=who.person if who else None, applicant_right=who.right if who else Right.SELF,
        name=patient.full_name if patient else wanted.name, iin=patient.iin if patient else wanted.iin, bin=wanted.bin,
        postal_address=wanted.postal_address, phone=wanted.phone, language=wanted.language, answer_ways=" ".join(wanted.ways),
        channel=actor.channel, partner_id=actor.partner, registrar_id=actor.account if actor.staff else None,
        received_by=actor.name if actor.staff else SYSTEM.name, received_role=actor.role if actor.staff else Role.SYSTEM,
        identity_seen=wanted.identity, signature_id=who.signature if who else None, submitted_at=received_at, entered_at=now,
        registered_at=term.registered_at, essence=wanted.essence, oral=wanted.oral, crime=wanted.crime,
        about_service=wanted.about.service if wanted.about else None, about_id=wanted.about.id if wanted.about else None,
        about_number=wanted.about.number if wanted.about else "", facts=await facts.facts_of(wanted.about) if wanted.about else {},
        complained_of=wanted.complained_of, learned_on=learned, restore_words=wanted.restore_words,
        late=learned is not None and wanted.kind in law.COMPLAINTS and clocks.complaint_late(learned, clock.local(received_at).date()),
        due_on=term.due_on, first_due_on=term.due_on, latest_on=term.latest_on,
        forward_by=clocks.forward_by(term.registered_on, wanted.kind), accused=accused,
    )  # fmt: skip
    return await Appeal.create(**{**made, **chain})


async def _next_line(clinic: Clinic, authority: Authority | None, year: int) -> tuple[int, str]:
    """The next line of a body's register of a year, and the number that says it."""
    body: Any = authority or clinic
    return await next_in_register(APPEAL_PREFIX, await _code(body), f"appeals-{body.bin}", year)


async def _code(body: Clinic | Authority) -> int:
    """The code of a body in the numbers of its appeals; given with its first one. Whoever else opens its register waits for this one."""
    if body.appeal_code is None:
        await type(body).select_for_update(no_key=True).get(id=body.id)
        await body.refresh_from_db(fields=["appeal_code"])
        if body.appeal_code is None:
            body.appeal_code = await next_in_log("appeal-registers")
            await body.save(update_fields=["appeal_code"])
    assert body.appeal_code is not None
    return body.appeal_code


async def _registered_late(case: Appeal) -> Appeal:
    """A paper entered after the day on which it had to be registered: recorded against the body; its term runs from its own day."""
    if not rules.registered_late(clock.local(case.registered_at).date(), clock.local(case.entered_at).date()):
        return case
    perform(law.MOVES, "late_registration", case.state, Role.SYSTEM)
    case.registration_late_at = clock.now()
    return await saved(SYSTEM, "late_registration", case, ["registration_late_at"])


async def correct(actor: Actor, case: Appeal, words: str, files: Sequence[uuid.UUID], postal_address: str = "") -> Appeal:
    """The person gives what was missing, kept apart from the essence; the term has run on meanwhile (APPC, article 64)."""
    begin(actor, "correct", case)
    rules.said_for("correct", case.standing(actor), actor.capacity)
    case.correction_given = "\n\n".join(part for part in (case.correction_given, words.strip()) if part)
    case.postal_address, case.corrected_at = postal_address or case.postal_address, clock.now()
    await enclose(actor, case, files)
    changed = ["correction_given", "postal_address", "corrected_at"]
    return await saved(actor, "correct", case, changed, "appeal_corrected")


async def enclose(actor: Actor, case: Appeal, files: Sequence[uuid.UUID]) -> None:
    """Enclose files that the same caller has uploaded; those of anybody else, and those filed already, are none."""
    await own_files(actor, files).update(appeal_id=case.id, person_id=case.person_id)


def own_files(actor: Actor, files: Sequence[uuid.UUID]) -> QuerySet[Document]:
    """Those of some files that somebody has uploaded and that are not enclosed yet."""
    return Document.unfiled(Service.APPEAL).filter(id__in=list(files), uploaded_by=actor.account or actor.partner)


async def object_to(actor: Actor, case: Appeal, words: str) -> Appeal:
    """The person objects to the preliminary decision within two working days (73, part 3)."""
    begin(actor, "object", case)
    rules.said_for("object", case.standing(actor), actor.capacity)
    rules.may_object(case.standing(actor), clock.today())
    rules.reasons_given(words, clock.today())
    case.objection, case.objected_at = words, clock.now()
    return await saved(actor, "object", case, ["objection", "objected_at"], "appeal_objected")


async def withdraw(actor: Actor, case: Appeal, words: str, files: Sequence[uuid.UUID] = ()) -> Appeal:
    """The person takes the appeal back before the decision (64); whoever enters it encloses the written application."""
    begin(actor, "withdraw", case)
    rules.withdrawal_noted(case.standing(actor), actor.capacity, words, len(files), clock.today())
    await enclose(actor, case, files)
    case.reasons, case.ended_at, case.decided_by, case.decided_role = words, clock.now(), actor.name, actor.capacity
    changed = ["reasons", "ended_at", "decided_by", "decided_role"]
    return await saved(actor, "withdraw", case, changed, "appeal_withdrawn", reason=words)


def begin(actor: Actor, act: str, case: Appeal) -> None:
    """An act of the table, by somebody whose act it is, in a state that allows it; the case goes to the state after it (`Refused`)."""
    role = actor.capacity
    after = law.state_after(act, case.state, role)
    if role is not Role.SYSTEM:
        rules.may_act(act, case.standing(actor))
    case.state = after


def seen(case: Appeal, version: int) -> None:
    """Whoever acts for a body has seen the appeal as it is; somebody who was slower is told what it has become (`Refused`)."""
    if case.version != version:
        raise Refused(rules.impediment("APPEAL_CHANGED", "version", state=case.state))


async def saved(actor: Actor, act: str, case: Appeal, changed: Sequence[str], template: str = "", **details: Any) -> Appeal:
    """Save an appeal after an act, write the journal, and tell the people concerned in the same transaction."""
    case.version += 1
    await case.save(update_fields=["state", "version", *changed, *_lapsed(case)])
    return await told(actor, act, case, template, **details)


def _lapsed(case: Appeal) -> list[str]:
    """Ended after its term, before the clock came round to it: the refusal stood already by the law, and nobody counts as in time."""
    late = case.ended_at is not None and clocks.over(case.due_on, case.ended_at)
    if not late or case.lapsed_at or case.state is State.FORWARDED or case.clock.lapse is not Lapse.DEEMED_REFUSED:
        return []
    case.lapsed_at = clock.end_of_day(case.due_on)
    return ["lapsed_at"]


async def told(actor: Actor, act: str, case: Appeal, template: str = "", **details: Any) -> Appeal:
    """Write an act on an appeal to the journal; tell people, and open pages once it is committed."""
    details |= await notice_issuing.noted(act, case)
    entry = await journal.record(
        actor, f"appeal:{act}", person=case.person_id, service=Service.APPEAL, case=case.id, number=case.number, state=case.state,
        **details,
    )  # fmt: skip
    if template:
        await message.tell(entry, case, template)
    news.changed([case.id, case.authority_id or case.clinic_id])
    return case


async def locked(actor: Actor, case: uuid.UUID) -> Appeal | None:
    """An appeal that the actor may see, locked until the end of the transaction."""
    found: Appeal | None = await lock.case(Appeal, actor, case, "person", "clinic", "authority", "applicant")
    if found is not None:
        await found.looked_at(actor)
    return found


def with_channel(actor: Actor, wanted: Channel | None) -> Actor:
    """Somebody of a body says how the appeal came: at the desk or by phone."""
    return actor.by(wanted) if actor.staff and wanted in (Channel.DESK, Channel.PHONE) else actor
