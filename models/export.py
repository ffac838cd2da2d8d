"""Exports: a journal or register as a file, made in the background because it may take long, and kept for an hour for whoever asked."""

import uuid
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock, database
from models.account import ABSOLUTE, Session
from models.actor import Actor

KEPT = timedelta(hours=1)
SILENT = timedelta(seconds=30)  # a maker that has not stirred for so long was killed
MOST_AT_ONCE = 2


class State(StrEnum):
    """Where an export stands."""

    PREPARING = "PREPARING"
    READY = "READY"
    FAILED = "FAILED"


class Standing(StrEnum):
    """How a file is coming along, as whoever asked for it is told."""

    PREPARING = "PREPARING"
    STOPPED = "STOPPED"
    READY = "READY"
    FAILED = "FAILED"


class Busy(Exception):
    """The session has as many files being made as it may."""


class Export(Model):
    """A file that is being made, or was. `path` is the page it came from, with its filters; `title` the key of that page's name;
    `done` of `total` rows; `stirred_at` when its maker was last alive.

    It belongs to the session that asked for it, and ends with it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    session: fields.ForeignKeyRelation[Session] = fields.ForeignKeyField(
        "models.Session", related_name="exports", on_delete=fields.CASCADE
    )
    path = fields.CharField(max_length=200)
    title = fields.CharField(max_length=200)
    saved_as = fields.CharField(max_length=120)
    kind = fields.CharField(max_length=10)
    state = fields.CharEnumField(State, max_length=10, default=State.PREPARING)
    done = fields.IntField(default=0)
    total = fields.IntField(null=True)
    reason = fields.CharField(max_length=60, default="")
    begun_at = fields.DatetimeField()
    stirred_at = fields.DatetimeField()
    content: bytes | None = fields.BinaryField(null=True)
    session_id: uuid.UUID

    class Meta:
        table = "export"

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Export]":
        """Whoever asked, in the session in which it was asked, for an hour."""
        kept = cls.filter(begun_at__gt=clock.now() - KEPT)
        return kept.filter(session_id=actor.session) if actor.session else cls.filter(id=None)

    @property
    def expires_at(self) -> datetime:
        """Until when the file is kept."""
        return self.begun_at + KEPT

    @property
    def standing(self) -> Standing:
        """A file whose maker has been silent for half a minute will not be ready: its process was stopped."""
        silent = self.state is State.PREPARING and clock.now() - self.stirred_at > SILENT
        return Standing.STOPPED if silent else Standing(self.state)


WITHOUT_CONTENT = [name for name in Export._meta.db_fields if name != "content"]


async def begin(actor: Actor, path: str, title: str, saved_as: str, kind: str, total: int) -> Export:
    """Note a file as being made; a session may have two of them made at once (`Busy`)."""

    async def noted() -> Export:
        async with database.transaction():
            session, now = await Session.select_for_update().get(id=actor.session), clock.now()
            making = Export.filter(session=session, state=State.PREPARING, stirred_at__gte=now - SILENT)
            if await making.count() >= MOST_AT_ONCE:
                raise Busy
            return await Export.create(
                session=session, path=path, title=title, saved_as=saved_as, kind=kind, total=total, begun_at=now, stirred_at=now
            )

    return await database.retrying(noted)


async def stir(export: Export, done: int) -> bool:
    """Say how far it is; False when nobody waits for it any more: its session has ended, or its hour is over."""
    if not await _wanted(export):
        return False
    making = Export.filter(id=export.id, state=State.PREPARING)
    return await making.update(done=done, stirred_at=clock.now()) == 1


async def finish(export: Export, content: bytes, done: int) -> None:
    """The file is there; one whose session has ended meanwhile is for nobody."""
    if await _wanted(export):
        making = Export.filter(id=export.id, state=State.PREPARING)
        await making.update(state=State.READY, content=content, done=done, stirred_at=clock.now())


async def fail(export: Export, reason: str) -> None:
    """The file will not be there, and why."""
    making = Export.filter(id=export.id, state=State.PREPARING)
    await making.update(state=State.FAILED, reason=reason, stirred_at=clock.now())


async def _wanted(export: Export) -> bool:
    """Whether the session that asked lasts, in the post in which it asked."""
    session = await Session.get_or_none(id=export.session_id).prefetch_related("post")
    lasts = session is not None and session.alive(clock.now()) and (session.post is None or session.post.in_force)
    return lasts and clock.now() < export.expires_at


async def clear() -> int:
    """Delete files whose hour is over, and those of sessions that have ended."""
    now = clock.now()
    over = Q(begun_at__lte=now - KEPT) | Q(session__ended_at__not_isnull=True) | Q(session__begun_at__lte=now - ABSOLUTE)
    keys = await Export.filter(over).values_list("id", flat=True)
    return await Export.filter(id__in=keys).delete() if keys else 0
