"""The facts of a case that an appeal is about, in words: as they were on the day on which the appeal came."""

from datetime import date, datetime
from typing import Any

import strawberry

from models import texts
from models.law import Language
from models.law.words import day_words, moment_words

MOMENTS = ("submitted_at", "due_at", "decided_at", "ended_at", "overdue_at", "lapsed_at", "starts_at")
# Where the words of a stated value stand, by service.
WORDS = {
    "refusal_ground": {"ATTACHMENT": "law.refusal", "HOME_VISIT": "law.home_visit_refusal"},
    "outcome": {"HOME_VISIT": "law.home_visit_outcome", "APPEAL": "law.appeal_outcome"},
    "route": {"HOME_VISIT": "law.home_visit_route"},
}


@strawberry.type(description="A fact of a case, in words.")
class FactLine:
    label: str = strawberry.field(description="What it is.")
    text: str = strawberry.field(description="What it was on the day of receipt.")


@strawberry.type(description="A step of a case, as it was known on the day of receipt.")
class CaseStep:
    at: datetime = strawberry.field(description="When.")
    text: str = strawberry.field(description="What happened.")
    by: str = strawberry.field(description="In what role somebody did it.")


@strawberry.type(description="The facts of the case that an appeal is about, as they were on the day of receipt.")
class AppealFacts:
    number: str = strawberry.field(description="The number of the case.")
    service_text: str = strawberry.field(description="The service in words.")
    state_text: str = strawberry.field(description="Where the case stood, in words.")
    lines: list[FactLine] = strawberry.field(description="What was asked and decided, and when.")
    steps: list[CaseStep] = strawberry.field(description="What had happened, step by step.")


def facts_shown(kept: dict[str, Any], language: Language) -> AppealFacts:
    """The facts of a case in a language."""
    service = str(kept["service"])
    lines = [FactLine(label=texts.text(f"api.fact.{name}", language), text=_words(service, name, str(value), language))
             for name, value in kept["stated"].items()]  # fmt: skip
    return AppealFacts(
        number=kept["number"], service_text=texts.text(f"law.service.{service}", language),
        state_text=texts.text(f"law.state.{service.lower()}.{kept['state']}", language), lines=lines,
        steps=[_step(service, one, language) for one in kept["steps"]],
    )  # fmt: skip


def _words(service: str, name: str, value: str, language: Language) -> str:
    """A value in words: a moment, a day, a word of the law; otherwise as it stands."""
    if name in MOMENTS:
        return moment_words(datetime.fromisoformat(value), language)
    if name == "visit_day":
        return day_words(date.fromisoformat(value), language)
    if name == "refusal_rule":
        return texts.text(f"law.impediment.{value}.title", language)
    topic = WORDS.get(name, {}).get(service)
    return texts.text(f"{topic}.{value}", language) if topic else value


def _step(service: str, step: dict[str, str], language: Language) -> CaseStep:
    key = f"api.journal.{service.lower()}.{step['act']}"
    words = texts.text(key if texts.has(key, language) else "api.journal.other", language)
    return CaseStep(at=datetime.fromisoformat(step["at"]), text=words, by=texts.text(f"law.role.{step['role']}", language))
