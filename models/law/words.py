"""The law in words for people: paragraphs as they are cited, values, impediments, the way of complaint."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.law import Basis, Impediment, Provision, appeal, appointment, appointment_access, attachment, home_visit, term
from models.law.attachment import Ages, Campaign
from models.law.sources import SOURCES
from models.law.specialty import Specialty
from models.law.territory import TERRITORIES
from models.texts import text

_PARTS = ("documents", "refusal", "appendix")
_TOPICS = (
    ("document", attachment.DocumentKind),
    ("specialty", Specialty),
    ("visit_reason", appointment.VisitReason),
    ("access", appointment_access.Access),
    ("access_reason", appointment_access.AccessReason),
    ("state.home_visit", home_visit.State),
    ("state.appeal", appeal.State),
    ("appeal_kind", appeal.Kind),
    ("appeal_body", appeal.Body),
    ("appeal_lapse", appeal.Lapse),
)


@dataclass(frozen=True)
class Words:
    """An impediment for people: what forbids, what would make it possible, the paragraph, from when."""

    text: str
    remedy: str
    basis: str
    allowed_from: str


def cite(basis: Basis, language: str) -> str:
    """A paragraph as people cite it: «Правила № ҚР ДСМ-194/2020, п. 25»."""
    source = text(f"law.source.{basis.source}.short", language)
    part, _, number = basis.paragraph.rpartition(":")
    if number in _PARTS:
        return text(f"law.cite.{number}", language, source=source)
    kind = f"{part}_item" if part else str(SOURCES[basis.source].division)
    return text(f"law.cite.{kind}", language, source=source, number=number) if number else source


def day_words(day: date, language: str) -> str:
    """A day in words: 21 қараша 2026 in each language's own order."""
    month = text(f"law.month.{day.month}", language)
    return text("law.words.date", language, day=day.day, month=month, year=day.year)


def said(value: object, language: str) -> str:
    """A value of the law in words: a moment, a day, ages, hours, the campaign, several names or moments, a number, nothing."""
    if value is None:
        return text("law.words.none", language)
    if isinstance(value, datetime):
        return moment_words(value, language)
    if isinstance(value, date):
        return day_words(value, language)
    if isinstance(value, Ages):
        key = "ages_from" if value.last is None else "ages"
        return text(f"law.words.{key}", language, first=value.first, last=value.last)
    if isinstance(value, term.Hours):
        return _week(value, language)
    if isinstance(value, Campaign):
        first, last = (_day_month(one, language) for one in (value.start, value.end))
        return text("law.words.campaign", language, first=first, last=last)
    if isinstance(value, tuple):
        moments = [f"{one.astimezone(term.ZONE):%d.%m, %H:%M}" for one in value if isinstance(one, datetime)]
        return "; ".join(moments) or ", ".join(said(one, language) for one in value)
    for topic, enum in _TOPICS:
        if isinstance(value, enum):
            return text(f"law.{topic}.{value}", language)
    return str(value)


def value_words(provision: Provision[Any], day: date, language: str) -> str:
    """The value of a provision in force on a day, in words with its unit."""
    value = provision.on(day)
    return text(f"law.unit.{provision.unit}", language, n=value) if isinstance(value, int) else said(value, language)


def impediment_words(impediment: Impediment, language: str) -> Words:
    """An impediment in words: the text, the remedy, the paragraph and the day from which it is possible."""
    values = {name: _value(name, value, language) for name, value in impediment.values.items()}
    begins = impediment.allowed_from
    key = f"law.impediment.{impediment.code}"
    remedy = f"{key}.remedy_choice" if values.get("alternatives") else f"{key}.remedy"
    return Words(
        text(f"{key}.text", language, **values).rstrip(),  # a value at the end may be empty
        text(remedy, language, **values),
        cite(impediment.basis, language),
        text("law.words.allowed_from", language, day=day_words(begins.date(), language)) if begins else "",
    )


def complaint_words(clinic: str, learned: date, language: str) -> str:
    """Where, how and until when to complain about a refusal (Procedural Code, 91 and 92; Law on public services)."""
    return _complaint("way", clinic, learned, language)


def silence_words(clinic: str, term_ended: date, language: str) -> str:
    """The same where nothing was decided: about the inaction, from the day on which the term of the answer ran out."""
    return _complaint("silence", clinic, attachment.silence_learned(term_ended), language, due=day_words(term_ended, language))


def _complaint(about: str, clinic: str, learned: date, language: str, **values: str) -> str:
    return text(
        f"law.complaint.{about}",
        language,
        **values,
        clinic=clinic,
        until=day_words(attachment.complaint_due(learned), language),
        term=value_words(attachment.COMPLAINT_TERM, learned, language),
        review=value_words(attachment.COMPLAINT_REVIEW, learned, language),
        body_review=value_words(attachment.COMPLAINT_REVIEW_BODY, learned, language),
        basis=cite(attachment.COMPLAINT_TERM.basis, language),
    )


def moment_words(moment: datetime, language: str) -> str:
    """A moment in words: the day, and the time of the clock in Kazakhstan."""
    local = moment.astimezone(term.ZONE)
    return f"{day_words(local.date(), language)}, {local:%H:%M}"


def _value(name: str, value: object, language: str) -> object:
    """A value of an impediment: a number stays one (it chooses the plural), a territory becomes its name."""
    if name in ("unit", "clinic_unit") and value in TERRITORIES:
        return TERRITORIES[str(value)].name(language)
    return value if isinstance(value, int) else said(value, language)


def _day_month(day: tuple[int, int], language: str) -> str:
    return text("law.words.day_month", language, day=day[1], month=text(f"law.month.{day[0]}", language))


def _week(hours: term.Hours, language: str) -> str:
    """A week of hours: days in a row with the same hours together."""
    groups: list[tuple[list[int], term.Span]] = []
    for day, span in sorted(hours.week.items()):
        if groups and groups[-1][1] == span and groups[-1][0][-1] == day - 1:
            groups[-1][0].append(day)
        else:
            groups.append(([day], span))
    return ", ".join(f"{_days(days, language)} {span[0]:%H:%M}–{span[1]:%H:%M}" for days, span in groups)


def _days(days: list[int], language: str) -> str:
    ends = days[:1] if len(days) == 1 else [days[0], days[-1]]
    return "–".join(text(f"law.weekday.{one}", language) for one in ends)
