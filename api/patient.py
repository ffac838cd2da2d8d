"""For whom something is asked: oneself, somebody one may act for, whoever stands at the desk, a person named to a partner by IIN."""

from uuid import UUID

import strawberry

from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.scalars import IIN
from models.actor import Actor
from models.applicant import not_representative
from models.consent import partner_may
from models.database.prepared import Prepared
from models.law import Refused, Role, Service
from models.person import Person
from models.representation import right_of

_PERSON = Prepared(lambda iin: Person.filter(iin=iin), str)


async def patient_of(actor: Actor, given: strawberry.ID | None, service: Service = Service.APPOINTMENT) -> UUID:
    """The person of an id as far as the caller may ask about the person; the caller, when no id is given."""
    if not given:
        if actor.person is None or actor.role is not Role.CITIZEN:
            raise Invalid(ProblemCode.REQUIRED, "patient")
        return actor.person
    key = decode(given, "Patient", "patient")
    allowed = actor.role is Role.REGISTRAR or (actor.person and await right_of(actor.person, key, service) is not None)
    if actor.partner:
        allowed = await partner_may(actor.partner, key)
    if not allowed:
        raise Invalid(ProblemCode.NOT_FOUND, "patient")
    return key


async def patient(
    actor: Actor, given: strawberry.ID | None, iin: IIN | None, unknown: Refused | None = None, service: Service = Service.APPOINTMENT
) -> Person:
    """The person for whom an act is asked. A partner system is told of somebody unknown what it is told of somebody who has not
    let it act (`unknown`), so that it learns nothing of anybody."""
    if actor.role is Role.CITIZEN and iin:
        raise Invalid(ProblemCode.INVALID_VALUE, "patient_iin")
    if iin is None:
        known = await Person.get_or_none(id=await patient_of(actor, given, service))
        if known is None:
            raise Invalid(ProblemCode.NOT_FOUND, "patient")
        return known
    found = await _PERSON.one(iin)
    if found is None and actor.partner:
        raise unknown or not_representative()
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "patient_iin")
    return found


async def at_desk(actor: Actor, iin: IIN | None) -> Person | None:
    """At the desk and on the phone: who asks, when it is not the patient."""
    if iin is None or not actor.of_clinic:
        return None
    found = await Person.get_or_none(iin=iin)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "applicant_iin")
    return found
