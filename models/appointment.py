"""Appointment with a doctor: the case from the booking to the visit, and who may see it. One live appointment per slot, always."""

import uuid
from typing import ClassVar

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models.account import Partner
from models.actor import Actor
from models.case import CASES
from models.clinic import Clinic, Doctor
from models.consent import consented_to
from models.database.indexes import UniqueWhere
from models.law import Channel, Language, Role, Service
from models.law.appointment import Reminder, State, VisitReason
from models.law.appointment_access import AccessReason, Referral
from models.law.representation import Right
from models.law.specialty import Specialty
from models.person import Person
from models.representation import represented_by
from models.timetable import Slot

_TAKING = "state IN ('BOOKED', 'ARRIVED', 'IN_VISIT', 'COMPLETED', 'NO_SHOW', 'PASSED')"
_LIVE = "state IN ('BOOKED', 'OFFERED', 'ARRIVED', 'IN_VISIT')"
_COMING = "state IN ('BOOKED', 'ARRIVED', 'IN_VISIT')"


class Appointment(Model):
    """One appointment and what became of it. `slot`, `doctor`, `starts_at` and `ends_at` are those of now; `sequence` counts the moves.

    `booked_at` is when the present time was taken. Moments are aware.
    """

    service: ClassVar[Service] = Service.APPOINTMENT

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    number = fields.CharField(max_length=30, unique=True)
    state = fields.CharEnumField(State, max_length=20)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="appointments", on_delete=fields.RESTRICT
    )
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField(
        "models.Clinic", related_name="appointments", on_delete=fields.RESTRICT
    )
    doctor: fields.ForeignKeyRelation[Doctor] = fields.ForeignKeyField(
        "models.Doctor", related_name="appointments", on_delete=fields.RESTRICT
    )
    slot: fields.ForeignKeyRelation[Slot] = fields.ForeignKeyField("models.Slot", related_name="appointments", on_delete=fields.RESTRICT)
    specialty = fields.CharEnumField(Specialty, max_length=20)
    reason = fields.CharEnumField(VisitReason, max_length=20)
    access_reason = fields.CharEnumField(AccessReason, max_length=30, null=True)
    evidence = fields.CharField(max_length=300, default="")
    referral_number = fields.CharField(max_length=60, default="")
    referral_issuer = fields.CharField(max_length=200, default="")
    referral_issued_on = fields.DateField(null=True)
    referral_valid_until = fields.DateField(null=True)
    channel = fields.CharEnumField(Channel, max_length=10)
    applicant: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="bookings", null=True, on_delete=fields.RESTRICT
    )
    applicant_right = fields.CharEnumField(Right, max_length=20, default=Right.SELF)
    partner: fields.ForeignKeyNullableRelation[Partner] = fields.ForeignKeyField(
        "models.Partner", related_name="appointments", null=True, on_delete=fields.RESTRICT
    )
    registrar_id = fields.UUIDField(null=True)
    recorded_by = fields.CharField(max_length=200, default="")
    identity_seen = fields.CharField(max_length=200, default="")
    signature_id = fields.UUIDField(null=True)
    phone = fields.CharField(max_length=20, default="")
    language = fields.CharEnumField(Language, max_length=2)
    submitted_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    booked_at = fields.DatetimeField()
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    sequence = fields.IntField(default=0)
    arrived_at = fields.DatetimeField(null=True)
    begun_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    cancelled_at = fields.DatetimeField(null=True)
    cancelled_by = fields.CharEnumField(Role, max_length=20, null=True)
    cancel_reason = fields.CharField(max_length=300, default="")
    offer_reason = fields.CharField(max_length=300, default="")

    person_id: uuid.UUID
    clinic_id: uuid.UUID
    doctor_id: uuid.UUID
    slot_id: uuid.UUID
    applicant_id: uuid.UUID | None
    partner_id: uuid.UUID | None

    class Meta:
        table = "appointment"
        indexes = [
            UniqueWhere(fields=("slot_id",), name="uq_appointment_slot", where=_TAKING),
            UniqueWhere(fields=("person_id", "specialty"), name="uq_appointment_specialty", where=_LIVE),
            UniqueWhere(fields=("person_id", "starts_at"), name="uq_appointment_person", where=_COMING),
            ("clinic_id", "starts_at", "id"),
            ("doctor_id", "starts_at"),
            ("person_id", "submitted_at"),
            ("state", "starts_at"),
        ]

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Appointment]":
        """The person and whoever represents the person in appointments today; the clinic; the doctor to whom the person comes;
        the partner that booked it, or may read and has consent."""
        if actor.role is Role.SYSTEM:
            return cls.all()
        if actor.role is Role.CITIZEN:
            return cls.filter(Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.APPOINTMENT)))
        if actor.role in (Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER, Role.ADMINISTRATOR) and actor.clinic:
            return cls.filter(clinic_id=actor.clinic)
        if actor.role is Role.DOCTOR and actor.clinic:
            return cls.filter(clinic_id=actor.clinic, doctor__person_id=actor.person)
        if actor.role is Role.PARTNER and "appointment:read" in actor.scopes:
            return cls.filter(cls._own(actor) | Q(person_id__in=consented_to(actor.partner)))
        if actor.role is Role.PARTNER and "appointment:book" in actor.scopes:
            return cls.filter(cls._own(actor))
        return cls.filter(id=None)

    @staticmethod
    def _own(actor: Actor) -> Q:
        """What a partner system booked: with a signature that stands, or while the consent behind it does."""
        return Q(partner_id=actor.partner) & (Q(signature_id__not_isnull=True) | Q(person_id__in=consented_to(actor.partner)))

    @property
    def referral(self) -> Referral | None:
        """The referral given with the booking."""
        if self.referral_issued_on is None or self.referral_valid_until is None:
            return None
        return Referral(self.referral_number, self.referral_issuer, self.referral_issued_on, self.referral_valid_until)


class Reminded(Model):
    """A reminder that was sent: one of each kind for each time of an appointment."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    appointment: fields.ForeignKeyRelation[Appointment] = fields.ForeignKeyField(
        "models.Appointment", related_name="reminders", on_delete=fields.RESTRICT
    )
    sequence = fields.IntField()
    reminder = fields.CharEnumField(Reminder, max_length=10)
    at = fields.DatetimeField()
    appointment_id: uuid.UUID

    class Meta:
        table = "reminded"
        unique_together = (("appointment", "sequence", "reminder"),)


CASES[Service.APPOINTMENT] = Appointment
