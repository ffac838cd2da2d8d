"""The parts of an appeal as the API shows them: body, receipt, correction, extension, hearing, decision, what is next."""

from datetime import date, datetime

import strawberry

from api.complaint import ComplaintWay
from api.names import (
    AppealBodyKind,
    AppealKind,
    AppealLeaveGround,
    AppealOutcome,
    AppealRequirement,
    HearingWay,
)
from api.provision import Provision


@strawberry.type(description="Who answers an appeal: a clinic, or the authorised body above it.")
class AppealBody:
    kind: AppealBodyKind = strawberry.field(description="Which of the two.")
    name: str = strawberry.field(description="The name, in the caller's language.")
    address: str = strawberry.field(description="The address: the place of an answer by hand.")
    phone: str = strawberry.field(description="The phone.")
    bin: str = strawberry.field(description="The BIN.")


@strawberry.type(description="The receipt (talon) of an appeal: given at once, never changed, never refused (APPC, article 64, part 2).")
class AppealReceipt:
    number: str = strawberry.field(description="The unique number, with a check digit.")
    line: int = strawberry.field(description="The line in the body's register of the year: without gaps.")
    received_at: datetime = strawberry.field(description="When the appeal came.")
    registered_on: date = strawberry.field(description="The day of registration: that of receipt, or the next working day.")
    receiver: str = strawberry.field(description="Surname and initials of whoever received it; on the portal, the system.")
    position: str = strawberry.field(description="The position of whoever received it.")
    due_on: date = strawberry.field(description="The last day of the term of the answer, as it was on the day of receipt.")
    place: str = strawberry.field(description="Where the answer is given: in the account, at the postal address, at the body.")
    basis: Provision = strawberry.field(description="The paragraph that sets the term.")


@strawberry.type(description="A correction that the body asked for.")
class AppealCorrection:
    requirements: list[AppealRequirement] = strawberry.field(description="The requirements that are not met.")
    requirement_texts: list[str] = strawberry.field(description="The same in words.")
    words: str = strawberry.field(description="What is missing, in the body's words.")
    until: date = strawberry.field(description="By when.")
    corrected_at: datetime | None = strawberry.field(description="When the person corrected it.")
    given: str = strawberry.field(description="What the person gave, apart from the essence; empty before.")
    missed: bool = strawberry.field(description="Whether the time passed without a correction.")


@strawberry.type(description="An extension of the term (APPC, article 76).")
class AppealExtension:
    until: date = strawberry.field(description="The new last day.")
    words: str = strawberry.field(description="Why.")
    at: datetime = strawberry.field(description="When it was decided.")
    notice_by: date = strawberry.field(description="By when the person had to be told.")
    noticed_at: datetime | None = strawberry.field(description="When the person was told; null while a notice is owed.")


@strawberry.type(description="The preliminary decision and the objection to it (APPC, article 73).")
class AppealProposal:
    outcome: AppealOutcome = strawberry.field(description="The decision that is to be taken.")
    outcome_text: str = strawberry.field(description="The same in words.")
    words: str = strawberry.field(description="Its reasons.")
    at: datetime = strawberry.field(description="When it was shown.")
    object_by: date = strawberry.field(description="The last day for an objection.")
    decide_from: date = strawberry.field(description="The first day on which a decision against the person may follow.")
    objection: str = strawberry.field(description="The objection; empty when there is none.")
    objected_at: datetime | None = strawberry.field(description="When the person objected.")


@strawberry.type(description="The protocol of a hearing (APPC, article 74).")
class HearingProtocol:
    began_at: datetime = strawberry.field(description="When it began.")
    ended_at: datetime = strawberry.field(description="When it ended.")
    official: str = strawberry.field(description="The official who recorded it.")
    secretary: str = strawberry.field(description="Who kept the protocol.")
    participants: str = strawberry.field(description="Who took part.")
    content: str = strawberry.field(description="What it was about.")
    explanations: str = strawberry.field(description="Explanations, questions and answers.")


@strawberry.type(description="A hearing: the invitation, and the protocol once it was held.")
class AppealHearing:
    at: datetime = strawberry.field(description="When.")
    way: HearingWay = strawberry.field(description="How.")
    way_text: str = strawberry.field(description="The same in words.")
    place: str = strawberry.field(description="Where.")
    protocol: HearingProtocol | None = strawberry.field(description="The protocol; null before the hearing.")


@strawberry.type(description="How an appeal ended: decided, or left without consideration; with reasons, the law and the way on.")
class AppealDecision:
    outcome: AppealOutcome | None = strawberry.field(description="The decision; null when it was left without consideration.")
    leave_ground: AppealLeaveGround | None = strawberry.field(description="Why it was left without consideration.")
    text: str = strawberry.field(description="The decision or the ground in words.")
    satisfied: bool = strawberry.field(description="Whether it satisfies the person in full.")
    reasons: str = strawberry.field(description="The reasons.")
    law: str = strawberry.field(description="The articles and paragraphs named.")
    at: datetime = strawberry.field(description="When.")
    official: str = strawberry.field(description="Surname and initials of whoever decided.")
    position: str = strawberry.field(description="The position of whoever decided.")
    late: bool = strawberry.field(description="Whether the term had run out before.")
    restored: bool | None = strawberry.field(description="For a late complaint: whether the missed term is restored.")
    answered_at: datetime | None = strawberry.field(description="When the answer was given in all the ways asked for.")
    answer_note: str = strawberry.field(description="How it was sent or handed over.")
    way_on: str = strawberry.field(description="The way on, in words: the complaint with its term, or the court.")
    complaint: ComplaintWay | None = strawberry.field(description="Where and until when to complain; null where only the court is left.")


@strawberry.type(description="Where an appeal, or a part of it, was sent on.")
class AppealForwarding:
    number: str = strawberry.field(description="The number of the appeal at the other body.")
    body: str = strawberry.field(description="The name of that body.")
    at: datetime = strawberry.field(description="When it was sent on.")
    part: str = strawberry.field(description="The part that was sent on; empty when it was the whole.")


@strawberry.type(description="A case that an authorised body has asked a clinic for.")
class AppealCaseRequest:
    words: str = strawberry.field(description="What is asked for.")
    at: datetime = strawberry.field(description="When.")
    by: date = strawberry.field(description="By when it is to be given.")
    answer: str = strawberry.field(description="The clinic's explanations; empty before it gave them.")
    given_at: datetime | None = strawberry.field(description="When it was given.")
    overdue: bool = strawberry.field(description="Whether it was not given in time.")


@strawberry.type(description="The last and first days of the steps on the way, were each taken today.")
class AppealDays:
    forward_by: date = strawberry.field(description="By when it is sent on, where another body is to decide.")
    forward_left: int | None = strawberry.field(description="How many working days are left for that after today; null once it is over.")
    correct_from: date = strawberry.field(description="The first day that may be set for a correction.")
    correct_until: date = strawberry.field(description="The last one.")
    object_by: date = strawberry.field(description="The last day for an objection to a preliminary decision.")
    decide_from: date = strawberry.field(description="The first day of a decision against the person after a preliminary one.")
    notice_by: date = strawberry.field(description="By when the person is told of an extension.")
    case_by: date = strawberry.field(description="By when a clinic gives a case that it is asked for.")


@strawberry.type(description="Somebody of a body's staff.")
class BodyMember:
    id: strawberry.ID = strawberry.field(description="The id to name the person by, in `takeUpAppeal` and `nameAccused`.")
    name: str = strawberry.field(description="Surname and initials.")
    position: str = strawberry.field(description="The position.")


@strawberry.type(description="Somebody about whom an appeal complains: does not act on it.")
class Accused:
    name: str = strawberry.field(description="Surname and initials.")
    position: str = strawberry.field(description="The position.")


@strawberry.type(description="What a body is to do next with an appeal.")
class AppealNext:
    act: str = strawberry.field(description="The act, by its name in the law's table.")
    text: str = strawberry.field(description="The act in words.")
    why: str = strawberry.field(description="Why now, in words.")
    by: date | None = strawberry.field(description="The last day; null where none is set.")
    until: datetime | None = strawberry.field(description="The moment at which that day ends; null where none is set.")
    overdue: bool = strawberry.field(description="Whether the day has passed.")
    yours: bool = strawberry.field(description="Whether the caller may do it: not somebody complained about, and of the right role.")


@strawberry.type(description="A kind of appeal at a body: its clock, and the paragraph that sets it.")
class AppealClock:
    kind: AppealKind = strawberry.field(description="The kind.")
    kind_text: str = strawberry.field(description="The kind in words.")
    body: AppealBodyKind = strawberry.field(description="The body.")
    term: str = strawberry.field(description="The term in words.")
    basis: Provision = strawberry.field(description="The paragraph that sets it.")
    due_on: date = strawberry.field(description="The last day, were it received now.")
    registered_on: date = strawberry.field(description="The day of registration, were it received now.")
    extendable: bool = strawberry.field(description="Whether article 76 lets the head extend it, to two months after the receipt.")
    goes_up: bool = strawberry.field(description="Whether the body grants it in full or sends it on to the body above, which decides.")
