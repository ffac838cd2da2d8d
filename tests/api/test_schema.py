"""The public schema: written down, described to the last argument, and without a field that names no callers."""

import pytest

from api.description import undescribed
from api.root import ANYONE, query
from api.schema import FILE, build, schema, sdl
from tests.api.small import MUTATIONS, QUERIES


def test_schema_graphql_is_what_is_served() -> None:
    assert FILE.read_text("utf-8") == sdl(), "run `python -m api.schema` and look at the difference"


def test_everything_in_the_public_schema_is_described() -> None:
    assert undescribed(schema) == []


def test_everything_around_the_services_is_described_too() -> None:
    assert undescribed(build(QUERIES, MUTATIONS)) == []


def test_a_field_that_names_no_callers_stops_the_process() -> None:
    async def open_to_all() -> None:
        """A field."""

    with pytest.raises(TypeError, match="callers"):
        query(into=[])(open_to_all)


def test_a_field_without_words_stops_the_process() -> None:
    async def wordless() -> None: ...

    with pytest.raises(TypeError, match="docstring"):
        query(ANYONE, into=[])(wordless)
