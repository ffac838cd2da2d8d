"""The calendar file of an appointment: one event with a UID that never changes, its sequence, and its end when it is cancelled."""

import uuid
from urllib.parse import urlsplit

from models import calendar_file, clock, outbox, texts
from models.appointment import Appointment
from models.appointment_message import told_of
from models.law import Language
from models.law.appointment import State
from models.settings import settings

NAME = "calendar.ics"
# The time of an offered appointment is lost; the event comes back under the same UID when another time is taken.
ENDED = (State.CANCELLED, State.OFFERED)


async def file_of(case: Appointment, language: Language) -> bytes:
    """The file as it stands now, in a language."""
    await case.fetch_related("person")
    said = outbox.in_language(await told_of(case), language)
    site = settings().site
    return calendar_file.event(
        uid=f"{case.id}@{urlsplit(site).hostname}", sequence=case.sequence, starts_at=case.starts_at, ends_at=case.ends_at,
        stamped_at=clock.now(), summary=texts.text("api.calendar.appointment.summary", language, **said),
        place=f"{said['clinic']}, {said['address']}, {said['room']}", cancelled=case.state in ENDED,
        description=texts.text("api.calendar.appointment.description", language, **said),
    )  # fmt: skip


def media_type(case: Appointment) -> str:
    """What the file is; its method is the one inside it."""
    return calendar_file.media_type(cancelled=case.state in ENDED)


async def enclosed(message: outbox.Message) -> tuple[str, str, bytes] | None:
    """The calendar file that goes with an e-mail about an appointment; nothing for other messages."""
    kind, _, key = message.link.partition(":")
    case = await Appointment.get_or_none(id=uuid.UUID(key)) if kind == "Appointment" else None
    return (NAME, media_type(case), await file_of(case, message.language)) if case else None
