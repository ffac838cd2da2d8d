"""What people are told of a case of attachment: the person concerned, and whoever asked on the person's behalf."""

from models import clock, journal, outbox
from models.attachment import Attachment
from models.clinic import Clinic
from models.person import Person


def words_of(case: Attachment, clinic: Clinic, person: Person) -> outbox.Values:
    """What messages about a case say; names by language, since a message may be read in any."""
    due = clock.local(case.due_at) if case.due_at else None
    return {
        "number": case.number, "clinic": clinic.name, "name": person.full_name,
        "due": due.strftime("%d.%m.%Y, %H:%M") if due else "",
    }  # fmt: skip


async def tell(cause: journal.Entry, case: Attachment, template: str, **values: str) -> None:
    """Tell the person of what happened in a case, and whoever asked on the person's behalf."""
    await case.fetch_related("person", "applicant", "clinic")
    people = {one.id: one for one in (case.person, case.applicant) if one is not None}
    for person in people.values():
        words = words_of(case, case.clinic, case.person)
        await outbox.post(cause, person, template, link=f"Attachment:{case.id}", **{**words, **values})
