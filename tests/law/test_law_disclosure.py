"""Who is shown what: the least that each role's work needs (product, 8), and nothing to whoever has not signed in."""

import pytest

from models.law import Language, Role, tables
from models.law.disclosure import DISCLOSED, Fact, disclosed
from models.texts import text

TOLD = {
    Role.CITIZEN: {Fact.CONTACTS, Fact.CALL_REASON, Fact.FINDINGS},
    Role.REGISTRAR: {Fact.CONTACTS, Fact.CALL_REASON},
    Role.DOCTOR: {Fact.CONTACTS, Fact.CALL_REASON, Fact.FINDINGS},
    Role.HEAD: {Fact.CONTACTS, Fact.CALL_REASON, Fact.FINDINGS},
    Role.APPEALS_OFFICER: {Fact.CONTACTS},
    Role.ADMINISTRATOR: set(),
    Role.CONTACT_CENTRE: {Fact.CONTACTS},
    Role.AUTHORITY: {Fact.CONTACTS},
    Role.PARTNER: {Fact.CONTACTS, Fact.CALL_REASON},
}


@pytest.mark.parametrize("role", TOLD)
def test_each_role_is_shown_what_its_work_needs(role: Role) -> None:
    assert {fact for fact in Fact if disclosed(fact, role)} == TOLD[role]


def test_whoever_has_not_signed_in_is_shown_nothing() -> None:
    assert not any(disclosed(fact, None) for fact in Fact)


@pytest.mark.parametrize("language", Language)
def test_the_table_prints_every_fact_with_its_roles_as_a_proposal(language: Language) -> None:
    rows = {row.key: row for row in tables.disclosures(language)}
    assert list(rows) == list(DISCLOSED) and not any(row.confirmed for row in rows.values())
    for fact, row in rows.items():
        for role in TOLD:
            assert (text(f"law.role.{role}", language) in row.shown_to.split(", ")) is (Fact(fact) in TOLD[role]), (fact, role)
        assert text("law.role.SYSTEM", language) not in row.shown_to.split(", ")
