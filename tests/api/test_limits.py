"""Query bombs: each is refused, fast, and in time that grows no faster than the bomb."""

import time

import pytest
from graphql import get_introspection_query, parse

from api.execution import Api
from api.limits import MAXIMUM, Limit, Measure, measure
from api.schema import build
from tests.api.small import API, MUTATIONS, QUERIES, asking

FAST = 0.25  # seconds, on a machine that also runs everybody else's tests


def measured(text: str, **variables: int) -> Measure:
    return measure(API.schema, parse(text), variables)


def doubling(levels: int) -> str:
    """Fragments of which each spreads the next twice: 2 to the power of `levels` fields."""
    chain = "".join(f"fragment f{i} on Shelf {{ ...f{i + 1} ...f{i + 1} }}" for i in range(levels))
    return "{ shelf { ...f0 } }" + chain + f"fragment f{levels} on Shelf {{ name }}"


def within(levels: int) -> str:
    return "{within:" * levels + "{}" + "}" * levels


BOMBS = {
    "fragments that double 20 times": (doubling(20), "QUERY_TOO_COSTLY"),
    "fragments that double 60 times": (doubling(60), "QUERY_TOO_DEEP"),
    "aliases": ("{" + " ".join(f"a{i}: spoken" for i in range(51)) + "}", "QUERY_TOO_MANY_ALIASES"),
    "ten thousand aliases": ("{" + " ".join(f"a{i}: spoken" for i in range(10_000)) + "}", "SYNTAX"),
    "aliases hidden in fragments": (
        "{ shelf { ...a ...a ...a ...a } } fragment a on Shelf { ...b ...b ...b ...b }"
        "fragment b on Shelf { w: name x: name y: name z: name }",
        "QUERY_TOO_MANY_ALIASES",
    ),
    "equal fields": ("{ shelf {" + " name" * 900 + "} }", "QUERY_TOO_MANY_FIELDS"),
    "a deep query": ("{ shelf {" + "beside {" * 40 + "name" + "}" * 42, "QUERY_TOO_DEEP"),
    "a query deeper than the stack": ("{ shelf {" + "beside {" * 300 + "name" + "}" * 302, "SYNTAX"),
    "depth hidden in fragments": (
        "{ shelf { ...f0 } }"
        + "".join(f"fragment f{i} on Shelf {{ beside {{ ...f{i + 1} }} }}" for i in range(40))
        + "fragment f40 on Shelf { name }",
        "QUERY_TOO_DEEP",
    ),
    "lists in lists": ("{ shelf { books { parts { parts { parts { title } } } } } }", "QUERY_TOO_COSTLY"),
    "a page of a billion": ("{ shelf(first: 1000000000) { name } }", "QUERY_TOO_COSTLY"),
    "fragments in a circle": (
        "{ shelf { ...a } } fragment a on Shelf { ...b } fragment b on Shelf { beside { ...a } }",
        "INVALID_DOCUMENT",
    ),
    "a thousand directives": ("{ spoken " + "@skip(if: false) " * 1000 + "}", "SYNTAX"),
    "unknown directives": ("{ spoken " + "@a " * 450 + "}", "INVALID_DOCUMENT"),
    "a deep input object": ("{ shelf(place: " + within(400) + ") { name } }", "SYNTAX"),
    "__schema in itself": ("{ __schema { types {" + " fields { type {" * 6 + " name" + " } }" * 6 + " } } }", "QUERY_TOO_COSTLY"),
    "__schema in itself, three times": (
        "{ __schema { types {" + " fields { type {" * 3 + " name" + " } }" * 3 + " } } }",
        "INVALID_DOCUMENT",
    ),
    "__schema many times": (
        "{" + " ".join(f"s{i}: __schema {{ types {{ fields {{ args {{ type {{ name }} }} }} }} }}" for i in range(45)) + "}",
        "QUERY_TOO_COSTLY",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_is_refused_before_anything_runs_and_fast(name: str) -> None:
    text, code = BOMBS[name]
    api = Api(build(QUERIES, MUTATIONS))
    await api.ask("{ spoken }", {}, asking())
    begun = time.process_time()
    answer = await api.ask(text, {}, asking())
    assert time.process_time() - begun < FAST
    assert not answer.executed
    assert answer.data is None
    assert code in {error["extensions"]["code"] for error in answer.errors}


def test_measuring_grows_with_the_length_of_the_document_and_not_with_what_it_asks_for() -> None:
    def spent(levels: int) -> float:
        document = parse(doubling(levels))
        begun = time.process_time()
        for _ in range(20):
            measure(API.schema, document, {})
        return time.process_time() - begun

    assert spent(55) < 20 * max(spent(11), 0.001)


def test_aliases_in_a_fragment_count_each_time_it_is_spread() -> None:
    assert measured("{ shelf { ...a ...a } } fragment a on Shelf { x: name y: name }").aliases == 4


def test_a_list_costs_its_page_and_a_variable_costs_its_value() -> None:
    text = "query ($n: Int = 7) { readers(first: $n) { nodes { surname } } }"
    assert measured(text).cost == 1 + 7 * 2
    assert measured(text, n=50).cost == 1 + 50 * 2
    assert measured("{ readers { nodes { surname } } }").cost == 1 + 20 * 2
    assert measured("query ($n: Int!) { readers(first: $n) { nodes { surname } } }").cost == 1 + 100 * 2


def test_a_count_costs_more_than_a_field() -> None:
    assert measured("{ readers(first: 1) { totalCount } }").cost > 20


def test_the_usual_introspection_is_within_the_limits_and_has_its_cost() -> None:
    found = measured(get_introspection_query(descriptions=True))
    assert not found.exceeded()
    assert found.depth == 0
    assert 100 < found.cost < MAXIMUM[Limit.COST]


def test_with_several_operations_only_the_one_that_will_run_is_measured() -> None:
    document = parse("query a { spoken } query b { shelf { books { parts { parts { title } } } } }")
    assert measure(API.schema, document, {}, "a").cost == 1
    assert measure(API.schema, document, {}, "b").cost > 1_000
    assert measure(API.schema, document, {}).cost > 1_000


async def test_the_cost_is_told_with_every_answer_and_with_the_refusal_too() -> None:
    for text in ("{ spoken }", "{ shelf(first: 100000) { name } }", "{ nothing }"):
        answer = await API.ask(text, {}, asking())
        assert answer.extensions["cost"]["maximum"] == MAXIMUM[Limit.COST]
        assert answer.extensions["cost"]["requested"] >= 1


async def test_a_document_seen_before_is_neither_parsed_nor_validated_again() -> None:
    api = Api(build(QUERIES, MUTATIONS))
    await api.ask("{ spoken }", {}, asking())
    kept = api.sound["{ spoken }"]
    await api.ask("{ spoken }", {}, asking())
    assert api.sound["{ spoken }"] is kept


async def test_only_sound_documents_are_kept_and_not_without_end() -> None:
    api = Api(build(QUERIES, MUTATIONS))
    for text in ("{", "{ nothing }", doubling(20)):
        await api.ask(text, {}, asking())
    assert not api.sound
    for number in range(200):
        await api.ask(f"{{ a{number}: spoken }}", {}, asking())
    assert len(api.sound) == 128
    assert "{ a199: spoken }" in api.sound
