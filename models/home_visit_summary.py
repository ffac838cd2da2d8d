"""The readable lines of a call, as they are signed, in the three languages."""

from models import texts
from models.clinic import Clinic
from models.home_visit import address_line
from models.home_visit_facts import Wanted
from models.law import Language


def summary(asked: Wanted, clinic: Clinic | None, *, named: bool = True) -> dict[str, list[str]]:
    """What the person signs; a partner system learns neither a name nor a clinic from an IIN."""
    return {language.value: _lines(asked, clinic, named, language.value) for language in Language}


def _lines(asked: Wanted, clinic: Clinic | None, named: bool, language: str) -> list[str]:
    def said(key: str) -> str:
        return texts.text(key, language)

    ways_in = [
        f"{said(f'signing.label.{part}')} {asked.address[part]}" for part in ("entrance", "floor", "intercom") if asked.address.get(part)
    ]
    pairs = [
        ("act", said("signing.act.callDoctor")),
        ("patient", f"{asked.patient.full_name}, {asked.patient.iin}" if named else asked.patient.iin),
        ("clinic", clinic.name_in(language) if clinic else ""),
        ("danger", "; ".join(said(f"law.danger_sign.{sign}") for sign in asked.signs)),
        ("indications", "; ".join(said(f"law.indication.{one}") for one in asked.indications)),
        ("own_words", asked.words),
        ("address", ", ".join([address_line(asked.address), *ways_in])),
        ("arrival", asked.arrival),
        ("phone", asked.phone),
    ]
    return [f"{said(f'signing.label.{name}')}: {value}" for name, value in pairs if value]
