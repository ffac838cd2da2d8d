"""Who asks for a service, by what right, with which signature: the same for every service and channel (product, sections 3.4, 3.5)."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from models import clock, signing
from models.actor import Actor
from models.consent import partner_may
from models.law import Basis, Channel, Impediment, Refused, Service
from models.law import signature as signature_law
from models.law.person import ADULT_AGE, full_years
from models.law.representation import DOCUMENTS, Right
from models.person import Person
from models.representation import Representation, right_of


@dataclass(frozen=True)
class Applicant:
    """Who asks and by what right; the signature where one was needed."""

    person: Person
    right: Right
    signature: uuid.UUID | None = None


def not_representative(basis: Basis = DOCUMENTS) -> Refused:
    """Somebody without a right to act for the patient."""
    return Refused(Impediment("NOT_REPRESENTATIVE", basis, ("patient",)))


async def at_desk(actor: Actor, service: Service, patient: Person, asking: Person | None, identity: str) -> Applicant:
    """The person in front of the registrar, whose identity was seen; on the phone nothing can be seen."""
    if actor.channel is Channel.DESK and not identity:
        raise Refused(signature_law.impediment("IDENTITY_NOT_SEEN"))
    applicant = asking or patient
    right = await right_of(applicant.id, patient.id, service)
    if right is None:
        raise not_representative()
    return Applicant(applicant, right)


async def told(service: Service, patient: Person, applicant: Person | None) -> list[Person]:
    """Whom acts on a case are told: the patient, whoever asked while the right to act lasts, a child's parents and guardians."""
    asking = applicant if applicant and await right_of(applicant.id, patient.id, service) else None
    people = [patient, *([asking] if asking else []), *await _legal_representatives(patient)]
    return list({one.id: one for one in people}.values())


async def _legal_representatives(person: Person) -> list[Person]:
    """The parents and guardians of a child, who answer for it, whoever has asked."""
    if full_years(person.birth_date, clock.today()) >= ADULT_AGE.on(clock.today()):
        return []
    held = Representation.in_force().filter(represented_id=person.id, right__in=[Right.PARENT, Right.GUARDIAN])
    return [one.representative for one in await held.select_related("representative").order_by("recorded_at", "id")]


def unknown(signed: signing.Signed | None) -> Refused:
    """What a partner system is told of somebody whom the register does not know: what it would be told of anybody else."""
    if signed is None:
        return Refused(signature_law.impediment("SIGNATURE_REQUIRED"))
    return not_representative() if signed.signer else Refused(signature_law.of_fault(signed.fault))


async def consented(actor: Actor, patient: Person, signed: signing.Signed | None) -> Applicant | None:
    """A partner system that a person lets act for him or her needs no signature, where the service allows it."""
    allowed = actor.partner and signed is None and await partner_may(actor.partner, patient.id)
    return Applicant(patient, Right.SELF) if allowed else None


async def signed_for(
    actor: Actor, service: Service, patient: Person, act: str, payload: Mapping[str, object], signed: signing.Signed | None
) -> Applicant:
    """The citizen who signed: whoever is signed in, or whom a partner system acts for."""
    iin = (await Person.get(id=actor.person)).iin if actor.person else signed.signer.iin or "" if signed and signed.signer else ""
    signature = await signing.use(actor, signed, signing.Purpose.REQUEST, act, payload, lambda read: signature_law.request(read, iin))
    signer = await Person.get_or_none(iin=iin)
    right = await right_of(signer.id, patient.id, service) if signer else None
    if signer is None or right is None:
        raise not_representative()
    return Applicant(signer, right, signature.id)
