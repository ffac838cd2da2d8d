"""Running documents: parse, measure, validate, execute, and answer with nothing of our insides.

`Api.ask` serves strangers, within the limits; `Api.run` serves documents that were prepared when the process started.
"""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any, TypeGuard

import strawberry
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, execute, parse, specified_rules
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext, validate_document
from tortoise.models import Model

from api import problems
from api.context import Context
from api.limits import MAX_TOKENS, MAXIMUM, Limit, Measure, measure
from api.problems import Invalid
from models import texts
from models.database import Away
from models.faults import where
from models.law import Language, Refused

log = logging.getLogger("emhana.api")
_RULES = tuple(specified_rules)
_KEPT = 128


@dataclass(frozen=True)
class Answer:
    """What was answered: `executed` is false when nothing ran, `away` says that the database could not be reached."""

    data: dict[str, Any] | None = None
    errors: list[dict[str, Any]] = field(default_factory=list)
    extensions: dict[str, Any] = field(default_factory=dict)
    executed: bool = True
    away: bool = False

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The problems of every payload, as the document selected them."""
        payloads = [value for value in (self.data or {}).values() if isinstance(value, dict)]
        return [one for payload in payloads for one in payload.get("problems") or ()]

    def body(self) -> dict[str, Any]:
        """The answer as it goes over the wire: no `data` when nothing ran, no `errors` when there are none."""
        parts = {"data": self.data, "errors": self.errors, "extensions": self.extensions}
        return {name: part for name, part in parts.items() if part or (name == "data" and self.executed)}


class Api:
    """A schema and the documents it has found sound: one seen before is neither parsed nor validated again.

    Only documents within the limits are kept, so nobody fills the memory with bombs.
    """

    def __init__(self, schema: strawberry.Schema) -> None:
        self.schema: GraphQLSchema = schema._schema
        self.sound: OrderedDict[str, DocumentNode] = OrderedDict()

    async def ask(self, text: str, variables: Mapping[str, Any], context: Context, operation: str | None = None) -> Answer:
        """Run a stranger's document, if it is within the limits and valid; its cost is told either way."""
        try:
            document = self.sound.get(text) or parse(text, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_TOKENS)
        except GraphQLError as error:
            return self.refuse([error], context, "SYNTAX")
        asked = measure(self.schema, document, variables, operation)
        extensions = {"cost": {"requested": asked.cost, "maximum": MAXIMUM[Limit.COST]}}
        if asked.exceeded():
            return Answer(None, _over(asked, context), extensions, executed=False)
        errors = [] if text in self.sound else validate_document(self.schema, document, _RULES)
        if errors:
            return self.refuse(errors, context, "INVALID_DOCUMENT", extensions)
        self._keep(text, document)
        return await self.run(document, variables, context, operation, extensions)

    def _keep(self, text: str, document: DocumentNode) -> None:
        """Keep the documents used last."""
        self.sound[text] = document
        self.sound.move_to_end(text)
        while len(self.sound) > _KEPT:
            self.sound.popitem(last=False)

    async def run(
        self,
        document: DocumentNode,
        variables: Mapping[str, Any],
        context: Context,
        operation: str | None = None,
        extensions: dict[str, Any] | None = None,
    ) -> Answer:
        """Execute a valid document. Rows are awaitable in Tortoise, and here they are values."""
        result = execute(
            self.schema,
            document,
            context_value=context,
            variable_values=dict(variables),
            operation_name=operation,
            executor_class=StrawberryGraphQLCoreExecutionContext,
            is_awaitable=_is_awaitable,
            operation_extensions=None,
        )
        found: ExecutionResult = await result if isawaitable(result) else result
        if found.data is None and found.errors and all(error.path is None for error in found.errors):
            return self.refuse(found.errors, context, "INVALID_VARIABLES", extensions)
        errors = [presented(error, context) for error in found.errors or ()]
        return Answer(found.data, errors, extensions or {}, away=any(_away(error) for error in found.errors or ()))

    def refuse(self, errors: list[GraphQLError], context: Context, code: str, extensions: dict[str, Any] | None = None) -> Answer:
        """The answer to a document that did not run: what is wrong with it, under one code."""
        told = {"code": code, "traceId": context.request_id}
        return Answer(None, [{**error.formatted, "extensions": told} for error in errors], extensions or {}, executed=False)


def _is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    return not isinstance(value, Model) and optimized_is_awaitable(value)


def fault(code: str, language: Language, trace: str, **values: object) -> dict[str, Any]:
    """An error of the request as a whole, in the caller's language."""
    return {"message": texts.text(f"problem.fault.{code}", language, **values), "extensions": {"code": code, "traceId": trace}}


def _over(asked: Measure, context: Context) -> list[dict[str, Any]]:
    """Each limit exceeded, with what is allowed."""
    return [fault(limit, context.language, context.request_id, most=MAXIMUM[limit]) for limit in asked.exceeded()]


def presented(error: GraphQLError, context: Context) -> dict[str, Any]:
    """An error as the caller sees it: our own refusals as they are, anything else as a number to look up in the log."""
    original = error.original_error
    if isinstance(original, Refused | Invalid):
        return _declined(error, original, context)
    if original is None or isinstance(original, GraphQLError):
        shown = dict(error.formatted)
        return shown | {"extensions": {**(error.extensions or {}), "traceId": context.request_id}}
    code = "DATABASE_AWAY" if _away(error) else "INTERNAL"
    log.error("%s at %s, trace %s\n%s", code, error.path, context.request_id, where(original))
    masked = fault(code, context.language, context.request_id)
    return masked | {key: value for key, value in error.formatted.items() if key in ("path", "locations")}


def _declined(error: GraphQLError, cause: Refused | Invalid, context: Context) -> dict[str, Any]:
    """A field below a root field that was asked wrongly, such as a list after a place that never was: its code and words."""
    found = problems.of(cause, context.language)[0]
    extensions = {"code": found.code.value, "traceId": context.request_id}
    return dict(error.formatted) | {"message": found.message, "extensions": extensions}


def _away(error: GraphQLError) -> bool:
    return isinstance(error.original_error, Away)
