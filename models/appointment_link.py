"""Links in reminders: each lets whoever holds it cancel or move one appointment at the time it was sent for, once, without signing in."""

import secrets
import uuid
from datetime import datetime
from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.account import hashed
from models.actor import Actor
from models.appointment import Appointment
from models.law import Channel, Language, Role
from models.person import Person


class LinkAct(StrEnum):
    """The one act that a link can do."""

    CANCEL = "CANCEL"
    MOVE = "MOVE"


class AppointmentLink(Model):
    """A link that was sent: its token is kept hashed; it holds for one time of the appointment (`sequence`), until that time begins."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    token_hash = fields.CharField(max_length=64, unique=True)
    appointment: fields.ForeignKeyRelation[Appointment] = fields.ForeignKeyField(
        "models.Appointment", related_name="links", on_delete=fields.RESTRICT
    )
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("models.Person", related_name="links", on_delete=fields.RESTRICT)
    act = fields.CharEnumField(LinkAct, max_length=10)
    sequence = fields.IntField()
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    appointment_id: uuid.UUID
    person_id: uuid.UUID

    class Meta:
        table = "appointment_link"


async def make(case: Appointment, person: uuid.UUID, act: LinkAct) -> str:
    """A new link's token, to be sent and kept nowhere in clear."""
    token = secrets.token_urlsafe(18)
    await AppointmentLink.create(
        token_hash=hashed(token), appointment=case, person_id=person, act=act, sequence=case.sequence, made_at=clock.now(),
        expires_at=case.starts_at,
    )  # fmt: skip
    return token


async def find(token: str, act: LinkAct | None = None, at: datetime | None = None) -> AppointmentLink | None:
    """The link of a token while it can still be used; used, run out and invented look alike."""
    if not token.isascii():  # nothing that was made, and not always something that can be hashed
        return None
    link = await AppointmentLink.get_or_none(token_hash=hashed(token), used_at=None).prefetch_related("appointment")
    if link is None or (act and link.act is not act):
        return None
    stale = link.sequence != link.appointment.sequence or link.expires_at <= (at or clock.now())
    return None if stale else link


async def use(link: AppointmentLink) -> bool:
    """Use a link, once: of two at the same moment one wins. In the transaction of the act that it does."""
    return bool(await AppointmentLink.filter(id=link.id, used_at=None).update(used_at=clock.now()))


async def bearer(link: AppointmentLink) -> Actor:
    """Whoever opens the link acts as the person to whom it was sent, on the portal, and can do nothing else."""
    person = await Person.get(id=link.person_id)
    return Actor(role=Role.CITIZEN, person=person.id, channel=Channel.PORTAL, name=person.full_name, language=Language(person.language))
