"""Notices: numbered, immutable documents of a decision, signed by the head where the law says so, verified by a code."""

import json
import secrets
import uuid
from typing import ClassVar

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models.actor import Actor
from models.attachment import Attachment
from models.clinic import Clinic
from models.consent import consented_to
from models.law import Role, Service
from models.law.notice import Kind
from models.person import Person
from models.representation import represented_by
from models.signing import Signature

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class Notice(Model):
    """What was decided, as canonical JSON (`facts`), its number, the code of its verification page, and the signature over it."""

    service: ClassVar[Service] = Service.ATTACHMENT

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    number = fields.CharField(max_length=30, unique=True)
    code = fields.CharField(max_length=40, unique=True)
    kind = fields.CharEnumField(Kind, max_length=30)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("models.Person", related_name="notices", on_delete=fields.RESTRICT)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="notices", on_delete=fields.RESTRICT)
    attachment: fields.ForeignKeyNullableRelation[Attachment] = fields.ForeignKeyField(
        "models.Attachment", related_name="notices", null=True, on_delete=fields.RESTRICT
    )
    facts = fields.TextField()
    signature: fields.OneToOneNullableRelation[Signature] = fields.OneToOneField(
        "models.Signature", related_name="notice", null=True, on_delete=fields.RESTRICT
    )
    issued_at = fields.DatetimeField()
    annulled_at = fields.DatetimeField(null=True)
    person_id: uuid.UUID
    clinic_id: uuid.UUID
    attachment_id: uuid.UUID | None
    signature_id: uuid.UUID | None

    class Meta:
        table = "notice"

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Notice]":
        """The person and representatives of today, the clinic that issued it, the partner that filed the case."""
        if actor.role is Role.SYSTEM:
            return cls.all()
        if actor.role is Role.CITIZEN:
            return cls.filter(Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.ATTACHMENT)))
        if actor.role in (Role.REGISTRAR, Role.HEAD, Role.APPEALS_OFFICER) and actor.clinic:
            return cls.filter(clinic_id=actor.clinic)
        if actor.role is Role.PARTNER and "attachment:read" in actor.scopes:
            return cls.filter(Q(attachment__partner_id=actor.partner) | Q(person_id__in=consented_to(actor.partner)))
        return cls.filter(id=None)


def canonical(facts: object) -> str:
    """Facts as canonical JSON: sorted names, no spaces, UTF-8 letters as they are."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fresh_code() -> str:
    """A verification code of over 128 random bits, in letters and digits that cannot be mistaken for one another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(27))
