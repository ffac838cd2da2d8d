"""What an appeal and the acts on it are given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import strawberry

from api.given import KEY, SIGNATURE, phone, words
from api.ids import decode, prefix
from api.names import (
    AnswerWay,
    AppealForwardGround,
    AppealKind,
    AppealLeaveGround,
    AppealOutcome,
    AppealRequirement,
    AppealSubject,
    Channel,
    HearingWay,
    Language,
)
from api.patient import at_desk, patient
from api.problems import Fault, Invalid, ProblemCode
from api.scalars import IIN, Base64
from models import appeal_facts as facts
from models import signing
from models.actor import Actor
from models.appeal_facts import Wanted
from models.appeal_filing import own_files
from models.applicant import unknown as unknown_to_register
from models.authority import Authority, above
from models.clinic import Clinic
from models.law import Language as LanguageOfLaw
from models.law import Role, Service, person
from models.law.appeal import AnswerWay as Way
from models.law.appeal import Body, Kind, Subject
from models.person import Person

LONGEST_ESSENCE = 10_000
LONGEST_ADDRESS = 300
SERVICES = {"Attachment": Service.ATTACHMENT, "Appointment": Service.APPOINTMENT, "HomeVisit": Service.HOME_VISIT, "Appeal": Service.APPEAL}
VERSION = "The appeal's `version` that the caller has seen; another one since then is APPEAL_CHANGED, and nothing is done."
_CASE = "The appeal's id."
_FILES = "Files uploaded beforehand with `uploadEnclosure`."


@strawberry.input(description="What is common to every appeal: who appeals, in what words, and how the answer is wanted.")
class _Filed:
    idempotency_key: UUID = strawberry.field(description=KEY)
    patient: strawberry.ID | None = strawberry.field(default=None, description="Who appeals; the caller when absent. At a desk: if known.")
    patient_iin: IIN | None = strawberry.field(
        default=None, description="By IIN: for staff and partner systems; one that the register does not know is kept as given."
    )
    essence: str = strawberry.field(description="The essence, in the person's own words; by word of mouth: as it was read back.")
    postal_address: str = strawberry.field(description="The postal address.")
    phone: str | None = strawberry.field(default=None, description="A phone, if there is one.")
    answer_by: list[AnswerWay] = strawberry.field(default_factory=list, description="How the answer is wanted; the account when absent.")
    files: list[strawberry.ID] = strawberry.field(default_factory=list, description=_FILES)
    subject: AppealSubject = strawberry.field(default=Subject.OTHER, description="What it is about, for the figures.")
    complained_of: str | None = strawberry.field(default=None, description="Who is complained about, in the person's words.")
    accused: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Doctors of the clinic who are complained about: they do not act on the appeal."
    )
    learned_on: date | None = strawberry.field(default=None, description="For complaints: when the person learnt of the act; needed there.")
    restore_term: str | None = strawberry.field(
        default=None, description="For complaints after three months: why, and the request to restore the term (APPC, article 92)."
    )
    crime: bool = strawberry.field(default=False, description="Whether it tells of a crime or a threat: it is then always considered.")
    language: Language = strawberry.field(description="The language of the answer.")
    # for desks
    name: str | None = strawberry.field(
        default=None, description="At a desk, for somebody without an IIN or an organisation: the name; absent: nobody knows who appeals."
    )
    bin: str | None = strawberry.field(default=None, description="At a desk: the BIN of an organisation, if any.")
    channel: Channel | None = strawberry.field(default=None, description="For staff: DESK (when absent) or PHONE.")
    oral: bool = strawberry.field(default=False, description="For staff: taken by word of mouth; `essence` is the protocol (article 63).")
    received_at: datetime | None = strawberry.field(default=None, description="For staff: when a paper came, if earlier than now.")
    identity: str | None = strawberry.field(default=None, description="At the desk: the identity document seen, with its number.")
    applicant_iin: IIN | None = strawberry.field(default=None, description="At the desk: who asks, if not the patient.")
    signature: Base64 | None = strawberry.field(default=None, description=SIGNATURE + " A partner with the person's consent needs none.")


@strawberry.input(description="An appeal: to a clinic, or about a clinic to the authorised body above it.")
class FileAppealInput(_Filed):
    kind: AppealKind = strawberry.field(description="What is wanted: it decides the clock and the body (`appealKinds`).")
    clinic: strawberry.ID | None = strawberry.field(default=None, description="The clinic; for its staff their own. Needed elsewhere.")
    to_authority: bool = strawberry.field(default=False, description="To the authorised body above that clinic instead of the clinic.")
    about: strawberry.ID | None = strawberry.field(default=None, description="The case of any service that it is about.")


@strawberry.input(description="A complaint about a case of any service: its kind and its body follow from the case.")
class FileComplaintInput(_Filed):
    about: strawberry.ID = strawberry.field(description="The case: any of the caller's, an answered or unanswered appeal too.")


@strawberry.input(description="An appeal as the caller has seen it.")
class SeenAppeal:
    id: strawberry.ID = strawberry.field(description=_CASE)
    version: int = strawberry.field(description=VERSION)


@strawberry.input(description="Who executes an appeal.")
class TakeUpAppealInput(SeenAppeal):
    executor: strawberry.ID = strawberry.field(description="Somebody of the body's appeals service: `executors` of the appeal.")


@strawberry.input(description="What an appeal lacks.")
class AskAppealCorrectionInput(SeenAppeal):
    requirements: list[AppealRequirement] = strawberry.field(description="The requirements of article 63 that are not met.")
    words: str = strawberry.field(description="What is missing, for the person to read.")
    until: date = strawberry.field(description="By when: a reasonable time within the term, which does not stop.")


@strawberry.input(description="A correction of an appeal.")
class CorrectAppealInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description=_CASE)
    words: str = strawberry.field(default="", description="What was missing, kept apart from the essence; empty with files or an address.")
    postal_address: str | None = strawberry.field(default=None, description="The postal address, where that was missing.")
    files: list[strawberry.ID] = strawberry.field(default_factory=list, description=_FILES)


@strawberry.input(description="Where an appeal is sent on.")
class ForwardAppealInput(SeenAppeal):
    ground: AppealForwardGround = strawberry.field(description="Why: not ours; a complaint; those complained about would decide.")
    clinic: strawberry.ID | None = strawberry.field(default=None, description="To another clinic; absent: to the authorised body.")
    words: str = strawberry.field(description="Why, for the person to read.")


@strawberry.input(description="A part of an appeal that another body decides on.")
class ForwardAppealPartInput(SeenAppeal):
    clinic: strawberry.ID | None = strawberry.field(default=None, description="To another clinic; absent: to the authorised body.")
    part: str = strawberry.field(description="The part, in the person's words.")
    words: str = strawberry.field(description="Why, for the person to read.")


@strawberry.input(description="A longer term.")
class ExtendAppealInput(SeenAppeal):
    until: date = strawberry.field(description="The new last day: two months after the receipt at most.")
    words: str = strawberry.field(description="Why, for the person to read: which facts must be established.")


@strawberry.input(description="An appeal with words.")
class AppealWordsInput(SeenAppeal):
    words: str = strawberry.field(description="The words.")


@strawberry.input(description="A decision that is to be taken.")
class ProposeAppealDecisionInput(SeenAppeal):
    outcome: AppealOutcome = strawberry.field(description="The decision.")
    words: str = strawberry.field(description="Its reasons, for the person to read.")


@strawberry.input(description="An objection to the preliminary decision.")
class ObjectToAppealDecisionInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description=_CASE)
    words: str = strawberry.field(description="The objection.")


@strawberry.input(description="An invitation to be heard.")
class AppointHearingInput(SeenAppeal):
    at: datetime = strawberry.field(description="When.")
    way: HearingWay = strawberry.field(description="How.")
    place: str = strawberry.field(description="Where: an address, a room, a link.")


@strawberry.input(description="The protocol of a hearing (APPC, article 74).")
class RecordHearingInput(SeenAppeal):
    began_at: datetime = strawberry.field(description="When it began.")
    ended_at: datetime = strawberry.field(description="When it ended.")
    secretary: str = strawberry.field(description="Who kept the protocol.")
    participants: str = strawberry.field(description="Who took part; or that the person did not come.")
    content: str = strawberry.field(description="What it was about.")
    explanations: str = strawberry.field(description="Explanations, questions and answers.")


@strawberry.input(description="A decision.")
class DecideAppealInput(SeenAppeal):
    outcome: AppealOutcome = strawberry.field(description="The decision, of those that `outcomes` of the appeal lists.")
    words: str = strawberry.field(description="The reasons.")
    law: str | None = strawberry.field(default=None, description="The articles and paragraphs; needed against the person.")
    restored: bool | None = strawberry.field(default=None, description="For a late complaint: whether the missed term is restored.")


@strawberry.input(description="Why an appeal is left without consideration.")
class LeaveAppealInput(SeenAppeal):
    ground: AppealLeaveGround = strawberry.field(description="The ground.")
    words: str = strawberry.field(description="The reasons.")


@strawberry.input(description="An appeal that is taken back.")
class WithdrawAppealInput:
    id: strawberry.ID = strawberry.field(description=_CASE)
    words: str | None = strawberry.field(default=None, description="Entered for the person: which written application there is.")
    files: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Entered for the person: the written application, uploaded beforehand with `uploadEnclosure`."
    )


@strawberry.input(description="Those complained about.")
class NameAccusedInput(SeenAppeal):
    people: list[strawberry.ID] = strawberry.field(default_factory=list, description="Of the clinic's staff: `staff` of the appeal.")
    words: str | None = strawberry.field(default=None, description="Where nobody of the staff is meant: why, for the person to read.")


@strawberry.input(description="A clinic's case.")
class GiveAppealCaseInput(SeenAppeal):
    words: str = strawberry.field(description="The explanations.")
    files: list[strawberry.ID] = strawberry.field(default_factory=list, description=_FILES)


@dataclass(frozen=True)
class Target:
    """Where an appeal goes: what is wanted, and from whom."""

    kind: Kind
    clinic: Clinic
    authority: Authority | None
    about: Any


async def wanted(
    actor: Actor, given: FileAppealInput | FileComplaintInput, signed: signing.Signed | None = None, *, to_sign: bool = False
) -> Wanted:
    """An appeal as the register knows it; what is absent or not the caller's is told on its field."""
    desk = actor.staff
    target = await (_of_complaint(actor, given) if isinstance(given, FileComplaintInput) else _of_appeal(actor, given))
    someone = await _appellant(actor, given, signed, to_sign)
    _of_person(target, someone, to_sign and actor.partner is not None)
    return Wanted(
        kind=target.kind, clinic=target.clinic, authority=target.authority, about=target.about, subject=given.subject, patient=someone,
        name=words(given.name or "", "name", 200) if desk and not someone else "",
        iin=given.patient_iin or "" if desk and not someone else "", bin=_bin(given.bin) if desk else "",
        essence=essence(given.essence, desk), postal_address=address(given.postal_address, desk),
        phone=phone(given.phone) if given.phone else "", language=LanguageOfLaw(given.language), ways=ways(given.answer_by, someone),
        oral=given.oral and desk, crime=given.crime, complained_of=words(given.complained_of or "", "complained_of", 300),
        accused=tuple([await _accused(one, target.clinic) for one in given.accused]), learned_on=_learned(target, given.learned_on),
        restore_words=words(given.restore_term or "", "restore_term"), files=await files(actor, given.files),
        received_at=given.received_at if desk else None, identity=words(given.identity or "", "identity", 200) if desk else "",
        applicant=await at_desk(actor, given.applicant_iin),
    )  # fmt: skip


async def _appellant(actor: Actor, given: _Filed, signed: signing.Signed | None, to_sign: bool) -> Person | None:
    """Who appeals. At a desk anybody may, known to the register or not: nothing keeps an appeal out (APPC, article 64)."""
    if actor.staff:
        if given.patient_iin:
            return await Person.get_or_none(iin=given.patient_iin)
        return await _known(decode(given.patient, "Patient", "patient")) if given.patient else None
    if actor.partner and to_sign and given.patient_iin:
        return Person(iin=given.patient_iin)
    return await patient(actor, given.patient, given.patient_iin, unknown_to_register(signed), Service.APPEAL)


async def _known(key: UUID) -> Person:
    """Whom an id names: an id is nobody's handwriting, so one that names nobody is a fault."""
    found = await Person.get_or_none(id=key)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "patient")
    return found


def _of_person(target: Target, someone: Person | None, to_sign: bool) -> None:
    """A case is complained about by whose case it is: nobody is shown another's facts with one's own appeal. Before a partner system
    has shown a signature it is told nothing of whose."""
    if target.about and not to_sign and target.about.person_id != (someone.id if someone else None):
        raise Invalid(ProblemCode.NOT_FOUND, "about")


async def _of_appeal(actor: Actor, given: FileAppealInput) -> Target:
    """The clinic, or the authorised body above it; those who work for one of them take in what is for it."""
    about = await about_case(actor, given.about) if given.about else None
    clinic = about.clinic if about else await _clinic(actor, given.clinic)
    authority = await _above(clinic) if given.to_authority or actor.role is Role.AUTHORITY else None
    return Target(given.kind, clinic, authority, about)


async def _of_complaint(actor: Actor, given: FileComplaintInput) -> Target:
    """Where a complaint about a case goes follows from the case."""
    about = await about_case(actor, given.about)
    found = facts.complaint_about(about)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "about")
    return Target(found.kind, about.clinic, await _above(about.clinic) if found.body is Body.AUTHORITY else None, about)


async def about_case(actor: Actor, given: str) -> Any:
    """A case of any service that the caller may see."""
    for name, service in SERVICES.items():
        if given.rpartition("_")[0] == prefix(name):
            found = await facts.seen(actor, service, decode(given, name, "about"))
            if found is not None:
                return found
    raise Invalid(ProblemCode.NOT_FOUND, "about")


async def target_of(actor: Actor, answers: Mapping[str, Any], clinic: Clinic | None) -> Target | None:
    """Where an unfinished appeal would go; None while that is not answered, or once the caller may not see its case any more."""
    if answers.get("about"):
        try:
            about = await about_case(actor, str(answers["about"]))
        except Invalid:
            return None
        found = facts.complaint_about(about)
        above_it = await _above(about.clinic) if found and found.body is Body.AUTHORITY else None
        return Target(found.kind, about.clinic, above_it, about) if found else None
    if clinic is None or not answers.get("kind"):
        return None
    return Target(Kind(str(answers["kind"])), clinic, await _above(clinic) if answers.get("toAuthority") else None, None)


async def _clinic(actor: Actor, given: str | None) -> Clinic:
    if actor.of_clinic:
        return await Clinic.get(id=actor.clinic)
    if not given:
        raise Invalid(ProblemCode.REQUIRED, "clinic")
    return await other_clinic(given)


async def other_clinic(given: str) -> Clinic:
    """The clinic of an id."""
    found = await Clinic.get_or_none(id=decode(given, "Clinic", "clinic"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "clinic")
    return found


async def _above(clinic: Clinic) -> Authority:
    found = await above(clinic)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "to_authority")
    return found


async def _accused(given: str, clinic: Clinic) -> UUID:
    """The person of a doctor."""
    from models.clinic import Doctor

    found = await Doctor.get_or_none(id=decode(given, "Doctor", "accused"), clinic_id=clinic.id)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "accused")
    return found.person_id


def essence(given: str, desk: bool) -> str:
    """What is wanted; at a desk a paper without any is taken in all the same, and its correction asked for."""
    found = words(given, "essence", LONGEST_ESSENCE)
    if not (found or desk):
        raise Invalid(ProblemCode.REQUIRED, "essence")
    return found


def address(given: str, desk: bool) -> str:
    """The postal address (article 63); at a desk it may be missing."""
    found = words(given, "postal_address", LONGEST_ADDRESS)
    if not (found or desk):
        raise Invalid(ProblemCode.REQUIRED, "postal_address")
    return found


def ways(given: Sequence[AnswerWay], someone: Person | None) -> tuple[Way, ...]:
    """How the answer is wanted: in the account when nothing is said, and by post where there can be none."""
    return tuple(dict.fromkeys(given)) or ((Way.ACCOUNT,) if someone else (Way.POST,))


async def files(actor: Actor, given: Sequence[str]) -> tuple[UUID, ...]:
    """The files of ids: uploaded by the caller and not enclosed yet. Others are told of, not left out in silence."""
    keys = tuple(dict.fromkeys(decode(one, "Document", "files") for one in given))
    if keys and await own_files(actor, keys).count() != len(keys):
        raise Invalid(ProblemCode.NOT_FOUND, "files")
    return keys


def _learned(target: Target, given: date | None) -> date | None:
    """When the person learnt of what is complained about: said, or known from the case."""
    if given or not target.about:
        return given
    return facts.learned_on(target.about)


def _bin(given: str | None) -> str:
    """The BIN of an organisation, if one is given."""
    if not given or not given.strip():
        return ""
    fault = person.bin_fault(person.normalise(given))
    if fault is not None:
        raise Invalid.together([Fault(ProblemCode[str(fault)], ("bin",))])
    return person.normalise(given)
