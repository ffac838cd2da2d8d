"""The day's work of a member of staff across the four services: what is next, why now, and how long is left."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from api.case import Case, told_of
from api.connection import First, checked
from api.context import Info
from api.names import Service
from api.provision import Provision
from api.root import query
from api.shown import shown
from models import agenda as rows
from models import clock, texts
from models.journal_reading import listed
from models.law import STAFF_ROLES, Language

TOLD = 50
Root = strawberry.Parent[rows.Task]


@strawberry.type(description="A case with what the caller is to do next.")
class Task:
    act: str = strawberry.field(description="The act, by its name in the law's table.")
    by: datetime | None = strawberry.field(description="The moment by which; null where none is set.")
    overdue: bool = strawberry.field(description="Whether that moment has passed.")
    emergency: bool = strawberry.field(description="Whether a sign of danger was named: such a call is always first.")

    @shown
    def case(self, root: Root) -> Case:
        """The case: its number, patient, state and everything else of it."""
        return root.case  # type: ignore[no-any-return]

    @shown
    def text(self, root: Root, info: Info) -> str:
        """The act in words: those of the task where the table's own would mislead."""
        own, language = f"api.agenda_act.{root.why.partition('.')[2]}", info.context.language
        return texts.text(own if texts.has(own, language) else f"law.act.{root.service.lower()}.{root.act}", language)

    @shown
    def why(self, root: Root, info: Info) -> str:
        """Why it is next, in words."""
        return texts.text(f"api.{root.why}", info.context.language)

    @shown
    def minutes_left(self, root: Root) -> int | None:
        """Minutes until the moment; negative when it has passed; null where none is set."""
        return int((root.by - clock.now()).total_seconds() // 60) if root.by else None

    @shown
    def provision(self, root: Root, info: Info) -> Provision | None:
        """The paragraph that sets the term; null where none runs."""
        due = told_of(root.case).due(root.case, info.context.language)
        return due.provision if due else None


@strawberry.type(description="What awaits the caller in one service.")
class AgendaPart:
    service: Service = strawberry.field(description="The service.")
    service_text: str = strawberry.field(description="The service in words.")
    number: int = strawberry.field(description="How many cases await the caller.")
    overdue: int = strawberry.field(description="How many of them are late.")
    soonest: datetime | None = strawberry.field(description="When the next of those that are not late runs out; null when none does.")


@strawberry.type(description="The day's work: the tasks in the order in which they run out, and how many there are in each service.")
class Agenda:
    parts: list[AgendaPart] = strawberry.field(description="All tasks counted, by service; services without any are left out.")
    total: int = strawberry.field(description="How many tasks there are.")
    found: strawberry.Private[list[rows.Task]]

    @shown
    async def tasks(self, info: Info, first: First = TOLD) -> list[Task]:
        """The first tasks: a life in danger first, then what runs out first. Cases shown are journalled."""
        told = self.found[: checked(first)]
        await listed(info.context.actor, [one.case for one in told])
        return told  # type: ignore[return-value]


@query(*sorted(STAFF_ROLES), returns=Agenda)
async def agenda(
    info: Info,
    service: Annotated[Service | None, strawberry.argument(description="The tasks of one service only; the parts tell of all.")] = None,
) -> Any:
    """The day's work of the caller's post, across the services. Empty for a post whose work is not on cases."""
    found = await rows.of(info.context.actor)
    parts = [_part(one, [task for task in found if task.service is one], info.context.language) for one in Service]
    chosen = [one for one in found if service in (None, one.service)]
    return Agenda(parts=[one for one in parts if one.number], total=len(found), found=chosen)


def _part(service: Service, tasks: list[rows.Task], language: Language) -> AgendaPart:
    ahead = [one.by for one in tasks if one.by and not one.overdue]
    return AgendaPart(
        service=service, service_text=texts.text(f"law.service.{service}", language), number=len(tasks),
        overdue=sum(one.overdue for one in tasks), soonest=min(ahead, default=None),
    )  # fmt: skip
