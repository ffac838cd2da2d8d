"""What a booking and the acts on an appointment are given."""

from datetime import date
from uuid import UUID

import strawberry

from api.given import KEY, SIGNATURE, phone, words
from api.ids import decode
from api.names import AccessReason, Channel, Language, VisitReason
from api.patient import at_desk, patient
from api.problems import Invalid, ProblemCode
from api.scalars import IIN, Base64
from models import signing
from models.actor import Actor
from models.applicant import unknown as unknown_to_register
from models.appointment_facts import Wanted
from models.law import Language as LanguageOfLaw
from models.law.appointment_access import Referral
from models.person import Person

LONGEST_REASON = 300


@strawberry.input(description="A referral as it is written.")
class ReferralInput:
    number: str = strawberry.field(description="Its number.")
    issuer: str = strawberry.field(description="Who issued it: the clinic or doctor.")
    issued_on: date = strawberry.field(description="When it was issued.")
    valid_until: date = strawberry.field(description="The last day on which it holds.")


@strawberry.input(description="A booking.")
class BookAppointmentInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    patient: strawberry.ID | None = strawberry.field(default=None, description="For whom; the caller when absent.")
    patient_iin: IIN | None = strawberry.field(default=None, description="For whom, by IIN: for registrars and partner systems.")
    applicant_iin: IIN | None = strawberry.field(default=None, description="At the desk and on the phone: who asks, if not the patient.")
    slot: strawberry.ID = strawberry.field(description="The time chosen.")
    hold: strawberry.ID | None = strawberry.field(
        default=None, description="The hold under which it was chosen; without one the time is taken only if nobody has it."
    )
    reason: VisitReason = strawberry.field(description="What the visit is for.")
    access_reason: AccessReason | None = strawberry.field(default=None, description="Why no referral is needed, where one would be.")
    evidence: str | None = strawberry.field(default=None, description="The document behind that reason: result or entry, with its number.")
    referral: ReferralInput | None = strawberry.field(default=None, description="The referral, where the specialty needs one.")
    language: Language = strawberry.field(description="The language of the answer.")
    phone: str = strawberry.field(description="A phone for questions about the visit.")
    identity: str | None = strawberry.field(default=None, description="At the desk: the identity document seen, with its number.")
    channel: Channel | None = strawberry.field(default=None, description="For registrars: DESK or PHONE.")
    signature: Base64 | None = strawberry.field(
        default=None, description=SIGNATURE + " A partner system with the person's consent needs none."
    )


@strawberry.input(description="An appointment and the time to which it is moved.")
class MoveAppointmentInput:
    id: strawberry.ID = strawberry.field(description="The appointment's id.")
    slot: strawberry.ID = strawberry.field(description="The new time.")
    hold: strawberry.ID | None = strawberry.field(default=None, description="The hold under which it was chosen.")


@strawberry.input(description="An appointment that is cancelled at the person's wish.")
class CancelAppointmentInput:
    id: strawberry.ID = strawberry.field(description="The appointment's id.")
    reason: str | None = strawberry.field(default=None, description="Why, if the person says so.")


@strawberry.input(description="An appointment whose time the clinic cannot keep.")
class OfferOtherTimeInput:
    id: strawberry.ID = strawberry.field(description="The appointment's id.")
    reason: str = strawberry.field(description="Why, for the person to read.")


async def wanted(actor: Actor, given: BookAppointmentInput, signed: signing.Signed | None = None, *, to_sign: bool = False) -> Wanted:
    """A booking as the register knows it; what is absent or not the caller's is told on its field.

    A partner system asks what is to be signed (`to_sign`) without learning whether the register knows the person.
    """
    known = Person(iin=given.patient_iin) if actor.partner and to_sign and given.patient_iin else None
    unknown = unknown_to_register(signed)
    return Wanted(
        patient=known or await patient(actor, given.patient, given.patient_iin, unknown),
        slot=decode(given.slot, "Slot", "slot"), hold=decode(given.hold, "Hold", "hold") if given.hold else None, reason=given.reason,
        access_reason=given.access_reason, evidence=words(given.evidence or "", "evidence", LONGEST_REASON),
        referral=_referral(given.referral), language=LanguageOfLaw(given.language), phone=phone(given.phone),
        identity=words(given.identity or "", "identity", 200) if actor.of_clinic else "",
        applicant=await at_desk(actor, given.applicant_iin),
    )  # fmt: skip


def _referral(given: ReferralInput | None) -> Referral | None:
    if given is None:
        return None
    number, issuer = words(given.number, "referral.number", 60), words(given.issuer, "referral.issuer", 200)
    for name, value in (("number", number), ("issuer", issuer)):
        if not value:
            raise Invalid(ProblemCode.REQUIRED, f"referral.{name}")
    return Referral(number, issuer, given.issued_on, given.valid_until)
