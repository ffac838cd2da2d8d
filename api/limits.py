"""What one query may ask for: depth, cost, aliases, fields and tokens, known before it runs.

One pass, linear in the document: every fragment is measured once and counted wherever it is spread, so neither nested
spreads nor aliases inside fragments can hide. The measuring stops at a level no honest document reaches; circles are left
to validation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

MAX_TOKENS = 1_000
PAGE = 20
LARGEST_PAGE = 100
COUNTING = 20
# Fields that cost more than a row of theirs: counting, making a file, computing over a clinic's times.
DEAR = {
    "totalCount": COUNTING, "calendarFile": 40, "forbiddenTimes": 60, "freeDays": 20, "specialties": 30, "forbidding": 5, "callBoard": 40,
    "callRound": 20, "pdf": 100, "clinicFigures": 60, "openFigures": 200,
}  # fmt: skip
INTROSPECTED = 5
_ENOUGH = 10**9
_LEVELS = 60


class Limit(StrEnum):
    """What is limited, as the code of the refusal."""

    DEPTH = "QUERY_TOO_DEEP"
    COST = "QUERY_TOO_COSTLY"
    ALIASES = "QUERY_TOO_MANY_ALIASES"
    FIELDS = "QUERY_TOO_MANY_FIELDS"


MAXIMUM: Mapping[Limit, int] = {Limit.DEPTH: 12, Limit.COST: 10_000, Limit.ALIASES: 50, Limit.FIELDS: 500}


@dataclass(frozen=True)
class Measure:
    """What a selection asks for; numbers stop growing once they are certainly too large."""

    depth: int = 0
    cost: int = 0
    aliases: int = 0
    fields: int = 0

    def beside(self, other: "Measure") -> "Measure":
        """Two selections of one object."""
        return Measure(
            max(self.depth, other.depth),
            min(self.cost + other.cost, _ENOUGH),
            min(self.aliases + other.aliases, _ENOUGH),
            min(self.fields + other.fields, _ENOUGH),
        )

    def or_else(self, other: "Measure") -> "Measure":
        """One of two operations, not known which: the larger of each."""
        return Measure(
            max(self.depth, other.depth),
            max(self.cost, other.cost),
            max(self.aliases, other.aliases),
            max(self.fields, other.fields),
        )

    def exceeded(self) -> list[Limit]:
        """The limits that are exceeded."""
        asked = {Limit.DEPTH: self.depth, Limit.COST: self.cost, Limit.ALIASES: self.aliases, Limit.FIELDS: self.fields}
        return [limit for limit in Limit if asked[limit] > MAXIMUM[limit]]


def measure(schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any], operation: str | None = None) -> Measure:
    """What the operation that will run asks for; with several and no name given, the dearest of them all."""
    total = Measure()
    for one in document.definitions:
        if isinstance(one, OperationDefinitionNode) and operation in (None, one.name and one.name.value):
            measuring = _Measuring(schema, document, _known(one, variables))
            total = total.or_else(measuring.selection(one.selection_set, schema.get_root_type(one.operation)))
    return total


def _known(operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> dict[str, int]:
    """The whole numbers among the variables, defaults included: page sizes are there."""
    known = {
        one.variable.name.value: _whole(one.default_value.value)
        for one in operation.variable_definitions or ()
        if isinstance(one.default_value, IntValueNode)
    }
    return known | {name: value for name, value in variables.items() if type(value) is int}


def _whole(digits: str) -> int:
    """A whole number of a document; one of very many digits is as good as the largest."""
    return int(digits) if len(digits) < 10 else MAXIMUM[Limit.COST]


class _Measuring:
    """One operation being measured, with the fragments measured so far."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, known: Mapping[str, int]) -> None:
        self.schema, self.known = schema, known
        self.fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
        self.measured: dict[str, Measure] = {}
        self.level = 0

    def selection(self, chosen: SelectionSetNode | None, parent: GraphQLNamedType | None) -> Measure:
        """What a selection set asks for."""
        if self.level > _LEVELS:
            return Measure(depth=_ENOUGH)
        self.level += 1
        total = Measure()
        selections: Sequence[SelectionNode] = chosen.selections if chosen else ()
        for one in selections:
            total = total.beside(self._one(one, parent))
        self.level -= 1
        return total

    def _one(self, node: SelectionNode, parent: GraphQLNamedType | None) -> Measure:
        if isinstance(node, FieldNode):
            return self._field(node, parent)
        if isinstance(node, InlineFragmentNode):
            condition = node.type_condition
            return self.selection(node.selection_set, self.schema.get_type(condition.name.value) if condition else parent)
        return self._fragment(node.name.value)  # type: ignore[attr-defined]

    def _fragment(self, name: str) -> Measure:
        """A fragment, measured once; while it is being measured it counts nothing, so a circle ends."""
        if name not in self.measured and name in self.fragments:
            self.measured[name] = Measure()
            fragment = self.fragments[name]
            self.measured[name] = self.selection(fragment.selection_set, self.schema.get_type(fragment.type_condition.name.value))
        return self.measured.get(name, Measure())

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Measure:
        """A field: one for itself, and its selection as many times as it may be answered."""
        name = node.name.value
        field: GraphQLField | None = self.schema.get_field(parent, name) if parent is not None else None  # type: ignore[arg-type]
        within = self.selection(node.selection_set, get_named_type(field.type) if field else None)
        own = DEAR.get(name, 1)
        introspection = name.startswith("__")
        depth = 0 if introspection else within.depth + bool(node.selection_set)
        cost = min(own + self._times(node, field, parent) * within.cost, _ENOUGH)
        return Measure(depth, cost, min(within.aliases + bool(node.alias), _ENOUGH), min(within.fields + 1, _ENOUGH))

    def _times(self, node: FieldNode, field: GraphQLField | None, parent: GraphQLNamedType | None) -> int:
        """How many objects a field may answer: its page, a guess for a list, and one for the rows of a page already counted."""
        if field is None:
            return 1
        if "first" in field.args:
            return self._page(node)
        if not is_list_type(get_nullable_type(field.type)) or node.name.value in ("edges", "nodes"):
            return 1
        return INTROSPECTED if parent is not None and parent.name.startswith("__") else PAGE

    def _page(self, node: FieldNode) -> int:
        """The page asked for; the usual one when none is, and the largest when that cannot be known."""
        for argument in node.arguments or ():
            if argument.name.value == "first":
                value = argument.value
                if isinstance(value, IntValueNode):
                    return max(_whole(value.value), 1)
                return max(self.known.get(value.name.value, LARGEST_PAGE), 1) if isinstance(value, VariableNode) else LARGEST_PAGE
        return PAGE
