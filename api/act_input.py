"""One act with its input, of any service: what `mayI` and `requestSignature` are asked about."""

import strawberry

from api.appeal_input import (
    AppealWordsInput,
    AppointHearingInput,
    AskAppealCorrectionInput,
    CorrectAppealInput,
    DecideAppealInput,
    ExtendAppealInput,
    FileAppealInput,
    FileComplaintInput,
    ForwardAppealInput,
    ForwardAppealPartInput,
    GiveAppealCaseInput,
    LeaveAppealInput,
    NameAccusedInput,
    ObjectToAppealDecisionInput,
    ProposeAppealDecisionInput,
    RecordHearingInput,
    TakeUpAppealInput,
    WithdrawAppealInput,
)
from api.appointment_input import BookAppointmentInput, CancelAppointmentInput, MoveAppointmentInput, OfferOtherTimeInput
from api.attachment_input import (
    ApproveAttachmentInput,
    CheckAttachmentInput,
    DeclineAttachmentRefusalInput,
    DetachAttachmentInput,
    ProposeAttachmentRefusalInput,
    RefuseAttachmentInput,
    SubmitAttachmentDraftInput,
    SubmitAttachmentInput,
)
from api.given import CaseInput
from api.home_visit_input import (
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
)


@strawberry.input(one_of=True, description="One act with its input.")
class ActInput:
    submit_attachment: SubmitAttachmentInput | None = strawberry.field(default=strawberry.UNSET, description="File a request.")
    submit_attachment_draft: SubmitAttachmentDraftInput | None = strawberry.field(
        default=strawberry.UNSET, description="File the caller's draft."
    )
    check_attachment: CheckAttachmentInput | None = strawberry.field(default=strawberry.UNSET, description="Note the documents as checked.")
    propose_attachment_refusal: ProposeAttachmentRefusalInput | None = strawberry.field(
        default=strawberry.UNSET, description="Propose a refusal."
    )
    decline_attachment_refusal: DeclineAttachmentRefusalInput | None = strawberry.field(
        default=strawberry.UNSET, description="Not confirm a refusal."
    )
    approve_attachment: ApproveAttachmentInput | None = strawberry.field(default=strawberry.UNSET, description="Approve; the head signs.")
    refuse_attachment: RefuseAttachmentInput | None = strawberry.field(default=strawberry.UNSET, description="Refuse; the head signs.")
    withdraw_attachment: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Take a request back.")
    detach_attachment: DetachAttachmentInput | None = strawberry.field(default=strawberry.UNSET, description="Detach; the head signs.")
    book_appointment: BookAppointmentInput | None = strawberry.field(default=strawberry.UNSET, description="Book a time of a doctor.")
    move_appointment: MoveAppointmentInput | None = strawberry.field(default=strawberry.UNSET, description="Move an appointment.")
    accept_offered_time: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Take the time that the clinic offers.")
    cancel_appointment: CancelAppointmentInput | None = strawberry.field(default=strawberry.UNSET, description="Cancel an appointment.")
    offer_other_time: OfferOtherTimeInput | None = strawberry.field(default=strawberry.UNSET, description="Offer another time.")
    mark_arrival: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Note that the person has come.")
    begin_visit: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Note that the visit begins.")
    complete_visit: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Note that the visit is over.")
    reopen_visit: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Take back that the visit began or is over.")
    take_arrival_back: CaseInput | None = strawberry.field(
        default=strawberry.UNSET, description="Take back that the person has come."
    )
    mark_no_show: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Note that the person has not come.")
    call_doctor: CallDoctorInput | None = strawberry.field(default=strawberry.UNSET, description="Call a doctor home.")
    report_worse: ReportWorseInput | None = strawberry.field(default=strawberry.UNSET, description="Report that the patient is worse.")
    agree_to_redirection: CaseInput | None = strawberry.field(
        default=strawberry.UNSET, description="Take what is offered instead of a visit."
    )
    insist_on_home_visit: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Want the doctor all the same.")
    cancel_home_visit: CancelHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Cancel a call.")
    accept_home_visit: AcceptHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Answer a call with a window.")
    promise_window: PromiseWindowInput | None = strawberry.field(default=strawberry.UNSET, description="Promise another window.")
    refuse_home_visit: RefuseHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Refuse a call.")
    redirect_home_visit: RedirectHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Offer something else.")
    assign_home_visit: AssignHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Name the doctor who goes.")
    carry_home_visit: CarryHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Carry a call to a later day.")
    weigh_home_visit: WeighHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Say how urgent a call is.")
    hand_over_home_visit: HandOverHomeVisitInput | None = strawberry.field(default=strawberry.UNSET, description="Hand a call over to 103.")
    set_out_for_home_visit: RoundStepInput | None = strawberry.field(
        default=strawberry.UNSET, description="Note that the doctor is on the way."
    )
    arrive_at_home_visit: RoundStepInput | None = strawberry.field(
        default=strawberry.UNSET, description="Note that the doctor is at the door."
    )
    mark_nobody_home: RoundStepInput | None = strawberry.field(default=strawberry.UNSET, description="Note that nobody opened.")
    give_home_visit_up: RoundStepInput | None = strawberry.field(default=strawberry.UNSET, description="Close a call after two attempts.")
    complete_home_visit: CompleteHomeVisitInput | None = strawberry.field(
        default=strawberry.UNSET, description="Note that the visit is over."
    )
    take_home_visit_back: RoundStepInput | None = strawberry.field(default=strawberry.UNSET, description="Take a step of the round back.")
    file_appeal: FileAppealInput | None = strawberry.field(default=strawberry.UNSET, description="File an appeal.")
    file_complaint: FileComplaintInput | None = strawberry.field(default=strawberry.UNSET, description="Complain about a case.")
    correct_appeal: CorrectAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Give what was missing.")
    object_to_appeal_decision: ObjectToAppealDecisionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Object to the preliminary decision."
    )
    withdraw_appeal: WithdrawAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Take an appeal back.")
    take_up_appeal: TakeUpAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Name the executor.")
    ask_appeal_correction: AskAppealCorrectionInput | None = strawberry.field(default=strawberry.UNSET, description="Ask for a correction.")
    forward_appeal: ForwardAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Send an appeal on.")
    forward_appeal_part: ForwardAppealPartInput | None = strawberry.field(default=strawberry.UNSET, description="Send a part on.")
    extend_appeal: ExtendAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Extend the term.")
    note_extension_notice: AppealWordsInput | None = strawberry.field(
        default=strawberry.UNSET, description="Note that the person was told of an extension."
    )
    propose_appeal_decision: ProposeAppealDecisionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Show the preliminary decision."
    )
    appoint_hearing: AppointHearingInput | None = strawberry.field(default=strawberry.UNSET, description="Appoint a hearing.")
    record_hearing: RecordHearingInput | None = strawberry.field(default=strawberry.UNSET, description="Keep the protocol of a hearing.")
    decide_appeal: DecideAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Decide.")
    leave_appeal: LeaveAppealInput | None = strawberry.field(default=strawberry.UNSET, description="Leave without consideration.")
    send_appeal_answer: AppealWordsInput | None = strawberry.field(default=strawberry.UNSET, description="Note that the answer was sent.")
    name_accused: NameAccusedInput | None = strawberry.field(default=strawberry.UNSET, description="Name those complained about.")
    request_appeal_case: AppealWordsInput | None = strawberry.field(default=strawberry.UNSET, description="Ask a clinic for its case.")
    give_appeal_case: GiveAppealCaseInput | None = strawberry.field(default=strawberry.UNSET, description="Give the case.")
