"""One act with its input, of any service: what `mayI` and `requestSignature` are asked about."""

import strawberry

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
    mark_no_show: CaseInput | None = strawberry.field(default=strawberry.UNSET, description="Note that the person has not come.")
