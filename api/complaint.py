"""A refusal and the way of complaint, as the API shows them in any service."""

from datetime import date
from typing import Any

import strawberry

from api.provision import Provision
from models.clinic import Clinic
from models.law import attachment as law
from models.law.words import complaint_words, silence_words


@strawberry.type(description="Where, how and until when to complain.")
class ComplaintWay:
    body: str = strawberry.field(description="The body that receives the complaint: the one whose act it is.")
    due: date = strawberry.field(description="The last day for it: three months from learning of the act, or from the end of the term.")
    text: str = strawberry.field(description="The way of complaint in words, with terms and paragraphs.")

    @classmethod
    def of(cls, clinic: Clinic, day: date, language: Any) -> "ComplaintWay":
        """The way of complaint against an act of a clinic that was learnt of on a day."""
        name = clinic.name_in(language)
        return cls(body=name, due=law.complaint_due(day), text=complaint_words(name, day, language))

    @classmethod
    def of_silence(cls, clinic: Clinic, term_ended: date, language: Any) -> "ComplaintWay":
        """The way of complaint where a clinic did not answer by the end of a term."""
        name = clinic.name_in(language)
        return cls(body=name, due=law.complaint_due(law.silence_learned(term_ended)), text=silence_words(name, term_ended, language))


@strawberry.type(description="A lawful refusal: its ground of the closed list, reasons and the way of complaint.")
class Refusal:
    ground: str = strawberry.field(description="The ground, by its name in the closed list.")
    text: str = strawberry.field(description="The ground in words.")
    rule: str | None = strawberry.field(description="The rule not met, where the ground names one.")
    rule_text: str | None = strawberry.field(description="The rule in words.")
    explanation: str = strawberry.field(description="The reasons, in the words of the clinic.")
    provision: Provision = strawberry.field(description="The paragraph of the ground.")
    complaint: ComplaintWay = strawberry.field(description="Where, how and until when to complain.")
