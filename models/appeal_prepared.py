"""A complaint prepared from a case: its first words, and when the person learnt of what it complains about."""

import uuid
from typing import Any

from models import clock, texts
from models.appeal_facts import complaint_about, learned_on
from models.appointment_facts import attached_to
from models.clinic import Clinic
from models.home_visit import address_line
from models.law import Language, Service
from models.law.words import day_words
from models.person import Person

GROUNDS = {Service.ATTACHMENT: "law.refusal", Service.HOME_VISIT: "law.home_visit_refusal"}


async def complaint(case: Any, language: Language) -> dict[str, Any]:
    """The answers that a case gives by itself; the person goes on from there. Nothing, where there is only the court."""
    found = complaint_about(case)
    if found is None:
        return {}
    person = await Person.get(id=case.person_id)
    return {
        "kind": found.kind.value, "essence": essence(case, language), "learnedOn": learned_on(case).isoformat(),
        "postalAddress": address_of(person),
    }  # fmt: skip


def essence(case: Any, language: Language) -> str:
    """The first words of a complaint: what was refused, decided or left unanswered, with number, day and ground."""
    why, day = _why(case)
    ground = getattr(case, "refusal_ground", None)
    words = texts.text(f"{GROUNDS[case.service]}.{ground}", language) if ground and case.service in GROUNDS else ""
    service = texts.text(f"law.service.{case.service}", language)
    return texts.text(
        f"api.complaint_essence.{why}", language, number=case.number, service=service, day=day_words(day, language), ground=words
    )


def _why(case: Any) -> tuple[str, Any]:
    """What there is to complain of, and its day."""
    if getattr(case, "refusal_ground", None):
        return "refused", learned_on(case)
    if getattr(case, "lapsed_at", None) or getattr(case, "overdue_at", None):
        due = getattr(case, "answer_by", None) or getattr(case, "due_at", None)
        return "silent", getattr(case, "due_on", None) or (clock.local(due).date() if due else clock.today())
    if case.service is Service.APPEAL:
        return "decided", learned_on(case)
    return "other", clock.today()


def address_of(person: Person) -> str:
    """The registered residence in one line."""
    return address_line(person.address)


async def own_clinic(person: uuid.UUID) -> Clinic | None:
    """The clinic of a person's attachment."""
    key = await attached_to(person)
    return await Clinic.get_or_none(id=key) if key else None

