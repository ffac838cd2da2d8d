"""Journals and registers that a role reads, with how many lines they have; and files of them that are being made for a session."""

from datetime import date, datetime
from typing import Any

import strawberry

from api.context import Info
from api.ids import decode, encode
from api.root import query
from api.shown import named, shown
from models import clock, texts
from models import export as rows
from models import logbook as books
from models.law import STAFF_ROLES, Role

READERS = sorted(frozenset[Role]().union(*books.READERS.values()))
ExportState = rows.Standing
named(rows.Standing, "ExportState", "api.export.state")
LogbookName = books.Logbook
named(books.Logbook, "LogbookName", "api.logbook")
Root = strawberry.Parent[rows.Export]


@strawberry.type(description="A file of a journal or register that is being made, or was, for the session that asked for it.")
class Export:
    kind: str = strawberry.field(description="The kind of file: csv or xlsx.")
    path: str = strawberry.field(description="The page of the journal, with what was asked of it.")
    saved_as: str = strawberry.field(description="The name under which it is saved.")
    done: int = strawberry.field(description="How many lines are in it so far.")
    total: int | None = strawberry.field(description="How many lines it will have.")
    expires_at: datetime = strawberry.field(description="Until when it is kept.")

    @shown
    def id(self, root: Root) -> strawberry.ID:
        """Its id: opaque, of this session alone."""
        return encode("Export", root.id)

    @shown
    def state(self, root: Root) -> ExportState:
        """How it is coming along."""
        return root.standing

    @shown
    def state_text(self, root: Root, info: Info) -> str:
        """The same in words."""
        return texts.text(f"api.export.state.{root.standing}", info.context.language)

    @shown
    def title(self, root: Root, info: Info) -> str:
        """The name of the journal or register."""
        return texts.text(root.title, info.context.language)

    @shown
    def reason(self, root: Root, info: Info) -> str | None:
        """Why it was not made; null otherwise."""
        return texts.text(f"api.export.reason.{root.reason}", info.context.language) if root.reason else None


@query(*sorted(STAFF_ROLES), returns=Export | None)
async def export(info: Info, id: strawberry.ID) -> Any:
    """A file that the caller asked for in this very session; null when it is another's, or its hour is over."""
    found = rows.Export.visible_to(info.context.actor).only(*rows.WITHOUT_CONTENT)
    return await found.get_or_none(id=decode(id, "Export"))


@strawberry.type(description="A journal or register, and how many lines of it the caller may read.")
class Logbook:
    name: LogbookName = strawberry.field(description="Which.")
    name_text: str = strawberry.field(description="Its official name.")
    today: int = strawberry.field(description="Lines of today.")
    month: int = strawberry.field(description="Lines of this month.")
    whole: int = strawberry.field(description="Lines in all.")
    since: date = strawberry.field(description="The first day of this month.")
    until: date = strawberry.field(description="The last day of this month.")


@query(*READERS, returns=list[Logbook])
async def logbooks(info: Info) -> Any:
    """The journals and registers that the caller may read. Lines are counted, not read: nothing is journalled."""
    found, (since, until) = await books.counted(info.context.actor), books.month(clock.today())
    words = {one.logbook: texts.text(f"api.logbook.{one.logbook}", info.context.language) for one in found}
    return [Logbook(name_text=words[one.logbook], since=since, until=until, **_named(one)) for one in found]


def _named(one: books.Lines) -> dict[str, Any]:
    return {"name": one.logbook, "today": one.today, "month": one.month, "whole": one.whole}
