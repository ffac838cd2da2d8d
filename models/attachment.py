"""Attachment to a clinic: the case from the request to its end, and who may see it. One attachment in force per person."""

import uuid
from datetime import datetime
from typing import ClassVar

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock
from models.account import Partner
from models.actor import Actor
from models.case import CASES
from models.clinic import Clinic, Doctor, Site
from models.consent import Consent, consented_to
from models.database.indexes import UniqueWhere
from models.law import Channel, Language, Role, Service
from models.law.attachment import DetachmentGround, Ground, RefusalGround, State
from models.law.representation import Right
from models.person import Person
from models.representation import represented_by

OPEN = (State.SUBMITTED, State.CHECKED, State.REFUSAL_PROPOSED)


class Attachment(Model):
    """One request for attachment and what became of it. Moments are aware; `address` has kato, locality, street, house, flat."""

    service: ClassVar[Service] = Service.ATTACHMENT

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    number = fields.CharField(max_length=30, unique=True)
    state = fields.CharEnumField(State, max_length=20, db_index=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="attachments", on_delete=fields.RESTRICT
    )
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField(
        "models.Clinic", related_name="attachments", on_delete=fields.RESTRICT
    )
    site: fields.ForeignKeyNullableRelation[Site] = fields.ForeignKeyField(
        "models.Site", related_name="attachments", null=True, on_delete=fields.RESTRICT
    )
    doctor: fields.ForeignKeyNullableRelation[Doctor] = fields.ForeignKeyField(
        "models.Doctor", related_name="attachments", null=True, on_delete=fields.RESTRICT
    )
    ground = fields.CharEnumField(Ground, max_length=30)
    channel = fields.CharEnumField(Channel, max_length=10)
    applicant: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="applications", null=True, on_delete=fields.RESTRICT
    )
    applicant_right = fields.CharEnumField(Right, max_length=20, default=Right.SELF)
    partner: fields.ForeignKeyNullableRelation[Partner] = fields.ForeignKeyField(
        "models.Partner", related_name="attachments", null=True, on_delete=fields.RESTRICT
    )
    registrar_id = fields.UUIDField(null=True)
    identity_seen = fields.CharField(max_length=200, default="")
    signature_id = fields.UUIDField(null=True)
    consent: fields.ForeignKeyNullableRelation[Consent] = fields.ForeignKeyField(
        "models.Consent", related_name="attachments", null=True, on_delete=fields.RESTRICT
    )
    address: dict[str, str] = fields.JSONField(default=dict)
    phone = fields.CharField(max_length=20, default="")
    language = fields.CharEnumField(Language, max_length=2)
    outside_zone = fields.BooleanField(default=False)
    submitted_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True)
    target_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)
    overdue_at = fields.DatetimeField(null=True)
    effective_on = fields.DateField(null=True)
    ended_on = fields.DateField(null=True)
    proposed_by = fields.UUIDField(null=True)
    refusal_ground = fields.CharEnumField(RefusalGround, max_length=20, null=True)
    refusal_rule = fields.CharField(max_length=30, default="")
    refusal_words = fields.TextField(default="")
    detachment_ground = fields.CharEnumField(DetachmentGround, max_length=20, null=True)

    person_id: uuid.UUID
    clinic_id: uuid.UUID
    site_id: uuid.UUID | None
    doctor_id: uuid.UUID | None
    applicant_id: uuid.UUID | None
    partner_id: uuid.UUID | None
    consent_id: uuid.UUID | None

    class Meta:
        table = "attachment"
        indexes = [
            UniqueWhere(fields=("person_id",), name="uq_attachment_in_force", where="state = 'IN_FORCE'"),
            UniqueWhere(fields=("person_id",), name="uq_attachment_approved", where="state = 'APPROVED'"),
            UniqueWhere(fields=("person_id",), name="uq_attachment_open", where="state IN ('SUBMITTED', 'CHECKED', 'REFUSAL_PROPOSED')"),
            ("clinic_id", "state", "due_at"),
            ("submitted_at", "id"),
        ]

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Attachment]":
        """The person and whoever represents the person today; the clinic asked; the doctor to whom the person is
        attached; the partner that filed it or has consent."""
        if actor.role is Role.SYSTEM:
            return cls.all()
        if actor.role is Role.CITIZEN:
            return cls.filter(Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.ATTACHMENT)))
        if actor.role in (Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER) and actor.clinic:
            return cls.filter(clinic_id=actor.clinic)
        if actor.role is Role.DOCTOR and actor.clinic:
            return cls.filter(clinic_id=actor.clinic, doctor__person_id=actor.person, state=State.IN_FORCE)
        if actor.role is Role.PARTNER and "attachment:read" in actor.scopes:
            return cls.filter(Q(partner_id=actor.partner) | Q(person_id__in=consented_to(actor.partner)))
        return cls.filter(id=None)

    @property
    def overdue(self) -> bool:
        """The term ran out before the clinic answered, also before the clock has come round to record it."""
        return self.overdue_at is not None or (self.awaits is not None and self.awaits < clock.now())

    @property
    def awaits(self) -> datetime | None:
        """The moment by which an answer is due, while one is due."""
        return self.due_at if self.state in OPEN else None


CASES[Service.ATTACHMENT] = Attachment
