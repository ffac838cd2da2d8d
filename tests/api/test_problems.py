"""Problems: every code has words in three languages, and every rule that forbids an act has a code."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from api.problems import OF_LAW, OF_REQUEST, Invalid, ProblemCode, from_impediment, of
from models import clock, texts
from models.law import Basis, Impediment, Language, Refused
from models.law.person import NumberFault

MODELS = Path(__file__).parents[2] / "models"


@pytest.mark.parametrize("language", Language)
def test_every_code_has_words(language: Language) -> None:
    needed = [f"problem.code.{code}" for code in OF_REQUEST] + [f"law.impediment.{code}.text" for code in OF_LAW]
    assert [key for key in needed if not texts.has(key, language)] == []


def test_every_impediment_that_the_models_name_has_a_code() -> None:
    named = re.compile(r"(?:[Ii]mpediment|_fault)\(\s*\"([A-Z_]+)\"")
    found = {code for file in MODELS.rglob("*.py") for code in named.findall(file.read_text("utf-8"))}
    assert found - set(ProblemCode) == set()


def test_everything_that_can_be_wrong_with_a_number_has_a_code() -> None:
    assert set(NumberFault) <= set(ProblemCode)


def test_several_mistakes_are_told_at_once_each_on_its_field() -> None:
    faults = [*Invalid(ProblemCode.REQUIRED, "address.house_number").faults, *Invalid(ProblemCode.TOO_LONG, "essence", most=10).faults]
    found = of(Invalid.together(faults), Language.EN)
    assert [(one.code, one.field) for one in found] == [("REQUIRED", ["address", "houseNumber"]), ("TOO_LONG", ["essence"])]
    assert "10" in found[1].message


def test_a_rule_that_forbids_is_told_with_its_paragraph() -> None:
    (problem,) = of(Refused(Impediment("NO_CONSENT", Basis("personal-data-law", "8"), ("consent",))), Language.EN)
    assert problem.field == ["consent"]
    assert problem.provision
    assert problem.provision.basis == "personal-data-law:8"
    assert problem.provision.source.number == "94-V"


def test_the_moment_from_which_an_act_is_possible_is_told() -> None:
    moment = datetime(2026, 9, 1, tzinfo=clock.ZONE)
    impediment = Impediment("CAMPAIGN_CLOSED", Basis("rules-194", "11"), allowed_from=moment)
    assert from_impediment(impediment, Language.EN).allowed_from == moment
