"""The journal: who did or opened what, for whose case; append-only, and chained so that a change or a gap shows.

A row is written in the transaction of its act. One sequencer gives it its place and hash within a second: chaining in the act's
own transaction would make every act of the country wait for one lock.
"""

import json
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, ParamSpec

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock
from models.actor import Actor
from models.law import Channel, Role, Service

AT_ONCE = 50
Told = ParamSpec("Told")


class Entry(Model):
    """One line. Ids are kept without foreign keys and names as they were: a line says what was so when it was written."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    at = fields.DatetimeField(db_index=True)
    act = fields.CharField(max_length=60)
    reading = fields.BooleanField(default=False)
    role = fields.CharEnumField(Role, max_length=20)
    account_id = fields.UUIDField(null=True)
    partner_id = fields.UUIDField(null=True)
    clinic_id = fields.UUIDField(null=True)
    name = fields.CharField(max_length=200, default="")
    channel = fields.CharEnumField(Channel, max_length=10)
    person_id = fields.UUIDField(null=True, db_index=True)
    service = fields.CharEnumField(Service, max_length=20, null=True)
    case_id = fields.UUIDField(null=True, db_index=True)
    case_number = fields.CharField(max_length=30, default="")
    details: dict[str, object] = fields.JSONField(default=dict)
    request = fields.CharField(max_length=40, default="")
    address = fields.CharField(max_length=45, default="")
    position = fields.BigIntField(null=True, unique=True)
    hash = fields.CharField(max_length=64, default="")

    class Meta:
        table = "journal"

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Entry]":
        """The lines about a person, to the person and to whoever represents the person today.

        A line of a service is for those who represent in that service; one of none for those who represent in any.
        """
        from models.representation import represented_by  # that module writes to the journal

        if actor.role is not Role.CITIZEN:
            return cls.filter(id=None)
        seen = Q(person_id=actor.person) | Q(service=None, person_id__in=represented_by(actor.person, None))
        for service in Service:
            seen |= Q(service=service, person_id__in=represented_by(actor.person, service))
        return cls.filter(seen)

    def content(self) -> bytes:
        """What the hash covers: everything but the place and the hash itself."""
        return json.dumps(
            [
                str(self.id), int(self.at.timestamp() * 1_000_000), self.act, self.reading, self.role, _plain(self.account_id),
                _plain(self.partner_id), _plain(self.clinic_id), self.name, self.channel, _plain(self.person_id), self.service,
                _plain(self.case_id), self.case_number, self.details, self.request, self.address,
            ],
            ensure_ascii=False, sort_keys=True, separators=(",", ":"),
        ).encode()  # fmt: skip


def _plain(value: uuid.UUID | None) -> str | None:
    return str(value) if value else None


def line(
    actor: Actor,
    act: str,
    *,
    person: uuid.UUID | None = None,
    service: Service | None = None,
    case: uuid.UUID | None = None,
    number: str = "",
    reading: bool = False,
    at: datetime | None = None,
    **details: Any,
) -> Entry:
    """A line that is not written yet."""
    return Entry(
        at=at or clock.now(), act=act, reading=reading, role=actor.capacity, account_id=actor.account,
        partner_id=actor.partner, clinic_id=actor.clinic, name=actor.name, channel=actor.channel, person_id=person,
        service=service, case_id=case, case_number=number, details=details, request=actor.request, address=actor.address,
    )  # fmt: skip


def _writing(made: Callable[Told, Entry]) -> Callable[Told, Awaitable[Entry]]:
    async def write(*told: Told.args, **named: Told.kwargs) -> Entry:
        written = made(*told, **named)
        await written.save(force_create=True)
        return written

    return write


# Write a line, in the transaction of the act it tells of.
record = _writing(line)


async def record_all(lines: Sequence[Entry]) -> None:
    """Write several lines of reading by one statement."""
    if lines:
        await Entry.bulk_create(lines, batch_size=AT_ONCE)
