"""POST /graphql as GraphQL-over-HTTP has it: media types, status codes, sizes, bearers, languages, trace ids."""

import json
import logging
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from api.http import GRAPHQL, LARGEST_BODY, LARGEST_QUERY, PLAIN, accepted, preferred, route
from models.law import Language
from tests.api.small import API, SECRET, client, known

BOTH = f"{GRAPHQL}, {PLAIN};q=0.9"


async def sent(method: str = "POST", content: bytes = b'{"query": "{ spoken }"}', **headers: str) -> httpx.Response:
    """One request as raw as can be."""
    named = {"content-type": PLAIN, "accept": GRAPHQL} | {name.replace("_", "-"): value for name, value in headers.items()}
    transport = httpx.ASGITransport(Starlette(routes=[route(API, known)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        http.headers.pop("accept")
        return await http.request(method, "/graphql", content=content, headers={k: v for k, v in named.items() if v})


def body(**parts: Any) -> bytes:
    return json.dumps(parts).encode()


STATUSES = [
    ("what runs is answered 200", body(query="{ spoken }"), {}, 200, 200),
    ("a field that fails is still an answer", body(query="{ broken }"), {}, 200, 200),
    ("a document that cannot be parsed did not run", body(query="{"), {}, 400, 200),
    ("an empty document did not run", body(query=""), {}, 400, 200),
    ("a document that is not valid did not run", body(query="{ nothing }"), {}, 400, 200),
    ("a document that asks for too much did not run", body(query="{ shelf(first: 99999) { name } }"), {}, 400, 200),
    ("an operation that is not there did not run", body(query="query a { spoken }", operationName="b"), {}, 400, 200),
    ("several operations and no name did not run", body(query="query a { spoken } query b { spoken }"), {}, 400, 200),
    (
        "variables that do not fit did not run",
        body(query="query ($n: Int!) { shelf(first: $n) { name } }", variables={"n": "many"}),
        {},
        400,
        200,
    ),
    ("a subscription is not in the schema", body(query="subscription { spoken }"), {}, 400, 200),
    ("no JSON is no request", b"NONSENSE", {}, 400, 400),
    ("JSON cut short is no request", b'{"query":', {}, 400, 400),
    ("JSON nested too deeply is no request", b"[" * 100_000, {}, 400, 400),
    (
        "variables nested too deeply are no request",
        body(query="{ spoken }", variables=json.loads('{"a":' * 80 + "1" + "}" * 80)),
        {},
        400,
        400,
    ),
    ("a list of a thousand things runs", body(query="{ spoken }", variables={"x": [1] * 1000}), {}, 200, 200),
    ("a list longer than that is no request", body(query="{ spoken }", variables={"x": [1] * 1001}), {}, 400, 400),
    ("a long list far inside is no request", body(query="{ spoken }", variables={"x": [{"y": [[1] * 1001]}]}), {}, 400, 400),
    ("half a letter in the query did not run", body(query='{ spoken(x: "\ud800") }'), {}, 400, 200),
    ("half a letter among the variables harms nobody", body(query="{ spoken }", variables={"x": "\ud800"}), {}, 200, 200),
    ("a page of four thousand digits did not run", body(query="{ shelf(first: " + "9" * 4400 + ") { name } }"), {}, 400, 200),
    ("another word for query is no request", body(qeury="{ spoken }"), {}, 400, 400),
    ("a query that is no text is no request", body(query=7), {}, 400, 400),
    ("variables that are a list are no request", body(query="{ spoken }", variables=[7]), {}, 400, 400),
    ("an operation name that is a number is no request", body(query="{ spoken }", operationName=7), {}, 400, 400),
    ("extensions that are a text are no request", body(query="{ spoken }", extensions="x"), {}, 400, 400),
    ("a batch is no request", b'[{"query": "{ spoken }"}]', {}, 400, 400),
    ("a form is no request", b"query=%7Bspoken%7D", {"content_type": "application/x-www-form-urlencoded"}, 415, 415),
    ("a body of no type is no request", body(query="{ spoken }"), {"content_type": ""}, 415, 415),
    ("another alphabet is not read", body(query="{ spoken }"), {"content_type": f"{PLAIN}; charset=utf-16"}, 415, 415),
    ("a query text too large", body(query="{ spoken } #" + "x" * LARGEST_QUERY), {}, 413, 413),
    ("a body too large", body(query="{ spoken }", variables={"x": "x" * LARGEST_BODY}), {}, 413, 413),
    ("an unknown bearer is nobody's", body(query="{ spoken }"), {"authorization": "Bearer stolen"}, 401, 401),
    ("no other scheme is known", body(query="{ spoken }"), {"authorization": "Basic YTph"}, 401, 401),
    ("an empty bearer is nobody's", body(query="{ spoken }"), {"authorization": "Bearer "}, 401, 401),
    ("a database that is away is no answer", body(query="{ gone }"), {}, 503, 503),
    ("a database that is away knows nobody", body(query="{ spoken }"), {"authorization": "Bearer away"}, 503, 503),
]


@pytest.mark.parametrize(("content", "headers", "status", "legacy"), [one[1:] for one in STATUSES], ids=[one[0] for one in STATUSES])
async def test_the_status_tells_what_became_of_the_request(content: bytes, headers: dict[str, str], status: int, legacy: int) -> None:
    for media, expected in ((GRAPHQL, status), (PLAIN, legacy)):
        response = await sent(content=content, accept=media, **headers)
        assert response.status_code == expected
        assert response.headers["content-type"] == f"{media}; charset=utf-8"
        told = response.json()
        assert ("data" in told) == (status == 200)
        assert all(error["message"] and error["extensions"]["traceId"] for error in told.get("errors", []))
        assert SECRET not in response.text


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
async def test_only_post_is_served(method: str) -> None:
    response = await sent(method)
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("header", "media"),
    [
        (None, GRAPHQL),
        ("*/*", GRAPHQL),
        ("application/*", GRAPHQL),
        (PLAIN, PLAIN),
        (BOTH, GRAPHQL),
        (f"{PLAIN}, {GRAPHQL}", GRAPHQL),
        (f"{PLAIN}, {GRAPHQL};q=0.5", PLAIN),
        (f"{PLAIN};q=0, */*", GRAPHQL),
        ("text/html", None),
        (f"{GRAPHQL};q=0", None),
        (f"{PLAIN};q=many", None),
    ],
)
def test_the_answer_comes_in_the_media_type_that_the_client_likes_best(header: str | None, media: str | None) -> None:
    assert accepted(header) == media


async def test_a_client_that_takes_neither_media_type_gets_406() -> None:
    assert (await sent(accept="text/html")).status_code == 406


async def test_a_client_that_says_nothing_gets_the_new_media_type() -> None:
    assert (await sent(accept="")).headers["content-type"].startswith(GRAPHQL)


@pytest.mark.parametrize(
    ("header", "language"),
    [("ru-KZ, kk;q=0.9", Language.RU), ("de, en;q=0.5, kk;q=0.7", Language.KK), ("de", None), ("", None), ("ru;q=0, en", Language.EN)],
)
def test_the_caller_is_answered_in_the_language_it_likes_best(header: str, language: Language | None) -> None:
    assert preferred(header) == language


async def test_refusals_are_told_in_the_language_of_the_caller() -> None:
    async with client(accept=GRAPHQL) as ask:
        words = {language: (await ask("{ ledger }", accept_language=language)).json()["errors"][0]["message"] for language in Language}
    assert words == {"kk": "Мұны істеу үшін жүйеге кіріңіз.", "ru": "Войдите, чтобы это сделать.", "en": "Sign in to do this."}


async def test_without_a_wish_a_signed_in_caller_is_answered_in_its_own_language_and_anyone_in_kazakh() -> None:
    async with client(accept=GRAPHQL) as ask:
        assert (await ask("{ spoken }")).json()["data"] == {"spoken": "kk kk None"}
        told = await ask("{ spoken }", authorization="Bearer citizen", accept_language="en")
        assert told.json()["data"] == {"spoken": "en en CITIZEN"}


async def test_an_unknown_bearer_is_told_how_to_authenticate() -> None:
    response = await sent(authorization="Bearer stolen")
    assert response.headers["www-authenticate"].startswith("Bearer ")


async def test_a_cookie_signs_nobody_in() -> None:
    response = await sent(cookie="session=citizen; citizen=citizen")
    assert response.json()["data"] == {"spoken": "kk kk None"}


async def test_when_the_database_is_away_the_caller_is_told_when_to_ask_again() -> None:
    response = await sent(content=body(query="{ gone spoken }"))
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    assert response.json()["errors"][0]["extensions"]["code"] == "DATABASE_AWAY"


async def test_what_fails_is_masked_and_found_in_the_log_by_its_trace_id(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        response = await sent(content=body(query="{ broken spoken }"), accept_language="en")
    (error,) = response.json()["errors"]
    trace = response.headers["x-request-id"]
    assert error["extensions"] == {"code": "INTERNAL", "traceId": trace}
    assert error["path"] == ["broken"]
    assert response.json()["data"] == {"broken": None, "spoken": "en en None"}
    assert SECRET not in response.text
    assert trace in caplog.text
    assert "in broken" in caplog.text
    assert SECRET not in caplog.text


async def test_nothing_is_kept_by_caches_on_the_way() -> None:
    assert (await sent()).headers["cache-control"] == "no-store"


async def test_a_body_without_a_length_is_refused_once_it_is_too_large() -> None:
    sent_parts = 0

    async def endless() -> Any:
        nonlocal sent_parts
        while True:
            sent_parts += 1
            yield b" " * 1024 * 1024

    transport = httpx.ASGITransport(Starlette(routes=[route(API, known)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        response = await http.post("/graphql", content=endless(), headers={"content-type": PLAIN})
    assert response.status_code == 413
    assert sent_parts <= LARGEST_BODY // (1024 * 1024) + 2
