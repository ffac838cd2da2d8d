"""What a call and the acts on it are given."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import strawberry

from api.given import KEY, SIGNATURE, phone, words
from api.ids import decode
from api.names import (
    Channel,
    DangerSign,
    HomeVisitKind,
    HomeVisitOutcome,
    HomeVisitRefusalGround,
    HomeVisitRoute,
    Indication,
    Language,
    Urgency,
)
from api.patient import at_desk, patient
from api.problems import Fault, Invalid, ProblemCode
from api.scalars import IIN, Base64
from models import signing
from models.actor import Actor
from models.applicant import unknown as unknown_to_register
from models.home_visit import Address
from models.home_visit_facts import Wanted
from models.law import Language as LanguageOfLaw
from models.law import Service
from models.law.home_visit_window import Window
from models.person import Person

LONGEST_REASON = 500
VERSION = "The call's `version` that the caller has seen; another one since then is CALL_CHANGED, and nothing is done."
_CASE = "The call's id."
_NEEDED = ("locality", "street", "house")


@strawberry.input(description="Where the doctor comes, in parts, as precisely as is known.")
class VisitAddressInput:
    locality: str = strawberry.field(description="City, town or village.")
    street: str = strawberry.field(description="Street or micro-district.")
    house: str = strawberry.field(description="House.")
    flat: str | None = strawberry.field(default=None, description="Flat, if there is one.")
    entrance: str | None = strawberry.field(default=None, description="Entrance.")
    floor: str | None = strawberry.field(default=None, description="Floor.")
    intercom: str | None = strawberry.field(default=None, description="Code of the intercom.")


@strawberry.input(description="A call of a doctor home. The clinic is that of the patient's attachment; for staff their own.")
class CallDoctorInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    patient: strawberry.ID | None = strawberry.field(default=None, description="For whom; the caller when absent.")
    patient_iin: IIN | None = strawberry.field(default=None, description="For whom, by IIN: for registrars and partner systems.")
    applicant_iin: IIN | None = strawberry.field(default=None, description="At the desk and on the phone: who asks, if not the patient.")
    danger_signs: list[DangerSign] = strawberry.field(
        default_factory=list,
        description="Signs upon which 103 is called at once; the call can be made all the same, and the clinic sees them.",
    )
    indications: list[Indication] = strawberry.field(default_factory=list, description="States of the standard's list.")
    words: str | None = strawberry.field(default=None, description="What happened, in the person's own words.")
    address: VisitAddressInput = strawberry.field(description="Where the doctor comes.")
    phone: str = strawberry.field(description="A phone at which the doctor reaches the person.")
    arrival: str | None = strawberry.field(default=None, description="What to know on arrival: the way, a dog, who opens.")
    language: Language = strawberry.field(description="The language of the answer.")
    identity: str | None = strawberry.field(default=None, description="At the desk: the identity document seen, with its number.")
    channel: Channel | None = strawberry.field(
        default=None, description="For registrars: DESK, PHONE (when absent), AMBULANCE (handed over by 103) or CLINIC (of its own accord)."
    )
    kind: HomeVisitKind | None = strawberry.field(
        default=None, description="For registrars: first, repeated or active; worked out if absent."
    )
    ambulance_number: str | None = strawberry.field(default=None, description="The number of the call at 103, where 103 hands it over.")
    signature: Base64 | None = strawberry.field(
        default=None, description=SIGNATURE + " A partner system with the person's consent needs none."
    )


@strawberry.input(description="A window in which a doctor comes: on the day of the visit, within the clinic's hours.")
class VisitWindowInput:
    since: datetime = strawberry.field(description="Its beginning.")
    until: datetime = strawberry.field(description="Its end.")


@strawberry.input(description="A call as the caller has seen it.")
class SeenHomeVisit:
    id: strawberry.ID = strawberry.field(description=_CASE)
    version: int = strawberry.field(description=VERSION)


@strawberry.input(description="The answer to a call: when a doctor comes, and who, where that is known.")
class AcceptHomeVisitInput(SeenHomeVisit):
    window: VisitWindowInput = strawberry.field(description="When.")
    doctor: strawberry.ID | None = strawberry.field(default=None, description="Who; can be named later.")


@strawberry.input(description="Another window for a call.")
class PromiseWindowInput(SeenHomeVisit):
    window: VisitWindowInput = strawberry.field(description="When.")


@strawberry.input(description="Which doctor goes.")
class AssignHomeVisitInput(SeenHomeVisit):
    doctor: strawberry.ID = strawberry.field(description="An attending doctor of the clinic.")


@strawberry.input(description="A refusal on a ground of the closed list.")
class RefuseHomeVisitInput(SeenHomeVisit):
    ground: HomeVisitRefusalGround = strawberry.field(description="The ground.")
    words: str = strawberry.field(description="The reasons, for the person to read.")


@strawberry.input(description="What is offered instead of a visit.")
class RedirectHomeVisitInput(SeenHomeVisit):
    route: HomeVisitRoute = strawberry.field(description="An appointment or the pre-doctor room.")
    words: str = strawberry.field(description="Why, for the person to read.")


@strawberry.input(description="A call that cannot be served on its day.")
class CarryHomeVisitInput(SeenHomeVisit):
    day: date = strawberry.field(description="The later working day of the clinic.")
    reason: str = strawberry.field(description="Why, for the person to read.")
    window: VisitWindowInput | None = strawberry.field(
        default=None, description="When on that day; the first window of the day when absent. A call not yet answered needs none."
    )


@strawberry.input(description="How urgent a call is, as a human sees it.")
class WeighHomeVisitInput(SeenHomeVisit):
    urgency: Urgency = strawberry.field(description="The urgency.")
    words: str | None = strawberry.field(default=None, description="Why: needed where it is lowered.")


@strawberry.input(description="A call that 103 takes over.")
class HandOverHomeVisitInput:
    id: strawberry.ID = strawberry.field(description=_CASE)
    number: str | None = strawberry.field(default=None, description="The number of the call at 103, where it is known.")
    words: str | None = strawberry.field(default=None, description="Why.")


@strawberry.input(description="A step of a doctor's round. Sent twice, with the same key or another, it counts once.")
class RoundStepInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description=_CASE)


@strawberry.input(description="The end of a visit, for the call log.")
class CompleteHomeVisitInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description=_CASE)
    outcome: HomeVisitOutcome = strawberry.field(description="How it ended.")
    diagnosis: str | None = strawberry.field(default=None, description="The diagnosis, for the log.")
    help_given: str | None = strawberry.field(default=None, description="The help given, for the log.")


@strawberry.input(description="The patient is worse than was told.")
class ReportWorseInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description=_CASE)
    danger_signs: list[DangerSign] = strawberry.field(default_factory=list, description="Signs of danger that have come up.")
    words: str | None = strawberry.field(default=None, description="What has changed.")


@strawberry.input(description="A call that is cancelled at the person's wish.")
class CancelHomeVisitInput:
    id: strawberry.ID = strawberry.field(description=_CASE)
    reason: str | None = strawberry.field(default=None, description="Why, if the person says so.")


async def wanted(actor: Actor, given: CallDoctorInput, signed: signing.Signed | None = None, *, to_sign: bool = False) -> Wanted:
    """A call as the register knows it; what is absent or not the caller's is told on its field.

    A partner system asks what is to be signed (`to_sign`) without learning whether the register knows the person.
    """
    known = Person(iin=given.patient_iin) if actor.partner and to_sign and given.patient_iin else None
    of_clinic = actor.of_clinic
    return Wanted(
        patient=known or await _patient(actor, given, signed),
        address=address(given.address), signs=tuple(dict.fromkeys(given.danger_signs)),
        indications=indications(given.indications, actor.channel),
        words=words(given.words or "", "words"), arrival=words(given.arrival or "", "arrival", LONGEST_REASON),
        language=LanguageOfLaw(given.language), phone=phone(given.phone), kind=given.kind if of_clinic else None,
        identity=words(given.identity or "", "identity", 200) if of_clinic else "",
        applicant=await at_desk(actor, given.applicant_iin),
        ambulance_number=words(given.ambulance_number or "", "ambulance_number", 60) if of_clinic else "",
    )  # fmt: skip


async def _patient(actor: Actor, given: CallDoctorInput, signed: signing.Signed | None) -> Person:
    """Who is to be visited; a person that is not and one that is not the caller's to call for look alike."""
    unknown = unknown_to_register(signed)
    return await patient(actor, given.patient, given.patient_iin, unknown, Service.HOME_VISIT)


def indications(given: Sequence[Indication], channel: Channel) -> tuple[Indication, ...]:
    """The states that were named; that 103 hands the call over is one, which only the way of the call itself says."""
    handed_over = (Indication.AMBULANCE,) if channel is Channel.AMBULANCE else ()
    if Indication.AMBULANCE in given and not handed_over:
        raise Invalid(ProblemCode.INVALID_VALUE, "indications")
    return tuple(dict.fromkeys((*given, *handed_over)))


def address(given: VisitAddressInput) -> Address:
    """An address as it is kept: every part that was given; all that is missing is told at once."""
    parts = {name: words(value or "", f"address.{name}", 200) for name, value in vars(given).items()}
    missing = [Fault(ProblemCode.REQUIRED, ("address", name)) for name in _NEEDED if not parts[name]]
    if missing:
        raise Invalid.together(missing)
    return {name: value for name, value in parts.items() if value}


def window(given: VisitWindowInput) -> Window:
    """A window; moments without a zone were refused before."""
    return given.since, given.until


def doctor(given: str) -> UUID:
    """The doctor of an id."""
    return decode(given, "Doctor", "doctor")
