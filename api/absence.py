"""What the absence of a doctor leaves to the desk, as the API tells it to those who note absences."""

from typing import Annotated, Any

import strawberry

from api.appointment import Appointment
from api.context import Info
from api.home_visit import HomeVisit
from api.ids import decode
from api.problems import Invalid, ProblemCode
from api.root import query
from api.shown import shown
from models import absence as rows
from models import timetable_change as change
from models.home_visit import HomeVisit as HomeVisitRow
from models.journal_reading import listed
from models.law.home_visit import in_order

Root = strawberry.Parent[rows.Left]


@strawberry.type(description="What the absences of a doctor leave to the desk: nothing of it moves by itself.")
class LeftByAbsence:
    @shown
    def calls_number(self, root: Root) -> int:
        """To how many calls another doctor must go."""
        return len(root.calls)

    @shown
    async def calls(self, root: Root, info: Info) -> list[HomeVisit]:
        """These calls, the urgent first: those that the caller may see. Seen here, they leave a line in the journal."""
        actor, keys = info.context.actor, [one.id for one in root.calls]
        seen = in_order(await HomeVisitRow.visible_to(actor).filter(id__in=keys)) if keys else []
        await listed(actor, seen)
        return seen  # type: ignore[return-value]

    @shown
    async def arrived(self, root: Root, info: Info) -> list[Appointment]:
        """The people who have come and wait for the doctor, by their times. Seen here, they leave a line in the journal."""
        await listed(info.context.actor, root.arrived)
        return root.arrived  # type: ignore[return-value]


@query(*change.NOTES_ABSENCE, returns=LeftByAbsence)
async def left_by_absence(
    info: Info, doctor: Annotated[strawberry.ID, strawberry.argument(description="A doctor of the caller's own clinic.")]
) -> Any:
    """What the absences of a doctor leave to the desk: calls to give to somebody else, people who have come and wait."""
    found = await change.doctor_of(info.context.actor, decode(doctor, "Doctor", "doctor"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "doctor")
    return await rows.left_by(found)
