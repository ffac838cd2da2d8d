"""Notices: numbered, immutable documents of every service, signed by the head where the law says so and sealed with the clinic's
system key otherwise, verified by a code."""

import json
import secrets
import uuid
from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.expressions import Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models.actor import Actor
from models.appeal import Appeal
from models.appointment import Appointment
from models.attachment import Attachment
from models.authority import Authority
from models.clinic import Clinic
from models.consent import consented_to
from models.home_visit import HomeVisit
from models.law import Role, Service
from models.law.notice import Kind
from models.person import Person
from models.representation import represented_by
from models.signing import Signature

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
# the column of a notice that names its case, by service
CASE_OF: dict[Service, str] = {
    Service.ATTACHMENT: "attachment_id", Service.APPOINTMENT: "appointment_id", Service.HOME_VISIT: "home_visit_id",
    Service.APPEAL: "appeal_id",
}  # fmt: skip


class Notice(Model):
    """What a case gave on paper, as canonical JSON (`facts`): its number, the code of its verification page, and the head's signature.

    A notice that no head signs is sealed with the system key of whoever issued it, a moment later: `NoticeSeal`; `sealed_at` is when
    it was signed or sealed.
    The person is null only for an appeal of somebody whom the register does not know; so is the case, for a refusal in writing.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    number = fields.CharField(max_length=30, unique=True)
    code = fields.CharField(max_length=40, unique=True)
    kind = fields.CharEnumField(Kind, max_length=30)
    service = fields.CharEnumField(Service, max_length=20)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="notices", on_delete=fields.RESTRICT)
    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "models.Authority", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    attachment: fields.ForeignKeyNullableRelation[Attachment] = fields.ForeignKeyField(
        "models.Attachment", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    appointment: fields.ForeignKeyNullableRelation[Appointment] = fields.ForeignKeyField(
        "models.Appointment", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    home_visit: fields.ForeignKeyNullableRelation[HomeVisit] = fields.ForeignKeyField(
        "models.HomeVisit", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    appeal: fields.ForeignKeyNullableRelation[Appeal] = fields.ForeignKeyField(
        "models.Appeal", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    facts = fields.TextField()
    signature: fields.OneToOneNullableRelation[Signature] = fields.OneToOneField(
        "models.Signature", related_name="notice", null=True, on_delete=fields.RESTRICT
    )
    issued_at = fields.DatetimeField()
    sealed_at = fields.DatetimeField(null=True)
    annulled_at = fields.DatetimeField(null=True)
    person_id: uuid.UUID | None
    clinic_id: uuid.UUID
    authority_id: uuid.UUID | None
    attachment_id: uuid.UUID | None
    appointment_id: uuid.UUID | None
    home_visit_id: uuid.UUID | None
    appeal_id: uuid.UUID | None
    signature_id: uuid.UUID | None

    class Meta:
        table = "notice"
        indexes = (
            ("person_id", "issued_at"), ("attachment_id",), ("appointment_id",), ("home_visit_id",), ("appeal_id",),
            ("sealed_at", "issued_at"),
        )  # fmt: skip

    @property
    def case_id(self) -> uuid.UUID | None:
        """The case that gave it."""
        found: uuid.UUID | None = getattr(self, CASE_OF[self.service])
        return found

    @property
    def stated(self) -> dict[str, Any]:
        """What it states."""
        facts: dict[str, Any] = json.loads(self.facts)
        return facts

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Notice]":
        """The person and representatives of today, whoever issued it as far as they see its case, the partner that filed the case."""
        if actor.role is Role.SYSTEM:
            return cls.all()
        if actor.role is Role.CITIZEN:
            return cls.filter(_own(actor))
        if actor.role in (Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER) and actor.clinic:
            return cls.filter(Q(clinic_id=actor.clinic) & _of_seen(actor))
        if actor.role is Role.AUTHORITY:
            return cls.filter(Q(service=Service.APPEAL) & _seen(actor, Service.APPEAL))
        if actor.role is Role.PARTNER:
            return cls.filter(_of_partner(actor))
        return cls.filter(id=None)


def _own(actor: Actor) -> Q:
    """One's own notices of every service, and those of people whom one represents in the service."""
    represented = [Q(service=one, person_id__in=represented_by(actor.person, one)) for one in Service if one in CASE_OF]
    return Q(Q(person_id=actor.person), *represented, join_type="OR")


_TABLES: dict[Service, Any] = {
    Service.APPOINTMENT: Appointment, Service.HOME_VISIT: HomeVisit, Service.APPEAL: Appeal,
}  # fmt: skip


def _seen(actor: Actor, service: Service) -> Q:
    """Notices of the cases of a service that somebody may see."""
    wanted: dict[str, Any] = {f"{CASE_OF[service]}__in": Subquery(_TABLES[service].visible_to(actor).values("id"))}
    return Q(**wanted)


def _of_seen(actor: Actor) -> Q:
    """Of the clinic's own notices: those of attachment, refusals in writing, and those of cases that the role sees."""
    return Q(
        Q(service=Service.ATTACHMENT), Q(kind=Kind.APPOINTMENT_REFUSAL), *(_seen(actor, one) for one in _TABLES), join_type="OR"
    )


def _of_partner(actor: Actor) -> Q:
    """Notices of the cases that a partner system filed, or of people who let it act, within its scopes."""
    found = [_seen(actor, one) for one in _TABLES if f"{one.lower()}:read" in actor.scopes]
    if "attachment:read" in actor.scopes:
        consented = Q(service=Service.ATTACHMENT, person_id__in=consented_to(actor.partner))
        found += [Q(attachment__partner_id=actor.partner), consented]
    return Q(*found, join_type="OR") if found else Q(id=None)


class NoticeSeal(Model):
    """The system key's signature over a notice's facts, with what was known of the key then: evidence, never changed."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    notice: fields.OneToOneRelation[Notice] = fields.OneToOneField("models.Notice", related_name="seal", on_delete=fields.RESTRICT)
    cms = fields.BinaryField()
    facts: dict[str, Any] = fields.JSONField()
    evidence: dict[str, Any] = fields.JSONField(default=dict)
    made_at: datetime = fields.DatetimeField()
    notice_id: uuid.UUID

    class Meta:
        table = "notice_seal"


def canonical(facts: object) -> str:
    """Facts as canonical JSON: sorted names, no spaces, UTF-8 letters as they are."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fresh_code() -> str:
    """A verification code of over 128 random bits, in letters and digits that cannot be mistaken for one another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(27))
