"""A sent form as the variables of a document: fields are named by dotted paths, the schema says what each is.

A value that cannot be what the schema wants is a problem with its field, like the problems of the API.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
)

from api.problems import Fault, ProblemCode

TRUE = frozenset({"true", "on", "1", "yes"})
FALSE = frozenset({"", "false", "off", "0", "no"})
LONGEST_LIST = 100
ABSENT = object()
Leaf: TypeAlias = GraphQLScalarType | GraphQLEnumType


@dataclass(frozen=True)
class File:
    """A file that came with a form."""

    name: str
    content: bytes

    def as_input(self) -> dict[str, str]:
        """A file as the API takes it: its name and its bytes in Base64."""
        return {"fileName": self.name, "content": base64.b64encode(self.content).decode()}


@dataclass
class Form:
    """What was sent: the values of each field in their order, and the files."""

    values: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, list[File]] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str | File]]) -> "Form":
        """A form of its parts as sent; an empty file field is no file."""
        form = cls()
        for name, value in pairs:
            if isinstance(value, str):
                form.values.setdefault(name, []).append(value)
            elif value.name:
                form.files.setdefault(name, []).append(value)
        return form

    def last(self, name: str) -> str:
        """The last value of a name, or empty: what a field that stands once was sent as."""
        return (self.values.get(name) or [""])[-1]

    def with_path(self, parameters: Mapping[str, str], prefix: str) -> "Form":
        """The same form where the parameters of the path stand, whatever was typed under their names."""
        return Form(self.values | {prefix + name: [value] for name, value in parameters.items()}, self.files)

    def below(self, path: str) -> bool:
        """Whether anything but emptiness was sent at a path or under it."""
        full = {name for name, values in self.values.items() if any(map(str.strip, values))} | set(self.files)
        return any(name == path or name.startswith(path + ".") for name in full)

    def indexes(self, path: str) -> list[int]:
        """The numbers of the items sent under a path: `documents.0.kind`, `documents.1.kind`."""
        rests = (name.removeprefix(path + ".") for name in (*self.values, *self.files) if name.startswith(path + "."))
        heads = {rest.partition(".")[0] for rest in rests}
        return sorted(int(head) for head in heads if len(head) <= 3 and head.isascii() and head.isdigit() and self.below(f"{path}.{head}"))


class Reader:
    """Reads one form by the schema's types, gathering what is wrong instead of stopping at the first fault."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.faults: list[Fault] = []

    def read(self, kind: GraphQLInputType, path: str) -> object:
        """The value of a type at a path, or ABSENT when nothing was sent and nothing is needed."""
        needed = isinstance(kind, GraphQLNonNull)
        bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        value = self._bare(bare, path, needed)
        if value is ABSENT and needed and not self._told(path):
            self._wrong(ProblemCode.REQUIRED, path)
        return value

    def _bare(self, kind: object, path: str, needed: bool) -> object:
        if isinstance(kind, GraphQLList):
            return self._list(kind.of_type, path, needed)
        if isinstance(kind, GraphQLInputObjectType):
            return self._object(kind, path, needed)
        if kind is GraphQLBoolean:
            return self._flag(path, needed)
        return self._one(cast(Leaf, kind), self._text(path), path)

    def _list(self, kind: GraphQLInputType, path: str, needed: bool) -> object:
        """Repeated names (ticked boxes, several files in one field), or items by their numbers."""
        bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(bare, GraphQLInputObjectType):
            found = [self.read(kind, f"{path}.{n}") for n in self.form.indexes(path)[: LONGEST_LIST + 1]]
            found += [file.as_input() for file in self.form.files.get(path, [])]
        else:
            sent = [text for text in map(_tidy, self.form.values.get(path, [])) if text]
            found = [self._one(cast(Leaf, bare), text, path) for text in sent[: LONGEST_LIST + 1]]
        if len(found) > LONGEST_LIST:
            self._wrong(ProblemCode.TOO_MANY, path, most=LONGEST_LIST)
        return found if found or needed else ABSENT

    def _object(self, kind: GraphQLInputObjectType, path: str, needed: bool) -> object:
        if path and not needed and not self.form.below(path):
            return ABSENT
        found: dict[str, object] = {}
        file = next(iter(self.form.files.get(path, [])), None) if {"fileName", "content"} <= set(kind.fields) else None
        if file:
            found |= file.as_input()
        for name, part in kind.fields.items():
            if name not in found:
                inner = f"{path}.{name}" if path else name
                value = self.read(part.type, inner) if self._asked(part.type, part.default_value, inner) else ABSENT
                found |= {} if value is ABSENT else {name: value}
        return found

    def _asked(self, kind: GraphQLInputType, default: object, path: str) -> bool:
        """Whether to read a part: not when nothing was sent and the schema has a default, which then holds.

        Not so a yes-or-no: a box left open is sent as nothing and means no, whatever the default.
        """
        bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        has_default = type(default).__name__ != "UndefinedType"
        return not has_default or bare is GraphQLBoolean or self.form.below(path)

    def _flag(self, path: str, needed: bool) -> object:
        """A ticked box is yes, one left open is not sent at all."""
        text = self._text(path).lower()
        if text not in TRUE | FALSE:
            return self._wrong(ProblemCode.INVALID_VALUE, path)
        if text == "" and path not in self.form.values and not needed:
            return ABSENT
        return text in TRUE

    def _one(self, kind: Leaf, text: str, path: str) -> object:
        """A scalar as the schema reads it; what is kept is the plain value that variables are made of."""
        if not text:
            return ABSENT
        if "\x00" in text:
            return self._wrong(ProblemCode.INVALID_VALUE, path)
        try:
            value = _plain(kind, text)
            kind.parse_value(value)
        except (GraphQLError, ValueError, TypeError):
            return self._wrong(ProblemCode.INVALID_VALUE, path)
        return value

    def _text(self, path: str) -> str:
        """The last value sent under a name; a day may come in three fields, year, month and day."""
        if path in self.form.values:
            return _tidy(self.form.last(path))
        parts = [_tidy(self.form.last(f"{path}.{part}")) for part in ("year", "month", "day")]
        return "-".join(part.zfill(2) for part in parts) if any(parts) else ""

    def _wrong(self, code: ProblemCode, path: str, **values: object) -> object:
        self.faults.append(Fault(code, tuple(path.split(".")), values))
        return ABSENT

    def _told(self, path: str) -> bool:
        """Whether something at this path or under it was already told."""
        told = tuple(path.split("."))
        return any(fault.field[: len(told)] == told for fault in self.faults)


def _tidy(text: str) -> str:
    """Line ends as one character, no blanks around: a browser sends CRLF, people add spaces."""
    return text.replace("\r\n", "\n").strip()


def _plain(kind: Leaf, text: str) -> Any:
    """A text as the JSON value a variable of this type is made of."""
    if kind.name == "Int":
        return int(text)
    if kind.name == "Float":
        return float(text.replace(",", "."))
    return text
