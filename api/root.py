"""Root fields: `@query` and `@mutation` name who may call and turn refusals into answers. Everything else is the resolver's.

The docstring of a resolver is the description of its field. ANYONE is written, never implied.
"""

import inspect
from collections.abc import Awaitable, Callable, Collection
from enum import Enum
from functools import wraps
from typing import Any, Literal, TypeVar

import strawberry
from graphql import GraphQLError
from strawberry.tools import create_type
from strawberry.types.base import StrawberryOptional
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from api import problems
from api.context import Context, Info
from api.idempotency import once
from api.ids import prefix
from api.limits import LARGEST_PAGE
from api.problems import Invalid, Problem, ProblemCode
from api.scalars import LONGEST_LIST, faults, too_long
from models import database
from models.actor import Actor
from models.law import Refused, Role

QUERIES: list[StrawberryField] = []
MUTATIONS: list[StrawberryField] = []

# What arguments of these names always are; any other argument says it itself.
USUAL = {
    "input": "What the act needs.",
    "id": "The global id.",
    "first": f"How many, from 1 to {LARGEST_PAGE}.",
    "after": "The cursor after which to go on: `endCursor` of the page before.",
}


class Anyone(Enum):
    """Who need not have signed in."""

    ANYONE = "ANYONE"


ANYONE: Literal[Anyone.ANYONE] = Anyone.ANYONE
Caller = Role | Literal[Anyone.ANYONE]
Told = Callable[[Actor, Any], Awaitable[None]]
Resolver = TypeVar("Resolver", bound=Callable[..., Awaitable[object]])


class Declined(GraphQLError):
    """A field that answers nothing, with a code and words for the caller: the only errors that are not masked."""

    def __init__(self, found: Problem) -> None:
        extensions: dict[str, Any] = {"code": found.code.value}
        if found.field:
            extensions["field"] = found.field
        super().__init__(found.message, extensions=extensions)


def query(
    *callers: Caller, returns: object = None, scope: str = "", deprecated: str | None = None, into: list[StrawberryField] = QUERIES
) -> Callable[[Resolver], Resolver]:
    """Make a resolver a field of Query for these callers; a partner also needs the scope, when one is named."""

    def register(resolver: Resolver) -> Resolver:
        @wraps(resolver)
        async def resolve(info: Info, **given: Any) -> object:
            try:
                admitted(info.context, callers, scope)
                _check(given)
                return await resolver(info, **given)
            except (Refused, Invalid) as cause:
                _decline(info, cause)
                return None

        _register(resolver, resolve, returns, deprecated, callers, into)
        return resolver

    return register


def mutation(
    *callers: Caller,
    returns: type,
    scope: str = "",
    deprecated: str | None = None,
    into: list[StrawberryField] = MUTATIONS,
    refused: Told | None = None,
) -> Callable[[Resolver], Resolver]:
    """Make a resolver a field of Mutation: one transaction, whose object or problems fill the payload.

    What `refused` does with the caller and the input stays, although the transaction of a refused act is undone.
    """

    def register(resolver: Resolver) -> Resolver:
        name = to_camel_case(resolver.__name__)

        @wraps(resolver)
        async def resolve(info: Info, **given: Any) -> object:
            subject, shown = _subject(returns)

            async def act() -> object:
                async with database.transaction():
                    return await once(info.context.actor, name, given, shown, lambda: resolver(info, **given))

            try:
                admitted(info.context, callers, scope)
                _check(given)
                await info.context.read_signature(given.get("input"))
                return returns(**{subject: await database.retrying(act), "problems": []})
            except (Refused, Invalid) as cause:
                if refused and isinstance(cause, Refused):
                    await refused(info.context.actor, given.get("input"))
                return returns(**{subject: None, "problems": problems.of(cause, info.context.language)})
            finally:
                info.context.forget_loaded()

        _register(resolver, resolve, returns, deprecated, callers, into)
        return resolver

    return register


def payload(shown: type, name: str = "") -> type:
    """The payload of acts on one type: the object, null when the act was not done, and the problems."""
    subject = name or prefix(shown.__name__)
    object_field = strawberry.field(graphql_type=shown | None, description="What the act was done on; null when it was not done.")
    problems_field = strawberry.field(graphql_type=list[Problem], description="Why the act was not done; empty when it was.")
    object_field.python_name, problems_field.python_name = subject, "problems"
    title = f"{to_camel_case(subject)[0].upper()}{to_camel_case(subject)[1:]}Payload"
    return create_type(title, [object_field, problems_field], description="The answer to an act: what it was done on, or why it was not.")


def _register(
    resolver: Callable[..., object],
    resolve: Callable[..., Awaitable[object]],
    returns: object,
    deprecated: str | None,
    callers: tuple[Caller, ...],
    into: list[StrawberryField],
) -> None:
    """A root field without callers or words is a fault of ours, found when the process starts."""
    if not callers or not resolver.__doc__:
        raise TypeError(f"{resolver.__name__} must name its callers and have a docstring")
    field = strawberry.field(
        resolver=resolve, description=inspect.cleandoc(resolver.__doc__), graphql_type=returns, deprecation_reason=deprecated
    )
    for argument in field.arguments:
        argument.description = argument.description or USUAL.get(argument.python_name)
    into.append(field)


def admitted(context: Context, callers: Collection[Caller], scope: str = "") -> None:
    """Only the callers named; a partner with the scope named. Anyone else is told so (`Invalid`)."""
    if ANYONE in callers:
        return
    role = context.actor.role
    if role is None:
        raise Invalid(ProblemCode.UNAUTHENTICATED)
    if role not in callers or (role is Role.PARTNER and scope and scope not in context.actor.scopes):
        raise Invalid(ProblemCode.FORBIDDEN)


def _check(given: dict[str, Any]) -> None:
    """What people typed wrong is told before the resolver runs; the name `input` is not part of a path."""
    long = next((path for name, value in given.items() for path in too_long(value, () if name == "input" else (name,))), None)
    if long is not None:
        raise Invalid(ProblemCode.TOO_MANY, ".".join(long), most=LONGEST_LIST)
    found = [one for name, value in given.items() for one in faults(value, () if name == "input" else (name,))]
    if found:
        raise Invalid.together(found)


def _decline(info: Info, cause: Refused | Invalid) -> None:
    """Nothing, for what is absent or hidden; otherwise an error with the words of the first problem."""
    found = problems.of(cause, info.context.language)[0]
    if found.code is ProblemCode.NOT_FOUND and isinstance(info.return_type, StrawberryOptional):
        return
    raise Declined(found)


def _subject(returns: Any) -> tuple[str, str]:
    """A payload's one object: the name of its field, and the name of its type, under which its row is loaded again."""
    (field,) = (one for one in returns.__strawberry_definition__.fields if one.python_name != "problems")
    kind = field.type.of_type if isinstance(field.type, StrawberryOptional) else field.type
    return str(field.python_name), str(getattr(kind, "__name__", ""))
