"""The demonstration: its people, and signatures with their demonstration keys. Absent unless the demonstration is on."""

from typing import Any

import strawberry

from api.context import Info
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, mutation, payload, query
from api.scalars import IIN, Base64
from models import demo, texts
from models.demo_data import CLINICS, PEOPLE, SIGN_IN_AS
from models.settings import settings
from models.signing import Purpose, SignatureRequest


@strawberry.type(description="Somebody of the demonstration whom one can try the service as.")
class DemonstrationPerson:
    key: str = strawberry.field(description="The short name, as `emhana demo token` takes it.")
    iin: str = strawberry.field(description="A synthetic IIN.")
    name: str = strawberry.field(description="Surname, given name, patronymic.")
    role_text: str = strawberry.field(description="What the person is.")
    note: str = strawberry.field(description="What the person is good for.")
    clinic_name: str = strawberry.field(description="The clinic of the post; empty when there is none.")
    staff: bool = strawberry.field(description="Whether the person holds a post.")


@query(ANYONE, returns=list[DemonstrationPerson])
async def demonstration_people(info: Info) -> Any:
    """The people of the demonstration; empty when it is off."""
    if not settings().demonstration:
        return []
    language = info.context.language
    clinics = {one.key: one for one in CLINICS}
    shown = [one for one in PEOPLE if one.role is not None or one.key in SIGN_IN_AS or one.at]
    return [
        DemonstrationPerson(
            key=one.key, iin=one.iin, name=" ".join([one.surname, one.given_name, one.patronymic]), staff=one.role is not None,
            role_text=texts.text(f"law.role.{one.role or 'CITIZEN'}", language),
            clinic_name=clinics[one.clinic].name[language.value] if one.clinic else "",
            note=texts.text(f"api.demonstration.{one.key}", language) if texts.has(f"api.demonstration.{one.key}", language) else "",
        )
        for one in shown
    ]  # fmt: skip


@strawberry.type(description="A signature made with a demonstration key.")
class DemonstrationSignature:
    cms: Base64 = strawberry.field(description="The CMS, DER.")


DemonstrationSignaturePayload = payload(DemonstrationSignature, "signature")


@strawberry.input(description="What to sign, and as whom.")
class DemonstrationSignInput:
    request: strawberry.ID = strawberry.field(description="The signature request.")
    iin: IIN | None = strawberry.field(default=None, description="To sign in: as whom. Absent: as whoever is signed in.")


@mutation(ANYONE, returns=DemonstrationSignaturePayload)
async def demonstration_sign(info: Info, input: DemonstrationSignInput) -> Any:
    """Sign a request with a demonstration key; refused unless the demonstration is on."""
    if not settings().demonstration:
        raise Invalid(ProblemCode.FORBIDDEN)
    asked = await SignatureRequest.get_or_none(id=decode(input.request, "SignatureRequest", "request"))
    actor = info.context.actor
    mine = asked is not None and (asked.account_id, asked.partner_id) == (actor.account, actor.partner)
    if asked is None or not (mine or asked.purpose is Purpose.SIGN_IN):
        raise Invalid(ProblemCode.NOT_FOUND, "request")
    name = await demo.iin_of(actor, str(input.iin) if input.iin else "")
    if name is None:
        raise Invalid(ProblemCode.NOT_FOUND, "iin")
    return DemonstrationSignature(cms=Base64(await demo.sign(name, bytes(asked.content), as_head=asked.purpose is Purpose.DECISION)))
