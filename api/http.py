"""POST /graphql, as the GraphQL-over-HTTP specification has it: media types, status codes, sizes, bearers.

`application/graphql-response+json` tells with its status what became of the request: 400 when the document did not run,
200 when it did. (The edition of September 2026 prefers 422 and 294 for some of these; every client knows 400 and 200.)
`application/json` says 200 for every well-formed request, as older clients expect. Cookies mean nothing here, so no other
site can make a browser act.
"""

import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api.context import context
from api.execution import Answer, Api, fault
from models.actor import NOBODY, Actor
from models.database import Away
from models.faults import where
from models.law import Language

log = logging.getLogger("emhana.api")
Authenticate = Callable[[str], Awaitable[Actor | None]]
LARGEST_BODY = 8 * 1024 * 1024
LARGEST_QUERY = 64 * 1024
DEEPEST_BODY = 64
LONGEST_LIST = 1000
RETRY_AFTER = 5
VARY = "Accept, Accept-Language, Authorization"
PLAIN, GRAPHQL = "application/json", "application/graphql-response+json"


@dataclass(frozen=True)
class Question:
    """A well-formed request: a document, the operation to run and its variables."""

    query: str
    operation: str | None
    variables: Mapping[str, Any]


class Declined(Exception):
    """The request is not served: a status and the code of the words."""

    def __init__(self, status: int, code: str, headers: Mapping[str, str] | None = None, **values: object) -> None:
        super().__init__(status, code)
        self.status, self.code, self.headers, self.values = status, code, dict(headers or {}), values


def route(api: Api, authenticate: Authenticate, path: str = "/graphql") -> Route:
    """The route of the API; `authenticate` finds out who a bearer speaks for."""
    return Route(path, Endpoint(api, authenticate))


class Endpoint:
    """One HTTP request: negotiated, authenticated, read, asked and answered."""

    def __init__(self, api: Api, authenticate: Authenticate) -> None:
        self.api, self.authenticate = api, authenticate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        trace = str(scope.get("state", {}).get("request_id") or uuid4().hex)
        language = preferred(request.headers.get("accept-language", ""))
        wanted = accepted(request.headers.get("accept"))
        media = wanted or GRAPHQL
        try:
            admit(request, wanted)
            response = await self._answered(request, media, language, trace)
        except Declined as declined:
            body = {"errors": [fault(declined.code, language or Language.KK, trace, **declined.values)]}
            response = rendered(body, media, declined.status, declined.headers)
        except Away:
            response = away(media, language or Language.KK, trace)
        except Exception as error:
            log.error("INTERNAL at /graphql, trace %s\n%s", trace, where(error))
            response = rendered({"errors": [fault("INTERNAL", language or Language.KK, trace)]}, media, 500)
        response.headers.update({"X-Request-Id": trace, "Cache-Control": "no-store", "Vary": VARY})
        await response(scope, receive, send)

    async def _answered(self, request: Request, media: str, language: Language | None, trace: str) -> Response:
        actor = await self._actor(request)
        question = read(await whole(request))
        asking = context(actor, language or actor.language, trace)
        answer = await self.api.ask(question.query, question.variables, asking, question.operation)
        if answer.away:
            return away(media, asking.language, trace)
        return rendered(answer.body(), media, status(answer, media))

    async def _actor(self, request: Request) -> Actor:
        """Who asks: nobody without a bearer; a bearer that is not known is refused and not taken for nobody."""
        header = request.headers.get("authorization")
        address = request.client.host if request.client else ""
        if header is None:
            return replace(NOBODY, address=address)
        scheme, _, token = header.partition(" ")
        actor = await self.authenticate(token.strip()) if scheme.lower() == "bearer" and token.strip() else None
        if actor is None:
            raise Declined(401, "BAD_BEARER", {"WWW-Authenticate": 'Bearer realm="emhana", error="invalid_token"'})
        return replace(actor, address=address)


def status(answer: Answer, media: str) -> int:
    """400 when nothing ran; older clients, who take only JSON, read it from the body."""
    return 200 if answer.executed or media == PLAIN else 400


def rendered(body: Mapping[str, Any], media: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """A GraphQL response in the media type agreed on."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return Response(text, status, {**(headers or {}), "Content-Type": f"{media}; charset=utf-8"})


def away(media: str, language: Language, trace: str) -> Response:
    """The database cannot be reached: nothing was answered, and when to ask again."""
    return rendered({"errors": [fault("DATABASE_AWAY", language, trace)]}, media, 503, {"Retry-After": str(RETRY_AFTER)})


def admit(request: Request, wanted: str | None) -> None:
    """Only a POST with a JSON body, from a client that takes one of our media types."""
    if request.method != "POST":
        raise Declined(405, "METHOD", {"Allow": "POST"})
    if wanted is None:
        raise Declined(406, "NOT_ACCEPTABLE")
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w-]+)", parameters.lower())
    if kind.strip().lower() != PLAIN or (charset and charset[1] not in ("utf-8", "utf8")):
        raise Declined(415, "MEDIA_TYPE", {"Accept": PLAIN})


def accepted(header: str | None) -> str | None:
    """The supported media type that the client likes best; ours, when it likes them alike or says nothing."""
    if not header or not header.strip():
        return GRAPHQL
    liked = dict(_weighted(header))
    scores = {media: liked.get(media, liked.get("application/*", liked.get("*/*", 0.0))) for media in (GRAPHQL, PLAIN)}
    best = max(scores, key=lambda media: scores[media])
    return best if scores[best] > 0 else None


def preferred(header: str) -> Language | None:
    """The language that the client likes best among the three."""
    liked = sorted(_weighted(header), key=lambda one: -one[1])
    wanted = [name.split("-")[0] for name, weight in liked if weight > 0]
    return next((Language(name) for name in wanted if name in set(Language)), None)


def _weighted(header: str) -> list[tuple[str, float]]:
    """The members of a header with their weights, in order."""
    found = []
    for member in header.lower().split(","):
        name, *parameters = (part.strip() for part in member.split(";"))
        weights = [one[2:] for one in parameters if one.startswith("q=")]
        try:
            found.append((name, float(weights[0]) if weights else 1.0))
        except ValueError:
            continue
    return found


async def whole(request: Request) -> bytes:
    """The body, refused as soon as it is known to be too large."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > LARGEST_BODY:
        raise Declined(413, "BODY_TOO_LARGE", most=LARGEST_BODY)
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST_BODY:
                raise Declined(413, "BODY_TOO_LARGE", most=LARGEST_BODY)
    except ClientDisconnect:
        raise Declined(400, "MALFORMED") from None
    return bytes(body)


def read(body: bytes) -> Question:
    """The question in a body: one object, no batches, every part of its kind."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise Declined(400, "MALFORMED") from None
    if isinstance(given, list):
        raise Declined(400, "NO_BATCHING")
    if not isinstance(given, dict) or deeper(given, DEEPEST_BODY):
        raise Declined(400, "MALFORMED")
    query, operation, variables = given.get("query"), given.get("operationName"), given.get("variables")
    if not isinstance(query, str) or not isinstance(operation, str | None):
        raise Declined(400, "MALFORMED")
    if not isinstance(variables, dict | None) or not isinstance(given.get("extensions"), dict | None):
        raise Declined(400, "MALFORMED")
    if len(query.encode("utf-8", "surrogatepass")) > LARGEST_QUERY:
        raise Declined(413, "QUERY_TOO_LARGE", most=LARGEST_QUERY)
    return Question(query, operation or None, variables or {})


def deeper(value: object, levels: int) -> bool:
    """Whether a JSON value is nested deeper than this many levels, or holds a list longer than anybody needs."""
    row: list[object] = [value]
    for _ in range(levels):
        if any(isinstance(one, list) and len(one) > LONGEST_LIST for one in row):
            return True
        row = [inner for outer in row for inner in _inner(outer)]
        if not row:
            return False
    return True


def _inner(value: object) -> list[object]:
    """What a JSON value holds."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
