"""Finding for staff: people of their cases by name, and a case of any service by its number."""

from typing import Annotated, Any

import strawberry

from api.case import Case
from api.connection import First, checked
from api.context import Info
from api.limits import PAGE
from api.person import Patient
from api.problems import Invalid, ProblemCode
from api.root import query
from api.rows import READS, ROWS
from models import finding
from models.actor import Actor
from models.finding import LEAST
from models.journal_reading import found
from models.law import CLINIC_ROLES, Role

SEEKING = (Role.REGISTRAR, Role.DOCTOR, Role.HEAD, Role.APPEALS_OFFICER, Role.AUTHORITY)


@query(*SEEKING, returns=list[Patient])
async def people(
    info: Info,
    name: Annotated[str, strawberry.argument(description="Beginnings of surname, given name or patronymic, in any order and spelling.")],
    first: First = PAGE,
) -> Any:
    """The people of the cases that the caller may see, by name, spelled with Kazakh letters or without them, or in Latin. Anybody else is
    found by IIN at the desk. Everybody shown is journalled."""
    actor = info.context.actor
    if not finding.enough(name):
        raise Invalid(ProblemCode.TOO_SHORT, "name", least=LEAST)
    told = await finding.people(actor, name, checked(first))
    await found(actor, told)
    return told


@query(Role.CITIZEN, *sorted(CLINIC_ROLES), Role.AUTHORITY, Role.PARTNER, returns=Case | None)
async def case(
    info: Info, number: Annotated[str, strawberry.argument(description="The number as people type it, with or without dashes.")]
) -> Any:
    """A case of any service by its number, if the caller may see it; null when it is absent or hidden. Reading another's is journalled."""
    actor: Actor = info.context.actor
    one = await finding.case(actor, number)
    if one is not None:
        name = next(name for name, row in ROWS.items() if isinstance(one, row) and name in READS)
        await READS[name](actor, one)
    return one
