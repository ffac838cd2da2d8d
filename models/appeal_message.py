"""What people are told of an appeal: whoever appeals, and whoever did so on the person's behalf."""

from datetime import datetime
from typing import Any

from models import applicant as applicants
from models import journal, outbox, texts
from models.appeal import Appeal
from models.appointment_message import printed
from models.law import Language, Service
from models.law.words import day_words
from models.person import Person


def words_of(case: Appeal, template: str = "") -> outbox.Values:
    """What messages about an appeal say; names and days by language, since a message may be read in any."""
    body = case.authority or case.clinic
    days = {"due": case.due_on, "object_by": case.object_by, "correct_by": case.correct_by}
    hearing = printed(datetime.fromisoformat(case.hearing["at"])) if case.hearing else ""
    return {
        "number": case.number, "name": case.name, "body": body.name, "phone": body.phone, "reason": case.reasons,
        "kind": said(f"law.appeal_kind.{case.kind}"), "outcome": said(f"law.appeal_outcome.{case.outcome}") if case.outcome else "",
        "proposed": said(f"law.appeal_outcome.{case.proposed_outcome}") if case.proposed_outcome else "",
        "hearing": hearing, "place": _place(case), "executor": case.executor,
        "words": case.correction_words if template == "appeal_correction" else case.extension_words, "forwarded": case.forward_words,
        **{name: {one.value: day_words(day, one) for one in Language} if day else "" for name, day in days.items()},
    }  # fmt: skip


def _place(case: Appeal) -> Any:
    """How and where a hearing is held, by language."""
    if not case.hearing:
        return ""
    return {one: f"{way}: {case.hearing['place']}" for one, way in said(f"law.hearing_way.{case.hearing['way']}").items()}


def said(key: str) -> dict[str, str]:
    """Words by language."""
    return {language.value: texts.text(key, language) for language in Language}


def asked_for(case: Appeal, person: Person) -> dict[str, Any]:
    """Whoever appealed is answered in the language and at the phone given with the appeal."""
    return {"language": case.language, "sms_to": case.phone} if person.id == (case.applicant_id or case.person_id) else {}


async def tell(cause: journal.Entry, case: Appeal, template: str) -> None:
    """Tell the person, whoever appealed on the person's behalf, and a child's parents and guardians; nobody, where nobody is known."""
    if case.person is None:
        return
    told = words_of(case, template)
    for person in await applicants.told(Service.APPEAL, case.person, case.applicant):
        await outbox.post(cause, person, template, link=f"Appeal:{case.id}", **asked_for(case, person), **told)
