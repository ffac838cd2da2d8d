"""Acts by name: what can be asked about beforehand is what `ActInput` names, and each is a mutation of the same name."""

import dataclasses

from strawberry.utils.str_converters import to_camel_case

from api import schema
from api.act import ACTS
from api.act_input import ActInput


def test_every_act_that_an_input_can_name_can_be_rehearsed_and_no_other() -> None:
    assert {to_camel_case(one.name) for one in dataclasses.fields(ActInput)} == set(ACTS)


def test_every_act_that_can_be_rehearsed_is_the_mutation_of_its_name() -> None:
    mutations = schema.schema._schema.mutation_type
    assert mutations is not None and set(ACTS) <= set(mutations.fields)
    assert {to_camel_case(one.resolver.__name__) for one in ACTS.values()} == set(ACTS)


def test_a_partner_never_rehearses_an_act_without_a_scope() -> None:
    assert [name for name, one in ACTS.items() if "PARTNER" in one.roles and not one.scope] == []
