"""The readable lines of an appeal, as they are signed, in the three languages."""

from models import texts
from models.appeal_facts import Wanted
from models.law import Language
from models.law.words import day_words


def summary(asked: Wanted, *, named: bool = True) -> dict[str, list[str]]:
    """What the person signs; a partner system learns no name from an IIN."""
    return {language.value: _lines(asked, named, language.value) for language in Language}


def _lines(asked: Wanted, named: bool, language: str) -> list[str]:
    def said(key: str) -> str:
        return texts.text(key, language)

    body, patient = asked.authority or asked.clinic, asked.patient
    who = "" if patient is None else f"{patient.full_name}, {patient.iin}" if named else patient.iin
    pairs = [
        ("act", said("signing.act.fileAppeal")),
        ("appeal_kind", said(f"law.appeal_kind.{asked.kind}")),
        ("patient", who),
        ("appeal_body", body.name_in(language)),
        ("about", asked.about.number if asked.about else ""),
        ("complained_of", asked.complained_of),
        ("essence", asked.essence),
        ("learned_on", day_words(asked.learned_on, language) if asked.learned_on else ""),
        ("restore", asked.restore_words),
        ("postal_address", asked.postal_address),
        ("phone", asked.phone),
        ("answer_ways", "; ".join(said(f"law.appeal_way.{one}") for one in asked.ways)),
        ("files", str(len(asked.files)) if asked.files else ""),
    ]
    return [f"{said(f'signing.label.{name}')}: {value}" for name, value in pairs if value]
