"""The GraphQL document of a page, read at the start: its variables, what must be there, and how it is asked."""

import json
import re
from collections import OrderedDict
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from graphql import GraphQLInputType, OperationDefinitionNode, type_from_ast
from graphql.language import FieldNode, print_ast
from starlette.exceptions import HTTPException

from api.context import Context
from api.context import context as told
from api.execution import Answer, Api
from api.problems import Fault
from api.stored import Stored
from models import clock, news
from models.actor import NOBODY
from models.database import Away
from web.form import ABSENT, Form, Reader

_NEEDED = re.compile(r"^# *needs: *(.*)$", re.MULTILINE)
_COMMON = re.compile(r"^# *common: *(.*)$", re.MULTILINE)


class NotSignedIn(Exception):
    """The page is for people who have signed in."""


class Failed(Exception):
    """The API answered with a fault; it has logged it under the number of the request."""


class Common:
    """The part of a page that is the same for everybody: asked as nobody, and shown again for a second while nothing changed.

    So a clinic's free times are read once for all who look at them. The second is for what another process changed unheard.
    """

    LONGEST, KEPT = timedelta(seconds=1), 256

    def __init__(self, stored: Stored) -> None:
        self.stored = stored
        self.answers: OrderedDict[str, tuple[datetime, int, Answer]] = OrderedDict()

    async def __call__(self, variables: dict[str, Any], context: Context) -> Answer:
        key = json.dumps([context.language, {name: variables.get(name) for name in self.stored.variables}], default=str)
        now = clock.now()
        made, heard, answer = self.answers.get(key, (now, -1, Answer()))
        if heard == news.version() and made <= now < made + self.LONGEST:
            return answer
        heard = news.version()
        asked = {name: value for name, value in variables.items() if name in self.stored.variables}
        answer = await self.stored(asked, told(NOBODY, context.language, context.request_id))
        if not answer.errors:
            self._keep(key, (now, heard, answer))
        return answer

    def _keep(self, key: str, made: tuple[datetime, int, Answer]) -> None:
        self.answers[key] = made
        self.answers.move_to_end(key)
        while len(self.answers) > self.KEPT:
            self.answers.popitem(last=False)


class Document:
    """`<name>.graphql` of some folder.

    A comment `# needs: attachment` names the root fields without which there is no page (404); `# needs:` with nothing
    says that the page stands without any. Unsaid, it is the first field. A comment `# common: clinic` names those that are the
    same for everybody (`Common`).
    """

    def __init__(self, text: str, api: Api | None = None) -> None:
        self.stored = Stored(text, api)
        operation = self.stored.operation
        self.roots = [_answered_as(field) for field in operation.selection_set.selections if isinstance(field, FieldNode)]
        self.needs = _needs(text, self.roots)
        self.variables = _variables(operation, self.stored.api)
        common = _named(_COMMON, text, self.roots)
        self.common = Common(Stored(_part(self.stored, common), api)) if common else None
        self.own = Stored(_part(self.stored, [one for one in self.roots if one not in common]), api) if common else self.stored

    def read(self, form: Form) -> tuple[dict[str, object], list[Fault]]:
        """The variables from what was sent: `$input` has the plain names, any other variable stands under its own."""
        reader, found = Reader(form), dict[str, object]()
        for name, kind in self.variables.items():
            value = reader.read(kind, "" if name == "input" else name)
            found |= {} if value is ABSENT else {name: value}
        return found, reader.faults

    async def page_data(self, form: Form, context: Context) -> dict[str, Any]:
        """What the page shows; 404 for what cannot be, is not there, or is not for this person."""
        variables, faults = self.read(form)
        wrong = {fault.field[0] for fault in faults}
        if any(str(kind).endswith("!") and name in wrong for name, kind in self.variables.items()):
            raise HTTPException(404)
        answer = await self.ask({name: value for name, value in variables.items() if name not in wrong}, context)
        if not answer.executed:
            raise HTTPException(404)
        data = answer.data or {}
        missing = {name for name in self.needs if data.get(name) is None}
        if "me" in missing:
            raise NotSignedIn
        if missing:
            raise HTTPException(404)
        return data

    async def ask(self, variables: dict[str, object], context: Context) -> Answer:
        """Run it. A stranger is to sign in, another role gets 403, a database that is away is 503, the rest 500."""
        answer = await self._answer(variables, context)
        codes = {error.get("extensions", {}).get("code") for error in answer.errors}
        if answer.away:
            raise Away
        if "UNAUTHENTICATED" in codes:
            raise NotSignedIn
        if "FORBIDDEN" in codes:
            raise HTTPException(403)
        if codes & {"NOT_FOUND", "INVALID_CURSOR", "INVALID_DATE"}:
            raise HTTPException(404)
        if answer.errors:
            raise Failed(", ".join(sorted(map(str, codes))))
        return answer

    async def _answer(self, variables: dict[str, object], context: Context) -> Answer:
        """The person's own part, and with it the part that is the same for everybody."""
        if self.common is None:
            return await self.stored(variables, context)
        own = await self.own({name: value for name, value in variables.items() if name in self.own.variables}, context)
        common = await self.common(variables, context)
        if not (own.executed and common.executed) or own.errors or common.errors:
            return own if own.errors or not own.executed else common
        return replace(own, data={**(common.data or {}), **(own.data or {})}, away=own.away or common.away)


@lru_cache(None)
def load(folders: tuple[Path, ...], name: str, api: Api | None) -> Document:
    """The document of a page; without its file the process does not start."""
    for folder in folders:
        file = folder / f"{name}.graphql"
        if file.is_file():
            return Document(file.read_text("utf-8"), api)
    raise FileNotFoundError(f"{name}.graphql is in none of {', '.join(map(str, folders))}")


def _needs(text: str, roots: list[str]) -> list[str]:
    return _named(_NEEDED, text, roots) if _NEEDED.search(text) else roots[:1]


def _named(comment: re.Pattern[str], text: str, roots: list[str]) -> list[str]:
    """The root fields that a comment names; a mistake in it stops the start."""
    said = comment.search(text)
    names = re.findall(r"\w+", said.group(1)) if said else []
    unknown = set(names) - set(roots)
    if unknown:
        raise ValueError(f"{', '.join(unknown)} is not asked for in {text.strip()[:80]!r}")
    return names


def _part(stored: Stored, roots: list[str]) -> str:
    """An operation with some of its root fields, and the variables that they use."""
    whole = stored.operation
    fields = tuple(one for one in whole.selection_set.selections if isinstance(one, FieldNode) and _answered_as(one) in roots)
    used = set(re.findall(r"\$(\w+)", " ".join(print_ast(one) for one in fields)))
    given = [print_ast(one) for one in whole.variable_definitions or () if one.variable.name.value in used]
    asked = f"({', '.join(given)})" if given else ""
    return f"query{asked} {{ {' '.join(print_ast(one) for one in fields)} }}"


def _answered_as(field: FieldNode) -> str:
    return (field.alias or field.name).value


def _variables(operation: OperationDefinitionNode, api: Api) -> dict[str, GraphQLInputType]:
    """The variables and their types; one with a default is not needed."""
    found: dict[str, Any] = {}
    for one in operation.variable_definitions or ():
        kind: Any = type_from_ast(api.schema, one.type)
        found[one.variable.name.value] = kind.of_type if one.default_value and str(kind).endswith("!") else kind
    return found
