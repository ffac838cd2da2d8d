"""What a body does with an appeal on the way: takes it up, has it corrected, sends it on, extends its term, gives and asks for a case."""

import uuid
from collections.abc import Sequence
from datetime import date

from models import appeal_facts as facts
from models import clock
from models.account import Account
from models.actor import SYSTEM, Actor
from models.appeal import Appeal
from models.appeal_facts import Wanted
from models.appeal_filing import begin, enclose, open_case, saved, told
from models.applicant import Applicant
from models.authority import Authority, above
from models.clinic import Clinic
from models.document import Document
from models.law import Refused, Role, perform
from models.law import appeal as law
from models.law import appeal_clock as clocks
from models.law import appeal_rules as rules
from models.law.appeal import Body, ForwardGround, Kind, Requirement

HANDLING = (Role.APPEALS_OFFICER, Role.HEAD, Role.AUTHORITY)


async def take_up(actor: Actor, case: Appeal, executor: uuid.UUID) -> Appeal:
    """The head or the officer names the executor: somebody of the body's appeals service who is not complained about and does not
    appeal (S2–S4)."""
    begin(actor, "take_up", case)
    staff = await facts.staff_of(case.clinic_id, case.authority_id, HANDLING)
    found = next((one for one in staff if one.account_id == executor and case.may_execute(one.account.person_id)), None)
    if found is None:
        raise Refused(rules.impediment("EXECUTOR_ELSEWHERE", "executor"))
    case.executor_id, case.executor = executor, found.account.person.short_name
    return await saved(actor, "take_up", case, ["executor_id", "executor"], "appeal_taken_up", executor=case.executor)


async def ask_correction(actor: Actor, case: Appeal, requirements: Sequence[Requirement], words: str, until: date) -> Appeal:
    """Say which requirements of article 63 are not met, by name, and set a reasonable time; the term runs on (64)."""
    begin(actor, "ask_correction", case)
    rules.correction_allowed(requirements, words, until, case.due_on, clock.today())
    case.requirements, case.correction_words, case.correct_by = " ".join(dict.fromkeys(requirements)), words, until
    case.corrected_at, case.correction_missed = None, False  # what was missed before counts no more
    changed = ["requirements", "correction_words", "correct_by", "corrected_at", "correction_missed"]
    return await saved(actor, "ask_correction", case, changed, "appeal_correction", requirements=case.requirements, until=until.isoformat())


async def forward(
    actor: Actor, case: Appeal, ground: ForwardGround, clinic: Clinic | None, authority: Authority | None, words: str
) -> Appeal:
    """Send an appeal on to the body whose it is to decide, with notice to the person at once; that body opens its own case (65; 91)."""
    begin(actor, "forward", case)
    await _allowed(actor, case, ground, clinic, authority, words)
    case.forward_ground, case.forward_words, case.ended_at = ground, words, clock.now()
    sent = await _sent_on(case, clinic or case.clinic, authority)
    changed = ["forward_ground", "forward_words", "ended_at"]
    await saved(actor, "forward", case, changed, "appeal_forwarded", ground=ground, reason=words, to=sent.number)
    return await _forwarded_late(case)


async def forward_part(
    actor: Actor, case: Appeal, clinic: Clinic | None, authority: Authority | None, part: str, words: str
) -> Appeal:
    """Send on that part of an appeal which is another body's to decide; the rest stays, in its own term (65)."""
    begin(actor, "forward_part", case)
    rules.part_named(part, clock.today())
    await _allowed(actor, case, ForwardGround.NOT_COMPETENT, clinic, authority, words)
    there = {"authority_id": authority.id} if authority else {"authority_id": None, "clinic_id": clinic.id if clinic else case.clinic_id}
    if await Appeal.filter(origin_id=case.id, part=part, **there).exists():
        raise Refused(rules.impediment("FORWARDED_BACK", "part"))
    case.forward_words = words  # for the document alone: the case itself stays
    sent = await _sent_on(case, clinic or case.clinic, authority, part)
    await saved(actor, "forward_part", case, [], "appeal_forwarded_part", reason=words, to=sent.number)
    return await _forwarded_late(case)


async def _forwarded_late(case: Appeal) -> Appeal:
    """What was sent on after its three days: recorded against the body, once (65; 91, part 4)."""
    if case.forwarding_late_at or not clocks.over(case.forward_by, clock.now()):
        return case
    perform(law.MOVES, "late_forwarding", case.state, Role.SYSTEM)
    case.forwarding_late_at = clock.now()
    return await saved(SYSTEM, "late_forwarding", case, ["forwarding_late_at"])


async def _allowed(
    actor: Actor, case: Appeal, ground: ForwardGround, clinic: Clinic | None, authority: Authority | None, words: str
) -> None:
    """To another body, with reasons (`Refused`)."""
    same = (authority.id if authority else None) == case.authority_id and (clinic is None or clinic.id == case.clinic_id)
    to = Body.AUTHORITY if authority else Body.CLINIC
    rules.forward_allowed(case.standing(actor), ground, to, same, await _been(case, clinic, authority))
    rules.reasons_given(words, clock.today())


async def _been(case: Appeal, clinic: Clinic | None, authority: Authority | None) -> bool:
    """Whether an appeal has come, by whatever way, from the body to which it would go."""
    there = (authority.id, None) if authority else (None, clinic.id if clinic else None)
    while case.origin_id:
        case = await Appeal.get(id=case.origin_id)
        if (case.authority_id, None if case.authority_id else case.clinic_id) == there:
            return True
    return False


async def _sent_on(case: Appeal, clinic: Clinic, authority: Authority | None, part: str = "") -> Appeal:
    """The receiving body's own case, with the receipt of that body, the facts and the files."""
    wanted = Wanted(
        kind=case.kind, clinic=clinic, authority=authority, subject=case.subject, patient=case.person, name=case.name, iin=case.iin,
        bin=case.bin, essence=part or case.essence, postal_address=case.postal_address, phone=case.phone, language=case.language,
        ways=tuple(case.ways), oral=case.oral, crime=case.crime, complained_of=case.complained_of, learned_on=case.learned_on,
        restore_words=case.restore_words, identity=case.identity_seen,
    )  # fmt: skip
    case.sent = await _opened(case, wanted, part)
    return case.sent


async def _opened(case: Appeal, wanted: Wanted, part: str = "") -> Appeal:
    """A case at another body that came of one here: its facts, those complained about and its files go with it."""
    who = Applicant(case.applicant, case.applicant_right, case.signature_id) if case.applicant else None
    received = SYSTEM.by(case.channel)
    opened = await open_case(
        received, wanted, who, origin_id=case.id, part=part, about_service=case.about_service, about_id=case.about_id,
        about_number=case.about_number, facts=case.facts, accused=case.accused, late=case.late and wanted.kind in law.COMPLAINTS,
        partner_id=case.partner_id,
        correction_given=case.correction_given, accused_note=case.accused_note if wanted.clinic.id == case.clinic_id else "",
    )  # fmt: skip
    for one in await Document.filter(appeal_id=case.id):
        await one.copied_to(opened.id)
    return await told(received, "file", opened, "appeal_received", kind=opened.kind, origin=case.number)


async def returned(case: Appeal) -> Appeal:
    """A complaint returned for a new procedure is a case of the clinic again, with a receipt and a term of its own (100)."""
    wanted = Wanted(
        kind=Kind.REQUEST, clinic=case.clinic, subject=case.subject, patient=case.person, name=case.name, iin=case.iin, bin=case.bin,
        essence=case.essence, postal_address=case.postal_address, phone=case.phone, language=case.language, ways=tuple(case.ways),
        crime=case.crime, identity=case.identity_seen,
    )  # fmt: skip
    return await _opened(case, wanted)


async def send_up(case: Appeal) -> bool:
    """The body has neither granted a complaint in full nor sent it on in its three days: recorded against it, and sent on by the
    system, since the duty leaves no choice (91, part 4). Whether there was a body above to send it to."""
    authority = await above(case.clinic)
    if authority is None:
        return False
    begin(SYSTEM, "forward", case)
    case.forward_ground, case.ended_at = ForwardGround.COMPLAINT, clock.now()
    sent = await _sent_on(case, case.clinic, authority)
    changed = ["forward_ground", "ended_at"]
    await saved(SYSTEM, "forward", case, changed, "appeal_sent_up", ground=ForwardGround.COMPLAINT, to=sent.number)
    await _forwarded_late(case)
    return True


async def extend(actor: Actor, case: Appeal, until: date, words: str) -> Appeal:
    """The head extends the term of article 76 with reasons, to two months after the receipt at most; the person is told within three
    working days: at once where there is an account."""
    begin(actor, "extend", case)
    rules.extension_allowed(case.standing(actor), until, words, clock.today())
    now = clock.now()
    case.due_on, case.extension_words, case.extended_at, case.notice_by = until, words, now, clocks.notice_by(clock.today())
    case.noticed_at = now if case.person_id else None
    changed = ["due_on", "extension_words", "extended_at", "notice_by", "noticed_at"]
    return await saved(actor, "extend", case, changed, "appeal_extended", until=until.isoformat(), reason=words)


async def notify(actor: Actor, case: Appeal, words: str) -> Appeal:
    """Note how and when somebody without an account was told of the extension."""
    begin(actor, "notify", case)
    rules.may_notify(case.standing(actor))
    rules.reasons_given(words, clock.today())
    case.noticed_at, case.notice_words, changed = clock.now(), words[:300], ["noticed_at", "notice_words"]
    if case.notice_by and clocks.over(case.notice_by, clock.now()) and case.notice_late_at is None:
        case.notice_late_at, changed = clock.now(), [*changed, "notice_late_at"]
    return await saved(actor, "notify", case, changed)


async def name_accused(actor: Actor, case: Appeal, people: Sequence[uuid.UUID], note: str = "") -> Appeal:
    """Name those of the clinic's staff about whom it complains: from now on they do not act on it, nor execute it. Nobody is taken off
    the list. Where nobody of the staff is meant, it is noted why, for the person to read."""
    begin(actor, "name_accused", case)
    if note or not people:
        rules.reasons_given(note, clock.today())
    found = await facts.named(case.clinic_id, tuple(people))
    case.accused, case.accused_note = facts.together(case.accused, found), note or case.accused_note
    changed = ["accused", "accused_note"]
    executing = await Account.get_or_none(id=case.executor_id) if case.executor_id else None
    if executing and case.complains_of(executing.person_id):
        case.executor_id, case.executor, changed = None, "", [*changed, "executor_id", "executor"]
    return await saved(actor, "name_accused", case, changed, accused="; ".join(one["name"] for one in found), note=note)


async def request_case(actor: Actor, case: Appeal, words: str) -> Appeal:
    """The authorised body asks the clinic for its case (91, part 4)."""
    begin(actor, "request_case", case)
    rules.may_request_case(case.standing(actor))
    rules.reasons_given(words, clock.today())
    case.case_words, case.case_requested_at, case.case_by = words, clock.now(), clocks.case_by(clock.today())
    return await saved(actor, "request_case", case, ["case_words", "case_requested_at", "case_by"], "appeal_case_requested")


async def give_case(actor: Actor, case: Appeal, words: str, files: Sequence[uuid.UUID]) -> Appeal:
    """The clinic gives its case: explanations and papers."""
    begin(actor, "give_case", case)
    rules.may_give_case(case.standing(actor))
    rules.reasons_given(words, clock.today())
    case.case_answer, case.case_given_at = words, clock.now()
    await enclose(actor, case, files)
    return await saved(actor, "give_case", case, ["case_answer", "case_given_at"], "appeal_case_given")
