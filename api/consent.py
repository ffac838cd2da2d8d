"""Consent to access restricted personal data: given and withdrawn by the person or a representative."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import strawberry

from api.context import Info
from api.document import patient_of
from api.ids import decode
from api.names import ConsentPurpose
from api.node import Node
from api.person import Patient, person_by_id
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, mutation, payload, query
from api.rows import loads
from api.shown import by_id, shown
from models import account, clock, texts
from models import consent as rows
from models.actor import Actor
from models.clinic import Clinic as ClinicRow
from models.law import Role
from models.law.consent import Purpose, until

Root = strawberry.Parent[rows.Consent]


@strawberry.type(description="What a person allowed, to whom and for what.")
class Consent(Node):
    purpose: ConsentPurpose = strawberry.field(description="What the access is for.")
    given_at: datetime = strawberry.field(description="When it was given.")
    until: date | None = strawberry.field(description="Its last day; null: until it is withdrawn.")
    withdrawn_at: datetime | None = strawberry.field(description="When it was withdrawn.")
    in_force: bool = strawberry.field(description="Whether it is in force today.")
    edition: str = strawberry.field(description="The edition of its words.")

    @shown
    def purpose_text(self, root: Root, info: Info) -> str:
        """The purpose in words."""
        return texts.text(f"law.purpose.{root.purpose}", info.context.language)

    @shown
    async def patient(self, root: Root, info: Info) -> Patient:
        """Whose data it concerns."""
        return await info.context.loader(person_by_id).load(root.person_id)  # type: ignore[return-value]

    @shown
    async def given_by(self, root: Root, info: Info) -> str:
        """Who gave it: the person, or whoever acted for the person."""
        giver = await info.context.loader(person_by_id).load(root.given_by)
        return giver.full_name if giver else ""

    @shown
    async def to(self, root: Root, info: Info) -> str:
        """To whom it was given."""
        clinic = await info.context.loader(by_id(ClinicRow)).load(root.clinic_id) if root.clinic_id else None
        partner = await info.context.loader(by_id(account.Partner)).load(root.partner_id) if root.partner_id else None
        return clinic.name_in(info.context.language) if clinic else partner.name if partner else ""


@strawberry.type(description="A partner system to which people may give consent.")
class Partner(Node):
    name: str = strawberry.field(description="Its name.")


async def _partner(key: UUID, actor: Actor) -> account.Partner | None:
    return await account.Partner.get_or_none(id=key, revoked_at=None)


loads("Partner", account.Partner, _partner)


@query(ANYONE, returns=list[Partner])
async def partners(info: Info) -> Any:
    """The partner systems that act here for people who signed or consented."""
    return await account.Partner.filter(revoked_at=None).order_by("name", "id")


ConsentPayload = payload(Consent)


@strawberry.input(description="A consent to give.")
class GiveConsentInput:
    idempotency_key: UUID = strawberry.field(description="A UUID made for this act; repeating it gives the first answer.")
    patient: strawberry.ID | None = strawberry.field(default=None, description="Whose data; the caller's own when absent.")
    clinic: strawberry.ID | None = strawberry.field(default=None, description="The clinic to which it is given, for attachment.")
    partner: strawberry.ID | None = strawberry.field(
        default=None, description="Or a partner system: for a year it files and books in the person's name and sees the course."
    )


@strawberry.input(description="One consent.")
class WithdrawConsentInput:
    id: strawberry.ID = strawberry.field(description="The consent's id.")


@mutation(Role.CITIZEN, returns=ConsentPayload)
async def give_consent(info: Info, input: GiveConsentInput) -> Any:
    """Give a clinic, or a partner system, consent to access restricted personal data (Law on personal data, article 8)."""
    actor = info.context.actor
    person = await patient_of(actor, input.patient)
    if input.partner:
        partner = await account.Partner.get_or_none(id=decode(input.partner, "Partner", "partner"), revoked_at=None)
        if partner is None:
            raise Invalid(ProblemCode.NOT_FOUND, "partner")
        last = until(Purpose.PARTNER_ACCESS, clock.today())
        return await rows.give(actor, person, Purpose.PARTNER_ACCESS, partner=partner.id, until=last)
    clinic = await ClinicRow.get_or_none(id=decode(input.clinic or "", "Clinic", "clinic"))
    if clinic is None:
        raise Invalid(ProblemCode.NOT_FOUND, "clinic")
    return await rows.give(actor, person, Purpose.ATTACHMENT, clinic=clinic.id)


@mutation(Role.CITIZEN, returns=ConsentPayload)
async def withdraw_consent(info: Info, input: WithdrawConsentInput) -> Any:
    """Withdraw a consent; what the law says must be kept stays, new use is refused (article 8)."""
    actor = info.context.actor
    found = await rows.Consent.visible_to(actor).get_or_none(id=decode(input.id, "Consent"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return await rows.withdraw(actor, found)


async def _load(key: UUID, actor: Actor) -> rows.Consent | None:
    return await rows.Consent.visible_to(actor).get_or_none(id=key)


loads("Consent", rows.Consent, _load)
