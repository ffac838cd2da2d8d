"""Documents of our own pages: parsed and validated once, when the process starts.

A mistake in one stops the process, not the citizen.
"""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError, NonNullTypeNode, OperationDefinitionNode, Undefined, parse, specified_rules, type_from_ast
from graphql.utilities import validate_input_value
from strawberry.schema.schema import validate_document
from strawberry.utils.str_converters import to_camel_case

from api.context import Context
from api.execution import Answer, Api
from api.problems import Fault, Problem, ProblemCode, from_fault


class Stored:
    """One operation, ready to run as often as it is called."""

    def __init__(self, text: str, api: Api | None = None) -> None:
        self.api = api or _published()
        self.document = parse(text)
        errors = validate_document(self.api.schema, self.document, tuple(specified_rules))
        if errors:
            raise ValueError("; ".join(error.message for error in errors) + f" in {text.strip()[:80]!r}")
        (self.operation,) = (one for one in self.document.definitions if isinstance(one, OperationDefinitionNode))

    @property
    def variables(self) -> list[str]:
        """The names of the variables."""
        return [one.variable.name.value for one in self.operation.variable_definitions or ()]

    async def __call__(self, variables: Mapping[str, Any], context: Context) -> Answer:
        """Run it; values that do not fit the input are problems on their fields, as if the act itself had told them."""
        found = self.faults(variables)
        if found:
            told = [_as_selected(from_fault(fault, context.language)) for fault in found]
            return Answer({self._root(): {"problems": told}}, executed=False)
        return await self.api.run(self.document, variables, context)

    def faults(self, variables: Mapping[str, Any]) -> list[Fault]:
        """What does not fit the types of the variables: what is missing, and what is of another kind."""
        found: list[Fault] = []
        for one in self.operation.variable_definitions or ():
            value = variables.get(one.variable.name.value, Undefined)
            if value is not Undefined or (one.default_value is None and isinstance(one.type, NonNullTypeNode)):
                found += _misfits(value, type_from_ast(self.api.schema, one.type), one.variable.name.value)
        return found

    def _root(self) -> str:
        field: Any = self.operation.selection_set.selections[0]
        return str((field.alias or field.name).value)


def _misfits(value: object, kind: Any, name: str) -> list[Fault]:
    """Where a value does not fit a type; the name `input` is not part of a path."""
    found: list[Fault] = []
    head = () if name == "input" else (name,)

    def tell(error: GraphQLError, path: list[str | int]) -> None:
        found.append(_fault(error, (*head, *map(str, path))))

    validate_input_value(value, kind, tell)
    return found


def _fault(error: GraphQLError, path: tuple[str, ...]) -> Fault:
    """A value that is absent is required; any other that does not fit is invalid."""
    absent = "required" in error.message or "non-null" in error.message
    return Fault(ProblemCode.REQUIRED if absent else ProblemCode.INVALID_VALUE, path)


def _as_selected(problem: Problem) -> dict[str, Any]:
    """A problem with every field that a document can select."""
    return {to_camel_case(name): value for name, value in vars(problem).items()}


def _published() -> Api:
    """The API of this process; imported late, for it is built from services, which may hold documents of their own."""
    from api.schema import published

    return published
