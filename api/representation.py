"""Who acts for whom: entered at the desk by the document seen, ended at once by either side."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.context import Info
from api.given import phone as plain_phone
from api.given import words
from api.ids import decode
from api.names import Right, Service
from api.node import Node
from api.person import AddressInput, Patient, person_by_id, right_text
from api.problems import Invalid, ProblemCode
from api.root import mutation, payload, query
from api.rows import loads
from api.scalars import IIN
from api.shown import shown
from models import clock, journal
from models import representation as rows
from models.actor import Actor
from models.law import Role
from models.law import Service as ServiceOfLaw
from models.person import Person as PersonRow

Root = strawberry.Parent[rows.Representation]


@strawberry.type(description="One person's right to act for another.")
class Representation(Node):
    right: Right = strawberry.field(description="By what right.")
    services: list[str] = strawberry.field(description="A power of attorney: in which services.")
    since: date = strawberry.field(description="Its first day.")
    until: date | None = strawberry.field(description="Its last day; null: until it is ended.")
    basis: str = strawberry.field(description="The document it rests on.")

    @shown
    def right_text(self, root: Root, info: Info) -> str:
        """The right in words."""
        return right_text(root.right, info.context.language)

    @shown
    async def representative(self, root: Root, info: Info) -> Patient:
        """Who acts."""
        return await info.context.loader(person_by_id).load(root.representative_id)  # type: ignore[return-value]

    @shown
    async def represented(self, root: Root, info: Info) -> Patient:
        """For whom."""
        return await info.context.loader(person_by_id).load(root.represented_id)  # type: ignore[return-value]


RepresentationPayload = payload(Representation)
PatientPayload = payload(Patient)


@strawberry.input(description="A right to act for another, by the document seen.")
class RecordRepresentationInput:
    idempotency_key: UUID = strawberry.field(description="A UUID made for this act; repeating it gives the first answer.")
    representative: IIN = strawberry.field(description="Who acts, by IIN.")
    represented: IIN = strawberry.field(description="For whom, by IIN.")
    right: Right = strawberry.field(description="By what right.")
    services: list[Service] = strawberry.field(default_factory=list, description="A power of attorney: in which services.")
    basis: str = strawberry.field(description="The document: kind, number, date, issuer.")
    until: date | None = strawberry.field(default=None, description="Its last day; a power of attorney must have one.")


@strawberry.input(description="One representation.")
class EndRepresentationInput:
    id: strawberry.ID = strawberry.field(description="The representation's id.")


@strawberry.input(description="Somebody who is not yet in the register, by the identity document seen.")
class RecordPersonInput:
    idempotency_key: UUID = strawberry.field(description="A UUID made for this act; repeating it gives the first answer.")
    iin: IIN = strawberry.field(description="Individual identification number.")
    surname: str = strawberry.field(description="Surname.")
    given_name: str = strawberry.field(description="Given name.")
    patronymic: str = strawberry.field(default="", description="Patronymic, if there is one.")
    birth_date: date = strawberry.field(description="Day of birth, by the document.")
    address: AddressInput = strawberry.field(description="The registered residence.")
    phone: str = strawberry.field(description="Phone.")
    identity: str = strawberry.field(description="The identity document seen, with its number.")


@mutation(Role.REGISTRAR, returns=RepresentationPayload)
async def record_representation(info: Info, input: RecordRepresentationInput) -> Any:
    """Enter a right to act for another, by the document seen at the desk (S1, documents 4 and 11)."""
    representative, represented = await _known(input.representative, "representative"), await _known(input.represented, "represented")
    services = [ServiceOfLaw(one) for one in input.services]
    basis = words(input.basis, "basis", 300)
    return await rows.record(
        info.context.actor, representative, represented, input.right, services=services, basis=basis, until=input.until
    )


@mutation(Role.CITIZEN, Role.REGISTRAR, returns=RepresentationPayload)
async def end_representation(info: Info, input: EndRepresentationInput) -> Any:
    """End a right to act for another, at once: by either side, or by a registrar."""
    actor = info.context.actor
    found = await rows.Representation.visible_to(actor).get_or_none(id=decode(input.id, "Representation"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return await rows.end(actor, found)


@mutation(Role.REGISTRAR, returns=PatientPayload)
async def record_person(info: Info, input: RecordPersonInput) -> Any:
    """Enter somebody who came to the desk and is not yet in the register; somebody already there is given back as is."""
    from api.attachment_input import address

    names = {name: words(getattr(input, name), name, 100) for name in ("surname", "given_name", "patronymic")}
    if not names["surname"] or not names["given_name"]:
        raise Invalid(ProblemCode.REQUIRED, "surname")
    if input.birth_date > clock.today():
        raise Invalid(ProblemCode.INVALID_DATE, "birth_date")
    known = {
        **names, "birth_date": input.birth_date, "address": address(input.address), "phone": plain_phone(input.phone),
        "recorded_at": clock.now(),
    }  # fmt: skip
    made, fresh = await PersonRow.get_or_create(iin=input.iin, defaults=known)
    if not fresh:
        await journal.record(info.context.actor, "person:read", person=made.id, reading=True)
        return made
    await journal.record(info.context.actor, "person:record", person=made.id, identity=words(input.identity, "identity", 200))
    return made


@query(Role.REGISTRAR, Role.HEAD, Role.DOCTOR, Role.APPEALS_OFFICER, Role.AUTHORITY, returns=Patient | None)
async def patient(info: Info, iin: Annotated[IIN, strawberry.argument(description="Individual identification number.")]) -> Any:
    """A person by IIN: for a registrar whoever comes to the desk, for others the people of the cases that they may see. Journalled."""
    from api.person import visible

    found = await PersonRow.get_or_none(iin=iin)
    if found is None or await visible(info.context.actor, found.id) is None:
        return None
    await journal.record(info.context.actor, "person:read", person=found.id, reading=True)
    return found


async def _known(iin: str, field: str) -> PersonRow:
    found = await PersonRow.get_or_none(iin=iin)
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, field)
    return found


async def _load(key: UUID, actor: Actor) -> rows.Representation | None:
    return await rows.Representation.visible_to(actor).get_or_none(id=key)


async def _read(actor: Actor, one: rows.Representation) -> None:
    for person in (one.representative_id, one.represented_id):
        if person != actor.person:
            await journal.record(actor, "representation:read", person=person, reading=True)


loads("Representation", rows.Representation, _load, _read)
