"""What people are told of a call: the person to be visited, and whoever called on the person's behalf."""

from typing import Any

from models import applicant as applicants
from models import clock, journal, outbox, texts
from models.appointment_message import printed
from models.home_visit import HomeVisit
from models.law import Language, Service
from models.person import Person


def window_words(case: HomeVisit) -> str:
    """The day and the window as people are told them; empty while nothing is promised."""
    if case.window_since is None or case.window_until is None:
        return ""
    return f"{printed(case.window_since)}–{clock.local(case.window_until):%H:%M}"


def words_of(case: HomeVisit) -> outbox.Values:
    """What messages about a call say; names by language, since a message may be read in any."""
    route = _said(f"law.home_visit_route.{case.route}") if case.route else ""
    ground = _said(f"law.home_visit_refusal.{case.refusal_ground}") if case.refusal_ground else ""
    return {
        "number": case.number, "name": case.person.full_name, "clinic": case.clinic.name, "phone": case.clinic.phone,
        "day": f"{case.visit_day:%d.%m.%Y}", "due": printed(case.answer_by), "window": window_words(case),
        "doctor": case.doctor.person.full_name if case.doctor else "", "address": case.address_line, "route": route,
        "ground": ground, "reason": case.reasons,
    }  # fmt: skip


def _said(key: str) -> dict[str, str]:
    return {language.value: texts.text(key, language) for language in Language}


def asked_for(case: HomeVisit, person: Person) -> dict[str, Any]:
    """Whoever called is answered in the language and at the phone given with the call; the patient, when nobody called."""
    return {"language": case.language, "sms_to": case.phone} if person.id == (case.applicant_id or case.person_id) else {}


async def tell(cause: journal.Entry, case: HomeVisit, template: str) -> None:
    """Tell the person of what happened to a call, whoever called on the person's behalf, and a child's parents and guardians.

    Danger always comes with 103.
    """
    if template == "home_visit_submitted" and case.signs:
        template = "home_visit_submitted_danger"
    told = words_of(case)
    for person in await applicants.told(Service.HOME_VISIT, case.person, case.applicant):
        await outbox.post(cause, person, template, link=f"HomeVisit:{case.id}", **asked_for(case, person), **told)
