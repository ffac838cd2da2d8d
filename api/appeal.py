"""An appeal as the API shows it: its receipt, its clock, what it says, what it is about, what becomes of it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.appeal_facts import AppealFacts, facts_shown
from api.appeal_part import (
    Accused,
    AppealBody,
    AppealCaseRequest,
    AppealCorrection,
    AppealDays,
    AppealDecision,
    AppealExtension,
    AppealForwarding,
    AppealHearing,
    AppealNext,
    AppealProposal,
    AppealReceipt,
    BodyMember,
    HearingProtocol,
)
from api.case import Case, Due, Impediment, Told, impeding, served
from api.complaint import ComplaintWay
from api.context import Info
from api.document import Document
from api.ids import encode
from api.names import (
    AnswerWay,
    AppealForwardGround,
    AppealKind,
    AppealOutcome,
    AppealState,
    AppealSubject,
    Language,
    Role,
)
from api.node import Node
from api.problems import Invalid, ProblemCode, from_impediment
from api.provision import cite
from api.rows import loads
from api.shown import by_id, shown
from models import appeal as rows
from models import appeal_facts as facts
from models import appeal_figures as figures
from models import clock, document, texts
from models.actor import Actor
from models.appeal_course import course
from models.authority import Authority
from models.case import CASES
from models.clinic import Clinic as ClinicRow
from models.journal_reading import listed, opened
from models.law import Language as LanguageOfLaw
from models.law import Refused
from models.law import Role as RoleOfLaw
from models.law import appeal as law
from models.law import appeal_clock as clocks
from models.law import appeal_rules as rules
from models.law.appeal_rules import Seat
from models.law.words import day_words

Root = strawberry.Parent[rows.Appeal]
Later = Annotated["Appeal", strawberry.lazy("api.appeal")]
Act = Annotated[str, strawberry.argument(description="An act, by its name in the law's table.")]
OWN_SEATS = (Seat.APPELLANT, Seat.BODY)


@strawberry.type(description="An appeal and what became of it.")
class Appeal(Case, Node):
    state: AppealState = strawberry.field(description="Where the appeal stands.")
    version: int = strawberry.field(description="Counts the acts on it: given back with an act, it shows what the caller has seen.")
    kind: AppealKind = strawberry.field(description="What is wanted.")
    subject: AppealSubject = strawberry.field(description="What it is about.")
    name: str = strawberry.field(description="Who appeals, as the receipt says it; empty when nobody knows.")
    anonymous: bool = strawberry.field(description="Whether nobody knows who appeals.")
    bin: str = strawberry.field(description="The BIN of the organisation that appeals; empty when none was given.")
    postal_address: str = strawberry.field(description="The postal address.")
    phone: str = strawberry.field(description="The phone given.")
    language: Language = strawberry.field(description="The language of the answer.")
    essence: str = strawberry.field(description="What is said.")
    oral: bool = strawberry.field(description="Whether it was taken by word of mouth: then the essence is the protocol (article 63).")
    crime: bool = strawberry.field(description="Whether it tells of a crime or a threat.")
    about_number: str = strawberry.field(description="The number of the case that it is about; empty when about none.")
    complained_of: str = strawberry.field(description="Who is complained about, in the person's words.")
    learned_on: date | None = strawberry.field(description="For complaints: when the person learnt of the act.")
    late: bool = strawberry.field(description="Whether the complaint came after its term of three months.")
    restore_words: str = strawberry.field(description="The request to restore the missed term.")
    part: str = strawberry.field(description="The part that was sent on to this body; empty when it is the whole.")
    due_on: date = strawberry.field(description="The last day of the term of the answer.")
    first_due_on: date = strawberry.field(description="The last day as it was on the day of receipt.")
    latest_on: date = strawberry.field(description="The latest day to which the term can be extended.")
    lapsed_at: datetime | None = strawberry.field(description="When the term ran out without an answer: deemed a refusal from then on.")
    executor: str = strawberry.field(description="Who executes it; empty until somebody is named.")
    ended_at: datetime | None = strawberry.field(description="When it ended at this body.")
    registration_late_at: datetime | None = strawberry.field(description="When a late registration was recorded.")
    forwarding_late_at: datetime | None = strawberry.field(description="When a late sending on was recorded.")
    notice_late_at: datetime | None = strawberry.field(description="When a late notice of an extension was recorded.")
    case_late_at: datetime | None = strawberry.field(description="When it was recorded that the case was not given in time.")

    @shown
    def kind_text(self, root: Root, info: Info) -> str:
        """The kind in words."""
        return _said(f"appeal_kind.{root.kind}", info)

    @shown
    def subject_text(self, root: Root, info: Info) -> str:
        """The subject in words."""
        return _said(f"appeal_subject.{root.subject}", info)

    @shown
    def channel_text(self, root: Root, info: Info) -> str:
        """The way in words."""
        return _said(f"channel.{root.channel}", info)

    @shown
    def iin(self, root: Root, info: Info) -> str:
        """The IIN as it was given; empty when none was, and for whoever only is complained about."""
        return root.iin if root.seat_of(info.context.actor) in OWN_SEATS else ""

    @shown
    def identity_seen(self, root: Root, info: Info) -> str:
        """The identity document seen at the desk; empty when none was, and for whoever only is complained about."""
        return root.identity_seen if root.seat_of(info.context.actor) in OWN_SEATS else ""

    @shown
    async def body(self, root: Root, info: Info) -> AppealBody:
        """Who has it."""
        return _body(await _body_of(root, info), root.body, info)

    @shown
    async def receipt(self, root: Root, info: Info) -> AppealReceipt:
        """The receipt."""
        body = await _body_of(root, info)
        return AppealReceipt(
            number=root.number, line=root.register_number, received_at=root.submitted_at, receiver=root.received_by,
            registered_on=clock.local(root.registered_at).date(), position=_said(f"role.{root.received_role}", info),
            due_on=root.first_due_on, basis=cite(root.clock.term.basis, info.context.language),
            place="; ".join(_places(root, body.address[info.context.language.value], info)),
        )  # fmt: skip

    @shown
    def answer_by(self, root: Root) -> list[AnswerWay]:
        """How the answer is wanted."""
        return root.ways

    @shown
    def answer_by_text(self, root: Root, info: Info) -> str:
        """How the answer is wanted, in words."""
        return "; ".join(_said(f"appeal_way.{one}", info) for one in root.ways)

    @shown
    def correction(self, root: Root, info: Info) -> AppealCorrection | None:
        """The correction asked for; null when none was."""
        if root.correct_by is None:
            return None
        named = root.requirements.split()
        return AppealCorrection(
            requirements=[law.Requirement(one) for one in named], words=root.correction_words, until=root.correct_by,
            requirement_texts=[_said(f"appeal_requirement.{one}", info) for one in named], corrected_at=root.corrected_at,
            missed=root.correction_missed, given=root.correction_given,
        )  # fmt: skip

    @shown
    def extension(self, root: Root) -> AppealExtension | None:
        """The extension; null when the term was not extended."""
        if root.extended_at is None or root.notice_by is None:
            return None
        return AppealExtension(
            until=root.due_on, words=root.extension_words, at=root.extended_at, notice_by=root.notice_by, noticed_at=root.noticed_at
        )

    @shown
    def proposal(self, root: Root, info: Info) -> AppealProposal | None:
        """The preliminary decision; null before it was shown."""
        if root.shown_at is None or root.proposed_outcome is None or root.object_by is None:
            return None
        return _proposal(
            root.proposed_outcome, root.proposed_words, root.shown_at, root.object_by, root.objection, root.objected_at, info
        )

    @shown
    def earlier_proposals(self, root: Root, info: Info) -> list[AppealProposal]:
        """Preliminary decisions shown before the present one, with the objections to them."""
        return [
            _proposal(
                law.Outcome(one["outcome"]), one["words"], datetime.fromisoformat(one["at"]), date.fromisoformat(one["object_by"]),
                one["objection"], datetime.fromisoformat(one["objected_at"]) if one["objected_at"] else None, info,
            )
            for one in root.earlier if "outcome" in one
        ]  # fmt: skip

    @shown
    def hearing(self, root: Root, info: Info) -> AppealHearing | None:
        """The hearing; null when none was appointed."""
        return _hearing(root.hearing, root.protocol, info) if root.hearing else None

    @shown
    def earlier_hearings(self, root: Root, info: Info) -> list[AppealHearing]:
        """Hearings held before the present one, with their protocols."""
        return [_hearing(one["hearing"], one["protocol"], info) for one in root.earlier if "hearing" in one]

    @shown
    def accused_note(self, root: Root) -> str:
        """Why nobody of the staff is meant by the person's words; empty where that was not noted."""
        return root.accused_note

    @shown
    def accused_unnamed(self, root: Root) -> bool:
        """Whether it complains of somebody in words and nobody is named yet: until then nobody decides on it."""
        return root.accused_unnamed

    @shown
    def forward_grounds(self, root: Root, info: Info) -> list[AppealForwardGround]:
        """The grounds on which it could be sent on."""
        return rules.forward_grounds(root.standing(info.context.actor))

    @shown
    async def decision(self, root: Root, info: Info) -> AppealDecision | None:
        """How it ended; null before."""
        if root.ended_at is None or not (root.outcome or root.leave_ground):
            return None
        key = f"appeal_outcome.{root.outcome}" if root.outcome else f"appeal_leaving.{root.leave_ground}"
        clinic: Any = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)
        learned = clock.local(root.ended_at).date()
        above = facts.complaint_about(root) is None
        return AppealDecision(
            outcome=root.outcome, leave_ground=root.leave_ground, text=_said(key, info), satisfied=root.outcome in law.SATISFIED,
            reasons=root.reasons, law=root.decision_law, at=root.ended_at, official=root.decided_by,
            position=_said(f"role.{root.decided_role}", info) if root.decided_role else "", late=root.lapsed_at is not None,
            restored=root.restored, answered_at=root.answered_at, answer_note=root.answer_words, way_on=_way_on(root, learned, info),
            complaint=None if above else ComplaintWay.of(clinic, learned, info.context.language),
        )  # fmt: skip

    @shown
    def case_request(self, root: Root) -> AppealCaseRequest | None:
        """What the authorised body has asked the clinic for; null when nothing."""
        if root.case_requested_at is None or root.case_by is None:
            return None
        return AppealCaseRequest(
            words=root.case_words, at=root.case_requested_at, by=root.case_by, answer=root.case_answer, given_at=root.case_given_at,
            overdue=root.case_late_at is not None,
        )  # fmt: skip

    @shown
    async def about(self, root: Root, info: Info) -> Case | None:
        """The case that it is about, as far as the caller may see it."""
        if root.about_service is None or root.about_id is None:
            return None
        found = await CASES[root.about_service].visible_to(info.context.actor).filter(id=root.about_id).first()
        if found is not None:
            await opened(info.context.actor, f"{root.about_service.lower()}:read", found)
        return found

    @shown
    async def facts(self, root: Root, info: Info) -> AppealFacts | None:
        """The facts of the case that it is about, as they were on the day of receipt; null when about none. A partner system sees them
        where it may see the case itself."""
        actor = info.context.actor
        if actor.partner and root.about_service and not await CASES[root.about_service].visible_to(actor).filter(id=root.about_id).exists():
            return None
        return facts_shown(root.facts, info.context.language) if root.facts else None

    @shown
    async def origin(self, root: Root, info: Info) -> Later | None:
        """The appeal at the body that sent this one on; null when it was filed here, or when the caller may not see it."""
        if root.origin_id is None:
            return None
        found = await _chained(info, id=root.origin_id)
        return found[0] if found else None  # type: ignore[return-value]

    @shown
    async def sent_on(self, root: Root, info: Info) -> list[Later]:
        """The appeals at other bodies to which this one, or a part of it, was sent on."""
        return await _chained(info, origin_id=root.id)  # type: ignore[return-value]

    @shown
    async def forwardings(self, root: Root, info: Info) -> list[AppealForwarding]:
        """Where it was sent on, and when: also to a body whose appeals the caller may not see."""
        return [
            AppealForwarding(
                number=one.number, at=one.submitted_at, part=one.part,
                body=(one.authority or one.clinic).name_in(info.context.language),
            )
            for one in await info.context.loader(_sent_on).load(root.id)
        ]  # fmt: skip

    @shown
    async def complaints(self, root: Root, info: Info) -> list[Later]:
        """The complaints about this one."""
        return await _chained(info, about_id=root.id)  # type: ignore[return-value]

    @shown
    def forward_ground(self, root: Root) -> AppealForwardGround | None:
        """Why it was sent on."""
        return root.forward_ground

    @shown
    def forward_text(self, root: Root, info: Info) -> str:
        """Why it was sent on, in words, with the reasons given."""
        if root.forward_ground is None:
            return ""
        return ". ".join(part for part in (_said(f"appeal_forwarding.{root.forward_ground}", info), root.forward_words) if part)

    @shown
    async def documents(self, root: Root, info: Info) -> list[Document]:
        """The files enclosed."""
        return await document.Document.visible_to(info.context.actor).filter(appeal_id=root.id).order_by("uploaded_at", "id")  # type: ignore[return-value]

    @shown
    def accused(self, root: Root, info: Info) -> list[Accused]:
        """Those about whom it complains, by name: they do not act on it. The person's own words are in `complainedOf`."""
        return [Accused(name=one["name"], position=_said(f"role.{one['role']}", info)) for one in root.accused]

    @shown
    async def executors(self, root: Root, info: Info) -> list[BodyMember]:
        """For the body that has it: who can execute it."""
        actor = info.context.actor
        if root.seat_of(actor) is not Seat.BODY:
            return []
        staff = await facts.staff_of(root.clinic_id, root.authority_id, (RoleOfLaw.APPEALS_OFFICER, RoleOfLaw.HEAD, RoleOfLaw.AUTHORITY))
        return [
            BodyMember(id=encode("Account", one.account_id), name=one.account.person.short_name, position=_said(f"role.{one.role}", info))
            for one in staff if root.may_execute(one.account.person_id)
        ]  # fmt: skip

    @shown
    async def staff(self, root: Root, info: Info) -> list[BodyMember]:
        """For the body that has it: the clinic's staff who can be named as complained about."""
        if root.seat_of(info.context.actor) is not Seat.BODY:
            return []
        found = await facts.staff_of(root.clinic_id, None, facts.EVERY_ROLE)
        return [
            BodyMember(
                id=encode("Patient", one.account.person_id), name=one.account.person.short_name, position=_said(f"role.{one.role}", info)
            )
            for one in found if not root.complains_of(one.account.person_id)
        ]  # fmt: skip

    @shown
    def outcomes(self, root: Root) -> list[AppealOutcome]:
        """The decisions that can end it at this body."""
        return list(law.outcomes(root.kind, root.body))

    @shown
    def next(self, root: Root, info: Info) -> AppealNext | None:
        """For bodies: what is to be done next, why now, and by when."""
        actor, language = info.context.actor, info.context.language
        found = figures.next_for(root, actor)
        if found is None:
            return None
        return AppealNext(
            act=found.act, text=_said(f"act.appeal.{found.act}", info), why=texts.text(f"api.appeal_why.{found.why}", language),
            by=found.by, until=clocks.ends(found.by) if found.by else None, overdue=rules.late(found.by, clock.now()),
            yours=found.act in may(root, actor),
        )  # fmt: skip

    @shown
    def days(self, root: Root) -> AppealDays:
        """For bodies: the days of the steps on the way, were each taken today."""
        today = clock.today()
        left = clocks.days_left(root.forward_by, today + timedelta(days=1))
        return AppealDays(
            forward_by=root.forward_by, forward_left=None if today > root.forward_by else left,
            correct_from=min(clocks.correct_from(today), root.due_on), correct_until=root.due_on, object_by=clocks.object_by(today),
            decide_from=clocks.decide_from(today), notice_by=clocks.notice_by(today), case_by=clocks.case_by(today),
        )  # fmt: skip

    @shown
    def way_on(self, root: Root, info: Info) -> str:
        """For bodies: the way on that a decision taken today would name."""
        return _way_on(root, clock.today(), info)

    @shown
    def why_not(self, root: Root, info: Info, act: Act) -> list[Impediment]:
        """Why an act of the law's table is not open to the caller now; empty when it is."""
        actor = info.context.actor
        if act not in law.MOVES or actor.role is None:
            raise Invalid(ProblemCode.NOT_FOUND, "act")
        try:
            rules.may_now(act, root.standing(actor), actor.role, clock.now())
        except Refused as refused:
            return [impeding(from_impediment(one, info.context.language)) for one in refused.impediments]
        return []

    @shown
    def received_role(self, root: Root) -> Role:
        """In what role somebody received it."""
        return root.received_role


def _said(key: str, info: Info) -> str:
    return texts.text(f"law.{key}", info.context.language)


async def _sent_on(keys: list[UUID]) -> list[list[rows.Appeal]]:
    """The appeals at other bodies to which each was sent on, read together."""
    found = await rows.Appeal.filter(origin_id__in=keys).order_by("submitted_at", "id").prefetch_related("clinic", "authority")
    return [[one for one in found if one.origin_id == key] for key in keys]


async def _body_of(root: rows.Appeal, info: Info) -> Any:
    """The row of the body that has an appeal."""
    if root.authority_id:
        return await info.context.loader(by_id(Authority)).load(root.authority_id)
    return await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)


def _body(found: Any, kind: law.Body, info: Info) -> AppealBody:
    language = info.context.language
    return AppealBody(kind=kind, name=found.name_in(language), address=found.address[language.value], phone=found.phone, bin=found.bin)


def _proposal(
    outcome: law.Outcome, words: str, at: datetime, until: date, objection: str, objected_at: datetime | None, info: Info
) -> AppealProposal:
    return AppealProposal(
        outcome=outcome, outcome_text=_said(f"appeal_outcome.{outcome}", info), words=words, at=at, object_by=until,
        decide_from=clocks.decide_from(clock.local(at).date()), objection=objection, objected_at=objected_at,
    )  # fmt: skip


def _hearing(appointed: rows.Kept, kept: rows.Kept, info: Info) -> AppealHearing:
    protocol = HearingProtocol(
        began_at=datetime.fromisoformat(kept["began_at"]), ended_at=datetime.fromisoformat(kept["ended_at"]),
        **{name: kept[name] for name in ("official", "secretary", "participants", "content", "explanations")},
    ) if kept else None  # fmt: skip
    at, way = datetime.fromisoformat(appointed["at"]), law.HearingWay(appointed["way"])
    return AppealHearing(at=at, way=way, way_text=_said(f"hearing_way.{way}", info), place=appointed["place"], protocol=protocol)


def _places(root: rows.Appeal, address: str, info: Info) -> Iterable[str]:
    """Where the answer is given, in each way asked for."""
    place = {law.AnswerWay.POST: root.postal_address, law.AnswerWay.HAND: address}
    for one in root.ways:
        yield ", ".join(part for part in (_said(f"appeal_way.{one}", info), place.get(one, "")) if part)


def _way_on(root: rows.Appeal, learned: date, info: Info) -> str:
    """The complaint with its term, or the court."""
    key = law.way_on(root.kind, root.body)
    until = day_words(clocks.complain_by(learned), info.context.language)
    return texts.text(f"api.way_on.{key}", info.context.language, until=until)


def due_of(case: rows.Appeal, language: LanguageOfLaw) -> Due | None:
    """The running term; the term that ran out stays, since the duty to answer does."""
    at = case.due_at
    if at is None:
        return None
    left = int((at - clock.now()).total_seconds() // 60)
    running = law.MOVES["extend"].basis if case.extended_at else case.clock.term.basis
    basis = law.MOVES["lapse"].basis if case.lapsed_at else running
    return Due(at=at, target=None, overdue=left < 0, minutes_left=left, provision=cite(basis, language))


def may(case: rows.Appeal, actor: Actor) -> list[str]:
    """The acts open to a caller now."""
    return figures.open_to(actor, case)


served(
    rows.Appeal,
    Told(
        mark=lambda case: law.mark(case.state, case.registered_at, clock.now()), course=course, may=may, due=due_of,
        complaint=lambda case: facts.complaint_about(case) is not None,
    ),
)  # fmt: skip


async def _chained(info: Info, **which: UUID) -> list[rows.Appeal]:
    """Other appeals of the chain that the caller may see; others than the person's own leave a line in the journal."""
    found = await rows.Appeal.visible_to(info.context.actor).filter(**which).order_by("submitted_at")
    await listed(info.context.actor, found)
    return found


async def leave_line(actor: Actor, case: rows.Appeal) -> None:
    """Opening somebody else's appeal leaves a line in the journal."""
    await case.looked_at(actor)
    await opened(actor, "appeal:read", case)


async def _load(key: UUID, actor: Actor) -> rows.Appeal | None:
    return await rows.Appeal.visible_to(actor).get_or_none(id=key)


loads("Appeal", rows.Appeal, _load, leave_line)
