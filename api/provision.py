"""What the law says, as the API cites it: a paragraph of a source and, where the law sets a number, its value and edition."""

from datetime import date as Day

import strawberry

from models import texts
from models.law import Basis, Language, words
from models.law.sources import SOURCES


@strawberry.type(description="An act, page or calendar that the rules rest on.")
class Source:
    key: str = strawberry.field(description="The short name by which provisions cite it, such as rules-194.")
    title: str = strawberry.field(description="Its title, in the caller's language.")
    number: str = strawberry.field(description="Its registration number; empty when it has none.")
    date: Day | None = strawberry.field(description="The day on which it was adopted.")
    edition: Day | None = strawberry.field(description="The day of the edition that was read; null when only the first text was.")


@strawberry.type(description="A paragraph of law and, where it sets a number or a list, the value in force.")
class Provision:
    basis: str = strawberry.field(description="Source and paragraph, for a program: rules-194:25.")
    citation: str = strawberry.field(description="Source and paragraph as a letter cites them, in the caller's language.")
    source: Source = strawberry.field(description="The act that the paragraph belongs to.")
    key: str | None = strawberry.field(default=None, description="Its name on the page /law: of the value, else of the paragraph.")
    value: str | None = strawberry.field(default=None, description="The value in force, when the paragraph sets one.")
    unit: str | None = strawberry.field(default=None, description="What the value counts: working days, minutes, times a year.")
    since: Day | None = strawberry.field(default=None, description="The day from which the value is in force.")
    confirmed: bool = strawberry.field(default=True, description="False where only a reading or a proposal stands behind it.")
    note: str | None = strawberry.field(default=None, description="What should be known about it, such as a contradiction of sources.")


def cite(basis: Basis, language: Language) -> Provision:
    """A paragraph that sets no value, as the API cites it."""
    return Provision(basis=str(basis), key=str(basis), citation=words.cite(basis, language), source=source(basis.source, language))


def source(key: str, language: Language) -> Source:
    """An act in the words of the language."""
    known, title = SOURCES[key], texts.text(f"law.source.{key}.title", language)
    return Source(key=key, title=title, number=known.number, date=known.adopted, edition=known.edition)
