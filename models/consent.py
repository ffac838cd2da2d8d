"""Consent to access restricted personal data (Law on personal data, art. 8): given and withdrawn, with proof."""

import uuid
from datetime import date

from tortoise import fields
from tortoise.expressions import Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock, journal
from models.account import Partner
from models.actor import Actor
from models.clinic import Clinic
from models.database.prepared import Prepared
from models.law import Channel, Refused, Role
from models.law.consent import EDITION, SERVICE, Purpose, withdrawal_impediments
from models.person import Person
from models.representation import represented_by


class Consent(Model):
    """What a person allowed, to whom, for what purpose, by which words, in which way and when it was withdrawn."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("models.Person", related_name="consents", on_delete=fields.RESTRICT)
    given_by = fields.UUIDField()
    purpose = fields.CharEnumField(Purpose, max_length=20)
    clinic: fields.ForeignKeyNullableRelation[Clinic] = fields.ForeignKeyField(
        "models.Clinic", related_name="consents", null=True, on_delete=fields.RESTRICT
    )
    partner: fields.ForeignKeyNullableRelation[Partner] = fields.ForeignKeyField(
        "models.Partner", related_name="consents", null=True, on_delete=fields.RESTRICT
    )
    edition = fields.CharField(max_length=20)
    channel = fields.CharEnumField(Channel, max_length=10)
    signature_id = fields.UUIDField(null=True)
    given_at = fields.DatetimeField()
    until = fields.DateField(null=True)
    withdrawn_at = fields.DatetimeField(null=True)
    person_id: uuid.UUID
    clinic_id: uuid.UUID | None
    partner_id: uuid.UUID | None

    class Meta:
        table = "consent"

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Consent]":
        """The person's own and those of people represented: in the service of the purpose, or in any where the purpose has none."""
        if actor.role is not Role.CITIZEN:
            return cls.filter(id=None)
        seen = Q(person_id=actor.person)
        for purpose in Purpose:
            seen |= Q(purpose=purpose, person_id__in=represented_by(actor.person, SERVICE[purpose]))
        return cls.filter(seen)

    @property
    def in_force(self) -> bool:
        return self.withdrawn_at is None and (self.until is None or clock.today() <= self.until)


_GIVEN = Prepared(
    lambda person, partner: Consent.filter(person_id=person, partner_id=partner, purpose=Purpose.PARTNER_ACCESS, withdrawn_at=None),
    uuid.UUID, uuid.UUID,
)  # fmt: skip


def consented_to(partner: uuid.UUID | None) -> Subquery:
    """The ids of the people whose consent lets a partner system read today, for use in `person_id__in`."""
    given = Consent.filter(
        Q(until=None) | Q(until__gte=clock.today()), purpose=Purpose.PARTNER_ACCESS, partner_id=partner, withdrawn_at=None
    )
    return Subquery(given.values("person_id"))


async def give(
    actor: Actor, person: uuid.UUID, purpose: Purpose, *, clinic: uuid.UUID | None = None, partner: uuid.UUID | None = None,
    signature: uuid.UUID | None = None, given_by: uuid.UUID | None = None, until: date | None = None,
) -> Consent:  # fmt: skip
    """Give consent for a purpose, to a clinic or to a partner system (art. 8, 1: in a way that can be proved)."""
    given = await Consent.create(
        person_id=person, given_by=given_by or actor.person, purpose=purpose, clinic_id=clinic, partner_id=partner, edition=EDITION,
        channel=actor.channel, signature_id=signature, given_at=clock.now(), until=until,
    )  # fmt: skip
    await journal.record(actor, "consent:give", person=person, purpose=purpose, consent=str(given.id))
    return given


async def withdraw(actor: Actor, given: Consent) -> Consent:
    """Withdraw a consent (art. 8, 1 and 2): not while a request rests on it; what must be kept by law stays, new use is refused."""
    if given.withdrawn_at is None:
        if forbidding := withdrawal_impediments(given.purpose, await _in_use(given)):
            raise Refused(*forbidding)
        given.withdrawn_at = clock.now()
        await given.save(update_fields=["withdrawn_at"])
        await journal.record(actor, "consent:withdraw", person=given.person_id, purpose=given.purpose, consent=str(given.id))
    return given


async def _in_use(given: Consent) -> bool:
    """Whether a request that awaits its answer was filed with this consent."""
    from models.attachment import OPEN, Attachment  # that module keeps the consent of each request

    return await Attachment.filter(consent_id=given.id, state__in=OPEN).exists()


async def partner_may(partner: uuid.UUID, person: uuid.UUID) -> bool:
    """Whether a person's consent lets a partner system act for the person today."""
    return any(one.in_force for one in await _GIVEN(person, partner))
