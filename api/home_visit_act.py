"""The acts on a call. Each fetches and hands over; what the law allows is decided below."""

from typing import Any

from api.act import ACTS, Rehearsed, plain
from api.asked import leave_line
from api.context import Info
from api.given import CaseInput, words
from api.home_visit import HomeVisit
from api.home_visit_input import (
    LONGEST_REASON,
    AcceptHomeVisitInput,
    AssignHomeVisitInput,
    CallDoctorInput,
    CancelHomeVisitInput,
    CarryHomeVisitInput,
    CompleteHomeVisitInput,
    HandOverHomeVisitInput,
    PromiseWindowInput,
    RedirectHomeVisitInput,
    RefuseHomeVisitInput,
    ReportWorseInput,
    RoundStepInput,
    WeighHomeVisitInput,
    doctor,
    wanted,
    window,
)
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import mutation, payload
from models import home_visit_answer as answer
from models import home_visit_calling as calling
from models import home_visit_dispatch as dispatch
from models import home_visit_facts as facts
from models import home_visit_round as rounds
from models import signing
from models.actor import Actor
from models.home_visit import HomeVisit as Row
from models.home_visit_summary import summary
from models.law import Role, Service

HomeVisitPayload = payload(HomeVisit)
CALLERS = (Role.CITIZEN, Role.REGISTRAR, Role.PARTNER)
CLINIC = (Role.REGISTRAR, Role.HEAD)
STEPS = (Role.DOCTOR, Role.REGISTRAR)
CALL = "home_visit:call"
LONGEST_STORY = 10_000  # all that is told of one call
asked = leave_line(Service.HOME_VISIT)


async def case(actor: Actor, given: str) -> Row:
    """The call of an id, locked; absent and not the caller's look alike."""
    found = await calling.locked(actor, decode(given, "HomeVisit"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return found


async def seen(actor: Actor, given: Any) -> Row:
    """The call of an act, locked, as the caller has seen it."""
    found = await case(actor, given.id)
    answer.seen(found, given.version)
    return found


@mutation(*CALLERS, returns=HomeVisitPayload, scope=CALL, refused=asked)
async def call_doctor(info: Info, input: CallDoctorInput) -> Any:
    """Call a doctor home: signed on the portal; at the desk and by phone by the registrar; by a partner with consent or a signature.

    The clinic answers within 30 minutes on the portal, 10 at the desk and by phone (standard of order 272, paragraph 4).
    """
    actor = calling.with_channel(info.context.actor, input.channel)
    signed = info.context.signed(input.signature)
    return await calling.call(actor, await wanted(actor, input, signed), plain(input), signed)


@mutation(*CALLERS, returns=HomeVisitPayload, scope=CALL)
async def report_worse(info: Info, input: ReportWorseInput) -> Any:
    """The patient is worse: what is new is added to the call, and its urgency only rises."""
    actor, told = info.context.actor, words(input.words or "", "words")
    found = await case(actor, input.id)
    if told and len(found.words) + len(told) > LONGEST_STORY:
        raise Invalid(ProblemCode.TOO_LONG, "words", most=LONGEST_STORY)
    return await calling.worsen(actor, found, input.danger_signs, told)


@mutation(*CALLERS, returns=HomeVisitPayload, scope=CALL)
async def agree_to_redirection(info: Info, input: CaseInput) -> Any:
    """Take the appointment or the pre-doctor room that the clinic offers instead of a visit."""
    return await calling.agree(info.context.actor, await case(info.context.actor, input.id))


@mutation(*CALLERS, returns=HomeVisitPayload, scope=CALL)
async def insist_on_home_visit(info: Info, input: CaseInput) -> Any:
    """Want the doctor all the same: the clinic then accepts, or refuses on a ground of the closed list."""
    return await calling.insist(info.context.actor, await case(info.context.actor, input.id))


@mutation(*CALLERS, returns=HomeVisitPayload, scope=CALL)
async def cancel_home_visit(info: Info, input: CancelHomeVisitInput) -> Any:
    """Cancel a call at the person's wish, up to the doctor's arrival."""
    actor = info.context.actor
    return await calling.cancel(actor, await case(actor, input.id), words(input.reason or "", "reason", LONGEST_REASON))


@mutation(*CLINIC, returns=HomeVisitPayload)
async def accept_home_visit(info: Info, input: AcceptHomeVisitInput) -> Any:
    """Answer a call with the day and the window in which a doctor comes, and the doctor where known (standard, paragraph 6)."""
    actor = info.context.actor
    named = doctor(input.doctor) if input.doctor else None
    return await answer.accept(actor, await seen(actor, input), window(input.window), named)


@mutation(*CLINIC, returns=HomeVisitPayload)
async def promise_window(info: Info, input: PromiseWindowInput) -> Any:
    """Promise another window on the day of the visit; the person is told at once."""
    return await answer.promise(info.context.actor, await seen(info.context.actor, input), window(input.window))


@mutation(*CLINIC, returns=HomeVisitPayload)
async def refuse_home_visit(info: Info, input: RefuseHomeVisitInput) -> Any:
    """Refuse a call on one of the two grounds of the closed list (portal, service 3182)."""
    actor = info.context.actor
    return await answer.refuse(actor, await seen(actor, input), input.ground, words(input.words, "words"))


@mutation(*CLINIC, returns=HomeVisitPayload)
async def redirect_home_visit(info: Info, input: RedirectHomeVisitInput) -> Any:
    """Offer an appointment or the pre-doctor room where no indication was named; the person agrees or insists."""
    actor = info.context.actor
    return await answer.redirect(actor, await seen(actor, input), input.route, words(input.words, "words"))


@mutation(*CLINIC, returns=HomeVisitPayload)
async def assign_home_visit(info: Info, input: AssignHomeVisitInput) -> Any:
    """Name the doctor who goes, or another one. Of two at once one wins; the other is told (CALL_CHANGED)."""
    return await dispatch.assign(info.context.actor, await seen(info.context.actor, input), doctor(input.doctor))


@mutation(*CLINIC, returns=HomeVisitPayload)
async def carry_home_visit(info: Info, input: CarryHomeVisitInput) -> Any:
    """Carry a call to a later working day, with reasons; the person is told, and the log says that the day was missed."""
    actor = info.context.actor
    reason, at = words(input.reason, "reason", LONGEST_REASON), window(input.window) if input.window else None
    return await dispatch.carry(actor, await seen(actor, input), input.day, reason, at)


@mutation(Role.REGISTRAR, Role.HEAD, Role.DOCTOR, returns=HomeVisitPayload)
async def weigh_home_visit(info: Info, input: WeighHomeVisitInput) -> Any:
    """Say how urgent a call is; lower than it was only with reasons. The software itself never lowers it."""
    actor = info.context.actor
    return await dispatch.weigh(actor, await seen(actor, input), input.urgency, words(input.words or "", "words"))


@mutation(Role.REGISTRAR, Role.HEAD, Role.DOCTOR, returns=HomeVisitPayload)
async def hand_over_home_visit(info: Info, input: HandOverHomeVisitInput) -> Any:
    """Hand a call over to 103."""
    actor, number = info.context.actor, words(input.number or "", "number", 60)
    return await dispatch.hand_over(actor, await case(actor, input.id), number, words(input.words or "", "words"))


@mutation(*STEPS, returns=HomeVisitPayload)
async def set_out_for_home_visit(info: Info, input: RoundStepInput) -> Any:
    """The doctor is on the way; the person is told."""
    return await rounds.set_out(info.context.actor, await case(info.context.actor, input.id))


@mutation(*STEPS, returns=HomeVisitPayload)
async def arrive_at_home_visit(info: Info, input: RoundStepInput) -> Any:
    """The doctor is at the door."""
    return await rounds.arrive(info.context.actor, await case(info.context.actor, input.id))


@mutation(*STEPS, returns=HomeVisitPayload)
async def mark_nobody_home(info: Info, input: RoundStepInput) -> Any:
    """Nobody opened; the person is told, and the doctor comes once more."""
    return await rounds.miss(info.context.actor, await case(info.context.actor, input.id))


@mutation(*STEPS, returns=HomeVisitPayload)
async def give_home_visit_up(info: Info, input: RoundStepInput) -> Any:
    """Close a call at whose door the doctor was twice in vain."""
    return await rounds.give_up(info.context.actor, await case(info.context.actor, input.id))


@mutation(*STEPS, returns=HomeVisitPayload)
async def complete_home_visit(info: Info, input: CompleteHomeVisitInput) -> Any:
    """The visit is over: how it ended; the doctor also says what was found and done, a registrar only how it ended."""
    found, done = words(input.diagnosis or "", "diagnosis"), words(input.help_given or "", "help_given")
    return await rounds.complete(info.context.actor, await case(info.context.actor, input.id), input.outcome, found, done)


@mutation(*STEPS, returns=HomeVisitPayload)
async def take_home_visit_back(info: Info, input: RoundStepInput) -> Any:
    """Take back that the doctor has set out, is at the door or found nobody; that the visit is done, on the same day."""
    return await rounds.step_back(info.context.actor, await case(info.context.actor, input.id))


async def _ask_call(actor: Actor, given: Any, act: str) -> signing.SignatureRequest:
    asked_for = await wanted(actor, given, to_sign=True)
    clinic = None if actor.partner else await facts.asked_clinic(actor, asked_for.patient.id)
    return await signing.ask(
        actor, signing.Purpose.REQUEST, calling.ACT, plain(given), summary=summary(asked_for, clinic, named=actor.partner is None)
    )


ACTS |= {
    "callDoctor": Rehearsed(call_doctor, CALLERS, CALL, ask=_ask_call, line=asked),
    "reportWorse": Rehearsed(report_worse, CALLERS, CALL),
    "agreeToRedirection": Rehearsed(agree_to_redirection, CALLERS, CALL),
    "insistOnHomeVisit": Rehearsed(insist_on_home_visit, CALLERS, CALL),
    "cancelHomeVisit": Rehearsed(cancel_home_visit, CALLERS, CALL),
    "acceptHomeVisit": Rehearsed(accept_home_visit, CLINIC),
    "promiseWindow": Rehearsed(promise_window, CLINIC),
    "refuseHomeVisit": Rehearsed(refuse_home_visit, CLINIC),
    "redirectHomeVisit": Rehearsed(redirect_home_visit, CLINIC),
    "assignHomeVisit": Rehearsed(assign_home_visit, CLINIC),
    "carryHomeVisit": Rehearsed(carry_home_visit, CLINIC),
    "weighHomeVisit": Rehearsed(weigh_home_visit, (Role.REGISTRAR, Role.HEAD, Role.DOCTOR)),
    "handOverHomeVisit": Rehearsed(hand_over_home_visit, (Role.REGISTRAR, Role.HEAD, Role.DOCTOR)),
    "setOutForHomeVisit": Rehearsed(set_out_for_home_visit, STEPS),
    "arriveAtHomeVisit": Rehearsed(arrive_at_home_visit, STEPS),
    "markNobodyHome": Rehearsed(mark_nobody_home, STEPS),
    "giveHomeVisitUp": Rehearsed(give_home_visit_up, STEPS),
    "completeHomeVisit": Rehearsed(complete_home_visit, STEPS),
    "takeHomeVisitBack": Rehearsed(take_home_visit_back, STEPS),
}
