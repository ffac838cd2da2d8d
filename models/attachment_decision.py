"""What the clinic does with a request for attachment: checks it, answers it, and what follows from the answer.

Each act locks the case, asks the law's table of moves, saves, writes the journal and the outbox: one transaction, all or nothing.
"""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from models import clock, journal, lock, notice_issuing, signing, texts
from models.account import Post
from models.actor import SYSTEM, Actor
from models.attachment import OPEN, Attachment
from models.attachment_message import tell
from models.clinic import Clinic, Doctor, Site, loads
from models.database import transaction
from models.law import Impediment, Language, Refused, Role, Service, perform
from models.law import attachment as law
from models.law import attachment_doctor as doctors
from models.law import notice as notice_law
from models.law import signature as signature_law
from models.law.attachment import DetachmentGround, RefusalGround, State
from models.law.person import full_years
from models.law.words import day_words
from models.notice import Notice, canonical
from models.notice_facts import of_issuer, of_person
from models.notice_words import ground_words
from models.person import Person

Facts = dict[str, Any]


async def locked(actor: Actor, case: uuid.UUID) -> Attachment | None:
    """A case that the actor may see, locked until the end of the transaction."""
    found: Attachment | None = await lock.case(Attachment, actor, case, "person", "clinic", "site", "doctor__person", "applicant")
    return found


async def _saved(actor: Actor, case: Attachment, act: str, changed: list[str], **details: Any) -> journal.Entry:
    """Save a case after an act, and write it to the journal; when it counts as accepted follows from its filing, and no act moves it."""
    await case.save(update_fields=["state", *changed])
    return await journal.record(
        actor, f"attachment:{act}", person=case.person_id, service=Service.ATTACHMENT, case=case.id, number=case.number,
        state=case.state, **details,
    )  # fmt: skip


async def check(actor: Actor, case: Attachment, doctor: Doctor | None, site: Site | None) -> Attachment:
    """The documents are checked and the site and doctor named; the case goes to the head for signature."""
    case.state = perform(law.MOVES, "check", case.state, _role(actor))
    case.doctor = doctor or case.doctor or await doctor_by_address(case)
    case.site_id = (site.id if site else None) or (case.doctor.site_id if case.doctor else None) or case.site_id
    await _doctor_may_serve(case)
    await _saved(actor, case, "check", ["doctor_id", "site_id"], doctor=_plain(case.doctor_id))
    return case


async def doctor_by_address(case: Attachment) -> Doctor | None:
    """The doctor of the site of the person's address, or the least burdened doctor who serves the person's age."""
    colleagues = await Doctor.filter(clinic_id=case.clinic_id, serving=True).prefetch_related("site", "person")
    age = full_years(case.person.birth_date, clock.today())
    fit = [one for one in colleagues if doctors.serves(one.specialty, age, clock.today())]
    burden = await loads(one.id for one in fit)

    def order(one: Doctor) -> tuple[bool, bool, int]:
        full = doctors.full(one.specialty, burden[one.id], clock.today())
        return full, case.site_id is None or one.site_id != case.site_id, burden[one.id]

    return min(fit, key=order, default=None)


async def _doctor_may_serve(case: Attachment) -> None:
    """The doctor named is the clinic's, serves, and serves the person's age."""
    if case.doctor is None:
        raise Refused(_doctor_fault("DOCTOR_MISSING"))
    if case.doctor.clinic_id != case.clinic_id or not case.doctor.serving:
        raise Refused(_doctor_fault("DOCTOR_ELSEWHERE"))
    if not doctors.serves(case.doctor.specialty, full_years(case.person.birth_date, clock.today()), clock.today()):
        ages = law.AGES[case.doctor.specialty].on(clock.today())
        raise Refused(_doctor_fault("DOCTOR_AGE", doctor=case.doctor.specialty, ages=ages, alternatives=()))


def _doctor_fault(code: str, **values: object) -> Impediment:
    return Impediment(code, law.MOVES["check"].basis, ("doctor",), values)


async def propose_refusal(actor: Actor, case: Attachment, ground: RefusalGround, rule: str, words: str) -> Attachment:
    """Propose a refusal by the closed list, with its reasons; a second person decides."""
    case.state = perform(law.MOVES, "propose_refusal", case.state, _role(actor))
    law.refusal_allowed(ground, rule or None, words)
    case.refusal_ground, case.refusal_rule, case.refusal_words, case.proposed_by = ground, rule, words, actor.person
    changed = ["refusal_ground", "refusal_rule", "refusal_words", "proposed_by"]
    await _saved(actor, case, "propose_refusal", changed, ground=ground, rule=rule, words=words)
    return case


async def decline_refusal(actor: Actor, case: Attachment, words: str) -> Attachment:
    """A refusal is not confirmed, or taken back by whoever proposed it: the case goes back to the queue."""
    case.state = perform(law.MOVES, "decline_refusal", case.state, _role(actor))
    law.may_decline(case.proposed_by, actor.person, _role(actor))
    case.refusal_rule, case.refusal_words, case.proposed_by = "", "", None
    await Attachment.filter(id=case.id).update(refusal_ground=None)
    await _saved(actor, case, "decline_refusal", ["refusal_rule", "refusal_words", "proposed_by"], words=words)
    return case


async def withdraw(actor: Actor, case: Attachment) -> Attachment:
    """Take the request back before the clinic has decided it."""
    case.state = perform(law.MOVES, "withdraw", case.state, _role(actor))
    case.decided_at = clock.now()
    entry = await _saved(actor, case, "withdraw", ["decided_at"], **await notice_issuing.noted("withdraw", case))
    await tell(entry, case, "attachment_withdrawn")
    return case


async def decision(case: Attachment, kind: notice_law.Kind, payload: Mapping[str, object]) -> Facts:
    """What a notice of a decision will state: its facts, signed by the head before they are so. `payload` is the act's input."""
    effective = law.effective_day(case.ground, clock.today(), clock.local(case.submitted_at).date())
    facts: Facts = {
        "kind": kind, "number": notice_law.of_case(kind, case.number), "case": case.number,
        "person": of_person(case.person), "clinic": of_issuer(case.clinic), "decided_on": clock.today().isoformat(),
    }  # fmt: skip
    if kind is notice_law.Kind.ATTACHMENT:
        doctor = case.doctor or await doctor_by_address(case)
        facts |= {
            "ground": case.ground, "effective_on": effective.isoformat(),
            "site": case.site.number if case.site else None, "doctor": doctor.person.full_name if doctor else None,
            "outside_zone": case.outside_zone,
        }  # fmt: skip
    if kind is notice_law.Kind.ATTACHMENT_REFUSAL:
        facts |= {"ground": case.refusal_ground, "rule": case.refusal_rule, "words": case.refusal_words}
    if kind is notice_law.Kind.DETACHMENT:
        facts |= {"ground": payload["ground"], "words": payload["words"]}
    return facts


async def approve(actor: Actor, case: Attachment, payload: Mapping[str, object], signed: signing.Signed | None) -> Attachment:
    """Attach the person: the head signs the notice; it takes force at once, or on 1 January for the campaign."""
    case.state = perform(law.MOVES, "approve", case.state, _role(actor))
    facts = await decision(case, notice_law.Kind.ATTACHMENT, payload)
    if case.doctor is None:
        case.doctor = await doctor_by_address(case)
    await _doctor_may_serve(case)
    await _nothing_else_waits(case)
    signature = await _head_signature(actor, case, "approveAttachment", payload, facts, signed)
    case.decided_at, case.effective_on = clock.now(), date.fromisoformat(facts["effective_on"])
    changed, noted = ["decided_at", "effective_on", "doctor_id"], _noted(facts, signature)
    entry = await _saved(actor, case, "approve", changed, effective_on=facts["effective_on"], **noted)
    notice = await issue(case, notice_law.Kind.ATTACHMENT, facts, signature)
    await tell(entry, case, "attachment_approved", notice=notice.number, effective=_printed(case.effective_on))
    if case.effective_on <= clock.today():
        await take_force(case)
    return case


async def _nothing_else_waits(case: Attachment) -> None:
    """A second attachment may not be approved for the same person while one already waits for its day."""
    if await Attachment.filter(person_id=case.person_id, state=State.APPROVED).exclude(id=case.id).exists():
        raise Refused(Impediment("ANOTHER_APPROVED", law.MOVES["approve"].basis))


async def take_force(case: Attachment) -> None:
    """The attachment takes force: the one before ends the same day, by itself."""
    today = clock.today()
    before = await Attachment.select_for_update(no_key=True).get_or_none(person_id=case.person_id, state=State.IN_FORCE)
    if before and before.id != case.id:
        before.state = perform(law.MOVES, "end", before.state, Role.SYSTEM)
        before.ended_on = today
        await _saved(SYSTEM, before, "end", ["ended_on"], followed_by=case.number)
    case.state = perform(law.MOVES, "take_force", case.state, Role.SYSTEM)
    entry = await _saved(SYSTEM, case, "take_force", [])
    if case.effective_on and case.decided_at and case.effective_on > clock.local(case.decided_at).date():
        await tell(entry, case, "attachment_in_force")


async def refuse(actor: Actor, case: Attachment, payload: Mapping[str, object], signed: signing.Signed | None) -> Attachment:
    """Refuse by the closed list: confirmed and signed by a second person, with reasons and the way of complaint."""
    case.state = perform(law.MOVES, "refuse", case.state, _role(actor))
    law.four_eyes(case.proposed_by, actor.person)
    facts = await decision(case, notice_law.Kind.ATTACHMENT_REFUSAL, payload)
    signature = await _head_signature(actor, case, "refuseAttachment", payload, facts, signed)
    case.decided_at = clock.now()
    noted = _noted(facts, signature)
    entry = await _saved(actor, case, "refuse", ["decided_at"], ground=case.refusal_ground, rule=case.refusal_rule, **noted)
    notice = await issue(case, notice_law.Kind.ATTACHMENT_REFUSAL, facts, signature)
    await tell(entry, case, "attachment_refused", notice=notice.number)
    return case


async def detach(
    actor: Actor, case: Attachment, ground: DetachmentGround, words: str, payload: Mapping[str, object], signed: signing.Signed | None
) -> Attachment:
    """Detach a person on a ground of its own (death, leaving the country, against the will…), with a signed notice."""
    case.state = perform(law.MOVES, "detach", case.state, _role(actor))
    facts = await decision(case, notice_law.Kind.DETACHMENT, payload)
    signature = await _head_signature(actor, case, "detachAttachment", payload, facts, signed)
    case.detachment_ground, case.ended_on = ground, clock.today()
    if ground is DetachmentGround.DEATH:
        await Person.filter(id=case.person_id, deceased_on=None).update(deceased_on=clock.today())
    noted = _noted(facts, signature)
    entry = await _saved(actor, case, "detach", ["detachment_ground", "ended_on"], ground=ground, words=words, **noted)
    notice = await issue(case, notice_law.Kind.DETACHMENT, facts, signature)
    await tell(entry, case, "attachment_detached", notice=notice.number)
    return case


async def _head_signature(
    actor: Actor, case: Attachment, act: str, payload: Mapping[str, object], facts: Facts, signed: signing.Signed | None
) -> signing.Signature:
    """The head's signature over the facts of a notice: the head's own key, of this clinic, or of whoever the clinic registered to sign."""
    person = await Person.get(id=actor.person)
    clinic = await Clinic.get(id=case.clinic_id)
    post = await Post.filter(account_id=actor.account, clinic_id=case.clinic_id, role=Role.HEAD).first()
    return await signing.use(
        actor, signed, signing.Purpose.DECISION, act, {**payload, "facts": facts},
        lambda read: signature_law.decision(read, clinic.bin, bool(post and post.may_sign), person.iin),
    )  # fmt: skip


def _noted(facts: Facts, signature: signing.Signature) -> dict[str, Any]:
    """The document and the head's signature as the journal notes them."""
    document = notice_issuing.document(facts["number"], canonical(facts))
    return {"document": document, "signed": notice_issuing.digest(bytes(signature.cms))}


async def issue(case: Attachment, kind: notice_law.Kind, facts: Facts, signature: signing.Signature) -> Notice:
    """Issue the notice of a decision: its facts as signed, numbered, with the code of its verification page."""
    return await notice_issuing.issue(
        kind, Service.ATTACHMENT, facts, person=case.person_id, clinic=case.clinic_id, case=case.id, signature=signature
    )


async def bring_into_force() -> int:
    """Approved attachments whose day has come take force; run by the schedule, and harmless when run twice."""
    brought = 0
    for waiting in await Attachment.filter(state=State.APPROVED, effective_on__lte=clock.today()).order_by("id"):
        async with transaction():
            case = await locked(SYSTEM, waiting.id)
            if case and case.state is State.APPROVED:
                await take_force(case)
                brought += 1
    return brought


async def record_overdue() -> int:
    """The clock records cases whose term ran out without an answer; the duty to answer stays."""
    recorded = 0
    for late in await Attachment.filter(state__in=OPEN, due_at__lt=clock.now(), overdue_at=None):
        async with transaction():
            case = await locked(SYSTEM, late.id)
            if case is None or case.state not in OPEN or case.overdue_at is not None:
                continue  # answered, or recorded by another process, meanwhile
            case.overdue_at = clock.now()
            entry = await _saved(SYSTEM, case, "overdue", ["overdue_at"])
            await tell(entry, case, "attachment_overdue")
            recorded += 1
    return recorded


def decision_summary(facts: Facts) -> dict[str, list[str]]:
    """The readable lines of a decision, as the head signs them, in the three languages."""

    def lines(language: str) -> list[str]:
        found = [
            texts.text(f"law.notice.kind.{facts['kind']}", language),
            f"{texts.text('signing.label.number', language)}: {facts['number']}",
            f"{texts.text('signing.label.patient', language)}: {facts['person']['name']}, {facts['person']['iin']}",
            f"{texts.text('signing.label.clinic', language)}: {facts['clinic']['name'][language]}",
        ]
        stated = {name: facts[name] for name in ("effective_on", "doctor", "words") if facts.get(name)}
        if facts.get("ground"):
            stated = {"ground": ground_words(facts, language), **stated}
        if "effective_on" in stated:
            stated["effective_on"] = day_words(date.fromisoformat(stated["effective_on"]), language)
        return found + [f"{texts.text(f'signing.label.{name}', language)}: {value}" for name, value in stated.items()]

    return {language.value: lines(language) for language in Language}


def _role(actor: Actor) -> Role:
    assert actor.role is not None, "only somebody with a role acts on a case"
    return actor.role


def _plain(value: uuid.UUID | None) -> str | None:
    return str(value) if value else None


def _printed(day: date) -> str:
    return day.strftime("%d.%m.%Y")
