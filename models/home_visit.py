"""Calling a doctor home: the call from its entry in the log to its end, and who may see it. One live call per person and clinic, always."""

import uuid
from datetime import datetime
from typing import ClassVar

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models.account import Partner
from models.actor import Actor
from models.case import CASES
from models.clinic import Clinic, Doctor, Site
from models.consent import consented_to
from models.database.indexes import UniqueWhere
from models.law import Channel, Language, Role, Service
from models.law import home_visit as law
from models.law.home_visit import Kind, Outcome, RefusalGround, Route, State
from models.law.home_visit_reason import DangerSign, Indication, Urgency
from models.law.representation import Right
from models.person import Person
from models.representation import represented_by

Address = dict[str, str]
_LIVE = "state IN ('SUBMITTED', 'REDIRECTED', 'ACCEPTED', 'ASSIGNED', 'EN_ROUTE', 'ON_SITE', 'NOBODY_HOME')"


class HomeVisit(Model):
    """One call. `log_number` is its line in the clinic's call log of the year: without gaps. `version` counts the acts on it.

    `served_by_law` is the day on which the standard wants it served, `visit_day` the day of now; they differ when it was carried over.
    `window_since` and `window_until` are what the person was promised. `signs` and `indications` are names between spaces.
    """

    service: ClassVar[Service] = Service.HOME_VISIT

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    number = fields.CharField(max_length=30, unique=True)
    log_year = fields.IntField()
    log_number = fields.IntField()
    state = fields.CharEnumField(State, max_length=20)
    version = fields.IntField(default=0)
    kind = fields.CharEnumField(Kind, max_length=10)
    urgency = fields.CharEnumField(Urgency, max_length=10)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="home_visits", on_delete=fields.RESTRICT
    )
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField(
        "models.Clinic", related_name="home_visits", on_delete=fields.RESTRICT
    )
    site: fields.ForeignKeyNullableRelation[Site] = fields.ForeignKeyField(
        "models.Site", related_name="home_visits", null=True, on_delete=fields.RESTRICT
    )
    outside_zone = fields.BooleanField(default=False)
    doctor: fields.ForeignKeyNullableRelation[Doctor] = fields.ForeignKeyField(
        "models.Doctor", related_name="home_visits", null=True, on_delete=fields.RESTRICT
    )
    channel = fields.CharEnumField(Channel, max_length=10)
    applicant: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="calls", null=True, on_delete=fields.RESTRICT
    )
    applicant_right = fields.CharEnumField(Right, max_length=20, default=Right.SELF)
    partner: fields.ForeignKeyNullableRelation[Partner] = fields.ForeignKeyField(
        "models.Partner", related_name="home_visits", null=True, on_delete=fields.RESTRICT
    )
    registrar_id = fields.UUIDField(null=True)
    recorded_by = fields.CharField(max_length=200, default="")
    identity_seen = fields.CharField(max_length=200, default="")
    ambulance_number = fields.CharField(max_length=60, default="")
    signature_id = fields.UUIDField(null=True)
    signs = fields.CharField(max_length=300, default="")
    indications = fields.CharField(max_length=200, default="")
    words = fields.TextField(default="")
    address: Address = fields.JSONField(default=dict)
    arrival = fields.CharField(max_length=500, default="")
    phone = fields.CharField(max_length=20, default="")
    language = fields.CharEnumField(Language, max_length=2)
    submitted_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField()
    answer_by = fields.DatetimeField()
    served_by_law = fields.DateField()
    visit_day = fields.DateField()
    window_since = fields.DatetimeField(null=True)
    window_until = fields.DatetimeField(null=True)
    answered_at = fields.DatetimeField(null=True)
    set_out_at = fields.DatetimeField(null=True)
    arrived_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    apologies = fields.IntField(default=0)
    overdue_at = fields.DatetimeField(null=True)
    carry_reason = fields.CharField(max_length=500, default="")
    refusal_ground = fields.CharEnumField(RefusalGround, max_length=20, null=True)
    route = fields.CharEnumField(Route, max_length=20, null=True)
    reasons = fields.TextField(default="")
    insisted = fields.BooleanField(default=False)
    outcome = fields.CharEnumField(Outcome, max_length=20, null=True)
    diagnosis = fields.TextField(default="")
    help_given = fields.TextField(default="")
    cancelled_by = fields.CharEnumField(Role, max_length=20, null=True)

    person_id: uuid.UUID
    clinic_id: uuid.UUID
    site_id: uuid.UUID | None
    doctor_id: uuid.UUID | None
    applicant_id: uuid.UUID | None
    partner_id: uuid.UUID | None

    class Meta:
        table = "home_visit"
        unique_together = (("clinic", "log_year", "log_number"),)
        indexes = [
            UniqueWhere(fields=("person_id", "clinic_id"), name="uq_home_visit_live", where=_LIVE),
            ("clinic_id", "state"),
            ("clinic_id", "submitted_at", "id"),
            ("doctor_id", "visit_day"),
            ("person_id", "submitted_at"),
            ("state", "window_until"),
        ]

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[HomeVisit]":
        """The person and whoever represents the person in calls today; the clinic; the doctor who is sent; the partner that called,
        or may read and has consent."""
        if actor.role is Role.SYSTEM:
            return cls.all()
        if actor.role is Role.CITIZEN:
            return cls.filter(Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.HOME_VISIT)))
        if actor.role in (Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER) and actor.clinic:
            return cls.filter(clinic_id=actor.clinic)
        if actor.role is Role.DOCTOR and actor.clinic:
            return cls.filter(clinic_id=actor.clinic, doctor__person_id=actor.person)
        if actor.role is Role.PARTNER and "home_visit:read" in actor.scopes:
            return cls.filter(cls._own(actor) | Q(person_id__in=consented_to(actor.partner)))
        if actor.role is Role.PARTNER and "home_visit:call" in actor.scopes:
            return cls.filter(cls._own(actor))
        return cls.filter(id=None)

    @staticmethod
    def _own(actor: Actor) -> Q:
        """What a partner system called: with a signature that stands, or while the consent behind it does."""
        return Q(partner_id=actor.partner) & (Q(signature_id__not_isnull=True) | Q(person_id__in=consented_to(actor.partner)))

    @property
    def due_at(self) -> datetime | None:
        """By when the clinic owes its answer, or the doctor; None when it owes nothing now."""
        return law.running(self.state, self.answer_by, self.window_until)

    @property
    def carried(self) -> bool:
        """Whether it is served on a later day than the standard wants."""
        return self.visit_day > self.served_by_law

    @property
    def danger(self) -> list[DangerSign]:
        return [DangerSign(name) for name in self.signs.split()]

    @property
    def reasons_named(self) -> list[Indication]:
        return [Indication(name) for name in self.indications.split()]

    @property
    def address_line(self) -> str:
        """Locality, street, house and flat, as they are written on an envelope."""
        return address_line(self.address)


PLACE = ("locality", "street", "house", "flat")


def address_line(address: Address) -> str:
    """Locality, street, house and flat of an address, as they are written on an envelope."""
    return ", ".join(address[part] for part in PLACE if address.get(part))


CASES[Service.HOME_VISIT] = HomeVisit
